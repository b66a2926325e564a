// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace loredesk::tests {

/// One commit that git-am(1) made.
struct GitCommit
{
    QByteArray id;
    QByteArray tree;
    QString author;  ///< `Name <address>`
    QByteArray date; ///< seconds since 1970 and zone: "1747765595 +0200"
    QString subject;
    QString message; ///< below the subject, without blank lines around it
};

/// A repository in a temporary directory to try git-am(1) in. Nothing of the user's configuration has a part
/// in it, and committer and time are fixed: the same patches give the same commits.
class GitScratch
{
public:
    GitScratch();

    struct Run
    {
        bool ok = false;
        QByteArray out;
        QByteArray error;
    };
    Run git(const QStringList &arguments, const QByteArray &input = {}) const;

    /// git-am on a new branch that starts at the branch `base`.
    Run am(const QString &branch, const QByteArray &mbox) const;
    /// The same with messages as they are, each a file of its own. Where base64 holds CRLF, as RFC 2045 has
    /// it, that is no part of the files.
    Run am(const QString &branch, const QByteArrayList &messages) const;

    /// Writes a file of the work tree.
    void write(const QString &name, const QByteArray &bytes) const;
    /// Commits the work tree as it is, and gives the id.
    QByteArray commit(const QString &author, const QString &date, const QString &message) const;

    /// From a commit up to the branch, oldest first.
    QList<GitCommit> commits(const QString &branch, const QString &since = QStringLiteral("base")) const;
    /// git-patch-id --stable of each of them; `options` are git-log's ("--patience").
    QByteArrayList patchIds(const QString &branch, const QStringList &options = {}) const;
    /// What git-mailinfo(1) takes for the patch of a message, or empty where it gives up.
    QByteArray patchOf(const QByteArray &message) const;

private:
    Run amFiles(const QString &branch, const QByteArrayList &files, const QStringList &options) const;

    QTemporaryDir m_directory;
};

} // namespace loredesk::tests
