// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/series/patchtable.h"
#include "models/series/versioncomparison.h"
#include "tests/support/patchversion.h"

using namespace Qt::StringLiterals;
using namespace loredesk;
using series::PatchState;
using series::PatchTable;
using tests::lines;
using tests::PatchVersion;

namespace {

QChar signOf(PatchState state)
{
    switch (state) {
    case PatchState::First:
        return u'.';
    case PatchState::Unchanged:
        return u'=';
    case PatchState::Changed:
        return u'!';
    case PatchState::New:
        return u'>';
    case PatchState::Dropped:
        return u'<';
    case PatchState::Missing:
        return u'?';
    case PatchState::Unread:
        return u'#';
    }
    return u' ';
}

/// As git-range-diff(1) lists it: "1:1 = one", "2:- < two".
QString print(const series::VersionComparison &comparison)
{
    const auto number = [](int index) { return index < 0 ? u"-"_s : QString::number(index); };
    QStringList rows;
    for (const series::ComparedPatch &patch : comparison.patches)
        rows << number(patch.oldIndex) + u':' + number(patch.newIndex) + u' ' + signOf(patch.state) + u' ' +
                    patch.title;
    return rows.join(u'\n');
}

QString compared(const PatchVersion &older, const PatchVersion &newer)
{
    base::NoProgress progress;
    return print(series::compareVersions(older.patches(), newer.patches(), progress));
}

/// "one: 1. 1= -<": a cell for each version, a blank where there is none.
QString print(const PatchTable &table)
{
    QStringList rows;
    for (const PatchTable::Row &row : table.rows) {
        QString line = row.title + u':';
        for (const auto &cell : row.cells) {
            line += u' ';
            if (cell)
                line += (cell->index < 0 ? u"-"_s : QString::number(cell->index)) + signOf(cell->state);
            else
                line += u"  "_s;
        }
        rows << line;
    }
    return rows.join(u'\n');
}

PatchTable tableOf(const std::vector<PatchVersion> &versions)
{
    series::PatchTableBuilder builder;
    for (const PatchVersion &version : versions)
        builder.add(version.patches(), base::NoProgress());
    return builder.finish();
}

} // namespace

class TestVersionComparison : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void aVersionAgainstItselfIsUnchanged()
    {
        PatchVersion version;
        version.cover("Hello.\n").add("one", lines("a", 5)).add("two", lines("b", 5));
        QCOMPARE(compared(version, version), u"0:0 = cover\n1:1 = one\n2:2 = two"_s);
    }

    void patchesAreListedAsTheNewerVersionHasThem()
    {
        PatchVersion older;
        older.add("one", lines("a", 9)).add("two", lines("b", 9)).add("three", lines("c", 9));
        older.add("four", lines("d", 9));
        PatchVersion newer;
        newer.add("zero", lines("z", 9)).add("three", lines("c", 9)).add("one", lines("A", 9));
        newer.add("four", lines("d", 9));
        QCOMPARE(compared(older, newer), u"-:1 > zero\n3:2 = three\n1:3 ! one\n2:- < two\n4:4 = four"_s);
    }

    void aCoverThatCameOrWentIsSaid()
    {
        PatchVersion with;
        with.cover("Hello.\n").add("one", lines("a", 5));
        PatchVersion without;
        without.add("one", lines("a", 5));
        QCOMPARE(compared(with, without), u"0:- < cover\n1:1 = one"_s);
        QCOMPARE(compared(without, with), u"-:0 > cover\n1:1 = one"_s);
    }

    void ofAVersionThatIsNotWholeNobodyKnowsWhatWasDropped()
    {
        PatchVersion older;
        older.add("one", lines("a", 5)).add("two", lines("b", 5));
        PatchVersion newer;
        newer.add("one", lines("a", 5)).missing(1);
        QCOMPARE(compared(older, newer), u"1:1 = one\n2:- ? two"_s);
        base::NoProgress progress;
        QCOMPARE(series::compareVersions(older.patches(), newer.patches(), progress).missingInNewer, 1);
    }

    void whatCannotBeReadIsSaidWithTheReason()
    {
        PatchVersion older;
        older.add("one", lines("a", 5));
        PatchVersion newer;
        newer.addUnread("one");
        base::NoProgress progress;
        const auto comparison = series::compareVersions(older.patches(), newer.patches(), progress);
        QCOMPARE(print(comparison), u"1:1 # one"_s);
        QCOMPARE(comparison.patches.front().trouble, u"it is broken"_s);
    }

    void everyPatchHasARowAndEveryVersionACell()
    {
        std::vector<PatchVersion> versions(3);
        versions[0].add("one", lines("a", 9)).add("two", lines("b", 9)).add("three", lines("c", 9));
        versions[1].add("one", lines("a", 9)).add("three", lines("C", 9));
        versions[2].add("new", lines("n", 9)).add("one", lines("A", 9)).add("three", lines("C", 9));
        QCOMPARE(print(tableOf(versions)), u"new:       1>\n"
                                           "one: 1. 1= 2!\n"
                                           "two: 2. -<   \n"
                                           "three: 3. 2! 3="_s);
    }

    void aPatchThatCameBackKeepsItsRow()
    {
        std::vector<PatchVersion> versions(3);
        versions[0].add("one", lines("a", 9)).add("two", lines("b", 9));
        versions[1].add("two", lines("b", 9));
        versions[2].add("one", lines("a", 9)).add("two", lines("b", 9));
        QCOMPARE(print(tableOf(versions)), u"one: 1. -< 1>\ntwo: 2. 1= 2="_s);
    }

    void aPatchOfAnotherNameKeepsItsRow()
    {
        std::vector<PatchVersion> versions(2);
        versions[0].add("one", lines("a", 9));
        versions[1].add("uno", lines("a", 9));
        const PatchTable table = tableOf(versions);
        QCOMPARE(print(table), u"uno: 1. 1!"_s);
        QCOMPARE(table.rows[0].cells[1]->changes.toInt(),
                 patch::PatchChanges(patch::PatchChange::Title).toInt());
    }

    void aPartialVersionDropsNothing()
    {
        std::vector<PatchVersion> versions(3);
        versions[0].add("one", lines("a", 9)).add("two", lines("b", 9));
        versions[1].add("two", lines("B", 9)).partial();
        versions[2].add("one", lines("a", 9)).add("two", lines("B", 9));
        QCOMPARE(print(tableOf(versions)), u"one: 1.    1=\ntwo: 2. 1! 2="_s);
    }

    void aVersionThatIsNotWholeLeavesItsPatchesOpen()
    {
        std::vector<PatchVersion> versions(3);
        versions[0].cover("Hello.\n").add("one", lines("a", 9)).add("two", lines("b", 9));
        versions[1].add("two", lines("b", 9)).missing(1);
        versions[2].cover("Hello.\n").add("one", lines("a", 9)).add("two", lines("b", 9));
        QCOMPARE(print(tableOf(versions)), u"cover: 0.    0=\none: 1. -? 1=\ntwo: 2. 1= 2="_s);
    }
};

QTEST_GUILESS_MAIN(TestVersionComparison)
#include "tst_versioncomparison.moc"
