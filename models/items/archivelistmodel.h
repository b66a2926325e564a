// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"
#include "models/items/tablemodel.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace loredesk::items {

/// What a list of archives says about one.
struct ArchiveEntry
{
    enum class State { Loading, Ready, Failed };

    QStringList paths; ///< what identifies it
    QString name;
    State state = State::Loading;
    std::optional<int> messages; ///< nothing: not counted yet
    std::optional<int> fresh;    ///< messages that came since the last visit; nothing: not known
    QString note;                ///< what went wrong, or what it is; for people

    friend bool operator==(const ArchiveEntry &, const ArchiveEntry &) = default;
};

/// The archives that are open, in the order they were opened in. CountRole is the number of messages,
/// NewCountRole how many of them came since the last visit, BusyRole whether it is being loaded, FailedRole
/// whether that failed, CurrentRole whether it is the one that is shown. The tool tip names the paths.
class ArchiveListModel final : public TableModel
{
    Q_OBJECT

public:
    explicit ArchiveListModel(QObject *parent = nullptr);

    const QList<ArchiveEntry> &entries() const { return m_entries; }
    /// Appended where there is none with these paths.
    void put(const ArchiveEntry &entry);
    void remove(const QStringList &paths);
    /// The one that is shown; empty: none.
    void setShown(const QStringList &paths);
    const QStringList &shown() const { return m_shown; }
    /// -1: none.
    int rowOf(const QStringList &paths) const;
    QStringList pathsAt(int row) const;

protected:
    int rows() const override { return int(m_entries.size()); }
    int columns() const override { return 1; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    QString inWords(const ArchiveEntry &entry) const;

    QList<ArchiveEntry> m_entries;
    QStringList m_shown;
};

} // namespace loredesk::items
