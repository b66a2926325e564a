// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one long conversation in the real window, and prints how long the window took to answer meanwhile.
//     bench_thread [MESSAGES [MBOX]]
// By default 5,000 made-up messages: reviews with long quotes, patches, answers to answers. With MBOX they
// are left there too. Settings are temporary. QT_QPA_PLATFORM=offscreen unless it is set.
#include "app/controller.h"
#include "app/settings.h"
#include "models/items/threadmodel.h"
#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/stallmeter.h"
#include "ui/mainwindow.h"
#include "ui/messagetext.h"
#include "ui/messageview.h"
#include "ui/seriesview.h"
#include "ui/threadpage.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

/// One conversation: every fourth answers the beginning, the others what came 1, 2 or 3 before, so that it is
/// wide and deep.
QByteArrayList conversation(int count)
{
    QByteArrayList mails;
    mails.reserve(count);
    for (int i = 0; i < count; ++i) {
        const int answered = i % 4 == 1 ? 0 : i - 1 - i % 3;
        QByteArray body;
        if (i % 10 == 0) {
            body = "This mends the frob.\n\nSigned-off-by: A <a@example.org>\n---\n f.c | 60 +++\n 1 file "
                   "changed, 60 "
                   "insertions(+)\n\ndiff --git a/f.c b/f.c\n--- a/f.c\n+++ b/f.c\n@@ -1,60 +1,120 @@ int "
                   "frob(void)\n";
            for (int line = 0; line < 60; ++line)
                body +=
                    " old line " + QByteArray::number(line) + "\n+new line " + QByteArray::number(i) + '\n';
        } else {
            body = "On that day somebody wrote:\n";
            for (int line = 0; line < 10 + i % 80; ++line)
                body += "> quoted line " + QByteArray::number(line) + " of message " +
                        QByteArray::number(answered) + '\n';
            body += "\nThis is what I think of it, in a line or two, number " + QByteArray::number(i) +
                    ".\n\nReviewed-by: B <b@example.org>\n";
        }
        const auto person = QByteArray::number(i % 60);
        mails << "From: Person " + person + " <p" + person +
                     "@example.org>\nTo: list@example.org\nSubject: " + (i > 0 ? "Re: " : "") +
                     "A long talk about the frob\nMessage-ID: <" + QByteArray::number(i) + "@example.org>\n" +
                     (i > 0 ? "In-Reply-To: <" + QByteArray::number(std::max(0, answered)) + "@example.org>\n"
                            : QByteArray()) +
                     "Date: " +
                     QDateTime::fromSecsSinceEpoch(1700000000 + i * 60LL, Qt::UTC)
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
        m_meter.setActivity(u"opening"_s);
        QEventLoop loop;
        QObject::connect(&m_controller, &app::Controller::opened, &loop, &QEventLoop::quit);
        QObject::connect(&m_controller, &app::Controller::openFailed, [](const base::Error &error) {
            std::fprintf(stderr, "%s\n", qPrintable(error.toString()));
            std::exit(1);
        });
        m_controller.open({m_archive});
        loop.exec();
        wait(1500); // what is kept and indexed behind it
        ui::MessageView *view = m_window.messageView();
        ui::ThreadPage *page = view->threadPage();
        m_meter.setActivity(u"showing its first message"_s);
        m_window.seriesView()->selectFirst();
        wait(500);
        m_meter.setActivity(u"going to the Thread tab"_s);
        view->setCurrentTab(ui::MessageView::Tab::Thread);
        settle(*page);
        std::printf("%d messages in the conversation\n", page->model()->rowCount());
        page->text()->setFocus();
        keys(u"next message, by key"_s, Qt::Key_J, 120);
        keys(u"page down"_s, Qt::Key_PageDown, 150);
        keys(u"folding and unfolding the quotes"_s, Qt::Key_Q, 6);
        m_meter.setActivity(u"to the end, the middle, the beginning"_s);
        for (const int row : {page->model()->rowCount() - 1, page->model()->rowCount() / 2, 0, 4000, 17}) {
            page->goTo(std::min(row, page->model()->rowCount() - 1));
            settle(*page);
        }
        m_meter.setActivity(u"scrolling the outline"_s);
        QScrollBar *bar = page->outline()->verticalScrollBar();
        for (int i = 0; i <= 60; ++i) {
            bar->setValue(bar->maximum() * i / 60);
            wait(10);
        }
        m_meter.setActivity(u"resizing"_s);
        for (int i = 0; i < 40; ++i) {
            m_window.resize(1200 + i % 10 * 30, 800 + i % 7 * 20);
            wait(20);
        }
        m_meter.setActivity(u"showing other messages of it"_s);
        for (int row = 1; row < page->model()->rowCount();
             row += std::max(1, page->model()->rowCount() / 25)) {
            m_window.showMessage(
                base::MessageIndex(page->model()->index(row, 0).data(items::MessageRole).toUInt()));
            wait(80);
        }
        m_meter.setActivity(u"leaving the Thread tab"_s);
        view->setCurrentTab(ui::MessageView::Tab::Message);
        wait(300);
        m_meter.setActivity(u"closing the archive"_s);
        emit m_window.closeRequested();
        wait(500);
        report();
    }

private:
    static void wait(int milliseconds)
    {
        QEventLoop loop;
        QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
        loop.exec();
    }

    static void settle(const ui::ThreadPage &page)
    {
        wait(50);
        for (int i = 0; i < 100 && !page.isComplete(); ++i)
            wait(20);
        wait(200);
    }

    void keys(const QString &what, Qt::Key key, int times)
    {
        m_meter.setActivity(what);
        for (int i = 0; i < times; ++i) {
            QWidget *text = m_window.messageView()->threadPage()->text();
            const QString letter = key < Qt::Key_Escape ? QString(QChar(key)).toLower() : QString();
            for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent event(type, key, Qt::NoModifier, letter);
                QCoreApplication::sendEvent(text, &event);
            }
            // A key that is a shortcut is taken before it comes to the text, which nobody does here.
            for (QAction *action : m_window.findChildren<QAction *>()) {
                if (action->shortcuts().contains(QKeySequence(key)) && action->isEnabled() &&
                    (action->objectName().startsWith("thread"_L1) ||
                     action->objectName().startsWith("messageFoldQ"_L1)))
                    action->trigger();
            }
            wait(25);
        }
    }

    void report() const
    {
        std::printf("\n%-45s %8s %8s %8s %10s\n", "what was going on", "answers", "> 5 ms", "> 50 ms",
                    "longest ms");
        for (const auto &summary : m_meter.summaries())
            std::printf("%-45s %8zu %8zu %8zu %10.1f\n", qPrintable(summary.activity), summary.answers,
                        summary.over5, summary.over50, summary.longest);
    }

    QString m_archive;
    app::Settings m_settings;
    ui::MainWindow m_window;
    app::Controller m_controller;
    tests::StallMeter m_meter;
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
    tests::ArchiveBuilder builder;
    const int count = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5000;
    const QString archive = builder.mbox(u"conversation.mbox"_s, conversation(count));
    if (argc > 2 && !QFile::copy(archive, QString::fromLocal8Bit(argv[2])))
        std::fprintf(stderr, "the messages could not be left there\n");
    Bench(directory.path(), archive).run();
    return 0;
}
