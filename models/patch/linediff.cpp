// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/linediff.h"

#include <algorithm>

namespace loredesk::patch {

namespace {

/// Pairs of equal lines that are looked at in any case, and for each line of what is compared.
constexpr qsizetype FewPairs = 100'000;
constexpr qsizetype PairsOfALine = 64;
/// How often a piece is cut at lines that are there once: each time costs as much as reading it.
constexpr int DeepestCut = 12;
constexpr qsizetype ContextLines = 3;

/// A part of both texts, ends exclusive.
struct Piece
{
    qsizetype a = 0, aEnd = 0;
    qsizetype b = 0, bEnd = 0;
    int depth = 0;

    qsizetype size() const { return aEnd - a + bEnd - b; }
};

struct Pair
{
    qsizetype a = 0;
    qsizetype b = 0;
};

/// How often a line is in each half of a piece, and where.
struct Seen
{
    qint32 inA = 0;
    qint32 inB = 0;
    qint32 lastB = -1; ///< index in the chain of places in b, -1: none
};

class Differ
{
public:
    Differ(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
        : m_a(a)
        , m_b(b)
    {
        std::uint32_t largest = 0;
        for (const std::uint32_t line : a)
            largest = std::max(largest, line);
        for (const std::uint32_t line : b)
            largest = std::max(largest, line);
        m_seen.resize(std::size_t(largest) + 1);
    }

    LineDiff run()
    {
        std::vector<Piece> pieces{{0, qsizetype(m_a.size()), 0, qsizetype(m_b.size()), 0}};
        while (!pieces.empty()) {
            Piece piece = pieces.back();
            pieces.pop_back();
            takeEnds(piece);
            if (piece.a < piece.aEnd && piece.b < piece.bEnd)
                compare(piece, pieces);
        }
        std::sort(m_pairs.begin(), m_pairs.end(), [](const Pair &x, const Pair &y) { return x.a < y.a; });
        LineDiff diff;
        diff.isRough = m_isRough;
        for (const Pair &pair : m_pairs) {
            if (!diff.common.empty()) {
                CommonLines &last = diff.common.back();
                if (last.a + last.count == pair.a && last.b + last.count == pair.b) {
                    ++last.count;
                    continue;
                }
            }
            diff.common.push_back({pair.a, pair.b, 1});
        }
        return diff;
    }

private:
    /// Equal lines at both ends are in every longest common subsequence.
    void takeEnds(Piece &piece)
    {
        for (; piece.a < piece.aEnd && piece.b < piece.bEnd && same(piece.a, piece.b); ++piece.a, ++piece.b)
            m_pairs.push_back({piece.a, piece.b});
        for (; piece.a < piece.aEnd && piece.b < piece.bEnd && same(piece.aEnd - 1, piece.bEnd - 1);
             --piece.aEnd, --piece.bEnd)
            m_pairs.push_back({piece.aEnd - 1, piece.bEnd - 1});
    }

    bool same(qsizetype a, qsizetype b) const { return m_a[std::size_t(a)] == m_b[std::size_t(b)]; }
    Seen &seenA(qsizetype a) { return m_seen[m_a[std::size_t(a)]]; }
    Seen &seenB(qsizetype b) { return m_seen[m_b[std::size_t(b)]]; }

    void compare(const Piece &piece, std::vector<Piece> &pieces)
    {
        count(piece);
        qsizetype pairs = 0;
        for (qsizetype i = piece.a; i < piece.aEnd; ++i)
            pairs += seenA(i).inB;
        const qsizetype most = std::max(FewPairs, PairsOfALine * piece.size());
        if (pairs <= most) {
            longestCommon(piece, piece.size());
        } else if (piece.depth >= DeepestCut || !cut(piece, pieces)) {
            m_isRough = true;
            longestCommon(piece, PairsOfALine);
        }
        forget(piece);
    }

    void count(const Piece &piece)
    {
        for (qsizetype i = piece.a; i < piece.aEnd; ++i)
            ++seenA(i).inA;
        m_previousB.assign(std::size_t(piece.bEnd - piece.b), -1);
        for (qsizetype j = piece.b; j < piece.bEnd; ++j) {
            Seen &seen = seenB(j);
            ++seen.inB;
            m_previousB[std::size_t(j - piece.b)] = seen.lastB;
            seen.lastB = qint32(j - piece.b);
        }
    }

    void forget(const Piece &piece)
    {
        for (qsizetype i = piece.a; i < piece.aEnd; ++i)
            seenA(i) = {};
        for (qsizetype j = piece.b; j < piece.bEnd; ++j)
            seenB(j) = {};
    }

    /// The longest common subsequence of lines that are at most so often in b: a longest chain of pairs that
    /// ascends in both. For each length the chain that ends at the smallest line of b is the best one.
    void longestCommon(const Piece &piece, qsizetype mostPlaces)
    {
        struct Link
        {
            qint32 a, b, before;
        };
        std::vector<Link> links;
        std::vector<qint32> ends;      ///< by length - 1: line of b
        std::vector<qint32> lastLinks; ///< by length - 1: index in links
        for (qsizetype i = piece.a; i < piece.aEnd; ++i) {
            const Seen &seen = seenA(i);
            if (seen.inB == 0 || seen.inB > mostPlaces)
                continue;
            // From the last to the first, so that no two of them get into one chain.
            for (qint32 j = seen.lastB; j >= 0; j = m_previousB[std::size_t(j)]) {
                const auto at = std::lower_bound(ends.begin(), ends.end(), j) - ends.begin();
                if (at < qsizetype(ends.size()) && ends[std::size_t(at)] == j)
                    continue;
                links.push_back({qint32(i), j, at == 0 ? -1 : lastLinks[std::size_t(at - 1)]});
                const auto link = qint32(links.size() - 1);
                if (at == qsizetype(ends.size())) {
                    ends.push_back(j);
                    lastLinks.push_back(link);
                } else {
                    ends[std::size_t(at)] = j;
                    lastLinks[std::size_t(at)] = link;
                }
            }
        }
        for (qint32 link = lastLinks.empty() ? -1 : lastLinks.back(); link >= 0;) {
            const Link &l = links[std::size_t(link)];
            m_pairs.push_back({l.a, piece.b + l.b});
            link = l.before;
        }
    }

    /// Cuts a piece at the longest ascending chain of lines that are once in both halves. False: there are
    /// none.
    bool cut(const Piece &piece, std::vector<Piece> &pieces)
    {
        std::vector<Pair> anchors;
        std::vector<std::size_t> best; ///< by length - 1: anchor with the smallest line of b
        std::vector<qsizetype> before;
        for (qsizetype i = piece.a; i < piece.aEnd; ++i) {
            const Seen &seen = seenA(i);
            if (seen.inA != 1 || seen.inB != 1)
                continue;
            const qsizetype b = piece.b + seen.lastB;
            const auto at = std::lower_bound(best.begin(), best.end(), b, [&](std::size_t n, qsizetype line) {
                return anchors[n].b < line;
            });
            before.push_back(at == best.begin() ? -1 : qsizetype(*(at - 1)));
            anchors.push_back({i, b});
            if (at == best.end())
                best.push_back(anchors.size() - 1);
            else
                *at = anchors.size() - 1;
        }
        if (best.empty())
            return false;
        Piece rest = piece;
        ++rest.depth;
        for (auto n = qsizetype(best.back()); n >= 0; n = before[std::size_t(n)]) {
            const Pair anchor = anchors[std::size_t(n)];
            m_pairs.push_back(anchor);
            pieces.push_back({anchor.a + 1, rest.aEnd, anchor.b + 1, rest.bEnd, rest.depth});
            rest.aEnd = anchor.a;
            rest.bEnd = anchor.b;
        }
        pieces.push_back(rest);
        return true;
    }

    const std::span<const std::uint32_t> m_a;
    const std::span<const std::uint32_t> m_b;
    std::vector<Seen> m_seen;        ///< by line's number; of the piece at hand
    std::vector<qint32> m_previousB; ///< by line of the piece's b: the one before that is equal, -1: none
    std::vector<Pair> m_pairs;
    bool m_isRough = false;
};

} // namespace

LineDiff diffLines(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
{
    return Differ(a, b).run();
}

qsizetype unifiedSize(const LineDiff &diff, qsizetype linesOfA, qsizetype linesOfB)
{
    qsizetype different = linesOfA + linesOfB;
    for (const CommonLines &common : diff.common)
        different -= 2 * common.count;
    if (different == 0)
        return 0;
    qsizetype size = different + 1; // the first hunk's own line
    for (std::size_t i = 0; i < diff.common.size(); ++i) {
        const CommonLines &common = diff.common[i];
        const bool before = i > 0 || common.a > 0 || common.b > 0;
        const bool behind = i + 1 < diff.common.size() || common.a + common.count < linesOfA ||
                            common.b + common.count < linesOfB;
        if (!before || !behind)
            size += std::min(common.count, ContextLines);
        else if (common.count <= 2 * ContextLines)
            size += common.count;
        else
            size += 2 * ContextLines + 1; // and another hunk begins
    }
    return size;
}

} // namespace loredesk::patch
