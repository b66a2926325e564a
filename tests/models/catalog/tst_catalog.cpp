// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;

class TestCatalog : public QObject
{
    Q_OBJECT

private slots:
    void messagesAreFoundByTheirIdWithOrWithoutBrackets()
    {
        const auto catalog = catalogFrom(u"0 1 2"_s);
        QCOMPARE(catalog->find("1.2@example.org"), base::MessageIndex(2));
        QCOMPARE(catalog->find(" <1.2@example.org> "), base::MessageIndex(2));
        QVERIFY(!catalog->find("").isValid());
        QVERIFY(!catalog->find("1.3@example.org").isValid());
    }

    void ofTwoMessagesUnderOneIdTheFirstIsFound()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np"_s);
        heads[1].messageId = heads[0].messageId;
        const auto catalog = catalog::Catalog::build({}, heads, {});
        QCOMPARE(catalog->find(heads[0].messageId), base::MessageIndex(0));
        QCOMPARE(catalog->series().size(), 2); // other content: both are kept
    }

    void copiesOfOneMessageTakeOneSlot()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"0 1 2"_s);
        heads.push_back(heads[1]);
        const auto catalog = catalog::Catalog::build({}, heads, {});
        QCOMPARE(tests::printSeries(*catalog), u"0 1 2 /2"_s);
        QCOMPARE(catalog->seriesOf(base::MessageIndex(3)), base::SeriesIndex(0));
    }

    void otherThreadsAreThoseThatBelongToNoSeries()
    {
        const auto catalog = catalogFrom(u"other(re)\n0 1(re)\nghost other\ngitpull\nnaked p"_s);
        QList<QByteArray> tops;
        for (const base::MessageIndex message : catalog->otherThreads())
            tops << catalog->message(message).messageId;
        QCOMPARE(tops, (QList<QByteArray>{"1.other@example.org", "3.other@example.org"}));
    }

    void theSpanIsThatOfTheDatesNotOfTheRows()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np\np"_s);
        const base::UnixSeconds first = heads[0].date, last = heads[2].date;
        std::swap(heads[0], heads[2]);
        heads[1].date = 0; // neither a date nor an arrival
        const auto catalog = catalog::Catalog::build({}, heads, {});
        QCOMPARE(catalog->firstDate(), first);
        QCOMPARE(catalog->lastDate(), last);
    }

    void anEmptyCatalogIsEmpty()
    {
        const auto catalog =
            catalog::Catalog::build({u"/nowhere"_s, u"none"_s, {}, {}}, {}, {{u"it is empty"_s, {}, {}}});
        QCOMPARE(catalog->messages().size(), 0);
        QCOMPARE(catalog->series().size(), 0);
        QCOMPARE(catalog->lineages().size(), 0);
        QCOMPARE(catalog->firstDate(), 0);
        QCOMPARE(catalog->lastDate(), 0);
        QCOMPARE(catalog->problems().size(), 1);
        QCOMPARE(catalog->info().name, u"none"_s);
    }

    void aHundredThousandMessagesAreNoTrouble()
    {
        const std::vector<series::MessageHead> pattern = tests::headsFrom(u"0(re) 1(re@bob+R re) 2"_s);
        std::vector<series::MessageHead> heads;
        for (int thread = 0; heads.size() < 100000; ++thread) {
            const QByteArray suffix = '.' + QByteArray::number(thread);
            for (series::MessageHead head : pattern) {
                head.messageId += suffix;
                head.contentHash = tests::contentHashOf(head.messageId);
                if (!head.inReplyTo.isEmpty())
                    head.inReplyTo += suffix;
                for (QByteArray &reference : head.references)
                    reference += suffix;
                head.date += thread * 60;
                head.prefix.version = 1 + thread % 3;
                head.prefix.title += QString::number(thread / 3);
                heads.push_back(head);
            }
        }
        const std::size_t threads = heads.size() / pattern.size();
        const auto catalog = catalog::Catalog::build({}, std::move(heads), {});
        QCOMPARE(catalog->series().size(), threads);
        QCOMPARE(catalog->lineages().size(), (threads + 2) / 3);
        QCOMPARE(catalog->threads().roots.size(), threads);
        QCOMPARE(catalog->series().back().patches.front().collected.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
