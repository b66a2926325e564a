// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settingsstore.h"
#include "ui/rangechoice.h"
#include "ui/readingoptions.h"
#include "ui/shortcuts.h"
#include "ui/theme.h"
#include "ui/windowlayout.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace loredesk::app {

/// What Loredesk remembers between two runs: only what the user did or arranged. Main thread.
class Settings
{
public:
    /// The user's settings file.
    Settings();
    /// Another file (INI), for tests.
    explicit Settings(const QString &file);

    /// What was opened, newest first; each entry holds the paths that were opened together.
    QList<QStringList> recentArchives() const;
    void addRecentArchive(const QStringList &paths);
    void removeRecentArchive(const QStringList &paths);
    void clearRecentArchives();

    /// The archives that were open, each by its paths; nothing: that was never said.
    std::optional<QList<QStringList>> openArchives() const;
    /// The one of them that was shown; empty: none.
    QStringList shownArchive() const;
    void setOpenArchives(const QList<QStringList> &archives, const QStringList &shown);
    /// Whether they are opened again when the program starts.
    bool isReopening() const;
    void setReopening(bool on);

    /// False until something was opened or closed for the first time.
    bool hasRunBefore() const;
    void setHasRunBefore();

    ui::WindowLayout windowLayout() const;
    void setWindowLayout(const ui::WindowLayout &layout);

    ui::RangeChoice range() const;
    void setRange(const ui::RangeChoice &range);

    ui::Appearance appearance() const;
    void setAppearance(ui::Appearance appearance);

    ui::ReadingOptions readingOptions() const;
    void setReadingOptions(const ui::ReadingOptions &options);

    /// What was looked for, newest first.
    QStringList recentSearches() const;
    void addRecentSearch(const QString &query);
    void clearRecentSearches();

    /// Whether archives are watched for new mail.
    bool isWatching() const;
    void setWatching(bool on);

    ui::ShortcutChanges shortcuts() const;
    /// In the place of what was kept.
    void setShortcuts(const ui::ShortcutChanges &changes);

    /// Writes what is pending, and waits for it.
    void sync() { m_store.sync(); }
    /// Writes it on another thread; `then` is called here once it is in the file, unless the settings are gone
    /// by then.
    void write(std::function<void()> then) { m_store.write(std::move(then)); }

    static constexpr qsizetype MostRecent = 10;
    static constexpr qsizetype MostSearches = 20;

private:
    QList<QStringList> pathLists(const QString &key) const;
    void storeRecent(const QList<QStringList> &entries);

    SettingsStore m_store;
};

} // namespace loredesk::app
