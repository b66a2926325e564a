// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diffsides.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

bool isInHunk(Kind kind)
{
    return kind == Kind::Context || kind == Kind::Added || kind == Kind::Removed;
}

} // namespace

/// Lays the lines of a unified diff out in rows.
class DiffSidesBuilder
{
public:
    explicit DiffSidesBuilder(std::shared_ptr<const MessageDocument> unified)
        : m_unified(std::move(unified))
        , m_rowOf(size_t(m_unified->lines().size()), 0)
    {
    }

    void build()
    {
        const auto &lines = m_unified->lines();
        for (MessageDocument &side : m_sides) {
            side.m_unified = m_unified;
            side.m_hasSigns = false;
            side.m_largestNumber = m_unified->largestNumber();
            side.m_text.reserve(m_unified->text().size());
            side.m_files = m_unified->files();
            for (MessageDocument::File &file : side.m_files)
                file.columns = 0;
        }
        for (qsizetype at = 0; at < lines.size();) {
            const Kind kind = lines[at].kind;
            if (kind == Kind::Removed || kind == Kind::Added)
                at = addBlock(at);
            else if (kind == Kind::DiffHeader && isPairOfNames(at)) {
                addRow(at, at + 1);
                at += 2;
            } else {
                addRow(at, at);
                ++at;
            }
        }
        for (MessageDocument &side : m_sides) {
            if (side.m_text.endsWith(u'\n'))
                side.m_text.chop(1);
        }
    }

    MessageDocument &side(DiffSides::Side side) { return m_sides[side]; }
    std::vector<qint32> &rowOf() { return m_rowOf; }

private:
    /// "--- a/x" with "+++ b/x" below it.
    bool isPairOfNames(qsizetype at) const
    {
        return at + 1 < m_unified->lines().size() && m_unified->lines()[at + 1].kind == Kind::DiffHeader &&
               m_unified->lineText(at).startsWith("--- "_L1) &&
               m_unified->lineText(at + 1).startsWith("+++ "_L1);
    }

    /// What was removed and added in one place, with what is said about the last lines of the file.
    qsizetype addBlock(qsizetype at)
    {
        const auto &lines = m_unified->lines();
        const auto collect = [&](Kind kind) {
            std::vector<qsizetype> numbers;
            for (; at < lines.size() && (lines[at].kind == kind || lines[at].kind == Kind::DiffNote); ++at)
                numbers.push_back(at);
            return numbers;
        };
        const std::vector<qsizetype> removed = collect(Kind::Removed);
        const std::vector<qsizetype> added = collect(Kind::Added);
        size_t i = 0;
        size_t j = 0;
        while (i < removed.size() || j < added.size()) {
            // Up to the next pair what has no partner stands beside what has none either.
            const bool freeRemoved = i < removed.size() && lines[removed[i]].partner < 0;
            const bool freeAdded = j < added.size() && lines[added[j]].partner < 0;
            const bool pair = i < removed.size() && j < added.size() && lines[removed[i]].partner == added[j];
            if (pair || (freeRemoved && freeAdded))
                addRow(removed[i++], added[j++]);
            else if (j >= added.size() || freeRemoved)
                addRow(removed[i++], -1);
            else
                addRow(-1, added[j++]);
        }
        return at;
    }

    /// -1: nothing.
    void addRow(qsizetype oldLine, qsizetype newLine)
    {
        const auto row = qint32(m_sides[0].m_lines.size());
        const auto &lines = m_unified->lines();
        const qint32 file = lines[std::max(oldLine, newLine)].file;
        addLine(DiffSides::Old, oldLine, file);
        addLine(DiffSides::New, newLine, file);
        for (const qsizetype line : {oldLine, newLine}) {
            if (line >= 0)
                m_rowOf[size_t(line)] = row;
        }
        const Kind kind = lines[std::max(oldLine, newLine)].kind;
        for (MessageDocument &side : m_sides) {
            if (kind == Kind::HunkHeader)
                side.m_hunks.append(row);
            else if (kind == Kind::FileHeading)
                side.m_files[file].line = row;
        }
    }

    void addLine(DiffSides::Side which, qsizetype unifiedLine, qint32 file)
    {
        MessageDocument &side = m_sides[which];
        MessageDocument::Line line;
        line.start = qint32(side.m_text.size());
        line.file = file;
        line.kind = Kind::Filler;
        if (unifiedLine >= 0) {
            const MessageDocument::Line &from = m_unified->lines()[unifiedLine];
            line.kind = from.kind;
            line.cut = from.cut;
            line.mark = from.mark;
            line.link = from.link;
            line.partner = from.partner;
            line.oldNumber = which == DiffSides::Old ? from.oldNumber : 0;
            line.newNumber = which == DiffSides::New ? from.newNumber : 0;
            if (line.kind == Kind::FileHeading)
                side.m_text += heading(which, m_unified->files()[file]);
            else
                side.m_text += m_unified->lineText(unifiedLine).mid(isInHunk(from.kind) ? 1 : 0);
        }
        line.length = qint32(side.m_text.size()) - line.start;
        const QStringView shown = QStringView(side.m_text).mid(line.start, line.length);
        const int known = file >= 0 ? side.m_files[file].columns : side.m_looseColumns;
        if (!MessageDocument::elides(line.kind) && line.length * 2 + 7 * shown.count(u'\t') > known)
            side.widen(file, cellCount(shown));
        side.m_text += u'\n';
        side.m_lines.append(line);
        side.m_origins.push_back(qint32(unifiedLine));
    }

    static QString heading(DiffSides::Side side, const MessageDocument::File &file)
    {
        QString text = file.path;
        if (side == DiffSides::Old && file.removed > 0)
            text += u"  \u2212%1"_s.arg(file.removed);
        if (side == DiffSides::New && file.added > 0)
            text += u"  +%1"_s.arg(file.added);
        if (side == DiffSides::New && !file.detail.isEmpty())
            text += u"  "_s + file.detail;
        return text;
    }

    std::shared_ptr<const MessageDocument> m_unified;
    MessageDocument m_sides[2];
    std::vector<qint32> m_rowOf;
};

DiffSides::DiffSides()
    : DiffSides(std::make_shared<MessageDocument>())
{
}

DiffSides::DiffSides(std::shared_ptr<const MessageDocument> unified)
    : m_unified(std::move(unified))
{
    DiffSidesBuilder builder(m_unified);
    builder.build();
    for (const Side side : {Old, New})
        m_sides[side] = std::make_shared<const MessageDocument>(std::move(builder.side(side)));
    m_rowOf = std::move(builder.rowOf());
}

bool DiffSides::isOn(Side side, qsizetype unifiedLine) const
{
    return m_sides[side]->origin(rowOf(unifiedLine)) == unifiedLine;
}

qsizetype DiffSides::fromUnified(Side side, qsizetype offset) const
{
    if (m_unified->isEmpty())
        return 0;
    const qsizetype from = m_unified->lineAt(offset);
    const MessageDocument::Line &line = m_sides[side]->lines()[rowOf(from)];
    const qsizetype in = offset - m_unified->lines()[from].start - (isInHunk(line.kind) ? 1 : 0);
    return line.start + (isOn(side, from) ? std::clamp<qsizetype>(in, 0, line.length) : 0);
}

qsizetype DiffSides::toUnified(Side side, qsizetype offset) const
{
    const MessageDocument &document = *m_sides[side];
    if (document.isEmpty())
        return 0;
    const qsizetype row = document.lineAt(offset);
    qsizetype origin = document.origin(row);
    if (origin < 0)
        return m_unified->lines()[m_sides[side == Old ? New : Old]->origin(row)].start;
    const MessageDocument::Line &line = m_unified->lines()[origin];
    const qsizetype in = offset - document.lines()[row].start + (isInHunk(line.kind) ? 1 : 0);
    return line.start + std::min<qsizetype>(in, line.length);
}

} // namespace loredesk::ui
