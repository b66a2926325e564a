// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/activitymodel.h"
#include "models/items/chartroles.h"
#include "models/items/countmodel.h"
#include "models/items/csv.h"
#include "models/items/durationtext.h"
#include "models/items/figuremodel.h"
#include "models/items/roles.h"
#include "models/items/seriesfigures.h"

#include <QAbstractItemModelTester>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;
using catalog::SeriesState;

namespace {

constexpr base::UnixSeconds Hour = 3600;

std::vector<base::MessageIndex> rows(std::initializer_list<std::uint32_t> numbers)
{
    std::vector<base::MessageIndex> list;
    for (const std::uint32_t number : numbers)
        list.emplace_back(number);
    return list;
}

/// "Group: label number detail" of every line.
QString print(const std::vector<Figure> &figures)
{
    QStringList lines;
    QString group;
    for (const Figure &figure : figures) {
        if (figure.group != group)
            lines << figure.group + u':';
        group = figure.group;
        lines << u"%1 = %2%3"_s.arg(figure.label, figure.text,
                                    figure.detail.isEmpty() ? QString() : u", "_s + figure.detail);
    }
    return lines.join(u'\n');
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void durationsAreSaidInTheirLargestUnit_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"0 min"_s;
        QTest::newRow("minutes") << qint64(40 * 60 + 12) << u"40 min"_s;
        QTest::newRow("nearly an hour") << qint64(3599) << u"1 h"_s;
        QTest::newRow("hours") << qint64(1.5 * Hour) << u"1.5 h"_s;
        QTest::newRow("many hours") << qint64(11.2 * Hour) << u"11 h"_s;
        QTest::newRow("nearly a day") << qint64(24 * Hour - 60) << u"1 day"_s;
        QTest::newRow("days") << qint64(60 * Hour) << u"2.5 days"_s;
        QTest::newRow("weeks") << qint64(28 * 24 * Hour) << u"4 weeks"_s;
    }
    void durationsAreSaidInTheirLargestUnit()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        QCOMPARE(durationText(seconds), text);
    }

    void statesAreSaidWithTheirShare()
    {
        catalog::SeriesStates states;
        states.total = 3;
        states.bots = 2;
        const auto set = [&](SeriesState state, std::initializer_list<std::uint32_t> heads) {
            states.heads[std::size_t(state)] = rows(heads);
        };
        set(SeriesState::Patches, {0, 4});
        set(SeriesState::Pull, {7});
        set(SeriesState::Newest, {0, 4, 7});
        set(SeriesState::Complete, {0});
        set(SeriesState::Incomplete, {4});
        set(SeriesState::Unanswered, {0, 4});
        const std::vector<Figure> figures = stateFigures(states);
        // The pull request is not asked for its patches.
        QCOMPARE(print(figures), uR"(What they are:
Patches = 2 (67 %)
RFC = 0
Pull request = 1 (33 %)
Version:
Newest = 3
Superseded = 0
Patches that were sent:
Complete = 1 (50 %)
Incomplete = 1 (50 %)
Answers by others than author and bots:
Answered = 0
Unanswered = 2)"_s);
        QCOMPARE(figures[2].messages, rows({7}));
        QCOMPARE(
            stateNote(states),
            u"3 series, every version counted; each stands once beneath every heading; without 2 by bots"_s);
        QVERIFY(stateFigures({}).empty());
    }

    void latencyKeepsWhatIsUnansweredApart()
    {
        catalog::Latency latency;
        latency.answered = {{0, Hour, rows({0})}, {Hour, 4 * Hour, {}}, {4 * Hour, 0, rows({3, 5})}};
        latency.waiting = {{0, 168 * Hour, rows({6})}, {168 * Hour, 0, {}}};
        latency.total = 4;
        latency.answeredTotal = 3;
        latency.medianOfAnswered = 5 * Hour;
        latency.median = 5 * Hour;
        QCOMPARE(print(latencyFigures(latency)), uR"(First answer after (steps of unequal length):
under 1 h = 1 (25 %)
1 h to 4 h = 0
4 h or more = 2 (50 %)
Unanswered so far, waiting for:
under 7 days = 1 (25 %)
7 days or more = 0)"_s);
        QCOMPARE(latencyNote(latency),
                 u"Half of 4 series had an answer within 5 h · 1 unanswered so far · median of "
                 u"the answered alone: 5 h"_s);
        latency.median.reset();
        QVERIFY(latencyNote(latency).startsWith(u"Fewer than half of 4 series have an answer"_s));
        QVERIFY(latencyFigures({}).empty());
    }

    void aMonthWithoutAMedianHasNoNumber()
    {
        catalog::Latency latency;
        latency.months = {{1740787200, 2, rows({0, 1, 2}), 90 * 60},
                          {1743465600, 0, {}, {}},
                          {1746057600, 1, rows({3, 4, 5}), {}}};
        const std::vector<Figure> figures = latencyMonthFigures(latency);
        QCOMPARE(print(figures), uR"(Half of the month's series had an answer within:
2025-03 = 1.5 h, 2 of 3 answered
2025-04 = no series
2025-05 = not yet, 1 of 3 answered)"_s);
        FigureModel model;
        model.setFigures(figures, latencyMonthHeaders());
        QCOMPARE(csvOf(model), "Month,Hours until half are answered,Answered\r\n"
                               "2025-03,1.5,2 of 3 answered\r\n"
                               "2025-04,,\r\n"
                               "2025-05,,1 of 3 answered\r\n"_ba);
    }

    void theModelSaysWhatAChartNeeds()
    {
        FigureModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        Figure first{u"Group"_s, u"a"_s,      u"k:a"_s, 2.5,         u"2.5 h"_s,
                     u"of 3"_s,  u"chip a"_s, true,     rows({4, 2})};
        Figure second{u"Group"_s, u"b"_s, u"k:b"_s, 1200, {}, {}, {}, true, rows({2, 9})};
        model.setFigures({first, second}, {u"Label"_s, u"Number"_s, u"Detail"_s, u"Group"_s});
        const QModelIndex index = model.index(0, FigureModel::Number);
        QCOMPARE(index.data(ValueRole).toDouble(), 2.5);
        QCOMPARE(index.data(ValueTextRole).toString(), u"2.5 h · of 3"_s);
        QCOMPARE(index.data(GroupRole).toString(), u"Group"_s);
        QCOMPARE(index.data(ChipRole).toString(), u"chip a"_s);
        QCOMPARE(model.index(1, FigureModel::Number).data().toString(), u"1,200"_s);
        QVERIFY(!model.index(0, FigureModel::Detail).data(ValueRole).isValid()); // a chart would add it up
        QCOMPARE(model.messagesOf({u"k:a"_s, u"k:b"_s}), rows({2, 4, 9}));
        QCOMPARE(model.messagesOf({u"k:b"_s}), rows({2, 9}));
        QVERIFY(model.messagesOf({u"k:c"_s}).empty());
        QVERIFY(!model.index(2, 0).isValid());
    }

    void csvIsWhatRfc4180Says()
    {
        QStandardItemModel model(0, 2);
        model.setHorizontalHeaderLabels({u"Name"_s, u"Note, with comma"_s});
        model.appendRow({new QStandardItem(u"Ada \"the\" Example"_s), new QStandardItem(u"two\nlines"_s)});
        model.appendRow({new QStandardItem(u"Zo\u00eb"_s), new QStandardItem(u"plain"_s)});
        QCOMPARE(csvOf(model),
                 "Name,\"Note, with comma\"\r\n"
                 "\"Ada \"\"the\"\"Example\",\"two\nlines\"\r\n"
                 "Zo\xc3\xab,plain\r\n"_ba.replace("\"\"the\"\"Example", "\"\"the\"\" Example"));
        QCOMPARE(tabbedTextOf(model),
                 "Name\tNote, with comma\nAda \"the\" Example\ttwo lines\nZo\xc3\xab\tplain\n"_ba);
    }

    void csvDisarmsWhatASpreadsheetWouldRun_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("formula") << u"=1+1"_s << "'=1+1"_ba;
        QTest::newRow("call") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba;
        QTest::newRow("plus") << u"+1"_s << "'+1"_ba;
        QTest::newRow("minus") << u"-1"_s << "'-1"_ba;
        QTest::newRow("quoted as well") << u"=HYPERLINK(\"x\",1)"_s << "\"'=HYPERLINK(\"\"x\"\",1)\""_ba;
        QTest::newRow("harmless") << u"a=b"_s << "a=b"_ba;
    }
    void csvDisarmsWhatASpreadsheetWouldRun()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, cell);
        QStandardItemModel model(0, 1);
        model.setHorizontalHeaderLabels({u"Name"_s});
        model.appendRow(new QStandardItem(name));
        QCOMPARE(csvOf(model), "Name\r\n" + cell + "\r\n");
    }

    void csvHasNumbersAndDatesThatMachinesRead()
    {
        catalog::Count ada;
        ada.person = {u"Ada"_s, u"ada@example.org"_s};
        ada.label = ada.person.toString();
        ada.messages.resize(1234, base::MessageIndex(0));
        CountModel counts;
        counts.setCounts({ada});
        QCOMPARE(csvOf(counts), "Name,Postings,By bots\r\nAda <ada@example.org>,1234,0\r\n"_ba);
        ActivityModel activity;
        activity.setBins({{1740355200, 1740960000, 3, 2, 1}}, catalog::ActivityStep::Week);
        QCOMPARE(csvOf(activity), "Week,Patches,Replies,By bots,Messages\r\n2025-02-24,3,2,1,6\r\n"_ba);
    }

    void aMillionIsWrittenAsAMillion()
    {
        FigureModel model;
        model.setFigures({{{}, u"a"_s, u"a"_s, 1234567, {}, {}, {}, true, {}}}, {u"L"_s, u"N"_s});
        QCOMPARE(csvOf(model), "L,N\r\na,1234567\r\n"_ba);
    }
};

QTEST_APPLESS_MAIN(TestFigures)
#include "tst_figures.moc"
