// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/exportjob.h"
#include "models/jobs/exportmails.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/madeuplist.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::MadeUpList;

namespace {

const QByteArray Diff =
    "One.\n\nSigned-off-by: Ada Lovelace <ada@example.org>\n---\ndiff --git a/a.c b/a.c\nindex "
    "1111111..2222222 100644\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-old\n+new\n-- \n2.39.5\n";

jobs::LoadedArchivePtr loaded(const QString &path)
{
    jobs::LoadRequest request;
    request.paths = QStringList{path};
    base::NoProgress progress;
    const auto result = jobs::load(request, progress);
    return result ? *result : nullptr;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportJob : public QObject
{
    Q_OBJECT

private slots:
    void mailsComeBackAsTheyWereSent();
    void aConversationIsEveryMailOfItOnce();
    void mailsThatCannotBeReadAreAnErrorAndNothingIsWritten();
    void severalSeriesAreOneMbox();
    void whatIsMissingIsSaidAndTheRestIsThere();
    void everySeriesIsHandedOutAsAFile();
    void whatIsNotWholeIsNotHandedOut();

private:
    ArchiveBuilder m_builder;
};

void TestExportJob::mailsComeBackAsTheyWereSent()
{
    const QByteArray head =
        "From: Ada <ada@example.org>\nSubject: one\nDate: Sun, 2 Mar 2025 12:00:00 +0000\n";
    const QByteArrayList mails = {
        head + "Message-ID: <1@example.org>\n\nFrom here on\n>From there\n>>From both\n>Fro\nFrom",
        head + "Message-ID: <2@example.org>\n\nFrom \n\n\nFrom x@example.org Thu Jan  1 00:00:00 "
               "1970\nSubject: no\n",
        head +
            "Message-ID: <3@example.org>\nContent-Type: text/plain; charset=latin1\n\n\xe5\xe4\xf6\t \n\n\n"};
    const jobs::LoadedArchivePtr archive = loaded(m_builder.folder(u"mails"_s, mails));
    QVERIFY(archive);
    std::vector<base::MessageIndex> all;
    for (const char *id : {"1@example.org", "2@example.org", "3@example.org"})
        all.push_back(archive->catalog->find(id));
    base::NoProgress progress;
    const auto mbox = jobs::exportMails(*archive, all, progress);
    QVERIFY(mbox);
    const jobs::LoadedArchivePtr again = loaded(m_builder.file(u"again.mbox"_s, *mbox));
    QVERIFY(again);
    QCOMPARE(again->catalog->messages().size(), 3);
    for (int number = 0; number < 3; ++number) {
        const auto message = again->catalog->find(QByteArray::number(number + 1) + "@example.org");
        QVERIFY(message.isValid());
        const auto read = jobs::readMessage(*again, message);
        QVERIFY(read);
        const QByteArray &sent = mails[number];
        QCOMPARE(read->raw, sent.endsWith('\n') ? sent : sent + '\n');
    }
}

void TestExportJob::aConversationIsEveryMailOfItOnce()
{
    MadeUpList list;
    list.add({"question", "q", {}}, "Why?\n");
    list.add({"Re: question", "a", "q"}, "Because.\n");
    list.add({"another", "other", {}}, "What?\n");
    list.add({"Re: question", "b", "a"}, "I see.\n");
    const jobs::LoadedArchivePtr archive = loaded(m_builder.mbox(u"conversation.mbox"_s, list.mails()));
    QVERIFY(archive);
    const catalog::Catalog &catalog = *archive->catalog;
    const auto all =
        jobs::conversationsOf(catalog, {catalog.find("b@example.org"), catalog.find("q@example.org")});
    QByteArrayList ids;
    for (const base::MessageIndex message : all)
        ids << catalog.message(message).messageId;
    QCOMPARE(ids, (QByteArrayList{"q@example.org", "a@example.org", "b@example.org"}));
}

void TestExportJob::mailsThatCannotBeReadAreAnErrorAndNothingIsWritten()
{
    MadeUpList list;
    list.add({"one", "1", {}}, "One.\n");
    list.add({"two", "2", {}}, "Two.\n");
    const QString folder = m_builder.folder(u"gone"_s, list.mails());
    const jobs::LoadedArchivePtr archive = loaded(folder);
    QVERIFY(archive);
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 2);
    QVERIFY(QFile::remove(files.last().absoluteFilePath()));
    base::NoProgress progress;
    QVERIFY(!jobs::exportMails(*archive, {base::MessageIndex(0), base::MessageIndex(1)}, progress));
}

void TestExportJob::severalSeriesAreOneMbox()
{
    MadeUpList list;
    list.add({"[PATCH] one", "one", {}}, Diff);
    list.add({"[PATCH] two", "two", {}}, Diff);
    jobs::ExportOrder order;
    order.loaded = loaded(m_builder.mbox(u"several.mbox"_s, list.mails()));
    QVERIFY(order.loaded);
    order.series = {base::SeriesIndex(1), base::SeriesIndex(0)};
    jobs::ExportJob job(std::move(order));
    QSignalSpy finished(&job, &jobs::Job::finished);
    job.start();
    QVERIFY(finished.wait(20000));
    const jobs::ExportOutput &output = job.result();
    QCOMPARE(output.messages, 2);
    const qsizetype two = output.mbox.indexOf("<two@example.org>");
    QVERIFY(two > 0 && two < output.mbox.indexOf("<one@example.org>"));
}

void TestExportJob::whatIsMissingIsSaidAndTheRestIsThere()
{
    MadeUpList list;
    list.add({"[PATCH 1/3] one", "one", {}}, Diff);
    list.add({"[PATCH 3/3] three", "three", "one"}, "No diff.\n");
    jobs::ExportOrder order;
    order.loaded = loaded(m_builder.mbox(u"missing.mbox"_s, list.mails()));
    QVERIFY(order.loaded);
    order.series = {base::SeriesIndex(0)};
    jobs::ExportJob job(std::move(order));
    QSignalSpy finished(&job, &jobs::Job::finished);
    job.start();
    QVERIFY(finished.wait(20000));
    QCOMPARE(job.result().series.front().lacking, (QStringList{u"2/3"_s, u"3/3 (holds no diff)"_s}));
    QCOMPARE(job.result().mbox.count("\nMessage-ID: "), 1);
}

void TestExportJob::everySeriesIsHandedOutAsAFile()
{
    MadeUpList list;
    list.add({"[PATCH] one", "one", {}}, Diff);
    list.add({"[PATCH] two", "two", {}}, Diff);
    QTemporaryDir place;
    jobs::ExportOrder order;
    order.loaded = loaded(m_builder.mbox(u"files.mbox"_s, list.mails()));
    QVERIFY(order.loaded);
    order.series = {base::SeriesIndex(0), base::SeriesIndex(1)};
    const auto tray = std::make_shared<jobs::OutTray>(place.filePath(u"out"_s)); // the files go with it
    order.tray = tray;
    order.names = QStringList{u"v1-same.mbox"_s, u"v1-same.mbox"_s};
    jobs::ExportJob job(std::move(order));
    QSignalSpy finished(&job, &jobs::Job::finished);
    job.start();
    QVERIFY(finished.wait(20000));
    const QStringList files = job.result().files;
    QCOMPARE(files.size(), 2);
    QVERIFY(contentOf(files[0]).contains("<one@example.org>"));
    QVERIFY(contentOf(files[1]).contains("<two@example.org>"));
    QCOMPARE(QFileInfo(files[1]).fileName(), u"v1-same-2.mbox"_s);
}

void TestExportJob::whatIsNotWholeIsNotHandedOut()
{
    MadeUpList list;
    list.add({"[PATCH 1/3] one", "one", {}}, Diff);
    QTemporaryDir place;
    jobs::ExportOrder order;
    order.loaded = loaded(m_builder.mbox(u"part.mbox"_s, list.mails()));
    QVERIFY(order.loaded);
    order.series = {base::SeriesIndex(0)};
    order.tray = std::make_shared<jobs::OutTray>(place.filePath(u"out"_s));
    order.names = QStringList{u"v1-one.mbox"_s};
    jobs::ExportJob job(std::move(order));
    QSignalSpy failed(&job, &jobs::Job::failed);
    job.start();
    QVERIFY(failed.wait(20000));
    QCOMPARE(job.error().code, base::ErrorCode::NoSuchMessage);
    QVERIFY(job.error().text.contains(u": 2–3/3"_s));
    QVERIFY(!QFile::exists(place.filePath(u"out"_s)));
}

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
