// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace loredesk::ui {

/// The side pane, the tree and the message: the message stands beside the tree, or below it where titles are
/// to have the whole width. Each pane gets what it can use, until somebody moves a handle; then the sizes are
/// that person's, for either arrangement. Main thread.
class PaneSplitter : public QSplitter
{
    Q_OBJECT
public:
    /// Takes the panes over.
    PaneSplitter(QWidget *side, QWidget *tree, QWidget *message, QWidget *parent = nullptr);

    bool isMessageBelow() const { return m_isBelow; }
    /// What has the focus keeps it.
    void setMessageBelow(bool below);

    /// What the entries of the side pane need, in px: it gets that, within reason, unless its width is
    /// somebody's own.
    void setSideContent(int width);

    /// Shares the room out anew, unless it is somebody's own; for when a pane comes or goes.
    void share();

    /// Of both arrangements, and which of them it is. Empty while nobody has changed anything.
    QByteArray ownState() const;
    /// False where the state is none of ours; nothing is changed then.
    bool restoreOwnState(const QByteArray &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Sizes that somebody chose; empty: nobody did.
    struct Own
    {
        QByteArray widths;  ///< of the panes beside each other
        QByteArray heights; ///< of the tree and the message below it
    };
    Own own() const;
    void place();
    void takeOwn(const Own &own);
    int sideWidth() const;
    void shareWidths();
    void shareHeights();

    QWidget *m_side;
    QWidget *m_message;
    QSplitter *m_column; ///< the tree, and below it the message
    int m_sideContent = 0;
    bool m_isBelow = false;
    bool m_hasOwnWidths = false;
    bool m_hasOwnHeights = false;
    Own m_other; ///< of the arrangement that is not shown
};

} // namespace loredesk::ui
