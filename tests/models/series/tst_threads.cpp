// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::headsFrom;
using tests::printThreads;

namespace {

series::MessageHead message(const QByteArray &id, const QByteArray &inReplyTo = {},
                            QList<QByteArray> references = {}, base::UnixSeconds date = 1000)
{
    series::MessageHead head;
    head.messageId = id + "@example.org";
    if (!inReplyTo.isEmpty())
        head.inReplyTo = inReplyTo == "y" || inReplyTo == "n" ? inReplyTo : inReplyTo + "@example.org";
    for (const QByteArray &reference : references)
        head.references.append(reference + "@example.org");
    head.date = date;
    head.contentHash = tests::contentHashOf(id);
    return head;
}

QString threads(const std::vector<series::MessageHead> &heads)
{
    return printThreads(series::buildThreads(heads));
}

} // namespace

class TestThreads : public QObject
{
    Q_OBJECT

private slots:
    void answersHangBelowWhatTheyAnswer()
    {
        QCOMPARE(threads(headsFrom(u"0 1(re re(re)) 2"_s)), u"1.0(1.1(1.1.1 1.1.2(1.1.2.1)) 1.2)"_s);
    }

    void inReplyToIsPreferredToReferences()
    {
        QCOMPARE(threads({message("a"), message("b"), message("c", "a", {"a", "b"})}), u"a(c)\nb"_s);
    }

    void theLastReferenceServesWhereInReplyToIsMissing()
    {
        QCOMPARE(threads({message("a"), message("b", "a"), message("c", {}, {"a", "b"})}), u"a(b(c))"_s);
    }

    void whatPeopleTypeAtAPromptIsNoParent()
    {
        QCOMPARE(threads({message("a", "y"), message("b", "n", {"a"})}), u"a(b)"_s);
    }

    void anUnseenParentIsAGhostThatJoinsItsAnswers()
    {
        QCOMPARE(threads({message("a", "gone"), message("b", "gone")}), u"?gone(a b)"_s);
    }

    void aGhostHangsBelowTheNearestKnownReference()
    {
        QCOMPARE(threads({message("root"), message("reply", "gone", {"root", "gone"})}),
                 u"root(?gone(reply))"_s);
    }

    void orphansOfOneUnseenThreadMeetAtItsFirstReference()
    {
        QCOMPARE(threads({message("a", "x", {"top", "x"}), message("b", "y1", {"top", "y1"})}),
                 u"?top(?x(a) ?y1(b))"_s);
    }

    void aLateParentTakesThePlaceOfItsGhost()
    {
        QCOMPARE(threads({message("b", "a", {}, 20), message("a", {}, {}, 10)}), u"a(b)"_s);
    }

    void copiesShareANodeAndOtherContentStandsBeside()
    {
        std::vector<series::MessageHead> heads{message("a"), message("a"), message("a"), message("b", "a")};
        heads[2].contentHash = tests::contentHashOf("other");
        const series::ThreadForest forest = series::buildThreads(heads);
        QCOMPARE(printThreads(forest), u"a(b)\na"_s);
        QCOMPARE(forest.nodeOf[0], forest.nodeOf[1]);
        QVERIFY(forest.nodeOf[0] != forest.nodeOf[2]);
    }

    void loopsAreCutAtTheOldestMessage()
    {
        QCOMPARE(threads({message("a", "c", {}, 30), message("b", "a", {}, 10), message("c", "b", {}, 20)}),
                 u"b(c(a))"_s);
        QCOMPARE(threads({message("self", "self")}), u"self"_s);
        QCOMPARE(threads({message("a", "g", {"b"}), message("b", "g", {"a"})}), u"?g(a b)"_s);
    }

    void siblingsAreInTheOrderOfTheirDates()
    {
        QCOMPARE(
            threads({message("a", {}, {}, 1), message("late", "a", {}, 9), message("early", "a", {}, 5)}),
            u"a(early late)"_s);
    }

    void messagesWithoutAnIdAreThreadsOfTheirOwn()
    {
        std::vector<series::MessageHead> heads(2);
        QCOMPARE(series::buildThreads(heads).roots.size(), 2);
    }

    void parentsAndChildrenCanBeAsked()
    {
        const auto heads = std::vector{message("a"), message("b", "gone", {"a", "gone"}), message("c", "a")};
        const series::ThreadForest forest = series::buildThreads(heads);
        const std::vector<base::MessageIndex> both{base::MessageIndex(1), base::MessageIndex(2)};
        QCOMPARE(forest.childrenOf(base::MessageIndex(0)), both); // through the ghost
        QVERIFY(!forest.parentOf(base::MessageIndex(1)).isValid());
        QCOMPARE(forest.parentOf(base::MessageIndex(2)), base::MessageIndex(0));
        QCOMPARE(forest.messagesBelow(forest.roots.front()).size(), 3);
    }

    void deepThreadsAndLongReferencesNeedNoStack()
    {
        std::vector<series::MessageHead> deep;
        for (int i = 0; i < 50000; ++i)
            deep.push_back(
                message(QByteArray::number(i), i ? QByteArray::number(i - 1) : QByteArray(), {}, i));
        std::reverse(deep.begin(), deep.end());
        const series::ThreadForest chain = series::buildThreads(deep);
        QCOMPARE(chain.roots.size(), 1);
        QCOMPARE(chain.messagesBelow(chain.roots.front()).size(), 50000);
        QCOMPARE(chain.messagesBelow(chain.roots.front()).back(), base::MessageIndex(0));

        QList<QByteArray> references;
        for (int i = 0; i < 100000; ++i)
            references.append("r" + QByteArray::number(i));
        QCOMPARE(series::buildThreads(std::vector{message("long", {}, references)}).roots.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestThreads)
#include "tst_threads.moc"
