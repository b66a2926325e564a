// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/history.h"
#include "models/git/repository.h"
#include "tests/support/archivebuilder.h"

#include <QDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::git;
using tests::ArchiveBuilder;

namespace {

bool goOn(std::int64_t)
{
    return true;
}

/// Marks of the commits by their subjects: "a b c".
QString subjects(const ArchiveBuilder &builder, const QString &path, const History &history)
{
    QStringList names;
    for (const HistoryCommit &commit : history.commits)
        names << QString::fromUtf8(
            builder.git(path, {u"log"_s, u"-1"_s, u"--format=%s"_s, base::hexId(commit.id)}).trimmed());
    return names.join(u' ');
}

/// A history drawn as text, one commit a line: "name: parent parent".
QString buildHistory(ArchiveBuilder &builder, const QString &name, const QByteArrayList &lines)
{
    const QString path = builder.bareEpoch(name, {});
    QByteArray stream;
    QByteArrayList names;
    for (const QByteArray &line : lines) {
        const QByteArray commit = line.left(line.indexOf(':'));
        const QByteArrayList parents = line.mid(line.indexOf(':') + 1).simplified().split(' ');
        names << commit;
        stream += "commit refs/heads/master\nmark :" + QByteArray::number(names.size()) +
                  "\ncommitter C <c@example.org> 1748000000 +0000\ndata " +
                  QByteArray::number(commit.size()) + '\n' + commit + '\n';
        bool first = true;
        for (const QByteArray &parent : parents) {
            if (parent.isEmpty())
                continue;
            stream += (first ? "from :" : "merge :") + QByteArray::number(names.indexOf(parent) + 1) + '\n';
            first = false;
        }
        stream += "M 100644 inline m\ndata " + QByteArray::number(commit.size()) + '\n' + commit + "\n\n";
        stream += "reset refs/tags/" + commit + "\nfrom :" + QByteArray::number(names.size()) + "\n\n";
    }
    builder.git(path, {u"fast-import"_s, u"--quiet"_s, u"--force"_s}, stream);
    return path;
}

ObjectId idOf(const Repository &repository, const QString &revision)
{
    const auto commit = repository.resolveCommit(revision);
    return commit && *commit ? **commit : ObjectId{};
}

} // namespace

class TestRepository : public QObject
{
    Q_OBJECT

private slots:
    void opensBareAndWorkTree()
    {
        ArchiveBuilder builder;
        const auto steps = ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(1));
        QVERIFY(Repository::open(builder.bareEpoch(u"bare.git"_s, steps)).ok());
        const QString tree = builder.workTreeEpoch(u"tree"_s, steps);
        QVERIFY(Repository::open(tree).ok());
        QVERIFY(Repository::open(tree + "/.git"_L1).ok());
    }

    void doesNotSearchAbove()
    {
        ArchiveBuilder builder;
        const QString tree =
            builder.workTreeEpoch(u"tree"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(1)));
        QVERIFY(QDir(tree).mkdir(u"inside"_s));
        const auto opened = Repository::open(tree + "/inside"_L1);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, base::ErrorCode::NotAnArchive);
        QCOMPARE(opened.error().place.path, tree + "/inside"_L1);
        QCOMPARE(Repository::open(tree + "/nothing"_L1).error().code, base::ErrorCode::NotFound);
    }

    void headOfEmptyRepositoryIsNothing()
    {
        ArchiveBuilder builder;
        const auto repository = Repository::open(builder.bareEpoch(u"empty.git"_s, {}));
        QVERIFY(repository.ok());
        const auto head = repository->head();
        QVERIFY(head.ok());
        QVERIFY(!*head);
    }

    void headThatNamesNoBranchMeansTheOnlyBranch()
    {
        ArchiveBuilder builder;
        const QString path =
            builder.bareEpoch(u"one.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(2)));
        const QString tip = builder.revision(path, u"master"_s);
        builder.git(path, {u"symbolic-ref"_s, u"HEAD"_s, u"refs/heads/main"_s});
        const auto repository = Repository::open(path);
        const auto head = repository->head();
        QVERIFY(head.ok() && *head);
        QCOMPARE(base::hexId(**head), tip);
    }

    void revisionsAreReadAsGitReadsThem()
    {
        ArchiveBuilder builder;
        const QString path =
            builder.bareEpoch(u"one.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(5)));
        const QStringList commits = builder.commits(path);
        builder.tag(path, u"start"_s, commits[1]);
        builder.git(path, {u"tag"_s, u"-a"_s, u"-m"_s, u"x"_s, u"noted"_s, commits[2]});
        const auto opened = Repository::open(path);
        QVERIFY(opened.ok());
        const Repository &repository = *opened;
        QCOMPARE(base::hexId(idOf(repository, u"HEAD~2"_s)), commits[2]);
        QCOMPARE(base::hexId(idOf(repository, u"master"_s)), commits[4]);
        QCOMPARE(base::hexId(idOf(repository, u"start"_s)), commits[1]);
        QCOMPARE(base::hexId(idOf(repository, u"noted"_s)), commits[2]);
        QCOMPARE(base::hexId(idOf(repository, commits[3].left(12))), commits[3]);
        for (const QString &nothing : {u"no-such"_s, u"HEAD~99"_s, u"~^:{"_s, QString(40, u'f'), QString()}) {
            const auto commit = repository.resolveCommit(nothing);
            QVERIFY2(commit.ok() && !*commit, qPrintable(nothing));
        }
    }

    void missingObjectsAreUnreadableAndNamed()
    {
        ArchiveBuilder builder;
        const QString path =
            builder.bareEpoch(u"one.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(1)));
        const QString blob = builder.revision(path, u"HEAD:m"_s);
        const ObjectId id = *parseHexId(blob.toLatin1());
        QVERIFY(Repository::open(path)->contains(id));
        builder.removeObject(path, blob);
        const auto repository = Repository::open(path);
        QVERIFY(!repository->contains(id));
        const auto object = repository->read(id);
        QVERIFY(!object);
        QCOMPARE(object.error().code, base::ErrorCode::Unreadable);
        QVERIFY(object.error().text.contains(blob.left(12)));
        QVERIFY(!object.error().hint.isEmpty());
    }

    void whatMayNotBeReadIsNotCalledMissing()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        ArchiveBuilder builder;
        const QString path =
            builder.bareEpoch(u"one.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(1)));
        const ObjectId id = *parseHexId(builder.revision(path, u"HEAD:m"_s).toLatin1());
        const auto repository = Repository::open(path);
        for (const QString &directory : {path + u"/objects"_s, path}) {
            QVERIFY(QFile::setPermissions(directory, {}));
            const QString said =
                directory == path ? Repository::open(path).error().text : repository->read(id).error().text;
            QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            QVERIFY2(said.contains(u"permission denied"_s), qPrintable(said));
        }
    }

    void objectsOfTheWrongKindAreCorrupt()
    {
        ArchiveBuilder builder;
        const QString path =
            builder.bareEpoch(u"one.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(1)));
        const auto repository = Repository::open(path);
        const ObjectId blob = *parseHexId(builder.revision(path, u"HEAD:m"_s).toLatin1());
        QCOMPARE(repository->read(blob)->type(), ObjectType::Blob);
        QCOMPARE(repository->readCommit(blob).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(repository->readTree(blob).error().code, base::ErrorCode::Corrupt);
    }

    void parentsComeBeforeChildren_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        QTest::addColumn<QString>("hidden");
        QTest::addColumn<QString>("walked");
        const QByteArrayList line{"a:", "b: a", "c: b", "d: c"};
        const QByteArrayList merge{"a:", "b: a", "c: a", "d: b c", "e: d"};
        QTest::newRow("a line") << line << QString() << u"a b c d"_s;
        QTest::newRow("part of a line") << line << u"b"_s << u"c d"_s;
        QTest::newRow("nothing new") << line << u"d"_s << QString();
        QTest::newRow("a merge") << merge << QString() << u"a b c d e"_s;
        QTest::newRow("one side of a merge is hidden") << merge << u"b"_s << u"c d e"_s;
        QTest::newRow("unrelated histories")
            << QByteArrayList{"a:", "b: a", "x:", "y: x"} << u"b"_s << u"x y"_s;
    }

    void parentsComeBeforeChildren()
    {
        QFETCH(QByteArrayList, lines);
        QFETCH(QString, hidden);
        QFETCH(QString, walked);
        ArchiveBuilder builder;
        const QString path = buildHistory(builder, u"h.git"_s, lines);
        const auto repository = Repository::open(path);
        std::optional<ObjectId> hiddenId;
        if (!hidden.isEmpty())
            hiddenId = idOf(*repository, hidden);
        const auto history = walkHistory(*repository, **repository->head(), hiddenId, goOn);
        QVERIFY(history.ok());
        QCOMPARE(subjects(builder, path, *history), walked);
        QVERIFY(history->gaps.empty());
    }

    void rangeReadsOnlyTheRange()
    {
        ArchiveBuilder builder;
        const QString path = buildHistory(builder, u"h.git"_s, {"a:", "b: a", "c: b", "d: c"});
        const QString old = builder.revision(path, u"a"_s);
        builder.git(path, {u"tag"_s, u"-d"_s, u"a"_s});
        // What lies behind the start of the range may be missing altogether: nobody asks for it.
        builder.removeObject(path, old);
        const auto repository = Repository::open(path);
        const auto history =
            walkHistory(*repository, idOf(*repository, u"d"_s), idOf(*repository, u"b"_s), goOn);
        QVERIFY(history.ok());
        QCOMPARE(history->commits.size(), std::size_t(2));
        QVERIFY(history->gaps.empty());
    }

    void missingParentMakesAGap()
    {
        ArchiveBuilder builder;
        const QString path = buildHistory(builder, u"h.git"_s, {"a:", "b: a", "c: b", "d: c"});
        builder.removeObject(path, builder.revision(path, u"b"_s));
        const auto repository = Repository::open(path);
        const auto history = walkHistory(*repository, idOf(*repository, u"d"_s), {}, goOn);
        QVERIFY(history.ok());
        QCOMPARE(history->commits.size(), std::size_t(2));
        QCOMPARE(history->gaps.size(), std::size_t(1));
        QCOMPARE(history->gaps[0].child, idOf(*repository, u"c"_s));
        QVERIFY(!history->gaps[0].shallow);
        QCOMPARE(history->gaps[0].error.code, base::ErrorCode::Unreadable);
    }

    void shallowCloneEndsOnPurpose()
    {
        ArchiveBuilder builder;
        const QString path = buildHistory(builder, u"h.git"_s, {"a:", "b: a", "c: b"});
        builder.git(builder.directory(), {u"clone"_s, u"-q"_s, u"--bare"_s, u"--depth=2"_s,
                                          u"file://"_s + path, builder.path(u"shallow.git"_s)});
        const auto repository = Repository::open(builder.path(u"shallow.git"_s));
        QVERIFY(repository.ok());
        const auto history = walkHistory(*repository, **repository->head(), {}, goOn);
        QVERIFY(history.ok());
        QCOMPARE(history->commits.size(), std::size_t(2));
        QCOMPARE(history->gaps.size(), std::size_t(1));
        QVERIFY(history->gaps[0].shallow);
    }

    void missingTipIsAnError()
    {
        ArchiveBuilder builder;
        const QString path = buildHistory(builder, u"h.git"_s, {"a:", "b: a"});
        const auto repository = Repository::open(path);
        const auto history = walkHistory(*repository, ObjectId{1, 2, 3}, {}, goOn);
        QVERIFY(!history);
        QCOMPARE(history.error().code, base::ErrorCode::Unreadable);
    }

    void walkStopsWhenCancelled()
    {
        ArchiveBuilder builder;
        const QString path =
            builder.bareEpoch(u"one.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(600)));
        const auto repository = Repository::open(path);
        int asked = 0;
        const auto history = walkHistory(*repository, **repository->head(), {}, [&](std::int64_t) {
            ++asked;
            return false;
        });
        QVERIFY(!history);
        QCOMPARE(history.error().code, base::ErrorCode::Cancelled);
        QCOMPARE(asked, 1);
    }
};

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
