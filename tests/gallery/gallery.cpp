// SPDX-License-Identifier: GPL-3.0-or-later
// Opens an archive in the real window, goes through every view, panel, dialog and state, and takes a picture
// of each:
//     gallery ARCHIVE DIRECTORY [WIDTHxHEIGHT] [light|dark] [only=PART OF A NAME]
// The pictures have windows, menus and dialogs as they lie above each other. Settings, caches and what
// belongs to the user are temporary. QT_QPA_PLATFORM=offscreen unless it is set; QT_SCALE_FACTOR and LANGUAGE
// do what they always do. What the window is like on a small screen only a small screen shows (xvfb-run -s
// "-screen 0 1024x600x24").
#include "app/translation.h"
#include "models/mail/message.h"
#include "tests/gallery/tour.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::Tour;
using tests::Wishes;

namespace {

int usage()
{
    std::fprintf(stderr, "gallery ARCHIVE DIRECTORY [WIDTHxHEIGHT] [light|dark] [only=PART OF A NAME]\n");
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Q_INIT_RESOURCE(loredesk);
    Q_INIT_RESOURCE(translations);
    mail::initialise();
    app::installTranslation(application);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.size() < 2)
        return usage();
    Wishes wishes{QFileInfo(arguments[0]).absoluteFilePath(), QFileInfo(arguments[1]).absoluteFilePath()};
    for (const QString &argument : arguments.mid(2)) {
        const QStringList size = argument.split(u'x');
        if (argument == "dark"_L1)
            wishes.appearance = ui::Appearance::Dark;
        else if (argument.startsWith("only="_L1))
            wishes.only = argument.mid(5);
        else if (size.size() == 2 && size[0].toInt() > 0 && size[1].toInt() > 0)
            wishes.size = {size[0].toInt(), size[1].toInt()};
        else if (argument != "light"_L1)
            return usage();
    }
    QDir().mkpath(wishes.directory);
    const QTemporaryDir keep;
    return Tour(wishes, keep.path()).run();
}
