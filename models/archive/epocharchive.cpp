// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/epocharchive.h"

#include "models/archive/epochlister.h"
#include "models/archive/filestate.h"
#include "models/archive/gitreader.h"
#include "models/archive/places.h"
#include "models/archive/revisions.h"
#include "models/git/history.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

EpochArchive::EpochArchive(ArchiveKind kind, QString path, QString name, QList<Epoch> epochs)
    : m_kind(kind)
    , m_path(std::move(path))
    , m_name(std::move(name))
    , m_epochs(std::move(epochs))
{
}

QString EpochArchive::summary() const
{
    if (m_kind != ArchiveKind::PublicInboxV2)
        return kindName(m_kind);
    return m_epochs.size() == 1 ? kindName(m_kind) + ", 1 epoch"_L1
                                : u"%1, %2 epochs"_s.arg(kindName(m_kind)).arg(m_epochs.size());
}

void EpochArchive::addMissingEpochs(Listing &listing) const
{
    for (qsizetype i = 1; i < m_epochs.size(); ++i) {
        for (int number = m_epochs[i - 1].number + 1; number < m_epochs[i].number; ++number)
            listing.problems << base::Problem{u"Epoch %1 is missing"_s.arg(number),
                                              {m_path, number, {}, -1, {}},
                                              u"its messages are left out; clone it beside the others"_s};
    }
}

base::Result<Listing> EpochArchive::list(const RevisionRange &range, base::ProgressSink &progress) const
{
    const std::vector<OpenEpoch> epochs = openEpochs(m_epochs);
    const base::Result<std::vector<EpochSlice>> slices = resolveRange(epochs, range, m_path);
    if (!slices)
        return slices.error();
    Listing listing;
    QStringList notes;
    if (range.isEverything()) {
        addMissingEpochs(listing);
        for (const OpenEpoch &epoch : epochs) {
            if (epoch.repository)
                continue;
            if (m_kind != ArchiveKind::PublicInboxV2)
                return epoch.repository.error();
            base::Position position;
            position.container = epoch.epoch.number;
            listing.problems << base::Problem{epoch.repository.error().text, place(position),
                                              u"the epoch's messages are left out"_s};
        }
    }
    if (startsLate() && range.from.isEmpty())
        notes << startNote();
    EpochLister lister(*this, listing, progress);
    for (const EpochSlice &slice : *slices) {
        const base::Result<void> added = lister.addSlice(epochs[slice.epoch], slice);
        if (added)
            continue;
        if (added.error().code == base::ErrorCode::Cancelled || m_kind != ArchiveKind::PublicInboxV2)
            return added.error();
        base::Position position;
        position.container = epochs[slice.epoch].epoch.number;
        listing.problems << base::Problem{added.error().text, place(position), added.error().hint};
    }
    const bool whole = range.from.isEmpty() && !startsLate() && !lister.isShallow() && !lister.hasGaps();
    lister.finish(whole);
    if (range.isEverything())
        listing.state = stateOf(epochs, *slices, lister.isWhole());
    if (lister.isShallow())
        notes << u"the clone is shallow: older messages are not in it"_s;
    if (slices->empty() && !range.isEverything())
        notes << u"the range is empty: its end lies before its start"_s;
    listing.note = notes.join("; "_L1);
    return listing;
}

QString EpochArchive::startNote() const
{
    return u"history starts at epoch %1"_s.arg(m_epochs.first().number);
}

QByteArray EpochArchive::packState() const
{
    QByteArray all;
    for (const Epoch &epoch : m_epochs) {
        for (const QLatin1StringView objects : {"/objects/pack"_L1, "/.git/objects/pack"_L1})
            all += fileState(epoch.path + objects) + ' ';
    }
    return all;
}

QByteArray EpochArchive::stateOf(const std::vector<OpenEpoch> &epochs, const std::vector<EpochSlice> &tips,
                                 bool isWhole) const
{
    QByteArrayList lines{isWhole ? "epochs" : "epochs " + packState()};
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        const auto tip =
            std::find_if(tips.begin(), tips.end(), [i](const EpochSlice &slice) { return slice.epoch == i; });
        const git::ObjectId id = tip == tips.end() ? git::ObjectId{} : tip->tip;
        lines << QByteArray::number(epochs[i].epoch.number) + ' ' +
                     (epochs[i].repository ? base::hexId(id).toLatin1() : QByteArray("unreadable"));
    }
    return lines.join('\n');
}

std::optional<std::vector<EpochSlice>> EpochArchive::slicesSince(const QByteArray &state,
                                                                 const std::vector<OpenEpoch> &epochs,
                                                                 const std::vector<EpochSlice> &tips,
                                                                 base::ProgressSink &progress) const
{
    const auto step = [&progress](std::int64_t) { return !progress.cancelled(); };
    const QByteArrayList lines = state.split('\n');
    // Something was missing: what it was may have come, wherever in the history it belongs.
    if (lines.first() != "epochs" && lines.first() != "epochs " + packState())
        return {};
    std::vector<EpochSlice> slices;
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        const auto tip =
            std::find_if(tips.begin(), tips.end(), [i](const EpochSlice &slice) { return slice.epoch == i; });
        const qsizetype line = qsizetype(i) + 1;
        if (line >= lines.size()) { // a new epoch behind those that were known
            if (tip != tips.end())
                slices.push_back(*tip);
            else if (!epochs[i].repository)
                return {};
            continue;
        }
        const QByteArrayList words = lines[line].split(' ');
        if (words.size() != 2 || words[0].toInt() != epochs[i].epoch.number)
            return {};
        const bool wasReadable = words[1] != "unreadable";
        if (wasReadable != bool(epochs[i].repository))
            return {};
        const std::optional<git::ObjectId> before = git::parseHexId(words[1]);
        if (tip == tips.end()) {
            if (before)
                return {}; // commits were there and are gone
            continue;
        }
        if (before && *before == tip->tip)
            continue;
        slices.push_back(*tip);
        if (!before)
            continue;
        if (!git::descendsFrom(*epochs[i].repository, tip->tip, *before, step))
            return {}; // rewritten: a purge, an edit
        slices.back().hidden = before;
    }
    if (lines.size() > qsizetype(epochs.size()) + 1)
        return {}; // an epoch is gone
    return slices;
}

base::Result<Changes> EpochArchive::changesSince(const QByteArray &state, base::ProgressSink &progress) const
{
    const std::vector<OpenEpoch> epochs = openEpochs(m_epochs);
    const base::Result<std::vector<EpochSlice>> tips = resolveRange(epochs, {}, m_path);
    if (!tips)
        return tips.error();
    const std::optional<std::vector<EpochSlice>> slices = slicesSince(state, epochs, *tips, progress);
    if (progress.cancelled())
        return cancelledError();
    Changes changes;
    if (slices) {
        changes.kind = slices->empty() ? Changes::Kind::None : Changes::Kind::Extends;
        changes.listing.note = startsLate() ? startNote() : QString();
        changes.listing.state = state;
        EpochLister lister(*this, changes.listing, progress);
        bool isReadable = true;
        for (const EpochSlice &slice : *slices) {
            const base::Result<void> added = lister.addSlice(epochs[slice.epoch], slice);
            if (!added && added.error().code == base::ErrorCode::Cancelled)
                return added.error();
            isReadable = isReadable && added;
        }
        lister.finish(false, &changes.deletions);
        const bool wasWhole = state.startsWith("epochs\n") || state == "epochs";
        if (!slices->empty())
            changes.listing.state = stateOf(epochs, *tips, wasWhole && lister.isWhole());
        if (isReadable)
            return changes;
        changes = {};
    }
    base::Result<Listing> listing = list({}, progress);
    if (!listing)
        return listing.error();
    changes.listing = *std::move(listing);
    return changes;
}

std::vector<std::uint32_t> EpochArchive::readingOrder(const std::vector<Entry> &entries) const
{
    struct Key
    {
        std::int32_t container;
        std::uint64_t place;
        std::uint32_t entry;
        auto operator<=>(const Key &) const = default;
    };
    std::unordered_map<int, git::Repository> repositories;
    for (const Epoch &epoch : m_epochs) {
        base::Result<git::Repository> repository = git::Repository::open(epoch.path);
        if (repository)
            repositories.emplace(epoch.number, *std::move(repository));
    }
    std::vector<Key> keys;
    keys.reserve(entries.size());
    for (const Entry &entry : entries) {
        const auto found = repositories.find(entry.position.container);
        const std::uint64_t place = found == repositories.end()
                                        ? git::Repository::UnknownPlace
                                        : found->second.storageOrder(entry.position.blob);
        keys.push_back({entry.position.container, place, std::uint32_t(keys.size())});
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> order;
    order.reserve(keys.size());
    for (const Key &key : keys)
        order.push_back(key.entry);
    return order;
}

QList<Tag> EpochArchive::tags() const
{
    return tagsOf(openEpochs(m_epochs));
}

std::unique_ptr<Reader> EpochArchive::reader() const
{
    return std::make_unique<GitReader>(*this, m_epochs);
}

base::Place EpochArchive::place(const base::Position &position) const
{
    const int epoch = m_kind == ArchiveKind::PublicInboxV2 ? position.container : -1;
    return {m_path, epoch, base::hexId(position.commit), -1, {}};
}

} // namespace loredesk::archive
