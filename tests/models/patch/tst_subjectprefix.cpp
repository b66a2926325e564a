// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/subjectprefix.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

/// "reply patch rfc resend pull v2 3/7 {tag tag} title"; what was not written stands in brackets: "[v1]
/// [1/1]".
QString shown(const patch::SubjectPrefix &prefix)
{
    QStringList words;
    if (prefix.reply)
        words << u"reply"_s;
    if (prefix.patch)
        words << u"patch"_s;
    if (prefix.rfc)
        words << u"rfc"_s;
    if (prefix.resend)
        words << u"resend"_s;
    if (prefix.pull)
        words << u"pull"_s;
    QString version = u"v%1"_s.arg(prefix.version);
    if (prefix.subversion > 0)
        version += u".%1"_s.arg(prefix.subversion);
    words << (prefix.versionInferred ? u'[' + version + u']' : version);
    const QString counter = u"%1/%2"_s.arg(prefix.index).arg(prefix.total);
    words << (prefix.indexInferred ? u'[' + counter + u']' : counter);
    if (!prefix.tags.isEmpty())
        words << u'{' + prefix.tags.join(u' ') + u'}';
    words << prefix.title;
    return words.join(u' ');
}

} // namespace

class TestSubjectPrefix : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void saysWhatTakesASlot();
};

void TestSubjectPrefix::reads_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &subject, const QString &expected) {
        QTest::newRow(qUtf8Printable(subject.isEmpty() ? u"empty"_s : subject)) << subject << expected;
    };
    row({}, u"[v1] [1/1] "_s);
    row(u"a question"_s, u"[v1] [1/1] a question"_s);
    row(u"[PATCH] x: fix"_s, u"patch [v1] [1/1] x: fix"_s);
    row(u"[PATCH v3 04/12] x: fix"_s, u"patch v3 4/12 x: fix"_s);
    row(u"[PATCH 3/4 v2] x"_s, u"patch v2 3/4 x"_s);
    row(u"[PATCH net-next v2 0/3] x"_s, u"patch v2 0/3 {net-next} x"_s);
    row(u"[PATCH v5,net-next,09/13] x"_s, u"patch v5 9/13 {net-next} x"_s);
    row(u"[RFC][PATCH 04/12] x"_s, u"patch rfc [v1] 4/12 x"_s);
    row(u"[PATCH][next] x"_s, u"patch [v1] [1/1] {next} x"_s);
    row(u"[[list] PATCH v3 0/2] x"_s, u"patch v3 0/2 {list} x"_s);
    row(u"[PATCHv2] x"_s, u"patch v2 [1/1] x"_s);
    row(u"[PATCH1/8] x"_s, u"patch [v1] 1/8 x"_s);
    row(u"[PATCHSET 0/2] x"_s, u"patch [v1] 0/2 {SET} x"_s);
    row(u"[RFCv3 1/2] x"_s, u"rfc v3 1/2 x"_s);
    row(u"[RFC/PATCH 1/2] x"_s, u"patch rfc [v1] 1/2 x"_s);
    row(u"[RFCPATCHv2 1/2] x"_s, u"patch rfc v2 1/2 x"_s);
    row(u"[RFC_PATCH] x"_s, u"patch rfc [v1] [1/1] x"_s);
    row(u"[RESEND-PATCH] x"_s, u"patch resend [v1] [1/1] x"_s);
    row(u"[DISPATCH] x"_s, u"[v1] [1/1] {DISPATCH} x"_s);
    row(u"[PATCH 1 of 8] x"_s, u"patch [v1] 1/8 x"_s);
    row(u"[PATCH 0 of 2 v3] x"_s, u"patch v3 0/2 x"_s);
    row(u"[PATCH v2.1 3/4] x"_s, u"patch v2.1 3/4 x"_s);
    row(u"[PATCH 5.10/5.15] x"_s, u"patch [v1] [1/1] {5.10/5.15} x"_s);
    row(u"[PATCH v6.1.y] x"_s, u"patch [v1] [1/1] {v6.1.y} x"_s);
    row(u"[PATCH 1.5/2] x"_s, u"patch [v1] [1/1] {1.5/2} x"_s);
    row(u"[PATCH 4/3] x"_s, u"patch [v1] 4/3 x"_s);
    row(u"[RESEND PATCH v2] x"_s, u"patch resend v2 [1/1] x"_s);
    row(u"[PATCH][REPOST] x"_s, u"patch resend [v1] [1/1] x"_s);
    row(u"[GIT PULL] changes"_s, u"pull [v1] [1/1] changes"_s);
    row(u"[PATCH net-next 0/8][pull request] x"_s, u"patch pull [v1] 0/8 {net-next} x"_s);
    row(u"[tree:branch 14680/14811] x.c:1: warning"_s,
        u"[v1] [1/1] {tree:branch 14680/14811} x.c:1: warning"_s);
    row(u"[tree:branch 7/9] x.c:1: warning"_s, u"[v1] [1/1] {tree:branch 7/9} x.c:1: warning"_s);
    row(u"[PATCH 0/0] x"_s, u"patch [v1] [1/1] {0/0} x"_s);
    row(u"[PATCH 2/2]: x"_s, u"patch [v1] 2/2 x"_s);
    row(u"[PATCH] use [a-z] here"_s, u"patch [v1] [1/1] use [a-z] here"_s);
    row(u"[PATCH unterminated"_s, u"[v1] [1/1] [PATCH unterminated"_s);
    row(u"Re: [PATCH 1/2] x"_s, u"reply patch [v1] 1/2 x"_s);
    row(u"RE: AW: Re: [PATCH v2] x"_s, u"reply patch v2 [1/1] x"_s);
    row(u"RE[2]: [PATCH] x"_s, u"reply patch [v1] [1/1] x"_s);
    row(u"Re : hello"_s, u"reply [v1] [1/1] hello"_s);
    row(u"Fwd: hello"_s, u"reply [v1] [1/1] hello"_s);
    row(u"\u7b54\u590d: [PATCH] x"_s, u"reply patch [v1] [1/1] x"_s);
    row(u"[EXTERNAL] Re: [PATCH v2] x"_s, u"reply patch v2 [1/1] {EXTERNAL} x"_s);
    row(u"Re: [External] : RE: [PATCH v2 1/3] x"_s, u"reply patch v2 1/3 {External} x"_s);
    row(u"[External] : x"_s, u"[v1] [1/1] {External} x"_s);
    row(u"Re: (2) [PATCH 1/4] x"_s, u"reply patch [v1] 1/4 x"_s);
    row(u"NAK: [PATCH] x"_s, u"reply patch [v1] [1/1] x"_s);
    row(u"mm: fix it"_s, u"[v1] [1/1] mm: fix it"_s);
    row(u"Re: mm: fix it"_s, u"reply [v1] [1/1] mm: fix it"_s);
    row(u"[PATCH] x: a\n  folded   title"_s, u"patch [v1] [1/1] x: a folded title"_s);
    row(u"[PATCH 99999/2] x"_s, u"patch [v1] [1/1] {99999/2} x"_s);
    row(u"[PATCH v99999999999] x"_s, u"patch [v1] [1/1] {v99999999999} x"_s);
}

void TestSubjectPrefix::reads()
{
    QFETCH(QString, subject);
    QFETCH(QString, expected);
    QCOMPARE(shown(patch::parseSubject(subject)), expected);
}

void TestSubjectPrefix::saysWhatTakesASlot()
{
    const auto isPosting = [](const QString &subject) { return patch::parseSubject(subject).isPosting(); };
    QVERIFY(isPosting(u"[PATCH] x"_s));
    QVERIFY(isPosting(u"[RFC 1/2] x"_s));
    QVERIFY(isPosting(u"[net-next,v2,1/5] x"_s));
    QVERIFY(!isPosting(u"Re: [PATCH] x"_s));
    QVERIFY(!isPosting(u"[RFC] what do you think?"_s));
    QVERIFY(!isPosting(u"[GIT PULL] x"_s));
    QVERIFY(!isPosting(u"[tree:branch 7/9] warning"_s));
}

QTEST_GUILESS_MAIN(TestSubjectPrefix)
#include "tst_subjectprefix.moc"
