// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace loredesk::git {

enum class ObjectType { Commit, Tree, Blob, Tag, Other };

/// The bytes of an object, and what it is.
struct TypedBytes
{
    ObjectType type = ObjectType::Other;
    QByteArray bytes;
};

} // namespace loredesk::git
