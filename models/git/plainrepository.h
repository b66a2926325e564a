// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/objectid.h"

#include <QString>

#include <optional>

namespace loredesk::git {

/// A bare repository without anything unusual about it, as `git clone --mirror` and public-inbox make them:
/// what it says of itself, read without libgit2, whose start alone (it reads the certificates of the whole
/// system) takes longer than a short answer may. Whatever is not plain is left to libgit2.
class PlainRepository
{
public:
    /// Nothing where there is no repository at `path`, or one that is not bare, has a configuration of a kind
    /// that is unknown here, or is a worktree of another.
    static std::optional<PlainRepository> open(const QString &path);

    /// The directory of its objects.
    QString objects() const { return m_path + QStringLiteral("/objects"); }

    /// What HEAD names (gitrepository-layout(5)). Nothing where that cannot be told here: it is symbolic
    /// twice over, broken, or names a branch that is not there.
    std::optional<ObjectId> head() const;

    /// What a tag or a branch of that name refers to, in the order of gitrevisions(7): an object of any kind.
    /// Nothing where there is none, or that cannot be told here.
    std::optional<ObjectId> named(const QByteArray &name) const;

    /// False only where git would take this name, without a slash in it, for no reference at all.
    bool mayBeReference(const QByteArray &name) const;

private:
    explicit PlainRepository(const QString &path)
        : m_path(path)
    {
    }

    std::optional<ObjectId> reference(const QByteArray &name) const;

    QString m_path;
};

} // namespace loredesk::git
