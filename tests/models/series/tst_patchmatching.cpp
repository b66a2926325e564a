// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/patchmatching.h"
#include "tests/support/patchversion.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace loredesk;
using series::PatchMatching;
using tests::lines;
using tests::PatchVersion;

namespace {

PatchMatching matched(const PatchVersion &older, const PatchVersion &newer)
{
    return series::matchPatches(older.candidates(), newer.candidates(), base::NoProgress());
}

using Partners = std::vector<qint32>;

/// By trying all ways.
qint64 bestGain(const std::vector<qint64> &gain, qsizetype rows, qsizetype columns, qsizetype row,
                std::vector<bool> &taken)
{
    if (row == rows)
        return 0;
    qint64 best = bestGain(gain, rows, columns, row + 1, taken);
    for (qsizetype c = 0; c < columns; ++c) {
        if (taken[size_t(c)])
            continue;
        taken[size_t(c)] = true;
        best =
            std::max(best, gain[size_t(row * columns + c)] + bestGain(gain, rows, columns, row + 1, taken));
        taken[size_t(c)] = false;
    }
    return best;
}

} // namespace

class TestPatchMatching : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void theSameTitleGoesFirst()
    {
        PatchVersion older;
        older.add("one", lines("a", 10)).add("two", lines("b", 10));
        PatchVersion newer;
        newer.add("two", lines("a", 10)).add("ONE.", lines("x", 10));
        QCOMPARE(matched(older, newer).newerOf, (Partners{1, 0}));
    }

    void ofATitleThatComesTwiceTheSamePatchGoesFirst()
    {
        PatchVersion older;
        older.add("fix", lines("a", 10)).add("fix", lines("b", 10)).add("fix", lines("c", 10));
        PatchVersion newer;
        newer.add("fix", lines("c", 10)).add("fix", lines("d", 10)).add("fix", lines("a", 10));
        QCOMPARE(matched(older, newer).newerOf, (Partners{2, 1, 0}));
    }

    void theSamePatchUnderAnotherTitleIsFound()
    {
        PatchVersion older;
        older.add("one", lines("a", 10)).add("two", lines("b", 10));
        PatchVersion newer;
        newer.add("three", lines("b", 10)).add("four", lines("c", 10));
        QCOMPARE(matched(older, newer).newerOf, (Partners{-1, 0}));
    }

    void aPatchThatIsLikeIsFound()
    {
        PatchVersion older;
        older.add("one", lines("a", 40)).add("two", lines("b", 40));
        QByteArrayList changed = lines("b", 40);
        changed[20] = "other";
        PatchVersion newer;
        newer.add("three", lines("c", 40)).add("four", changed);
        const PatchMatching matching = matched(older, newer);
        QCOMPARE(matching.newerOf, (Partners{-1, 1}));
        QCOMPARE(matching.olderOf, (Partners{-1, 1}));
        QVERIFY(!matching.isRough);
    }

    void allPairsTogetherCostTheLeast()
    {
        // The first is most like the one that the second is like, and has another choice.
        QByteArrayList first = lines("a", 60);
        QByteArrayList near = first;
        near[5] = "x";
        QByteArrayList further = first;
        for (int i = 30; i < 40; ++i)
            further[i] = "y";
        QByteArrayList second = near;
        for (int i = 42; i < 60; ++i)
            second[i] = "z" + QByteArray::number(i);
        PatchVersion older;
        older.add("one", first).add("two", second);
        PatchVersion newer;
        newer.add("three", near).add("four", further);
        QCOMPARE(matched(older, newer).newerOf, (Partners{1, 0}));
    }

    void whatCouldNotBeReadIsMatchedByItsTitle()
    {
        PatchVersion older;
        older.addUnread("one").addUnread("two");
        PatchVersion newer;
        newer.add("two", lines("a", 3)).add("three", lines("b", 3));
        QCOMPARE(matched(older, newer).newerOf, (Partners{-1, 0}));
    }

    void noTitleAtAllMatchesNothing()
    {
        PatchVersion older;
        older.addUnread({});
        PatchVersion newer;
        newer.addUnread({});
        QCOMPARE(matched(older, newer).newerOf, (Partners{-1}));
    }

    void aMatchingIsOneToOneBothWays()
    {
        QRandomGenerator random(42);
        for (int round = 0; round < 150; ++round) {
            PatchVersion versions[2];
            for (PatchVersion &version : versions) {
                const int count = int(random.bounded(9));
                for (int i = 0; i < count; ++i) {
                    QByteArrayList text = lines("l" + QByteArray::number(random.bounded(3)), 12);
                    const int changes = int(random.bounded(6));
                    for (int c = 0; c < changes; ++c)
                        text[random.bounded(int(text.size()))] = QByteArray::number(random.bounded(50));
                    const QByteArray title = random.bounded(3) == 0
                                                 ? "t" + QByteArray::number(random.bounded(4))
                                                 : "u" + QByteArray::number(random.generate64());
                    version.add(title, text);
                }
            }
            const PatchMatching matching = matched(versions[0], versions[1]);
            QCOMPARE(matching.newerOf.size(), versions[0].candidates().size());
            QCOMPARE(matching.olderOf.size(), versions[1].candidates().size());
            int there = 0;
            int back = 0;
            for (size_t i = 0; i < matching.newerOf.size(); ++i) {
                if (matching.newerOf[i] < 0)
                    continue;
                ++there;
                QCOMPARE(matching.olderOf[size_t(matching.newerOf[i])], qint32(i));
            }
            for (const qint32 older : matching.olderOf)
                back += older >= 0;
            QCOMPARE(there, back);
        }
    }

    void aVersionMatchesItselfOneByOne()
    {
        PatchVersion version;
        for (int i = 0; i < 30; ++i)
            version.add("patch " + QByteArray::number(i % 7), lines("x" + QByteArray::number(i % 11), 8));
        const PatchMatching matching = matched(version, version);
        for (const qint32 partner : matching.newerOf)
            QVERIFY(partner >= 0);
        for (size_t i = 0; i < matching.newerOf.size(); ++i)
            QCOMPARE(version.candidates()[size_t(matching.newerOf[i])].patchId,
                     version.candidates()[i].patchId);
    }

    void theAssignmentGainsTheMost()
    {
        QRandomGenerator random(1955);
        for (int round = 0; round < 300; ++round) {
            const auto rows = qsizetype(random.bounded(6));
            const auto columns = qsizetype(random.bounded(6));
            std::vector<qint64> gain(size_t(rows * columns));
            for (qint64 &cell : gain)
                cell = std::max(0, int(random.bounded(20)) - 6);
            const Partners columnOf = series::bestAssignment(gain, rows, columns);
            QCOMPARE(qsizetype(columnOf.size()), rows);
            std::vector<bool> taken(size_t(columns), false);
            qint64 sum = 0;
            for (qsizetype row = 0; row < rows; ++row) {
                const qint32 column = columnOf[size_t(row)];
                if (column < 0)
                    continue;
                QVERIFY(!taken[size_t(column)]);
                taken[size_t(column)] = true;
                QVERIFY(gain[size_t(row * columns + column)] > 0);
                sum += gain[size_t(row * columns + column)];
            }
            std::vector<bool> free(size_t(columns), false);
            QCOMPARE(sum, bestGain(gain, rows, columns, 0, free));
        }
    }

    void thousandsOfPatchesThatAreAllAlikeAreMatchedRoughly()
    {
        // Each is like each: all ways to match them are too many to be weighed.
        PatchVersion older;
        PatchVersion newer;
        for (int i = 0; i < 700; ++i) {
            QByteArrayList text = lines("same", 20);
            text << "old" + QByteArray::number(i);
            older.add("old " + QByteArray::number(i), text);
            text.last() = "new" + QByteArray::number(i);
            newer.add("new " + QByteArray::number(i), text);
        }
        const PatchMatching matching = matched(older, newer);
        QVERIFY(matching.isRough);
        QVERIFY(std::count(matching.newerOf.begin(), matching.newerOf.end(), -1) < 700);
    }

    void itStopsWhenItIsTold()
    {
        class Stopped final : public base::ProgressSink
        {
        public:
            void progress(const QString &, std::int64_t, std::int64_t) override {}
            bool cancelled() const override { return true; }
        };
        PatchVersion older;
        older.add("one", lines("a", 40));
        QByteArrayList changed = lines("a", 40);
        changed[20] = "other";
        PatchVersion newer;
        newer.add("two", changed);
        QCOMPARE(series::matchPatches(older.candidates(), newer.candidates(), Stopped()).newerOf,
                 (Partners{-1}));
    }
};

QTEST_GUILESS_MAIN(TestPatchMatching)
#include "tst_patchmatching.moc"
