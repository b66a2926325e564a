// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"

#include <QHash>

#include <mutex>

namespace loredesk::archive {

/// Messages that are files: a maildir, one message file, or a folder of them. Files of a folder may hold
/// several messages as an mbox does. `Position::blob` stands for the file's name, size and time of change, so that
/// positions stay good from one process to the next.
class FileSetArchive final : public Archive
{
public:
    /// `kind` is Maildir, MessageFile or MessageFolder.
    FileSetArchive(ArchiveKind kind, QString path);

    ArchiveKind kind() const override { return m_kind; }
    QString path() const override { return m_path; }
    QString name() const override;
    QString summary() const override { return kindName(m_kind); }
    bool hasRevisions() const override { return false; }
    base::Result<Listing> list(const RevisionRange &range, base::ProgressSink &progress) const override;
    base::Result<Changes> changesSince(const QByteArray &state,
                                       base::ProgressSink &progress) const override;
    std::unique_ptr<Reader> reader() const override;
    base::Place place(const base::Position &position) const override;

    /// For the readers: where the file is now, empty where it is gone.
    QString filePath(const base::Position &position) const;

private:
    struct File
    {
        QString path;
        base::ObjectBytes identity{};
    };
    /// Brings m_paths up to date with the disk and gives the files that are there, in archive order.
    std::vector<File> scan() const;
    /// Where it was when it was seen last.
    QString lastPath(const base::Position &position) const;
    static QByteArray stateOf(const std::vector<File> &files);

    const ArchiveKind m_kind;
    const QString m_path;
    mutable std::mutex m_mutex;
    mutable QHash<QByteArray, QString> m_paths; ///< full paths by identity, gone ones included
};

/// Whether `directory` holds at least one file that looks like mail.
bool holdsMessageFiles(const QString &directory);

} // namespace loredesk::archive
