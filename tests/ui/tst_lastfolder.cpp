// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/lastfolder.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::actionNamed;
using tests::WindowDesk;
using ui::FilePurpose;

namespace {

std::unique_ptr<QFileDialog> dialogFor(FilePurpose purpose, const QString &name = {})
{
    auto dialog = std::make_unique<QFileDialog>();
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    if (purpose == FilePurpose::Save)
        dialog->setAcceptMode(QFileDialog::AcceptSave);
    ui::continueInLastFolder(*dialog, purpose);
    dialog->selectFile(name);
    return dialog;
}

/// By its whole path: Qt takes no note of a folder that nobody went to in the dialog.
void choose(QFileDialog &dialog, const QString &path)
{
    dialog.findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
    QMetaObject::invokeMethod(&dialog, "accept");
}

QString pathOf(const QDir &folder)
{
    return folder.canonicalPath();
}

} // namespace

class LastFolderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void untilOneEndsEachBeginsInTheWorkingDirectory();
    void savingGoesOnWhereItEnded();
    void openingGoesOnWhereItEnded();
    void aFolderIsFollowedByThoseBesideIt();
    void whatIsCancelledDoesNotCount();
    void aFolderThatIsGoneIsPassedOver();
    void theDialogsOfTheWindowGoOnInOneFolder();

private:
    /// A new folder with a file "a.mbox"; gone with the test.
    QString folder(const QString &name);

    std::unique_ptr<QTemporaryDir> m_place;
};

void LastFolderTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    qRegisterMetaType<base::MessageIndex>("loredesk::base::MessageIndex");
    // Not those of the desktop: they are its own affair.
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void LastFolderTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    QVERIFY(m_place->isValid());
}

QString LastFolderTest::folder(const QString &name)
{
    const QString path = m_place->filePath(name);
    QDir().mkpath(path);
    QFile file(path + u"/a.mbox"_s);
    return file.open(QIODevice::WriteOnly) ? QDir(path).canonicalPath() : QString();
}

void LastFolderTest::untilOneEndsEachBeginsInTheWorkingDirectory()
{
    QCOMPARE(pathOf(dialogFor(FilePurpose::Save)->directory()), QDir::current().canonicalPath());
    QCOMPARE(ui::inLastFolder(u"a.mbox"_s, FilePurpose::Save), QDir::current().filePath(u"a.mbox"_s));
    const QString opened = folder(u"opened"_s);
    choose(*dialogFor(FilePurpose::Open), opened + u"/a.mbox"_s);
    QCOMPARE(pathOf(dialogFor(FilePurpose::Open)->directory()), opened);
    // Opening something has not changed where one saves.
    QCOMPARE(pathOf(dialogFor(FilePurpose::Save)->directory()), QDir::current().canonicalPath());
    QCOMPARE(ui::inLastFolder(u"a.mbox"_s, FilePurpose::Save), QDir::current().filePath(u"a.mbox"_s));
}

void LastFolderTest::savingGoesOnWhereItEnded()
{
    const QString saved = folder(u"saved"_s);
    choose(*dialogFor(FilePurpose::Save), saved + u"/new.mbox"_s);
    QCOMPARE(dialogFor(FilePurpose::Save, u"next.mbox"_s)->selectedFiles(),
             QStringList(saved + u"/next.mbox"_s));
    QCOMPARE(ui::inLastFolder(u"chart.png"_s, FilePurpose::Save), saved + u"/chart.png"_s);
    const QString charts = folder(u"charts"_s);
    ui::noteFolderOf(charts + u"/chart.png"_s, FilePurpose::Save);
    QCOMPARE(pathOf(dialogFor(FilePurpose::Save)->directory()), charts);
}

void LastFolderTest::openingGoesOnWhereItEnded()
{
    const QString opened = folder(u"opened"_s);
    const QString saved = folder(u"saved"_s);
    choose(*dialogFor(FilePurpose::Open), opened + u"/a.mbox"_s);
    choose(*dialogFor(FilePurpose::Save), saved + u"/new.mbox"_s);
    QCOMPARE(pathOf(dialogFor(FilePurpose::Open)->directory()), opened);
}

void LastFolderTest::aFolderIsFollowedByThoseBesideIt()
{
    const QString archive = folder(u"archives/first"_s);
    const auto dialog = dialogFor(FilePurpose::Open);
    dialog->setFileMode(QFileDialog::Directory);
    choose(*dialog, archive);
    QCOMPARE(pathOf(dialogFor(FilePurpose::Open)->directory()), QFileInfo(archive).absolutePath());
}

void LastFolderTest::whatIsCancelledDoesNotCount()
{
    const QString opened = folder(u"opened"_s);
    choose(*dialogFor(FilePurpose::Open), opened + u"/a.mbox"_s);
    const auto dialog = dialogFor(FilePurpose::Open);
    dialog->setDirectory(folder(u"elsewhere"_s));
    dialog->reject();
    QCOMPARE(pathOf(dialogFor(FilePurpose::Open)->directory()), opened);
}

void LastFolderTest::aFolderThatIsGoneIsPassedOver()
{
    const QString saved = folder(u"saved"_s);
    choose(*dialogFor(FilePurpose::Save), saved + u"/new.mbox"_s);
    QVERIFY(QDir(saved).removeRecursively());
    QCOMPARE(pathOf(dialogFor(FilePurpose::Save)->directory()), QDir::current().canonicalPath());
    QCOMPARE(ui::inLastFolder(u"a.mbox"_s, FilePurpose::Save), QDir::current().filePath(u"a.mbox"_s));
}

void LastFolderTest::theDialogsOfTheWindowGoOnInOneFolder()
{
    WindowDesk desk;
    const QString opened = folder(u"opened"_s);
    actionNamed(desk.window, u"openAction"_s)->trigger();
    auto *dialog = desk.find<QFileDialog>(u"openDialog"_s);
    QVERIFY(dialog);
    choose(*dialog, opened + u"/a.mbox"_s);
    actionNamed(desk.window, u"openFolderAction"_s)->trigger();
    dialog = desk.find<QFileDialog>(u"openFolderDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(pathOf(dialog->directory()), opened);
}

QTEST_MAIN(LastFolderTest)
#include "tst_lastfolder.moc"
