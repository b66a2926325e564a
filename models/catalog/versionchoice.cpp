// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/versionchoice.h"

#include <QStringList>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace loredesk::catalog {

namespace {

base::Error noSuch(const QString &text, const QString &hint, const QByteArray &messageId)
{
    base::Place place;
    place.messageId = QString::fromUtf8(messageId);
    return {base::ErrorCode::NoSuchMessage, text, place, hint};
}

} // namespace

QString versionName(const series::PatchSeries &series)
{
    QString name = u'v' + QString::number(series.version);
    if (series.subversion > 0)
        name += u'.' + QString::number(series.subversion);
    return name;
}

base::SeriesIndex previousVersion(const Catalog &catalog, base::SeriesIndex series)
{
    const series::PatchSeries &asked = catalog.series(series);
    const auto &versions = catalog.lineages()[asked.lineage.value()].versions;
    base::SeriesIndex any;
    for (auto at = std::find(versions.begin(), versions.end(), series); at != versions.end(); ++at) {
        const series::PatchSeries &one = catalog.series(*at);
        if (*at == series || one.pull)
            continue;
        if (one.version < asked.version && one.subversion == 0)
            return *at;
        if (!any.isValid())
            any = *at;
    }
    return any;
}

base::SeriesIndex seriesAround(const Catalog &catalog, base::MessageIndex message)
{
    const series::ThreadForest &threads = catalog.threads();
    if (const base::SeriesIndex own = catalog.seriesOf(message); own.isValid())
        return own;
    for (std::int32_t at = threads.nodeOf[message.value()]; at >= 0;
         at = threads.nodes[std::size_t(at)].parent) {
        const base::MessageIndex above = threads.nodes[std::size_t(at)].message;
        if (above.isValid() && catalog.seriesOf(above).isValid())
            return catalog.seriesOf(above);
    }
    return {};
}

base::Result<base::SeriesIndex> chooseVersion(const Catalog &catalog, const QByteArray &messageId,
                                              const std::optional<VersionNumber> &wanted)
{
    const base::MessageIndex message = catalog.find(messageId);
    if (!message.isValid())
        return noSuch(u"there is no message with that Message-ID"_s, {}, messageId);
    const base::SeriesIndex asked = seriesAround(catalog, message);
    if (!asked.isValid())
        return noSuch(u"that message belongs to no patch series"_s,
                      u"name a patch, a cover letter, or an answer to one"_s, messageId);
    const series::Lineage &lineage = catalog.lineages()[catalog.series(asked).lineage.value()];
    const auto rank = [&](base::SeriesIndex index) {
        const series::PatchSeries &one = catalog.series(index);
        const bool asPosted = wanted && one.subversion == wanted->subversion.value_or(0);
        return std::tuple(asPosted, one.version, one.subversion, one.complete, index == asked, one.date,
                          index);
    };
    base::SeriesIndex best;
    QStringList names;
    for (const base::SeriesIndex index : lineage.versions) {
        const series::PatchSeries &one = catalog.series(index);
        if (const QString name = versionName(one); !names.contains(name))
            names.prepend(name);
        if (wanted &&
            (one.version != wanted->version || (wanted->subversion && one.subversion != *wanted->subversion)))
            continue;
        if (!best.isValid() || rank(index) > rank(best))
            best = index;
    }
    if (!best.isValid()) {
        QString name = u'v' + QString::number(wanted->version);
        if (wanted->subversion)
            name += u'.' + QString::number(*wanted->subversion);
        return noSuch("the series has no "_L1 + name, "there is "_L1 + names.join(", "_L1), messageId);
    }
    return best;
}

} // namespace loredesk::catalog
