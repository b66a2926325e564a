// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagedocument.h"

#include <QStringList>

namespace loredesk::ui {

/// Makes a MessageDocument line by line. Texts must hold no steering characters. May be used on any thread.
class MessageDocumentBuilder
{
public:
    using Kind = MessageDocument::Kind;

    void body(const patch::ReadMessage &message);
    /// `prefix` stands before the names of its files.
    void diff(const patch::Patch &patch, const QString &prefix = {});
    void raw(const QByteArray &raw);
    void remark(const QString &text) { line(text, Kind::Remark); }
    /// Of the patch of a series whose diff follows. `link`: its Line::link; -1: it leads nowhere.
    void patchHeading(const QString &text, qint32 link);

    /// `file`: index of what the line belongs to, as files are added.
    void line(QStringView text, Kind kind, qint32 file = -1);
    /// A file with its heading; what follows belongs to it. File::line is filled in.
    void file(const MessageDocument::File &file);
    /// The line that begins a hunk, of the last file.
    void hunk(QStringView text);
    /// Finds which added line took the place of which removed one, from a line on.
    void pairLines(qsizetype from);
    qsizetype lineCount() const { return m_doc.m_lines.size(); }
    MessageDocument finish();

private:
    void head(const QString &text, const patch::Patch &patch);
    void tail(const QString &text);
    qint32 fileOfStat(const QString &path);

    MessageDocument m_doc;
    QStringList m_paths; ///< of patch.files
    qint32 m_nextStat = 0;
};

} // namespace loredesk::ui
