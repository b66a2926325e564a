// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/storedrows.h"

#include "models/jobs/stopwatch.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

/// A position as archive::Changes compares them: without its container, whose numbering may change.
struct PlaceKey
{
    base::Position position;

    explicit PlaceKey(const base::Position &of)
        : position(of)
    {
        position.container = 0;
    }
    friend bool operator==(const PlaceKey &, const PlaceKey &) = default;
};

struct PlaceHash
{
    std::size_t operator()(const PlaceKey &key) const noexcept
    {
        // Ids are hashes already; of an mbox's messages only the offset differs.
        std::uint64_t commit = 0, blob = 0;
        std::memcpy(&commit, key.position.commit.data(), sizeof commit);
        std::memcpy(&blob, key.position.blob.data(), sizeof blob);
        return std::size_t(commit ^ (blob * 0x9e3779b97f4a7c15) ^
                           (std::uint64_t(key.position.offset) * 0xc2b2ae3d27d4eb4f));
    }
};

/// The rows that a store has, by document, in their order.
class StoredOrder
{
public:
    explicit StoredOrder(const store::Contents &stored)
        : m_firstNew(stored.nextDocument)
    {
        m_documents.reserve(stored.heads.size());
        for (const series::MessageHead &head : stored.heads)
            m_documents.push_back(head.document);
    }

    /// Whether they are all there still, in the same order; then `rowNow` is where.
    bool isKept(const std::vector<series::MessageHead> &heads, std::vector<base::MessageIndex> &rowNow) const
    {
        rowNow.clear();
        rowNow.reserve(m_documents.size());
        for (std::size_t row = 0; row < heads.size(); ++row) {
            if (heads[row].document >= m_firstNew)
                continue;
            if (rowNow.size() == m_documents.size() || heads[row].document != m_documents[rowNow.size()])
                return false;
            rowNow.emplace_back(row);
        }
        return rowNow.size() == m_documents.size();
    }

private:
    std::uint32_t m_firstNew;
    std::vector<std::uint32_t> m_documents;
};

/// Puts what was read behind the rows that are there.
class Updater
{
public:
    Updater(const archive::Archive &archive, const HeadRequest &request, std::vector<Timing> &timings,
            base::ProgressSink &progress)
        : m_archive(archive)
        , m_request(request)
        , m_timings(timings)
        , m_progress(progress)
    {
    }

    base::Result<CurrentRows> fresh(std::uint32_t nextDocument)
    {
        Stopwatch listing(m_timings, u"listing"_s);
        auto listed = m_archive.list({}, m_progress);
        listing.stop();
        if (!listed)
            return listed.error();
        m_rows.nextDocument = nextDocument;
        take(*listed);
        if (const auto done = readNew(listed->entries); !done)
            return done.error();
        return std::move(m_rows);
    }

    base::Result<CurrentRows> update(store::Contents stored)
    {
        Stopwatch listing(m_timings, u"listing"_s);
        auto changes = m_archive.changesSince(stored.state, m_progress);
        listing.stop();
        if (!changes)
            return changes.error();
        m_rows.nextDocument = stored.nextDocument;
        switch (changes->kind) {
        case archive::Changes::Kind::None:
            m_rows.heads = std::move(stored.heads);
            m_rows.problems = std::move(stored.problems);
            m_rows.before = std::move(stored.assembly);
            m_rows.rowNow.reserve(m_rows.heads.size());
            for (std::size_t row = 0; row < m_rows.heads.size(); ++row)
                m_rows.rowNow.emplace_back(row);
            m_rows.note = stored.note;
            m_rows.state = stored.state;
            m_rows.firstNew = m_rows.heads.size();
            m_rows.isChanged = false;
            return std::move(m_rows);
        case archive::Changes::Kind::Extends:
        case archive::Changes::Kind::Replaces: {
            const StoredOrder before(stored);
            const bool extends = changes->kind == archive::Changes::Kind::Extends;
            std::optional<series::Grouping> assembly = std::move(stored.assembly);
            auto done =
                extends ? extend(std::move(stored), *changes) : replace(std::move(stored), changes->listing);
            if (done && before.isKept(done->heads, done->rowNow))
                done->before = std::move(assembly);
            return done;
        }
        }
        return fresh(stored.nextDocument);
    }

private:
    void take(archive::Listing &listing)
    {
        m_rows.state = listing.state;
        m_rows.note = listing.note;
        for (base::Problem &problem : listing.problems)
            m_rows.problems.push_back({std::move(problem), std::nullopt, 0});
    }

    base::Result<void> readNew(const std::vector<archive::Entry> &entries)
    {
        const Stopwatch reading(m_timings, u"reading messages"_s);
        auto read = readHeads(m_archive, entries, m_request, m_progress);
        if (!read)
            return read.error();
        m_rows.read += int(entries.size());
        const std::size_t before = m_rows.heads.size();
        if (before == 0)
            m_rows.heads = std::move(read->heads);
        else
            std::move(read->heads.begin(), read->heads.end(), std::back_inserter(m_rows.heads));
        for (std::size_t row = before; row < m_rows.heads.size(); ++row)
            m_rows.heads[row].document = m_rows.nextDocument++;
        // Problems come in the order of the rows.
        std::size_t row = before;
        for (HeadProblem &found : read->problems) {
            std::uint32_t document = 0;
            if (found.date) {
                while (row < m_rows.heads.size() && m_rows.heads[row].position != found.position)
                    ++row;
                document = row < m_rows.heads.size() ? m_rows.heads[row].document : 0;
            }
            m_rows.problems.push_back({std::move(found.problem), found.date, document});
        }
        return {};
    }

    void remove(const std::unordered_set<std::uint32_t> &documents)
    {
        std::erase_if(m_rows.heads, [&](const auto &head) { return documents.contains(head.document); });
        std::erase_if(m_rows.problems, [&](const auto &dated) {
            return dated.document != 0 && documents.contains(dated.document);
        });
        m_rows.removed.assign(documents.begin(), documents.end());
        std::sort(m_rows.removed.begin(), m_rows.removed.end());
    }

    base::Result<CurrentRows> extend(store::Contents stored, archive::Changes &changes)
    {
        m_rows.heads = std::move(stored.heads);
        m_rows.problems = std::move(stored.problems);
        m_rows.firstNew = m_rows.heads.size();
        std::unordered_set<std::uint32_t> gone;
        for (archive::Deletion &deletion : changes.deletions) {
            bool matched = false;
            for (const series::MessageHead &head : m_rows.heads) {
                if (head.position.blob == deletion.position.blob &&
                    head.position.source == deletion.position.source) {
                    gone.insert(head.document);
                    matched = true;
                }
            }
            if (!matched && !deletion.ifUnmatched.text.isEmpty())
                changes.listing.problems << deletion.ifUnmatched;
        }
        if (!gone.empty()) {
            remove(gone);
            m_rows.firstNew = 0;
        }
        const QString note = changes.listing.note.isEmpty() ? stored.note : changes.listing.note;
        take(changes.listing);
        m_rows.note = note;
        if (const auto done = readNew(changes.listing.entries); !done)
            return done.error();
        // Archives that were opened together lie one behind the other, whichever grew.
        const auto bySource = [](const auto &a, const auto &b) {
            return a.position.source < b.position.source;
        };
        if (!std::is_sorted(m_rows.heads.begin(), m_rows.heads.end(), bySource)) {
            std::stable_sort(m_rows.heads.begin(), m_rows.heads.end(), bySource);
            m_rows.firstNew = 0;
        }
        return std::move(m_rows);
    }

    base::Result<CurrentRows> replace(store::Contents stored, archive::Listing &listing)
    {
        std::unordered_map<PlaceKey, std::size_t, PlaceHash> known;
        known.reserve(stored.heads.size());
        for (std::size_t row = 0; row < stored.heads.size(); ++row)
            known.emplace(PlaceKey(stored.heads[row].position), row);

        std::vector<archive::Entry> added;
        std::unordered_map<PlaceKey, std::size_t, PlaceHash> order;
        order.reserve(listing.entries.size());
        std::unordered_set<std::uint32_t> gone;
        for (const series::MessageHead &head : stored.heads)
            gone.insert(head.document);
        std::vector<series::MessageHead> kept;
        for (std::size_t i = 0; i < listing.entries.size(); ++i) {
            const archive::Entry &entry = listing.entries[i];
            const PlaceKey key(entry.position);
            order.emplace(key, i);
            const auto found = known.find(key);
            if (found == known.end()) {
                added.push_back(entry);
                continue;
            }
            series::MessageHead &head = stored.heads[found->second];
            gone.erase(head.document);
            head.position = entry.position;
            kept.push_back(std::move(head));
            known.erase(found); // the same message twice in a listing is two rows
        }
        // What was wrong with the archive, or with messages that could not be read, is found anew.
        for (store::DatedProblem &dated : stored.problems) {
            if (dated.document != 0 && !gone.contains(dated.document))
                m_rows.problems.push_back(std::move(dated));
        }
        m_rows.heads = std::move(kept);
        take(listing);
        if (const auto done = readNew(added); !done)
            return done.error();
        remove(gone);
        const auto place = [&order](const series::MessageHead &head) {
            const auto found = order.find(PlaceKey(head.position));
            return found == order.end() ? std::size_t(0) : found->second;
        };
        std::stable_sort(m_rows.heads.begin(), m_rows.heads.end(),
                         [&place](const auto &a, const auto &b) { return place(a) < place(b); });
        m_rows.firstNew = 0;
        return std::move(m_rows);
    }

    const archive::Archive &m_archive;
    const HeadRequest &m_request;
    std::vector<Timing> &m_timings;
    base::ProgressSink &m_progress;
    CurrentRows m_rows;
};

} // namespace

base::Result<CurrentRows> currentRows(const archive::Archive &archive, std::optional<store::Contents> stored,
                                      const HeadRequest &request, std::vector<Timing> &timings,
                                      base::ProgressSink &progress)
{
    Updater updater(archive, request, timings, progress);
    return stored ? updater.update(*std::move(stored)) : updater.fresh(1);
}

} // namespace loredesk::jobs
