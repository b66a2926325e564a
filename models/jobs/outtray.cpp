// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/outtray.h"

#include "models/jobs/engine.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

constexpr auto LockEnding = ".lock"_L1;
constexpr QFile::Permissions OwnersAlone = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

/// As mkdir(2) makes it, at once with its permissions: never open to others for a moment. Not where there is
/// one.
bool makePrivate(const QString &path)
{
    return QDir().mkdir(path, OwnersAlone);
}

base::Error cannotMake(const QString &path)
{
    base::Place place;
    place.path = path;
    return {base::ErrorCode::Unwritable, u"a private directory cannot be made"_s, place,
            u"make room there, or see who owns it"_s};
}

QString numbered(const QString &name, int number)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString tail = u'-' + QString::number(number);
    return dot <= 0 ? name + tail : name.left(dot) + tail + name.mid(dot);
}

} // namespace

OutTray::OutTray(QString place)
    : m_place(std::move(place))
{
}

OutTray::~OutTray()
{
    if (!m_directory.isEmpty())
        QDir(m_directory).removeRecursively();
    // The lock goes last: a directory without one is nobody's.
}

base::Result<void> OutTray::make()
{
    if (!m_directory.isEmpty())
        return {};
    const qsizetype slash = m_place.lastIndexOf(u'/');
    if (slash > 0)
        QDir().mkpath(m_place.left(slash));
    if (!makePrivate(m_place) && !QFile::exists(m_place))
        return cannotMake(m_place);
    const QString directory = m_place + u'/' + QUuid::createUuid().toString(QUuid::Id128);
    auto lock = std::make_unique<QLockFile>(directory + LockEnding);
    lock->setStaleLockTime(0); // by age alone nothing is stale: a window may be open for weeks
    if (!lock->tryLock(0) || !makePrivate(directory))
        return cannotMake(directory);
    m_lock = std::move(lock);
    m_directory = directory;
    return {};
}

base::Result<QStringList> OutTray::put(const QList<File> &files)
{
    const std::scoped_lock guard(m_mutex);
    if (const auto made = make(); !made)
        return made.error();
    const QString directory = m_directory + u'/' + QString::number(++m_handed);
    if (!makePrivate(directory))
        return cannotMake(directory);
    QStringList paths;
    for (const File &file : files) {
        QString path = directory + u'/' + file.name;
        for (int number = 2; paths.contains(path); ++number)
            path = directory + u'/' + numbered(file.name, number);
        if (const auto saved = saveFile(path, file.bytes); !saved) {
            QDir(directory).removeRecursively();
            return saved.error();
        }
        paths << path;
    }
    return paths;
}

void OutTray::sweep(const QString &place)
{
    QDir directory(place);
    const QStringList locks = directory.entryList({"?*"_L1 + LockEnding}, QDir::Files);
    for (const QString &name : locks) {
        QLockFile lock(directory.filePath(name));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue; // somebody's who is still there
        QDir(directory.filePath(name.chopped(LockEnding.size()))).removeRecursively();
    }
    // A tray has its lock before its directory; so what has none is left over.
    const QStringList trays = directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString &name : trays) {
        if (!QFile::exists(directory.filePath(name + LockEnding)))
            QDir(directory.filePath(name)).removeRecursively();
    }
}

} // namespace loredesk::jobs
