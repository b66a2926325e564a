// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "models/jobs/revisionspanjob.h" // after Qt: moc stumbles over <concepts> otherwise
#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace loredesk;
using jobs::LoadedArchivePtr;
using tests::ArchiveBuilder;
using tests::ArchiveStep;

namespace {

constexpr base::UnixSeconds Minute = 60;
constexpr base::UnixSeconds Day = 86400;
const base::UnixSeconds Start = QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();

ArchiveStep arriving(int number, base::UnixSeconds at)
{
    ArchiveStep step;
    step.message = ArchiveBuilder::sampleMessage(number);
    step.committed = at;
    return step;
}

} // namespace

/// Which messages lie between two revisions, against what the command line reads of the same range alone.
class RevisionSpanTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        mail::initialise();
        m_builder = std::make_unique<ArchiveBuilder>();
    }

    void theMessagesAreThoseThatAreReadOfTheRangeAlone_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<int>("count");
        QTest::newRow("between tags") << u"v1..v2"_s << 3;
        QTest::newRow("since a tag") << u"v1.."_s << 5;
        QTest::newRow("up to a tag") << u"..v1"_s << 3;
        QTest::newRow("over epochs") << u"HEAD~6..HEAD~1"_s << 5;
        QTest::newRow("the last ones") << u"HEAD~2.."_s << 2;
    }
    void theMessagesAreThoseThatAreReadOfTheRangeAlone()
    {
        QFETCH(QString, range);
        QFETCH(int, count);
        const LoadedArchivePtr loaded = load(twoEpochs());
        const jobs::RevisionMessages found = lookUp(loaded, range);
        const QByteArrayList ids = idsOf(*loaded->catalog, *found.messages);
        QCOMPARE(ids.size(), count);
        QCOMPARE(ids, idsOfRange(loaded->paths.first(), range));
        QCOMPARE(found.missing, 0);
    }

    void datesDoNotMatter()
    {
        // All are dated in the first minutes of the year: 4 between 3 and 5, and yet it came behind all of
        // the range; 9 behind them, and came in its middle.
        const LoadedArchivePtr loaded = load(twoEpochs());
        const jobs::RevisionMessages found = lookUp(loaded, u"v1..v2"_s);
        QVERIFY(idsOf(*loaded->catalog, *found.messages).contains("9@example.org"));
        QVERIFY(!idsOf(*loaded->catalog, *found.messages).contains("4@example.org"));
    }

    void theSpanIsOpenWhereTheRangeIs()
    {
        const LoadedArchivePtr loaded = load(twoEpochs());
        const auto since = lookUp(loaded, u"v1.."_s).span;
        QVERIFY(since.since && !since.until);
        const auto until = lookUp(loaded, u"..v1"_s).span;
        QVERIFY(!until.since && until.until);
        const auto both = lookUp(loaded, u"v1..v2"_s).span;
        QVERIFY(both.since && both.until && *both.since <= *both.until);
    }

    void aCopyInTheRangeCountsAsTheMessageItIs()
    {
        QList<ArchiveStep> steps{arriving(1, Start), arriving(2, Start + Day), arriving(1, Start + 2 * Day)};
        const QString path = m_builder->v2(u"copies"_s, {steps});
        const LoadedArchivePtr loaded = load(path);
        const jobs::RevisionMessages found = lookUp(loaded, u"HEAD~1.."_s);
        QCOMPARE(idsOf(*loaded->catalog, *found.messages), QByteArrayList{"1@example.org"});
        QCOMPARE(catalog::rowsIn(*loaded->catalog, found.span, found.messages),
                 std::vector{base::MessageIndex(0)}); // the one that stands for both
        QCOMPARE(idsOfRange(path, u"HEAD~1.."_s), QByteArrayList{"1@example.org"});
    }

    void whatWasDeletedBehindTheRangeIsSaidToBeMissing()
    {
        QList<ArchiveStep> steps{arriving(1, Start), arriving(2, Start + Minute),
                                 arriving(3, Start + 2 * Minute)};
        ArchiveStep removal = arriving(2, Start + 3 * Minute);
        removal.kind = ArchiveStep::Kind::Remove;
        steps << removal;
        const LoadedArchivePtr loaded = load(m_builder->v2(u"deleted"_s, {steps}));
        const jobs::RevisionMessages found = lookUp(loaded, u"HEAD~3..HEAD~1"_s);
        QCOMPARE(idsOf(*loaded->catalog, *found.messages), QByteArrayList{"3@example.org"});
        QCOMPARE(found.missing, 1);
        QCOMPARE(lookUp(loaded, u"HEAD~3.."_s).missing, 0);
    }

    void anEditedMessageOfAnOlderKindOfArchiveIsStillTheSame()
    {
        QList<ArchiveStep> steps{arriving(1, Start), arriving(2, Start + Minute),
                                 arriving(3, Start + 2 * Minute)};
        ArchiveStep edit = arriving(2, Start + 3 * Minute);
        edit.message = ArchiveBuilder::sampleMessage(2, "Edited.\n");
        steps << edit;
        const LoadedArchivePtr loaded = load(m_builder->v1(u"edited"_s, steps));
        const jobs::RevisionMessages found = lookUp(loaded, u"HEAD~3..HEAD~1"_s);
        QCOMPARE(idsOf(*loaded->catalog, *found.messages),
                 (QByteArrayList{"2@example.org", "3@example.org"}));
        QCOMPARE(found.missing, 0);
    }

    void anEmptyRangeIsAnError()
    {
        const LoadedArchivePtr loaded = load(twoEpochs());
        jobs::RevisionSpanJob job(loaded, *archive::RevisionRange::parse(u"v2..v1"_s));
        QSignalSpy failed(&job, &jobs::Job::failed);
        job.start();
        QVERIFY(failed.wait(20000));
    }

    void theTagsOfAllEpochsComeNewestFirst()
    {
        const QString path = twoEpochs();
        m_builder->git(path + "/git/0.git"_L1, {u"pack-refs"_s, u"--all"_s});
        m_builder->git(path + "/git/1.git"_L1, {u"tag"_s, u"-a"_s, u"-m"_s, u"noted"_s, u"v3"_s, u"HEAD"_s});
        m_builder->git(path + "/git/1.git"_L1,
                       {u"tag"_s, u"a-tree"_s, u"HEAD^{tree}"_s});    // names no revision
        m_builder->tag(path + "/git/1.git"_L1, u"v1"_s, u"HEAD~1"_s); // known to both: the newest epoch's
        jobs::TagsJob job(load(path));
        QSignalSpy finished(&job, &jobs::Job::finished);
        job.start();
        QVERIFY(finished.wait(20000));
        QCOMPARE(job.result(), (QStringList{u"v3"_s, u"v1"_s, u"v2"_s}));
    }

    void anArchiveWithoutRevisionsHasNoTags()
    {
        jobs::TagsJob job(load(m_builder->mbox(u"plain.mbox"_s, ArchiveBuilder::sampleMessages(2))));
        QSignalSpy finished(&job, &jobs::Job::finished);
        job.start();
        QVERIFY(finished.wait(20000));
        QVERIFY(job.result().isEmpty());
    }

private:
    /// Epoch 0: 1 2 3 (v1) 9 5 6 (v2); epoch 1: 4 7.
    QString twoEpochs()
    {
        const QString path = m_builder->v2(
            u"epochs-%1"_s.arg(++m_archives),
            {{arriving(1, Start), arriving(2, Start + Day), arriving(3, Start + 2 * Day),
              arriving(9, Start + 3 * Day), arriving(5, Start + 4 * Day), arriving(6, Start + 5 * Day)},
             {arriving(4, Start + 6 * Day), arriving(7, Start + 7 * Day)}});
        m_builder->tag(path + "/git/0.git"_L1, u"v1"_s, u"HEAD~3"_s);
        m_builder->tag(path + "/git/0.git"_L1, u"v2"_s, u"HEAD"_s);
        return path;
    }

    static LoadedArchivePtr load(const QString &path, const archive::RevisionRange &range = {})
    {
        jobs::LoadRequest request;
        request.paths = QStringList{path};
        request.range = range;
        base::NoProgress progress;
        const auto loaded = jobs::load(request, progress);
        return loaded ? *loaded : nullptr;
    }
    static jobs::RevisionMessages lookUp(const LoadedArchivePtr &loaded, const QString &range)
    {
        jobs::RevisionSpanJob job(loaded, *archive::RevisionRange::parse(range));
        QSignalSpy finished(&job, &jobs::Job::finished);
        job.start();
        if (!finished.wait(20000)) {
            QTest::qFail("the lookup failed", __FILE__, __LINE__);
            return {{}, std::make_shared<const std::vector<bool>>(), 0};
        }
        return job.result();
    }
    static QByteArrayList idsOf(const catalog::Catalog &catalog, const std::vector<bool> &set)
    {
        QByteArrayList ids;
        for (std::size_t row = 0; row < set.size(); ++row) {
            if (set[row])
                ids << catalog.messages()[row].messageId;
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    /// As the command line has it: the range is loaded alone.
    static QByteArrayList idsOfRange(const QString &path, const QString &range)
    {
        const LoadedArchivePtr alone = load(path, *archive::RevisionRange::parse(range));
        QByteArrayList ids;
        for (const base::MessageIndex row : catalog::rowsIn(*alone->catalog, {}))
            ids << alone->catalog->message(row).messageId;
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_archives = 0;
};

QTEST_GUILESS_MAIN(RevisionSpanTest)
#include "tst_revisionspan.moc"
