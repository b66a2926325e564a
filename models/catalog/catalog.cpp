// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/catalog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::catalog {

std::shared_ptr<const Catalog> Catalog::build(ArchiveInfo info, std::vector<series::MessageHead> heads,
                                              QList<base::Problem> problems)
{
    series::Grouping grouping = series::group(heads);
    return restore(std::move(info), std::move(heads), std::move(problems), std::move(grouping));
}

std::shared_ptr<const Catalog> Catalog::restore(ArchiveInfo info, std::vector<series::MessageHead> heads,
                                                QList<base::Problem> problems, series::Grouping grouping)
{
    std::shared_ptr<Catalog> catalog(new Catalog);
    catalog->m_info = std::move(info);
    catalog->m_messages = std::move(heads);
    catalog->m_problems = std::move(problems);
    catalog->m_threads = std::move(grouping.threads);
    catalog->m_series = std::move(grouping.series);
    catalog->complete();
    return catalog;
}

void Catalog::complete()
{
    for (const series::MessageHead &head : m_messages) {
        if (head.date == 0) // no date and no arrival: says nothing about the span of the archive
            continue;
        if (m_firstDate == 0 || head.date < m_firstDate)
            m_firstDate = head.date;
        m_lastDate = std::max(m_lastDate, head.date);
    }
    sayWhatWasLeftOut();
    const auto addUnlessPosting = [this](base::MessageIndex message) {
        if (!seriesOf(message).isValid())
            m_otherThreads.push_back(message);
    };
    for (const std::int32_t root : m_threads.roots) {
        const base::MessageIndex top = m_threads.nodes[std::size_t(root)].message;
        if (top.isValid()) {
            addUnlessPosting(top);
        } else {
            for (const base::MessageIndex message : m_threads.messagesUnder(root))
                addUnlessPosting(message);
        }
    }
}

void Catalog::sayWhatWasLeftOut()
{
    for (const series::PatchSeries &series : m_series.series) {
        for (const series::SeriesSlot &slot : series.patches) {
            if (const std::optional<base::Problem> problem = trailersLeftOut(slot))
                m_problems.append(*problem);
        }
    }
}

std::optional<base::Problem> Catalog::trailersLeftOut(const series::SeriesSlot &slot) const
{
    const auto isFull = [](const QList<series::CollectedTrailer> &list) {
        return list.size() >= patch::MostTrailers;
    };
    if (!isFull(slot.collected) && !isFull(slot.mismatched) && !isFull(slot.nacked))
        return {};
    base::Place place;
    place.path = m_info.path;
    place.messageId = QString::fromUtf8(message(slot.message).messageId);
    return base::Problem{u"The replies to this patch give it %1 trailers or more"_s.arg(patch::MostTrailers), place,
                         u"only the first ones are kept"_s};
}

void Catalog::prepareFind() const
{
    std::call_once(m_indexed, [this] {
        m_byId.reserve(qsizetype(m_messages.size()));
        for (std::size_t row = 0; row < m_messages.size(); ++row) {
            const QByteArray &id = m_messages[row].messageId;
            if (!id.isEmpty() && !m_byId.contains(id))
                m_byId.insert(id, base::MessageIndex(row));
        }
    });
}

base::MessageIndex Catalog::find(const QByteArray &messageId) const
{
    prepareFind();
    QByteArray id = messageId.trimmed();
    if (id.startsWith('<') && id.endsWith('>'))
        id = id.mid(1, id.size() - 2);
    return m_byId.value(id);
}

} // namespace loredesk::catalog
