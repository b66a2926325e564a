// SPDX-License-Identifier: GPL-3.0-or-later
// The filtered tree as a model: its order, its indexes, and one archive after another.
#include "tests/models/items/filterfixture.h"
#include "tests/models/items/treeprinter.h"

#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;
using tests::Archive;
using tests::catalogFrom;
using tests::day;
using tests::Filter;
using tests::printTree;
using tests::titles;

class TestSeriesFilterModel : public QObject
{
    Q_OBJECT

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
