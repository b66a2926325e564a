// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/message.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/messagetext.h"
#include "ui/messageview.h"

#include <QByteArray>
#include <QMetaObject>
#include <QString>
#include <QTest>

#include <memory>

namespace loredesk::tests {

/// A series of three, of which the second is missing, with an answer.
inline QByteArrayList threeList()
{
    const QByteArray ada = "Ada <ada@example.org>";
    return {
        letter("0@example.org", "[PATCH 0/3] frob: sort all", ada, 0, {}, "Three of them.\n"),
        letter("1@example.org", "[PATCH 1/3] frob: sort it", ada, 1, "0@example.org", patchBody("sorted")),
        letter("3@example.org", "[PATCH 3/3] frob: sort it again", ada, 3, "0@example.org",
               patchBody("sorted twice")),
        letter("4@example.org", "Re: [PATCH 0/3] frob: sort all", "Bob <bob@example.com>", 4, "0@example.org",
               "Thanks.\n")};
}

/// Two patches of 80 lines each, without a cover letter.
inline QByteArrayList twoList()
{
    QByteArrayList mails;
    for (const QByteArray number : {"1", "2"}) {
        QByteArray body = "Why.\n\nSigned-off-by: Ada <ada@example.org>\n---\ndiff --git a/f" + number +
                          ".c b/f" + number + ".c\n--- a/f" + number + ".c\n+++ b/f" + number +
                          ".c\n@@ -1,1 +1,81 @@\n first\n";
        for (int i = 0; i < 80; ++i)
            body += "+line " + QByteArray::number(i) + '\n';
        mails << letter(number + "@example.org", "[PATCH " + number + "/2] frob: step " + number,
                        "Ada <ada@example.org>", number.toInt(), number == "1" ? "" : "1@example.org", body);
    }
    mails << letter("alone@example.org", "[PATCH] widget: mend it", "Ada <ada@example.org>", 5, {},
                    patchBody("mended"));
    return mails;
}

/// The window in which a message of a list is read. For tests to inherit from.
class ReadingDesk
{
protected:
    std::unique_ptr<Program> reading(const QByteArray &id, const QByteArrayList &list)
    {
        auto made =
            std::make_unique<Program>(m_builder->path(QStringLiteral("settings-%1.ini").arg(++m_files)));
        made->window.resize(1300, 900);
        if (!made->open({m_builder->mbox(QStringLiteral("list-%1.mbox").arg(m_files), list)}))
            qFatal("the list was not opened");
        made->window.activateWindow();
        if (!QTest::qWaitForWindowActive(&made->window) || !show(*made, id))
            qFatal("the message was not shown");
        return made;
    }
    static bool show(Program &program, const QByteArray &id)
    {
        QMetaObject::invokeMethod(program.window.messageView(), "messageIdActivated", Q_ARG(QByteArray, id));
        return QTest::qWaitFor([&] { return program.shownMessage() == id; });
    }
    static qsizetype at(const ui::MessageText &text, const QString &what)
    {
        return text.document().text().indexOf(what);
    }

    void makeBuilder()
    {
        mail::initialise();
        m_builder = std::make_unique<ArchiveBuilder>();
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_files = 0;
};

} // namespace loredesk::tests
