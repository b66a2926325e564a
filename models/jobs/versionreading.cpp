// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/versionreading.h"

#include "models/catalog/versionchoice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

base::Error wasCancelled()
{
    return {base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
}

series::VersionPatch readPatch(const LoadedArchive &loaded, archive::Reader &reader,
                               const series::SeriesSlot &slot)
{
    const series::MessageHead &head = loaded.catalog->message(slot.message);
    series::VersionPatch result;
    result.index = slot.index;
    result.message = slot.message;
    result.title = head.prefix.title;
    result.patchId = head.patchId;
    const auto raw = reader.read(head.position);
    if (!raw) {
        result.trouble = raw.error().text;
        return result;
    }
    const patch::ReadMessage read = patch::readMessage(*raw);
    result.isCut = reader.leftOut() > 0 || read.message.textIsCut;
    result.patch = std::make_shared<const patch::ComparablePatch>(read.patch);
    return result;
}

base::Result<series::VersionPatches> readVersion(const LoadedArchive &loaded, archive::Reader &reader,
                                                 base::SeriesIndex index, base::ProgressSink &progress)
{
    const series::PatchSeries &version = loaded.catalog->series(index);
    series::VersionPatches result;
    result.series = index;
    result.isPartial = version.subversion > 0;
    if (!version.cover.isMissing())
        result.cover = readPatch(loaded, reader, version.cover);
    int inside = 0; // of 1..total, as the series itself counts
    for (const series::SeriesSlot &slot : version.patches) {
        if (progress.cancelled())
            return wasCancelled();
        if (slot.isMissing())
            continue;
        inside += slot.index <= version.total;
        if (int(result.patches.size()) >= MostPatchesOfVersion)
            ++result.leftOut;
        else
            result.patches.push_back(readPatch(loaded, reader, slot));
    }
    result.missing = std::max(0, version.total - inside);
    return result;
}

} // namespace

base::Result<series::VersionComparison> compareVersions(const LoadedArchive &loaded, base::SeriesIndex older,
                                                        base::SeriesIndex newer, base::ProgressSink &progress)
{
    const std::unique_ptr<archive::Reader> reader = loaded.archive->reader();
    std::vector<series::VersionPatches> versions;
    for (const base::SeriesIndex index : {older, newer}) {
        const series::PatchSeries &version = loaded.catalog->series(index);
        if (version.pull) {
            base::Place place;
            place.messageId = QString::fromUtf8(loaded.catalog->message(version.head()).messageId);
            return base::Error{base::ErrorCode::BadInput,
                               catalog::versionName(version) + " is a pull request and carries no patches"_L1,
                               place, u"choose another version"_s};
        }
        progress.progress(u"reading patches"_s, qint64(versions.size()), 2);
        auto read = readVersion(loaded, *reader, index, progress);
        if (!read)
            return read.error();
        versions.push_back(std::move(*read));
    }
    series::VersionComparison result = series::compareVersions(versions[0], versions[1], progress);
    if (progress.cancelled())
        return wasCancelled();
    return result;
}

base::Result<series::PatchTable> followPatches(const LoadedArchive &loaded, base::LineageIndex lineage,
                                               base::ProgressSink &progress)
{
    std::vector<base::SeriesIndex> versions = loaded.catalog->lineages()[lineage.value()].versions;
    std::erase_if(versions, [&](base::SeriesIndex index) { return loaded.catalog->series(index).pull; });
    const int leftOut = std::max(0, int(versions.size()) - MostVersions);
    versions.resize(versions.size() - size_t(leftOut));
    const std::unique_ptr<archive::Reader> reader = loaded.archive->reader();
    series::PatchTableBuilder builder;
    qint64 done = 0;
    for (auto index = versions.rbegin(); index != versions.rend(); ++index) {
        progress.progress(u"reading versions"_s, done++, qint64(versions.size()));
        const auto read = readVersion(loaded, *reader, *index, progress);
        if (!read)
            return read.error();
        builder.add(*read, progress);
        if (progress.cancelled())
            return wasCancelled();
    }
    return builder.finish(leftOut);
}

} // namespace loredesk::jobs
