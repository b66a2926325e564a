// SPDX-License-Identifier: GPL-3.0-or-later
// Series, threads and lineages of sizes that were made to exhaust a reader or its stack.
#include <QTest>

#include "models/catalog/catalog.h"
#include "tests/support/headbuilder.h"

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

series::MessageHead head(int number, const QString &subject, int answers = -1)
{
    series::MessageHead head;
    head.messageId = QByteArray::number(number) + "@example.org";
    if (answers >= 0)
        head.inReplyTo = QByteArray::number(answers) + "@example.org";
    head.subject = subject;
    head.prefix = patch::parseSubject(subject);
    head.from = head.submitter = head.author = {u"Ada"_s, u"ada@example.org"_s};
    head.date = head.arrival = 1'700'000'000 + number;
    head.contentHash = tests::contentHashOf(QByteArray::number(number));
    if (head.prefix.reply) {
        head.kind = series::MessageKind::Reply;
        return head;
    }
    head.kind = head.prefix.index == 0 ? series::MessageKind::Cover : series::MessageKind::Patch;
    head.hasDiff = head.prefix.index > 0;
    head.patchId = head.hasDiff ? QByteArray::number(number).rightJustified(20, '.') : QByteArray();
    return head;
}

series::MessageHead review(int number, int answers)
{
    series::MessageHead reply = head(number, u"Re: x"_s, answers);
    reply.from = reply.submitter = reply.author = {u"Bob"_s, u"bob@example.org"_s};
    reply.followUp.accepted.append(
        {u"Reviewed-by"_s, u"Bob <bob@example.org>"_s, patch::Trailer::Kind::Person});
    return reply;
}

catalog::CatalogPtr catalogOf(std::vector<series::MessageHead> heads)
{
    return catalog::Catalog::build({}, std::move(heads), {});
}

} // namespace

class TestLargeSeries : public QObject
{
    Q_OBJECT

private slots:
    void aSeriesOf9999PatchesIsComplete()
    {
        std::vector<series::MessageHead> heads;
        for (int i = 0; i <= 9999; ++i)
            heads.push_back(head(i, u"[PATCH %1/9999] part"_s.arg(i), i > 0 ? 0 : -1));
        const catalog::CatalogPtr catalog = catalogOf(heads);
        QCOMPARE(catalog->series().size(), std::size_t(1));
        QVERIFY(catalog->series()[0].complete && catalog->series()[0].haveCover);
        QCOMPARE(catalog->series()[0].present(), 9999);
    }

    void patchesThatClaimTheMostTakeNoRoomForTheRest()
    {
        std::vector<series::MessageHead> heads;
        for (int i = 0; i < 5000; ++i) {
            heads.push_back(head(i, u"[PATCH 1/9999] series %1"_s.arg(i)));
            heads.back().submitter.address = heads.back().author.address = u"a%1@example.org"_s.arg(i);
        }
        const catalog::CatalogPtr catalog = catalogOf(heads);
        QCOMPARE(catalog->series().size(), std::size_t(5000));
        std::size_t slotCount = 0;
        for (const series::PatchSeries &series : catalog->series()) {
            slotCount += series.patches.size();
            QVERIFY(!series.complete);
            QCOMPARE(series.total, 9999);
        }
        QVERIFY(slotCount < 5000 * 300);
    }

    void aThread5000DeepNeedsNoStack()
    {
        std::vector<series::MessageHead> heads{head(0, u"[PATCH] x"_s)};
        for (int i = 1; i < 5000; ++i)
            heads.push_back(review(i, i - 1));
        const catalog::CatalogPtr catalog = catalogOf(heads);
        QCOMPARE(catalog->threads().roots.size(), std::size_t(1));
        QCOMPARE(catalog->series().size(), std::size_t(1));
        const series::PatchSeries &series = catalog->series()[0];
        QCOMPARE(series.review.replies, 4999);
        QCOMPARE(series.review.reviewed, 1);
        QCOMPARE(series.patches[0].collected.size(), 1);
    }

    void aThread5000DeepOfGhostsNeedsNoStack()
    {
        // Nobody saw any of the messages but the first and the last, whose references name them all.
        std::vector<series::MessageHead> heads{head(0, u"[PATCH] x"_s), review(5000, 4999)};
        for (int i = 0; i < 5000; ++i)
            heads[1].references.append(QByteArray::number(i) + "@example.org");
        const catalog::CatalogPtr catalog = catalogOf(heads);
        QCOMPARE(catalog->threads().roots.size(), std::size_t(1));
        QCOMPARE(catalog->series()[0].review.replies, 1);
    }

    void aChainOf5000PatchesNeedsNoStack()
    {
        // Each patch of one series answers the one before, as git send-email --chain-reply-to sends them.
        std::vector<series::MessageHead> heads;
        for (int i = 1; i <= 5000; ++i)
            heads.push_back(head(i, u"[PATCH %1/5000] part"_s.arg(i), i > 1 ? i - 1 : -1));
        const catalog::CatalogPtr catalog = catalogOf(heads);
        QCOMPARE(catalog->series().size(), std::size_t(1));
        QVERIFY(catalog->series()[0].complete);
    }

    void aLineageOf5000VersionsNeedsNoStack_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("by title") << u"x"_s;
        QTest::newRow("by reply") << u"x %1"_s;
    }

    void aLineageOf5000VersionsNeedsNoStack()
    {
        QFETCH(QString, title);
        std::vector<series::MessageHead> heads;
        for (int i = 1; i <= 5000; ++i) {
            const QString own = title.contains(u'%') ? title.arg(i) : title;
            heads.push_back(head(i, u"[PATCH v%1] "_s.arg(i) + own, i > 1 ? i - 1 : -1));
            heads.back().patchId = QByteArray(20, 'x'); // so that trailers go on from version to version
        }
        heads.push_back(review(5001, 1));
        const catalog::CatalogPtr catalog = catalogOf(heads);
        QCOMPARE(catalog->series().size(), std::size_t(5000));
        QCOMPARE(catalog->lineages().size(), std::size_t(1));
        QCOMPARE(catalog->lineages()[0].versions.size(), std::size_t(5000));
        const base::SeriesIndex newest = catalog->lineages()[0].versions.front();
        QCOMPARE(catalog->series(newest).version, 5000);
        QCOMPARE(catalog->series(newest).patches[0].collected.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestLargeSeries)
#include "tst_largeseries.moc"
