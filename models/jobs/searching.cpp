// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/searching.h"

#include "models/jobs/keeping.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

/// So few are read while somebody types.
constexpr std::size_t FewEnough = 64;

std::vector<std::uint32_t> documentsOf(const catalog::Catalog &catalog)
{
    std::vector<std::uint32_t> documents;
    documents.reserve(catalog.messages().size());
    for (const series::MessageHead &head : catalog.messages())
        documents.push_back(head.document);
    return documents;
}

} // namespace

/// The words, from the store; or of a store without any.
struct Searcher::Index
{
    explicit Index(store::Database opened)
        : database(std::move(opened))
    {
    }
    store::Database database;
    std::optional<store::FullText> text;
    bool isReal = false;
};

Searcher::Searcher(LoadedArchivePtr loaded)
    : m_loaded(std::move(loaded))
{
}

Searcher::~Searcher() = default;

Searcher::Index *Searcher::index()
{
    if (m_index && m_index->isReal)
        return m_index.get();
    const auto ready = [](base::Result<store::Database> database, bool isReal) {
        std::unique_ptr<Index> index;
        if (!database)
            return index;
        index = std::make_unique<Index>(*std::move(database));
        auto text = store::FullText::open(index->database);
        if (text)
            index->text = *std::move(text);
        index->isReal = isReal;
        return text ? std::move(index) : std::unique_ptr<Index>();
    };
    if (m_loaded->keepsake) {
        if (auto real = ready(store::ArchiveStore::openForReading(m_loaded->keepsake->file), true)) {
            m_index = std::move(real);
            return m_index.get();
        }
    }
    if (!m_index)
        m_index = ready(store::Database::inMemory(), false);
    return m_index.get();
}

base::Result<std::vector<base::MessageIndex>> Searcher::scan(const store::Query &query,
                                                             const std::vector<base::MessageIndex> &rows,
                                                             base::ProgressSink &progress) const
{
    constexpr std::size_t chunk = 32;
    std::vector<quint8> matches(rows.size(), 0);
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    const catalog::Catalog &catalog = *m_loaded->catalog;
    const auto work = [&] {
        const std::unique_ptr<archive::Reader> reader = m_loaded->archive->reader();
        for (std::size_t first = next.fetch_add(chunk); first < rows.size() && !progress.cancelled();
             first = next.fetch_add(chunk)) {
            const std::size_t last = std::min(first + chunk, rows.size());
            for (std::size_t i = first; i < last; ++i) {
                const auto raw = reader->read(catalog.message(rows[i]).position);
                const patch::SearchableText text = raw ? patch::searchableText(*raw) : patch::SearchableText();
                matches[i] = store::matchesPlainly(query, text, catalog, rows[i]) ? 1 : 0;
            }
            progress.progress(u"searching"_s, std::int64_t(done += last - first), std::int64_t(rows.size()));
        }
    };
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < QThread::idealThreadCount() && rows.size() > std::size_t(i) * chunk; ++i)
            others.emplace_back(work);
        work();
    }
    if (progress.cancelled())
        return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
    std::vector<base::MessageIndex> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (matches[i])
            found.push_back(rows[i]);
    }
    return found;
}

base::Result<Found> Searcher::search(const store::Query &query, Thoroughness thoroughness, std::size_t limit,
                                     base::ProgressSink &progress)
{
    const std::lock_guard lock(m_mutex);
    Index *const index = this->index();
    if (!index)
        return base::Error{base::ErrorCode::Corrupt, u"The search cannot be made ready"_s, {}, {}};
    const catalog::Catalog &catalog = *m_loaded->catalog;
    std::vector<base::MessageIndex> unindexed;
    bool isIndexUsable = index->isReal;
    if (query.asksForText()) {
        std::map<std::uint32_t, std::uint32_t> indexedTo;
        for (std::size_t row = 0; row < catalog.messages().size(); ++row) {
            const std::uint32_t document = catalog.messages()[row].document;
            const std::uint32_t shard = store::shardOf(document);
            auto known = indexedTo.find(shard);
            if (known == indexedTo.end()) {
                const auto to = index->isReal ? index->text->indexedTo(shard) : base::Result<std::uint32_t>(0);
                isIndexUsable = isIndexUsable && to;
                known = indexedTo.emplace(shard, to ? *to : 0).first;
            }
            if (document == 0 || document > known->second)
                unindexed.push_back(base::MessageIndex(row));
        }
    }
    Found found;
    if (!m_search)
        m_search.emplace(m_loaded->catalog, documentsOf(*m_loaded->catalog));
    auto fromIndex = m_search->run(query, *index->text, progress);
    if (!fromIndex) {
        if (fromIndex.error().code == base::ErrorCode::Cancelled || thoroughness == Thoroughness::AsYouType)
            return fromIndex.error();
        // A damaged index answers nothing: every message is read instead.
        unindexed.clear();
        for (std::size_t row = 0; row < catalog.messages().size(); ++row)
            unindexed.push_back(base::MessageIndex(row));
    }
    found.messages = fromIndex ? std::move(fromIndex->messages) : std::vector<base::MessageIndex>();
    if (thoroughness == Thoroughness::Complete || unindexed.size() <= FewEnough) {
        if (!unindexed.empty()) {
            // The index answered for these by what their rows say alone: the message itself decides.
            const auto isUnindexed = [&unindexed](base::MessageIndex message) {
                return std::binary_search(unindexed.begin(), unindexed.end(), message);
            };
            std::erase_if(found.messages, isUnindexed);
            const auto scanned = scan(query, unindexed, progress);
            if (!scanned)
                return scanned.error();
            found.messages.insert(found.messages.end(), scanned->begin(), scanned->end());
            std::stable_sort(found.messages.begin(), found.messages.end(),
                             [&catalog](base::MessageIndex a, base::MessageIndex b) {
                                 const base::UnixSeconds dateA = catalog.message(a).date;
                                 const base::UnixSeconds dateB = catalog.message(b).date;
                                 return dateA != dateB ? dateA > dateB : b < a;
                             });
        }
    } else {
        found.unindexed = std::int64_t(unindexed.size());
    }
    found.total = found.messages.size();
    if (found.messages.size() > limit)
        found.messages.resize(limit);
    return found;
}

} // namespace loredesk::jobs
