// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/git/commit.h"
#include "models/git/objectid.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <unordered_set>

struct git_odb;
struct git_odb_object;
struct git_repository;

namespace loredesk::git {

enum class ObjectType { Commit, Tree, Blob, Tag, Other };

/// An object as it lies in the repository. Owns its bytes.
class Object
{
public:
    explicit Object(git_odb_object *object);
    Object(Object &&) noexcept;
    Object &operator=(Object &&) noexcept;
    ~Object();

    ObjectType type() const;
    /// Valid as long as the Object.
    QByteArrayView bytes() const;

private:
    struct Free
    {
        void operator()(git_odb_object *object) const;
    };
    std::unique_ptr<git_odb_object, Free> m_object;
};

/// A git repository, only ever read, whoever it belongs to. Not thread-safe: every thread opens its own.
class Repository
{
public:
    /// The repository at `path`: a bare one, or a directory with `.git` in it. Directories above are not
    /// searched. Errors: NotFound, Unreadable, NotAnArchive.
    static base::Result<Repository> open(const QString &path);

    Repository(Repository &&) noexcept;
    Repository &operator=(Repository &&) noexcept;
    ~Repository();

    /// As it was opened.
    const QString &path() const { return m_path; }

    /// The commit HEAD names. Where HEAD names a branch that is not there but there is exactly one other
    /// branch, that one's (mirrors are published so). Nothing in a repository without commits. Errors:
    /// Unreadable, Corrupt.
    base::Result<std::optional<ObjectId>> head() const;

    /// The commit that `revision` names as `git rev-parse` reads it: a tag, a branch, `HEAD~5`, an id or the
    /// beginning of one. Nothing where there is none. Errors: NoSuchRevision where several objects begin so.
    base::Result<std::optional<ObjectId>> resolveCommit(const QString &revision) const;

    /// False also for objects that a partial clone left out.
    bool contains(const ObjectId &id) const;

    /// Errors: Unreadable where the object is missing, Corrupt where it does not inflate.
    base::Result<Object> read(const ObjectId &id) const;
    /// Errors as read(), and Corrupt where it is no commit.
    base::Result<Commit> readCommit(const ObjectId &id) const;
    /// Errors as read(), and Corrupt where it is no tree.
    base::Result<Object> readTree(const ObjectId &id) const;

    /// The commits at which a shallow clone ends: their parents are not missing, but left out on purpose.
    std::unordered_set<ObjectId, ObjectIdHash> shallowCommits() const;

private:
    struct Free
    {
        void operator()(git_repository *repository) const;
        void operator()(git_odb *database) const;
    };
    Repository() = default;

    QString m_path;
    std::unique_ptr<git_repository, Free> m_repository;
    std::unique_ptr<git_odb, Free> m_database;
};

} // namespace loredesk::git
