// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/focusring.h"

#include "ui/theme.h"

#include <QApplication>
#include <QFocusEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr int Width = 2;
constexpr char StandOff[] = "focusRingStandOff";

/// Lies over the window and lets everything through.
class Ring : public QWidget
{
public:
    explicit Ring(QWidget *window)
        : QWidget(window)
    {
        setObjectName(u"focusRing"_s);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(FocusRing::color(palette()), Width));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 2, 2);
    }
};

} // namespace

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_ring;
}

QColor FocusRing::color(const QPalette &palette)
{
    const auto isSeen = [&palette](const QColor &color) {
        return contrastRatio(color, palette.color(QPalette::Window)) >= 3 &&
               contrastRatio(color, palette.color(QPalette::Base)) >= 3 &&
               contrastRatio(color, palette.color(QPalette::Button)) >= 3;
    };
    for (const QPalette::ColorRole role : {QPalette::Highlight, QPalette::Link}) {
        if (isSeen(palette.color(QPalette::Active, role)))
            return palette.color(QPalette::Active, role);
    }
    return palette.color(QPalette::Active, QPalette::Text);
}

void FocusRing::standOff(QWidget *widget, int pixels)
{
    widget->setProperty(StandOff, pixels);
}

QWidget *FocusRing::ringed() const
{
    return m_isShown ? m_widget.data() : nullptr;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn: {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (!widget)
            break;
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
            reason == Qt::ShortcutFocusReason)
            follow(widget);
        else if (widget == m_widget && reason != Qt::MouseFocusReason)
            place(); // back from a menu or from another window
        else
            m_widget = nullptr;
        break;
    }
    case QEvent::FocusOut:
        if (watched == m_widget)
            hide();
        break;
    case QEvent::MouseButtonPress:
        // Who takes the mouse sees where it is.
        if (auto *widget = qobject_cast<QWidget *>(watched);
            m_widget && widget && (widget == m_widget || m_widget->isAncestorOf(widget))) {
            hide();
            m_widget = nullptr;
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_isShown && m_widget && watched->isWidgetType()) {
            auto *widget = static_cast<QWidget *>(watched);
            if (widget == m_widget || widget->isAncestorOf(m_widget))
                place();
        }
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::follow(QWidget *widget)
{
    m_widget = widget;
    place();
}

void FocusRing::place()
{
    // The menu bar marks its own entries.
    if (!m_widget || !m_widget->isVisible() || qobject_cast<QMenuBar *>(m_widget) ||
        qobject_cast<QMenu *>(m_widget))
        return hide();
    QWidget *window = m_widget->window();
    // Only as much as can be seen, so that the ring is whole where the widget is not.
    QRect at = m_widget->rect();
    for (const QWidget *above = m_widget; above != window && !at.isEmpty(); above = above->parentWidget())
        at = at.translated(above->pos()) & above->parentWidget()->rect();
    if (at.isEmpty())
        return hide();
    const int off = m_widget->property(StandOff).toInt();
    at = at.adjusted(-off, -off / 2, off, off / 2) & window->rect();
    if (!m_ring)
        m_ring = new Ring(window);
    else if (m_ring->parentWidget() != window)
        m_ring->setParent(window);
    m_ring->setGeometry(at);
    m_ring->raise();
    m_ring->show();
    m_isShown = true;
}

void FocusRing::hide()
{
    m_isShown = false;
    if (m_ring)
        m_ring->hide();
}

} // namespace loredesk::ui
