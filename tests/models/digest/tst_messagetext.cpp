// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/digest/messagetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

class TestMessageText : public QObject
{
    Q_OBJECT

private slots:
    void endsWithTheSummaryOfTheDiffstat();
    void aSummaryWithinTheDiffIsNoEnd();
    void withoutADiffstatEndsBeforeTheDiff_data();
    void withoutADiffstatEndsBeforeTheDiff();
    void aSignatureAboveTheDiffstatDoesNotEndTheText();
    void takesOutNothingButTheInBodyFromLine();
    void takesOutTheWholeInBodyHeader();
};

void TestMessageText::endsWithTheSummaryOfTheDiffstat()
{
    QCOMPARE(digest::upToDiffStat(u"Why.\n---\n a.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n"
                                  " create mode 100644 a.c\n\ndiff --git a/a.c b/a.c\n"_s),
             u"Why.\n---\n a.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n"_s);
    QCOMPARE(digest::upToDiffStat(u"x\n 12 files changed\nrest\n"_s), u"x\n 12 files changed\n"_s);
    // Sentences of people are no summary.
    QCOMPARE(digest::upToDiffStat(u" 3 files changed hands\n2 files changed, 1 insertion(+)\nend\n"_s),
             u" 3 files changed hands\n2 files changed, 1 insertion(+)\nend\n"_s);
}

void TestMessageText::aSummaryWithinTheDiffIsNoEnd()
{
    QCOMPARE(digest::upToDiffStat(
                 u"Why.\n\ndiff --git a/log b/log\n@@ -1,2 +1,2 @@\n 3 files changed, 1 insertion(+)\n"_s),
             u"Why.\n"_s);
}

void TestMessageText::withoutADiffstatEndsBeforeTheDiff_data()
{
    QTest::addColumn<QString>("rest");
    QTest::newRow("git") << u"diff --git a/x b/x\n+1\n"_s;
    QTest::newRow("diff -u") << u"diff -u x y\n"_s;
    QTest::newRow("subversion") << u"Index: x\n====\n"_s;
    QTest::newRow("bare") << u"--- a/x\n+++ b/x\n"_s;
    QTest::newRow("signature") << u"-- \n2.39.5\n"_s;
    QTest::newRow("nothing") << QString();
}

void TestMessageText::withoutADiffstatEndsBeforeTheDiff()
{
    QFETCH(const QString, rest);
    QCOMPARE(digest::upToDiffStat(u"Why.\n\n--- not a file\n\n\n"_s + rest), u"Why.\n\n--- not a file\n"_s);
    QCOMPARE(digest::upToDiffStat(u"\n"_s + rest), QString());
}

void TestMessageText::aSignatureAboveTheDiffstatDoesNotEndTheText()
{
    const QString text = u"Hello.\n-- \nAda\n\n a.c | 1 +\n 1 file changed, 1 insertion(+)\n"_s;
    QCOMPARE(digest::upToDiffStat(text + u"\nrest\n"_s), text);
}

void TestMessageText::takesOutNothingButTheInBodyFromLine()
{
    QCOMPARE(digest::withoutInBodyFrom(u"From: A <a@example.org>\n\nText.\n"_s), u"\nText.\n"_s);
    QCOMPARE(digest::withoutInBodyFrom(u"Subject: s\nFrom: A <a@example.org>\n\nText.\n"_s),
             u"Subject: s\n\nText.\n"_s);
    QCOMPARE(digest::withoutInBodyFrom(u"Text.\nFrom: here\n"_s), u"Text.\nFrom: here\n"_s);
}

void TestMessageText::takesOutTheWholeInBodyHeader()
{
    QCOMPARE(digest::withoutInBodyHeader(
                 u"\nFrom: A <a@example.org>\nSubject: a long\n one\nDate: x\n\n\nText.\n"_s),
             u"Text.\n"_s);
    QCOMPARE(digest::withoutInBodyHeader(u"Text.\n\nFrom: A\n"_s), u"Text.\n\nFrom: A\n"_s);
    QCOMPARE(digest::withoutInBodyHeader(u"From: A <a@example.org>"_s), QString());
}

QTEST_APPLESS_MAIN(TestMessageText)
#include "tst_messagetext.moc"
