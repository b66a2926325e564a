// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"

#include <QTest>

namespace loredesk::tests {

/// All messages of a listing, read through a reader of the archive. An unreadable one fails the test.
inline QByteArrayList messagesOf(const archive::Archive &archive, const archive::Listing &listing)
{
    QByteArrayList messages;
    const std::unique_ptr<archive::Reader> reader = archive.reader();
    for (const archive::Entry &entry : listing.entries) {
        const base::Result<QByteArray> bytes = reader->read(entry.position);
        if (bytes)
            messages << *bytes;
        else
            QTest::qFail(qPrintable(bytes.error().toString()), __FILE__, __LINE__);
    }
    return messages;
}

/// The numbers of sample messages, as text: "0 1 3".
inline QByteArray numbersOf(const archive::Archive &archive, const archive::Listing &listing)
{
    QByteArrayList numbers;
    for (const QByteArray &message : messagesOf(archive, listing)) {
        constexpr QByteArrayView mark = "Message-ID: <";
        const qsizetype begin = message.indexOf(mark) + mark.size();
        numbers << message.mid(begin, message.indexOf('@', begin) - begin);
    }
    return numbers.join(' ');
}

/// Opens and lists; an error fails the test and gives an empty listing.
struct Opened
{
    std::unique_ptr<archive::Archive> archive;
    archive::Listing listing;

    explicit Opened(const QStringList &paths, const archive::RevisionRange &range = {})
    {
        base::Result<std::unique_ptr<archive::Archive>> opened = archive::open(paths);
        if (!opened) {
            QTest::qFail(qPrintable(opened.error().toString()), __FILE__, __LINE__);
            return;
        }
        archive = *std::move(opened);
        base::NoProgress progress;
        base::Result<archive::Listing> listed = archive->list(range, progress);
        if (listed)
            listing = *std::move(listed);
        else
            QTest::qFail(qPrintable(listed.error().toString()), __FILE__, __LINE__);
    }
    explicit Opened(const QString &path, const archive::RevisionRange &range = {})
        : Opened(QStringList{path}, range)
    {
    }

    QByteArray numbers() const { return archive ? numbersOf(*archive, listing) : QByteArray("not open"); }
    QByteArrayList messages() const { return archive ? messagesOf(*archive, listing) : QByteArrayList(); }
    /// The texts of the problems, one a line.
    QString problems() const
    {
        QStringList texts;
        for (const base::Problem &problem : listing.problems)
            texts << problem.toString();
        return texts.join(QLatin1Char('\n'));
    }
};

} // namespace loredesk::tests
