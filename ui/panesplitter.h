// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace loredesk::ui {

/// The side pane, the tree and the message beside each other: each gets what it can use, until somebody moves
/// a handle; then the widths are that person's. Add the three in this order.
class PaneSplitter : public QSplitter
{
    Q_OBJECT
public:
    explicit PaneSplitter(QWidget *parent = nullptr);

    /// Shares the width out anew, unless it is somebody's own; for when a pane comes or goes.
    void share();

    /// Empty while nobody has moved a handle.
    QByteArray ownState() const;
    /// False where the state is none of ours; nothing is changed then.
    bool restoreOwnState(const QByteArray &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    bool m_isOwn = false;
};

} // namespace loredesk::ui
