// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparisontext.h"

#include "models/base/hostiletext.h"
#include "models/catalog/versionchoice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace loredesk::app {

using patch::PatchChange;
using series::ComparedPatch;
using series::PatchState;

namespace {

QChar signOf(PatchState state)
{
    switch (state) {
    case PatchState::First:
    case PatchState::Unchanged:
        return u'=';
    case PatchState::Changed:
        return u'!';
    case PatchState::New:
        return u'>';
    case PatchState::Dropped:
        return u'<';
    case PatchState::Missing:
    case PatchState::Unread:
        break;
    }
    return u'?';
}

QLatin1StringView nameOf(PatchState state)
{
    switch (state) {
    case PatchState::First:
    case PatchState::Unchanged:
        return "unchanged"_L1;
    case PatchState::Changed:
        return "changed"_L1;
    case PatchState::New:
        return "new"_L1;
    case PatchState::Dropped:
        return "dropped"_L1;
    case PatchState::Missing:
        return "not-found"_L1;
    case PatchState::Unread:
        break;
    }
    return "not-compared"_L1;
}

QStringList changesOf(const patch::PatchComparison &comparison)
{
    constexpr std::pair<PatchChange, QLatin1StringView> names[] = {
        {PatchChange::Author, "author"_L1},   {PatchChange::Title, "title"_L1},
        {PatchChange::Message, "message"_L1}, {PatchChange::Trailers, "trailers"_L1},
        {PatchChange::Diff, "diff"_L1},       {PatchChange::Context, "context"_L1},
    };
    QStringList changes;
    for (const auto &[change, name] : names) {
        if (comparison.changes & change)
            changes << name;
    }
    return changes;
}

QString placeOf(const patch::ComparedHunk &hunk)
{
    const QString place = hunk.isMessage ? u"title and message"_s : hunk.file;
    return "@@ "_L1 + place + (hunk.section.isEmpty() ? QString() : ": "_L1 + hunk.section);
}

/// As it is, not made visible.
QStringList differenceOf(const patch::PatchComparison &comparison)
{
    constexpr QChar sides[] = {u' ', u'-', u'+'};
    QStringList lines;
    std::size_t hunk = 0;
    for (std::size_t i = 0; i < comparison.lines.size(); ++i) {
        for (; hunk < comparison.hunks.size() && comparison.hunks[hunk].first == qsizetype(i); ++hunk)
            lines << placeOf(comparison.hunks[hunk]);
        lines << sides[std::size_t(comparison.lines[i].side)] + comparison.lines[i].text;
    }
    return lines;
}

QString numberOf(int index)
{
    return index < 0 ? u"-"_s : QString::number(index);
}

QString idOf(const catalog::Catalog &catalog, base::MessageIndex message)
{
    return message.isValid() ? QString::fromUtf8(catalog.message(message).messageId) : QString();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject versionJson(const catalog::Catalog &catalog, base::SeriesIndex index, int missing)
{
    const series::PatchSeries &version = catalog.series(index);
    return {{u"version"_s, catalog::versionName(version)},
            {u"message_id"_s, orNull(idOf(catalog, version.head()))},
            {u"missing"_s, missing}};
}

QJsonObject patchJson(const catalog::Catalog &catalog, const ComparedPatch &patch)
{
    const auto index = [](int number) { return number < 0 ? QJsonValue() : QJsonValue(number); };
    return {{u"state"_s, nameOf(patch.state)},
            {u"older_index"_s, index(patch.oldIndex)},
            {u"newer_index"_s, index(patch.newIndex)},
            {u"older_message_id"_s, orNull(idOf(catalog, patch.older))},
            {u"newer_message_id"_s, orNull(idOf(catalog, patch.newer))},
            {u"title"_s, patch.title},
            {u"changes"_s, QJsonArray::fromStringList(changesOf(patch.comparison))},
            {u"added"_s, patch.comparison.added},
            {u"removed"_s, patch.comparison.removed},
            {u"difference"_s, QJsonArray::fromStringList(differenceOf(patch.comparison))},
            {u"left_out"_s, qint64(patch.comparison.leftOut)}};
}

} // namespace

QString comparisonText(const catalog::Catalog &catalog, const series::VersionComparison &comparison,
                       bool isShort)
{
    const series::PatchSeries &newer = catalog.series(comparison.newer);
    QString text = catalog::versionName(catalog.series(comparison.older)) + " to "_L1 +
                   catalog::versionName(newer) + " of \""_L1 + base::visibleLine(newer.title) + "\"\n"_L1;
    for (const ComparedPatch &patch : comparison.patches) {
        text += numberOf(patch.oldIndex).rightJustified(3) + u':' +
                numberOf(patch.newIndex).rightJustified(3) + u' ' + signOf(patch.state) + u' ' +
                base::visibleLine(patch.title);
        if (const QStringList changes = changesOf(patch.comparison); !changes.isEmpty())
            text += " ("_L1 + changes.join(", "_L1) + u')';
        text += u'\n';
        if (isShort)
            continue;
        for (const QString &line : differenceOf(patch.comparison))
            text += "    "_L1 + base::visibleText(line) + u'\n';
    }
    return text;
}

QByteArray comparisonJson(const catalog::Catalog &catalog, const series::VersionComparison &comparison)
{
    QJsonArray patches;
    for (const ComparedPatch &patch : comparison.patches)
        patches.append(patchJson(catalog, patch));
    const QJsonObject document{
        {u"older"_s, versionJson(catalog, comparison.older, comparison.missingInOlder)},
        {u"newer"_s, versionJson(catalog, comparison.newer, comparison.missingInNewer)},
        {u"patches"_s, patches}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

QList<base::Problem> comparisonProblems(const catalog::Catalog &catalog,
                                        const series::VersionComparison &comparison)
{
    QList<base::Problem> problems;
    const auto add = [&](const QString &text, base::MessageIndex message) {
        base::Place place;
        place.messageId = idOf(catalog, message);
        problems.append({text, place, {}});
    };
    const auto missing = [&](base::SeriesIndex index, int count) {
        const series::PatchSeries &version = catalog.series(index);
        if (count > 0)
            add(catalog::versionName(version) + " lacks "_L1 + QString::number(count) + " of "_L1 +
                    QString::number(version.total) + " patches"_L1,
                version.head());
    };
    missing(comparison.older, comparison.missingInOlder);
    missing(comparison.newer, comparison.missingInNewer);
    if (comparison.leftOut > 0)
        add(QString::number(comparison.leftOut) + " patches were not read, as there are so many"_L1, {});
    if (comparison.isRough)
        add(u"so many patches have no counterpart that not every way to match them was weighed"_s, {});
    for (const ComparedPatch &patch : comparison.patches) {
        const base::MessageIndex message = patch.newer.isValid() ? patch.newer : patch.older;
        if (!patch.trouble.isEmpty())
            add(patch.trouble, message);
        if (patch.comparison.isCut)
            add(u"it is so long that only its beginning was compared"_s, message);
        if (patch.comparison.isRough)
            add(u"so much is different that the difference may be larger than it need be"_s, message);
        if (patch.comparison.leftOut > 0)
            add(QString::number(patch.comparison.leftOut) + " lines of the difference are left out"_L1,
                message);
    }
    return problems;
}

} // namespace loredesk::app
