// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace loredesk::patch {

/// A piece of a line, in UTF-16 units.
struct LineSpan
{
    qint32 offset = 0;
    qint32 length = 0;
    friend bool operator==(const LineSpan &, const LineSpan &) = default;
};

/// What became different between a removed line and the added one that took its place. Without the spans both
/// lines read the same. Spans ascend, touch neither each other nor the middle of a character.
struct ChangedWords
{
    /// False: the lines have so little in common that marks would be noise; then there are no spans.
    bool alike = false;
    QList<LineSpan> removed;
    QList<LineSpan> added;
    friend bool operator==(const ChangedWords &, const ChangedWords &) = default;
};

/// Compares two lines (without the sign of the diff) word by word: a longest common subsequence of words,
/// marks and blanks in which words weigh most, and in which scraps between two changes are taken for changed
/// as well. Bounded: where the lines differ in so much that it would take long, all between the first and the
/// last change is one span. Pure; any thread.
ChangedWords changedWords(QStringView removed, QStringView added);

/// Which added line took the place of which removed one, in a block that removes some lines and adds others
/// (all without the sign of the diff): for each removed line an index in `added`, or -1. Indices ascend:
/// pairs never cross, so that they can stand side by side. Pairs are chosen by likeness, all together.
/// Bounded: in large blocks a line is compared only with those that are about as far down, and in blocks
/// beyond LargestBlock lines with none. Pure; any thread.
QList<qint32> pairLines(const QList<QStringView> &removed, const QList<QStringView> &added);

/// Lines, removed and added together, of the largest block in which lines are paired.
constexpr qsizetype LargestBlock = 20'000;

} // namespace loredesk::patch
