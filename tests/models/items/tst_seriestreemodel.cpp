// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriestreemodel.h"
#include "tests/models/items/treeprinter.h"
#include "tests/support/headbuilder.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;
using tests::catalogFrom;
using tests::printTree;

namespace {

QString cell(const QModelIndex &row, int column, int role = Qt::DisplayRole)
{
    return row.siblingAtColumn(column).data(role).toString();
}

/// Every message that the tree shows, as often as it shows it (rows of series count through what is beneath).
std::multiset<uint> messagesIn(const QAbstractItemModel &model)
{
    std::multiset<uint> messages;
    std::vector<QModelIndex> todo{QModelIndex()};
    while (!todo.empty()) {
        const QModelIndex parent = todo.back();
        todo.pop_back();
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            todo.push_back(index);
            const auto kind = NodeKind(index.data(NodeKindRole).toInt());
            const bool stands = kind == NodeKind::Series || kind == NodeKind::EarlierVersion;
            if (index.data(MessageRole).isValid() && !index.data(FromEarlierVersionRole).toBool() &&
                (!stands || index.data(TotalRole).toInt() == 0 ||
                 (index.data(TotalRole).toInt() == 1 &&
                  NodeKind(model.index(0, 0, index).data(NodeKindRole).toInt()) != NodeKind::Cover)))
                messages.insert(index.data(MessageRole).toUInt());
        }
    }
    return messages;
}

const QString AllKinds = uR"(
"tidy the frob" @ada 0 1(re@bob+R re(re)) 2 - /3
"tidy the frob" @ada v2 0 1(re) 2 3*
"fix a leak" @bob p(re+A bot)
"for 6.16" @carol gitpull(re)
"how do I build it" @dave other(re(re re) re)
"lone" @eve p
)"_s;

} // namespace

class TestSeriesTreeModel : public QObject
{
    Q_OBJECT

    /// A tree under the tester's eyes.
    struct Tree
    {
        explicit Tree(const QString &text)
            : tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
        {
            model.setCatalog(catalogFrom(text));
        }
        QModelIndex find(const QByteArray &id) const
        {
            return model.indexOf(model.catalog()->find(id + "@example.org"));
        }
        SeriesTreeModel model;
        QAbstractItemModelTester tester;
    };

private slots:
    void treesAreShownAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("a series with its cover") << u"\"a\" 0 1 2"_s << u"\"a\" v1 2/2 [0 1 2]"_s;
        QTest::newRow("patches out of order") << u"\"a\" 0 2 1 3"_s << u"\"a\" v1 3/3 [0 1 2 3]"_s;
        QTest::newRow("missing patches") << u"\"a\" 0 1 - 3 /4"_s << u"\"a\" v1 2/4 [0 1 - 3 -]"_s;
        QTest::newRow("replies where they belong")
            << u"\"a\" 0(re) 1(re(re re) re) 2"_s << u"\"a\" v1 2/2 [0[re] 1[re[re re] re] 2]"_s;
        QTest::newRow("a single patch has its replies itself")
            << u"\"a\" p(re(re) bot)"_s << u"\"a\" v1 1/1 [re[re] bot]"_s;
        QTest::newRow("a single patch alone") << u"\"a\" p"_s << u"\"a\" v1 1/1"_s;
        QTest::newRow("one patch with a cover") << u"\"a\" 0 1(re)"_s << u"\"a\" v1 1/1 [0 1[re]]"_s;
        QTest::newRow("a pull request") << u"\"a\" gitpull(re)"_s << u"\"a\" pull [re]"_s;
        QTest::newRow("a thread without patches")
            << u"\"a\" other(re(re) re)"_s << u"other \"a\" [re[re] re]"_s;
        QTest::newRow("newest first")
            << u"\"a\" p\n\"b\" other\n\"c\" p"_s << u"\"c\" v1 1/1\nother \"b\"\n\"a\" v1 1/1"_s;
        QTest::newRow("earlier versions beneath the newest")
            << u"\"a\" 0 1(re) 2\n\"a\" v2 0 1 2(re)"_s << u"\"a\" v2 2/2 [0 1 2[re] v1 2/2[0 1[re] 2]]"_s;
        QTest::newRow("three versions of a single patch")
            << u"\"a\" p(re)\n\"a\" v2 p\n\"a\" v3 p(re)"_s << u"\"a\" v3 1/1 [re v2 1/1 v1 1/1[re]]"_s;
        QTest::newRow("a version sent in reply is no reply")
            << u"\"a\" 0 1 2\n\"a\" v2 >1 0 1(re) 2"_s << u"\"a\" v2 2/2 [0 1[re] 2 v1 2/2[0 1 2]]"_s;
    }
    void treesAreShownAsTheyAreWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, tree);
        Tree shown(text);
        QCOMPARE(printTree(shown.model), tree);
    }

    void whatAnswersAGhostStartsAThread()
    {
        Tree tree(u"\"a\" ghost(re(re) re)"_s);
        QCOMPARE(tree.model.rowCount(), 2);
        QCOMPARE(messagesIn(tree.model).size(), 3U);
    }

    void everyMessageStandsInTheTreeOnceAndIsFoundThere()
    {
        Tree tree(AllKinds);
        const auto &messages = tree.model.catalog()->messages();
        const std::multiset<uint> shown = messagesIn(tree.model);
        QCOMPARE(shown.size(), messages.size());
        for (uint row = 0; row < messages.size(); ++row) {
            QCOMPARE(shown.count(row), 1U);
            const QModelIndex index = tree.model.indexOf(base::MessageIndex(row));
            QVERIFY2(index.isValid(), messages[row].messageId.constData());
            QCOMPARE(index.data(MessageRole).toUInt(), row);
            QCOMPARE(index.data(MessageIdRole).toByteArray(), messages[row].messageId);
        }
    }

    void aMessageIsFoundBeforeAnybodyOpenedItsSeries()
    {
        Tree tree(QString{});
        SeriesTreeModel fresh;
        fresh.setCatalog(catalogFrom(u"\"a\" 0 1(re(re(re)))\n\"a\" v2 0 1"_s));
        const QModelIndex deep = fresh.indexOf(fresh.catalog()->find("1.1.1.1.1@example.org"));
        QVERIFY(deep.isValid());
        QStringList path;
        for (QModelIndex at = deep; at.isValid(); at = at.parent())
            path.prepend(QString::number(at.row()));
        // the series, v1 behind cover and patch of v2, its patch behind its cover, and three replies
        QCOMPARE(path.join(u' '), u"0 2 1 0 0 0"_s);
        QVERIFY(!fresh.indexOf(base::MessageIndex()).isValid());
        QVERIFY(!fresh.indexOf(base::MessageIndex(99)).isValid());
        QVERIFY(!tree.model.indexOf(base::MessageIndex(0)).isValid());
    }

    void theSameMessageTwiceIsShownOnceAndFoundThere()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"\"a\" 0 1(re) 2"_s);
        heads.push_back(heads[1]);
        heads.push_back(heads[2]);
        SeriesTreeModel model;
        model.setCatalog(catalog::Catalog::build({}, heads, {}));
        QCOMPARE(printTree(model), u"\"a\" v1 2/2 [0 1[re] 2]"_s);
        for (const std::size_t copy : {heads.size() - 2, heads.size() - 1}) {
            const QModelIndex index = model.indexOf(base::MessageIndex(copy));
            QCOMPARE(index.data(MessageIdRole).toByteArray(), heads[copy].messageId);
        }
    }

    void aPatchSentAgainStandsBesideTheFirst()
    {
        Tree tree(u"\"a\" 0 1 2(re) 2(re)"_s);
        QCOMPARE(printTree(tree.model), u"\"a\" v1 2/2 [0 1 2[re] 2*[re]]"_s);
        QVERIFY(tree.find("1.2~2").data(DuplicateRole).toBool());
    }

    void aSeriesIsFoundWhicheverVersionItIs()
    {
        Tree tree(AllKinds);
        for (std::size_t i = 0; i < tree.model.catalog()->series().size(); ++i) {
            const QModelIndex index = tree.model.indexOf(base::SeriesIndex(i));
            QVERIFY(index.isValid());
            QCOMPARE(index.data(SeriesRole).toUInt(), uint(i));
        }
        QVERIFY(!tree.model.indexOf(base::SeriesIndex()).isValid());
        QVERIFY(!tree.model.indexOf(base::SeriesIndex(99)).isValid());
    }

    void columnsSayWhatASeriesIs()
    {
        Tree tree(u"\"tidy\" @ada v2 0 1(re@bob+R) 2 - /3"_s);
        const QModelIndex series = tree.model.index(0, 0);
        QCOMPARE(cell(series, SeriesTreeModel::Title), u"tidy"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Version), u"2"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Patches), u"2/3"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Author), u"Ada"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Replies), u"1"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Acked), u"0"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Reviewed), u"1"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Date), u"2025-03-01 12:00"_s);
        QCOMPARE(series.data(DateRole).toLongLong(), 1740830400);
        QCOMPARE(series.data(IncompleteRole).toBool(), true);
        QCOMPARE(series.data(UnansweredRole).toBool(), false);
        QCOMPARE(series.data(KeyRole).toString(), u"ada@example.org"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Patches, Qt::AccessibleTextRole),
                 u"2 of 3 patches, incomplete"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Version, Qt::AccessibleTextRole), u"version 2"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Replies, Qt::AccessibleTextRole), u"1 reply"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Reviewed, Qt::AccessibleTextRole),
                 u"1 of 3 patches reviewed"_s);
        QVERIFY(cell(series, SeriesTreeModel::Patches, Qt::ToolTipRole).contains(u"missing: 3"_s));
        // Who listens stands on the title, and hears the whole row there.
        QCOMPARE(cell(series, SeriesTreeModel::Title, Qt::AccessibleTextRole), u"tidy"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Title, Qt::AccessibleDescriptionRole),
                 u"version 2, 2 of 3 patches, incomplete, Ada, 1 reply, 1 of 3 patches reviewed, "
                 "2025-03-01 12:00"_s);
        QCOMPARE(cell(series, SeriesTreeModel::Author, Qt::AccessibleDescriptionRole), QString());

        const QModelIndex first = tree.find("1.1");
        QCOMPARE(cell(first, SeriesTreeModel::Title).left(3), u"1  "_s);
        QCOMPARE(cell(first, SeriesTreeModel::Reviewed), u"1"_s);
        QVERIFY(cell(first, SeriesTreeModel::Reviewed, Qt::ToolTipRole).contains(u"bob@example.org"_s));
        QCOMPARE(cell(first, SeriesTreeModel::Replies), u"1"_s);
        const QModelIndex missing = tree.model.index(3, 0, series);
        QCOMPARE(cell(missing, SeriesTreeModel::Title), u"3  missing"_s);
        QCOMPARE(cell(missing, SeriesTreeModel::Title, Qt::AccessibleTextRole), u"patch 3 of 3 is missing"_s);
        QVERIFY(!missing.data(MessageRole).isValid());
        QVERIFY(missing.data(IncompleteRole).toBool());
        QCOMPARE(cell(missing, SeriesTreeModel::Date), QString());
        const QModelIndex reply = tree.find("1.1.1");
        QVERIFY(cell(reply, SeriesTreeModel::Title).startsWith(u"Re: "_s));
        QCOMPARE(cell(reply, SeriesTreeModel::Reviewed), u"1"_s); // it offers one
        QCOMPARE(cell(reply, SeriesTreeModel::Acked), QString());
    }

    void numbersOfPatchesStandInLine()
    {
        Tree tree(u"\"a\" 0 1 2 3 4 5 6 7 8 9 10"_s);
        QVERIFY(cell(tree.find("1.9"), SeriesTreeModel::Title).startsWith(u"\u20079  "_s));
        QVERIFY(cell(tree.find("1.10"), SeriesTreeModel::Title).startsWith(u"10  "_s));
    }

    void olderVersionsAreSuperseded()
    {
        Tree tree(u"\"a\" 0 1\n\"a\" v2 0 1"_s);
        const QModelIndex top = tree.model.index(0, 0);
        QVERIFY(!top.data(SupersededRole).toBool());
        const QModelIndex old = tree.model.index(2, 0, top);
        QCOMPARE(NodeKind(old.data(NodeKindRole).toInt()), NodeKind::EarlierVersion);
        QVERIFY(old.data(SupersededRole).toBool());
        QVERIFY(tree.find("1.1").data(SupersededRole).toBool());
        QCOMPARE(cell(old, SeriesTreeModel::Title), u"Earlier version 1"_s);
    }

    void whatJoinedAVersionToTheOneBeforeIsTold()
    {
        Tree tree(u"\"a\" 0 1\n\"a\" v2 0 1\n\"b\" v3 link:2 0 1"_s);
        const QString newest = cell(tree.model.index(0, 0), SeriesTreeModel::Title, Qt::ToolTipRole);
        QVERIFY2(newest.contains("link (2.0@example.org)"_L1), qUtf8Printable(newest));
    }

    void refusalsAndBotsAreTold()
    {
        Tree tree(u"\"a\" p(re@bob+N)\n\"b\" p(bot)"_s);
        const QModelIndex refused = tree.find("1.p");
        QCOMPARE(refused.data(NackRole).toInt(), 1);
        QCOMPARE(cell(refused, SeriesTreeModel::Title, Qt::AccessibleTextRole), u"a, refused by 1"_s);
        QVERIFY(cell(refused, SeriesTreeModel::Title, Qt::ToolTipRole).contains(u"Nacked-by: Bob"_s));
        const QModelIndex unanswered = tree.find("2.p");
        QVERIFY(unanswered.data(UnansweredRole).toBool()); // a bot is no answer
        QVERIFY(tree.model.index(0, 0, unanswered).data(BotRole).toBool());
    }

    void threadsCountTheirAnswers()
    {
        Tree tree(u"\"a\" @ada other(re@ada re(re))\n\"b\" @ada other(re@ada bot)"_s);
        QCOMPARE(cell(tree.find("1.other"), SeriesTreeModel::Replies), u"3"_s);
        QVERIFY(!tree.find("1.other").data(UnansweredRole).toBool());
        QVERIFY(tree.find("2.other").data(UnansweredRole).toBool());
        QCOMPARE(cell(tree.find("2.other"), SeriesTreeModel::Patches), QString());
    }

    void hostileTitlesStayInTheirCells()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"\"a\" p"_s);
        heads[0].prefix.title = u"a\u202eb\n<b>c"_s;
        heads[0].author.name = u"<img src=x>\tMallory"_s;
        SeriesTreeModel model;
        model.setCatalog(catalog::Catalog::build({}, heads, {}));
        const QModelIndex row = model.index(0, 0);
        QCOMPARE(cell(row, SeriesTreeModel::Title), u"a\u2039U+202E\u203ab <b>c"_s);
        QCOMPARE(cell(row, SeriesTreeModel::Title, Qt::ToolTipRole),
                 u"<qt>a\u2039U+202E\u203ab &lt;b&gt;c</qt>"_s);
        QVERIFY(cell(row, SeriesTreeModel::Author, Qt::ToolTipRole).startsWith(u"<qt>&lt;img"_s));
        QCOMPARE(cell(row, SeriesTreeModel::Author), u"<img src=x> Mallory"_s);
    }

    void indexesBeyondTheEdgeAreInvalid()
    {
        Tree tree(AllKinds);
        const SeriesTreeModel &model = tree.model;
        std::vector<QModelIndex> todo{QModelIndex()};
        while (!todo.empty()) {
            const QModelIndex parent = todo.back();
            todo.pop_back();
            const int rows = model.rowCount(parent);
            QVERIFY(!model.index(rows, 0, parent).isValid());
            QVERIFY(!model.index(-1, 0, parent).isValid());
            QCOMPARE(model.hasChildren(parent), rows > 0);
            for (int row = 0; row < rows; ++row) {
                QVERIFY(!model.index(row, SeriesTreeModel::ColumnCount, parent).isValid());
                QCOMPARE(model.rowCount(model.index(row, 1, parent)), 0);
                todo.push_back(model.index(row, 0, parent));
            }
        }
        QVERIFY(!model.headerData(SeriesTreeModel::ColumnCount, Qt::Horizontal).isValid());
        QVERIFY(!model.data(QModelIndex()).isValid());
    }

    void sortKeysHaveOneTypeInEachColumn()
    {
        Tree tree(AllKinds);
        for (int column = 0; column < SeriesTreeModel::ColumnCount; ++column) {
            for (int row = 0; row < tree.model.rowCount(); ++row)
                QCOMPARE(tree.model.index(row, column).data(SortRole).typeId(),
                         tree.model.index(0, column).data(SortRole).typeId());
        }
    }

    void aNewCatalogWhileRowsAreSelected()
    {
        Tree tree(AllKinds);
        QItemSelectionModel selection(&tree.model);
        const QPersistentModelIndex kept = tree.find("1.1.1");
        selection.select(kept, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        selection.setCurrentIndex(kept, QItemSelectionModel::NoUpdate);
        tree.model.setCatalog(catalogFrom(u"\"other\" p"_s));
        QVERIFY(!kept.isValid());
        QVERIFY(!selection.hasSelection());
        QVERIFY(!selection.currentIndex().isValid());
        QCOMPARE(printTree(tree.model), u"\"other\" v1 1/1"_s);
        tree.model.setCatalog(nullptr);
        QCOMPARE(tree.model.rowCount(), 0);
        QVERIFY(!tree.model.index(0, 0).isValid());
    }

    void aConversationAThousandDeepNeedsNoStack()
    {
        QString text = u"\"deep\" other"_s;
        std::vector<series::MessageHead> heads = tests::headsFrom(text);
        for (int i = 1; i < 20000; ++i) {
            series::MessageHead reply = heads.back();
            reply.messageId = QByteArray::number(i) + "@example.org";
            reply.inReplyTo = heads.back().messageId;
            reply.references = {heads.back().messageId};
            reply.kind = series::MessageKind::Reply;
            reply.prefix.reply = true;
            reply.contentHash = tests::contentHashOf(reply.messageId);
            reply.date += 60;
            heads.push_back(reply);
        }
        SeriesTreeModel model;
        model.setCatalog(catalog::Catalog::build({}, heads, {}));
        QCOMPARE(cell(model.index(0, 0), SeriesTreeModel::Replies), u"19999"_s);
        int depth = 0;
        for (QModelIndex at = model.indexOf(base::MessageIndex(19999)); at.isValid(); at = at.parent())
            ++depth;
        QCOMPARE(depth, 20000);
    }
};

QTEST_GUILESS_MAIN(TestSeriesTreeModel)
#include "tst_seriestreemodel.moc"
