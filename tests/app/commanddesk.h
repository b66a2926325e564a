// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/archivebuilder.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/resource.h>

namespace loredesk::tests {

struct Outcome
{
    int state = -1;
    QByteArray out;
    QByteArray error;
};

enum class Limit { None, SmallFiles };

/// Two patches of a series, an answer, a single patch.
inline QByteArrayList sampleList()
{
    const auto mail = [](const QByteArray &from, const QByteArray &subject, const QByteArray &id, int minute,
                         const QByteArray &body, const QByteArray &answers = {}) {
        return "From: " + from + "\nTo: list@example.org\nSubject: " + subject +
               "\nDate: Tue, 20 May 2025 10:" + QByteArray::number(10 + minute) + ":00 +0000\nMessage-ID: <" +
               id + "@example.org>\n" +
               (answers.isEmpty() ? QByteArray()
                                  : "In-Reply-To: <" + answers + "@example.org>\nReferences: <" + answers +
                                        "@example.org>\n") +
               '\n' + body;
    };
    const auto diff = [](const QByteArray &file) {
        return "---\n " + file + " | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\ndiff --git a/" +
               file + " b/" + file + "\nindex 1111111..2222222 100644\n--- a/" + file + "\n+++ b/" + file +
               "\n@@ -1 +1 @@\n-old\n+new\n-- \n2.39.5\n";
    };
    const QByteArray ada = "Ada <ada@example.org>";
    return {mail(ada, "[PATCH 0/2] tidy the frob", "cover", 0, "Two patches.\n"),
            mail(ada, "[PATCH 1/2] frob: one", "one", 1,
                 "First.\n\nSigned-off-by: " + ada + "\n" + diff("a.c"), "cover"),
            mail(ada, "[PATCH 2/2] frob: two", "two", 2,
                 "Second.\n\nSigned-off-by: " + ada + "\n" + diff("b.c"), "cover"),
            mail("Bob <bob@example.org>", "Re: [PATCH 1/2] frob: one", "answer", 3,
                 "Reviewed-by: Bob <bob@example.org>\n", "one"),
            mail("Carol <carol@example.org>", "[PATCH] fix a typo", "typo", 4,
                 "From: Dan <dan@example.net>\n\nTypo.\n" + diff("c.c"))};
}

/// Steps that add them, each committed when it was sent.
inline QList<ArchiveStep> adding(const QByteArrayList &messages)
{
    QList<ArchiveStep> steps = ArchiveBuilder::adding(messages);
    for (ArchiveStep &step : steps) {
        const qsizetype date = step.message.indexOf("Date: ") + 6;
        const QByteArray value = step.message.mid(date, step.message.indexOf('\n', date) - date);
        step.committed =
            QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date).toSecsSinceEpoch();
    }
    return steps;
}

/// Runs the built program without a display, with archives to run it on. For tests to inherit from.
class CommandDesk
{
protected:
    /// Nothing is left of what was before.
    void startAnew()
    {
        m_builder = std::make_unique<ArchiveBuilder>();
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"),
                                 QStringLiteral("QT_QPA_PLATFORM")})
            m_environment.remove(name);
        m_environment.insert(QStringLiteral("XDG_STATE_HOME"), m_builder->path(QStringLiteral("state")));
    }
    Outcome run(const QStringList &arguments, const QByteArray &input = {}, Limit limit = Limit::None,
                const QString &standardOutput = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        if (!standardOutput.isEmpty())
            process.setStandardOutputFile(standardOutput);
        if (limit == Limit::SmallFiles) {
            process.setChildProcessModifier([] {
                const rlimit small{512, 512};
                ::setrlimit(RLIMIT_FSIZE, &small);
                std::signal(SIGXFSZ, SIG_IGN); // so that write() fails, as on a full disk
            });
        }
        process.start(QStringLiteral(LOREDESK_BINARY), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(),
                    "crashed or hung: " + process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// A bare epoch with the sample list.
    QString list() { return m_builder->bareEpoch(QStringLiteral("frob.git"), adding(sampleList())); }

    std::unique_ptr<ArchiveBuilder> m_builder;
    QProcessEnvironment m_environment;
};

} // namespace loredesk::tests

#define COMPARE_STATE(outcome, expected) QVERIFY2(outcome.state == expected, outcome.error.constData())
