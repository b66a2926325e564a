// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"
#include "models/base/error.h"
#include "models/base/problem.h"

#include <QByteArray>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace loredesk::app::cli {

/// Writes everything to standard output. A reader that went away ("| head") is no failure and makes no noise;
/// a full disk is CannotOpen, with the reason on standard error. `delivered`, where given, is false unless
/// every byte went out.
ExitState writeOut(const QByteArray &bytes, bool *delivered = nullptr);

/// The same to a file, whole or not at all; an empty path or "-" is standard output.
ExitState writeTo(const QString &path, const QByteArray &bytes, bool *delivered = nullptr);

/// One line on standard error: "loredesk: TEXT". What came from mail is made visible, never obeyed.
void say(const QString &text);

/// Says why something failed; returns the exit state that belongs to it.
ExitState fail(const base::Error &error);

/// Says every problem in the data. `done` becomes DoneWithProblems where there is one.
ExitState report(const QList<base::Problem> &problems, ExitState done);

/// Says what is wrong with the arguments and where to read on.
ExitState wrongUsage(const QString &command, const QString &text);

/// Parses `arguments` (what follows the command's name) without ever leaving the program. Adds -h and --help,
/// which print `help`. Nothing: go on; else the state to leave with.
std::optional<ExitState> parseArguments(QCommandLineParser &parser, const QString &command,
                                        const QStringList &arguments, const QString &help);

} // namespace loredesk::app::cli
