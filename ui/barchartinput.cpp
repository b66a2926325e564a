// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do with a bar chart.
#include "ui/barchartview.h"

#include <QAbstractItemModel>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>
#include <QtCharts/QChart>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

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
