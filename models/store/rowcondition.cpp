// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowcondition.h"

namespace loredesk::store {

namespace {

using series::MessageHead;
using series::MessageKind;

bool isWithin(const QueryPart &part, std::int64_t value)
{
    return value >= part.first && value <= part.last;
}

/// A message that starts a thread, or starts what is left of one, and that nobody but its author and bots
/// answered.
bool isUnansweredThread(const catalog::Catalog &catalog, base::MessageIndex row)
{
    const series::ThreadForest &threads = catalog.threads();
    const std::int32_t own = threads.nodeOf[row.value()];
    const auto node = [&threads](std::int32_t index) -> const series::ThreadNode & {
        return threads.nodes[std::size_t(index)];
    };
    if (node(own).message != row)
        return false; // a copy
    for (std::int32_t up = node(own).parent; up >= 0; up = node(up).parent) {
        if (node(up).message.isValid())
            return false;
    }
    const QString &author = catalog.message(row).author.address;
    bool answered = false;
    threads.visit(own, [&](std::int32_t below) {
        const base::MessageIndex answer = node(below).message;
        if (below == own || !answer.isValid())
            return;
        const MessageHead &head = catalog.message(answer);
        answered = answered || (!head.bot && head.author.address != author);
    });
    return !answered;
}

/// Whether the hexadecimal digits of `bytes` begin with `digits`.
bool beginsWith(const QByteArray &bytes, const QByteArray &digits)
{
    static constexpr char hex[] = "0123456789abcdef";
    if (digits.size() > 2 * bytes.size())
        return false;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i / 2]);
        if (digits[i] != hex[i % 2 == 0 ? byte >> 4 : byte & 0x0f])
            return false;
    }
    return true;
}

bool isOfKind(IsKind is, const catalog::Catalog &catalog, base::MessageIndex row)
{
    const MessageHead &head = catalog.message(row);
    const base::SeriesIndex index = catalog.seriesOf(row);
    switch (is) {
    case IsKind::Patch:
        return head.kind == MessageKind::Patch;
    case IsKind::Cover:
        return head.kind == MessageKind::Cover;
    case IsKind::Reply:
        return head.kind == MessageKind::Reply;
    case IsKind::Pull:
        return head.kind == MessageKind::PullRequest;
    case IsKind::Rfc:
        return head.prefix.rfc;
    case IsKind::Bot:
        return head.bot;
    case IsKind::Complete:
        return index.isValid() && catalog.series(index).complete && !catalog.series(index).pull;
    case IsKind::Incomplete:
        return index.isValid() && !catalog.series(index).complete && !catalog.series(index).pull;
    case IsKind::Unanswered:
        return index.isValid() ? !catalog.series(index).review.answered : isUnansweredThread(catalog, row);
    }
    return false;
}

} // namespace

bool rowFulfils(const QueryPart &part, const catalog::Catalog &catalog, base::MessageIndex row)
{
    const MessageHead &head = catalog.message(row);
    switch (part.kind) {
    case QueryPart::Kind::Is:
        return isOfKind(part.is, catalog, row);
    case QueryPart::Kind::Version:
        return (head.prefix.isPosting() || head.prefix.patch) && isWithin(part, head.prefix.version);
    case QueryPart::Kind::Date:
        return isWithin(part, head.date);
    case QueryPart::Kind::Arrival:
        return head.arrival != 0 && isWithin(part, head.arrival);
    case QueryPart::Kind::MessageId:
        return head.messageId == part.value;
    case QueryPart::Kind::PatchId:
        return beginsWith(head.patchId, part.value);
    default:
        return false;
    }
}

} // namespace loredesk::store
