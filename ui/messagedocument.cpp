// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagedocument.h"

#include <algorithm>

namespace loredesk::ui {

bool MessageDocument::isDecoration(Kind kind)
{
    return kind == Kind::Gap || kind == Kind::FileHeading || kind == Kind::Filler || kind == Kind::Remark ||
           kind == Kind::ThreadHeading || kind == Kind::ThreadDetail || kind == Kind::PatchHeading ||
           kind == Kind::Fold;
}

bool MessageDocument::wraps(Kind kind)
{
    switch (kind) {
    case Kind::Text:
    case Kind::InBodyHeader:
    case Kind::Trailer:
    case Kind::Quote1:
    case Kind::Quote2:
    case Kind::Quote3:
    case Kind::Notes:
    case Kind::Signature:
    case Kind::Remark:
        return true;
    default:
        return false;
    }
}

bool MessageDocument::elides(Kind kind)
{
    return kind == Kind::FileHeading || kind == Kind::ThreadHeading || kind == Kind::ThreadDetail ||
           kind == Kind::PatchHeading;
}

void MessageDocument::widen(qint32 file, int columns)
{
    m_columns = std::max(m_columns, columns);
    int &of = file >= 0 && file < m_files.size() ? m_files[file].columns : m_looseColumns;
    of = std::max(of, columns);
}

QStringView MessageDocument::lineText(qsizetype line) const
{
    const Line &l = m_lines.at(line);
    return QStringView(m_text).mid(l.start, l.length);
}

QList<patch::LineSpan> MessageDocument::changedWords(qsizetype number) const
{
    const Line &line = m_lines.at(number);
    if (line.partner < 0)
        return {};
    if (m_unified) {
        QList<patch::LineSpan> spans = m_unified->changedWords(origin(number));
        for (patch::LineSpan &span : spans)
            --span.offset;
        return spans;
    }
    // Without the sign, and without our own words where a line was cut.
    const auto written = [this](qsizetype l) {
        const QStringView text = lineText(l);
        return text.left(m_lines[l].cut ? text.lastIndexOf(u'\u2039') - 1 : text.size()).mid(1);
    };
    const bool removed = line.kind == Kind::Removed;
    const patch::ChangedWords words = patch::changedWords(written(removed ? number : line.partner),
                                                          written(removed ? line.partner : number));
    QList<patch::LineSpan> spans = removed ? words.removed : words.added;
    for (patch::LineSpan &span : spans)
        ++span.offset;
    return spans;
}

qsizetype MessageDocument::lineAt(qsizetype offset) const
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), offset,
                                        [](qsizetype o, const Line &line) { return o < line.start; });
    return std::max<qsizetype>(0, after - m_lines.begin() - 1);
}

QString MessageDocument::plainText(qsizetype from, qsizetype to) const
{
    QString out;
    if (m_lines.isEmpty() || from >= to)
        return out;
    for (qsizetype i = lineAt(from); i < m_lines.size() && m_lines[i].start < to; ++i) {
        const Line &line = m_lines[i];
        if (isDecoration(line.kind))
            continue;
        const qsizetype begin = std::max<qsizetype>(from, line.start);
        // One past the text of a line is its LF, which the last line of the document does not have.
        const qsizetype end = std::min<qsizetype>(to, qsizetype(line.start) + line.length + 1);
        if (begin < end)
            out += QStringView(m_text).mid(begin, end - begin);
    }
    return out;
}

namespace {

/// Cells of one code point: East Asian wide and emoji take two, combining marks none.
int cellWidth(char32_t c)
{
    if (c < 0x300)
        return 1;
    if (c < 0x1100)
        return QChar::category(c) == QChar::Mark_NonSpacing ? 0 : 1;
    const bool wide = c <= 0x115f || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
                      (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
                      (c >= 0xff00 && c <= 0xff60) || (c >= 0x1f300 && c <= 0x1faff) ||
                      (c >= 0x20000 && c <= 0x3fffd);
    if (wide)
        return 2;
    return QChar::category(c) == QChar::Mark_NonSpacing ? 0 : 1;
}

} // namespace

int cellCount(QStringView text, int from)
{
    int cells = from;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\t') {
            cells = (cells / 8 + 1) * 8;
        } else if (c.unicode() < 0x300) {
            ++cells;
        } else if (c.isHighSurrogate() && i + 1 < text.size()) {
            cells += cellWidth(QChar::surrogateToUcs4(c, text[i + 1]));
            ++i;
        } else {
            cells += cellWidth(c.unicode());
        }
    }
    return cells - from;
}

Qt::CaseSensitivity findCase(const QString &needle)
{
    return std::any_of(needle.begin(), needle.end(), [](QChar c) { return c.isUpper(); })
               ? Qt::CaseSensitive
               : Qt::CaseInsensitive;
}

} // namespace loredesk::ui
