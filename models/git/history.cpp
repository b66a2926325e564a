// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/history.h"

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace loredesk::git {

namespace {

using IdSet = std::unordered_set<ObjectId, ObjectIdHash>;

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
    bool run(const ObjectId &tip, const IdSet &hidden)
    {
        m_hidden = &hidden;
        enter(tip, ObjectId{});
        while (!m_stack.empty()) {
            if (m_cancelled)
                return false;
            Frame &top = m_stack.back();
            if (top.next < top.parents.size()) {
                const ObjectId parent = top.parents[top.next++];
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
        QVarLengthArray<ObjectId, 1> parents;
        qsizetype next = 0;
    };

    void enter(const ObjectId &id, const ObjectId &child)
    {
        if (m_hidden->contains(id)) {
            m_metHidden = true;
            return;
        }
        if (!m_seen.insert(id).second)
            return;
        if (std::int64_t(m_seen.size()) % StepEvery == 0 && !m_step(std::int64_t(m_seen.size()))) {
            m_cancelled = true;
            return;
        }
        const base::Result<Commit> commit = m_repository.readCommit(id);
        if (!commit) {
            m_history.gaps.push_back({child, false, commit.error()});
            return;
        }
        Frame frame;
        frame.commit = {id, commit->tree, {}, commit->committed};
        if (!commit->parents.isEmpty())
            frame.commit.parent = commit->parents.first();
        if (m_shallow.contains(id)) {
            m_history.gaps.push_back({id, true, {}});
        } else if (!commit->parents.isEmpty()) {
            frame.parents.append(commit->parents.constData(), commit->parents.size());
            m_oneLine = m_oneLine && commit->parents.size() == 1;
        }
        m_stack.push_back(std::move(frame));
    }

    const Repository &m_repository;
    const IdSet m_shallow;
    const std::function<bool(std::int64_t)> &m_step;
    const IdSet *m_hidden = nullptr;
    std::vector<Frame> m_stack;
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
    IdSet behind;
    if (hidden)
        behind.insert(*hidden);
    Walk walk(repository, step);
    if (!walk.run(tip, behind))
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
    if (!hiddenWalk.run(*hidden, IdSet()))
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
    IdSet seen{tip};
    std::vector<ObjectId> open{tip};
    while (!open.empty()) {
        const ObjectId id = open.back();
        open.pop_back();
        if (id == ancestor)
            return true;
        if (std::int64_t(seen.size()) % StepEvery == 0 && !step(std::int64_t(seen.size())))
            return false;
        const base::Result<Commit> commit = repository.readCommit(id);
        if (!commit)
            continue;
        for (const ObjectId &parent : commit->parents) {
            if (seen.insert(parent).second)
                open.push_back(parent);
        }
    }
    return false;
}

} // namespace loredesk::git
