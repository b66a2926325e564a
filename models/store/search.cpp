// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search.h"

#include "models/store/rowcondition.h"
#include "models/store/textexpression.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

using Kind = QueryPart::Kind;

/// More pieces, or deeper ones, are not put to FTS5 as one question: its own limits lie a few times higher.
constexpr int MostPieces = 50;
constexpr int DeepestExpression = 8;

/// A set of rows.
class Rows
{
public:
    explicit Rows(std::size_t count)
        : m_count(count)
        , m_words((count + 63) / 64)
    {
    }

    void add(std::size_t row) { m_words[row / 64] |= std::uint64_t(1) << (row % 64); }
    bool contains(std::size_t row) const { return (m_words[row / 64] >> (row % 64)) & 1; }
    void keep(const Rows &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
    }
    void join(const Rows &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
    }
    void invert()
    {
        for (std::uint64_t &word : m_words)
            word = ~word;
        if (m_count % 64 != 0)
            m_words.back() &= (std::uint64_t(1) << (m_count % 64)) - 1;
    }
    std::size_t size() const
    {
        return std::accumulate(m_words.begin(), m_words.end(), std::size_t(0),
                               [](std::size_t sum, std::uint64_t word) {
                                   return sum + std::size_t(__builtin_popcountll(word));
                               });
    }

private:
    std::size_t m_count;
    std::vector<std::uint64_t> m_words;
};

/// What is known of a part: either what FTS5 is to be asked for it, or the rows.
struct Value
{
    QByteArray expression; ///< empty: `rows` has it
    int pieces = 0;        ///< of the expression
    int depth = 0;
    bool negated = false;            ///< all rows but those that the expression finds
    const QueryPart *word = nullptr; ///< where that is one word in any column
    Rows rows{0};

    bool isText() const { return !expression.isEmpty(); }
};

class Evaluator
{
public:
    Evaluator(const catalog::Catalog &catalog, const std::vector<std::uint32_t> &rowOf, FullText &text,
              base::ProgressSink &progress)
        : m_catalog(catalog)
        , m_rowOf(rowOf)
        , m_text(text)
        , m_progress(progress)
    {
    }

    base::Result<Rows> evaluate(const Query &query)
    {
        std::vector<Value> values;
        values.reserve(query.parts().size());
        for (const QueryPart &part : query.parts()) {
            if (m_progress.cancelled())
                return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
            base::Result<Value> value = valueOf(part, values);
            if (!value)
                return value.error();
            values.push_back(std::move(*value));
        }
        if (const base::Result<void> done = settle(values.back()); !done)
            return done.error();
        return std::move(values.back().rows);
    }

private:
    std::size_t count() const { return m_catalog.messages().size(); }

    base::Result<Value> valueOf(const QueryPart &part, std::vector<Value> &values)
    {
        switch (part.kind) {
        case Kind::Words: {
            const bool bare = part.columns == EveryColumn && part.words.size() == 1;
            return Value{textExpression(part), 1, 1, false, bare ? &part : nullptr, Rows(0)};
        }
        case Kind::Not: {
            Value value = std::move(values[part.children[0]]);
            if (value.isText())
                value.negated = !value.negated;
            else
                value.rows.invert();
            return value;
        }
        case Kind::And:
        case Kind::Or:
            return combined(part, values);
        default: {
            Value value;
            value.rows = Rows(count());
            for (std::size_t row = 0; row < count(); ++row) {
                if (rowFulfils(part, m_catalog, base::MessageIndex(row)))
                    value.rows.add(row);
            }
            return value;
        }
        }
    }

    /// Asks FTS5 where that was put off.
    base::Result<void> settle(Value &value)
    {
        if (!value.isText())
            return {};
        const base::Result<std::vector<std::uint32_t>> found =
            value.word ? m_text.documentsOf(value.word->words[0], value.word->prefix, m_progress)
                       : m_text.match(value.expression, m_progress);
        if (!found)
            return found.error();
        value.rows = Rows(count());
        for (const std::uint32_t document : *found) {
            if (document < m_rowOf.size() && m_rowOf[document] < count())
                value.rows.add(m_rowOf[document]);
        }
        if (value.negated)
            value.rows.invert();
        value.expression.clear();
        value.negated = false;
        value.word = nullptr;
        return {};
    }

    base::Result<Value> combined(const QueryPart &part, std::vector<Value> &values)
    {
        const bool all = part.kind == Kind::And;
        // Text is put to FTS5 together: it leaps over what only one of the words has. But where all are
        // single words, reading their documents and cutting the sets is faster.
        const bool words = std::all_of(part.children.begin(), part.children.end(), [&](std::uint32_t child) {
            return !values[child].isText() || values[child].word;
        });
        Value text;
        Value without; // NOT of these, in an AND
        std::vector<std::uint32_t> others;
        for (const std::uint32_t child : part.children) {
            Value &value = values[child];
            if (words || !value.isText() || (value.negated && !all) ||
                !take(value.negated ? without : text, value, all))
                others.push_back(child);
        }
        if (text.isText() && without.isText()) {
            text.expression = '(' + text.expression + ") NOT (" + without.expression + ')';
            text.pieces += without.pieces;
            text.word = nullptr;
            text.depth = std::max(text.depth, without.depth) + 1;
            without = Value();
        }
        without.negated = without.isText();
        if (others.empty() && text.isText() != without.isText())
            return text.isText() ? std::move(text) : std::move(without);
        return rowsOf(all, text, without, others, values);
    }

    /// Adds a question to another one; false where that would be too long.
    static bool take(Value &whole, const Value &piece, bool all)
    {
        const bool first = !whole.isText();
        if (whole.pieces + piece.pieces > MostPieces || piece.depth >= DeepestExpression)
            return false;
        // What is ruled out is ruled out by any of its pieces.
        const char *const sign = all && !piece.negated ? ") AND (" : ") OR (";
        whole.expression = first ? piece.expression : '(' + whole.expression + sign + piece.expression + ')';
        whole.pieces += piece.pieces;
        whole.word = first ? piece.word : nullptr;
        whole.depth = std::max(whole.depth, piece.depth) + 1;
        return true;
    }

    base::Result<Value> rowsOf(bool all, Value &text, Value &without,
                               const std::vector<std::uint32_t> &others, std::vector<Value> &values)
    {
        std::vector<Value *> pieces;
        for (Value *value : {&text, &without}) {
            if (value->isText())
                pieces.push_back(value);
        }
        for (const std::uint32_t child : others)
            pieces.push_back(&values[child]);
        Value result;
        bool first = true;
        for (Value *value : pieces) {
            if (const base::Result<void> done = settle(*value); !done)
                return done.error();
            if (first)
                result.rows = std::move(value->rows);
            else if (all)
                result.rows.keep(value->rows);
            else
                result.rows.join(value->rows);
            first = false;
        }
        return result;
    }

    const catalog::Catalog &m_catalog;
    const std::vector<std::uint32_t> &m_rowOf;
    FullText &m_text;
    base::ProgressSink &m_progress;
};

} // namespace

Search::Search(catalog::CatalogPtr catalog, std::vector<std::uint32_t> documents)
    : m_catalog(std::move(catalog))
{
    const std::vector<series::MessageHead> &heads = m_catalog->messages();
    documents.resize(heads.size());
    const auto none = std::uint32_t(heads.size());
    for (std::size_t row = 0; row < documents.size(); ++row) {
        if (documents[row] == 0)
            continue;
        if (documents[row] >= m_rowOf.size())
            m_rowOf.resize(documents[row] + 1, none);
        m_rowOf[documents[row]] = std::uint32_t(row);
    }
    m_newestFirst.resize(heads.size());
    std::iota(m_newestFirst.begin(), m_newestFirst.end(), 0);
    std::sort(m_newestFirst.begin(), m_newestFirst.end(), [&heads](std::uint32_t a, std::uint32_t b) {
        return heads[a].date != heads[b].date ? heads[a].date > heads[b].date : a > b;
    });
}

base::Result<SearchResult> Search::run(const Query &query, FullText &text, base::ProgressSink &progress,
                                       std::size_t limit) const
{
    SearchResult result;
    if (query.isEmpty())
        return result;
    const base::Result<Rows> rows = Evaluator(*m_catalog, m_rowOf, text, progress).evaluate(query);
    if (!rows)
        return rows.error();
    result.total = rows->size();
    const std::size_t wanted = std::min(limit, result.total);
    result.messages.reserve(wanted);
    for (std::size_t i = 0; result.messages.size() < wanted; ++i) {
        if (rows->contains(m_newestFirst[i]))
            result.messages.emplace_back(m_newestFirst[i]);
    }
    return result;
}

} // namespace loredesk::store
