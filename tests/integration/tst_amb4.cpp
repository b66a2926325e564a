// SPDX-License-Identifier: GPL-3.0-or-later
// loredesk am and b4 am on the same mailbox: the same patches with the same trailers. Held against the b4
// 0.12 of Debian 12, offline. Where the project's rules differ on purpose, a test says so and why.
#include "models/archive/archive.h"
#include "models/patch/patch.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/gitscratch.h"
#include "tests/support/madeuplist.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::GitScratch;
using tests::MadeUpList;

namespace {

const auto Ada = u"Ada Lovelace <ada@example.org>"_s;
const auto Asa = u"Åsa Öberg <asa@example.org>"_s;
const QByteArray Bob = "Bob Nilsson <bob@example.org>";
const QByteArray Carol = "Carol <carol@example.org>";
const QByteArray Dave = "Dave <dave@example.org>";

/// One patch of an mbox that is ready for git am.
struct ReadyPatch
{
    QByteArray id;
    QString author, subject;
    QByteArray patchId;
    QStringList trailers;
};

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

/// Words enough for git to fold a subject.
QString longWord()
{
    return u"много слов, "_s.repeated(8).trimmed();
}

} // namespace

class TestAmB4 : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void patchesAndTrailersAreThoseOfB4_data();
    void patchesAndTrailersAreThoseOfB4();
    void trailersFollowAPatchThatDidNotChange();
    void aNameWithACommaIsNoPassport();
    void commasSeparateWhatStandsInBrackets();
    void aFoldedSubjectIsReadLikeAnyOther();

private:
    void makeMails();
    QByteArray commit(const QString &author, int minute, const QByteArray &word);
    QByteArray run(const QString &program, const QStringList &arguments);
    QList<ReadyPatch> ready(const QByteArray &mbox);
    QList<ReadyPatch> byB4(const QString &id, int version);
    QList<ReadyPatch> byLoredesk(const QString &id, int version);

    GitScratch m_git;
    MadeUpList m_list;
    ArchiveBuilder m_builder;
    QString m_mbox;
    int m_numberOfBoxes = 0;
};

void TestAmB4::initTestCase()
{
    for (const auto &program : {u"git"_s, u"b4"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qUtf8Printable(program + " is not installed"_L1));
    }
    if (const QByteArray version = run(u"b4"_s, {u"--version"_s}); !version.startsWith("0.12"))
        QSKIP("the rules of another b4 than 0.12 are not known here");
    makeMails();
    m_mbox = m_builder.mbox(u"list.mbox"_s, m_list.mails());
}

QByteArray TestAmB4::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_builder.directory());
    environment.insert(u"XDG_CACHE_HOME"_s, m_builder.directory());
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    // b4 compares trailers with one of the user's own, so there has to be a user.
    environment.insert(u"GIT_CONFIG_GLOBAL"_s,
                       m_builder.file(u"gitconfig"_s, "[user]\nname = Nobody\nemail = nobody@example.org\n"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_builder.directory());
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

QByteArray TestAmB4::commit(const QString &author, int minute, const QByteArray &word)
{
    m_git.write(u"frob-%1.c"_s.arg(minute), word + '\n');
    return m_git.commit(author, u"2025-05-20T10:%1:00 +0200"_s.arg(minute, 2, 10, '0'_L1),
                        u"frob: say %1\n\nSigned-off-by: %2\n"_s.arg(QString::fromUtf8(word), author));
}

void TestAmB4::makeMails()
{
    m_git.write(u"frob.c"_s, "frob\n");
    commit(Ada, 0, "base");
    const QByteArray one = commit(Asa, 1, "one"), two = commit(Ada, 2, "deux"),
                     three = commit(Ada, 3, "three");
    const QByteArray uno = commit(Asa, 1, "uno"), due = commit(Ada, 2, "due"), tre = commit(Ada, 3, "tre");

    m_list.add({"[PATCH 0/3] frob: say it", "v1-0", {}}, "Three words.\n");
    m_list.addPatch(m_git, one, {"PATCH 1/3", "v1-1", "v1-0"});
    m_list.addPatch(m_git, two, {"PATCH 2/3", "v1-2", "v1-0"});
    m_list.addPatch(m_git, three, {"PATCH 3/3", "v1-3", "v1-0"});
    const auto answer = [this](const QByteArray &id, const QByteArray &to, const QByteArray &from,
                               const QByteArray &body) {
        m_list.add({"Re: [PATCH] frob: say it", id, to, from}, body);
    };
    answer("r1", "v1-1", Bob, "> Acked-by: Quoted <quoted@example.org>\n\nReviewed-by: " + Bob + "\n");
    answer("r2", "v1-0", Carol, "Acked-by: " + Carol + "\n-- \nTested-by: " + Carol + "\n");
    answer("r3", "v1-2", Dave, "Tested-by: Erin <erin@example.com>\nReviewed-by: " + Dave + "\n");
    answer("r4", "r1", Bob,
           "And again:\nreviewed-by: " + Bob + "\nTested-by: " + Bob + " # on one machine\n");

    m_list.add({"[PATCH v2 0/3] frob: say it", "v2-0", {}}, "Other words.\n");
    m_list.addPatch(m_git, tre, {"PATCH v2 3/3", "v2-3", "v2-0"});
    m_list.addPatch(m_git, due, {"PATCH v2 2/3", "v2-2", "v2-0"});
    m_list.addPatch(m_git, uno, {"PATCH v2 1/3", "v2-1", "v2-0"});
    answer("r5", "v2-2", Dave, "Reviewed-by: Dave <dave+kernel@example.org>\n");

    const QByteArray same = commit(Ada, 4, "same");
    m_list.addPatch(m_git, same, {"PATCH v3", "v3-1", {}});
    answer("r6", "v3-1", "Frank <frank@example.org>", "Reviewed-by: Frank <frank@example.org>\n");
    m_list.addPatch(m_git, same, {"PATCH v4", "v4-1", {}});

    m_list.addPatch(m_git, commit(Ada, 5, "comma"), {"PATCH", "comma", {}});
    answer("r7", "comma", "\"Roe, Jane\" <jane@example.org>", "Tested-by: Erin <erin@example.com>\n");

    m_list.addPatch(m_git, commit(Ada, 6, "tagged"), {"PATCH v5,net-next,1/2", "tags-1", {}});
    m_list.addPatch(m_git, commit(Ada, 7, "tagged too"), {"PATCH v5,net-next,2/2", "tags-2", "tags-1"});

    m_list.addPatch(m_git, commit(Ada, 8, longWord().toUtf8()), {"PATCH", "folded", {}});
}

QList<ReadyPatch> TestAmB4::ready(const QByteArray &mbox)
{
    const auto archive = archive::open(m_builder.file(u"ready-%1.mbox"_s.arg(++m_numberOfBoxes), mbox));
    if (!archive)
        return {};
    base::NoProgress progress;
    const auto listing = (*archive)->list({}, progress);
    const auto reader = (*archive)->reader();
    QList<ReadyPatch> patches;
    for (const archive::Entry &entry : listing->entries) {
        const patch::ReadMessage read = patch::readMessage(*reader->read(entry.position));
        if (!read.patch.hasDiff)
            continue; // b4 writes the cover, too
        QStringList trailers;
        for (const patch::Trailer &trailer : read.patch.trailers)
            trailers << trailer.toString();
        patches.append({read.message.messageId, read.patch.author.toString(), read.patch.prefix.title,
                        read.patch.patchId, trailers});
    }
    return patches;
}

QList<ReadyPatch> TestAmB4::byB4(const QString &id, int version)
{
    return ready(run(u"b4"_s, {u"--offline-mode"_s, u"--no-stdin"_s, u"am"_s, u"-C"_s, u"-t"_s, u"-v"_s,
                               QString::number(version), u"-m"_s, m_mbox, u"-o"_s, u"-"_s, id}));
}

QList<ReadyPatch> TestAmB4::byLoredesk(const QString &id, int version)
{
    return ready(run(QStringLiteral(LOREDESK_BINARY),
                     {u"am"_s, m_mbox, id, u"--version"_s, QString::number(version)}));
}

void TestAmB4::patchesAndTrailersAreThoseOfB4_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("version");
    QTest::newRow("v1") << u"v1-0@example.org"_s << 1;
    QTest::newRow("v2") << u"v2-0@example.org"_s << 2;
}

void TestAmB4::patchesAndTrailersAreThoseOfB4()
{
    QFETCH(const QString, id);
    QFETCH(const int, version);
    const QList<ReadyPatch> theirs = byB4(id, version);
    const QList<ReadyPatch> ours = byLoredesk(id, version);
    QCOMPARE(theirs.size(), 3);
    QCOMPARE(ours.size(), 3);
    for (qsizetype i = 0; i < ours.size(); ++i) {
        QCOMPARE(ours[i].id, theirs[i].id);
        QCOMPARE(ours[i].author, theirs[i].author);
        QCOMPARE(ours[i].subject, theirs[i].subject);
        QCOMPARE(ours[i].patchId, theirs[i].patchId);
        // b4 puts what was said to the cover last; here trailers stand in the order of mail.
        QCOMPARE(sorted(ours[i].trailers), sorted(theirs[i].trailers));
    }
}

/// b4 sees one thread at a time; here the archive is at hand, and a review of a patch that is the same in the
/// next version holds.
void TestAmB4::trailersFollowAPatchThatDidNotChange()
{
    const auto review = u"Reviewed-by: Frank <frank@example.org>"_s;
    QVERIFY(!byB4(u"v4-1@example.org"_s, 4).value(0).trailers.contains(review));
    QVERIFY(byLoredesk(u"v4-1@example.org"_s, 4).value(0).trailers.contains(review));
}

/// To b4 a sender with a comma in his name is anybody, as it looks for the parts of the name in that name
/// itself. Here a name is compared whole.
void TestAmB4::aNameWithACommaIsNoPassport()
{
    const auto claim = u"Tested-by: Erin <erin@example.com>"_s;
    QVERIFY(byB4(u"comma@example.org"_s, 1).value(0).trailers.contains(claim));
    const QList<ReadyPatch> ours = byLoredesk(u"comma@example.org"_s, 1);
    QCOMPARE(ours.size(), 1);
    QVERIFY(!ours[0].trailers.contains(claim));
}

/// b4 splits at blanks alone, and takes each of the two for a series of its own.
void TestAmB4::commasSeparateWhatStandsInBrackets()
{
    QVERIFY(byB4(u"tags-1@example.org"_s, 5).size() != 2);
    const QList<ReadyPatch> ours = byLoredesk(u"tags-1@example.org"_s, 5);
    QCOMPARE(ours.size(), 2);
    QCOMPARE(ours[0].id, "tags-1@example.org");
    QCOMPARE(ours[1].id, "tags-2@example.org");
}

/// b4 0.12 dies on it.
void TestAmB4::aFoldedSubjectIsReadLikeAnyOther()
{
    QCOMPARE(byB4(u"folded@example.org"_s, 1).size(), 0);
    const QList<ReadyPatch> ours = byLoredesk(u"folded@example.org"_s, 1);
    QCOMPARE(ours.size(), 1);
    QCOMPARE(ours[0].subject, u"frob: say "_s + longWord());
}

QTEST_GUILESS_MAIN(TestAmB4)
#include "tst_amb4.moc"
