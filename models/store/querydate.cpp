// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/querydate.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

using base::UnixSeconds;

/// A moment as it was written, and the day around it.
struct Moment
{
    TimeRange span;         ///< of what was written: a day, a month, a second
    bool isInstant = false; ///< a second
};

UnixSeconds startOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

std::optional<Moment> daysFrom(const QDate &first, const QDate &behind)
{
    if (!first.isValid() || !behind.isValid())
        return std::nullopt;
    return Moment{{startOf(first), startOf(behind) - 1}, false};
}

std::optional<Moment> instant(const QDateTime &time)
{
    if (!time.isValid())
        return std::nullopt;
    const UnixSeconds seconds = time.toSecsSinceEpoch();
    return Moment{{seconds, seconds}, true};
}

std::optional<Moment> calendarDate(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    if (match.capturedLength(2) == 0)
        return daysFrom(QDate(year, 1, 1), QDate(year, 1, 1).addYears(1));
    const int month = match.captured(2).toInt();
    if (match.capturedLength(3) == 0)
        return daysFrom(QDate(year, month, 1), QDate(year, month, 1).addMonths(1));
    const QDate day(year, month, match.captured(3).toInt());
    return daysFrom(day, day.addDays(1));
}

std::optional<Moment> clockTime(const QString &text)
{
    static const QRegularExpression digits(u"^\\d{14}$"_s);
    if (digits.match(text).hasMatch()) {
        QDateTime time = QDateTime::fromString(text, u"yyyyMMddHHmmss"_s);
        time.setTimeSpec(Qt::UTC);
        return instant(time);
    }
    static const QRegularExpression iso(
        u"^\\d{4}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(:\\d{2})?(z|[+-]\\d{2}:?\\d{2})?$"_s);
    if (!iso.match(text).hasMatch())
        return std::nullopt;
    QDateTime time = QDateTime::fromString(text.toUpper(), Qt::ISODate);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return instant(time);
}

std::optional<Moment> before(const QDateTime &now, int count, QStringView unit)
{
    if (unit == "second"_L1)
        return instant(now.addSecs(-count));
    if (unit == "minute"_L1)
        return instant(now.addSecs(-qint64(count) * 60));
    if (unit == "hour"_L1)
        return instant(now.addSecs(-qint64(count) * 3600));
    if (unit == "day"_L1)
        return instant(now.addDays(-count));
    if (unit == "week"_L1)
        return instant(now.addDays(-qint64(count) * 7));
    if (unit == "month"_L1)
        return instant(now.addMonths(-count));
    return instant(now.addYears(-count));
}

std::optional<Moment> relativeTime(const QString &text, UnixSeconds seconds)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    if (text == "now"_L1)
        return instant(now);
    if (text == "today"_L1)
        return daysFrom(now.date(), now.date().addDays(1));
    if (text == "yesterday"_L1)
        return daysFrom(now.date().addDays(-1), now.date());
    static const QRegularExpression last(u"^last[._](day|week|month|year)$"_s);
    if (const auto match = last.match(text); match.hasMatch())
        return before(now, 1, match.capturedView(1));
    static const QRegularExpression ago(
        u"^(\\d{1,5})[._](second|minute|hour|day|week|month|year)s?(?:[._]ago)?$"_s);
    if (const auto match = ago.match(text); match.hasMatch())
        return before(now, match.capturedView(1).toInt(), match.capturedView(2));
    return std::nullopt;
}

std::optional<Moment> sinceEpoch(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:@(\\d{1,12})|(\\d{9,11}))$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const UnixSeconds seconds =
        (match.capturedLength(1) > 0 ? match.captured(1) : match.captured(2)).toLongLong();
    return Moment{{seconds, seconds}, true};
}

std::optional<Moment> parseMoment(const QString &text, UnixSeconds now)
{
    if (text.size() > 40)
        return std::nullopt;
    if (const std::optional<Moment> moment = calendarDate(text))
        return moment;
    if (const std::optional<Moment> moment = clockTime(text))
        return moment;
    if (const std::optional<Moment> moment = sinceEpoch(text))
        return moment;
    return relativeTime(text, now);
}

} // namespace

std::optional<TimeRange> parseTimeRange(const QString &given, UnixSeconds now)
{
    const QString text = given.toLower();
    const qsizetype dots = text.indexOf(".."_L1);
    if (dots < 0) {
        const std::optional<Moment> moment = parseMoment(text, now);
        if (!moment)
            return std::nullopt;
        if (!moment->isInstant)
            return moment->span;
        const QDate day = QDateTime::fromSecsSinceEpoch(moment->span.first, Qt::UTC).date();
        return TimeRange{startOf(day), startOf(day.addDays(1)) - 1};
    }
    const QString from = text.left(dots);
    const QString to = text.mid(dots + 2);
    if (from.isEmpty() && to.isEmpty())
        return std::nullopt;
    TimeRange range;
    if (!from.isEmpty()) {
        const std::optional<Moment> moment = parseMoment(from, now);
        if (!moment)
            return std::nullopt;
        range.first = moment->span.first;
    }
    if (!to.isEmpty()) {
        const std::optional<Moment> moment = parseMoment(to, now);
        if (!moment)
            return std::nullopt;
        range.last = moment->span.last;
    }
    return range;
}

} // namespace loredesk::store
