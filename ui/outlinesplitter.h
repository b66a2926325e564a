// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace loredesk::ui {

class DiffOutline;

/// A diff with its outline: beside it where both have room, else above it, so that neither is cut. The
/// outline takes no more than its rows need, until somebody moves the handle.
class OutlineSplitter : public QSplitter
{
    Q_OBJECT
public:
    OutlineSplitter(DiffOutline *outline, QWidget *diff, QWidget *parent = nullptr);

    /// So many rows the outline has. Without `isShown` the diff has all the room.
    void setRows(int rows, bool isShown);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    DiffOutline *m_outline = nullptr;
    QWidget *m_side = nullptr;
    int m_rows = 0;
    bool m_isMoved = false;
};

} // namespace loredesk::ui
