// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/objectid.h"

#include <QByteArrayView>

#include <optional>

namespace loredesk::git {

/// One line of a tree; `name` looks into the tree's bytes.
struct TreeEntry
{
    QByteArrayView name;
    ObjectId id{};
    bool isTree = false;
    bool isFile = false; ///< a regular file, neither link nor submodule
};

/// Goes through the entries of a raw tree object in git's order, without copying.
///
///     TreeCursor cursor(object.bytes());
///     while (const std::optional<TreeEntry> entry = cursor.next())
///         …
///     if (cursor.isBroken()) …
class TreeCursor
{
public:
    explicit TreeCursor(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    /// The next entry, or nothing at the end or where the bytes are no tree.
    std::optional<TreeEntry> next();
    bool isBroken() const { return m_broken; }

private:
    QByteArrayView m_rest;
    bool m_broken = false;
};

} // namespace loredesk::git
