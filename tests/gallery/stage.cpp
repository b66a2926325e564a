// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/stage.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

Stage::Stage(const Wishes &wishes, const QString &keep)
    : m_wishes(wishes)
    , m_settings(keep + "/settings.ini"_L1)
    , m_controller(m_settings, m_window, {keep + "/stores"_L1, keep + "/user.sqlite"_L1, keep + "/trays"_L1})
    , m_camera(m_window, wishes.directory, wishes.only)
{
    ui::applyAppearance(wishes.appearance);
    m_window.setAppearance(wishes.appearance);
    m_window.resize(wishes.size);
    m_window.show();
    wait(400);
}

QAction *Stage::action(const QString &name)
{
    auto *found = m_window.findChild<QAction *>(name);
    if (!found) {
        std::fprintf(stderr, "there is no action %s\n", qPrintable(name));
        ++m_missed;
    }
    return found;
}

void Stage::trigger(const QString &name)
{
    if (QAction *found = action(name))
        found->trigger();
}

void Stage::check(const QString &name, bool on)
{
    QAction *found = action(name);
    if (found && found->isChecked() != on)
        found->trigger();
}

void Stage::dragOver()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_wishes.archive)});
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window, &enter);
}

void Stage::dragAway()
{
    QDragLeaveEvent leave;
    QApplication::sendEvent(&m_window, &leave);
}

bool Stage::open()
{
    bool isOpen = false;
    const auto connection =
        QObject::connect(&m_controller, &app::Controller::opened, [&isOpen] { isOpen = true; });
    m_controller.open({m_wishes.archive});
    snap(u"loading"_s, 40);
    for (int i = 0; i < 600 && !isOpen; ++i) // a slot sets it
        wait(100);
    QObject::disconnect(connection);
    if (!isOpen)
        std::fprintf(stderr, "%s did not open\n", qPrintable(m_wishes.archive));
    return isOpen;
}

void Stage::dialog(const QString &actionName, const QString &name)
{
    QTimer::singleShot(500, &m_window, [this, name] { m_camera.take(name); });
    for (const int delay : {600, 700, 800})
        QTimer::singleShot(delay, &m_window, [this] { closeDialog(); });
    trigger(actionName);
    wait(900);
}

void Stage::closeDialog()
{
    QWidget *open = QApplication::activeModalWidget();
    for (QDialog *each : m_window.findChildren<QDialog *>()) {
        if (!open && each->isVisible())
            open = each;
    }
    if (open)
        open->close();
}

base::SeriesIndex Stage::seriesWith(const std::function<bool(const series::PatchSeries &)> &wanted)
{
    const catalog::Catalog &catalog = *m_controller.series().catalog();
    for (std::size_t i = catalog.series().size(); i-- > 0;) {
        const base::SeriesIndex index(i);
        if (wanted(catalog.series(index)))
            return index;
    }
    return {};
}

} // namespace loredesk::tests
