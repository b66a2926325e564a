// SPDX-License-Identifier: GPL-3.0-or-later
// From commits to mails, through the built program, back to commits by git am: author, date, message and
// files must be those that the mails were made from.
#include "tests/support/archivebuilder.h"
#include "tests/support/gitscratch.h"
#include "tests/support/madeuplist.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::GitCommit;
using tests::GitScratch;
using tests::MadeUpList;
using tests::MboxFlavour;

namespace {

const auto Ada = u"Ada Lovelace <ada@example.org>"_s;
const auto Asa = u"Åsa Öberg-Łukasiewicz <asa@example.org>"_s; // mailed by Ada: an in-body From
const auto Kanji = u"山田 太郎 <taro@example.org>"_s;

const QByteArray Bob = "Bob Nilsson <bob@example.org>";
const QByteArray Carol = "\"Carol Díaz\" <carol@example.org>";
const QByteArray Dave = "Dave <dave@example.org>";

struct Outcome
{
    int state = -1;
    QByteArray out;
    QByteArray error;
};

Outcome am(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(LOREDESK_BINARY), QStringList{u"am"_s} + arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, "crashed or hung: " + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray bytes(int from, int count)
{
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += char((from + i * 7) % 256);
    return all;
}

QByteArray numbered(int count, const QByteArray &end)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += "line " + QByteArray::number(i) + end;
    return text;
}

} // namespace

#define COMPARE_STATE(outcome, expected) QVERIFY2(outcome.state == expected, outcome.error.constData())

class TestAm : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void gitAmMakesTheCommitsThatTheMailsWereMadeFrom_data();
    void gitAmMakesTheCommitsThatTheMailsWereMadeFrom();
    void everyDialectAndArchiveGivesTheSame();
    void saysWhatWasAppliedAndWhatWasNot();
    void withoutTrailersItIsAsItWasSent();
    void aMissingPatchIsRefusedUnlessAllowed();

private:
    void makeCommits();
    void makeMails();
    void compare(const QList<GitCommit> &made, const QStringList &branches,
                 const QList<QStringList> &trailers);

    GitScratch m_git;
    MadeUpList m_list;
    QList<QByteArray> m_first, m_second, m_third; ///< commits of the versions
    ArchiveBuilder m_builder;
    QString m_mbox;
};

void TestAm::initTestCase()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not installed");
    makeCommits();
    makeMails();
    m_mbox = m_builder.mbox(u"list.mbox"_s, m_list.mails());
}

void TestAm::makeCommits()
{
    const auto commit = [this](const QString &author, int minute, const QString &message) {
        return m_git.commit(author, u"2025-05-20T1%1:30:00 +0530"_s.arg(minute), message);
    };
    m_git.write(u"frob.c"_s, numbered(40, "\n"));
    m_git.write(u"dos.txt"_s, numbered(20, "\r\n"));
    m_git.write(u"logo.bin"_s, bytes(0, 300));
    commit(Ada, 0, u"base\n"_s);
    m_git.git({u"branch"_s, u"base"_s});

    // What would be lost on the way if anybody took it for something else.
    const auto first = [&] {
        m_git.write(u"frob.c"_s, "From here on\n" + numbered(40, "\n") + "From there\n>From quoted\n");
        return commit(
            Asa, 1,
            u"frob: begin with From\n\nFrom now on every file begins so.\n>From the start it did.\n\n"
            "-- >8 --\nThis is not cut: scissors are for those who ask for them.\n\n"
            "Signed-off-by: Åsa Öberg-Łukasiewicz <asa@example.org>\n"
            "Signed-off-by: Ada Lovelace <ada@example.org>\n"_s);
    };
    const auto second = [&](const QByteArray &word) {
        m_git.write(u"dos.txt"_s, word + "\r\n" + numbered(20, "\r\n") + "no end");
        return commit(
            Ada, 2,
            u"frob: say %1 with carriage returns, in a subject so long that it is folded on its way to "
            "the list\n\nSigned-off-by: Ada Lovelace <ada@example.org>\n"_s.arg(QLatin1StringView(word)));
    };
    const auto third = [&] {
        m_git.write(u"logo.bin"_s, bytes(5, 900));
        m_git.write(u"空白 name.txt"_s, "new\n");
        return commit(Kanji, 3, u"ロゴ: a new logo\n\nBinary, and a file with a blank in its name.\n"_s);
    };
    const auto branch = [this](const QString &name) {
        m_git.git({u"checkout"_s, u"-q"_s, u"-b"_s, name, u"base"_s});
    };
    branch(u"v1"_s);
    m_first = {first(), second("hello"), third()};
    branch(u"v2"_s);
    m_second = {first(), second("welcome"), third()};
    branch(u"v3"_s); // the second patch alone is sent again
    m_third = {first(), second("good bye"), third()};
}

void TestAm::makeMails()
{
    m_list.add({"[PATCH 0/3] frob everything", "v1-0", {}}, "Three patches.\n");
    m_list.addPatch(m_git, m_first[0], {"PATCH 1/3", "v1-1", "v1-0"});
    m_list.addPatch(m_git, m_first[1], {"PATCH 2/3", "v1-2", "v1-0"});
    m_list.addPatch(m_git, m_first[2], {"PATCH 3/3", "v1-3", "v1-0"});
    m_list.add({"Re: [PATCH 1/3] frob: begin with From", "r1", "v1-1", Bob},
               "> Tested-by: Nobody <nobody@example.org>\n\nFine.\n\nReviewed-by: " + Bob + "\n-- \nBob\n");
    m_list.add({"Re: [PATCH 2/3] frob: say hello", "r2", "v1-2", Bob}, "Reviewed-by: " + Bob + "\n");

    m_list.add({"[PATCH v2 0/3] frob everything", "v2-0", {}}, "Now it welcomes.\n");
    m_list.addPatch(m_git, m_second[2], {"PATCH v2 3/3", "v2-3", "v2-0"}); // out of order
    m_list.addPatchInBase64(m_git, m_second[0], {"PATCH v2 1/3", "v2-1", "v2-0"});
    m_list.addPatch(m_git, m_second[1], {"PATCH v2 2/3", "v2-2", "v2-0"});
    m_list.add({"Re: [PATCH v2 0/3] frob everything", "r3", "v2-0", Carol},
               "For all of them:\nAcked-by: Carol Díaz <carol@example.org>\n");
    m_list.add({"Re: [PATCH v2 2/3] frob: say welcome", "r4", "v2-2", Dave},
               "Tested-by: Erin <erin@example.com>\nNacked-by: Dave <dave@example.org>\n");

    m_list.addPatch(m_git, m_third[1], {"PATCH v3 2/3", "v3-2", "v2-2"});
    m_list.add({"Re: [PATCH v3 2/3] frob: say good bye", "r5", "v3-2", Dave},
               "Tested-by: Dave\n <dave@example.org>\n");

    m_list.addPatch(m_git, m_first[0], {"PATCH 1/2", "half-1", {}, "Half <half@example.org>"});
}

/// Commits against those that the mails were made from: everything but the id, and the trailers that replies
/// gave below the message.
void TestAm::compare(const QList<GitCommit> &made, const QStringList &branches,
                     const QList<QStringList> &trailers)
{
    QCOMPARE(made.size(), branches.size());
    for (qsizetype i = 0; i < made.size(); ++i) {
        const GitCommit meant = m_git.commits(branches[i]).value(i);
        QCOMPARE(made[i].author, meant.author);
        QCOMPARE(made[i].date, meant.date);
        QCOMPARE(made[i].subject, meant.subject);
        QString message = meant.message;
        // A message without a block of its own gets an empty line between.
        if (!trailers[i].isEmpty())
            message +=
                (meant.message.contains("Signed-off-by"_L1) ? u"\n"_s : u"\n\n"_s) + trailers[i].join(u'\n');
        QCOMPARE(made[i].message, message);
    }
    QCOMPARE(made.last().tree, m_git.git({u"rev-parse"_s, u"made-of^{tree}"_s}).out.trimmed());
}

void TestAm::gitAmMakesTheCommitsThatTheMailsWereMadeFrom_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("branch");
    QTest::addColumn<QList<QStringList>>("trailers");
    const auto bob = u"Reviewed-by: Bob Nilsson <bob@example.org>"_s;
    const auto carol = u"Acked-by: Carol Díaz <carol@example.org>"_s;
    QTest::newRow("the first version, asked for")
        << QStringList{u"v2-1@example.org"_s, u"--version"_s, u"1"_s} << u"v1"_s
        << QList<QStringList>{{bob}, {bob}, {}};
    // What Bob gave to the first patch follows it, as that did not change.
    QTest::newRow("the second, by a reply to the first")
        << QStringList{u"<r1@example.org>"_s, u"--version"_s, u"v2"_s} << u"v2"_s
        << QList<QStringList>{{bob, carol}, {carol}, {carol}};
    QTest::newRow("the newest, a partial reroll, by the first cover")
        << QStringList{u"v1-0@example.org"_s} << u"v3"_s
        << QList<QStringList>{{bob, carol}, {u"Tested-by: Dave <dave@example.org>"_s}, {carol}};
}

void TestAm::gitAmMakesTheCommitsThatTheMailsWereMadeFrom()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, branch);
    QFETCH(const QList<QStringList>, trailers);
    const Outcome outcome = am(QStringList{m_mbox} + arguments);
    COMPARE_STATE(outcome, 0);
    const GitScratch::Run applied = m_git.am(u"made"_s, outcome.out);
    QVERIFY2(applied.ok, applied.error.constData());
    m_git.git({u"branch"_s, u"-f"_s, u"made-of"_s, branch});
    compare(m_git.commits(u"made"_s), {branch, branch, branch}, trailers);
}

void TestAm::everyDialectAndArchiveGivesTheSame()
{
    const QByteArray expected = am({m_mbox, u"v1-0@example.org"_s}).out;
    QVERIFY(expected.startsWith("From "));
    const QStringList others = {
        m_builder.mbox(u"cl2.mbox"_s, m_list.mails(), MboxFlavour::Mboxcl2),
        m_builder.file(u"list.mbox.gz"_s, ArchiveBuilder::gzipped(ArchiveBuilder::mboxBytes(
                                              m_list.mails(), MboxFlavour::Mboxrd))),
        m_builder.maildir(u"maildir"_s, m_list.mails()),
        m_builder.bareEpoch(u"epoch.git"_s, ArchiveBuilder::adding(m_list.mails())),
    };
    for (const QString &other : others) {
        const Outcome outcome = am({other, u"v1-0@example.org"_s});
        COMPARE_STATE(outcome, 0);
        QVERIFY2(outcome.out == expected, qUtf8Printable(other));
    }
    // git reads what was written as any dialect: no line in it needs unescaping.
    const GitScratch::Run applied = m_git.am(u"made"_s, expected);
    QVERIFY2(applied.ok, applied.error.constData());
    const QByteArray tip = m_git.git({u"rev-parse"_s, u"made"_s}).out;
    m_git.git({u"checkout"_s, u"-q"_s, u"-B"_s, u"made"_s, u"base"_s});
    QVERIFY(m_git.git({u"am"_s, u"-q"_s, u"--patch-format=mboxrd"_s}, expected).ok);
    QCOMPARE(m_git.git({u"rev-parse"_s, u"made"_s}).out, tip);
}

void TestAm::saysWhatWasAppliedAndWhatWasNot()
{
    const Outcome newest = am({m_mbox, u"v1-0@example.org"_s});
    COMPARE_STATE(newest, 0);
    QVERIFY2(newest.error.contains("+ Reviewed-by: Bob Nilsson <bob@example.org> <r1@example.org>\n"),
             newest.error.constData());
    QVERIFY(newest.error.contains("(of v2)")); // what fills the holes
    const Outcome second = am({m_mbox, u"v1-0@example.org"_s, u"--version"_s, u"2"_s});
    QVERIFY2(second.error.contains("! not applied: Tested-by: Erin <erin@example.com>, sent by Dave "
                                   "<dave@example.org> <r4@example.org>\n"),
             second.error.constData());
    QVERIFY(second.error.contains("! Nacked-by: Dave <dave@example.org> <r4@example.org>\n"));
    QVERIFY(!second.out.contains("Erin") && !second.out.contains("Nacked"));
}

void TestAm::withoutTrailersItIsAsItWasSent()
{
    const Outcome outcome = am({m_mbox, u"v2-0@example.org"_s, u"--version"_s, u"2"_s, u"--no-trailers"_s});
    COMPARE_STATE(outcome, 0);
    QVERIFY(m_git.am(u"made"_s, outcome.out).ok);
    m_git.git({u"branch"_s, u"-f"_s, u"made-of"_s, u"v2"_s});
    compare(m_git.commits(u"made"_s), {u"v2"_s, u"v2"_s, u"v2"_s}, {{}, {}, {}});
}

void TestAm::aMissingPatchIsRefusedUnlessAllowed()
{
    const Outcome refused = am({m_mbox, u"half-1@example.org"_s});
    COMPARE_STATE(refused, 4);
    QVERIFY(refused.out.isEmpty());
    QVERIFY2(refused.error.contains("2/2") && refused.error.contains("--allow-missing"),
             refused.error.constData());
    const Outcome allowed = am({m_mbox, u"half-1@example.org"_s, u"--allow-missing"_s});
    COMPARE_STATE(allowed, 1);
    QVERIFY2(allowed.error.contains("2/2"), allowed.error.constData());
    const GitScratch::Run applied = m_git.am(u"made"_s, allowed.out);
    QVERIFY2(applied.ok, applied.error.constData());
    const QList<GitCommit> made = m_git.commits(u"made"_s);
    QCOMPARE(made.size(), 1);
    QCOMPARE(made[0].tree, m_git.commits(u"v1"_s).first().tree);
    QCOMPARE(made[0].author, Asa);
}

QTEST_GUILESS_MAIN(TestAm)
#include "tst_am.moc"
