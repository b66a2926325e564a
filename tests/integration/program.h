// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controller.h"
#include "app/settings.h"
#include "ui/mainwindow.h"
#include "ui/messageview.h"
#include "ui/seriesview.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <memory>

namespace loredesk::tests {

/// A patch mail of 2 March 2025, `minute` past noon. `answers` may be empty.
inline QByteArray letter(const QByteArray &id, const QByteArray &subject, const QByteArray &from, int minute,
                         const QByteArray &answers, const QByteArray &body)
{
    QByteArray text = "From: " + from + "\nTo: list@example.org\nSubject: " + subject +
                      "\nDate: Sun, 2 Mar 2025 12:" + QByteArray::number(minute).rightJustified(2, '0') +
                      ":00 +0000\nMessage-ID: <" + id + ">\n";
    if (!answers.isEmpty())
        text += "In-Reply-To: <" + answers + ">\n";
    return text + "\n" + body;
}

inline QByteArray patchBody(const QByteArray &what)
{
    return "It was not " + what +
           " before.\n\nSigned-off-by: Ada <ada@example.org>\n---\n frob.c | 2 +-\n 1 file changed, 1 "
           "insertion(+), 1 "
           "deletion(-)\n\ndiff --git a/frob.c b/frob.c\nindex 1111111..2222222 100644\n--- a/frob.c\n+++ "
           "b/frob.c\n@@ "
           "-1 +1 @@\n-old\n+" +
           what + "\n-- \n2.40\n";
}

/// A series of two with a cover and a review, and a patch by itself.
inline QByteArrayList frobList()
{
    const QByteArray ada = "Ada <ada@example.org>";
    const QByteArray bob = "Bob <bob@example.com>";
    return {letter("frob-0@example.org", "[PATCH 0/2] tidy the frob", ada, 0, {}, "Two steps.\n"),
            letter("frob-1@example.org", "[PATCH 1/2] frob: sort it", ada, 1, "frob-0@example.org",
                   patchBody("sorted")),
            letter("frob-2@example.org", "[PATCH 2/2] frob: sweep it", ada, 2, "frob-0@example.org",
                   patchBody("swept")),
            letter("frob-3@example.org", "Re: [PATCH 1/2] frob: sort it", bob, 3, "frob-1@example.org",
                   "> It was not sorted before.\n\nReviewed-by: Bob <bob@example.com>\n"),
            letter("widget@example.org", "[PATCH] widget: mend it", bob, 4, {}, patchBody("mended"))};
}

/// The program but for its main(): the window, and what drives it.
struct Program
{
    using Controller = app::Controller;

    explicit Program(const QString &settingsFile, const app::Places &places = {})
        : settings(settingsFile)
        , controller(std::make_unique<Controller>(settings, window, places))
    {
        window.show();
    }

    /// On a small screen, such as tests have, the side pane does not show by itself.
    void showSidePane() { window.findChild<QAction *>(QStringLiteral("sidePaneAction"))->setChecked(true); }

    /// Opens and waits until it is shown.
    bool open(const QStringList &paths)
    {
        QSignalSpy opened(controller.get(), &Controller::opened);
        controller->open(paths);
        return opened.wait(20000);
    }

    bool waitForMessage()
    {
        QSignalSpy shown(controller.get(), &Controller::messageShown);
        return shown.wait(20000);
    }

    QByteArray shownMessage() const
    {
        const auto message = window.messageView()->message();
        return message ? message->message.messageId : QByteArray();
    }

    /// Begins as it was left the last time, and waits until an archive is there.
    bool startAgain()
    {
        QSignalSpy opened(controller.get(), &Controller::opened);
        controller->start({});
        return opened.wait(20000);
    }

    /// Of the rows of the tree, from top to bottom.
    QStringList titles() const
    {
        QStringList all;
        const items::SeriesFilterModel &series = controller->series();
        for (int row = 0; row < series.rowCount(); ++row)
            all << series.index(row, 0).data(items::TitleRole).toString();
        return all;
    }

    /// The same by their letters.
    QStringList sortedTitles() const
    {
        QStringList all = titles();
        all.sort();
        return all;
    }

    /// The Message-ID of the current row of the tree.
    QByteArray currentRow() const
    {
        const QModelIndex current = window.seriesView()->currentIndex();
        return current.siblingAtColumn(0).data(items::MessageIdRole).toByteArray();
    }

    void drop(const QStringList &paths)
    {
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QDropEvent event({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
    }

    app::Settings settings;
    ui::MainWindow window;
    std::unique_ptr<Controller> controller;
};

} // namespace loredesk::tests
