// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/patch.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

const QByteArray simpleDiff =
    "diff --git a/one.c b/one.c\nindex 1111111..2222222 100644\n--- a/one.c\n+++ b/one.c\n"
    "@@ -1,3 +1,4 @@ int main(void)\n first\n-second\n+second, changed\n+a new one\n third\n";

patch::Patch read(const QByteArray &body, const QByteArray &fields = {},
                  const QByteArray &subject = "[PATCH] one: fix")
{
    return patch::readMessage("From: S Ender <sender@example.org>\nMessage-ID: <m@example.org>\nSubject: " +
                              subject + "\nDate: Tue, 20 May 2025 11:26:35 +0000\n" + fields + "\n" + body)
        .patch;
}

/// "path +added -removed" joined by " ; "
QString numstat(const patch::Patch &patch)
{
    QStringList files;
    for (const patch::FileDiff &file : patch.files)
        files << (file.binary ? file.path() + u" binary"_s
                              : u"%1 +%2 -%3"_s.arg(file.path()).arg(file.added).arg(file.removed));
    return files.join(u" ; "_s);
}

QByteArray gitSays(const QStringList &arguments, const QByteArray &input)
{
    QProcess git;
    git.start(u"git"_s, arguments);
    if (!git.waitForStarted())
        return "git did not start";
    git.write(input);
    git.closeWriteChannel();
    git.waitForFinished();
    return git.readAllStandardOutput();
}

} // namespace

class TestPatch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }
    void splitsAPatch();
    void takesTheAuthorFromTheBody_data();
    void takesTheAuthorFromTheBody();
    void endsTheMessageOnlyWhereAPatchFollows_data();
    void endsTheMessageOnlyWhereAPatchFollows();
    void leavesAQuotationsHeaderInAReply();
    void takesNoOffersFromAnAttachedPatch();
    void undoesListRewriting_data();
    void undoesListRewriting();
    void numbersLinesOfTheDiff();
    void readsDiffs_data();
    void readsDiffs();
    void tellsChangesApart();
    void agreesWithGit_data();
    void agreesWithGit();
    void readsFieldsOfTools();
    void readsLinks();
    void knowsLinks_data();
    void knowsLinks();
    void headLeavesOutWhatNoRowNeeds();
    void decodesInTheCharsetOfTheMail();
    void survivesTruncation();
};

void TestPatch::splitsAPatch()
{
    const patch::Patch patch =
        read("Why it is needed.\n\nSigned-off-by: S Ender <sender@example.org>\n---\nv2: better\n\n"
             " one.c | 3 ++-\n 1 file changed, 2 insertions(+), 1 deletion(-)\n\n" +
             simpleDiff + "-- \n2.39.5\n");
    QCOMPARE(patch.commitMessage, u"Why it is needed.\n\nSigned-off-by: S Ender <sender@example.org>\n"_s);
    QCOMPARE(patch.notes, u"v2: better\n"_s);
    QCOMPARE(patch.diffStat.lines.size(), 1);
    QCOMPARE(patch.diffStat.lines[0].path, u"one.c"_s);
    QCOMPARE(patch.diffStat.lines[0].changes, 3);
    QCOMPARE(patch.diffStat.files, 1);
    QCOMPARE(patch.diffStat.insertions, 2);
    QCOMPARE(patch.diffStat.deletions, 1);
    QCOMPARE(patch.diff, QString::fromLatin1(simpleDiff));
    QCOMPARE(patch.signature, u"2.39.5\n"_s);
    QCOMPARE(patch.trailers.size(), 1);
    QCOMPARE(numstat(patch), u"one.c +2 -1"_s);
    QVERIFY(patch.hasDiff);
    QVERIFY(!patch.authorInBody);
    QCOMPARE(patch.author.address, u"sender@example.org"_s);
}

void TestPatch::takesTheAuthorFromTheBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("author");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("message");
    const QString sender = u"S Ender <sender@example.org>"_s;
    const QString author = u"A U Thor <author@example.org>"_s;
    const QString subject = u"[PATCH] one: fix"_s;
    const QString date = u"2025-05-20T11:26:35Z"_s;
    QTest::newRow("none") << QByteArray("Text\n") << sender << subject << date << u"Text\n"_s;
    QTest::newRow("From") << QByteArray("From: A U Thor <author@example.org>\n\nText\n") << author << subject
                          << date << u"Text\n"_s;
    QTest::newRow("blank lines above") << QByteArray("\n\nFrom: A U Thor <author@example.org>\n\n\nText\n")
                                       << author << subject << date << u"Text\n"_s;
    QTest::newRow("all three, folded")
        << QByteArray("From: A U Thor\n <author@example.org>\nSubject: two:\n better\nDate: Mon, 1 Jan 2024 "
                      "00:00:00 +0100\n\nText\n")
        << author << u"two: better"_s << u"2023-12-31T23:00:00Z"_s << u"Text\n"_s;
    QTest::newRow("encoded") << QByteArray("From: =?utf-8?q?A_U_Thor?= <author@example.org>\n\nText\n")
                             << author << subject << date << u"Text\n"_s;
    QTest::newRow("more behind a comma")
        << QByteArray("From: A U Thor <author@example.org> sent: Friday, April 25\n\nText\n")
        << u"A U Thor sent: Friday, April 25 <author@example.org>"_s << subject << date << u"Text\n"_s;
    QTest::newRow("subject of a bare [PATCH]")
        << QByteArray("[PATCH] other\n\nText\n") << sender << u"[PATCH] other"_s << date << u"Text\n"_s;
    QTest::newRow("no header but prose") << QByteArray("From: my point of view it works\nText\n") << sender
                                         << subject << date << u"From: my point of view it works\nText\n"_s;
    QTest::newRow("not at the top") << QByteArray("Text\nFrom: A U Thor <author@example.org>\n") << sender
                                    << subject << date << u"Text\nFrom: A U Thor <author@example.org>\n"_s;
    QTest::newRow("scissors cut nothing")
        << QByteArray("Hello\n-- >8 --\nFrom: A U Thor <author@example.org>\n\nText\n") << sender << subject
        << date << u"Hello\n-- >8 --\nFrom: A U Thor <author@example.org>\n\nText\n"_s;
}

void TestPatch::takesTheAuthorFromTheBody()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, author);
    QFETCH(QString, subject);
    QFETCH(QString, date);
    QFETCH(QString, message);
    const patch::Patch patch = read(body + "---\n" + simpleDiff);
    QCOMPARE(patch.author.toString(), author);
    QCOMPARE(patch.subjectAfterInBody, subject);
    QCOMPARE(base::isoUtc(patch.authorDate.value()), date);
    QCOMPARE(patch.commitMessage, message);
    QCOMPARE(patch.submitter.address, u"sender@example.org"_s);
}

void TestPatch::endsTheMessageOnlyWhereAPatchFollows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("a ruler in a cover") << QByteArray("one\n---\ntwo\n") << u"one\n---\ntwo\n"_s;
    QTest::newRow("a ruler above a diffstat")
        << QByteArray("one\n---\n a.c | 1 +\n 1 file changed, 1 insertion(+)\n") << u"one\n"_s;
    QTest::newRow("original message")
        << QByteArray("one\n--- Original message ---\ntwo\n") << u"one\n--- Original message ---\ntwo\n"_s;
    QTest::newRow("diff without a ruler") << "one\n" + simpleDiff << u"one\n"_s;
    QTest::newRow("Index line") << QByteArray("one\nIndex: a.c\n===\n--- a.c\n+++ a.c\n@@ -1 +1 @@\n-a\n+b\n")
                                << u"one\n"_s;
    QTest::newRow("first ruler counts") << "one\n---\ntwo\n---\n" + simpleDiff << u"one\n"_s;
    QTest::newRow("four hyphens are text") << "one\n----\ntwo\n---\n" + simpleDiff << u"one\n----\ntwo\n"_s;
    QTest::newRow("diff of a new file that looks like a ruler")
        << QByteArray("one\n--- \n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n") << u"one\n"_s;
    QTest::newRow("signature of a cover") << QByteArray("one\n-- \n2.39\n") << u"one\n"_s;
}

void TestPatch::endsTheMessageOnlyWhereAPatchFollows()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    QCOMPARE(read(body).commitMessage, message);
}

void TestPatch::leavesAQuotationsHeaderInAReply()
{
    const patch::Patch patch =
        read("From: A U Thor <author@example.org>\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\n> hi\n\nok\n", {},
             "Re: [PATCH] x");
    QCOMPARE(patch.author.address, u"sender@example.org"_s);
    QVERIFY(patch.commitMessage.startsWith(u"From: A U Thor"_s));
}

void TestPatch::takesNoOffersFromAnAttachedPatch()
{
    const QByteArray sign = "-by: S Ender <sender@example.org>\n";
    const patch::Patch patch = read("--b\n\n> text\n\nReviewed" + sign +
                                        "--b\nContent-Type: text/x-patch\n\nBetter so.\n\nSigned-off" + sign +
                                        "---\n" + simpleDiff + "--b--\n",
                                    "Content-Type: multipart/mixed; boundary=b\n", "Re: [PATCH] one: fix");
    QVERIFY(patch.hasDiff);
    QCOMPARE(patch.followUp.accepted.size(), 1);
    QCOMPARE(patch.followUp.accepted[0].key, u"Reviewed-by"_s);
}

void TestPatch::undoesListRewriting_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("submitter");
    const QByteArray via = "From: A U Thor via a list <list@lists.example.org>\n";
    const QByteArray relay = "From: A U Thor via Relay <devnull+author.example.org@kernel.org>\n";
    const QString author = u"A U Thor <author@example.org>"_s;
    QTest::newRow("X-Original-From")
        << relay + "X-Original-From: A U Thor <author@example.org>\nReply-To: x@example.org\n"
        << author;
    QTest::newRow("Reply-To alone") << relay + "Reply-To: author@example.org\n" << author;
    QTest::newRow("Reply-To by name")
        << via + "Reply-To: A U Thor <author@example.org>, list@lists.example.org\n"
        << author;
    QTest::newRow("Cc by name") << via + "Cc: B <b@example.org>, A U Thor <author@example.org>\n" << author;
    QTest::newRow("nobody knows") << via << u"A U Thor <list@lists.example.org>"_s;
    QTest::newRow("not rewritten") << QByteArray("Reply-To: x@example.org\n")
                                   << u"S Ender <sender@example.org>"_s;
}

void TestPatch::undoesListRewriting()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, submitter);
    QCOMPARE(read("text\n", fields).submitter.toString(), submitter);
}

void TestPatch::numbersLinesOfTheDiff()
{
    const patch::Patch patch =
        read("text\n---\n" + simpleDiff + "@@ -10 +11,0 @@\n-gone\n\\ No newline at end of file\n" +
             "diff --git a/two b/two\n--- a/two\n+++ b/two\n@@ -1 +1 @@\n-x\n+y\n-- \n2.39\n");
    const QStringList lines = patch.diff.split(u'\n');
    QCOMPARE(patch.files.size(), 2);
    for (const patch::FileDiff &file : patch.files) {
        QVERIFY(lines[file.firstLine].startsWith(u"diff --git"_s));
        for (const patch::Hunk &hunk : file.hunks) {
            QVERIFY(lines[hunk.firstLine].startsWith(u"@@ -"_s));
            for (qsizetype i = 0; i < hunk.lines.size(); ++i)
                QCOMPARE(lines[hunk.firstLine + 1 + i], hunk.lines[i]);
        }
    }
    const patch::Hunk &first = patch.files[0].hunks[0];
    QCOMPARE(first.section, u"int main(void)"_s);
    QCOMPARE(first.oldStart, 1);
    QCOMPARE(first.oldCount, 3);
    QCOMPARE(first.newCount, 4);
    QCOMPARE(first.lines.size(), 5);
    QCOMPARE(patch.files[0].hunks[1].lines, (QStringList{u"-gone"_s, u"\\ No newline at end of file"_s}));
    QCOMPARE(patch.files[0].hunks[1].newCount, 0);
    QVERIFY(lines[patch.files[1].hunks[0].firstLine + 2] == u"+y"_s);
}

void TestPatch::readsDiffs_data()
{
    QTest::addColumn<QByteArray>("diff");
    QTest::addColumn<QString>("expected");
    QTest::newRow("usual") << simpleDiff << u"one.c +2 -1"_s;
    QTest::newRow("plain, with a date")
        << QByteArray("--- dir/a.c\t2024-01-01 00:00:00\n+++ dir/a.c\n@@ -1 +1 @@\n-a\n+b\n")
        << u"a.c +1 -1"_s;
    QTest::newRow("plain, no directory")
        << QByteArray("--- a.c\n+++ a.c\n@@ -1 +1 @@\n-a\n+b\n") << u"a.c +1 -1"_s;
    QTest::newRow("backup name") << QByteArray("--- x/a.c.orig\n+++ x/a.c\n@@ -1 +1 @@\n-a\n+b\n")
                                 << u"a.c +1 -1"_s;
    QTest::newRow("added")
        << QByteArray(
               "diff --git a/n b/n\nnew file mode 100644\n--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+a\n+b\n")
        << u"n +2 -0"_s;
    QTest::newRow("name with blanks")
        << QByteArray("diff --git a/a b c b/a b c\nold mode 100644\nnew mode 100755\n") << u"a b c +0 -0"_s;
    QTest::newRow("quoted name")
        << QByteArray("diff --git \"a/caf\\303\\251\" \"b/caf\\303\\251\"\n--- \"a/caf\\303\\251\"\n+++ "
                      "\"b/caf\\303\\251\"\n@@ -1 +1 @@\n-a\n+b\n")
        << u"caf\u00e9 +1 -1"_s;
    QTest::newRow("binary")
        << QByteArray(
               "diff --git a/p.png b/p.png\nindex 1..2 100644\nBinary files a/p.png and b/p.png differ\n")
        << u"p.png binary"_s;
    QTest::newRow("binary with data and another file")
        << QByteArray("diff --git a/p b/p\nindex 1..2 100644\nGIT binary patch\nliteral "
                      "3\nKcmZQz@\n\nliteral 0\nHcmV?d00001\n\n") +
               simpleDiff
        << u"p binary ; one.c +2 -1"_s;
    QTest::newRow("removed line that looks like a header")
        << QByteArray("diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,3 +1,2 @@\n a\n--- b\n+++ c\n-d\n")
        << u"f +1 -2"_s;
    QTest::newRow("context line that lost its blank")
        << QByteArray("diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n")
        << u"f +1 -1"_s;
    QTest::newRow("wrapped line, next file intact")
        << "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-a\nwrapped\n+b\n c\n" + simpleDiff
        << u"f +0 -1 ; one.c +2 -1"_s;
    QTest::newRow("header cut by a reviewer")
        << QByteArray("diff --git a/f b/f\n@@ -1 +1 @@\n-a\n+b\n") << u"f +1 -1"_s;
    QTest::newRow("CRLF") << QByteArray(simpleDiff).replace("\n", "\r\n") << u"one.c +2 -1"_s;
    QTest::newRow("quoted, so none") << QByteArray("> ") + QByteArray(simpleDiff).replace("\n", "\n> ")
                                     << QString();
    QTest::newRow("of no file, so none") << QByteArray("--- \n+++ \n@@ -1 +1 @@\n-a\n+b\n") << QString();
    QTest::newRow("mere words") << QByteArray("diff --git is a command\n@@ -1 +1 @@\n") << QString();
}

void TestPatch::readsDiffs()
{
    QFETCH(QByteArray, diff);
    QFETCH(QString, expected);
    const patch::Patch patch = read("text\n---\n" + diff);
    QCOMPARE(numstat(patch), expected);
    QCOMPARE(patch.hasDiff, !expected.isEmpty());
}

void TestPatch::tellsChangesApart()
{
    using Change = patch::FileDiff::Change;
    const patch::Patch patch = read("diff --git a/a b/a\nnew file mode 100644\nindex 000..e69\n"
                                    "diff --git a/b b/b\ndeleted file mode 100644\nindex e69..000\n"
                                    "diff --git a/c b/d\nsimilarity index 100%\nrename from c\nrename to d\n"
                                    "diff --git a/c b/e\nsimilarity index 100%\ncopy from c\ncopy to e\n"
                                    "diff --git a/f b/f\nold mode 100644\nnew mode 100755\n");
    QCOMPARE(patch.files.size(), 5);
    QCOMPARE(patch.files[0].change, Change::Added);
    QCOMPARE(patch.files[0].oldPath, QString());
    QCOMPARE(patch.files[1].change, Change::Deleted);
    QCOMPARE(patch.files[1].newPath, QString());
    QCOMPARE(patch.files[1].path(), u"b"_s);
    QCOMPARE(patch.files[2].change, Change::Renamed);
    QCOMPARE(patch.files[2].oldPath, u"c"_s);
    QCOMPARE(patch.files[2].newPath, u"d"_s);
    QCOMPARE(patch.files[3].change, Change::Copied);
    QCOMPARE(patch.files[4].change, Change::ModeChanged);
}

void TestPatch::agreesWithGit_data()
{
    QTest::addColumn<QByteArray>("diff");
    QTest::newRow("one file") << simpleDiff;
    QTest::newRow("two files") << simpleDiff + QByteArray(simpleDiff).replace("one.c", "two.c");
    QTest::newRow("text behind it")
        << simpleDiff + "base-commit: 0123456789012345678901234567890123456789\n-- \n2.39.5\n";
    QTest::newRow("no newline at the end") << QByteArray(
        "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n");
    QTest::newRow("renamed") << QByteArray(
        "diff --git a/c b/d\nsimilarity index 100%\nrename from c\nrename to d\n");
    QTest::newRow("binary")
        << QByteArray("diff --git a/p b/p\nindex 1111111..2222222 100644\nGIT binary patch\nliteral 3\n"
                      "KcmZQz00000\n\nliteral 0\nHcmV?d00001\n\n") +
               simpleDiff;
    QTest::newRow("context line that lost its blank")
        << QByteArray("diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n\nRegards\n");
}

void TestPatch::agreesWithGit()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not installed");
    QFETCH(QByteArray, diff);
    const patch::Patch patch = read("text\n---\n" + diff);
    QCOMPARE(patch.patchId, gitSays({u"patch-id"_s, u"--stable"_s}, "---\n" + diff).left(40));
    QCOMPARE(patch.patchId.size(), 40);
}

void TestPatch::readsFieldsOfTools()
{
    const patch::Patch patch =
        read("A cover.\n\n---\nbase-commit: 0123456789012345678901234567890123456789 (tag)\n"
             "change-id: 20250520-topic-0123456789ab\nprerequisite-change-id: other\n"
             "prerequisite-message-id: <p@example.org>\nDepends-on: <d@example.org>\n"
             "Based-on: https://lore.kernel.org/r/b@example.org\n"
             "Supersedes: <old@example.org>\n",
             {}, "[PATCH 0/2] x");
    QCOMPARE(patch.changeId, "20250520-topic-0123456789ab");
    QCOMPARE(patch.baseCommit, "0123456789012345678901234567890123456789");
    QCOMPARE(patch.prerequisites, (QList<QByteArray>{"prerequisite-change-id: other",
                                                     "prerequisite-message-id: <p@example.org>"}));
    QCOMPARE(patch.dependsOn, (QList<QByteArray>{"d@example.org", "b@example.org"}));
    QCOMPARE(patch.supersedes, QList<QByteArray>{"old@example.org"});
    const patch::Patch inDiff =
        read("x\n---\ndiff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,0 +1 @@\n+change-id: no\n");
    QCOMPARE(inDiff.changeId, QByteArray());
}

void TestPatch::readsLinks()
{
    const QByteArray link = "https://lore.kernel.org/r/v1@example.org";
    QCOMPARE(read("see " + link + ".\n", {}, "[PATCH 0/2] x").links, QList<QByteArray>{"v1@example.org"});
    QCOMPARE(read("see " + link + "\n---\n" + simpleDiff).links, QList<QByteArray>());
    QCOMPARE(read("x\n---\nv1: <" + link + ">\n\n" + simpleDiff).links, QList<QByteArray>{"v1@example.org"});
}

void TestPatch::knowsLinks_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("r") << u"https://lore.kernel.org/r/a@example.org"_s << QByteArray("a@example.org");
    QTest::newRow("all") << u"https://lore.kernel.org/all/a@example.org/"_s << QByteArray("a@example.org");
    QTest::newRow("list and thread") << u"http://lore.kernel.org/some-list/a@example.org/T/#u"_s
                                     << QByteArray("a@example.org");
    QTest::newRow("encoded") << u"https://lore.kernel.org/r/a%2Bb%40example.org"_s
                             << QByteArray("a+b@example.org");
    QTest::newRow("encoded slash") << u"https://lore.kernel.org/all/a%2Fb@example.org/"_s
                                   << QByteArray("a/b@example.org");
    QTest::newRow("patch.msgid.link")
        << u"https://patch.msgid.link/a@example.org"_s << QByteArray("a@example.org");
    QTest::newRow("lkml") << u"https://lkml.kernel.org/r/a@example.org"_s << QByteArray("a@example.org");
    QTest::newRow("elsewhere") << u"https://example.org/r/a@example.org"_s << QByteArray();
    QTest::newRow("no message") << u"https://lore.kernel.org/some-list/"_s << QByteArray();
    QTest::newRow("no link") << u"a@example.org"_s << QByteArray();
}

void TestPatch::knowsLinks()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, id);
    QCOMPARE(patch::messageIdOfLink(url), id);
}

void TestPatch::headLeavesOutWhatNoRowNeeds()
{
    const QByteArray raw = "From: S Ender <sender@example.org>\nSubject: [PATCH v2 1/2] "
                           "x\n\nWhy\n\nSigned-off-by: S <s@example.org>\n---\n"
                           "change-id: abc\n" +
                           simpleDiff;
    const patch::Patch full = patch::readMessage(raw).patch;
    const patch::Patch head = patch::readMessage(raw, patch::Detail::Head).patch;
    QVERIFY(!full.text.isEmpty() && !full.diff.isEmpty() && !full.files[0].hunks.isEmpty());
    QVERIFY(head.text.isEmpty() && head.diff.isEmpty() && head.files.isEmpty());
    QVERIFY(!head.patchId.isEmpty());
    QCOMPARE(head.patchId, full.patchId);
    QVERIFY(head.hasDiff && head.insertions > 0);
    QCOMPARE(head.insertions, full.insertions);
    QCOMPARE(head.deletions, full.deletions);
    QCOMPARE(head.author, full.author);
    QCOMPARE(head.trailers, full.trailers);
    QCOMPARE(head.changeId, full.changeId);
    QCOMPARE(head.prefix, full.prefix);
}

void TestPatch::decodesInTheCharsetOfTheMail()
{
    const patch::Patch patch = read("From: J\xf6rg <joerg@example.org>\n\nGr\xfc\xdf"
                                    "e\n---\ndiff --git a/f b/f\n--- a/f\n"
                                    "+++ b/f\n@@ -1 +1 @@\n-\xe4\n+\xf6\n",
                                    "Content-Type: text/plain; charset=iso-8859-1\n");
    QCOMPARE(patch.author.name, u"J\u00f6rg"_s);
    QCOMPARE(patch.commitMessage, u"Gr\u00fc\u00dfe\n"_s);
    QCOMPARE(patch.files[0].hunks[0].lines, (QStringList{u"-\u00e4"_s, u"+\u00f6"_s}));
}

void TestPatch::survivesTruncation()
{
    const QByteArray raw =
        "From: S <s@example.org>\nSubject: [PATCH] x\n\nFrom: A <a@example.org>\n\nWhy\n---\n f | 2 +-\n"
        " 1 file changed, 1 insertion(+), 1 deletion(-)\n\n" +
        simpleDiff + "diff --git \"a/q\\30\" \"b/q\"\nGIT binary patch\nliteral 3\nabc\n\n-- \n2.39\n";
    for (qsizetype size = 0; size <= raw.size(); ++size)
        patch::readMessage(raw.left(size));
    QVERIFY(patch::readMessage(raw).patch.hasDiff);
}

QTEST_GUILESS_MAIN(TestPatch)
#include "tst_patch.moc"
