// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/patch.h"

#include <vector>

namespace loredesk::patch {

/// What a line of a ComparablePatch is.
enum class ComparedKind : quint8 {
    Author, ///< "Author: A U Thor <author@example.org>"
    Title,
    Message,
    Trailer,
    File,     ///< path of a file, from where on its diff follows
    FileNote, ///< modes, renames, that it is binary
    Hunk,     ///< "@@ int main(void)"
    Context,  ///< lines of a diff keep their sign
    Added,
    Removed,
    Note, ///< "\ No newline at end of file"
};

/// A patch as a text to be compared with another version of it, in the manner of git-range-diff(1): author,
/// title and commit message, and behind them the diff without what changes by itself: blob ids, where the
/// hunks lie, similarities. Notes below the separator, diffstat and signature are no part of it; of a cover
/// letter the notes are, as there is nothing else below. A value; make it on any thread.
class ComparablePatch
{
public:
    struct Line
    {
        qint32 start = 0; ///< UTF-16 units
        qint32 length = 0;
        ComparedKind kind = ComparedKind::Message;
    };

    /// Lines beyond are left out; isCut() says so.
    static constexpr qsizetype MostLines = 400'000;

    ComparablePatch() = default;
    explicit ComparablePatch(const Patch &patch);

    const std::vector<Line> &lines() const { return m_lines; }
    QStringView text(qsizetype line) const
    {
        const Line &l = m_lines[size_t(line)];
        return QStringView(m_text).mid(l.start, l.length);
    }
    /// What two lines must have in common to be equal: the text, but of a hunk's line only that it is one, as
    /// what stands behind it is git's guess.
    QStringView key(qsizetype line) const
    {
        return m_lines[size_t(line)].kind == ComparedKind::Hunk ? QStringView(u"@@") : text(line);
    }
    /// The first line of the diff; lines().size() where there is none.
    qsizetype diffBegin() const { return m_diffBegin; }
    /// Lines of the diff.
    qsizetype diffSize() const { return qsizetype(m_lines.size()) - m_diffBegin; }
    /// There were more lines than are kept.
    bool isCut() const { return m_isCut; }

    bool hasSameText(const ComparablePatch &other) const;
    bool hasSameDiff(const ComparablePatch &other) const;

private:
    void add(QStringView text, ComparedKind kind);
    void addMessage(const Patch &patch);
    void addDiff(const Patch &patch);
    bool isSameFrom(const ComparablePatch &other, qsizetype mine, qsizetype others) const;

    QString m_text;
    std::vector<Line> m_lines;
    qsizetype m_diffBegin = 0;
    bool m_isCut = false;
};

} // namespace loredesk::patch
