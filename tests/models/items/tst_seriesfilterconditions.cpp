// SPDX-License-Identifier: GPL-3.0-or-later
// What narrows the tree beside the search: views, dates, people and conditions.
#include "models/items/chartroles.h"
#include "tests/models/items/filterfixture.h"
#include "tests/models/items/treeprinter.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;
using tests::Archive;
using tests::catalogFrom;
using tests::day;
using tests::Filter;
using tests::printTree;
using tests::titles;

class TestSeriesFilterConditions : public QObject
{
    Q_OBJECT

private slots:
    void aViewShowsItsRows_data()
    {
        QTest::addColumn<ViewKind>("view");
        QTest::addColumn<QString>("visible");
        QTest::newRow("all")
            << ViewKind::All
            << u"ask about it; for 6.16; rework maps; how do I build it; Fix a Leak; tidy the frob"_s;
        QTest::newRow("new") << ViewKind::New << u"ask about it; for 6.16"_s;
        // A thread and a pull request ask nobody for a review; a bot's answer is none.
        QTest::newRow("unanswered") << ViewKind::Unanswered << u"ask about it; Fix a Leak"_s;
        QTest::newRow("incomplete") << ViewKind::Incomplete << u"tidy the frob"_s;
        QTest::newRow("rfc") << ViewKind::Rfc << u"ask about it"_s;
        QTest::newRow("pull") << ViewKind::Pull << u"for 6.16"_s;
    }
    void aViewShowsItsRows()
    {
        QFETCH(ViewKind, view);
        QFETCH(QString, visible);
        Filter filter(Archive + u"\"ask about it\" @erin rfc 0 1\n"_s);
        filter.model.setSeenUntil(day(6));
        filter.model.setView(view);
        QCOMPARE(titles(filter.model), visible);
        QCOMPARE(filter.model.isFiltering(), view != ViewKind::All);
    }

    void theNumberOfAViewIsWhatItWouldShow_data()
    {
        QTest::addColumn<catalog::DateSpan>("span");
        QTest::newRow("of everything") << catalog::DateSpan();
        QTest::newRow("of some days") << catalog::DateSpan{day(2), day(5)};
        QTest::newRow("of no day") << catalog::DateSpan{day(50), std::nullopt};
    }
    void theNumberOfAViewIsWhatItWouldShow()
    {
        QFETCH(catalog::DateSpan, span);
        Filter filter(Archive + u"\"ask about it\" @erin rfc 0 1\n"_s);
        filter.model.setSeenUntil(day(3));
        QSignalSpy changed(&filter.model, &SeriesFilterModel::viewCountsChanged);
        QTRY_VERIFY(filter.model.viewCounts()); // gathered meanwhile
        QVERIFY(!changed.isEmpty());
        filter.model.setDateSpan(span);
        const ViewCounts counts = *filter.model.viewCounts();
        for (int view = 0; view < BuiltInViews; ++view) {
            filter.model.setView(ViewKind(view));
            QCOMPARE(counts[std::size_t(view)], filter.model.rowCount());
        }
        // Nothing but the range counts.
        filter.model.setKeys({u"nobody@example.org"_s});
        QCOMPARE(*filter.model.viewCounts(), counts);
    }

    void theNumbersFollowRangeAndVisit()
    {
        Filter filter;
        QTRY_VERIFY(filter.model.viewCounts());
        QSignalSpy changed(&filter.model, &SeriesFilterModel::viewCountsChanged);
        filter.model.setDateSpan({day(1), day(2)});
        filter.model.setSeenUntil(day(1));
        QCOMPARE(changed.size(), 2);
        filter.tree.setCatalog(nullptr);
        QVERIFY(!filter.model.viewCounts());
        QCOMPARE(changed.size(), 3);
    }

    void aSavedSearchNarrowsBesideTheSearchField()
    {
        Filter filter;
        filter.model.setView(ViewKind::Saved);
        QCOMPARE(filter.model.rowCount(), 5); // until it is known
        const SeriesFilterModel::Rows rows = filter.model.rowsWith(
            {filter.messageOf("1.1.1"), filter.messageOf("1.2"), filter.messageOf("2.p")});
        QCOMPARE(rows.size(), 2U);
        filter.model.setWithin(rows);
        QCOMPARE(titles(filter.model), u"Fix a Leak; tidy the frob"_s);
        QCOMPARE(*filter.model.countOf(rows), 2);
        filter.find({"1.0", "5.1"});
        QCOMPARE(titles(filter.model), u"tidy the frob"_s);
        filter.model.setDateSpan({day(2), std::nullopt});
        QCOMPARE(*filter.model.countOf(rows), 1);
        QCOMPARE(filter.model.rowCount(), 0);
        // Another catalog has other rows.
        filter.model.setFound(std::nullopt);
        filter.tree.setCatalog(catalogFrom(Archive));
        QCOMPARE(filter.model.rowCount(), 4);
        filter.model.setWithin(rows);
        filter.model.setView(ViewKind::All);
        filter.model.setView(ViewKind::Saved);
        QCOMPARE(filter.model.rowCount(), 4); // what one search found is not what the next one does
    }

    void whatCameSinceTheLastVisitIsNew()
    {
        Filter filter;
        const auto news = [&] {
            QStringList list;
            for (int row = 0; row < filter.model.rowCount(); ++row) {
                if (filter.model.index(row, 0).data(NewRole).toBool())
                    list << filter.model.index(row, 0).data(TitleRole).toString();
            }
            return list.join(u"; "_s);
        };
        filter.model.setCondition(SeriesFilterModel::HideBots, true); // gathers
        QCOMPARE(news(), QString());
        filter.model.setSeenUntil(day(5) - 1);
        QCOMPARE(news(), u"for 6.16; rework maps"_s);
        filter.model.setSeenUntil(day(3) + 60);
        QCOMPARE(news(), u"for 6.16; rework maps; how do I build it"_s); // its answer came later
        filter.model.setSeenUntil(day(9));
        QCOMPARE(news(), QString());
        filter.model.setSeenUntil(std::nullopt);
        QCOMPARE(news(), QString());
    }

    void spansKeepSeriesWithAMessageInThem()
    {
        Filter filter; // one line a day, from 1 March
        filter.model.setDateSpan({day(2), day(4) - 1});
        QCOMPARE(titles(filter.model), u"how do I build it; Fix a Leak"_s);
        // v1 of the newest series was sent on the 4th
        filter.model.setDateSpan({day(4), day(5) - 1});
        QCOMPARE(titles(filter.model), u"rework maps"_s);
        filter.model.setDateSpan({std::nullopt, day(2) - 1});
        QCOMPARE(titles(filter.model), u"tidy the frob"_s);
        filter.model.setDateSpan({day(6), std::nullopt});
        QCOMPARE(titles(filter.model), u"for 6.16"_s);
        // An answer is mail, too.
        const base::UnixSeconds answered = filter.tree.catalog()->message(filter.messageOf("1.1.1")).date;
        QVERIFY(filter.tree.catalog()->message(filter.messageOf("1.1")).date < answered);
        filter.model.setDateSpan({answered, answered});
        QCOMPARE(titles(filter.model), u"tidy the frob"_s);
        filter.model.setDateSpan({});
        QCOMPARE(filter.model.visibleRows(), 5);
    }

    void aSetOfMessagesTakesThePlaceOfTheDates()
    {
        Filter filter;
        const auto setOf = [&filter](const QByteArrayList &ids) {
            std::vector<bool> set(filter.tree.catalog()->messages().size());
            for (const QByteArray &id : ids)
                set[filter.messageOf(id).value()] = true;
            return std::make_shared<const std::vector<bool>>(std::move(set));
        };
        QSignalSpy counts(&filter.model, &SeriesFilterModel::viewCountsChanged);
        const catalog::DateSpan days{day(2), day(4) - 1};
        const QPersistentModelIndex kept = filter.model.indexOf(filter.messageOf("1.1"));
        // What the dates would show is not there, what lies outside of them is.
        filter.model.setRange(days, setOf({"1.1", "4.2"}));
        QCOMPARE(titles(filter.model), u"rework maps; tidy the frob"_s);
        QVERIFY(kept.isValid());
        QVERIFY(filter.model.isFiltering());
        QVERIFY(!filter.model.isNarrowed());
        QCOMPARE(counts.size(), 1);
        QTRY_VERIFY(filter.model.viewCounts());
        QCOMPARE(filter.model.viewCounts()->at(std::size_t(ViewKind::All)), 2);
        QCOMPARE(filter.model.countOf({0, 1, 2, 3, 4}), 2);
        // Answers count as well: as with the dates.
        filter.model.setRange(days, setOf({"1.1.1", "3.other.1"}));
        QCOMPARE(titles(filter.model), u"how do I build it; tidy the frob"_s);
        filter.model.setRange(days, setOf({"5.1"})); // of an older or newer version alike
        QCOMPARE(titles(filter.model), u"rework maps"_s);
        filter.model.setRange(days, setOf({}));
        QCOMPARE(filter.model.rowCount(), 0);
        // Other conditions beside it.
        filter.model.setRange(days, setOf({"1.1", "2.p"}));
        filter.model.setCondition(SeriesFilterModel::OnlyIncomplete, true);
        QCOMPARE(titles(filter.model), u"tidy the frob"_s);
        QVERIFY(filter.model.isNarrowed());
        filter.model.setCondition(SeriesFilterModel::OnlyIncomplete, false);
        // The dates alone again.
        filter.model.setDateSpan(days);
        QCOMPARE(titles(filter.model), u"how do I build it; Fix a Leak"_s);
        filter.model.setRange({}, setOf({"1.1"}));
        QCOMPARE(filter.model.rowCount(), 1);
        filter.model.clearFilter();
        QCOMPARE(filter.model.rowCount(), 5);
    }

    void aSetOfMessagesIsOfOneCatalog()
    {
        Filter filter;
        const catalog::CatalogPtr catalog = filter.tree.catalog();
        std::vector<bool> set(catalog->messages().size());
        set[filter.messageOf("2.p").value()] = true;
        const auto exactly = std::make_shared<const std::vector<bool>>(set);
        filter.model.setRange({day(1), day(4) - 1}, exactly);
        QCOMPARE(titles(filter.model), u"Fix a Leak"_s);
        // Put aside and back.
        SeriesFilterModel::Parked aside =
            filter.model.exchange(catalogFrom(u"\"another\" @bob 0 1 2\n"_s), {}, {});
        QCOMPARE(aside.exactly, exactly);
        QCOMPARE(titles(filter.model), u"another"_s);
        SeriesFilterModel::Narrowing narrowing;
        narrowing.span = {day(1), day(4) - 1};
        narrowing.exactly = aside.exactly;
        filter.model.exchange(catalog, std::move(aside), narrowing);
        QCOMPARE(titles(filter.model), u"Fix a Leak"_s);
        // Another one without a word: its dates count. With what it is there: that.
        filter.tree.setCatalog(catalogFrom(Archive));
        QCOMPARE(titles(filter.model), u"how do I build it; Fix a Leak; tidy the frob"_s);
        filter.model.prepareExactly(exactly);
        filter.tree.setCatalog(catalogFrom(Archive));
        QCOMPARE(titles(filter.model), u"Fix a Leak"_s);
    }

    void narrowedIsWhatHidesMoreThanTheDatesDo()
    {
        Filter filter;
        QVERIFY(!filter.model.isNarrowed());
        QCOMPARE(filter.model.messagesWanted().size(), filter.tree.catalog()->messages().size());
        filter.model.setDateSpan({day(1), day(2) - 1});
        QCOMPARE(filter.model.rowCount(), 1);
        QVERIFY(!filter.model.isNarrowed());
        filter.model.setDateSpan({day(1), day(3) - 1});
        filter.model.setKeys({u"bob@example.org"_s});
        QVERIFY(filter.model.isNarrowed());
        const std::vector<base::MessageIndex> shown = filter.model.messagesWanted();
        QCOMPARE(shown.size(), 2U); // the patch, and what the bot says to it
        QVERIFY(shown.front() == filter.messageOf("2.p"));
        // Whatever the range: who asks picks what is of it.
        filter.model.setDateSpan({day(20), {}});
        QCOMPARE(filter.model.rowCount(), 0);
        QVERIFY(filter.model.messagesWanted() == shown);
        filter.model.setKeys({});
        QVERIFY(!filter.model.isNarrowed());
    }

    void theScopeIsWhatChartsCount()
    {
        Filter filter;
        QSignalSpy changed(&filter.model, &SeriesFilterModel::scopeChanged);
        QVERIFY(!filter.model.scope());
        // Neither the dates nor what is picked in a chart: bars that are not picked stay.
        filter.model.setDateSpan({day(1), day(3) - 1});
        filter.model.setKeys({u"bob@example.org"_s});
        filter.model.setChosen(std::vector{filter.messageOf("4.1")});
        QVERIFY(!filter.model.scope());
        QCOMPARE(changed.size(), 0);
        filter.model.setConditions(SeriesFilterModel::OnlyUnanswered); // two of five rows
        QCOMPARE(changed.size(), 1);
        const catalog::MessageSet scope = filter.model.scope();
        QVERIFY(scope);
        QCOMPARE(scope->size(), filter.tree.catalog()->messages().size());
        QVERIFY(!(*scope)[filter.messageOf("4.1").value()]);
        filter.model.setConditions(SeriesFilterModel::NoCondition);
        filter.model.setKeys({});
        filter.model.setChosen(std::nullopt);
        filter.model.setDateSpan({});
        filter.model.setView(ViewKind::Unanswered);
        QCOMPARE(changed.size(), 3);
        const catalog::MessageSet inView = filter.model.scope();
        QVERIFY(inView);
        const std::vector<base::MessageIndex> shown = filter.model.messagesWanted();
        QCOMPARE(std::size_t(std::count(inView->begin(), inView->end(), true)), shown.size());
        for (const base::MessageIndex message : shown)
            QVERIFY((*inView)[message.value()]);
        filter.look(u"leak"_s);
        QCOMPARE(changed.size(), 4);
        QVERIFY(!catalog::Scope({}, filter.model.scope()).contains(filter.messageOf("4.1"), day(1)));
        // A condition that hides nothing leaves everything in.
        filter.model.clearFilter();
        QVERIFY(!filter.model.scope());
        filter.tree.setCatalog(catalogFrom(u"\"other\" p"_s));
        filter.model.setView(ViewKind::Unanswered);
        QVERIFY(!filter.model.scope());
    }

    void keysKeepWhatTheyPosted()
    {
        Filter filter;
        filter.model.setKeys({u"ADA@example.org"_s});
        QCOMPARE(titles(filter.model), u"rework maps; tidy the frob"_s);
        filter.model.setKeys({u"ada@example.org"_s, u"bob@example.org"_s});
        QCOMPARE(filter.model.visibleRows(), 3);
        filter.model.setKeys({u"erin@example.org"_s}); // only replied
        QCOMPARE(filter.model.visibleRows(), 0);
        filter.model.setKeys({u"example.org"_s});
        QCOMPARE(filter.model.visibleRows(), 5);
        filter.model.setKeys({u"example.com"_s});
        QCOMPARE(filter.model.visibleRows(), 0);
        filter.model.setKeys({});
        QCOMPARE(filter.model.visibleRows(), 5);
    }

    void theKeyOfAnOwnerKeepsAllTheirDomains()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"\"one\" p\n\"two\" p\n\"three\" p"_s);
        heads[0].author.address = u"ada@linux.ibm.com"_s;
        heads[1].author.address = u"ada@us.ibm.com"_s;
        Filter filter;
        filter.tree.setCatalog(catalog::Catalog::build({}, heads, {}));
        filter.model.setKeys({ownerKey(u"IBM"_s)});
        QCOMPARE(titles(filter.model), u"two; one"_s);
        filter.model.setKeys({u"us.ibm.com"_s});
        QCOMPARE(titles(filter.model), u"two"_s);
    }

    void chosenMessagesKeepTheRowsThatHoldThem()
    {
        Filter filter;
        QVERIFY(!filter.model.isFiltering());
        // A patch of an earlier version, and a reply.
        filter.model.setChosen(std::vector{filter.messageOf("4.1"), filter.messageOf("3.other.1")});
        QVERIFY(filter.model.isFiltering());
        QCOMPARE(titles(filter.model), u"rework maps; how do I build it"_s);
        filter.model.setCondition(SeriesFilterModel::HideThreads, true);
        QCOMPARE(titles(filter.model), u"rework maps"_s);
        filter.model.setChosen(std::vector<base::MessageIndex>());
        QCOMPARE(filter.model.rowCount(), 0); // nothing was chosen, which is not no choice
        // They mean nothing in another catalog.
        filter.tree.setCatalog(catalogFrom(u"\"other\" p"_s));
        QCOMPARE(titles(filter.model), u"other"_s);
        QVERIFY(!filter.model.hasChosen());
    }

    void conditionsAreJoinedByAnd()
    {
        Filter filter;
        filter.model.setCondition(SeriesFilterModel::OnlyIncomplete, true);
        QCOMPARE(titles(filter.model), u"tidy the frob"_s);
        filter.model.setConditions(SeriesFilterModel::OnlyUnanswered);
        QCOMPARE(titles(filter.model), u"for 6.16; Fix a Leak"_s);
        filter.look(u"leak"_s);
        QCOMPARE(titles(filter.model), u"Fix a Leak"_s);
        filter.model.setConditions(SeriesFilterModel::HideThreads);
        filter.model.setFound(std::nullopt);
        QCOMPARE(filter.model.visibleRows(), 4);
        QCOMPARE(filter.model.visibleSeries(), 4);
        filter.model.clearFilter();
        QCOMPARE(filter.model.visibleRows(), 5);
        QVERIFY(!filter.model.isFiltering());
    }

    void rowsThatABotStartedCanBeHidden()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"\"crash\" other\n\"a\" p(bot)"_s);
        heads[0].bot = true;
        SeriesTreeModel tree;
        tree.setCatalog(catalog::Catalog::build({}, heads, {}));
        SeriesFilterModel model;
        model.setSeriesModel(&tree);
        model.setCondition(SeriesFilterModel::HideBots, true);
        QCOMPARE(printTree(model), u"\"a\" v1 1/1 [bot]"_s);
    }
};

QTEST_GUILESS_MAIN(TestSeriesFilterConditions)
#include "tst_seriesfilterconditions.moc"
