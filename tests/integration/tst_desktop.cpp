// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop and the shells get of Loredesk, held against the validators and against the program
// itself.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString packaging(const QString &name)
{
    return QStringLiteral(LOREDESK_SOURCE_DIR "/packaging/") + name;
}

struct Run
{
    int exitCode = -1;
    QString out; ///< both streams
};

Run run(const QString &program, const QStringList &arguments, const QString &directory = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (!directory.isEmpty())
        process.setWorkingDirectory(directory);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, directory.isEmpty() ? u"/nonexistent"_s : directory);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return {-1, program + u": "_s + process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList captured(const QString &text, const QString &pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = expression.globalMatch(text); it.hasNext();)
        found << it.next().captured(1);
    found.removeDuplicates();
    return found;
}

QString helpOf(const QString &command = {})
{
    QStringList arguments;
    if (!command.isEmpty())
        arguments << command;
    return run(QStringLiteral(LOREDESK_BINARY), arguments << u"--help"_s).out;
}

/// Those that the program has.
QStringList commands()
{
    // Not what the examples begin with.
    return captured(helpOf().section(u"\nExamples:"_s, 0, 0), u"^  ([a-z]+) "_s);
}

/// Long options, of the program itself where no command is named.
QStringList optionsOf(const QString &command = {})
{
    return captured(helpOf(command), u"^  (?:-\\w, )?(--[a-z-]+)"_s);
}

/// What bash would offer for the last of `words`.
QStringList bashCompletes(const QStringList &words, const QString &directory)
{
    const QString script = u"source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                           "complete -p loredesk >/dev/null || exit 9; "
                           "_loredesk; ((${#COMPREPLY[@]})) && printf '%s\\n' \"${COMPREPLY[@]}\"; exit 0"_s;
    const Run result = run(u"bash"_s,
                           QStringList{u"--norc"_s, u"--noprofile"_s, u"-c"_s, script, u"bash"_s,
                                       packaging(u"completions/loredesk.bash"_s)} +
                               words,
                           directory);
    QStringList offered = result.out.split(u'\n', Qt::SkipEmptyParts);
    offered.sort();
    return result.exitCode == 0 ? offered : QStringList{u"failed: "_s + result.out};
}

} // namespace

#define NEEDS_PROGRAM(program)                                                                               \
    if (QStandardPaths::findExecutable(QStringLiteral(program)).isEmpty())                                   \
    QSKIP(program " is not installed")

class DesktopTest : public QObject
{
    Q_OBJECT

private slots:
    void theDesktopEntryIsValid();
    void theMetainfoIsValid();
    void theMetainfoNamesTheVersionThatIsBuilt();
    void everyIconOfTheInterfaceIsInTheResources();
    void theManPageIsWellFormed();
    void theManPageKnowsEveryCommandAndOption();
    void bashCompletesCommandsAndFiles();
    void bashCompletesEveryOption();
    void bashCompletesValuesAndLeavesOthersAlone();
    void zshAndFishKnowEveryCommandAndOption();
    void everythingIsInstalledWhereItBelongs();
    void aSecondStartHandsItsPathsOverAndEnds();
};

void DesktopTest::theDesktopEntryIsValid()
{
    NEEDS_PROGRAM("desktop-file-validate");
    const Run result = run(u"desktop-file-validate"_s, {packaging(u"org.loredesk.Loredesk.desktop"_s)});
    QCOMPARE(result.out, QString());
    QCOMPARE(result.exitCode, 0);
}

void DesktopTest::theMetainfoIsValid()
{
    NEEDS_PROGRAM("appstreamcli");
    const Run result =
        run(u"appstreamcli"_s,
            {u"validate"_s, u"--no-net"_s, u"--no-color"_s,
             QStringLiteral(LOREDESK_BUILD_DIR "/packaging/org.loredesk.Loredesk.metainfo.xml")});
    QVERIFY2(result.exitCode == 0, qPrintable(result.out));
}

void DesktopTest::theMetainfoNamesTheVersionThatIsBuilt()
{
    const QString metainfo =
        textOf(QStringLiteral(LOREDESK_BUILD_DIR "/packaging/org.loredesk.Loredesk.metainfo.xml"));
    QCOMPARE(captured(metainfo, u"<release version=\"([^\"]+)\""_s).value(0),
             QStringLiteral(LOREDESK_VERSION));
    QCOMPARE(captured(metainfo, u"<launchable type=\"desktop-id\">([^<]+)"_s).value(0),
             u"org.loredesk.Loredesk.desktop"_s);
    const QStringList provided = captured(metainfo, u"<mediatype>([^<]+)"_s);
    const QString entry = textOf(packaging(u"org.loredesk.Loredesk.desktop"_s));
    QCOMPARE(captured(entry, u"^MimeType=(.*);$"_s).value(0).split(u';'), provided);
}

void DesktopTest::everyIconOfTheInterfaceIsInTheResources()
{
    const QDir ui(QStringLiteral(LOREDESK_SOURCE_DIR "/ui"));
    const QString resources = textOf(QStringLiteral(LOREDESK_SOURCE_DIR "/resources/loredesk.qrc"));
    QStringList icons;
    for (const QString &file : ui.entryList({u"*.cpp"_s}))
        icons += captured(textOf(ui.filePath(file)), u"actionIcon\\(u\"([^\"]+)\""_s);
    QVERIFY(icons.size() > 10);
    for (const QString &icon : icons) {
        const QString path = u"icons/actions/"_s + icon + u".svg"_s;
        QVERIFY2(resources.contains(path), qPrintable(icon));
        QVERIFY2(QFile::exists(QStringLiteral(LOREDESK_SOURCE_DIR "/resources/") + path), qPrintable(icon));
    }
}

void DesktopTest::theManPageIsWellFormed()
{
    NEEDS_PROGRAM("mandoc");
    const Run result = run(u"mandoc"_s, {u"-Tlint"_s, u"-Wwarning"_s, packaging(u"loredesk.1"_s)});
    QCOMPARE(result.out, QString());
    QCOMPARE(result.exitCode, 0);
}

void DesktopTest::theManPageKnowsEveryCommandAndOption()
{
    const QString page = textOf(packaging(u"loredesk.1"_s));
    QVERIFY(commands().size() >= 6);
    for (const QString &command : commands()) {
        const QString section = page.section(u"\n.Ss "_s + command + u'\n', 1).section(QRegularExpression(u"\n\\.S[sh] "_s), 0, 0);
        QVERIFY2(!section.isEmpty(), qPrintable(command));
        for (const QString &option : optionsOf(command)) {
            if (option != "--help"_L1)
                QVERIFY2(section.contains(u"Fl Fl "_s + option.mid(2)), qPrintable(command + u' ' + option));
        }
    }
    for (const QString &option : optionsOf())
        QVERIFY2(page.contains(u"Fl Fl "_s + option.mid(2)), qPrintable(option));
}

void DesktopTest::bashCompletesCommandsAndFiles()
{
    const QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkdir(u"digests"_s));
    for (const QString &name : {u"list.mbox"_s, u"a b.mbox"_s}) {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QString loredesk = u"loredesk"_s;
    QStringList all{u"a b.mbox"_s, u"am"_s,      u"compare"_s, u"digest"_s, u"digests"_s, u"index"_s,
                    u"list.mbox"_s, u"message"_s, u"search"_s, u"series"_s, u"show"_s,    u"subject"_s};
    QCOMPARE(bashCompletes({loredesk, QString()}, directory.path()), all);
    QCOMPARE(bashCompletes({loredesk, u"dig"_s}, directory.path()), (QStringList{u"digest"_s, u"digests"_s}));
    // Behind an archive there are more archives, and no commands.
    QCOMPARE(bashCompletes({loredesk, u"list.mbox"_s, QString()}, directory.path()),
             (QStringList{u"a b.mbox"_s, u"digests"_s, u"list.mbox"_s}));
    QCOMPARE(bashCompletes({loredesk, u"digest"_s, u"a"_s}, directory.path()), QStringList{u"a b.mbox"_s});
    QCOMPARE(bashCompletes({loredesk, u"subject"_s, QString()}, directory.path()), QStringList());
    for (const QString &command : commands())
        QVERIFY2(all.contains(command), qPrintable(command));
}

void DesktopTest::bashCompletesEveryOption()
{
    const QTemporaryDir directory;
    QStringList own = optionsOf();
    own.sort();
    QCOMPARE(bashCompletes({u"loredesk"_s, u"--"_s}, directory.path()), own);
    for (const QString &command : commands()) {
        QStringList options = optionsOf(command);
        options.sort();
        QVERIFY(!options.isEmpty());
        QCOMPARE(bashCompletes({u"loredesk"_s, command, u"x"_s, u"--"_s}, directory.path()), options);
    }
}

void DesktopTest::bashCompletesValuesAndLeavesOthersAlone()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"text.mbox"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto after = [&](const QStringList &words) {
        return bashCompletes(QStringList{u"loredesk"_s, u"digest"_s, u"x"_s} + words, directory.path());
    };
    QCOMPARE(after({u"--format"_s, QString()}),
             (QStringList{u"html"_s, u"json"_s, u"markdown"_s, u"text"_s}));
    QCOMPARE(after({u"--layout"_s, u"cl"_s}), QStringList{u"classic"_s});
    QCOMPARE(after({u"--list"_s, QString()}), QStringList());
    QCOMPARE(after({u"-o"_s, u"te"_s}), QStringList{u"text.mbox"_s});
    // The same word as a value of another command is none.
    QCOMPARE(bashCompletes({u"loredesk"_s, u"show"_s, u"--format"_s, u"te"_s}, directory.path()),
             QStringList{u"text.mbox"_s});
}

void DesktopTest::zshAndFishKnowEveryCommandAndOption()
{
    const QString zsh = textOf(packaging(u"completions/_loredesk"_s));
    const QString fish = textOf(packaging(u"completions/loredesk.fish"_s));
    for (const QString &command : commands()) {
        QVERIFY2(zsh.contains(u"\n    '"_s + command + u':'), qPrintable(command));
        QVERIFY2(fish.contains(u" -a "_s + command + u' '), qPrintable(command));
        const QString arm = zsh.section(u"\n      "_s + command + u')', 1).section(u";;"_s, 0, 0);
        QVERIFY2(!arm.isEmpty(), qPrintable(command));
        for (const QString &option : optionsOf(command)) {
            QVERIFY2(arm.contains(option), qPrintable(command + u' ' + option));
            QVERIFY2(fish.contains(u"-l "_s + option.mid(2)), qPrintable(command + u' ' + option));
        }
    }
    if (!QStandardPaths::findExecutable(u"zsh"_s).isEmpty())
        QCOMPARE(run(u"zsh"_s, {u"-n"_s, packaging(u"completions/_loredesk"_s)}).out, QString());
    if (!QStandardPaths::findExecutable(u"fish"_s).isEmpty()) {
        const QTemporaryDir directory;
        const Run offered = run(u"fish"_s,
                                {u"--no-config"_s, u"-c"_s,
                                 u"source "_s + packaging(u"completions/loredesk.fish"_s) +
                                     u"; complete -C 'loredesk digest x --format '"_s},
                                directory.path());
        QCOMPARE(captured(offered.out, u"^(\\w+)\t"_s),
                 (QStringList{u"html"_s, u"json"_s, u"markdown"_s, u"text"_s}));
    }
}

void DesktopTest::everythingIsInstalledWhereItBelongs()
{
    const QTemporaryDir directory;
    const Run result = run(
        u"cmake"_s, {u"--install"_s, QStringLiteral(LOREDESK_BUILD_DIR), u"--prefix"_s, directory.path()});
    QVERIFY2(result.exitCode == 0, qPrintable(result.out));
    for (const char *file :
         {"bin/loredesk", "share/applications/org.loredesk.Loredesk.desktop",
          "share/metainfo/org.loredesk.Loredesk.metainfo.xml",
          "share/icons/hicolor/scalable/apps/org.loredesk.Loredesk.svg",
          "share/icons/hicolor/symbolic/apps/org.loredesk.Loredesk-symbolic.svg", "share/man/man1/loredesk.1",
          "share/bash-completion/completions/loredesk", "share/zsh/vendor-completions/_loredesk",
          "share/fish/vendor_completions.d/loredesk.fish"}) {
        QVERIFY2(QFileInfo(directory.filePath(QLatin1StringView(file))).isFile(), file);
    }
    const QString entry = textOf(directory.filePath(u"share/applications/org.loredesk.Loredesk.desktop"_s));
    QCOMPARE(captured(entry, u"^Icon=(.*)$"_s), QStringList{u"org.loredesk.Loredesk"_s});
}

void DesktopTest::aSecondStartHandsItsPathsOverAndEnds()
{
    const QTemporaryDir home;
    const QTemporaryDir runtime; // made for its owner alone, as the real one is
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"config"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, home.filePath(u"cache"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, runtime.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    const auto start = [&](QProcess &process, const QStringList &arguments) {
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(home.path());
        process.start(QStringLiteral(LOREDESK_BINARY), arguments);
        return process.waitForStarted(30000);
    };
    const auto sockets = [&] {
        return QDir(runtime.filePath(u"loredesk"_s)).entryList({u"window-*"_s}, QDir::System);
    };
    const QString settings = home.filePath(u"config/loredesk/loredesk.ini"_s);
    QVERIFY(QFile::copy(QStringLiteral(LOREDESK_SOURCE_DIR "/resources/sample/sample.mbox"),
                        home.filePath(u"other.mbox"_s)));

    QProcess window;
    QVERIFY(start(window, {QStringLiteral(LOREDESK_SOURCE_DIR "/resources/sample/sample.mbox")}));
    QTRY_COMPARE_WITH_TIMEOUT(sockets().size(), 1, 60000);
    QProcess second;
    QVERIFY(start(second, {u"other.mbox"_s}));
    QVERIFY(second.waitForFinished(60000));
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(window.state(), QProcess::Running);
    // The window opened what the second was asked for, as it was meant in the second's folder.
    const auto lastOpened = [&] {
        const QSettings kept(settings, QSettings::IniFormat);
        return kept.value(u"recent/archives"_s).toList().value(0).toStringList();
    };
    QTRY_COMPARE_WITH_TIMEOUT(lastOpened(), QStringList{home.filePath(u"other.mbox"_s)}, 60000);
    window.terminate();
    QVERIFY(window.waitForFinished(60000));
    // Ended by a signal, as by a crash: what is left of it does not keep the next window from listening.
    QCOMPARE(sockets().size(), 1);
    QProcess next;
    QVERIFY(start(next, {u"--new-window"_s, u"other.mbox"_s}));
    const QString lock = runtime.filePath(u"loredesk/"_s + sockets().value(0) + u".lock"_s);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(lock).startsWith(QString::number(next.processId()) + u'\n'), 60000);
    next.terminate();
    QVERIFY(next.waitForFinished(60000));
}

QTEST_GUILESS_MAIN(DesktopTest)
#include "tst_desktop.moc"
