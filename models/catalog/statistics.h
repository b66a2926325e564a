// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <memory>
#include <span>
#include <vector>

namespace loredesk::catalog {

/// A time span, both ends inclusive; nothing: unbounded.
struct DateSpan
{
    std::optional<base::UnixSeconds> since;
    std::optional<base::UnixSeconds> until;
    bool contains(base::UnixSeconds date) const
    {
        return (!since || date >= *since) && (!until || date <= *until);
    }
    friend bool operator==(const DateSpan &, const DateSpan &) = default;
};

/// Messages by row, shared and never changed. Null: all of them.
using MessageSet = std::shared_ptr<const std::vector<bool>>;

/// False for one that is beyond the set; the set is not null.
inline bool isIn(const MessageSet &set, base::MessageIndex message)
{
    return message.value() < set->size() && (*set)[message.value()];
}

/// What is counted: the messages of a time span, or some of them.
struct Scope
{
    Scope(const DateSpan &span = {}, MessageSet only = {}, MessageSet exactly = {}) // a span alone is a scope
        : span(span)
        , only(std::move(only))
        , exactly(std::move(exactly))
    {
    }
    DateSpan span;
    MessageSet only;
    /// What the span stands for, where that is known message by message (a range of revisions): then the
    /// dates say nothing. Of copies the one that stands for all.
    MessageSet exactly;
    bool isInRange(base::MessageIndex message, base::UnixSeconds date) const
    {
        return exactly ? isIn(exactly, message) : span.contains(date);
    }
    bool contains(base::MessageIndex message, base::UnixSeconds date) const
    {
        return isInRange(message, date) && (!only || isIn(only, message));
    }
    friend bool operator==(const Scope &, const Scope &) = default;
};

/// One bar: a label, how many, and which messages prove it.
struct Count
{
    QString label;        ///< "Name <address>" or "domain"
    mail::Mailbox person; ///< for contributors
    bool bot = false;
    std::vector<base::MessageIndex> messages; ///< its size is the count
};

/// Rows whose date lies in the span, or those that the span stands for (Scope::exactly), in archive order. A
/// message that came several times, the same each time, is there once.
std::vector<base::MessageIndex> rowsIn(const Catalog &catalog, const DateSpan &span,
                                       const MessageSet &exactly = {});

/// Postings (patches and covers) by author (in-body From), most first, equal counts by label. `rows` as
/// rowsIn gives them. Bots are counted too and marked.
std::vector<Count> contributors(const Catalog &catalog, std::span<const base::MessageIndex> rows);

/// The same by domain of the author's address.
std::vector<Count> domains(const Catalog &catalog, std::span<const base::MessageIndex> rows);

enum class ActivityStep : quint8 { Day, Week, Month };

/// One step of time: [start, start of the next).
struct ActivityBin
{
    base::UnixSeconds start = 0; ///< UTC midnight of the first day (weeks start on Monday)
    base::UnixSeconds end = 0;
    int patches = 0; ///< patches and covers by people
    int replies = 0; ///< everything else by people
    int bots = 0;
    int total() const { return patches + replies + bots; }
};

/// Activity over time without gaps, from the first to the last row; the step is chosen so that there are at
/// most about `mostBins` bins.
std::vector<ActivityBin> activity(const Catalog &catalog, std::span<const base::MessageIndex> rows,
                                  int mostBins, ActivityStep *step = nullptr);

} // namespace loredesk::catalog
