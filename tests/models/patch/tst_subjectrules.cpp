// SPDX-License-Identifier: GPL-3.0-or-later
// What a subject means, rule by rule.
#include "models/patch/patch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

patch::SubjectPrefix prefix(const QString &subject)
{
    return patch::parseSubject(subject);
}

/// "v2 3/4", with a question mark behind what was not written.
QString numbers(const QString &subject)
{
    const patch::SubjectPrefix read = prefix(subject);
    QString version = u'v' + QString::number(read.version);
    if (read.subversion)
        version += u'.' + QString::number(read.subversion);
    return version + (read.versionInferred ? u"?"_s : QString()) +
           u" %1/%2"_s.arg(read.index).arg(read.total) + (read.indexInferred ? u"?"_s : QString());
}

} // namespace

class TestSubjectRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void foldsWordsAndBlanksAreUndone()
    {
        const mail::Message message = mail::parseMessage(
            "Subject: [PATCH v2\n 1/2] =?utf-8?q?caf=C3=A9:?=\n  fix   it\nMessage-ID: <m@example.org>\n\n");
        QCOMPARE(prefix(message.subject).title, u"caf\u00e9: fix it"_s);
        QCOMPARE(numbers(message.subject), u"v2 1/2"_s);
    }

    void replyWordsCountInAnyCaseAndRepeated()
    {
        for (const QString &word : {u"Re:"_s, u"RE:"_s, u"re:"_s, u"Aw:"_s, u"FWD:"_s, u"Fwd: Re:"_s,
                                    u"RE[2]:"_s, u"Re: AW: Re:"_s}) {
            const patch::SubjectPrefix read = prefix(word + u" [PATCH 1/2] x"_s);
            QVERIFY2(read.reply && read.title == u"x", qUtf8Printable(word));
        }
        QVERIFY(!prefix(u"[PATCH] Re: x"_s).reply);
        QVERIFY(!prefix(u"Restore x"_s).reply);
    }

    void aReplyIsNeverAPostingEvenWithADiff()
    {
        const patch::ReadMessage read = patch::readMessage(
            "From: A U Thor <author@example.org>\nSubject: Re: [PATCH 1/2] x\nMessage-ID: <m@example.org>\n\n"
            "better:\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n");
        QVERIFY(read.patch.hasDiff);
        QVERIFY(!read.patch.prefix.isPosting());
    }

    void allLeadingGroupsAreReadAndSplitAtBlanksAndCommas()
    {
        QCOMPARE(numbers(u"[RFC][PATCH 04/12] x"_s), u"v1? 4/12"_s);
        QVERIFY(prefix(u"[RFC][PATCH 04/12] x"_s).rfc);
        QCOMPARE(prefix(u"[PATCH][next] x"_s).tags, QStringList{u"next"_s});
        QCOMPARE(numbers(u"[PATCH v5,net-next,09/13] x"_s), u"v5 9/13"_s);
    }

    void gluedTokensAreTakenApart()
    {
        QCOMPARE(numbers(u"[PATCHv2] x"_s), u"v2 1/1?"_s);
        QCOMPARE(numbers(u"[PATCH1/8] x"_s), u"v1? 1/8"_s);
        QCOMPARE(numbers(u"[RFCPATCHv3 2/4] x"_s), u"v3 2/4"_s);
    }

    void tokensStandInAnyOrder()
    {
        for (const QString &group :
             {u"PATCH 3/4 v2"_s, u"v2 PATCH 3/4"_s, u"3/4 PATCH v2"_s, u"patch V2 03/04"_s}) {
            QCOMPARE(numbers(u'[' + group + u"] x"_s), u"v2 3/4"_s);
            QVERIFY(prefix(u'[' + group + u"] x"_s).patch);
        }
    }

    void whatIsNoKeywordIsATagKeptForShow()
    {
        QCOMPARE(prefix(u"[PATCH net-next -next 6.6.y Part2 1/2] x"_s).tags,
                 (QStringList{u"net-next"_s, u"-next"_s, u"6.6.y"_s, u"Part2"_s}));
    }

    void aDottedVersionStaysInsideItsMajor() { QCOMPARE(numbers(u"[PATCH v2.5 3/4] x"_s), u"v2.5 3/4"_s); }

    void branchesAreNoCounter()
    {
        QCOMPARE(numbers(u"[PATCH 5.10/5.15] x"_s), u"v1? 1/1?"_s);
        QCOMPARE(numbers(u"[PATCH 5.10/5.15 2/3] x"_s), u"v1? 2/3"_s);
    }

    void withoutCounterOrVersionTheyAreInferred()
    {
        QCOMPARE(numbers(u"[PATCH] x"_s), u"v1? 1/1?"_s);
        QCOMPARE(numbers(u"[PATCH v1 1/1] x"_s), u"v1 1/1"_s);
    }

    void aResendIsTheSameVersion()
    {
        for (const QString &word : {u"RESEND"_s, u"REPOST"_s, u"resend"_s}) {
            const patch::SubjectPrefix read = prefix(u"[PATCH v3 "_s + word + u" 1/2] x"_s);
            QVERIFY(read.resend);
            QCOMPARE(read.version, 3);
        }
    }

    void aPullRequestIsNoPatchButASeriesWhereItHasACounter()
    {
        QVERIFY(prefix(u"[GIT PULL] x"_s).pull);
        QVERIFY(!prefix(u"[GIT PULL] x"_s).isPosting());
        const patch::SubjectPrefix series = prefix(u"[PATCH net-next 0/8][pull request] x"_s);
        QVERIFY(series.pull && series.isPosting());
    }
};

QTEST_GUILESS_MAIN(TestSubjectRules)
#include "tst_subjectrules.moc"
