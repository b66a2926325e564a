// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/patchseries.h"

#include <QHash>

#include <map>

namespace loredesk::series {

/// How far apart the mails of an unthreaded series may be, in seconds.
constexpr base::UnixSeconds Unthreaded = 30 * 60;

/// Numbers people: equal lower-cased addresses (names where there is no address) get equal numbers.
class PeopleNumbers
{
public:
    int operator()(const mail::Mailbox &mailbox)
    {
        const QString key = mailbox.address.isEmpty() ? mailbox.name.toLower() : mailbox.address.toLower();
        const auto known = m_numbers.constFind(key);
        return known != m_numbers.constEnd() ? *known : *m_numbers.insert(key, int(m_numbers.size()));
    }

private:
    QHash<QString, int> m_numbers;
};

/// First step of buildSeries: which posting takes which slot of which series (semantics, "Series" 1 to 4).
/// The result has series and seriesOf, but no lineages, trailers or review state.
SeriesSet assemble(std::span<const MessageHead> heads, const ThreadForest &threads);

/// The slot of a series with that index, 0 for the cover; null where the series lists none.
SeriesSlot *findSlot(PatchSeries &series, int index);

/// By node: the nearest message above it that takes a slot in a series, ghosts passed over; invalid where
/// there is none.
std::vector<base::MessageIndex> postingsAbove(const ThreadForest &threads,
                                              const std::vector<base::SeriesIndex> &seriesOf);

} // namespace loredesk::series
