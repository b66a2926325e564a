// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rangecounting.h"
#include "tests/support/headbuilder.h"

#include <QAbstractItemModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using app::RangeCounting;

class TestRangeCounting : public QObject
{
    Q_OBJECT

private slots:
    void theModelsHoldWhatWasAskedForLast()
    {
        const auto catalog = tests::catalogFrom(u"@ada p\n@bob p\n@carol p"_s);
        RangeCounting counting;
        QSignalSpy counted(&counting, &RangeCounting::counted);
        // As fast as a range is dragged: what is overtaken while it waits is not counted at all.
        for (int i = 0; i < 100; ++i)
            counting.count(catalog, catalog::DateSpan{catalog->firstDate() + i, {}});
        const catalog::DateSpan last{catalog->lastDate(), {}};
        counting.count(catalog, last);
        QTRY_VERIFY(!counted.isEmpty() && counted.last()[0].value<catalog::Scope>() == catalog::Scope(last));
        QVERIFY2(counted.size() <= 2, qPrintable(QString::number(counted.size())));
        QCOMPARE(counted.last()[1].toInt(), 1);
        const ui::ChartModels models = counting.models();
        QCOMPARE(models.contributors->rowCount(), 1);
        QCOMPARE(models.contributors->index(0, 0).data().toString(), u"Carol"_s);
        QCOMPARE(models.owners->rowCount(), 1);
        QCOMPARE(models.activity->rowCount(), 1);
        QVERIFY(models.series->rowCount() > 0);
        QVERIFY(models.latency->rowCount() > 0);
        QCOMPARE(models.latencyMonths->rowCount(), 1);
        QVERIFY(counting.seriesNote().startsWith(u"1 series"_s));
    }

    void aScopeLeavesMessagesAndSeriesOut()
    {
        const auto catalog = tests::catalogFrom(u"@ada p(re@bob)\n@bob p\n@carol p"_s);
        std::vector<bool> some(catalog->messages().size());
        some[catalog->find("1.p@example.org").value()] = true;
        some[catalog->find("3.p@example.org").value()] = true;
        RangeCounting counting;
        QSignalSpy counted(&counting, &RangeCounting::counted);
        counting.count(catalog, {{}, std::make_shared<const std::vector<bool>>(some)});
        QVERIFY(counted.wait(20000));
        QCOMPARE(counted[0][1].toInt(), 2);
        QCOMPARE(counted[0][2].toInt(), 4);
        QCOMPARE(counting.models().contributors->rowCount(), 2);
        QVERIFY(counting.seriesNote().startsWith(u"2 series"_s));
        QCOMPARE(counting.messagesOf({u"state:unanswered"_s}).size(), 1U);
        QVERIFY(counting.latencyNote().contains(u"2"_s));
    }

    void anotherCatalogLetsTheOldOneGo()
    {
        const auto before = tests::catalogFrom(u"@ada p"_s);
        const auto after = tests::catalogFrom(u"@bob p\n@bob p"_s);
        RangeCounting counting;
        QSignalSpy counted(&counting, &RangeCounting::counted);
        counting.count(before, {});
        counting.count(before, catalog::DateSpan{1, 2});
        counting.count(after, {});
        QVERIFY(counted.wait(20000));
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counted[0][1].toInt(), 2);
        QCOMPARE(counting.messagesOf({u"state:unanswered"_s}).size(), 2U);
        QCOMPARE(counting.messagesOf({u"state:unanswered"_s, u"state:newest"_s}).size(), 2U);
    }

    void clearingEmptiesEveryModel()
    {
        const auto catalog = tests::catalogFrom(u"@ada p(re@bob)"_s);
        RangeCounting counting;
        QSignalSpy counted(&counting, &RangeCounting::counted);
        counting.count(catalog, {});
        QVERIFY(counted.wait(20000));
        counting.count(catalog, catalog::DateSpan{1, 2});
        counting.clear();
        const ui::ChartModels models = counting.models();
        for (const QAbstractItemModel *model :
             {models.contributors, models.domains, models.owners, models.activity, models.series,
              models.latency, models.latencyMonths})
            QCOMPARE(model->rowCount(), 0);
        QVERIFY(counting.messagesOf({u"state:unanswered"_s}).empty());
        // Nothing comes of what was under way; the next count does.
        counting.count(catalog, {});
        QVERIFY(counted.wait(20000));
        QCOMPARE(counted.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRangeCounting)
#include "tst_rangecounting.moc"
