// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/controller.h"
#include "app/exitstate.h"
#include "app/settings.h"
#include "app/singleinstance.h"
#include "app/translation.h"
#include "models/mail/message.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>

using namespace Qt::StringLiterals;

/// Q_INIT_RESOURCE declares a function of the enclosing namespace, so that it must stand outside of all of
/// them.
static void initialiseResources()
{
    Q_INIT_RESOURCE(loredesk);
    Q_INIT_RESOURCE(translations);
}

namespace loredesk::app {

namespace {

Handover handoverOfStart(const QStringList &archives)
{
    Handover handover;
    for (const QString &path : archives)
        handover.paths << QFileInfo(path).absoluteFilePath();
    // Who starts a program may give it the right to take the focus; the window that is open needs that.
    for (const char *name : {"XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"}) {
        if (handover.activation.isEmpty())
            handover.activation = qgetenv(name);
    }
    return handover;
}

void comeForward(QWidget &window, const QByteArray &activation)
{
    // Qt's Wayland platform takes the token from there.
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation);
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
    // Where the window manager will not have it, it can at least be seen that something came.
    QApplication::alert(&window);
}

} // namespace

int runWindow(int argc, char **argv, const QStringList &archives, bool newWindow)
{
    SingleInstance instance(SingleInstance::displayName());
    if (!newWindow && instance.handOver(handoverOfStart(archives)))
        return int(ExitState::Done);
    QApplication application(argc, argv);
    initialiseResources();
    QApplication::setApplicationName(u"loredesk"_s);
    QApplication::setApplicationDisplayName(u"Loredesk"_s);
    QApplication::setApplicationVersion(QStringLiteral(LOREDESK_VERSION));
    QGuiApplication::setDesktopFileName(u"org.loredesk.Loredesk"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/loredesk.svg"_s));
    installTranslation(application);
    mail::initialise();

    Settings settings;
    ui::applyAppearance(settings.appearance());
    ui::MainWindow window;
    Controller controller(settings, window, Places::ofUser());
    window.show();
    controller.start(archives);
    // With --new-window, too: the next start may find this one.
    instance.listen();
    QObject::connect(&instance, &SingleInstance::handedOver, &window, [&](const Handover &handover) {
        if (!handover.paths.isEmpty())
            controller.open(handover.paths);
        comeForward(window, handover.activation);
    });
    return QApplication::exec();
}

} // namespace loredesk::app
