// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/mboxdialect.h"

#include "models/archive/mailsniffer.h"
#include "models/archive/mboxsplitter.h"

#include <string_view>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

QString dialectName(MboxDialect dialect)
{
    switch (dialect) {
    case MboxDialect::Mboxrd:
        return u"mboxrd"_s;
    case MboxDialect::Mboxo:
        return u"mboxo"_s;
    case MboxDialect::Mboxcl2:
        return u"mboxcl2"_s;
    }
    return {};
}

MboxDialect detectDialect(QByteArrayView bytes)
{
    const std::optional<FromLine> first = parseFromLine(withoutEmptyLines(bytes));
    if (first && first->isPublicInbox)
        return MboxDialect::Mboxrd;
    // A Content-Length that leads to the next separator is no accident; mails also carry wrong ones along.
    constexpr int looked = 16;
    int records = 0;
    int measured = 0;
    MboxSplitter splitter(bytes, MboxDialect::Mboxcl2);
    while (const std::optional<MboxRecord> record = splitter.next()) {
        measured += record->isMeasured ? 1 : 0;
        if (++records == looked)
            break;
    }
    if (2 * measured > records)
        return MboxDialect::Mboxcl2;
    // Only mboxrd quotes what is quoted already. Where no line tells, both read the same.
    const std::string_view text(bytes.data(), std::size_t(bytes.size()));
    return text.find("\n>>From ") != std::string_view::npos ? MboxDialect::Mboxrd : MboxDialect::Mboxo;
}

QByteArray unquoted(QByteArrayView message, MboxDialect dialect)
{
    if (dialect == MboxDialect::Mboxcl2)
        return message.toByteArray();
    const std::string_view text(message.data(), std::size_t(message.size()));
    QByteArray result;
    std::size_t copied = 0;
    for (std::size_t at = text.find(">From "); at != std::string_view::npos;
         at = text.find(">From ", at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && text[begin - 1] == '>')
            --begin;
        const bool startsLine = begin == 0 || text[begin - 1] == '\n';
        if (!startsLine || (dialect == MboxDialect::Mboxo && begin != at))
            continue;
        result.append(text.data() + copied, qsizetype(at - copied));
        copied = at + 1;
    }
    if (copied == 0)
        return message.toByteArray();
    result.append(text.data() + copied, qsizetype(text.size() - copied));
    return result;
}

} // namespace loredesk::archive
