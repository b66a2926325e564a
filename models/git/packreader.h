// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/basecache.h"
#include "models/git/objecttype.h"
#include "models/git/packstore.h"
#include "models/git/packwindows.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

struct libdeflate_decompressor;

namespace loredesk::git {

/// Reads objects out of a PackStore. Not thread-safe: every thread has its own; the store is shared.
///
/// Packs are not trusted: whatever one says, nothing outside it is read, chains of deltas end, and no more
/// memory is taken than a pack of its size can fill. What is not what it says to be reads as nothing.
class PackReader
{
public:
    explicit PackReader(std::shared_ptr<const PackStore> store);
    ~PackReader();

    const PackStore &store() const { return *m_store; }

    /// An object of its own.
    std::optional<TypedBytes> read(const PackPlace &place);

    /// The same for one that is looked at and let go: costs no memory where the object is not made of others.
    struct View
    {
        ObjectType type = ObjectType::Other;
        QByteArrayView bytes; ///< valid until the reader is used again
    };
    std::optional<View> view(const PackPlace &place);

    enum class Failure {
        NotUnderstood,  ///< libgit2 may know better, or what is wrong
        EndlessChain,   ///< the deltas go on beyond LongestChain, or in a circle; libgit2 would follow them
        ImpossibleSize, ///< more than so many bytes can make; libgit2 would reserve the memory
    };
    /// Why the last read() or view() gave nothing, where it did.
    Failure failure() const { return m_failure; }

    // Bounds for what a hostile pack makes the program do.
    static constexpr qsizetype LargestObject = qsizetype(256) << 20; ///< bytes; larger ones are libgit2's
    static constexpr std::size_t LongestChain = 4096;                ///< of deltas; git's own limit is 4095

private:
    struct Header
    {
        std::uint64_t offset = 0; ///< of the header itself
        std::uint64_t data = 0;   ///< of the zlib stream behind it
        std::uint64_t base = 0;   ///< of the object that a delta is for
        qsizetype size = 0;       ///< inflated
        ObjectType type = ObjectType::Other;
        bool isDelta = false;
    };
    struct Free
    {
        void operator()(libdeflate_decompressor *decompressor) const;
    };

    std::optional<Header> headerAt(const PackFile &pack, std::uint64_t offset);
    bool inflate(const PackFile &pack, const Header &header, char *to);
    std::optional<QByteArray> inflated(const PackFile &pack, const Header &header);
    std::optional<QByteArrayView> inflatedDelta(const PackFile &pack, const Header &header);
    char *scratch(qsizetype size);
    std::optional<TypedBytes> resolve(std::uint32_t pack, const Header &last);

    std::shared_ptr<const PackStore> m_store;
    std::unique_ptr<libdeflate_decompressor, Free> m_decompressor;
    PackWindows m_windows;
    BaseCache m_bases;
    std::vector<Header> m_chain;
    QByteArray m_scratch;
    TypedBytes m_viewed;
    Failure m_failure = Failure::NotUnderstood;
};

} // namespace loredesk::git
