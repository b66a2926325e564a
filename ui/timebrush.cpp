// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timebrush.h"

#include "ui/readabledate.h"
#include "ui/timebrushaccess.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr int BarHeight = 30;
constexpr int Margin = 8;
constexpr int Above = 3;         ///< of the bars
constexpr int Between = 2;       ///< bars and labels
constexpr double WidestBar = 64; ///< pixels: of a few days each would be a wall

} // namespace

TimeBrush::TimeBrush(QWidget *parent)
    : QWidget(parent)
{
    installTimeBrushAccess();
    setObjectName(u"timeBrush"_s);
    setAccessibleName(tr("Activity over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    restyle();
}

QSize TimeBrush::sizeHint() const
{
    return {600, Above + BarHeight + Between + fontMetrics().height()};
}

QSize TimeBrush::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void TimeBrush::showNothing()
{
    showState(State::NoArchive);
}

void TimeBrush::showReading()
{
    showState(State::Reading);
}

void TimeBrush::showLoading()
{
    showState(State::Loading);
}

void TimeBrush::showState(State state)
{
    m_state = state;
    m_timeline = {};
    m_drag = Drag::None;
    layOut();
}

void TimeBrush::setTimeline(catalog::Timeline timeline)
{
    // Another archive is looked at as a whole; of the same one read again what is in view stays.
    const bool again = m_state == State::Content;
    m_timeline = std::move(timeline);
    m_state = m_timeline.isEmpty() ? State::Empty : State::Content;
    if (!m_timeline.isEmpty()) {
        m_scale.setDays(m_timeline.days());
        if (!again)
            m_scale.showAll();
    }
    layOut();
}

void TimeBrush::setSpan(const catalog::DateSpan &span)
{
    if (span == m_span)
        return;
    m_span = span;
    update();
    QAccessibleValueChangeEvent changed(this, valueText());
    QAccessible::updateAccessibility(&changed);
}

std::optional<catalog::DaySpan> TimeBrush::selection() const
{
    return m_timeline.isEmpty() ? std::nullopt : m_timeline.daysOf(m_span);
}

void TimeBrush::layOut()
{
    m_plot = QRectF(Margin, Above, std::max(1, width() - 2 * Margin), BarHeight);
    m_scale.setExtent(m_plot.left(), m_plot.width());
    m_bars.clear();
    m_labels.clear();
    m_most = 0;
    m_hovered = {};
    if (m_state == State::Content) {
        const catalog::ActivityStep step = m_scale.step();
        m_bars = m_timeline.bars(m_scale.view(), step);
        std::vector<TimeLabels::Bin> bins;
        bins.reserve(m_bars.size());
        for (const catalog::Timeline::Bar &bar : m_bars) {
            m_most = std::max(m_most, bar.messages);
            bins.push_back(
                {bar.days.first, (m_scale.left(bar.days.first) + m_scale.right(bar.days.last)) / 2});
        }
        const QFontMetricsF metrics(font());
        const int days = step == catalog::ActivityStep::Day    ? 1
                         : step == catalog::ActivityStep::Week ? 7
                                                               : 30;
        m_labels = TimeLabels{
            days, double(width() - Margin / 2), 2.0 * Margin, // clear of the frame of the focus
            [&metrics](const QString &text) {
                return metrics.horizontalAdvance(text);
            }}.lay(bins);
    }
    update();
}

QStringList TimeBrush::labels() const
{
    QStringList texts;
    for (const TimeLabels::Label &label : m_labels)
        texts << label.text;
    return texts;
}

QString TimeBrush::stepName() const
{
    switch (m_scale.step()) {
    case catalog::ActivityStep::Day:
        return tr("A bar is a day");
    case catalog::ActivityStep::Week:
        return tr("A bar is a week");
    case catalog::ActivityStep::Month:
        return tr("A bar is a month");
    }
    return {};
}

QString TimeBrush::barName(const catalog::DaySpan &days) const
{
    switch (m_scale.step()) {
    case catalog::ActivityStep::Day:
        return dateText(days.first, DateForm::WeekdayDate);
    case catalog::ActivityStep::Week:
        return daysText(days);
    case catalog::ActivityStep::Month:
        return dateText(days.first, DateForm::LongMonthYear);
    }
    return {};
}

QString TimeBrush::daysText(const catalog::DaySpan &days) const
{
    // Noon is the same day whatever the clock does around midnight.
    const auto noon = [](const QDate &day) { return QDateTime(day, QTime(12, 0), Qt::UTC); };
    return readableSpan({noon(days.first).toSecsSinceEpoch(), noon(days.last).toSecsSinceEpoch()},
                        noon(days.last));
}

QString TimeBrush::messagesText(int messages) const
{
    return messages == 1 ? tr("1 message") : tr("%Ln messages", nullptr, messages);
}

QString TimeBrush::tip(const QDate &day) const
{
    if (m_state != State::Content)
        return {};
    const catalog::DaySpan bar = m_scale.barOf(day);
    return tr("%1: %2").arg(barName(bar), messagesText(m_timeline.messages(bar))) + u'\n' + stepName();
}

QString TimeBrush::valueText() const
{
    switch (m_state) {
    case State::NoArchive:
        return tr("No archive");
    case State::Reading:
        return tr("The archive is being read");
    case State::Loading:
        return tr("Counting the days of the archive");
    case State::Empty:
        return tr("No messages with a date");
    case State::Content:
        break;
    }
    if (m_span == catalog::DateSpan())
        return tr("Everything: %1, %2")
            .arg(daysText(m_timeline.days()), messagesText(m_timeline.messages(m_timeline.days())));
    if (const std::optional<catalog::DaySpan> days = selection()) {
        // As it was chosen: of a month that began before the archive did, not the one day that is left.
        const catalog::DaySpan meant{m_span.since ? m_timeline.dayOf(*m_span.since) : days->first,
                                     m_span.until ? m_timeline.dayOf(*m_span.until) : days->last};
        return tr("%1, %2").arg(daysText(meant), messagesText(m_timeline.messages(meant)));
    }
    return tr("%1, outside of the archive").arg(readableSpan(m_span, QDateTime::currentDateTime()));
}

QRectF TimeBrush::markRect() const
{
    const std::optional<catalog::DaySpan> days = selection();
    if (!days)
        return {};
    const double left = std::round(m_scale.left(days->first));
    const double right = std::round(m_scale.right(days->last));
    // However short it is, it can be seen.
    return {left, 0, std::max(2.0, right - left), m_plot.bottom() + 1};
}

void TimeBrush::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(m_theme.hairline);
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    if (m_state != State::Content) {
        const QString text = m_state == State::NoArchive
                                 ? tr("When messages came shows here once an archive is open")
                                 : valueText();
        painter.setPen(m_theme.muted);
        painter.drawText(rect().adjusted(Margin, 0, -Margin, 0), Qt::AlignCenter,
                         fontMetrics().elidedText(text, Qt::ElideRight, width() - 2 * Margin));
    } else {
        painter.save();
        painter.setClipRect(QRectF(m_plot.left() - 4, 0, m_plot.width() + 8, height()));
        paintMark(painter);
        paintBars(painter);
        paintEnds(painter);
        painter.restore();
        const QFontMetricsF metrics(font());
        painter.setPen(m_theme.muted);
        for (const TimeLabels::Label &label : m_labels)
            painter.drawText(QPointF(label.x, m_plot.bottom() + Between + metrics.ascent()), label.text);
    }
}

void TimeBrush::paintBars(QPainter &painter) const
{
    painter.fillRect(QRectF(m_plot.left(), m_plot.bottom(), m_plot.width(), 1), m_theme.hairline);
    const std::optional<catalog::DaySpan> marked = selection();
    const bool all = m_span == catalog::DateSpan();
    for (const catalog::Timeline::Bar &bar : m_bars) {
        if (bar.messages == 0)
            continue;
        double left = std::round(m_scale.left(bar.days.first));
        double right = std::round(m_scale.right(bar.days.last));
        if (right - left > WidestBar) {
            left = std::round((left + right - WidestBar) / 2);
            right = left + WidestBar;
        }
        const double gap = right - left >= 3 ? 1 : 0;
        const double height = std::max(1.0, std::round(bar.messages * m_plot.height() / std::max(1, m_most)));
        const bool inside =
            all || (marked && bar.days.last >= marked->first && bar.days.first <= marked->last);
        QColor color = inside ? m_theme.chart[0] : m_theme.muted;
        if (m_hovered.isValid() && m_hovered >= bar.days.first && m_hovered <= bar.days.last)
            color = palette().color(QPalette::Text);
        painter.fillRect(QRectF(left, m_plot.bottom() - height, std::max(1.0, right - left - gap), height),
                         color);
    }
}

void TimeBrush::paintMark(QPainter &painter) const
{
    const QRectF mark = markRect();
    if (mark.isEmpty())
        return;
    const QColor accent = palette().color(QPalette::Highlight);
    QColor ground = accent;
    ground.setAlphaF(m_theme.dark ? 0.35F : 0.16F);
    painter.fillRect(mark, ground);
}

void TimeBrush::paintEnds(QPainter &painter) const
{
    const QRectF mark = markRect();
    if (mark.isEmpty())
        return;
    // In front of the bars: grips on the ends say what can be taken hold of.
    const QColor line = m_theme.chart[0];
    for (const double x : {mark.left(), mark.right()}) {
        painter.fillRect(QRectF(x - 1, mark.top(), 2, mark.height()), line);
        const QRectF grip(x - 3, mark.center().y() - 6, 6, 12);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(line, 1));
        painter.setBrush(palette().base());
        painter.drawRoundedRect(grip, 2, 2);
        painter.restore();
    }
}

void TimeBrush::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void TimeBrush::restyle()
{
    m_theme = Theme::of(palette());
    layOut();
}

void TimeBrush::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        layOut();
    }
}

} // namespace loredesk::ui
