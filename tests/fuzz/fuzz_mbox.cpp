// SPDX-License-Identifier: GPL-3.0-or-later
// An mbox of any dialect, cut into messages.
#include "models/archive/mailsniffer.h"
#include "models/archive/mboxsplitter.h"
#include "tests/fuzz/fuzzing.h"

#include <vector>

using namespace loredesk;
using archive::MboxDialect;
using archive::MboxRecord;

namespace {

std::vector<MboxRecord> split(QByteArrayView bytes, MboxDialect dialect)
{
    std::vector<MboxRecord> records;
    archive::MboxSplitter splitter(bytes, dialect);
    while (const std::optional<MboxRecord> record = splitter.next())
        records.push_back(*record);
    return records;
}

QByteArrayView bytesOf(QByteArrayView bytes, const MboxRecord &record)
{
    return bytes.sliced(qsizetype(record.offset), qsizetype(record.length));
}

/// Every byte behind the first separator belongs to one message, but for empty lines between two.
void checkRanges(QByteArrayView bytes, const std::vector<MboxRecord> &records)
{
    std::int64_t end = -1;
    for (const MboxRecord &record : records) {
        FUZZ_CHECK(record.offset >= 0 && record.length > 0);
        FUZZ_CHECK(record.offset <= bytes.size() - record.length);
        FUZZ_CHECK(archive::parseFromLine(bytesOf(bytes, record)).has_value());
        if (end >= 0) {
            FUZZ_CHECK(record.offset >= end);
            const QByteArrayView between = bytes.sliced(qsizetype(end), qsizetype(record.offset - end));
            FUZZ_CHECK(archive::withoutEmptyLines(between).isEmpty());
        }
        end = record.offset + record.length;
    }
    if (end >= 0)
        FUZZ_CHECK(archive::withoutEmptyLines(bytes.sliced(qsizetype(end))).isEmpty());
}

/// A reader that begins at a message it knows finds the rest as the one that began at the start.
void checkResuming(QByteArrayView bytes, MboxDialect dialect, const std::vector<MboxRecord> &records)
{
    constexpr std::size_t most = 8;
    for (std::size_t first = 1; first < records.size() && first <= most; ++first) {
        const std::int64_t from = records[first].offset;
        const std::vector<MboxRecord> rest = split(bytes.sliced(qsizetype(from)), dialect);
        FUZZ_CHECK(rest.size() == records.size() - first);
        for (std::size_t i = 0; i < rest.size(); ++i) {
            FUZZ_CHECK(rest[i].offset + from == records[first + i].offset);
            FUZZ_CHECK(rest[i].length == records[first + i].length);
            FUZZ_CHECK(rest[i].date == records[first + i].date);
        }
    }
}

QByteArray quoted(const QByteArray &message)
{
    QByteArray out;
    for (qsizetype at = 0; at < message.size();) {
        const qsizetype newline = message.indexOf('\n', at);
        const qsizetype next = newline < 0 ? message.size() : newline + 1;
        qsizetype text = at;
        while (text < next && message[text] == '>')
            ++text;
        if (QByteArrayView(message).sliced(text, next - text).startsWith("From "))
            out += '>';
        out.append(message.constData() + at, next - at);
        at = next;
    }
    return out;
}

/// What is written as mboxrd (RFC 4155's successor by practice) is read back byte by byte.
void checkRoundTrip(const QByteArrayList &messages)
{
    QByteArrayList kept;
    QByteArray mbox;
    for (QByteArray message : messages) {
        if (!message.endsWith('\n'))
            message += '\n';
        // Such lines at the top are taken for a delivery's leftover, on purpose.
        const QByteArrayView top = archive::withoutEmptyLines(message);
        if (top.startsWith("From ") || top.startsWith(">From "))
            continue;
        kept << message;
        mbox += "From mboxrd@z Thu Jan  1 00:00:00 1970\n" + quoted(message) + '\n';
    }
    const std::vector<MboxRecord> records = split(mbox, MboxDialect::Mboxrd);
    FUZZ_CHECK(qsizetype(records.size()) == kept.size());
    FUZZ_CHECK(kept.isEmpty() || archive::detectDialect(mbox) == MboxDialect::Mboxrd);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const QByteArray message = archive::messageOfRecord(bytesOf(mbox, records[i]), MboxDialect::Mboxrd);
        FUZZ_CHECK(message == kept[qsizetype(i)]);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::inputBytes(data, size);
    const MboxDialect detected = archive::detectDialect(bytes);
    QByteArrayList messages;
    for (const MboxDialect dialect : {MboxDialect::Mboxrd, MboxDialect::Mboxo, MboxDialect::Mboxcl2}) {
        const std::vector<MboxRecord> records = split(bytes, dialect);
        checkRanges(bytes, records);
        if (dialect != MboxDialect::Mboxcl2)
            checkResuming(bytes, dialect, records);
        for (const MboxRecord &record : records) {
            const QByteArray message = archive::messageOfRecord(bytesOf(bytes, record), dialect);
            FUZZ_CHECK(message.size() < record.length);
            if (dialect == detected)
                messages << message;
        }
    }
    checkRoundTrip(messages);
    checkRoundTrip({bytes});
    return 0;
}
