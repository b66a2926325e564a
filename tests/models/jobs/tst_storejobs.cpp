// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs around a store: keeping and indexing, searching, loading again.
#include "models/jobs/refreshjob.h"
#include "models/jobs/searchjob.h"
#include "models/jobs/storejob.h"
#include "models/jobs/visitjob.h"
#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using jobs::Searcher;
using tests::ArchiveBuilder;

class TestStoreJobs : public QObject
{
    Q_OBJECT

    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_made = 0;

    jobs::LoadRequest requestFor(const QString &path)
    {
        jobs::LoadRequest request;
        request.paths = QStringList{path};
        request.storeDirectory = m_builder->path(u"stores"_s);
        return request;
    }
    jobs::LoadedArchivePtr load(const QString &path)
    {
        base::NoProgress progress;
        const auto loaded = jobs::load(requestFor(path), progress);
        return loaded ? *loaded : jobs::LoadedArchivePtr();
    }
    QString newMbox(int messages)
    {
        return m_builder->mbox(u"list-%1.mbox"_s.arg(++m_made), ArchiveBuilder::sampleMessages(messages));
    }
    static void add(const QString &path, int number)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(ArchiveBuilder::mboxBytes({ArchiveBuilder::sampleMessage(number)}, tests::MboxFlavour::Mboxrd));
    }
    template <class J>
    static bool finish(J &job)
    {
        QSignalSpy finished(&job, &jobs::Job::finished);
        job.start();
        return finished.wait(20000);
    }
    static store::Query query(const QString &text)
    {
        return std::get<store::Query>(store::parseQuery(text, 1750000000));
    }

private slots:
    void initTestCase()
    {
        mail::initialise();
        m_builder = std::make_unique<ArchiveBuilder>();
    }

    void rowsAndTextAreKept()
    {
        const QString path = newMbox(30);
        const auto loaded = load(path);
        QVERIFY(loaded && loaded->read == 30);
        jobs::StoreJob job(loaded);
        QSignalSpy progressed(&job, &jobs::Job::progressed);
        QVERIFY(finish(job));
        QCOMPARE(job.result().kept.kept, jobs::Kept::Written);
        QCOMPARE(job.result().text.messages, 30);
        QVERIFY(!job.result().isOvertaken());
        QVERIFY(!progressed.isEmpty());
        QCOMPARE(progressed.last().at(0).toString(), u"indexing text"_s);
        QCOMPARE(progressed.last().at(1), progressed.last().at(2));
        const auto again = load(path);
        QVERIFY(again && again->read == 0);
    }

    void whoeverKeepsSecondIsOvertaken()
    {
        const QString path = newMbox(5);
        const auto first = load(path);
        const auto second = load(path);
        jobs::StoreJob mine(first);
        QVERIFY(finish(mine));
        jobs::StoreJob theirs(second);
        QVERIFY(finish(theirs));
        QVERIFY(theirs.result().isOvertaken());
    }

    void aStoreThatCannotBeWrittenIsAnError()
    {
        const QString path = newMbox(3);
        QVERIFY(!m_builder->file(u"in-the-way"_s, "x").isEmpty());
        base::NoProgress progress;
        jobs::LoadRequest request = requestFor(path);
        request.storeDirectory = m_builder->path(u"in-the-way/stores"_s);
        const auto loaded = jobs::load(request, progress);
        QVERIFY(loaded);
        jobs::StoreJob job(*loaded);
        QSignalSpy failed(&job, &jobs::Job::failed);
        job.start();
        QVERIFY(failed.wait(20000));
        QVERIFY(!job.error().text.isEmpty());
    }

    void aSearchFindsWhatWasIndexed()
    {
        const auto loaded = load(newMbox(200));
        jobs::StoreJob store(loaded);
        QVERIFY(finish(store));
        const auto searcher = std::make_shared<Searcher>(loaded);
        jobs::SearchJob job(searcher, query(u"s:\"message 7\""_s), Searcher::Thoroughness::AsYouType);
        QVERIFY(finish(job));
        QCOMPARE(job.result().unindexed, 0);
        QCOMPARE(job.result().messages.size(), 1U);
        QCOMPARE(loaded->catalog->message(job.result().messages.front()).messageId, "7@example.org");
    }

    void aSearchBeforeTheIndexSaysWhatItLeftOut()
    {
        const auto loaded = load(newMbox(200));
        const auto searcher = std::make_shared<Searcher>(loaded);
        jobs::SearchJob partial(searcher, query(u"b:nothing"_s), Searcher::Thoroughness::AsYouType);
        QVERIFY(finish(partial));
        QCOMPARE(partial.result().unindexed, 200);
        jobs::SearchJob whole(searcher, query(u"s:\"message 7\""_s), Searcher::Thoroughness::Complete);
        QVERIFY(finish(whole));
        QCOMPARE(whole.result().unindexed, 0);
        QCOMPARE(whole.result().messages.size(), 1U);
    }

    void loadingAgainTellsWhatCame()
    {
        const QString path = newMbox(20);
        const auto before = load(path);
        jobs::StoreJob store(before);
        QVERIFY(finish(store));
        {
            jobs::RefreshJob job(requestFor(path), load(path));
            QVERIFY(finish(job));
            QVERIFY(!job.result().isChanged);
            QCOMPARE(job.result().added, 0);
        }
        add(path, 21);
        add(path, 22);
        const auto kept = load(path); // the same documents as in the store
        QVERIFY(kept);
        jobs::RefreshJob job(requestFor(path), before);
        QVERIFY(finish(job));
        const jobs::Refreshed &refreshed = job.result();
        QVERIFY(refreshed.isChanged);
        QCOMPARE(refreshed.added, 2);
        QCOMPARE(refreshed.loaded->read, 2); // the others came from the store
        QCOMPARE(refreshed.rowNow.size(), 20U);
        for (std::size_t row = 0; row < 20; ++row)
            QCOMPARE(refreshed.loaded->catalog->message(refreshed.rowNow[row]).messageId,
                     before->catalog->messages()[row].messageId);
    }

    void whatIsGoneHasNoRowAnyMore()
    {
        const QString path = m_builder->mbox(u"shrinks.mbox"_s, ArchiveBuilder::sampleMessages(3));
        const auto before = load(path);
        QByteArrayList mails = ArchiveBuilder::sampleMessages(3);
        mails.removeAt(1);
        m_builder->mbox(u"shrinks.mbox"_s, mails);
        jobs::RefreshJob job(requestFor(path), before);
        QVERIFY(finish(job));
        QVERIFY(job.result().isChanged);
        QCOMPARE(job.result().added, 0);
        QCOMPARE(job.result().rowNow.size(), 3U);
        QVERIFY(job.result().rowNow[0].isValid() && job.result().rowNow[2].isValid());
        QVERIFY(!job.result().rowNow[1].isValid());
    }

    void aVisitIsNotedEvenByAJobThatIsDeletedAtOnce()
    {
        const QString file = m_builder->path(u"data/user.sqlite"_s);
        {
            jobs::VisitJob note(file, u"/lists/frob"_s, 1234);
            note.start();
        }
        jobs::VisitJob ask(file, u"/lists/frob"_s, std::nullopt);
        QVERIFY(finish(ask));
        QCOMPARE(ask.result(), std::optional<base::UnixSeconds>(1234));
    }
};

QTEST_GUILESS_MAIN(TestStoreJobs)
#include "tst_storejobs.moc"
