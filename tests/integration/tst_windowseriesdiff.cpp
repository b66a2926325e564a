// SPDX-License-Identifier: GPL-3.0-or-later
// The diffs of all patches of a series one below the other, in the real window.
#include "tests/integration/readingdesk.h"
#include "ui/messagetext.h"
#include "ui/messageview.h"
#include "ui/seriesview.h"

#include <QImage>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::threeList;
using tests::twoList;

class WindowSeriesDiffTest : public QObject, private tests::ReadingDesk
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        makeBuilder();
    }
    void theDiffOfACoverLetterIsThatOfItsSeries();
    void aKeyShowsTheWholeSeriesFromAnyOfItsPatches();
    void aHeadingInTheDiffOfASeriesLeadsToItsPatch();
    void headingsInTheDiffOfASeriesReachAcrossTheNumbers();
    void aFileIsFoldedByAKeyAsSoonAsTheDiffIsThere();
};

void WindowSeriesDiffTest::theDiffOfACoverLetterIsThatOfItsSeries()
{
    const auto made = reading("0@example.org", threeList());
    ui::MessageView *view = made->window.messageView();
    view->setCurrentTab(ui::MessageView::Tab::Diff);
    const auto *diff = view->findChild<ui::MessageText *>(u"messageDiff"_s);
    const auto document = [diff]() -> const ui::MessageDocument & { return diff->document(); };
    QTRY_COMPARE(document().files().size(), 2);
    const QString text = document().text();
    QVERIFY(text.contains(u"\n2 of 3 patches · 1 file "_s));
    QVERIFY(text.contains(u"\n1/3  frob: sort it\n"_s));
    QVERIFY(text.contains(u"\n2/3  missing\nThis patch is not in the archive.\n"_s));
    QVERIFY(text.contains(u"\n3/3  frob: sort it again\n"_s));
    QVERIFY(document().files()[0].path.startsWith("1  "_L1));
    QVERIFY(document().files()[1].path.startsWith("3  "_L1));
    QCOMPARE(view->findChild<QTreeWidget *>(u"messageFiles"_s)->topLevelItemCount(), 2);
    // It is copied as the patches have it.
    const QString copied = document().plainText(0, text.size());
    QVERIFY(copied.startsWith("diff --git"_L1));
    QVERIFY(!copied.contains(u"1/3"_s));
    // Side by side both halves say which patch it is.
    QTest::keyClick(made->window.seriesView(), Qt::Key_S);
    for (const char *name : {"messageDiffOld", "messageDiffNew"}) {
        const auto *side = view->findChild<ui::MessageText *>(QString::fromLatin1(name));
        QVERIFY(side->isVisible());
        QVERIFY(side->document().text().contains(u"\n3/3  frob: sort it again\n"_s));
    }
    // An answer has none, and a patch its own.
    QVERIFY(show(*made, "4@example.org"));
    QVERIFY(document().text().contains(u"This message has no diff."_s));
    QVERIFY(show(*made, "1@example.org"));
    QCOMPARE(document().files().size(), 1);
    QVERIFY(!document().text().contains(u"1/3"_s));
    QVERIFY(show(*made, "0@example.org"));
    QTRY_COMPARE(document().files().size(), 2);
}

void WindowSeriesDiffTest::aKeyShowsTheWholeSeriesFromAnyOfItsPatches()
{
    const auto made = reading("2@example.org", twoList());
    ui::MessageView *view = made->window.messageView();
    view->setCurrentTab(ui::MessageView::Tab::Diff);
    const auto *diff = view->findChild<ui::MessageText *>(u"messageDiff"_s);
    QCOMPARE(diff->document().files().size(), 1);
    const auto *button = view->findChild<QToolButton *>(u"messageWholeSeriesButton"_s);
    QVERIFY(button->isVisible());
    QVERIFY(!button->isChecked());

    QTest::keyClick(made->window.seriesView(), Qt::Key_A);
    QTRY_COMPARE(diff->document().files().size(), 2);
    QVERIFY(button->isChecked());
    const auto top = [diff] { return diff->document().lineText(diff->topLine()).toString(); };
    QCOMPARE(top(), u"2/2  frob: step 2"_s);

    // On to another patch it is the same, from its own place; what is folded stays so.
    const auto document = diff->sharedDocument();
    const_cast<ui::MessageText *>(diff)->setFolded(1, true);
    QVERIFY(show(*made, "1@example.org"));
    QCOMPARE(diff->sharedDocument(), document);
    QVERIFY(diff->isFolded(1));
    QCOMPARE(diff->topLine(), 0);
    QVERIFY(show(*made, "alone@example.org"));
    QCOMPARE(diff->document().files().size(), 1);
    QVERIFY(!button->isVisible());
    QVERIFY(show(*made, "2@example.org"));
    QTRY_COMPARE(diff->document().files().size(), 2);
    QCOMPARE(top(), u"2/2  frob: step 2"_s);

    // It is wanted for the next time, too.
    QVERIFY(made->settings.readingOptions().wholeSeries);
    QTest::keyClick(made->window.seriesView(), Qt::Key_A);
    QCOMPARE(diff->document().files().size(), 1);
    QVERIFY(!diff->document().text().contains(u"step 2"_s));
    QVERIFY(!made->settings.readingOptions().wholeSeries);
    view->setCurrentTab(ui::MessageView::Tab::Message);
    QVERIFY(!button->isVisible());
}

void WindowSeriesDiffTest::aHeadingInTheDiffOfASeriesLeadsToItsPatch()
{
    const auto made = reading("0@example.org", threeList());
    ui::MessageView *view = made->window.messageView();
    view->setCurrentTab(ui::MessageView::Tab::Diff);
    auto *diff = view->findChild<ui::MessageText *>(u"messageDiff"_s);
    QTRY_COMPARE(diff->document().files().size(), 2);
    // Of a patch that is missing it leads nowhere.
    diff->setFocus();
    const auto enterAt = [diff](const QString &heading) {
        const qsizetype offset = at(*diff, heading);
        diff->setSelection(offset, offset);
        QTest::keyClick(diff, Qt::Key_Return);
    };
    enterAt(u"2/3  missing"_s);
    QCOMPARE(made->shownMessage(), "0@example.org");
    enterAt(u"3/3  frob"_s);
    QTRY_COMPARE(made->shownMessage(), "3@example.org");
    QCOMPARE(diff->document().files().size(), 1);

    // By a click and side by side, too.
    QVERIFY(show(*made, "0@example.org"));
    QTest::keyClick(made->window.seriesView(), Qt::Key_S);
    auto *right = view->findChild<ui::MessageText *>(u"messageDiffNew"_s);
    QTRY_VERIFY(at(*right, u"1/3  frob"_s) >= 0);
    const QPoint place = right->characterRect(at(*right, u"1/3  frob"_s) + 3).center();
    QTest::mouseClick(right->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(made->shownMessage(), "1@example.org");
}

void WindowSeriesDiffTest::headingsInTheDiffOfASeriesReachAcrossTheNumbers()
{
    const auto made = reading("0@example.org", threeList());
    ui::MessageView *view = made->window.messageView();
    view->setCurrentTab(ui::MessageView::Tab::Diff);
    auto *diff = view->findChild<ui::MessageText *>(u"messageDiff"_s);
    QTRY_COMPARE(diff->document().files().size(), 2);
    const auto picture = [diff](const QString &heading) {
        const QRect place = diff->characterRect(at(*diff, heading));
        return diff->viewport()
            ->grab(QRect(0, place.top(), diff->viewport()->width(), place.height()))
            .toImage();
    };
    const QImage heading = picture(u"1/3  frob"_s);
    const QImage line = picture(u"+sorted"_s);
    QTest::keyClick(made->window.seriesView(), Qt::Key_L);
    QCOMPARE(picture(u"1/3  frob"_s), heading);
    QVERIFY(picture(u"+sorted"_s) != line);
}

void WindowSeriesDiffTest::aFileIsFoldedByAKeyAsSoonAsTheDiffIsThere()
{
    const auto made = reading("0@example.org", threeList());
    ui::MessageView *view = made->window.messageView();
    view->setCurrentTab(ui::MessageView::Tab::Diff);
    auto *diff = view->findChild<ui::MessageText *>(u"messageDiff"_s);
    QTRY_COMPARE(diff->document().files().size(), 2);
    diff->setFocus();
    // Above the first file is what the patches come to.
    QVERIFY(diff->document().files()[0].line > 0);
    QTest::keyClick(diff, Qt::Key_F);
    QVERIFY(diff->isFolded(0));
    QVERIFY(!diff->isFolded(1));
}

QTEST_MAIN(WindowSeriesDiffTest)
#include "tst_windowseriesdiff.moc"
