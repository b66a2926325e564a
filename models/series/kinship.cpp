// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/kinship.h"

#include "models/series/assembly.h"
#include "models/series/lineage.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace loredesk::series {

namespace {

constexpr std::int32_t None = -1;

/// What two threads can have in common.
enum class Kind : std::uint64_t { MessageId = 1, ChangeId, PatchId, Title, TitleAndAuthor, Time };

std::uint64_t mixed(std::uint64_t a, std::uint64_t b)
{
    a ^= b + 0x9e3779b97f4a7c15 + (a << 12) + (a >> 4);
    a = (a ^ (a >> 32)) * 0xd6e8feb86659fd93;
    return a ^ (a >> 29);
}

/// Something that a member (a thread as it was, or a new row) has. That two of them have one hash makes kin
/// of strangers, which does no harm, so the thing itself is not kept.
struct Trait
{
    std::uint32_t hash = 0;
    std::uint32_t member : 31 = 0;
    /// It names the Message-ID of another, and has nothing in common with who names it too.
    std::uint32_t isLink : 1 = 0;
};
/// As the threads that looked for them left them.
using Traits = std::vector<std::vector<Trait>>;

Trait trait(std::int32_t member, Kind kind, std::uint64_t value)
{
    return {std::uint32_t(mixed(std::uint64_t(kind), value)), std::uint32_t(member) & 0x7fffffff, 0};
}

Trait idTrait(std::int32_t member, const QByteArray &id)
{
    return trait(member, Kind::MessageId, qHash(id));
}

/// Some thousand hashes that hundreds of thousands are looked up in: nearly all are turned away by one bit.
class HashSet
{
public:
    void insert(std::uint32_t hash)
    {
        m_bits[hash % m_bits.size()] = true;
        m_hashes.insert(hash);
    }
    bool contains(std::uint32_t hash) const
    {
        return m_bits[hash % m_bits.size()] && m_hashes.count(hash) > 0;
    }

private:
    std::vector<bool> m_bits = std::vector<bool>(1u << 18, false);
    std::unordered_set<std::uint32_t> m_hashes;
};

/// The members that new rows can be reached from, by what they have in common.
class Closure
{
public:
    Closure(std::size_t members, std::size_t firstNew)
        : m_states(members, State::Stranger)
    {
        std::fill(m_states.begin() + std::ptrdiff_t(firstNew), m_states.end(), State::Found);
    }

    bool contains(std::int32_t member) const { return m_states[std::size_t(member)] != State::Stranger; }

    /// May be called again with more.
    void grow(const Traits &parts)
    {
        for (State &state : m_states)
            state = state == State::Entered ? State::Found : state;
        bool more = true;
        while (more) {
            for (const std::vector<Trait> &traits : parts) {
                for (const Trait &has : traits) {
                    if (m_states[has.member] == State::Found)
                        (has.isLink ? m_linked : m_had).insert(has.hash);
                }
            }
            std::replace(m_states.begin(), m_states.end(), State::Found, State::Entered);
            more = false;
            for (const std::vector<Trait> &traits : parts) {
                for (const Trait &has : traits) {
                    State &state = m_states[has.member];
                    if (state == State::Stranger &&
                        (m_had.contains(has.hash) || (!has.isLink && m_linked.contains(has.hash)))) {
                        state = State::Found;
                        more = true;
                    }
                }
            }
        }
    }

private:
    enum class State : std::uint8_t {
        Stranger,
        Found,   ///< what it has is not in the sets yet
        Entered, ///< what it has is in the sets
    };
    std::vector<State> m_states;
    HashSet m_had, m_linked;
};

/// Numbers that PeopleNumbers would give, as hashes. Rows share their texts, so most are known. For one
/// thread.
class PersonHashes
{
public:
    std::uint64_t operator()(const mail::Mailbox &mailbox)
    {
        const QString &text = mailbox.address.isEmpty() ? mailbox.name : mailbox.address;
        const auto known = m_hashes.constFind(text.constData());
        if (known != m_hashes.constEnd())
            return *known;
        return *m_hashes.insert(text.constData(), qHash(text.toLower()));
    }

private:
    QHash<const QChar *, std::uint64_t> m_hashes; ///< by where the text lies
};

class Kinship
{
public:
    Kinship(std::span<const MessageHead> heads, std::span<const base::MessageIndex> rowNow,
            const ThreadForest &threads, const SeriesSet &set)
        : m_heads(heads)
        , m_rowNow(rowNow)
        , m_threads(threads)
        , m_set(set)
        , m_memberOf(heads.size(), None)
        , m_before(heads.size(), None)
    {
    }

    std::vector<base::MessageIndex> rows(int workers)
    {
        addMembers();
        Traits traits;
        std::vector<std::vector<Counted>> counted;
        inParts(m_threads.nodes.size(), workers, traits,
                [this](std::size_t begin, std::size_t end, auto &ids) {
                    ids.reserve(end - begin);
                    for (std::size_t node = begin; node < end; ++node) {
                        if (!m_threads.nodes[node].messageId.isEmpty())
                            ids.push_back(idTrait(m_memberOfNode[node], m_threads.nodes[node].messageId));
                    }
                });
        traits.emplace_back();
        addReferences(traits.back());
        Closure kin(static_cast<std::size_t>(m_members), static_cast<std::size_t>(m_firstNew));
        kin.grow(traits);

        inParts(m_heads.size(), workers, counted,
                [this](std::size_t begin, std::size_t end, auto &rows) { addCounted(begin, end, rows); });
        std::vector<Trait> times = timeTraits(counted, kin, traits);
        inParts(m_heads.size(), workers, traits,
                [this](std::size_t begin, std::size_t end, auto &found) { addEvidence(begin, end, found); });
        traits.push_back(std::move(times));
        kin.grow(traits);

        std::vector<base::MessageIndex> rows;
        for (std::size_t row = 0; row < m_heads.size(); ++row) {
            if (kin.contains(m_memberOf[row]))
                rows.emplace_back(row);
        }
        return rows;
    }

private:
    /// A posting with n/m, which may be part of a series that was sent without threads.
    struct Counted
    {
        std::uint64_t key; ///< of sender, version and total
        std::uint32_t row;
    };
    struct Window
    {
        std::uint64_t key;
        base::UnixSeconds first, last;
        std::int32_t member;
    };
    struct Span
    {
        base::UnixSeconds first = std::numeric_limits<base::UnixSeconds>::max();
        base::UnixSeconds last = std::numeric_limits<base::UnixSeconds>::min();

        void add(base::UnixSeconds date)
        {
            first = std::min(first, date);
            last = std::max(last, date);
        }
    };

    /// Calls `work(begin, end, list)` for parts of `count` on so many threads; the lists go behind those in
    /// `all`.
    template <class T, class Work>
    static void inParts(std::size_t count, int workers, std::vector<std::vector<T>> &all, Work work)
    {
        constexpr std::size_t least = 4096; // less is not worth a thread
        const std::size_t parts =
            std::clamp<std::size_t>(count / least, 1, std::size_t(std::max(workers, 1)));
        const std::size_t first = all.size();
        all.resize(first + parts);
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < parts; ++i) {
            others.emplace_back([&work, &list = all[first + i], begin = count * i / parts,
                                 end = count * (i + 1) / parts] { work(begin, end, list); });
        }
        work(0, count / parts, all[first]);
    }

    bool isNew(std::size_t row) const { return m_before[row] == None; }
    /// The series it was in, invalid for a new row.
    base::SeriesIndex seriesBefore(std::size_t row) const
    {
        return isNew(row) ? base::SeriesIndex() : m_set.seriesOf[std::size_t(m_before[row])];
    }

    void addMembers()
    {
        std::vector<std::int32_t> memberOfRoot(m_threads.nodes.size(), None);
        for (const std::int32_t root : m_threads.roots)
            memberOfRoot[std::size_t(root)] = m_members++;
        m_memberOfNode.reserve(m_threads.nodes.size());
        for (const ThreadNode &node : m_threads.nodes)
            m_memberOfNode.push_back(memberOfRoot[std::size_t(node.root)]);
        for (std::size_t before = 0; before < m_rowNow.size(); ++before) {
            const std::size_t row = m_rowNow[before].value();
            m_before[row] = std::int32_t(before);
            m_memberOf[row] = m_memberOfNode[std::size_t(m_threads.nodeOf[before])];
        }
        m_firstNew = m_members;
        for (std::int32_t &member : m_memberOf) {
            if (member == None)
                member = m_members++;
        }
    }

    /// Threads come about by Message-IDs. Where a ghost hangs depends on which of the references of its
    /// answers are known; what other rows refer to is a message or a ghost already.
    void addReferences(std::vector<Trait> &traits) const
    {
        const auto refer = [&](std::size_t row, const QByteArray &id) {
            if (isUsable(id))
                traits.push_back(idTrait(m_memberOf[row], id));
        };
        for (std::size_t before = 0; before < m_rowNow.size(); ++before) {
            const std::int32_t parent = m_threads.nodes[std::size_t(m_threads.nodeOf[before])].parent;
            if (parent == None || m_threads.nodes[std::size_t(parent)].message.isValid())
                continue;
            const std::size_t row = m_rowNow[before].value();
            for (const QByteArray &id : m_heads[row].references)
                refer(row, id);
        }
        for (std::size_t row = 0; row < m_heads.size(); ++row) {
            if (!isNew(row))
                continue;
            if (!m_heads[row].messageId.isEmpty())
                traits.push_back(idTrait(m_memberOf[row], m_heads[row].messageId));
            refer(row, m_heads[row].inReplyTo);
            for (const QByteArray &id : m_heads[row].references)
                refer(row, id);
        }
    }

    /// All that joinVersions() looks at, whether it would be enough or not.
    void addEvidence(std::size_t begin, std::size_t end, std::vector<Trait> &traits) const
    {
        PersonHashes person;
        traits.reserve((end - begin) * 3 / 2);
        for (std::size_t row = begin; row < end; ++row) {
            const MessageHead &head = m_heads[row];
            const std::int32_t member = m_memberOf[row];
            for (const QList<QByteArray> *list : {&head.links, &head.supersedes}) {
                for (const QByteArray &id : *list) {
                    traits.push_back(idTrait(member, id));
                    traits.back().isLink = 1;
                }
            }
            // What is no patch may be a cover without 0/N.
            if (head.kind == MessageKind::Reply && !seriesBefore(row).isValid())
                continue;
            if (!head.changeId.isEmpty())
                traits.push_back(trait(member, Kind::ChangeId, qHash(head.changeId)));
            if (!head.patchId.isEmpty())
                traits.push_back(trait(member, Kind::PatchId, qHash(head.patchId)));
            const bool isBare = head.prefix.title.isEmpty(); // a series without a title goes by its subject
            const std::uint64_t title = qHash(normalisedTitle(isBare ? head.subject : head.prefix.title));
            traits.push_back(trait(member, Kind::TitleAndAuthor, mixed(title, person(head.author))));
            if (head.kind == MessageKind::Patch || head.kind == MessageKind::PullRequest)
                traits.push_back(trait(member, Kind::Title, isBare ? 0 : title));
        }
    }

    void addCounted(std::size_t begin, std::size_t end, std::vector<Counted> &rows) const
    {
        PersonHashes person;
        for (std::size_t row = begin; row < end; ++row) {
            const MessageHead &head = m_heads[row];
            const bool isPosting = head.kind == MessageKind::Patch || head.kind == MessageKind::Cover ||
                                   head.kind == MessageKind::PullRequest;
            if (!isPosting || !head.prefix.hasCounter())
                continue;
            const std::uint64_t numbers =
                mixed(std::uint64_t(head.prefix.version), std::uint64_t(head.prefix.subversion));
            rows.push_back({mixed(person(head.submitter), mixed(numbers, std::uint64_t(head.prefix.total))),
                            std::uint32_t(row)});
        }
    }

    bool isLoose(std::int32_t node) const
    {
        for (std::int32_t at = m_threads.nodes[std::size_t(node)].parent; at != None;
             at = m_threads.nodes[std::size_t(at)].parent) {
            if (m_threads.nodes[std::size_t(at)].message.isValid())
                return false;
        }
        return true;
    }

    /// By member: one of those that it may be one thread with now.
    std::vector<std::int32_t> mergedThreads(const Closure &touched, const Traits &ids) const
    {
        std::vector<std::int32_t> group(static_cast<std::size_t>(m_members));
        std::iota(group.begin(), group.end(), 0);
        const auto leader = [&group](std::int32_t member) {
            while (group[std::size_t(member)] != member) {
                std::int32_t &above = group[std::size_t(member)];
                above = group[std::size_t(above)];
                member = above;
            }
            return member;
        };
        std::unordered_map<std::uint32_t, std::int32_t> firstWith;
        for (const std::vector<Trait> &part : ids) {
            for (const Trait &id : part) {
                const auto member = std::int32_t(id.member);
                if (!touched.contains(member))
                    continue;
                const auto [first, isFirst] = firstWith.try_emplace(id.hash, member);
                if (!isFirst)
                    group[std::size_t(leader(member))] = leader(first->second);
            }
        }
        for (std::int32_t &member : group)
            member = leader(member);
        return group;
    }

    /// Mails without a thread join others of the same sender, version and total that were sent within half an
    /// hour. Of threads without new mail it is known what was joined; of the others only when they are from
    /// and until.
    std::vector<Trait> timeTraits(const std::vector<std::vector<Counted>> &counted, const Closure &touched,
                                  const Traits &ids) const
    {
        std::vector<Span> ofSeries(m_set.series.size()), ofThread(static_cast<std::size_t>(m_members));
        for (std::size_t before = 0; before < m_rowNow.size(); ++before) {
            if (m_set.seriesOf[before].isValid())
                ofSeries[m_set.seriesOf[before].value()].add(m_heads[m_rowNow[before].value()].date);
        }
        const std::vector<std::int32_t> threadOf = mergedThreads(touched, ids);
        for (std::size_t row = 0; row < m_heads.size(); ++row) {
            if (touched.contains(m_memberOf[row]) && m_heads[row].kind != MessageKind::Reply)
                ofThread[std::size_t(threadOf[std::size_t(m_memberOf[row])])].add(m_heads[row].date);
        }
        std::vector<Window> windows;
        const auto addWindow = [&](const Counted &posting) {
            const std::int32_t member = m_memberOf[posting.row];
            const base::SeriesIndex series = seriesBefore(posting.row);
            if (!touched.contains(member) &&
                !(series.isValid() && isLoose(m_threads.nodeOf[std::size_t(m_before[posting.row])])))
                return;
            const Span &span = touched.contains(member) ? ofThread[std::size_t(threadOf[std::size_t(member)])]
                                                        : ofSeries[series.value()];
            windows.push_back({posting.key, span.first, span.last, member});
        };
        for (const std::vector<Counted> &part : counted)
            std::for_each(part.begin(), part.end(), addWindow);
        std::sort(windows.begin(), windows.end(), [](const Window &a, const Window &b) {
            return std::tie(a.key, a.first) < std::tie(b.key, b.first);
        });
        std::vector<Trait> traits;
        std::uint64_t group = 0;
        base::UnixSeconds last = 0;
        for (std::size_t i = 0; i < windows.size(); ++i) {
            const Window &window = windows[i];
            const bool joins = i > 0 && windows[i - 1].key == window.key && window.first - last <= Unthreaded;
            group += !joins;
            last = joins ? std::max(last, window.last) : window.last;
            traits.push_back(trait(window.member, Kind::Time, group));
        }
        return traits;
    }

    std::span<const MessageHead> m_heads;
    std::span<const base::MessageIndex> m_rowNow;
    const ThreadForest &m_threads;
    const SeriesSet &m_set;
    std::vector<std::int32_t> m_memberOf;     ///< by row
    std::vector<std::int32_t> m_before;       ///< by row: where it was, None where it is new
    std::vector<std::int32_t> m_memberOfNode; ///< by node before
    std::int32_t m_members = 0;               ///< threads before, then new rows
    std::int32_t m_firstNew = 0;              ///< of the members
};

} // namespace

std::vector<base::MessageIndex> kinOfNewRows(std::span<const MessageHead> heads,
                                             std::span<const base::MessageIndex> rowNow,
                                             const ThreadForest &threads, const SeriesSet &series,
                                             int workers)
{
    return Kinship(heads, rowNow, threads, series).rows(workers);
}

} // namespace loredesk::series
