// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readabledate.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

QDateTime at(base::UnixSeconds date, const QDateTime &now)
{
    return QDateTime::fromSecsSinceEpoch(date, Qt::UTC).toTimeZone(now.timeZone());
}

struct Dates
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::ui::Dates)
public:
    static QString format(DateForm form);
};

QString Dates::format(DateForm form)
{
    switch (form) {
    case DateForm::Day:
        return tr("d", "date format");
    case DateForm::DayMonth:
        return tr("d MMM", "date format");
    case DateForm::DayMonthYear:
        return tr("d MMM yyyy", "date format");
    case DateForm::WeekdayDate:
        return tr("ddd d MMM yyyy", "date format");
    case DateForm::Month:
        return tr("MMM", "date format");
    case DateForm::MonthYear:
        return tr("MMM yyyy", "date format");
    case DateForm::LongMonthYear:
        return tr("MMMM yyyy", "date format");
    case DateForm::FullWithSeconds:
        return tr("dddd, d MMMM yyyy HH:mm:ss", "date format");
    }
    return {};
}

QString clock(const QDateTime &when, const QString &format)
{
    return interfaceLocale().toString(when, format);
}

} // namespace

QLocale interfaceLocale()
{
    return QLocale(Dates::tr("C", "the locale of this translation, such as de_DE: names months and days"));
}

QString dateText(const QDateTime &when, DateForm form)
{
    return interfaceLocale().toString(when, Dates::format(form));
}

QString dateText(QDate day, DateForm form)
{
    return interfaceLocale().toString(day, Dates::format(form));
}

QString readableDate(base::UnixSeconds date, const QDateTime &now)
{
    if (date == 0)
        return {};
    const QDateTime when = at(date, now);
    const qint64 days = when.date().daysTo(now.date());
    if (days == 0)
        return Dates::tr("today %1", "and a time of day").arg(clock(when, u"HH:mm"_s));
    if (days == 1)
        return Dates::tr("yesterday");
    return dateText(when,
                    when.date().year() == now.date().year() ? DateForm::DayMonth : DateForm::DayMonthYear);
}

QString fullDate(base::UnixSeconds date, const QDateTime &now)
{
    if (date == 0)
        return {};
    const QDateTime when = at(date, now);
    const QString text = dateText(when, DateForm::FullWithSeconds);
    if (when.offsetFromUtc() == 0)
        return text + u" UTC"_s;
    const QDateTime utc = when.toUTC();
    QString there = clock(utc, u"HH:mm:ss"_s);
    if (utc.date() != when.date())
        there.prepend(dateText(utc, DateForm::DayMonth) + u' ');
    return text + u" ("_s + there + u" UTC)"_s;
}

QString readableSpan(const catalog::DateSpan &span, const QDateTime &now)
{
    constexpr DateForm whole = DateForm::DayMonthYear;
    if (!span.since && !span.until)
        return Dates::tr("everything");
    if (!span.until)
        return Dates::tr("since %1").arg(dateText(at(*span.since, now), whole));
    const QDateTime until = at(*span.until, now);
    if (!span.since)
        return Dates::tr("until %1").arg(dateText(until, whole));
    const QDateTime since = at(*span.since, now);
    const QString last = dateText(until, whole);
    if (since.date() == until.date())
        return last;
    DateForm first = whole;
    if (since.date().year() == until.date().year())
        first = since.date().month() == until.date().month() ? DateForm::Day : DateForm::DayMonth;
    return dateText(since, first) + u" – "_s + last;
}

} // namespace loredesk::ui
