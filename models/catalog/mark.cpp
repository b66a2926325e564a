// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/mark.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace loredesk::catalog {

namespace {

/// The version that a marked message belongs to, invalid where the archive does not have it.
base::SeriesIndex versionOf(const Catalog &catalog, const QByteArray &messageId)
{
    const base::MessageIndex message = catalog.find(messageId);
    return message.isValid() ? catalog.seriesOf(message) : base::SeriesIndex();
}

/// 0 for the newest one.
std::ptrdiff_t ageOf(const Catalog &catalog, base::SeriesIndex version)
{
    const auto &versions = catalog.lineages()[catalog.series(version).lineage.value()].versions;
    return std::find(versions.begin(), versions.end(), version) - versions.begin();
}

} // namespace

QString markKey(Mark mark)
{
    switch (mark) {
    case Mark::ToReview:
        return u"to-review"_s;
    case Mark::Reviewed:
        return u"reviewed"_s;
    case Mark::Waiting:
        return u"waiting"_s;
    case Mark::Applied:
        return u"applied"_s;
    case Mark::NotMine:
        return u"not-mine"_s;
    case Mark::None:
        break;
    }
    return {};
}

Mark markOfKey(const QString &key)
{
    const auto found =
        std::find_if(Marks.begin(), Marks.end(), [&](Mark mark) { return markKey(mark) == key; });
    return found == Marks.end() ? Mark::None : *found;
}

std::vector<SeriesMark> marksByLineage(const Catalog &catalog, const MarkTable &table, const NoteTable &notes)
{
    std::vector<SeriesMark> marks(catalog.lineages().size());
    for (auto line = notes.begin(); line != notes.end(); ++line) {
        const base::SeriesIndex version = versionOf(catalog, line.key());
        if (!version.isValid())
            continue;
        SeriesMark &mark = marks[catalog.series(version).lineage.value()];
        if (!mark.noted.isValid() || ageOf(catalog, version) < ageOf(catalog, mark.noted)) {
            mark.note = line.value();
            mark.noted = version;
        }
    }
    for (auto line = table.begin(); line != table.end(); ++line) {
        const base::SeriesIndex version = versionOf(catalog, line.key());
        if (!version.isValid())
            continue;
        SeriesMark &mark = marks[catalog.series(version).lineage.value()];
        if (!mark.version.isValid() || ageOf(catalog, version) < ageOf(catalog, mark.version)) {
            mark.mark = line.value();
            mark.version = version;
        }
    }
    return marks;
}

bool isOfEarlierVersion(const Catalog &catalog, const SeriesMark &mark)
{
    return mark.version.isValid() && ageOf(catalog, mark.version) > 0;
}

bool isToReview(const Catalog &catalog, const SeriesMark &mark)
{
    return mark.mark == Mark::ToReview || (mark.mark == Mark::Waiting && isOfEarlierVersion(catalog, mark));
}

Marking marking(const Catalog &catalog, const std::vector<base::SeriesIndex> &versions, Mark mark,
                const MarkTable &table)
{
    std::map<base::LineageIndex, base::SeriesIndex> targets;
    for (const base::SeriesIndex version : versions) {
        const series::PatchSeries &series = catalog.series(version);
        if (!series.head().isValid() || catalog.message(series.head()).messageId.isEmpty())
            continue;
        base::SeriesIndex &target = targets[series.lineage];
        if (!target.isValid() || ageOf(catalog, version) < ageOf(catalog, target))
            target = version;
    }

    // What the series have now, by any message of any version: the cover may have come behind the first
    // patch.
    std::map<base::LineageIndex, QList<MarkChange>> there;
    for (auto line = table.begin(); line != table.end(); ++line) {
        const base::SeriesIndex version = versionOf(catalog, line.key());
        if (version.isValid() && targets.contains(catalog.series(version).lineage))
            there[catalog.series(version).lineage] << MarkChange{line.key(), line.value()};
    }
    const bool isThere =
        mark != Mark::None && std::all_of(targets.begin(), targets.end(), [&](const auto &target) {
            const auto marks = there.find(target.first);
            return marks != there.end() &&
                   std::any_of(marks->second.begin(), marks->second.end(), [&](const MarkChange &line) {
                       return line.mark == mark && versionOf(catalog, line.messageId) == target.second;
                   });
        });

    Marking result;
    result.mark = isThere ? Mark::None : mark;
    for (const auto &[lineage, version] : targets) {
        const QByteArray id = catalog.message(catalog.series(version).head()).messageId;
        bool isChanged = false;
        for (const MarkChange &line : std::as_const(there[lineage])) {
            if (line.messageId == id && result.mark != Mark::None)
                continue;
            result.changes << MarkChange{line.messageId, Mark::None};
            isChanged = true;
        }
        if (result.mark != Mark::None && table.value(id, Mark::None) != result.mark) {
            result.changes << MarkChange{id, result.mark};
            isChanged = true;
        }
        result.series += int(isChanged);
    }
    return result;
}

QList<NoteChange> noting(const Catalog &catalog, const QByteArray &messageId, const QString &text,
                         const NoteTable &notes)
{
    const base::SeriesIndex target = versionOf(catalog, messageId);
    if (!target.isValid())
        return {};
    QList<NoteChange> changes;
    for (auto line = notes.begin(); line != notes.end(); ++line) {
        const base::SeriesIndex version = versionOf(catalog, line.key());
        if (line.key() != messageId && version.isValid() &&
            catalog.series(version).lineage == catalog.series(target).lineage)
            changes << NoteChange{line.key(), {}};
    }
    const QString note = text.trimmed().left(LongestNote).trimmed();
    if (notes.value(messageId) != note)
        changes << NoteChange{messageId, note};
    return changes;
}

} // namespace loredesk::catalog
