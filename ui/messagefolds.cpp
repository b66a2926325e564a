// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagefolds.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::ui::MessageFolds)
};

bool isQuote(Kind kind)
{
    return kind == Kind::Quote1 || kind == Kind::Quote2 || kind == Kind::Quote3;
}

bool isDiff(Kind kind)
{
    return kind == Kind::FileHeading || (kind >= Kind::DiffHeader && kind <= Kind::DiffNote);
}

} // namespace

QList<MessageFold> foldsOf(const MessageDocument &document, bool diff)
{
    QList<MessageFold> folds;
    const QList<MessageDocument::Line> &lines = document.lines();
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype first = at;
        if (isQuote(lines[at].kind)) {
            while (at < lines.size() && isQuote(lines[at].kind))
                ++at;
            if (at - first >= ShortestFoldedQuote)
                folds.append({MessageFold::What::Quote, first, at - first - KeptQuoteLines});
        } else if (diff && isDiff(lines[at].kind)) {
            // Between two files there is a line of ours.
            while (at < lines.size() && (isDiff(lines[at].kind) || lines[at].kind == Kind::Gap))
                ++at;
            folds.append({MessageFold::What::Diff, first, at - first});
        } else {
            ++at;
        }
    }
    return folds;
}

QString foldText(const MessageDocument &document, const MessageFold &fold, bool open)
{
    const QString sign = open ? u"\u25be "_s : u"\u25b8 "_s;
    if (fold.what == MessageFold::What::Quote)
        return sign + Words::tr("%n quoted lines", nullptr, int(fold.count));
    int added = 0;
    int removed = 0;
    const auto files = int(document.files().size());
    for (const MessageDocument::File &file : document.files()) {
        added += file.added;
        removed += file.removed;
    }
    return sign +
           (files == 1 ? Words::tr("Changes of 1 file") : Words::tr("Changes of %n files", nullptr, files)) +
           u"  +%1  \u2212%2"_s.arg(added).arg(removed);
}

void MessageFolder::append(QStringView text, MessageDocument::Line line)
{
    line.start = qint32(m_doc.m_text.size());
    line.length = qint32(text.size());
    line.indent = m_indent;
    m_doc.m_text += text;
    m_doc.m_text += u'\n';
    m_doc.m_lines.append(line);
}

void MessageFolder::line(const QString &text, Kind kind, qint32 link, qint32 mark, bool current)
{
    MessageDocument::Line line;
    line.kind = kind;
    line.link = link;
    line.mark = mark;
    line.current = current;
    append(text, line);
    if (!MessageDocument::wraps(kind) && !MessageDocument::elides(kind))
        m_doc.widen(-1, m_indent + cellCount(text));
}

qsizetype MessageFolder::document(const MessageDocument &from, const QList<MessageFold> &folds,
                                  const IsOpen &isOpen, qint32 source, qsizetype most)
{
    const auto firstFile = qint32(m_doc.m_files.size());
    m_doc.m_files += from.files();
    // What is put away takes no room.
    for (qsizetype f = firstFile; f < m_doc.m_files.size(); ++f)
        m_doc.m_files[f].columns = 0;
    const auto placeFiles = [&](qsizetype first, qsizetype count, qsizetype at, bool each) {
        for (qsizetype f = 0; f < from.files().size(); ++f) {
            const qsizetype line = from.files()[f].line;
            if (line >= first && line < first + count)
                m_doc.m_files[firstFile + f].line = each ? at + line - first : at;
        }
    };
    qsizetype fold = 0;
    qsizetype taken = 0;
    qsizetype i = 0;
    while (i < from.lines().size() && taken < most) {
        qsizetype end = from.lines().size();
        if (fold < folds.size() && folds[fold].first == i) {
            const bool open = isOpen(qint32(fold));
            const auto target = qint32(m_doc.m_folds.size());
            m_doc.m_folds.append({source, qint32(fold)});
            line(foldText(from, folds[fold], open), Kind::Fold, target);
            ++taken;
            if (!open) {
                placeFiles(i, folds[fold].count, m_doc.m_lines.size() - 1, false);
                i += folds[fold].count;
                ++fold;
                continue;
            }
            ++fold;
        }
        if (fold < folds.size())
            end = folds[fold].first;
        end = i + std::min(end - i, most - taken); // not i + most, which may be more than there is room for
        placeFiles(i, end - i, m_doc.m_lines.size(), true);
        const auto hunk = std::lower_bound(from.hunks().begin(), from.hunks().end(), qint32(i));
        for (auto h = hunk; h != from.hunks().end() && *h < end; ++h)
            m_doc.m_hunks.append(qint32(m_doc.m_lines.size() + *h - i));
        taken += end - i;
        const qsizetype first = i;
        const auto shift = qint32(m_doc.m_lines.size() - first);
        for (; i < end; ++i) {
            MessageDocument::Line line = from.lines()[i];
            if (!MessageDocument::wraps(line.kind) && !MessageDocument::elides(line.kind)) {
                const bool loose = line.file < 0 || line.kind == Kind::StatLine;
                m_doc.widen(loose ? -1 : firstFile + line.file,
                            m_indent + (loose ? from.looseColumns() : from.files()[line.file].columns));
            }
            line.continued = line.continued && i > first;
            if (line.file >= 0)
                line.file += firstFile;
            line.partner = line.partner >= first && line.partner < end ? line.partner + shift : -1;
            append(from.lineText(i), line);
        }
    }
    // Files further down have no line here: they lead to the last one that there is.
    for (qsizetype f = 0; f < from.files().size(); ++f) {
        if (from.files()[f].line >= i)
            m_doc.m_files[firstFile + f].line = std::max<qsizetype>(0, m_doc.m_lines.size() - 1);
    }
    return from.lines().size() - i;
}

MessageDocument MessageFolder::finish()
{
    // An end without LF, as MessageDocument's builder leaves it.
    if (m_doc.m_text.endsWith(u'\n'))
        m_doc.m_text.chop(1);
    return std::move(m_doc);
}

} // namespace loredesk::ui
