// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdint>

namespace loredesk::tests {

/// One thing that happens to a public-inbox archive: one commit.
struct ArchiveStep
{
    enum class Kind {
        Add,    ///< a message arrives (v2: blob `m`; v1: a file at its path, replacing one of the same
                ///< Message-ID)
        Remove, ///< a message of this content is deleted (v2: blob `d`; v1: its file goes)
        Purge,  ///< v2: an `m` without a byte, as a purge leaves it
        Other,  ///< a commit with a file that is no mail (`README`)
    };
    Kind kind = Kind::Add;
    QByteArray message;
    std::int64_t committed =
        0; ///< seconds since 1970; 0: one minute after the step before, from 2025-01-01 on
};

enum class MboxFlavour {
    Mboxrd,  ///< as public-inbox hands it out: "From mboxrd@z", every ">*From " quoted once more
    Mboxo,   ///< "From ADDRESS DATE", only "From " quoted
    Mboxcl2, ///< Content-Length, nothing quoted
    Git,     ///< as git format-patch --stdout writes it, nothing quoted
};

/// Builds archives of every kind in a temporary directory of its own, which goes with the builder. Needs the
/// `git` program for the public-inbox kinds. Every function gives the path of what it made, and ends the test
/// program with a message (qFatal) where that failed: a fixture that is not there must not look like a passed
/// test.
class ArchiveBuilder
{
public:
    ArchiveBuilder();

    QString directory() const { return m_directory.path(); }
    /// Path of `name` in the directory.
    QString path(const QString &name) const { return m_directory.filePath(name); }

    // A made-up mail. `number` makes everything in it unique: "message NUMBER", <NUMBER@example.org>, one
    // minute later.
    static QByteArray sampleMessage(int number, const QByteArray &body = {});
    static QByteArrayList sampleMessages(int count);
    /// Steps that add the messages in order.
    static QList<ArchiveStep> adding(const QByteArrayList &messages);

    /// An inbox directory `name` with `git/N.git` from `firstEpoch` on, and `all.git` beside it.
    QString v2(const QString &name, const QList<QList<ArchiveStep>> &epochs, int firstEpoch = 0);
    QString v1(const QString &name, const QList<ArchiveStep> &steps);
    /// A single v2 epoch as mirrors publish it.
    QString bareEpoch(const QString &name, const QList<ArchiveStep> &steps);
    QString workTreeEpoch(const QString &name, const QList<ArchiveStep> &steps);

    QString mbox(const QString &name, const QByteArrayList &messages,
                 MboxFlavour flavour = MboxFlavour::Mboxrd);
    static QByteArray mboxBytes(const QByteArrayList &messages, MboxFlavour flavour);
    /// gzip of `bytes` as one member.
    static QByteArray gzipped(const QByteArray &bytes);
    /// The messages alternate between `new` and `cur`.
    QString maildir(const QString &name, const QByteArrayList &messages);
    /// A folder of files; `fileNames` as many as messages, or empty for 0001-message.patch and so on.
    QString folder(const QString &name, const QByteArrayList &messages, const QStringList &fileNames = {});
    QString file(const QString &name, const QByteArray &bytes);

    // Working on repositories that exist ("…/git/0.git", a bare epoch, a v1 repository).
    /// More steps on top of the branch.
    void append(const QString &repository, const QList<ArchiveStep> &steps, bool v1 = false);
    /// Full ids along the first parents, oldest first.
    QStringList commits(const QString &repository) const;
    /// Full id of what `revision` names.
    QString revision(const QString &repository, const QString &revision) const;
    void tag(const QString &repository, const QString &name, const QString &revision);
    /// Takes an object away, as a partial clone does. Only while the repository is not packed.
    void removeObject(const QString &repository, const QString &id);
    /// All objects into one pack.
    void pack(const QString &repository);
    /// Runs git in the repository and gives its standard output.
    QByteArray git(const QString &repository, const QStringList &arguments,
                   const QByteArray &input = {}) const;

private:
    void initialise(const QString &repository, bool bare);
    QString makeDirectory(const QString &name) const;

    QTemporaryDir m_directory;
};

} // namespace loredesk::tests
