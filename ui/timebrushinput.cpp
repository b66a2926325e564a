// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does with the time brush.
#include "ui/timebrush.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr double Grip = 5;          // pixels beside an end that still take hold of it
constexpr double ZoomStep = 0.8;    // days in view after a notch of the wheel
constexpr double NotchAngle = 120;  // Qt: eighths of a degree
constexpr double ScrollShare = 0.1; // of the view, a notch

bool isOurKey(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Plus:
    case Qt::Key_Minus:
    case Qt::Key_Equal:
        return !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    default:
        return false;
    }
}

} // namespace

TimeBrush::Drag TimeBrush::dragAt(const QPointF &position) const
{
    const QRectF mark = markRect();
    if (mark.isEmpty())
        return Drag::New;
    const double first = std::abs(position.x() - mark.left());
    const double last = std::abs(position.x() - mark.right());
    if (std::min(first, last) <= Grip)
        return first < last ? Drag::First : Drag::Last;
    if (isWhole(*selection()))
        return Drag::New; // a mark that has no room to move in is no hold
    return position.x() > mark.left() && position.x() < mark.right() ? Drag::Move : Drag::New;
}

void TimeBrush::updateCursor(const QPointF &position)
{
    if (m_state != State::Content) {
        unsetCursor();
        return;
    }
    switch (m_drag != Drag::None ? m_drag : dragAt(position)) {
    case Drag::First:
    case Drag::Last:
        setCursor(Qt::SizeHorCursor);
        break;
    case Drag::Move:
        setCursor(m_drag == Drag::Move ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        break;
    default:
        setCursor(Qt::CrossCursor);
    }
}

void TimeBrush::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_state != State::Content) {
        event->ignore();
        return;
    }
    m_pressed = event->position();
    m_hasMoved = false;
    m_grabbed = m_scale.dayAt(event->position().x());
    m_before = m_span;
    // With Shift a new mark can be drawn within the old one.
    m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::New : dragAt(event->position());
    m_anchor = m_drag == Drag::New ? m_scale.barOf(m_grabbed) : *selection();
    updateCursor(event->position());
}

void TimeBrush::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_drag != Drag::None) {
        if (!m_hasMoved && std::abs(at.x() - m_pressed.x()) < QApplication::startDragDistance() / 2.0)
            return;
        m_hasMoved = true;
        m_hovered = {}; // it is the mark that is pointed at now
        QToolTip::hideText();
        dragTo(at);
        return;
    }
    updateCursor(at);
    const bool inside = m_state == State::Content && rect().contains(at.toPoint());
    const QDate day = inside ? m_scale.barOf(m_scale.dayAt(at.x())).first : QDate();
    if (day == m_hovered)
        return;
    m_hovered = day;
    update();
    if (day.isValid())
        QToolTip::showText(event->globalPosition().toPoint(), tip(day), this);
    else
        QToolTip::hideText();
}

void TimeBrush::dragTo(const QPointF &position)
{
    const QDate day = m_scale.dayAt(position.x());
    const catalog::DaySpan bar = m_scale.barOf(day);
    switch (m_drag) {
    case Drag::None:
        return;
    case Drag::New:
        select(catalog::DaySpan{std::min(m_anchor.first, bar.first), std::max(m_anchor.last, bar.last)});
        break;
    case Drag::First: // beyond the other end it becomes that one
        select(bar.first <= m_anchor.last ? catalog::DaySpan{bar.first, m_anchor.last}
                                          : catalog::DaySpan{m_anchor.last, bar.last});
        break;
    case Drag::Last:
        select(bar.last >= m_anchor.first ? catalog::DaySpan{m_anchor.first, bar.last}
                                          : catalog::DaySpan{bar.first, m_anchor.first});
        break;
    case Drag::Move: {
        const catalog::ActivityStep step = m_scale.step();
        qint64 steps = m_grabbed.daysTo(day);
        if (step == catalog::ActivityStep::Week)
            steps = qRound64(double(steps) / 7);
        else if (step == catalog::ActivityStep::Month)
            steps = (day.year() - m_grabbed.year()) * 12 + day.month() - m_grabbed.month();
        select(m_scale.areBars(m_anchor) ? m_scale.movedByBars(m_anchor, int(steps))
                                         : confined(catalog::moved(m_anchor, int(steps), step)));
        break;
    }
    }
}

void TimeBrush::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_drag == Drag::None)
        return;
    // A click beside the mark means the bar that was clicked.
    if (!m_hasMoved && m_drag == Drag::New)
        select(m_anchor);
    endDrag();
    updateCursor(event->position());
}

void TimeBrush::endDrag()
{
    m_drag = Drag::None;
    emit dragEnded();
}

void TimeBrush::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_state == State::Content)
        clearSelection();
}

void TimeBrush::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (m_hovered.isValid()) {
        m_hovered = {};
        update();
    }
}

bool TimeBrush::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = m_state == State::Content ? tip(m_scale.dayAt(help->pos().x())) : QString();
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool clears = key->key() == Qt::Key_Escape && (isDragging() || m_span != catalog::DateSpan());
        if (m_state == State::Content && (isOurKey(key) || clears)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void TimeBrush::wheelEvent(QWheelEvent *event)
{
    if (m_state != State::Content) {
        event->ignore();
        return;
    }
    const QPoint angle = event->angleDelta();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    const double notches = (sideways ? angle.x() : angle.y()) / NotchAngle;
    if (sideways || event->modifiers() & Qt::ShiftModifier)
        m_scale.scroll(-notches * ScrollShare * m_plot.width() / m_scale.pixelsPerDay());
    else
        m_scale.zoom(std::pow(ZoomStep, notches), event->position().x());
    layOut();
    event->accept();
}

void TimeBrush::zoomIn()
{
    const QRectF mark = markRect() & m_plot;
    m_scale.zoom(ZoomStep * ZoomStep, mark.isEmpty() ? m_plot.center().x() : mark.center().x());
    layOut();
}

void TimeBrush::zoomOut()
{
    const QRectF mark = markRect() & m_plot;
    m_scale.zoom(1 / (ZoomStep * ZoomStep), mark.isEmpty() ? m_plot.center().x() : mark.center().x());
    layOut();
}

void TimeBrush::showAll()
{
    m_scale.showAll();
    layOut();
}

catalog::DaySpan TimeBrush::confined(catalog::DaySpan days) const
{
    // As long as it is, within the archive.
    const catalog::DaySpan all = m_timeline.days();
    const qint64 length = std::min(days.days(), all.days());
    if (days.first < all.first)
        days.first = all.first;
    else if (days.last > all.last)
        days.first = all.last.addDays(1 - length);
    else
        return days;
    days.last = days.first.addDays(length - 1);
    return days;
}

void TimeBrush::select(const catalog::DaySpan &days)
{
    // All that there is needs no range; as one it would leave out what comes later.
    announce(isWhole(days) ? catalog::DateSpan() : m_timeline.span(days));
}

bool TimeBrush::isWhole(const catalog::DaySpan &days) const
{
    const catalog::DaySpan all = m_timeline.days();
    return days.first <= all.first && days.last >= all.last;
}

std::optional<catalog::DaySpan> TimeBrush::movable() const
{
    const std::optional<catalog::DaySpan> marked = selection();
    return marked && isWhole(*marked) ? std::nullopt : marked;
}

void TimeBrush::announce(const catalog::DateSpan &span)
{
    if (span == m_span)
        return;
    setSpan(span);
    emit spanChanged(span);
}

void TimeBrush::moveSelection(int bars)
{
    if (m_state != State::Content)
        return;
    const std::optional<catalog::DaySpan> marked = movable();
    const catalog::DaySpan days =
        marked ? m_scale.movedByBars(*marked, bars)
               // From nothing the newest bar is the next one to the left, the oldest the next to the right.
               : m_scale.barOf(bars < 0 ? m_scale.view().last : m_scale.view().first);
    m_scale.reveal(days);
    layOut();
    select(days);
}

void TimeBrush::resizeSelection(int bars)
{
    const std::optional<catalog::DaySpan> marked = movable();
    if (!marked) {
        moveSelection(bars);
        return;
    }
    const catalog::DaySpan first = m_scale.barOf(marked->first);
    const catalog::DaySpan last = m_scale.movedByBars({marked->last, marked->last}, bars);
    const catalog::DaySpan days{first.first, std::max(first.last, last.last)};
    m_scale.reveal(days);
    layOut();
    select(days);
}

void TimeBrush::clearSelection()
{
    const bool dragged = isDragging();
    announce({});
    if (dragged)
        endDrag();
}

void TimeBrush::keyPressEvent(QKeyEvent *event)
{
    if (m_state != State::Content) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool resizes = event->modifiers() & Qt::ShiftModifier;
    const catalog::DaySpan all = m_timeline.days();
    const std::optional<catalog::DaySpan> marked = movable();
    const auto go = [this](const catalog::DaySpan &days) {
        m_scale.reveal(days);
        layOut();
        select(days);
    };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int bars = event->key() == Qt::Key_Left ? -1 : 1;
        resizes ? resizeSelection(bars) : moveSelection(bars);
        break;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (marked) {
            const int length = int(m_timeline.bars(*marked, m_scale.step()).size());
            moveSelection(event->key() == Qt::Key_PageUp ? -length : length);
        }
        break;
    case Qt::Key_Home:
        if (resizes && marked)
            go(m_scale.barsOf({all.first, marked->last}));
        else
            go(marked ? m_scale.movedByBars(*marked, -m_timeline.dayCount()) : m_scale.barOf(all.first));
        break;
    case Qt::Key_End:
        if (resizes && marked)
            go(m_scale.barsOf({marked->first, all.last}));
        else
            go(marked ? m_scale.movedByBars(*marked, m_timeline.dayCount()) : m_scale.barOf(all.last));
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_Escape:
        if (isDragging()) {
            // Out of the drag, back to what was before.
            announce(m_before);
            endDrag();
        } else if (m_span != catalog::DateSpan()) {
            clearSelection();
        } else {
            event->ignore();
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeBrush::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeBrush::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void TimeBrush::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_state != State::Content)
        return;
    QMenu menu(this);
    menu.setObjectName(u"timeBrushMenu"_s);
    const catalog::DaySpan bar = m_scale.barOf(m_scale.dayAt(event->pos().x()));
    menu.addAction(tr("&Only %1").arg(barName(bar)), this, [this, bar] { select(bar); });
    menu.addAction(tr("&Everything"), this, &TimeBrush::clearSelection)
        ->setEnabled(m_span != catalog::DateSpan());
    menu.addSeparator();
    menu.addAction(tr("Zoom &In"), this, &TimeBrush::zoomIn);
    menu.addAction(tr("Zoom O&ut"), this, &TimeBrush::zoomOut)->setEnabled(!m_scale.isWhole());
    menu.addAction(tr("&Whole Archive in View"), this, &TimeBrush::showAll)->setEnabled(!m_scale.isWhole());
    menu.exec(event->globalPos());
}

} // namespace loredesk::ui
