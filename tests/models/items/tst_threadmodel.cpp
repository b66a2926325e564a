// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/threadmodel.h"
#include "tests/support/headbuilder.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;
using tests::catalogFrom;

namespace {

/// A row a line, indented by depth: "Ada 0/2*", * for the current one, ? for a ghost, ! for what is new.
QString printThread(const ThreadModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, ThreadModel::Author);
        QString text = QString(2 * index.data(DepthRole).toInt(), u' ');
        text += index.data(GhostRole).toBool() ? u"?"_s : index.data().toString();
        if (index.data(SlotRole).isValid())
            text += u" %1/%2"_s.arg(index.data(SlotRole).toInt()).arg(index.data(TotalRole).toInt());
        for (const QString &key : index.data(TrailersRole).toStringList())
            text += u" +"_s + key;
        if (index.data(NewRole).toBool())
            text += u'!';
        if (index.data(CurrentRole).toBool())
            text += u'*';
        lines << text;
    }
    return lines.join(u'\n');
}

base::MessageIndex find(const catalog::CatalogPtr &catalog, const QByteArray &id)
{
    return catalog->find(id + "@example.org");
}

} // namespace

class TestThreadModel : public QObject
{
    Q_OBJECT

private slots:
    void everyMessageStandsBelowWhatItAnswers();
    void aMessageThatIsNotThereHasARowOfItsOwn();
    void anotherMessageOfTheThreadOnlyMovesTheMark();
    void anotherThreadTakesItsPlace();
    void nothingEmptiesIt();
    void anAnswerThatKeepsTheSubjectDoesNotRepeatIt();
    void whatCameAfterTheLastVisitIsNew();
    void aChainOfThousandsIsARowEach();
    void hostileNamesStayInTheirRow();
    void listenersHearWhoAnswersWhom();
};

void TestThreadModel::everyMessageStandsBelowWhatItAnswers()
{
    const auto catalog = catalogFrom(u"\"tidy\" @ada 0 1(re@bob+R re@carol(re@ada)) 2"_s);
    ThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setThread(catalog, find(catalog, "1.2"));
    QCOMPARE(printThread(model), u"Ada 0/2\n"
                                 "  Ada 1/2\n"
                                 "    Bob +Reviewed-by\n"
                                 "    Carol\n"
                                 "      Ada\n"
                                 "  Ada 2/2*"_s);
    QCOMPARE(model.index(4, 0).data(AnswersRole).toInt(), 3);
    QCOMPARE(model.index(0, 0).data(AnswersRole).toInt(), -1);
    QCOMPARE(model.index(2, 0).data(MessageIdRole).toByteArray(), "1.1.1@example.org");
    QVERIFY(!model.index(model.rowCount(), 0).isValid());
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
}

void TestThreadModel::aMessageThatIsNotThereHasARowOfItsOwn()
{
    const auto catalog = catalogFrom(u"ghost(re@bob(re@ada) re@carol)"_s);
    ThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setThread(catalog, find(catalog, "1.ghost.1"));
    QCOMPARE(printThread(model), u"?\n  Bob*\n    Ada\n  Carol"_s);
    const QModelIndex ghost = model.index(0, ThreadModel::Author);
    QVERIFY(!ghost.data(MessageRole).isValid());
    QVERIFY(!ghost.data(DateRole).isValid());
    QCOMPARE(ghost.data().toString(), u"a message that is not in the archive"_s);
    QCOMPARE(ghost.data(MessageIdRole).toByteArray(), "1.ghost@example.org");
    QVERIFY(!model.messageAt(0).isValid());
}

void TestThreadModel::anotherMessageOfTheThreadOnlyMovesTheMark()
{
    const auto catalog = catalogFrom(u"@ada 0 1 2"_s);
    ThreadModel model;
    model.setThread(catalog, find(catalog, "1.0"));
    const QPersistentModelIndex second(model.index(1, 0));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setThread(catalog, find(catalog, "1.1"));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 2);
    QVERIFY(second.data(CurrentRole).toBool());
    QCOMPARE(printThread(model), u"Ada 0/2\n  Ada 1/2*\n  Ada 2/2"_s);
    QCOMPARE(model.currentRow(), 1);
}

void TestThreadModel::anotherThreadTakesItsPlace()
{
    const auto catalog = catalogFrom(u"@ada 0 1\n@bob p(re@ada)"_s);
    ThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setThread(catalog, find(catalog, "1.0"));
    const QPersistentModelIndex before(model.index(0, 0));
    model.setThread(catalog, find(catalog, "2.p.1"));
    QVERIFY(!before.isValid());
    QCOMPARE(printThread(model), u"Bob\n  Ada*"_s);
    QCOMPARE(model.rowOf(find(catalog, "1.0")), -1);
    QCOMPARE(model.rowOf(find(catalog, "2.p")), 0);
}

void TestThreadModel::nothingEmptiesIt()
{
    const auto catalog = catalogFrom(u"@ada 0 1"_s);
    ThreadModel model;
    model.setThread(catalog, find(catalog, "1.0"));
    model.setThread(catalog, {});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.currentRow(), -1);
    model.setThread(catalog, find(catalog, "1.1"));
    QCOMPARE(model.rowCount(), 2);
    model.setThread({}, {});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.rowOf(base::MessageIndex(0)), -1);
}

void TestThreadModel::anAnswerThatKeepsTheSubjectDoesNotRepeatIt()
{
    const auto catalog = catalogFrom(u"\"mend the lamp\" @ada p(re@bob)"_s);
    ThreadModel model;
    model.setThread(catalog, find(catalog, "1.p"));
    QCOMPARE(model.index(0, ThreadModel::Title).data().toString(), u"mend the lamp"_s);
    QCOMPARE(model.index(1, ThreadModel::Title).data().toString(), QString());
    QCOMPARE(model.index(1, ThreadModel::Title).data(TitleRole).toString(), u"mend the lamp"_s);
}

void TestThreadModel::whatCameAfterTheLastVisitIsNew()
{
    const auto catalog = catalogFrom(u"@ada p(re@bob re@carol)"_s);
    ThreadModel model;
    model.setThread(catalog, find(catalog, "1.p"));
    QCOMPARE(printThread(model), u"Ada*\n  Bob\n  Carol"_s);
    const base::UnixSeconds bob = catalog->message(find(catalog, "1.p.1")).date;
    model.setSeenUntil(bob);
    QCOMPARE(printThread(model), u"Ada*\n  Bob\n  Carol!"_s);
    model.setSeenUntil(std::nullopt);
    QCOMPARE(printThread(model), u"Ada*\n  Bob\n  Carol"_s);
}

void TestThreadModel::aChainOfThousandsIsARowEach()
{
    constexpr int Depth = 5000;
    std::vector<series::MessageHead> heads;
    for (int i = 0; i < Depth; ++i) {
        series::MessageHead head;
        head.messageId = QByteArray::number(i) + "@example.org";
        if (i > 0)
            head.inReplyTo = QByteArray::number(i - 1) + "@example.org";
        head.subject = u"Re: on and on"_s;
        head.prefix.reply = i > 0;
        head.prefix.title = u"on and on"_s;
        head.author = head.from = {u"Ada"_s, u"ada@example.org"_s};
        head.date = 1740000000 + i;
        head.kind = i == 0 ? series::MessageKind::Other : series::MessageKind::Reply;
        heads.push_back(head);
    }
    const auto catalog = catalog::Catalog::build({}, heads, {});
    ThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setThread(catalog, base::MessageIndex(Depth - 1));
    QCOMPARE(model.rowCount(), Depth);
    QCOMPARE(model.currentRow(), Depth - 1);
    QCOMPARE(model.depthOf(Depth - 1), Depth - 1);
    QCOMPARE(model.answeredBy(Depth - 1), Depth - 2);
}

void TestThreadModel::hostileNamesStayInTheirRow()
{
    series::MessageHead head;
    head.messageId = "1@example.org";
    head.subject = head.prefix.title = u"a\nb\u202ec"_s;
    head.author = head.from = {u"Ada\u202e\nBob"_s, u"ada@example.org"_s};
    const auto catalog = catalog::Catalog::build({}, {head}, {});
    ThreadModel model;
    model.setThread(catalog, base::MessageIndex(0));
    for (const int column : {ThreadModel::Author, ThreadModel::Title}) {
        const QString text = model.index(0, column).data().toString();
        QVERIFY(!text.contains(u'\n'));
        QVERIFY(!text.contains(u'\u202e'));
    }
}

void TestThreadModel::listenersHearWhoAnswersWhom()
{
    const auto catalog = catalogFrom(u"@ada 0 1(re@bob+R)"_s);
    ThreadModel model;
    model.setThread(catalog, find(catalog, "1.1.1"));
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Ada, answers Ada, patch 1 of 1"_s);
    QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(),
             u"Bob, answers Ada, Reviewed-by, the message that is shown"_s);
}

QTEST_GUILESS_MAIN(TestThreadModel)
#include "tst_threadmodel.moc"
