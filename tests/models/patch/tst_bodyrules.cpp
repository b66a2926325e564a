// SPDX-License-Identifier: GPL-3.0-or-later
// What the body of a patch means, rule by rule. tst_gitreading holds the same against git on real mail.
#include "models/patch/patch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

const QByteArray diff = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n";

patch::ReadMessage read(const QByteArray &body, const QByteArray &fields = {},
                        const QByteArray &from = "S Ender <sender@example.org>",
                        const QByteArray &subject = "[PATCH] x: fix")
{
    return patch::readMessage("From: " + from + "\nMessage-ID: <m@example.org>\nSubject: " + subject +
                              "\nDate: Tue, 20 May 2025 11:26:35 +0000\n" + fields + "\n" + body);
}

} // namespace

class TestBodyRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void theInBodyHeaderOverridesTheHeader()
    {
        const patch::Patch patch = read("From: A U Thor <author@example.com>\nSubject: y: better\n"
                                        "Date: Mon, 1 Jan 2024 00:00:00 +0000\n\nText\n---\n" +
                                        diff)
                                       .patch;
        QCOMPARE(patch.author.domain(), u"example.com"_s);
        QCOMPARE(patch.submitter.domain(), u"example.org"_s);
        QCOMPARE(patch.subjectAfterInBody, u"y: better"_s);
        QCOMPARE(patch.authorDate, std::optional<base::UnixSeconds>(1704067200));
        QCOMPARE(patch.commitMessage, u"Text\n"_s);
    }

    void scissorsCutNothingUnlessGitIsTold()
    {
        QCOMPARE(read("Hello\n-- >8 --\nText\n---\n" + diff).patch.commitMessage,
                 u"Hello\n-- >8 --\nText\n"_s);
    }

    void listRewritingIsUndone_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("body");
        const QByteArray via = "A U Thor via list <list@lists.example.net>";
        QTest::newRow("through an in-body From")
            << via << QByteArray() << QByteArray("From: A U Thor <author@example.com>\n\nText\n");
        QTest::newRow("X-Original-From") << via
                                         << QByteArray("X-Original-From: A U Thor <author@example.com>\n"
                                                       "Reply-To: other@example.net\n")
                                         << QByteArray("Text\n");
        QTest::newRow("Reply-To")
            << QByteArray("A U Thor via B4 Relay <devnull+author.example.com@relay.example.net>")
            << QByteArray("Reply-To: author@example.com\nCc: A U Thor <other@example.net>\n")
            << QByteArray("Text\n");
        QTest::newRow("Cc by name") << via << QByteArray("Cc: x@example.net, A U Thor <author@example.com>\n")
                                    << QByteArray("Text\n");
    }

    void listRewritingIsUndone()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, body);
        QCOMPARE(read(body + "---\n" + diff, fields, from).patch.author.toString(),
                 u"A U Thor <author@example.com>"_s);
    }

    void thePartThatHoldsTheDiffIsPreferred()
    {
        const patch::ReadMessage message =
            read("--b\n\nText\n--b\nContent-Type: text/x-patch\n\n" + diff + "--b--\n",
                 "Content-Type: multipart/mixed; boundary=b\n");
        QVERIFY(message.patch.hasDiff);
        QCOMPARE(message.message.body, u"Text\n"_s);
    }

    void anUnknownCharsetIsUtf8ElseWindows1252AndDropsNothing()
    {
        const QByteArray type = "Content-Type: text/plain; charset=y\nContent-Transfer-Encoding: 8bit\n";
        QCOMPARE(read("caf\xc3\xa9\n", type).message.body, u"caf\u00e9\n"_s);
        QCOMPARE(read("caf\xe9 \x80\n", type).message.body, u"caf\u00e9 \u20ac\n"_s);
        QVERIFY(!read("caf\xe9\n", type).message.problems.isEmpty());
    }

    void theMessageEndsAtAnUnderstoodBreakOnly()
    {
        QCOMPARE(read("Text\n---\nnotes\n\n x | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\n" +
                      diff + "-- \n2.39.5\n")
                     .patch.commitMessage,
                 u"Text\n"_s);
        QCOMPARE(read("Text\n---\nstill text\n").patch.commitMessage, u"Text\n---\nstill text\n"_s);
        QCOMPARE(read("Text\n" + diff).patch.commitMessage, u"Text\n"_s);
        QCOMPARE(read("Text\nIndex: x\n===\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n").patch.commitMessage,
                 u"Text\n"_s);
        QCOMPARE(read("Text\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n").patch.commitMessage, u"Text\n"_s);
    }

    void notesDiffstatDiffAndSignatureFollow()
    {
        const patch::Patch patch = read("Text\n---\nv2: notes\n\n x | 2 +-\n 1 file changed, 1 insertion(+), "
                                        "1 deletion(-)\n\n" +
                                        diff + "-- \n2.39.5\n")
                                       .patch;
        QCOMPARE(patch.notes, u"v2: notes\n"_s);
        QCOMPARE(patch.diffStat.files, 1);
        QVERIFY(patch.diff.startsWith(u"diff --git"_s) && patch.diff.endsWith(u"+b\n"_s));
        QCOMPARE(patch.signature, u"2.39.5\n"_s);
    }

    void changeIdIsALineOfItsOwn()
    {
        QCOMPARE(read("Text\n\nprerequisite-change-id: p\nsee change-id: s\nchange-id: c\n").patch.changeId,
                 QByteArray("c"));
    }

    void fieldsOfToolsAreRead()
    {
        const patch::Patch patch =
            read("Text\n---\n" + diff +
                 "\nbase-commit: 0123456789012345678901234567890123456789\nbase-tree: t\n"
                 "prerequisite-patch-id: i\nprerequisite-message-id: <p@example.org>\n"
                 "prerequisite-change-id: c:v1\nDepends-on: <d@example.org>\n"
                 "Based-on: <b@example.org>\nSupersedes: <s@example.org>\n")
                .patch;
        QCOMPARE(patch.baseCommit, QByteArray("0123456789012345678901234567890123456789"));
        QCOMPARE(patch.prerequisites.size(), 4);
        QCOMPARE(patch.dependsOn, (QList<QByteArray>{"d@example.org", "b@example.org"}));
        QCOMPARE(patch.supersedes, QList<QByteArray>{"s@example.org"});
    }

    void thePatchIdIsGitsStableOne()
    {
        // git patch-id --stable, 2.39.5
        QCOMPARE(read("Text\n---\n" + diff).patch.patchId,
                 QByteArray("145e3cc0dc6c33a0fe33b1599033369dd88e1a5a"));
        QCOMPARE(read("Other\n" + QByteArray(diff).replace("@@ -1 +1 @@", "@@ -7 +9 @@")).patch.patchId,
                 QByteArray("145e3cc0dc6c33a0fe33b1599033369dd88e1a5a"));
    }

    void linksAreEqualByMessageId()
    {
        for (const QString &link : {u"https://lore.kernel.org/r/a%2Bb@example.org"_s,
                                    u"https://lore.kernel.org/all/a+b@example.org/"_s,
                                    u"https://lore.kernel.org/linux-frob/a+b@example.org/T/#u"_s,
                                    u"https://patch.msgid.link/a+b@example.org"_s,
                                    u"http://lkml.kernel.org/r/a%2bb%40example.org"_s})
            QCOMPARE(patch::messageIdOfLink(link), QByteArray("a+b@example.org"));
    }
};

QTEST_GUILESS_MAIN(TestBodyRules)
#include "tst_bodyrules.moc"
