// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/archive/epochs.h"
#include "models/archive/revisions.h"

namespace loredesk::archive {

/// public-inbox v2: one commit a message with blob `m`, or `d` for a deletion. An inbox directory with its
/// epochs, or a single epoch as mirrors publish it.
class EpochArchive final : public Archive
{
public:
    /// `epochs` lowest number first, at least one.
    EpochArchive(ArchiveKind kind, QString path, QString name, QList<Epoch> epochs);

    ArchiveKind kind() const override { return m_kind; }
    QString path() const override { return m_path; }
    QString name() const override { return m_name; }
    QString summary() const override;
    bool hasRevisions() const override { return true; }
    base::Result<Listing> list(const RevisionRange &range, base::ProgressSink &progress) const override;
    base::Result<Changes> changesSince(const QByteArray &state, base::ProgressSink &progress) const override;
    std::vector<std::uint32_t> readingOrder(const std::vector<Entry> &entries) const override;
    QList<Tag> tags() const override;
    std::unique_ptr<Reader> reader() const override;
    base::Place place(const base::Position &position) const override;

private:
    bool startsLate() const { return m_kind == ArchiveKind::PublicInboxV2 && m_epochs.first().number > 0; }
    void addMissingEpochs(Listing &listing) const;
    /// Where the epochs stand. `isWhole`: nothing was missing; else packs that come later may bring it.
    QByteArray stateOf(const std::vector<OpenEpoch> &epochs, const std::vector<EpochSlice> &tips,
                       bool isWhole) const;
    QByteArray packState() const;
    /// What to walk to come from a state to where the epochs stand now; nothing where the state does not lead
    /// there.
    std::optional<std::vector<EpochSlice>> slicesSince(const QByteArray &state,
                                                       const std::vector<OpenEpoch> &epochs,
                                                       const std::vector<EpochSlice> &tips,
                                                       base::ProgressSink &progress) const;
    QString startNote() const;

    const ArchiveKind m_kind;
    const QString m_path;
    const QString m_name;
    const QList<Epoch> m_epochs;
};

} // namespace loredesk::archive
