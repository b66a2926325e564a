// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a digest as a page, and prints how long the window took to answer meanwhile.
//     bench_digestpage DIGEST.html
// The file is what `loredesk digest --format html` writes. QT_QPA_PLATFORM=offscreen unless it is set.
#include "tests/support/stallmeter.h"
#include "ui/pagepreview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QScrollBar>
#include <QTextDocument>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: bench_digestpage DIGEST.html\n");
        return 2;
    }
    const QByteArray html = file.readAll();
    ui::PagePreview page;
    page.resize(900, 600);
    page.show();
    wait(200);

    tests::StallMeter meter;
    meter.setActivity(u"filling in the page"_s);
    QElapsedTimer clock;
    clock.start();
    page.setPage(html);
    const double first = double(clock.nsecsElapsed()) / 1e6;
    while (!page.isComplete())
        wait(10);
    const double all = double(clock.nsecsElapsed()) / 1e6;
    meter.setActivity(u"what is laid out behind it"_s);
    wait(1000);
    meter.setActivity(u"scrolling"_s);
    for (int i = 0; i <= 100; ++i) {
        page.verticalScrollBar()->setValue(page.verticalScrollBar()->maximum() * i / 100);
        wait(10);
    }
    meter.setActivity(u"resizing"_s);
    for (int i = 0; i < 20; ++i) {
        page.resize(800 + i * 10, 600);
        wait(20);
    }
    meter.setActivity(u"clearing"_s);
    page.setPage({});
    wait(100);

    std::printf("%lld bytes: the first screens after %.1f ms, all of it after %.0f ms\n",
                static_cast<long long>(html.size()), first, all);
    std::printf("\n%-45s %8s %8s %8s %10s\n", "what was going on", "answers", "> 5 ms", "> 50 ms",
                "longest ms");
    for (const auto &summary : meter.summaries())
        std::printf("%-45s %8zu %8zu %8zu %10.1f\n", qPrintable(summary.activity), summary.answers,
                    summary.over5, summary.over50, summary.longest);
    return 0;
}
