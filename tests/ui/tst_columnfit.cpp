// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columnfit.h"

#include "models/items/seriestreemodel.h"
#include "ui/shortname.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace loredesk;
using Column = items::SeriesTreeModel::Column;

namespace {

constexpr int Unit = 6;

std::vector<ui::ColumnNeed> usualNeeds()
{
    std::vector<ui::ColumnNeed> needs(Column::ColumnCount, ui::ColumnNeed{28});
    needs[Column::Patches].width = 72;
    needs[Column::Date] = {96, false, true};
    needs[Column::Mark] = {}; // nothing is marked
    return needs;
}

int sumOf(const std::vector<int> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

/// The columns that are hidden at a width, the least of them first.
QList<int> hiddenAt(int room)
{
    const std::vector<int> widths = ui::fitColumns(usualNeeds(), room, Unit);
    QList<int> hidden;
    for (int column = 0; column < Column::ColumnCount; ++column) {
        if (widths[std::size_t(column)] == 0 && column != Column::Mark)
            hidden << column;
    }
    return hidden;
}

} // namespace

class ColumnFitTest : public QObject
{
    Q_OBJECT

private slots:
    void whereThereIsRoomEveryColumnIsShownAndTheSumIsTheRoom();
    void theAuthorsNameGrowsBeforeTheTitleBecomesLongerThanTitlesAre();
    void whatSaysLeastGoesFirst();
    void neverIsMoreHiddenInAWiderTree();
    void titlePatchesAndDateStayHoweverNarrowItIs();
    void theColumnTheRowsAreSortedByStays();
    void marksHaveAColumnWhereTitlesAreWhole();
    void whatWasSetByHandStays();
    void aNameIsShortenedToWhatTellsPeopleApart_data();
    void aNameIsShortenedToWhatTellsPeopleApart();
};

void ColumnFitTest::whereThereIsRoomEveryColumnIsShownAndTheSumIsTheRoom()
{
    for (const int room : {700, 900, 1400}) {
        const std::vector<int> widths = ui::fitColumns(usualNeeds(), room, Unit);
        QCOMPARE(hiddenAt(room), QList<int>());
        QCOMPARE(sumOf(widths), room);
        QCOMPARE(widths[Column::Version], 28);
        QCOMPARE(widths[Column::Date], 96);
    }
}

void ColumnFitTest::theAuthorsNameGrowsBeforeTheTitleBecomesLongerThanTitlesAre()
{
    const int narrow = ui::fitColumns(usualNeeds(), 600, Unit)[Column::Author];
    const int usual = ui::fitColumns(usualNeeds(), 700, Unit)[Column::Author];
    const int wide = ui::fitColumns(usualNeeds(), 1400, Unit)[Column::Author];
    QVERIFY(narrow < usual);
    QVERIFY(usual < wide);
    QCOMPARE(ui::fitColumns(usualNeeds(), 2800, Unit)[Column::Author], wide);
}

void ColumnFitTest::whatSaysLeastGoesFirst()
{
    QList<int> order;
    for (int room = 1000; room > 150; --room) {
        for (const int column : hiddenAt(room)) {
            if (!order.contains(column))
                order << column;
        }
    }
    QCOMPARE(order, QList<int>({Column::Tested, Column::Acked, Column::Reviewed, Column::Version,
                                Column::Replies, Column::Author}));
}

void ColumnFitTest::neverIsMoreHiddenInAWiderTree()
{
    for (int room = 150; room < 1000; ++room) {
        const QList<int> narrower = hiddenAt(room);
        for (const int column : hiddenAt(room + 1))
            QVERIFY2(narrower.contains(column), QByteArray::number(room).constData());
    }
}

void ColumnFitTest::titlePatchesAndDateStayHoweverNarrowItIs()
{
    const std::vector<int> widths = ui::fitColumns(usualNeeds(), 40, Unit);
    QVERIFY(widths[Column::Title] >= 15 * Unit);
    QCOMPARE(widths[Column::Patches], 72);
    QCOMPARE(widths[Column::Date], 96);
}

void ColumnFitTest::theColumnTheRowsAreSortedByStays()
{
    std::vector<ui::ColumnNeed> needs = usualNeeds();
    QCOMPARE(ui::fitColumns(needs, 500, Unit)[Column::Tested], 0);
    needs[Column::Tested].isKept = true;
    QCOMPARE(ui::fitColumns(needs, 500, Unit)[Column::Tested], 28);
}

void ColumnFitTest::marksHaveAColumnWhereTitlesAreWhole()
{
    std::vector<ui::ColumnNeed> needs = usualNeeds();
    needs[Column::Mark] = {80};
    for (int room = 1400; room > 150; --room) {
        const std::vector<int> widths = ui::fitColumns(needs, room, Unit);
        if (widths[Column::Mark] > 0)
            QVERIFY(widths[Column::Title] >= 50 * Unit);
        else
            QCOMPARE(widths, ui::fitColumns(usualNeeds(), room, Unit)); // as if there were none
    }
    QCOMPARE(ui::fitColumns(needs, 1400, Unit)[Column::Mark], 80);
    needs[Column::Mark].isKept = true;
    QCOMPARE(ui::fitColumns(needs, 500, Unit)[Column::Mark], 80);
}

void ColumnFitTest::whatWasSetByHandStays()
{
    std::vector<ui::ColumnNeed> needs = usualNeeds();
    needs[Column::Tested] = {60, true};
    needs[Column::Author] = {40, true};
    needs[Column::Version] = {0, true};
    for (const int room : {300, 2000}) {
        const std::vector<int> widths = ui::fitColumns(needs, room, Unit);
        QCOMPARE(widths[Column::Tested], 60);
        QCOMPARE(widths[Column::Author], 40);
        QCOMPARE(widths[Column::Version], 0);
    }
}

void ColumnFitTest::aNameIsShortenedToWhatTellsPeopleApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shortened");
    QTest::newRow("two words") << u"Ada Lovelace"_s << u"A. Lovelace"_s;
    QTest::newRow("names between") << u"Ada King Lovelace"_s << u"A. Lovelace"_s;
    QTest::newRow("initials already") << u"A. K. Lovelace"_s << u"A. Lovelace"_s;
    QTest::newRow("employer") << u"Ada Lovelace (Example Works)"_s << u"A. Lovelace"_s;
    QTest::newRow("by another way") << u"Ada Lovelace via List"_s << u"A. Lovelace"_s;
    QTest::newRow("particles") << u"Ada van der Love"_s << u"A. van der Love"_s;
    QTest::newRow("suffix") << u"Ada Lovelace III"_s << u"A. Lovelace"_s;
    QTest::newRow("other letters") << u"Ödön Ürge"_s << u"Ö. Ürge"_s;
    QTest::newRow("one word") << u"Ada"_s << u"Ada"_s;
    QTest::newRow("program") << u"kernel test robot"_s << u"kernel test robot"_s;
    QTest::newRow("last name first") << u"Lovelace, Ada"_s << u"Lovelace, Ada"_s;
    QTest::newRow("address") << u"Ada ada@example.org"_s << u"Ada ada@example.org"_s;
    QTest::newRow("without capitals") << u"山田 太郎"_s << u"山田 太郎"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("only an employer") << u"(Example)"_s << u"(Example)"_s;
}

void ColumnFitTest::aNameIsShortenedToWhatTellsPeopleApart()
{
    QFETCH(const QString, name);
    QTEST(ui::shortName(name), "shortened");
}

QTEST_APPLESS_MAIN(ColumnFitTest)
#include "tst_columnfit.moc"
