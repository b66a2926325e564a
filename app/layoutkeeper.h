// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace loredesk::app {

/// Says, a little while after the user did something in the window, that it is time to remember how it is:
/// whatever was pressed, turned, dragged or resized, so that no pane has to report what it keeps. Nothing
/// happens while nobody does anything.
class LayoutKeeper : public QObject
{
    Q_OBJECT
public:
    /// The window outlives this.
    explicit LayoutKeeper(QWidget &window);
    ~LayoutKeeper() override;

    /// So long after the first thing that was done, in ms.
    static constexpr int After = 1000;

signals:
    void due();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget &m_window;
    QTimer m_timer;
};

} // namespace loredesk::app
