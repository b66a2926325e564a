// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchnote.h"

#include "models/base/hostiletext.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

SearchNote::SearchNote(QWidget *field)
    : QLabel(field)
    , m_field(field)
{
    setObjectName(u"searchNote"_s);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    setMargin(8);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void SearchNote::say(const QString &sentence)
{
    setText(base::visibleText(sentence));
    if (m_field && parentWidget() != m_field->window())
        setParent(m_field->window());
    follow();
    show();
    raise();
}

void SearchNote::follow()
{
    if (!m_field || !parentWidget() || parentWidget() == m_field)
        return;
    const int room = parentWidget()->width();
    const int width = std::min(std::max(m_field->width(), 320), room - 8);
    const QPoint below = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + 2));
    setGeometry(std::max(4, std::min(below.x(), room - width - 4)), below.y(), width, heightForWidth(width));
}

void SearchNote::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.setPen(theme.hairline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.fillRect(QRect(0, 0, 3, height()), theme.warning);
}

} // namespace loredesk::ui
