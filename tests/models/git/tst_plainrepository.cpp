// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/library.h"
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
    /// The first of all: nothing here has started the library yet.
    void theBeginningOfAnIdNeedsNoLibrary()
    {
        const QString path = repository(u"beginnings.git"_s);
        m_builder.git(path, {u"repack"_s, u"-a"_s, u"-d"_s, u"-q"_s});
        const auto opened = Repository::open(path);
        QVERIFY(opened.ok());
        for (const QString &commit : m_builder.commits(path)) {
            for (const int digits : {7, 12, 39, 40}) {
                const auto found = opened->resolveCommit(commit.left(digits));
                QVERIFY(found.ok() && *found);
                QCOMPARE(base::hexId(**found), commit);
                const auto capital = opened->resolveCommit(commit.left(digits).toUpper());
                QVERIFY(capital.ok() && *capital);
                QCOMPARE(base::hexId(**capital), commit);
            }
        }
        m_builder.tag(path, u"v1.0-rc_2"_s, u"HEAD~1"_s);
        for (const bool packed : {false, true}) {
            if (packed)
                m_builder.git(path, {u"pack-refs"_s, u"--all"_s});
            for (const QString &name : {u"v1.0-rc_2"_s, u"master"_s}) {
                const auto found = opened->resolveCommit(name);
                QVERIFY(found.ok() && *found);
                QCOMPARE(base::hexId(**found), m_builder.revision(path, name));
            }
        }
        qint64 counted = 0;
        const auto head = opened->head();
        const auto first = opened->firstParent(**head, 1, &counted);
        QVERIFY(first);
        QCOMPARE(base::hexId(*first), m_builder.revision(path, u"HEAD~1"_s));
        QVERIFY(!opened->firstParent(**head, 9, &counted));
        QCOMPARE(counted, qint64(m_builder.commits(path).size()));
        QVERIFY(!isLibraryStarted());
    }

    void aReferenceComesBeforeTheBeginningOfAnId_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("packed");
        for (const bool packed : {false, true}) {
            QTest::addRow("branch%s", packed ? ", packed" : "") << u"branch"_s << packed;
            QTest::addRow("tag%s", packed ? ", packed" : "") << u"tag"_s << packed;
        }
    }

    void aReferenceComesBeforeTheBeginningOfAnId()
    {
        QFETCH(const QString, kind);
        QFETCH(const bool, packed);
        const QString path = repository(u"named-%1-%2.git"_s.arg(kind).arg(packed));
        const QString tip = m_builder.revision(path, u"HEAD"_s);
        const QString before = m_builder.revision(path, u"HEAD~1"_s);
        m_builder.git(path, {kind, tip.left(8), before});
        if (packed)
            m_builder.git(path, {u"pack-refs"_s, u"--all"_s});
        const auto found = Repository::open(path)->resolveCommit(tip.left(8));
        QVERIFY(found.ok() && *found);
        QCOMPARE(base::hexId(**found), before);
        QCOMPARE(m_builder.revision(path, tip.left(8)), before);
    }

    void ofOneNameATagComesBeforeABranch()
    {
        const QString path = repository(u"twins.git"_s);
        m_builder.git(path, {u"branch"_s, u"twin"_s, u"HEAD"_s});
        m_builder.git(path, {u"tag"_s, u"twin"_s, u"HEAD~1"_s});
        const auto opened = Repository::open(path);
        const auto named = [&](const QString &name) {
            const auto found = opened->resolveCommit(name);
            return found && *found ? base::hexId(**found) : QString();
        };
        QCOMPARE(named(u"twin"_s), m_builder.revision(path, u"twin"_s));
        m_builder.git(path, {u"pack-refs"_s, u"--all"_s});
        QCOMPARE(named(u"twin"_s), m_builder.revision(path, u"HEAD~1"_s));
        // One that leads on to another is followed, as git follows it.
        m_builder.git(path, {u"symbolic-ref"_s, u"refs/heads/leads"_s, u"refs/heads/master"_s});
        QCOMPARE(named(u"leads"_s), m_builder.revision(path, u"HEAD"_s));
        // A tag that says nothing is not the branch of that name.
        m_builder.git(path, {u"branch"_s, u"torn"_s, u"HEAD"_s});
        write(path + "/refs/tags/torn"_L1, "no id\n");
        QVERIFY(named(u"torn"_s) != m_builder.revision(path, u"HEAD"_s));
        for (const QString &nothing :
             {u"../config"_s, u".."_s, u"config"_s, u"objects"_s, u"heads"_s, u"a b"_s})
            QCOMPARE(named(nothing), QString());
    }

    void beginningsAreReadAsGitReadsThem_data()
    {
        QTest::addColumn<bool>("packed");
        QTest::newRow("loose") << false;
        QTest::newRow("in a pack") << true;
    }

    /// Many objects, so that four digits name several of them, or one, or none.
    void beginningsAreReadAsGitReadsThem()
    {
        QFETCH(const bool, packed);
        const QString path = m_builder.bareEpoch(u"many-%1.git"_s.arg(packed),
                                                 ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(60)));
        QByteArray blobs;
        for (int i = 0; i < 4000; ++i) {
            const QByteArray content = "blob " + QByteArray::number(i);
            blobs += "blob\ndata " + QByteArray::number(content.size()) + '\n' + content + '\n';
        }
        m_builder.git(path, {u"fast-import"_s, u"--quiet"_s}, blobs);
        if (packed)
            m_builder.git(path, {u"repack"_s, u"-a"_s, u"-d"_s, u"-q"_s});
        const auto opened = Repository::open(path);
        QStringList asked{u"0000"_s, u"ffff"_s, u"abcg"_s};
        for (const QString &commit : m_builder.commits(path))
            asked << commit.left(4) << commit.left(5) << commit.left(39);
        const QStringList commits = m_builder.commits(path);
        int several = 0;
        for (const QString &name : asked) {
            const QByteArray lines = m_builder.git(path, {u"rev-parse"_s, "--disambiguate="_L1 + name});
            const QStringList all = QString::fromLatin1(lines).split(u'\n', Qt::SkipEmptyParts);
            several += int(all.size() > 1);
            const auto found = opened->resolveCommit(name);
            if (all.size() > 1) {
                QVERIFY(!found || (*found && commits.contains(base::hexId(**found))));
                continue;
            }
            QVERIFY2(found.ok(), qPrintable(name));
            const QString expected = all.isEmpty() || !commits.contains(all[0]) ? QString() : all[0];
            QCOMPARE(*found ? base::hexId(**found) : QString(), expected);
        }
        QVERIFY(several > 0);
    }

    void anObjectThatIsNoCommitIsNoRevision()
    {
        const QString path = repository(u"trees.git"_s);
        m_builder.git(path, {u"repack"_s, u"-a"_s, u"-d"_s, u"-q"_s});
        const QString tree = m_builder.revision(path, u"HEAD^{tree}"_s);
        const auto opened = Repository::open(path);
        const auto found = opened->resolveCommit(tree.left(12));
        QVERIFY(found.ok() && !*found);
        m_builder.git(path, {u"tag"_s, u"-a"_s, u"-m"_s, u"x"_s, u"noted"_s, u"HEAD~1"_s});
        const QString tag = m_builder.revision(path, u"noted"_s);
        const auto tagged = opened->resolveCommit(tag.left(12));
        QVERIFY(tagged.ok() && *tagged);
        QCOMPARE(base::hexId(**tagged), m_builder.revision(path, u"HEAD~1"_s));
    }

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
