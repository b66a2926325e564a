// SPDX-License-Identifier: GPL-3.0-or-later
// The main window's one range of time: the chooser on top, the brush below it and what is picked in a chart
// all set it.
#include "ui/chartspanel.h"
#include "ui/mainwindow.h"
#include "ui/rangechooser.h"
#include "ui/timebrush.h"

#include <QAction>
#include <QMenu>
#include <QToolBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void MainWindow::makeTimeBar()
{
    m_timeBar = new QToolBar(tr("Time Brush"), this);
    m_timeBar->setObjectName(u"timeBar"_s);
    m_timeBar->setMovable(false);
    m_timeBar->setContentsMargins(0, 0, 0, 0);
    m_timeBar->addWidget(m_brush);
    QAction *toggle = m_timeBar->toggleViewAction();
    toggle->setObjectName(u"timeBrushAction"_s);
    toggle->setText(tr("T&ime Brush"));
    toggle->setToolTip(tr("Show or hide the strip with the activity over the archive's whole time"));
    toggle->setShortcut(Qt::Key_F8);

    connect(m_brush, &TimeBrush::spanChanged, this, &MainWindow::brush);
    connect(m_brush, &TimeBrush::dragEnded, this, [this] {
        m_beforeDrag.reset();
        emit rangeSettled();
    });
    connect(m_range, &RangeChooser::rangeChanged, this, &MainWindow::changeRange);
    connect(m_range, &RangeChooser::revisionsLost, this, &MainWindow::showError);
    connect(m_charts, &ChartsPanel::rangePicked, this, &MainWindow::pickRange);
}

QAction *MainWindow::focusTimeBrushAction()
{
    auto *action = new QAction(tr("To the Ti&me Brush"), this);
    action->setObjectName(u"focusTimeBrushAction"_s);
    action->setShortcut(Qt::CTRL | Qt::Key_F6);
    connect(action, &QAction::triggered, this, [this] {
        m_timeBar->show();
        m_brush->setFocus(Qt::ShortcutFocusReason);
    });
    return action;
}

void MainWindow::setTimeline(catalog::Timeline timeline)
{
    if (m_catalog)
        m_brush->setTimeline(std::move(timeline));
}

bool MainWindow::isRangeMoving() const
{
    return m_brush->isDragging();
}

void MainWindow::brush(const catalog::DateSpan &span)
{
    if (m_brush->isDragging() && !m_beforeDrag)
        m_beforeDrag = m_range->choice();
    // A drag that is broken off gives back what was chosen, not merely the days that it meant.
    if (m_beforeDrag && span == m_brush->spanBeforeDrag())
        m_range->setChoice(*m_beforeDrag);
    else if (span == catalog::DateSpan())
        m_range->setChoice({});
    else
        m_range->setChoice({RangeKind::Custom, span});
}

void MainWindow::pickRange(const catalog::DateSpan &span)
{
    if (span == catalog::DateSpan()) {
        // The whole range again: what it was before the first pick.
        m_range->setChoice(std::exchange(m_beforePick, std::nullopt).value_or(RangeChoice()));
        return;
    }
    if (!m_beforePick)
        m_beforePick = m_range->choice();
    // The bars of the chart are days in UTC; a range is whole days where the user is.
    const auto day = [](base::UnixSeconds date) {
        return QDateTime::fromSecsSinceEpoch(date, Qt::UTC).date();
    };
    m_isPicking = true;
    m_range->setChoice({RangeKind::Custom,
                        {day(span.since.value_or(0)).startOfDay().toSecsSinceEpoch(),
                         day(span.until.value_or(0)).addDays(1).startOfDay().toSecsSinceEpoch() - 1}});
    m_isPicking = false;
}

void MainWindow::changeRange(const catalog::DateSpan &span)
{
    m_rangeCount = -1;
    m_foundInRange = -1;
    if (m_beforePick && !m_isPicking) { // to paint the chart anew takes longer than a step of a drag may
        m_beforePick.reset();
        m_charts->setPickedRange({});
    }
    m_brush->setSpan(span);
    emit rangeChanged(span);
    updateTreePane(); // where there is nothing, it names the range
    updateSummary();
}

} // namespace loredesk::ui
