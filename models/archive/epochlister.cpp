// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/epochlister.h"

#include "models/archive/places.h"
#include "models/git/tree.h"

#include <unordered_map>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

constexpr std::size_t AskEvery = 256;

} // namespace

EpochLister::EpochLister(const Archive &archive, Listing &listing, base::ProgressSink &progress)
    : m_archive(archive)
    , m_listing(listing)
    , m_progress(progress)
{
}

EpochLister::Change EpochLister::changeOf(QByteArrayView tree)
{
    Change change;
    git::TreeCursor cursor(tree);
    while (const std::optional<git::TreeEntry> entry = cursor.next()) {
        if (entry->isFile && entry->name == "m")
            change.message = entry->id;
        else if (entry->isFile && entry->name == "d")
            change.deletion = entry->id;
    }
    change.isBroken = cursor.isBroken();
    return change;
}

base::Result<void> EpochLister::addSlice(const OpenEpoch &epoch, const EpochSlice &slice)
{
    const git::Repository &repository = *epoch.repository;
    const std::int64_t before = std::int64_t(m_listing.entries.size());
    const base::Result<git::History> history =
        git::walkHistory(repository, slice.tip, slice.hidden, [&](std::int64_t done) {
            m_progress.progress(u"listing messages"_s, before + done, 0);
            return !m_progress.cancelled();
        });
    if (!history)
        return history.error();
    m_epoch = epoch.epoch.number;
    reportGaps(*history);
    m_listing.entries.reserve(m_listing.entries.size() + history->commits.size());
    const base::Result<std::vector<Change>> changes = changesOf(repository, history->commits);
    if (!changes)
        return changes.error();
    Change last;
    git::HistoryCommit lastCommit;
    if (slice.hidden)
        startBehind(repository, *slice.hidden, last, lastCommit);
    for (std::size_t i = 0; i < history->commits.size(); ++i) {
        const git::HistoryCommit &commit = history->commits[i];
        const Change &now = (*changes)[i];
        if (now.isBroken) {
            addBrokenTree(repository, commit);
            lastCommit = {};
            continue;
        }
        const bool followsLast = !git::isNull(lastCommit.id) && commit.parent == lastCommit.id;
        // One commit, one message: also where it brings the same bytes once more. Only in a tree with
        // both blobs, and for deletions, one that stayed as it was is not what the commit did.
        const bool hasMessage = !git::isNull(now.message);
        const bool hasDeletion = !git::isNull(now.deletion);
        if (hasDeletion && !(followsLast && now.deletion == last.deletion))
            m_deletions.push_back({now.deletion, commit.id, m_epoch, m_listing.entries.size()});
        if (hasMessage && !(hasDeletion && followsLast && now.message == last.message))
            addMessage(repository, commit, now.message);
        last = now;
        lastCommit = commit;
    }
    return {};
}

void EpochLister::finish(bool whole, std::vector<Deletion> *earlier)
{
    std::unordered_map<git::ObjectId, std::vector<std::size_t>, git::ObjectIdHash> candidates;
    for (const DeletingCommit &deletion : m_deletions)
        candidates[deletion.blob];
    if (!candidates.empty()) {
        for (std::size_t i = 0; i < m_listing.entries.size(); ++i) {
            const auto found = candidates.find(m_listing.entries[i].position.blob);
            if (found != candidates.end())
                found->second.push_back(i);
        }
    }
    std::unordered_set<std::size_t> dead;
    for (const DeletingCommit &deletion : m_deletions) {
        bool matched = false;
        for (const std::size_t index : candidates[deletion.blob]) {
            if (index < deletion.before)
                matched = dead.insert(index).second || matched;
        }
        m_epoch = deletion.epoch;
        const base::Problem unmatched{u"A message is deleted that was not there before"_s,
                                      placeOfCommit(deletion.commit), u"nothing was left out for it"_s};
        if (earlier) {
            base::Position position;
            position.container = deletion.epoch;
            position.commit = deletion.commit;
            position.blob = deletion.blob;
            earlier->push_back({position, matched ? base::Problem() : unmatched});
        } else if (!matched && whole) {
            m_listing.problems << unmatched;
        }
    }
    for (const std::size_t index : m_missing) {
        if (!dead.insert(index).second)
            continue;
        const base::Position &position = m_listing.entries[index].position;
        m_listing.problems << base::Problem{u"The message is missing from the repository"_s,
                                            m_archive.place(position),
                                            u"if this is a partial clone, fetch it whole"_s};
    }
    if (dead.empty())
        return;
    std::size_t index = 0;
    std::erase_if(m_listing.entries, [&](const Entry &) { return dead.contains(index++); });
}

/// Reads the trees of the commits. Errors: Cancelled.
base::Result<std::vector<EpochLister::Change>>
EpochLister::changesOf(const git::Repository &repository, const std::vector<git::HistoryCommit> &commits)
{
    std::vector<Change> changes(commits.size());
    // git packs the newest first: so this goes through the packs forwards.
    for (std::size_t i = commits.size(); i-- > 0;) {
        if (i % AskEvery == 0 && m_progress.cancelled())
            return cancelledError();
        const base::Result<QByteArrayView> tree = repository.viewTree(commits[i].tree);
        if (tree)
            changes[i] = changeOf(*tree);
        else
            changes[i].isBroken = true;
    }
    return changes;
}

void EpochLister::addBrokenTree(const git::Repository &repository, const git::HistoryCommit &commit)
{
    const base::Result<QByteArrayView> tree = repository.viewTree(commit.tree);
    if (tree)
        addProblem(commit.id, u"The commit's tree is broken"_s, u"“git fsck” tells more"_s);
    else
        addProblem(commit.id, tree.error().text, tree.error().hint);
}

/// What the commit before the first one of a slice did, so that what the first one left as it was is known.
void EpochLister::startBehind(const git::Repository &repository, const git::ObjectId &hidden, Change &last,
                              git::HistoryCommit &lastCommit)
{
    const base::Result<git::Commit> commit = repository.readCommit(hidden);
    if (!commit)
        return;
    const base::Result<QByteArrayView> tree = repository.viewTree(commit->tree);
    const Change change = tree ? changeOf(*tree) : Change();
    if (!tree || change.isBroken)
        return;
    last = change;
    lastCommit.id = hidden;
}

base::Place EpochLister::placeOfCommit(const git::ObjectId &commit) const
{
    base::Position position;
    position.container = m_epoch;
    position.commit = commit;
    return m_archive.place(position);
}

void EpochLister::addProblem(const git::ObjectId &commit, const QString &text, const QString &hint)
{
    m_unreadable = true;
    m_listing.problems << base::Problem{text, placeOfCommit(commit), hint};
}

void EpochLister::reportGaps(const git::History &history)
{
    for (const git::HistoryGap &gap : history.gaps) {
        m_shallow = m_shallow || gap.shallow;
        m_gaps = m_gaps || !gap.shallow;
        if (!gap.shallow)
            addProblem(gap.child, u"The history stops here: %1"_s.arg(gap.error.text), gap.error.hint);
    }
}

void EpochLister::addMessage(const git::Repository &repository, const git::HistoryCommit &commit,
                             const git::ObjectId &blob)
{
    if (blob == git::EmptyBlob) // purged
        return;
    Entry entry;
    entry.position.container = m_epoch;
    entry.position.commit = commit.id;
    entry.position.blob = blob;
    entry.arrival = commit.committed;
    if (!repository.contains(blob))
        m_missing.push_back(m_listing.entries.size());
    m_listing.entries.push_back(entry);
}

} // namespace loredesk::archive
