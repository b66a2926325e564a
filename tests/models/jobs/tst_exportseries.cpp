// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/limits.h"
#include "models/jobs/exportseries.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/madeuplist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::MadeUpList;

namespace {

const QByteArray Ada = "Ada <ada@example.org>";
const QByteArray Bob = "Bob <bob@example.org>";

QByteArray patchBody(const QByteArray &file, const QByteArray &more = {})
{
    return "Change " + file + ".\n\nSigned-off-by: " + Ada + "\n---\n" + more + "diff --git a/" + file +
           " b/" + file + "\nindex 1111111..2222222 100644\n--- a/" + file + "\n+++ b/" + file +
           "\n@@ -1 +1 @@\n-old\n+new\n-- \n2.39.5\n";
}

class CancelAtOnce final : public base::ProgressSink
{
public:
    void progress(const QString &, std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return true; }
};

} // namespace

class TestExportSeries : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void patchesAreWrittenInTheirOrder();
    void trailersGoBelowThoseThatThePatchHas();
    void whatThePatchHasItselfIsNotAddedAgain();
    void theBaseIsTheCoversOrTheFirstPatchs();
    void aMissingPatchIsAnErrorThatNamesIt();
    void aCompleteVersionIsPointedOut();
    void ofAPartTheRestIsAProblem();
    void aPatchWithoutADiffCountsAsMissing();
    void aPatchThatIsNotReadWholeIsNotWritten();
    void whatAPatchHasOfProblemsIsReported();
    void aDiffThatGitRefusesIsWrittenAndSaid();
    void nothingLeftIsAnErrorThoughMissingIsAllowed();
    void manyMissingPatchesAreNamedByRanges();
    void ofVeryManyHolesTheFirstAreNamed();
    void aPullRequestIsNoSeries();
    void itCanBeCancelled();

private:
    base::Result<jobs::ExportedSeries> exported(const char *id, const jobs::ExportOptions &options = {});

    std::unique_ptr<ArchiveBuilder> m_builder;
    MadeUpList m_list;
};

void TestExportSeries::init()
{
    m_builder = std::make_unique<ArchiveBuilder>();
    m_list = {};
}

base::Result<jobs::ExportedSeries> TestExportSeries::exported(const char *id,
                                                              const jobs::ExportOptions &options)
{
    jobs::LoadRequest request;
    request.paths = QStringList{m_builder->mbox(u"list.mbox"_s, m_list.mails())};
    base::NoProgress progress;
    const auto loaded = jobs::load(request, progress);
    if (!loaded)
        return loaded.error();
    const catalog::Catalog &catalog = *(*loaded)->catalog;
    const base::SeriesIndex series = catalog.seriesOf(catalog.find(QByteArray(id) + "@example.org"));
    if (!series.isValid())
        qFatal("%s is in no series", id);
    return jobs::exportSeries(**loaded, series, options, progress);
}

void TestExportSeries::patchesAreWrittenInTheirOrder()
{
    m_list.add({"[PATCH 2/2] two", "two", "cover"}, patchBody("b.c"));
    m_list.add({"[PATCH 1/2] one", "one", "cover"}, patchBody("a.c"));
    m_list.add({"[PATCH 0/2] both", "cover", {}}, "A cover is not written.\n");
    const auto result = exported("one");
    QVERIFY(result);
    QCOMPARE(result->patches.size(), 2);
    const qsizetype one = result->mbox.indexOf("Message-ID: <one@example.org>");
    QVERIFY(one > 0 && one < result->mbox.indexOf("Message-ID: <two@example.org>"));
    QVERIFY(!result->mbox.contains("cover@example.org"));
    QVERIFY(result->problems.isEmpty());
}

void TestExportSeries::trailersGoBelowThoseThatThePatchHas()
{
    m_list.add({"[PATCH] one", "one", {}}, patchBody("a.c"));
    m_list.add({"Re: [PATCH] one", "answer", "one", Bob},
               "Reviewed-by: " + Bob + "\nTested-by: Erin <erin@example.com>\nNacked-by: " + Bob + '\n');
    const auto result = exported("one");
    QVERIFY(result);
    QVERIFY2(result->mbox.contains("\nSigned-off-by: " + Ada + "\nReviewed-by: " + Bob + "\n---\n"),
             result->mbox.constData());
    const jobs::ExportedPatch &patch = result->patches.front();
    QCOMPARE(patch.applied.size(), 1);
    QCOMPARE(patch.mismatched.size(), 1);
    QCOMPARE(patch.nacked.size(), 1);
    QVERIFY(!result->mbox.contains("Erin") && !result->mbox.contains("Nacked"));
    const auto plain = exported("one", {false, false});
    QVERIFY(plain->mbox.contains("\nSigned-off-by: " + Ada + "\n---\n"));
    QVERIFY(plain->patches.front().applied.isEmpty());
}

void TestExportSeries::whatThePatchHasItselfIsNotAddedAgain()
{
    m_list.add({"[PATCH] one", "one", {}},
               "One.\n\nreviewed-by:  bob <bob@example.org>\n" + patchBody("a.c").mid(14));
    m_list.add({"Re: [PATCH] one", "answer", "one", Bob}, "Reviewed-by: " + Bob + '\n');
    const auto result = exported("one");
    QVERIFY(result);
    QCOMPARE(result->patches.front().applied.size(), 0);
    QCOMPARE(result->patches.front().alreadyHeld.size(), 1);
    QVERIFY(!result->mbox.contains("\nReviewed-by: "));
}

void TestExportSeries::theBaseIsTheCoversOrTheFirstPatchs()
{
    const QByteArray base = "base-commit: " + QByteArray(40, 'a') + '\n';
    const QByteArray other = "base-commit: " + QByteArray(40, 'b') + '\n';
    m_list.add({"[PATCH 0/1] one", "cover", {}}, "Cover.\n\n" + base);
    m_list.add({"[PATCH 1/1] one", "one", "cover"}, patchBody("a.c") + other);
    m_list.add({"[PATCH] two", "two", {}}, patchBody("b.c") + other);
    QCOMPARE(exported("one")->baseCommit, QByteArray(40, 'a'));
    QCOMPARE(exported("two")->baseCommit, QByteArray(40, 'b'));
}

void TestExportSeries::aMissingPatchIsAnErrorThatNamesIt()
{
    m_list.add({"[PATCH v2 1/3] one", "one", {}}, patchBody("a.c"));
    m_list.add({"[PATCH v2 3/3] three", "three", "one"}, patchBody("c.c"));
    const auto result = exported("one");
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::NoSuchMessage);
    QCOMPARE(result.error().text, u"v2 of \"one\" lacks 1 of 3 patches: 2/3"_s);
    QCOMPARE(result.error().hint, u"--allow-missing writes the others"_s);
    QCOMPARE(result.error().place.messageId, u"one@example.org"_s);
}

void TestExportSeries::aCompleteVersionIsPointedOut()
{
    m_list.add({"[PATCH 0/2] frob", "old", {}}, "Old.\n");
    m_list.add({"[PATCH 1/2] one", "old-1", "old"}, patchBody("a.c"));
    m_list.add({"[PATCH 2/2] two", "old-2", "old"}, patchBody("b.c"));
    m_list.add({"[PATCH v2 0/2] frob", "new", {}}, "New.\n");
    m_list.add({"[PATCH v2 1/2] one", "new-1", "new"}, patchBody("a.c"));
    QCOMPARE(exported("new").error().hint,
             u"--allow-missing writes the others; v1 is complete (--version 1)"_s);
}

void TestExportSeries::ofAPartTheRestIsAProblem()
{
    m_list.add({"[PATCH 1/2] one", "one", {}}, patchBody("a.c"));
    const auto result = exported("one", {true, true});
    QVERIFY(result);
    QCOMPARE(result->patches.size(), 1);
    QCOMPARE(result->problems.size(), 1);
    QVERIFY(result->problems.first().text.contains("lacks 1 of 2 patches: 2/2"_L1));
}

void TestExportSeries::aPatchWithoutADiffCountsAsMissing()
{
    m_list.add({"[PATCH 1/2] one", "one", {}}, patchBody("a.c"));
    m_list.add({"[PATCH 2/2] two", "two", "one"}, "The diff was forgotten.\n");
    const auto result = exported("one");
    QVERIFY(!result);
    QVERIFY2(result.error().text.endsWith(": 2/2 (holds no diff)"_L1), qUtf8Printable(result.error().text));
}

void TestExportSeries::aPatchThatIsNotReadWholeIsNotWritten()
{
    const QByteArray line = '+' + QByteArray(78, 'x') + '\n';
    const qsizetype count = base::LargestText / line.size() + 1;
    m_list.add(
        {"[PATCH] large", "large", {}},
        "Large.\n---\ndiff --git a/a.c b/a.c\nnew file mode 100644\nindex 0000000..2222222\n--- /dev/null\n"
        "+++ b/a.c\n@@ -0,0 +1," +
            QByteArray::number(count) + " @@\n" + line.repeated(count));
    const auto result = exported("large");
    QVERIFY(!result);
    QVERIFY2(result.error().text.contains("is too large to be read whole"_L1),
             qUtf8Printable(result.error().text));
}

void TestExportSeries::whatAPatchHasOfProblemsIsReported()
{
    m_list.add({"[PATCH] " + QByteArray(100000, 'z'), "long", {}}, patchBody("a.c"));
    const auto result = exported("long");
    QVERIFY(result);
    QCOMPARE(result->problems.size(), 1); // the subject was cut
    QCOMPARE(result->problems.first().place.messageId, u"long@example.org"_s);
}

void TestExportSeries::aDiffThatGitRefusesIsWrittenAndSaid()
{
    m_list.add({"[PATCH] wrapped", "wrapped", {}},
               "Why.\n---\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1,2 +1,2 @@\n one\n-two and a\n"
               "half\n+three\n");
    const auto result = exported("wrapped");
    QVERIFY(result);
    QVERIFY(result->mbox.contains("\nhalf\n"));
    QCOMPARE(result->problems.size(), 1);
    QCOMPARE(result->problems.first().text, u"The diff of a.c is damaged: it breaks off at “half”"_s);
    QCOMPARE(result->problems.first().place.messageId, u"wrapped@example.org"_s);
}

void TestExportSeries::nothingLeftIsAnErrorThoughMissingIsAllowed()
{
    m_list.add({"[PATCH 0/2] both", "cover", {}}, "Only the cover came.\n");
    const auto result = exported("cover", {true, true});
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::NoSuchMessage);
    QVERIFY(!result.error().hint.contains("--allow-missing"_L1));
}

void TestExportSeries::manyMissingPatchesAreNamedByRanges()
{
    m_list.add({"[PATCH 13/153] first", "first", {}}, patchBody("a.c"));
    for (int i = 15; i < 20; ++i) {
        const QByteArray number = QByteArray::number(i);
        m_list.add({"[PATCH " + number + "/153] " + number, number, "first"}, patchBody(number + ".c"));
    }
    const auto result = exported("first", {true, true});
    QVERIFY(result);
    QCOMPARE(result->lacking, (QStringList{u"1–12/153"_s, u"14/153"_s, u"20–153/153"_s}));
    QCOMPARE(result->lackingCount, 147);
    const QString text = result->problems.first().text;
    QVERIFY2(text.endsWith(u" lacks 147 of 153 patches: 1–12/153, 14/153, 20–153/153"_s),
             qUtf8Printable(text));
}

void TestExportSeries::ofVeryManyHolesTheFirstAreNamed()
{
    m_list.add({"[PATCH 1/1000] one", "one", {}}, patchBody("a.c"));
    for (int i = 3; i < 61; i += 2) {
        const QByteArray number = QByteArray::number(i);
        m_list.add({"[PATCH " + number + "/1000] " + number, number, "one"}, patchBody(number + ".c"));
    }
    const auto result = exported("one");
    QVERIFY(!result);
    QVERIFY2(result.error().text.contains("lacks 970 of 1000 patches: 2/1000, 4/1000, "_L1),
             qUtf8Printable(result.error().text));
    QVERIFY(result.error().text.endsWith(u'…') && result.error().text.size() < 300);
}

void TestExportSeries::aPullRequestIsNoSeries()
{
    m_list.add({"[GIT PULL] frob", "pull", {}},
               "The following changes since commit " + QByteArray(40, 'a') + ":\n\nare available\n");
    const auto result = exported("pull");
    QVERIFY(!result);
    QVERIFY(result.error().text.contains("pull request"_L1));
}

void TestExportSeries::itCanBeCancelled()
{
    m_list.add({"[PATCH] one", "one", {}}, patchBody("a.c"));
    jobs::LoadRequest request;
    request.paths = QStringList{m_builder->mbox(u"list.mbox"_s, m_list.mails())};
    base::NoProgress progress;
    const auto loaded = jobs::load(request, progress);
    QVERIFY(loaded);
    CancelAtOnce cancel;
    const auto result = jobs::exportSeries(**loaded, base::SeriesIndex(0), {}, cancel);
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestExportSeries)
#include "tst_exportseries.moc"
