// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/isodate.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loredesk::base {

QString isoUtc(UnixSeconds seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

std::optional<UnixSeconds> parseDate(const QString &given, UnixSeconds now)
{
    const QString text = given.trimmed().toLower();
    const QDateTime current = QDateTime::fromSecsSinceEpoch(now);
    const auto midnight = [](const QDate &date) { return date.startOfDay().toSecsSinceEpoch(); };
    if (text == "now"_L1)
        return now;
    if (text == "today"_L1)
        return midnight(current.date());
    if (text == "yesterday"_L1)
        return midnight(current.date().addDays(-1));
    if (text.startsWith(u'@')) {
        bool ok = false;
        const qint64 seconds = text.mid(1).toLongLong(&ok);
        return ok ? std::optional<UnixSeconds>(seconds) : std::nullopt;
    }
    static const QRegularExpression ago(
        u"^(\\d{1,6})[. ](second|minute|hour|day|week|month|year)s?([. ]ago)?$"_s);
    if (const auto match = ago.match(text); match.hasMatch()) {
        const int count = match.captured(1).toInt();
        const QString unit = match.captured(2);
        if (unit == "second"_L1)
            return now - count;
        if (unit == "minute"_L1)
            return now - qint64(count) * 60;
        if (unit == "hour"_L1)
            return now - qint64(count) * 3600;
        if (unit == "day"_L1)
            return current.addDays(-count).toSecsSinceEpoch();
        if (unit == "week"_L1)
            return current.addDays(-7 * qint64(count)).toSecsSinceEpoch();
        if (unit == "month"_L1)
            return current.addMonths(-count).toSecsSinceEpoch();
        return current.addYears(-count).toSecsSinceEpoch();
    }
    if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid() && text.size() == 10)
        return midnight(date);
    QDateTime time = QDateTime::fromString(given.trimmed(), Qt::ISODate);
    if (!time.isValid())
        time = QDateTime::fromString(given.trimmed(), u"yyyy-MM-dd HH:mm"_s);
    if (!time.isValid())
        return std::nullopt;
    return time.toSecsSinceEpoch();
}

} // namespace loredesk::base
