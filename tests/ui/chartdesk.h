// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/chartmodels.h"
#include "ui/activitychartview.h"
#include "ui/barchartview.h"

#include <QApplication>
#include <QDateTime>
#include <QMouseEvent>
#include <QToolTip>

#include <memory>
#include <optional>

namespace loredesk::tests {

using namespace Qt::StringLiterals;

/// Four people's bars and ten days' activity, each on a model of its own. For tests to inherit from.
class ChartDesk
{
protected:
    static QColor pixel(QWidget &widget, const QPoint &at) { return widget.grab().toImage().pixelColor(at); }
    static void moveMouse(QWidget *viewport, const QPoint &at, Qt::MouseButtons buttons = Qt::NoButton)
    {
        QMouseEvent event(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, buttons,
                          Qt::NoModifier);
        QApplication::sendEvent(viewport, &event);
    }
    static QString days(const catalog::DateSpan &span)
    {
        const auto text = [](std::optional<base::UnixSeconds> seconds) {
            return seconds ? QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC).toString(u"MM-dd hh:mm:ss"_s)
                           : u"open"_s;
        };
        return text(span.since) + u" .. "_s + text(span.until);
    }

    void makeCharts()
    {
        m_palette = QApplication::palette();
        m_counts = std::make_unique<QStandardItemModel>();
        m_counts->appendRow(countRow(u"Ada Example"_s, 7));
        m_counts->appendRow(countRow(u"Robot Example"_s, 20, true));
        m_counts->appendRow(countRow(u"Bob Example"_s, 40));
        m_counts->appendRow(countRow(u"Cleo Example"_s, 10));
        m_bars = std::make_unique<ui::BarChartView>();
        m_bars->setTitle(u"Contributors"_s);
        m_bars->resize(600, 220);
        m_bars->setModel(m_counts.get());
        m_bars->show();

        m_counts->setHorizontalHeaderLabels({u"Name"_s, u"Postings"_s, u"By bots"_s});
        m_days = std::make_unique<QStandardItemModel>();
        m_days->setHorizontalHeaderLabels(
            {u"Day"_s, u"Patches"_s, u"Replies"_s, u"By bots"_s, u"Messages"_s});
        for (int i = 0; i < 10; ++i)
            m_days->appendRow(dayRow(QDate(2025, 5, 1).addDays(i), i, 2 * i, 1));
        m_activity = std::make_unique<ui::ActivityChartView>();
        m_activity->resize(600, 220);
        m_activity->setModel(m_days.get());
        m_activity->show();
        QCoreApplication::processEvents();
    }
    void removeCharts()
    {
        QToolTip::hideText();
        m_bars.reset();
        m_activity.reset();
        QApplication::setPalette(m_palette);
    }

    std::unique_ptr<QStandardItemModel> m_counts;
    std::unique_ptr<QStandardItemModel> m_days;
    std::unique_ptr<ui::BarChartView> m_bars;
    std::unique_ptr<ui::ActivityChartView> m_activity;
    QPalette m_palette;
};

} // namespace loredesk::tests
