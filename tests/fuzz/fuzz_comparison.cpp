// SPDX-License-Identifier: GPL-3.0-or-later
// Two versions of a series, the first and the second half of an mbox: what became of each patch, and what is
// different.
#include "models/archive/mboxsplitter.h"
#include "models/series/versioncomparison.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace loredesk;
using patch::ComparablePatch;
using patch::ComparedLine;
using patch::PatchComparison;

namespace {

constexpr archive::MboxDialect Dialect = archive::MboxDialect::Mboxrd;

/// The lines of one side stand in the comparison as they do in the patch: all of them in order, or some left
/// out.
void checkSide(const PatchComparison &comparison, const ComparablePatch &patch, ComparedLine::Side side)
{
    qsizetype at = 0;
    for (const ComparedLine &line : comparison.lines) {
        if (line.side != side) // what both have stands there as the newer one has it
            continue;
        while (at < qsizetype(patch.lines().size()) && patch.text(at) != line.text)
            ++at;
        FUZZ_CHECK_TEXT(at < qsizetype(patch.lines().size()), line.text);
        ++at;
    }
}

void checkComparison(const ComparablePatch &older, const ComparablePatch &newer)
{
    const PatchComparison there = patch::comparePatches(older, newer);
    FUZZ_CHECK(qsizetype(there.lines.size()) <= PatchComparison::MostLines);
    checkSide(there, older, ComparedLine::Side::Old);
    checkSide(there, newer, ComparedLine::Side::New);
    qsizetype added = 0;
    qsizetype removed = 0;
    for (const ComparedLine &line : there.lines) {
        added += line.side == ComparedLine::Side::New ? 1 : 0;
        removed += line.side == ComparedLine::Side::Old ? 1 : 0;
    }
    FUZZ_CHECK(there.leftOut > 0 || (there.added == added && there.removed == removed));
    FUZZ_CHECK(there.isUnchanged() == (there.added == 0 && there.removed == 0));
    qsizetype last = -1;
    for (const patch::ComparedHunk &hunk : there.hunks) {
        FUZZ_CHECK(hunk.first > last && hunk.first < qsizetype(there.lines.size()));
        last = hunk.first;
    }
    // What is different is so whichever way it is looked at, and nothing is different from itself.
    const PatchComparison back = patch::comparePatches(newer, older);
    FUZZ_CHECK(back.isUnchanged() == there.isUnchanged());
    FUZZ_CHECK(patch::comparePatches(older, older).isUnchanged());
}

series::VersionPatches versionOf(const QByteArrayList &messages, qsizetype begin, qsizetype end)
{
    series::VersionPatches version;
    for (qsizetype i = begin; i < end; ++i) {
        const patch::ReadMessage read = patch::readMessage(messages[i]);
        version.patches.push_back({int(i - begin) + 1,
                                   base::MessageIndex(std::size_t(i)),
                                   read.patch.prefix.title,
                                   read.patch.patchId,
                                   std::make_shared<const ComparablePatch>(read.patch),
                                   false,
                                   {}});
    }
    return version;
}

/// Every patch of either version stands in the list once.
void checkList(const std::vector<series::ComparedPatch> &list, qsizetype older, qsizetype newer)
{
    std::vector<int> olds(std::size_t(older) + 1);
    std::vector<int> news(std::size_t(newer) + 1);
    int before = 0;
    for (const series::ComparedPatch &one : list) {
        FUZZ_CHECK(one.oldIndex > 0 || one.newIndex > 0);
        if (one.oldIndex > 0)
            ++olds[std::size_t(one.oldIndex)];
        if (one.newIndex > 0) {
            ++news[std::size_t(one.newIndex)];
            FUZZ_CHECK(one.newIndex > before); // in the order of the newer version
            before = one.newIndex;
        }
        FUZZ_CHECK((one.state == series::PatchState::Dropped) == (one.newIndex < 0));
        FUZZ_CHECK((one.state == series::PatchState::New) == (one.oldIndex < 0));
        FUZZ_CHECK((one.state == series::PatchState::Unchanged) ==
                   (one.oldIndex > 0 && one.newIndex > 0 && one.comparison.isUnchanged()));
    }
    FUZZ_CHECK(std::count(olds.begin() + 1, olds.end(), 1) == older);
    FUZZ_CHECK(std::count(news.begin() + 1, news.end(), 1) == newer);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::inputBytes(data, size);
    QByteArrayList messages;
    archive::MboxSplitter splitter(bytes, Dialect);
    while (const std::optional<archive::MboxRecord> record = splitter.next())
        messages << archive::messageOfRecord(
            QByteArrayView(bytes).sliced(qsizetype(record->offset), qsizetype(record->length)), Dialect);
    const qsizetype middle = messages.size() / 2;
    const series::VersionPatches older = versionOf(messages, 0, middle);
    const series::VersionPatches newer = versionOf(messages, middle, messages.size());
    base::NoProgress progress;
    checkList(series::compareVersions(older, newer, progress).patches, middle, messages.size() - middle);
    for (std::size_t i = 0; i < older.patches.size(); ++i)
        checkComparison(*older.patches[i].patch, *newer.patches[i].patch);
    return 0;
}
