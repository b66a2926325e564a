// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/plainrepository.h"
#include "models/git/repository.h"
#include "tests/support/archivebuilder.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::git;
using tests::ArchiveBuilder;

class TestPlainRepository : public QObject
{
    Q_OBJECT

    ArchiveBuilder m_builder;

    QString repository(const QString &name)
    {
        return m_builder.bareEpoch(name, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(2)));
    }

    static void write(const QString &path, const QByteArray &bytes,
                      QIODevice::OpenMode mode = QIODevice::WriteOnly)
    {
        QFile file(path);
        QVERIFY(file.open(mode));
        file.write(bytes);
    }

    /// What both ways of reading say of HEAD, and that they agree with git.
    void checkHead(const QString &path)
    {
        const QString expected = m_builder.revision(path, u"HEAD"_s);
        const auto opened = Repository::open(path);
        QVERIFY(opened.ok());
        const auto head = opened->head();
        QVERIFY(head.ok() && *head);
        QCOMPARE(base::hexId(**head), expected);
    }

private slots:
    void headIsTheCommitOfItsBranch()
    {
        const QString path = repository(u"plain.git"_s);
        const auto plain = PlainRepository::open(path);
        QVERIFY(plain);
        QVERIFY(plain->head());
        QCOMPARE(base::hexId(*plain->head()), m_builder.revision(path, u"HEAD"_s));
    }

    void aPackedBranchIsFound()
    {
        const QString path = repository(u"packed.git"_s);
        const QString tip = m_builder.revision(path, u"HEAD"_s);
        // Names that begin and end alike, and lines of other kinds between them.
        m_builder.git(path, {u"branch"_s, u"master2"_s, u"HEAD~1"_s});
        m_builder.git(path, {u"branch"_s, u"a-master"_s, u"HEAD~1"_s});
        m_builder.git(path, {u"tag"_s, u"-a"_s, u"-m"_s, u"x"_s, u"noted"_s, u"HEAD~1"_s});
        m_builder.git(path, {u"pack-refs"_s, u"--all"_s});
        QVERIFY(!QFile::exists(path + "/refs/heads/master"_L1));
        const auto plain = PlainRepository::open(path);
        QVERIFY(plain && plain->head());
        QCOMPARE(base::hexId(*plain->head()), tip);
    }

    void aLooseBranchComesBeforeThePackedOne()
    {
        const QString path = repository(u"both.git"_s);
        m_builder.git(path, {u"pack-refs"_s, u"--all"_s});
        m_builder.git(path, {u"update-ref"_s, u"refs/heads/master"_s, u"HEAD~1"_s});
        const auto plain = PlainRepository::open(path);
        QVERIFY(plain && plain->head());
        QCOMPARE(base::hexId(*plain->head()), m_builder.revision(path, u"HEAD"_s));
    }

    void aDetachedHeadIsItsCommit()
    {
        const QString path = repository(u"detached.git"_s);
        m_builder.git(path, {u"update-ref"_s, u"--no-deref"_s, u"HEAD"_s, u"HEAD~1"_s});
        const auto plain = PlainRepository::open(path);
        QVERIFY(plain && plain->head());
        QCOMPARE(base::hexId(*plain->head()), m_builder.revision(path, u"HEAD"_s));
    }

    void aBranchThatIsSymbolicItselfIsLeftToTheLibrary()
    {
        const QString path = repository(u"twice.git"_s);
        m_builder.git(path, {u"symbolic-ref"_s, u"refs/heads/other"_s, u"refs/heads/master"_s});
        m_builder.git(path, {u"symbolic-ref"_s, u"HEAD"_s, u"refs/heads/other"_s});
        const auto plain = PlainRepository::open(path);
        QVERIFY(plain);
        QVERIFY(!plain->head());
        checkHead(path);
    }

    void whatHeadSaysNeverLeadsOutOfTheRepository_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("up") << QByteArray("ref: refs/heads/../../../elsewhere\n");
        QTest::newRow("another directory") << QByteArray("ref: config\n");
        QTest::newRow("absolute") << QByteArray("ref: /etc/hostname\n");
        QTest::newRow("a directory") << QByteArray("ref: refs/heads/\n");
        QTest::newRow("a control character") << QByteArray("ref: refs/heads/a\001b\n");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("no commit at all\n");
        QTest::newRow("short") << QByteArray("0123456789abcdef\n");
        QTest::newRow("endless") << QByteArray(100'000, '0');
    }

    void whatHeadSaysNeverLeadsOutOfTheRepository()
    {
        QFETCH(const QByteArray, head);
        const QString path = repository(u"hostile-%1.git"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        write(m_builder.path(u"elsewhere"_s), QByteArray(40, 'a') + '\n');
        write(path + "/HEAD"_L1, head);
        const auto plain = PlainRepository::open(path);
        QVERIFY(plain);
        QVERIFY(!plain->head());
    }

    void whatIsNotPlainIsLeftToTheLibrary_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::newRow("another format") << QByteArray("[core]\n\trepositoryformatversion = 1\n");
        QTest::newRow("an extension") << QByteArray("[extensions]\n\tobjectFormat = sha256\n");
        QTest::newRow("an included file") << QByteArray("[include]\n\tpath = /etc/passwd\n");
        QTest::newRow("a work tree elsewhere") << QByteArray("[core]\n\tworktree = /tmp\n");
        QTest::newRow("a continued line") << QByteArray("[core]\n\trepositoryformat\\\nversion = 1\n");
        QTest::newRow("endless") << QByteArray(100'000, '\n');
    }

    void whatIsNotPlainIsLeftToTheLibrary()
    {
        QFETCH(const QByteArray, configuration);
        const QString path = repository(u"odd-%1.git"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        QVERIFY(PlainRepository::open(path));
        write(path + "/config"_L1, configuration, QIODevice::Append);
        QVERIFY(!PlainRepository::open(path));
    }

    void worktreesAndOtherDirectoriesAreNotPlain()
    {
        const auto steps = ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(1));
        QVERIFY(!PlainRepository::open(m_builder.workTreeEpoch(u"tree"_s, steps)));
        const QString path = repository(u"shared.git"_s);
        write(path + "/commondir"_L1, "..\n");
        QVERIFY(!PlainRepository::open(path));
        QVERIFY(!PlainRepository::open(m_builder.path(u"nothing"_s)));
    }

    void objectsThatAreNotPackedAreReadToo()
    {
        const QString path = repository(u"loose.git"_s);
        const QString work = m_builder.path(u"loose-work"_s);
        m_builder.git(path, {u"worktree"_s, u"add"_s, u"-q"_s, work, u"master"_s});
        write(work + "/m"_L1, "From: a@example.org\n\nhello\n");
        m_builder.git(work, {u"-c"_s, u"user.name=C"_s, u"-c"_s, u"user.email=c@example.org"_s, u"commit"_s,
                             u"-q"_s, u"-a"_s, u"-m"_s, u"loose"_s});
        checkHead(path);
        const auto opened = Repository::open(path);
        const auto head = opened->head();
        QVERIFY(head.ok() && *head);
        const auto commit = opened->readCommit(**head);
        QVERIFY(commit.ok());
        QVERIFY(opened->contains(**head));
        const auto named = opened->resolveCommit(base::hexId(**head));
        QVERIFY(named.ok() && *named == **head);
    }
};

QTEST_GUILESS_MAIN(TestPlainRepository)
#include "tst_plainrepository.moc"
