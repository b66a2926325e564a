// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzing.h"

#include "models/patch/trailer.h"

#include <cstdio>
#include <cstdlib>

namespace loredesk::fuzz {

void fail(const char *condition, const char *file, int line, const QString &text)
{
    std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    if (!text.isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(text));
    std::abort();
}

void checkText(const QString &text)
{
    FUZZ_CHECK_TEXT(QStringView(text).isValidUtf16(), text);
}

void checkLine(const QString &text)
{
    checkText(text);
    FUZZ_CHECK_TEXT(!text.contains(u'\n'), text);
}

void checkMailbox(const mail::Mailbox &mailbox)
{
    checkLine(mailbox.name);
    checkLine(mailbox.address);
}

void checkTrailers(const QList<patch::Trailer> &trailers)
{
    for (const patch::Trailer &trailer : trailers) {
        checkLine(trailer.key);
        checkLine(trailer.value);
        FUZZ_CHECK(!trailer.key.isEmpty() && trailer.key == trailer.key.trimmed());
        FUZZ_CHECK_TEXT(trailer.value == trailer.value.trimmed(), trailer.value);
        checkMailbox(trailer.mailbox());
    }
}

} // namespace loredesk::fuzz
