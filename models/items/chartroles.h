// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <Qt>

namespace loredesk::items {

/// What the models behind charts answer beyond roles.h.
enum ChartRoles {
    /// QString: the heading that the row stands beneath; empty: none.
    GroupRole = Qt::UserRole + 1000,
    /// QString: the number as it is to be shown, where ValueRole alone would not say it ("1.5 days").
    ValueTextRole,
    /// What a table that leaves the window holds of the cell (or the header), where that is neither ValueRole
    /// nor
    /// the text: a date as ISO 8601.
    ExportRole,
    /// QString: what a filter by the row is called (rows of FigureModel).
    ChipRole,
    /// QString: the name alone, where the text of the row says more to tell namesakes apart (rows of
    /// CountModel).
    NameRole,
};

/// KeyRole of the owner of domains. No address and no domain has a colon.
inline QString ownerKey(const QString &owner)
{
    return QStringLiteral("owner:") + owner;
}

/// The owner that a key stands for; a null string where it is no owner's.
inline QString ownerOfKey(const QString &key)
{
    return key.startsWith(QStringLiteral("owner:")) ? key.sliced(6) : QString();
}

} // namespace loredesk::items
