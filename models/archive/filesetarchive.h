// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"

#include <mutex>

namespace loredesk::archive {

/// Messages that are files: a maildir, one message file, or a folder of them. Files of a folder may hold
/// several messages as an mbox does. `Position::container` is the file's number in the order in which the
/// archive met it.
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
    std::unique_ptr<Reader> reader() const override;
    base::Place place(const base::Position &position) const override;

    /// For the readers: full path of the file, empty where the number is unknown.
    QString filePath(std::int32_t container) const;

private:
    /// Brings m_files up to date with the disk and gives the numbers of the files that are there, in archive
    /// order.
    std::vector<std::int32_t> scan() const;

    const ArchiveKind m_kind;
    const QString m_path;
    mutable std::mutex m_mutex;
    mutable QStringList m_files; ///< full paths; grows, so that numbers stay good as long as the archive
};

/// Whether `directory` holds at least one file that looks like mail.
bool holdsMessageFiles(const QString &directory);

} // namespace loredesk::archive
