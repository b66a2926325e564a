// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to make a row of a message, reading left aside: bench_parse ARCHIVE [ROUNDS] [ROWS].
// The messages are read into memory first; then all of them are parsed, ROUNDS times (1), by one thread.
// Prints seconds of processor time. ROWS: a file that all rows are written to, to hold two programs against
// each other.
#include "models/archive/archive.h"
#include "models/series/messagehead.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cstdio>
#include <ctime>

using namespace loredesk;

namespace {

/// Of this thread: other programs on the machine count little.
double processorSeconds()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

void write(QTextStream &out, const char *name, const QList<QByteArray> &list)
{
    for (const QByteArray &item : list)
        out << name << ' ' << QString::fromLatin1(item.toPercentEncoding("<>@ ")) << '\n';
}

void write(QTextStream &out, const char *name, const mail::Mailbox &mailbox)
{
    out << name << ' ' << mailbox.name << '|' << mailbox.address << '\n';
}

void write(QTextStream &out, const char *name, const QList<patch::Trailer> &trailers)
{
    for (const patch::Trailer &trailer : trailers)
        out << name << ' ' << int(trailer.kind) << ' ' << trailer.toString() << '\n';
}

/// Everything that a row says but the hash of its text, of which only which rows share it means something.
void write(QTextStream &out, const series::MessageHead &head)
{
    write(out, "id", QList<QByteArray>{head.messageId, head.inReplyTo});
    write(out, "reference", head.references);
    out << "subject " << head.subject << '\n';
    const patch::SubjectPrefix &prefix = head.prefix;
    out << "prefix " << prefix.reply << prefix.patch << prefix.rfc << prefix.resend << prefix.pull
        << prefix.versionInferred << prefix.indexInferred << prefix.totalInferred << ' ' << prefix.version
        << '.' << prefix.subversion << ' ' << prefix.index << '/' << prefix.total << ' '
        << prefix.tags.join(u',') << '|' << prefix.title << '\n';
    write(out, "from", head.from);
    write(out, "submitter", head.submitter);
    write(out, "author", head.author);
    out << "numbers " << head.date << ' ' << head.arrival << ' ' << int(head.kind) << ' ' << head.bot
        << head.hasDiff << ' ' << head.insertions << ' ' << head.deletions << ' ' << head.size << '\n';
    write(out, "patch", QList<QByteArray>{head.patchId.toHex(), head.changeId});
    write(out, "link", head.links);
    write(out, "supersedes", head.supersedes);
    write(out, "trailer", head.trailers);
    write(out, "accepted", head.followUp.accepted);
    write(out, "mismatched", head.followUp.mismatched);
    out << '\n';
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: bench_parse ARCHIVE [ROUNDS] [ROWS]\n");
        return 2;
    }
    const auto archive = archive::open(arguments[1]);
    base::NoProgress silent;
    const base::Result<archive::Listing> listing =
        archive ? (*archive)->list({}, silent) : base::Result<archive::Listing>(archive.error());
    if (!listing) {
        std::fprintf(stderr, "%s\n", qPrintable(listing.error().text));
        return 3;
    }

    const double atStart = processorSeconds();
    std::vector<std::pair<QByteArray, archive::Entry>> messages;
    qint64 bytes = 0;
    const std::unique_ptr<archive::Reader> reader = (*archive)->reader();
    for (const archive::Entry &entry : listing->entries) {
        if (auto raw = reader->read(entry.position)) {
            bytes += raw->size();
            messages.emplace_back(std::move(*raw), entry);
        }
    }
    const double whenRead = processorSeconds();
    std::printf("%zu messages, %.1f MB, read in %.3f s\n", messages.size(), double(bytes) / 1e6,
                whenRead - atStart);

    mail::initialise();
    const series::BotList bots;
    const int rounds = qMax(1, arguments.value(2).toInt());
    std::vector<series::MessageHead> heads;
    qint64 problems = 0;
    for (int round = 0; round < rounds; ++round) {
        heads.clear();
        heads.reserve(messages.size());
        problems = 0;
        const double begin = processorSeconds();
        for (const auto &[raw, entry] : messages) {
            const patch::ReadMessage read = patch::readMessage(raw, patch::Detail::Head);
            heads.push_back(series::makeHead(read, entry.position, entry.arrival, bots, entry.arrival));
            problems += read.message.problems.size();
        }
        const double seconds = processorSeconds() - begin;
        std::printf("parsed in %.3f s, %.1f us a message, %.0f MB/s, %lld problems\n", seconds,
                    seconds * 1e6 / double(messages.size()), double(bytes) / 1e6 / seconds,
                    static_cast<long long>(problems));
    }

    if (arguments.size() > 3) {
        QFile file(arguments[3]);
        if (!file.open(QIODevice::WriteOnly)) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(arguments[3]));
            return 3;
        }
        QTextStream out(&file);
        QHash<QByteArray, std::size_t> hashes;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const series::ContentHash &bytes = heads[i].contentHash;
            const QByteArray hash(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
            const auto known = hashes.constFind(hash);
            const std::size_t first = known == hashes.cend() ? i : *known;
            if (first == i)
                hashes.insert(hash, i);
            out << "row " << qint64(i) << " text of " << qint64(first) << '\n';
            write(out, heads[i]);
        }
    }
    return 0;
}
