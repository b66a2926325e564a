// SPDX-License-Identifier: GPL-3.0-or-later
// The tree narrowed to what a search found.
#include "tests/models/items/filterfixture.h"
#include "tests/models/items/treeprinter.h"

#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;
using tests::catalogFrom;
using tests::Filter;
using tests::printTree;
using tests::titles;

class TestSeriesFilterSearch : public QObject
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestSeriesFilterSearch)
#include "tst_seriesfiltersearch.moc"
