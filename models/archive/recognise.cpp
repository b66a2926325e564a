// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/recognise.h"

#include "models/archive/bytesource.h"
#include "models/archive/epocharchive.h"
#include "models/archive/filesetarchive.h"
#include "models/archive/mailsniffer.h"
#include "models/archive/mboxarchive.h"
#include "models/archive/mboxsplitter.h"
#include "models/archive/places.h"
#include "models/archive/v1archive.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

using Opened = base::Result<std::unique_ptr<Archive>>;

constexpr qsizetype SniffedSize = 64 * 1024;

QString whatIsRead()
{
    return u"Loredesk reads public-inbox archives, mbox files, maildirs, and files or folders of messages"_s;
}

base::Error notAnArchive(const QString &path, const QString &text, const QString &hint = whatIsRead())
{
    return {base::ErrorCode::NotAnArchive, text, placeOf(path), hint};
}

base::Error unreadable(const QString &path, const QString &text)
{
    return {base::ErrorCode::Unreadable, text, placeOf(path),
            u"ask its owner for permission to read, or open a copy"_s};
}

QString withoutGitSuffix(const QString &name)
{
    return name.size() > 4 && name.endsWith(".git"_L1) ? name.chopped(4) : name;
}

/// "kvm" for /a/kvm.git, /a/kvm and /a/kvm/.git
QString nameOfDirectory(const QString &path)
{
    const QFileInfo info(path);
    return withoutGitSuffix(info.fileName() == ".git"_L1 ? QFileInfo(info.path()).fileName()
                                                         : info.fileName());
}

/// The inbox directory if `directory` is one, or one of the directories that every inbox has.
struct Inbox
{
    QString path;
    QList<Epoch> epochs;
};

std::optional<Inbox> inboxAt(const QString &directory)
{
    if (QList<Epoch> epochs = epochsIn(directory + "/git"_L1); !epochs.isEmpty())
        return Inbox{directory, std::move(epochs)};
    const QFileInfo info(directory);
    const QString parent = info.path();
    // "INBOX/git", or any directory that the epochs were cloned into side by side.
    if (QList<Epoch> epochs = epochsIn(directory); !epochs.isEmpty())
        return Inbox{info.fileName() == "git"_L1 ? parent : directory, std::move(epochs)};
    const bool isEpoch = epochNumber(info.fileName()) && QFileInfo(parent).fileName() == "git"_L1;
    if (isEpoch) {
        if (QList<Epoch> epochs = epochsIn(parent); !epochs.isEmpty())
            return Inbox{QFileInfo(parent).path(), std::move(epochs)};
    }
    if (info.fileName() == "all.git"_L1) {
        if (QList<Epoch> epochs = epochsIn(parent + "/git"_L1); !epochs.isEmpty())
            return Inbox{parent, std::move(epochs)};
    }
    return {};
}

/// An inbox is told from other directories full of repositories by the newest epoch that has commits.
bool holdsV2Mail(const Inbox &inbox)
{
    bool allEmpty = true;
    for (qsizetype i = inbox.epochs.size(); i-- > 0;) {
        const base::Result<git::Repository> repository = git::Repository::open(inbox.epochs[i].path);
        if (!repository) {
            allEmpty = false;
            continue;
        }
        const MailLayout layout = mailLayout(*repository);
        if (layout == MailLayout::Epoch)
            return true;
        allEmpty = allEmpty && layout == MailLayout::Empty;
    }
    // An inbox that is waiting for its first message.
    return allEmpty && QFileInfo::exists(inbox.path + "/all.git"_L1);
}

Opened openInbox(const Inbox &inbox)
{
    if (!holdsV2Mail(inbox))
        return notAnArchive(inbox.path, u"There are git repositories here, but no mail in them"_s);
    return std::unique_ptr<Archive>(std::make_unique<EpochArchive>(
        ArchiveKind::PublicInboxV2, inbox.path, nameOfDirectory(inbox.path), inbox.epochs));
}

Opened openRepository(const QString &path)
{
    const base::Result<git::Repository> repository = git::Repository::open(path);
    if (!repository)
        return repository.error();
    switch (mailLayout(*repository)) {
    case MailLayout::Epoch:
        return std::unique_ptr<Archive>(std::make_unique<EpochArchive>(
            ArchiveKind::PublicInboxEpoch, path, nameOfDirectory(path), QList<Epoch>{{0, path}}));
    case MailLayout::Paths:
        return std::unique_ptr<Archive>(std::make_unique<V1Archive>(path, nameOfDirectory(path)));
    case MailLayout::Empty:
        return notAnArchive(path, u"The git repository has no commits yet"_s);
    case MailLayout::None:
        break;
    }
    const base::Result<std::optional<git::ObjectId>> head = repository->head();
    if (!head)
        return head.error();
    if (*head) {
        const base::Result<git::Commit> commit = repository->readCommit(**head);
        if (!commit)
            return base::Error{base::ErrorCode::Corrupt, commit.error().text, placeOf(path),
                               commit.error().hint};
    }
    return notAnArchive(path,
                        u"This is a git repository, but not of mail: its newest commits have no blob “m”"_s);
}

/// "open one of these: …", where a directory above the archives was given.
QString hintForDirectory(const QString &path)
{
    constexpr qsizetype named = 3;
    QStringList inboxes;
    const QFileInfoList children = QDir(path).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &child : children) {
        if (!epochsIn(child.filePath() + "/git"_L1).isEmpty())
            inboxes << child.fileName();
        if (inboxes.size() == named)
            break;
    }
    return inboxes.isEmpty() ? whatIsRead()
                             : u"open a directory in it, such as %1"_s.arg(inboxes.join(", "_L1));
}

/// What lies inside an inbox or a repository (`objects`, `msgmap.sqlite3`) means the whole of it.
std::optional<Opened> openEnclosing(const QString &path)
{
    constexpr int levels = 4;
    QString directory = path;
    for (int i = 0; i < levels; ++i) {
        const QString parent = QFileInfo(directory).path();
        if (parent == directory || parent.isEmpty())
            break;
        directory = parent;
        if (const std::optional<Inbox> inbox = inboxAt(directory);
            inbox && path.startsWith(inbox->path + u'/'))
            return openInbox(*inbox);
    }
    return {};
}

Opened openDirectory(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isReadable() || !info.isExecutable())
        return unreadable(path, u"The directory cannot be read: permission denied"_s);
    if (const std::optional<Inbox> inbox = inboxAt(path)) {
        Opened opened = openInbox(*inbox);
        if (opened || !looksLikeRepository(path))
            return opened;
    }
    std::optional<base::Error> repositoryError;
    if (looksLikeRepository(path)) {
        Opened opened = openRepository(path);
        if (opened)
            return opened;
        repositoryError = opened.error();
    }
    const QDir directory(path);
    if (directory.exists(u"cur"_s) && (directory.exists(u"new"_s) || directory.exists(u"tmp"_s)))
        return std::unique_ptr<Archive>(std::make_unique<FileSetArchive>(ArchiveKind::Maildir, path));
    if (holdsMessageFiles(path))
        return std::unique_ptr<Archive>(std::make_unique<FileSetArchive>(ArchiveKind::MessageFolder, path));
    if (repositoryError)
        return *repositoryError;
    if (std::optional<Opened> enclosing = openEnclosing(path))
        return *std::move(enclosing);
    if (directory.isEmpty())
        return notAnArchive(path, u"The directory is empty"_s);
    return notAnArchive(path, u"There is no mail in this directory"_s, hintForDirectory(path));
}

/// Names of what is often met in the place of an archive.
QString hintForFile(QByteArrayView head)
{
    if (head.startsWith("\xfd"
                        "7zXZ") ||
        head.startsWith("BZh") || head.startsWith("\x28\xb5\x2f\xfd") || head.startsWith("PK\x03\x04"))
        return u"it is compressed in a way that Loredesk does not undo: unpack it first"_s;
    constexpr qsizetype tarMark = 257;
    if (head.size() > tarMark + 5 && head.sliced(tarMark, 5) == "ustar")
        return u"it is a tar archive: unpack it first"_s;
    if (withoutEmptyLines(head).startsWith('<'))
        return u"it looks like a web page; archives on the web offer an “mbox.gz” to download"_s;
    return whatIsRead();
}

Opened openFile(const QString &path)
{
    const base::Result<QByteArray> raw = ByteSource::head(path, SniffedSize);
    if (!raw)
        return raw.error();
    const QByteArray &head = *raw;
    if (head.isEmpty())
        return notAnArchive(path, u"The file is empty"_s);
    const QByteArrayView start = withoutEmptyLines(head);
    QFile file(path);
    const bool gzip = file.open(QIODevice::ReadOnly) && startsLikeGzip(file.peek(3));
    if (const std::optional<FromLine> line = parseFromLine(start)) {
        // One message as git format-patch writes it is a message file; any other separator makes an mbox.
        bool isOnePatch = false;
        if (line->isGit) {
            base::NoProgress progress;
            const base::Result<std::shared_ptr<const ByteSource>> source = ByteSource::open(path, progress);
            if (!source)
                return source.error();
            MboxSplitter splitter((*source)->bytes(), MboxDialect::Mboxo);
            splitter.next();
            isOnePatch = !splitter.next();
        }
        if (!isOnePatch)
            return std::unique_ptr<Archive>(std::make_unique<MboxArchive>(path, gzip));
    }
    if (looksLikeMail(head))
        return std::unique_ptr<Archive>(std::make_unique<FileSetArchive>(ArchiveKind::MessageFile, path));
    if (std::optional<Opened> enclosing = openEnclosing(path))
        return *std::move(enclosing);
    return notAnArchive(path, u"The file is no mail"_s, hintForFile(head));
}

/// Why QFileInfo sees nothing at `path`.
base::Error whyAbsent(const QString &path)
{
    struct stat status
    {
    };
    const bool isLink = ::lstat(QFile::encodeName(path).constData(), &status) == 0;
    if (!isLink && (errno == EACCES || errno == EPERM))
        return unreadable(path, u"The path cannot be reached: permission denied"_s);
    if (isLink)
        return {base::ErrorCode::NotFound, u"The link leads nowhere"_s, placeOf(path),
                u"see what it points to with ls -l"_s};
    return {base::ErrorCode::NotFound, u"There is nothing at this path"_s, placeOf(path),
            u"check how it is spelt"_s};
}

} // namespace

Opened recognise(const QString &path)
{
    if (path.isEmpty())
        return base::Error{base::ErrorCode::NotFound, u"No archive was named"_s, {}, {}};
    const bool isResource = path.startsWith(u':');
    const QString clean = isResource ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const QFileInfo info(clean);
    if (!info.exists())
        return whyAbsent(clean);
    if (info.isDir())
        return openDirectory(clean);
    if (!info.isFile())
        return notAnArchive(clean, u"This is neither a file nor a directory"_s);
    if (!info.isReadable())
        return unreadable(clean, u"The file cannot be read: permission denied"_s);
    return openFile(clean);
}

} // namespace loredesk::archive
