// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/digestpanel.h"
#include "ui/pagepreview.h"
#include "ui/panestate.h"
#include "ui/textpreview.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;

class TestDigestPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();

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
    void copyPutsBothFlavoursOnTheClipboard();
    void savingHandsOverTheWholeBytes();
    void fileNamesAreAsciiAndSafe_data();
    void fileNamesAreAsciiAndSafe();
    void problemsAreCounted();
    void savingBuildsWhatIsNotThereYet();
    void aDigestThatFailsIsNotSaved();
    void textIsShownInTheMailFont();
    void steeringCharactersAreShown();
    void htmlIsShownAsAPageOrAsSource();
    void htmlLoadsNothingAndFollowsNothing();
    void ofLongHtmlThePageShowsTheBeginning();
    void boxesWithoutWordsLeaveNoBlankLines();
    void longTextComesInPieces();
    void printingWritesPages();
    void thePrintPreviewHasRoomForItsTools();
    void withoutAnArchiveNothingCanBeAsked();
    void aLowPanelPutsTheWaysOutBesideTheFields();
    void aLowAndWidePanelPutsEverythingInOneRow();
    void theFieldsAreLabelledWhereThereIsRoom();
    void thePaletteIsFollowed();

private:
    template <class T>
    T *find(const QString &name) const
    {
        T *child = m_panel->findChild<T *>(name);
        Q_ASSERT(child);
        return child;
    }
    void choose(const QString &box, const QString &text) const
    {
        auto *combo = find<QComboBox>(box);
        const int index = combo->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        combo->setCurrentIndex(index);
    }
    QString source() const { return find<TextPreview>(u"digestSource"_s)->toPlainText(); }

    std::unique_ptr<DigestPanel> m_panel;
};

void TestDigestPanel::init()
{
    m_panel = std::make_unique<DigestPanel>();
    m_panel->resize(600, 260);
    m_panel->show();
    QCoreApplication::processEvents();
}

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

void TestDigestPanel::copyPutsBothFlavoursOnTheClipboard()
{
    QVERIFY(!find<QToolButton>(u"digestCopy"_s)->isEnabled());
    m_panel->setDigest("{}", QByteArray("plain \xc3\xa4\n"), QByteArray("<p>rich \xc3\xa4</p>"));
    find<QToolButton>(u"digestCopy"_s)->click();
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"plain ä\n"_s);
    QCOMPARE(data->html(), u"<p>rich ä</p>"_s);
}

void TestDigestPanel::savingHandsOverTheWholeBytes()
{
    QSignalSpy saved(m_panel.get(), &DigestPanel::saveRequested);
    m_panel->saveTo(u"/nowhere/a.txt"_s);
    QCOMPARE(saved.size(), 0);
    const QByteArray bytes = QByteArray("line with a \xe2\x80\xae mark\n").repeated(50000);
    m_panel->setDigest(bytes, "plain", "<p>html</p>");
    m_panel->saveTo(u"/nowhere/a.txt"_s); // before the preview is complete
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved[0][0].toString(), u"/nowhere/a.txt"_s);
    QCOMPARE(saved[0][1].toByteArray(), bytes);
}

void TestDigestPanel::fileNamesAreAsciiAndSafe_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("name");
    QTest::newRow("revisions") << u"kernel"_s << u"0123456789abcdef0123456789abcdef01234567"_s << u"HEAD"_s
                               << u"digest-kernel-0123456789ab_HEAD.txt"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"a/../b"_s << QString()
                          << u"digest-etc-passwd-a-b.txt"_s;
    QTest::newRow("accents") << u"Größe\u202E élan"_s << u"a"_s << u"b"_s << u"digest-Gro-e-elan-a_b.txt"_s;
    QTest::newRow("nothing") << u"…"_s << QString() << u"~"_s << u"digest.txt"_s;
    QTest::newRow("archive's name") << QString() << u"a"_s << u"b"_s << u"digest-my-archive-a_b.txt"_s;
}

void TestDigestPanel::fileNamesAreAsciiAndSafe()
{
    QFETCH(QString, list);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, name);
    m_panel->setHasRevisions(true);
    m_panel->setListName(u"my archive"_s);
    DigestOptions options;
    options.range = DigestOptions::Range::Revisions;
    options.list = list;
    options.from = from;
    options.to = to;
    m_panel->setOptions(options);
    QCOMPARE(m_panel->proposedFileName(), name);
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

void TestDigestPanel::savingBuildsWhatIsNotThereYet()
{
    const QSignalSpy asked(m_panel.get(), &DigestPanel::digestRequested);
    const QSignalSpy saved(m_panel.get(), &DigestPanel::saveRequested);
    const auto dialog = [this] { return m_panel->findChild<QFileDialog *>(u"saveDigestDialog"_s); };
    m_panel->save();
    m_panel->save(); // somebody who is in a hurry
    QVERIFY(!asked.isEmpty());
    QVERIFY(!dialog());
    m_panel->showBuilding(u"Reading"_s, 1, 2);
    m_panel->setDigest("a\n", "a\n", "<p>a</p>");
    QTRY_VERIFY(dialog());
    QCOMPARE(m_panel->findChildren<QFileDialog *>().size(), 1);
    QTemporaryDir directory;
    const QString path = directory.filePath(u"digest.txt"_s);
    dialog()->selectFile(path);
    QMetaObject::invokeMethod(dialog(), "accept");
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved[0][0].toString(), path);
    QCOMPARE(saved[0][1].toByteArray(), "a\n");
}

void TestDigestPanel::aDigestThatFailsIsNotSaved()
{
    m_panel->save();
    m_panel->showBuilding(u"Reading"_s, 1, 2);
    base::Error cancelled;
    cancelled.code = base::ErrorCode::Cancelled;
    m_panel->showError(cancelled);
    m_panel->setDigest("a\n", "a\n", "<p>a</p>");
    QCoreApplication::processEvents();
    QVERIFY(!m_panel->findChild<QFileDialog *>(u"saveDigestDialog"_s));
}

void TestDigestPanel::textIsShownInTheMailFont()
{
    m_panel->setDigest("a\nb\n", "a\nb\n", "<p>a</p>");
    QCOMPARE(source(), u"a\nb\n"_s);
    const QFont font = find<TextPreview>(u"digestSource"_s)->font();
    QCOMPARE(font.family(), ui::mailFont().family());
    // What a font says of its pitch is not to be relied on.
    QCOMPARE(QFontMetrics(font).horizontalAdvance(u'i'), QFontMetrics(font).horizontalAdvance(u'W'));
}

void TestDigestPanel::steeringCharactersAreShown()
{
    m_panel->setDigest(QByteArray("evil \xe2\x80\xae txt\n"), "a\n", "<p>a</p>");
    QVERIFY(!source().contains(u'\u202E'));
    QVERIFY(source().contains("U+202E"_L1));
}

void TestDigestPanel::htmlIsShownAsAPageOrAsSource()
{
    choose(u"digestFormat"_s, u"HTML"_s);
    const QByteArray html = "<html><body><h1>Digest</h1></body></html>";
    m_panel->setDigest(html, "Digest\n", html);
    auto *page = find<PagePreview>(u"digestPage"_s);
    auto *toggle = find<QToolButton>(u"digestRendered"_s);
    QVERIFY(page->isVisible());
    QCOMPARE(page->toPlainText(), u"Digest"_s);
    toggle->click();
    QVERIFY(!page->isVisible());
    QCOMPARE(source(), QString::fromUtf8(html));
    choose(u"digestFormat"_s, u"Text"_s);
    m_panel->setDigest("Digest\n", "Digest\n", html);
    QVERIFY(!toggle->isVisible());
}

void TestDigestPanel::htmlLoadsNothingAndFollowsNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"secret.png"_s);
    QImage image(20, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(path));
    choose(u"digestFormat"_s, u"HTML"_s);
    const QByteArray html = "<html><body><img src='file://" + path.toUtf8() +
                            "' width='200' height='100'><p><a href='file://" + path.toUtf8() +
                            "'>link</a></p></body></html>";
    m_panel->setDigest(html, "a\n", html);
    auto *page = find<PagePreview>(u"digestPage"_s);
    QVERIFY(page->isVisible());
    const QImage shown = page->grab().toImage();
    for (int x = 0; x < shown.width(); ++x) {
        for (int y = 0; y < shown.height(); ++y)
            QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
    }
    page->setSource(QUrl::fromLocalFile(path));
    QVERIFY(page->toPlainText().contains("link"_L1)); // still the digest
    QVERIFY(!page->openLinks());
    QVERIFY(!page->openExternalLinks());
}

void TestDigestPanel::ofLongHtmlThePageShowsTheBeginning()
{
    choose(u"digestFormat"_s, u"HTML"_s);
    const auto html = [](int lines) {
        return "<html><body>\n<pre>" + QByteArray("line \xc3\xa4\n").repeated(lines) +
               "</pre></body></html>\n";
    };
    auto *page = find<PagePreview>(u"digestPage"_s);
    auto *status = find<QLabel>(u"digestStatus"_s);
    auto *toggle = find<QToolButton>(u"digestRendered"_s);
    const auto complete = [page] {
        QSignalSpy completed(page, &PagePreview::completed);
        return page->isComplete() || completed.wait(60000);
    };
    m_panel->setDigest(html(100), "a\n", "<p>a</p>");
    QVERIFY(page->isVisible());
    QCOMPARE(page->document()->blockCount(), 100);
    QVERIFY(!status->text().contains("beginning"_L1));
    m_panel->setDigest(html(100000), "a\n", "<p>a</p>");
    QVERIFY(page->isVisible());
    QVERIFY(complete());
    QVERIFY(page->document()->blockCount() > 10000);
    QVERIFY(page->document()->blockCount() < 50000);
    QCOMPARE(page->document()->lastBlock().text(), u"line ä"_s);
    QVERIFY(status->text().contains("beginning"_L1));
    // The source is all of it, and what is chosen stays chosen.
    toggle->click();
    QVERIFY(!page->isVisible());
    QVERIFY(source().startsWith("<html>"_L1));
    QVERIFY(!status->text().contains("beginning"_L1));
    m_panel->setDigest(html(2), "a\n", "<p>a</p>");
    QVERIFY(!page->isVisible());
}

void TestDigestPanel::boxesWithoutWordsLeaveNoBlankLines()
{
    choose(u"digestFormat"_s, u"HTML"_s);
    const QByteArray html =
        "<html><body><p>one<div class=\"bar\" style=\"width:50%\"></div></p><p>two</p></body></html>";
    m_panel->setDigest(html, "a\n", html);
    QCOMPARE(find<PagePreview>(u"digestPage"_s)->toPlainText(), u"one\ntwo"_s);
    find<QToolButton>(u"digestRendered"_s)->click();
    QVERIFY(source().contains("class=\"bar\""_L1)); // the source is what is saved
}

void TestDigestPanel::longTextComesInPieces()
{
    QByteArray text;
    for (int i = 0; text.size() < 2 * 1024 * 1024; ++i)
        text += "line number " + QByteArray::number(i) + " \xf0\x9f\x93\xac\n";
    auto *preview = find<TextPreview>(u"digestSource"_s);
    QSignalSpy completed(preview, &TextPreview::completed);
    m_panel->setDigest(text, text, "<p>a</p>");
    QVERIFY(!preview->isComplete());
    QVERIFY(source().startsWith("line number 0 "_L1)); // the beginning is there at once
    QVERIFY(completed.wait(60000));
    QCOMPARE(source().toUtf8(), text);
    // A new text ends what was still coming of the old one.
    m_panel->setDigest(text, text, "<p>a</p>");
    m_panel->setDigest("short\n", "short\n", "<p>a</p>");
    QCoreApplication::processEvents();
    QCOMPARE(source(), u"short\n"_s);
}

void TestDigestPanel::printingWritesPages()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"digest.pdf"_s);
    m_panel->setDigest(QByteArray("a line of the digest\n").repeated(300), "a\n", "<p>a</p>");
    {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        m_panel->printTo(&printer);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.count("/Type /Page\n") + pdf.count("/Type /Page ") > 2);
}

void TestDigestPanel::thePrintPreviewHasRoomForItsTools()
{
    m_panel->setDigest("a line of the digest\n", "a\n", "<p>a</p>");
    bool isRoomy = false;
    bool isOnScreen = false;
    QMetaObject::invokeMethod(
        this,
        [&] {
            auto *preview = qobject_cast<QPrintPreviewDialog *>(QApplication::activeModalWidget());
            if (!preview)
                return;
            isRoomy = QTest::qWaitForWindowExposed(preview);
            const auto rest = preview->findChildren<QToolButton *>(u"qt_toolbar_ext_button"_s);
            for (const QToolButton *button : rest)
                isRoomy = isRoomy && !button->isVisible();
            isOnScreen =
                preview->height() >= 600 && preview->screen()->geometry().contains(preview->geometry());
            preview->reject();
        },
        Qt::QueuedConnection);
    m_panel->print();
    QVERIFY(isRoomy);
    QVERIFY(isOnScreen);
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
