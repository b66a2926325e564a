// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/packindex.h"
#include "models/git/readat.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace loredesk::git {

/// A pack and its table, both opened. Immutable, and stays readable when git replaces the pack by another
/// one.
class PackFile
{
public:
    /// The pack beside `indexPath`. Nothing where one of the two is not there, cannot be read, is of a kind
    /// that is unknown here, or where they do not belong together.
    static std::optional<PackFile> open(const QString &indexPath);

    const PackIndex &index() const { return m_index; }
    int descriptor() const { return m_file.descriptor(); }
    /// The first byte behind the last object. The first object is at 12.
    std::uint64_t end() const { return m_end; }

private:
    PackFile(PackIndex index, OpenFile file, std::uint64_t end);

    PackIndex m_index;
    OpenFile m_file;
    std::uint64_t m_end = 0;
};

/// Where an object lies in a PackStore.
struct PackPlace
{
    std::uint32_t pack = 0;
    std::uint64_t offset = 0; ///< of the object's header from the start of the pack
    friend auto operator<=>(const PackPlace &, const PackPlace &) = default;
};

/// The packs of a repository, and of those that it borrows from. Thread-safe: immutable after opening.
///
/// The packs are read with pread and not mapped: a file that is cut short or a disk that fails then is an
/// error, and not a signal that ends the program; and a large archive does not count as resident memory.
class PackStore
{
public:
    /// What lies at `objects` (a repository's directory of that name), as far as it is understood here: loose
    /// objects and packs of other kinds are not. Gives the same store again as long as somebody holds it, or
    /// it is among the KeptStores that were opened last, and nothing changed on disk. Never null.
    /// Thread-safe.
    static std::shared_ptr<const PackStore> open(const QString &objects);

    /// `first`: the pack to look into first.
    std::optional<PackPlace> locate(const ObjectId &id, std::uint32_t first = 0) const;

    /// The one object of the repository whose id is in the range. Nothing where there is none or several are,
    /// it lies loose, or the repository has objects that are not understood here. Looks for loose ones on
    /// disk.
    std::optional<ObjectId> onlyOneIn(const IdRange &range) const;

    const std::vector<PackFile> &packs() const { return m_packs; }

    /// What opens a repository, looks into it and closes it goes on to open it for the next thing.
    static constexpr int KeptStores = 4;

    // Bounds for what a hostile repository makes the program open.
    static constexpr int MostDirectories = 256; ///< of objects, followed from one to another
    static constexpr int MostPacks = 256;       ///< the largest ones; each keeps a file open

private:
    std::vector<PackFile> m_packs;
    QStringList m_directories; ///< of objects: the repository's own, then those that it borrows from
    bool m_isWhole = true;     ///< every pack and every directory is among these
};

} // namespace loredesk::git
