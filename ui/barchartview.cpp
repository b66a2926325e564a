// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/barchartview.h"

#include "models/base/hostiletext.h"
#include "models/items/chartroles.h"
#include "models/items/roles.h"

#include <QAbstractItemModel>
#include <QLocale>
#include <QPainter>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr qreal Gap = 8;         ///< between name and bar, bar and number, and to the frame
constexpr qreal BarShare = 0.7;  ///< of a line's height
constexpr qreal NameShare = 0.4; ///< of the width, at most

QString number(double value)
{
    return QLocale().toString(qint64(std::llround(value)));
}

} // namespace

BarChartView::BarChartView(QWidget *parent)
    : ChartView(parent)
    , m_series(new QHorizontalStackedBarSeries)
    , m_people(new QBarSet(tr("People")))
    , m_bots(new QBarSet(tr("Bots")))
{
    m_series->append({m_people, m_bots});
    m_series->setBarWidth(BarShare);
    chart()->addSeries(m_series);
    auto *lines = new QBarCategoryAxis;
    auto *values = new QValueAxis;
    chart()->addAxis(lines, Qt::AlignLeft);
    chart()->addAxis(values, Qt::AlignBottom);
    m_series->attachAxis(lines);
    m_series->attachAxis(values);
    // Names and numbers are laid out here: the axis drops labels that it finds too close.
    lines->setVisible(false);
    values->setVisible(false);
    applyTheme();
}

void BarChartView::setTop(int top)
{
    top = std::max(1, top);
    if (m_top == top)
        return;
    m_top = top;
    readModel();
    arrange();
    repaintLayers();
}

void BarChartView::setKeepsOrder(bool keeps)
{
    m_keepsOrder = keeps;
}

void BarChartView::setSelectedKeys(const QStringList &keys)
{
    m_selected = keys;
    repaintLayers();
}

const std::vector<BarChartView::Bar> &BarChartView::bars() const
{
    ensureRead();
    return m_bars;
}

void BarChartView::readModel()
{
    const QString currentKey = m_current >= 0 ? m_bars[std::size_t(m_current)].key : QString();
    std::vector<Bar> all;
    if (const QAbstractItemModel *source = model()) {
        const int rows = source->rowCount();
        const int last = std::min(2, source->columnCount() - 1); // people, bots
        all.reserve(std::size_t(rows));
        // First the numbers alone: an archive has thousands of contributors, a chart two dozen.
        for (int row = 0; row < rows; ++row) {
            Bar bar;
            bar.row = row;
            for (int column = 1; column <= last; ++column)
                bar.value += source->index(row, column).data(items::ValueRole).toDouble();
            if (bar.value > 0 || m_keepsOrder)
                all.push_back(std::move(bar));
        }
        if (!m_keepsOrder) {
            const auto most = all.begin() + std::min<std::ptrdiff_t>(m_top, std::ssize(all));
            // Equal numbers stay in the model's order.
            std::partial_sort(all.begin(), most, all.end(), [](const Bar &a, const Bar &b) {
                return a.value != b.value ? a.value > b.value : a.row < b.row;
            });
            all.erase(most, all.end());
        }
        for (Bar &bar : all) {
            const QModelIndex index = source->index(bar.row, 0);
            // Namesakes have their addresses only where the chart has more than one of them.
            bar.name = base::visibleLine(index.data(items::NameRole).toString());
            if (bar.name.isEmpty())
                bar.name = base::visibleLine(index.data(Qt::DisplayRole).toString());
            bar.label = base::visibleLine(index.data(items::FullTextRole).toString());
            if (bar.label.isEmpty())
                bar.label = bar.name;
            bar.key = index.data(items::KeyRole).toString();
            bar.bot = index.data(items::BotRole).toBool();
            bar.group = base::visibleLine(index.data(items::GroupRole).toString());
            bar.text = index.data(items::ValueTextRole).toString();
            if (bar.text.isEmpty())
                bar.text = number(bar.value);
        }
    }
    m_bars = std::move(all);
    m_lines.clear();
    m_lineOf.clear();
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const QString &group = m_bars[i].group;
        if (!group.isEmpty() && (i == 0 || m_bars[i - 1].group != group))
            m_lines.push_back(-1 - int(i)); // a heading takes a line
        m_lineOf.push_back(int(m_lines.size()));
        m_lines.push_back(int(i));
    }

    m_current = -1;
    for (std::size_t i = 0; i < m_bars.size() && !currentKey.isEmpty(); ++i) {
        if (m_bars[i].key == currentKey)
            m_current = int(i);
    }
    m_hovered = -1;
    m_pressed = -1;

    // Qt Charts counts lines from the bottom; the most is to be on top.
    QList<qreal> people;
    QList<qreal> bots;
    QStringList lines;
    m_most = 0;
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        const Bar *bar = *line >= 0 ? &m_bars[std::size_t(*line)] : nullptr;
        people.append(bar && !bar->bot ? bar->value : 0);
        bots.append(bar && bar->bot ? bar->value : 0);
        lines.append(QString::number(lines.size()));
        m_most = std::max(m_most, bar ? bar->value : 0);
    }
    if (m_most <= 0)
        m_most = 1;
    m_people->remove(0, m_people->count());
    m_bots->remove(0, m_bots->count());
    m_people->append(people);
    m_bots->append(bots);
    auto *axis = static_cast<QBarCategoryAxis *>(chart()->axes(Qt::Vertical).constFirst());
    axis->setCategories(lines);
    chart()->axes(Qt::Horizontal).constFirst()->setRange(0, m_most);
    announce(m_bars.empty()       ? tr("No bars")
             : m_bars.size() == 1 ? tr("1 bar: %1").arg(tip(0))
             : m_keepsOrder       ? tr("%n bars, the first: %1", nullptr, int(m_bars.size())).arg(tip(0))
                                  : tr("%n bars, most first: %1", nullptr, int(m_bars.size())).arg(tip(0)));
}

void BarChartView::arrange()
{
    const QSizeF room = viewport()->size();
    m_font = labelFont();
    const int count = std::max(1, int(m_lines.size()));
    const qreal natural = std::ceil(QFontMetricsF(m_font).height());
    m_pitch = std::floor((room.height() - Gap) / count * 4) / 4;
    if (m_pitch < natural) {
        // A little smaller before anything scrolls.
        QFont small = m_font;
        small.setPixelSize(std::max(10, int(std::lround(m_font.pixelSize() * 0.85))));
        for (int size = m_font.pixelSize(); size >= small.pixelSize(); --size) {
            m_font.setPixelSize(size);
            if (std::ceil(QFontMetricsF(m_font).height()) <= m_pitch)
                break;
        }
    }
    // Ascenders and descenders of neighbours may share the leading, no more.
    const QFontMetricsF small(m_font);
    if (m_pitch < small.ascent() + small.descent() * 0.75) {
        // It scrolls whatever is done: then in letters of the usual size.
        m_font = labelFont();
        m_pitch = natural;
    }
    m_pitch = std::min(m_pitch, std::floor(natural * 2.1));
    const QFontMetricsF metrics(m_font);

    qreal fullWidth = 0;
    qreal nameWidth = 0;
    qreal numberWidth = 0;
    QStringList names;
    for (const Bar &bar : m_bars)
        names.append(bar.name);
    // Two people of one name are told apart by their addresses.
    const auto twice = [&names](const Bar &bar) { return names.count(bar.name) > 1; };
    for (const Bar &bar : m_bars) {
        fullWidth = std::max(fullWidth, metrics.horizontalAdvance(bar.label));
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(twice(bar) ? bar.label : bar.name));
        const QString text = bar.text + (bar.bot ? u"  "_s + tr("bot") : QString());
        numberWidth = std::max(numberWidth, metrics.horizontalAdvance(text));
    }
    const qreal limit = std::floor(room.width() * NameShare);
    const bool full = fullWidth <= limit;
    const qreal width = std::min(limit, std::ceil(full ? fullWidth : nameWidth) + 1);
    m_names.clear();
    for (const Bar &bar : m_bars) {
        const QString &text = full || twice(bar) ? bar.label : bar.name;
        // What tells twins and domains apart is as likely to stand at the end.
        const bool cutEnd = text.contains(u' ') && !twice(bar);
        m_names.append(metrics.elidedText(text, cutEnd ? Qt::ElideRight : Qt::ElideMiddle, width));
    }

    const QSizeF size(room.width(), std::max(room.height(), m_pitch * count + Gap));
    const qreal left = Gap + width + Gap;
    const qreal right = Gap / 2 + std::ceil(numberWidth) + Gap;
    m_plot = QRectF(left, Gap / 2, std::max(20.0, size.width() - left - right), m_pitch * count);
    chart()->resize(size);
    chart()->setPlotArea(m_plot);
    setSceneRect(QRectF(QPointF(), size));
}

void BarChartView::applyTheme()
{
    m_people->setColor(theme().chart[0]);
    m_bots->setColor(theme().chart[2]);
    for (QBarSet *set : {m_people, m_bots})
        set->setPen(Qt::NoPen);
}

QRectF BarChartView::line(int bar) const
{
    return {0, m_plot.top() + m_lineOf[std::size_t(bar)] * m_pitch, chart()->size().width(), m_pitch};
}

QRectF BarChartView::barArea(int bar) const
{
    const QRectF whole = line(bar);
    return {m_plot.left(), whole.top() + m_pitch * (1 - BarShare) / 2,
            m_plot.width() * m_bars[std::size_t(bar)].value / m_most, m_pitch * BarShare};
}

int BarChartView::barAt(const QPoint &viewportPosition) const
{
    ensureRead();
    const QPointF at = toChart(viewportPosition);
    if (m_bars.empty() || m_pitch <= 0 || at.y() < m_plot.top() || at.x() < 0 ||
        at.x() > chart()->size().width())
        return -1;
    const auto line = std::size_t((at.y() - m_plot.top()) / m_pitch);
    return line < m_lines.size() ? std::max(-1, m_lines[line]) : -1;
}

QRect BarChartView::lineRect(int bar) const
{
    ensureRead();
    return fromChart(line(bar));
}

QRect BarChartView::barRect(int bar) const
{
    ensureRead();
    return fromChart(barArea(bar));
}

QString BarChartView::shownName(int bar) const
{
    ensureRead();
    return m_names.value(bar);
}

QString BarChartView::tip(int bar) const
{
    if (bar < 0 || bar >= int(m_bars.size()))
        return {};
    const Bar &shown = m_bars[std::size_t(bar)];
    const QString text = tr("%1: %2").arg(shown.label, shown.text);
    return shown.bot ? tr("%1 (bot)").arg(text) : text;
}

void BarChartView::paintLayer(Layer layer, QPainter &painter)
{
    const QPalette &colors = palette();
    const QColor text = colors.color(QPalette::Text);
    if (layer == Layer::Beneath) {
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < int(m_bars.size()); ++i) {
            QColor ground = colors.color(QPalette::Highlight);
            if (m_selected.contains(m_bars[std::size_t(i)].key)) {
                // Told by a mark at the edge too, not by the tint alone.
                painter.fillRect(QRectF(0, line(i).top(), 3, m_pitch), ground);
                ground.setAlphaF(0.22F);
                painter.fillRect(line(i), ground);
            } else if (i == m_hovered && !isPicture()) {
                ground.setAlphaF(0.09F);
                painter.fillRect(line(i), ground);
            }
        }
        return;
    }

    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    painter.setPen(theme().muted);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i] >= 0)
            continue;
        const QString &group = m_bars[std::size_t(-1 - m_lines[i])].group;
        const qreal baseline =
            m_plot.top() + (qreal(i) + 0.5) * m_pitch + (metrics.ascent() - metrics.descent()) / 2;
        painter.drawText(QPointF(Gap, baseline),
                         metrics.elidedText(group, Qt::ElideRight, chart()->size().width() - 2 * Gap));
    }
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const Bar &bar = m_bars[std::size_t(i)];
        const QRectF whole = line(i);
        const qreal baseline = whole.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        const QString name = m_names.value(i);
        painter.setPen(text);
        painter.drawText(QPointF(m_plot.left() - Gap - metrics.horizontalAdvance(name), baseline), name);
        const QString &value = bar.text;
        qreal x = barArea(i).right() + Gap / 2 + 1;
        painter.drawText(QPointF(x, baseline), value);
        if (bar.bot) {
            x += metrics.horizontalAdvance(value + u"  "_s);
            painter.setPen(theme().muted);
            painter.drawText(QPointF(x, baseline), tr("bot"));
        }
    }
    // The line that bars start at.
    painter.setPen(QPen(theme().hairline, 1));
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const QRectF whole = line(i);
        painter.drawLine(QPointF(m_plot.left(), whole.top()), QPointF(m_plot.left(), whole.bottom()));
    }
    if (m_current >= 0 && m_current < int(m_bars.size()) && hasFocus() && !isPicture()) {
        painter.setPen(QPen(colors.color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawRect(line(m_current).adjusted(0, 0, -1, -1));
    }
}

QString BarChartView::proposedName() const
{
    return m_fileName;
}

int BarChartView::itemCount() const
{
    ensureRead();
    return int(m_bars.size());
}

QString BarChartView::itemName(int item) const
{
    const Bar &bar = m_bars[std::size_t(item)];
    const QString name = bar.bot ? tr("%1 (bot)").arg(bar.label) : bar.label;
    return bar.group.isEmpty() ? name : tr("%1, %2").arg(bar.group, name);
}

QString BarChartView::itemValue(int item) const
{
    return m_bars[std::size_t(item)].text;
}

QRect BarChartView::itemRect(int item) const
{
    return lineRect(item);
}

bool BarChartView::isItemSelected(int item) const
{
    return m_selected.contains(m_bars[std::size_t(item)].key);
}

void BarChartView::activateItem(int item)
{
    activate(item, false);
}

} // namespace loredesk::ui
