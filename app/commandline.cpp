// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/cli/amcommand.h"
#include "app/cli/comparecommand.h"
#include "app/cli/console.h"
#include "app/cli/digestcommand.h"
#include "app/cli/indexcommand.h"
#include "app/cli/messagecommand.h"
#include "app/cli/searchcommand.h"
#include "app/cli/seriescommand.h"
#include "app/cli/showcommand.h"
#include "app/cli/subjectcommand.h"
#include "models/mail/message.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <langinfo.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

struct Command
{
    QLatin1StringView name;
    int (*run)(const QStringList &arguments); ///< the exit state
};

constexpr std::array Commands{
    Command{"digest"_L1, [](const QStringList &arguments) { return int(cli::digestCommand(arguments)); }},
    Command{"series"_L1, [](const QStringList &arguments) { return int(cli::seriesCommand(arguments)); }},
    Command{"show"_L1, [](const QStringList &arguments) { return int(cli::showCommand(arguments)); }},
    Command{"search"_L1, [](const QStringList &arguments) { return int(cli::searchCommand(arguments)); }},
    Command{"index"_L1, [](const QStringList &arguments) { return int(cli::indexCommand(arguments)); }},
    Command{"am"_L1, [](const QStringList &arguments) { return int(cli::amCommand(arguments)); }},
    Command{"compare"_L1, [](const QStringList &arguments) { return int(cli::compareCommand(arguments)); }},
    Command{"message"_L1, messageCommand},
    Command{"subject"_L1, subjectCommand},
};

/// Options of QGuiApplication and QApplication that take a value, and those that do not; both with one dash
/// or two.
constexpr std::array QtOptionsWithValue{
    "platform"_L1,        "platformpluginpath"_L1,
    "platformtheme"_L1,   "plugin"_L1,
    "qwindowgeometry"_L1, "geometry"_L1,
    "qwindowicon"_L1,     "icon"_L1,
    "qwindowtitle"_L1,    "title"_L1,
    "session"_L1,         "display"_L1,
    "style"_L1,           "stylesheet"_L1,
    "fontengine"_L1,
};
constexpr std::array QtOptions{"reverse"_L1, "widgetcount"_L1, "nograb"_L1, "dograb"_L1};

QString help()
{
    return uR"(Usage: loredesk [--new-window] [ARCHIVE...]
       loredesk COMMAND ARGUMENTS

Opens mailing-list archives, finds the patch series in them, and shows, charts
and digests them. Without a command it opens its window.

An ARCHIVE is a public-inbox (v1, v2, or one epoch of it), an mbox file (also
gzip'd), a maildir, a message file or a folder of them. It is only ever read.

Commands (none needs a display; each has a --help of its own):
  digest ARCHIVE [A..B]      the digest of a range, as text, Markdown, HTML, JSON
  series ARCHIVE [A..B]      the patch series, as a table or JSON
  show ARCHIVE MESSAGE-ID    one message
  search ARCHIVE QUERY       messages by their words, newest first
  index ARCHIVE              bring the cache of an archive up to date
  am ARCHIVE MESSAGE-ID      a series as an mbox that git am takes
  compare ARCHIVE MESSAGE-ID [vA..vB]
                             what changed between two versions of a series
  message FILE...            parse message files by themselves
  subject                    parse subjects from standard input, one a line

  --new-window               do not use the window that is open already
  -h, --help                 this text
  --version                  the version

Exit status: 0 done; 1 done, with problems in the data, each one on standard
error; 2 wrong usage; 3 the archive cannot be opened or the output cannot be
written; 4 no such message, series or revision in it.

Examples:
  loredesk ~/lore/kvm
  loredesk digest ~/lore/kvm --since yesterday
  loredesk series list.mbox.gz --json
  loredesk show ~/lore/kvm 20250520182639.80013-1-someone@example.org
  loredesk am ~/lore/kvm 20250520182639.80013-1-someone@example.org | git am
)"_s;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// cron runs with LANG unset, and Qt would complain about that on standard error each time.
void useUtf8Locale()
{
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// A closed standard stream leaves its number to the next file that is opened, and what we print would go
/// there. What stands in for it fails on use, as a closed one does.
void holdStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF)
            continue;
        // The lowest free number is the one that was found closed.
        (void)::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

/// Nothing can be rescued then, but who runs this from cron wants to read why it ended.
[[noreturn]] void endForLackOfMemory()
{
    if (const std::exception_ptr thrown = std::current_exception()) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::bad_alloc &) {
            constexpr std::string_view text =
                "loredesk: there is not enough memory for this (close other programs, or take a smaller "
                "range or file)\n";
            (void)!::write(STDERR_FILENO, text.data(), text.size());
            ::_exit(int(ExitState::CannotOpen));
        } catch (...) {
        }
    }
    std::abort();
}

int runCommand(const Command &command, int argc, char **argv)
{
    // A reader that goes away is seen as EPIPE where we write, and is no reason to die.
    std::signal(SIGPIPE, SIG_IGN);
    holdStandardStreams();
    std::set_terminate(endForLackOfMemory);
    useUtf8Locale();
    const QStringList arguments = argumentsOf(argc, argv).mid(1);
    const QCoreApplication application(argc, argv);
    mail::initialise();
    return command.run(arguments);
}

/// Letters to add, drop or change to make one word the other.
qsizetype distance(const QString &a, QLatin1StringView b)
{
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

/// A word that is no path and looks like a command was meant as one.
std::optional<QString> misspeltCommand(const QString &word)
{
    if (word.contains(u'/') || QFileInfo::exists(word))
        return std::nullopt;
    for (const Command &command : Commands) {
        if (distance(word, command.name) <= 2)
            return QString(command.name);
    }
    return std::nullopt;
}

struct WindowArguments
{
    QStringList archives;
    QString unknownOption;  ///< empty: all are known
    bool platform = false;  ///< -platform was given
    bool newWindow = false; ///< --new-window was given
};

WindowArguments windowArguments(const QStringList &arguments)
{
    WindowArguments result;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == "--"_L1) {
            result.archives += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith(u'-')) {
            result.archives << argument;
            continue;
        }
        if (argument == "--new-window"_L1) {
            result.newWindow = true;
            continue;
        }
        const QString name = argument.mid(argument.startsWith("--"_L1) ? 2 : 1).section(u'=', 0, 0);
        const auto isOption = [&name](QLatin1StringView option) { return name == option; };
        if (std::any_of(QtOptionsWithValue.begin(), QtOptionsWithValue.end(), isOption)) {
            result.platform = result.platform || name == "platform"_L1;
            if (!argument.contains(u'='))
                ++i;
        } else if (std::none_of(QtOptions.begin(), QtOptions.end(), isOption)) {
            result.unknownOption = argument;
            break;
        }
    }
    return result;
}

/// QApplication would abort; better to say what can be done.
bool hasDisplay()
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return false;
}

} // namespace

int run(int argc, char **argv, OpenWindow openWindow)
{
    const QStringList arguments = argumentsOf(argc, argv);
    if (!arguments.isEmpty()) {
        const QString &first = arguments.first();
        for (const Command &command : Commands) {
            if (first == command.name)
                return runCommand(command, argc, argv);
        }
        if (first == "--version"_L1 || first == "-v"_L1)
            return int(cli::writeOut("loredesk " LOREDESK_VERSION "\n"));
        if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1)
            return int(cli::writeOut(help().toUtf8()));
        if (const auto meant = misspeltCommand(first)) {
            return int(cli::wrongUsage({}, "there is no command '"_L1 + first + "'; did you mean '"_L1 +
                                               *meant + "'?"_L1));
        }
    }
    const WindowArguments window = windowArguments(arguments);
    if (!window.unknownOption.isEmpty())
        return int(cli::wrongUsage({}, "unknown option '"_L1 + window.unknownOption + u'\''));
    if (!window.platform && !hasDisplay()) {
        cli::say(u"there is no display to open a window on"_s);
        cli::say(u"the commands need none: try 'loredesk --help'"_s);
        return int(ExitState::CannotOpen);
    }
    // Another platform than the usual is another place: no window there is ours to use.
    return openWindow(argc, argv, window.archives, window.newWindow || window.platform);
}

} // namespace loredesk::app
