// SPDX-License-Identifier: GPL-3.0-or-later
// How series and messages leave the window: saved, dragged, copied.
#include "models/mail/message.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/banner.h"
#include "ui/dropoverlay.h"
#include "ui/seriesactions.h"
#include "ui/seriesview.h"
#include "ui/shortcuts.h"

#include <QClipboard>
#include <QDir>
#include <QDrag>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTextDocumentFragment>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace loredesk;
using app::SeriesOutlet;
using tests::ArchiveBuilder;
using tests::letter;
using tests::patchBody;
using tests::Program;

namespace {

const QByteArray Ada = "Ada <ada@example.org>";
const QByteArray Bob = "Bob <bob@example.com>";

/// What tests::frobList() has, a trailer that its giver did not send, and a series that lacks a patch.
QByteArrayList list()
{
    QByteArrayList mails = tests::frobList();
    mails << letter("frob-4@example.org", "Re: [PATCH 2/2] frob: sweep it", Bob, 5, "frob-2@example.org",
                    "Tested-by: Erin <erin@example.net>\n")
          << letter("part-1@example.org", "[PATCH v2 1/3] part: begin", Ada, 6, {}, patchBody("begun"))
          << letter("part-3@example.org", "[PATCH v2 3/3] part: end", Ada, 7, "part-1@example.org",
                    patchBody("ended"))
          << letter("talk@example.org", "talk", Bob, 8, {}, "From here on we talk.\n");
    return mails;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray loredeskAm(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(LOREDESK_BINARY), QStringList{u"am"_s} + arguments);
    process.closeWriteChannel();
    process.waitForFinished(60000);
    return process.exitStatus() == QProcess::NormalExit ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

class GettingOutTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_program.reset(); }

    void aSeriesIsSavedAsTheCommandWritesIt();
    void whatWasAppliedAndWhatNotIsTold();
    void severalSeriesAreSavedTogether();
    void missingPatchesAreAskedAbout();
    void aFileThatCannotBeWrittenIsSaid();
    void aConversationIsSavedAsItWasSent();
    void aSeriesIsDraggedOutAsAFile();
    void severalSeriesAreDraggedOutTogether();
    void letGoBeforeItIsReadyNothingIsDropped();
    void whatLacksPatchesIsNotDragged();
    void whatWasHandedOutGoesWithTheWindow();
    void everythingIsCopied();
    void severalRowsAreCopiedInTheirOrder();
    void shiftInAShortcutSelectsNothingMore();
    void theSelectionOutlivesARefresh();
    void theContextMenuOffersAllOfIt();

private:
    ui::SeriesView *tree() { return m_program->window.seriesView(); }
    QAction *action(const char *name)
    {
        return m_program->window.shortcuts()->find(QString::fromLatin1(name))->action;
    }
    void select(const QByteArrayList &ids, Qt::KeyboardModifier with = Qt::ControlModifier);
    QPoint placeOf(const QByteArray &id);
    /// Presses the action's own keys, and saves where the dialog asks.
    bool saveWith(const char *name, const QString &path);
    void dragFrom(const QByteArray &id, bool release);
    QByteArray copied(const char *name)
    {
        QApplication::clipboard()->clear();
        action(name)->trigger();
        return QApplication::clipboard()->text().toUtf8();
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    std::unique_ptr<Program> m_program;
    QString m_archive;
    QString m_trays;
    int m_files = 0;
};

void GettingOutTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
    m_builder = std::make_unique<ArchiveBuilder>();
}

void GettingOutTest::init()
{
    ++m_files;
    m_archive = m_builder->mbox(u"list-%1.mbox"_s.arg(m_files), list());
    m_trays = m_builder->path(u"out-%1"_s.arg(m_files));
    app::Places places;
    places.trays = m_trays;
    m_program = std::make_unique<Program>(m_builder->path(u"settings-%1.ini"_s.arg(m_files)), places);
    m_program->window.resize(1200, 800);
    QVERIFY(m_program->open({m_archive}));
    m_program->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_program->window));
}

QPoint GettingOutTest::placeOf(const QByteArray &id)
{
    const QModelIndex index =
        m_program->controller->series().indexOf(m_program->controller->loaded()->catalog->find(id));
    tree()->scrollTo(index);
    return tree()->visualRect(index).center();
}

void GettingOutTest::select(const QByteArrayList &ids, Qt::KeyboardModifier with)
{
    for (qsizetype i = 0; i < ids.size(); ++i)
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton,
                          i == 0 ? Qt::KeyboardModifiers() : Qt::KeyboardModifiers(with), placeOf(ids[i]));
}

bool GettingOutTest::saveWith(const char *name, const QString &path)
{
    m_program->window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_program->window))
        return false;
    tree()->setFocus();
    const QKeyCombination keys = action(name)->shortcut()[0];
    QTest::keyClick(tree(), keys.key(), keys.keyboardModifiers());
    auto *dialog = m_program->window.findChild<QFileDialog *>(u"saveMboxDialog"_s);
    if (!dialog)
        return false;
    auto *field = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    field->setText(path);
    QTest::keyClick(field, Qt::Key_Return);
    return true;
}

void GettingOutTest::aSeriesIsSavedAsTheCommandWritesIt()
{
    select({"frob-0@example.org"});
    QSignalSpy saved(&m_program->controller->outlet(), &SeriesOutlet::saved);
    const QString path = m_builder->path(u"saved-%1.mbox"_s.arg(m_files));
    QVERIFY(saveWith("saveSeriesAction", path));
    QVERIFY(saved.wait(20000));
    const QByteArray mbox = contentOf(path);
    QVERIFY(mbox.contains("Reviewed-by: Bob <bob@example.com>\n---\n"));
    QCOMPARE(mbox, loredeskAm({m_archive, u"frob-0@example.org"_s}));
    // The next one is proposed beside it.
    QTRY_VERIFY(!m_program->window.findChild<QFileDialog *>());
    action("saveSeriesAction")->trigger();
    const auto *next = m_program->window.findChild<QFileDialog *>();
    QVERIFY(next);
    QCOMPARE(next->directory().path(), QFileInfo(path).absolutePath());
}

void GettingOutTest::whatWasAppliedAndWhatNotIsTold()
{
    select({"frob-1@example.org"});
    QSignalSpy saved(&m_program->controller->outlet(), &SeriesOutlet::saved);
    QVERIFY(saveWith("saveSeriesAction", m_builder->path(u"told.mbox"_s)));
    QVERIFY(saved.wait(20000));
    const auto *text = m_program->window.banner()->findChild<QLabel *>(u"bannerText"_s);
    QCOMPARE(text->text(), u"2 patches written; 1 trailer of replies applied; 1 trailer not applied"_s);
    auto *details = m_program->window.banner()->findChild<QPushButton *>(u"bannerFirst"_s);
    QVERIFY(details->isVisible());
    QTest::mouseClick(details, Qt::LeftButton);
    const auto *report = m_program->window.findChild<QPlainTextEdit *>(u"textReportText"_s);
    QVERIFY(report && report->isVisible());
    QCOMPARE(report->toPlainText(),
             u"v1 of “tidy the frob” by Ada <ada@example.org>\n"
             "  1/2 frob: sort it\n    + Reviewed-by: Bob <bob@example.com>\n"
             "  2/2 frob: sweep it\n    ! not applied: Tested-by: Erin <erin@example.net>, sent by Bob "
             "<bob@example.com>"_s);
}

void GettingOutTest::severalSeriesAreSavedTogether()
{
    select({"widget@example.org", "frob-0@example.org"});
    QCOMPARE(tree()->selectedSeries().size(), 2);
    QSignalSpy saved(&m_program->controller->outlet(), &SeriesOutlet::saved);
    const QString path = m_builder->path(u"several.mbox"_s);
    QVERIFY(saveWith("saveSeriesAction", path));
    QVERIFY(saved.wait(20000));
    QCOMPARE(contentOf(path), loredeskAm({m_archive, u"widget@example.org"_s}) +
                                  loredeskAm({m_archive, u"frob-0@example.org"_s}));
}

void GettingOutTest::missingPatchesAreAskedAbout()
{
    select({"part-1@example.org"});
    const QString path = m_builder->path(u"part.mbox"_s);
    const auto box = [this] { return m_program->window.findChild<QMessageBox *>(u"missingPatchesBox"_s); };
    QVERIFY(saveWith("saveSeriesAction", path));
    QTRY_VERIFY_WITH_TIMEOUT(box(), 20000);
    const QString said = QTextDocumentFragment::fromHtml(box()->informativeText()).toPlainText();
    QCOMPARE(said, u"v2 of “part: begin” lacks 1 of 3 patches: 2/3"_s);
    // The harmless answer is the one that Return gives.
    QTest::keyClick(box(), Qt::Key_Return);
    QTRY_VERIFY(!box());
    QVERIFY(!QFile::exists(path));

    QSignalSpy saved(&m_program->controller->outlet(), &SeriesOutlet::saved);
    QVERIFY(saveWith("saveSeriesAction", path));
    QTRY_VERIFY_WITH_TIMEOUT(box(), 20000);
    QTest::mouseClick(box()->findChild<QPushButton *>(u"saveIncompleteButton"_s), Qt::LeftButton);
    QVERIFY(saved.wait(20000));
    QCOMPARE(contentOf(path), loredeskAm({m_archive, u"part-1@example.org"_s, u"--allow-missing"_s}));
    QCOMPARE(contentOf(path).count("\nMessage-ID:"), 2);
    const auto *text = m_program->window.banner()->findChild<QLabel *>(u"bannerText"_s);
    QVERIFY2(text->text().contains("1 patch is missing"_L1), qPrintable(text->text()));
}

void GettingOutTest::aFileThatCannotBeWrittenIsSaid()
{
    select({"widget@example.org"});
    QSignalSpy failed(&m_program->controller->outlet(), &SeriesOutlet::failed);
    emit m_program->window.seriesActions()->saveRequested(tree()->selectedSeries(),
                                                          m_builder->path(u"no/such/place.mbox"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 20000);
    QVERIFY(m_program->window.banner()->isVisible());
}

void GettingOutTest::aConversationIsSavedAsItWasSent()
{
    select({"talk@example.org"});
    QVERIFY(!action("saveSeriesAction")->isEnabled());
    QVERIFY(!action("copyGitAmAction")->isEnabled());
    QSignalSpy saved(&m_program->controller->outlet(), &SeriesOutlet::saved);
    const QString path = m_builder->path(u"talk.mbox"_s);
    QVERIFY(saveWith("saveConversationAction", path));
    QVERIFY(saved.wait(20000));
    QCOMPARE(contentOf(path), "From mboxrd@z Thu Jan  1 00:00:00 1970\n" +
                                  list().last().replace("\n\nFrom here", "\n\n>From here") + "\n");
}

void GettingOutTest::dragFrom(const QByteArray &id, bool release)
{
    // Through the window, as the platform does it: a drag has to know which buttons are down.
    QWindow *window = m_program->window.windowHandle();
    QPoint from;
    const auto isThere = [&] { // what was laid out behind the start may still move it
        from = tree()->viewport()->mapTo(&m_program->window, placeOf(id));
        return m_program->window.childAt(from) == tree()->viewport();
    };
    QTRY_VERIFY(isThere());
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step)
        QTest::mouseMove(window, from + QPoint(step * QApplication::startDragDistance(), 0));
    if (release)
        QTest::mouseRelease(window, Qt::LeftButton, {}, from + QPoint(60, 0));
}

void GettingOutTest::aSeriesIsDraggedOutAsAFile()
{
    // The offscreen platform has no other window to drop on, and ends a drag at once; what was dragged is
    // there until the next turn of the event loop.
    QList<QUrl> urls;
    QByteArray content;
    bool isOpenedHere = true;
    const auto look = [&] {
        const auto *drag = tree()->findChild<QDrag *>();
        if (!drag)
            return;
        urls = drag->mimeData()->urls();
        content = contentOf(urls.value(0).toLocalFile());
        isOpenedHere = !ui::droppedPaths(drag->mimeData()).isEmpty();
    };
    SeriesOutlet *outlet = &m_program->controller->outlet();
    connect(outlet, &SeriesOutlet::handedOut, this,
            [&] { QMetaObject::invokeMethod(this, look, Qt::QueuedConnection); });
    dragFrom("frob-0@example.org", false);
    QTRY_COMPARE_WITH_TIMEOUT(urls.size(), 1, 20000);
    QCOMPARE(urls.first().fileName(), u"v1-tidy-the-frob.mbox"_s);
    QCOMPARE(content, loredeskAm({m_archive, u"frob-0@example.org"_s}));
    QVERIFY(!isOpenedHere);
    QTest::mouseRelease(m_program->window.windowHandle(), Qt::LeftButton, {}, {300, 300});
}

void GettingOutTest::severalSeriesAreDraggedOutTogether()
{
    QSignalSpy handed(&m_program->controller->outlet(), &SeriesOutlet::handedOut);
    select({"frob-0@example.org", "widget@example.org"});
    dragFrom("widget@example.org", true);
    QTRY_VERIFY_WITH_TIMEOUT(!handed.isEmpty(), 20000);
    const QStringList files = handed.first().first().toStringList();
    QCOMPARE(files.size(), 2);
    QCOMPARE(QFileInfo(files[0]).fileName(), u"v1-widget-mend-it.mbox"_s);
    QCOMPARE(QFileInfo(files[1]).fileName(), u"v1-tidy-the-frob.mbox"_s);
}

void GettingOutTest::letGoBeforeItIsReadyNothingIsDropped()
{
    QSignalSpy handed(&m_program->controller->outlet(), &SeriesOutlet::handedOut);
    dragFrom("frob-0@example.org", true);
    QTRY_VERIFY_WITH_TIMEOUT(!handed.isEmpty(), 20000); // and beginDrag() has come back, as no drag was begun
    QVERIFY(!QApplication::mouseButtons());
    // The tree goes on as if nothing had been.
    select({"widget@example.org"});
    QCOMPARE(tree()->selectedSeries().size(), 1);
}

void GettingOutTest::whatLacksPatchesIsNotDragged()
{
    QSignalSpy failed(&m_program->controller->outlet(), &SeriesOutlet::failed);
    QSignalSpy handed(&m_program->controller->outlet(), &SeriesOutlet::handedOut);
    dragFrom("part-1@example.org", true);
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 20000);
    QVERIFY(handed.isEmpty());
    const auto *text = m_program->window.banner()->findChild<QLabel *>(u"bannerText"_s);
    QVERIFY2(text->text().contains(u"lacks 1 of 3 patches: 2/3"_s), qPrintable(text->text()));
}

void GettingOutTest::whatWasHandedOutGoesWithTheWindow()
{
    QSignalSpy handed(&m_program->controller->outlet(), &SeriesOutlet::handedOut);
    dragFrom("widget@example.org", true);
    QTRY_VERIFY_WITH_TIMEOUT(!handed.isEmpty(), 20000);
    const QString file = handed.first().first().toStringList().first();
    QVERIFY(file.startsWith(m_trays) && QFile::exists(file));
    m_program.reset();
    QVERIFY(!QFile::exists(file));
    QCOMPARE(QDir(m_trays).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void GettingOutTest::everythingIsCopied()
{
    select({"frob-0@example.org"});
    QVERIFY(m_program->shownMessage() == "frob-0@example.org" || m_program->waitForMessage());
    QCOMPARE(copied("copyMessageId"), "frob-0@example.org");
    QCOMPARE(copied("copyLink"), "https://lore.kernel.org/r/frob-0@example.org");
    QCOMPARE(copied("copySubject"), "[PATCH 0/2] tidy the frob");
    QCOMPARE(copied("copyB4Action"), "b4 am frob-0@example.org");
    QCOMPARE(copied("copyGitAmAction"),
             "loredesk am " + m_archive.toUtf8() + " frob-0@example.org | git am -3");
    QCOMPARE(
        copied("copyPatchListAction"),
        "[PATCH 0/2] tidy the frob — Ada\n[PATCH 1/2] frob: sort it — Ada\n[PATCH 2/2] frob: sweep it — Ada");
    QCOMPARE(copied("copyMessageTextAction"),
             "From: Ada <ada@example.org>\nDate: 02 Mar 2025 12:00:00 +0000\nSubject: [PATCH 0/2] tidy the "
             "frob\nMessage-ID: <frob-0@example.org>\n\nTwo steps.\n");
}

void GettingOutTest::severalRowsAreCopiedInTheirOrder()
{
    select({"frob-0@example.org", "talk@example.org"});
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"talk@example.org\nfrob-0@example.org"_s);
}

void GettingOutTest::shiftInAShortcutSelectsNothingMore()
{
    select({"frob-0@example.org"});
    tree()->expandAll();
    select({"frob-2@example.org"});
    QTest::keyClick(tree(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(tree()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(tree()->currentMessage(), m_program->controller->loaded()->catalog->find("frob-0@example.org"));
}

void GettingOutTest::theSelectionOutlivesARefresh()
{
    select({"frob-0@example.org", "widget@example.org"});
    QFile file(m_archive);
    QVERIFY(file.open(QIODevice::Append));
    file.write(ArchiveBuilder::mboxBytes({letter("new@example.org", "new", Bob, 9, {}, "New.\n")},
                                         tests::MboxFlavour::Mboxrd));
    file.close();
    QSignalSpy refreshed(m_program->controller.get(), &app::Controller::refreshed);
    QTest::keyClick(tree(), Qt::Key_F5);
    QVERIFY(refreshed.wait(20000));
    QCOMPARE(tree()->selectedSeries().size(), 2);
}

void GettingOutTest::theContextMenuOffersAllOfIt()
{
    QStringList names;
    for (const QAction *each : tree()->contextMenu()->actions())
        names << each->objectName();
    for (const char *name :
         {"saveSeriesAction", "saveConversationAction", "copyPatchListAction", "copyB4Action",
          "copyGitAmAction", "copyMessageTextAction", "copyMessageId", "copyLink"})
        QVERIFY2(names.contains(QString::fromLatin1(name)), name);
}

QTEST_MAIN(GettingOutTest)
#include "tst_gettingout.moc"
