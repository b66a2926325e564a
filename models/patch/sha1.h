// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <memory>

namespace loredesk::patch {

/// SHA-1, taken piece by piece. By libcrypto, which lets the processor do it where that can: every diff of an
/// archive goes through here, and QCryptographicHash takes several times as long. Not thread-safe.
class Sha1
{
public:
    using Digest = std::array<unsigned char, 20>;

    Sha1();
    ~Sha1();
    Sha1(const Sha1 &) = delete;
    Sha1 &operator=(const Sha1 &) = delete;

    void add(QByteArrayView bytes);
    /// The hash of what was added since the last call, or ever.
    Digest take();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace loredesk::patch
