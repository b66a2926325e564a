// SPDX-License-Identifier: GPL-3.0-or-later
// Diffs in a document: files, hunks, and which line took the place of which.
#include "ui/messagedocumentbuilder.h"

#include "models/base/hostiletext.h"
#include "ui/messagelines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

QString detailOf(const patch::FileDiff &file)
{
    using Change = patch::FileDiff::Change;
    QString detail;
    switch (file.change) {
    case Change::Modified:
        break;
    case Change::Added:
        detail = MessageDocumentWords::tr("new");
        break;
    case Change::Deleted:
        detail = MessageDocumentWords::tr("deleted");
        break;
    case Change::Renamed:
        detail = MessageDocumentWords::tr("renamed from %1").arg(base::visibleLine(file.oldPath));
        break;
    case Change::Copied:
        detail = MessageDocumentWords::tr("copied from %1").arg(base::visibleLine(file.oldPath));
        break;
    case Change::ModeChanged:
        detail = MessageDocumentWords::tr("mode changed");
        break;
    }
    if (file.binary)
        detail = detail.isEmpty() ? MessageDocumentWords::tr("binary")
                                  : MessageDocumentWords::tr("%1, binary").arg(detail);
    if (file.brokenBy)
        detail = detail.isEmpty() ? MessageDocumentWords::tr("damaged")
                                  : MessageDocumentWords::tr("%1, damaged").arg(detail);
    return detail;
}

} // namespace

void MessageDocumentBuilder::diff(const patch::Patch &patch, const QString &prefix)
{
    const QString visible = visibleMail(patch.diff);
    qint32 file = -1;
    qsizetype hunk = 0;
    qsizetype inHunk = 0; // lines of the current hunk that are still to come
    qsizetype number = 0;
    qint32 oldNumber = 0;
    qint32 newNumber = 0;
    const qsizetype begin = m_doc.m_lines.size();
    // Of a series it is not the first patch.
    const auto before = qint32(m_doc.m_files.size());
    const auto inDocument = [&file, before] { return file < 0 ? -1 : before + file; };
    forEachLine(visible, [&](QStringView l) {
        while (file + 1 < patch.files.size() && patch.files[file + 1].firstLine <= number) {
            ++file;
            const patch::FileDiff &f = patch.files[file];
            this->file({prefix + base::visibleLine(f.path()), detailOf(f), f.added, f.removed, 0});
            hunk = 0;
            inHunk = 0;
        }
        const QList<patch::Hunk> *hunks = file >= 0 ? &patch.files[file].hunks : nullptr;
        if (hunks && hunk < hunks->size() && hunks->at(hunk).firstLine == number) {
            inHunk = hunks->at(hunk).lines.size();
            oldNumber = hunks->at(hunk).oldStart;
            newNumber = hunks->at(hunk).newStart;
            ++hunk;
            this->hunk(l);
        } else if (inHunk > 0) {
            --inHunk;
            const QChar sign = l.isEmpty() ? QChar(u' ') : l[0];
            line(l,
                 sign == u'+'    ? Kind::Added
                 : sign == u'-'  ? Kind::Removed
                 : sign == u'\\' ? Kind::DiffNote
                                 : Kind::Context,
                 inDocument());
            MessageDocument::Line &added = m_doc.m_lines.last();
            if (added.kind == Kind::Context || added.kind == Kind::Removed)
                added.oldNumber = oldNumber++;
            if (added.kind == Kind::Context || added.kind == Kind::Added)
                added.newNumber = newNumber++;
            m_doc.m_largestNumber = std::max({m_doc.m_largestNumber, added.oldNumber, added.newNumber});
        } else if (hunk > 0 && file >= 0 && patch.files[file].brokenBy) {
            // What is left of a damaged diff: by its signs, but nobody knows the numbers of its lines.
            line(l,
                 l.startsWith(u"@@ ") ? Kind::DiffHeader
                 : l.startsWith(u'+') ? Kind::Added
                 : l.startsWith(u'-') ? Kind::Removed
                                      : Kind::Context,
                 inDocument());
        } else {
            line(l, l.startsWith(u'\\') ? Kind::DiffNote : Kind::DiffHeader, inDocument());
        }
        ++number;
    });
    pairLines(begin);
}

void MessageDocumentBuilder::file(const MessageDocument::File &file)
{
    const auto number = qint32(m_doc.m_files.size());
    // Headings with nothing between them are a list.
    if (!m_doc.m_lines.isEmpty() && m_doc.m_lines.last().length > 0 &&
        m_doc.m_lines.last().kind != Kind::FileHeading && m_doc.m_lines.last().kind != Kind::PatchHeading)
        line({}, Kind::Gap, number - 1);
    m_doc.m_files.append(file);
    m_doc.m_files.last().line = m_doc.m_lines.size();
    QString heading = file.path;
    if (file.added > 0)
        heading += u"  +%1"_s.arg(file.added);
    if (file.removed > 0)
        heading += u"  \u2212%1"_s.arg(file.removed);
    if (!file.detail.isEmpty())
        heading += u"  "_s + file.detail;
    line(heading, Kind::FileHeading, number);
}

void MessageDocumentBuilder::patchHeading(const QString &text, qint32 link)
{
    line(text, Kind::PatchHeading);
    m_doc.m_lines.last().mark = m_doc.m_lines.last().length;
    m_doc.m_lines.last().link = link;
}

void MessageDocumentBuilder::hunk(QStringView text)
{
    m_doc.m_hunks.append(qint32(m_doc.m_lines.size()));
    line(text, Kind::HunkHeader, qint32(m_doc.m_files.size()) - 1);
}

void MessageDocumentBuilder::pairLines(qsizetype from)
{
    QList<MessageDocument::Line> &lines = m_doc.m_lines;
    const auto collect = [&](qsizetype &at, Kind kind, QList<qsizetype> &numbers, QList<QStringView> &texts) {
        // "\ No newline at end of file" belongs to the line before it.
        for (; at < lines.size() && (lines[at].kind == kind || lines[at].kind == Kind::DiffNote); ++at) {
            if (lines[at].kind != kind)
                continue;
            numbers.append(at);
            texts.append(m_doc.lineText(at).mid(1));
        }
    };
    for (qsizetype at = from; at < lines.size();) {
        if (lines[at].kind != Kind::Removed) {
            ++at;
            continue;
        }
        QList<qsizetype> removed, added;
        QList<QStringView> removedTexts, addedTexts;
        collect(at, Kind::Removed, removed, removedTexts);
        collect(at, Kind::Added, added, addedTexts);
        const QList<qint32> partners = patch::pairLines(removedTexts, addedTexts);
        for (qsizetype i = 0; i < partners.size(); ++i) {
            if (partners[i] < 0)
                continue;
            lines[removed[i]].partner = qint32(added[partners[i]]);
            lines[added[partners[i]]].partner = qint32(removed[i]);
        }
    }
}

} // namespace loredesk::ui
