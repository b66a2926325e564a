// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/tour.h"

#include "models/base/error.h"
#include "ui/banner.h"
#include "ui/chartspanel.h"
#include "ui/filterbar.h"
#include "ui/helpwindow.h"
#include "ui/markactions.h"
#include "ui/seriesview.h"
#include "ui/timebrush.h"
#include "ui/versionspage.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

int Tour::run()
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

void Tour::firstPage()
{
    snap(u"first-page"_s);
    dragOver();
    snap(u"drop-on-first-page"_s);
    dragAway();
    m_controller.open({m_wishes.directory + "/there is nothing"_L1});
    snap(u"first-page-cannot-open"_s);
    m_window.banner()->hide();
}

void Tour::start()
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

void Tour::reading()
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

void Tour::versions()
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

void Tour::charts()
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

void Tour::digest()
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

void Tour::search(const QString &text, const QString &name)
{
    m_window.filterBar()->setText(text);
    snap(name, 900);
}

void Tour::searching()
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

void Tour::ranges()
{
    ui::TimeBrush *brush = m_window.timeBrush();
    const auto mouse = [brush](QEvent::Type type, double share) {
        const QPointF at(9 + (brush->width() - 18) * share, brush->height() / 2.0);
        QMouseEvent event(type, at, brush->mapToGlobal(at),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
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

void Tour::marks()
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

void Tour::menus()
{
    const QList<QAction *> entries = m_window.menuBar()->actions();
    for (QAction *entry : entries) {
        const QRect place = m_window.menuBar()->actionGeometry(entry);
        m_camera.menu(*entry->menu(), place.bottomLeft(), u"menu-"_s + entry->text().remove(u'&').toLower());
    }
    m_camera.menu(*tree().contextMenu(), tree().mapTo(&m_window, QPoint(200, 60)), u"menu-of-tree"_s);
}

void Tour::dialogs()
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

void Tour::help()
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

void Tour::failures()
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

void Tour::several()
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

} // namespace loredesk::tests
