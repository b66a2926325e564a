// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/activitymodel.h"
#include "models/items/chartroles.h"
#include "models/items/countmodel.h"
#include "models/items/filelistmodel.h"
#include "models/items/problemmodel.h"
#include "models/items/topproxy.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;

namespace {

catalog::Count person(const QString &name, int postings, bool bot = false)
{
    catalog::Count count;
    count.person = {name, name.toLower() + u"@example.org"_s};
    count.label = count.person.toString();
    count.bot = bot;
    count.messages.resize(std::size_t(postings), base::MessageIndex(0));
    return count;
}

catalog::Count domain(const QString &name, int postings)
{
    catalog::Count count;
    count.label = name;
    count.messages.resize(std::size_t(postings), base::MessageIndex(0));
    return count;
}

/// "Ada 5 0; Robot 0 3": the cells of all rows.
QString print(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows << cells.join(u' ');
    }
    return rows.join(u"; "_s);
}

void checkEdges(const QAbstractItemModel &model)
{
    const int rows = model.rowCount();
    const int columns = model.columnCount();
    QVERIFY(!model.index(rows, 0).isValid());
    QVERIFY(!model.index(-1, 0).isValid());
    QVERIFY(!model.index(0, columns).isValid());
    QVERIFY(!model.data(QModelIndex()).isValid());
    QVERIFY(!model.headerData(columns, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(-1, Qt::Horizontal).isValid());
    if (rows > 0) {
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QVERIFY(!model.index(0, 0, model.index(0, 0)).isValid());
    }
    for (int column = 0; column < columns; ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        const bool isNumber = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).isValid();
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole).toInt(),
                 int(isNumber ? Qt::DescendingOrder : Qt::AscendingOrder));
    }
}

constexpr auto Fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

} // namespace

class TestFlatModels : public QObject
{
    Q_OBJECT

private slots:
    void contributorsAreCountedAndBotsApart()
    {
        CountModel model;
        QAbstractItemModelTester tester(&model, Fatal);
        checkEdges(model);
        model.setCounts({person(u"Ada"_s, 5), person(u"Robot"_s, 3, true), person(u"Bob"_s, 1)});
        checkEdges(model);
        QCOMPARE(print(model), u"Ada 5 0; Robot 0 3; Bob 1 0"_s);
        QCOMPARE(model.total(), 9);
        QCOMPARE(model.greatest(), 5);
        QCOMPARE(model.messages(1).size(), 3U);
        QCOMPARE(model.index(0, 1).data(ValueRole).toDouble(), 5.0);
        QCOMPARE(model.index(1, 1).data(ValueRole).toDouble(), 0.0);
        QCOMPARE(model.index(1, 2).data(ValueRole).toDouble(), 3.0);
        QVERIFY(model.index(1, 0).data(BotRole).toBool());
        QCOMPARE(model.index(0, 0).data(KeyRole).toString(), u"ada@example.org"_s);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Ada: 5 postings"_s);
        QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"Bob: 1 posting"_s);
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(),
                 u"<qt>Ada &lt;ada@example.org&gt;: 5</qt>"_s);
        QCOMPARE(model.index(0, 0).data(FullTextRole).toString(), u"Ada <ada@example.org>"_s);
    }

    void whoeverLacksANameOrAnAddressHasALabelAndAKey()
    {
        catalog::Count noName = person(u"x"_s, 1);
        noName.person = {{}, u"x@example.org"_s};
        catalog::Count noAddress = person(u"y"_s, 1);
        noAddress.person = {u"Why"_s, {}};
        CountModel model;
        model.setCounts({noName, noAddress, domain(u"example.org"_s, 2)});
        QCOMPARE(print(model), u"x@example.org 1 0; Why 1 0; example.org 2 0"_s);
        QCOMPARE(model.index(1, 0).data(KeyRole).toString(), u"Why"_s);
        QCOMPARE(model.index(2, 0).data(KeyRole).toString(), u"example.org"_s);
    }

    void namesakesAreToldApartByTheirAddresses()
    {
        CountModel model;
        QAbstractItemModelTester tester(&model);
        const mail::Mailbox one{u"Ada Adams"_s, u"ada@example.org"_s};
        const mail::Mailbox other{u"Ada Adams"_s, u"adams@example.org"_s};
        const mail::Mailbox bob{u"Bob"_s, u"bob@example.org"_s};
        std::vector<catalog::Count> counts;
        for (const mail::Mailbox &person : {one, bob, other})
            counts.push_back({person.toString(), person, false, {base::MessageIndex(0)}});
        model.setCounts(counts);
        QCOMPARE(model.index(0, 0).data().toString(), u"Ada Adams <ada@example.org>"_s);
        QCOMPARE(model.index(0, 0).data(NameRole).toString(), u"Ada Adams"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"Bob"_s);
        QCOMPARE(model.index(2, 0).data().toString(), u"Ada Adams <adams@example.org>"_s);
    }

    void hostileNamesAreShownOnOneLine()
    {
        catalog::Count count = person(u"a"_s, 1);
        count.person.name = u"%1\n\u202emoc"_s;
        CountModel model;
        model.setCounts({count});
        QCOMPARE(model.index(0, 0).data().toString(), u"%1 \u2039U+202E\u203amoc"_s);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"%1 \u2039U+202E\u203amoc: 1 posting"_s);
    }

    void theTopIsCutAndBotsMayBeLeftOut()
    {
        CountModel model;
        TopProxy top;
        QAbstractItemModelTester tester(&top, Fatal);
        top.setSourceModel(&model);
        QCOMPARE(top.rowCount(), 0);
        model.setCounts({person(u"A"_s, 5), person(u"B"_s, 4, true), person(u"C"_s, 3), person(u"D"_s, 2)});
        QCOMPARE(print(top), u"A 5 0; B 0 4; C 3 0; D 2 0"_s);
        top.setTop(2);
        QCOMPARE(print(top), u"A 5 0; B 0 4"_s);
        QCOMPARE(top.leftOut(), 2);
        top.setBotsShown(false); // the next one takes its place
        QCOMPARE(print(top), u"A 5 0; C 3 0"_s);
        QCOMPARE(top.leftOut(), 1);
        top.setTop(0);
        QCOMPARE(top.rowCount(), 0);
        top.setTop(-1);
        QCOMPARE(print(top), u"A 5 0; C 3 0; D 2 0"_s);
        QCOMPARE(top.leftOut(), 0);
        QVERIFY(!top.index(top.rowCount(), 0).isValid());
    }

    void theTopFollowsNewCounts()
    {
        CountModel model;
        TopProxy top;
        QAbstractItemModelTester tester(&top, Fatal);
        top.setSourceModel(&model);
        top.setTop(1);
        top.setBotsShown(false);
        model.setCounts({person(u"A"_s, 5, true), person(u"B"_s, 4, true), person(u"C"_s, 3)});
        QCOMPARE(print(top), u"C 3 0"_s);
        QItemSelectionModel selection(&top);
        selection.setCurrentIndex(top.index(0, 0), QItemSelectionModel::ClearAndSelect);
        const QPersistentModelIndex kept = top.index(0, 0);
        model.setCounts({person(u"D"_s, 2), person(u"E"_s, 1)});
        QCOMPARE(print(top), u"D 2 0"_s);
        QVERIFY(!kept.isValid());
        QVERIFY(!selection.hasSelection());
        CountModel other;
        other.setCounts({person(u"Z"_s, 9)});
        top.setSourceModel(&other);
        model.setCounts({});
        QCOMPARE(print(top), u"Z 9 0"_s);
    }

    void persistentIndexesFollowTheTop()
    {
        CountModel model;
        TopProxy top;
        top.setSourceModel(&model);
        model.setCounts({person(u"A"_s, 5, true), person(u"B"_s, 4), person(u"C"_s, 3)});
        const QPersistentModelIndex b = top.index(1, 0);
        const QPersistentModelIndex a = top.index(0, 0);
        top.setBotsShown(false);
        QVERIFY(!a.isValid());
        QCOMPARE(b.row(), 0);
        QCOMPARE(b.data().toString(), u"B"_s);
    }

    void activityIsShownByItsStep()
    {
        ActivityModel model;
        QAbstractItemModelTester tester(&model, Fatal);
        checkEdges(model);
        QCOMPARE(model.rowOf(0), -1);
        const qint64 monday = 1747612800; // 2025-05-19
        constexpr qint64 Week = 7 * 86400;
        model.setBins({{monday, monday + Week, 3, 2, 1}, {monday + Week, monday + 2 * Week, 0, 0, 0}},
                      catalog::ActivityStep::Week);
        checkEdges(model);
        QCOMPARE(print(model), u"week of 2025-05-19 3 2 1 6; week of 2025-05-26 0 0 0 0"_s);
        QCOMPARE(model.greatest(), 6);
        QCOMPARE(model.rowOf(monday - 1), -1);
        QCOMPARE(model.rowOf(monday), 0);
        QCOMPARE(model.rowOf(monday + Week - 1), 0);
        QCOMPARE(model.rowOf(monday + Week), 1);
        QCOMPARE(model.rowOf(monday + 2 * Week), -1);
        QCOMPARE(model.index(0, 0).data(DateRole).toLongLong(), monday);
        QCOMPARE(model.index(0, 0).data(LastDateRole).toLongLong(), monday + Week);
        QCOMPARE(model.index(0, ActivityModel::Total).data(ValueRole).toDouble(), 6.0);
        model.setBins({{monday, monday + 86400, 1, 0, 0}}, catalog::ActivityStep::Day);
        QCOMPARE(print(model), u"2025-05-19 1 0 0 1"_s);
        model.setBins({{1746057600, 1748736000, 1, 0, 0}}, catalog::ActivityStep::Month);
        QCOMPARE(print(model), u"2025-05 1 0 0 1"_s);
    }

    void problemsNameTheirPlaces()
    {
        ProblemModel model;
        QAbstractItemModelTester tester(&model, Fatal);
        checkEdges(model);
        model.setProblems(
            {{u"the object is missing"_s, {u"/a/0.git"_s, 0, {}, -1, u"id@example.org"_s}, u"fetch it"_s},
             {u"cut"_s, {u"/b.mbox"_s, -1, {}, 512, {}}, {}}});
        checkEdges(model);
        QVERIFY(model.index(0, ProblemModel::Place).data().toString().startsWith(u"…/0.git, epoch 0"_s));
        QVERIFY(model.index(0, ProblemModel::Place)
                    .data(Qt::EditRole)
                    .toString()
                    .startsWith(u"/a/0.git, epoch 0"_s));
        QVERIFY(model.index(1, ProblemModel::Place).data().toString().startsWith(u"/b.mbox"_s));
        QCOMPARE(model.index(0, ProblemModel::What).data().toString(), u"The object is missing"_s);
        QCOMPARE(model.index(0, ProblemModel::Hint).data().toString(), u"Fetch it"_s);
        QCOMPARE(model.index(0, 0).data(MessageIdRole).toByteArray(), "id@example.org");
        QVERIFY(!model.index(1, 0).data(MessageIdRole).isValid());
        QCOMPARE(model.toText().count(u'\n'), 2);
        QVERIFY(model.toText().contains(u"/b.mbox, byte 512: cut\n"_s));
    }

    void filesShowWhatChangedInThem()
    {
        patch::FileDiff modified;
        modified.oldPath = modified.newPath = u"drivers/frob%3.c"_s;
        modified.added = 3;
        modified.removed = 1;
        modified.firstLine = 7;
        patch::FileDiff binary;
        binary.newPath = u"logo.png"_s;
        binary.change = patch::FileDiff::Change::Added;
        binary.binary = true;
        patch::FileDiff renamed;
        renamed.oldPath = u"a.c"_s;
        renamed.newPath = u"b.c"_s;
        renamed.change = patch::FileDiff::Change::Renamed;
        patch::FileDiff deleted;
        deleted.oldPath = u"old.c"_s;
        deleted.change = patch::FileDiff::Change::Deleted;
        deleted.removed = 9;
        FileListModel model;
        QAbstractItemModelTester tester(&model, Fatal);
        checkEdges(model);
        model.setFiles({modified, binary, renamed, deleted});
        checkEdges(model);
        QCOMPARE(print(model), u"drivers/frob%3.c modified 3 1; logo.png added, binary  ; "
                               "b.c renamed 0 0; old.c deleted 0 9"_s);
        QCOMPARE(model.index(0, 0).data(LineRole).toLongLong(), 7);
        QCOMPARE(model.index(3, 0).data(KeyRole).toString(), u"old.c"_s);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"drivers/frob%3.c, modified, 3 lines added, 1 removed"_s);
        QCOMPARE(model.index(2, 0).data(Qt::ToolTipRole).toString(), u"b.c, renamed from a.c"_s);
    }

    void newRowsWhileSomeAreSelected()
    {
        ProblemModel model;
        model.setProblems({{u"a"_s, {}, {}}, {u"b"_s, {}, {}}});
        QItemSelectionModel selection(&model);
        selection.select(model.index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        model.setProblems({{u"c"_s, {}, {}}});
        QVERIFY(!selection.hasSelection());
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFlatModels)
#include "tst_flatmodels.moc"
