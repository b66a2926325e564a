// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/git/objectid.h"

namespace loredesk::archive {

/// public-inbox v1: one repository, a message is a file whose path is made of its Message-ID. What the newest
/// tree holds is alive; the history tells in which order it came.
class V1Archive final : public Archive
{
public:
    V1Archive(QString path, QString name);

    ArchiveKind kind() const override { return ArchiveKind::PublicInboxV1; }
    QString path() const override { return m_path; }
    QString name() const override { return m_name; }
    QString summary() const override { return kindName(kind()); }
    bool hasRevisions() const override { return true; }
    base::Result<Listing> list(const RevisionRange &range, base::ProgressSink &progress) const override;
    base::Result<Changes> changesSince(const QByteArray &state,
                                       base::ProgressSink &progress) const override;
    QList<Tag> tags() const override;
    std::unique_ptr<Reader> reader() const override;
    base::Place place(const base::Position &position) const override;

private:
    QByteArray stateAt(const git::ObjectId &tip) const;

    const QString m_path;
    const QString m_name;
};

} // namespace loredesk::archive
