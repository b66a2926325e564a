// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/repository.h"

#include "models/git/library.h"
#include "models/git/packreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <git2.h>
#include <git2/sys/repository.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace loredesk::git {

namespace {

/// libgit2 takes what it may not read for absent.
bool isForbidden(const QString &directory)
{
    return QFileInfo(directory).isDir() &&
           ::access(QFile::encodeName(directory).constData(), R_OK | X_OK) != 0 && errno == EACCES;
}

base::Error forbidden(const QString &text, const base::Place &place)
{
    return {base::ErrorCode::Unreadable, text + u": permission denied"_s, place,
            u"ask its owner for permission to read, or open a copy"_s};
}

QString objectsIn(const QString &directory)
{
    return directory + u"/objects"_s;
}

/// 0, or libgit2's error.
int openByLibrary(const QString &path, git_repository **repository)
{
    return git_repository_open_ext(repository, QFile::encodeName(path).constData(),
                                   GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
}

git_oid toGit(const ObjectId &id)
{
    git_oid oid;
    git_oid_fromraw(&oid, id.data());
    return oid;
}

ObjectId fromGit(const git_oid *oid)
{
    return rawId(reinterpret_cast<const char *>(oid->id));
}

template <class T, void (*free)(T *)>
struct Freed
{
    void operator()(T *value) const { free(value); }
};
using ObjectPointer = std::unique_ptr<git_object, Freed<git_object, git_object_free>>;
using ReferencePointer = std::unique_ptr<git_reference, Freed<git_reference, git_reference_free>>;
using BranchesPointer =
    std::unique_ptr<git_branch_iterator, Freed<git_branch_iterator, git_branch_iterator_free>>;

using DataPointer = std::unique_ptr<git_odb_object, Freed<git_odb_object, git_odb_object_free>>;

ObjectType objectType(git_object_t type)
{
    switch (type) {
    case GIT_OBJECT_COMMIT:
        return ObjectType::Commit;
    case GIT_OBJECT_TREE:
        return ObjectType::Tree;
    case GIT_OBJECT_BLOB:
        return ObjectType::Blob;
    case GIT_OBJECT_TAG:
        return ObjectType::Tag;
    default:
        return ObjectType::Other;
    }
}

/// Follows tags to a commit.
std::optional<ObjectId> peelToCommit(const git_object *object)
{
    git_object *peeled = nullptr;
    if (git_object_peel(&peeled, object, GIT_OBJECT_COMMIT) != 0)
        return {};
    const ObjectPointer owner(peeled);
    return fromGit(git_object_id(peeled));
}

/// The commit of the only branch there is.
std::optional<ObjectId> onlyBranch(git_repository *repository)
{
    git_branch_iterator *iterator = nullptr;
    if (git_branch_iterator_new(&iterator, repository, GIT_BRANCH_LOCAL) != 0)
        return {};
    const BranchesPointer branches(iterator);
    std::optional<ObjectId> found;
    git_reference *reference = nullptr;
    git_branch_t type = GIT_BRANCH_LOCAL;
    while (git_branch_next(&reference, &type, iterator) == 0) {
        const ReferencePointer owner(reference);
        const git_oid *target = git_reference_target(reference);
        if (!target || found)
            return {};
        found = fromGit(target);
    }
    return found;
}

} // namespace

Repository::Repository() = default;
Repository::Repository(Repository &&) noexcept = default;
Repository &Repository::operator=(Repository &&) noexcept = default;
Repository::~Repository() = default;

void Repository::Free::operator()(git_repository *repository) const
{
    git_repository_free(repository);
}

void Repository::Free::operator()(git_odb *database) const
{
    git_odb_free(database);
}

base::Result<Repository> Repository::open(const QString &path)
{
    const base::Place place = placeOf(path);
    if (!QFileInfo::exists(path))
        return base::Error{base::ErrorCode::NotFound, u"There is nothing at this path"_s, place, {}};
    if (isForbidden(path))
        return forbidden(u"The git repository cannot be opened"_s, place);
    Repository result;
    result.m_path = path;
    result.m_plain = PlainRepository::open(path);
    if (result.m_plain) {
        result.m_directory = path;
    } else {
        startLibrary();
        git_repository *repository = nullptr;
        const int failed = openByLibrary(path, &repository);
        if (failed != 0) {
            const auto code =
                failed == GIT_ENOTFOUND ? base::ErrorCode::NotAnArchive : base::ErrorCode::Unreadable;
            return lastError(code, u"The git repository cannot be opened"_s, place);
        }
        result.m_repository.reset(repository);
        result.m_directory = QFile::decodeName(git_repository_commondir(repository));
        if (!result.database())
            return lastError(base::ErrorCode::Unreadable, u"The repository's objects cannot be read"_s,
                             place);
    }
    result.m_packs = std::make_unique<PackReader>(PackStore::open(objectsIn(result.m_directory)));
    return result;
}

git_repository *Repository::library() const
{
    if (!m_repository) {
        startLibrary();
        git_repository *repository = nullptr;
        if (openByLibrary(m_path, &repository) == 0)
            m_repository.reset(repository);
    }
    return m_repository.get();
}

git_odb *Repository::database() const
{
    if (!m_database) {
        git_odb *database = nullptr;
        if (git_repository *const repository = library();
            repository && git_repository_odb(&database, repository) == 0)
            m_database.reset(database);
    }
    return m_database.get();
}

base::Result<std::optional<ObjectId>> Repository::head() const
{
    if (const std::optional<ObjectId> commit = m_plain ? m_plain->head() : std::nullopt)
        return std::optional(commit);
    git_repository *const repository = library();
    git_reference *reference = nullptr;
    const int failed = repository ? git_repository_head(&reference, repository) : GIT_ERROR;
    const ReferencePointer owner(reference);
    if (failed == GIT_EUNBORNBRANCH || failed == GIT_ENOTFOUND)
        return onlyBranch(repository);
    if (failed != 0)
        return lastError(base::ErrorCode::Corrupt, u"HEAD cannot be read"_s, placeOf(m_path),
                         u"“git fsck” tells more"_s);
    return std::optional(fromGit(git_reference_target(reference)));
}

base::Result<std::optional<ObjectId>> Repository::resolveCommit(const QString &revision) const
{
    const QByteArray name = revision.toUtf8();
    // A whole id comes before a branch of that name.
    if (const std::optional<ObjectId> id = parseHexId(name); id && locate(*id) && readCommit(*id))
        return std::optional(id);
    const std::optional<ObjectId> named = m_plain ? m_plain->named(name) : std::nullopt;
    if (named && readCommit(*named))
        return std::optional(named);
    if (const std::optional<ObjectId> id = resolveBeginning(name))
        return std::optional(id);
    git_repository *const repository = library();
    if (!repository)
        return lastError(base::ErrorCode::Unreadable, u"The git repository cannot be opened"_s,
                         placeOf(m_path));
    git_object *object = nullptr;
    const int failed = git_revparse_single(&object, repository, name.constData());
    const ObjectPointer owner(object);
    if (failed == GIT_EAMBIGUOUS)
        return base::Error{base::ErrorCode::NoSuchRevision,
                           u"Several objects begin with “%1”"_s.arg(revision), placeOf(m_path),
                           u"give more digits of the commit's id"_s};
    // What git cannot parse as a revision names none: the caller says which it looked for.
    if (failed != 0)
        return std::optional<ObjectId>();
    return peelToCommit(object);
}

base::Result<QList<Tag>> Repository::tags() const
{
    git_repository *const repository = library();
    git_strarray names{};
    if (!repository || git_tag_list(&names, repository) != 0)
        return lastError(base::ErrorCode::Unreadable, u"The tags cannot be read"_s, placeOf(m_path));
    const std::unique_ptr<git_strarray, Freed<git_strarray, git_strarray_dispose>> owner(&names);
    QList<Tag> tags;
    for (std::size_t i = 0; i < std::min(names.count, MostTags); ++i) {
        const QByteArray name = names.strings[i];
        git_object *object = nullptr;
        if (!QByteArrayView(name).isValidUtf8() ||
            git_revparse_single(&object, repository, ("refs/tags/" + name).constData()) != 0)
            continue;
        const ObjectPointer objectOwner(object);
        const std::optional<ObjectId> id = peelToCommit(object);
        if (const auto commit = id ? std::optional(readCommit(*id)) : std::nullopt; commit && *commit)
            tags.append({QString::fromUtf8(name), (*commit)->committed});
    }
    return tags;
}

/// What people type most: the beginning of a commit's id. Nothing where libgit2 is to be asked.
std::optional<ObjectId> Repository::resolveBeginning(const QByteArray &digits) const
{
    const std::optional<IdRange> range = m_plain ? parseHexBeginning(digits) : std::nullopt;
    if (!range || m_plain->mayBeReference(digits))
        return {};
    const std::optional<ObjectId> id = m_packs->store().onlyOneIn(*range);
    return id && readCommit(*id) ? id : std::nullopt;
}

std::optional<ObjectId> Repository::firstParent(const ObjectId &commit, qint64 steps, qint64 *counted) const
{
    ObjectId at = commit;
    for (*counted = 0; *counted < steps; ++*counted) {
        const base::Result<Commit> read = readCommit(at);
        if (!read)
            return {};
        if (read->parents.isEmpty()) {
            ++*counted;
            return {};
        }
        at = read->parents.first();
    }
    return readCommit(at) ? std::optional(at) : std::nullopt;
}

std::optional<PackPlace> Repository::locate(const ObjectId &id) const
{
    const std::optional<PackPlace> place = m_packs->store().locate(id, m_lastPack);
    if (place)
        m_lastPack = place->pack;
    return place;
}

std::uint64_t Repository::storageOrder(const ObjectId &id) const
{
    constexpr int offsetBits = 48;
    const std::optional<PackPlace> place = locate(id);
    return place ? std::uint64_t(place->pack) << offsetBits | place->offset : UnknownPlace;
}

bool Repository::contains(const ObjectId &id) const
{
    if (locate(id))
        return true;
    const git_oid oid = toGit(id);
    git_odb *const objects = database();
    return objects && git_odb_exists_ext(objects, &oid, GIT_ODB_LOOKUP_NO_REFRESH) == 1;
}

base::Result<TypedBytes> Repository::readOtherwise(const ObjectId &id, bool isInPack) const
{
    // What would make libgit2 go round in circles, or take all memory there is, it is not asked for.
    const PackReader::Failure failure = m_packs->failure();
    if (!isInPack || failure == PackReader::Failure::NotUnderstood)
        return readByLibrary(id);
    const QString why = failure == PackReader::Failure::EndlessChain
                            ? u"its deltas have no end"_s
                            : u"its pack announces more than it can hold"_s;
    return base::Error{base::ErrorCode::Corrupt,
                       u"Object %1 cannot be read: %2"_s.arg(base::hexId(id).left(12), why), placeOf(m_path),
                       u"“git fsck” tells more"_s};
}

base::Result<TypedBytes> Repository::readByLibrary(const ObjectId &id) const
{
    const git_oid oid = toGit(id);
    git_odb *const objects = database();
    git_odb_object *object = nullptr;
    const int failed = objects ? git_odb_read(&object, objects, &oid) : GIT_ERROR;
    const DataPointer owner(object);
    if (failed == GIT_ENOTFOUND && isForbidden(objectsIn(m_directory)))
        return forbidden(u"Object %1 cannot be read"_s.arg(base::hexId(id).left(12)), placeOf(m_path));
    if (failed == GIT_ENOTFOUND)
        return base::Error{base::ErrorCode::Unreadable,
                           u"Object %1 is missing"_s.arg(base::hexId(id).left(12)), placeOf(m_path),
                           u"if this is a partial clone, fetch it whole"_s};
    if (failed != 0)
        return lastError(base::ErrorCode::Corrupt,
                         u"Object %1 cannot be read"_s.arg(base::hexId(id).left(12)), placeOf(m_path),
                         u"“git fsck” tells more"_s);
    return TypedBytes{objectType(git_odb_object_type(object)),
                      QByteArray(static_cast<const char *>(git_odb_object_data(object)),
                                 qsizetype(git_odb_object_size(object)))};
}

base::Result<Object> Repository::read(const ObjectId &id) const
{
    const std::optional<PackPlace> place = locate(id);
    if (place) {
        if (std::optional<TypedBytes> object = m_packs->read(*place))
            return Object(*std::move(object));
    }
    base::Result<TypedBytes> object = readOtherwise(id, place.has_value());
    if (!object)
        return object.error();
    return Object(*std::move(object));
}

base::Result<QByteArrayView> Repository::view(const ObjectId &id, ObjectType type) const
{
    ObjectType found = ObjectType::Other;
    QByteArrayView bytes;
    const std::optional<PackPlace> place = locate(id);
    if (const std::optional<PackReader::View> object = place ? m_packs->view(*place) : std::nullopt) {
        found = object->type;
        bytes = object->bytes;
    } else {
        base::Result<TypedBytes> other = readOtherwise(id, place.has_value());
        if (!other)
            return other.error();
        m_viewed = *std::move(other);
        found = m_viewed.type;
        bytes = m_viewed.bytes;
    }
    if (found != type)
        return notOfKind(id, type == ObjectType::Commit ? u"commit"_s : u"tree"_s);
    return bytes;
}

base::Error Repository::notOfKind(const ObjectId &id, const QString &kind) const
{
    return {base::ErrorCode::Corrupt, u"Object %1 is no %2"_s.arg(base::hexId(id).left(12), kind),
            placeOf(m_path), u"“git fsck” tells more"_s};
}

base::Result<Commit> Repository::readCommit(const ObjectId &id) const
{
    const base::Result<QByteArrayView> bytes = view(id, ObjectType::Commit);
    if (!bytes)
        return bytes.error();
    if (std::optional<Commit> commit = parseCommit(*bytes))
        return *std::move(commit);
    return notOfKind(id, u"commit"_s);
}

base::Result<Object> Repository::readTree(const ObjectId &id) const
{
    base::Result<Object> object = read(id);
    if (object && object->type() != ObjectType::Tree)
        return notOfKind(id, u"tree"_s);
    return object;
}

base::Result<QByteArrayView> Repository::viewTree(const ObjectId &id) const
{
    return view(id, ObjectType::Tree);
}

std::unordered_set<ObjectId, ObjectIdHash> Repository::shallowCommits() const
{
    std::unordered_set<ObjectId, ObjectIdHash> ids;
    QFile file(m_directory + "/shallow"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return ids;
    while (!file.atEnd()) {
        if (const std::optional<ObjectId> id = parseHexId(file.readLine().trimmed()))
            ids.insert(*id);
    }
    return ids;
}

} // namespace loredesk::git
