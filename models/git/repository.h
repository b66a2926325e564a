// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/git/commit.h"
#include "models/git/objectid.h"
#include "models/git/objecttype.h"
#include "models/git/plainrepository.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <unordered_set>

struct git_odb;
struct git_repository;

namespace loredesk::git {

class PackReader;
struct PackPlace;

/// An object as it lies in the repository. Owns its bytes.
class Object
{
public:
    explicit Object(TypedBytes object)
        : m_object(std::move(object))
    {
    }

    ObjectType type() const { return m_object.type; }
    /// Valid as long as the Object.
    QByteArrayView bytes() const { return m_object.bytes; }
    /// The bytes, not copied.
    QByteArray takeBytes() && { return std::move(m_object.bytes); }

private:
    TypedBytes m_object;
};

/// A tag, and when the commit was made that it leads to.
struct Tag
{
    QString name; ///< without refs/tags/
    base::UnixSeconds committed = 0;
};

/// A git repository, only ever read, whoever it belongs to. Not thread-safe: every thread opens its own;
/// those of one repository share what they know of its packs.
///
/// Objects in packs are read by PackReader, what a plain repository says of itself by PlainRepository, and
/// whatever they do not find or understand by libgit2, which is started only then.
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

    /// The tags that lead to a commit, in no order; of a repository with more than MostTags only so many.
    /// Those whose names are not UTF-8, which nobody could type, are left out. Errors: Unreadable.
    base::Result<QList<Tag>> tags() const;
    static constexpr std::size_t MostTags = 5000;

    /// So many first parents before a commit, and nothing where its history does not go back so far;
    /// `counted` is how many commits it has then.
    std::optional<ObjectId> firstParent(const ObjectId &commit, qint64 steps, qint64 *counted) const;

    /// False also for objects that a partial clone left out.
    bool contains(const ObjectId &id) const;

    /// A number that rises as objects lie on disk: reading many in its order is fastest. UnknownPlace, the
    /// largest, for those that lie in no pack.
    std::uint64_t storageOrder(const ObjectId &id) const;
    static constexpr std::uint64_t UnknownPlace = ~std::uint64_t(0);

    /// Errors: Unreadable where the object is missing, Corrupt where it does not inflate.
    base::Result<Object> read(const ObjectId &id) const;
    /// The bytes of a tree, valid until the repository is read from again. Errors as read(), and Corrupt
    /// where it is no tree.
    base::Result<QByteArrayView> viewTree(const ObjectId &id) const;
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
    Repository();
    std::optional<PackPlace> locate(const ObjectId &id) const;
    base::Result<QByteArrayView> view(const ObjectId &id, ObjectType type) const;
    base::Result<TypedBytes> readOtherwise(const ObjectId &id, bool isInPack) const;
    base::Result<TypedBytes> readByLibrary(const ObjectId &id) const;
    /// libgit2's view of the repository; null where it cannot be opened, and then lastError() says why.
    git_repository *library() const;
    git_odb *database() const;
    std::optional<ObjectId> resolveBeginning(const QByteArray &digits) const;
    base::Error notOfKind(const ObjectId &id, const QString &kind) const;

    QString m_path;
    QString m_directory; ///< where objects and references are
    std::optional<PlainRepository> m_plain;
    mutable std::unique_ptr<git_repository, Free> m_repository; ///< null: not asked for yet
    mutable std::unique_ptr<git_odb, Free> m_database;
    std::unique_ptr<PackReader> m_packs;
    mutable std::uint32_t m_lastPack = 0; ///< where the last object was found
    mutable TypedBytes m_viewed;          ///< what viewTree() got from libgit2
};

} // namespace loredesk::git
