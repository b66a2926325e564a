// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagerecipients.h"

#include "models/base/hostiletext.h"
#include "ui/linkbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

MessageRecipients::MessageRecipients(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_more(new LinkButton)
{
    setObjectName(name);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_more->setObjectName(name + u"More"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_text, 1);
    m_text->setContentsMargins(0, 1, 0, 0);
    row->addWidget(m_more, 0, Qt::AlignTop);
    connect(m_more, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
}

void MessageRecipients::setMailboxes(const QList<mail::Mailbox> &mailboxes)
{
    m_short.clear();
    m_full.clear();
    for (const mail::Mailbox &mailbox : mailboxes) {
        m_short += base::visibleLine(mailbox.name.isEmpty() ? mailbox.address : mailbox.name);
        m_full += base::visibleLine(mailbox.toString());
    }
    m_expanded = false;
    // A list of a thousand people as a tooltip would cover the screen.
    m_text->setToolTip(m_full.mid(0, 40).join(u'\n') + (m_full.size() > 40 ? u"\n…"_s : QString()));
    refit();
}

void MessageRecipients::setExpanded(bool expanded)
{
    m_expanded = expanded;
    refit();
}

QSize MessageRecipients::minimumSizeHint() const
{
    return {60, QWidget::minimumSizeHint().height()};
}

void MessageRecipients::refit()
{
    m_text->setWordWrap(m_expanded);
    if (m_expanded) {
        m_text->setText(m_full.mid(0, 500).join(u", "_s) + (m_full.size() > 500 ? u" …"_s : QString()));
        m_more->setText(tr("Fewer"));
        m_more->setAccessibleName(tr("Show fewer recipients"));
        m_more->show();
        updateGeometry();
        return;
    }
    const QFontMetrics metrics(m_text->font());
    m_more->setFixedHeight(metrics.height() + 2);
    m_text->setMinimumHeight(metrics.height() + 2);
    const auto moreText = [](qsizetype rest) { return tr("and %n more", nullptr, int(rest)); };
    const int all = width();
    const int some = all - metrics.horizontalAdvance(moreText(m_short.size())) - 6;
    qsizetype fitting = 0;
    QString text;
    while (fitting < m_short.size()) {
        const QString next = fitting == 0 ? m_short[0] : text + u", "_s + m_short[fitting];
        const bool last = fitting + 1 == m_short.size();
        if (fitting > 0 && metrics.horizontalAdvance(next) > (last ? all : some))
            break;
        text = next;
        ++fitting;
    }
    const qsizetype rest = m_short.size() - fitting;
    m_text->setText(metrics.elidedText(text, Qt::ElideRight, std::max(40, rest > 0 ? some : all)));
    m_more->setVisible(rest > 0);
    m_more->setText(moreText(rest));
    m_more->setAccessibleName(tr("Show all %n recipients", nullptr, int(m_short.size())));
    updateGeometry();
}

void MessageRecipients::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_expanded)
        refit();
}

void MessageRecipients::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refit();
}

} // namespace loredesk::ui
