// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody types into the search field, up to the answer: the index and a plain reading agree on it.
#include "models/store/search.h"
#include "tests/fuzz/fuzzing.h"

using namespace loredesk;
using namespace Qt::StringLiterals;

namespace {

constexpr base::UnixSeconds Now = 1767225600; // 2026-01-01

/// A few messages to ask for, indexed once.
struct World
{
    World()
        : database(*store::Database::inMemory())
        , text(*store::FullText::open(database))
    {
        std::vector<series::MessageHead> heads;
        for (const QByteArray &body :
             {QByteArray("fix the race\n> quoted words\n"),
              QByteArray("diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n"
                         "@@ -1 +1 @@ func\n-x\n+y\n"),
              QByteArray("caf\xc3\xa9 \xe5\x86\x85\xe5\xad\x98 \xff or and not\n")}) {
            const QByteArray raw = "From: Ada <ada@example.org>\nSubject: [PATCH v2] the fix\nMessage-ID: <" +
                                   QByteArray::number(heads.size()) + "@example.org>\n\n" + body;
            texts.push_back(patch::searchableText(raw));
            documents.push_back(std::uint32_t(texts.size()));
            heads.push_back(series::makeHead(patch::readMessage(raw, patch::Detail::Head), {}, Now, {}, Now));
            FUZZ_CHECK(text.append(documents.back(), texts.back()).ok());
        }
        catalog = catalog::Catalog::build({}, std::move(heads), {});
    }

    store::Database database;
    store::FullText text;
    std::vector<patch::SearchableText> texts;
    std::vector<std::uint32_t> documents;
    catalog::CatalogPtr catalog;
};

void checkProblem(const store::QueryProblem &problem, const QString &text)
{
    FUZZ_CHECK(problem.offset >= 0 && problem.length > 0);
    FUZZ_CHECK(problem.offset + problem.length <= text.size());
    FUZZ_CHECK(!problem.text.isEmpty());
}

void checkMarks(const store::Query &query, const QString &text)
{
    qsizetype at = 0;
    for (const store::MarkedRange &range : store::rangesToMark(text, store::wordsToMark(query))) {
        FUZZ_CHECK(range.offset >= at && range.length > 0);
        at = range.offset + range.length;
    }
    FUZZ_CHECK(at <= text.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static World world;
    const QString text = QString::fromUtf8(fuzz::inputBytes(data, size));
    const auto parsed =
        text.size() % 2 == 0 ? store::parseQuery(text, Now) : store::parseTypedQuery(text, Now);
    if (const auto *problem = std::get_if<store::QueryProblem>(&parsed)) {
        checkProblem(*problem, text);
        return 0;
    }
    const store::Query &query = std::get<store::Query>(parsed);
    checkMarks(query, text);
    base::NoProgress progress;
    const store::Search search(world.catalog, world.documents);
    const base::Result<store::SearchResult> found = search.run(query, world.text, progress);
    FUZZ_CHECK(found.ok());
    std::vector<bool> expected(world.texts.size());
    for (std::size_t row = 0; row < world.texts.size(); ++row)
        expected[row] =
            store::matchesPlainly(query, world.texts[row], *world.catalog, base::MessageIndex(row));
    std::vector<bool> given(world.texts.size());
    for (const base::MessageIndex row : found->messages)
        given[row.value()] = true;
    FUZZ_CHECK(given == expected);
    return 0;
}
