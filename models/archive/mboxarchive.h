// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/archive/bytesource.h"
#include "models/archive/mboxdialect.h"

#include <mutex>

namespace loredesk::archive {

/// One mbox file, gzip'd or not.
class MboxArchive final : public Archive
{
public:
    MboxArchive(QString path, bool gzip);

    ArchiveKind kind() const override { return ArchiveKind::Mbox; }
    QString path() const override { return m_path; }
    QString name() const override;
    QString summary() const override;
    bool hasRevisions() const override { return false; }
    base::Result<Listing> list(const RevisionRange &range, base::ProgressSink &progress) const override;
    base::Result<Changes> changesSince(const QByteArray &state,
                                       base::ProgressSink &progress) const override;
    std::unique_ptr<Reader> reader() const override;
    base::Place place(const base::Position &position) const override;

    /// For the readers: the file's bytes. What gzip held is unpacked once and kept.
    base::Result<std::shared_ptr<const ByteSource>> source(base::ProgressSink &progress) const;
    /// For the readers: found out once. Errors as source().
    base::Result<MboxDialect> dialect(base::ProgressSink &progress) const;
    bool isGzip() const { return m_gzip; }

private:
    struct State;
    /// Records from `from` on, for entries of that generation.
    base::Result<void> listFrom(qsizetype from, MboxDialect dialect, const State &state, const ByteSource &source,
                                Listing &listing, base::ProgressSink &progress) const;

    const QString m_path;
    const bool m_gzip;
    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const ByteSource> m_unpacked;
    mutable std::optional<MboxDialect> m_dialect;
};

/// "list" for "/tmp/list.mbox.gz".
QString nameOfFile(const QString &path);

} // namespace loredesk::archive
