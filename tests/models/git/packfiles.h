// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QRandomGenerator>
#include <QString>

namespace loredesk::tests {

/// Bytes that do not compress.
inline QByteArray noise(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = char(random.generate());
    return bytes;
}

/// Where the objects of a repository are.
inline QString objectsIn(const QString &repository)
{
    return repository + QLatin1String("/objects");
}

/// The path of the one file among the packs that is called so.
inline QString onlyFile(const QString &objects, const QString &pattern)
{
    const QDir directory(objects + QLatin1String("/pack"));
    const QStringList names = directory.entryList({pattern});
    if (names.size() != 1)
        qFatal("fixture: %d files %s", int(names.size()), qPrintable(pattern));
    return directory.filePath(names.first());
}

} // namespace loredesk::tests
