// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/intraline.h"

#include <QHashFunctions>

#include <algorithm>
#include <vector>

namespace loredesk::patch {

namespace {

/// Of 1000: lines that share less are not the same line with a change in it.
constexpr int LeastLikeness = 400;
/// Pairs of words that are compared for two lines, and pairs of lines for one block: each takes well below a
/// millisecond.
constexpr qsizetype MostWordPairs = 40'000;
constexpr qsizetype MostLinePairs = 40'000;
/// What is looked at of a line to find its partner (UTF-16 units).
constexpr qsizetype LongestLook = 400;

enum class TokenKind : quint8 { Word, Mark, Blank };

struct Token
{
    qint32 offset = 0;
    qint32 length = 0;
    TokenKind kind = TokenKind::Mark;
};

bool isWordUnit(QChar c)
{
    // Ideographs are words each; all else that letters and figures make up is one as a whole.
    return c.isLetterOrNumber() || c == u'_' || c.isMark();
}

std::vector<Token> tokensOf(QStringView line)
{
    std::vector<Token> tokens;
    tokens.reserve(size_t(line.size() / 3 + 4));
    for (qsizetype i = 0; i < line.size();) {
        const QChar c = line[i];
        qsizetype end = i + 1;
        TokenKind kind = TokenKind::Mark;
        if (c == u' ' || c == u'\t') {
            kind = TokenKind::Blank;
        } else if (c.isHighSurrogate()) {
            end += i + 1 < line.size() && line[i + 1].isLowSurrogate();
            kind = TokenKind::Word;
        } else if (c.unicode() >= 0x2e80) {
            kind = TokenKind::Word;
        } else if (isWordUnit(c)) {
            kind = TokenKind::Word;
            while (end < line.size() && line[end].unicode() < 0x2e80 && isWordUnit(line[end]))
                ++end;
        }
        // What combines with a character stays with it.
        while (end < line.size() && line[end].isMark())
            ++end;
        tokens.push_back({qint32(i), qint32(end - i), kind});
        i = end;
    }
    return tokens;
}

/// How much a token says about its line.
int weightOf(const Token &token)
{
    switch (token.kind) {
    case TokenKind::Word:
        return 2 * token.length;
    case TokenKind::Mark:
        return 1;
    case TokenKind::Blank:
        break;
    }
    return 0;
}

int likeness(qint64 common, qint64 a, qint64 b)
{
    // Two lines of blanks are alike, but anything says more.
    return a + b == 0 ? LeastLikeness : int(2000 * common / (a + b));
}

/// Tokens that both lines have: `count` of them, from `a` on in one and from `b` on in the other.
struct Run
{
    qsizetype a = 0;
    qsizetype b = 0;
    qsizetype count = 0;
};

class Comparison
{
public:
    Comparison(QStringView a, QStringView b)
        : m_a(a)
        , m_b(b)
        , m_tokensA(tokensOf(a))
        , m_tokensB(tokensOf(b))
    {
    }

    ChangedWords result()
    {
        findRuns();
        qint64 common = 0;
        for (const Run &run : m_runs)
            common += weight(m_tokensA, run.a, run.count);
        ChangedWords words;
        words.alike = likeness(common, weight(m_tokensA, 0, qsizetype(m_tokensA.size())),
                               weight(m_tokensB, 0, qsizetype(m_tokensB.size()))) >= LeastLikeness;
        if (!words.alike)
            return words;
        dropScraps();
        qsizetype fromA = 0;
        qsizetype fromB = 0;
        m_runs.push_back({qsizetype(m_tokensA.size()), qsizetype(m_tokensB.size()), 0});
        for (const Run &run : m_runs) {
            append(words.removed, m_tokensA, fromA, run.a);
            append(words.added, m_tokensB, fromB, run.b);
            fromA = run.a + run.count;
            fromB = run.b + run.count;
        }
        return words;
    }

private:
    static qint64 weight(const std::vector<Token> &tokens, qsizetype from, qsizetype count)
    {
        qint64 sum = 0;
        for (qsizetype i = from; i < from + count; ++i)
            sum += weightOf(tokens[size_t(i)]);
        return sum;
    }

    static void append(QList<LineSpan> &spans, const std::vector<Token> &tokens, qsizetype from, qsizetype to)
    {
        if (from >= to)
            return;
        const Token &last = tokens[size_t(to - 1)];
        const qint32 begin = tokens[size_t(from)].offset;
        spans.append({begin, last.offset + last.length - begin});
    }

    bool same(qsizetype a, qsizetype b) const
    {
        const Token &x = m_tokensA[size_t(a)];
        const Token &y = m_tokensB[size_t(b)];
        return x.length == y.length && m_a.mid(x.offset, x.length) == m_b.mid(y.offset, y.length);
    }

    void addRun(qsizetype a, qsizetype b, qsizetype count)
    {
        if (count == 0)
            return;
        if (!m_runs.empty() && m_runs.back().a + m_runs.back().count == a &&
            m_runs.back().b + m_runs.back().count == b)
            m_runs.back().count += count;
        else
            m_runs.push_back({a, b, count});
    }

    void findRuns()
    {
        const auto countA = qsizetype(m_tokensA.size());
        const auto countB = qsizetype(m_tokensB.size());
        qsizetype head = 0;
        while (head < countA && head < countB && same(head, head))
            ++head;
        qsizetype tail = 0;
        while (tail < countA - head && tail < countB - head && same(countA - 1 - tail, countB - 1 - tail))
            ++tail;
        addRun(0, 0, head);
        const qsizetype rows = countA - head - tail;
        const qsizetype columns = countB - head - tail;
        if (rows > 0 && columns > 0 && rows <= MostWordPairs / columns)
            findRunsBetween(head, rows, columns);
        addRun(countA - tail, countB - tail, tail);
    }

    /// The heaviest common subsequence of what lies between the common head and tail.
    void findRunsBetween(qsizetype head, qsizetype rows, qsizetype columns)
    {
        // best[i][j]: of what is left from i and j on.
        const auto width = size_t(columns + 1);
        std::vector<qint32> best(size_t(rows + 1) * width, 0);
        for (qsizetype i = rows - 1; i >= 0; --i) {
            const Token &token = m_tokensA[size_t(head + i)];
            // Blanks and marks are everywhere: they must not break a run of words.
            const qint32 worth = token.kind == TokenKind::Blank ? 1 : 3 * weightOf(token);
            qint32 *row = best.data() + size_t(i) * width;
            const qint32 *below = row + width;
            for (qsizetype j = columns - 1; j >= 0; --j) {
                row[j] = std::max(below[j], row[j + 1]);
                if (same(head + i, head + j))
                    row[j] = std::max(row[j], below[j + 1] + worth);
            }
        }
        qsizetype i = 0;
        qsizetype j = 0;
        while (i < rows && j < columns) {
            const qint32 *row = best.data() + size_t(i) * width;
            const qint32 *below = row + width;
            const Token &token = m_tokensA[size_t(head + i)];
            const qint32 worth = token.kind == TokenKind::Blank ? 1 : 3 * weightOf(token);
            if (same(head + i, head + j) && row[j] == below[j + 1] + worth) {
                addRun(head + i, head + j, 1);
                ++i;
                ++j;
            } else if (row[j] == below[j]) {
                ++i;
            } else {
                ++j;
            }
        }
    }

    /// Blanks and marks that happen to be equal in the middle of what was written anew say nothing: they are
    /// taken for changed where more than they changed before and behind them ("semantic clean-up" of
    /// diff-match-patch).
    void dropScraps()
    {
        const auto units = [](const std::vector<Token> &tokens, qsizetype from, qsizetype to) {
            return from >= to ? 0
                              : tokens[size_t(to - 1)].offset + tokens[size_t(to - 1)].length -
                                    tokens[size_t(from)].offset;
        };
        std::vector<Run> kept;
        for (size_t r = 0; r < m_runs.size(); ++r) {
            const Run &run = m_runs[r];
            const qsizetype beforeA = kept.empty() ? 0 : kept.back().a + kept.back().count;
            const qsizetype beforeB = kept.empty() ? 0 : kept.back().b + kept.back().count;
            const bool last = r + 1 == m_runs.size();
            const qsizetype behindA = last ? qsizetype(m_tokensA.size()) : m_runs[r + 1].a;
            const qsizetype behindB = last ? qsizetype(m_tokensB.size()) : m_runs[r + 1].b;
            const auto before = std::max(units(m_tokensA, beforeA, run.a), units(m_tokensB, beforeB, run.b));
            const auto behind = std::max(units(m_tokensA, run.a + run.count, behindA),
                                         units(m_tokensB, run.b + run.count, behindB));
            bool scrap = before > 0 && behind > 0;
            for (qsizetype i = run.a; scrap && i < run.a + run.count; ++i)
                scrap = m_tokensA[size_t(i)].kind != TokenKind::Word;
            const auto length = units(m_tokensA, run.a, run.a + run.count);
            const bool blank = scrap && weight(m_tokensA, run.a, run.count) == 0;
            if (!scrap || (!blank && (length >= before || length >= behind)) || length > 3)
                kept.push_back(run);
        }
        m_runs = std::move(kept);
    }

    QStringView m_a;
    QStringView m_b;
    std::vector<Token> m_tokensA;
    std::vector<Token> m_tokensB;
    std::vector<Run> m_runs;
};

/// A line as a bag of words, to be compared fast.
struct Bag
{
    struct Word
    {
        size_t hash = 0;
        qint32 weight = 0;
        bool operator<(const Word &other) const { return hash < other.hash; }
    };
    std::vector<Word> words; ///< sorted
    qint64 weight = 0;

    explicit Bag(QStringView line)
    {
        line = line.left(LongestLook);
        for (const Token &token : tokensOf(line)) {
            const int w = weightOf(token);
            if (w > 0)
                words.push_back({qHash(line.mid(token.offset, token.length)), w});
            weight += w;
        }
        std::sort(words.begin(), words.end());
    }

    int likenessTo(const Bag &other) const
    {
        // No more can be common than the lighter one has.
        if (likeness(std::min(weight, other.weight), weight, other.weight) < LeastLikeness)
            return 0;
        qint64 common = 0;
        for (auto a = words.begin(), b = other.words.begin(); a != words.end() && b != other.words.end();) {
            if (a->hash < b->hash) {
                ++a;
            } else if (b->hash < a->hash) {
                ++b;
            } else {
                common += a->weight;
                ++a;
                ++b;
            }
        }
        return likeness(common, weight, other.weight);
    }
};

} // namespace

ChangedWords changedWords(QStringView removed, QStringView added)
{
    return Comparison(removed, added).result();
}

QList<qint32> pairLines(const QList<QStringView> &removed, const QList<QStringView> &added)
{
    const qsizetype n = removed.size();
    const qsizetype m = added.size();
    QList<qint32> partners(n, -1);
    if (n == 0 || m == 0 || n + m > LargestBlock)
        return partners;
    const std::vector<Bag> from(removed.begin(), removed.end());
    const std::vector<Bag> to(added.begin(), added.end());

    // An alignment of the two sequences (Needleman and Wunsch) in a band around the diagonal that holds all
    // of a small block. gain(i, j) is the best that the first i removed and the first j added lines come to.
    const qsizetype reach = std::max<qsizetype>(1, n * m <= MostLinePairs ? m : MostLinePairs / n / 2);
    const auto low = [&](qsizetype i) { return std::max<qsizetype>(0, i * m / n - reach); };
    const auto high = [&](qsizetype i) { return std::min(m, i * m / n + reach); };
    enum Step : quint8 { Stop, Up, Left, Pair };
    std::vector<std::vector<quint8>> steps(size_t(n + 1));
    std::vector<qint64> above(size_t(m + 1), 0);
    std::vector<qint64> gain(size_t(m + 1), 0);
    steps[0].assign(size_t(high(0) - low(0) + 1), Left);
    for (qsizetype i = 1; i <= n; ++i) {
        const qsizetype first = low(i);
        const qsizetype last = high(i);
        const qsizetype lastAbove = high(i - 1);
        const qsizetype firstAbove = low(i - 1);
        std::vector<quint8> &row = steps[size_t(i)];
        row.assign(size_t(last - first + 1), Up);
        for (qsizetype j = first; j <= last; ++j) {
            gain[size_t(j)] = above[size_t(std::min(j, lastAbove))];
            quint8 &step = row[size_t(j - first)];
            if (j > first && gain[size_t(j - 1)] > gain[size_t(j)]) {
                gain[size_t(j)] = gain[size_t(j - 1)];
                step = Left;
            }
            if (j == 0 || j - 1 < firstAbove)
                continue;
            const qint64 like = from[size_t(i - 1)].likenessTo(to[size_t(j - 1)]);
            if (like < LeastLikeness)
                continue;
            // Squared, so that one pair that is right beats two that are so-so.
            const qint64 paired = above[size_t(std::min(j - 1, lastAbove))] + like * like;
            if (paired > gain[size_t(j)]) {
                gain[size_t(j)] = paired;
                step = Pair;
            }
        }
        std::swap(above, gain);
    }
    for (qsizetype i = n, j = m; i > 0 && j >= 0;) {
        j = std::min(j, high(i));
        switch (steps[size_t(i)][size_t(j - low(i))]) {
        case Pair:
            partners[i - 1] = qint32(j - 1);
            --i;
            --j;
            break;
        case Left:
            --j;
            break;
        default:
            --i;
            break;
        }
    }
    return partners;
}

} // namespace loredesk::patch
