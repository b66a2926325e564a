// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/banner.h"

#include "models/base/hostiletext.h"
#include "models/items/enginewords.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_mark(new QLabel(u"⚠"_s))
    , m_text(new QLabel)
    , m_detail(new QLabel)
    , m_first(new QPushButton)
    , m_second(new QPushButton)
{
    setObjectName(u"banner"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(u"bannerText"_s);
    m_detail->setObjectName(u"bannerDetail"_s);
    m_first->setObjectName(u"bannerFirst"_s);
    m_second->setObjectName(u"bannerSecond"_s);
    for (QLabel *label : {m_text, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *close = new QToolButton;
    close->setObjectName(u"bannerClose"_s);
    close->setText(u"✕"_s);
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_first, 0, Qt::AlignVCenter);
    row->addWidget(m_second, 0, Qt::AlignVCenter);
    row->addWidget(close, 0, Qt::AlignTop);
    hide();

    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_first, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto run = m_run)
            run();
        else
            emit firstTriggered();
    });
    connect(m_second, &QPushButton::clicked, this, [this] {
        hide();
        emit secondTriggered();
    });
    restyle();
}

void Banner::showError(const base::Error &error, Subject subject, const QString &first, const QString &second)
{
    m_run = {};
    m_subject = subject;
    m_mark->show();
    m_text->setText(items::engineSentence(error.text));
    QStringList detail;
    if (!error.place.isEmpty())
        detail << base::visibleLine(error.place.toString());
    if (!error.hint.isEmpty())
        detail << items::engineSentence(error.hint);
    m_detail->setText(detail.join(u'\n'));
    m_detail->setVisible(!detail.isEmpty());
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    show();
}

void Banner::showNotice(const QString &text, const QString &detail, const QString &action,
                        const std::function<void()> &run)
{
    m_run = run;
    m_subject = Subject::Other;
    m_text->setText(base::visibleLine(text));
    m_detail->setText(base::visibleLine(detail));
    m_detail->setVisible(!detail.isEmpty());
    m_first->setText(action);
    m_first->setVisible(!action.isEmpty());
    m_second->hide();
    m_mark->hide();
    show();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void Banner::restyle()
{
    const Theme theme = Theme::of(palette());
    const auto paint = [](QLabel *label, const QColor &color) {
        QPalette palette = label->palette();
        if (palette.color(QPalette::WindowText) == color)
            return;
        palette.setColor(QPalette::WindowText, color);
        label->setPalette(palette);
    };
    paint(m_mark, theme.warning);
    paint(m_text, palette().color(QPalette::Text));
    paint(m_detail, theme.muted);
}

} // namespace loredesk::ui
