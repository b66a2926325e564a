// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chartroles.h"
#include "models/items/roles.h"
#include "models/items/seriesfiltermodel.h"
#include "tests/models/items/looking.h"
#include "tests/models/items/treeprinter.h"
#include "tests/support/headbuilder.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;
using tests::catalogFrom;
using tests::printTree;

namespace {

const QString Archive = uR"(
"tidy the frob" @ada 0 1(re@bob+R) 2 - /3
"Fix a Leak" @bob p(bot)
"how do I build it" @dave other(re)
"rework maps" @ada tag:net-next 0 1 2
"rework maps" @ada tag:net-next v2 0 1(re@erin) 2 3
"for 6.16" @carol gitpull
)"_s;

/// Titles of the visible top-level rows, in order.
QString titles(const QAbstractItemModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, 0).data(TitleRole).toString();
    return list.join(u"; "_s);
}

qint64 day(int ordinal)
{
    return 1740787200 + (ordinal - 1) * 86400; // 2025-03-01, the first line of a text
}

} // namespace

class TestSeriesFilterModel : public QObject
{
    Q_OBJECT

    struct Filter
    {
        explicit Filter(const QString &text = Archive)
            : tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
            , changed(&model, &SeriesFilterModel::visibleRowsChanged)
        {
            tree.setCatalog(catalogFrom(text));
            model.setSeriesModel(&tree);
        }
        base::MessageIndex messageOf(const QByteArray &id) const
        {
            return tree.catalog()->find(id + "@example.org");
        }
        void find(const QByteArrayList &ids)
        {
            std::vector<base::MessageIndex> found;
            for (const QByteArray &id : ids) {
                QVERIFY2(messageOf(id).isValid(), id.constData());
                found.push_back(messageOf(id));
            }
            model.setFound(std::move(found));
        }
        /// As messagesWith() does.
        void look(const QString &words) { model.setFound(tests::messagesWith(*tree.catalog(), words)); }

        SeriesTreeModel tree;
        SeriesFilterModel model;
        QAbstractItemModelTester tester;
        QSignalSpy changed;
    };

private slots:
    void withoutAFilterItShowsTheTreeAsItIs()
    {
        Filter filter;
        QCOMPARE(printTree(filter.model), printTree(filter.tree));
        QCOMPARE(filter.model.visibleRows(), 5);
        QCOMPARE(filter.model.visibleSeries(), 4);
        QCOMPARE(filter.model.totalRows(), 5);
        QVERIFY(!filter.model.isFiltering());
        QCOMPARE(filter.model.headerData(0, Qt::Horizontal), filter.tree.headerData(0, Qt::Horizontal));
    }

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

    void anArchiveThatIsPutBackIsAsItWasSetAside()
    {
        Filter filter;
        const catalog::CatalogPtr first = filter.tree.catalog();
        const catalog::CatalogPtr second = catalogFrom(u"\"another\" @bob 0 1 2\n\"more\" @ada p\n"_s);
        filter.find({"1.1.1", "2.p"});
        filter.model.setConditions(SeriesFilterModel::OnlyUnanswered);
        const QString before = printTree(filter.model);
        const SeriesFilterModel::Narrowing narrowing{{}, {}, SeriesFilterModel::OnlyUnanswered, ViewKind::All,
                                                     {}, {}};

        QSignalSpy reset(&filter.model, &QAbstractItemModel::modelReset);
        SeriesFilterModel::Parked aside = filter.model.exchange(second, {}, {});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(titles(filter.model), u"more; another"_s);
        QVERIFY(!filter.model.isSearching());
        QVERIFY(!filter.model.isFiltering());

        const SeriesFilterIndex *index = aside.index.get();
        SeriesFilterModel::Parked other = filter.model.exchange(first, std::move(aside), narrowing);
        QCOMPARE(printTree(filter.model), before);
        QCOMPARE(filter.model.found().size(), 2U);
        QVERIFY(!other.found);
        // What was gathered of it was not gathered anew.
        QCOMPARE(filter.model.exchange(second, std::move(other), {}).index.get(), index);
        QCOMPARE(titles(filter.model), u"more; another"_s);
        // And none at all.
        filter.model.exchange(nullptr, {}, {});
        QCOMPARE(filter.model.rowCount(), 0);
    }

    void whatNarrowsAnArchiveHoldsFromItsFirstMoment()
    {
        Filter filter(u"\"another\" @bob 0 1 2\n"_s);
        const catalog::CatalogPtr catalog = catalogFrom(Archive);
        SeriesFilterModel::Narrowing narrowing;
        narrowing.view = ViewKind::Saved;
        narrowing.within = {catalog->find("1.2@example.org"), catalog->find("2.p@example.org")};
        narrowing.span = {day(1), day(2)};
        narrowing.seenUntil = day(1);
        QSignalSpy moved(&filter.model, &QAbstractItemModel::layoutChanged);
        filter.model.exchange(catalog, {}, narrowing);
        QCOMPARE(titles(filter.model), u"tidy the frob"_s);
        QVERIFY(moved.isEmpty());
        QCOMPARE(filter.model.view(), ViewKind::Saved);
        QTRY_VERIFY(filter.model.index(0, 0).data(NewRole).toBool());
        QCOMPARE(filter.model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"tidy the frob, new"_s);
    }

    void whatWasFoundNarrowsTheTree_data()
    {
        QTest::addColumn<QByteArrayList>("found");
        QTest::addColumn<QString>("visible");
        QTest::newRow("a cover") << QByteArrayList{"1.0"} << u"tidy the frob"_s;
        QTest::newRow("a patch") << QByteArrayList{"1.2"} << u"tidy the frob"_s;
        QTest::newRow("an answer") << QByteArrayList{"1.1.1"} << u"tidy the frob"_s;
        QTest::newRow("an earlier version") << QByteArrayList{"4.1"} << u"rework maps"_s;
        QTest::newRow("an answer in a thread") << QByteArrayList{"3.other.1"} << u"how do I build it"_s;
        QTest::newRow("a pull request") << QByteArrayList{"6.gitpull"} << u"for 6.16"_s;
        QTest::newRow("two of one series") << QByteArrayList{"5.1", "5.2"} << u"rework maps"_s;
        QTest::newRow("of two series") << QByteArrayList{"2.p", "5.2"} << u"rework maps; Fix a Leak"_s;
        QTest::newRow("nothing") << QByteArrayList() << QString();
    }
    void whatWasFoundNarrowsTheTree()
    {
        QFETCH(QByteArrayList, found);
        QFETCH(QString, visible);
        Filter filter;
        filter.find(found);
        QVERIFY(filter.model.isSearching());
        QVERIFY(filter.model.isFiltering());
        QCOMPARE(titles(filter.model), visible);
        filter.model.setFound(std::nullopt);
        QCOMPARE(filter.model.visibleRows(), 5);
        QVERIFY(!filter.model.isSearching());
    }

    void rowsSayHowManyWereFoundInThem()
    {
        Filter filter;
        const auto countOf = [&](int row) { return filter.model.index(row, 0).data(FoundCountRole); };
        QVERIFY(!countOf(0).isValid());
        filter.find({"5.1", "5.1.1", "4.2", "2.p"});
        QCOMPARE(titles(filter.model), u"rework maps; Fix a Leak"_s);
        QCOMPARE(countOf(0).toInt(), 3);
        QCOMPARE(countOf(1).toInt(), 1);
        const auto isFound = [&](const QByteArray &id) {
            return filter.model.indexOf(filter.messageOf(id)).data(FoundRole).toBool();
        };
        QVERIFY(isFound("5.1") && isFound("5.1.1") && isFound("4.2") && isFound("2.p"));
        QVERIFY(!isFound("5.0") && !isFound("5.2") && !isFound("2.p.1"));
        QCOMPARE(filter.model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"rework maps, 3 found in it"_s);
        QCOMPARE(filter.model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Fix a Leak, found"_s);
        // Beneath the top level nothing is counted.
        QVERIFY(!filter.model.index(0, 0, filter.model.index(0, 0)).data(FoundCountRole).isValid());
    }

    void anotherAnswerWithTheSameRowsIsAnnounced()
    {
        Filter filter;
        filter.find({"5.1"});
        QSignalSpy data(&filter.model, &QAbstractItemModel::dataChanged);
        QSignalSpy layout(&filter.model, &QAbstractItemModel::layoutChanged);
        filter.find({"5.1", "5.2"});
        QCOMPARE(layout.count(), 0);
        QCOMPARE(data.count(), 1);
        QVERIFY(data.first().at(2).value<QList<int>>().contains(FoundCountRole));
    }

    void whatWasFoundIsWalkedThroughRowByRow()
    {
        Filter filter;
        filter.find({"2.p", "4.2", "5.1", "5.1.1"});
        const auto after = [&](const QByteArray &id, bool forward) {
            const base::MessageIndex next =
                filter.model.nextFound(id.isEmpty() ? base::MessageIndex() : filter.messageOf(id), forward);
            return next.isValid() ? filter.tree.catalog()->message(next).messageId.chopped(12) : QByteArray();
        };
        QCOMPARE(after({}, true), "4.2"); // the newest row, from old to new
        QCOMPARE(after("4.2", true), "5.1");
        QCOMPARE(after("5.1", true), "5.1.1");
        QCOMPARE(after("5.1.1", true), "2.p");
        QCOMPARE(after("2.p", true), "4.2");
        QCOMPARE(after("2.p", false), "5.1.1");
        QCOMPARE(after("4.2", false), "2.p");
        QCOMPARE(after("5.0", true), "5.1");     // not found itself, in a row that was
        QCOMPARE(after("3.other", true), "4.2"); // a row that is hidden
        filter.find({});
        QCOMPARE(after({}, true), QByteArray());
        filter.model.setFound(std::nullopt);
        QCOMPARE(after({}, true), QByteArray());
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

    void aHitInAPatchKeepsEverythingBeneath()
    {
        Filter filter(u"\"cover\" 0 1(re) 2\n\"none\" 0 1"_s);
        filter.find({"1.2"});
        QCOMPARE(printTree(filter.model), u"\"cover\" v1 2/2 [0 1[re] 2]"_s);
    }

    void earlierVersionsCountForTheNewest()
    {
        Filter filter(u"\"a\" @ada p(re@zoe)\n\"a\" @ada v2 p\n\"b\" p"_s);
        filter.look(u"zoe"_s);
        QCOMPARE(printTree(filter.model), u"\"a\" v2 1/1 [v1 1/1[re]]"_s);
    }

    void aCopyCountsForTheMessageThatIsShown()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"\"a\" p\n\"b\" p"_s);
        heads.push_back(heads.front());
        SeriesTreeModel tree;
        tree.setCatalog(catalog::Catalog::build({}, heads, {}));
        SeriesFilterModel model;
        model.setSeriesModel(&tree);
        model.setFound(std::vector{base::MessageIndex(2)});
        QCOMPARE(titles(model), u"a"_s);
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

    void sortingMovesOnlyTheTopLevel()
    {
        Filter filter(u"\"b\" @ada 0 2 1\n\"a\" @carol p\n\"c\" @bob 0 1 2 3 /3"_s);
        QCOMPARE(titles(filter.model), u"c; a; b"_s); // newest first
        filter.model.sort(SeriesTreeModel::Title, Qt::AscendingOrder);
        QCOMPARE(printTree(filter.model), u"\"a\" v1 1/1\n\"b\" v1 2/2 [0 1 2]\n\"c\" v1 3/3 [0 1 2 3]"_s);
        filter.model.sort(SeriesTreeModel::Title, Qt::DescendingOrder);
        QCOMPARE(printTree(filter.model), u"\"c\" v1 3/3 [0 1 2 3]\n\"b\" v1 2/2 [0 1 2]\n\"a\" v1 1/1"_s);
        filter.model.sort(SeriesTreeModel::Patches, Qt::AscendingOrder);
        QCOMPARE(titles(filter.model), u"a; b; c"_s);
        filter.model.sort(SeriesTreeModel::Author, Qt::AscendingOrder);
        QCOMPARE(titles(filter.model), u"b; c; a"_s);
        filter.model.sort(SeriesTreeModel::Date, Qt::AscendingOrder);
        QCOMPARE(titles(filter.model), u"b; a; c"_s);
        filter.model.sort(-1);
        QCOMPARE(titles(filter.model), u"c; a; b"_s);
    }

    void equalRowsStayNewestFirst()
    {
        Filter filter(u"\"a\" @ada p\n\"b\" @ada p\n\"c\" @ada p"_s);
        filter.model.sort(SeriesTreeModel::Author, Qt::AscendingOrder);
        QCOMPARE(titles(filter.model), u"c; b; a"_s);
        filter.model.sort(SeriesTreeModel::Author, Qt::DescendingOrder);
        QCOMPARE(titles(filter.model), u"c; b; a"_s);
    }

    void theOrderStaysWhenTheFilterChanges()
    {
        Filter filter;
        filter.model.sort(SeriesTreeModel::Title, Qt::AscendingOrder);
        filter.look(u"example"_s);
        QCOMPARE(titles(filter.model),
                 u"Fix a Leak; for 6.16; how do I build it; rework maps; tidy the frob"_s);
        filter.look(u"ada"_s);
        QCOMPARE(titles(filter.model), u"rework maps; tidy the frob"_s);
    }

    void persistentIndexesSurviveAFilterThatKeepsThem()
    {
        Filter filter;
        const auto find = [&](const QByteArray &id) {
            return filter.model.indexOf(filter.tree.catalog()->find(id + "@example.org"));
        };
        const QPersistentModelIndex series = filter.model.index(4, 3);
        const QPersistentModelIndex reply = find("1.1.1");
        const QPersistentModelIndex hidden = find("5.1.1");
        QVERIFY(reply.isValid() && hidden.isValid());
        QCOMPARE(series.data().toString(), u"Ada"_s);
        filter.look(u"frob"_s);
        QCOMPARE(series.row(), 0);
        QCOMPARE(series.column(), 3);
        QCOMPARE(series.data(TitleRole).toString(), u"tidy the frob"_s);
        QVERIFY(reply.isValid());
        QCOMPARE(reply.data(MessageIdRole).toByteArray(), "1.1.1@example.org");
        QCOMPARE(QModelIndex(reply), find("1.1.1"));
        QCOMPARE(reply.parent().parent(), QModelIndex(series).siblingAtColumn(0));
        QVERIFY(!hidden.isValid());
        QVERIFY(!find("5.1.1").isValid());
        filter.model.setFound(std::nullopt);
        QCOMPARE(series.row(), 4);
        filter.model.sort(SeriesTreeModel::Date, Qt::AscendingOrder);
        QCOMPARE(series.row(), 0);
        QCOMPARE(QModelIndex(reply), find("1.1.1"));
    }

    void theSelectionFollowsWhatStaysVisible()
    {
        Filter filter;
        QItemSelectionModel selection(&filter.model);
        selection.setCurrentIndex(filter.model.index(4, 0),
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        filter.look(u"frob"_s);
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(selection.currentIndex().row(), 0);
        filter.look(u"leak"_s);
        QVERIFY(!selection.hasSelection());
        QVERIFY(!selection.currentIndex().isValid());
    }

    void aNewCatalogEndsTheSearchUnlessItsAnswerIsKnown()
    {
        Filter filter;
        filter.look(u"frob"_s);
        QItemSelectionModel selection(&filter.model);
        selection.setCurrentIndex(filter.model.index(0, 0),
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        const qsizetype before = filter.changed.count();
        const auto next = catalogFrom(u"\"another frob\" 0 1\n\"none\" p"_s);
        filter.model.prepareFound(tests::messagesWith(*next, u"frob"_s));
        filter.tree.setCatalog(next);
        QCOMPARE(titles(filter.model), u"another frob"_s);
        QVERIFY(!selection.hasSelection());
        QCOMPARE(filter.changed.count(), before + 1);
        filter.tree.setCatalog(catalogFrom(u"\"a\" p\n\"b\" p"_s));
        QVERIFY(!filter.model.isSearching());
        QCOMPARE(filter.model.visibleRows(), 2);
        filter.tree.setCatalog(nullptr);
        QCOMPARE(filter.model.rowCount(), 0);
        filter.model.setFound(std::vector<base::MessageIndex>());
        filter.model.sort(SeriesTreeModel::Title, Qt::AscendingOrder);
        QCOMPARE(filter.model.visibleSeries(), 0);
    }

    void aChangeThatChangesNothingIsNotAnnounced()
    {
        Filter filter;
        filter.look(u"frob"_s);
        QSignalSpy layout(&filter.model, &QAbstractItemModel::layoutChanged);
        filter.look(u"FROB tidy"_s);
        filter.model.setDateSpan({});
        QCOMPARE(layout.count(), 0);
    }

    void indexesBeyondTheEdgeAreInvalid()
    {
        Filter filter;
        filter.look(u"ada"_s);
        QVERIFY(!filter.model.index(filter.model.rowCount(), 0).isValid());
        QVERIFY(!filter.model.index(0, SeriesTreeModel::ColumnCount).isValid());
        const QModelIndex first = filter.model.index(0, 0);
        QVERIFY(!filter.model.index(filter.model.rowCount(first), 0, first).isValid());
        QVERIFY(!filter.model.mapFromSource(filter.tree.index(0, 0)).isValid()); // hidden
        QCOMPARE(filter.model.mapToSource(first), filter.tree.index(1, 0));
        QCOMPARE(filter.model.mapFromSource(filter.tree.index(1, 0)), first);
        QCOMPARE(filter.model.rowCount(first.siblingAtColumn(1)), 0);
    }

    void whatWasGatheredWhileIdleIsTheSame()
    {
        Filter filter;
        Filter idle;
        QCoreApplication::processEvents(); // the timer comes to it before anybody asks
        for (const QString &words : {u"ada"_s, u"erin"_s, u"net-next rework"_s}) {
            filter.look(words);
            idle.look(words);
            QCOMPARE(printTree(idle.model), printTree(filter.model));
            QVERIFY(idle.model.visibleRows() > 0);
        }
    }

    void theTreeMayGoFirst()
    {
        auto tree = std::make_unique<SeriesTreeModel>();
        tree->setCatalog(catalogFrom(Archive));
        SeriesFilterModel model;
        model.setSeriesModel(tree.get());
        QCOMPARE(model.rowCount(), 5);
        tree.reset();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.visibleSeries(), 0);
        QVERIFY(!model.index(0, 0).isValid());
        model.setFound(std::vector<base::MessageIndex>());
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSeriesFilterModel)
#include "tst_seriesfiltermodel.moc"
