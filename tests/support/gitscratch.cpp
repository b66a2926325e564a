// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gitscratch.h"

#include <QFile>
#include <QHash>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

GitScratch::GitScratch()
{
    if (!git({u"init"_s, u"-q"_s, u"--template="_s, u"-b"_s, u"start"_s, u"tree"_s}).ok)
        qFatal("git init failed");
}

GitScratch::Run GitScratch::git(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    const bool made = QFile::exists(m_directory.filePath(u"tree/.git"_s));
    process.setWorkingDirectory(made ? m_directory.filePath(u"tree"_s) : m_directory.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"GIT_CEILING_DIRECTORIES"_s, m_directory.path());
    environment.insert(u"GIT_COMMITTER_NAME"_s, u"Committer"_s);
    environment.insert(u"GIT_COMMITTER_EMAIL"_s, u"committer@example.org"_s);
    environment.insert(u"GIT_COMMITTER_DATE"_s, u"1735689600 +0000"_s);
    process.setProcessEnvironment(environment);
    process.start(u"git"_s,
                  QStringList{u"-c"_s, u"gc.auto=0"_s, u"-c"_s, u"core.quotePath=false"_s} + arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool finished = process.waitForFinished(120000);
    return {finished && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

GitScratch::Run GitScratch::am(const QString &branch, const QByteArray &mbox) const
{
    return amFiles(branch, {mbox}, {});
}

GitScratch::Run GitScratch::am(const QString &branch, const QByteArrayList &messages) const
{
    return amFiles(branch, messages, {u"--quoted-cr=strip"_s});
}

GitScratch::Run GitScratch::amFiles(const QString &branch, const QByteArrayList &files,
                                    const QStringList &options) const
{
    if (const Run made = git({u"checkout"_s, u"-q"_s, u"-f"_s, u"-B"_s, branch, u"base"_s}); !made.ok)
        return made;
    QStringList arguments = QStringList{u"am"_s, u"-q"_s, u"--patch-format=mbox"_s} + options;
    int number = 0;
    for (const QByteArray &bytes : files) {
        const QString path = m_directory.filePath(branch + u'-' + QString::number(++number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a scratch file cannot be written");
        arguments << path;
    }
    const Run applied = git(arguments);
    if (!applied.ok)
        git({u"am"_s, u"--abort"_s}); // for the next branch
    return applied;
}

QList<GitCommit> GitScratch::commits(const QString &branch, const QString &since) const
{
    QList<GitCommit> commits;
    const Run log = git({u"log"_s, u"--reverse"_s, u"--date=raw"_s,
                         u"--format=%H%x00%T%x00%an <%ae>%x00%ad%x00%B%x01"_s, since + ".."_L1 + branch});
    for (const QByteArray &entry : log.out.split('\1')) {
        const QByteArrayList cells = entry.trimmed().split('\0');
        if (cells.size() != 5)
            continue;
        const QString text = QString::fromUtf8(cells[4]).trimmed();
        const qsizetype end = text.indexOf(u'\n');
        commits.append({cells[0], cells[1], QString::fromUtf8(cells[2]), cells[3], text.left(end),
                        end < 0 ? QString() : text.mid(end).trimmed()});
    }
    return commits;
}

QByteArrayList GitScratch::patchIds(const QString &branch, const QStringList &options) const
{
    const Run log =
        git(QStringList{u"log"_s, u"-p"_s, u"--full-index"_s} + options + QStringList{u"base.."_s + branch});
    QHash<QByteArray, QByteArray> byCommit;
    for (const QByteArray &line : git({u"patch-id"_s, u"--stable"_s}, log.out).out.split('\n')) {
        const QByteArrayList cells = line.split(' ');
        if (cells.size() == 2)
            byCommit.insert(cells[1], cells[0]);
    }
    QByteArrayList ids;
    for (const QByteArray &commit :
         git({u"rev-list"_s, u"--reverse"_s, u"base.."_s + branch}).out.split('\n')) {
        if (!commit.isEmpty())
            ids << byCommit.value(commit);
    }
    return ids;
}

QByteArray GitScratch::patchOf(const QByteArray &message) const
{
    const QString path = m_directory.filePath(u"patch"_s);
    QFile::remove(path);
    if (!git({u"mailinfo"_s, u"--quoted-cr=strip"_s, u"../message"_s, u"../patch"_s}, message).ok)
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void GitScratch::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_directory.filePath("tree/"_L1 + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a file of the scratch repository cannot be written");
}

QByteArray GitScratch::commit(const QString &author, const QString &date, const QString &message) const
{
    const bool added = git({u"add"_s, u"-A"_s}).ok;
    const Run made = git({u"commit"_s, u"-q"_s, u"--cleanup=verbatim"_s, u"--author"_s, author, u"--date"_s,
                          date, u"-F"_s, u"-"_s},
                         message.toUtf8());
    if (!added || !made.ok)
        qFatal("a commit cannot be made: %s", made.error.constData());
    return git({u"rev-parse"_s, u"HEAD"_s}).out.trimmed();
}

} // namespace loredesk::tests
