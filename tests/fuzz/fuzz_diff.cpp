// SPDX-License-Identifier: GPL-3.0-or-later
// A text that may hold diffs: where they are, and the id that git gives them.
#include "models/patch/diffparser.h"
#include "models/patch/patchid.h"
#include "tests/fuzz/fuzzing.h"

using namespace loredesk;
using patch::DiffRange;
using patch::TextLines;

namespace {

void checkHunks(const TextLines &lines, const DiffRange &diff)
{
    FUZZ_CHECK(diff.hunks.size() == diff.file.hunks.size());
    qsizetype at = diff.begin;
    int added = 0;
    int removed = 0;
    for (qsizetype i = 0; i < diff.hunks.size(); ++i) {
        const DiffRange::HunkRange &range = diff.hunks[i];
        const patch::Hunk &hunk = diff.file.hunks[i];
        FUZZ_CHECK(range.begin > at || (i == 0 && range.begin >= at));
        FUZZ_CHECK(range.begin < range.end && range.end <= diff.end);
        FUZZ_CHECK(lines.at(range.begin).startsWith("@@ -"));
        FUZZ_CHECK(hunk.oldStart >= 0 && hunk.oldCount >= 0 && hunk.newStart >= 0 && hunk.newCount >= 0);
        int before = 0;
        int after = 0;
        for (qsizetype line = range.begin + 1; line < range.end; ++line) {
            const QByteArrayView text = lines.at(line);
            const char kind = text.isEmpty() || text == "\r" ? ' ' : text[0];
            FUZZ_CHECK(kind == ' ' || kind == '+' || kind == '-' || kind == '\\');
            before += kind == ' ' || kind == '-' ? 1 : 0;
            after += kind == ' ' || kind == '+' ? 1 : 0;
            added += kind == '+' ? 1 : 0;
            removed += kind == '-' ? 1 : 0;
        }
        FUZZ_CHECK(before <= hunk.oldCount && after <= hunk.newCount);
        at = range.end - 1;
    }
    FUZZ_CHECK(diff.file.added == added && diff.file.removed == removed);
}

/// White space says nothing in git-patch-id(1): a blank more at the end of every line that was added or taken
/// away is the same change.
void checkWhiteSpace(const TextLines &lines, const QList<DiffRange> &diffs, const QByteArray &id)
{
    QByteArray spaced;
    qsizetype copied = 0;
    for (const DiffRange &diff : diffs) {
        for (const DiffRange::HunkRange &hunk : diff.hunks) {
            for (qsizetype line = hunk.begin + 1; line < hunk.end; ++line) {
                const QByteArrayView text = lines.at(line);
                // git reads lines as C strings: what stands behind a NUL is not there for it.
                if (text.isEmpty() || (text[0] != '+' && text[0] != '-') || text.contains('\0'))
                    continue;
                const qsizetype end = lines.start(line) + text.size();
                spaced += lines.text().mid(copied, end - copied) + " \t";
                copied = end;
            }
        }
    }
    spaced += lines.text().mid(copied);
    FUZZ_CHECK(patch::patchId(TextLines(spaced), 0) == id);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = fuzz::inputBytes(data, size);
    const TextLines lines(text);
    QByteArray whole;
    for (qsizetype line = 0; line < lines.count(); ++line)
        whole += lines.whole(line);
    FUZZ_CHECK(whole == text);

    const QList<DiffRange> diffs = patch::parseDiffs(lines, 0, "utf-8");
    qsizetype at = 0;
    for (const DiffRange &diff : diffs) {
        FUZZ_CHECK(diff.begin >= at && diff.begin < diff.end && diff.end <= lines.count());
        fuzz::checkText(diff.file.oldPath);
        fuzz::checkText(diff.file.newPath);
        FUZZ_CHECK(!diff.file.binary || (diff.file.added == 0 && diff.file.removed == 0));
        checkHunks(lines, diff);
        at = diff.end;
    }
    // A reader that begins at a diff finds it, and the same one.
    if (!diffs.isEmpty()) {
        const DiffRange &last = diffs.constLast();
        const QList<DiffRange> again = patch::parseDiffs(lines, last.begin, "utf-8");
        FUZZ_CHECK(again.size() == 1 && again[0].begin == last.begin && again[0].end == last.end);
        FUZZ_CHECK(again[0].file.added == last.file.added && again[0].file.removed == last.file.removed);
    }

    const QByteArray id = patch::patchId(lines, 0);
    FUZZ_CHECK(id.isEmpty() || (id.size() == 40 && QByteArray::fromHex(id).toHex() == id));
    checkWhiteSpace(lines, diffs, id);
    return 0;
}
