// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panesplitter.h"

#include "ui/theme.h"

#include <QApplication>
#include <QDataStream>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

// Begins what this class keeps of two arrangements; of one, before there were two, it kept what QSplitter
// does.
constexpr quint32 StateMagic = 0x4c44'5053;
constexpr quint8 StateVersion = 1;

} // namespace

PaneSplitter::PaneSplitter(QWidget *side, QWidget *tree, QWidget *message, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_side(side)
    , m_message(message)
    , m_column(new QSplitter(Qt::Vertical))
{
    m_column->setObjectName(u"treeSplitter"_s);
    m_column->addWidget(tree);
    addWidget(m_side);
    addWidget(m_column);
    for (QSplitter *splitter : std::initializer_list<QSplitter *>{this, m_column}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_hasOwnWidths = true; });
    connect(m_column, &QSplitter::splitterMoved, this, [this] { m_hasOwnHeights = true; });
    place();
}

void PaneSplitter::place()
{
    QSplitter *home = m_isBelow ? m_column : this;
    home->addWidget(m_message);
    home->setStretchFactor(home->count() - 1, 1);
    setCollapsible(0, true); // dragged to nothing it is hidden
}

void PaneSplitter::setMessageBelow(bool below)
{
    if (below == m_isBelow)
        return;
    const Own left = own();
    QWidget *focus = QApplication::focusWidget();
    const bool isShown = !m_message->isHidden();
    m_isBelow = below;
    place();
    m_message->setVisible(isShown); // another home has hidden it
    takeOwn(m_other);
    m_other = left;
    share();
    if (focus && m_message->isAncestorOf(focus))
        focus->setFocus(Qt::OtherFocusReason);
}

int PaneSplitter::sideWidth() const
{
    // The names of the views and their numbers, whatever the face; titles need what is over that more.
    const int most = width() / 5;
    const int names = std::min(most, fontMetrics().averageCharWidth() * 25);
    const int usual = std::clamp(width() / 8, names, std::max(names, 220));
    return m_side->isHidden() ? 0 : std::max(usual, std::min(m_sideContent, most));
}

void PaneSplitter::setSideContent(int width)
{
    if (width == m_sideContent)
        return;
    m_sideContent = width;
    share();
}

void PaneSplitter::share()
{
    if (!m_hasOwnWidths)
        shareWidths();
    if (m_isBelow && !m_hasOwnHeights)
        shareHeights();
}

void PaneSplitter::shareWidths()
{
    const int side = sideWidth();
    const int room = width() - side;
    if (m_isBelow) {
        setSizes({side, room});
        return;
    }
    // 80 columns of mail, so that lines of the usual width do not wrap, quoted ones included; then what long
    // titles need; then both have something of what is left.
    const int message = QFontMetrics(mailFont()).horizontalAdvance(QString(80, u'm')) + 36 +
                        style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const int tree = fontMetrics().averageCharWidth() * 110;
    const int last = std::min(room / 2, message + std::max(0, room - message - tree) / 2);
    setSizes({side, room - last, last});
}

void PaneSplitter::shareHeights()
{
    // A page of text needs more than a list; more than twenty rows are not looked over at once.
    const int rows = (fontMetrics().lineSpacing() + 6) * 22;
    const int tree = std::min(height() * 2 / 5, rows);
    m_column->setSizes({tree, height() - tree});
}

PaneSplitter::Own PaneSplitter::own() const
{
    return {m_hasOwnWidths ? saveState() : QByteArray(),
            m_isBelow && m_hasOwnHeights ? m_column->saveState() : QByteArray()};
}

void PaneSplitter::takeOwn(const Own &own)
{
    m_hasOwnWidths = !own.widths.isEmpty() && restoreState(own.widths);
    m_hasOwnHeights = m_isBelow && !own.heights.isEmpty() && m_column->restoreState(own.heights);
}

QByteArray PaneSplitter::ownState() const
{
    const Own shown = own();
    if (!m_isBelow && shown.widths.isEmpty() && m_other.widths.isEmpty() && m_other.heights.isEmpty())
        return {};
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << StateMagic << StateVersion << m_isBelow << shown.widths << shown.heights << m_other.widths
           << m_other.heights;
    return state;
}

bool PaneSplitter::restoreOwnState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint8 version = 0;
    stream >> magic >> version;
    if (magic != StateMagic) {
        // As it was kept before there were two arrangements: of panes beside each other.
        if (m_isBelow || !restoreState(state))
            return false;
        m_hasOwnWidths = true;
        return true;
    }
    bool isBelow = false;
    Own shown;
    Own other;
    stream >> isBelow >> shown.widths >> shown.heights >> other.widths >> other.heights;
    if (version != StateVersion || stream.status() != QDataStream::Ok)
        return false;
    setMessageBelow(isBelow);
    takeOwn(shown);
    m_other = other;
    share();
    return true;
}

void PaneSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    share();
}

} // namespace loredesk::ui
