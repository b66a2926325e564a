// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/severalarchive.h"

#include "models/archive/places.h"
#include "models/archive/revisions.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

base::Position insideOf(const base::Position &position)
{
    base::Position inside = position;
    inside.source = 0;
    return inside;
}

/// The states of several archives as one.
QByteArray joined(const QByteArrayList &states)
{
    QByteArray all;
    QDataStream stream(&all, QIODevice::WriteOnly);
    stream << states;
    return all;
}

QByteArrayList parted(const QByteArray &state)
{
    QByteArrayList states;
    QDataStream stream(state);
    stream >> states;
    return stream.status() == QDataStream::Ok ? states : QByteArrayList();
}

class SeveralReader final : public Reader
{
public:
    explicit SeveralReader(const std::vector<std::unique_ptr<Archive>> &archives)
        : m_archives(archives)
        , m_readers(archives.size())
    {
    }

    base::Result<QByteArray> read(const base::Position &position) override
    {
        if (position.source < 0 || std::size_t(position.source) >= m_readers.size())
            return base::Error{base::ErrorCode::Corrupt, u"The message's archive is not open"_s, {}, {}};
        std::unique_ptr<Reader> &reader = m_readers[std::size_t(position.source)];
        if (!reader)
            reader = m_archives[std::size_t(position.source)]->reader();
        base::Result<QByteArray> message = reader->read(insideOf(position));
        setLeftOut(reader->leftOut());
        return message;
    }

private:
    const std::vector<std::unique_ptr<Archive>> &m_archives;
    std::vector<std::unique_ptr<Reader>> m_readers;
};

/// Adds what one archive counts to what those before it have counted.
class OffsetProgress final : public base::ProgressSink
{
public:
    OffsetProgress(base::ProgressSink &sink, std::int64_t before)
        : m_sink(sink)
        , m_before(before)
    {
    }
    void progress(const QString &phase, std::int64_t done, std::int64_t) override
    {
        m_sink.progress(phase, m_before + done, 0);
    }
    bool cancelled() const override { return m_sink.cancelled(); }

private:
    base::ProgressSink &m_sink;
    std::int64_t m_before;
};

} // namespace

SeveralArchive::SeveralArchive(std::vector<std::unique_ptr<Archive>> archives)
    : m_archives(std::move(archives))
{
}

QString SeveralArchive::path() const
{
    QStringList paths;
    for (const std::unique_ptr<Archive> &archive : m_archives)
        paths << archive->path();
    return paths.join(u'\n');
}

QString SeveralArchive::name() const
{
    constexpr std::size_t shown = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(shown, m_archives.size()); ++i)
        names << m_archives[i]->name();
    if (m_archives.size() > shown)
        names << u"…"_s;
    return names.join(", "_L1);
}

QString SeveralArchive::summary() const
{
    return u"%1 archives"_s.arg(m_archives.size());
}

bool SeveralArchive::hasRevisions() const
{
    return std::any_of(m_archives.begin(), m_archives.end(),
                       [](const std::unique_ptr<Archive> &archive) { return archive->hasRevisions(); });
}

base::Result<Listing> SeveralArchive::list(const RevisionRange &range, base::ProgressSink &progress) const
{
    if (!range.isEverything() && !hasRevisions())
        return noRevisionsError(m_archives.front()->path());
    Listing all;
    QStringList dialects;
    QStringList notes;
    QByteArrayList states;
    std::optional<base::Error> noSuchRevision;
    bool found = false;
    for (std::size_t i = 0; i < m_archives.size(); ++i) {
        const Archive &archive = *m_archives[i];
        if (!range.isEverything() && !archive.hasRevisions())
            continue;
        OffsetProgress offset(progress, std::int64_t(all.entries.size()));
        base::Result<Listing> one = archive.list(range, offset);
        if (!one && one.error().code == base::ErrorCode::NoSuchRevision) {
            noSuchRevision = one.error();
            continue;
        }
        if (!one)
            return one.error();
        found = true;
        for (Entry &entry : one->entries) {
            entry.position.source = std::int32_t(i);
            all.entries.push_back(entry);
        }
        all.problems += one->problems;
        states << one->state;
        if (!one->dialect.isEmpty() && !dialects.contains(one->dialect))
            dialects << one->dialect;
        if (!one->note.isEmpty())
            notes << archive.name() + ": "_L1 + one->note;
    }
    if (!found && noSuchRevision)
        return *noSuchRevision;
    if (range.isEverything())
        all.state = joined(states);
    all.dialect = dialects.join(", "_L1);
    all.note = notes.join("; "_L1);
    return all;
}

base::Result<Changes> SeveralArchive::changesSince(const QByteArray &state, base::ProgressSink &progress) const
{
    const QByteArrayList states = parted(state);
    const bool known = states.size() == qsizetype(m_archives.size());
    Changes all;
    all.kind = Changes::Kind::None;
    std::vector<Changes> each;
    for (std::size_t i = 0; i < m_archives.size() && known; ++i) {
        base::Result<Changes> one = m_archives[i]->changesSince(states[qsizetype(i)], progress);
        if (!one)
            return one.error();
        each.push_back(*std::move(one));
        all.kind = std::max(all.kind, each.back().kind);
    }
    if (!known || all.kind == Changes::Kind::Replaces) {
        base::Result<Listing> listing = list({}, progress);
        if (!listing)
            return listing.error();
        all.kind = Changes::Kind::Replaces;
        all.listing = *std::move(listing);
        return all;
    }
    QByteArrayList now;
    QStringList notes;
    for (std::size_t i = 0; i < each.size(); ++i) {
        Changes &one = each[i];
        now << one.listing.state;
        for (Entry &entry : one.listing.entries) {
            entry.position.source = std::int32_t(i);
            all.listing.entries.push_back(entry);
        }
        for (Deletion &deletion : one.deletions) {
            deletion.position.source = std::int32_t(i);
            all.deletions.push_back(std::move(deletion));
        }
        all.listing.problems += one.listing.problems;
        if (!one.listing.note.isEmpty())
            notes << m_archives[i]->name() + ": "_L1 + one.listing.note;
    }
    all.listing.note = notes.join("; "_L1);
    all.listing.state = joined(now);
    return all;
}

QList<Tag> SeveralArchive::tags() const
{
    QList<Tag> all;
    for (const std::unique_ptr<Archive> &archive : m_archives)
        all += archive->tags();
    return inOrder(std::move(all));
}

std::unique_ptr<Reader> SeveralArchive::reader() const
{
    return std::make_unique<SeveralReader>(m_archives);
}

base::Place SeveralArchive::place(const base::Position &position) const
{
    if (position.source < 0 || std::size_t(position.source) >= m_archives.size())
        return {};
    return m_archives[std::size_t(position.source)]->place(insideOf(position));
}

} // namespace loredesk::archive
