// SPDX-License-Identifier: GPL-3.0-or-later
// A small archive, an mbox of hostile mail, to a catalog, its digest and all written forms of it.
#include "models/archive/mboxsplitter.h"
#include "models/digest/digest.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/fuzz/pagechecks.h"

using namespace loredesk;
using namespace Qt::StringLiterals;

namespace {

constexpr base::UnixSeconds Now = 1767225600; // 2026-01-01

QByteArrayList messagesOf(const QByteArray &bytes)
{
    const archive::MboxDialect dialect = archive::MboxDialect::Mboxrd;
    QByteArrayList messages;
    archive::MboxSplitter splitter(bytes, dialect);
    while (const std::optional<archive::MboxRecord> record = splitter.next())
        messages << archive::messageOfRecord(
            QByteArrayView(bytes).sliced(qsizetype(record->offset), qsizetype(record->length)), dialect);
    if (messages.isEmpty())
        messages << bytes;
    return messages;
}

/// Every message stands in exactly one thread and at most one slot, every number is within its bounds.
void checkCatalog(const catalog::Catalog &catalog)
{
    const std::size_t count = catalog.messages().size();
    std::vector<int> seen(count);
    for (const std::int32_t root : catalog.threads().roots) {
        for (const base::MessageIndex row : catalog.threads().messagesBelow(root))
            ++seen[row.value()];
    }
    for (std::size_t row = 0; row < count; ++row) {
        const std::int32_t node = catalog.threads().nodeOf[row];
        FUZZ_CHECK(node >= 0 && std::size_t(node) < catalog.threads().nodes.size());
        FUZZ_CHECK(seen[row] <= 1);
        // Copies share a node, which the first of them stands for.
        const base::MessageIndex first = catalog.threads().nodes[std::size_t(node)].message;
        FUZZ_CHECK(first.isValid() && seen[first.value()] == 1);
    }
    std::vector<int> slot(count);
    for (const series::PatchSeries &one : catalog.series()) {
        FUZZ_CHECK(one.present() >= 0 && one.present() <= std::max(one.total, 0));
        FUZZ_CHECK(one.head().isValid() && one.lineage.isValid());
        for (const series::SeriesSlot &patch : one.patches) {
            if (patch.message.isValid() && !patch.fromEarlierVersion)
                ++slot[patch.message.value()];
        }
    }
    for (const int taken : slot)
        FUZZ_CHECK(taken <= 1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayList messages = messagesOf(fuzz::inputBytes(data, size));
    std::vector<series::MessageHead> heads;
    digest::DigestRequest request;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        request.rows.emplace_back(std::size_t(i));
        heads.push_back(series::makeHead(patch::readMessage(messages[i], patch::Detail::Head), {}, Now - 3600,
                                         series::BotList(), Now));
        FUZZ_CHECK(heads.back().date <= Now + 86400);
    }
    const catalog::CatalogPtr catalog =
        catalog::Catalog::build({u"/a"_s, u"list"_s, u"an mbox"_s, {}}, std::move(heads), {});
    checkCatalog(*catalog);
    const digest::ContentReader read = [&messages](base::MessageIndex row) {
        return patch::readMessage(messages[qsizetype(row.value())]);
    };
    request.from = u"2025-12-01"_s;
    request.to = u"2026-01-01"_s;
    for (const digest::Layout layout : {digest::Layout::Full, digest::Layout::Classic}) {
        request.layout = layout;
        base::NoProgress progress;
        QList<base::Problem> problems;
        const base::Result<digest::Digest> digest =
            digest::build(*catalog, request, read, progress, problems);
        FUZZ_CHECK(digest.ok());
        FUZZ_CHECK(digest->messageCount == int(messages.size()));
        FUZZ_CHECK(layout == digest::Layout::Classic ||
                   digest->patchCount + digest->replyCount + digest->otherCount + digest->botCount ==
                       digest->messageCount);
        fuzz::checkHtml(*digest);
        fuzz::checkMarkdown(*digest);
        fuzz::checkPlainText(*digest);
        fuzz::checkJson(*digest);
    }
    return 0;
}
