// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/filestate.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <cstring>

#include <sys/stat.h>

namespace loredesk::archive {

QByteArray fileState(const QString &path)
{
    struct stat status
    {
    };
    // Qt resources are no files; they do not change either.
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return QByteArray::number(QFileInfo(path).size());
    return QByteArray::number(qint64(status.st_size)) + ' ' + QByteArray::number(qint64(status.st_mtim.tv_sec)) +
           '.' + QByteArray::number(qint64(status.st_mtim.tv_nsec)) + ' ' +
           QByteArray::number(quint64(status.st_ino));
}

base::ObjectBytes identityOf(const QByteArray &text)
{
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha1);
    base::ObjectBytes identity{};
    std::memcpy(identity.data(), hash.constData(), identity.size());
    return identity;
}

QByteArray sampledHash(QByteArrayView bytes)
{
    constexpr qsizetype edge = 64 * 1024;
    constexpr qsizetype sample = 4096;
    constexpr qsizetype samples = 64;
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(bytes.first(std::min(edge, bytes.size())));
    for (qsizetype i = 1; i < samples && bytes.size() > 2 * edge; ++i) {
        const qsizetype at = bytes.size() / samples * i;
        hash.addData(bytes.sliced(at, std::min(sample, bytes.size() - at)));
    }
    hash.addData(bytes.last(std::min(edge, bytes.size())));
    return hash.result().toHex();
}

} // namespace loredesk::archive
