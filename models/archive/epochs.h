// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/repository.h"

#include <QList>
#include <QString>

#include <optional>

namespace loredesk::archive {

/// One git repository of an archive.
struct Epoch
{
    int number = 0; ///< what Position::container says
    QString path;
};

/// The number of "7.git", else nothing.
std::optional<int> epochNumber(const QString &directoryName);

/// Whether a directory looks like a git repository, bare or with a work tree, without opening it.
bool looksLikeRepository(const QString &path);

/// The `N.git` directories in `directory`, lowest number first; nothing where none of them looks like a
/// repository.
QList<Epoch> epochsIn(const QString &directory);

/// What kind of mail a repository holds.
enum class MailLayout {
    None,  ///< commits, but no mail in them
    Empty, ///< no commits
    Epoch, ///< blob `m` or `d` in the tree: v2
    Paths, ///< blobs at xx/38hex: v1
};

/// Looks at the newest commits; those whose tree is missing (partial clones) tell nothing.
MailLayout mailLayout(const git::Repository &repository);

/// True for two hexadecimal digits: a directory of v1.
bool isV1Directory(QByteArrayView name);
/// True for thirty-eight hexadecimal digits: a message in such a directory.
bool isV1File(QByteArrayView name);

} // namespace loredesk::archive
