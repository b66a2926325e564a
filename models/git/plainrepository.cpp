// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/plainrepository.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::git {

namespace {

// Bounds for what a hostile repository makes the program read; beyond them libgit2 is asked, which has its
// own.
constexpr qint64 LongestConfiguration = 64 * 1024;
constexpr qint64 LongestReference = 4096;
constexpr qint64 LongestPackedReferences = 4 * 1024 * 1024;

/// Nothing where it is not there, cannot be read, or is longer than `most`.
std::optional<QByteArray> contentOf(const QString &path, qint64 most)
{
    QFile file(path);
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray content = file.read(most + 1);
    if (content.size() > most || file.error() != QFileDevice::NoError)
        return {};
    return content;
}

/// Says nothing that changes where objects and references lie, or of what kind they are (git-config(1):
/// `core.worktree`, `extensions.*`, `include.*`, a repository format other than 0). Words in comments count
/// as well: then libgit2 is asked in vain, and nothing is lost.
bool isPlain(const QByteArray &configuration)
{
    const QByteArray text = configuration.toLower();
    static constexpr std::array unusual{"extensions", "include", "worktree", "\\\n"};
    if (std::any_of(unusual.begin(), unusual.end(),
                    [&text](const char *word) { return text.contains(word); }))
        return false;
    static constexpr QByteArrayView version = "repositoryformatversion";
    for (qsizetype at = text.indexOf(version); at >= 0; at = text.indexOf(version, at + 1)) {
        const qsizetype from = at + version.size();
        const qsizetype end = text.indexOf('\n', from);
        const QByteArray value = text.mid(from, end < 0 ? -1 : end - from).simplified();
        if (value != "= 0" && value != "=0")
            return false;
    }
    return true;
}

/// A branch's full name that leads nowhere but below refs/heads.
bool isBranch(QByteArrayView name)
{
    return name.startsWith("refs/heads/") && !name.contains("..") && !name.contains("//") &&
           !name.endsWith('/') && std::all_of(name.begin(), name.end(), [](char c) {
               return uchar(c) > ' ' && c != 0x7f && c != '\\';
           });
}

} // namespace

std::optional<PlainRepository> PlainRepository::open(const QString &path)
{
    const PlainRepository repository(path);
    if (!QFileInfo(repository.objects()).isDir() || !QFileInfo(path + "/refs"_L1).isDir() ||
        QFileInfo::exists(path + "/commondir"_L1) || QFileInfo::exists(path + "/.git"_L1))
        return {};
    const std::optional<QByteArray> configuration = contentOf(path + "/config"_L1, LongestConfiguration);
    if (!configuration || !isPlain(*configuration) || !QFileInfo(path + "/HEAD"_L1).isFile())
        return {};
    return repository;
}

std::optional<ObjectId> PlainRepository::head() const
{
    const std::optional<QByteArray> content = contentOf(m_path + "/HEAD"_L1, LongestReference);
    if (!content)
        return {};
    static constexpr QByteArrayView symbolic = "ref:";
    if (!content->startsWith(symbolic))
        return parseHexId(content->trimmed());
    const QByteArray name = content->mid(symbolic.size()).trimmed();
    return isBranch(name) ? reference(name) : std::nullopt;
}

std::optional<ObjectId> PlainRepository::named(const QByteArray &name) const
{
    const auto isSimple = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
               c == '_' || c == '.';
    };
    // Before tags come HEAD and its like, and whatever lies in refs itself.
    const QString file = QString::fromLatin1(name);
    if (name.isEmpty() || name.startsWith('.') || name.contains("..") ||
        !std::all_of(name.begin(), name.end(), isSimple) || QFileInfo::exists(m_path + u'/' + file) ||
        QFileInfo::exists(m_path + "/refs/"_L1 + file))
        return {};
    for (const QByteArray &directory : {"refs/tags/"_ba, "refs/heads/"_ba}) {
        if (const std::optional<ObjectId> id = reference(directory + name))
            return id;
        // There, and not understood.
        if (QFileInfo::exists(m_path + u'/' + QString::fromLatin1(directory) + file))
            return {};
    }
    return {};
}

bool PlainRepository::mayBeReference(const QByteArray &name) const
{
    // The order of gitrevisions(7), <refname>.
    const QString file = QString::fromUtf8(name);
    for (const QString &directory :
         {u"/"_s, u"/refs/"_s, u"/refs/tags/"_s, u"/refs/heads/"_s, u"/refs/remotes/"_s}) {
        if (QFileInfo::exists(m_path + directory + file))
            return true;
    }
    const QString path = m_path + "/packed-refs"_L1;
    if (!QFileInfo::exists(path))
        return false;
    const std::optional<QByteArray> packed = contentOf(path, LongestPackedReferences);
    return !packed || packed->contains('/' + name + '\n') || packed->contains('/' + name + "/HEAD\n");
}

std::optional<ObjectId> PlainRepository::reference(const QByteArray &name) const
{
    const QString path = m_path + u'/' + QString::fromUtf8(name);
    if (QFileInfo::exists(path)) {
        const std::optional<QByteArray> content = contentOf(path, LongestReference);
        return content ? parseHexId(content->trimmed()) : std::nullopt;
    }
    // One that is not in a file of its own is packed.
    const std::optional<QByteArray> packed = contentOf(m_path + "/packed-refs"_L1, LongestPackedReferences);
    constexpr qsizetype hexDigits = 40;
    const qsizetype at = packed ? packed->indexOf(' ' + name + '\n') : -1;
    if (at < hexDigits || (at > hexDigits && packed->at(at - hexDigits - 1) != '\n'))
        return {};
    return parseHexId(QByteArrayView(*packed).sliced(at - hexDigits, hexDigits));
}

} // namespace loredesk::git
