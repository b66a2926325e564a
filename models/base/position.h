// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>

namespace loredesk::base {

/// A git object id as raw bytes; all zero where there is none.
using ObjectBytes = std::array<std::uint8_t, 20>;

/// Where a message's bytes lie, so that a body that was let go can be read again. Made and understood by
/// `archive`; the rooms of meaning carry it without looking inside. Compact: one for every message.
struct Position
{
    std::int32_t source = 0;     ///< which of the archives that were opened together, from 0
    std::int32_t container = -1; ///< epoch number, or index of the file within the source
    ObjectBytes commit{};        ///< the commit that added the message (git), else zero
    ObjectBytes blob{};          ///< the blob with the message (git), else zero
    std::int64_t offset = -1;    ///< first byte in the file (mbox, uncompressed), else -1
    std::int64_t length = -1;    ///< bytes from there, -1: to the end

    bool isNull() const { return container < 0; }
    friend bool operator==(const Position &, const Position &) = default;
};

/// Forty lower-case hexadecimal digits, or nothing for the zero id.
QString hexId(const ObjectBytes &id);

/// A place as people read it. Every part may be absent.
struct Place
{
    QString path;             ///< file or directory
    int epoch = -1;           ///< public-inbox epoch
    QString commit;           ///< full hexadecimal id
    std::int64_t offset = -1; ///< bytes from the start of the file
    QString messageId;        ///< without angle brackets

    bool isEmpty() const;
    /// "PATH, epoch 1, commit 0123456789ab, byte 512, <id>"
    QString toString() const;
    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace loredesk::base
