// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/indexing.h"
#include "models/jobs/keeping.h"

#include <QByteArrayList>
#include <QString>
#include <QTemporaryDir>

namespace loredesk::tests {

/// An archive that is opened with a store again and again, each time held against one that is read without it.
class StoredArchive
{
public:
    explicit StoredArchive(const QStringList &paths);
    explicit StoredArchive(const QString &path)
        : StoredArchive(QStringList{path})
    {
    }

    /// Loads with the store and without, keeps and indexes. Gives what differs between the two, or nothing.
    QString open();
    /// Loads with the store, as it is; ends the test program where that fails.
    jobs::LoadedArchivePtr load() const;

    /// Of the last open().
    const jobs::LoadedArchivePtr &loaded() const { return m_loaded; }
    int read() const { return m_loaded->read; }
    jobs::Kept kept() const { return m_kept; }
    QByteArrayList messageIds() const;
    /// Message-IDs that a query finds, newest first, by the index.
    QByteArrayList found(const QString &query) const;

    QString storeDirectory() const { return m_directory.path(); }
    /// The store's file, which the last open() made.
    QString storeFile() const { return m_loaded->keepsake->file; }
    /// Every byte that the store left on disk, its log included.
    QByteArray storedBytes() const;

private:
    jobs::LoadRequest request() const;

    QTemporaryDir m_directory;
    const QStringList m_paths;
    jobs::LoadedArchivePtr m_loaded;
    jobs::Kept m_kept = jobs::Kept::Nothing;
};

/// How two catalogs differ, or nothing: rows, problems, threads, series.
QString difference(const catalog::Catalog &a, const catalog::Catalog &b);

} // namespace loredesk::tests
