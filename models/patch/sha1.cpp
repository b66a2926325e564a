// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/sha1.h"

#include <QCryptographicHash>

#include <algorithm>
#include <optional>

#include <openssl/evp.h>

namespace loredesk::patch {

namespace {

/// Found once, as that takes a lock and a millisecond; null where the system's configuration forbids it.
const EVP_MD *algorithm()
{
    static const EVP_MD *const fetched = EVP_MD_fetch(nullptr, "SHA1", nullptr);
    return fetched;
}

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

struct Sha1::State
{
    State()
    {
        if (algorithm())
            context.reset(EVP_MD_CTX_new());
        restart();
    }
    void restart()
    {
        if (context && EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) != 1)
            context.reset();
        if (context)
            return;
        if (slow)
            slow->reset();
        else
            slow.emplace(QCryptographicHash::Sha1);
    }

    std::unique_ptr<EVP_MD_CTX, FreeContext> context;
    std::optional<QCryptographicHash> slow; ///< stands in where libcrypto cannot be used
};

Sha1::Sha1()
    : m_state(std::make_unique<State>())
{
}

Sha1::~Sha1() = default;

void Sha1::add(QByteArrayView bytes)
{
    if (m_state->context)
        EVP_DigestUpdate(m_state->context.get(), bytes.data(), size_t(bytes.size()));
    else
        m_state->slow->addData(bytes);
}

Sha1::Digest Sha1::take()
{
    Digest digest{};
    if (m_state->context) {
        EVP_DigestFinal_ex(m_state->context.get(), digest.data(), nullptr);
    } else {
        const QByteArray result = m_state->slow->result();
        std::copy_n(result.cbegin(), std::min<qsizetype>(result.size(), qsizetype(digest.size())),
                    digest.begin());
    }
    m_state->restart();
    return digest;
}

} // namespace loredesk::patch
