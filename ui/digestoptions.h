// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/digest/digest.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace loredesk::ui {

/// What the user asks the digest panel for. A plain value; the controller turns it into a
/// digest::DigestRequest.
struct DigestOptions
{
    enum class Range {
        Shown,     ///< what the tree shows
        Dates,     ///< `since` to `until`
        Revisions, ///< `from`..`to`, as the user typed them
    };

    Range range = Range::Shown;
    /// Range::Dates: since the start of the first day, until the last second of the last one, UTC.
    std::optional<base::UnixSeconds> since;
    std::optional<base::UnixSeconds> until;
    /// For Range::Revisions the revisions, for Range::Dates the ISO days; for the headings. Empty for
    /// Range::Shown.
    QString from;
    QString to;
    QString list; ///< empty: the archive's name
    digest::Layout layout = digest::Layout::Full;
    digest::Format format = digest::Format::Text;
    int top = 15;

    friend bool operator==(const DigestOptions &, const DigestOptions &) = default;
};

} // namespace loredesk::ui

Q_DECLARE_METATYPE(loredesk::ui::DigestOptions)
