// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/versioncomparison.h"

namespace loredesk::series {

/// What became of each patch of a series from version to version.
struct PatchTable
{
    struct Cell
    {
        PatchState state = PatchState::First;
        int index = -1;              ///< number in that version, 0 is the cover; -1: it is not in there
        base::MessageIndex message;  ///< invalid where it is not in there
        patch::PatchChanges changes; ///< against the version before it that has the patch
    };
    struct Row
    {
        QString title; ///< as the last version with it has it
        bool isCover = false;
        std::vector<std::optional<Cell>> cells; ///< by version; nothing: not there (yet, or any more)
    };

    std::vector<base::SeriesIndex> versions; ///< oldest first
    std::vector<Row>
        rows; ///< cover letters, then in the order of the last version; what was dropped where it had been
    int versionsLeftOut = 0; ///< older ones that were not read, for being so many
    int patchesLeftOut = 0;
    bool isRough = false; ///< see PatchMatching::isRough
};

/// Makes a PatchTable of one version after the other, and keeps of each patch only the last that came.
class PatchTableBuilder
{
public:
    /// Oldest first. `progress` is only asked whether to stop.
    void add(const VersionPatches &version, const base::ProgressSink &progress);
    PatchTable finish(int versionsLeftOut = 0);

private:
    struct Row
    {
        PatchTable::Row row;
        VersionPatch last;
        bool isAlive = true; ///< the version before has it
    };
    void take(size_t row, const VersionPatch &patch);
    void addCover(const VersionPatches &version, PatchState gone);
    void matchWith(const std::vector<size_t> &rows, const VersionPatches &version, std::vector<bool> &taken,
                   const base::ProgressSink &progress);
    size_t newRow(const VersionPatch &patch, bool isCover);

    PatchTable m_table;
    std::vector<Row> m_rows;
    size_t m_column = 0; ///< of the version that is being added
};

} // namespace loredesk::series
