// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred queries to real archives, where they lie beside the checkout: by the index and by reading every
// message. LOREDESK_WHOLE_ARCHIVES=1 reads all 26,431 messages of the large archive instead of a sample.
#include "models/archive/archive.h"
#include "models/patch/patch.h"
#include "models/store/search.h"
#include "tests/support/queries.h"
#include "tests/support/shared.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace loredesk;
using namespace Qt::StringLiterals;

class TestSearchOfArchives : public QObject
{
    Q_OBJECT

private slots:
    void theIndexFindsWhatReadingFinds_data()
    {
        const bool whole = qEnvironmentVariableIntValue("LOREDESK_WHOLE_ARCHIVES") > 0;
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("every");
        QTest::newRow("three months") << u"archives/hyperv-2025q2"_s << 1;
        QTest::newRow("seven years") << u"archives/linux-hyperv"_s << (whole ? 1 : 10);
    }

    void theIndexFindsWhatReadingFinds()
    {
        QFETCH(QString, name);
        QFETCH(int, every);
        const QString path = tests::sharedPath(name);
        if (path.isEmpty())
            QSKIP("the shared archives are not here");
        const auto archive = archive::open(path);
        QVERIFY(archive);
        base::NoProgress progress;
        const auto listing = (*archive)->list({}, progress);
        QVERIFY(listing);

        const QTemporaryDir directory;
        base::Result<store::Database> database = store::Database::open(directory.filePath(u"index"_s));
        QVERIFY(database);
        base::Result<store::FullText> text = store::FullText::open(*database);
        QVERIFY(text);
        const std::unique_ptr<archive::Reader> reader = (*archive)->reader();
        std::vector<series::MessageHead> heads;
        std::vector<patch::SearchableText> texts;
        std::vector<std::uint32_t> documents;
        std::optional<store::ShardBuilder> builder;
        const auto carryIn = [&] { return builder->finish() && text->carryIn(*builder); };
        for (std::size_t i = 0; i < listing->entries.size(); i += std::size_t(every)) {
            const archive::Entry &entry = listing->entries[i];
            const base::Result<QByteArray> raw = reader->read(entry.position);
            if (!raw)
                continue;
            const auto document = std::uint32_t(i + 1);
            if (builder && builder->shard() != store::shardOf(document)) {
                QVERIFY(carryIn());
                builder.reset();
            }
            if (!builder) {
                base::Result<store::ShardBuilder> made =
                    store::ShardBuilder::create(store::shardOf(document));
                QVERIFY(made);
                builder.emplace(std::move(*made));
            }
            texts.push_back(patch::searchableText(*raw));
            QVERIFY(builder->add(document, texts.back()));
            heads.push_back(series::makeHead(patch::readMessage(*raw, patch::Detail::Head), entry.position,
                                             entry.arrival, {}, 1767225600));
            documents.push_back(document);
        }
        QVERIFY(builder && carryIn());
        QVERIFY(text->check());

        const catalog::CatalogPtr catalog = catalog::Catalog::build({}, std::move(heads), {});
        const store::Search search(catalog, documents);
        const QStringList queries = tests::queriesFrom(
            *catalog, [&texts](std::size_t row) { return texts[row]; }, 100, 3);
        std::size_t hits = 0;
        for (const QString &words : queries) {
            const auto query = store::parseQuery(words, 1767225600);
            QVERIFY2(std::holds_alternative<store::Query>(query), qPrintable(words));
            base::Result<store::SearchResult> found =
                search.run(std::get<store::Query>(query), *text, progress);
            QVERIFY(found);
            std::sort(found->messages.begin(), found->messages.end());
            std::vector<base::MessageIndex> plainly;
            for (std::size_t row = 0; row < texts.size(); ++row) {
                if (store::matchesPlainly(std::get<store::Query>(query), texts[row], *catalog,
                                          base::MessageIndex(row)))
                    plainly.emplace_back(row);
            }
            QVERIFY2(found->messages == plainly, qPrintable(words));
            hits += plainly.empty() ? 0 : 1;
        }
        QVERIFY(hits > 60);
    }
};

QTEST_GUILESS_MAIN(TestSearchOfArchives)
#include "tst_search.moc"
