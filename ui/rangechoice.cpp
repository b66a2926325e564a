// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rangechoice.h"

#include "models/base/hostiletext.h"
#include "ui/readabledate.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

struct KindName
{
    RangeKind kind;
    const char16_t *key;
    const char *label;
    const char *pastLabel; // where the newest day is not today; null: the same
    int days;              // counted back, the reference's own day included; 0: none
};

constexpr std::array Kinds = {
    KindName{RangeKind::Everything, u"everything", QT_TRANSLATE_NOOP("RangeChoice", "Everything"), nullptr,
             0},
    KindName{RangeKind::SinceVisit, u"visit", QT_TRANSLATE_NOOP("RangeChoice", "Since last visit"), nullptr,
             0},
    KindName{RangeKind::Today, u"today", QT_TRANSLATE_NOOP("RangeChoice", "Today"),
             QT_TRANSLATE_NOOP("RangeChoice", "Last day"), 1},
    KindName{RangeKind::SinceYesterday, u"yesterday", QT_TRANSLATE_NOOP("RangeChoice", "Since yesterday"),
             QT_TRANSLATE_NOOP("RangeChoice", "Last 2 days"), 2},
    KindName{RangeKind::Days7, u"7d", QT_TRANSLATE_NOOP("RangeChoice", "Last 7 days"), nullptr, 7},
    KindName{RangeKind::Days30, u"30d", QT_TRANSLATE_NOOP("RangeChoice", "Last 30 days"), nullptr, 30},
    KindName{RangeKind::Days90, u"90d", QT_TRANSLATE_NOOP("RangeChoice", "Last 90 days"), nullptr, 90},
};

const KindName *nameOf(RangeKind kind)
{
    for (const KindName &name : Kinds) {
        if (name.kind == kind)
            return &name;
    }
    return nullptr;
}

} // namespace

catalog::DateSpan RangeChoice::span(const QDateTime &reference,
                                    std::optional<base::UnixSeconds> lastVisit) const
{
    if (kind == RangeKind::Custom || kind == RangeKind::Revisions)
        return custom;
    if (kind == RangeKind::SinceVisit && lastVisit)
        return {*lastVisit + 1, std::nullopt};
    const KindName *name = nameOf(kind);
    if (!name || name->days == 0)
        return {};
    // Open towards now: a message that arrives while the window is open belongs to it.
    const QDate first = reference.date().addDays(1 - name->days);
    return {first.startOfDay(reference.timeZone()).toSecsSinceEpoch(), std::nullopt};
}

QString RangeChoice::label(const QDateTime &reference, QDate today) const
{
    if (const KindName *name = nameOf(kind)) {
        const bool isPast = name->pastLabel && reference.date() != today;
        return QCoreApplication::translate("RangeChoice", isPast ? name->pastLabel : name->label);
    }
    if (kind == RangeKind::Revisions)
        return base::visibleLine(revisions);
    return readableSpan(custom, reference);
}

QString RangeChoice::toString() const
{
    if (const KindName *name = nameOf(kind))
        return QString::fromUtf16(name->key);
    const auto number = [](const std::optional<base::UnixSeconds> &value) {
        return value ? QString::number(*value) : QString();
    };
    const QString span = number(custom.since) + u':' + number(custom.until);
    return kind == RangeKind::Revisions ? "revisions:"_L1 + span + u':' + revisions : "custom:"_L1 + span;
}

RangeChoice RangeChoice::fromString(const QString &text)
{
    for (const KindName &name : Kinds) {
        if (text == QStringView(name.key))
            return {name.kind, {}};
    }
    const QStringList parts = text.split(u':');
    const bool isRevisions = parts.size() >= 4 && parts.first() == "revisions"_L1;
    if (!isRevisions && (parts.size() != 3 || parts.first() != "custom"_L1))
        return {};
    RangeChoice choice{isRevisions ? RangeKind::Revisions : RangeKind::Custom, {}};
    if (isRevisions) {
        choice.revisions = parts.mid(3).join(u':');
        if (choice.revisions.isEmpty())
            return {};
    }
    const auto read = [](const QString &part, std::optional<base::UnixSeconds> &value) {
        bool ok = true;
        if (!part.isEmpty())
            value = part.toLongLong(&ok);
        return ok;
    };
    if (!read(parts[1], choice.custom.since) || !read(parts[2], choice.custom.until))
        return {};
    if (choice.custom == catalog::DateSpan{})
        return {};
    return choice;
}

catalog::DateSpan steppedSpan(const catalog::DateSpan &span, int steps, const QTimeZone &zone)
{
    if (!span.since || !span.until)
        return span;
    // In days, not seconds: a day is 23 hours long once a year.
    const QDate first = QDateTime::fromSecsSinceEpoch(*span.since, zone).date();
    const QDate last = QDateTime::fromSecsSinceEpoch(*span.until, zone).date();
    const qint64 days = (first.daysTo(last) + 1) * steps;
    return {first.addDays(days).startOfDay(zone).toSecsSinceEpoch(),
            last.addDays(days + 1).startOfDay(zone).toSecsSinceEpoch() - 1};
}

} // namespace loredesk::ui
