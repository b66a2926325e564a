// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/trailer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

QString shown(const QList<patch::Trailer> &trailers)
{
    QStringList lines;
    for (const patch::Trailer &trailer : trailers)
        lines << trailer.toString();
    return lines.join(u'|');
}

} // namespace

class TestTrailer : public QObject
{
    Q_OBJECT

private slots:
    void readsCommitMessages_data();
    void readsCommitMessages();
    void tellsKindsApart();
    void readsReplies_data();
    void readsReplies();
    void judgesTheSender_data();
    void judgesTheSender();
    void knowsReviewKeys();
};

void TestTrailer::readsCommitMessages_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("expected");
    const QString sob = u"Signed-off-by: A U Thor <author@example.org>"_s;
    QTest::newRow("none") << u"just text\n"_s << QString();
    QTest::newRow("usual") << u"text\n\n"_s + sob + u"\n"_s << sob;
    QTest::newRow("all the message") << sob + u'\n' << sob;
    QTest::newRow("several") << u"text\n\nFixes: 0123456789ab (\"x\")\nCc: b@example.org\n"_s + sob + u'\n'
                             << u"Fixes: 0123456789ab (\"x\")|Cc: b@example.org|"_s + sob;
    QTest::newRow("no blank behind the colon")
        << u"text\n\nAcked-by:b@example.org\n"_s << u"Acked-by: b@example.org"_s;
    QTest::newRow("folded") << u"text\n\nKey: a\n\tb\n  c\n"_s << u"Key: a b c"_s;
    QTest::newRow("wrapped behind the key") << u"text\n\nCc:\n  b@example.org\n"_s << u"Cc: b@example.org"_s;
    QTest::newRow("nothing on the folded line") << u"text\n\nKey: a\n \f\n"_s << u"Key: a"_s;
    QTest::newRow("only the last paragraph") << u"text\n\nAcked-by: b@example.org\n\n"_s + sob + u'\n' << sob;
    QTest::newRow("prose among unknown keys") << u"text\n\nNote: a\nmore prose\n"_s << QString();
    QTest::newRow("prose with a sign-off") << u"text\n\n"_s + sob + u"\n[b: changed it]\n"_s << sob;
    QTest::newRow("too much prose") << u"text\n\n"_s + sob + u"\none\ntwo\nthree\nfour\n"_s << QString();
    QTest::newRow("comments") << u"text\n\n# why\nAcked-by: b@example.org\n# because\n"_s
                              << u"Acked-by: b@example.org"_s;
    QTest::newRow("divider") << u"text\n\n"_s + sob + u"\n---\nAcked-by: b@example.org\n"_s << sob;
    QTest::newRow("conflicts list") << u"text\n\n"_s + sob + u"\n\nConflicts:\n\tfile.c\n"_s << sob;
    QTest::newRow("quoted lines are no trailers") << u"text\n\n> "_s + sob + u'\n' << QString();
    QTest::newRow("note behind the address") << u"t\n\nReviewed-by: B <b@example.org> # for the docs\n"_s
                                             << u"Reviewed-by: B <b@example.org> # for the docs"_s;
    QTest::newRow("empty value") << u"t\n\nCc:\n"_s << u"Cc: "_s;
    QTest::newRow("empty message") << QString() << QString();
}

void TestTrailer::readsCommitMessages()
{
    QFETCH(QString, message);
    QFETCH(QString, expected);
    QCOMPARE(shown(patch::parseTrailers(message)), expected);
}

void TestTrailer::tellsKindsApart()
{
    const QList<patch::Trailer> trailers =
        patch::parseTrailers(u"t\n\nLink: https://example.org/x\nFixes: 0123456 (\"x\")\n"
                             "Reviewed-by: \"Thor, A\" <a@example.org> [net]\n"_s);
    QCOMPARE(trailers.size(), 3);
    QCOMPARE(trailers[0].kind, patch::Trailer::Kind::Link);
    QCOMPARE(trailers[1].kind, patch::Trailer::Kind::Other);
    QCOMPARE(trailers[2].kind, patch::Trailer::Kind::Person);
    QCOMPARE(trailers[2].mailbox(), (mail::Mailbox{u"Thor, A"_s, u"a@example.org"_s}));
}

void TestTrailer::readsReplies_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("accepted");
    const QString ack = u"Acked-by: A U Thor <author@example.org>"_s;
    QTest::newRow("nothing") << u"Looks good.\n"_s << QString();
    QTest::newRow("usual") << u"On Monday, B wrote:\n> text\n\n"_s + ack + u"\n\nThanks\n"_s << ack;
    QTest::newRow("quoted") << u"> "_s + ack + u"\n"_s << QString();
    QTest::newRow("indented") << u"    "_s + ack + u"\n"_s << ack;
    QTest::newRow("no-break space") << u"Acked-by:\u00a0 A U Thor <author@example.org>\n"_s << ack;
    QTest::newRow("inside a sentence") << u"Then you have my "_s + ack + u"\n"_s << QString();
    QTest::newRow("below the signature") << u"text\n-- \n"_s + ack + u'\n' << QString();
    QTest::newRow("without an address") << u"Acked-by: me\n"_s << QString();
    QTest::newRow("an address that was cut") << u"Acked-by: A U Thor <author@example>\n"_s << QString();
    QTest::newRow("not yet") << u"Not-yet-Signed-off-by: A U Thor <author@example.org>\n"_s << QString();
    QTest::newRow("address on the next line") << u"Acked-by: A U Thor\n <author@example.org>\n"_s << ack;
    QTest::newRow("twice") << ack + u"\nacked-by: A U Thor <author@example.org>\n"_s << ack;
    QTest::newRow("objection") << u"Nacked-by: A U Thor <author@example.org>\n"_s
                               << u"Nacked-by: A U Thor <author@example.org>"_s;
    QTest::newRow("Cc is no offer") << u"Cc: stable@example.org\n"_s << QString();
    QTest::newRow("header fields are no offers")
        << u"From: A U Thor <author@example.org>\nEmail: a@example.org\n"_s << QString();
    QTest::newRow("wrapped Fixes") << u"Fixes: 0123456789ab (\"a long\ntitle\")\n"_s
                                   << u"Fixes: 0123456789ab (\"a long title\")"_s;
    QTest::newRow("Fixes in prose") << u"Fixes: the typo\n"_s << QString();
}

void TestTrailer::readsReplies()
{
    QFETCH(QString, body);
    QFETCH(QString, accepted);
    const patch::FollowUp followUp = patch::parseFollowUp(body, {u"A U Thor"_s, u"author@example.org"_s});
    QCOMPARE(shown(followUp.accepted), accepted);
    QCOMPARE(shown(followUp.mismatched), QString());
}

void TestTrailer::judgesTheSender_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("same address") << u"X <a@example.org>"_s << u"Y"_s << u"A@Example.org"_s << true;
    QTest::newRow("plus tag") << u"X <a+list@example.org>"_s << u"Y"_s << u"a@example.org"_s << true;
    QTest::newRow("one label more") << u"X <a@linux.example.org>"_s << u"Y"_s << u"a@example.org"_s << true;
    QTest::newRow("two labels more") << u"X <a@b.linux.example.org>"_s << u"Y"_s << u"a@example.org"_s
                                     << false;
    QTest::newRow("no dot in common") << u"X <a@example.org>"_s << u"Y"_s << u"a@org"_s << false;
    QTest::newRow("same name") << u"A U Thor <a@example.org>"_s << u"a u  thor"_s << u"b@example.com"_s
                               << true;
    QTest::newRow("name with a comma is compared whole")
        << u"\"Thor, A\" <a@example.org>"_s << u"Thor"_s << u"b@example.com"_s << false;
    QTest::newRow("no names") << u"<a@example.org>"_s << QString() << u"b@example.com"_s << false;
    QTest::newRow("somebody else") << u"X <x@example.org>"_s << u"Y"_s << u"y@example.org"_s << false;
}

void TestTrailer::judgesTheSender()
{
    QFETCH(QString, named);
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(bool, accepted);
    const patch::FollowUp followUp = patch::parseFollowUp(u"Tested-by: "_s + named + u'\n', {name, address});
    QCOMPARE(followUp.accepted.size(), accepted ? 1 : 0);
    QCOMPARE(followUp.mismatched.size(), accepted ? 0 : 1);
}

void TestTrailer::knowsReviewKeys()
{
    QVERIFY(patch::isAcked({u"acked-by"_s, {}, {}}));
    QVERIFY(patch::isReviewed({u"Reviewed-and-tested-by"_s, {}, {}}));
    QVERIFY(patch::isTested({u"Reviewed-and-tested-by"_s, {}, {}}));
    QVERIFY(patch::isNacked({u"Nacked-by"_s, {}, {}}));
    QVERIFY(!patch::isAcked({u"Nacked-by"_s, {}, {}}));
    QVERIFY(!patch::isReviewed({u"Signed-off-by"_s, {}, {}}));
}

QTEST_GUILESS_MAIN(TestTrailer)
#include "tst_trailer.moc"
