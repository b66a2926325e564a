// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/lineage.h"

#include "models/series/assembly.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::series {

namespace {

constexpr int None = -1;
constexpr base::UnixSeconds Day = 86400;
constexpr base::UnixSeconds Resend = 180 * Day; ///< the same title and number later than that starts anew
constexpr int MostTried = 256;                  ///< entries of an index looked at: bounds floods of one title

/// One piece of evidence: `later` continues `earlier`.
struct Join
{
    int earlier = None, later = None;
    JoinedBy by = JoinedBy::Nothing;
    QString evidence; ///< as PatchSeries::joinedEvidence
};

class VersionJoiner
{
public:
    VersionJoiner(std::span<const MessageHead> heads, const ThreadForest &threads, SeriesSet &set)
        : m_heads(heads)
        , m_threads(threads)
        , m_set(set)
        , m_group(set.series.size())
        , m_members(set.series.size())
        , m_title(set.series.size())
        , m_patchTitle(heads.size(), None)
        , m_author(set.series.size())
        , m_submitter(set.series.size())
    {
        for (int i = 0; i < count(); ++i) {
            m_group[std::size_t(i)] = i;
            m_members[std::size_t(i)] = {i};
        }
    }

    void join()
    {
        index();
        readSuperseded();
        for (int later = 0; later < count(); ++later)
            findEarlier(later);
        writeLineages();
    }

private:
    /// A series that a Message-ID named.
    struct Named
    {
        int series = None;
        QByteArray id;
    };

    int count() const { return int(m_set.series.size()); }
    const PatchSeries &series(int index) const { return m_set.series[std::size_t(index)]; }
    const MessageHead &head(base::MessageIndex message) const { return m_heads[message.value()]; }
    QPair<int, int> number(int index) const { return {series(index).version, series(index).subversion}; }
    bool samePerson(int a, int b) const
    {
        const auto i = std::size_t(a), j = std::size_t(b);
        return m_author[i] == m_author[j] || m_submitter[i] == m_submitter[j];
    }

    template <class Function>
    void eachMessage(const PatchSeries &series, Function function) const
    {
        if (!series.cover.isMissing())
            function(head(series.cover.message));
        for (const SeriesSlot &slot : series.patches) {
            if (!slot.isMissing())
                function(head(slot.message));
        }
    }

    int leader(int index)
    {
        while (m_group[std::size_t(index)] != index) {
            int &above = m_group[std::size_t(index)];
            above = m_group[std::size_t(above)];
            index = above;
        }
        return index;
    }

    void index()
    {
        PeopleNumbers people;
        m_byMessage.reserve(qsizetype(m_heads.size()));
        for (int i = 0; i < count(); ++i) {
            const PatchSeries &one = series(i);
            m_title[std::size_t(i)] = numberOfTitle(one.title);
            m_author[std::size_t(i)] = people(one.author);
            m_submitter[std::size_t(i)] = people(one.submitter);
            m_numbers.insert({i, number(i)});
            m_byTitle[{m_title[std::size_t(i)], m_author[std::size_t(i)]}].push_back(i);
            const QByteArray changeId = changeIdOf(one);
            if (!changeId.isEmpty())
                m_byChangeId[changeId].push_back(i);
            eachMessage(one, [&](const MessageHead &head) {
                if (!m_byMessage.contains(head.messageId))
                    m_byMessage.insert(head.messageId, i);
            });
            for (const SeriesSlot &slot : one.patches) {
                if (slot.isMissing())
                    continue;
                const MessageHead &patch = head(slot.message);
                if (!patch.patchId.isEmpty())
                    m_byPatchId[patch.patchId].push_back(i);
                const int title = numberOfTitle(patch.prefix.title);
                m_patchTitle[slot.message.value()] = title;
                m_byPatchTitle[std::size_t(title)].push_back(i);
            }
        }
    }

    /// Titles are compared often: as numbers.
    int numberOfTitle(const QString &title)
    {
        const QString normalised = normalisedTitle(title);
        const auto known = m_titleNumbers.constFind(normalised);
        if (known != m_titleNumbers.constEnd())
            return *known;
        m_byPatchTitle.emplace_back();
        return *m_titleNumbers.insert(normalised, int(m_titleNumbers.size()));
    }

    /// b4 writes it into the cover; git send-email users may have it below a single patch.
    QByteArray changeIdOf(const PatchSeries &series) const
    {
        const base::MessageIndex first = series.head();
        return first.isValid() ? head(first).changeId : QByteArray();
    }

    void findEarlier(int later)
    {
        const PatchSeries &one = series(later);
        Named link, supersedes;
        eachMessage(one, [&](const MessageHead &head) {
            for (const QByteArray &id : head.links)
                takeBetter(link, {linked(later, id), id});
            for (const QByteArray &id : head.supersedes) {
                const int target = m_byMessage.value(id, None);
                if (target != later)
                    takeBetter(supersedes, {target, id});
            }
        });
        for (const Named &older : m_superseded.value(later))
            takeBetter(supersedes, older);
        const QByteArray changeId = changeIdOf(one);
        const int byChangeId = newestBefore(m_byChangeId, changeId, later);
        if (byChangeId != None)
            return take(byChangeId, later, JoinedBy::ChangeId, QString::fromUtf8(changeId));
        int byTitle =
            newestBefore(m_byTitle, {m_title[std::size_t(later)], m_author[std::size_t(later)]}, later);
        // "v2" of the same title every few months: what the author links to beats what only looks alike.
        if (byTitle != None && link.series != None && leader(byTitle) != leader(link.series) &&
            number(link.series) >= number(byTitle))
            byTitle = None;
        if (byTitle != None)
            return take(byTitle, later, JoinedBy::Title, one.title);
        if (link.series != None && isFree(link.series, later))
            return take(link.series, later, JoinedBy::Link, QString::fromUtf8(link.id));
        if (const Named answered = answeredVersion(later);
            answered.series != None && isFree(answered.series, later))
            return take(answered.series, later, JoinedBy::Reply, QString::fromUtf8(answered.id));
        if (supersedes.series != None)
            return take(supersedes.series, later, JoinedBy::Supersedes, QString::fromUtf8(supersedes.id));
        if (one.version > 1) {
            const auto [overlapping, common] = overlappingVersion(later);
            if (overlapping != None && isFree(overlapping, later))
                return take(overlapping, later, JoinedBy::Overlap,
                            u"%1 of %2 patches"_s.arg(common).arg(one.present()));
        }
        if (const int same = sameNumber(later); same != None) {
            if (changeId.isEmpty() || changeIdOf(series(same)) != changeId)
                take(same, later, JoinedBy::Title, one.title);
            else
                take(same, later, JoinedBy::ChangeId, QString::fromUtf8(changeId));
        }
    }

    /// "Superseded-by: <v2>" in an answer to v1: what Supersedes would say in v2.
    void readSuperseded()
    {
        for (const MessageHead &answer : m_heads) {
            if (answer.kind != MessageKind::Reply || answer.links.isEmpty())
                continue;
            const auto row = std::size_t(&answer - m_heads.data());
            const base::MessageIndex older = postingAbove(base::MessageIndex(row));
            if (!older.isValid())
                continue;
            const auto earlier = int(m_set.seriesOf[older.value()].value());
            for (const QByteArray &id : answer.links) {
                const int later = m_byMessage.value(id, None);
                if (later != None && later != earlier)
                    m_superseded[later].append({earlier, answer.messageId});
            }
        }
    }

    /// The nearest posting that a message answers.
    base::MessageIndex postingAbove(base::MessageIndex message)
    {
        if (m_above.empty())
            m_above = postingsAbove(m_threads, m_set.seriesOf);
        return m_above[std::size_t(m_threads.nodeOf[message.value()])];
    }

    /// The candidate with the higher version.
    void takeBetter(Named &best, const Named &other) const
    {
        if (other.series != None && (best.series == None || number(other.series) > number(best.series)))
            best = other;
    }

    int linked(int later, const QByteArray &id) const
    {
        const int target = m_byMessage.value(id, None);
        return target != None && target != later && number(target) < number(later) &&
                       samePerson(target, later) && !series(target).pull
                   ? target
                   : None;
    }

    /// The newest series under the same key with a lower number, by date: of a title that returns every few
    /// months the nearest.
    template <class Key>
    int newestBefore(const QHash<Key, std::vector<int>> &index, const Key &key, int later) const
    {
        const auto found = index.constFind(key);
        if (found == index.constEnd() || number(later) <= QPair<int, int>(1, 0))
            return None;
        int tried = 0;
        const std::vector<int> &all = *found;
        // Series are numbered by date; a day of grace for clocks that are off.
        auto it =
            std::upper_bound(all.begin(), all.end(), series(later).date + Day,
                             [this](base::UnixSeconds date, int other) { return date < series(other).date; });
        while (it != all.begin() && tried++ < MostTried) {
            --it;
            if (*it != later && number(*it) < number(later))
                return *it;
        }
        return None;
    }

    /// A resend: same title, author and number, soon after, and the same patches in it.
    int sameNumber(int later) const
    {
        if (const auto same = m_byChangeId.constFind(changeIdOf(series(later)));
            same != m_byChangeId.constEnd()) {
            const auto at = std::lower_bound(same->begin(), same->end(), later);
            if (at != same->begin() && number(*std::prev(at)) == number(later))
                return *std::prev(at);
        }
        const auto found = m_byTitle.constFind({m_title[std::size_t(later)], m_author[std::size_t(later)]});
        const std::vector<int> &all = *found;
        const auto at = std::lower_bound(all.begin(), all.end(), later);
        if (at == all.begin())
            return None;
        const int before = *std::prev(at);
        const PatchSeries &a = series(before), &b = series(later);
        if (number(before) != number(later) || a.pull || b.pull || b.date - a.date > Resend)
            return None;
        // Or the first try went out without its patches.
        const bool empty = a.present() == 0 && b.date - a.date < Day;
        return b.resend || empty || overlaps(before, later) ? before : None;
    }

    Named answeredVersion(int later)
    {
        const base::MessageIndex first = series(later).head();
        if (!first.isValid())
            return {};
        base::MessageIndex above = postingAbove(first);
        for (int tried = 0; above.isValid() && tried < MostTried; ++tried) {
            const auto other = int(m_set.seriesOf[above.value()].value());
            if (other != later && number(other) < number(later) && samePerson(other, later) &&
                !series(other).pull)
                return {other, head(above).messageId};
            above = postingAbove(above);
        }
        return {};
    }

    /// A lineage that has this number already goes on elsewhere: weak evidence does not make two series one.
    bool isFree(int earlier, int later) { return !m_numbers.contains({leader(earlier), number(later)}); }

    /// The series, and how many patches it has in common.
    std::pair<int, int> overlappingVersion(int later) const
    {
        QHash<int, int> common;
        int best = None;
        for (const SeriesSlot &slot : series(later).patches) {
            if (slot.isMissing())
                continue;
            const MessageHead &patch = head(slot.message);
            QSet<int> seen;
            const auto count = [&](const std::vector<int> &others) {
                auto it = std::lower_bound(others.begin(), others.end(), later);
                for (int tried = 0; it != others.begin() && tried < MostTried; ++tried) {
                    --it;
                    if (number(*it) < number(later) && !seen.contains(*it)) {
                        seen.insert(*it);
                        ++common[*it];
                    }
                }
            };
            if (const auto same = m_byPatchId.constFind(patch.patchId); same != m_byPatchId.constEnd())
                count(*same);
            count(m_byPatchTitle[std::size_t(m_patchTitle[slot.message.value()])]);
        }
        for (auto it = common.cbegin(); it != common.cend(); ++it) {
            if (!isEnough(it.value(), it.key(), later))
                continue;
            if (best == None || number(it.key()) > number(best) ||
                (number(it.key()) == number(best) && it.key() > best))
                best = it.key();
        }
        return {best, common.value(best)};
    }

    bool isEnough(int common, int earlier, int later) const
    {
        const int a = series(earlier).present(), b = series(later).present();
        if (common * 2 < std::min(a, b) || common * 3 < std::max(a, b))
            return false;
        // One patch of the same title may be anybody's "fix typo".
        return samePerson(earlier, later) || common > 1;
    }

    bool overlaps(int earlier, int later) const
    {
        QSet<QByteArray> ids;
        QSet<int> titles;
        for (const SeriesSlot &slot : series(earlier).patches) {
            if (slot.isMissing())
                continue;
            ids.insert(head(slot.message).patchId);
            titles.insert(m_patchTitle[slot.message.value()]);
        }
        ids.remove({});
        int common = 0;
        for (const SeriesSlot &slot : series(later).patches) {
            if (!slot.isMissing())
                common += ids.contains(head(slot.message).patchId) ||
                          titles.contains(m_patchTitle[slot.message.value()]);
        }
        const int least = std::min(series(earlier).present(), series(later).present());
        return common * 2 >= least && common > 0;
    }

    void take(int earlier, int later, JoinedBy by, const QString &evidence)
    {
        m_joins.push_back({earlier, later, by, evidence});
        int to = leader(earlier), from = leader(later);
        if (to == from)
            return;
        if (m_members[std::size_t(to)].size() < m_members[std::size_t(from)].size())
            std::swap(to, from);
        m_group[std::size_t(from)] = to;
        for (const int member : m_members[std::size_t(from)]) {
            m_members[std::size_t(to)].push_back(member);
            m_numbers.insert({to, number(member)});
        }
        m_members[std::size_t(from)] = {};
    }

    void writeLineages()
    {
        QHash<int, int> lineageOf;
        for (int i = 0; i < count(); ++i) {
            const int first = leader(i);
            auto it = lineageOf.find(first);
            if (it == lineageOf.end()) {
                it = lineageOf.insert(first, int(m_set.lineages.size()));
                m_set.lineages.emplace_back();
            }
            m_set.lineages[std::size_t(*it)].versions.push_back(base::SeriesIndex(std::size_t(i)));
            m_set.series[std::size_t(i)].lineage = base::LineageIndex(std::size_t(*it));
        }
        for (Lineage &lineage : m_set.lineages) {
            std::sort(lineage.versions.begin(), lineage.versions.end(),
                      [this](base::SeriesIndex a, base::SeriesIndex b) {
                          const auto i = int(a.value()), j = int(b.value());
                          return std::tuple(number(i), i) > std::tuple(number(j), j);
                      });
        }
        // Each series has at most one join to an earlier one; where that one was sent later by the clock, its
        // own says it.
        for (const Join &join : m_joins) {
            m_set.series[std::size_t(join.later)].joinedBy = join.by;
            m_set.series[std::size_t(join.later)].joinedEvidence = join.evidence;
        }
    }

    std::span<const MessageHead> m_heads;
    const ThreadForest &m_threads;
    SeriesSet &m_set;
    std::vector<int> m_group;                ///< union-find over series
    std::vector<std::vector<int>> m_members; ///< by leader
    std::vector<int> m_title;                ///< by series: number of its title
    std::vector<int> m_patchTitle;           ///< by row, of patches: number of its title
    QHash<QString, int> m_titleNumbers;
    std::vector<int> m_author, m_submitter;
    std::vector<Join> m_joins;
    std::vector<base::MessageIndex> m_above;
    QHash<QPair<int, int>, std::vector<int>> m_byTitle; ///< by title and author
    QHash<QByteArray, std::vector<int>> m_byChangeId;
    QHash<QByteArray, std::vector<int>> m_byPatchId;
    std::vector<std::vector<int>> m_byPatchTitle; ///< by number of the title
    QHash<QByteArray, int> m_byMessage;
    QHash<int, QList<Named>> m_superseded;       ///< by later series
    QSet<QPair<int, QPair<int, int>>> m_numbers; ///< lineage leader; version, subversion
};

} // namespace

namespace {

/// simplified() and toLower() in one pass: nearly all titles are ASCII, and every one is looked at.
QString folded(const QString &title)
{
    QString text(title.size(), Qt::Uninitialized);
    QChar *to = text.data();
    bool blank = false;
    for (const QChar character : title) {
        const char16_t code = character.unicode();
        if (code >= 0x80)
            return title.simplified().toLower();
        if (code == u' ' || (code >= u'\t' && code <= u'\r')) {
            blank = true;
            continue;
        }
        if (blank && to != text.constData())
            *to++ = u' ';
        blank = false;
        *to++ = code >= u'A' && code <= u'Z' ? QChar(code + 32) : character;
    }
    text.truncate(to - text.constData());
    return text;
}

} // namespace

QString normalisedTitle(const QString &title)
{
    QString text = folded(title);
    while (text.endsWith(u'.'))
        text.chop(1);
    // "(v3)", "[v3]", ", v3" or " v3" behind the title.
    qsizetype end = text.size();
    if (end && (text.at(end - 1) == u')' || text.at(end - 1) == u']'))
        --end;
    qsizetype digits = end;
    while (digits > 0 && text.at(digits - 1).isDigit())
        --digits;
    if (digits == end || digits < 2 || text.at(digits - 1) != u'v')
        return text;
    qsizetype cut = digits - 1;
    if (text.at(cut - 1) == u'(' || text.at(cut - 1) == u'[')
        --cut;
    if (cut == 0 || !text.at(cut - 1).isSpace())
        return text;
    text.truncate(cut - 1);
    while (text.endsWith(u',') || text.endsWith(u' '))
        text.chop(1);
    return text.isEmpty() ? folded(title) : text;
}

void joinVersions(std::span<const MessageHead> heads, const ThreadForest &threads, SeriesSet &set)
{
    VersionJoiner(heads, threads, set).join();
}

} // namespace loredesk::series
