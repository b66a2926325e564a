// SPDX-License-Identifier: GPL-3.0-or-later
// Opens an archive in the real window, goes through every view, panel, dialog and state, and takes a picture
// of each:
//     gallery ARCHIVE DIRECTORY [WIDTHxHEIGHT] [light|dark] [only=PART OF A NAME]
// The pictures have windows, menus and dialogs as they lie above each other. Settings, caches and what
// belongs to the user are temporary. QT_QPA_PLATFORM=offscreen unless it is set; QT_SCALE_FACTOR and LANGUAGE
// do what they always do. What the window is like on a small screen only a small screen shows (xvfb-run -s
// "-screen 0 1024x600x24").
#include "app/controller.h"
#include "app/settings.h"
#include "app/translation.h"
#include "models/base/error.h"
#include "models/mail/message.h"
#include "tests/gallery/camera.h"
#include "ui/banner.h"
#include "ui/chartspanel.h"
#include "ui/filterbar.h"
#include "ui/helpwindow.h"
#include "ui/mainwindow.h"
#include "ui/markactions.h"
#include "ui/messageview.h"
#include "ui/panestate.h"
#include "ui/rangechooser.h"
#include "ui/searchfield.h"
#include "ui/seriesview.h"
#include "ui/sidepane.h"
#include "ui/threadpage.h"
#include "ui/timebrush.h"
#include "ui/versionspage.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::Camera;

namespace {

struct Wishes
{
    QString archive;
    QString directory;
    QSize size{1440, 900};
    ui::Appearance appearance = ui::Appearance::Light;
    QString only = {};
};

class Gallery
{
public:
    Gallery(const Wishes &wishes, const QString &keep)
        : m_wishes(wishes)
        , m_settings(keep + "/settings.ini"_L1)
        , m_controller(m_settings, m_window,
                       {keep + "/stores"_L1, keep + "/user.sqlite"_L1, keep + "/trays"_L1})
        , m_camera(m_window, wishes.directory, wishes.only)
    {
        ui::applyAppearance(wishes.appearance);
        m_window.setAppearance(wishes.appearance);
        m_window.resize(wishes.size);
        m_window.show();
        wait(400);
    }

    int run()
    {
        firstPage();
        if (!open())
            return 1;
        wait(1500);
        start();
        reading();
        versions();
        charts();
        digest();
        searching();
        ranges();
        marks();
        menus();
        dialogs();
        help();
        failures();
        several();
        std::printf("%d pictures in %s\n", m_camera.taken(), qPrintable(m_wishes.directory));
        return m_missed == 0 && m_camera.failed() == 0 ? 0 : 1;
    }

private:
    static void wait(int milliseconds) { Camera::wait(milliseconds); }
    void snap(const QString &name, int delay = 350) { m_camera.snap(name, delay); }

    QAction *action(const QString &name)
    {
        auto *found = m_window.findChild<QAction *>(name);
        if (!found) {
            std::fprintf(stderr, "there is no action %s\n", qPrintable(name));
            ++m_missed;
        }
        return found;
    }
    void trigger(const QString &name)
    {
        if (QAction *found = action(name))
            found->trigger();
    }
    void check(const QString &name, bool on)
    {
        QAction *found = action(name);
        if (found && found->isChecked() != on)
            found->trigger();
    }

    void dragOver()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_wishes.archive)});
        QDragEnterEvent enter({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_window, &enter);
    }
    void dragAway()
    {
        QDragLeaveEvent leave;
        QApplication::sendEvent(&m_window, &leave);
    }

    void firstPage()
    {
        snap(u"first-page"_s);
        dragOver();
        snap(u"drop-on-first-page"_s);
        dragAway();
        m_controller.open({m_wishes.directory + "/there is nothing"_L1});
        snap(u"first-page-cannot-open"_s);
        m_window.banner()->hide();
    }

    bool open()
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

    ui::SeriesView &tree() { return *m_window.seriesView(); }
    ui::MessageView &viewer() { return *m_window.messageView(); }
    void tab(ui::MessageView::Tab tab) { viewer().setCurrentTab(tab); }

    /// The first series that has what a picture needs.
    base::SeriesIndex seriesWith(const std::function<bool(const series::PatchSeries &)> &wanted)
    {
        const catalog::Catalog &catalog = *m_controller.series().catalog();
        for (std::size_t i = catalog.series().size(); i-- > 0;) {
            const base::SeriesIndex index(i);
            if (wanted(catalog.series(index)))
                return index;
        }
        return {};
    }

    void start()
    {
        snap(u"start"_s);
        trigger(u"nextRow"_s);
        trigger(u"expandRow"_s);
        trigger(u"nextRow"_s);
        snap(u"row-expanded"_s);
        trigger(u"expandAllAction"_s);
        snap(u"all-expanded"_s);
        trigger(u"collapseAllAction"_s);
    }

    void reading()
    {
        using Tab = ui::MessageView::Tab;
        const catalog::Catalog &catalog = *m_controller.series().catalog();
        const auto several = seriesWith([](const series::PatchSeries &series) {
            return series.cover.message.isValid() && series.patches.size() > 3 &&
                   std::none_of(series.patches.begin(), series.patches.end(),
                                [](const series::SeriesSlot &slot) { return slot.isMissing(); });
        });
        if (several.isValid()) {
            const series::PatchSeries &series = catalog.series(several);
            m_window.showMessage(series.cover.message);
            snap(u"message-cover"_s, 600);
            tab(Tab::Diff);
            snap(u"diff-of-series"_s, 800);
            tab(Tab::Message);
            m_window.showMessage(series.patches[1].message);
            tab(Tab::Diff);
            check(u"messageWholeSeriesAction"_s, true);
            snap(u"diff-of-series-at-patch"_s, 800);
            check(u"messageLineNumbersAction"_s, true);
            snap(u"diff-of-series-numbers"_s);
            check(u"messageSideBySideAction"_s, true);
            snap(u"diff-of-series-sides"_s);
            check(u"messageSideBySideAction"_s, false);
            check(u"messageLineNumbersAction"_s, false);
            check(u"messageWholeSeriesAction"_s, false);
            tab(Tab::Message);
        }
        snap(u"message-patch"_s, 600);
        check(u"messageRulerAction"_s, true);
        snap(u"message-ruler"_s);
        check(u"messageRulerAction"_s, false);
        viewer().openFind();
        snap(u"message-find"_s);
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(viewer().findChild<QLineEdit *>(u"messageFind"_s), &escape);
        tab(Tab::Diff);
        snap(u"diff"_s);
        check(u"messageSideBySideAction"_s, true);
        snap(u"diff-sides"_s);
        check(u"messageSideBySideAction"_s, false);
        check(u"messageWhitespaceAction"_s, true);
        check(u"messageLineNumbersAction"_s, true);
        snap(u"diff-whitespace-numbers"_s);
        check(u"messageWhitespaceAction"_s, false);
        check(u"messageLineNumbersAction"_s, false);
        trigger(u"messageFoldAllFilesAction"_s);
        snap(u"diff-folded"_s);
        trigger(u"messageUnfoldAllFilesAction"_s);
        tab(Tab::Thread);
        snap(u"thread"_s, 800);
        trigger(u"messageFoldQuotesAction"_s);
        snap(u"thread-quotes"_s);
        trigger(u"messageFoldQuotesAction"_s);
        tab(Tab::Raw);
        snap(u"raw"_s);
        tab(Tab::Message);
        const auto incomplete = seriesWith([](const series::PatchSeries &series) {
            return series.patches.size() > 1 &&
                   std::any_of(series.patches.begin(), series.patches.end(),
                               [](const series::SeriesSlot &slot) { return slot.isMissing(); });
        });
        if (incomplete.isValid()) {
            m_window.showMessage(catalog.series(incomplete).head());
            trigger(u"expandRow"_s);
            snap(u"incomplete-series"_s, 600);
        }
    }

    void versions()
    {
        using Tab = ui::MessageView::Tab;
        const catalog::Catalog &catalog = *m_controller.series().catalog();
        tab(Tab::Versions);
        const auto alone = seriesWith([](const series::PatchSeries &series) { return series.version == 1; });
        if (alone.isValid())
            m_window.showMessage(catalog.series(alone).head());
        snap(u"versions-one"_s, 600);
        const auto later = seriesWith([](const series::PatchSeries &series) {
            return series.version > 3 && series.cover.message.isValid() && series.patches.size() > 2;
        });
        if (later.isValid())
            m_window.showMessage(catalog.series(later).head());
        snap(u"versions"_s, 1200);
        trigger(u"compareVersionsAction"_s);
        snap(u"versions-compared"_s, 1200);
        viewer().versionsPage()->setComparing(false);
        tab(Tab::Message);
    }

    void charts()
    {
        using Chart = ui::ChartsPanel::Chart;
        ui::ChartsPanel &charts = *m_window.chartsPanel();
        check(u"chartsDockAction"_s, true);
        m_window.findChild<QDockWidget *>(u"chartsDock"_s)->raise();
        const std::pair<Chart, QString> all[] = {{Chart::Contributors, u"contributors"_s},
                                                 {Chart::Domains, u"domains"_s},
                                                 {Chart::Activity, u"activity"_s},
                                                 {Chart::Series, u"series"_s},
                                                 {Chart::Latency, u"latency"_s}};
        for (const auto &[chart, name] : all) {
            charts.setChart(chart);
            snap(u"chart-"_s + name, 500);
            charts.setTableShown(true);
            snap(u"chart-table-"_s + name, 200);
            charts.setTableShown(false);
        }
        charts.setByOwner(true);
        charts.setChart(Chart::Domains);
        snap(u"chart-owners"_s, 500);
        charts.setByOwner(false);
        charts.setByMonth(true);
        charts.setChart(Chart::Latency);
        snap(u"chart-latency-months"_s, 500);
        charts.setByMonth(false);
        charts.setChart(Chart::Contributors);
        charts.setTop(15);
        m_window.findChild<QAction *>(u"chartsDockFloatAction"_s)->trigger();
        snap(u"charts-floating"_s, 500);
        m_window.findChild<QAction *>(u"chartsDockFloatAction"_s)->trigger();
        wait(200);
    }

    void digest()
    {
        trigger(u"buildDigestAction"_s);
        snap(u"digest"_s, 2500);
        for (const QString &name : {u"digestFormat"_s, u"digestLayout"_s}) {
            auto *box = m_window.findChild<QComboBox *>(name);
            for (int i = 1; box && i < box->count(); ++i) {
                box->setCurrentIndex(i);
                snap(name + u'-' + QString::number(i), 1200);
            }
            if (box)
                box->setCurrentIndex(0);
        }
        m_window.findChild<QAction *>(u"digestDockFloatAction"_s)->trigger();
        snap(u"digest-floating"_s, 800);
        m_window.findChild<QAction *>(u"digestDockFloatAction"_s)->trigger();
        wait(300); // its place is laid out behind that
        check(u"problemsDockAction"_s, true);
        m_window.findChild<QDockWidget *>(u"problemsDock"_s)->raise();
        snap(u"problems"_s, 500);
        check(u"problemsDockAction"_s, false);
    }

    void search(const QString &text, const QString &name)
    {
        m_window.filterBar()->setText(text);
        snap(name, 900);
    }

    void searching()
    {
        search(u"fix"_s, u"search-hits"_s);
        search(u"nosuchwordanywhere"_s, u"search-nothing"_s);
        search(u"is:unanswrd"_s, u"search-mistake"_s);
        search(u"is:unanswered is:patch -s:net"_s, u"search-terms"_s);
        m_window.filterBar()->setText({});
        check(u"filterIncomplete"_s, true);
        snap(u"filter-incomplete"_s, 600);
        check(u"filterIncomplete"_s, false);
        m_window.filterBar()->focusField();
        snap(u"search-field-focused"_s);
        tree().setFocus();
    }

    void ranges()
    {
        ui::TimeBrush *brush = m_window.timeBrush();
        const auto mouse = [brush](QEvent::Type type, double share) {
            const QPointF at(9 + (brush->width() - 18) * share, brush->height() / 2.0);
            QMouseEvent event(
                type, at, brush->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(brush, &event);
        };
        mouse(QEvent::MouseButtonPress, 0.55);
        mouse(QEvent::MouseMove, 0.7);
        snap(u"brushing"_s);
        mouse(QEvent::MouseMove, 0.8);
        mouse(QEvent::MouseButtonRelease, 0.8);
        snap(u"brushed"_s, 800);
        mouse(QEvent::MouseButtonPress, 0.1001);
        mouse(QEvent::MouseMove, 0.1012);
        mouse(QEvent::MouseButtonRelease, 0.1012);
        snap(u"brushed-a-day"_s, 800);
        brush->clearSelection();
        wait(300);
    }

    void marks()
    {
        const QString names[] = {u"markToReviewAction"_s, u"markReviewedAction"_s, u"markWaitingAction"_s,
                                 u"markAppliedAction"_s, u"markNotMineAction"_s};
        tree().selectFirst();
        for (const QString &name : names) {
            trigger(name);
            wait(200);
            tree().nextSeries();
        }
        tree().selectFirst();
        snap(u"marks"_s, 600);
        const catalog::Catalog &catalog = *m_controller.series().catalog();
        emit m_window.markActions()->noteWritten(
            catalog.message(tree().currentMessage()).messageId,
            u"Ask for the numbers of the smaller rings first.\nThe Fixes tag names the wrong commit."_s);
        snap(u"note"_s, 600);
        dialog(u"writeNoteAction"_s, u"dialog-note"_s);
    }

    void menus()
    {
        const QList<QAction *> entries = m_window.menuBar()->actions();
        for (QAction *entry : entries) {
            const QRect place = m_window.menuBar()->actionGeometry(entry);
            m_camera.menu(*entry->menu(), place.bottomLeft(),
                          u"menu-"_s + entry->text().remove(u'&').toLower());
        }
        m_camera.menu(*tree().contextMenu(), tree().mapTo(&m_window, QPoint(200, 60)), u"menu-of-tree"_s);
    }

    /// What an action opens, until it is closed again. Some dialogs are waited for where they are opened.
    void dialog(const QString &actionName, const QString &name)
    {
        QTimer::singleShot(500, &m_window, [this, name] { m_camera.take(name); });
        for (const int delay : {600, 700, 800})
            QTimer::singleShot(delay, &m_window, [this] { closeDialog(); });
        trigger(actionName);
        wait(900);
    }

    void closeDialog()
    {
        QWidget *open = QApplication::activeModalWidget();
        for (QDialog *each : m_window.findChildren<QDialog *>()) {
            if (!open && each->isVisible())
                open = each;
        }
        if (open)
            open->close();
    }

    void dialogs()
    {
        dialog(u"openAction"_s, u"dialog-open"_s);
        dialog(u"openFolderAction"_s, u"dialog-open-folder"_s);
        dialog(u"revisionRangeAction"_s, u"dialog-revisions"_s);
        dialog(u"customRangeAction"_s, u"dialog-dates"_s);
        dialog(u"saveSeriesAction"_s, u"dialog-save-series"_s);
        dialog(u"saveChartAction"_s, u"dialog-save-chart"_s);
        dialog(u"saveDigestAction"_s, u"dialog-save-digest"_s);
        m_window.filterBar()->setText(u"is:unanswered"_s);
        wait(400);
        dialog(u"saveSearchAction"_s, u"dialog-save-search"_s);
        m_window.filterBar()->setText({});
        wait(300);
        dialog(u"shortcutsAction"_s, u"dialog-shortcuts"_s);
        dialog(u"aboutAction"_s, u"dialog-about"_s);
    }

    void help()
    {
        for (const QString &page : ui::HelpWindow::pages()) {
            m_window.showHelp(page);
            snap(u"help-"_s + page);
        }
        const QWidgetList tops = QApplication::topLevelWidgets();
        for (QWidget *top : tops) {
            if (top->objectName() == "helpWindow"_L1)
                top->close();
        }
        wait(100);
    }

    void failures()
    {
        base::Error error;
        error.code = base::ErrorCode::Corrupt;
        error.text = u"the message is not in the archive any more"_s;
        error.place.path = m_wishes.archive;
        error.hint = u"refresh the archive and choose it again"_s;
        viewer().showError(error);
        snap(u"viewer-error"_s);
        m_window.showError(error);
        snap(u"banner-error"_s);
        m_window.banner()->hide();
        viewer().showLoading();
        snap(u"viewer-loading"_s);
        viewer().clear();
        snap(u"viewer-empty"_s);
        m_controller.open({m_wishes.directory + "/there is nothing"_L1});
        snap(u"cannot-open"_s, 700);
        m_window.banner()->hide();
        dragOver();
        snap(u"drop"_s);
        dragAway();
    }

    void several()
    {
        trigger(u"openSampleAction"_s);
        snap(u"sample"_s, 1500);
        check(u"sidePaneAction"_s, true);
        snap(u"several-archives"_s, 500);
        check(u"sidePaneAction"_s, false);
        // Their actions fetch what lies behind.
        for (QDockWidget *dock : m_window.findChildren<QDockWidget *>())
            dock->close();
        snap(u"without-panels"_s, 500);
        check(u"messageBelowAction"_s, true);
        snap(u"message-below-without-panels"_s, 500);
        check(u"digestDockAction"_s, true);
        snap(u"message-below"_s, 500);
        check(u"messageBelowAction"_s, false);
        emit m_window.closeRequested();
        wait(300);
        emit m_window.closeRequested();
        snap(u"all-closed"_s, 500);
    }

    Wishes m_wishes;
    app::Settings m_settings;
    ui::MainWindow m_window;
    app::Controller m_controller;
    Camera m_camera;
    int m_missed = 0; ///< actions that are not there
};

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
    return Gallery(wishes, keep.path()).run();
}
