// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/linediff.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace loredesk;
using patch::CommonLines;
using patch::diffLines;
using patch::LineDiff;

namespace {

using Lines = std::vector<std::uint32_t>;

/// Each letter is a line.
Lines linesOf(const char *text)
{
    Lines lines;
    for (; *text; ++text)
        lines.push_back(std::uint32_t(*text));
    return lines;
}

qsizetype commonCount(const LineDiff &diff)
{
    qsizetype count = 0;
    for (const CommonLines &common : diff.common)
        count += common.count;
    return count;
}

/// Runs ascend, hold equal lines, and do not touch.
bool isSound(const LineDiff &diff, const Lines &a, const Lines &b)
{
    qsizetype atA = 0;
    qsizetype atB = 0;
    bool first = true;
    for (const CommonLines &common : diff.common) {
        if (common.count <= 0 || common.a < atA || common.b < atB)
            return false;
        if (!first && common.a == atA && common.b == atB)
            return false;
        first = false;
        for (qsizetype i = 0; i < common.count; ++i) {
            if (common.a + i >= qsizetype(a.size()) || common.b + i >= qsizetype(b.size()) ||
                a[size_t(common.a + i)] != b[size_t(common.b + i)])
                return false;
        }
        atA = common.a + common.count;
        atB = common.b + common.count;
    }
    return true;
}

/// By the table that every textbook has.
qsizetype longestCommon(const Lines &a, const Lines &b)
{
    std::vector<qsizetype> row(b.size() + 1, 0);
    for (const std::uint32_t line : a) {
        qsizetype corner = 0;
        for (size_t j = 1; j <= b.size(); ++j) {
            const qsizetype above = row[j];
            row[j] = line == b[j - 1] ? corner + 1 : std::max(row[j], row[j - 1]);
            corner = above;
        }
    }
    return row.back();
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT

private slots:
    void equalTextsAreOneRun()
    {
        const Lines a = linesOf("abcabc");
        QCOMPARE(diffLines(a, a).common, (std::vector<CommonLines>{{0, 0, 6}}));
        QVERIFY(diffLines({}, a).common.empty());
        QVERIFY(diffLines(a, {}).common.empty());
        QVERIFY(diffLines({}, {}).common.empty());
    }

    void aLineInTheMiddleIsFound()
    {
        const LineDiff diff = diffLines(linesOf("abcdef"), linesOf("abxcdf"));
        QCOMPARE(diff.common, (std::vector<CommonLines>{{0, 0, 2}, {2, 3, 2}, {5, 5, 1}}));
        QVERIFY(!diff.isRough);
    }

    void smallTextsKeepAsManyLinesAsThereCanBe()
    {
        QRandomGenerator random(20250520);
        for (int round = 0; round < 800; ++round) {
            const int letters = 1 + int(random.bounded(8));
            Lines a(random.bounded(60));
            Lines b(random.bounded(60));
            for (Lines *lines : {&a, &b}) {
                for (std::uint32_t &line : *lines)
                    line = random.bounded(quint32(letters));
            }
            const LineDiff diff = diffLines(a, b);
            QVERIFY2(isSound(diff, a, b), qPrintable(QString::number(round)));
            QCOMPARE(commonCount(diff), longestCommon(a, b));
            QVERIFY(!diff.isRough);
        }
    }

    void largeTextsThatAreAlmostEqualAreComparedWell()
    {
        // Every third line is the same, as blank lines and braces are.
        QRandomGenerator random(7);
        Lines a;
        for (std::uint32_t i = 0; i < 100'000; ++i)
            a.push_back(i % 3 == 0 ? 0 : i + 1);
        Lines b = a;
        for (int i = 0; i < 300; ++i)
            b.erase(b.begin() + random.bounded(int(b.size())));
        const LineDiff diff = diffLines(a, b);
        QVERIFY(isSound(diff, a, b));
        QCOMPARE(commonCount(diff), qsizetype(b.size()));
    }

    void linesThatComeAgainAndAgainTakeNoQuadraticTime()
    {
        // 100,000 lines, two different ones, in no order: all pairs of equal ones would be billions.
        QRandomGenerator random(8);
        Lines a(100'000);
        Lines b(100'000);
        for (Lines *lines : {&a, &b}) {
            for (std::uint32_t &line : *lines)
                line = random.bounded(2u);
        }
        const LineDiff diff = diffLines(a, b);
        QVERIFY(isSound(diff, a, b));
        QVERIFY(diff.isRough);
    }

    void textsInReverseTakeNoQuadraticTime()
    {
        Lines a(100'000);
        std::iota(a.begin(), a.end(), 1u);
        Lines b(a.rbegin(), a.rend());
        const LineDiff diff = diffLines(a, b);
        QVERIFY(isSound(diff, a, b));
        QCOMPARE(commonCount(diff), 1);
    }

    void theSizeOfAUnifiedDiffCountsContextAndHunks()
    {
        const auto size = [](const char *a, const char *b) {
            const Lines x = linesOf(a);
            const Lines y = linesOf(b);
            return patch::unifiedSize(diffLines(x, y), qsizetype(x.size()), qsizetype(y.size()));
        };
        QCOMPARE(size("abc", "abc"), 0);
        QCOMPARE(size("", "ab"), 3);
        // @@, three lines, one removed, one added, three lines.
        QCOMPARE(size("abcdefghi", "abcdXfghi"), 9);
        // Six lines between two changes join them, seven do not.
        QCOMPARE(size("1abcdef2", "3abcdef4"), 1 + 2 + 6 + 2);
        QCOMPARE(size("1abcdefg2", "3abcdefg4"), 1 + 2 + 3 + 1 + 3 + 2);
    }
};

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
