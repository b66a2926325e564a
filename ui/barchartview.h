// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chartview.h"

#include <QStringList>

#include <vector>

class QBarSet;
class QHorizontalStackedBarSeries;

namespace loredesk::ui {

/// Who or what has most: the largest rows of a model as horizontal bars, most on top, the number at the bar's
/// end; or all rows in their order, beneath headings. Reads of each row, as items::CountModel and
/// items::FigureModel have it: column 0 Qt::DisplayRole (name), FullTextRole (the whole mailbox; the name
/// where there is none), KeyRole, BotRole, GroupRole (the heading; rows of one stand together), ValueTextRole
/// (what stands at the bar's end, where that is not the number); columns 1 (people) and 2 (bots) ValueRole.
class BarChartView final : public ChartView
{
    Q_OBJECT
public:
    struct Bar
    {
        QString name;
        QString label; ///< the name with what tells it from others
        QString key;
        QString group;
        QString text; ///< at the bar's end
        double value = 0;
        bool bot = false;
        int row = -1; ///< in the model
    };

    explicit BarChartView(QWidget *parent = nullptr);

    /// How many bars there are at most.
    void setTop(int top);
    int top() const { return m_top; }

    /// Whether all rows are shown as the model has them, those of 0 included, instead of the largest. Before
    /// setModel().
    void setKeepsOrder(bool keeps);
    /// A name for saved pictures, without suffix, ASCII.
    void setFileName(const QString &name) { m_fileName = name; }

    /// What is selected, by key; keys without a bar are kept. Emits nothing.
    void setSelectedKeys(const QStringList &keys);
    const QStringList &selectedKeys() const { return m_selected; }

    const std::vector<Bar> &bars() const;
    /// Bar under a point of the viewport (its whole line counts, so that short bars can be hit), -1: none.
    int barAt(const QPoint &viewportPosition) const;
    /// The bar's line, and the bar alone, in the viewport.
    QRect lineRect(int bar) const;
    QRect barRect(int bar) const;
    /// The name as it is drawn, elided where it must be.
    QString shownName(int bar) const;
    int current() const { return m_current; }

    int itemCount() const override;
    QString itemName(int item) const override;
    QString itemValue(int item) const override;
    QRect itemRect(int item) const override;
    int currentItem() const override { return m_current; }
    bool isItemSelected(int item) const override;
    void activateItem(int item) override;
    /// "NAME: 142", what hovering tells.
    QString tip(int bar) const;

    QSize sizeHint() const override { return {480, 280}; }
    QSize minimumSizeHint() const override { return {200, 80}; }

signals:
    /// A bar was clicked, or Enter pressed on it. `add`: with Ctrl or Shift held, to widen the selection. An
    /// empty key: nothing is selected any more (Escape, or the only selected bar again).
    void keyActivated(const QString &key, bool add);
    /// The same as the whole selection.
    void selectionChanged(const QStringList &keys);

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
    QRectF line(int bar) const;
    QRectF barArea(int bar) const;
    void activate(int bar, bool add);
    void clearSelection();
    void setCurrent(int bar);
    void setHovered(int bar);

    QHorizontalStackedBarSeries *m_series = nullptr;
    QBarSet *m_people = nullptr;
    QBarSet *m_bots = nullptr;
    std::vector<Bar> m_bars;
    std::vector<int> m_lines;  ///< top down: a bar, or -1 - the first bar beneath a heading
    std::vector<int> m_lineOf; ///< by bar
    QStringList m_names;
    QStringList m_selected;
    QFont m_font;
    QRectF m_plot;
    qreal m_pitch = 0;
    double m_most = 1; ///< the longest bar's
    QString m_fileName;
    bool m_keepsOrder = false;
    int m_top = 15;
    int m_current = -1;
    int m_hovered = -1;
    int m_pressed = -1;
};

} // namespace loredesk::ui
