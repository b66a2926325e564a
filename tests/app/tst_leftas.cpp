// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leftas.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using app::LeftAs;

class TestLeftAs : public QObject
{
    Q_OBJECT

    static LeftAs everything()
    {
        LeftAs left;
        left.place.current = {QByteArray("frob-1@example.org\xe4"), true};
        left.place.expanded = {{"a@example.org", true}, {"b@example.org", false}};
        left.place.top = {"c@example.org", false};
        left.place.offset = -7;
        left.range = {ui::RangeKind::Custom, {1740787200, std::nullopt}};
        left.search = u"s:\"frob\" is:unanswered"_s;
        left.toggles = {true, false, true};
        left.keys = {u"ada@example.org"_s, u"example.com"_s};
        left.view = items::ViewKind::Saved;
        left.savedView = u"Mine"_s;
        left.tab = ui::MessageView::Tab::Diff;
        left.chart = ui::ChartsPanel::Chart::Activity;
        return left;
    }

private slots:
    void whatIsWrittenIsReadAgain()
    {
        QCOMPARE(LeftAs::fromBytes(everything().toBytes()), everything());
        QCOMPARE(LeftAs::fromBytes(LeftAs().toBytes()), LeftAs());
    }

    void whatIsNotOursIsNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\0\xff{", 3);
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("another version") << QByteArray("{\"version\":99}");
    }
    void whatIsNotOursIsNothing()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!LeftAs::fromBytes(bytes));
    }

    void numbersThatStandForNothingAreAsTheyCome()
    {
        const auto left = LeftAs::fromBytes(
            "{\"version\":1,\"view\":77,\"tab\":-1,\"chart\":9,\"offset\":99999,\"expanded\":3}");
        QVERIFY(left);
        QCOMPARE(left->view, items::ViewKind::All);
        QCOMPARE(left->tab, ui::MessageView::Tab::Message);
        QCOMPARE(left->chart, ui::ChartsPanel::Chart::Contributors);
        QVERIFY(left->place.offset <= 1000);
        QVERIFY(left->place.expanded.isEmpty());
    }

    void aSavedSearchOfBeforeThereWereMarksComesBack()
    {
        LeftAs left;
        left.view = items::ViewKind::Saved;
        left.savedView = u"Mine"_s;
        QByteArray bytes = left.toBytes();
        const QByteArray now = "\"view\":" + QByteArray::number(int(items::ViewKind::Saved));
        QVERIFY(bytes.contains(now));
        bytes.replace(now, "\"view\":6");
        QCOMPARE(LeftAs::fromBytes(bytes)->view, items::ViewKind::Saved);
    }

    void notEveryRowOfAnExpandedTreeIsKept()
    {
        LeftAs left;
        for (int i = 0; i < 5000; ++i)
            left.place.expanded << ui::TreePlace::Row{QByteArray::number(i), true};
        QCOMPARE(LeftAs::fromBytes(left.toBytes())->place.expanded.size(), LeftAs::MostExpanded);
    }
};

QTEST_GUILESS_MAIN(TestLeftAs)
#include "tst_leftas.moc"
