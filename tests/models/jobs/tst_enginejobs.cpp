// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/digestjob.h"
#include "models/jobs/loadjob.h"
#include "models/jobs/messagejob.h"
#include "models/jobs/savejob.h"
#include "models/jobs/statisticsjob.h"
#include "models/mail/message.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

const QByteArray Mbox = R"(From mboxrd@z Thu Jan  1 00:00:00 1970
From: Ada <ada@example.org>
To: list@example.org
Subject: [PATCH 0/2] tidy the frob
Message-ID: <cover@example.org>
Date: Tue, 20 May 2025 10:00:00 +0000

Both patches tidy.

From mboxrd@z Thu Jan  1 00:00:00 1970
From: Ada <ada@example.org>
To: list@example.org
Subject: [PATCH 1/2] frob: say less
Message-ID: <one@example.org>
In-Reply-To: <cover@example.org>
Date: Tue, 20 May 2025 10:01:00 +0000

It said too much.

Signed-off-by: Ada <ada@example.org>
---
 frob.c | 2 +-
 1 file changed, 1 insertion(+), 1 deletion(-)

diff --git a/frob.c b/frob.c
--- a/frob.c
+++ b/frob.c
@@ -1 +1 @@
-say(much);
+say(less);
-- 
2.39.0

From mboxrd@z Thu Jan  1 00:00:00 1970
From: Bob <bob@example.com>
To: list@example.org
Subject: Re: [PATCH 1/2] frob: say less
Message-ID: <re@example.org>
In-Reply-To: <one@example.org>
Date: Thu, 22 May 2025 08:00:00 +0000

Reviewed-by: Bob <bob@example.com>

)";

} // namespace

class TestEngineJobs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_path;

    jobs::LoadedArchivePtr loaded()
    {
        jobs::LoadRequest request;
        request.paths = {m_path};
        base::NoProgress progress;
        auto result = jobs::load(request, progress);
        return result ? *result : nullptr;
    }

    /// True once the job has finished; fails loudly where it failed.
    static bool finishes(jobs::Job &job)
    {
        QSignalSpy finished(&job, &jobs::Job::finished);
        QSignalSpy failed(&job, &jobs::Job::failed);
        job.start();
        const bool came = QTest::qWaitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, 60000);
        if (!failed.isEmpty())
            qWarning() << job.error().toString();
        return came && finished.count() == 1 && failed.isEmpty();
    }
    static bool fails(jobs::Job &job)
    {
        QSignalSpy failed(&job, &jobs::Job::failed);
        job.start();
        return failed.wait(60000) && job.state() == jobs::Job::State::Failed;
    }

private slots:
    void initTestCase()
    {
        mail::initialise();
        m_path = m_dir.filePath(u"list.mbox"_s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(Mbox);
    }

    void anArchiveIsLoaded()
    {
        jobs::LoadRequest request;
        request.paths = {m_path};
        jobs::LoadJob job(request);
        QCOMPARE(job.paths(), QStringList{m_path});
        QVERIFY(finishes(job));
        QCOMPARE(job.result()->catalog->messages().size(), 3U);
        QCOMPARE(job.result()->catalog->series().size(), 1U);
    }

    void whatIsNotThereIsAFailureWithItsReason()
    {
        jobs::LoadRequest request;
        request.paths = {m_dir.filePath(u"none"_s)};
        jobs::LoadJob job(request);
        QVERIFY(fails(job));
        QCOMPARE(job.error().code, base::ErrorCode::NotFound);
        QVERIFY(!job.error().text.isEmpty());
    }

    void aMessageIsReadAgain()
    {
        const auto archive = loaded();
        QVERIFY(archive);
        jobs::MessageJob job(archive, archive->catalog->find("one@example.org"));
        QVERIFY(finishes(job));
        QCOMPARE(job.result()->patch.subjectAfterInBody, u"[PATCH 1/2] frob: say less"_s);
        QVERIFY(job.result()->patch.hasDiff);
    }

    void aMessageThatIsGoneIsAFailure()
    {
        const auto archive = loaded();
        QVERIFY(archive);
        QVERIFY(QFile::remove(m_path));
        jobs::MessageJob job(archive, base::MessageIndex(0));
        const bool failed = fails(job);
        initTestCase();
        QVERIFY(failed);
        QVERIFY(!job.error().text.isEmpty());
    }

    void aSpanIsCounted()
    {
        const auto archive = loaded();
        QVERIFY(archive);
        jobs::StatisticsJob all(archive->catalog, {}, 50);
        QVERIFY(finishes(all));
        QCOMPARE(all.result().messages, 3);
        QCOMPARE(all.result().contributors.size(), 1U);
        QCOMPARE(all.result().contributors[0].person.name, u"Ada"_s);
        QCOMPARE(all.result().contributors[0].messages.size(), 2U);
        QCOMPARE(all.result().domains[0].label, u"example.org"_s);
        QCOMPARE(all.result().activity.size(), 3U); // 20, 21, 22 May
        QCOMPARE(all.result().step, catalog::ActivityStep::Day);
        const catalog::DateSpan later{1747785600, std::nullopt}; // from 21 May
        jobs::StatisticsJob some(archive->catalog, later, 50);
        QVERIFY(finishes(some));
        QCOMPARE(some.result().messages, 1);
        QVERIFY(some.result().contributors.empty());
        QCOMPARE(some.result().scope.span, later);
        QCOMPARE(some.result().inSpan, 1);

        // Of the same span only some messages.
        const auto first = std::make_shared<const std::vector<bool>>(std::vector<bool>{true, false, false});
        jobs::StatisticsJob narrowed(archive->catalog, {{}, first}, 50);
        QVERIFY(finishes(narrowed));
        QCOMPARE(narrowed.result().messages, 1);
        QCOMPARE(narrowed.result().inSpan, 3);
        QCOMPARE(narrowed.result().activity.size(), 1U);
        QVERIFY(narrowed.result().states.total + narrowed.result().states.bots <
                all.result().states.total + 1);
    }

    void aDigestIsWrittenInEveryFormatAskedFor()
    {
        jobs::DigestOrder order;
        order.loaded = loaded();
        QVERIFY(order.loaded);
        order.formats = {digest::Format::Text, digest::Format::Html};
        jobs::DigestJob job(order);
        QVERIFY(finishes(job));
        QCOMPARE(job.result().messages, 3);
        QCOMPARE(job.result().bytes.keys(), order.formats);
        QVERIFY(job.result().bytes[digest::Format::Text].contains("frob: say less"));
        QVERIFY(job.result().bytes[digest::Format::Html].contains("frob: say less"));
    }

    void aDigestKeepsToItsDates()
    {
        jobs::DigestOrder order;
        order.loaded = loaded();
        QVERIFY(order.loaded);
        order.dates = {1747785600, std::nullopt};
        order.formats = {digest::Format::Text};
        jobs::DigestJob job(order);
        QVERIFY(finishes(job));
        QCOMPARE(job.result().messages, 1);
        // A span without any message is an empty digest, not everything.
        order.dates = {2000000000, std::nullopt};
        jobs::DigestJob none(order);
        QVERIFY(finishes(none));
        QCOMPARE(none.result().messages, 0);
    }

    void aDigestOfChosenRowsHasNoOthers()
    {
        jobs::DigestOrder order;
        order.loaded = loaded();
        QVERIFY(order.loaded);
        order.formats = {digest::Format::Text};
        order.only = std::vector{base::MessageIndex(1), base::MessageIndex(2)};
        jobs::DigestJob two(order);
        QVERIFY(finishes(two));
        QCOMPARE(two.result().messages, 2);
        order.only->clear(); // nothing is chosen: not everything
        jobs::DigestJob none(order);
        QVERIFY(finishes(none));
        QCOMPARE(none.result().messages, 0);
    }

    void aDigestOfMoreThanTheMostIsCountedAndNotBuilt()
    {
        jobs::DigestOrder order;
        order.loaded = loaded();
        QVERIFY(order.loaded);
        order.formats = {digest::Format::Text};
        order.most = 2;
        jobs::DigestJob refused(order);
        QVERIFY(finishes(refused));
        QVERIFY(refused.result().isTooLong);
        QCOMPARE(refused.result().messages, 3);
        QVERIFY(refused.result().bytes.isEmpty());
        order.most = 3;
        jobs::DigestJob built(order);
        QVERIFY(finishes(built));
        QVERIFY(!built.result().isTooLong);
        QVERIFY(!built.result().bytes.isEmpty());
    }

    void aRangeIsLoadedAloneForItsDigest()
    {
        jobs::DigestOrder order;
        order.load = jobs::LoadRequest();
        order.load->paths = {m_path};
        order.formats = {digest::Format::Json};
        jobs::DigestJob job(order);
        QVERIFY(finishes(job));
        QCOMPARE(job.result().messages, 3);
        order.load->range = {u"abc"_s, u"def"_s}; // an mbox has no revisions
        jobs::DigestJob refused(order);
        QVERIFY(fails(refused));
        QCOMPARE(refused.error().code, base::ErrorCode::BadInput);
    }

    void bytesAreSaved()
    {
        const QString path = m_dir.filePath(u"out.txt"_s);
        jobs::SaveJob job(path, "a digest\n");
        QVERIFY(finishes(job));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "a digest\n");
        jobs::SaveJob refused(m_dir.filePath(u"no/such/folder/out.txt"_s), "x");
        QVERIFY(fails(refused));
        QCOMPARE(refused.error().code, base::ErrorCode::Unwritable);
    }

    void aLoadThatWasCancelledHandsNothingOver()
    {
        jobs::LoadRequest request;
        request.paths = {m_path};
        jobs::LoadJob job(request);
        QSignalSpy finished(&job, &jobs::Job::finished);
        QSignalSpy cancelled(&job, &jobs::Job::cancelled);
        QSignalSpy progressed(&job, &jobs::Job::progressed);
        job.start();
        job.cancel();
        QCOMPARE(cancelled.count(), 1);
        jobs::LoadJob next(request);
        QVERIFY(finishes(next));
        QCOMPARE(finished.count(), 0);
        QCOMPARE(progressed.count(), 0);
        QCOMPARE(cancelled.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEngineJobs)
#include "tst_enginejobs.moc"
