// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/timeline.h"
#include "ui/theme.h"
#include "ui/timelabels.h"
#include "ui/timescale.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace loredesk::ui {

/// The whole time of an archive as a histogram, and the range that is shown as a mark on it: drag to select,
/// drag the mark to move it or its ends to refine it, turn the wheel to look closer, double click or press
/// Escape to see everything again. Keys go from bar to bar, and what they mark are whole bars: the arrows
/// move the range by one, with Shift its end; Home and End take it to the ends of the archive.
///
/// A range over everything there is becomes no range.
///
/// It follows what it is told by setSpan(), and tells what the user does by spanChanged(), at every step of a
/// drag.
class TimeBrush : public QWidget
{
    Q_OBJECT
public:
    enum class State { NoArchive, Reading, Loading, Empty, Content };

    explicit TimeBrush(QWidget *parent = nullptr);

    /// No archive: nothing to brush.
    void showNothing();
    /// No archive yet, but one is being read.
    void showReading();
    /// There is an archive, and its days are being counted.
    void showLoading();
    /// Keeps what is in view, where it is the same archive.
    void setTimeline(catalog::Timeline timeline);
    const catalog::Timeline &timeline() const { return m_timeline; }
    State state() const { return m_state; }

    /// What is marked; unbounded: nothing. Emits nothing.
    void setSpan(const catalog::DateSpan &span);
    const catalog::DateSpan &span() const { return m_span; }
    /// The marked days, nothing where there is no mark, or none on this archive's days.
    std::optional<catalog::DaySpan> selection() const;
    /// What was marked when the drag began that is going on.
    const catalog::DateSpan &spanBeforeDrag() const { return m_before; }
    bool isDragging() const { return m_drag != Drag::None; }

    const TimeScale &scale() const { return m_scale; }
    /// What is drawn, left to right.
    const std::vector<catalog::Timeline::Bar> &bars() const { return m_bars; }
    QStringList labels() const;
    /// "Mon 5 May 2025: 12 messages", and how long a bar is.
    QString tip(const QDate &day) const;
    /// For who cannot see it: the marked days and how many messages they have.
    QString valueText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    /// By so many bars.
    void moveSelection(int bars);
    /// The end of the mark, by so many bars.
    void resizeSelection(int bars);
    void clearSelection();
    void zoomIn();
    void zoomOut();
    void showAll();

signals:
    /// The user marked something, whole days; unbounded: everything. Also in the middle of a drag.
    void spanChanged(const loredesk::catalog::DateSpan &span);
    /// A drag ended: the last spanChanged() is meant.
    void dragEnded();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showState(State state);
    enum class Drag { None, New, First, Last, Move };

    void layOut();
    void restyle();
    void paintBars(QPainter &painter) const;
    void paintMark(QPainter &painter) const;
    void paintEnds(QPainter &painter) const;
    QRectF markRect() const;
    Drag dragAt(const QPointF &position) const;
    void updateCursor(const QPointF &position);
    void dragTo(const QPointF &position);
    void endDrag();
    void select(const catalog::DaySpan &days);
    void announce(const catalog::DateSpan &span);
    /// Nothing outside of these days.
    bool isWhole(const catalog::DaySpan &days) const;
    /// The marked days, where there is room to move them.
    std::optional<catalog::DaySpan> movable() const;
    catalog::DaySpan confined(catalog::DaySpan days) const;
    QString stepName() const;
    QString barName(const catalog::DaySpan &days) const;
    QString daysText(const catalog::DaySpan &days) const;
    QString messagesText(int messages) const;

    State m_state = State::NoArchive;
    catalog::Timeline m_timeline;
    TimeScale m_scale;
    catalog::DateSpan m_span;
    Theme m_theme;
    QRectF m_plot; ///< where bars stand
    std::vector<catalog::Timeline::Bar> m_bars;
    std::vector<TimeLabels::Label> m_labels;
    int m_most = 0; ///< messages of the tallest bar in view

    Drag m_drag = Drag::None;
    catalog::DaySpan m_anchor;  ///< what a drag starts from: a bar, or the marked days
    QDate m_grabbed;            ///< the day under the pointer when it was pressed
    catalog::DateSpan m_before; ///< what was marked when the drag began
    QPointF m_pressed;
    bool m_hasMoved = false;
    QDate m_hovered;
};

} // namespace loredesk::ui
