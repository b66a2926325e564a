// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace loredesk::ui {

/// The ranges that the toolbar offers.
enum class RangeKind {
    Everything,
    SinceVisit,
    Today,
    SinceYesterday,
    Days7,
    Days30,
    Days90,
    Revisions,
    Custom
};

/// What the user chose: a kind, and what it needs to be a span.
struct RangeChoice
{
    RangeKind kind = RangeKind::Everything;
    catalog::DateSpan custom; ///< for Custom, and for Revisions when their messages came
    QString revisions = {};   ///< for Revisions: "A..B", as it was typed

    friend bool operator==(const RangeChoice &, const RangeChoice &) = default;

    /// The span it means. Counted back from `reference`, which is now for a live archive and its newest
    /// message for one that stopped growing: "last 7 days" of an old archive would otherwise show nothing.
    /// Whole days in reference's time zone; SinceVisit to the second, and everything where no visit is known.
    /// Pure.
    catalog::DateSpan span(const QDateTime &reference,
                           std::optional<base::UnixSeconds> lastVisit = std::nullopt) const;

    /// "Everything", "Last 7 days"; for Custom the days. Where the reference is not of `today`, what is
    /// counted from today is "Last day" and "Last 2 days".
    QString label(const QDateTime &reference, QDate today) const;

    /// For the settings: "everything", "7d", "custom:SINCE:UNTIL" (seconds, empty for open),
    /// "revisions:SINCE:UNTIL:A..B", and back; what cannot be read is everything.
    QString toString() const;
    static RangeChoice fromString(const QString &text);
};

/// The whole days of as many just before (`steps` -1) or after (+1), in `zone`; an open span stays as it is.
/// Pure.
catalog::DateSpan steppedSpan(const catalog::DateSpan &span, int steps, const QTimeZone &zone);

} // namespace loredesk::ui
