// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/digest/patchlist.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::digest {

/// Nobody reads a list of more; and with each of thousands of versions naming all before it, the page would
/// grow with their square.
static constexpr qsizetype MostEarlier = 100;

std::vector<RangeSeries> seriesIn(const catalog::Catalog &catalog,
                                  const std::vector<base::MessageIndex> &rows)
{
    struct Found
    {
        RangeSeries series;
        base::MessageIndex newest;
        QList<base::MessageIndex> rows;
    };
    std::vector<Found> found;
    QHash<base::SeriesIndex, std::size_t> places;
    for (const base::MessageIndex row : rows) {
        const base::SeriesIndex index = catalog.seriesOf(row);
        if (!index.isValid())
            continue;
        auto place = places.find(index);
        if (place == places.end()) {
            place = places.insert(index, found.size());
            found.push_back({{index, {}}, row, {}});
        }
        found[*place].newest = std::max(found[*place].newest, row);
        found[*place].rows.append(row);
    }
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.newest > b.newest; });

    std::vector<RangeSeries> result;
    result.reserve(found.size());
    for (Found &entry : found) {
        const series::PatchSeries &series = catalog.series(entry.series.series);
        std::vector<base::MessageIndex> &shown = entry.series.shown;
        const auto show = [&](const series::SeriesSlot &slot) {
            if (!slot.isMissing() && entry.rows.contains(slot.message))
                shown.push_back(slot.message);
        };
        show(series.cover);
        for (const series::SeriesSlot &slot : series.patches) {
            if (slot.index == 1 || shown.empty())
                show(slot);
        }
        if (shown.empty()) // a pull request, or nothing but resent copies
            shown.push_back(entry.rows.first());
        result.push_back(std::move(entry.series));
    }
    return result;
}

PatchListEntry patchListEntry(const catalog::Catalog &catalog, base::SeriesIndex index)
{
    const series::PatchSeries &series = catalog.series(index);
    PatchListEntry entry;
    entry.title = series.title;
    entry.author = series.author.toString();
    entry.version = series.version;
    entry.total = series.total;
    entry.present = series.present();
    entry.haveCover = series.haveCover;
    entry.complete = series.complete;
    entry.rfc = series.rfc;
    entry.resend = series.resend;
    entry.pull = series.pull;
    entry.acked = series.review.acked;
    entry.reviewed = series.review.reviewed;
    entry.tested = series.review.tested;
    entry.nacked = series.review.nacked;
    entry.replies = series.review.replies;
    entry.answered = series.review.answered;
    entry.date = series.date;
    for (const series::SeriesSlot &slot : series.patches) {
        entry.patches.append(slot.isMissing() ? QString() : catalog.message(slot.message).prefix.title);
        if (slot.isMissing())
            entry.missing.append(slot.index);
        else if (slot.fromEarlierVersion)
            entry.carried.append(slot.index);
    }
    if (const base::MessageIndex head = series.head(); head.isValid()) {
        const series::MessageHead &message = catalog.message(head);
        entry.messageId = message.messageId;
        entry.bot = message.bot;
        entry.single = !series.pull && series.total == 1 && !series.haveCover && !message.prefix.hasCounter();
    }
    if (series.lineage.isValid()) {
        const auto rank = [](const series::PatchSeries &of) { return std::pair(of.version, of.subversion); };
        for (const base::SeriesIndex other : catalog.lineages()[series.lineage.value()].versions) {
            const series::PatchSeries &version = catalog.series(other);
            if (rank(version) > rank(series))
                entry.newer = std::max(entry.newer, version.version);
            else if (rank(version) < rank(series) && version.head().isValid() &&
                     entry.earlier.size() < MostEarlier)
                entry.earlier.append({version.version, catalog.message(version.head()).messageId});
        }
        if (!entry.earlier.isEmpty())
            entry.joinedBy = series::joinedByName(series.joinedBy);
    }
    return entry;
}

QList<QPair<int, QByteArray>> earlierFromText(const QString &text, int version)
{
    QList<QPair<int, QByteArray>> found;
    // The number and the link stand on one line, or the link on the next; nothing but a few words between
    // them.
    static const QRegularExpression link(
        u"\\b[vV](\\d{1,3})\\b[^\\n:(\\[]{0,24}[:(\\[]?[ \\t]*\\n?[ \\t]*(https?://[^\\s<>()\\[\\]]+)"_s);
    for (auto match = link.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        const int number = one.captured(1).toInt();
        const QByteArray id = patch::messageIdOfLink(one.captured(2));
        const bool known = std::any_of(found.begin(), found.end(),
                                       [number](const auto &entry) { return entry.first == number; });
        if (number > 0 && number < version && !id.isEmpty() && !known)
            found.append({number, id});
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    return found;
}

} // namespace loredesk::digest
