// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/epocharchive.h"

#include "models/archive/gitreader.h"
#include "models/archive/places.h"
#include "models/archive/revisions.h"
#include "models/git/history.h"
#include "models/git/tree.h"

#include <unordered_map>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

/// What one commit did. The zero id stands for nothing.
struct Change
{
    git::ObjectId message{};
    git::ObjectId deletion{};
};

std::optional<Change> changeOf(const git::Object &tree)
{
    Change change;
    git::TreeCursor cursor(tree.bytes());
    while (const std::optional<git::TreeEntry> entry = cursor.next()) {
        if (entry->isFile && entry->name == "m")
            change.message = entry->id;
        else if (entry->isFile && entry->name == "d")
            change.deletion = entry->id;
    }
    if (cursor.isBroken())
        return {};
    return change;
}

/// Goes through the commits of one epoch after the other and keeps what is alive at the end.
class Lister
{
public:
    Lister(const EpochArchive &archive, Listing &listing, base::ProgressSink &progress)
        : m_archive(archive)
        , m_listing(listing)
        , m_progress(progress)
    {
    }

    /// Errors: Cancelled, or what the walk reports of the slice's tip.
    base::Result<void> addSlice(const OpenEpoch &epoch, const EpochSlice &slice)
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
        Change last;
        git::HistoryCommit lastCommit;
        int untilAsked = AskEvery;
        for (const git::HistoryCommit &commit : history->commits) {
            if (--untilAsked == 0) {
                untilAsked = AskEvery;
                if (m_progress.cancelled())
                    return cancelledError();
            }
            const bool followsLast = !git::isNull(lastCommit.id) && commit.parent == lastCommit.id;
            const base::Result<git::Object> tree = repository.readTree(commit.tree);
            if (!tree) {
                addProblem(commit.id, tree.error().text, tree.error().hint);
                lastCommit = {};
                continue;
            }
            const std::optional<Change> now = changeOf(*tree);
            if (!now) {
                addProblem(commit.id, u"The commit's tree is broken"_s, u"“git fsck” tells more"_s);
                lastCommit = {};
                continue;
            }
            // One commit, one message: also where it brings the same bytes once more. Only in a tree with
            // both blobs, and for deletions, one that stayed as it was is not what the commit did.
            const bool hasMessage = !git::isNull(now->message);
            const bool hasDeletion = !git::isNull(now->deletion);
            if (hasDeletion && !(followsLast && now->deletion == last.deletion))
                m_deletions.push_back({now->deletion, commit.id, m_epoch, m_listing.entries.size()});
            if (hasMessage && !(hasDeletion && followsLast && now->message == last.message))
                addMessage(repository, commit, now->message);
            last = *now;
            lastCommit = commit;
        }
        return {};
    }

    /// Takes the deleted messages out. `whole`: the listing starts where the archive starts, so that a
    /// deletion of something unknown is worth telling.
    void finish(bool whole)
    {
        std::unordered_map<git::ObjectId, std::vector<std::size_t>, git::ObjectIdHash> candidates;
        for (const Deletion &deletion : m_deletions)
            candidates[deletion.blob];
        if (!candidates.empty()) {
            for (std::size_t i = 0; i < m_listing.entries.size(); ++i) {
                const auto found = candidates.find(m_listing.entries[i].position.blob);
                if (found != candidates.end())
                    found->second.push_back(i);
            }
        }
        std::unordered_set<std::size_t> dead;
        for (const Deletion &deletion : m_deletions) {
            bool matched = false;
            for (const std::size_t index : candidates[deletion.blob]) {
                if (index < deletion.before)
                    matched = dead.insert(index).second || matched;
            }
            if (!matched && whole) {
                m_epoch = deletion.epoch;
                addProblem(deletion.commit, u"A message is deleted that was not there before"_s,
                           u"nothing was left out for it"_s);
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

    bool isShallow() const { return m_shallow; }
    bool hasGaps() const { return m_gaps; }

private:
    static constexpr int AskEvery = 256;

    struct Deletion
    {
        git::ObjectId blob;
        git::ObjectId commit;
        int epoch = 0;
        std::size_t before = 0; ///< entries listed before it
    };

    base::Place placeOfCommit(const git::ObjectId &commit) const
    {
        base::Position position;
        position.container = m_epoch;
        position.commit = commit;
        return m_archive.place(position);
    }

    void addProblem(const git::ObjectId &commit, const QString &text, const QString &hint)
    {
        m_listing.problems << base::Problem{text, placeOfCommit(commit), hint};
    }

    void reportGaps(const git::History &history)
    {
        for (const git::HistoryGap &gap : history.gaps) {
            m_shallow = m_shallow || gap.shallow;
            m_gaps = m_gaps || !gap.shallow;
            if (!gap.shallow)
                addProblem(gap.child, u"The history stops here: %1"_s.arg(gap.error.text), gap.error.hint);
        }
    }

    void addMessage(const git::Repository &repository, const git::HistoryCommit &commit,
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

    const EpochArchive &m_archive;
    Listing &m_listing;
    base::ProgressSink &m_progress;
    std::vector<Deletion> m_deletions;
    std::vector<std::size_t> m_missing; ///< entries whose blob is not there
    int m_epoch = 0;
    bool m_shallow = false;
    bool m_gaps = false;
};

} // namespace

EpochArchive::EpochArchive(ArchiveKind kind, QString path, QString name, QList<Epoch> epochs)
    : m_kind(kind)
    , m_path(std::move(path))
    , m_name(std::move(name))
    , m_epochs(std::move(epochs))
{
}

QString EpochArchive::summary() const
{
    if (m_kind != ArchiveKind::PublicInboxV2)
        return kindName(m_kind);
    return m_epochs.size() == 1 ? kindName(m_kind) + ", 1 epoch"_L1
                                : u"%1, %2 epochs"_s.arg(kindName(m_kind)).arg(m_epochs.size());
}

void EpochArchive::addMissingEpochs(Listing &listing) const
{
    for (qsizetype i = 1; i < m_epochs.size(); ++i) {
        for (int number = m_epochs[i - 1].number + 1; number < m_epochs[i].number; ++number)
            listing.problems << base::Problem{u"Epoch %1 is missing"_s.arg(number),
                                              {m_path, number, {}, -1, {}},
                                              u"its messages are left out; clone it beside the others"_s};
    }
}

base::Result<Listing> EpochArchive::list(const RevisionRange &range, base::ProgressSink &progress) const
{
    const std::vector<OpenEpoch> epochs = openEpochs(m_epochs);
    const base::Result<std::vector<EpochSlice>> slices = resolveRange(epochs, range, m_path);
    if (!slices)
        return slices.error();
    Listing listing;
    QStringList notes;
    if (range.isEverything()) {
        addMissingEpochs(listing);
        for (const OpenEpoch &epoch : epochs) {
            if (epoch.repository)
                continue;
            if (m_kind != ArchiveKind::PublicInboxV2)
                return epoch.repository.error();
            base::Position position;
            position.container = epoch.epoch.number;
            listing.problems << base::Problem{epoch.repository.error().text, place(position),
                                              u"the epoch's messages are left out"_s};
        }
    }
    if (startsLate() && range.from.isEmpty())
        notes << u"history starts at epoch %1"_s.arg(m_epochs.first().number);
    Lister lister(*this, listing, progress);
    for (const EpochSlice &slice : *slices) {
        const base::Result<void> added = lister.addSlice(epochs[slice.epoch], slice);
        if (added)
            continue;
        if (added.error().code == base::ErrorCode::Cancelled || m_kind != ArchiveKind::PublicInboxV2)
            return added.error();
        base::Position position;
        position.container = epochs[slice.epoch].epoch.number;
        listing.problems << base::Problem{added.error().text, place(position), added.error().hint};
    }
    const bool whole = range.from.isEmpty() && !startsLate() && !lister.isShallow() && !lister.hasGaps();
    lister.finish(whole);
    if (lister.isShallow())
        notes << u"the clone is shallow: older messages are not in it"_s;
    if (slices->empty() && !range.isEverything())
        notes << u"the range is empty: its end lies before its start"_s;
    listing.note = notes.join("; "_L1);
    return listing;
}

std::unique_ptr<Reader> EpochArchive::reader() const
{
    return std::make_unique<GitReader>(*this, m_epochs);
}

base::Place EpochArchive::place(const base::Position &position) const
{
    const int epoch = m_kind == ArchiveKind::PublicInboxV2 ? position.container : -1;
    return {m_path, epoch, base::hexId(position.commit), -1, {}};
}

} // namespace loredesk::archive
