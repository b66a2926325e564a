// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowprogram.h"

#include "app/cli/console.h"
#include "app/exitstate.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

/// Where it may be: beside this program, and where it is installed.
QStringList candidates()
{
    const QString directory = QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).path();
    return {directory + "/loredesk-window"_L1,
            directory + u'/' + QStringLiteral(LOREDESK_WINDOW_DIRECTORY) + "/loredesk-window"_L1};
}

} // namespace

int becomeWindowProgram(int, char **argv, const QStringList &, bool)
{
    QString why = u"it is not there"_s;
    for (const QString &path : candidates()) {
        // It goes on under the name that it was called by: window managers know windows by it.
        ::execv(QFile::encodeName(path).constData(), argv);
        if (errno != ENOENT && errno != ENOTDIR)
            why = path + ": "_L1 + QString::fromLocal8Bit(std::strerror(errno));
    }
    cli::say("the program of the window, loredesk-window, cannot be started: "_L1 + why);
    cli::say(u"install Loredesk again"_s);
    return int(ExitState::CannotOpen);
}

} // namespace loredesk::app
