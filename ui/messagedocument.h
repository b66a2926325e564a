// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/intraline.h"
#include "models/patch/patch.h"

#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace loredesk::ui {

/// What a message viewer shows, prepared as a value: one text, and for each of its lines where it lies and
/// what it is. No widget, no colour, no font: it may be made on any thread. The text holds no steering
/// characters (base::visibleText), only LF as line end, and is never markup.
class MessageDocument
{
public:
    enum class Kind : quint8 {
        Text,         ///< commit message, reply, cover letter
        InBodyHeader, ///< From:, Subject:, Date: at the top of the body
        Trailer,
        Quote1,
        Quote2,
        Quote3,    ///< and deeper
        Separator, ///< the "---" under a commit message
        Notes,     ///< between "---" and the diff
        StatLine,  ///< a line of the diffstat; Line::file is where it leads
        StatSummary,
        Gap,         ///< decoration: an empty line of ours
        FileHeading, ///< decoration: path, +added, −removed
        DiffHeader,  ///< "diff --git", "index", "---", "+++"
        HunkHeader,
        Context,
        Added,
        Removed,
        Filler,    ///< decoration: side by side, where a line has no counterpart
        DiffNote,  ///< "\ No newline at end of file", binary patches
        Signature, ///< from "-- " on
        Remark,    ///< decoration: something Loredesk has to say
        RawHeader,
        Raw,
        ThreadHeading, ///< decoration: who wrote what follows, and when
        ThreadDetail,  ///< decoration: what it answers
        PatchHeading,  ///< decoration: number and title of a patch of a series, whose diff follows
        Fold,          ///< decoration: stands for lines that can be shown and hidden
    };

    struct Line
    {
        qint32 start = 0;    ///< UTF-16 units from the start of text()
        qint32 length = 0;   ///< without the LF
        qint32 file = -1;    ///< index in files(): what the line belongs to or (StatLine) leads to
        qint32 partner = -1; ///< of a removed line the added one that took its place, and the other way round
        qint32 oldNumber = 0; ///< of a diff's line in the file before the change, from 1; 0: it has none
        qint32 newNumber = 0; ///< and after it
        Kind kind = Kind::Text;
        bool cut = false;       ///< too long for display: ends in a mark, the raw message has all of it
        bool current = false;   ///< ThreadHeading: of the message that the window shows
        bool continued = false; ///< goes on with the paragraph of the line before, see messageparagraphs.h
        qint16 indent = 0;      ///< cells between the margin and the line
        qint32 mark = 0;  ///< ThreadHeading: so many characters stand out; ThreadDetail: trailers begin there
        qint32 link = -1; ///< ThreadHeading, ThreadDetail: row of the thread that it leads to; PatchHeading:
                          ///< place in the list of patches; Fold: in folds()
    };

    /// What a line of Kind::Fold opens and closes.
    struct FoldTarget
    {
        qint32 source = 0; ///< which of the documents that this one is made of
        qint32 fold = 0;   ///< which of its folds, see messagefolds.h
    };

    struct File
    {
        QString path;
        QString detail; ///< "new", "deleted", "renamed from …", "binary"; empty for a plain change
        int added = 0;
        int removed = 0;
        qsizetype line = 0; ///< of its heading, index in lines()
        int columns = 0;    ///< of the widest line of its diff, in cells of a fixed font
    };

    /// Lines longer than this are cut for display (UTF-16 units), but not in the raw document.
    static constexpr qsizetype LongestLine = 2000;

    /// Everything: body with the diff below.
    static MessageDocument ofMessage(const patch::ReadMessage &message);
    /// The diff alone.
    static MessageDocument ofDiff(const patch::ReadMessage &message);
    /// The bytes as they lie on disk: UTF-8 where they are, ‹E9› where they are not; control characters as
    /// pictures.
    static MessageDocument ofRaw(const QByteArray &raw);

    /// One line of ours.
    static MessageDocument ofRemark(const QString &text);

    const QString &text() const { return m_text; }
    const QList<Line> &lines() const { return m_lines; }
    const QList<File> &files() const { return m_files; }
    /// Lines with a hunk header, ascending.
    const QList<qint32> &hunks() const { return m_hunks; }
    /// The largest number of a line; 0: no line has one.
    int largestNumber() const { return m_largestNumber; }
    /// Columns that the numbers take: those of both files, or of one where the document has one side only.
    int numberColumns() const { return m_hasSigns ? 2 : 1; }
    /// Whether the lines of hunks begin with the sign of the diff (' ', '+', '-').
    bool hasSigns() const { return m_hasSigns; }
    /// Width of the widest line that never wraps, in cells of a fixed font.
    int columns() const { return m_columns; }
    /// The same of the lines that belong to no file.
    int looseColumns() const { return m_looseColumns; }
    bool isEmpty() const { return m_lines.isEmpty(); }
    /// By Line::link of the lines of Kind::Fold.
    const QList<FoldTarget> &folds() const { return m_folds; }

    QStringView lineText(qsizetype line) const;
    /// Of a side (DiffSides): the line of the unified diff that stands here; -1: none.
    qsizetype origin(qsizetype line) const { return m_origins[size_t(line)]; }
    /// What of an added or removed line is new against its partner, as spans of lineText(). Compares when
    /// asked; a fraction of a millisecond at most.
    QList<patch::LineSpan> changedWords(qsizetype line) const;
    /// The line that holds the offset; the last one for an offset behind the end. Only where not isEmpty().
    qsizetype lineAt(qsizetype offset) const;
    /// The text between two offsets without our decorations, as it goes to the clipboard.
    QString plainText(qsizetype from, qsizetype to) const;

    /// A line that Loredesk added; never copied, never found.
    static bool isDecoration(Kind kind);
    /// Lines of running text, which wrap at the width of the window; the others scroll.
    static bool wraps(Kind kind);
    /// Headings, which neither wrap nor scroll: what is too long is shown with an ellipsis.
    static bool elides(Kind kind);

private:
    friend class MessageDocumentBuilder;
    friend class DiffSidesBuilder;
    friend class MessageFolder;

    QString m_text;
    QList<Line> m_lines;
    QList<File> m_files;
    QList<qint32> m_hunks;
    QList<FoldTarget> m_folds;
    /// A line that scrolls may be the widest; `file`: which it belongs to, or -1.
    void widen(qint32 file, int columns);

    int m_columns = 0;
    int m_looseColumns = 0;
    int m_largestNumber = 0;
    bool m_hasSigns = true;
    std::shared_ptr<const MessageDocument> m_unified; ///< of a side
    std::vector<qint32> m_origins;                    ///< of a side, by line
};

/// How many cells of a fixed font a text takes; TAB goes to the next multiple of eight. An estimate: fonts
/// differ.
int cellCount(QStringView text, int from = 0);

/// "Smart case": a needle without capitals is found in any case.
Qt::CaseSensitivity findCase(const QString &needle);

} // namespace loredesk::ui
