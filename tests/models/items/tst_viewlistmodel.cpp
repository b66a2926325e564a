// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/viewlistmodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace loredesk::items;

namespace {

/// "All series 5|RFCs|mine 2": names with their numbers.
QString print(const ViewListModel &model, int from = 0)
{
    QStringList rows;
    for (int row = from; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const QVariant count = index.data(CountRole);
        rows << index.data().toString() + (count.isValid() ? u" "_s + count.toString() : QString());
    }
    return rows.join(u'|');
}

} // namespace

class TestViewListModel : public QObject
{
    Q_OBJECT

    struct List
    {
        explicit List(const QList<SavedView> &saved = {})
            : tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
        {
            model.setSaved(saved);
        }
        ViewListModel model;
        QAbstractItemModelTester tester;
    };
    static QList<SavedView> three() { return {{u"a"_s, u"f:a"_s}, {u"b"_s, u"f:b"_s}, {u"c"_s, u"f:c"_s}}; }

private slots:
    void theViewsThatAreAlwaysThereComeFirst()
    {
        List list({{u"Mine"_s, u"f:ada"_s}});
        QCOMPARE(print(list.model),
                 u"All series|Since the last visit|Unanswered patches|Incomplete series|RFCs|"
                 "Pull requests|Marked|To review|Mine"_s);
        QCOMPARE(list.model.kindAt(3), ViewKind::Incomplete);
        QCOMPARE(list.model.kindAt(8), ViewKind::Saved);
        QCOMPARE(list.model.savedNameAt(8), u"Mine"_s);
        QCOMPARE(list.model.savedNameAt(0), QString());
        QCOMPARE(list.model.rowOf(ViewKind::Pull), 5);
        QCOMPARE(list.model.rowOf(ViewKind::Saved, u"Mine"_s), 8);
        QCOMPARE(list.model.rowOf(ViewKind::Saved, u"Yours"_s), -1);
    }

    void numbersAreShownWhereTheyAreKnown()
    {
        List list(three());
        QSignalSpy changed(&list.model, &QAbstractItemModel::dataChanged);
        list.model.setCounts(ViewCounts{9, 3, 2, 1, 0, 4, 5, 2});
        list.model.setSavedCount(u"b"_s, 7);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(print(list.model),
                 u"All series 9|Since the last visit 3|Unanswered patches 2|Incomplete series 1|"
                 "RFCs 0|Pull requests 4|Marked 5|To review 2|a|b 7|c"_s);
        list.model.setSavedCount(u"b"_s, 7);
        list.model.setCounts(ViewCounts{9, 3, 2, 1, 0, 4, 5, 2});
        QCOMPARE(changed.size(), 2); // nothing is another
        QCOMPARE(list.model.index(9, 0).data(Qt::AccessibleTextRole).toString(), u"b, 7"_s);
        QCOMPARE(list.model.index(10, 0).data(Qt::AccessibleTextRole).toString(), u"c"_s);
        list.model.setCounts(std::nullopt);
        QVERIFY(print(list.model).startsWith(u"All series|"_s));
    }

    void aSearchKeepsItsNumberUnderAnotherNameAndInAnotherPlace()
    {
        List list(three());
        list.model.setSavedCount(u"a"_s, 1);
        list.model.setSavedCount(u"c"_s, 3);
        list.model.setSaved({{u"c"_s, u"f:c"_s}, {u"z"_s, u"f:a"_s}, {u"b"_s, u"f:new"_s}});
        QCOMPARE(print(list.model, BuiltInViews), u"c 3|z 1|b"_s);
    }

    void aNewNameIsOnlyAskedFor()
    {
        List list(three());
        QSignalSpy asked(&list.model, &ViewListModel::renameRequested);
        const QModelIndex row = list.model.index(BuiltInViews, 0);
        QVERIFY(row.flags() & Qt::ItemIsEditable);
        QVERIFY(!(list.model.index(0, 0).flags() & Qt::ItemIsEditable));
        list.model.setData(row, u"  Ada's   own "_s);
        QCOMPARE(asked, (QList<QVariantList>{{u"a"_s, u"Ada's own"_s}}));
        list.model.setData(row, u" "_s);
        list.model.setData(row, u"a"_s);
        list.model.setData(list.model.index(0, 0), u"Everything"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(print(list.model, BuiltInViews), u"a|b|c"_s);
    }

    void movingAsksForTheOtherOrder_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("step");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("down") << BuiltInViews << 1 << QStringList{u"b"_s, u"a"_s, u"c"_s};
        QTest::newRow("up") << BuiltInViews + 2 << -1 << QStringList{u"a"_s, u"c"_s, u"b"_s};
        QTest::newRow("above the first") << BuiltInViews << -1 << QStringList();
        QTest::newRow("below the last") << BuiltInViews + 2 << 1 << QStringList();
        QTest::newRow("one that is always there") << 0 << 1 << QStringList();
    }
    void movingAsksForTheOtherOrder()
    {
        QFETCH(int, row);
        QFETCH(int, step);
        QFETCH(QStringList, order);
        List list(three());
        QSignalSpy asked(&list.model, &ViewListModel::orderRequested);
        QCOMPARE(list.model.canMove(row, step), !order.isEmpty());
        list.model.move(row, step);
        QCOMPARE(asked.size(), order.isEmpty() ? 0 : 1);
        if (!order.isEmpty())
            QCOMPARE(asked.first().first().toStringList(), order);
    }

    void droppingAsksForTheOtherOrder_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("before");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("to the top") << BuiltInViews + 2 << BuiltInViews
                                    << QStringList{u"c"_s, u"a"_s, u"b"_s};
        QTest::newRow("to the end") << BuiltInViews << BuiltInViews + 3
                                    << QStringList{u"b"_s, u"c"_s, u"a"_s};
        QTest::newRow("below everything") << BuiltInViews << -1 << QStringList{u"b"_s, u"c"_s, u"a"_s};
        QTest::newRow("where it is") << BuiltInViews + 1 << BuiltInViews + 1 << QStringList();
        QTest::newRow("where it is, from below") << BuiltInViews + 1 << BuiltInViews + 2 << QStringList();
        QTest::newRow("among those that are always there") << BuiltInViews << 1 << QStringList();
    }
    void droppingAsksForTheOtherOrder()
    {
        QFETCH(int, from);
        QFETCH(int, before);
        QFETCH(QStringList, order);
        List list(three());
        QSignalSpy asked(&list.model, &ViewListModel::orderRequested);
        const std::unique_ptr<QMimeData> data(list.model.mimeData({list.model.index(from, 0)}));
        QVERIFY(data);
        QVERIFY(!list.model.dropMimeData(data.get(), Qt::MoveAction, before, 0, {}));
        QCOMPARE(asked.size(), order.isEmpty() ? 0 : 1);
        if (!order.isEmpty())
            QCOMPARE(asked.first().first().toStringList(), order);
    }

    void whatIsAlwaysThereCannotBeDragged()
    {
        List list(three());
        QVERIFY(!list.model.mimeData({list.model.index(0, 0)}));
        QVERIFY(!(list.model.index(0, 0).flags() & Qt::ItemIsDragEnabled));
        QMimeData foreign;
        foreign.setText(u"a"_s);
        QVERIFY(!list.model.canDropMimeData(&foreign, Qt::MoveAction, BuiltInViews, 0, {}));
    }

    void whatTheUserWroteIsShownAndNotObeyed()
    {
        List list({{u"<b>bold</b>\u202e"_s, u"s:<img>"_s}});
        const QModelIndex row = list.model.index(BuiltInViews, 0);
        QVERIFY(!row.data().toString().contains(QChar(0x202e)));
        QCOMPARE(row.data(Qt::ToolTipRole).toString(), u"s:&lt;img&gt;"_s);
        QCOMPARE(row.data(Qt::EditRole).toString(), u"<b>bold</b>\u202e"_s);
        list.model.setSavedProblem(list.model.savedNameAt(BuiltInViews), u"no such prefix"_s);
        QCOMPARE(row.data(Qt::ToolTipRole).toString(), u"s:&lt;img&gt;<br>no such prefix"_s);
    }
};

QTEST_GUILESS_MAIN(TestViewListModel)
#include "tst_viewlistmodel.moc"
