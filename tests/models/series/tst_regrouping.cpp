// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/jobs/engine.h" // after Qt: moc stumbles over <concepts> otherwise
#include "models/series/kinship.h"
#include "models/series/regrouping.h"
#include "tests/support/groupingdifference.h"
#include "tests/support/headbuilder.h"
#include "tests/support/shared.h"

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

/// LOREDESK_TRIES asks for more than the suite has time for.
int tries()
{
    const int asked = qEnvironmentVariableIntValue("LOREDESK_TRIES");
    return asked > 0 ? asked : 60;
}

using Rows = std::vector<series::MessageHead>;

/// Mail in which everything collides with everything now and then.
class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }

    Rows rows(int count, int richness)
    {
        Rows rows;
        for (int i = 0; i < count; ++i)
            rows.push_back(once(2) ? stray(i, richness) : sent(i, richness));
        return rows;
    }

    int below(int end) { return int(m_engine() % unsigned(end)); }
    bool once(int in) { return below(in) == 0; }

private:
    QByteArray id(int number) { return QByteArray::number(number) + "@example.org"; }
    mail::Mailbox person(int number)
    {
        return {u"Person %1"_s.arg(number), u"p%1@Example.org"_s.arg(number)};
    }

    /// A series on its way to the list, a mail at a time.
    struct Sending
    {
        int sender = 0, version = 1, total = 1, next = 1;
        bool isThreaded = false;
        int title = 0, coverTitle = 0;
        QByteArray changeId, firstId, link, superseded, answered;
        int date = 0;
    };

    /// The next mail of a series, or the first of another: one nobody has seen, or the next version of one
    /// that is known by no more than one piece of evidence.
    series::MessageHead sent(int number, int richness)
    {
        const bool starts = m_sending.empty() || once(6);
        if (starts) {
            Sending sending;
            if (!m_sending.empty() && once(2)) {
                const Sending &before = m_sending[std::size_t(below(int(m_sending.size())))];
                sending = before;
                sending.version += once(4) ? 0 : 1;
                sending.link = sending.superseded = sending.answered = {};
                const int evidence = below(6);
                if (evidence != 0)
                    sending.changeId = {};
                if (evidence == 1)
                    sending.link = before.firstId;
                if (evidence == 2)
                    sending.superseded = before.firstId;
                if (evidence == 3)
                    sending.answered = before.firstId;
                if (evidence < 4)
                    sending.title = 1'000'000 + number;
                if (once(3)) // somebody else goes on with it
                    sending.sender = below(richness);
                if (evidence < 5)
                    sending.coverTitle = 1'000'000 + number;
            } else {
                sending.sender = below(richness);
                sending.total = 1 + below(4);
                sending.title = sending.coverTitle = 1'000'000 + number;
                if (once(2))
                    sending.changeId = "sent-" + QByteArray::number(number);
            }
            sending.next = once(3) ? 1 : 0;
            sending.isThreaded = once(2);
            sending.date = number * 300;
            sending.firstId = {};
            m_sending.push_back(sending);
        }
        Sending &sending =
            m_sending[m_sending.size() - 1 - std::size_t(below(std::min(3, int(m_sending.size()))))];
        if (sending.next > sending.total)
            return stray(number, richness);
        sending.date += once(12) ? 40 * 60 : 30 + below(600);
        series::MessageHead head;
        head.messageId = id(number);
        head.contentHash = tests::contentHashOf(QByteArray::number(number));
        head.from = head.submitter = head.author = person(sending.sender);
        head.date = head.arrival = 1'700'000'000 + sending.date;
        const bool isFirst = sending.firstId.isEmpty();
        if (isFirst)
            sending.firstId = head.messageId;
        if (isFirst && !sending.answered.isEmpty())
            head.inReplyTo = sending.answered;
        if (!isFirst && sending.isThreaded)
            head.inReplyTo = sending.firstId;
        head.subject =
            u"[PATCH%1 %2/%3] %4"_s.arg(sending.version > 1 ? u" v%1"_s.arg(sending.version) : QString())
                .arg(sending.next)
                .arg(sending.total)
                .arg(u"sent %1 %2"_s.arg(sending.next > 0 ? sending.title : sending.coverTitle)
                         .arg(sending.next));
        head.prefix = patch::parseSubject(head.subject);
        head.kind = sending.next == 0 ? series::MessageKind::Cover : series::MessageKind::Patch;
        if (isFirst) {
            head.changeId = sending.changeId;
            if (!sending.link.isEmpty())
                head.links.append(sending.link);
            if (!sending.superseded.isEmpty())
                head.supersedes.append(sending.superseded);
        }
        if (sending.next > 0) {
            head.hasDiff = true;
            head.patchId = QByteArray::number(once(2) ? sending.title * 10 + sending.next : number)
                               .rightJustified(20, '-');
        }
        ++sending.next;
        return head;
    }

    series::MessageHead stray(int number, int richness)
    {
        series::MessageHead head;
        head.messageId = id(once(40) ? below(number + 1) : number);
        if (once(80))
            head.messageId = once(2) ? QByteArray() : QByteArray("y");
        head.contentHash = tests::contentHashOf(QByteArray::number(once(3) ? 1 : number));
        head.from = head.submitter = head.author = person(below(richness));
        if (once(8))
            head.author = person(below(richness));
        head.date = 1'700'000'000 + number * 300 + below(40) * 300;
        head.arrival = head.date;
        // Answers near, far, to the unknown, to itself and to what comes later.
        const auto anyId = [&] {
            return id(once(6)    ? 100'000 + below(richness * 2)
                      : once(20) ? number + below(10)
                                 : std::max(0, number - 1 - below(12)));
        };
        if (!once(3)) {
            head.inReplyTo = once(10) ? QByteArray() : once(20) ? QByteArray("y") : anyId();
            for (int i = below(4); i > 0; --i)
                head.references.append(anyId());
            if (!head.inReplyTo.isEmpty() && !once(5))
                head.references.append(head.inReplyTo);
        }
        QString subject;
        const int what = below(10);
        const QString title = u"title %1"_s.arg(below(richness * 4));
        const QString version = once(2) ? QString() : u" v%1"_s.arg(1 + below(4));
        const int total = 1 + below(3);
        if (what < 3)
            subject = u"[PATCH%1 %2/%3] %4"_s.arg(version)
                          .arg(1 + below(total + (once(9) ? 1 : 0)))
                          .arg(total)
                          .arg(title);
        else if (what < 4)
            subject = u"[PATCH%1 0/%2] %3"_s.arg(version).arg(total).arg(title);
        else if (what < 5)
            subject = u"[PATCH%1] %2"_s.arg(version, title);
        else if (once(15))
            subject = u"[GIT PULL] %1"_s.arg(title);
        else
            subject = (once(3) ? u""_s : u"Re: "_s) + title;
        head.subject = subject;
        head.prefix = patch::parseSubject(subject);
        const bool patch = head.prefix.patch && !head.prefix.reply;
        if (head.prefix.pull)
            head.kind = series::MessageKind::PullRequest;
        else if (patch)
            head.kind = head.prefix.index == 0 ? series::MessageKind::Cover : series::MessageKind::Patch;
        else
            head.kind = head.inReplyTo.isEmpty() && head.references.isEmpty() ? series::MessageKind::Other
                                                                              : series::MessageKind::Reply;
        if (head.kind == series::MessageKind::Patch) {
            head.hasDiff = true;
            head.patchId = QByteArray::number(below(richness * 6)).rightJustified(20, '.');
        }
        if (head.kind == series::MessageKind::Cover || once(20))
            head.changeId = once(3) ? "change-" + QByteArray::number(below(richness)) : QByteArray();
        if (once(12))
            head.links.append(anyId());
        if (once(25) && head.kind != series::MessageKind::Reply)
            head.supersedes.append(anyId());
        head.bot = once(15);
        if (head.kind == series::MessageKind::Reply && once(2)) {
            const mail::Mailbox by = person(below(richness));
            head.followUp.accepted.append({once(4) ? u"Nacked-by"_s : u"Reviewed-by"_s,
                                           by.name + u" <"_s + by.address + u">"_s,
                                           patch::Trailer::Kind::Person});
        }
        return head;
    }

    std::mt19937 m_engine;
    std::vector<Sending> m_sending;
};

struct Split
{
    Rows before;
    std::vector<base::MessageIndex> rowNow;
};

/// All rows but those `isNew(row)` says.
template <class IsNew>
Split splitOf(const Rows &rows, IsNew isNew)
{
    Split split;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (isNew(row))
            continue;
        split.before.push_back(rows[row]);
        split.rowNow.emplace_back(row);
    }
    return split;
}

QString differenceOfRegrouped(const Rows &rows, const Split &split)
{
    return tests::difference(series::regroup(series::group(split.before), split.rowNow, rows, 1),
                      series::group(rows));
}

std::size_t kinOf(const Rows &rows, const Split &split)
{
    const series::Grouping before = series::group(split.before);
    return series::kinOfNewRows(rows, split.rowNow, before.threads, before.series, 1).size();
}

} // namespace

class TestRegrouping : public QObject
{
    Q_OBJECT

private slots:
    void newMailBehindTheRestGivesWhatGroupingAllGives_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("richness");
        QTest::addColumn<bool>("behind");
        for (const bool behind : {true, false}) {
            const char *where = behind ? "behind" : "between";
            QTest::addRow("few people, %s", where) << 80 << 40 << behind;
            QTest::addRow("some people, %s", where) << 200 << 100 << behind;
            QTest::addRow("many people, %s", where) << 400 << 1000 << behind;
        }
    }

    void newMailBehindTheRestGivesWhatGroupingAllGives()
    {
        QFETCH(const int, count);
        QFETCH(const int, richness);
        QFETCH(const bool, behind);
        int parts = 0; // not all, which would prove nothing
        for (int seed = 0; seed < tries(); ++seed) {
            Chance chance(unsigned(seed * 7919 + count));
            const Rows rows = chance.rows(count, richness);
            const int added = 1 + chance.below(4);
            std::vector<bool> isNew(rows.size(), false);
            for (int i = 1; i <= added; ++i)
                isNew[behind ? rows.size() - std::size_t(i) : std::size_t(chance.below(count))] = true;
            const Split split = splitOf(rows, [&](std::size_t row) { return isNew[row]; });
            parts += kinOf(rows, split) * 2 <= rows.size();
            const QString found = differenceOfRegrouped(rows, split);
            QVERIFY2(found.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(found)));
        }
        QVERIFY2(parts >= tries() / 4, qPrintable(u"only %1 were regrouped in part"_s.arg(parts)));
    }

    void anAnswerTouchesItsThreadAlone()
    {
        const Rows rows = tests::headsFrom(u"\"one\" 0 1 2\n\"two\" @bob 0 1 2(re)\n\"three\" @eve p(re)"_s);
        const Split split = splitOf(rows, [&](std::size_t row) { return row + 1 == rows.size(); });
        QCOMPARE(kinOf(rows, split), std::size_t(2));
        QVERIFY(differenceOfRegrouped(rows, split).isEmpty());
    }

    void aNewVersionTouchesTheOneBefore()
    {
        const Rows rows =
            tests::headsFrom(u"\"one\" 0 1=a 2=b(re@bob+R)\n\"two\" @bob 0 1 2(re)\n\"one\" v2 0 1=a 2=b"_s);
        const Split split = splitOf(rows, [&](std::size_t row) { return row + 3 >= rows.size(); });
        QCOMPARE(kinOf(rows, split), std::size_t(7));
        QVERIFY(differenceOfRegrouped(rows, split).isEmpty());
    }

    void nothingNewChangesNothing()
    {
        const Rows rows = tests::headsFrom(u"\"one\" 0 1 2\n\"two\" @bob 0 1 2(re)"_s);
        const Split split = splitOf(rows, [](std::size_t) { return false; });
        QCOMPARE(kinOf(rows, split), std::size_t(0));
        QVERIFY(differenceOfRegrouped(rows, split).isEmpty());
    }

    void allNewIsGrouped()
    {
        const Rows rows = tests::headsFrom(u"\"one\" 0 1 2\n\"two\" @bob 0 1 2(re)"_s);
        QVERIFY(differenceOfRegrouped(rows, splitOf(rows, [](std::size_t) { return true; })).isEmpty());
    }

    void aRealArchiveThatGrowsIsGroupedAsIfReadAtOnce()
    {
        const QString path = tests::sharedPath(u"archives/linux-hyperv"_s);
        if (path.isEmpty())
            QSKIP("the real archives are not beside the checkout");
        jobs::LoadRequest request;
        request.paths = {path};
        base::NoProgress progress;
        const auto loaded = jobs::load(request, progress);
        QVERIFY(loaded);
        const Rows &all = (*loaded)->catalog->messages();
        // Of the busiest years, in steps as a list grows in a day or two.
        const std::size_t size =
            tests::wholeArchives() ? all.size() : std::min<std::size_t>(all.size(), 6000);
        const Rows rows(all.end() - std::ptrdiff_t(size), all.end());
        Rows before(rows.begin(), rows.end() - 2000);
        series::Grouping grown = series::group(before);
        for (std::size_t end = before.size(); end < rows.size();) {
            std::vector<base::MessageIndex> rowNow;
            for (std::size_t row = 0; row < end; ++row)
                rowNow.emplace_back(row);
            end = std::min(end + 100, rows.size());
            grown = series::regroup(std::move(grown), rowNow, std::span(rows).first(end), 2);
        }
        QCOMPARE(tests::difference(grown, series::group(rows)), QString());
    }
};

QTEST_GUILESS_MAIN(TestRegrouping)
#include "tst_regrouping.moc"
