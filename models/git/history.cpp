// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/history.h"

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace loredesk::git {

namespace {

/// A set of as many ids as a history has, in one piece of memory.
class IdSet
{
public:
    /// False where it is in there already.
    bool insert(const ObjectId &id)
    {
        if (isNull(id))
            return !std::exchange(m_hasNull, true);
        if (2 * (m_count + 1) > m_slots.size())
            grow();
        ObjectId &slot = m_slots[slotOf(id)];
        if (!isNull(slot))
            return false;
        slot = id;
        ++m_count;
        return true;
    }

    bool contains(const ObjectId &id) const
    {
        return isNull(id) ? m_hasNull : m_count > 0 && !isNull(m_slots[slotOf(id)]);
    }

    std::int64_t size() const { return std::int64_t(m_count) + (m_hasNull ? 1 : 0); }

private:
    /// Where it is, or where it would go.
    std::size_t slotOf(const ObjectId &id) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = ObjectIdHash()(id) & mask;
        while (!isNull(m_slots[at]) && m_slots[at] != id)
            at = (at + 1) & mask;
        return at;
    }

    void grow()
    {
        std::vector<ObjectId> old(std::max<std::size_t>(4 * m_slots.size(), 256));
        old.swap(m_slots);
        for (const ObjectId &id : old) {
            if (!isNull(id))
                m_slots[slotOf(id)] = id;
        }
    }

    std::vector<ObjectId> m_slots; ///< a power of two of them; null ones are free
    std::size_t m_count = 0;
    bool m_hasNull = false;
};

constexpr std::int64_t StepEvery = 256;

/// One depth-first walk; parents come out before their children.
class Walk
{
public:
    Walk(const Repository &repository, const std::function<bool(std::int64_t)> &step)
        : m_repository(repository)
        , m_shallow(repository.shallowCommits())
        , m_step(step)
    {
    }

    /// False: cancelled.
    bool run(const ObjectId &tip, const std::optional<ObjectId> &hidden)
    {
        m_hidden = hidden;
        enter(tip, ObjectId{});
        while (!m_stack.empty()) {
            if (m_cancelled)
                return false;
            Frame &top = m_stack.back();
            if (top.parents > 0) {
                --top.parents;
                const ObjectId parent = m_parents.back();
                m_parents.pop_back();
                enter(parent, top.commit.id);
            } else {
                m_history.commits.push_back(top.commit);
                m_stack.pop_back();
            }
        }
        return true;
    }

    bool metHidden() const { return m_metHidden; }
    bool isOneLine() const { return m_oneLine; }
    History &history() { return m_history; }
    const IdSet &seen() const { return m_seen; }

private:
    struct Frame
    {
        HistoryCommit commit;
        qsizetype parents = 0; ///< of those on m_parents, the ones that are its, and not entered yet
    };

    void enter(const ObjectId &id, const ObjectId &child)
    {
        if (m_hidden == id) {
            m_metHidden = true;
            return;
        }
        if (!m_seen.insert(id))
            return;
        if (m_seen.size() % StepEvery == 0 && !m_step(m_seen.size())) {
            m_cancelled = true;
            return;
        }
        const base::Result<Commit> commit = m_repository.readCommit(id);
        if (!commit) {
            m_history.gaps.push_back({child, false, commit.error()});
            return;
        }
        Frame &frame = m_stack.emplace_back();
        frame.commit = {id, commit->tree, {}, commit->committed};
        if (!commit->parents.isEmpty())
            frame.commit.parent = commit->parents.first();
        if (m_shallow.contains(id)) {
            m_history.gaps.push_back({id, true, {}});
        } else if (!commit->parents.isEmpty()) {
            // The first parent comes off first.
            m_parents.insert(m_parents.end(), commit->parents.crbegin(), commit->parents.crend());
            frame.parents = commit->parents.size();
            m_oneLine = m_oneLine && frame.parents == 1;
        }
    }

    const Repository &m_repository;
    const std::unordered_set<ObjectId, ObjectIdHash> m_shallow;
    const std::function<bool(std::int64_t)> &m_step;
    std::optional<ObjectId> m_hidden;
    std::vector<Frame> m_stack;
    std::vector<ObjectId> m_parents;
    IdSet m_seen;
    History m_history;
    bool m_metHidden = false;
    bool m_oneLine = true;
    bool m_cancelled = false;
};

base::Error cancelledError()
{
    return {base::ErrorCode::Cancelled, u"Cancelled"_s, {}, {}};
}

} // namespace

base::Result<History> walkHistory(const Repository &repository, const ObjectId &tip,
                                  const std::optional<ObjectId> &hidden,
                                  const std::function<bool(std::int64_t)> &step)
{
    Walk walk(repository, step);
    if (!walk.run(tip, hidden))
        return cancelledError();
    // The only gap without a child is the tip.
    for (const HistoryGap &gap : walk.history().gaps) {
        if (isNull(gap.child))
            return gap.error;
    }
    if (!hidden || (walk.metHidden() && walk.isOneLine()))
        return std::move(walk.history());
    // The hidden commit is no ancestor, or there are merges around it: everything behind it has to be known.
    Walk hiddenWalk(repository, step);
    if (!hiddenWalk.run(*hidden, {}))
        return cancelledError();
    const IdSet &hiddenIds = hiddenWalk.seen();
    History history = std::move(walk.history());
    std::erase_if(history.commits,
                  [&](const HistoryCommit &commit) { return hiddenIds.contains(commit.id); });
    std::erase_if(history.gaps, [&](const HistoryGap &gap) { return hiddenIds.contains(gap.child); });
    return history;
}

bool descendsFrom(const Repository &repository, const ObjectId &tip, const ObjectId &ancestor,
                  const std::function<bool(std::int64_t)> &step)
{
    IdSet seen;
    seen.insert(tip);
    std::vector<ObjectId> open{tip};
    while (!open.empty()) {
        const ObjectId id = open.back();
        open.pop_back();
        if (id == ancestor)
            return true;
        if (seen.size() % StepEvery == 0 && !step(seen.size()))
            return false;
        const base::Result<Commit> commit = repository.readCommit(id);
        if (!commit)
            continue;
        for (const ObjectId &parent : commit->parents) {
            if (seen.insert(parent))
                open.push_back(parent);
        }
    }
    return false;
}

} // namespace loredesk::git
