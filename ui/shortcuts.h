// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QPointer>

#include <vector>

class QAction;
class QMainWindow;

namespace loredesk::ui {

/// Shortcuts that are not as they come: by the name of the action, in QKeySequence's portable text. An empty
/// list: the action has none.
using ShortcutChanges = QMap<QString, QStringList>;

/// The shortcuts of a window's actions, which it finds by itself: what stands in the menus, and what else has
/// a name and a shortcut. Actions are known by their object names, which must not change between versions.
/// Changes the actions themselves; remembering the changes is for who listens to changed(). Main thread.
class Shortcuts : public QObject
{
    Q_OBJECT
public:
    struct Entry
    {
        QPointer<QAction> action;
        QString name; ///< of the object
        /// Without mnemonic and dots; with the title of its submenu before it where another action of the
        /// group has the same: "In Windows of Their Own: Charts".
        QString text;
        QString group;   ///< the title of its menu
        QString submenu; ///< the title of the menu within that; empty: it stands in the menu itself
        QList<QKeySequence> defaults;
        bool isChanged() const;
    };

    /// Takes what shortcuts there are for the defaults; so make it when all actions are there. The window
    /// outlives it.
    explicit Shortcuts(QMainWindow *window);

    const std::vector<Entry> &entries() const { return m_entries; }
    /// Null: no such action.
    const Entry *find(const QString &name) const;

    /// Gives the action these, in the place of what it has. Those that conflicts() names lose them: with two
    /// actions a key works for neither.
    void assign(const QString &name, const QList<QKeySequence> &sequences);
    void reset(const QString &name);
    void resetAll();

    /// The texts of the other actions that answer to `sequence` where `name` would: assign() takes it from
    /// them.
    QStringList conflicts(const QString &name, const QKeySequence &sequence) const;

    ShortcutChanges changes() const;
    /// Names that are not known and texts that are no keys are passed over, and what is named keeps its keys
    /// before what is not. Does not emit changed().
    void apply(const ShortcutChanges &changes);

signals:
    void changed(const loredesk::ui::ShortcutChanges &changes);

private:
    void collect(QMainWindow *window);
    void add(QAction *action, const QString &group, const QString &submenu = {});
    void tellApart();
    std::vector<const Entry *> rivals(const Entry &entry, const QKeySequence &sequence) const;
    void takeOver(const Entry &entry) const;
    void announce();

    std::vector<Entry> m_entries;
};

} // namespace loredesk::ui
