// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lastrun.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

QString canonical(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : real;
}

/// Qt 6.4 has no name for it in QStandardPaths. A relative value is to be ignored (XDG base directory
/// specification).
QString stateDirectory()
{
    const QString configured = qEnvironmentVariable("XDG_STATE_HOME");
    const QString base =
        QDir::isAbsolutePath(configured) ? configured : QDir::homePath() + "/.local/state"_L1;
    return base + "/loredesk/last-digest"_L1;
}

} // namespace

QByteArray messageMark(const series::MessageHead &head)
{
    const auto &hash = head.contentHash;
    const QByteArray identity =
        head.messageId.isEmpty()
            ? QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size()))
            : head.messageId;
    return QCryptographicHash::hash(identity, QCryptographicHash::Sha1).left(8).toHex();
}

QString lastRunFile(const QString &archivePath)
{
    const QByteArray key =
        QCryptographicHash::hash(canonical(archivePath).toUtf8(), QCryptographicHash::Sha1).toHex();
    return stateDirectory() + u'/' + QString::fromLatin1(key) + ".json"_L1;
}

std::optional<LastRun> readLastRun(const QString &archivePath)
{
    QFile file(lastRunFile(archivePath));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    // The hash of a path is no proof: two archives must never share a memory.
    if (object[u"archive"_s].toString() != canonical(archivePath))
        return std::nullopt;
    LastRun run;
    run.revision = object[u"revision"_s].toString();
    run.newest = object[u"newest"_s].toInteger();
    for (const QJsonValue &mark : object[u"seen"_s].toArray())
        run.seen.insert(mark.toString().toLatin1());
    return run;
}

base::Result<void> writeLastRun(const QString &archivePath, const LastRun &run)
{
    const QString path = lastRunFile(archivePath);
    const QString directory = QFileInfo(path).path();
    if (!QDir().mkpath(directory)) {
        base::Place place;
        place.path = directory;
        return base::Error{base::ErrorCode::Unwritable, u"the directory cannot be made"_s, place,
                           u"set XDG_STATE_HOME to a directory that can be written"_s};
    }
    QList<QByteArray> marks(run.seen.begin(), run.seen.end());
    std::sort(marks.begin(), marks.end());
    QJsonArray seen;
    for (const QByteArray &mark : marks)
        seen.append(QString::fromLatin1(mark));
    const QJsonObject object{{u"archive"_s, canonical(archivePath)},
                             {u"revision"_s, run.revision},
                             {u"newest"_s, qint64(run.newest)},
                             {u"seen"_s, seen}};
    return jobs::saveFile(path, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace loredesk::app::cli
