// SPDX-License-Identifier: GPL-3.0-or-later
// makeseeds MBOX DIRECTORY: takes an mbox apart into what the fuzz targets begin with, a folder a target.
#include "models/archive/mboxsplitter.h"
#include "models/patch/patch.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace loredesk;
using namespace Qt::StringLiterals;

namespace {

class Folder
{
public:
    explicit Folder(const QString &path)
        : m_directory(path)
    {
    }

    void add(const QByteArray &seed)
    {
        if (seed.isEmpty())
            return;
        QFile file(m_directory.filePath(u"sample-%1"_s.arg(++m_count)));
        m_written = QDir().mkpath(m_directory.path()) && file.open(QIODevice::WriteOnly) &&
                    file.write(seed) == seed.size() && m_written;
    }
    bool written() const { return m_written; }

private:
    const QDir m_directory;
    int m_count = 0;
    bool m_written = true;
};

} // namespace

int main(int argc, char **argv)
{
    QFile file(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (argc != 3 || !file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: makeseeds MBOX DIRECTORY\n");
        return 2;
    }
    const QByteArray bytes = file.readAll();
    const QString top = QString::fromLocal8Bit(argv[2]) + u'/';
    Folder message(top + "message"_L1);
    Folder mbox(top + "mbox"_L1);
    Folder subject(top + "subject"_L1);
    Folder diff(top + "diff"_L1);
    Folder trailers(top + "trailers"_L1);
    Folder inbody(top + "inbody"_L1);
    Folder rfc2047(top + "rfc2047"_L1);
    Folder digest(top + "digest"_L1);
    Folder comparison(top + "comparison"_L1);

    const archive::MboxDialect dialect = archive::detectDialect(bytes);
    QByteArray several; // a few neighbours: a series, or a patch and its answers
    int count = 0;
    archive::MboxSplitter splitter(bytes, dialect);
    while (const std::optional<archive::MboxRecord> record = splitter.next()) {
        const QByteArray raw = bytes.mid(qsizetype(record->offset), qsizetype(record->length));
        const patch::ReadMessage read = patch::readMessage(archive::messageOfRecord(raw, dialect));
        message.add(read.raw);
        subject.add(read.message.subject.toUtf8());
        diff.add(read.patch.diff.toUtf8());
        inbody.add(read.message.patchText);
        trailers.add(read.patch.prefix.reply ? read.message.body.toUtf8()
                                             : read.patch.commitMessage.toUtf8());
        for (const char *field : {"From", "To", "Cc", "Subject"})
            rfc2047.add(read.message.header(field));
        several += raw + '\n';
        constexpr int neighbours = 4;
        if (++count % neighbours == 0) {
            mbox.add(several);
            digest.add(several);
            comparison.add(several + several);
            several.clear();
        }
    }
    bool written = true;
    for (const Folder *folder :
         {&message, &mbox, &subject, &diff, &trailers, &inbody, &rfc2047, &digest, &comparison})
        written = written && folder->written();
    if (!written)
        std::fprintf(stderr, "cannot write seeds below %s\n", argv[2]);
    return written ? 0 : 1;
}
