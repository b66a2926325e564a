// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/patchtablemodel.h"
#include "models/items/versionsmodel.h"
#include "tests/support/headbuilder.h"
#include "tests/support/patchversion.h"
#include "ui/comparisondocument.h"
#include "ui/comparisonpane.h"
#include "ui/diffoutline.h"
#include "ui/messagetext.h"
#include "ui/panestate.h"
#include "ui/patchtableview.h"
#include "ui/versionspage.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;
using tests::lines;
using tests::PatchVersion;
using ui::VersionsPage;

namespace {

/// Messages 0 to 2 are the first version, 3 to 5 the second, 6 to 7 the third.
const QString threeVersions = u"\"a\" @ada 0 1 2\n\"a\" @ada v2 0 1 2\n\"a\" @ada v3 0 1"_s;

series::VersionPatches version(int number)
{
    switch (number) {
    case 1:
        return PatchVersion(0, 0).cover("A.\n").add("one", lines("x", 9)).add("two", lines("y", 9)).patches();
    case 2:
        return PatchVersion(1, 3).cover("A.\n").add("two", lines("Y", 9)).add("one", lines("x", 9)).patches();
    default:
        return PatchVersion(2, 6).cover("B.\n").add("two", lines("y", 9)).patches();
    }
}

/// A page that sees three versions, and what it asks for.
class Asked
{
public:
    Asked()
        : catalog(catalogFrom(threeVersions))
        , page(new ui::MessageText)
        , comparisons(&page, &VersionsPage::comparisonRequested)
        , tables(&page, &VersionsPage::tableRequested)
        , messages(&page, &VersionsPage::messageRequested)
    {
        page.resize(760, 640);
        page.show();
        page.setActive(true);
    }

    void show(const char *id) { page.setMessage(catalog, catalog->find(QByteArray(id) + "@example.org")); }
    void answerTable()
    {
        series::PatchTableBuilder builder;
        for (int number : {1, 2, 3})
            builder.add(version(number), base::NoProgress());
        page.setTable(tables.last()[0].value<base::LineageIndex>(),
                      std::make_shared<const series::PatchTable>(builder.finish()));
    }
    QPair<int, int> versions() const
    {
        const auto of = [&](int at) {
            const auto series = comparisons.last()[at].value<base::SeriesIndex>();
            return series.isValid() ? catalog->series(series).version : 0;
        };
        return {of(0), of(1)};
    }
    void answerComparison()
    {
        base::NoProgress progress;
        const auto compared =
            series::compareVersions(version(versions().first), version(versions().second), progress);
        VersionsPage::Comparison comparison{comparisons.last()[0].value<base::SeriesIndex>(),
                                            comparisons.last()[1].value<base::SeriesIndex>(),
                                            nullptr,
                                            {},
                                            {}};
        comparison.document = std::make_shared<const ui::MessageDocument>(
            ui::comparisonDocument(compared, u"older"_s, u"newer"_s));
        for (const series::ComparedPatch &patch : compared.patches) {
            comparison.oldMessages.push_back(patch.older);
            comparison.newMessages.push_back(patch.newer);
        }
        page.setComparison(comparison);
    }
    template <class T>
    T *part(const char *name) const
    {
        return page.findChild<T *>(QLatin1StringView(name));
    }
    ui::MessageText *text() const { return page.comparisonPane()->text(); }
    QString current() const
    {
        const int patch = page.comparisonPane()->currentPatch();
        return patch < 0 ? QString() : text()->document().files()[patch].path;
    }

    catalog::CatalogPtr catalog;
    VersionsPage page;
    QSignalSpy comparisons;
    QSignalSpy tables;
    QSignalSpy messages;
};

} // namespace

class TestVersionsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }
    void theVersionThatIsShownIsCurrent();
    void aClickLeadsToThatVersion();
    void enterLeadsToThatVersion();
    void withoutASeriesItSaysSo();
    void patchesAreFollowedOnlyWhereSomebodySeesThem();
    void aCellOfThePatchTableLeadsToThePatch();
    void aTitleLeadsToTheNewestVersionOfThePatch();
    void theNewestTwoAreComparedAtAClick();
    void otherVersionsAreComparedWhenTheyAreChosen();
    void theVersionBeforeIsThatOfTheMessage();
    void keysGoFromPatchToPatchAndFromChangeToChange();
    void theListLeadsToAPatchAndFoldsIt();
    void thePatchIsAKeyAway();
    void escapeGoesBackToTheOverview();
    void aComparisonCanBeCancelledAndAskedForAgain();
    void anErrorIsShownWithAWayToTryAgain();
    void aComparisonThatNobodyWaitsForIsPassedOver();
    void anotherMessageOfTheSeriesMovesTheText();
    void theCoverLetterMovesTheTextToItsOwnDifferences();
    void aCoverLetterThatIsNotComparedLeavesTheText();
    void onlyWhereTheReaderGoesIsSaid();
    void anArchiveReadAgainLeavesTheComparison();
    void oneVersionHasNothingToCompare();
    void aLowPageHasRowsInsteadOfTheLegend();
    void belowTheLastPatchTheTableHasOneGround();
    void aNarrowListOfVersionsIsCutRatherThanScrolled();
};

void TestVersionsPage::theVersionThatIsShownIsCurrent()
{
    const auto catalog = catalogFrom(u"\"a\" @ada 0 1\n\"a\" @ada v2 0 1"_s);
    ui::VersionsPage page(new ui::MessageText);
    page.setMessage(catalog, catalog->find("1.1@example.org"));
    QCOMPARE(page.table()->currentIndex().row(), 1);
    page.setMessage(catalog, catalog->find("2.1@example.org"));
    QCOMPARE(page.table()->currentIndex().row(), 0);
}

void TestVersionsPage::aClickLeadsToThatVersion()
{
    const auto catalog = catalogFrom(u"\"a\" @ada 0 1\n\"a\" @ada v2 0 1"_s);
    ui::VersionsPage page(new ui::MessageText);
    page.resize(700, 300);
    page.show();
    page.setMessage(catalog, catalog->find("2.0@example.org"));
    QSignalSpy asked(&page, &ui::VersionsPage::messageRequested);
    QTest::mouseClick(page.table()->viewport(), Qt::LeftButton, {},
                      page.table()->visualRect(page.model()->index(1, 0)).center());
    QVERIFY(!asked.isEmpty());
    QCOMPARE(asked[0][0].value<base::MessageIndex>(), catalog->find("1.0@example.org"));
}

void TestVersionsPage::enterLeadsToThatVersion()
{
    const auto catalog = catalogFrom(u"\"a\" @ada 0 1=x 2=y\n\"a\" @ada v2 0 1=y 2=z"_s);
    ui::VersionsPage page(new ui::MessageText);
    page.resize(700, 300);
    page.show();
    page.setMessage(catalog, catalog->find("2.1@example.org"));
    QSignalSpy asked(&page, &ui::VersionsPage::messageRequested);
    QTest::keyClick(page.table(), Qt::Key_Down);
    QVERIFY(asked.isEmpty());
    QTest::keyClick(page.table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<base::MessageIndex>(), catalog->find("1.2@example.org"));
}

void TestVersionsPage::withoutASeriesItSaysSo()
{
    const auto catalog = catalogFrom(u"\"how\" @bob other"_s);
    ui::VersionsPage page(new ui::MessageText);
    page.setMessage(catalog, catalog->find("1.other@example.org"));
    QVERIFY(!page.findChild<ui::PaneState *>()->isShowingContent());
}

void TestVersionsPage::patchesAreFollowedOnlyWhereSomebodySeesThem()
{
    Asked asked;
    asked.page.setActive(false);
    asked.show("2.1");
    QVERIFY(asked.tables.isEmpty());
    asked.page.setActive(true);
    QCOMPARE(asked.tables.size(), 1);
    asked.page.setActive(false);
    QVERIFY(!asked.tables.last()[0].value<base::LineageIndex>().isValid());
    asked.page.setActive(true);
    asked.answerTable();
    const items::PatchTableModel &model =
        *static_cast<items::PatchTableModel *>(asked.page.patchTable()->model());
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(asked.part<QLabel>("patchTableLegend")->text().contains("dropped"_L1));
    // Another message of the same series changes nothing about it.
    const auto before = asked.tables.size();
    asked.show("3.1");
    QCOMPARE(asked.tables.size(), before);
}

void TestVersionsPage::aCellOfThePatchTableLeadsToThePatch()
{
    Asked asked;
    asked.show("2.1");
    asked.answerTable();
    ui::PatchTableView *table = asked.page.patchTable();
    const QModelIndex first = table->model()->index(1, 0);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(first).center());
    QCOMPARE(asked.messages.size(), 1);
    const auto clicked = asked.messages[0][0].value<base::MessageIndex>();
    QCOMPARE(asked.catalog->series(asked.catalog->seriesOf(clicked)).version, 1);
    QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(asked.messages.size(), 2);
    const auto entered = asked.messages[1][0].value<base::MessageIndex>();
    QCOMPARE(asked.catalog->series(asked.catalog->seriesOf(entered)).version, 2);
}

void TestVersionsPage::aTitleLeadsToTheNewestVersionOfThePatch()
{
    Asked asked;
    asked.show("1.1");
    asked.answerTable();
    QHeaderView *titles = asked.page.patchTable()->verticalHeader();
    QTest::mouseClick(titles->viewport(), Qt::LeftButton, {},
                      {20, titles->sectionViewportPosition(1) + titles->sectionSize(1) / 2});
    QCOMPARE(asked.messages.size(), 1);
    QCOMPARE(asked.messages[0][0].value<base::MessageIndex>(), asked.catalog->find("3.1@example.org"));
}

void TestVersionsPage::theNewestTwoAreComparedAtAClick()
{
    Asked asked;
    asked.show("1.1");
    QVERIFY(!asked.page.isComparing());
    QTest::mouseClick(asked.part<QToolButton>("versionsDifferences"), Qt::LeftButton);
    QVERIFY(asked.page.isComparing());
    QCOMPARE(asked.versions(), qMakePair(2, 3));
    asked.answerComparison();
    QCOMPARE(asked.text()->document().files().size(), 3);
    QCOMPARE(asked.page.comparisonPane()->outline()->topLevelItemCount(), 3);
    QVERIFY(asked.page.comparisonPane()->outline()->topLevelItem(2)->text(0).startsWith(u'\u2013'));
}

void TestVersionsPage::otherVersionsAreComparedWhenTheyAreChosen()
{
    Asked asked;
    asked.show("1.1");
    asked.page.olderChoice()->setFocus();
    QTest::keyClick(asked.page.olderChoice(), Qt::Key_End);
    QVERIFY(asked.page.isComparing());
    QCOMPARE(asked.versions(), qMakePair(1, 3));
    const auto before = asked.comparisons.size();
    QTest::keyClick(asked.page.newerChoice(), Qt::Key_End);
    // The same one twice has no differences; what was on its way is not wanted any more.
    QCOMPARE(asked.comparisons.size(), before + 1);
    QCOMPARE(asked.versions(), qMakePair(0, 0));
}

void TestVersionsPage::theVersionBeforeIsThatOfTheMessage()
{
    Asked asked;
    asked.show("2.1");
    QVERIFY(asked.page.hasPreviousVersion());
    asked.page.compareWithPrevious();
    QCOMPARE(asked.versions(), qMakePair(1, 2));
    asked.answerComparison();
    // The patch that the window shows is the one that is read.
    QVERIFY2(asked.current().contains(u"2 \u2192 1  two"_s), qPrintable(asked.current()));
    asked.show("1.1");
    QVERIFY(!asked.page.hasPreviousVersion());
}

void TestVersionsPage::keysGoFromPatchToPatchAndFromChangeToChange()
{
    Asked asked;
    asked.show("3.0");
    asked.page.compareWithPrevious();
    asked.answerComparison();
    QVERIFY(QTest::qWaitForWindowActive(&asked.page));
    asked.text()->setFocus();
    QTest::keyClick(asked.text(), Qt::Key_N);
    QVERIFY(asked.current().contains("Cover letter"_L1));
    QTest::keyClick(asked.text(), Qt::Key_N);
    QVERIFY(asked.current().contains("two"_L1));
    QTest::keyClick(asked.text(), Qt::Key_N);
    QVERIFY(asked.current().contains("one"_L1));
    QSignalSpy said(&asked.page, &VersionsPage::placeChanged);
    QTest::keyClick(asked.text(), Qt::Key_N);
    QCOMPARE(said.last()[0].toString(), u"No patch follows"_s);
    QTest::keyClick(asked.text(), Qt::Key_P);
    QVERIFY(asked.current().contains("two"_L1));
    const auto &hunks = asked.text()->document().hunks();
    QCOMPARE(hunks.size(), 2);
    QTest::keyClick(asked.text(), Qt::Key_J);
    QCOMPARE(asked.text()->currentLine(), hunks[1]);
    QTest::keyClick(asked.text(), Qt::Key_K);
    QCOMPARE(asked.text()->currentLine(), hunks[0]);
}

void TestVersionsPage::theListLeadsToAPatchAndFoldsIt()
{
    Asked asked;
    asked.show("3.0");
    asked.page.compareWithPrevious();
    asked.answerComparison();
    ui::DiffOutline *list = asked.page.comparisonPane()->outline();
    const QRect row = list->visualItemRect(list->topLevelItem(1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(asked.current().contains("two"_L1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {row.left() + 6, row.center().y()});
    QVERIFY(asked.text()->isFolded(1));
}

void TestVersionsPage::thePatchIsAKeyAway()
{
    Asked asked;
    asked.show("3.0");
    asked.page.compareWithPrevious();
    asked.answerComparison();
    QVERIFY(QTest::qWaitForWindowActive(&asked.page));
    asked.text()->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(asked.text(), Qt::Key_N);
    QTest::keyClick(asked.text(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.messages.size(), 1);
    // It was dropped, so the older version has it.
    QCOMPARE(asked.messages[0][0].value<base::MessageIndex>(), asked.catalog->find("2.2@example.org"));
}

void TestVersionsPage::escapeGoesBackToTheOverview()
{
    Asked asked;
    asked.show("3.0");
    asked.page.compareWithPrevious();
    asked.answerComparison();
    QTest::keyClick(asked.text(), Qt::Key_Escape);
    QVERIFY(!asked.page.isComparing());
    QVERIFY(!asked.part<QToolButton>("versionsDifferences")->isChecked());
    // It is still there.
    const auto before = asked.comparisons.size();
    QTest::mouseClick(asked.part<QToolButton>("versionsDifferences"), Qt::LeftButton);
    QCOMPARE(asked.comparisons.size(), before);
    QVERIFY(!asked.text()->document().isEmpty());
}

void TestVersionsPage::aComparisonCanBeCancelledAndAskedForAgain()
{
    Asked asked;
    asked.show("3.0");
    asked.page.compareWithPrevious();
    QPushButton *action = nullptr;
    for (QPushButton *button : asked.page.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().contains("Cancel"_L1))
            action = button;
    }
    QVERIFY(action);
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(asked.versions(), qMakePair(0, 0));
    QVERIFY(action->text().contains("Again"_L1));
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(asked.versions(), qMakePair(2, 3));
}

void TestVersionsPage::anErrorIsShownWithAWayToTryAgain()
{
    Asked asked;
    asked.show("3.0");
    asked.page.compareWithPrevious();
    const auto before = asked.comparisons.size();
    asked.page.showComparisonError({base::ErrorCode::Unreadable, u"the disk is gone"_s, {}, {}});
    QPushButton *again = nullptr;
    for (QPushButton *button : asked.page.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().contains("Again"_L1))
            again = button;
    }
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(asked.comparisons.size(), before + 1);
}

void TestVersionsPage::aComparisonThatNobodyWaitsForIsPassedOver()
{
    Asked asked;
    asked.show("3.0");
    asked.page.compareWithPrevious();
    const auto older = asked.comparisons.last()[0].value<base::SeriesIndex>();
    QTest::keyClick(asked.page.olderChoice(), Qt::Key_End);
    asked.page.setComparison(
        {older,
         asked.comparisons.last()[1].value<base::SeriesIndex>(),
         std::make_shared<const ui::MessageDocument>(ui::MessageDocument::ofRemark(u"of before"_s)),
         {},
         {}});
    QVERIFY(asked.text()->document().isEmpty());
    QCOMPARE(asked.versions(), qMakePair(1, 3));
}

void TestVersionsPage::anotherMessageOfTheSeriesMovesTheText()
{
    Asked asked;
    asked.show("2.1");
    asked.page.compareWithPrevious();
    asked.answerComparison();
    const QString before = asked.current();
    asked.show("2.2");
    QVERIFY(asked.page.isComparing());
    QVERIFY(asked.current() != before);
}

void TestVersionsPage::theCoverLetterMovesTheTextToItsOwnDifferences()
{
    Asked asked;
    asked.show("2.1");
    asked.page.compareWithPrevious();
    asked.answerComparison();
    QVERIFY(!asked.current().contains("Cover letter"_L1));
    asked.show("2.0");
    QVERIFY(asked.current().contains("Cover letter"_L1));
}

void TestVersionsPage::aCoverLetterThatIsNotComparedLeavesTheText()
{
    Asked asked;
    asked.show("2.1");
    asked.page.compareWithPrevious();
    asked.answerComparison();
    const QString before = asked.current();
    QVERIFY(!before.isEmpty());
    asked.show("3.0");
    QCOMPARE(asked.current(), before);
}

void TestVersionsPage::onlyWhereTheReaderGoesIsSaid()
{
    Asked asked;
    asked.show("2.1");
    QSignalSpy said(&asked.page, &VersionsPage::placeChanged);
    const auto saysNothing = [&said] {
        return std::all_of(said.begin(), said.end(),
                           [](const QVariantList &said) { return said[0].toString().isEmpty(); });
    };
    asked.page.compareWithPrevious();
    asked.answerComparison();
    asked.show("2.2");
    QVERIFY(saysNothing());
    QVERIFY(QTest::qWaitForWindowActive(&asked.page));
    asked.text()->setFocus();
    QTest::keyClick(asked.text(), Qt::Key_P);
    QCOMPARE(said.last()[0].toString(), asked.current());
    asked.page.setComparing(false);
    QCOMPARE(said.last()[0].toString(), QString());
}

void TestVersionsPage::anArchiveReadAgainLeavesTheComparison()
{
    Asked asked;
    asked.show("3.1");
    asked.page.compareWithPrevious();
    asked.answerComparison();
    const auto document = asked.text()->sharedDocument();
    const auto before = asked.comparisons.size();
    asked.catalog = catalogFrom(threeVersions + u"\n\"b\" @bob p"_s);
    asked.show("3.1");
    QCOMPARE(asked.text()->sharedDocument(), document);
    QCOMPARE(asked.comparisons.size(), before);
    QVERIFY(asked.page.isComparing());
}

void TestVersionsPage::oneVersionHasNothingToCompare()
{
    Asked asked;
    asked.catalog = catalogFrom(u"\"a\" @ada 0 1"_s);
    asked.show("1.1");
    QVERIFY(asked.tables.isEmpty());
    QVERIFY(!asked.page.hasPreviousVersion());
    QVERIFY(!asked.part<QToolButton>("versionsDifferences")->isVisible());
    // And says so in the room that the table of patches would have.
    const auto *state = asked.part<ui::PaneState>("patchTableState");
    QVERIFY(state->isVisible());
    QVERIFY(!state->isShowingContent());
}

void TestVersionsPage::aLowPageHasRowsInsteadOfTheLegend()
{
    Asked asked;
    asked.show("2.1");
    asked.answerTable();
    const auto *legend = asked.part<QLabel>("patchTableLegend");
    QVERIFY(legend->isVisible());
    asked.page.resize(420, 180);
    QTRY_VERIFY(!legend->isVisible());
    asked.page.resize(760, 640);
    QTRY_VERIFY(legend->isVisible());
}

void TestVersionsPage::belowTheLastPatchTheTableHasOneGround()
{
    Asked asked;
    asked.show("2.1");
    asked.answerTable();
    QWidget *titles = asked.page.patchTable()->verticalHeader()->viewport();
    QWidget *cells = asked.page.patchTable()->viewport();
    const QColor base = asked.page.palette().color(QPalette::Base);
    QCOMPARE(titles->grab().toImage().pixelColor(8, titles->height() - 4), base);
    QCOMPARE(cells->grab().toImage().pixelColor(8, cells->height() - 4), base);
}

void TestVersionsPage::aNarrowListOfVersionsIsCutRatherThanScrolled()
{
    Asked asked;
    asked.show("2.1");
    asked.answerTable();
    auto *table = asked.part<QTreeView>("versionsTable");
    asked.page.resize(460, 640);
    QTRY_COMPARE(table->header()->length(), table->viewport()->width());
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    QVERIFY(table->header()->sectionSize(table->header()->count() - 1) > 20);
}

QTEST_MAIN(TestVersionsPage)
#include "tst_versionspage.moc"
