// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/collecting.h"

#include "models/series/assembly.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::series {

namespace {

constexpr std::int32_t None = -1;
constexpr int MostSteps = 1000; ///< of a reply chain walked for one patch

bool isKey(const patch::Trailer &trailer, QLatin1StringView key)
{
    return trailer.key.compare(key, Qt::CaseInsensitive) == 0;
}

bool samePerson(const mail::Mailbox &a, const mail::Mailbox &b)
{
    return (!a.address.isEmpty() && a.address.compare(b.address, Qt::CaseInsensitive) == 0) ||
           (!a.name.isEmpty() && a.name.compare(b.name, Qt::CaseInsensitive) == 0);
}

class Collector
{
public:
    Collector(std::span<const MessageHead> heads, const ThreadForest &threads, SeriesSet &set)
        : m_heads(heads)
        , m_threads(threads)
        , m_set(set)
        , m_above(postingsAbove(threads, set.seriesOf))
        , m_slotOf(heads.size(), None)
    {
    }

    void collect()
    {
        for (PatchSeries &series : m_set.series)
            markSlots(series);
        readReplies();
        for (const Lineage &lineage : m_set.lineages)
            carryOver(lineage);
        for (PatchSeries &series : m_set.series)
            sumUp(series);
    }

private:
    const MessageHead &head(base::MessageIndex message) const { return m_heads[message.value()]; }
    PatchSeries &series(base::SeriesIndex index) { return m_set.series[index.value()]; }

    void markSlots(const PatchSeries &series)
    {
        const auto mark = [this](const SeriesSlot &slot) {
            if (!slot.isMissing())
                m_slotOf[slot.message.value()] = slot.index;
            for (const base::MessageIndex duplicate : slot.duplicates)
                m_slotOf[duplicate.value()] = slot.index;
        };
        mark(series.cover);
        std::for_each(series.patches.begin(), series.patches.end(), mark);
    }

    void readReplies()
    {
        std::vector<std::int32_t> replies; // nodes, in the order of mail
        for (std::size_t node = 0; node < m_threads.nodes.size(); ++node) {
            const base::MessageIndex message = m_threads.nodes[node].message;
            if (message.isValid() && !m_set.seriesOf[message.value()].isValid() && m_above[node].isValid())
                replies.push_back(std::int32_t(node));
        }
        std::sort(replies.begin(), replies.end(), [this](std::int32_t a, std::int32_t b) {
            const base::MessageIndex i = m_threads.nodes[std::size_t(a)].message;
            const base::MessageIndex j = m_threads.nodes[std::size_t(b)].message;
            return std::tuple(head(i).date, i) < std::tuple(head(j).date, j);
        });
        for (const std::int32_t node : replies)
            readReply(m_threads.nodes[std::size_t(node)].message, m_above[std::size_t(node)]);
    }

    void readReply(base::MessageIndex reply, base::MessageIndex answered)
    {
        const MessageHead &answer = head(reply);
        PatchSeries &to = series(m_set.seriesOf[answered.value()]);
        SeriesSlot *slot = findSlot(to, m_slotOf[answered.value()]);
        if (!slot)
            return;
        to.lastDate = std::max(to.lastDate, answer.date);
        ++slot->review.replies;
        // Bots are no answer, and what they propose ("kindly add the following tags") is no review.
        if (answer.bot)
            return;
        const MessageHead &posting = head(slot->message);
        if (!samePerson(answer.submitter, posting.author) &&
            !samePerson(answer.submitter, posting.submitter) && !slot->review.answered) {
            slot->review.answered = true;
            slot->review.firstAnswer = reply;
        }
        if (answer.followUp.isEmpty())
            return;
        offer(*slot, answer.followUp, reply);
        if (slot->index == 0) { // to the cover: to every patch
            for (SeriesSlot &patch : to.patches) {
                if (!patch.isMissing())
                    offer(patch, answer.followUp, reply);
            }
        }
    }

    void offer(SeriesSlot &slot, const patch::FollowUp &followUp, base::MessageIndex reply)
    {
        // What the patch has already is kept too, for the message that proves it; whoever applies trailers
        // leaves it out.
        for (const patch::Trailer &trailer : followUp.accepted)
            addTo(isKey(trailer, "nacked-by"_L1) ? slot.nacked : slot.collected, {trailer, reply});
        // But to repeat somebody else's, to propose an order for instance, is no claim in his name.
        for (const patch::Trailer &trailer : followUp.mismatched) {
            if (!hasAlready(slot, trailer))
                addTo(slot.mismatched, {trailer, reply});
        }
    }

    bool hasAlready(const SeriesSlot &slot, const patch::Trailer &trailer) const
    {
        const QList<patch::Trailer> &own = head(slot.message).trailers;
        return std::any_of(own.begin(), own.end(),
                           [&](const patch::Trailer &other) { return patch::isSameTrailer(other, trailer); });
    }

    /// As many as a message may hold.
    static void addTo(QList<CollectedTrailer> &list, const CollectedTrailer &added)
    {
        if (list.size() >= patch::MostTrailers)
            return;
        const bool known = std::any_of(list.begin(), list.end(), [&](const CollectedTrailer &other) {
            return patch::isSameTrailer(other.trailer, added.trailer);
        });
        if (!known)
            list.append(added);
    }

    /// From the oldest version to the newest: trailers follow a patch whose id is unchanged; holes of a
    /// partial reroll are filled from the version before.
    void carryOver(const Lineage &lineage)
    {
        if (lineage.versions.size() < 2)
            return;
        QHash<QByteArray, base::MessageIndex> known; // patch id to the newest patch that had it
        const PatchSeries *before = nullptr;
        const auto number = [](const PatchSeries &series) {
            return std::pair(series.version, series.subversion);
        };
        std::vector<const PatchSeries *> older;
        for (auto it = lineage.versions.rbegin(); it != lineage.versions.rend(); ++it) {
            PatchSeries &one = series(*it);
            // The version before is the newest with a lower number: a resend stands beside, not before.
            for (const PatchSeries *candidate : older) {
                if (number(*candidate) < number(one))
                    before = candidate;
            }
            for (SeriesSlot &slot : one.patches) {
                if (slot.isMissing() || head(slot.message).patchId.isEmpty())
                    continue;
                const QByteArray id = head(slot.message).patchId;
                const auto found = known.constFind(id);
                if (found != known.constEnd())
                    inherit(slot, *found);
                known.insert(id, slot.message);
            }
            if (before)
                fillHoles(one, *before);
            older.push_back(&one);
            if (older.size() > 32) // a title resent for years: only the near past matters
                older.erase(older.begin());
        }
    }

    void inherit(SeriesSlot &slot, base::MessageIndex from)
    {
        const SeriesSlot *earlier = findSlot(series(m_set.seriesOf[from.value()]), m_slotOf[from.value()]);
        if (!earlier || earlier == &slot)
            return;
        QList<CollectedTrailer> carried;
        std::swap(carried, slot.collected); // what was given earlier stands first
        for (const CollectedTrailer &trailer : earlier->collected) {
            if (!hasAlready(slot, trailer.trailer))
                addTo(slot.collected, trailer);
        }
        for (const CollectedTrailer &trailer : carried)
            addTo(slot.collected, trailer);
    }

    void fillHoles(PatchSeries &later, const PatchSeries &before)
    {
        if (later.complete || std::pair(later.version, later.subversion) <= std::pair(1, 0) || later.pull ||
            later.total != before.total)
            return;
        const base::SeriesIndex target = m_set.seriesOf[before.head().value()];
        bool any = false; // a cover alone rerolls nothing
        for (const SeriesSlot &slot : later.patches) {
            if (!slot.isMissing() && !answersSameSlot(slot, target))
                return;
            any = any || !slot.isMissing();
        }
        if (!any)
            return;
        bool complete = true;
        for (SeriesSlot &slot : later.patches) {
            if (!slot.isMissing() || slot.index > later.total)
                continue;
            const auto same =
                std::find_if(before.patches.begin(), before.patches.end(), [&](const SeriesSlot &other) {
                    return other.index == slot.index && !other.isMissing();
                });
            if (same == before.patches.end()) {
                complete = false;
                continue;
            }
            slot = *same;
            slot.fromEarlierVersion = true;
            slot.duplicates.clear();
        }
        later.complete = complete && later.present() == later.total;
    }

    /// The chain of answers from a patch upwards, every message of it seen, meets first the same n/m of
    /// `target`.
    bool answersSameSlot(const SeriesSlot &slot, base::SeriesIndex target) const
    {
        std::int32_t at = m_threads.nodes[std::size_t(m_threads.nodeOf[slot.message.value()])].parent;
        for (int steps = 0; at != None && steps < MostSteps; ++steps) {
            const ThreadNode &node = m_threads.nodes[std::size_t(at)];
            if (!node.message.isValid())
                return false;
            if (m_set.seriesOf[node.message.value()].isValid())
                return m_set.seriesOf[node.message.value()] == target &&
                       m_slotOf[node.message.value()] == slot.index;
            at = node.parent;
        }
        return false;
    }

    void sumUp(PatchSeries &series)
    {
        ReviewState &sum = series.review;
        const auto addAnswers = [&](const SeriesSlot &slot) {
            sum.replies += slot.review.replies;
            if (!slot.review.answered)
                return;
            if (!sum.answered || std::tuple(head(slot.review.firstAnswer).date, slot.review.firstAnswer) <
                                     std::tuple(head(sum.firstAnswer).date, sum.firstAnswer))
                sum.firstAnswer = slot.review.firstAnswer;
            sum.answered = true;
        };
        if (!series.cover.isMissing()) {
            settleMismatches(series.cover);
            countPeople(series.cover);
            addAnswers(series.cover);
        }
        for (SeriesSlot &slot : series.patches) {
            if (slot.isMissing())
                continue;
            settleMismatches(slot);
            countPeople(slot);
            sum.acked += slot.review.acked > 0;
            sum.reviewed += slot.review.reviewed > 0;
            sum.tested += slot.review.tested > 0;
            sum.nacked += slot.review.nacked > 0;
            if (!slot.fromEarlierVersion)
                addAnswers(slot);
        }
        if (series.patches.empty())
            sum.nacked = series.cover.review.nacked;
    }

    /// Who signs somebody else's name is set right where that person says so himself, before or after.
    static void settleMismatches(SeriesSlot &slot)
    {
        slot.mismatched.removeIf([&slot](const CollectedTrailer &doubtful) {
            return std::any_of(slot.collected.begin(), slot.collected.end(),
                               [&](const CollectedTrailer &other) {
                                   return patch::isSameTrailer(other.trailer, doubtful.trailer);
                               });
        });
    }

    void countPeople(SeriesSlot &slot)
    {
        m_counted.clear();
        for (const patch::Trailer &trailer : head(slot.message).trailers)
            countPerson(trailer);
        for (const CollectedTrailer &collected : slot.collected)
            countPerson(collected.trailer);
        for (const CollectedTrailer &collected : slot.nacked)
            countPerson(collected.trailer);
        std::sort(m_counted.begin(), m_counted.end());
        m_counted.erase(std::unique(m_counted.begin(), m_counted.end()), m_counted.end());
        for (const auto &[meaning, person] : m_counted) {
            slot.review.acked += meaning == Acked;
            slot.review.reviewed += meaning == Reviewed;
            slot.review.tested += meaning == Tested;
            slot.review.nacked += meaning == Nacked;
        }
    }

    enum Meaning : quint8 { NoReview, Acked, Reviewed, Tested, Nacked };

    void countPerson(const patch::Trailer &trailer)
    {
        const Meaning meaning = meaningOf(trailer);
        if (meaning != NoReview)
            m_counted.emplace_back(meaning, personOf(trailer));
    }

    /// A catalog has some dozens of keys and some thousand persons, in hundreds of thousands of trailers.
    Meaning meaningOf(const patch::Trailer &trailer)
    {
        const auto known = m_meanings.constFind(trailer.key);
        if (known != m_meanings.constEnd())
            return *known;
        const Meaning meaning = patch::isAcked(trailer)      ? Acked
                                : patch::isReviewed(trailer) ? Reviewed
                                : patch::isTested(trailer)   ? Tested
                                : patch::isNacked(trailer)   ? Nacked
                                                             : NoReview;
        return *m_meanings.insert(trailer.key, meaning);
    }

    int personOf(const patch::Trailer &trailer)
    {
        const auto known = m_persons.constFind(trailer.value);
        if (known != m_persons.constEnd())
            return *known;
        mail::Mailbox person = trailer.mailbox();
        if (person.isEmpty())
            person.name = trailer.value;
        return *m_persons.insert(trailer.value, m_people(person));
    }

    std::span<const MessageHead> m_heads;
    const ThreadForest &m_threads;
    SeriesSet &m_set;
    std::vector<base::MessageIndex> m_above; ///< by node
    std::vector<std::int32_t> m_slotOf;      ///< by row: index of the slot it takes
    PeopleNumbers m_people;
    QHash<QString, Meaning> m_meanings;             ///< by key
    QHash<QString, int> m_persons;                  ///< by value
    std::vector<std::pair<Meaning, int>> m_counted; ///< of the patch at hand
};

} // namespace

void collectReplies(std::span<const MessageHead> heads, const ThreadForest &threads, SeriesSet &set)
{
    Collector(heads, threads, set).collect();
}

} // namespace loredesk::series
