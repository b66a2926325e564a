// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriesfiltermodel.h"
#include "models/items/serieswalk.h"
#include "models/jobs/engine.h"
#include "models/mail/message.h"
#include "tests/models/items/looking.h"
#include "tests/support/shared.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;

/// The tree of a real archive: nothing is lost in it, nothing stands twice, everything can be found.
class TestRealArchive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void everyMessageHasItsPlace_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a quarter") << u"archives/hyperv-2025q2"_s;
        QTest::newRow("all of it") << u"archives/linux-hyperv"_s;
    }
    void everyMessageHasItsPlace()
    {
        QFETCH(QString, name);
        const QString path = tests::sharedPath(name);
        if (path.isEmpty())
            QSKIP("no shared archives beside this checkout");
        base::NoProgress progress;
        jobs::LoadRequest request;
        request.paths = {path};
        const auto loaded = jobs::load(request, progress);
        QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().toString()));
        const catalog::CatalogPtr catalog = (*loaded)->catalog;

        SeriesTreeModel tree;
        QElapsedTimer clock;
        clock.start();
        tree.setCatalog(catalog);
        qInfo() << catalog->messages().size() << "messages," << tree.rowCount()
                << "rows, set in ms:" << double(clock.nsecsElapsed()) / 1e6;

        std::vector<int> shown(catalog->messages().size());
        std::vector<QModelIndex> todo{QModelIndex()};
        while (!todo.empty()) {
            const QModelIndex parent = todo.back();
            todo.pop_back();
            const bool claims = tree.hasChildren(parent);
            const int rows = tree.rowCount(parent);
            QCOMPARE(claims, rows > 0);
            for (int row = 0; row < rows; ++row) {
                const QModelIndex index = tree.index(row, 0, parent);
                todo.push_back(index);
                const QVariant series = index.data(SeriesRole);
                const auto kind = NodeKind(index.data(NodeKindRole).toInt());
                const bool heads = kind == NodeKind::Series || kind == NodeKind::EarlierVersion;
                // A row that only sums up what is beneath stands for none of it.
                if (heads && !standsAlone(catalog->series(base::SeriesIndex(series.toUInt()))))
                    continue;
                if (index.data(MessageRole).isValid() && !index.data(FromEarlierVersionRole).toBool())
                    ++shown[index.data(MessageRole).toUInt()];
            }
        }
        const series::ThreadForest &threads = catalog->threads();
        for (std::size_t row = 0; row < shown.size(); ++row) {
            const base::MessageIndex message(row);
            // The second copy of one message is found where the first one stands.
            const base::MessageIndex first = threads.nodes[std::size_t(threads.nodeOf[row])].message;
            const QByteArray id = catalog->message(message).messageId;
            QVERIFY2(shown[row] == (first == message ? 1 : 0),
                     QByteArray(id + " is shown so often: " + QByteArray::number(shown[row])).constData());
            const QModelIndex index = tree.indexOf(message);
            QVERIFY2(index.isValid(), id.constData());
            QCOMPARE(index.data(MessageRole).toUInt(), uint(first.value()));
        }
    }

    void filteringTakesNoTime()
    {
        const QString path = tests::sharedPath(u"archives/linux-hyperv"_s);
        if (path.isEmpty())
            QSKIP("no shared archives beside this checkout");
        base::NoProgress progress;
        jobs::LoadRequest request;
        request.paths = {path};
        const auto loaded = jobs::load(request, progress);
        QVERIFY(loaded.ok());
        SeriesTreeModel tree;
        SeriesFilterModel model;
        model.setSeriesModel(&tree);
        QElapsedTimer clock;
        const auto told = [&](const char *what) {
            qInfo() << what << "ms:" << double(clock.nsecsElapsed()) / 1e6
                    << "visible:" << model.visibleRows();
            clock.start();
        };
        clock.start();
        tree.setCatalog((*loaded)->catalog);
        told("set");
        model.setCondition(SeriesFilterModel::OnlyUnanswered, true);
        told("first condition (gathers what is looked at)");
        clock.restart();
        model.setFound(tests::messagesWith(*(*loaded)->catalog, u"h"_s));
        told("a letter");
        model.setFound(tests::messagesWith(*(*loaded)->catalog, u"hv"_s));
        told("next letter");
        model.setFound(tests::messagesWith(*(*loaded)->catalog, u"hv michael"_s));
        told("two words");
        model.setFound(tests::messagesWith(*(*loaded)->catalog, u"hv michael zzzz"_s));
        told("nothing left");
        model.clearFilter();
        told("cleared");
        model.setKeys({u"microsoft.com"_s});
        told("a domain");
        model.setDateSpan({1700000000, 1720000000});
        told("and a span");
        model.clearFilter();
        told("cleared");
        for (int column = 0; column < SeriesTreeModel::ColumnCount; ++column) {
            model.sort(column, Qt::AscendingOrder);
            told("sorted");
        }
        QCOMPARE(model.visibleRows(), model.totalRows());
    }
};

QTEST_GUILESS_MAIN(TestRealArchive)
#include "tst_realarchive.moc"
