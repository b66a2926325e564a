// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/series/messagehead.h" // after Qt: moc stumbles over <concepts> otherwise

using namespace Qt::StringLiterals;
using namespace loredesk;
using series::MessageKind;

namespace {

constexpr base::UnixSeconds Now = 1750000000, Day = 86400;
constexpr base::UnixSeconds Sent = 1747765595; // Tue, 20 May 2025 18:26:35 +0000

const QByteArray Diff = "---\n"
                        " frob.c | 2 +-\n"
                        " 1 file changed, 1 insertion(+), 1 deletion(-)\n"
                        "\n"
                        "diff --git a/frob.c b/frob.c\n"
                        "index 1111111..2222222 100644\n"
                        "--- a/frob.c\n"
                        "+++ b/frob.c\n"
                        "@@ -1,2 +1,2 @@\n"
                        "-old\n"
                        "+new\n"
                        " same\n"
                        "-- \n"
                        "2.39.5\n";
const QByteArray Signed = "It was wrong.\n\nSigned-off-by: Ada Example <ada@example.org>\n";

QByteArray letter(const QByteArray &subject, const QByteArray &body, const QByteArray &more = {})
{
    return "From: Ada Example <ada@example.org>\nTo: list@example.org\nCc: Bob <bob@example.org>\n"
           "Subject: " +
           subject + "\nDate: Tue, 20 May 2025 18:26:35 +0000\nMessage-ID: <1@example.org>\n" + more + "\n" +
           body;
}

series::MessageHead head(const QByteArray &raw, base::UnixSeconds arrival = 0)
{
    return series::makeHead(patch::readMessage(raw, patch::Detail::Head), {}, arrival, series::BotList(),
                            Now);
}

} // namespace

class TestMessageHead : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void aMessageHasAKind_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<MessageKind>("kind");
        const QByteArray reply = "In-Reply-To: <0@example.org>\n";

        QTest::newRow("a patch") << letter("[PATCH] fix it", Signed + Diff) << MessageKind::Patch;
        QTest::newRow("a numbered patch")
            << letter("[PATCH v2 1/3] fix it", Signed + Diff, reply) << MessageKind::Patch;
        QTest::newRow("only a counter") << letter("[net,v2,1/2] fix it", Signed + Diff) << MessageKind::Patch;
        QTest::newRow("a cover") << letter("[PATCH 0/3] fix them", "All of them.\n", reply)
                                 << MessageKind::Cover;
        QTest::newRow("a reply with a diff")
            << letter("Re: [PATCH] fix it", Signed + Diff, reply) << MessageKind::Reply;
        QTest::newRow("a reply without Re:")
            << letter("[PATCH] fix it", "Reviewed-by: Ada Example <ada@example.org>\n", reply)
            << MessageKind::Reply;
        QTest::newRow("a question") << letter("how does it work?", "I wonder.\n") << MessageKind::Other;
        QTest::newRow("an answer") << letter("how does it work?", "Like this.\n", reply)
                                   << MessageKind::Reply;
        QTest::newRow("a pull request")
            << letter("[GIT PULL] frob fixes", "Please pull.\n") << MessageKind::PullRequest;
        QTest::newRow("a numbered pull request")
            << letter("[GIT PULL 1/2] frob fixes", "Please pull.\n") << MessageKind::PullRequest;
        QTest::newRow("a pull request with its patches")
            << letter("[PATCH net-next 0/8][pull request] frob", "As follows.\n") << MessageKind::Cover;
        QTest::newRow("a signed-off diff without brackets")
            << letter("fix it", Signed + Diff) << MessageKind::Patch;
        QTest::newRow("a diff that only shows something")
            << letter("it breaks", "I tried this:\n\n" + Diff) << MessageKind::Other;
        QTest::newRow("a signed-off patch whose diff cannot be read")
            << letter("[PATCH] fix it", Signed) << MessageKind::Patch;
        QTest::newRow("an announcement in brackets")
            << letter("[PATCH] is a word", "See above.\n") << MessageKind::Other;
    }

    void aMessageHasAKind()
    {
        QFETCH(QByteArray, raw);
        QFETCH(MessageKind, kind);
        QCOMPARE(int(head(raw).kind), int(kind));
    }

    void aPatchKeepsWhatTheTreeShows()
    {
        const series::MessageHead patch = head(letter("[PATCH v2 1/3] fix it", Signed + Diff));
        QCOMPARE(patch.messageId, "1@example.org");
        QCOMPARE(patch.prefix.version, 2);
        QCOMPARE(patch.author.address, u"ada@example.org"_s);
        QCOMPARE(patch.insertions, 1u);
        QCOMPARE(patch.deletions, 1u);
        QCOMPARE(patch.patchId.size(), 20);
        QCOMPARE(patch.trailers.size(), 1);
        QVERIFY(patch.hasDiff && !patch.bot);
        QVERIFY(patch.followUp.isEmpty());
    }

    void aReplyKeepsWhatItOffers()
    {
        const series::MessageHead reply =
            head(letter("Re: [PATCH] fix it", "> quoted\n\nReviewed-by: Ada Example <ada@example.org>\n"));
        QCOMPARE(reply.followUp.accepted.size(), 1);
        QVERIFY(reply.trailers.isEmpty());
    }

    void aReplyMayNameWhatSupersedesTheSeries()
    {
        const series::MessageHead reply =
            head(letter("Re: [PATCH] fix it", "> Superseded-by: <9@example.org>\n\nDone.\n\n"
                                              "Superseded-by: https://lore.kernel.org/r/2@example.org\n"));
        QCOMPARE(reply.links, QList<QByteArray>{"2@example.org"});
    }

    void aReplyIsItsSendersWhateverItQuotes()
    {
        const series::MessageHead reply =
            head(letter("Re: [PATCH] fix it", "From: Bob <bob@example.org> Sent: Friday\n> hm\n\n" + Diff));
        QCOMPARE(reply.author.address, u"ada@example.org"_s);
    }

    void typedAnswersAndAddressesAreNoParents()
    {
        QVERIFY(head(letter("[PATCH] a", Signed + Diff, "In-Reply-To: <y>\n")).inReplyTo.isEmpty());
        QVERIFY(
            head(letter("[PATCH] a", Signed + Diff, "In-Reply-To: <bob@example.org>\n")).inReplyTo.isEmpty());
        const series::MessageHead mixed =
            head(letter("Re: a", "b\n", "References: <list@example.org> <0@example.org>\n"));
        QCOMPARE(mixed.references, QList<QByteArray>{"0@example.org"});
    }

    void datesAreClamped()
    {
        const QByteArray raw = letter("a", "b\n");
        QCOMPARE(head(raw).date, Sent);
        QCOMPARE(head(raw, Sent + 60).date, Sent);
        QCOMPARE(head(raw, Sent - 30 * Day).date, Sent - 29 * Day); // a clock that is a month ahead
        QCOMPARE(head(raw, 1000684800).date, Sent); // what git format-patch writes is no arrival
        const auto dated = [](const QByteArray &date) {
            return QByteArray("From: a@example.org\nSubject: a\nDate: " + date +
                              "\nMessage-ID: <1@example.org>\n\nb\n");
        };
        QCOMPARE(head(dated("Tue, 20 May 2055 18:26:35 +0000")).date, Now + Day);
        QCOMPARE(head(dated("Thu, 1 Jan 1970 00:00:01 +0000")).date, 631152000);
        QCOMPARE(head("From: a@example.org\nSubject: a\n\nb\n", Sent).date, Sent);
        QCOMPARE(head("From: a@example.org\nSubject: a\n\nb\n").date, 0);
    }

    void copiesHaveOneHashWhateverTheRoadTheyCame()
    {
        const series::ContentHash first = head(letter("[PATCH] a", Signed + Diff)).contentHash;
        QVERIFY(first != series::ContentHash());
        QCOMPARE(head(letter("[PATCH] a", Signed + Diff, "Received: by relay.example.org\n")).contentHash,
                 first);
        QByteArray later = letter("[PATCH] a", Signed + Diff);
        later.replace("18:26:35", "18:27:21");
        QCOMPARE(head(later).contentHash, first); // sent again with its Message-ID
        QByteArray crlf = letter("[PATCH] a", Signed + Diff);
        crlf.replace("\n", "\r\n");
        QCOMPARE(head(crlf).contentHash, first);
        const QByteArray encoded =
            letter("[PATCH] a", "", "Content-Transfer-Encoding: base64\n") + (Signed + Diff).toBase64();
        QCOMPARE(head(encoded).contentHash, first); // a relay that trusts no 8 bits
        QVERIFY(head(letter("[PATCH] b", Signed + Diff)).contentHash != first);
        QVERIFY(head(letter("[PATCH] a", Signed + "x" + Diff)).contentHash != first);
        QVERIFY(head(letter("[PATCH] a", Signed + Diff + "x")).contentHash != first);
    }

    void copiesHaveOneHashInWhateverCharset()
    {
        const auto hash = [](const QByteArray &charset, const QByteArray &text, const QByteArray &more = {}) {
            return head(letter("a", text, "Content-Type: text/plain; charset=" + charset + '\n' + more))
                .contentHash;
        };
        const series::ContentHash first = hash("utf-8", "Gr\xc3\xbc\xc3\x9f"
                                                        "e\n");
        QCOMPARE(hash("iso-8859-1", "Gr\xfc\xdf"
                                    "e\n"),
                 first);
        QCOMPARE(hash("iso-8859-15", "Gr\xfc\xdf"
                                     "e\n"),
                 first);
        QCOMPARE(hash("utf-8", "Gr=C3=BC=C3=9Fe\n\n", "Content-Transfer-Encoding: quoted-printable\n"),
                 first);
        QCOMPARE(hash("us-ascii", "Gr\xc3\xbc\xc3\x9f"
                                  "e\r\r\n"),
                 first);
        QVERIFY(hash("utf-8", "Gr\xc3\xbc\xc3\x9f"
                              "e \n") != first);
    }

    void readingForARowMakesTheSameRow()
    {
        const QByteArray raw =
            "From: Ada <ada@example.org>\nTo: Bob <b@example.org>, \"C, D\" <root@example.org>,\n "
            "x@example.org\n"
            "Cc: =?utf-8?q?J=C3=B6rg?= <j@example.org>\nSubject: Re: [PATCH] a\nMessage-ID: <2@example.org>\n"
            "In-Reply-To: <x@example.org>\nReferences: <root@example.org> <1@example.org> <j@example.org>\n\n"
            "Acked-by: Ada <ada@example.org>\n";
        const auto row = [&raw](patch::Detail detail) {
            return series::makeHead(patch::readMessage(raw, detail), {}, Sent, series::BotList(), Sent);
        };
        const series::MessageHead fromFull = row(patch::Detail::Full), fromHead = row(patch::Detail::Head);
        QCOMPARE(fromHead.references, (QList<QByteArray>{"1@example.org"})); // the others are people
        QCOMPARE(fromHead.inReplyTo, QByteArray());
        QCOMPARE(fromHead.followUp.accepted.size(), 1);
        QCOMPARE(fromHead.references, fromFull.references);
        QCOMPARE(fromHead.inReplyTo, fromFull.inReplyTo);
        QCOMPARE(fromHead.followUp.accepted, fromFull.followUp.accepted);
        QCOMPARE(fromHead.contentHash, fromFull.contentHash);
        QCOMPARE(fromHead.author, fromFull.author);
        QCOMPARE(fromHead.kind, fromFull.kind);
    }

    void botsAreThoseOnTheListAndNobodyElse()
    {
        const series::BotList bots;
        QVERIFY(bots.contains({u"kernel test robot"_s, u"someone@example.org"_s}));
        QVERIFY(bots.contains({u"lkp"_s, u"LKP@intel.com"_s}));
        QVERIFY(bots.contains({u"syzbot"_s, u"syzbot+0123@syzkaller.appspotmail.com"_s}));
        QVERIFY(bots.contains({{}, u"patchwork-bot+netdevbpf@kernel.org"_s}));
        QVERIFY(!bots.contains({u"James Talbot"_s, u"james.talbot@example.org"_s}));
        QVERIFY(!bots.contains({u"Robot Fan"_s, u"lkp@example.org"_s}));
        QVERIFY(!bots.contains({}));

        const series::BotList own(
            {u"# mine"_s, u"ci@example.org"_s, u"test-*@example.org"_s, u"name:The Builder"_s});
        QVERIFY(own.contains({{}, u"CI@example.org"_s}));
        QVERIFY(own.contains({{}, u"test-7@example.org"_s}));
        QVERIFY(!own.contains({{}, u"test-@example.org"_s}));
        QVERIFY(own.contains({u"the  builder"_s, {}}));
        QVERIFY(!own.contains({{}, u"lkp@intel.com"_s}));
        QCOMPARE(own.patterns().size(), 4);
    }
};

QTEST_APPLESS_MAIN(TestMessageHead)
#include "tst_messagehead.moc"
