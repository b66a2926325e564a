// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/indexing.h"

#include "models/base/processmemory.h"
#include "models/store/fulltext.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

/// So many new documents are added to a shard one by one; more, and it is quicker to build it again.
constexpr std::size_t MostAppended = 512;

struct Document
{
    std::uint32_t number = 0;
    base::MessageIndex row;
    friend bool operator<(const Document &a, const Document &b) { return a.number < b.number; }
};

/// One shard and what it lacks.
struct Order
{
    std::uint32_t shard = 0;
    std::vector<Document> documents; ///< ascending
    bool append = false;             ///< to what the shard has; else it is built from nothing
};

base::Error cancelledError()
{
    return {base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
}

class Indexer
{
public:
    Indexer(const LoadedArchive &loaded, std::uint64_t generation, store::ArchiveStore &store, store::FullText &text,
            base::ProgressSink &progress)
        : m_loaded(loaded)
        , m_generation(generation)
        , m_store(store)
        , m_text(text)
        , m_progress(progress)
    {
    }

    base::Result<TextIndexed> run(int threads)
    {
        if (const auto planned = plan(); !planned)
            return planned.error();
        {
            std::vector<std::jthread> others;
            for (std::size_t i = 1; i < std::min(std::size_t(threads), m_orders.size()); ++i)
                others.emplace_back([this] { work(); });
            work();
        }
        if (m_failed && !m_result.overtaken)
            return *m_failed;
        return m_result;
    }

private:
    base::Result<void> plan()
    {
        std::map<std::uint32_t, std::vector<Document>> shards;
        const std::vector<series::MessageHead> &heads = m_loaded.catalog->messages();
        for (std::size_t row = 0; row < heads.size(); ++row) {
            if (const std::uint32_t number = heads[row].document)
                shards[store::shardOf(number)].push_back({number, base::MessageIndex(row)});
        }
        for (auto &[shard, documents] : shards) {
            std::sort(documents.begin(), documents.end());
            const auto indexedTo = m_text.indexedTo(shard);
            if (!indexedTo)
                return indexedTo.error();
            const auto firstNew =
                std::upper_bound(documents.begin(), documents.end(), Document{*indexedTo, {}});
            const auto lacking = std::size_t(documents.end() - firstNew);
            if (lacking == 0)
                continue;
            Order order{shard, std::move(documents), *indexedTo > 0 && lacking <= MostAppended};
            if (order.append)
                order.documents.erase(order.documents.begin(), firstNew);
            m_total += std::int64_t(order.documents.size());
            m_orders.push_back(std::move(order));
        }
        // What came last is looked for most.
        std::reverse(m_orders.begin(), m_orders.end());
        return {};
    }

    bool isOver() const { return m_stopped || m_progress.cancelled(); }

    void work()
    {
        const std::unique_ptr<archive::Reader> reader = m_loaded.archive->reader();
        while (!isOver()) {
            const std::size_t next = m_next++;
            if (next >= m_orders.size())
                return;
            Order &order = m_orders[next];
            const base::Result<void> done = order.append ? append(order, *reader) : build(order, *reader);
            if (!done)
                fail(done.error());
            order.documents = {};
        }
        if (m_progress.cancelled())
            fail(cancelledError());
    }

    void fail(const base::Error &error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failed)
            m_failed = error;
        m_stopped = true;
    }

    /// Calls `add(number, text)` for every document that can be read.
    template <class Add>
    base::Result<void> forEachText(const Order &order, archive::Reader &reader, Add add)
    {
        constexpr std::int64_t tellEvery = 64;
        for (const Document &document : order.documents) {
            if (isOver())
                return cancelledError();
            const auto raw = reader.read(m_loaded.catalog->message(document.row).position);
            if (raw) {
                if (const base::Result<void> added = add(document.number, patch::searchableText(*raw)); !added)
                    return added;
            }
            const std::int64_t done = ++m_done;
            if (done % tellEvery == 0 || done == m_total)
                m_progress.progress(u"indexing text"_s, done, m_total);
        }
        return {};
    }

    base::Result<void> build(const Order &order, archive::Reader &reader)
    {
        auto builder = store::ShardBuilder::create(order.shard);
        if (!builder)
            return builder.error();
        auto done = forEachText(order, reader, [&](std::uint32_t number, const patch::SearchableText &text) {
            return builder->add(number, text);
        });
        if (!done)
            return done;
        if (done = builder->finish(); !done)
            return done;
        return write(order, [&] { return m_text.carryIn(*builder, order.documents.back().number); });
    }

    base::Result<void> append(const Order &order, archive::Reader &reader)
    {
        std::vector<std::pair<std::uint32_t, patch::SearchableText>> texts;
        const auto done =
            forEachText(order, reader, [&](std::uint32_t number, patch::SearchableText text) {
                texts.emplace_back(number, std::move(text));
                return base::Result<void>();
            });
        if (!done)
            return done;
        return write(order, [&]() -> base::Result<void> {
            for (const auto &[number, text] : texts) {
                if (const auto added = m_text.append(number, text); !added)
                    return added;
            }
            return m_text.setIndexedTo(order.documents.back().number);
        });
    }

    /// In one transaction, and only while the store has the rows that the documents belong to: what another process
    /// dropped meanwhile must not come back.
    template <class Write>
    base::Result<void> write(const Order &order, Write write)
    {
        const std::lock_guard lock(m_writing);
        if (m_stopped)
            return cancelledError();
        auto transaction = store::Transaction::begin(m_store.database());
        if (!transaction)
            return transaction.error();
        const auto generation = m_store.generation();
        if (!generation)
            return generation.error();
        if (*generation != m_generation) {
            m_result.overtaken = true;
            m_stopped = true;
            return {};
        }
        if (const base::Result<void> written = write(); !written)
            return written;
        if (const base::Result<void> committed = transaction->commit(); !committed)
            return committed;
        m_result.messages += std::int64_t(order.documents.size());
        return {};
    }

    const LoadedArchive &m_loaded;
    const std::uint64_t m_generation;
    store::ArchiveStore &m_store;
    store::FullText &m_text;
    base::ProgressSink &m_progress;
    std::vector<Order> m_orders;
    std::int64_t m_total = 0;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::int64_t> m_done{0};
    std::atomic<bool> m_stopped{false};
    std::mutex m_writing; ///< the store and its text: one thread at a time
    std::mutex m_mutex;
    std::optional<base::Error> m_failed;
    TextIndexed m_result; ///< under m_writing
};

} // namespace

base::Result<TextIndexed> indexText(const LoadedArchive &loaded, const KeepOutcome &kept, int threads,
                                    base::ProgressSink &progress)
{
    if (!loaded.keepsake || kept.generation == 0)
        return TextIndexed();
    auto opened = store::ArchiveStore::open(loaded.keepsake->file, loaded.keepsake->recipe);
    if (!opened)
        return opened.error();
    auto text = store::FullText::open(opened->database());
    if (!text)
        return text.error();
    Indexer indexer(loaded, kept.generation, *opened, *text, progress);
    auto indexed = indexer.run(threads > 0 ? threads : QThread::idealThreadCount());
    base::releaseFreeMemory();
    return indexed;
}

} // namespace loredesk::jobs
