// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/archivebuilder.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

namespace {

constexpr std::int64_t FirstMinute = 1735689600; // 2025-01-01 00:00 UTC

/// Value of a header field, for paths and separators; only what the fixtures themselves write.
QByteArray headerValue(const QByteArray &message, const QByteArray &field)
{
    for (const QByteArray &line : message.split('\n')) {
        if (line.trimmed().isEmpty())
            break;
        if (line.toLower().startsWith(field.toLower() + ':'))
            return line.mid(field.size() + 1).trimmed();
    }
    return {};
}

/// Where public-inbox v1 puts a message: the SHA-1 of its Message-ID without the angle brackets.
QByteArray v1Path(const QByteArray &message)
{
    QByteArray id = headerValue(message, "Message-ID");
    if (id.startsWith('<') && id.endsWith('>'))
        id = id.mid(1, id.size() - 2);
    const QByteArray hex = QCryptographicHash::hash(id, QCryptographicHash::Sha1).toHex();
    return hex.left(2) + '/' + hex.mid(2);
}

QByteArray fastImportData(const QByteArray &bytes)
{
    return "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
}

QByteArray fastImportCommit(const ArchiveStep &step, std::int64_t committed, bool v1, bool continues)
{
    const bool isAddition = step.kind == ArchiveStep::Kind::Add;
    const QByteArray subject = isAddition ? headerValue(step.message, "Subject") : QByteArray("rm");
    const QByteArray when = QByteArray::number(qlonglong(committed)) + " +0000\n";
    QByteArray stream = "commit refs/heads/master\nauthor A Sender <sender@example.org> " + when +
                        "committer A List <list@example.org> " + when + fastImportData(subject);
    if (continues)
        stream += "from refs/heads/master^0\n";
    if (!v1)
        stream += "deleteall\n";
    switch (step.kind) {
    case ArchiveStep::Kind::Add:
        stream += "M 100644 inline " + (v1 ? v1Path(step.message) : QByteArray("m")) + '\n' +
                  fastImportData(step.message);
        break;
    case ArchiveStep::Kind::Remove:
        if (v1)
            stream += "D " + v1Path(step.message) + '\n';
        else
            stream += "M 100644 inline d\n" + fastImportData(step.message);
        break;
    case ArchiveStep::Kind::Purge:
        stream += "M 100644 inline m\n" + fastImportData({});
        break;
    case ArchiveStep::Kind::Other:
        stream += "M 100644 inline README\n" + fastImportData("no mail\n");
        break;
    }
    return stream + '\n';
}

/// Quotes lines that begin with "From ": with any number of '>' before it (mboxrd), or none (mboxo).
QByteArray quoted(const QByteArray &message, bool everyLevel)
{
    QByteArrayList lines = message.split('\n');
    for (QByteArray &line : lines) {
        qsizetype at = 0;
        while (everyLevel && at < line.size() && line[at] == '>')
            ++at;
        if (line.mid(at).startsWith("From "))
            line.prepend('>');
    }
    return lines.join('\n');
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("fixture: cannot write %s", qPrintable(path));
}

} // namespace

ArchiveBuilder::ArchiveBuilder()
{
    if (!m_directory.isValid())
        qFatal("fixture: no temporary directory");
}

QByteArray ArchiveBuilder::sampleMessage(int number, const QByteArray &body)
{
    const QByteArray n = QByteArray::number(number);
    const QDateTime date = QDateTime::fromSecsSinceEpoch(FirstMinute + 60 * number, Qt::UTC);
    return "From: Person " + n + " <person" + n + "@example.org>\nTo: list@example.org\nSubject: message " +
           n + "\nDate: " + QLocale::c().toString(date, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() +
           " +0000\nMessage-ID: <" + n + "@example.org>\n\n" +
           (body.isEmpty() ? "This is message " + n + ".\n" : body);
}

QByteArrayList ArchiveBuilder::sampleMessages(int count)
{
    QByteArrayList messages;
    for (int i = 0; i < count; ++i)
        messages << sampleMessage(i);
    return messages;
}

QList<ArchiveStep> ArchiveBuilder::adding(const QByteArrayList &messages)
{
    QList<ArchiveStep> steps;
    for (const QByteArray &message : messages)
        steps << ArchiveStep{ArchiveStep::Kind::Add, message, 0};
    return steps;
}

QString ArchiveBuilder::makeDirectory(const QString &name) const
{
    if (!QDir(directory()).mkpath(name))
        qFatal("fixture: cannot make directory %s", qPrintable(name));
    return path(name);
}

QByteArray ArchiveBuilder::git(const QString &repository, const QStringList &arguments,
                               const QByteArray &input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // The user's own settings must not reach the fixtures.
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.remove(u"GIT_DIR"_s);
    for (const QString &who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
        environment.insert("GIT_"_L1 + who + "_NAME"_L1, u"A List"_s);
        environment.insert("GIT_"_L1 + who + "_EMAIL"_L1, u"list@example.org"_s);
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(repository);
    // Loose objects, so that tests can take single ones away.
    process.start(u"git"_s, QStringList{u"-c"_s, u"fastimport.unpackLimit=1000000"_s, u"-c"_s,
                                        u"init.defaultBranch=master"_s} +
                                arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        qFatal("fixture: git %s: %s", qPrintable(arguments.join(u' ')),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void ArchiveBuilder::initialise(const QString &repository, bool bare)
{
    if (!QDir().mkpath(repository))
        qFatal("fixture: cannot make directory %s", qPrintable(repository));
    QStringList arguments{u"init"_s, u"-q"_s};
    if (bare)
        arguments << u"--bare"_s;
    git(repository, arguments);
}

void ArchiveBuilder::append(const QString &repository, const QList<ArchiveStep> &steps, bool v1)
{
    if (steps.isEmpty())
        return;
    bool continues = !git(repository, {u"for-each-ref"_s, u"refs/heads/master"_s}).isEmpty();
    std::int64_t clock = FirstMinute;
    if (continues)
        clock = git(repository, {u"log"_s, u"-1"_s, u"--format=%ct"_s, u"refs/heads/master"_s})
                    .trimmed()
                    .toLongLong();
    QByteArray stream;
    for (const ArchiveStep &step : steps) {
        clock = step.committed ? step.committed : clock + 60;
        stream += fastImportCommit(step, clock, v1, continues);
        continues = false; // from the second commit on, fast-import goes on where it is
    }
    git(repository, {u"fast-import"_s, u"--quiet"_s}, stream);
}

QString ArchiveBuilder::v2(const QString &name, const QList<QList<ArchiveStep>> &epochs, int firstEpoch)
{
    const QString inbox = makeDirectory(name);
    QByteArray alternates;
    for (qsizetype i = 0; i < epochs.size(); ++i) {
        const QString number = QString::number(firstEpoch + i);
        const QString repository = inbox + "/git/"_L1 + number + ".git"_L1;
        initialise(repository, true);
        append(repository, epochs[i]);
        alternates += "../../git/" + number.toLatin1() + ".git/objects\n";
    }
    initialise(inbox + "/all.git"_L1, true);
    write(inbox + "/all.git/objects/info/alternates"_L1, alternates);
    return inbox;
}

QString ArchiveBuilder::v1(const QString &name, const QList<ArchiveStep> &steps)
{
    const QString repository = path(name);
    initialise(repository, true);
    append(repository, steps, true);
    return repository;
}

QString ArchiveBuilder::bareEpoch(const QString &name, const QList<ArchiveStep> &steps)
{
    const QString repository = path(name);
    initialise(repository, true);
    append(repository, steps);
    return repository;
}

QString ArchiveBuilder::workTreeEpoch(const QString &name, const QList<ArchiveStep> &steps)
{
    const QString repository = path(name);
    initialise(repository, false);
    append(repository, steps);
    git(repository, {u"reset"_s, u"-q"_s, u"--hard"_s});
    return repository;
}

QByteArray ArchiveBuilder::mboxBytes(const QByteArrayList &messages, MboxFlavour flavour)
{
    QByteArray bytes;
    std::int64_t minute = FirstMinute;
    for (const QByteArray &message : messages) {
        minute += 60;
        const QDateTime date = QDateTime::fromSecsSinceEpoch(minute, Qt::UTC);
        const QByteArray when = QLocale::c().toString(date, u"ddd MMM d HH:mm:ss yyyy"_s).toLatin1();
        switch (flavour) {
        case MboxFlavour::Mboxrd:
            bytes += "From mboxrd@z Thu Jan  1 00:00:00 1970\n" + quoted(message, true) + '\n';
            break;
        case MboxFlavour::Mboxo:
            bytes += "From sender@example.org " + when + '\n' + quoted(message, false) + '\n';
            break;
        case MboxFlavour::Mboxcl2: {
            const qsizetype body = message.indexOf("\n\n") + 2;
            bytes += "From sender@example.org " + when + '\n' + message.left(body - 1) +
                     "Content-Length: " + QByteArray::number(message.size() - body) + "\n\n" +
                     message.mid(body) + '\n';
            break;
        }
        case MboxFlavour::Git:
            bytes += "From " + QCryptographicHash::hash(message, QCryptographicHash::Sha1).toHex() +
                     " Mon Sep 17 00:00:00 2001\n" + message + '\n';
            break;
        }
    }
    return bytes;
}

QString ArchiveBuilder::mbox(const QString &name, const QByteArrayList &messages, MboxFlavour flavour)
{
    return file(name, mboxBytes(messages, flavour));
}

QByteArray ArchiveBuilder::gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    constexpr int gzipFormat = 16 + MAX_WBITS;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("fixture: deflateInit2");
    QByteArray result(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("fixture: deflate");
    result.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return result;
}

QString ArchiveBuilder::maildir(const QString &name, const QByteArrayList &messages)
{
    const QString folder = makeDirectory(name);
    for (const QString &part : {u"cur"_s, u"new"_s, u"tmp"_s})
        makeDirectory(name + u'/' + part);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString unique = QString::number(FirstMinute + 60 * i) + ".M1P1.host.example.org"_L1;
        write(folder + (i % 2 ? "/cur/"_L1 + unique + ":2,S"_L1 : "/new/"_L1 + unique), messages[i]);
    }
    return folder;
}

QString ArchiveBuilder::folder(const QString &name, const QByteArrayList &messages,
                               const QStringList &fileNames)
{
    const QString folder = makeDirectory(name);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString fileName =
            fileNames.isEmpty() ? u"%1-message.patch"_s.arg(i + 1, 4, 10, QLatin1Char('0')) : fileNames[i];
        write(folder + u'/' + fileName, messages[i]);
    }
    return folder;
}

QString ArchiveBuilder::file(const QString &name, const QByteArray &bytes)
{
    const QString target = path(name);
    write(target, bytes);
    return target;
}

QStringList ArchiveBuilder::commits(const QString &repository) const
{
    const QByteArray output =
        git(repository, {u"rev-list"_s, u"--first-parent"_s, u"--reverse"_s, u"HEAD"_s});
    return QString::fromLatin1(output).split(u'\n', Qt::SkipEmptyParts);
}

QString ArchiveBuilder::revision(const QString &repository, const QString &revision) const
{
    return QString::fromLatin1(git(repository, {u"rev-parse"_s, revision}).trimmed());
}

void ArchiveBuilder::tag(const QString &repository, const QString &name, const QString &revision)
{
    git(repository, {u"tag"_s, name, revision});
}

void ArchiveBuilder::removeObject(const QString &repository, const QString &id)
{
    const QString gitDirectory =
        QString::fromUtf8(git(repository, {u"rev-parse"_s, u"--absolute-git-dir"_s}).trimmed());
    const QString object = gitDirectory + "/objects/"_L1 + id.left(2) + u'/' + id.mid(2);
    if (!QFile::remove(object))
        qFatal("fixture: no loose object %s", qPrintable(object));
}

void ArchiveBuilder::pack(const QString &repository)
{
    git(repository, {u"repack"_s, u"-adq"_s});
}

} // namespace loredesk::tests
