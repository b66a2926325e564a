// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace loredesk::ui {

/// The row of tools on top of a panel that may stand in for the title of its dock.
class PanelTools
{
public:
    virtual ~PanelTools() = default;
    /// The row, which is the panel's or its dock's.
    virtual QWidget *tools() const = 0;
    /// It is the panel's again.
    virtual void takeToolsBack() = 0;
};

/// Gives the docks of a window the titles that they need: none where a tab names them already, the panel's
/// own row of tools where it has one (it names itself, and can be dragged), and the usual one in a window of
/// their own. Child of the window; main thread.
class DockTitles : public QObject
{
    Q_OBJECT
public:
    explicit DockTitles(QMainWindow *window);

    /// `tools` of the panel in the dock; null: it has none. Not owned, lives as long as the dock.
    void add(QDockWidget *dock, PanelTools *tools = nullptr);
    /// After what is not announced: the first arrangement, another style.
    void update();

signals:
    /// A title is another one now, and the docks are laid out anew for it.
    void changed();

private:
    struct Entry
    {
        QDockWidget *dock = nullptr;
        PanelTools *tools = nullptr;
    };
    bool isTab(const QDockWidget &dock) const;
    /// Whether it is another one now.
    bool updateTitle(const Entry &entry) const;
    void updateLater();

    QMainWindow &m_window;
    QList<Entry> m_entries;
    bool m_isPending = false;
    int m_waits = 0; ///< for windows of panels that are still coming
};

} // namespace loredesk::ui
