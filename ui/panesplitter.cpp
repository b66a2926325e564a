// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panesplitter.h"

#include "ui/theme.h"

#include <QStyle>

#include <algorithm>

namespace loredesk::ui {

PaneSplitter::PaneSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setHandleWidth(1);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_isOwn = true; });
}

void PaneSplitter::share()
{
    if (m_isOwn || count() != 3)
        return;
    // The names of the views and their numbers, whatever the face; titles need what is over that more.
    const int names = std::min(width() / 5, fontMetrics().averageCharWidth() * 25);
    const int side = widget(0)->isHidden() ? 0 : std::clamp(width() / 8, names, std::max(names, 220));
    const int room = width() - side;
    // 80 columns of mail, so that lines of the usual width do not wrap, quoted ones included; then what long
    // titles need; then both have something of what is left.
    const int message = QFontMetrics(mailFont()).horizontalAdvance(QString(80, u'm')) + 36 +
                        style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const int tree = fontMetrics().averageCharWidth() * 110;
    const int last = std::min(room / 2, message + std::max(0, room - message - tree) / 2);
    setSizes({side, room - last, last});
}

QByteArray PaneSplitter::ownState() const
{
    return m_isOwn ? saveState() : QByteArray();
}

bool PaneSplitter::restoreOwnState(const QByteArray &state)
{
    m_isOwn = restoreState(state);
    return m_isOwn;
}

void PaneSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    share();
}

} // namespace loredesk::ui
