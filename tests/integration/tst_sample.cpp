// SPDX-License-Identifier: GPL-3.0-or-later
// The sample archive is what a newcomer sees first: it must show what it was made to show, without a problem.
#include "models/jobs/engine.h"
#include "models/mail/message.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace loredesk;

class TestSample : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        mail::initialise();
        base::NoProgress progress;
        jobs::LoadRequest request;
        request.paths = QStringList{QStringLiteral(LOREDESK_SOURCE_DIR "/resources/sample/sample.mbox")};
        const auto loaded = jobs::load(request, progress);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().toString()));
        m_catalog = (*loaded)->catalog;
    }

    void everyMessageIsReadWithoutAProblem()
    {
        QCOMPARE(m_catalog->messages().size(), std::size_t(56));
        QStringList problems;
        for (const base::Problem &problem : m_catalog->problems())
            problems << problem.toString();
        QCOMPARE(problems, QStringList());
    }

    void theWickSeriesHasThreeVersionsJoinedByItsChangeId()
    {
        const auto &series = m_catalog->series(newest(u"wick: burn rates and trimming"_s));
        QCOMPARE(series.version, 3);
        QVERIFY(series.complete && series.haveCover);
        QCOMPARE(series.joinedBy, series::JoinedBy::ChangeId);
        QCOMPARE(m_catalog->lineages()[series.lineage.value()].versions.size(), std::size_t(3));
    }

    void aPatchThatNeverArrivedIsMissing()
    {
        const auto &series = m_catalog->series(newest(u"lens: tell when focusing fails"_s));
        QVERIFY(!series.complete);
        QCOMPARE(series.present(), 2);
        QVERIFY(series.patches[1].isMissing());
        QVERIFY(series.rfc);
    }

    void aPartialRerollIsFilledFromTheVersionBefore()
    {
        const auto &series = m_catalog->series(newest(u"Makefile: add an install target"_s));
        QCOMPARE(series.version, 2);
        QCOMPARE(series.patches.size(), std::size_t(3));
        QVERIFY(series.patches[0].fromEarlierVersion && series.patches[1].fromEarlierVersion);
        QVERIFY(!series.patches[2].fromEarlierVersion);
    }

    void trailersCountOnlyFromWhoMayGiveThem()
    {
        const auto &series = m_catalog->series(versionOf(u"wick: burn rates and trimming"_s, 2));
        const series::SeriesSlot &second = series.patches[1];
        QCOMPARE(second.mismatched.size(), 1);
        QVERIFY(second.mismatched[0].trailer.value.contains(u"employer.example.com"_s));
        QVERIFY(std::none_of(second.collected.begin(), second.collected.end(),
                             [](const auto &given) { return patch::isAcked(given.trailer); }));
    }

    void aPullRequestAndANackAreSeen()
    {
        QVERIFY(m_catalog->series(newest(u"lantern fixes for 2.1-rc3"_s)).pull);
        QCOMPARE(m_catalog->series(versionOf(u"Makefile: build with -O3"_s, 1)).review.nacked, 1);
    }

    void botsAreToldFromPeople()
    {
        QStringList bots;
        for (const series::MessageHead &head : m_catalog->messages()) {
            if (head.bot)
                bots << head.from.address;
        }
        bots.sort();
        QCOMPARE(bots, QStringList({u"patchwork-bot+lantern@example.org"_s, u"pr-tracker-bot@example.org"_s,
                                    u"robot@ci.example.org"_s, u"syzbot+5f2a91@example.org"_s}));
    }

    void oddCharsetsAndRewrittenSendersAreReadRight()
    {
        const auto &lens = m_catalog->series(newest(u"lens: tell when focusing fails"_s));
        QCOMPARE(lens.author.name, u"\u674e\u5a1c"_s);
        const auto &dust = m_catalog->series(newest(u"lens: describe dust"_s));
        QCOMPARE(dust.author.toString(), u"Tom\u00e1\u0161 Dvo\u0159\u00e1k <tomas@lantern.example.org>"_s);
    }

private:
    base::SeriesIndex versionOf(const QString &title, int version) const
    {
        const auto &all = m_catalog->series();
        const auto it = std::find_if(all.begin(), all.end(), [&](const series::PatchSeries &series) {
            return series.title == title && (version == 0 || series.version == version);
        });
        if (it == all.end())
            qFatal("the sample has no series \"%s\"", qPrintable(title));
        return base::SeriesIndex(std::size_t(it - all.begin()));
    }
    base::SeriesIndex newest(const QString &title) const
    {
        const auto &series = m_catalog->series(versionOf(title, 0));
        return m_catalog->lineages()[series.lineage.value()].versions.front();
    }

    catalog::CatalogPtr m_catalog;
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
