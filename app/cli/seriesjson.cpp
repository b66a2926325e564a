// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/seriesjson.h"

#include "models/base/hostiletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

QString text(const QByteArray &id)
{
    return QString::fromUtf8(id);
}

QJsonArray json(const QList<series::CollectedTrailer> &trailers)
{
    QJsonArray array;
    for (const series::CollectedTrailer &collected : trailers)
        array.append(collected.trailer.toString());
    return array;
}

QJsonObject json(const catalog::Catalog &catalog, const series::SeriesSlot &slot)
{
    const series::MessageHead &head = catalog.message(slot.message);
    QJsonArray trailers;
    for (const patch::Trailer &trailer : head.trailers)
        trailers.append(trailer.toString());
    QJsonObject object{
        {u"index"_s, slot.index},
        {u"subject"_s, head.subject},
        {u"title"_s, head.prefix.title},
        {u"message_id"_s, text(head.messageId)},
        {u"trailers"_s, trailers},
        {u"collected"_s, json(slot.collected)},
        {u"mismatched"_s, json(slot.mismatched)},
    };
    if (!slot.duplicates.empty()) {
        QJsonArray duplicates;
        for (const base::MessageIndex duplicate : slot.duplicates)
            duplicates.append(text(catalog.message(duplicate).messageId));
        object.insert(u"duplicates"_s, duplicates);
    }
    if (slot.fromEarlierVersion)
        object.insert(u"from_earlier_version"_s, true);
    return object;
}

QJsonArray earlierVersions(const catalog::Catalog &catalog, std::size_t index)
{
    QJsonArray earlier;
    const series::Lineage &lineage = catalog.lineages()[catalog.series()[index].lineage.value()];
    const auto self = std::find(lineage.versions.begin(), lineage.versions.end(), base::SeriesIndex(index));
    for (auto it = self; it != lineage.versions.end(); ++it) {
        if (it != self)
            earlier.append(text(catalog.message(catalog.series(*it).head()).messageId));
    }
    return earlier;
}

QJsonObject json(const catalog::Catalog &catalog, std::size_t index)
{
    const series::PatchSeries &series = catalog.series()[index];
    QJsonArray patches;
    if (!series.cover.isMissing())
        patches.append(json(catalog, series.cover));
    for (const series::SeriesSlot &slot : series.patches) {
        if (!slot.isMissing())
            patches.append(json(catalog, slot));
    }
    return {
        {u"version"_s, series.version},
        {u"total"_s, series.total},
        {u"have_cover"_s, series.haveCover},
        {u"complete"_s, series.complete},
        {u"title"_s, series.title},
        {u"author"_s, series.author.toString()},
        {u"submitter"_s, series.submitter.toString()},
        {u"date_utc"_s, base::isoUtc(series.date)},
        {u"patches"_s, patches},
        {u"earlier"_s, earlierVersions(catalog, index)},
        {u"joined_by"_s, series::joinedByName(series.joinedBy)},
        {u"joined_by_evidence"_s, series.joinedEvidence},
    };
}

/// Columns a character takes on a terminal: 0 for combining marks, 2 for East Asian wide ones, else 1.
int columns(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
        return 0;
    default:
        break;
    }
    // The wide blocks of Unicode TR #11, as far as names and titles hold them.
    const bool wide =
        (character >= 0x1100 && character <= 0x115f) || (character >= 0x2e80 && character <= 0xa4cf) ||
        (character >= 0xac00 && character <= 0xd7a3) || (character >= 0xf900 && character <= 0xfaff) ||
        (character >= 0xfe30 && character <= 0xfe6f) || (character >= 0xff00 && character <= 0xff60) ||
        (character >= 0xffe0 && character <= 0xffe6) || (character >= 0x1f300 && character <= 0x1faff) ||
        (character >= 0x20000 && character <= 0x3fffd);
    return wide ? 2 : 1;
}

/// `text` cut and filled to exactly that many columns.
QString cell(const QString &text, int width)
{
    QList<char32_t> kept;
    int used = 0;
    for (const uint character : text.toUcs4()) {
        const int more = columns(character);
        if (used + more > width) {
            while (used > width - 1)
                used -= columns(kept.takeLast());
            kept.append(U'…');
            ++used;
            break;
        }
        kept.append(character);
        used += more;
    }
    return QString::fromUcs4(kept.constData(), kept.size()) + QString(width - used, u' ');
}

QString versionText(const series::PatchSeries &series)
{
    QString version = u'v' + QString::number(series.version);
    if (series.subversion)
        version += u'.' + QString::number(series.subversion);
    return series.rfc ? "RFC "_L1 + version : version;
}

QString patchesText(const series::PatchSeries &series)
{
    if (series.pull && series.total == 0)
        return u"pull"_s;
    return QString::number(series.present()) + u'/' + QString::number(series.total);
}

QString reviewText(const series::ReviewState &review)
{
    const auto count = [](int number) { return number ? QString::number(number) : u"-"_s; };
    return count(review.acked) + u'/' + count(review.reviewed) + u'/' + count(review.tested);
}

} // namespace

QByteArray seriesJson(const catalog::Catalog &catalog)
{
    // Put together entry by entry: one QJsonDocument over a large archive would hold it all twice.
    QByteArray document = "{\"series\": [";
    for (std::size_t left = catalog.series().size(); left > 0; --left) {
        document += left == catalog.series().size() ? "\n" : ",\n";
        document += QJsonDocument(json(catalog, left - 1)).toJson(QJsonDocument::Compact);
    }
    QJsonArray problems;
    for (const base::Problem &problem : catalog.problems())
        problems.append(problem.toString());
    document += "\n], \"problems\": ";
    document += QJsonDocument(problems).toJson(QJsonDocument::Compact);
    document += "}\n";
    return document;
}

QString seriesTable(const catalog::Catalog &catalog)
{
    QString table;
    const auto addLine = [&table](const QString &date, const QString &version, const QString &patches,
                                  const QString &review, const QString &author, const QString &title) {
        table += cell(date, 10) + "  "_L1 + cell(version, 7) + u' ' + cell(patches, 7) + u' ' +
                 cell(review, 8) + u' ' + cell(author, 20) + "  "_L1 + title + u'\n';
    };
    addLine(u"DATE"_s, u"VERSION"_s, u"PATCHES"_s, u"A/R/T"_s, u"AUTHOR"_s, u"TITLE"_s);
    for (auto it = catalog.series().rbegin(); it != catalog.series().rend(); ++it) {
        const QString author = it->author.name.isEmpty() ? it->author.address : it->author.name;
        addLine(base::isoUtc(it->date).left(10), versionText(*it), patchesText(*it), reviewText(it->review),
                base::visibleLine(author), base::visibleLine(it->title));
    }
    return table;
}

} // namespace loredesk::app
