// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filterbar.h"

#include "models/base/hostiletext.h"
#include "ui/icons.h"
#include "ui/menubutton.h"
#include "ui/searchfield.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField)
    , m_menu(new QMenu(tr("&Filter"), this))
    , m_toggles(new MenuButton)
    , m_chip(new QToolButton)
{
    setObjectName(u"filterBar"_s);
    m_field->setObjectName(u"filterField"_s);
    m_field->setMinimumWidth(160);
    m_field->setMaximumWidth(520);
    m_field->installEventFilter(this);
    m_chip->setObjectName(u"filterChip"_s);
    m_chip->hide();
    m_toggles->setObjectName(u"filterToggles"_s);
    m_toggles->setIcon(actionIcon(u"view-filter"_s));
    m_toggles->setMenu(m_menu);

    const auto toggle = [this](const QString &text, const QString &name, const QKeySequence &shortcut) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setShortcut(shortcut);
        connect(action, &QAction::toggled, this, [this] {
            showToggles();
            emit togglesChanged(toggles());
        });
        return action;
    };
    m_incomplete = toggle(tr("&Incomplete Series Only"), u"filterIncomplete"_s, Qt::CTRL | Qt::Key_I);
    m_unanswered = toggle(tr("&Unanswered Only"), u"filterUnanswered"_s, Qt::CTRL | Qt::Key_U);
    m_hideBots = toggle(tr("Hide &Bots"), u"filterHideBots"_s, Qt::CTRL | Qt::Key_B);
    showToggles();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addStretch(1);
    row->addWidget(m_chip);
    row->addWidget(m_field, 4);
    row->addWidget(m_toggles);

    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::textChanged);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (!m_field->text().trimmed().isEmpty())
            emit committed(m_field->text());
        // What is wrong with it stands below it, so one stays.
        if (!m_field->hasProblem())
            emit leaveRequested();
    });
    connect(m_chip, &QToolButton::clicked, this, [this] {
        setChip({});
        emit chipRemoved();
    });
}

QString FilterBar::text() const
{
    return m_field->text();
}

void FilterBar::setText(const QString &text)
{
    if (text != m_field->text()) // who writes keeps the place
        m_field->setText(text);
}

FilterToggles FilterBar::toggles() const
{
    return {m_incomplete->isChecked(), m_unanswered->isChecked(), m_hideBots->isChecked()};
}

void FilterBar::setToggles(const FilterToggles &toggles)
{
    m_incomplete->setChecked(toggles.incompleteOnly);
    m_unanswered->setChecked(toggles.unansweredOnly);
    m_hideBots->setChecked(toggles.hideBots);
}

bool FilterBar::isFiltering() const
{
    return !m_field->text().trimmed().isEmpty() || !m_chipText.isEmpty() || toggles() != FilterToggles{};
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::clear()
{
    m_field->clear();
    for (QAction *action : {m_incomplete, m_unanswered, m_hideBots})
        action->setChecked(false);
    if (!m_chipText.isEmpty()) {
        setChip({});
        emit chipRemoved();
    }
}

void FilterBar::setChip(const QString &text, const QString &toolTip)
{
    m_chipText = text;
    // A display name may be a paragraph; the tool tip has all of it.
    const QString line = base::visibleLine(text);
    m_chip->setText(fontMetrics().elidedText(line, Qt::ElideRight, 32 * fontMetrics().averageCharWidth()) +
                    u"  ✕"_s);
    m_chip->setToolTip((toolTip.isEmpty() ? line : base::visibleLine(toolTip)).toHtmlEscaped() + u"<br>"_s +
                       tr("Click to remove this filter"));
    m_chip->setAccessibleName(tr("Remove the filter %1").arg(line));
    m_chip->setVisible(!text.isEmpty());
}

QString FilterBar::chip() const
{
    return m_chipText;
}

bool FilterBar::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            emit leaveRequested();
            return true;
        }
        if (key == Qt::Key_Escape) {
            if (m_field->closeNote())
                return true;
            if (m_field->text().isEmpty())
                emit leaveRequested();
            m_field->clear();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void FilterBar::showToggles()
{
    const FilterToggles now = toggles();
    const int on = int(now.incompleteOnly) + int(now.unansweredOnly) + int(now.hideBots);
    m_toggles->setText(on == 0 ? tr("Filter") : tr("Filter: %n on", nullptr, on));
    m_toggles->setToolTip(tr("Show only incomplete or unanswered series, or hide bots"));
    m_toggles->updateGeometry();
}

} // namespace loredesk::ui
