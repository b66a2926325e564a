// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "models/base/hostiletext.h"
#include "models/jobs/engine.h"

#include <cerrno>
#include <cstring>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

/// 0, or the errno of the write that failed.
int writeAll(int descriptor, const QByteArray &bytes)
{
    const char *at = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor, at, size_t(left));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        at += written;
        left -= written;
    }
    return 0;
}

} // namespace

ExitState writeOut(const QByteArray &bytes, bool *delivered)
{
    const int reason = writeAll(STDOUT_FILENO, bytes);
    if (delivered)
        *delivered = reason == 0;
    if (reason == 0 || reason == EPIPE)
        return ExitState::Done;
    return fail({base::ErrorCode::Unwritable,
                 "standard output cannot be written: "_L1 + QString::fromLocal8Bit(std::strerror(reason)),
                 {},
                 u"make room, or write elsewhere"_s});
}

ExitState writeTo(const QString &path, const QByteArray &bytes, bool *delivered)
{
    if (path.isEmpty() || path == "-"_L1)
        return writeOut(bytes, delivered);
    const base::Result<void> saved = jobs::saveFile(path, bytes);
    if (delivered)
        *delivered = saved.ok();
    return saved ? ExitState::Done : fail(saved.error());
}

void say(const QString &text)
{
    // Nothing can be done about a standard error that cannot be written.
    (void)writeAll(STDERR_FILENO, ("loredesk: "_L1 + base::visibleLine(text) + u'\n').toUtf8());
}

ExitState fail(const base::Error &error)
{
    say(error.toString());
    switch (error.code) {
    case base::ErrorCode::NoSuchRevision:
    case base::ErrorCode::NoSuchMessage:
        return ExitState::NotFound;
    case base::ErrorCode::BadInput:
        return ExitState::WrongUsage;
    case base::ErrorCode::NotFound:
    case base::ErrorCode::NotAnArchive:
    case base::ErrorCode::Unreadable:
    case base::ErrorCode::Unwritable:
    case base::ErrorCode::Corrupt:
    case base::ErrorCode::Cancelled:
    case base::ErrorCode::DiskFull:
    case base::ErrorCode::ReadOnly:
    case base::ErrorCode::Busy:
    case base::ErrorCode::NotADatabase:
        break;
    }
    return ExitState::CannotOpen;
}

ExitState report(const QList<base::Problem> &problems, ExitState done)
{
    for (const base::Problem &problem : problems)
        say(problem.toString());
    return problems.isEmpty() || done != ExitState::Done ? done : ExitState::DoneWithProblems;
}

ExitState wrongUsage(const QString &command, const QString &text)
{
    say(command.isEmpty() ? text : command + ": "_L1 + text);
    say("try 'loredesk "_L1 + (command.isEmpty() ? QString() : command + u' ') + "--help'"_L1);
    return ExitState::WrongUsage;
}

std::optional<ExitState> parseArguments(QCommandLineParser &parser, const QString &command,
                                        const QStringList &arguments, const QString &help)
{
    parser.addOption({{u"h"_s, u"help"_s}, QString()});
    const bool parsed = parser.parse(QStringList{u"loredesk"_s} + arguments);
    if (parser.isSet(u"help"_s))
        return writeOut(help.toUtf8());
    if (!parsed) {
        QString text = parser.errorText();
        while (text.endsWith(u'.'))
            text.chop(1);
        return wrongUsage(command, text);
    }
    return std::nullopt;
}

} // namespace loredesk::app::cli
