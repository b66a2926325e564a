// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/fulltext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>
#include <thread>

using namespace loredesk;
using namespace Qt::StringLiterals;
using patch::SearchableText;
using patch::TextColumn;
using store::Database;
using store::FullText;
using store::ShardBuilder;
using store::ShardSize;

namespace {

template <class T>
T got(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    return std::move(*result);
}

SearchableText textOf(const QByteArray &body, const QByteArray &subject = "subject")
{
    SearchableText text;
    text[TextColumn::Subject] = subject;
    text[TextColumn::Unquoted] = body;
    return text;
}

ShardBuilder built(std::uint32_t shard, const std::vector<std::pair<std::uint32_t, QByteArray>> &documents)
{
    ShardBuilder builder = got(ShardBuilder::create(shard));
    for (const auto &[document, body] : documents) {
        if (const auto added = builder.add(document, textOf(body)); !added)
            qFatal("%s", qPrintable(added.error().toString()));
    }
    if (!builder.finish())
        qFatal("a shard cannot be finished");
    return builder;
}

/// A progress sink that has had enough.
class Cancelling final : public base::ProgressSink
{
public:
    void progress(const QString &, std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return true; }
};

} // namespace

class TestFullText : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    int m_files = 0;
    QString m_path;

    Database fresh()
    {
        m_path = m_directory.filePath(QString::number(++m_files));
        return got(Database::open(m_path));
    }

    static QString found(FullText &text, const QByteArray &expression)
    {
        base::NoProgress progress;
        QStringList numbers;
        for (const std::uint32_t document : got(text.match(expression, progress)))
            numbers << QString::number(document);
        return numbers.join(u' ');
    }

    bool fileHolds(const QByteArray &bytes) const
    {
        for (const auto end : {""_L1, "-wal"_L1}) {
            QFile file(m_path + end);
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                return true;
        }
        return false;
    }

private slots:
    void whatWasBuiltIsFound()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        QCOMPARE(found(text, "\"alpha\""), QString());
        QVERIFY(text.carryIn(built(0, {{1, "alpha beta"}, {2, "beta gamma"}, {4, "alpha gamma"}})));
        QVERIFY(text.carryIn(built(2, {{2 * ShardSize, "alpha"}, {3 * ShardSize - 1, "beta alpha"}})));
        QCOMPARE(found(text, "\"alpha\""), u"1 4 %1 %2"_s.arg(2 * ShardSize).arg(3 * ShardSize - 1));
        QCOMPARE(found(text, "\"alpha beta\""), u"1"_s);
        QCOMPARE(found(text, "(\"alpha\") NOT (\"beta\")"), u"4 %1"_s.arg(2 * ShardSize));
        QCOMPARE(found(text, "{nq } : \"gam\" *"), u"2 4"_s);
        QCOMPARE(found(text, "{s } : \"alpha\""), QString());
        QVERIFY(text.check());
        QCOMPARE(got(text.indexedTo(0)), 4U);
        QCOMPARE(got(text.indexedTo(1)), 0U);
        QCOMPARE(got(text.indexedTo(2)), 3 * ShardSize - 1);
        QVERIFY(got(text.size()) > 100);
    }

    void mailThatComesLaterIsAdded()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        QVERIFY(text.carryIn(built(0, {{1, "alpha"}, {2, "beta"}})));
        QVERIFY(text.append(3, textOf("alpha new")));
        QVERIFY(text.append(ShardSize, textOf("alpha first of its shard")));
        for (std::uint32_t document = ShardSize + 1; document < ShardSize + 200; ++document)
            QVERIFY(text.append(document, textOf("alpha")));
        QCOMPARE(found(text, "\"alpha new\""), u"3"_s);
        QCOMPARE(found(text, "\"alpha\"").split(u' ').size(), 202);
        QCOMPARE(got(text.indexedTo(0)), 3U);
        QCOMPARE(got(text.indexedTo(1)), ShardSize + 199);
        QVERIFY(text.check());
        for (const std::uint32_t document : {3U, 1U, ShardSize + 10}) {
            const base::Result<void> again = text.append(document, textOf("x"));
            QVERIFY(!again);
            QCOMPARE(again.error().code, base::ErrorCode::BadInput);
        }
        QVERIFY(text.setIndexedTo(10)); // the rest had no text
        QCOMPARE(got(text.indexedTo(0)), 10U);
        QCOMPARE(found(text, "\"beta\""), u"2"_s);
    }

    void aBuilderTakesDocumentsOfItsShardInOrder()
    {
        ShardBuilder builder = got(ShardBuilder::create(1));
        QVERIFY(!builder.add(1, {}));
        QVERIFY(!builder.add(2 * ShardSize, {}));
        QVERIFY(builder.add(ShardSize + 5, {}));
        QVERIFY(!builder.add(ShardSize + 5, {}));
        QVERIFY(!builder.add(ShardSize + 4, {}));
        QVERIFY(builder.finish());
        QVERIFY(!builder.add(ShardSize + 6, {}));
        QCOMPARE(builder.last(), ShardSize + 5);
    }

    void shardsAreBuiltOnSeveralThreads()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        std::vector<std::optional<ShardBuilder>> shards(4);
        {
            std::vector<std::jthread> threads;
            for (std::uint32_t shard = 0; shard < 4; ++shard) {
                threads.emplace_back([&shards, shard] {
                    std::vector<std::pair<std::uint32_t, QByteArray>> documents;
                    for (std::uint32_t i = 1; i < 500; ++i)
                        documents.emplace_back(shard * ShardSize + i,
                                               "word" + QByteArray::number(i % 7) + " common");
                    shards[shard].emplace(built(shard, documents));
                });
            }
        }
        for (const std::optional<ShardBuilder> &shard : shards)
            QVERIFY(text.carryIn(*shard));
        QCOMPARE(found(text, "\"common\"").split(u' ').size(), 4 * 499);
        QCOMPARE(found(text, "\"word3\"").split(u' ').size(), 4 * 71);
        QVERIFY(text.check());
    }

    void aShardThatIsBuiltAgainTakesTheOldOnesPlace()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        QVERIFY(text.carryIn(built(0, {{1, "secret"}, {2, "open"}})));
        QCOMPARE(found(text, "\"secret\""), u"1"_s);
        QVERIFY(text.append(3, textOf("secret late")));
        QVERIFY(text.carryIn(built(0, {{2, "open"}, {3, "late"}}), 7));
        QCOMPARE(found(text, "\"secret\""), QString());
        QCOMPARE(found(text, "\"open\""), u"2"_s);
        QCOMPARE(found(text, "\"late\""), u"3"_s);
        QCOMPARE(got(text.indexedTo(0)), 7U);
        QVERIFY(text.append(8, textOf("after")));
        QCOMPARE(found(text, "\"after\""), u"8"_s);
    }

    void aDroppedShardLeavesNothingInTheFile()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        QVERIFY(text.carryIn(built(0, {{1, "keepsakeword"}})));
        QVERIFY(text.carryIn(built(1, {{ShardSize, "purgedsecretword"}})));
        QVERIFY(text.append(ShardSize + 1, textOf("purgedlaterword")));
        QVERIFY(fileHolds("purgedsecretword"));
        QVERIFY(text.dropShard(1));
        for (const char *word : {"purgedsecretword", "secretword", "purgedlaterword"})
            QVERIFY2(!fileHolds(word), word);
        QVERIFY(fileHolds("keepsakeword"));
        QCOMPARE(got(text.indexedTo(1)), 0U);
        QCOMPARE(got(text.shards()), std::vector<std::uint32_t>{0});
        QVERIFY(text.dropShard(17)); // which was never there
        QVERIFY(text.append(ShardSize, textOf("anew")));
        QCOMPARE(found(text, "\"anew\""), QString::number(ShardSize));
    }

    void aDocumentIsTakenOutByItsText()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        QVERIFY(text.carryIn(built(0, {{1, "alpha"}, {2, "alpha"}})));
        QVERIFY(text.remove(1, textOf("alpha")));
        QCOMPARE(found(text, "\"alpha\""), u"2"_s);
        QCOMPARE(found(text, "\"subject\""), u"2"_s);
    }

    void changesArePartOfTheCallersTransaction()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        QVERIFY(text.carryIn(built(0, {{1, "alpha"}})));
        {
            auto transaction = got(store::Transaction::begin(database));
            QVERIFY(text.append(2, textOf("alpha")));
            QVERIFY(text.carryIn(built(1, {{ShardSize, "alpha"}})));
            QCOMPARE(found(text, "\"alpha\""), u"1 2 %1"_s.arg(ShardSize));
        }
        QCOMPARE(found(text, "\"alpha\""), u"1"_s);
        QCOMPARE(got(text.indexedTo(0)), 1U);
        QCOMPARE(got(text.indexedTo(1)), 0U);
        QVERIFY(text.carryIn(built(1, {{ShardSize, "alpha"}})));
        QVERIFY(text.append(2, textOf("alpha")));
        QCOMPARE(found(text, "\"alpha\""), u"1 2 %1"_s.arg(ShardSize));
        QVERIFY(text.check());
    }

    void othersSeeWhatIsWritten()
    {
        Database writer = fresh();
        FullText text = got(FullText::open(writer));
        QVERIFY(text.carryIn(built(0, {{1, "alpha"}})));
        store::DatabaseOptions options;
        options.mode = store::OpenMode::ReadOnly;
        Database reader = got(Database::open(m_path, options));
        FullText other = got(FullText::open(reader));
        QCOMPARE(found(other, "\"alpha\""), u"1"_s);
        QVERIFY(text.append(2, textOf("alpha")));
        QCOMPARE(found(other, "\"alpha\""), u"1 2"_s);
        QVERIFY(text.carryIn(built(0, {{1, "beta"}, {2, "alpha"}, {3, "alpha"}})));
        QCOMPARE(found(other, "\"alpha\""), u"2 3"_s);
        QVERIFY(text.dropShard(0));
        QCOMPARE(found(other, "\"alpha\""), QString());
        const base::Result<void> written = other.append(4, textOf("x"));
        QVERIFY(!written);
        QCOMPARE(written.error().code, base::ErrorCode::ReadOnly);
    }

    void readingAWordsListFindsWhatFts5Finds()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        // Words from everywhere to nowhere, and lists of positions that go over several pages.
        std::vector<std::pair<std::uint32_t, QByteArray>> documents;
        for (std::uint32_t document = 1; document < ShardSize; ++document) {
            QByteArray body = "everywhere ";
            for (std::uint32_t every = 2; every < 3000; every = every * 3 / 2 + 1) {
                if (document % every == 0)
                    body += "every" + QByteArray::number(every) + ' ';
            }
            body += "only" + QByteArray::number(document) + ' ';
            if (document % 700 == 0)
                body += QByteArray("often rarely ").repeated(9000);
            documents.emplace_back(document, body);
        }
        QVERIFY(text.carryIn(built(0, documents)));
        QVERIFY(text.carryIn(built(1, {{ShardSize + 3, "everywhere often zz"}})));
        const auto holdsTheSame = [&] {
            base::NoProgress progress;
            for (const char *word :
                 {"everywhere", "every2", "every4", "every", "only1", "only7", "only4095", "only", "often",
                  "rarely", "o", "e", "z", "zz", "zzz", "a", "0", "subject", "ev"}) {
                for (const bool prefix : {false, true}) {
                    std::vector<std::uint32_t> found = got(text.documentsOf(word, prefix, progress));
                    std::sort(found.begin(), found.end());
                    found.erase(std::unique(found.begin(), found.end()), found.end());
                    const QByteArray expression = QByteArray("\"") + word + (prefix ? "\" *" : "\"");
                    if (found != got(text.match(expression, progress)))
                        return QByteArray(word) + (prefix ? "*" : "");
                }
            }
            return QByteArray();
        };
        QCOMPARE(holdsTheSame(), QByteArray());
        base::Result<store::DoclistReader> reader = store::DoclistReader::create(database, "text_0");
        QVERIFY(reader);
        std::vector<std::uint32_t> found;
        QVERIFY(got(reader->read("everywhere", false, found))); // it did not leave it to FTS5
        QCOMPARE(found.size(), std::size_t(ShardSize - 1));
        QVERIFY(text.remove(700, textOf(documents[699].second)));
        QVERIFY(text.append(2 * ShardSize - 1, textOf("everywhere zebra")));
        QCOMPARE(holdsTheSame(), QByteArray());
    }

    void aDamagedListIsLeftToFts5()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        std::vector<std::pair<std::uint32_t, QByteArray>> documents;
        for (std::uint32_t document = 1; document < 300; ++document)
            documents.emplace_back(document, "word" + QByteArray::number(document % 50) + " common");
        QVERIFY(text.carryIn(built(0, documents)));
        const auto count = got(database.number("SELECT count(*) FROM text_0_data"));
        QVERIFY(count > 2);
        std::uint32_t random = 1;
        for (int round = 0; round < 400; ++round) {
            auto transaction = got(store::Transaction::begin(database));
            // A byte of a page, any of them, is another one.
            auto select =
                got(database.prepare("SELECT id, block FROM text_0_data ORDER BY id LIMIT 1 OFFSET ?1"));
            random = random * 1664525 + 1013904223;
            select.bind(1, (random >> 8) % std::uint32_t(count));
            QVERIFY(got(select.step()));
            const std::int64_t id = select.number(0);
            QByteArray block = select.blob(1).toByteArray();
            select.reset();
            if (block.isEmpty())
                continue;
            random = random * 1664525 + 1013904223;
            block[qsizetype((random >> 4) % std::uint32_t(block.size()))] = char(random >> 24);
            auto update = got(database.prepare("UPDATE text_0_data SET block=?1 WHERE id=?2"));
            QVERIFY(update.bindBlob(1, block).bind(2, id).run());
            auto reader = got(store::DoclistReader::create(database, "text_0"));
            for (const char *word : {"common", "word7", "w"}) {
                std::vector<std::uint32_t> found;
                const base::Result<bool> read = reader.read(word, true, found); // any answer, no crash
                QVERIFY(read || read.error().code == base::ErrorCode::Corrupt);
            }
        }
    }

    void aSearchEndsWhereItIsCancelled()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        QVERIFY(text.carryIn(built(0, {{1, "alpha"}})));
        Cancelling progress;
        const auto result = text.match("\"alpha\"", progress);
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::Cancelled);
        QVERIFY(!database.inTransaction());
        QCOMPARE(found(text, "\"alpha\""), u"1"_s);
    }

    void hostileTextIsIndexedAndFound()
    {
        Database database = fresh();
        FullText text = got(FullText::open(database));
        QByteArray noise;
        for (int i = 0; i < 200'000; ++i)
            noise += char(i * 7919 % 256);
        const QByteArray body =
            noise + QByteArray(" alpha\0beta \xff\xfe\xc3( gamma\"') ", 27) + QByteArray(300'000, 'x');
        QVERIFY(text.carryIn(built(0, {{1, body}, {2, QByteArray(1000, '\0')}, {3, {}}})));
        QVERIFY(text.append(4, textOf(body)));
        for (const char *word : {"\"alpha\"", "\"alpha beta\"", "\"gamma\""})
            QCOMPARE(found(text, word), u"1 4"_s);
        QCOMPARE(found(text, '"' + QByteArray(300'000, 'x') + '"'), u"1 4"_s);
        QVERIFY(text.check());
    }
};

QTEST_GUILESS_MAIN(TestFullText)
#include "tst_fulltext.moc"
