// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagefindbar.h"

#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

MessageFindBar::MessageFindBar(QWidget *parent)
    : QWidget(parent)
    , m_query(new QLineEdit)
    , m_count(new QLabel)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
{
    setObjectName(u"messageFindBar"_s);
    m_query->setObjectName(u"messageFind"_s);
    m_query->setPlaceholderText(tr("Find in this text"));
    m_query->setAccessibleName(tr("Find in this text"));
    m_query->setClearButtonEnabled(true);
    m_query->setMaximumWidth(360);
    m_count->setObjectName(u"messageFindCount"_s);
    m_count->setAccessibleName(tr("Matches"));
    m_count->setTextFormat(Qt::PlainText);

    const auto button = [](QToolButton *b, const QString &name, const QString &text, const QString &hint) {
        b->setObjectName(name);
        b->setText(text);
        b->setToolTip(hint);
        b->setAccessibleName(hint);
        b->setAutoRaise(true);
        b->setFocusPolicy(Qt::TabFocus);
    };
    button(m_previous, u"messageFindPrevious"_s, tr("Previous"), tr("Previous match (Shift+F3)"));
    button(m_next, u"messageFindNext"_s, tr("Next"), tr("Next match (F3)"));
    auto *close = new QToolButton;
    button(close, u"messageFindClose"_s, tr("Close"), tr("Close the find bar (Esc)"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(6);
    row->addWidget(m_query, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(close);

    connect(m_query, &QLineEdit::textChanged, this, &MessageFindBar::queryChanged);
    connect(m_previous, &QToolButton::clicked, this, &MessageFindBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &MessageFindBar::nextRequested);
    connect(close, &QToolButton::clicked, this, &MessageFindBar::close);
    setCount(-1, 0, false);
}

QString MessageFindBar::query() const
{
    return m_query->text();
}

void MessageFindBar::open(const QString &query)
{
    show();
    if (!query.isEmpty() && query != m_query->text())
        m_query->setText(query);
    m_query->selectAll();
    m_query->setFocus(Qt::ShortcutFocusReason);
}

void MessageFindBar::setCount(qsizetype current, qsizetype total, bool capped)
{
    m_nothing = total == 0 && !m_query->text().isEmpty();
    const QString all = QLocale().toString(total) + (capped ? u"+"_s : QString());
    if (m_query->text().isEmpty())
        m_count->clear();
    else if (total == 0)
        m_count->setText(tr("Not found"));
    else if (current < 0)
        m_count->setText(total == 1 ? tr("1 match")
                         : capped   ? tr("%Ln+ matches", nullptr, int(total))
                                    : tr("%Ln matches", nullptr, int(total)));
    else
        m_count->setText(tr("%1 of %2").arg(QLocale().toString(current + 1), all));
    m_previous->setEnabled(total > 0);
    m_next->setEnabled(total > 0);
    restyle();
}

void MessageFindBar::restyle()
{
    QPalette colors = palette();
    const Theme theme = Theme::of(palette());
    colors.setColor(QPalette::WindowText, m_nothing ? theme.warning : palette().color(QPalette::WindowText));
    m_count->setPalette(colors);
}

void MessageFindBar::close()
{
    hide();
    emit closed();
}

void MessageFindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->modifiers() & Qt::ShiftModifier ? emit previousRequested() : emit nextRequested();
    else
        QWidget::keyPressEvent(event);
}

void MessageFindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace loredesk::ui
