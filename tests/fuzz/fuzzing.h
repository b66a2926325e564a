// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstddef>
#include <cstdint>

namespace loredesk::mail {
struct Mailbox;
}

namespace loredesk::patch {
struct Trailer;
}

namespace loredesk::fuzz {

/// Ends the program with what did not hold, so that libFuzzer keeps the input.
[[noreturn]] void fail(const char *condition, const char *file, int line, const QString &text = {});

// A promise of the engine that must hold for every input; `text` is shown where it does not.
#define FUZZ_CHECK(condition)                                                                                \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            ::loredesk::fuzz::fail(#condition, __FILE__, __LINE__);                                          \
    } while (false)
#define FUZZ_CHECK_TEXT(condition, text)                                                                     \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            ::loredesk::fuzz::fail(#condition, __FILE__, __LINE__, text);                                    \
    } while (false)

/// The input as bytes that are shared with nobody: a reader that runs past their end is caught.
inline QByteArray inputBytes(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

/// No half surrogates: whoever writes the text out would lose or change them.
void checkText(const QString &text);
/// The same, and nothing that would leave the line.
void checkLine(const QString &text);
void checkMailbox(const mail::Mailbox &mailbox);
void checkTrailers(const QList<patch::Trailer> &trailers);

} // namespace loredesk::fuzz
