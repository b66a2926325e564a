// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controller.h"
#include "app/settings.h"
#include "models/catalog/catalog.h"
#include "tests/gallery/camera.h"
#include "ui/mainwindow.h"
#include "ui/messageview.h"
#include "ui/theme.h"

#include <QSize>
#include <QString>

#include <functional>

class QAction;

namespace loredesk::ui {
class SeriesView;
}

namespace loredesk::tests {

/// What the gallery is called with.
struct Wishes
{
    QString archive;
    QString directory;
    QSize size{1440, 900};
    ui::Appearance appearance = ui::Appearance::Light;
    QString only = {};
};

/// The real window, what works it as its user would, and the camera before it. Main thread. To be inherited
/// from.
class Stage
{
protected:
    /// What is kept goes into the directory `keep`.
    Stage(const Wishes &wishes, const QString &keep);

    static void wait(int milliseconds) { Camera::wait(milliseconds); }
    void snap(const QString &name, int delay = 350) { m_camera.snap(name, delay); }

    QAction *action(const QString &name);
    void trigger(const QString &name);
    void check(const QString &name, bool on);
    void dragOver();
    void dragAway();
    bool open();
    /// What an action opens, until it is closed again. Some dialogs are waited for where they are opened.
    void dialog(const QString &actionName, const QString &name);

    ui::SeriesView &tree() { return *m_window.seriesView(); }
    ui::MessageView &viewer() { return *m_window.messageView(); }
    void tab(ui::MessageView::Tab tab) { viewer().setCurrentTab(tab); }
    /// The first series that has what a picture needs.
    base::SeriesIndex seriesWith(const std::function<bool(const series::PatchSeries &)> &wanted);

    Wishes m_wishes;
    app::Settings m_settings;
    ui::MainWindow m_window;
    app::Controller m_controller;
    Camera m_camera;
    int m_missed = 0; ///< actions that are not there

private:
    void closeDialog();
};

} // namespace loredesk::tests
