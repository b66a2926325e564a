// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/commit.h"
#include "models/git/objectid.h"
#include "models/git/tree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk::git;

class TestObjects : public QObject
{
    Q_OBJECT

private slots:
    void hexIdsAreFortyDigits()
    {
        const QByteArray hex = "0123456789abcdef0123456789abcdef01234567";
        const std::optional<ObjectId> id = parseHexId(hex);
        QVERIFY(id);
        QCOMPARE(loredesk::base::hexId(*id), QString::fromLatin1(hex));
        QCOMPARE(parseHexId(hex.toUpper()), id);
        QVERIFY(!parseHexId(hex.first(39)));
        QVERIFY(!parseHexId(hex + '0'));
        QVERIFY(!parseHexId(QByteArray(40, 'g')));
        QVERIFY(!parseHexId({}));
    }

    void commitGivesTreeParentsAndCommitterTime()
    {
        const QByteArray tree(40, 'a');
        const QByteArray parent(40, 'b');
        const QByteArray other(40, 'c');
        const std::optional<Commit> commit = parseCommit(
            "tree " + tree + "\nparent " + parent + "\nparent " + other +
            "\nauthor A > B <a@example.org> 5 -0700\ncommitter C <c@example.org> 1748000000 +1700\n\n"
            "committer X <x@example.org> 1 +0000\n");
        QVERIFY(commit);
        QCOMPARE(commit->tree, *parseHexId(tree));
        QCOMPARE(commit->parents.size(), 2);
        QCOMPARE(commit->parents[1], *parseHexId(other));
        QCOMPARE(commit->committed, 1748000000);
    }

    void brokenCommitsAreNoCommits()
    {
        QVERIFY(!parseCommit({}));
        QVERIFY(!parseCommit("tree 1234\n"));
        QVERIFY(!parseCommit("parent " + QByteArray(40, 'b') + "\n\n"));
        // A message that talks of trees is not a header.
        QVERIFY(!parseCommit("\ntree " + QByteArray(40, 'a') + '\n'));
    }

    void commitWithoutTimeIsStillRead()
    {
        const std::optional<Commit> commit =
            parseCommit("tree " + QByteArray(40, 'a') + "\ncommitter broken");
        QVERIFY(commit);
        QCOMPARE(commit->committed, 0);
    }

    void treeEntriesComeInOrder()
    {
        const QByteArray id(20, '\1');
        const QByteArray bytes =
            QByteArray("40000 ab") + '\0' + id + "100644 m" + '\0' + id + "120000 link" + '\0' + id;
        TreeCursor cursor(bytes);
        std::optional<TreeEntry> entry = cursor.next();
        QVERIFY(entry && entry->isTree && !entry->isFile);
        QCOMPARE(entry->name.toByteArray(), "ab");
        entry = cursor.next();
        QVERIFY(entry && entry->isFile);
        QCOMPARE(entry->name.toByteArray(), "m");
        QCOMPARE(entry->id[0], std::uint8_t(1));
        entry = cursor.next();
        QVERIFY(entry && !entry->isFile && !entry->isTree);
        QVERIFY(!cursor.next());
        QVERIFY(!cursor.isBroken());
    }

    void cutTreesAreBroken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no blank") << QByteArray("100644");
        QTest::newRow("no end of name") << QByteArray("100644 m");
        QTest::newRow("cut id") << QByteArray("100644 m") + '\0' + QByteArray(19, 'x');
    }

    void cutTreesAreBroken()
    {
        QFETCH(QByteArray, bytes);
        TreeCursor cursor(bytes);
        QVERIFY(!cursor.next());
        QVERIFY(cursor.isBroken());
        QVERIFY(!cursor.next());
    }
};

QTEST_APPLESS_MAIN(TestObjects)
#include "tst_objects.moc"
