// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leftas.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

constexpr int Version = 1;

/// Message-IDs may hold any byte; JSON holds text.
QJsonObject toJson(const ui::TreePlace::Row &row)
{
    return {{u"id"_s, QString::fromLatin1(row.messageId)}, {u"series"_s, row.isSeries}};
}

ui::TreePlace::Row rowFrom(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return {object[u"id"_s].toString().toLatin1(), object[u"series"_s].toBool()};
}

/// A number that stands for one of `last + 1` things.
template <class E>
E choice(const QJsonValue &value, E last)
{
    const int number = value.toInt();
    return number >= 0 && number <= int(last) ? E(number) : E(0);
}

} // namespace

items::SeriesFilterModel::Conditions conditionsOf(const ui::FilterToggles &toggles)
{
    items::SeriesFilterModel::Conditions conditions;
    conditions.setFlag(items::SeriesFilterModel::OnlyIncomplete, toggles.incompleteOnly);
    conditions.setFlag(items::SeriesFilterModel::OnlyUnanswered, toggles.unansweredOnly);
    conditions.setFlag(items::SeriesFilterModel::HideBots, toggles.hideBots);
    return conditions;
}

QByteArray LeftAs::toBytes() const
{
    QJsonArray expanded;
    for (const ui::TreePlace::Row &row : place.expanded.mid(0, MostExpanded))
        expanded << toJson(row);
    const QJsonObject object{
        {u"version"_s, Version},
        {u"current"_s, toJson(place.current)},
        {u"expanded"_s, expanded},
        {u"top"_s, toJson(place.top)},
        {u"offset"_s, place.offset},
        {u"range"_s, range.toString()},
        {u"search"_s, search},
        {u"incompleteOnly"_s, toggles.incompleteOnly},
        {u"unansweredOnly"_s, toggles.unansweredOnly},
        {u"hideBots"_s, toggles.hideBots},
        {u"keys"_s, QJsonArray::fromStringList(keys)},
        {u"view"_s, int(view)},
        {u"savedView"_s, savedView},
        {u"tab"_s, int(tab)},
        {u"chart"_s, int(chart)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<LeftAs> LeftAs::fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object[u"version"_s].toInt() != Version)
        return std::nullopt;
    LeftAs left;
    left.place.current = rowFrom(object[u"current"_s]);
    const QJsonArray expanded = object[u"expanded"_s].toArray();
    for (const QJsonValue &row : expanded) {
        if (left.place.expanded.size() < MostExpanded)
            left.place.expanded << rowFrom(row);
    }
    left.place.top = rowFrom(object[u"top"_s]);
    left.place.offset = std::clamp(object[u"offset"_s].toInt(), -1000, 1000);
    left.range = ui::RangeChoice::fromString(object[u"range"_s].toString());
    left.search = object[u"search"_s].toString();
    left.toggles = {object[u"incompleteOnly"_s].toBool(), object[u"unansweredOnly"_s].toBool(),
                    object[u"hideBots"_s].toBool()};
    const QJsonArray keys = object[u"keys"_s].toArray();
    for (const QJsonValue &key : keys)
        left.keys << key.toString();
    left.view = choice(object[u"view"_s], items::ViewKind::Saved);
    left.savedView = object[u"savedView"_s].toString();
    // Before there were views of marks, saved searches had another number.
    if (!left.savedView.isEmpty())
        left.view = items::ViewKind::Saved;
    left.tab = choice(object[u"tab"_s], ui::MessageView::Tab::Raw);
    left.chart = choice(object[u"chart"_s], ui::ChartsPanel::Chart::Latency);
    return left;
}

} // namespace loredesk::app
