// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// As it is read, not as it is underlined: "&Open…" is "Open".
QString plainText(QString text)
{
    text.replace(u"&&"_s, u"\x01"_s).remove(u'&').replace(u'\x01', u'&');
    while (text.endsWith(u'…') || text.endsWith(u'.'))
        text.chop(1);
    return text;
}

bool holdsEverywhere(const QAction &action)
{
    return action.shortcutContext() == Qt::WindowShortcut ||
           action.shortcutContext() == Qt::ApplicationShortcut;
}

/// Whether there is a place of the window where both would answer.
bool meet(const QAction &a, const QAction &b)
{
    // What holds for one pane alone goes before what holds everywhere only if Qt is told so, which it is not.
    if (holdsEverywhere(a) || holdsEverywhere(b))
        return true;
    const QObjectList places = a.associatedObjects();
    const QObjectList others = b.associatedObjects();
    return std::any_of(places.begin(), places.end(), [&](QObject *place) {
        return !qobject_cast<QMenu *>(place) && others.contains(place);
    });
}

} // namespace

bool Shortcuts::Entry::isChanged() const
{
    return action && action->shortcuts() != defaults;
}

Shortcuts::Shortcuts(QMainWindow *window)
    : QObject(window)
{
    collect(window);
}

void Shortcuts::collect(QMainWindow *window)
{
    const std::function<void(const QMenu *, const QString &, const QString &)> walk =
        [&](const QMenu *menu, const QString &group, const QString &submenu) {
            for (QAction *action : menu->actions()) {
                if (action->menu())
                    walk(action->menu(), group, plainText(action->text()));
                else
                    add(action, group, submenu);
            }
        };
    for (const QAction *top : window->menuBar()->actions()) {
        if (top->menu())
            walk(top->menu(), plainText(top->text()), {});
    }
    // What no menu has: keys for the panes.
    for (QAction *action : window->findChildren<QAction *>()) {
        if (!action->shortcuts().isEmpty())
            add(action, tr("Elsewhere"));
    }
    tellApart();
}

void Shortcuts::tellApart()
{
    std::map<std::pair<QString, QString>, int> namesakes;
    for (const Entry &entry : m_entries)
        ++namesakes[{entry.group, entry.text}];
    for (Entry &entry : m_entries) {
        if (!entry.submenu.isEmpty() && namesakes[{entry.group, entry.text}] > 1)
            entry.text = tr("%1: %2", "a submenu: an action of it").arg(entry.submenu, entry.text);
    }
}

void Shortcuts::add(QAction *action, const QString &group, const QString &submenu)
{
    // Without a name nothing could be remembered; such are the rows of lists, as the recent archives.
    if (action->isSeparator() || action->objectName().isEmpty() || action->text().isEmpty() ||
        find(action->objectName()))
        return;
    m_entries.push_back(
        {action, action->objectName(), plainText(action->text()), group, submenu, action->shortcuts()});
}

const Shortcuts::Entry *Shortcuts::find(const QString &name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.name == name; });
    return found == m_entries.end() || !found->action ? nullptr : &*found;
}

void Shortcuts::assign(const QString &name, const QList<QKeySequence> &sequences)
{
    const Entry *entry = find(name);
    if (!entry || entry->action->shortcuts() == sequences)
        return;
    entry->action->setShortcuts(sequences);
    takeOver(*entry);
    announce();
}

void Shortcuts::reset(const QString &name)
{
    if (const Entry *entry = find(name))
        assign(name, entry->defaults);
}

void Shortcuts::resetAll()
{
    for (const Entry &entry : m_entries) {
        if (entry.isChanged())
            entry.action->setShortcuts(entry.defaults);
    }
    announce();
}

std::vector<const Shortcuts::Entry *> Shortcuts::rivals(const Entry &entry,
                                                        const QKeySequence &sequence) const
{
    std::vector<const Entry *> found;
    for (const Entry &other : m_entries) {
        if (other.action && other.action != entry.action && other.action->shortcuts().contains(sequence) &&
            meet(*entry.action, *other.action))
            found.push_back(&other);
    }
    return found;
}

void Shortcuts::takeOver(const Entry &entry) const
{
    const QList<QKeySequence> sequences = entry.action->shortcuts();
    for (const QKeySequence &sequence : sequences) {
        for (const Entry *rival : rivals(entry, sequence)) {
            QList<QKeySequence> rest = rival->action->shortcuts();
            rest.removeAll(sequence);
            rival->action->setShortcuts(rest);
        }
    }
}

QStringList Shortcuts::conflicts(const QString &name, const QKeySequence &sequence) const
{
    QStringList texts;
    const Entry *self = find(name);
    if (!self || sequence.isEmpty())
        return texts;
    for (const Entry *rival : rivals(*self, sequence))
        texts << rival->text;
    return texts;
}

ShortcutChanges Shortcuts::changes() const
{
    ShortcutChanges result;
    for (const Entry &entry : m_entries) {
        if (!entry.isChanged())
            continue;
        QStringList texts;
        for (const QKeySequence &sequence : entry.action->shortcuts())
            texts << sequence.toString(QKeySequence::PortableText);
        result.insert(entry.name, texts);
    }
    return result;
}

void Shortcuts::apply(const ShortcutChanges &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const Entry *entry = find(it.key());
        if (!entry)
            continue;
        QList<QKeySequence> sequences;
        bool good = true;
        for (const QString &text : it.value()) {
            const QKeySequence sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
            good = good && !sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown;
            sequences << sequence;
        }
        if (good)
            entry->action->setShortcuts(sequences);
    }
    // An earlier version left a key to two actions, and a later one may give it to another by default.
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (const Entry *entry = find(it.key()))
            takeOver(*entry);
    }
}

void Shortcuts::announce()
{
    emit changed(changes());
}

} // namespace loredesk::ui
