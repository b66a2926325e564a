// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the text with a stack of open brackets: no depth of brackets is a depth of calls.
#include "models/store/query.h"
#include "models/store/queryprefix.h"
#include "models/store/wordsplitter.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

// Far beyond what anybody writes; what a query costs is bounded by them.
constexpr qsizetype LongestQuery = 10'000;
constexpr std::size_t MostBrackets = 40;
constexpr std::size_t MostParts = 400;
constexpr qsizetype MostWords = 400;

using Kind = QueryPart::Kind;

/// What was read since a bracket was opened.
struct Level
{
    std::vector<std::uint32_t> alternatives; ///< what stood between ORs
    std::vector<std::uint32_t> together;     ///< since the last OR
    ColumnSet columns = EveryColumn;         ///< of words without a prefix
    qsizetype offset = 0;                    ///< of the bracket
    bool negated = false;                    ///< the whole bracket
    bool nothing = false;                    ///< since the last OR there was a piece without a word
    /// NOT, AND or OR, and nothing behind it yet.
    qsizetype operatorAt = -1;
    qsizetype operatorSize = 0;
    bool negateNext = false;
};

bool isSpace(QChar c)
{
    return c.isSpace() || c == u'\0';
}

class Parser
{
public:
    Parser(const QString &text, base::UnixSeconds now, bool isTyped)
        : m_text(text)
        , m_now(now)
        , m_isTyped(isTyped)
    {
    }

    std::variant<Query, QueryProblem> parse()
    {
        if (m_text.size() > LongestQuery)
            return QueryProblem{LongestQuery, m_text.size() - LongestQuery,
                                u"The query is too long; write at most %1 characters"_s.arg(LongestQuery)};
        m_levels.emplace_back();
        while (!m_problem && skipSpace())
            readPiece();
        if (!m_problem && m_levels.size() > 1)
            fail(m_levels.back().offset, 1,
                 u"The bracket is not closed; write ) behind what belongs in it"_s);
        if (!m_problem)
            closeLevel(m_text.size(), 0);
        if (m_problem)
            return *m_problem;
        return Query(std::move(m_parts));
    }

private:
    void fail(qsizetype offset, qsizetype length, const QString &text)
    {
        if (!m_problem)
            m_problem = QueryProblem{offset, length, text};
    }

    bool skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
        return m_at < m_text.size();
    }

    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(u'\0');
    }

    bool startsTerm(QChar c) const { return c.isLetterOrNumber() || c == u'_' || c == u'"' || c == u'('; }

    void readPiece()
    {
        const qsizetype begin = m_at;
        if (peek() == u')') {
            ++m_at;
            closeBracket(begin);
            return;
        }
        if (readOperator())
            return;
        if (peek() == u'-' && startsTerm(peek(1))) {
            ++m_at;
            negate(begin, 1);
        }
        readTerm(begin);
    }

    bool readOperator()
    {
        for (const auto name : {"AND"_L1, "OR"_L1, "NOT"_L1}) {
            if (QStringView(m_text).sliced(m_at).startsWith(name)) {
                const QChar next = peek(name.size());
                if (!isSpace(next) && next != u'(' && next != u')' && next != u'"')
                    continue;
                takeOperator(name);
                return true;
            }
        }
        return false;
    }

    void takeOperator(QLatin1StringView name)
    {
        Level &level = m_levels.back();
        const qsizetype begin = m_at;
        m_at += name.size();
        if (name == "NOT"_L1) {
            negate(begin, name.size());
            return;
        }
        if (level.operatorAt >= 0 || (level.together.empty() && !level.nothing)) {
            fail(begin, name.size(),
                 u"%1 stands between two things to look for; write one before it, or \"%2\" for the word"_s
                     .arg(name, QString(name).toLower()));
            return;
        }
        if (name == "OR"_L1)
            endAlternative(level);
        level.operatorAt = begin;
        level.operatorSize = name.size();
    }

    void negate(qsizetype begin, qsizetype size)
    {
        Level &level = m_levels.back();
        level.negateNext = !level.negateNext;
        level.operatorAt = begin;
        level.operatorSize = size;
    }

    /// A word, a phrase, a bracket or something with a prefix.
    void readTerm(qsizetype begin)
    {
        ColumnSet columns = m_levels.back().columns;
        const QueryPrefix *prefix = nullptr;
        if (!readPrefix(prefix))
            return;
        if (prefix) {
            if (isSpace(peek()) || peek() == u')') {
                fail(begin, m_at - begin,
                     u"Write %1 right behind %2:, without a blank"_s.arg(QString(prefix->wants),
                                                                         QString(prefix->name)));
                return;
            }
            if (prefix->kind != Kind::Words) {
                readValue(*prefix, begin);
                return;
            }
            columns = prefix->columns;
        }
        if (peek() == u'(') {
            openBracket(columns);
            return;
        }
        if (peek() == u'"')
            readPhrase(columns, begin);
        else
            readWord(columns, begin);
    }

    /// False where the query is wrong there.
    bool readPrefix(const QueryPrefix *&prefix)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && end - m_at <= 16 && m_text[end] >= u'a' && m_text[end] <= u'z')
            ++end;
        if (end == m_at || end >= m_text.size() || m_text[end] != u':')
            return true;
        const QStringView name = QStringView(m_text).sliced(m_at, end - m_at);
        prefix = findPrefix(name);
        if (prefix) {
            m_at = end + 1;
            return true;
        }
        // "net: fix", "foo::bar" and "https://…" are words like others.
        const QChar next = end + 1 < m_text.size() ? m_text[end + 1] : QChar(u' ');
        if (isSpace(next) || next == u':' || next == u'/' || next == u')')
            return true;
        fail(m_at, end + 1 - m_at, unknownPrefix(name));
        return false;
    }

    void openBracket(ColumnSet columns)
    {
        if (m_levels.size() > MostBrackets) {
            fail(m_at, 1,
                 u"The brackets are nested too deep; write at most %1 into each other"_s.arg(MostBrackets));
            return;
        }
        Level level;
        level.columns = columns;
        level.offset = m_at++;
        level.negated = takeNegation();
        m_levels.push_back(std::move(level));
    }

    void closeBracket(qsizetype at)
    {
        if (m_levels.size() == 1) {
            fail(at, 1, u"No bracket was opened here; write ( before what belongs in it, or leave ) out"_s);
            return;
        }
        closeLevel(at, 1);
    }

    /// Makes one part of what the level has, and gives it to the level below.
    void closeLevel(qsizetype at, qsizetype size)
    {
        Level &level = m_levels.back();
        if (level.operatorAt >= 0) {
            const QString name = m_text.mid(level.operatorAt, level.operatorSize);
            fail(level.operatorAt, level.operatorSize,
                 u"Write what to look for behind %1, or \"%2\" for the word"_s.arg(name, name.toLower()));
            return;
        }
        endAlternative(level);
        const bool outermost = m_levels.size() == 1;
        if (level.alternatives.empty()) {
            if (!outermost)
                fail(level.offset, at + size - level.offset,
                     u"Write what to look for between the brackets"_s);
            else if (m_emptyAt >= 0)
                fail(m_emptyAt, m_emptySize, u"There is no letter and no digit to look for; write a word"_s);
            return;
        }
        const std::uint32_t part = joined(Kind::Or, level.alternatives);
        const bool negated = level.negated;
        if (outermost)
            return;
        m_levels.pop_back();
        m_levels.back().together.push_back(negated ? inverted(part) : part);
    }

    void endAlternative(Level &level)
    {
        if (!level.together.empty())
            level.alternatives.push_back(joined(Kind::And, level.together));
        level.together.clear();
        level.nothing = false;
    }

    std::uint32_t joined(Kind kind, const std::vector<std::uint32_t> &children)
    {
        if (children.size() == 1)
            return children[0];
        QueryPart part;
        part.kind = kind;
        part.children = children;
        return add(std::move(part));
    }

    std::uint32_t inverted(std::uint32_t child)
    {
        QueryPart part;
        part.kind = Kind::Not;
        part.children = {child};
        return add(std::move(part));
    }

    std::uint32_t add(QueryPart part)
    {
        m_parts.push_back(std::move(part));
        return std::uint32_t(m_parts.size() - 1);
    }

    /// The NOT before the piece that is read now.
    bool takeNegation()
    {
        Level &level = m_levels.back();
        level.operatorAt = -1;
        return std::exchange(level.negateNext, false);
    }

    void takeLeaf(QueryPart part, qsizetype begin)
    {
        if (m_parts.size() >= MostParts) {
            fail(begin, m_at - begin,
                 u"The query has too many pieces; write at most %1"_s.arg(MostParts / 2));
            return;
        }
        const std::uint32_t leaf = add(std::move(part));
        const bool negated = takeNegation();
        m_levels.back().together.push_back(negated ? inverted(leaf) : leaf);
    }

    /// Whether the last word may go on.
    enum class End { Closed, Open, OpenIfLong };

    void takeWords(QStringView text, ColumnSet columns, End end, qsizetype begin)
    {
        QueryPart part;
        part.columns = columns;
        part.words = wordsOf(text.toUtf8());
        m_words += part.words.size();
        if (m_words > MostWords) {
            fail(begin, m_at - begin, u"The query has too many words; write at most %1"_s.arg(MostWords));
            return;
        }
        if (part.words.isEmpty()) { // "->", "&&": pasted along with the words around it
            m_levels.back().nothing = true;
            static_cast<void>(takeNegation());
            m_emptyAt = m_emptyAt < 0 ? begin : m_emptyAt;
            m_emptySize = m_emptySize == 0 ? m_at - begin : m_emptySize;
            return;
        }
        const bool isLetter = part.words.size() == 1 && part.words[0].size() < 2;
        part.prefix = end == End::Open || (end == End::OpenIfLong && !isLetter);
        if (part.prefix && isLetter) {
            fail(begin, m_at - begin, u"One letter begins too many words; write two or more before *"_s);
            return;
        }
        takeLeaf(std::move(part), begin);
    }

    void readPhrase(ColumnSet columns, qsizetype begin)
    {
        const qsizetype close = m_text.indexOf(u'"', m_at + 1);
        if (close < 0) {
            fail(m_at, m_text.size() - m_at, u"The phrase is not closed; write \" behind its last word"_s);
            return;
        }
        const QStringView phrase = QStringView(m_text).sliced(m_at + 1, close - m_at - 1);
        m_at = close + 1;
        takeWords(phrase, columns, End::Closed, begin);
    }

    void readWord(ColumnSet columns, qsizetype begin)
    {
        const qsizetype from = m_at;
        for (; m_at < m_text.size() && !isSpace(peek()) && peek() != u'"' && peek() != u')'; ++m_at) {
            if (peek() != u'(')
                continue;
            if (peek(1) != u')') // "hv_init()" is a word, "(a b)" is not
                break;
            ++m_at;
        }
        const QStringView word = QStringView(m_text).sliced(from, m_at - from);
        const bool prefix =
            word.size() > 1 && word.endsWith(u'*') && word.chopped(1).back().isLetterOrNumber();
        const bool isOpen = m_isTyped && word.back().isLetterOrNumber();
        takeWords(word, columns, prefix ? End::Open : isOpen ? End::OpenIfLong : End::Closed, begin);
    }

    /// What a prefix that is no text column wants.
    void readValue(const QueryPrefix &prefix, qsizetype begin)
    {
        const qsizetype from = m_at;
        QString value;
        if (peek() == u'"' || (peek() == u'<' && prefix.kind == Kind::MessageId)) {
            const QChar end = peek() == u'"' ? u'"' : u'>';
            const qsizetype close = m_text.indexOf(end, m_at + 1);
            value = m_text.mid(m_at + 1, close < 0 ? -1 : close - m_at - 1);
            m_at = close < 0 ? m_text.size() : close + 1;
        } else {
            while (m_at < m_text.size() && !isSpace(peek()) && peek() != u')')
                ++m_at;
            value = m_text.mid(from, m_at - from);
        }
        QueryPart part;
        if (const QString wrong = readPrefixValue(prefix, value, m_now, part); !wrong.isEmpty()) {
            fail(begin, m_at - begin, wrong);
            return;
        }
        takeLeaf(std::move(part), begin);
    }

    const QString &m_text;
    const base::UnixSeconds m_now;
    const bool m_isTyped;
    qsizetype m_at = 0;
    qsizetype m_words = 0;
    qsizetype m_emptyAt = -1; ///< the first piece without a word
    qsizetype m_emptySize = 0;
    std::vector<Level> m_levels;
    std::vector<QueryPart> m_parts;
    std::optional<QueryProblem> m_problem;
};

} // namespace

std::variant<Query, QueryProblem> parseQuery(const QString &text, base::UnixSeconds now)
{
    return Parser(text, now, false).parse();
}

std::variant<Query, QueryProblem> parseTypedQuery(const QString &text, base::UnixSeconds now)
{
    return Parser(text, now, true).parse();
}

} // namespace loredesk::store
