// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/statisticsindex.h"

#include "models/catalog/domainowners.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace loredesk::catalog {

namespace {

/// Numbers for texts, from 0 in the order they are first seen. A bot's are not anybody else's.
class Numbers
{
public:
    std::uint32_t of(const QString &text, bool bot)
    {
        const auto place = m_known.constFind({text, bot});
        return place != m_known.constEnd() ? *place
                                           : *m_known.insert({text, bot}, std::uint32_t(m_known.size()));
    }
    std::uint32_t count() const { return std::uint32_t(m_known.size()); }

private:
    QHash<std::pair<QString, bool>, std::uint32_t> m_known;
};

} // namespace

StatisticsIndex::StatisticsIndex(const Catalog &catalog)
{
    addMessages(catalog);
    addVersions(catalog);
    lastDate = catalog.lastDate();
}

void StatisticsIndex::addMessages(const Catalog &catalog)
{
    const std::vector<series::MessageHead> &messages = catalog.messages();
    const series::ThreadForest &threads = catalog.threads();
    dates.reserve(messages.size());
    parts.reserve(messages.size());
    authors.reserve(messages.size());
    Numbers people, domains, owners;
    // A catalog keeps one copy of every name and address: where they lie tells people apart most of the time,
    // for a fraction of what their letters cost. (A second copy is found by its letters.)
    QHash<std::pair<std::pair<const QChar *, const QChar *>, bool>, std::uint32_t> byPlace;
    for (std::size_t row = 0; row < messages.size(); ++row) {
        const series::MessageHead &head = messages[row];
        const bool posting =
            head.kind == series::MessageKind::Patch || head.kind == series::MessageKind::Cover;
        // Copies share the node of the first of them.
        const bool copy = threads.nodes[std::size_t(threads.nodeOf[row])].message != base::MessageIndex(row);
        dates.push_back(head.date);
        parts.push_back(copy ? Part::Copy : head.bot ? Part::Bot : posting ? Part::Patch : Part::Reply);
        if (!posting) {
            authors.push_back(None);
            continue;
        }
        const mail::Mailbox &author = head.author;
        const std::pair place(std::pair(author.name.constData(), author.address.constData()), head.bot);
        auto known = byPlace.constFind(place);
        if (known == byPlace.constEnd()) {
            const QString &key = author.address.isEmpty() ? author.name : author.address;
            const std::uint32_t number = people.of(key.toLower(), head.bot);
            if (number == domainOf.size()) {
                const QString domain = author.domain();
                domainOf.push_back(domains.of(domain, head.bot));
                ownerOf.push_back(owners.of(ownerOfDomain(domain), head.bot));
            }
            known = byPlace.insert(place, number);
        }
        authors.push_back(*known);
    }
    domainCount = domains.count();
    ownerCount = owners.count();
}

void StatisticsIndex::addVersions(const Catalog &catalog)
{
    versions.reserve(catalog.series().size());
    for (std::size_t number = 0; number < catalog.series().size(); ++number) {
        const series::PatchSeries &series = catalog.series()[number];
        Version version;
        version.head = series.head();
        if (!version.head.isValid())
            continue;
        version.date = dates[version.head.value()];
        version.bot = catalog.message(version.head).bot;
        version.pull = series.pull;
        version.rfc = series.rfc;
        version.superseded =
            catalog.lineages()[series.lineage.value()].versions.front() != base::SeriesIndex(number);
        version.complete = series.complete;
        version.answered = series.review.answered && series.review.firstAnswer.isValid();
        if (version.answered)
            version.wait =
                std::max<base::UnixSeconds>(0, dates[series.review.firstAnswer.value()] - version.date);
        versions.push_back(version);
    }
}

} // namespace loredesk::catalog
