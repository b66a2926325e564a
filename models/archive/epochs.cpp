// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/epochs.h"

#include "models/git/tree.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

bool isHex(QByteArrayView name)
{
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool holdsV1Files(const git::Repository &repository, const git::ObjectId &tree)
{
    const base::Result<git::Object> object = repository.readTree(tree);
    if (!object)
        return false;
    const std::optional<git::TreeEntry> first = git::TreeCursor(object->bytes()).next();
    return first && first->isFile && isV1File(first->name);
}

MailLayout layoutOf(const git::Repository &repository, const git::Object &tree)
{
    int entries = 0;
    bool hasDeletion = false;
    git::TreeCursor cursor(tree.bytes());
    while (const std::optional<git::TreeEntry> entry = cursor.next()) {
        ++entries;
        if (entry->isFile && entry->name == "m")
            return MailLayout::Epoch;
        hasDeletion = hasDeletion || (entry->isFile && entry->name == "d");
        if (entry->isTree && isV1Directory(entry->name) && holdsV1Files(repository, entry->id))
            return MailLayout::Paths;
    }
    // `d` stands alone in its tree; among others it is somebody's file.
    return hasDeletion && entries == 1 ? MailLayout::Epoch : MailLayout::None;
}

} // namespace

bool isV1Directory(QByteArrayView name)
{
    return name.size() == 2 && isHex(name);
}

bool isV1File(QByteArrayView name)
{
    return name.size() == 38 && isHex(name);
}

std::optional<int> epochNumber(const QString &directoryName)
{
    if (!directoryName.endsWith(".git"_L1))
        return {};
    bool ok = false;
    const int number = directoryName.chopped(4).toInt(&ok);
    // "+1.git" and "01.git" are not epochs.
    if (!ok || number < 0 || QString::number(number) != directoryName.chopped(4))
        return {};
    return number;
}

bool looksLikeRepository(const QString &path)
{
    const QDir directory(path);
    return directory.exists(u".git"_s) ||
           (QFileInfo(directory.filePath(u"objects"_s)).isDir() && directory.exists(u"HEAD"_s));
}

QList<Epoch> epochsIn(const QString &directory)
{
    QList<Epoch> epochs;
    const QFileInfoList children =
        QDir(directory).entryInfoList({u"*.git"_s}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
    for (const QFileInfo &child : children) {
        if (const std::optional<int> number = epochNumber(child.fileName()))
            epochs << Epoch{*number, child.filePath()};
    }
    std::sort(epochs.begin(), epochs.end(),
              [](const Epoch &a, const Epoch &b) { return a.number < b.number; });
    const bool anyRepository = std::any_of(
        epochs.begin(), epochs.end(), [](const Epoch &epoch) { return looksLikeRepository(epoch.path); });
    return anyRepository ? epochs : QList<Epoch>();
}

MailLayout mailLayout(const git::Repository &repository)
{
    // An inbox whose messages were all deleted has an empty tree at its tip: look a little further back.
    constexpr int commitsLookedAt = 32;
    const base::Result<std::optional<git::ObjectId>> head = repository.head();
    if (!head || !*head)
        return head ? MailLayout::Empty : MailLayout::None;
    git::ObjectId id = **head;
    for (int i = 0; i < commitsLookedAt; ++i) {
        const base::Result<git::Commit> commit = repository.readCommit(id);
        if (!commit)
            break;
        if (const base::Result<git::Object> tree = repository.readTree(commit->tree)) {
            const MailLayout layout = layoutOf(repository, *tree);
            if (layout != MailLayout::None)
                return layout;
        }
        if (commit->parents.isEmpty())
            break;
        id = commit->parents.first();
    }
    return MailLayout::None;
}

} // namespace loredesk::archive
