// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/v1archive.h"

#include "models/archive/filestate.h"
#include "models/archive/gitreader.h"
#include "models/archive/places.h"
#include "models/archive/revisions.h"
#include "models/git/history.h"
#include "models/git/tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

/// The SHA-1 that a message's path spells: "xx/38hex" is an object id's form, so it can be kept as one.
using MessagePath = git::ObjectId;

/// The files of a tree, sorted by path as git sorts them.
struct TreeFile
{
    MessagePath path{};
    git::ObjectId blob{};
    auto operator<=>(const TreeFile &) const = default;
};

struct SubTree
{
    std::array<char, 2> name{};
    git::ObjectId tree{};
};

struct Live
{
    git::ObjectId blob{};
    git::ObjectId commit{};
    base::UnixSeconds arrival = 0;
    std::size_t order = 0;
};

class V1Lister
{
public:
    V1Lister(const V1Archive &archive, const git::Repository &repository, Listing &listing,
             base::ProgressSink &progress)
        : m_archive(archive)
        , m_repository(repository)
        , m_listing(listing)
        , m_progress(progress)
    {
    }

    /// Errors: Cancelled.
    base::Result<void> add(const git::History &history)
    {
        git::HistoryCommit last;
        std::vector<SubTree> lastTree;
        std::int64_t done = 0;
        for (const git::HistoryCommit &commit : history.commits) {
            constexpr std::int64_t askEvery = 64;
            if (++done % askEvery == 0) {
                if (m_progress.cancelled())
                    return cancelledError();
                m_progress.progress(u"listing messages"_s, done, std::int64_t(history.commits.size()));
            }
            if (git::isNull(last.id) || commit.parent != last.id) {
                last = {};
                lastTree.clear();
                if (!git::isNull(commit.parent) && !readParent(commit, lastTree)) {
                    // Before a gap in the history everything is new, and nothing tells when it came.
                    if (std::optional<std::vector<SubTree>> tree = subTrees(commit.tree, commit.id)) {
                        lastTree = std::move(*tree);
                        last = commit;
                    }
                    continue;
                }
            }
            std::optional<std::vector<SubTree>> tree = subTrees(commit.tree, commit.id);
            if (!tree)
                continue; // reported; the next commit is compared with the last readable one
            compare(lastTree, *tree, commit);
            lastTree = std::move(*tree);
            last = commit;
        }
        return {};
    }

    /// Holds what the history told against the tree at the tip, which decides.
    /// `isWhole`: messages that no commit of the walk added are alive all the same.
    void finish(const git::HistoryCommit &tip, bool isWhole)
    {
        std::vector<Live> alive;
        const std::optional<std::vector<SubTree>> trees = subTrees(tip.tree, tip.id);
        for (const SubTree &sub : trees ? *trees : std::vector<SubTree>()) {
            for (const TreeFile &file : files(sub, tip.id)) {
                const auto known = m_live.find(file.path);
                if (known != m_live.end()) {
                    known->second.blob = file.blob;
                    alive.push_back(known->second);
                } else if (isWhole) {
                    alive.push_back({file.blob, {}, 0, 0});
                }
            }
        }
        std::stable_sort(alive.begin(), alive.end(),
                         [](const Live &a, const Live &b) { return a.order < b.order; });
        for (const Live &live : alive) {
            if (live.blob == git::EmptyBlob)
                continue;
            Entry entry;
            entry.position.container = 0;
            entry.position.commit = live.commit;
            entry.position.blob = live.blob;
            entry.arrival = live.arrival;
            if (m_repository.contains(live.blob))
                m_listing.entries.push_back(entry);
            else
                m_listing.problems << base::Problem{u"The message is missing from the repository"_s,
                                                    m_archive.place(entry.position),
                                                    u"if this is a partial clone, fetch it whole"_s};
        }
    }

private:
    bool readParent(const git::HistoryCommit &commit, std::vector<SubTree> &trees)
    {
        const base::Result<git::Commit> parent = m_repository.readCommit(commit.parent);
        if (!parent)
            return false;
        std::optional<std::vector<SubTree>> read = subTrees(parent->tree, commit.parent);
        if (read)
            trees = std::move(*read);
        return read.has_value();
    }

    void addProblem(const git::ObjectId &commit, const base::Error &error)
    {
        base::Position position;
        position.container = 0;
        position.commit = commit;
        m_listing.problems << base::Problem{error.text, m_archive.place(position), error.hint};
    }

    std::optional<std::vector<SubTree>> subTrees(const git::ObjectId &tree, const git::ObjectId &commit)
    {
        const base::Result<git::Object> object = m_repository.readTree(tree);
        if (!object) {
            addProblem(commit, object.error());
            return {};
        }
        std::vector<SubTree> result;
        git::TreeCursor cursor(object->bytes());
        while (const std::optional<git::TreeEntry> entry = cursor.next()) {
            if (entry->isTree && isV1Directory(entry->name))
                result.push_back({{entry->name[0], entry->name[1]}, entry->id});
        }
        return result;
    }

    std::vector<TreeFile> files(const SubTree &sub, const git::ObjectId &commit)
    {
        std::vector<TreeFile> result;
        const base::Result<git::Object> object = m_repository.readTree(sub.tree);
        if (!object) {
            addProblem(commit, object.error());
            return result;
        }
        git::TreeCursor cursor(object->bytes());
        while (const std::optional<git::TreeEntry> entry = cursor.next()) {
            if (!entry->isFile || !isV1File(entry->name))
                continue;
            QByteArray hex(sub.name.data(), qsizetype(sub.name.size()));
            hex += entry->name;
            if (const std::optional<MessagePath> path = git::parseHexId(hex))
                result.push_back({*path, entry->id});
        }
        return result;
    }

    void compare(const std::vector<SubTree> &before, const std::vector<SubTree> &after,
                 const git::HistoryCommit &commit)
    {
        auto old = before.begin();
        auto now = after.begin();
        while (old != before.end() || now != after.end()) {
            if (now == after.end() || (old != before.end() && old->name < now->name)) {
                compareFiles(files(*old++, commit.id), {}, commit);
            } else if (old == before.end() || now->name < old->name) {
                compareFiles({}, files(*now++, commit.id), commit);
            } else {
                if (old->tree != now->tree)
                    compareFiles(files(*old, commit.id), files(*now, commit.id), commit);
                ++old;
                ++now;
            }
        }
    }

    void compareFiles(const std::vector<TreeFile> &before, const std::vector<TreeFile> &after,
                      const git::HistoryCommit &commit)
    {
        auto old = before.begin();
        auto now = after.begin();
        while (old != before.end() || now != after.end()) {
            if (now == after.end() || (old != before.end() && old->path < now->path)) {
                m_live.erase((old++)->path);
            } else if (old == before.end() || now->path < old->path) {
                m_live.try_emplace(now->path, Live{now->blob, commit.id, commit.committed, ++m_order});
                ++now;
            } else {
                // An edit keeps the message's place; finish() takes the blob that the tip has.
                ++old;
                ++now;
            }
        }
    }

    const V1Archive &m_archive;
    const git::Repository &m_repository;
    Listing &m_listing;
    base::ProgressSink &m_progress;
    std::unordered_map<MessagePath, Live, git::ObjectIdHash> m_live;
    std::size_t m_order = 0;
};

} // namespace

V1Archive::V1Archive(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
{
}

base::Result<Listing> V1Archive::list(const RevisionRange &range, base::ProgressSink &progress) const
{
    const std::vector<OpenEpoch> epochs = openEpochs({{0, m_path}});
    if (!epochs.front().repository)
        return epochs.front().repository.error();
    const git::Repository &repository = *epochs.front().repository;
    const base::Result<std::vector<EpochSlice>> slices = resolveRange(epochs, range, m_path);
    if (!slices)
        return slices.error();
    Listing listing;
    if (slices->empty()) {
        if (range.isEverything())
            listing.state = stateAt({});
        return listing;
    }
    const EpochSlice &slice = slices->front();
    if (range.isEverything())
        listing.state = stateAt(slice.tip);
    const base::Result<git::History> history =
        git::walkHistory(repository, slice.tip, slice.hidden, [&](std::int64_t done) {
            progress.progress(u"listing messages"_s, done, 0);
            return !progress.cancelled();
        });
    if (!history)
        return history.error();
    for (const git::HistoryGap &gap : history->gaps) {
        base::Position position;
        position.container = 0;
        position.commit = gap.child;
        if (gap.shallow)
            listing.note = u"the clone is shallow: the order of older messages is unknown"_s;
        else
            listing.problems << base::Problem{u"The history stops here: %1"_s.arg(gap.error.text),
                                              place(position), gap.error.hint};
    }
    if (history->commits.empty())
        return listing;
    V1Lister lister(*this, repository, listing, progress);
    const base::Result<void> added = lister.add(*history);
    if (!added)
        return added.error();
    lister.finish(history->commits.back(), range.from.isEmpty());
    return listing;
}

QByteArray V1Archive::stateAt(const git::ObjectId &tip) const
{
    return "v1 " + base::hexId(tip).toLatin1() + '\n' + fileState(m_path + "/objects/pack"_L1);
}

base::Result<Changes> V1Archive::changesSince(const QByteArray &state, base::ProgressSink &progress) const
{
    const std::vector<OpenEpoch> epochs = openEpochs({{0, m_path}});
    if (!epochs.front().repository)
        return epochs.front().repository.error();
    const base::Result<std::optional<git::ObjectId>> head = epochs.front().repository->head();
    if (!head)
        return head.error();
    Changes changes;
    // Packs that came or went without a new tip: objects that were missing may be there now.
    if (state == stateAt(head->value_or(git::ObjectId{}))) {
        changes.kind = Changes::Kind::None;
        changes.listing.state = state;
        return changes;
    }
    base::Result<Listing> listing = list({}, progress);
    if (!listing)
        return listing.error();
    changes.listing = *std::move(listing);
    return changes;
}

QList<Tag> V1Archive::tags() const
{
    return tagsOf(openEpochs({{0, m_path}}));
}

std::unique_ptr<Reader> V1Archive::reader() const
{
    return std::make_unique<GitReader>(*this, QList<Epoch>{{0, m_path}});
}

base::Place V1Archive::place(const base::Position &position) const
{
    return {m_path, -1, base::hexId(position.commit), -1, {}};
}

} // namespace loredesk::archive
