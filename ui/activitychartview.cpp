// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activitychartview.h"

#include "models/items/roles.h"
#include "ui/readabledate.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolTip>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr qreal Gap = 8;
constexpr qreal MostBarWidth = 64; // px
constexpr base::UnixSeconds Day = 86400;

QDate dayOf(base::UnixSeconds seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date();
}

QString number(double value)
{
    return QLocale().toString(qint64(std::llround(value)));
}

/// 1, 2 or 5 times a power of ten, so that at most `lines` of them reach `most`; whole numbers.
double niceStep(double most, int lines)
{
    const double least = std::max(1.0, most / lines);
    double step = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (step * factor >= least)
            return std::ceil(step * factor);
    }
    return std::ceil(step * 10);
}

} // namespace

ActivityChartView::ActivityChartView(QWidget *parent)
    : ChartView(parent)
    , m_series(new QStackedBarSeries)
    , m_values(new QValueAxis)
{
    m_sets = {new QBarSet(tr("Patches")), new QBarSet(tr("Replies")), new QBarSet(tr("Bots"))};
    for (QBarSet *set : m_sets)
        m_series->append(set);
    chart()->addSeries(m_series);
    auto *bins = new QBarCategoryAxis;
    chart()->addAxis(bins, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_series->attachAxis(bins);
    m_series->attachAxis(m_values);
    // Times and numbers are laid out here: the axis would write every bin's name or none.
    bins->setVisible(false);
    m_values->setVisible(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    applyTheme();
}

const std::vector<ActivityChartView::Bin> &ActivityChartView::bins() const
{
    ensureRead();
    return m_bins;
}

void ActivityChartView::readModel()
{
    const catalog::DateSpan picked = m_anchor >= 0 ? span(m_anchor, m_head) : catalog::DateSpan{};
    m_bins.clear();
    if (const QAbstractItemModel *source = model()) {
        const int rows = source->rowCount();
        m_bins.reserve(std::size_t(rows));
        for (int row = 0; row < rows; ++row) {
            Bin bin;
            bin.row = row;
            bin.start = source->index(row, 0).data(items::DateRole).toLongLong();
            bin.end = source->index(row, 0).data(items::LastDateRole).toLongLong();
            for (int i = 0; i < 3; ++i)
                bin.values[std::size_t(i)] = source->index(row, i + 1).data(items::ValueRole).toDouble();
            m_bins.push_back(bin);
        }
    }
    m_current = m_hovered = m_anchor = m_head = -1;
    m_dragging = false;

    std::array<QList<qreal>, 3> values;
    QStringList names;
    double most = 1;
    for (const Bin &bin : m_bins) {
        for (std::size_t i = 0; i < 3; ++i)
            values[i].append(bin.values[i]);
        names.append(QString::number(names.size()));
        most = std::max(most, bin.total());
    }
    for (std::size_t i = 0; i < 3; ++i) {
        m_sets[i]->remove(0, m_sets[i]->count());
        m_sets[i]->append(values[i]);
    }
    static_cast<QBarCategoryAxis *>(chart()->axes(Qt::Horizontal).constFirst())->setCategories(names);
    m_step = niceStep(most, 4);
    m_values->setRange(0, std::ceil(most / m_step) * m_step);
    setPickedRange(picked);
    announce(m_bins.empty()       ? tr("No bars")
             : m_bins.size() == 1 ? tr("1 bar: %1").arg(tip(0))
                                  : tr("%1 bars, from %2 to %3")
                                        .arg(QString::number(m_bins.size()), periodName(0),
                                             periodName(int(m_bins.size()) - 1)));
}

void ActivityChartView::arrange()
{
    const QSizeF size = viewport()->size();
    m_font = labelFont();
    const QFontMetricsF metrics(m_font);
    const qreal line = std::ceil(metrics.height());
    const qreal left = Gap + std::ceil(metrics.horizontalAdvance(number(m_values->max()))) + Gap / 2;
    const qreal top = Gap / 2 + line + Gap; // the legend
    const qreal bottom = line + Gap;
    m_plot = QRectF(left, top, std::max(20.0, size.width() - left - Gap),
                    std::max(20.0, size.height() - top - bottom));
    const qreal pitch = m_plot.width() / std::max<qreal>(1, qreal(m_bins.size()));
    // A few days are bars, too, and not walls.
    m_series->setBarWidth(pitch < 4 ? 1.0 : std::min(0.8, MostBarWidth / pitch));
    chart()->resize(size);
    chart()->setPlotArea(m_plot);
    setSceneRect(QRectF(QPointF(), size));
    layTimeLabels();
}

void ActivityChartView::applyTheme()
{
    for (std::size_t i = 0; i < 3; ++i) {
        m_sets[i]->setColor(theme().chart[i]);
        m_sets[i]->setPen(Qt::NoPen);
    }
}

QString ActivityChartView::periodName(int bin) const
{
    const Bin &at = m_bins[std::size_t(bin)];
    const QDate day = dayOf(at.start);
    if (at.end - at.start <= Day)
        return dateText(day, DateForm::WeekdayDate);
    if (at.end - at.start <= 7 * Day)
        return tr("Week of %1").arg(dateText(day, DateForm::DayMonthYear));
    return dateText(day, DateForm::LongMonthYear);
}

void ActivityChartView::layTimeLabels()
{
    std::vector<TimeLabels::Bin> bins;
    bins.reserve(m_bins.size());
    for (int i = 0; i < int(m_bins.size()); ++i)
        bins.push_back({dayOf(m_bins[std::size_t(i)].start), column(i).center().x()});
    const base::UnixSeconds length = m_bins.empty() ? Day : m_bins.front().end - m_bins.front().start;
    const QFontMetricsF metrics(m_font);
    m_ticks = TimeLabels{
        int(length / Day), chart()->size().width(), 1.5 * Gap, [&metrics](const QString &text) {
            return metrics.horizontalAdvance(text);
        }}.lay(bins);
}

QStringList ActivityChartView::timeLabels() const
{
    ensureRead();
    QStringList labels;
    for (const TimeLabels::Label &tick : m_ticks)
        labels.append(tick.text);
    return labels;
}

QRectF ActivityChartView::column(int bin) const
{
    const qreal pitch = m_plot.width() / std::max<qreal>(1, qreal(m_bins.size()));
    return {m_plot.left() + bin * pitch, m_plot.top(), pitch, m_plot.height()};
}

int ActivityChartView::binAt(const QPoint &viewportPosition) const
{
    ensureRead();
    const QPointF at = toChart(viewportPosition);
    if (m_bins.empty() || !m_plot.adjusted(0, 0, 1, Gap).contains(at))
        return -1;
    return std::min(int((at.x() - m_plot.left()) / m_plot.width() * qreal(m_bins.size())),
                    int(m_bins.size()) - 1);
}

QRect ActivityChartView::columnRect(int bin) const
{
    ensureRead();
    return fromChart(column(bin));
}

QString ActivityChartView::tip(int bin) const
{
    if (bin < 0 || bin >= int(m_bins.size()))
        return {};
    return tr("%1: %2").arg(periodName(bin), numbersText(bin));
}

QString ActivityChartView::numbersText(int bin) const
{
    const auto [patches, replies, bots] = m_bins[std::size_t(bin)].values;
    return tr("%1, %2, %3 from bots")
        .arg(patches == 1 ? tr("1 patch") : tr("%Ln patches", nullptr, int(patches)),
             replies == 1 ? tr("1 reply") : tr("%Ln replies", nullptr, int(replies)), number(bots));
}

int ActivityChartView::itemCount() const
{
    ensureRead();
    return int(m_bins.size());
}

QString ActivityChartView::itemName(int item) const
{
    return periodName(item);
}

QString ActivityChartView::itemValue(int item) const
{
    return numbersText(item);
}

QRect ActivityChartView::itemRect(int item) const
{
    return columnRect(item);
}

bool ActivityChartView::isItemSelected(int item) const
{
    const auto [low, high] = std::minmax(m_anchor, m_head);
    return m_anchor >= 0 && item >= low && item <= high;
}

void ActivityChartView::activateItem(int item)
{
    m_anchor = m_head = item;
    setCurrent(item, true);
    pick();
}

catalog::DateSpan ActivityChartView::span(int first, int last) const
{
    const auto [low, high] = std::minmax(first, last);
    return {m_bins[std::size_t(low)].start, m_bins[std::size_t(high)].end - 1};
}

catalog::DateSpan ActivityChartView::pickedRange() const
{
    ensureRead();
    return m_anchor >= 0 ? span(m_anchor, m_head) : catalog::DateSpan{};
}

void ActivityChartView::setPickedRange(const catalog::DateSpan &span)
{
    ensureRead();
    m_anchor = m_head = -1;
    for (int i = 0; i < int(m_bins.size()) && (span.since || span.until); ++i) {
        const Bin &bin = m_bins[std::size_t(i)];
        if ((span.since && bin.end <= *span.since) || (span.until && bin.start > *span.until))
            continue;
        if (m_anchor < 0)
            m_anchor = i;
        m_head = i;
    }
    repaintLayers();
}

void ActivityChartView::paintLayer(Layer layer, QPainter &painter)
{
    if (m_bins.empty())
        return;
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    const qreal centering = (metrics.ascent() - metrics.descent()) / 2;
    if (layer == Layer::Beneath) {
        if (m_anchor >= 0) {
            const auto [low, high] = std::minmax(m_anchor, m_head);
            const QRectF mark = column(low) | column(high);
            QColor ground = accent;
            ground.setAlphaF(0.18F);
            painter.fillRect(mark, ground);
            painter.setPen(QPen(accent, 1.5));
            painter.drawLine(mark.topLeft(), mark.bottomLeft());
            painter.drawLine(mark.topRight(), mark.bottomRight());
        } else if (m_hovered >= 0 && !isPicture()) {
            QColor ground = accent;
            ground.setAlphaF(0.12F);
            painter.fillRect(column(m_hovered), ground);
        }
        // A few lines to read heights by; the numbers stand in the margin.
        for (double value = 0; value <= m_values->max() + 0.5; value += m_step) {
            const qreal y = std::round(m_plot.bottom() - value / m_values->max() * m_plot.height());
            painter.setPen(QPen(theme().hairline, 1));
            painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
            const QString text = number(value);
            painter.setPen(theme().muted);
            painter.drawText(
                QPointF(m_plot.left() - Gap / 2 - metrics.horizontalAdvance(text), y + centering), text);
        }
        return;
    }

    painter.setPen(theme().muted);
    for (const TimeLabels::Label &tick : m_ticks)
        painter.drawText(QPointF(tick.x, m_plot.bottom() + Gap / 2 + metrics.ascent()), tick.text);

    qreal x = m_plot.left();
    const qreal middle = Gap / 2 + metrics.height() / 2;
    const qreal square = std::round(metrics.ascent() * 0.8);
    for (std::size_t i = 0; i < 3; ++i) {
        painter.fillRect(QRectF(x, middle - square / 2, square, square), theme().chart[i]);
        x += square + Gap / 2;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QPointF(x, middle + centering), m_sets[i]->label());
        x += metrics.horizontalAdvance(m_sets[i]->label()) + 2 * Gap;
    }

    if (m_current >= 0 && m_current < int(m_bins.size()) && hasFocus() && !isPicture()) {
        painter.setPen(QPen(accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawRect(column(m_current).adjusted(0, 0, -1, 0));
    }
}

QString ActivityChartView::proposedName() const
{
    return u"activity"_s;
}

void ActivityChartView::fillMenu(QMenu &menu, const QPoint &viewportPosition)
{
    const int bin = binAt(viewportPosition);
    if (bin >= 0) {
        menu.addAction(tr("&Only %1").arg(periodName(bin)), this, [this, bin] { activateItem(bin); });
    }
    if (m_anchor >= 0)
        menu.addAction(tr("&Whole range"), this, &ActivityChartView::clearPick);
}

void ActivityChartView::pick()
{
    if (m_anchor >= 0)
        emit rangePicked(span(m_anchor, m_head));
}

void ActivityChartView::clearPick()
{
    m_anchor = m_head = -1;
    repaintLayers();
    emit rangePicked(catalog::DateSpan{});
}

void ActivityChartView::setCurrent(int bin, bool extend)
{
    bin = std::clamp(bin, 0, int(m_bins.size()) - 1);
    if (extend) {
        if (m_anchor < 0)
            m_anchor = m_current >= 0 ? m_current : bin;
        m_head = bin;
        const auto [low, high] = std::minmax(m_anchor, m_head);
        announce(low == high ? tip(bin) : tr("%1 to %2").arg(periodName(low), periodName(high)));
    } else {
        announce(tip(bin));
    }
    m_current = bin;
    repaintLayers();
}

bool ActivityChartView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bin = binAt(help->pos());
        if (bin >= 0)
            QToolTip::showText(help->globalPos(), tip(bin), viewport(), columnRect(bin));
        else
            QToolTip::hideText();
        return true;
    }
    case QEvent::Leave:
        m_hovered = -1;
        repaintLayers();
        break;
    default:
        break;
    }
    return ChartView::viewportEvent(event);
}

void ActivityChartView::mousePressEvent(QMouseEvent *event)
{
    const int bin = binAt(event->position().toPoint());
    event->setAccepted(event->button() == Qt::LeftButton);
    if (event->button() != Qt::LeftButton || bin < 0)
        return;
    if (event->modifiers() & Qt::ShiftModifier && m_anchor >= 0) {
        setCurrent(bin, true);
    } else {
        m_anchor = -1;
        m_current = bin;
        setCurrent(bin, true);
    }
    m_dragging = true;
}

void ActivityChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_dragging) {
        // Beyond the ends means the end, so that one can drag out of the window.
        const QPoint inside(
            std::clamp(at.x(), columnRect(0).left(), columnRect(int(m_bins.size()) - 1).right()),
            int(m_plot.center().y()));
        const int bin = binAt(inside);
        if (bin >= 0 && bin != m_head)
            setCurrent(bin, true);
        return;
    }
    const int bin = binAt(at);
    if (bin == m_hovered)
        return;
    m_hovered = bin;
    repaintLayers();
    if (bin >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), tip(bin), viewport(), columnRect(bin));
    else
        QToolTip::hideText();
}

void ActivityChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    pick();
}

void ActivityChartView::keyPressEvent(QKeyEvent *event)
{
    ensureRead();
    if (m_bins.empty()) {
        event->ignore();
        return;
    }
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const int last = int(m_bins.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current < 0 ? last : m_current - 1, extend);
        break;
    case Qt::Key_Right:
        setCurrent(m_current + 1, extend);
        break;
    case Qt::Key_Home:
        setCurrent(0, extend);
        break;
    case Qt::Key_End:
        setCurrent(last, extend);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Select: {
        // On a bar within the mark Enter takes the mark, elsewhere the bar alone.
        const auto [low, high] = std::minmax(m_anchor, m_head);
        if (m_current >= 0 && (m_anchor < 0 || m_current < low || m_current > high)) {
            m_anchor = m_head = m_current;
            repaintLayers();
        }
        pick();
        break;
    }
    case Qt::Key_Escape:
        if (m_anchor < 0)
            event->ignore();
        else
            clearPick();
        break;
    default:
        event->ignore();
    }
}

} // namespace loredesk::ui
