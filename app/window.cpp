// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/controller.h"
#include "app/settings.h"
#include "models/mail/message.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QIcon>

using namespace Qt::StringLiterals;

/// Q_INIT_RESOURCE declares a function of the enclosing namespace, so that it must stand outside of all of
/// them.
static void initialiseResources()
{
    Q_INIT_RESOURCE(loredesk);
}

namespace loredesk::app {

int runWindow(int argc, char **argv, const QStringList &archives)
{
    QApplication application(argc, argv);
    initialiseResources();
    QApplication::setApplicationName(u"loredesk"_s);
    QApplication::setApplicationDisplayName(u"Loredesk"_s);
    QApplication::setApplicationVersion(QStringLiteral(LOREDESK_VERSION));
    QGuiApplication::setDesktopFileName(u"org.loredesk.Loredesk"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/loredesk.svg"_s));
    mail::initialise();

    Settings settings;
    ui::applyAppearance(settings.appearance());
    ui::MainWindow window;
    Controller controller(settings, window);
    window.show();
    controller.start(archives);
    return QApplication::exec();
}

} // namespace loredesk::app
