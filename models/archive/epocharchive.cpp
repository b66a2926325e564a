// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/epocharchive.h"

#include "models/archive/filestate.h"
#include "models/archive/gitreader.h"
#include "models/archive/places.h"
#include "models/archive/revisions.h"
#include "models/git/history.h"
#include "models/git/tree.h"

#include <algorithm>
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
    bool isBroken = false; ///< its tree cannot be read
};

Change changeOf(QByteArrayView tree)
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

    /// Takes the deleted messages out. `whole`: the listing starts where the archive starts, so that a
    /// deletion of something unknown is worth telling. `earlier`: where deletions go that may mean entries of
    /// an earlier listing.
    void finish(bool whole, std::vector<archive::Deletion> *earlier = nullptr)
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

    bool isShallow() const { return m_shallow; }
    bool isWhole() const { return m_missing.empty() && !m_gaps && !m_shallow && !m_unreadable; }
    bool hasGaps() const { return m_gaps; }

private:
    static constexpr std::size_t AskEvery = 256;

    /// Reads the trees of the commits. Errors: Cancelled.
    base::Result<std::vector<Change>> changesOf(const git::Repository &repository,
                                                const std::vector<git::HistoryCommit> &commits)
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

    void addBrokenTree(const git::Repository &repository, const git::HistoryCommit &commit)
    {
        const base::Result<QByteArrayView> tree = repository.viewTree(commit.tree);
        if (tree)
            addProblem(commit.id, u"The commit's tree is broken"_s, u"“git fsck” tells more"_s);
        else
            addProblem(commit.id, tree.error().text, tree.error().hint);
    }

    /// What the commit before the first one of a slice did, so that what the first one left as it was is known.
    static void startBehind(const git::Repository &repository, const git::ObjectId &hidden, Change &last,
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
        m_unreadable = true;
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
    bool m_unreadable = false;
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
        notes << startNote();
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
    if (range.isEverything())
        listing.state = stateOf(epochs, *slices, lister.isWhole());
    if (lister.isShallow())
        notes << u"the clone is shallow: older messages are not in it"_s;
    if (slices->empty() && !range.isEverything())
        notes << u"the range is empty: its end lies before its start"_s;
    listing.note = notes.join("; "_L1);
    return listing;
}

QString EpochArchive::startNote() const
{
    return u"history starts at epoch %1"_s.arg(m_epochs.first().number);
}

QByteArray EpochArchive::packState() const
{
    QByteArray all;
    for (const Epoch &epoch : m_epochs) {
        for (const QLatin1StringView objects : {"/objects/pack"_L1, "/.git/objects/pack"_L1})
            all += fileState(epoch.path + objects) + ' ';
    }
    return all;
}

QByteArray EpochArchive::stateOf(const std::vector<OpenEpoch> &epochs, const std::vector<EpochSlice> &tips,
                                 bool isWhole) const
{
    QByteArrayList lines{isWhole ? "epochs" : "epochs " + packState()};
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        const auto tip = std::find_if(tips.begin(), tips.end(),
                                      [i](const EpochSlice &slice) { return slice.epoch == i; });
        const git::ObjectId id = tip == tips.end() ? git::ObjectId{} : tip->tip;
        lines << QByteArray::number(epochs[i].epoch.number) + ' ' +
                     (epochs[i].repository ? base::hexId(id).toLatin1() : QByteArray("unreadable"));
    }
    return lines.join('\n');
}

std::optional<std::vector<EpochSlice>> EpochArchive::slicesSince(const QByteArray &state,
                                                                 const std::vector<OpenEpoch> &epochs,
                                                                 const std::vector<EpochSlice> &tips,
                                                                 base::ProgressSink &progress) const
{
    const auto step = [&progress](std::int64_t) { return !progress.cancelled(); };
    const QByteArrayList lines = state.split('\n');
    // Something was missing: what it was may have come, wherever in the history it belongs.
    if (lines.first() != "epochs" && lines.first() != "epochs " + packState())
        return {};
    std::vector<EpochSlice> slices;
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        const auto tip = std::find_if(tips.begin(), tips.end(),
                                      [i](const EpochSlice &slice) { return slice.epoch == i; });
        const qsizetype line = qsizetype(i) + 1;
        if (line >= lines.size()) { // a new epoch behind those that were known
            if (tip != tips.end())
                slices.push_back(*tip);
            else if (!epochs[i].repository)
                return {};
            continue;
        }
        const QByteArrayList words = lines[line].split(' ');
        if (words.size() != 2 || words[0].toInt() != epochs[i].epoch.number)
            return {};
        const bool wasReadable = words[1] != "unreadable";
        if (wasReadable != bool(epochs[i].repository))
            return {};
        const std::optional<git::ObjectId> before = git::parseHexId(words[1]);
        if (tip == tips.end()) {
            if (before)
                return {}; // commits were there and are gone
            continue;
        }
        if (before && *before == tip->tip)
            continue;
        slices.push_back(*tip);
        if (!before)
            continue;
        if (!git::descendsFrom(*epochs[i].repository, tip->tip, *before, step))
            return {}; // rewritten: a purge, an edit
        slices.back().hidden = before;
    }
    if (lines.size() > qsizetype(epochs.size()) + 1)
        return {}; // an epoch is gone
    return slices;
}

base::Result<Changes> EpochArchive::changesSince(const QByteArray &state, base::ProgressSink &progress) const
{
    const std::vector<OpenEpoch> epochs = openEpochs(m_epochs);
    const base::Result<std::vector<EpochSlice>> tips = resolveRange(epochs, {}, m_path);
    if (!tips)
        return tips.error();
    const std::optional<std::vector<EpochSlice>> slices = slicesSince(state, epochs, *tips, progress);
    if (progress.cancelled())
        return cancelledError();
    Changes changes;
    if (slices) {
        changes.kind = slices->empty() ? Changes::Kind::None : Changes::Kind::Extends;
        changes.listing.note = startsLate() ? startNote() : QString();
        changes.listing.state = state;
        Lister lister(*this, changes.listing, progress);
        bool isReadable = true;
        for (const EpochSlice &slice : *slices) {
            const base::Result<void> added = lister.addSlice(epochs[slice.epoch], slice);
            if (!added && added.error().code == base::ErrorCode::Cancelled)
                return added.error();
            isReadable = isReadable && added;
        }
        lister.finish(false, &changes.deletions);
        const bool wasWhole = state.startsWith("epochs\n") || state == "epochs";
        if (!slices->empty())
            changes.listing.state = stateOf(epochs, *tips, wasWhole && lister.isWhole());
        if (isReadable)
            return changes;
        changes = {};
    }
    base::Result<Listing> listing = list({}, progress);
    if (!listing)
        return listing.error();
    changes.listing = *std::move(listing);
    return changes;
}

std::vector<std::uint32_t> EpochArchive::readingOrder(const std::vector<Entry> &entries) const
{
    struct Key
    {
        std::int32_t container;
        std::uint64_t place;
        std::uint32_t entry;
        auto operator<=>(const Key &) const = default;
    };
    std::unordered_map<int, git::Repository> repositories;
    for (const Epoch &epoch : m_epochs) {
        base::Result<git::Repository> repository = git::Repository::open(epoch.path);
        if (repository)
            repositories.emplace(epoch.number, *std::move(repository));
    }
    std::vector<Key> keys;
    keys.reserve(entries.size());
    for (const Entry &entry : entries) {
        const auto found = repositories.find(entry.position.container);
        const std::uint64_t place = found == repositories.end()
                                        ? git::Repository::UnknownPlace
                                        : found->second.storageOrder(entry.position.blob);
        keys.push_back({entry.position.container, place, std::uint32_t(keys.size())});
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> order;
    order.reserve(keys.size());
    for (const Key &key : keys)
        order.push_back(key.entry);
    return order;
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
