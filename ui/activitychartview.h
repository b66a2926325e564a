// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"
#include "ui/chartview.h"
#include "ui/timelabels.h"

#include <array>
#include <vector>

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace loredesk::ui {

/// What came in over time: a stacked bar (patches, replies, bots) for every day, week or month, as the model
/// says. Drag over bars, or Shift and the arrow keys, to pick a range.
class ActivityChartView final : public ChartView
{
    Q_OBJECT
public:
    /// What a bar stands for; dates are UTC days.
    struct Bin
    {
        base::UnixSeconds start = 0;
        base::UnixSeconds end = 0;      ///< one past the last second
        std::array<double, 3> values{}; ///< patches, replies, bots
        double total() const { return values[0] + values[1] + values[2]; }
        int row = -1; ///< in the model
    };

    explicit ActivityChartView(QWidget *parent = nullptr);

    const std::vector<Bin> &bins() const;
    int binAt(const QPoint &viewportPosition) const;
    /// The bin's column over the whole height of the plot, in the viewport.
    QRect columnRect(int bin) const;
    /// "Mon 5 May 2025: 12 patches, 30 replies, 2 from bots"
    QString tip(int bin) const;
    int current() const { return m_current; }
    int itemCount() const override;
    QString itemName(int item) const override;
    QString itemValue(int item) const override;
    QRect itemRect(int item) const override;
    int currentItem() const override { return m_current; }
    bool isItemSelected(int item) const override;
    void activateItem(int item) override;
    /// Labels of the time axis as drawn, left to right.
    QStringList timeLabels() const;

    /// The range that is marked. Emits nothing; unbounded: no mark.
    void setPickedRange(const catalog::DateSpan &span);
    catalog::DateSpan pickedRange() const;

    QSize sizeHint() const override { return {480, 280}; }
    QSize minimumSizeHint() const override { return {200, 80}; }

signals:
    /// Bars were dragged over, clicked, or activated by Enter. Both ends inclusive; unbounded: the whole
    /// range again (Escape).
    void rangePicked(const loredesk::catalog::DateSpan &span);

protected:
    void readModel() override;
    void arrange() override;
    void applyTheme() override;
    void paintLayer(Layer layer, QPainter &painter) override;
    void fillMenu(QMenu &menu, const QPoint &viewportPosition) override;
    QString proposedName() const override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF column(int bin) const;
    catalog::DateSpan span(int first, int last) const;
    void pick();
    void clearPick();
    void setCurrent(int bin, bool extend);
    void layTimeLabels();
    QString periodName(int bin) const;
    QString numbersText(int bin) const;

    QStackedBarSeries *m_series = nullptr;
    std::array<QBarSet *, 3> m_sets{};
    QValueAxis *m_values = nullptr;
    std::vector<Bin> m_bins;
    std::vector<TimeLabels::Label> m_ticks;
    QFont m_font;
    QRectF m_plot;
    double m_step = 1; ///< of the value axis
    int m_current = -1;
    int m_anchor = -1; ///< the other end of the mark, -1: no mark
    int m_head = -1;
    int m_hovered = -1;
    bool m_dragging = false;
};

} // namespace loredesk::ui
