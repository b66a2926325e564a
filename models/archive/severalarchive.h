// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"

namespace loredesk::archive {

/// Archives opened together: one after the other, `Position::source` tells which.
class SeveralArchive final : public Archive
{
public:
    explicit SeveralArchive(std::vector<std::unique_ptr<Archive>> archives);

    ArchiveKind kind() const override { return ArchiveKind::Several; }
    /// The paths, one a line.
    QString path() const override;
    QString name() const override;
    QString summary() const override;
    bool hasRevisions() const override;
    base::Result<Listing> list(const RevisionRange &range, base::ProgressSink &progress) const override;
    base::Result<Changes> changesSince(const QByteArray &state,
                                       base::ProgressSink &progress) const override;
    QList<Tag> tags() const override;
    std::unique_ptr<Reader> reader() const override;
    base::Place place(const base::Position &position) const override;

private:
    std::vector<std::unique_ptr<Archive>> m_archives;
};

} // namespace loredesk::archive
