// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chartview.h"

#include <QStringList>

#include <vector>

class QBarSet;
class QHorizontalStackedBarSeries;

namespace loredesk::ui {

/// Who or what has most: the largest rows of a model as horizontal bars, most on top, the number at the bar's
/// end. Reads of each row, as items::CountModel has it: column 0 Qt::DisplayRole (name), FullTextRole (the
/// whole mailbox; the name where there is none), KeyRole, BotRole; columns 1 (people) and 2 (bots) ValueRole.
class BarChartView final : public ChartView
{
    Q_OBJECT
public:
    struct Bar
    {
        QString name;
        QString label; ///< the name with what tells it from others
        QString key;
        double value = 0;
        bool bot = false;
        int row = -1; ///< in the model
    };

    explicit BarChartView(QWidget *parent = nullptr);

    /// How many bars there are at most.
    void setTop(int top);
    int top() const { return m_top; }

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
    QStringList m_names;
    QStringList m_selected;
    QFont m_font;
    QRectF m_plot;
    qreal m_pitch = 0;
    int m_top = 15;
    int m_current = -1;
    int m_hovered = -1;
    int m_pressed = -1;
};

} // namespace loredesk::ui
