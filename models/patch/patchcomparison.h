// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/comparablepatch.h"

#include <QFlags>
#include <QHash>

#include <vector>

namespace loredesk::patch {

/// What is different between two versions of one patch.
enum class PatchChange : quint8 {
    Author = 1,
    Title = 2,
    Message = 4, ///< of the commit message, what is no trailer
    Trailers = 8,
    Diff = 16,    ///< what it does
    Context = 32, ///< the lines around that, as it goes when a patch is moved to another base
};
Q_DECLARE_FLAGS(PatchChanges, PatchChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(PatchChanges)

/// A line of the difference of two patches: a line that both have, or one of them alone.
struct ComparedLine
{
    enum class Side : quint8 { Both, Old, New };
    Side side = Side::Both;
    ComparedKind kind = ComparedKind::Message;
    QString text; ///< as mail has it: show it through base::visibleText()
    friend bool operator==(const ComparedLine &, const ComparedLine &) = default;
};

/// Lines of the difference that belong together: what changed and a few lines around it.
struct ComparedHunk
{
    qsizetype first = 0;    ///< index in PatchComparison::lines
    bool isMessage = false; ///< author, title and commit message; else the diff of `file`
    QString file;
    QString section; ///< what git puts behind the @@ around it; may be empty
    friend bool operator==(const ComparedHunk &, const ComparedHunk &) = default;
};

/// The difference of two versions of one patch: of what they say, and of their diffs ("interdiff", as
/// git-range-diff(1) shows it). Lines keep the signs of the diffs; ComparedLine::side is the sign before
/// them.
struct PatchComparison
{
    /// Of a longer difference the rest is left out, and counted.
    static constexpr qsizetype MostLines = 20'000;

    PatchChanges changes; ///< nothing: unchanged
    std::vector<ComparedLine> lines;
    std::vector<ComparedHunk> hunks;
    int added = 0;         ///< lines that only the new version has
    int removed = 0;       ///< lines that only the old one has
    qsizetype leftOut = 0; ///< lines of the difference that are not in `lines`
    bool isRough = false;  ///< see LineDiff::isRough
    bool isCut = false;    ///< one of them is so long that only its beginning was compared

    bool isUnchanged() const { return !changes; }
};

/// Compares two versions of one patch. Takes time in proportion to their length. Pure; any thread.
PatchComparison comparePatches(const ComparablePatch &older, const ComparablePatch &newer);

/// Numbers for lines, for diffLines(): equal lines get equal ones. Keeps views of the patches' texts.
class LineNumbers
{
public:
    /// Of the lines from `from` to `to`.
    std::vector<std::uint32_t> of(const ComparablePatch &patch, qsizetype from, qsizetype to);

private:
    QHash<QStringView, std::uint32_t> m_numbers;
};

} // namespace loredesk::patch
