// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/watchplaces.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

/// More epochs than any list has; each costs a few watches, of which the system has a limited number.
constexpr qsizetype MostRepositories = 64;

/// Longer than the ticks of clocks (up to 10 ms), and than the two seconds in which FAT counts.
constexpr qint64 SettledAfter = 2500;

void addRepository(const QString &directory, QStringList &places)
{
    // A ref is changed by renaming a file into its directory, and packed-refs likewise.
    for (const QString &name : {u"refs/heads"_s, u"packed-refs"_s, u"objects/pack"_s}) {
        const QString path = directory + u'/' + name;
        if (QFileInfo::exists(path))
            places << path;
    }
}

} // namespace

QStringList placesToWatch(const QStringList &archivePaths)
{
    QStringList places;
    for (const QString &path : archivePaths) {
        const QFileInfo info(path);
        if (!info.exists())
            continue;
        places << path;
        if (!info.isDir()) {
            places << info.path(); // a file that is written anew and renamed is seen there alone
            continue;
        }
        for (const QString &name : {u"new"_s, u"cur"_s, u"git"_s}) {
            if (QFileInfo(path + u'/' + name).isDir())
                places << path + u'/' + name;
        }
        addRepository(path, places);
        addRepository(path + "/.git"_L1, places);
        // Only the newest epochs grow.
        QStringList epochs = QDir(path + "/git"_L1).entryList({u"*.git"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
        std::sort(epochs.begin(), epochs.end(), [](const QString &a, const QString &b) {
            return a.size() != b.size() ? a.size() > b.size() : a > b;
        });
        for (const QString &epoch : epochs.mid(0, MostRepositories))
            addRepository(path + "/git/"_L1 + epoch, places);
    }
    places.removeDuplicates();
    return places;
}

QByteArray stateOf(const QStringList &places)
{
    QByteArray state;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const QString &path : places) {
        const QFileInfo info(path);
        const qint64 changed = info.exists() ? info.lastModified().toMSecsSinceEpoch() : -1;
        const bool isSettled = changed < now - SettledAfter || changed > now;
        state += QByteArray::number(changed) + ' ' + QByteArray::number(info.isDir() ? 0 : info.size()) +
                 (isSettled ? "\n" : " just now\n");
    }
    return state;
}

} // namespace loredesk::jobs
