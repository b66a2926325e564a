// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/processmemory.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <ctime>

#include <malloc.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace loredesk::base {

namespace {

/// Of files in /proc, which have no size.
QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "VmRSS:    123 kB", in bytes.
std::int64_t statusBytes(QByteArrayView name)
{
    for (const QByteArray &line : contentsOf(u"/proc/self/status"_s).split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size() + 1).trimmed().split(' ').constFirst().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

std::int64_t residentMemory()
{
    return statusBytes("VmRSS");
}

std::int64_t peakMemory()
{
    return statusBytes("VmHWM");
}

double secondsSinceStart()
{
    // proc(5): the second field is the command in brackets, which may hold anything; the 22nd is the start, in ticks
    // since the system's.
    const QByteArray stat = contentsOf(u"/proc/self/stat"_s);
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype startTime = 22 - 3;
    timespec now{};
    if (fields.size() <= startTime || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return 0;
    const double started = fields[startTime].toDouble() / double(::sysconf(_SC_CLK_TCK));
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9 - started;
}

void releaseFreeMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace loredesk::base
