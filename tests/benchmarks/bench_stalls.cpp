// SPDX-License-Identifier: GPL-3.0-or-later
// Opens an archive in the real window, works in it, and prints how long the window took to answer meanwhile.
//     bench_stalls [ARCHIVE]
// Without an archive one of 60,000 messages is made. Caches and settings are temporary.
// QT_QPA_PLATFORM=offscreen unless it is set.
#include "app/controller.h"
#include "app/settings.h"
#include "models/base/processmemory.h"
#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/stallmeter.h"
#include "ui/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/rangechooser.h"
#include "ui/seriesview.h"
#include "ui/timebrush.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

constexpr int MadeUp = 60'000;

/// Series of four with answers.
QByteArrayList madeUpMails()
{
    QByteArrayList mails;
    mails.reserve(MadeUp);
    for (int i = 0; i < MadeUp; ++i) {
        const int series = i / 8;
        const int place = i % 8;
        QByteArray body =
            place < 5 ? "Signed-off-by: A <a@example.org>\n---\ndiff --git a/f.c b/f.c\n--- a/f.c\n+++ "
                        "b/f.c\n@@ -1 +1 @@ int frob(void)\n-old\n+new " +
                            QByteArray::number(i) + "\n"
                      : QByteArray("> quoted\n\nReviewed-by: B <b@example.org>\n");
        const QByteArray title = "frob " + QByteArray::number(series) + ": mend it";
        const QByteArray subject = place < 5 ? "[PATCH " + QByteArray::number(place) + "/4] " + title
                                             : "Re: [PATCH " + QByteArray::number(place - 4) + "/4] " + title;
        const QByteArray id = QByteArray::number(series) + '.' + QByteArray::number(place) + "@example.org";
        const int answered = place < 5 ? 0 : place - 4;
        mails << "From: Person " + QByteArray::number(series % 500) + " <p" +
                     QByteArray::number(series % 500) +
                     "@example.org>\nTo: list@example.org\nSubject: " + subject + "\nMessage-ID: <" + id +
                     ">\n" +
                     (place > 0 ? "In-Reply-To: <" + QByteArray::number(series) + '.' +
                                      QByteArray::number(answered) + "@example.org>\n"
                                : QByteArray()) +
                     "Date: " +
                     QDateTime::fromSecsSinceEpoch(1600000000 + i * 600LL, Qt::UTC)
                         .toString(Qt::RFC2822Date)
                         .toLatin1() +
                     "\n\n" + body;
    }
    return mails;
}

class Bench
{
public:
    Bench(const QString &directory, QString archive)
        : m_archive(std::move(archive))
        , m_settings(directory + "/settings.ini"_L1)
        , m_controller(m_settings, m_window, {directory + "/stores"_L1, directory + "/user.sqlite"_L1})
    {
        m_window.resize(1440, 900);
        m_window.show();
    }

    void run()
    {
        wait(300);
        open(u"first opening"_s);
        scroll();
        select();
        type(u"while indexing"_s);
        toggle();
        resize(u"resizing"_s, 40);
        sort();
        expand();
        brush(u"while indexing"_s);
        m_meter.setActivity(u"indexing"_s);
        waitFor([this] { return !m_isKept; }, &m_controller.session(), &app::ArchiveSession::kept);
        std::printf("indexed after %.1f s\n", double(m_clock.elapsed()) / 1000);
        type(u"indexed"_s);
        brush(u"indexed"_s);
        chooseRevisions();
        mark();
        m_meter.setActivity(u"refreshing, nothing new"_s);
        refresh();
        m_meter.setActivity(u"closing the archive"_s);
        emit m_window.closeRequested();
        wait(200);
        open(u"opening from the cache"_s);
        wait(500);
        report();
    }

private:
    template <class Sender, class Signal>
    void waitFor(const std::function<bool()> &isOpen, Sender *sender, Signal signal)
    {
        if (!isOpen())
            return;
        QEventLoop loop;
        QObject::connect(sender, signal, &loop, &QEventLoop::quit);
        loop.exec();
    }
    static void wait(int milliseconds)
    {
        QEventLoop loop;
        QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
        loop.exec();
    }

    void open(const QString &what)
    {
        m_clock.start();
        m_isKept = false;
        bool isOpen = false;
        const auto kept = QObject::connect(&m_controller.session(), &app::ArchiveSession::kept,
                                           [this] { m_isKept = true; });
        const auto opened = QObject::connect(&m_controller, &app::Controller::opened, [&] {
            m_meter.setActivity(what + ", showing the tree"_L1);
            isOpen = true;
        });
        QObject::connect(&m_controller, &app::Controller::openFailed, [](const base::Error &error) {
            std::fprintf(stderr, "%s\n", qPrintable(error.toString()));
            std::exit(1);
        });
        m_meter.setActivity(what + ", loading"_L1);
        m_controller.open({m_archive});
        int width = 0;
        while (!isOpen) { // a slot sets it
            width = (width + 10) % 200;
            m_window.resize(1200 + width, 800);
            wait(20);
        }
        std::printf("%s: tree after %.2f s, %d rows, resident %.0f MB\n", qPrintable(what),
                    double(m_clock.elapsed()) / 1000, m_controller.series().rowCount(),
                    double(base::residentMemory()) / 1e6);
        QObject::disconnect(opened);
        wait(400);
        m_keptConnection = kept;
    }

    void scroll()
    {
        m_meter.setActivity(u"scrolling"_s);
        QScrollBar *bar = m_window.seriesView()->verticalScrollBar();
        for (int i = 0; i < 100; ++i) {
            bar->setValue(i % 10 == 9 ? bar->maximum() * (i / 10) / 10 : bar->value() + 60);
            wait(8);
        }
        bar->setValue(0);
    }

    void select()
    {
        m_meter.setActivity(u"going through messages"_s);
        for (int i = 0; i < 60; ++i) {
            m_window.seriesView()->nextRow();
            wait(15);
        }
    }

    void type(const QString &when)
    {
        for (const QString &query : {u"memory leak"_s, u"s:fix is:patch"_s, u"is:reply"_s}) {
            m_meter.setActivity(u"typing, "_s + when);
            for (qsizetype length = 1; length <= query.size(); ++length) {
                m_window.filterBar()->setText(query.left(length));
                wait(70);
            }
            wait(300);
            m_meter.setActivity(u"clearing the search, "_s + when);
            m_window.filterBar()->setText({});
            wait(60);
        }
    }

    void toggle()
    {
        m_meter.setActivity(u"toggling the filter"_s);
        for (const QString &name : {u"filterIncomplete"_s, u"filterUnanswered"_s, u"filterHideBots"_s}) {
            for (int i = 0; i < 4; ++i) {
                m_window.findChild<QAction *>(name)->trigger();
                wait(40);
            }
        }
    }

    void resize(const QString &what, int times)
    {
        m_meter.setActivity(what);
        for (int i = 0; i < times; ++i) {
            m_window.resize(1000 + i % 10 * 40, 700 + i % 7 * 20);
            wait(20);
        }
    }

    void sort()
    {
        m_meter.setActivity(u"sorting"_s);
        for (int column = 0; column < items::SeriesTreeModel::ColumnCount; ++column) {
            m_window.seriesView()->sortByColumn(column, Qt::AscendingOrder);
            wait(40);
        }
        m_window.seriesView()->sortByColumn(items::SeriesTreeModel::Date, Qt::DescendingOrder);
        wait(40);
    }

    void expand()
    {
        m_meter.setActivity(u"expanding all series"_s);
        m_window.findChild<QAction *>(u"expandAllAction"_s)->trigger();
        wait(100);
        m_meter.setActivity(u"collapsing all series"_s);
        m_window.findChild<QAction *>(u"collapseAllAction"_s)->trigger();
        wait(100);
    }

    void mouse(QEvent::Type type, const QPointF &at, Qt::MouseButton button)
    {
        ui::TimeBrush *brush = m_window.timeBrush();
        QMouseEvent event(type, at, brush->mapToGlobal(at), button,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QElapsedTimer clock;
        clock.start();
        QCoreApplication::sendEvent(brush, &event);
        m_longestStep = std::max(m_longestStep, double(clock.nsecsElapsed()) / 1e6);
    }

    /// Across the whole strip: a range grows from nothing to everything, a narrow one is moved along, one end
    /// follows.
    void brush(const QString &when)
    {
        ui::TimeBrush *brush = m_window.timeBrush();
        const double middle = brush->height() / 2.0;
        const double last = brush->width() - 9;
        const auto drag = [&](double from, double to, int steps) {
            mouse(QEvent::MouseButtonPress, {from, middle}, Qt::LeftButton);
            for (int step = 1; step <= steps; ++step) {
                mouse(QEvent::MouseMove, {from + (to - from) * step / steps, middle}, Qt::NoButton);
                wait(8);
            }
            mouse(QEvent::MouseButtonRelease, {to, middle}, Qt::LeftButton);
            wait(100);
        };
        m_longestStep = 0;
        m_meter.setActivity(u"brushing a new range, "_s + when);
        drag(9, last, 200);
        brush->clearSelection();
        wait(100);
        drag(9, last / 10, 20);
        m_meter.setActivity(u"brushing, moving the range, "_s + when);
        drag(last / 20, last, 200);
        m_meter.setActivity(u"brushing, clearing, "_s + when);
        brush->clearSelection();
        wait(300);
        std::printf("brushing %s: the longest event took %.1f ms\n", qPrintable(when), m_longestStep);
    }

    /// Sets of messages, as two revisions give them, from a few to nearly all; and beside each a change of
    /// dates.
    void chooseRevisions()
    {
        m_meter.setActivity(u"choosing revisions"_s);
        const catalog::Catalog &catalog = *m_controller.series().catalog();
        const std::size_t count = catalog.messages().size();
        std::vector<double> bySet;
        std::vector<double> byDate;
        const auto choose = [this](std::vector<double> &times, const ui::RangeChoice &choice,
                                   catalog::MessageSet messages) {
            QElapsedTimer clock;
            clock.start();
            m_window.rangeChooser()->setChoice(choice, std::move(messages));
            times.push_back(double(clock.nsecsElapsed()) / 1e6);
            wait(8);
        };
        for (std::size_t step = 100; step > 0; --step) {
            std::vector<bool> messages(count);
            for (std::size_t row = 0; row < count; row += step)
                messages[row] = true;
            choose(bySet, {ui::RangeKind::Revisions, {0, std::nullopt}, u"A.."_s},
                   std::make_shared<const std::vector<bool>>(std::move(messages)));
            const qint64 part = (catalog.lastDate() - catalog.firstDate()) / qint64(step);
            choose(byDate, {ui::RangeKind::Custom, {catalog.lastDate() - part, std::nullopt}}, {});
        }
        m_window.rangeChooser()->setChoice({});
        wait(300);
        std::sort(bySet.begin(), bySet.end());
        std::sort(byDate.begin(), byDate.end());
        std::printf(
            "choosing among %zu messages: by revisions %.1f ms (median), %.1f ms (longest); by dates %.1f "
            "ms, %.1f ms\n",
            count, bySet[bySet.size() / 2], bySet.back(), byDate[byDate.size() / 2], byDate.back());
    }

    /// Every series at once, and back again; and one, as people do it.
    void mark()
    {
        m_meter.setActivity(u"selecting all series"_s);
        m_window.seriesView()->setFocus();
        m_window.seriesView()->selectAll();
        wait(200);
        m_meter.setActivity(u"marking all series"_s);
        m_window.findChild<QAction *>(u"markReviewedAction"_s)->trigger();
        wait(3000);
        m_meter.setActivity(u"taking the marks back"_s);
        m_window.findChild<QAction *>(u"takeMarkBackAction"_s)->trigger();
        wait(3000);
        m_meter.setActivity(u"marking a series"_s);
        m_window.seriesView()->selectFirst();
        m_window.findChild<QAction *>(u"markReviewedAction"_s)->trigger();
        wait(300);
    }

    void refresh()
    {
        bool done = false;
        const auto connection =
            QObject::connect(&m_controller, &app::Controller::refreshed, [&done] { done = true; });
        emit m_window.refreshRequested();
        waitFor([&done] { return !done; }, &m_controller, &app::Controller::refreshed);
        QObject::disconnect(connection);
        wait(200);
    }

    void report() const
    {
        std::printf("\n%-45s %8s %8s %8s %10s\n", "what was going on", "answers", "> 5 ms", "> 50 ms",
                    "longest ms");
        for (const auto &summary : m_meter.summaries())
            std::printf("%-45s %8zu %8zu %8zu %10.1f\n", qPrintable(summary.activity), summary.answers,
                        summary.over5, summary.over50, summary.longest);
        std::printf("peak memory %.0f MB\n", double(base::peakMemory()) / 1e6);
    }

    QString m_archive;
    app::Settings m_settings;
    ui::MainWindow m_window;
    app::Controller m_controller;
    tests::StallMeter m_meter;
    QElapsedTimer m_clock;
    QMetaObject::Connection m_keptConnection;
    bool m_isKept = false;
    double m_longestStep = 0; ///< of what the mouse did, ms
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
    const QTemporaryDir directory;
    std::unique_ptr<tests::ArchiveBuilder> builder;
    QString archive = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (archive.isEmpty()) {
        builder = std::make_unique<tests::ArchiveBuilder>();
        archive = builder->mbox(u"made-up.mbox"_s, madeUpMails());
    }
    Bench(directory.path(), archive).run();
    return 0;
}
