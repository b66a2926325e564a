// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/versionreading.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/madeuplist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using series::PatchState;
using tests::ArchiveBuilder;
using tests::MadeUpList;

namespace {

QByteArray patchBody(const QByteArray &file, const QByteArray &line)
{
    return "Change " + file + ".\n\nSigned-off-by: Ada <ada@example.org>\n---\ndiff --git a/" + file + " b/" +
           file + "\nindex 1111111..2222222 100644\n--- a/" + file + "\n+++ b/" + file +
           "\n@@ -1 +1 @@\n-old\n+" + line + "\n-- \n2.39.5\n";
}

class CancelAtOnce final : public base::ProgressSink
{
public:
    void progress(const QString &, std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return true; }
};

} // namespace

class TestVersionReading : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_builder = std::make_unique<ArchiveBuilder>();
        m_list = {};
        m_list.add({"[PATCH 0/2] frobs", "1c", {}}, "All about frobs.\n");
        m_list.add({"[PATCH 1/2] one", "1one", "1c"}, patchBody("a.c", "new"));
        m_list.add({"[PATCH 2/2] two", "1two", "1c"}, patchBody("b.c", "new"));
        m_list.add({"[PATCH v2 0/2] frobs", "2c", {}}, "All about frobs.\n");
        m_list.add({"[PATCH v2 1/2] zero", "2zero", "2c"}, patchBody("z.c", "other"));
        m_list.add({"[PATCH v2 2/2] one", "2one", "2c"}, patchBody("a.c", "newer"));
        m_list.add({"[PATCH v3 0/2] frobs", "3c", {}}, "All about frobs.\n");
        m_list.add({"[PATCH v3 1/2] one", "3one", "3c"}, patchBody("a.c", "newer"));
    }

    void patchesAreReadAndCompared()
    {
        const auto loaded = load();
        base::NoProgress progress;
        const auto result =
            jobs::compareVersions(*loaded, seriesOf(*loaded, "1c"), seriesOf(*loaded, "2c"), progress);
        QVERIFY(result);
        QCOMPARE(result->patches.size(), 4);
        const auto &cover = result->patches[0];
        QCOMPARE(cover.oldIndex, 0);
        QCOMPARE(cover.state, PatchState::Unchanged);
        QCOMPARE(result->patches[1].state, PatchState::New);
        const auto &one = result->patches[2];
        QCOMPARE(one.state, PatchState::Changed);
        QCOMPARE(one.older, find(*loaded, "1one"));
        QCOMPARE(one.newer, find(*loaded, "2one"));
        QCOMPARE(one.comparison.added, 1);
        QCOMPARE(result->patches[3].state, PatchState::Dropped);
        QCOMPARE(result->patches[3].title, u"two"_s);
    }

    void aPatchThatNeverCameIsNotCalledDropped()
    {
        const auto loaded = load();
        base::NoProgress progress;
        const auto result =
            jobs::compareVersions(*loaded, seriesOf(*loaded, "2c"), seriesOf(*loaded, "3c"), progress);
        QVERIFY(result);
        QCOMPARE(result->missingInNewer, 1);
        QCOMPARE(result->patches[1].state, PatchState::Missing);
        QCOMPARE(result->patches[2].state, PatchState::Unchanged);
    }

    void patchesAreFollowedThroughAllVersions()
    {
        const auto loaded = load();
        base::NoProgress progress;
        const base::SeriesIndex third = seriesOf(*loaded, "3c");
        const auto table = jobs::followPatches(*loaded, loaded->catalog->series(third).lineage, progress);
        QVERIFY(table);
        QCOMPARE(table->versions.size(), 3);
        QCOMPARE(table->versions.back(), third);
        QCOMPARE(table->rows.size(), 4);
        const auto one = std::find_if(table->rows.begin(), table->rows.end(),
                                      [](const auto &row) { return row.title == u"one"_s; });
        QVERIFY(one != table->rows.end());
        QCOMPARE(one->cells[0]->index, 1);
        QCOMPARE(one->cells[1]->index, 2);
        QCOMPARE(one->cells[1]->message, find(*loaded, "2one"));
        QCOMPARE(one->cells[2]->state, PatchState::Unchanged);
    }

    void aPullRequestIsNoVersionToCompare()
    {
        m_list.add({"[GIT PULL] frobs for the next", "pull", {}}, "Please pull.\n");
        const auto loaded = load();
        base::NoProgress progress;
        const auto result =
            jobs::compareVersions(*loaded, seriesOf(*loaded, "1c"), seriesOf(*loaded, "pull"), progress);
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::BadInput);
        QVERIFY(!result.error().hint.isEmpty());
    }

    void ofVeryManyPatchesTheFirstAreCompared()
    {
        m_list = {};
        const int count = jobs::MostPatchesOfVersion + 3;
        for (const QByteArray &version : {QByteArray(), QByteArray("v2")}) {
            for (int i = 1; i <= count; ++i) {
                const QByteArray number = QByteArray::number(i);
                m_list.add({"[PATCH " + version + ' ' + number + '/' + QByteArray::number(count) +
                                "] change " + number,
                            version + '-' + number, i == 1 ? QByteArray() : version + "-1"},
                           patchBody("f" + number, "new"));
            }
        }
        const auto loaded = load();
        base::NoProgress progress;
        const auto result =
            jobs::compareVersions(*loaded, seriesOf(*loaded, "-1"), seriesOf(*loaded, "v2-1"), progress);
        QVERIFY(result);
        QCOMPARE(result->leftOut, 6);
        QCOMPARE(int(result->patches.size()), jobs::MostPatchesOfVersion);
    }

    void itCanBeCancelled()
    {
        const auto loaded = load();
        CancelAtOnce progress;
        const base::SeriesIndex first = seriesOf(*loaded, "1c");
        const auto result = jobs::compareVersions(*loaded, first, seriesOf(*loaded, "2c"), progress);
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::Cancelled);
        const auto table = jobs::followPatches(*loaded, loaded->catalog->series(first).lineage, progress);
        QVERIFY(!table);
        QCOMPARE(table.error().code, base::ErrorCode::Cancelled);
    }

private:
    jobs::LoadedArchivePtr load()
    {
        jobs::LoadRequest request;
        request.paths = QStringList{m_builder->mbox(u"list.mbox"_s, m_list.mails())};
        base::NoProgress progress;
        const auto loaded = jobs::load(request, progress);
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().toString()));
        return *loaded;
    }
    static base::MessageIndex find(const jobs::LoadedArchive &loaded, const QByteArray &id)
    {
        return loaded.catalog->find(id + "@example.org");
    }
    static base::SeriesIndex seriesOf(const jobs::LoadedArchive &loaded, const QByteArray &id)
    {
        const base::SeriesIndex series = loaded.catalog->seriesOf(find(loaded, id));
        if (!series.isValid())
            qFatal("%s is in no series", id.constData());
        return series;
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    MadeUpList m_list;
};

QTEST_GUILESS_MAIN(TestVersionReading)
#include "tst_versionreading.moc"
