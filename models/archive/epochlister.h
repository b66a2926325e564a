// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/archive/revisions.h"
#include "models/git/history.h"

#include <vector>

namespace loredesk::archive {

/// Goes through the commits of one epoch after the other and keeps what is alive at the end. All arguments
/// outlive it.
class EpochLister
{
public:
    EpochLister(const Archive &archive, Listing &listing, base::ProgressSink &progress);

    /// Errors: Cancelled, or what the walk reports of the slice's tip.
    base::Result<void> addSlice(const OpenEpoch &epoch, const EpochSlice &slice);

    /// Takes the deleted messages out. `whole`: the listing starts where the archive starts, so that a
    /// deletion of something unknown is worth telling. `earlier`: where deletions go that may mean entries of
    /// an earlier listing.
    void finish(bool whole, std::vector<Deletion> *earlier = nullptr);

    bool isShallow() const { return m_shallow; }
    bool hasGaps() const { return m_gaps; }
    /// Nothing was missing, anywhere.
    bool isWhole() const { return m_missing.empty() && !m_gaps && !m_shallow && !m_unreadable; }

private:
    /// What one commit did. The zero id stands for nothing.
    struct Change
    {
        git::ObjectId message{};
        git::ObjectId deletion{};
        bool isBroken = false; ///< its tree cannot be read
    };
    struct DeletingCommit
    {
        git::ObjectId blob;
        git::ObjectId commit;
        int epoch = 0;
        std::size_t before = 0; ///< entries listed before it
    };

    static Change changeOf(QByteArrayView tree);
    static void startBehind(const git::Repository &repository, const git::ObjectId &hidden, Change &last,
                            git::HistoryCommit &lastCommit);
    base::Result<std::vector<Change>> changesOf(const git::Repository &repository,
                                                const std::vector<git::HistoryCommit> &commits);
    void addMessage(const git::Repository &repository, const git::HistoryCommit &commit,
                    const git::ObjectId &blob);
    void addBrokenTree(const git::Repository &repository, const git::HistoryCommit &commit);
    void addProblem(const git::ObjectId &commit, const QString &text, const QString &hint);
    void reportGaps(const git::History &history);
    base::Place placeOfCommit(const git::ObjectId &commit) const;

    const Archive &m_archive;
    Listing &m_listing;
    base::ProgressSink &m_progress;
    std::vector<DeletingCommit> m_deletions;
    std::vector<std::size_t> m_missing; ///< entries whose blob is not there
    int m_epoch = 0;
    bool m_shallow = false;
    bool m_gaps = false;
    bool m_unreadable = false;
};

} // namespace loredesk::archive
