// SPDX-License-Identifier: GPL-3.0-or-later
// A digest that is there: shown as text or page, copied, saved and printed.
#include "tests/ui/digestdesk.h"
#include "ui/pagepreview.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;

class TestDigestOutput : public QObject, private tests::DigestDesk
{
    Q_OBJECT

private slots:
    void init() { makePanel(); }

    void copyPutsBothFlavoursOnTheClipboard();
    void savingHandsOverTheWholeBytes();
    void fileNamesAreAsciiAndSafe_data();
    void fileNamesAreAsciiAndSafe();
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
};

void TestDigestOutput::copyPutsBothFlavoursOnTheClipboard()
{
    QVERIFY(!find<QToolButton>(u"digestCopy"_s)->isEnabled());
    m_panel->setDigest("{}", QByteArray("plain \xc3\xa4\n"), QByteArray("<p>rich \xc3\xa4</p>"));
    find<QToolButton>(u"digestCopy"_s)->click();
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"plain ä\n"_s);
    QCOMPARE(data->html(), u"<p>rich ä</p>"_s);
}

void TestDigestOutput::savingHandsOverTheWholeBytes()
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

void TestDigestOutput::fileNamesAreAsciiAndSafe_data()
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

void TestDigestOutput::fileNamesAreAsciiAndSafe()
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

void TestDigestOutput::savingBuildsWhatIsNotThereYet()
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
    dialog()->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
    QMetaObject::invokeMethod(dialog(), "accept");
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved[0][0].toString(), path);
    QCOMPARE(saved[0][1].toByteArray(), "a\n");
    // The next one is proposed beside it.
    QTRY_VERIFY(!dialog());
    m_panel->save();
    QVERIFY(dialog());
    QCOMPARE(QFileInfo(dialog()->selectedFiles().constFirst()).absolutePath(), directory.path());
}

void TestDigestOutput::aDigestThatFailsIsNotSaved()
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

void TestDigestOutput::textIsShownInTheMailFont()
{
    m_panel->setDigest("a\nb\n", "a\nb\n", "<p>a</p>");
    QCOMPARE(source(), u"a\nb\n"_s);
    const QFont font = find<TextPreview>(u"digestSource"_s)->font();
    QCOMPARE(font.family(), ui::mailFont().family());
    // What a font says of its pitch is not to be relied on.
    QCOMPARE(QFontMetrics(font).horizontalAdvance(u'i'), QFontMetrics(font).horizontalAdvance(u'W'));
}

void TestDigestOutput::steeringCharactersAreShown()
{
    m_panel->setDigest(QByteArray("evil \xe2\x80\xae txt\n"), "a\n", "<p>a</p>");
    QVERIFY(!source().contains(u'\u202E'));
    QVERIFY(source().contains("U+202E"_L1));
}

void TestDigestOutput::htmlIsShownAsAPageOrAsSource()
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

void TestDigestOutput::htmlLoadsNothingAndFollowsNothing()
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

void TestDigestOutput::ofLongHtmlThePageShowsTheBeginning()
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

void TestDigestOutput::boxesWithoutWordsLeaveNoBlankLines()
{
    choose(u"digestFormat"_s, u"HTML"_s);
    const QByteArray html =
        "<html><body><p>one<div class=\"bar\" style=\"width:50%\"></div></p><p>two</p></body></html>";
    m_panel->setDigest(html, "a\n", html);
    QCOMPARE(find<PagePreview>(u"digestPage"_s)->toPlainText(), u"one\ntwo"_s);
    find<QToolButton>(u"digestRendered"_s)->click();
    QVERIFY(source().contains("class=\"bar\""_L1)); // the source is what is saved
}

void TestDigestOutput::longTextComesInPieces()
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

void TestDigestOutput::printingWritesPages()
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

void TestDigestOutput::thePrintPreviewHasRoomForItsTools()
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

QTEST_MAIN(TestDigestOutput)
#include "tst_digestoutput.moc"
