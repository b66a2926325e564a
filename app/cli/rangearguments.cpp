// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rangearguments.h"

#include "app/cli/console.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

base::Result<NamedDate> parseNamed(const QString &option, const QString &text, base::UnixSeconds now)
{
    const auto seconds = base::parseDate(text, now);
    if (!seconds) {
        return base::Error{base::ErrorCode::BadInput,
                           option + ": '"_L1 + text + "' is no date"_L1,
                           {},
                           u"write 2025-05-20, 2025-05-20T18:26:35Z, yesterday or 7.days.ago"_s};
    }
    const QString given = text.trimmed();
    const bool iso = given.size() >= 10 && given[0].isDigit() && given[4] == u'-';
    if (iso)
        return NamedDate{*seconds, given};
    // "yesterday" in a heading says nothing to who reads it next week.
    const QDateTime local = QDateTime::fromSecsSinceEpoch(*seconds);
    const bool midnight = local == local.date().startOfDay();
    return NamedDate{*seconds, midnight ? local.date().toString(Qt::ISODate) : base::isoUtc(*seconds)};
}

bool isWholeDay(const QString &text)
{
    const QString given = text.trimmed().toLower();
    return given == "today"_L1 || given == "yesterday"_L1 ||
           (given.size() == 10 && QDate::fromString(given, Qt::ISODate).isValid());
}

} // namespace

base::Result<archive::RevisionRange> parseRange(const QString &text)
{
    const qsizetype dots = text.indexOf(".."_L1);
    if (dots < 0 || text.size() == 2 || text.mid(dots + 2).startsWith(u'.') ||
        text.indexOf(".."_L1, dots + 2) >= 0) {
        return base::Error{base::ErrorCode::BadInput,
                           u'\'' + text + "' is no range of revisions"_L1,
                           {},
                           u"write A..B, A.. or ..B; for dates use --since and --until"_s};
    }
    return archive::RevisionRange{text.left(dots), text.mid(dots + 2)};
}

void sayIfReversed(const archive::RevisionRange &range)
{
    if (range.from.isEmpty() || range.to.isEmpty() || range.from == range.to)
        return;
    say(u"no message lies between %1 and %2; if %1 is the newer one, write %2..%1"_s.arg(range.from,
                                                                                         range.to));
}

base::Result<NamedDate> parseSince(const QString &text, base::UnixSeconds now)
{
    return parseNamed(u"--since"_s, text, now);
}

base::Result<NamedDate> parseUntil(const QString &text, base::UnixSeconds now)
{
    base::Result<NamedDate> date = parseNamed(u"--until"_s, text, now);
    if (date && isWholeDay(text)) {
        const QDate day = QDateTime::fromSecsSinceEpoch(date->seconds).date();
        date->seconds = day.addDays(1).startOfDay().toSecsSinceEpoch() - 1;
    }
    return date;
}

QString dayName(base::UnixSeconds seconds)
{
    return base::isoUtc(seconds).left(10);
}

} // namespace loredesk::app::cli
