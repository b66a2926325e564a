// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

using namespace Qt::StringLiterals;

namespace loredesk::app {

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, u"loredesk"_s, u"loredesk"_s)
{
}

Settings::Settings(const QString &file)
    : m_store(file, QSettings::IniFormat)
{
}

QList<QStringList> Settings::recentArchives() const
{
    return pathLists(u"recent/archives"_s);
}

QList<QStringList> Settings::pathLists(const QString &key) const
{
    QList<QStringList> entries;
    const QVariantList stored = m_store.value(key).toList();
    for (const QVariant &entry : stored) {
        const QStringList paths = entry.toStringList();
        if (!paths.isEmpty())
            entries << paths;
    }
    return entries;
}

void Settings::addRecentArchive(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    QList<QStringList> entries = recentArchives();
    entries.removeAll(paths);
    entries.prepend(paths);
    entries.resize(std::min(entries.size(), MostRecent));
    storeRecent(entries);
}

void Settings::removeRecentArchive(const QStringList &paths)
{
    QList<QStringList> entries = recentArchives();
    if (entries.removeAll(paths) > 0)
        storeRecent(entries);
}

void Settings::clearRecentArchives()
{
    storeRecent({});
}

void Settings::storeRecent(const QList<QStringList> &entries)
{
    QVariantList stored;
    for (const QStringList &paths : entries)
        stored << QVariant(paths);
    m_store.setValue(u"recent/archives"_s, stored);
}

std::optional<QList<QStringList>> Settings::openArchives() const
{
    return m_store.contains(u"open/archives"_s) ? std::optional(pathLists(u"open/archives"_s)) : std::nullopt;
}

QStringList Settings::shownArchive() const
{
    return m_store.value(u"open/shown"_s).toStringList();
}

void Settings::setOpenArchives(const QList<QStringList> &archives, const QStringList &shown)
{
    QVariantList stored;
    for (const QStringList &paths : archives)
        stored << QVariant(paths);
    m_store.setValue(u"open/archives"_s, stored);
    m_store.setValue(u"open/shown"_s, shown);
}

bool Settings::isReopening() const
{
    return m_store.value(u"reopen"_s, true).toBool();
}

void Settings::setReopening(bool on)
{
    m_store.setValue(u"reopen"_s, on);
}

bool Settings::hasRunBefore() const
{
    return m_store.value(u"hasRunBefore"_s, false).toBool();
}

void Settings::setHasRunBefore()
{
    m_store.setValue(u"hasRunBefore"_s, true);
}

ui::WindowLayout Settings::windowLayout() const
{
    return {m_store.value(u"window/geometry"_s).toByteArray(), m_store.value(u"window/state"_s).toByteArray(),
            m_store.value(u"window/panes"_s).toByteArray(), m_store.value(u"window/columns"_s).toByteArray(),
            m_store.contains(u"window/sidePane"_s)
                ? std::optional(m_store.value(u"window/sidePane"_s).toBool())
                : std::nullopt,
            // Before it was kept, nobody knows whose the heights are; they stay.
            m_store.value(u"window/ownHeights"_s, m_store.contains(u"window/state"_s)).toBool()};
}

void Settings::setWindowLayout(const ui::WindowLayout &layout)
{
    m_store.setValue(u"window/geometry"_s, layout.geometry);
    m_store.setValue(u"window/state"_s, layout.state);
    m_store.remove(u"window/splitter"_s); // of two panes, as they were before
    m_store.setValue(u"window/panes"_s, layout.splitter);
    m_store.setValue(u"window/columns"_s, layout.columns);
    m_store.setValue(u"window/ownHeights"_s, layout.hasOwnHeights);
    if (layout.hasSidePane)
        m_store.setValue(u"window/sidePane"_s, *layout.hasSidePane);
}

ui::RangeChoice Settings::range() const
{
    return ui::RangeChoice::fromString(m_store.value(u"range"_s).toString());
}

void Settings::setRange(const ui::RangeChoice &range)
{
    m_store.setValue(u"range"_s, range.toString());
}

ui::Appearance Settings::appearance() const
{
    const QString name = m_store.value(u"appearance"_s).toString();
    if (name == "light"_L1)
        return ui::Appearance::Light;
    return name == "dark"_L1 ? ui::Appearance::Dark : ui::Appearance::System;
}

void Settings::setAppearance(ui::Appearance appearance)
{
    switch (appearance) {
    case ui::Appearance::System:
        m_store.remove(u"appearance"_s);
        break;
    case ui::Appearance::Light:
        m_store.setValue(u"appearance"_s, u"light"_s);
        break;
    case ui::Appearance::Dark:
        m_store.setValue(u"appearance"_s, u"dark"_s);
        break;
    }
}

ui::ReadingOptions Settings::readingOptions() const
{
    return {m_store.value(u"reading/whitespace"_s, false).toBool(),
            m_store.value(u"reading/ruler"_s, false).toBool(),
            m_store.value(u"reading/lineNumbers"_s, false).toBool(),
            m_store.value(u"reading/sideBySide"_s, false).toBool(),
            m_store.value(u"reading/wholeSeries"_s, false).toBool(),
            m_store.value(u"reading/foldQuotes"_s, false).toBool(),
            m_store.value(u"reading/foldConversationQuotes"_s, true).toBool(),
            m_store.value(u"reading/reflow"_s, true).toBool()};
}

void Settings::setReadingOptions(const ui::ReadingOptions &options)
{
    m_store.setValue(u"reading/whitespace"_s, options.whitespace);
    m_store.setValue(u"reading/ruler"_s, options.ruler);
    m_store.setValue(u"reading/lineNumbers"_s, options.lineNumbers);
    m_store.setValue(u"reading/sideBySide"_s, options.sideBySide);
    m_store.setValue(u"reading/wholeSeries"_s, options.wholeSeries);
    m_store.setValue(u"reading/foldQuotes"_s, options.foldQuotes);
    m_store.setValue(u"reading/foldConversationQuotes"_s, options.foldConversationQuotes);
    m_store.setValue(u"reading/reflow"_s, options.reflow);
}

QStringList Settings::recentSearches() const
{
    QStringList queries = m_store.value(u"recent/searches"_s).toStringList();
    queries.removeAll(QString());
    return queries;
}

void Settings::addRecentSearch(const QString &query)
{
    const QString meant = query.trimmed();
    if (meant.isEmpty())
        return;
    QStringList queries = recentSearches();
    queries.removeAll(meant);
    queries.prepend(meant);
    m_store.setValue(u"recent/searches"_s, queries.mid(0, MostSearches));
}

void Settings::clearRecentSearches()
{
    m_store.remove(u"recent/searches"_s);
}

bool Settings::isWatching() const
{
    return m_store.value(u"watch"_s, true).toBool();
}

void Settings::setWatching(bool on)
{
    m_store.setValue(u"watch"_s, on);
}

ui::ShortcutChanges Settings::shortcuts() const
{
    ui::ShortcutChanges changes;
    const QString group = u"shortcuts/"_s;
    for (const QString &key : m_store.allKeys()) {
        if (!key.startsWith(group))
            continue;
        QStringList sequences = m_store.value(key).toStringList();
        // An empty list is written as one empty text: it says that there is no key, not that nothing was
        // said.
        sequences.removeAll(QString());
        changes.insert(key.mid(group.size()), sequences);
    }
    return changes;
}

void Settings::setShortcuts(const ui::ShortcutChanges &changes)
{
    m_store.remove(u"shortcuts"_s);
    for (auto it = changes.begin(); it != changes.end(); ++it)
        m_store.setValue(u"shortcuts/"_s + it.key(), it->isEmpty() ? QStringList{QString()} : *it);
}

} // namespace loredesk::app
