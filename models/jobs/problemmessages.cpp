// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/problemmessages.h"

#include <QHash>

#include <algorithm>

namespace loredesk::jobs {

std::vector<base::MessageIndex> messagesOf(const LoadedArchive &loaded, const QList<base::Problem> &problems)
{
    std::vector<base::MessageIndex> messages(std::size_t(problems.size()));
    const auto isAsked = [](const base::Problem &problem) {
        return problem.place.messageId.isEmpty() && !problem.place.isEmpty();
    };
    if (std::none_of(problems.begin(), problems.end(), isAsked))
        return messages;
    QHash<QString, base::MessageIndex> lying;
    const std::vector<series::MessageHead> &heads = loaded.catalog->messages();
    for (std::size_t row = 0; row < heads.size(); ++row) {
        if (!heads[row].messageId.isEmpty() || heads[row].position.isNull())
            continue;
        const QString place = loaded.archive->place(heads[row].position).toString();
        lying.insert(place, lying.contains(place) ? base::MessageIndex() : base::MessageIndex(row));
    }
    for (qsizetype i = 0; i < problems.size(); ++i) {
        if (isAsked(problems[i]))
            messages[std::size_t(i)] = lying.value(problems[i].place.toString());
    }
    return messages;
}

} // namespace loredesk::jobs
