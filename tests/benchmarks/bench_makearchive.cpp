// SPDX-License-Identifier: GPL-3.0-or-later
// Makes what the benchmarks read out of a real archive:
//     bench_makearchive SOURCE MESSAGES DIRECTORY [--per-epoch N]   a public-inbox v2 inbox
//     bench_makearchive SOURCE DIRECTORY --maildir                  the same messages as a maildir
// An inbox of more messages than SOURCE has takes them several times, as messages of their own (see
// tests/support/repeatedmail.h). An epoch has messages of one pass alone, so that git finds in its pack what
// it finds in that of SOURCE, and not another pass; by default it has a whole one. DIRECTORY is there whole
// or not at all.
#include "models/archive/archive.h"
#include "models/mail/message.h"
#include "tests/support/repeatedmail.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace loredesk;
using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void die(const QString &text)
{
    std::fprintf(stderr, "bench_makearchive: %s\n", qPrintable(text));
    std::exit(3);
}

template <class T>
T orDie(base::Result<T> result)
{
    if (!result)
        die(result.error().toString());
    return std::move(*result);
}

/// A command of git in a repository, without anybody's configuration.
class Git
{
public:
    Git(const QString &repository, const QStringList &arguments)
        : m_name(arguments[0])
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : environment.keys()) {
            if (name.startsWith("GIT_"_L1))
                environment.remove(name);
        }
        environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
        environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"git"_s, QStringList{u"-C"_s, repository} + arguments);
        if (!m_process.waitForStarted())
            die(u"git cannot be started"_s);
    }

    void write(const QByteArray &bytes)
    {
        m_process.write(bytes);
        constexpr qint64 most = 1 << 20;
        while (m_process.bytesToWrite() > most) {
            if (!m_process.waitForBytesWritten(-1))
                die("git "_L1 + m_name + " does not read on"_L1);
        }
    }

    void finish()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(-1) || m_process.exitStatus() != QProcess::NormalExit ||
            m_process.exitCode() != 0)
            die("git "_L1 + m_name + " failed"_L1);
    }

    static void run(const QString &repository, const QStringList &arguments)
    {
        Git(repository, arguments).finish();
    }

private:
    QString m_name;
    QProcess m_process;
};

/// What is read of, message by message.
class Source
{
public:
    explicit Source(const QString &path)
        : m_archive(orDie(archive::open(path)))
    {
        base::NoProgress progress;
        m_entries = orDie(m_archive->list({}, progress)).entries;
        m_reader = m_archive->reader();
        if (m_entries.empty())
            die(path + " has no messages"_L1);
    }

    const archive::Archive &archive() const { return *m_archive; }
    const std::vector<archive::Entry> &entries() const { return m_entries; }

    /// Empty where it cannot be read: the archive may miss an object.
    QByteArray read(std::size_t index)
    {
        const base::Result<QByteArray> raw = m_reader->read(m_entries[index].position);
        return raw ? *raw : QByteArray();
    }

private:
    std::unique_ptr<archive::Archive> m_archive;
    std::vector<archive::Entry> m_entries;
    std::unique_ptr<archive::Reader> m_reader;
};

/// fast-import takes anything but these in a name.
QByteArray identity(const QString &name, const QString &address, base::UnixSeconds time)
{
    QString who =
        QString(name).remove(u'<').remove(u'>') + " <"_L1 + QString(address).remove(u'<').remove(u'>') + u'>';
    for (QChar &c : who) {
        if (c == u'\n' || c == u'\r' || c.isNull())
            c = u' ';
    }
    return who.toUtf8() + ' ' + QByteArray::number(qint64(std::max<base::UnixSeconds>(0, time))) + " +0000\n";
}

void writeData(Git &import, const QByteArray &bytes)
{
    import.write("data " + QByteArray::number(bytes.size()) + '\n');
    import.write(bytes);
    import.write("\n");
}

/// One commit, as public-inbox makes them: the author is who sent the message, the committer the list.
void writeCommit(Git &import, const QString &list, const QByteArray &raw, base::UnixSeconds arrival)
{
    const mail::Message message = mail::parseMessage(raw, mail::Reading::Fast, mail::Detail::Head);
    import.write("commit refs/heads/master\nauthor " +
                 identity(message.from.name, message.from.address, message.date.value_or(arrival)) +
                 "committer " + identity(list, list + "@example.org"_L1, arrival));
    writeData(import, QString(message.subject).replace(u'\n', u' ').toUtf8());
    import.write("M 100644 inline m\n");
    writeData(import, raw);
}

qint64 packBytes(const QString &directory)
{
    qint64 bytes = 0;
    for (QDirIterator it(directory, {u"*.pack"_s}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();) {
        it.next();
        bytes += it.fileInfo().size();
    }
    return bytes;
}

void makeInbox(Source &source, int messages, const QString &directory, int perEpoch)
{
    const int size = int(source.entries().size());
    const int passes = (messages + size - 1) / size;
    const auto [first, last] = std::minmax_element(
        source.entries().begin(), source.entries().end(),
        [](const archive::Entry &a, const archive::Entry &b) { return a.arrival < b.arrival; });
    const tests::RepeatedTime time(first->arrival, last->arrival, passes);

    int made = 0, epoch = 0;
    while (made < messages) {
        const int pass = made / size, begin = made % size;
        const int count = std::min({perEpoch, size - begin, messages - made});
        const QString repository = directory + u"/git/%1.git"_s.arg(epoch++);
        if (!QDir().mkpath(repository))
            die("cannot make "_L1 + repository);
        Git::run(repository,
                 {u"init"_s, u"--quiet"_s, u"--bare"_s, u"--template="_s, u"--initial-branch=master"_s});
        Git import(repository, {u"fast-import"_s, u"--quiet"_s});
        for (int i = begin; i < begin + count; ++i) {
            const QByteArray raw = source.read(std::size_t(i));
            writeCommit(import, source.archive().name(),
                        tests::repeatedMessage(raw, pass, made + i - begin, time),
                        time(source.entries()[std::size_t(i)].arrival, pass));
        }
        import.finish();
        // What fast-import packs has a delta to the message before, if any; what mirrors are given is packed
        // with care.
        Git::run(repository, {u"-c"_s, u"repack.writeBitmaps=false"_s, u"repack"_s, u"-adfq"_s});
        made += count;
        std::fprintf(stderr, "%d of %d messages, %d epochs\n", made, messages, epoch);
    }

    const qint64 from = packBytes(source.archive().path()), to = packBytes(directory);
    std::printf("%d messages in %d epochs, %.0f bytes of pack a message", messages, epoch,
                double(to) / messages);
    if (from > 0)
        std::printf(" (the source: %.0f)", double(from) / size);
    std::printf("\n");
}

void makeMaildir(Source &source, const QString &directory)
{
    for (const auto folder : {"/cur"_L1, "/new"_L1, "/tmp"_L1}) {
        if (!QDir().mkpath(directory + folder))
            die("cannot make "_L1 + directory);
    }
    for (std::size_t i = 0; i < source.entries().size(); ++i) {
        const QByteArray raw = source.read(i);
        if (raw.isEmpty())
            continue;
        QFile file(directory + u"/cur/%1.%2.loredesk:2,"_s.arg(source.entries()[i].arrival).arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(raw) != raw.size() || !file.flush())
            die(file.fileName() + ": "_L1 + file.errorString());
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Makes an inbox or a maildir for benchmarks out of an archive."_s);
    parser.addHelpOption();
    parser.addOptions({{u"per-epoch"_s, u"At most so many messages an epoch."_s, u"N"_s},
                       {u"maildir"_s, u"A maildir of the messages as they are."_s}});
    parser.addPositionalArgument(u"SOURCE"_s, u"an archive"_s);
    parser.addPositionalArgument(u"MESSAGES"_s, u"how many to make; not with --maildir"_s);
    parser.addPositionalArgument(u"DIRECTORY"_s, u"what is made"_s);
    parser.process(application);
    const QStringList words = parser.positionalArguments();
    const bool isMaildir = parser.isSet(u"maildir"_s);
    const int messages = isMaildir ? 1 : words.value(1).toInt();
    const int perEpoch = parser.isSet(u"per-epoch"_s) ? parser.value(u"per-epoch"_s).toInt() : messages;
    if (words.size() != (isMaildir ? 2 : 3) || messages < 1 || perEpoch < 1) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    const QString directory = QDir(words.constLast()).absolutePath(),
                  unfinished = directory + ".unfinished"_L1;
    if (QFileInfo::exists(directory))
        die(directory + " exists"_L1);
    QDir(unfinished).removeRecursively();

    mail::initialise();
    Source source(words[0]);
    if (isMaildir)
        makeMaildir(source, unfinished);
    else
        makeInbox(source, messages, unfinished, perEpoch);
    if (!QDir().rename(unfinished, directory))
        die("cannot make "_L1 + directory);
    return 0;
}
