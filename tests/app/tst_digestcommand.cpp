// SPDX-License-Identifier: GPL-3.0-or-later
// loredesk digest as a shell sees it: of which messages, in which form.
#include "tests/app/commanddesk.h"
#include "tests/support/archivebuilder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::adding;
using tests::ArchiveBuilder;
using tests::Limit;
using tests::Outcome;
using tests::sampleList;

class TestDigestCommand : public QObject, private tests::CommandDesk
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }
    void digestOfARangeOfRevisions();
    void aReversedRangeIsPointedOut();
    void aRangeWithoutMessagesNamesNoWrongDate();
    void digestOfDates();
    void digestDefaultsToTheLastSevenDays();
    void digestInEveryFormat();
    void untilADayLastsUntilItsEnd();
    void sinceLastGoesOnWhereItStopped();
    void sinceLastKnowsMailboxesToo();
    void sinceLastForgetsNothingThatWasNotDelivered();
    void sinceLastSurvivesARewrittenArchive();
};

void TestDigestCommand::digestOfARangeOfRevisions()
{
    const QString path = list();
    const QStringList commits = m_builder->commits(path);
    m_builder->tag(path, u"old"_s, commits[0]);
    const Outcome outcome = run({u"digest"_s, path, u"old.."_s + commits[3].left(10), u"--list"_s, u"Frob"_s,
                                 u"--layout"_s, u"classic"_s});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.error.isEmpty());
    QVERIFY(outcome.out.startsWith("From old to " + commits[3].left(10).toLatin1() +
                                   "\nFrob mailing list update from old"));
    QVERIFY(outcome.out.contains("      2  Ada <ada@example.org>\n"));
    QVERIFY(outcome.out.contains(
        "New:  frob: one\n[PATCH 1/2] frob: one\nAuthor: Ada <ada@example.org>\n\nFirst.\n"));
    QVERIFY(!outcome.out.contains("Two patches"));
    QVERIFY(!outcome.out.contains("typo"));
}

void TestDigestCommand::aReversedRangeIsPointedOut()
{
    const QString path = list();
    for (const auto &command : {u"digest"_s, u"series"_s}) {
        const Outcome outcome = run({command, path, u"HEAD..HEAD~2"_s});
        COMPARE_STATE(outcome, 0);
        QVERIFY2(outcome.error.contains("HEAD~2..HEAD\n"), outcome.error.constData());
        QVERIFY(run({command, path, u"HEAD..HEAD"_s}).error.isEmpty());
    }
}

void TestDigestCommand::aRangeWithoutMessagesNamesNoWrongDate()
{
    const QString path = m_builder->mbox(u"frob.mbox"_s, sampleList());
    const Outcome later = run({u"digest"_s, path, u"--since"_s, u"2026-01-01"_s});
    COMPARE_STATE(later, 0);
    QVERIFY2(later.out.startsWith("From 2026-01-01 to now\n"), later.out.constData());
    const Outcome earlier = run({u"digest"_s, path, u"--until"_s, u"2024-01-01"_s});
    QVERIFY2(earlier.out.startsWith("From the start to 2024-01-01\n"), earlier.out.constData());
}

void TestDigestCommand::digestOfDates()
{
    const QString path = m_builder->mbox(u"frob.mbox"_s, sampleList());
    const Outcome outcome = run({u"digest"_s, path, u"--since"_s, u"2025-05-20T10:13:00Z"_s, u"--until"_s,
                                 u"2025-05-20T10:14:00Z"_s});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.out.contains("From 2025-05-20T10:13:00Z to 2025-05-20T10:14:00Z\n"));
    QVERIFY(outcome.out.contains("2 messages: 1 patch or cover letter (1 single patch), 1 reply."));
    QVERIFY(outcome.out.contains("      1  Dan <dan@example.net>\n"));
}

void TestDigestCommand::digestDefaultsToTheLastSevenDays()
{
    QByteArrayList messages = sampleList();
    messages.prepend(ArchiveBuilder::sampleMessage(1)); // January
    const Outcome outcome = run({u"digest"_s, m_builder->mbox(u"frob.mbox"_s, messages)});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.out.contains("From 2025-05-13 to 2025-05-20\n"));
    QVERIFY(outcome.out.contains("5 messages: "));
}

void TestDigestCommand::digestInEveryFormat()
{
    const QString path = list();
    QVERIFY(run({u"digest"_s, path, u"--format"_s, u"html"_s}).out.startsWith("<!DOCTYPE html>"));
    QVERIFY(run({u"digest"_s, path, u"--format"_s, u"markdown"_s}).out.startsWith("# frob"));
    const QString file = m_builder->path(u"out.json"_s);
    const Outcome json = run({u"digest"_s, path, u"--format=json"_s, u"-o"_s, file});
    COMPARE_STATE(json, 0);
    QVERIFY(json.out.isEmpty());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(written.readAll()).object();
    QCOMPARE(object[u"patch_list"_s].toArray().size(), 2);
    QCOMPARE(object[u"patch_list"_s][1][u"reviewed"_s].toInt(), 1);
}

void TestDigestCommand::untilADayLastsUntilItsEnd()
{
    const QString path = list();
    QVERIFY(run({u"digest"_s, path, u"--until"_s, u"2025-05-20"_s}).out.contains("5 messages"));
    QVERIFY(run({u"digest"_s, path, u"--until"_s, u"2025-05-19"_s}).out.contains("0 messages"));
    QVERIFY(run({u"digest"_s, path, u"--since"_s, u"2025-05-20"_s}).out.contains("5 messages"));
    QVERIFY(run({u"digest"_s, path, u"--since"_s, u"2025-05-21"_s}).out.contains("0 messages"));
}

void TestDigestCommand::sinceLastGoesOnWhereItStopped()
{
    const QByteArrayList messages = sampleList();
    const QString path = m_builder->bareEpoch(u"frob.git"_s, adding(messages.mid(0, 3)));
    const QStringList arguments{u"digest"_s, path, u"--since-last"_s, u"--format"_s, u"json"_s};
    const auto count = [](const Outcome &outcome) {
        return QJsonDocument::fromJson(outcome.out).object()[u"counts"_s][u"messages"_s].toInt(-1);
    };
    const Outcome first = run(arguments);
    COMPARE_STATE(first, 0);
    QCOMPARE(count(first), 3);
    QVERIFY(first.error.contains("no earlier run"));
    const Outcome nothing = run(arguments);
    COMPARE_STATE(nothing, 0);
    QCOMPARE(count(nothing), 0);
    QVERIFY(nothing.error.isEmpty());
    m_builder->append(path, adding(messages.mid(3)));
    QCOMPARE(count(run(arguments)), 2);
    QCOMPARE(count(run(arguments)), 0);
    // Another archive has a memory of its own.
    const QString other = m_builder->bareEpoch(u"other.git"_s, adding(messages));
    QCOMPARE(count(run({u"digest"_s, other, u"--since-last"_s, u"--format"_s, u"json"_s})), 5);
}

void TestDigestCommand::sinceLastKnowsMailboxesToo()
{
    const QByteArrayList messages = sampleList();
    const QString path = m_builder->mbox(u"frob.mbox"_s, messages.mid(0, 4));
    const QStringList arguments{u"digest"_s, path, u"--since-last"_s};
    QVERIFY(run(arguments).out.contains("4 messages: "));
    QVERIFY(run(arguments).out.contains("0 messages: "));
    // A message that is older than all the others and comes last is new all the same.
    m_builder->mbox(u"frob.mbox"_s, messages.mid(0, 4) << ArchiveBuilder::sampleMessage(1));
    const Outcome late = run(arguments);
    QVERIFY(late.out.contains("1 message: "));
    QVERIFY(run(arguments).out.contains("0 messages: "));
}

void TestDigestCommand::sinceLastForgetsNothingThatWasNotDelivered()
{
    const QStringList arguments{u"digest"_s, list(), u"--since-last"_s};
    COMPARE_STATE(run(QStringList(arguments) << u"-o"_s << m_builder->path(u"no/such/place"_s)), 3);
    if (QFile::exists(u"/dev/full"_s))
        COMPARE_STATE(run(arguments, {}, Limit::None, u"/dev/full"_s), 3);
    QVERIFY(run(arguments).out.contains("5 messages: "));
}

void TestDigestCommand::sinceLastSurvivesARewrittenArchive()
{
    const QByteArrayList messages = sampleList();
    const QString path = m_builder->bareEpoch(u"frob.git"_s, adding(messages.mid(0, 3)));
    COMPARE_STATE(run({u"digest"_s, path, u"--since-last"_s}), 0);
    QVERIFY(QDir(path).removeRecursively());
    QByteArrayList rewritten = messages;
    rewritten.removeFirst();
    m_builder->bareEpoch(u"frob.git"_s, adding(rewritten));
    const Outcome outcome = run({u"digest"_s, path, u"--since-last"_s});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.error.contains("rewritten"));
    QVERIFY2(outcome.out.contains("2 messages: "), outcome.out.constData());
}

QTEST_GUILESS_MAIN(TestDigestCommand)
#include "tst_digestcommand.moc"
