// SPDX-License-Identifier: GPL-3.0-or-later
// A body cut into in-body header, commit message, notes, diffstat, diff and signature.
#include "models/patch/bodysplit.h"
#include "tests/fuzz/fuzzing.h"

using namespace loredesk;
using patch::BodySplit;
using patch::TextLines;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = fuzz::inputBytes(data, size);
    const TextLines lines(text);
    BodySplit split = patch::splitBody(lines, "utf-8");
    const qsizetype count = lines.count();
    FUZZ_CHECK(split.textBegin >= 0 && split.textBegin <= split.messageBegin);
    FUZZ_CHECK(split.messageBegin <= split.messageEnd && split.messageEnd <= count);
    FUZZ_CHECK(split.notesBegin <= split.notesEnd && split.notesEnd <= count);
    FUZZ_CHECK(split.statBegin <= split.statEnd && split.statEnd <= count);
    FUZZ_CHECK(split.diffBegin <= split.diffEnd && split.diffEnd <= split.signatureBegin);
    FUZZ_CHECK(split.signatureBegin <= count);
    FUZZ_CHECK(split.patchBegin >= split.messageBegin && split.patchBegin <= count);
    // Every line is in one part at most, but for a diffstat that stands in the message itself.
    FUZZ_CHECK(split.messageEnd <= split.notesBegin || split.messageEnd <= split.signatureBegin);
    FUZZ_CHECK(split.notesBegin == split.notesEnd || split.notesBegin >= split.messageEnd);
    FUZZ_CHECK(split.notesEnd <= split.statBegin || split.statEnd <= split.notesBegin);
    FUZZ_CHECK(split.diffBegin == split.diffEnd || split.statEnd <= split.diffBegin);
    FUZZ_CHECK(split.messageEnd <= split.diffBegin);
    if (split.signatureBegin < count)
        FUZZ_CHECK(lines.at(split.signatureBegin).startsWith("-- "));
    for (const patch::DiffRange &diff : split.diffs) {
        FUZZ_CHECK(diff.begin >= split.messageEnd && diff.begin >= split.diffBegin);
        FUZZ_CHECK(diff.end <= split.diffEnd);
    }
    // The in-body header is a header: nothing else, and each field once.
    for (const auto *field : {&split.from, &split.subject, &split.date}) {
        if (!*field)
            continue;
        FUZZ_CHECK(split.messageBegin > split.textBegin);
        FUZZ_CHECK((*field)->trimmed() == **field);
        FUZZ_CHECK(text.contains(**field));
    }
    // Reading a text once more makes nothing new of it.
    const BodySplit again = patch::splitBody(lines, "utf-8");
    FUZZ_CHECK(again.messageEnd == split.messageEnd && again.diffBegin == split.diffBegin);
    split.withoutInBodyHeader();
    FUZZ_CHECK(split.messageBegin == split.textBegin && !split.from && !split.subject && !split.date);
    return 0;
}
