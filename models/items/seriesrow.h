// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/mark.h"
#include "models/items/roles.h"

#include <QCoreApplication>
#include <QVariant>

namespace loredesk::items {

/// What stands in one row of the series tree: a view on the catalog, made for the moment. The tree knows how
/// rows hang together; this knows what they say.
class SeriesRow
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::items::SeriesTreeModel)

public:
    /// As the node of the tree has them; `slot` is a position in PatchSeries::patches.
    SeriesRow(const catalog::Catalog &catalog, NodeKind kind, base::MessageIndex message,
              base::SeriesIndex series, int slot, bool duplicate);

    /// The user's own, of the lineage: on the row of the newest version, and on that of the marked one.
    void setMark(const catalog::SeriesMark &mark);

    QVariant cell(int column, int role) const;

private:
    QVariant display(int column) const;
    QVariant words(int column) const;
    QVariant tip(int column) const;
    QVariant sortKey(int column) const;
    QVariant filterText() const;
    bool isMarkOutdated() const;

    bool isSeries() const { return m_kind == NodeKind::Series || m_kind == NodeKind::EarlierVersion; }
    bool isReply() const { return m_kind == NodeKind::Reply; }
    bool sentAgain() const;
    QString title() const;
    QString titleText() const;
    QString version() const;
    QString patches() const;
    QString name() const;
    QString titleWords() const;
    QString rowWords() const;
    QString patchesWords() const;
    QString titleTip() const;
    QString trailersTip(int column) const;
    QVariant number(int column) const;
    int reviews(int column) const;
    base::UnixSeconds date() const;
    mail::Mailbox author() const;
    int replies() const;
    bool unanswered() const;
    QList<int> missing() const;

    const catalog::Catalog &m_catalog;
    const series::MessageHead *m_head = nullptr;   ///< null for a missing patch
    const series::PatchSeries *m_series = nullptr; ///< null beneath a thread
    const series::SeriesSlot *m_slot = nullptr;    ///< of covers and patches, and of series that stand alone
    const series::ReviewState *m_review = nullptr; ///< of series, covers and patches
    catalog::SeriesMark m_mark;
    base::MessageIndex m_message;
    base::SeriesIndex m_seriesIndex;
    NodeKind m_kind;
    bool m_duplicate;
};

} // namespace loredesk::items
