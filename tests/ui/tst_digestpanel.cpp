// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel asks for and says while it waits, and how its fields share the room.
#include "tests/ui/digestdesk.h"
#include "ui/panestate.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;

class TestDigestPanel : public QObject, private tests::DigestDesk
{
    Q_OBJECT

private slots:
    void init() { makePanel(); }

    void everyControlHasANameForAssistiveTools();
    void asksForWhatIsChosen();
    void datesMeanWholeDays();
    void datesInTheWrongOrderCannotBeBuilt();
    void revisionsAreOfferedOnlyWhereThereAreAny();
    void aPastedRangeFillsBothFields();
    void aTypedRangeGoesOnInTheSecondField();
    void nothingIsOfferedThatCannotBeBuilt();
    void optionsSetAreOptionsGot();
    void buildingShowsProgressAndCancels();
    void cancellingBringsBackWhatWasThere();
    void anErrorIsShownAndCanBeTriedAgain();
    void anotherFormatIsBuiltAtOnce();
    void whatIsChosenWhileBuildingIsBuiltNext();
    void aChangedRangeIsSaid();
    void problemsAreCounted();
    void withoutAnArchiveNothingCanBeAsked();
    void aLowPanelPutsTheWaysOutBesideTheFields();
    void aLowAndWidePanelPutsEverythingInOneRow();
    void theFieldsAreLabelledWhereThereIsRoom();
    void thePaletteIsFollowed();
};

void TestDigestPanel::everyControlHasANameForAssistiveTools()
{
    for (const char *name : {"digestRange", "digestSince", "digestUntil", "digestFrom", "digestTo",
                             "digestLayout", "digestFormat", "digestList", "digestTop", "digestCopy",
                             "digestSave", "digestPrint", "digestRendered", "digestSource", "digestPage"}) {
        const auto *control = m_panel->findChild<QWidget *>(QLatin1StringView(name));
        QVERIFY2(control, name);
        QVERIFY2(!control->accessibleName().isEmpty(), name);
    }
}

void TestDigestPanel::asksForWhatIsChosen()
{
    QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    choose(u"digestLayout"_s, u"Classic"_s);
    choose(u"digestFormat"_s, u"Markdown"_s);
    find<QLineEdit>(u"digestList"_s)->setText(u" devel "_s);
    find<QSpinBox>(u"digestTop"_s)->setValue(7);
    QCOMPARE(asked.size(), 0); // nothing is built unasked
    find<QPushButton>(u"digestBuild"_s)->click();
    QCOMPARE(asked.size(), 1);
    DigestOptions expected;
    expected.layout = digest::Layout::Classic;
    expected.format = digest::Format::Markdown;
    expected.list = u"devel"_s;
    expected.top = 7;
    QCOMPARE(asked[0][0].value<DigestOptions>(), expected);
    QVERIFY(!find<QPushButton>(u"digestBuild"_s)->isEnabled()); // until there is an answer
}

void TestDigestPanel::datesMeanWholeDays()
{
    choose(u"digestRange"_s, u"Dates"_s);
    find<QDateEdit>(u"digestSince"_s)->setDate(QDate(2025, 5, 20));
    find<QDateEdit>(u"digestUntil"_s)->setDate(QDate(2025, 5, 20));
    const DigestOptions options = m_panel->options();
    QCOMPARE(options.range, DigestOptions::Range::Dates);
    QCOMPARE(options.from, u"2025-05-20"_s);
    QCOMPARE(options.to, u"2025-05-20"_s);
    QCOMPARE(*options.since, 1747699200);
    QCOMPARE(*options.until, 1747699200 + 86399);
}

void TestDigestPanel::datesInTheWrongOrderCannotBeBuilt()
{
    QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    choose(u"digestRange"_s, u"Dates"_s);
    m_panel->setDates(1747699200, 1747699200 - 86400);
    QVERIFY(!find<QPushButton>(u"digestBuild"_s)->isEnabled());
    QVERIFY(!find<QLabel>(u"digestStatus"_s)->text().isEmpty());
    m_panel->requestDigest();
    QCOMPARE(asked.size(), 0);
    find<QDateEdit>(u"digestUntil"_s)->setDate(QDate(2025, 5, 21));
    QVERIFY(find<QPushButton>(u"digestBuild"_s)->isEnabled());
}

void TestDigestPanel::revisionsAreOfferedOnlyWhereThereAreAny()
{
    auto *box = find<QComboBox>(u"digestRange"_s);
    QCOMPARE(box->findText(u"Revisions"_s), -1);
    m_panel->setHasRevisions(true);
    m_panel->setHasRevisions(true);
    QCOMPARE(box->count(), 3);
    choose(u"digestRange"_s, u"Revisions"_s);
    QVERIFY(!find<QPushButton>(u"digestBuild"_s)->isEnabled()); // none typed
    find<QLineEdit>(u"digestTo"_s)->setText(u"HEAD"_s);
    QVERIFY(find<QPushButton>(u"digestBuild"_s)->isEnabled());
    m_panel->setHasRevisions(false);
    QCOMPARE(box->findText(u"Revisions"_s), -1);
    QCOMPARE(m_panel->options().range, DigestOptions::Range::Shown);
}

void TestDigestPanel::aPastedRangeFillsBothFields()
{
    m_panel->setHasRevisions(true);
    choose(u"digestRange"_s, u"Revisions"_s);
    find<QLineEdit>(u"digestFrom"_s)->setText(u"0123abc..HEAD~2"_s);
    QCOMPARE(m_panel->options().from, u"0123abc"_s);
    QCOMPARE(m_panel->options().to, u"HEAD~2"_s);
    // Another one replaces it.
    find<QLineEdit>(u"digestFrom"_s)->setText(u"a..b"_s);
    QCOMPARE(m_panel->options().from, u"a"_s);
    QCOMPARE(m_panel->options().to, u"b"_s);
}

void TestDigestPanel::aTypedRangeGoesOnInTheSecondField()
{
    m_panel->setHasRevisions(true);
    choose(u"digestRange"_s, u"Revisions"_s);
    m_panel->activateWindow();
    auto *from = find<QLineEdit>(u"digestFrom"_s);
    from->setFocus();
    QVERIFY(QTest::qWaitFor([from] { return from->hasFocus(); }));
    QTest::keyClicks(from, u"HEAD~1.."_s);
    auto *to = find<QLineEdit>(u"digestTo"_s);
    QVERIFY(to->hasFocus());
    QTest::keyClicks(to, u"HEAD"_s);
    QCOMPARE(m_panel->options().from, u"HEAD~1"_s);
    QCOMPARE(m_panel->options().to, u"HEAD"_s);
}

void TestDigestPanel::nothingIsOfferedThatCannotBeBuilt()
{
    m_panel->setHasRevisions(true);
    auto *build = find<PaneState>(u"digestPane"_s)->findChild<QPushButton *>();
    QVERIFY(build->isVisible());
    choose(u"digestRange"_s, u"Revisions"_s);
    QVERIFY(!build->isVisible()); // none typed
    find<QLineEdit>(u"digestTo"_s)->setText(u"HEAD"_s);
    QVERIFY(build->isVisible());
}

void TestDigestPanel::optionsSetAreOptionsGot()
{
    QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    m_panel->setHasRevisions(true);
    DigestOptions options;
    options.range = DigestOptions::Range::Revisions;
    options.from = u"a"_s;
    options.to = u"b"_s;
    options.list = u"devel"_s;
    options.layout = digest::Layout::Classic;
    options.format = digest::Format::Json;
    options.top = 3;
    m_panel->setOptions(options);
    QCOMPARE(m_panel->options(), options);
    DigestOptions dates;
    dates.range = DigestOptions::Range::Dates;
    dates.since = 1747699200;
    dates.until = 1747699200 + 3 * 86400 - 1;
    dates.from = u"2025-05-20"_s;
    dates.to = u"2025-05-22"_s;
    m_panel->setOptions(dates);
    QCOMPARE(m_panel->options(), dates);
    QCOMPARE(asked.size(), 0);
}

void TestDigestPanel::buildingShowsProgressAndCancels()
{
    QSignalSpy cancelled(m_panel.get(), &DigestPanel::cancelRequested);
    QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    m_panel->requestDigest();
    m_panel->showBuilding(u"reading messages"_s, 3, 10);
    auto *pane = find<PaneState>(u"digestPane"_s);
    QVERIFY(!pane->isShowingContent());
    QCOMPARE(find<QLabel>(u"paneStateSentence"_s)->text(), u"Reading messages"_s);
    find<QPushButton>(u"paneStateAction"_s)->click();
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(asked.size(), 1);
    m_panel->showError({base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}});
    QVERIFY(find<QPushButton>(u"digestBuild"_s)->isEnabled());
    QVERIFY(!m_panel->hasDigest());
}

void TestDigestPanel::cancellingBringsBackWhatWasThere()
{
    m_panel->setDigest("the old one\n", "the old one\n", "<p>the old one</p>");
    m_panel->requestDigest();
    QVERIFY(!find<QToolButton>(u"digestCopy"_s)->isEnabled());
    m_panel->showError({base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}});
    QVERIFY(find<PaneState>(u"digestPane"_s)->isShowingContent());
    QVERIFY(find<QToolButton>(u"digestCopy"_s)->isEnabled());
    QCOMPARE(source(), u"the old one\n"_s);
}

void TestDigestPanel::anErrorIsShownAndCanBeTriedAgain()
{
    QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    m_panel->setDigest("old\n", "old\n", "<p>old</p>");
    m_panel->requestDigest();
    m_panel->showError({base::ErrorCode::NoSuchRevision, u"there is no revision xyz"_s, {}, u"check it"_s});
    QCOMPARE(find<QLabel>(u"paneStateSentence"_s)->text().toLower(), u"there is no revision xyz"_s);
    QVERIFY(!find<QToolButton>(u"digestSave"_s)->isEnabled()); // what is not shown is not saved
    find<QPushButton>(u"paneStateAction"_s)->click();
    QCOMPARE(asked.size(), 2);
}

void TestDigestPanel::anotherFormatIsBuiltAtOnce()
{
    QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    m_panel->requestDigest();
    m_panel->setDigest("text\n", "text\n", "<p>text</p>");
    QCOMPARE(asked.size(), 1);
    choose(u"digestFormat"_s, u"JSON"_s);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0].value<DigestOptions>().format, digest::Format::Json);
}

void TestDigestPanel::whatIsChosenWhileBuildingIsBuiltNext()
{
    QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    m_panel->requestDigest();
    choose(u"digestLayout"_s, u"Classic"_s);
    QCOMPARE(asked.size(), 1);
    m_panel->setDigest("full\n", "full\n", "<p>full</p>");
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0].value<DigestOptions>().layout, digest::Layout::Classic);
    m_panel->setDigest("classic\n", "classic\n", "<p>classic</p>");
    QCOMPARE(asked.size(), 2);
    QCOMPARE(source(), u"classic\n"_s);
}

void TestDigestPanel::aChangedRangeIsSaid()
{
    m_panel->setShownRange(u"May 2025"_s);
    m_panel->requestDigest();
    m_panel->setDigest("a\n", "a\n", "<p>a</p>");
    auto *status = find<QLabel>(u"digestStatus"_s);
    QVERIFY(status->text().contains("1 line"_L1));
    m_panel->setShownRange(u"June 2025"_s);
    QVERIFY(status->text().contains("changed"_L1));
}

void TestDigestPanel::problemsAreCounted()
{
    QSignalSpy wanted(m_panel.get(), &DigestPanel::problemsRequested);
    auto *button = find<QToolButton>(u"digestProblems"_s);
    m_panel->setDigest("a\n", "a\n", "<p>a</p>");
    QVERIFY(!button->isVisible());
    m_panel->setDigest("a\n", "a\n", "<p>a</p>", 2);
    QVERIFY(button->isVisible());
    QVERIFY(button->text().contains("2 problems"_L1));
    button->click();
    QCOMPARE(wanted.size(), 1);
}

void TestDigestPanel::withoutAnArchiveNothingCanBeAsked()
{
    QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    m_panel->setHasArchive(false);
    QVERIFY(!find<QPushButton>(u"digestBuild"_s)->isEnabled());
    const auto offered = [this] {
        QStringList texts;
        const auto buttons = find<PaneState>(u"digestPane"_s)->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons) {
            if (button->isVisibleTo(m_panel.get()))
                texts.append(button->text());
        }
        return texts;
    };
    QCOMPARE(offered(), QStringList());
    m_panel->requestDigest();
    QCOMPARE(asked.size(), 0);
    m_panel->setHasArchive(true);
    QCOMPARE(offered(), QStringList(u"Build the Digest"_s));
    m_panel->requestDigest();
    QCOMPARE(asked.size(), 1);
}

void TestDigestPanel::aLowPanelPutsTheWaysOutBesideTheFields()
{
    const auto middle = [this](const QString &name) {
        const auto *widget = find<QWidget>(name);
        return widget->mapTo(m_panel.get(), widget->rect().center()).y();
    };
    m_panel->setDigest("A digest.\n", "A digest.\n", "<p>A digest.</p>\n");
    m_panel->resize(700, 400);
    m_panel->show();
    QTRY_VERIFY(middle(u"digestCopy"_s) > middle(u"digestPane"_s));
    const int high = find<QWidget>(u"digestPane"_s)->height();
    m_panel->resize(700, 160);
    QTRY_VERIFY(qAbs(middle(u"digestCopy"_s) - middle(u"digestLayout"_s)) <= 2);
    // The lines that are gained are the preview's.
    QVERIFY(high - find<QWidget>(u"digestPane"_s)->height() < 400 - 160);
    QTest::mouseClick(find<QToolButton>(u"digestCopy"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"A digest.\n"_s);
}

void TestDigestPanel::aLowAndWidePanelPutsEverythingInOneRow()
{
    const auto middle = [this](const QString &name) {
        const auto *widget = find<QWidget>(name);
        return widget->mapTo(m_panel.get(), widget->rect().center());
    };
    const QStringList names{u"digestRange"_s, u"digestBuild"_s, u"digestLayout"_s, u"digestFormat"_s,
                            u"digestList"_s,  u"digestTop"_s,   u"digestCopy"_s,   u"digestSave"_s};
    m_panel->setDigest("A digest.\n", "A digest.\n", "<p>A digest.</p>\n");
    m_panel->resize(600, 160);
    m_panel->show();
    QTRY_VERIFY(middle(u"digestLayout"_s).y() > middle(u"digestRange"_s).y() + 8);
    const int least = m_panel->minimumSizeHint().width();
    const int low = find<QWidget>(u"digestPane"_s)->height();
    m_panel->resize(2 * m_panel->sizeHint().width(), 160);
    for (const QString &name : names)
        QTRY_VERIFY2(qAbs(middle(name).y() - middle(u"digestRange"_s).y()) <= 2, qPrintable(name));
    for (int i = 1; i < names.size(); ++i)
        QVERIFY2(middle(names[i - 1]).x() < middle(names[i]).x(), qPrintable(names[i]));
    QVERIFY(find<QWidget>(u"digestPane"_s)->height() > low);
    // The keys go the way that the eyes go.
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    find<QWidget>(u"digestBuild"_s)->setFocus();
    QTest::keyClick(m_panel.get(), Qt::Key_Tab);
    QVERIFY(find<QWidget>(u"digestLayout"_s)->hasFocus());
    // It can be made as narrow again as it was.
    QCOMPARE(m_panel->minimumSizeHint().width(), least);
    m_panel->resize(least, 160);
    QTRY_VERIFY(middle(u"digestLayout"_s).y() > middle(u"digestRange"_s).y() + 8);
    // And with height the rows stand apart whatever the width.
    m_panel->resize(2 * m_panel->sizeHint().width(), 500);
    QTRY_VERIFY(middle(u"digestLayout"_s).y() > middle(u"digestRange"_s).y() + 8);
}

void TestDigestPanel::theFieldsAreLabelledWhereThereIsRoom()
{
    const QList<QLabel *> all = m_panel->findChildren<QLabel *>();
    QList<QLabel *> labels;
    std::copy_if(all.begin(), all.end(), std::back_inserter(labels),
                 [](const QLabel *label) { return label->buddy() != nullptr; });
    QCOMPARE(labels.size(), 3);
    m_panel->resize(900, 400);
    m_panel->show();
    for (const QLabel *label : labels)
        QTRY_VERIFY(label->isVisible());
    // Labels make way; the panel can be as narrow with them as without.
    const int least = m_panel->minimumSizeHint().width();
    m_panel->resize(least, 400);
    QTRY_COMPARE(m_panel->width(), least);
    for (const QLabel *label : labels)
        QTRY_VERIFY(!label->isVisible());
    QCOMPARE(m_panel->minimumSizeHint().width(), least);
}

void TestDigestPanel::thePaletteIsFollowed()
{
    auto *status = find<QLabel>(u"digestStatus"_s);
    applyAppearance(Appearance::Light);
    QCoreApplication::processEvents();
    const QColor light = status->palette().color(QPalette::WindowText);
    applyAppearance(Appearance::Dark);
    QCoreApplication::processEvents();
    const QColor dark = status->palette().color(QPalette::WindowText);
    QVERIFY(light != dark);
    QVERIFY(contrastRatio(dark, status->palette().color(QPalette::Window)) >= 4.5);
    applyAppearance(Appearance::Light);
}

QTEST_MAIN(TestDigestPanel)
#include "tst_digestpanel.moc"
