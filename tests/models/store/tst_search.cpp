// SPDX-License-Identifier: GPL-3.0-or-later
// A search by the index finds what reading every message finds.
#include "models/store/search.h"
#include "tests/support/headbuilder.h"
#include "tests/support/queries.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace loredesk;
using namespace Qt::StringLiterals;
using patch::SearchableText;
using patch::TextColumn;
using store::Database;
using store::FullText;
using store::Query;
using store::Search;
using store::ShardBuilder;
using store::shardOf;

namespace {

template <class T>
T got(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    return std::move(*result);
}

Query queryOf(const QString &text)
{
    const auto result = store::parseQuery(text, 1767225600);
    if (const auto *problem = std::get_if<store::QueryProblem>(&result))
        qFatal("%s: %s", qPrintable(text), qPrintable(problem->text));
    return std::get<Query>(result);
}

/// Rows with text that is made up of few words, so that words meet.
class Corpus
{
public:
    explicit Corpus(const QString &heads)
        : catalog(tests::catalogFrom(heads))
    {
        std::mt19937 random(7);
        const QStringList vocabulary =
            u"fix hv_init vmbus the patch Leak in memory Café 内存 driver x86 arm64 race lock free"_s.split(
                u' ');
        const auto some = [&](int count) {
            QStringList words;
            for (int i = 0; i < count; ++i)
                words << vocabulary[qsizetype(random() % std::size_t(vocabulary.size()))];
            return words.join(i18nBlank(random())).toUtf8();
        };
        for (const series::MessageHead &head : catalog->messages()) {
            SearchableText text;
            text[TextColumn::Subject] = head.subject.toUtf8();
            text[TextColumn::From] = head.from.toString().toUtf8();
            text[TextColumn::To] = "list@example.org";
            text[TextColumn::Cc] = random() % 2 ? "Bob <bob@example.org>, carol@example.net" : "";
            text[TextColumn::Unquoted] = some(int(random() % 30));
            text[TextColumn::Quoted] = "> " + some(int(random() % 10));
            text[TextColumn::FileNames] = random() % 3 ? "" : "drivers/hv/" + some(1) + ".c";
            text[TextColumn::HunkHeaders] = random() % 3 ? "" : "int " + some(1) + "(void)";
            text[TextColumn::ListIds] = "<kvm.example.org>";
            texts.push_back(text);
        }
    }

    static QString i18nBlank(std::mt19937::result_type number) { return number % 5 ? u" "_s : u", -> "_s; }

    std::vector<base::MessageIndex> plainly(const Query &query) const
    {
        std::vector<base::MessageIndex> rows;
        for (std::size_t row = 0; row < texts.size(); ++row) {
            if (store::matchesPlainly(query, texts[row], *catalog, base::MessageIndex(row)))
                rows.emplace_back(row);
        }
        return rows;
    }

    catalog::CatalogPtr catalog;
    std::vector<SearchableText> texts;
};

QString manyHeads()
{
    const QString lines = u"\"fix the race\" @ada 0 1(re@bob+R re) 2 -\n"
                          "\"memory leak\" @bob v2 rfc p(re bot)\n"
                          "other(re@ada)\n"
                          "\"hv_init: lock\" v3 0 1 2(re(re@bob)) 3 +2h\n"
                          "gitpull(bot)\n"
                          "other\n"_s;
    return lines.repeated(20);
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    const Corpus m_corpus{manyHeads()};
    std::vector<std::uint32_t> m_documents;
    std::optional<Database> m_database;
    std::optional<FullText> m_text;
    std::optional<Search> m_search;

    std::vector<base::MessageIndex> found(const QString &query)
    {
        base::NoProgress progress;
        return got(m_search->run(queryOf(query), *m_text, progress)).messages;
    }

    static void sortRows(std::vector<base::MessageIndex> &rows) { std::sort(rows.begin(), rows.end()); }

private slots:
    void initTestCase()
    {
        m_database.emplace(got(Database::open(m_directory.filePath(u"search"_s))));
        m_text.emplace(got(FullText::open(*m_database)));
        // Numbers with holes, over several shards, out of the order of rows; some shards built, of others a
        // part built and the rest added.
        const std::size_t count = m_corpus.texts.size();
        QVERIFY(count > 300);
        m_documents.resize(count);
        std::map<std::uint32_t, std::size_t> rowOf;
        for (std::size_t row = 0; row < count; ++row) {
            m_documents[row] = std::uint32_t(1 + ((row * 37) % count) * 41);
            rowOf[m_documents[row]] = row;
        }
        std::optional<ShardBuilder> builder;
        const auto carryIn = [&] {
            const bool done = !builder || (builder->finish() && m_text->carryIn(*builder));
            builder.reset();
            return done;
        };
        for (const auto &[document, row] : rowOf) {
            const std::uint32_t shard = shardOf(document);
            const bool isBuilt = shard % 2 == 0 || document % store::ShardSize < store::ShardSize / 2;
            if (!isBuilt || (builder && builder->shard() != shard))
                QVERIFY(carryIn());
            if (!isBuilt) {
                QVERIFY(m_text->append(document, m_corpus.texts[row]));
                continue;
            }
            if (!builder)
                builder.emplace(got(ShardBuilder::create(shard)));
            QVERIFY(builder->add(document, m_corpus.texts[row]));
        }
        QVERIFY(carryIn());
        QVERIFY(got(m_text->shards()).size() >= 3);
        m_search.emplace(m_corpus.catalog, m_documents);
    }

    void aHundredQueriesFindWhatReadingFinds()
    {
        const QStringList queries = tests::queriesFrom(
            *m_corpus.catalog, [this](std::size_t row) { return m_corpus.texts[row]; }, 300, 5);
        int hits = 0;
        for (const QString &query : queries) {
            std::vector<base::MessageIndex> rows = found(query);
            sortRows(rows);
            QVERIFY2(rows == m_corpus.plainly(queryOf(query)), qPrintable(query));
            hits += rows.empty() ? 0 : 1;
        }
        QVERIFY2(hits > 200, qPrintable(QString::number(hits)));
    }

    void combinationsFindWhatReadingFinds_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"fix",
                                  "NOT fix",
                                  "NOT NOT fix",
                                  "-fix -memory",
                                  "NOT (fix memory)",
                                  "NOT (fix OR NOT memory)",
                                  "fix OR NOT memory",
                                  "NOT fix OR NOT memory",
                                  "(fix -race) OR (memory -leak)",
                                  "fix is:patch -memory",
                                  "is:reply OR is:cover",
                                  "NOT is:reply",
                                  "fix NOT (race is:patch)",
                                  "\"the patch\" OR \"in memory\"",
                                  "s:\"fix the race\" is:complete",
                                  "内存",
                                  "cafe*",
                                  "\"fix hv*\"",
                                  "dfn:drivers/hv/cafe.c",
                                  "a:bob -f:bob",
                                  "l:kvm.example.org version:>=2",
                                  "is:pull",
                                  "is:bot",
                                  "is:rfc",
                                  "zzz",
                                  "NOT zzz"}) {
            QTest::newRow(query) << QString::fromUtf8(query);
        }
        QString deep = u"fix"_s;
        for (int i = 0; i < 30; ++i)
            deep = u"(%1 %2 %3)"_s.arg(deep, i % 2 ? u"OR"_s : u"AND"_s, i % 3 ? u"race"_s : u"NOT memory"_s);
        QTest::newRow("many brackets") << deep;
        QTest::newRow("many pieces") << QString(u"(fix OR race) "_s.repeated(60));
        QTest::newRow("many alternatives") << u"fix OR race -lock OR "_s.repeated(60) + u"free"_s;
    }
    void combinationsFindWhatReadingFinds()
    {
        QFETCH(QString, query);
        std::vector<base::MessageIndex> rows = found(query);
        sortRows(rows);
        QCOMPARE(rows, m_corpus.plainly(queryOf(query)));
    }

    void theNewestStandFirstAndTheLimitCounts()
    {
        const std::vector<base::MessageIndex> rows = found(u"example"_s);
        QVERIFY(rows.size() > 100);
        for (std::size_t i = 1; i < rows.size(); ++i)
            QVERIFY(m_corpus.catalog->message(rows[i - 1]).date >= m_corpus.catalog->message(rows[i]).date);
        base::NoProgress progress;
        const store::SearchResult some = got(m_search->run(queryOf(u"example"_s), *m_text, progress, 10));
        QCOMPARE(some.total, rows.size());
        QCOMPARE(some.messages, std::vector(rows.begin(), rows.begin() + 10));
    }

    void conditionsOnRowsMeanWhatTheySay()
    {
        const auto subjects = [&](const QString &query) {
            QStringList ids;
            std::vector<base::MessageIndex> rows;
            const Query parsed = queryOf(query);
            const catalog::CatalogPtr catalog =
                tests::catalogFrom(u"\"one\" @ada 0 1(re@bob+R) 2\n\"two\" @bob v2 rfc 1 - /2\n\"three\" "
                                   "other(re@ada)\n\"four\" other(re@rev1)\ngitpull\n\"six\" p(bot)"_s);
            for (std::size_t row = 0; row < catalog->messages().size(); ++row) {
                if (store::matchesPlainly(parsed, {}, *catalog, base::MessageIndex(row)))
                    ids << QString::fromLatin1(catalog->messages()[row].messageId).section(u'@', 0, 0);
            }
            ids.sort();
            return ids.join(u' ');
        };
        QCOMPARE(subjects(u"is:cover"_s), u"1.0"_s);
        QCOMPARE(subjects(u"is:patch"_s), u"1.1 1.2 2.1 6.p"_s);
        QCOMPARE(subjects(u"is:complete"_s), u"1.0 1.1 1.2 6.p"_s);
        QCOMPARE(subjects(u"is:incomplete"_s), u"2.1"_s);
        QCOMPARE(subjects(u"is:unanswered"_s), u"2.1 3.other 5.gitpull 6.p"_s);
        QCOMPARE(subjects(u"is:rfc"_s), u"2.1"_s);
        QCOMPARE(subjects(u"is:pull"_s), u"5.gitpull"_s);
        QCOMPARE(subjects(u"is:patch version:>=2"_s), u"2.1"_s);
        QCOMPARE(subjects(u"m:<1.2@example.org>"_s), u"1.2"_s);
        QCOMPARE(subjects(u"m:1.2@example"_s), QString());
        QCOMPARE(subjects(u"d:20250301..20250301"_s), u"1.0 1.1 1.1.1 1.2"_s);
        QCOMPARE(subjects(u"rt:2000..2030 -rt:..2024"_s).isEmpty(), false);
    }

    void patchesAreFoundByTheBeginningOfTheirId()
    {
        const catalog::CatalogPtr catalog = tests::catalogFrom(u"1=abc 2=def"_s);
        const QByteArray id = catalog->messages()[0].patchId.toHex();
        QCOMPARE(id.size(), 40);
        const auto isFound = [&](const QByteArray &digits, std::size_t row) {
            return store::matchesPlainly(queryOf(u"patchid:"_s + QString::fromLatin1(digits)), {}, *catalog,
                                         base::MessageIndex(row));
        };
        QVERIFY(isFound(id, 0));
        QVERIFY(isFound(id.left(7).toUpper(), 0));
        QVERIFY(isFound(id.left(12), 0));
        QVERIFY(!isFound(id.left(12), 1));
        const QByteArray other = id.left(8) + (id[8] == '0' ? '1' : '0');
        QVERIFY(!isFound(other, 0));
    }

    void rowsWithoutADocumentAreFoundByTheirRowAlone()
    {
        const Search search(m_corpus.catalog, {});
        base::NoProgress progress;
        QCOMPARE(got(search.run(queryOf(u"fix"_s), *m_text, progress)).total, std::size_t(0));
        QVERIFY(got(search.run(queryOf(u"is:patch"_s), *m_text, progress)).total > 10);
    }

    void theEmptyQueryFindsNothing()
    {
        base::NoProgress progress;
        QCOMPARE(got(m_search->run(Query(), *m_text, progress)).total, std::size_t(0));
        QVERIFY(!store::matchesPlainly(Query(), m_corpus.texts[0], *m_corpus.catalog, base::MessageIndex(0)));
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
