// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"
#include "models/patch/searchabletext.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <limits>
#include <variant>
#include <vector>

namespace loredesk::store {

/// A set of text columns, one bit each.
using ColumnSet = std::uint16_t;
constexpr ColumnSet columnBit(patch::TextColumn column)
{
    return ColumnSet(1U << unsigned(column));
}
constexpr ColumnSet EveryColumn = ColumnSet((1U << patch::TextColumnCount) - 1);

/// What `is:` asks of a message.
enum class IsKind : std::uint8_t { Patch, Cover, Reply, Complete, Incomplete, Unanswered, Rfc, Pull, Bot };

/// One part of a query. Which members mean something depends on `kind`.
struct QueryPart
{
    enum class Kind : std::uint8_t {
        And,       ///< of `children`, two or more
        Or,        ///< likewise
        Not,       ///< of one child
        Words,     ///< `words` side by side in one of `columns`; the last may go on where `prefix`
        Is,        ///< `is`
        Version,   ///< version within first..last
        Date,      ///< Date within first..last, seconds since 1970
        Arrival,   ///< arrival likewise
        MessageId, ///< exactly `value`
        PatchId,   ///< begins with `value`, lower-case hexadecimal digits
    };
    Kind kind = Kind::Words;
    bool prefix = false;
    ColumnSet columns = EveryColumn;
    IsKind is = IsKind::Patch;
    std::vector<std::uint32_t> children; ///< parts before this one
    QList<QByteArray> words;             ///< as wordsplitter.h gives them; never empty
    QByteArray value;
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

/// What somebody looks for. An immutable value.
class Query
{
public:
    /// The empty query, which finds nothing.
    Query() = default;
    /// `parts`: each behind its children, the whole at the end.
    explicit Query(std::vector<QueryPart> parts)
        : m_parts(std::move(parts))
    {
    }

    bool isEmpty() const { return m_parts.empty(); }
    /// Children before their parents; the last part is the whole.
    const std::vector<QueryPart> &parts() const { return m_parts; }
    /// Whether any part asks for text, which only an index or the messages themselves can answer.
    bool asksForText() const;
    /// In a plain notation, fully bracketed, for tests and logs: `(and s"fix" (not nq+q"foo bar"*)
    /// is:patch)`.
    QByteArray toString() const;

private:
    std::vector<QueryPart> m_parts;
};

/// Why a text is no query, and where.
struct QueryProblem
{
    qsizetype offset = 0; ///< of the piece at fault, in UTF-16 units
    qsizetype length = 0;
    QString text; ///< what is wrong and what to write instead, one sentence without a full stop
};

/// Reads a query as the search field and the command line take it:
///
///     word  "a phrase"  hv_init()  kvm-s390 (a phrase, too)  word*  a b (both)  a AND b  a OR b  NOT a  -a
///     ( ) s: f: t: c: a: tc: b: bs: nq: q: dfn: dfhh: l:   before a word, a phrase or a bracket
///     d:20250401..20250430  d:2025-04-01..  d:last.week..  d:..7.days.ago   days of UTC; rt: by arrival
///     m:MESSAGE-ID  patchid:0123abc  version:>=3
///     is:patch is:cover is:reply is:complete is:incomplete is:unanswered is:rfc is:pull is:bot
///
/// OR binds less than all else. A text without any piece is the empty query. `now`: what dates such as
/// "yesterday" count from. Time and memory are linear in the text, whatever it is.
std::variant<Query, QueryProblem> parseQuery(const QString &text, base::UnixSeconds now);

/// The same for somebody who sees what is found while typing: every word of two letters or more outside of
/// quotes stands for those, too, that begin with it. So what is found does not depend on which word is the
/// last, nor on whether it is finished.
std::variant<Query, QueryProblem> parseTypedQuery(const QString &text, base::UnixSeconds now);

/// Words side by side that a viewer marks.
struct WordsToMark
{
    ColumnSet columns = EveryColumn;
    QList<QByteArray> words;
    bool prefix = false; ///< the last word may go on
    friend bool operator==(const WordsToMark &, const WordsToMark &) = default;
};

/// What a message was found for: all words of the query but those that it rules out. Each once, in order.
std::vector<WordsToMark> wordsToMark(const Query &query);

/// A piece of a text, in UTF-16 units.
struct MarkedRange
{
    qsizetype offset = 0;
    qsizetype length = 0;
    friend bool operator==(const MarkedRange &, const MarkedRange &) = default;
};

/// Where the words stand in a text that is shown; only those for one of `columns`. Ascending, without
/// overlaps.
std::vector<MarkedRange> rangesToMark(const QString &text, const std::vector<WordsToMark> &words,
                                      ColumnSet columns = EveryColumn);

} // namespace loredesk::store
