// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <span>
#include <vector>

namespace loredesk::patch {

/// Lines that two texts have in common: `count` of them, from `a` on in one and from `b` on in the other.
struct CommonLines
{
    qsizetype a = 0;
    qsizetype b = 0;
    qsizetype count = 0;
    friend bool operator==(const CommonLines &, const CommonLines &) = default;
};

/// What two texts have in common; all else was removed from one or added in the other.
struct LineDiff
{
    std::vector<CommonLines> common; ///< ascending in both, never touching in both
    /// The texts differ in so much that lines which come very often were not matched: the difference may be
    /// larger than it need be.
    bool isRough = false;
};

/// Compares two texts line by line, each line given as a number: equal lines have equal ones, small enough to
/// count by (as interning gives them). A longest common subsequence (Hunt and Szymanski) wherever its cost is
/// in proportion; what is larger is first cut at lines that are there once in both (Cohen's "patience"). The
/// time is in proportion to the length of the texts, whatever they hold. Pure; any thread.
LineDiff diffLines(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// How many lines `diff -u` prints for such a difference of texts of so many lines: what is different, three
/// lines around it, and one for each hunk. It is what git-range-diff(1) takes for the distance of two
/// patches.
qsizetype unifiedSize(const LineDiff &diff, qsizetype linesOfA, qsizetype linesOfB);

} // namespace loredesk::patch
