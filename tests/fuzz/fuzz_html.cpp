// SPDX-License-Identifier: GPL-3.0-or-later
// The text of mail that is HTML alone.
#include "models/mail/htmltext.h"
#include "tests/fuzz/fuzzing.h"

using namespace loredesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString html = QString::fromUtf8(fuzz::inputBytes(data, size));
    const QString text = mail::htmlText(html);
    FUZZ_CHECK(text.size() <= 64 + 24 * html.size());
    FUZZ_CHECK(text.isEmpty() || text.endsWith(u'\n'));
    FUZZ_CHECK(text == mail::htmlText(html));
    return 0;
}
