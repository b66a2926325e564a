// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/barchartview.h"

#include "models/base/hostiletext.h"
#include "models/items/roles.h"

#include <QAbstractItemModel>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
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
            if (bar.value > 0)
                all.push_back(std::move(bar));
        }
        const auto most = all.begin() + std::min<std::ptrdiff_t>(m_top, std::ssize(all));
        // Equal numbers stay in the model's order.
        std::partial_sort(all.begin(), most, all.end(), [](const Bar &a, const Bar &b) {
            return a.value != b.value ? a.value > b.value : a.row < b.row;
        });
        all.erase(most, all.end());
        for (Bar &bar : all) {
            const QModelIndex index = source->index(bar.row, 0);
            bar.name = base::visibleLine(index.data(Qt::DisplayRole).toString());
            bar.label = base::visibleLine(index.data(items::FullTextRole).toString());
            if (bar.label.isEmpty())
                bar.label = bar.name;
            bar.key = index.data(items::KeyRole).toString();
            bar.bot = index.data(items::BotRole).toBool();
        }
    }
    m_bars = std::move(all);

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
    double most = 1;
    for (auto bar = m_bars.rbegin(); bar != m_bars.rend(); ++bar) {
        people.append(bar->bot ? 0 : bar->value);
        bots.append(bar->bot ? bar->value : 0);
        lines.append(QString::number(lines.size()));
        most = std::max(most, bar->value);
    }
    m_people->remove(0, m_people->count());
    m_bots->remove(0, m_bots->count());
    m_people->append(people);
    m_bots->append(bots);
    auto *axis = static_cast<QBarCategoryAxis *>(chart()->axes(Qt::Vertical).constFirst());
    axis->setCategories(lines);
    chart()->axes(Qt::Horizontal).constFirst()->setRange(0, most);
    announce(m_bars.empty()       ? tr("No bars")
             : m_bars.size() == 1 ? tr("1 bar: %1").arg(tip(0))
                                  : tr("%n bars, most first: %1", nullptr, int(m_bars.size())).arg(tip(0)));
}

void BarChartView::arrange()
{
    const QSizeF room = viewport()->size();
    m_font = labelFont();
    const int count = std::max(1, int(m_bars.size()));
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
    const QFontMetricsF metrics(m_font);
    // Ascenders and descenders of neighbours may share the leading, no more.
    m_pitch = std::clamp(m_pitch, std::ceil(metrics.ascent() + metrics.descent() * 0.75), natural * 2.1);

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
        const QString text = number(bar.value) + (bar.bot ? u"  "_s + tr("bot") : QString());
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
    return {0, m_plot.top() + bar * m_pitch, chart()->size().width(), m_pitch};
}

QRectF BarChartView::barArea(int bar) const
{
    const double most = std::max(1.0, m_bars.front().value);
    const QRectF whole = line(bar);
    return {m_plot.left(), whole.top() + m_pitch * (1 - BarShare) / 2,
            m_plot.width() * m_bars[std::size_t(bar)].value / most, m_pitch * BarShare};
}

int BarChartView::barAt(const QPoint &viewportPosition) const
{
    ensureRead();
    const QPointF at = toChart(viewportPosition);
    if (m_bars.empty() || m_pitch <= 0 || at.y() < m_plot.top() || at.x() < 0 ||
        at.x() > chart()->size().width())
        return -1;
    const int bar = int((at.y() - m_plot.top()) / m_pitch);
    return bar < int(m_bars.size()) ? bar : -1;
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
    const QString text = tr("%1: %2").arg(shown.label, number(shown.value));
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
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const Bar &bar = m_bars[std::size_t(i)];
        const QRectF whole = line(i);
        const qreal baseline = whole.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        const QString name = m_names.value(i);
        painter.setPen(text);
        painter.drawText(QPointF(m_plot.left() - Gap - metrics.horizontalAdvance(name), baseline), name);
        const QString value = number(bar.value);
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
    if (!m_bars.empty())
        painter.drawLine(m_plot.topLeft(), m_plot.bottomLeft());
    if (m_current >= 0 && m_current < int(m_bars.size()) && hasFocus() && !isPicture()) {
        painter.setPen(QPen(colors.color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawRect(line(m_current).adjusted(0, 0, -1, -1));
    }
}

QString BarChartView::proposedName() const
{
    return objectName() == "domainsChart"_L1 ? u"domains"_s : u"contributors"_s;
}

void BarChartView::fillMenu(QMenu &menu, const QPoint &viewportPosition)
{
    const int bar = barAt(viewportPosition) >= 0 ? barAt(viewportPosition) : m_current;
    if (bar >= 0) {
        QString name = m_bars[std::size_t(bar)].name;
        name.replace(u'&', u"&&"_s);
        menu.addAction(tr("&Filter by %1").arg(name), this, [this, bar] { activate(bar, false); });
        if (!m_selected.isEmpty())
            menu.addAction(tr("&Add %1 to the filter").arg(name), this, [this, bar] { activate(bar, true); });
    }
    if (!m_selected.isEmpty())
        menu.addAction(tr("&Clear the filter"), this, &BarChartView::clearSelection);
}

void BarChartView::activate(int bar, bool add)
{
    if (bar < 0 || bar >= int(m_bars.size()))
        return;
    const QString key = m_bars[std::size_t(bar)].key;
    if (add) {
        if (!m_selected.removeOne(key))
            m_selected.append(key);
    } else if (m_selected == QStringList{key}) {
        clearSelection();
        return;
    } else {
        m_selected = {key};
    }
    setCurrent(bar);
    emit keyActivated(m_selected.isEmpty() ? QString() : key, add && !m_selected.isEmpty());
    emit selectionChanged(m_selected);
}

void BarChartView::clearSelection()
{
    m_selected.clear();
    repaintLayers();
    emit keyActivated(QString(), false);
    emit selectionChanged(m_selected);
}

void BarChartView::setCurrent(int bar)
{
    m_current = bar;
    if (bar >= 0) {
        announce(tip(bar));
        ensureVisible(chart()->mapRectToScene(line(bar)), 0, 0);
    }
    repaintLayers();
}

void BarChartView::setHovered(int bar)
{
    if (m_hovered == bar)
        return;
    m_hovered = bar;
    viewport()->setCursor(bar >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    repaintLayers();
}

bool BarChartView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bar = barAt(help->pos());
        // Escaped: an address in angle brackets would be taken for a tag.
        if (bar >= 0)
            QToolTip::showText(help->globalPos(), u"<p style='white-space:pre'>"_s + tip(bar).toHtmlEscaped(),
                               viewport(), lineRect(bar));
        else
            QToolTip::hideText();
        return true;
    }
    case QEvent::Leave:
        setHovered(-1);
        break;
    default:
        break;
    }
    return ChartView::viewportEvent(event);
}

void BarChartView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? barAt(event->position().toPoint()) : -1;
    event->setAccepted(event->button() == Qt::LeftButton);
}

void BarChartView::mouseMoveEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position().toPoint());
    if (bar != m_hovered) {
        setHovered(bar);
        if (bar >= 0)
            QToolTip::showText(event->globalPosition().toPoint(),
                               u"<p style='white-space:pre'>"_s + tip(bar).toHtmlEscaped(), viewport(),
                               lineRect(bar));
        else
            QToolTip::hideText();
    }
}

void BarChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int bar = barAt(event->position().toPoint());
    if (bar >= 0 && bar == m_pressed)
        activate(bar, event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    m_pressed = -1;
}

void BarChartView::keyPressEvent(QKeyEvent *event)
{
    ensureRead();
    const int last = int(m_bars.size()) - 1;
    const int page = std::max(1, m_pitch > 0 ? int(viewport()->height() / m_pitch) - 1 : 1);
    const auto move = [&](int to) { setCurrent(std::clamp(to, 0, last)); };
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_selected.isEmpty())
            event->ignore(); // belongs to somebody else then
        else
            clearSelection();
        return;
    default:
        break;
    }
    if (last < 0) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        move(m_current < 0 ? last : m_current - 1);
        break;
    case Qt::Key_Down:
        move(m_current + 1);
        break;
    case Qt::Key_Home:
        move(0);
        break;
    case Qt::Key_End:
        move(last);
        break;
    case Qt::Key_PageUp:
        move(m_current - page);
        break;
    case Qt::Key_PageDown:
        move(m_current + page);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Select:
        if (m_current >= 0)
            activate(m_current, event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
        break;
    default:
        event->ignore();
    }
}

} // namespace loredesk::ui
