// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a patch of very many lines in the viewer, works in it, and prints how long the viewer took to answer
// meanwhile.
//     bench_diff [LINES]
// QT_QPA_PLATFORM=offscreen unless it is set.
#include "models/jobs/workjob.h"
#include "models/mail/message.h"
#include "tests/support/stallmeter.h"
#include "ui/messageview.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

QByteArray madeUpPatch(int lines)
{
    QByteArray mail =
        "From: A <a@example.org>\nSubject: [PATCH] rename it all\nMessage-ID: <1@example.org>\n\nWhy.\n---\n";
    const int each = 500;
    for (int file = 0; file < lines / each; ++file) {
        const QByteArray path = "drivers/lamp/file" + QByteArray::number(file) + ".c";
        mail += "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path + "\n";
        for (int hunk = 0; hunk < each / 50; ++hunk) {
            const QByteArray at = QByteArray::number(hunk * 100 + 1);
            mail += "@@ -" + at + ",33 +" + at + ",33 @@ int lamp_function_" + QByteArray::number(hunk) +
                    "(void)\n";
            for (int i = 0; i < 16; ++i)
                mail += " \tcontext_of_the_lamp(dev, " + QByteArray::number(i) + ");\n";
            for (int i = 0; i < 17; ++i)
                mail += "-\tret = lamp_old_name(dev->bulb, " + QByteArray::number(i) + ", GFP_KERNEL);\n";
            for (int i = 0; i < 17; ++i)
                mail += "+\tret = lamp_new_name(dev->bulb, " + QByteArray::number(i) + ", GFP_ATOMIC);\n";
        }
    }
    return mail;
}

/// What the thread has computed so far, ms: unlike the time that an answer takes, not longer on a busy
/// machine.
double computed()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void scroll(const ui::MessageText *text)
{
    QScrollBar *bar = text->verticalScrollBar();
    for (int i = 0; i < 60; ++i) {
        bar->setValue(i % 10 == 9 ? bar->maximum() * (i / 10) / 6 : bar->value() + 40);
        wait(8);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    mail::initialise();
    const int lines = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const auto message = std::make_shared<const patch::ReadMessage>(patch::readMessage(madeUpPatch(lines)));
    std::printf("%lld lines of diff in %lld files\n",
                static_cast<long long>(message->patch.diff.count(u'\n')),
                static_cast<long long>(message->patch.files.size()));

    ui::MessageView view;
    view.resize(1200, 900);
    view.show();
    view.setBackground([&view](std::function<void()> work, std::function<void()> done) {
        auto *job = new jobs::WorkJob(std::move(work), &view);
        QObject::connect(job, &jobs::Job::finished, &view, std::move(done));
        job->start();
    });
    wait(200);
    tests::StallMeter meter;
    const auto act = [&](const char16_t *what, const char *action) {
        meter.setActivity(QString::fromUtf16(what));
        const double before = computed();
        view.findChild<QAction *>(QLatin1StringView(action))->trigger();
        const double triggered = computed();
        view.grab();
        std::printf("%-34s %6.2f ms computed at once, %6.2f ms painting\n",
                    qPrintable(QString::fromUtf16(what)), triggered - before, computed() - triggered);
        wait(300);
    };
    const auto text = [&](const char *name) {
        return view.findChild<ui::MessageText *>(QLatin1StringView(name));
    };
    meter.setActivity(u"opening"_s);
    view.setMessage(message, {});
    wait(1500);
    meter.setActivity(u"scrolling the message"_s);
    scroll(text("messageText"));
    act(u"folding all of the message", "messageFoldAllFilesAction");
    act(u"unfolding all of the message", "messageUnfoldAllFilesAction");
    meter.setActivity(u"going to the Diff tab"_s);
    view.setCurrentTab(ui::MessageView::Tab::Diff);
    wait(1500);
    meter.setActivity(u"scrolling the diff"_s);
    scroll(text("messageDiff"));
    act(u"folding a file", "messageFoldFileAction");
    act(u"folding all", "messageFoldAllFilesAction");
    act(u"next file", "messageNextFileAction");
    act(u"unfolding all", "messageUnfoldAllFilesAction");
    act(u"showing line numbers", "messageLineNumbersAction");
    act(u"showing whitespace", "messageWhitespaceAction");
    meter.setActivity(u"finding"_s);
    view.openFind();
    view.findChild<QLineEdit *>(u"messageFind"_s)->setText(u"lamp_new"_s);
    wait(1000);
    act(u"finding the next", "messageFindNextAction");
    act(u"side by side", "messageSideBySideAction");
    wait(1500);
    meter.setActivity(u"scrolling both sides"_s);
    scroll(text("messageDiffNew"));
    act(u"folding all of both sides", "messageFoldAllFilesAction");
    act(u"next hunk of both sides", "messageNextHunkAction");
    act(u"unfolding all of both sides", "messageUnfoldAllFilesAction");
    act(u"one column again", "messageSideBySideAction");

    std::printf("\n%-34s %8s %8s %8s %10s\n", "what was going on", "answers", "> 5 ms", "> 50 ms",
                "longest ms");
    for (const auto &summary : meter.summaries())
        std::printf("%-34s %8zu %8zu %8zu %10.1f\n", qPrintable(summary.activity), summary.answers,
                    summary.over5, summary.over50, summary.longest);
    return 0;
}
