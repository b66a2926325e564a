// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/assembly.h"

#include <algorithm>

namespace loredesk::series {

namespace {

constexpr std::int32_t None = -1;
constexpr int MostTried =
    16; ///< postings of one key that are tried, newest first: bounds a flood of one subject
constexpr int MostMissing = 256; ///< a counter may claim 9,999 patches; that many placeholders help nobody

/// A series while it is put together.
struct Draft
{
    int version = 1;
    int subversion = 0;
    int total = 1;
    bool counted = false; ///< n/m was written
    int submitter = None;
    int author = None;
    std::int32_t cover = None; ///< row
    bool nakedCover = false;
    std::map<int, std::int32_t> taken; ///< index to row
    std::vector<std::pair<int, std::int32_t>> duplicates;
    std::int32_t firstNode = None; ///< node of the posting that started it
    std::int32_t refusedBy = None; ///< the draft whose slot was taken when this one was started
    base::UnixSeconds first = 0, last = 0;
    bool gone = false; ///< merged into another

    bool isBare() const { return cover == None; } ///< has no cover
    bool isFull() const
    {
        return std::count_if(taken.begin(), taken.end(), [this](const auto &slot) {
                   return slot.first >= 1 && slot.first <= total;
               }) == total;
    }
};

/// What two postings of one series share.
struct Key
{
    int submitter, version, subversion, total;
    friend bool operator==(const Key &, const Key &) = default;
};

std::size_t qHash(const Key &key, std::size_t seed = 0)
{
    return qHashMulti(seed, key.submitter, key.version, key.subversion, key.total);
}

class Assembler
{
public:
    Assembler(std::span<const MessageHead> heads, const ThreadForest &threads)
        : m_heads(heads)
        , m_threads(threads)
        , m_draftOf(heads.size(), None)
        , m_submitter(heads.size(), None)
        , m_author(heads.size(), None)
    {
    }

    SeriesSet assemble()
    {
        std::vector<std::int32_t> postings;
        for (const std::int32_t root : m_threads.roots) {
            postings.clear();
            m_threads.visit(root, [&](std::int32_t node) {
                if (isPosting(node))
                    postings.push_back(rowAt(node));
            });
            if (!postings.empty())
                assembleThread(root, postings);
        }
        joinUnthreaded();
        return finish();
    }

private:
    const MessageHead &head(std::int32_t row) const { return m_heads[std::size_t(row)]; }
    std::int32_t nodeOf(std::int32_t row) const { return m_threads.nodeOf[std::size_t(row)]; }
    const ThreadNode &node(std::int32_t index) const { return m_threads.nodes[std::size_t(index)]; }
    std::int32_t rowAt(std::int32_t index) const
    {
        const base::MessageIndex message = node(index).message;
        return message.isValid() ? std::int32_t(message.value()) : None;
    }
    bool isPosting(std::int32_t index) const
    {
        const std::int32_t row = rowAt(index);
        if (row == None)
            return false;
        const MessageKind kind = head(row).kind;
        return kind == MessageKind::Patch || kind == MessageKind::Cover || kind == MessageKind::PullRequest;
    }
    std::int32_t &draftOf(std::int32_t row) { return m_draftOf[std::size_t(row)]; }
    Draft &draft(std::int32_t index) { return m_drafts[std::size_t(index)]; }

    void number(std::int32_t row)
    {
        m_submitter[std::size_t(row)] = m_people(head(row).submitter);
        m_author[std::size_t(row)] = m_people(head(row).author);
    }
    int submitter(std::int32_t row) const { return m_submitter[std::size_t(row)]; }
    int author(std::int32_t row) const { return m_author[std::size_t(row)]; }
    bool samePerson(const Draft &draft, std::int32_t row) const
    {
        return draft.submitter == submitter(row) || draft.author == author(row);
    }

    static bool isCounted(const MessageHead &head) { return head.prefix.hasCounter(); }

    void assembleThread(std::int32_t root, std::vector<std::int32_t> &postings)
    {
        const auto older = [this](std::int32_t a, std::int32_t b) {
            return std::tuple(head(a).date, a) < std::tuple(head(b).date, b);
        };
        std::sort(postings.begin(), postings.end(), older);
        for (const std::int32_t row : postings)
            number(row);
        // Covers first: patches look for theirs whatever order the clocks put them in.
        m_threadDrafts.clear();
        m_byKey.clear();
        for (const std::int32_t row : postings) {
            if (head(row).kind == MessageKind::Cover)
                start(row, None);
        }
        for (const std::int32_t row : postings) {
            if (head(row).kind != MessageKind::Cover)
                place(row);
        }
        foldDuplicates();
        joinLoneCovers();
        joinSlippedCovers();
        takeNakedCover(root);
    }

    std::int32_t start(std::int32_t row, std::int32_t refusedBy)
    {
        const MessageHead &posting = head(row);
        Draft added;
        added.version = posting.prefix.version;
        added.subversion = posting.prefix.subversion;
        added.counted = isCounted(posting);
        added.total = posting.prefix.total;
        if (posting.kind == MessageKind::PullRequest && !added.counted)
            added.total = 0;
        added.submitter = submitter(row);
        added.author = author(row);
        added.firstNode = nodeOf(row);
        added.refusedBy = refusedBy;
        added.first = added.last = posting.date;
        if (posting.kind == MessageKind::Cover ||
            (posting.kind == MessageKind::PullRequest && !added.counted))
            added.cover = row;
        else
            added.taken.emplace(posting.prefix.index, row);
        const auto index = std::int32_t(m_drafts.size());
        m_drafts.push_back(std::move(added));
        draftOf(row) = index;
        m_threadDrafts.push_back(index);
        if (draft(index).counted)
            m_byKey[keyOf(draft(index))].push_back(index);
        return index;
    }

    static Key keyOf(const Draft &draft)
    {
        return {draft.submitter, draft.version, draft.subversion, draft.total};
    }

    void add(std::int32_t index, std::int32_t row)
    {
        Draft &to = draft(index);
        to.taken.emplace(head(row).prefix.index, row);
        to.first = std::min(to.first, head(row).date);
        to.last = std::max(to.last, head(row).date);
        draftOf(row) = index;
    }

    void place(std::int32_t row)
    {
        const MessageHead &posting = head(row);
        std::int32_t refusedBy = None;
        // The nearest postings above it know best.
        int tried = 0;
        for (std::int32_t above = node(nodeOf(row)).parent; above != None && tried < MostTried * 4;
             above = node(above).parent, ++tried) {
            const std::int32_t aboveRow = rowAt(above);
            const std::int32_t candidate = aboveRow == None ? None : draftOf(aboveRow);
            if (candidate == None)
                continue;
            const bool direct = above == node(nodeOf(row)).parent;
            if (!fits(draft(candidate), aboveRow, row, direct))
                continue;
            if (!draft(candidate).taken.count(posting.prefix.index))
                return add(candidate, row);
            if (refusedBy == None)
                refusedBy = candidate;
        }
        // Else whatever in this thread lacks it: patches that answer a cover that was never seen, or each
        // other.
        if (isCounted(posting)) {
            const auto same = m_byKey.constFind(
                {submitter(row), posting.prefix.version, posting.prefix.subversion, posting.prefix.total});
            if (same != m_byKey.constEnd()) {
                tried = 0;
                for (auto it = same->crbegin(); it != same->crend() && tried < MostTried; ++it, ++tried) {
                    if (!draft(*it).taken.count(posting.prefix.index))
                        return add(*it, row);
                }
            }
        }
        start(row, refusedBy);
    }

    /// Whether the posting `row` belongs to the series of `aboveRow`, a posting above it in the thread.
    bool fits(const Draft &to, std::int32_t aboveRow, std::int32_t row, bool direct) const
    {
        const MessageHead &posting = head(row);
        const bool underCover = aboveRow == to.cover;
        // Patches that name no version have that of their cover, or of the patch they follow.
        const bool sameVersion =
            (posting.prefix.version == to.version && posting.prefix.subversion == to.subversion) ||
            posting.prefix.versionInferred;
        if (!sameVersion)
            return false;
        if (!isCounted(posting)) {
            // "[PATCH 0/1]" answered by a plain "[PATCH]".
            return to.counted && underCover && direct && to.total == 1 && samePerson(to, row) &&
                   posting.kind == MessageKind::Patch;
        }
        if (!to.counted) // "[PATCH 2/1]" below a plain "[PATCH]": one more
            return posting.prefix.index > posting.prefix.total && posting.prefix.total == to.total &&
                   to.cover == None && samePerson(to, row);
        if (posting.prefix.total == to.total)
            return underCover || samePerson(to, row);
        // A counter that is off: under one cover, by the same person.
        return underCover && direct && samePerson(to, row);
    }

    /// A few taken sent again below the series they stand in are duplicates of these; a whole set is a resend
    /// of the series and stays one of its own.
    void foldDuplicates()
    {
        for (const std::int32_t index : m_threadDrafts) {
            Draft &from = draft(index);
            if (from.refusedBy == None || from.cover != None || from.gone)
                continue;
            const std::int32_t target = from.refusedBy;
            if (draft(target).gone || from.isFull())
                continue;
            const bool all = std::all_of(from.taken.begin(), from.taken.end(), [&](const auto &slot) {
                return draft(target).taken.count(slot.first) > 0;
            });
            if (!all)
                continue;
            for (const auto &[slot, row] : from.taken) {
                draft(target).duplicates.emplace_back(slot, row);
                draft(target).last = std::max(draft(target).last, head(row).date);
                draftOf(row) = target;
            }
            from.gone = true;
        }
    }

    /// A cover that answers its own first patch, or stands beside it.
    void joinLoneCovers()
    {
        for (const std::int32_t index : m_threadDrafts) {
            if (draft(index).gone || !draft(index).taken.empty() || draft(index).cover == None ||
                !draft(index).counted)
                continue;
            for (const std::int32_t other : m_byKey.value(keyOf(draft(index)))) {
                if (other != index && !draft(other).gone && draft(other).cover == None) {
                    merge(other, index);
                    break;
                }
            }
        }
    }

    /// A cover that names another version than its patches, which answer it and were sent with it.
    void joinSlippedCovers()
    {
        for (const std::int32_t index : m_threadDrafts) {
            if (draft(index).gone || !draft(index).taken.empty() || draft(index).cover == None ||
                !draft(index).counted)
                continue;
            for (const std::int32_t other : m_threadDrafts) {
                const Draft &patches = draft(other);
                if (patches.gone || patches.cover != None || !patches.counted ||
                    patches.total != draft(index).total || patches.submitter != draft(index).submitter ||
                    std::abs(patches.first - draft(index).first) > Unthreaded)
                    continue;
                if (node(patches.firstNode).parent == nodeOf(draft(index).cover)) {
                    merge(other, index);
                    break;
                }
            }
        }
    }

    void merge(std::int32_t into, std::int32_t from)
    {
        Draft &to = draft(into), &source = draft(from);
        if (source.cover != None) {
            to.cover = source.cover;
            to.submitter = source.submitter;
            to.author = source.author;
            draftOf(source.cover) = into;
        }
        for (const auto &[slot, row] : source.taken) {
            to.taken.emplace(slot, row);
            draftOf(row) = into;
        }
        for (const auto &[slot, row] : source.duplicates) {
            to.duplicates.emplace_back(slot, row);
            draftOf(row) = into;
        }
        to.first = std::min(to.first, source.first);
        to.last = std::max(to.last, source.last);
        source.gone = true;
        source.taken.clear();
        source.duplicates.clear();
    }

    /// Without 0/N, a thread root of the same author that carries no diff is the cover of the first series
    /// that answers it directly.
    void takeNakedCover(std::int32_t root)
    {
        const std::int32_t row = rowAt(root);
        if (row == None || head(row).hasDiff || head(row).bot)
            return;
        const MessageKind kind = head(row).kind;
        const bool pull = kind == MessageKind::PullRequest && !isCounted(head(row));
        if (kind != MessageKind::Other && !pull)
            return;
        number(row);
        for (const std::int32_t index : m_threadDrafts) {
            Draft &candidate = draft(index);
            if (candidate.gone || candidate.cover != None || candidate.taken.empty() ||
                !samePerson(candidate, row))
                continue;
            if (node(nodeOf(candidate.taken.begin()->second)).parent != root)
                continue;
            if (pull)
                draft(draftOf(row)).gone = true;
            candidate.cover = row;
            candidate.nakedCover = true;
            draftOf(row) = index;
            candidate.first = std::min(candidate.first, head(row).date);
            return;
        }
    }

    /// Nothing that was seen stands above the node.
    bool isLoose(std::int32_t at) const
    {
        int steps = 0;
        for (at = node(at).parent; at != None && steps < MostTried; at = node(at).parent, ++steps) {
            if (rowAt(at) != None)
                return false;
        }
        return at == None;
    }

    /// Series sent without In-Reply-To: each mail is a thread of its own. And covers whose patches answer a
    /// Message-ID that some server replaced on the way: the cover stands alone, the patches hang below a
    /// ghost.
    void joinUnthreaded()
    {
        std::vector<std::int32_t> order;
        for (std::size_t index = 0; index < m_drafts.size(); ++index) {
            const Draft &candidate = m_drafts[index];
            if (!candidate.gone && candidate.counted && isLoose(candidate.firstNode))
                order.push_back(std::int32_t(index));
        }
        std::sort(order.begin(), order.end(), [this](std::int32_t a, std::int32_t b) {
            return std::tuple(draft(a).first, a) < std::tuple(draft(b).first, b);
        });
        QHash<Key, std::vector<std::int32_t>> open;
        for (const std::int32_t index : order) {
            std::vector<std::int32_t> &same = open[keyOf(draft(index))];
            std::int32_t best = None;
            int tried = 0;
            for (std::size_t at = same.size(); at-- > 0 && tried < MostTried;) {
                const std::int32_t before = same[at];
                if (draft(index).first - draft(before).last > Unthreaded) {
                    same.erase(same.begin() + std::ptrdiff_t(at)); // of no use to later ones either
                    continue;
                }
                ++tried;
                // A proper thread is preferred to loose mails.
                if (canJoin(draft(before), draft(index)) && (best == None || size(before) > size(best)))
                    best = before;
            }
            if (best == None)
                same.push_back(index);
            else
                merge(best, index);
        }
    }

    std::size_t size(std::int32_t index) { return draft(index).taken.size() + (draft(index).cover != None); }

    bool canJoin(const Draft &a, const Draft &b) const
    {
        if (a.cover != None && b.cover != None)
            return false;
        const bool withCover = (a.taken.empty() && b.isBare()) || (b.taken.empty() && a.isBare());
        if (!withCover) {
            // Loose mails below ghosts are as likely parts of two series that were sent to several lists.
            if (node(a.firstNode).parent != None || node(b.firstNode).parent != None)
                return false;
            // So are those for two trees.
            if (!a.taken.empty() && !b.taken.empty() && tags(a) != tags(b))
                return false;
        }
        if ((a.isFull() && !b.taken.empty()) || (b.isFull() && !a.taken.empty()))
            return false;
        return std::none_of(b.taken.begin(), b.taken.end(),
                            [&a](const auto &slot) { return a.taken.count(slot.first) > 0; });
    }

    const QStringList &tags(const Draft &draft) const
    {
        return head(draft.taken.begin()->second).prefix.tags;
    }

    SeriesSet finish()
    {
        struct Place
        {
            base::UnixSeconds date;
            std::int32_t head, draft;
            bool operator<(const Place &other) const
            {
                return std::tie(date, head) < std::tie(other.date, other.head);
            }
        };
        std::vector<Place> places;
        for (std::size_t index = 0; index < m_drafts.size(); ++index) {
            const Draft &done = m_drafts[index];
            if (done.gone)
                continue;
            const std::int32_t first = done.cover != None ? done.cover : done.taken.begin()->second;
            places.push_back({head(first).date, first, std::int32_t(index)});
        }
        std::sort(places.begin(), places.end());

        SeriesSet set;
        set.series.reserve(places.size());
        std::vector<base::SeriesIndex> ofDraft(m_drafts.size());
        for (const Place &place : places) {
            ofDraft[std::size_t(place.draft)] = base::SeriesIndex(set.series.size());
            set.series.push_back(finished(draft(place.draft), head(place.head)));
        }
        set.seriesOf.resize(m_heads.size());
        for (std::size_t row = 0; row < m_heads.size(); ++row) {
            // Copies of a message share the node of the first, and its series.
            const base::MessageIndex first = node(m_threads.nodeOf[row]).message;
            const std::int32_t index = m_draftOf[first.value()];
            if (index != None)
                set.seriesOf[row] = ofDraft[std::size_t(index)];
        }
        return set;
    }

    PatchSeries finished(const Draft &done, const MessageHead &first) const
    {
        PatchSeries series;
        series.version = done.version;
        series.subversion = done.subversion;
        series.total = done.total;
        series.haveCover = done.cover != None;
        series.nakedCover = done.nakedCover;
        series.rfc = first.prefix.rfc;
        series.resend = first.prefix.resend;
        series.pull = first.prefix.pull;
        series.title = first.prefix.title.isEmpty() ? first.subject : first.prefix.title;
        series.author = first.author;
        series.submitter = first.submitter;
        series.date = first.date;
        series.lastDate = done.last;
        if (done.cover != None)
            series.cover.message = base::MessageIndex(std::size_t(done.cover));

        int present = 0;
        for (const auto &[index, row] : done.taken) {
            present += index >= 1 && index <= done.total;
            series.rfc = series.rfc || (done.cover == None && head(row).prefix.rfc);
        }
        series.complete = present == done.total;
        const bool listMissing = done.total - present <= MostMissing;
        int next = 1;
        const auto addMissingBefore = [&](int index) {
            for (; listMissing && next < index && next <= done.total; ++next) {
                SeriesSlot missing;
                missing.index = next;
                series.patches.push_back(std::move(missing));
            }
            next = std::max(next, index + 1);
        };
        for (const auto &[index, row] : done.taken) {
            addMissingBefore(index);
            SeriesSlot slot;
            slot.index = index;
            slot.message = base::MessageIndex(std::size_t(row));
            series.patches.push_back(std::move(slot));
        }
        addMissingBefore(done.total + 1);
        for (const auto &[index, row] : done.duplicates) {
            if (SeriesSlot *slot = findSlot(series, index))
                slot->duplicates.push_back(base::MessageIndex(std::size_t(row)));
        }
        return series;
    }

    std::span<const MessageHead> m_heads;
    const ThreadForest &m_threads;
    PeopleNumbers m_people;
    std::vector<Draft> m_drafts;
    std::vector<std::int32_t> m_draftOf;           ///< by row
    std::vector<int> m_submitter;                  ///< by row, of postings
    std::vector<int> m_author;                     ///< by row, of postings
    std::vector<std::int32_t> m_threadDrafts;      ///< of the thread at hand
    QHash<Key, std::vector<std::int32_t>> m_byKey; ///< of the thread at hand, oldest first
};

} // namespace

SeriesSet assemble(std::span<const MessageHead> heads, const ThreadForest &threads)
{
    return Assembler(heads, threads).assemble();
}

SeriesSlot *findSlot(PatchSeries &series, int index)
{
    if (index == 0)
        return &series.cover;
    const auto it = std::lower_bound(series.patches.begin(), series.patches.end(), index,
                                     [](const SeriesSlot &slot, int wanted) { return slot.index < wanted; });
    return it != series.patches.end() && it->index == index ? &*it : nullptr;
}

std::vector<base::MessageIndex> postingsAbove(const ThreadForest &threads,
                                              const std::vector<base::SeriesIndex> &seriesOf)
{
    std::vector<base::MessageIndex> above(threads.nodes.size());
    for (const std::int32_t root : threads.roots) {
        threads.visit(root, [&](std::int32_t at) { // parents come before their children
            const std::int32_t parent = threads.nodes[std::size_t(at)].parent;
            if (parent == None)
                return;
            const base::MessageIndex message = threads.nodes[std::size_t(parent)].message;
            const bool posted = message.isValid() && seriesOf[message.value()].isValid();
            above[std::size_t(at)] = posted ? message : above[std::size_t(parent)];
        });
    }
    return above;
}

} // namespace loredesk::series
