// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace loredesk::items {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::items::Duration)
};

/// A tenth where that says something.
QString amount(double value)
{
    const double rounded = std::round(value * 10) / 10;
    const bool whole = rounded >= 10 || rounded == std::floor(rounded);
    return QLocale().toString(rounded, 'f', whole ? 0 : 1);
}

} // namespace

QString durationText(base::UnixSeconds seconds)
{
    constexpr double Minute = 60, Hour = 60 * Minute, Day = 24 * Hour, Week = 7 * Day;
    const auto time = double(seconds);
    // The rounded number chooses the unit: there are no 60 minutes and no 24 hours.
    if (time < 59.5 * Minute)
        return Words::tr("%1 min").arg(QLocale().toString(qint64(std::llround(time / Minute))));
    if (time < 23.95 * Hour)
        return Words::tr("%1 h").arg(amount(time / Hour));
    if (time < 13.95 * Day) {
        const QString days = amount(time / Day);
        return days == amount(1) ? Words::tr("1 day") : Words::tr("%1 days").arg(days);
    }
    return Words::tr("%1 weeks").arg(amount(time / Week));
}

} // namespace loredesk::items
