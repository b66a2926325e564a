// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readabledate.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

QDateTime at(base::UnixSeconds date, const QDateTime &now)
{
    return QDateTime::fromSecsSinceEpoch(date, Qt::UTC).toTimeZone(now.timeZone());
}

// The names of months are those of the interface's language, which is English until it is translated; a
// system in another language would otherwise mix two in one cell.
QString formatted(const QDateTime &when, const QString &format)
{
    return QLocale::c().toString(when, format);
}

} // namespace

QString readableDate(base::UnixSeconds date, const QDateTime &now)
{
    if (date == 0)
        return {};
    const QDateTime when = at(date, now);
    const qint64 days = when.date().daysTo(now.date());
    if (days == 0)
        return formatted(when, u"'today' HH:mm"_s);
    if (days == 1)
        return u"yesterday"_s;
    return formatted(when, when.date().year() == now.date().year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString fullDate(base::UnixSeconds date, const QDateTime &now)
{
    if (date == 0)
        return {};
    const QDateTime when = at(date, now);
    const QString text = formatted(when, u"dddd, d MMMM yyyy HH:mm:ss"_s);
    if (when.offsetFromUtc() == 0)
        return text + u" UTC"_s;
    const QDateTime utc = when.toUTC();
    return text + formatted(utc, utc.date() == when.date() ? u"' ('HH:mm:ss' UTC)'"_s
                                                           : u"' ('d MMM HH:mm:ss' UTC)'"_s);
}

QString readableSpan(const catalog::DateSpan &span, const QDateTime &now)
{
    const QString whole = u"d MMM yyyy"_s;
    if (!span.since && !span.until)
        return u"everything"_s;
    if (!span.until)
        return u"since "_s + formatted(at(*span.since, now), whole);
    const QDateTime until = at(*span.until, now);
    if (!span.since)
        return u"until "_s + formatted(until, whole);
    const QDateTime since = at(*span.since, now);
    const QString last = formatted(until, whole);
    if (since.date() == until.date())
        return last;
    QString first = whole;
    if (since.date().year() == until.date().year())
        first = since.date().month() == until.date().month() ? u"d"_s : u"d MMM"_s;
    return formatted(since, first) + u" – "_s + last;
}

} // namespace loredesk::ui
