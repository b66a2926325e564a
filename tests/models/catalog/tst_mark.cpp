// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/mark.h"
#include "models/catalog/versionchoice.h"
#include "tests/support/headbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using catalog::Mark;
using catalog::MarkTable;
using catalog::NoteTable;
using tests::catalogFrom;

namespace {

/// Three versions of one series, and another series.
const auto List = u"\"a\" 0 1(re) 2\n\"a\" v2 0 1 2\n\"a\" v3 0 1 2\n\"b\" 0 1"_s;

base::SeriesIndex seriesOf(const catalog::Catalog &catalog, const char *id)
{
    return catalog.seriesOf(catalog.find(QByteArray(id) + "@example.org"));
}

/// "v2 reviewed" of the series that holds a message; empty without a mark.
QString markOf(const catalog::Catalog &catalog, const MarkTable &table, const char *id)
{
    const auto lineage = catalog.series(seriesOf(catalog, id)).lineage;
    const catalog::SeriesMark mark = catalog::marksByLineage(catalog, table)[lineage.value()];
    return mark.version.isValid()
               ? catalog::versionName(catalog.series(mark.version)) + u' ' + catalog::markKey(mark.mark)
               : QString();
}

MarkTable applied(MarkTable table, const catalog::Marking &marking)
{
    for (const catalog::MarkChange &change : marking.changes) {
        if (change.mark == Mark::None)
            table.remove(change.messageId);
        else
            table.insert(change.messageId, change.mark);
    }
    return table;
}

} // namespace

class TestMark : public QObject
{
    Q_OBJECT

private slots:
    void everyMarkIsKnownByItsKeyOnDisk()
    {
        QStringList keys;
        for (const Mark mark : catalog::Marks) {
            keys << catalog::markKey(mark);
            QCOMPARE(catalog::markOfKey(keys.last()), mark);
        }
        QCOMPARE(keys,
                 (QStringList{u"to-review"_s, u"reviewed"_s, u"waiting"_s, u"applied"_s, u"not-mine"_s}));
        QCOMPARE(catalog::markOfKey(u"golden"_s), Mark::None);
        QCOMPARE(catalog::markOfKey({}), Mark::None);
    }

    void aMarkIsOfTheVersionItWasGivenTo()
    {
        const auto catalog = catalogFrom(List);
        const MarkTable table{{"2.0@example.org", Mark::Reviewed}, {"elsewhere@example.org", Mark::Applied}};
        QCOMPARE(markOf(*catalog, table, "3.1"), u"v2 reviewed"_s);
        QCOMPARE(markOf(*catalog, table, "4.0"), QString());
        const auto marks = catalog::marksByLineage(*catalog, table);
        const auto &mark = marks[catalog->series(seriesOf(*catalog, "2.0")).lineage.value()];
        QVERIFY(catalog::isOfEarlierVersion(*catalog, mark));
        QVERIFY(!catalog::isToReview(*catalog, mark));
    }

    void aSeriesHasOneMark()
    {
        const auto catalog = catalogFrom(List);
        MarkTable table{{"1.0@example.org", Mark::Waiting}};
        const auto marking = catalog::marking(*catalog, {seriesOf(*catalog, "3.0")}, Mark::Reviewed, table);
        QCOMPARE(marking.series, 1);
        table = applied(table, marking);
        QCOMPARE(table, (MarkTable{{"3.0@example.org", Mark::Reviewed}}));
    }

    void ofSeveralVersionsTheNewestIsMarked()
    {
        const auto catalog = catalogFrom(List);
        const auto marking = catalog::marking(
            *catalog, {seriesOf(*catalog, "1.0"), seriesOf(*catalog, "2.0")}, Mark::Applied, {});
        QCOMPARE(applied({}, marking), (MarkTable{{"2.0@example.org", Mark::Applied}}));
    }

    void theSameMarkAgainTakesItAwayOnlyWhereAllHaveIt()
    {
        const auto catalog = catalogFrom(List);
        const std::vector<base::SeriesIndex> both{seriesOf(*catalog, "3.0"), seriesOf(*catalog, "4.0")};
        MarkTable table{{"2.0@example.org", Mark::Reviewed}, {"4.0@example.org", Mark::Reviewed}};
        // Of the one it is the mark of an earlier version.
        auto marking = catalog::marking(*catalog, both, Mark::Reviewed, table);
        QCOMPARE(marking.mark, Mark::Reviewed);
        QCOMPARE(marking.series, 1);
        table = applied(table, marking);
        QCOMPARE(table,
                 (MarkTable{{"3.0@example.org", Mark::Reviewed}, {"4.0@example.org", Mark::Reviewed}}));
        marking = catalog::marking(*catalog, both, Mark::Reviewed, table);
        QCOMPARE(marking.mark, Mark::None);
        QCOMPARE(marking.series, 2);
        QVERIFY(applied(table, marking).isEmpty());
    }

    void aMarkOnAPatchWhoseCoverCameLaterCounts()
    {
        const auto catalog = catalogFrom(List);
        const MarkTable table{{"3.1@example.org", Mark::ToReview}};
        QCOMPARE(markOf(*catalog, table, "3.0"), u"v3 to-review"_s);
        const auto marking = catalog::marking(*catalog, {seriesOf(*catalog, "3.0")}, Mark::ToReview, table);
        QVERIFY(applied(table, marking).isEmpty());
    }

    void aVersionThatWasWaitedForIsToBeReviewed()
    {
        const auto catalog = catalogFrom(List);
        const auto isToReview = [&](const MarkTable &table) {
            const auto lineage = catalog->series(seriesOf(*catalog, "3.0")).lineage;
            return catalog::isToReview(*catalog, catalog::marksByLineage(*catalog, table)[lineage.value()]);
        };
        QVERIFY(isToReview({{"2.0@example.org", Mark::Waiting}}));
        QVERIFY(!isToReview({{"3.0@example.org", Mark::Waiting}}));
        QVERIFY(isToReview({{"2.0@example.org", Mark::ToReview}}));
        QVERIFY(!isToReview({{"3.0@example.org", Mark::Applied}}));
        QVERIFY(!isToReview({}));
    }

    void aNoteIsOfTheNewestVersionThatHasOne()
    {
        const auto catalog = catalogFrom(List);
        const NoteTable notes{
            {"1.0@example.org", u"old"_s}, {"2.1@example.org", u"ask"_s}, {"elsewhere@example.org", u"no"_s}};
        const auto marks = catalog::marksByLineage(*catalog, {{"3.0@example.org", Mark::Applied}}, notes);
        const auto &mark = marks[catalog->series(seriesOf(*catalog, "3.0")).lineage.value()];
        QCOMPARE(mark.note, u"ask"_s);
        QCOMPARE(mark.noted, seriesOf(*catalog, "2.0"));
        QCOMPARE(mark.mark, Mark::Applied);
        QCOMPARE(mark.version, seriesOf(*catalog, "3.0"));
        QVERIFY(marks[catalog->series(seriesOf(*catalog, "4.0")).lineage.value()].note.isEmpty());
    }

    void aSeriesHasOneNote()
    {
        const auto catalog = catalogFrom(List);
        const NoteTable notes{{"1.0@example.org", u"old"_s}, {"4.0@example.org", u"other"_s}};
        const auto changes = [&](const QByteArray &id, const QString &text) {
            return catalog::noting(*catalog, id + "@example.org", text, notes);
        };
        QCOMPARE(changes("3.0", u" new\n"_s),
                 (QList<catalog::NoteChange>{{"1.0@example.org", {}}, {"3.0@example.org", u"new"_s}}));
        QCOMPARE(changes("1.0", u"old"_s), QList<catalog::NoteChange>());
        QCOMPARE(changes("3.0", u" "_s), (QList<catalog::NoteChange>{{"1.0@example.org", {}}}));
        QCOMPARE(changes("elsewhere", u"new"_s), QList<catalog::NoteChange>());
        QCOMPARE(changes("2.0", QString(catalog::LongestNote + 5, u'x')).last().text.size(),
                 catalog::LongestNote);
    }
};

QTEST_GUILESS_MAIN(TestMark)
#include "tst_mark.moc"
