// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in header fields: encoded words, addresses, dates.
#include "models/mail/maildate.h"
#include "models/mail/message.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

class TestHeader : public QObject
{
    Q_OBJECT

private slots:
    void decodesWords_data();
    void decodesWords();
    void readsAddresses_data();
    void readsAddresses();
    void readsDates_data();
    void readsDates();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void survivesALongAddressList();
};

void TestHeader::decodesWords_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("[PATCH] fix it") << u"[PATCH] fix it"_s;
    QTest::newRow("folded") << QByteArray("one\r\n two\n\tthree") << u"one two\tthree"_s;
    QTest::newRow("quoted-printable word")
        << QByteArray("=?UTF-8?Q?caf=C3=A9_au_lait?=") << u"caf\u00e9 au lait"_s;
    QTest::newRow("base64 word") << QByteArray("=?utf-8?B?Y2Fmw6k=?= noir") << u"caf\u00e9 noir"_s;
    QTest::newRow("base64 without padding") << QByteArray("=?utf-8?b?Y2Fmw6k?=") << u"caf\u00e9"_s;
    QTest::newRow("blanks between words go")
        << QByteArray("=?iso-8859-1?Q?a?=  =?iso-8859-1?Q?b?=") << u"ab"_s;
    QTest::newRow("blanks beside words stay") << QByteArray("x =?iso-8859-1?Q?=E9?= y") << u"x \u00e9 y"_s;
    QTest::newRow("character cut in two words")
        << QByteArray("=?utf-8?Q?caf=C3?=\n =?utf-8?Q?=A9?=") << u"caf\u00e9"_s;
    QTest::newRow("blank inside a word") << QByteArray("=?utf-8?Q?a b?=") << u"a b"_s;
    QTest::newRow("language behind the charset") << QByteArray("=?utf-8*fr?Q?=C3=A9?=") << u"\u00e9"_s;
    QTest::newRow("unknown charset") << QByteArray("=?nonesuch?Q?=C3=A9?=") << u"\u00e9"_s;
    QTest::newRow("koi8-r") << QByteArray("=?koi8-r?B?8NLJ18XU?=")
                            << u"\u041f\u0440\u0438\u0432\u0435\u0442"_s;
    QTest::newRow("no end") << QByteArray("=?utf-8?Q?abc") << u"=?utf-8?Q?abc"_s;
    QTest::newRow("raw UTF-8") << QByteArray("caf\xc3\xa9") << u"caf\u00e9"_s;
    QTest::newRow("raw Windows-1252") << QByteArray("it\x92s") << u"it\u2019s"_s;
    QTest::newRow("no line end out of a word") << QByteArray("=?utf-8?Q?a=0Ab?=") << u"a b"_s;
}

void TestHeader::decodesWords()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QCOMPARE(mail::decodeHeader(value), text);
}

void TestHeader::readsAddresses_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("shown"); // "name|address" joined by " ; "
    QTest::newRow("usual") << QByteArray("A U Thor <author@example.org>") << u"A U Thor|author@example.org"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("the end of a line alone") << QByteArray("\n") << QString();
    QTest::newRow("ends of lines alone") << QByteArray("\r\n\n") << QString();
    QTest::newRow("bare") << QByteArray("author@example.org") << u"|author@example.org"_s;
    QTest::newRow("brackets alone") << QByteArray("<author@example.org>") << u"|author@example.org"_s;
    QTest::newRow("two") << QByteArray("a@example.org, B <b@example.org>")
                         << u"|a@example.org ; B|b@example.org"_s;
    QTest::newRow("quoted comma") << QByteArray("\"Thor, A U\" <a@example.org>")
                                  << u"Thor, A U|a@example.org"_s;
    QTest::newRow("comma without quotes")
        << QByteArray("Thor, A U <a@example.org>") << u"Thor, A U|a@example.org"_s;
    QTest::newRow("name in a comment")
        << QByteArray("a@example.org (A U Thor)") << u"A U Thor|a@example.org"_s;
    QTest::newRow("comment belongs to the name")
        << QByteArray("A Thor (Works) <a@example.org>") << u"A Thor (Works)|a@example.org"_s;
    QTest::newRow("encoded") << QByteArray("=?utf-8?Q?Andr=C3=A9?= <a@example.org>")
                             << u"Andr\u00e9|a@example.org"_s;
    QTest::newRow("encoded comma parts nothing")
        << QByteArray("=?utf-8?Q?Thor=2C_A?= <a@example.org>") << u"Thor, A|a@example.org"_s;
    QTest::newRow("encoded inside quotes")
        << QByteArray("\"=?utf-8?Q?Andr=C3=A9?=\" <a@example.org>") << u"Andr\u00e9|a@example.org"_s;
    QTest::newRow("quote that never closes")
        << QByteArray("A \"Thor <a@example.org>") << u"A Thor|a@example.org"_s;
    QTest::newRow("bracket that never closes") << QByteArray("A <a@example.org") << u"A|a@example.org"_s;
    QTest::newRow("obsolete route") << QByteArray("A <@relay.example.org:a@example.org>")
                                    << u"A|a@example.org"_s;
    QTest::newRow("group") << QByteArray("friends: a@example.org, b@example.org;")
                           << u"|a@example.org ; |b@example.org"_s;
    QTest::newRow("empty group") << QByteArray("undisclosed-recipients:;") << QString();
    QTest::newRow("local") << QByteArray("root") << u"|root"_s;
    QTest::newRow("name alone") << QByteArray("A U Thor") << u"A U Thor|"_s;
    QTest::newRow("folded") << QByteArray("A\r\n U <a@example.org>,\r\n\tb@example.org")
                            << u"A U|a@example.org ; |b@example.org"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestHeader::readsAddresses()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, shown);
    QStringList parts;
    for (const mail::Mailbox &mailbox : mail::parseMailboxes(value))
        parts << mailbox.name + u'|' + mailbox.address;
    QCOMPARE(parts.join(u" ; "_s), shown);
}

void TestHeader::readsDates_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, const char *value, const char *utc, int offset) {
        QTest::newRow(name) << QByteArray(value) << QString::fromLatin1(utc) << offset;
    };
    row("usual", "Tue, 20 May 2025 11:26:35 -0700", "2025-05-20T18:26:35Z", -420);
    row("comment", "Tue, 20 May 2025 11:26:35 -0700 (PDT)", "2025-05-20T18:26:35Z", -420);
    row("without weekday and seconds", "1 Jan 2020 00:00 +0000", "2020-01-01T00:00:00Z", 0);
    row("half an hour", "Mon, 2 Mar 2020 10:00:00 +0530", "2020-03-02T04:30:00Z", 330);
    row("zone by name", "Mon, 2 Mar 2020 10:00:00 EST", "2020-03-02T15:00:00Z", -300);
    row("GMT", "Sat, 29 Feb 2020 23:59:59 GMT", "2020-02-29T23:59:59Z", 0);
    row("military letter means nothing", "Mon, 2 Mar 2020 10:00:00 Z", "2020-03-02T10:00:00Z", 0);
    row("no zone", "Mon, 2 Mar 2020 10:00:00", "2020-03-02T10:00:00Z", 0);
    row("two digits of a year", "21 Nov 97 09:55:06 -0600", "1997-11-21T15:55:06Z", -360);
    row("two digits, this century", "21 Nov 05 09:55:06 +0000", "2005-11-21T09:55:06Z", 0);
    row("asctime", "Fri Jun  9 00:44:16 2006", "2006-06-09T00:44:16Z", 0);
    row("ISO 8601", "2025-05-20T18:26:35+02:00", "2025-05-20T16:26:35Z", 120);
    row("zone further than a day from UTC", "Mon, 2 Mar 2020 10:00:00 -9999", "2020-03-02T10:00:00Z", 0);
    row("blanks", "  Mon ,  2   Mar 2020 10:00:00\t+0000  ", "2020-03-02T10:00:00Z", 0);
}

void TestHeader::readsDates()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, utc);
    QFETCH(int, offset);
    const auto date = mail::parseMailDate(value);
    QVERIFY(date);
    QCOMPARE(base::isoUtc(date->seconds), utc);
    QCOMPARE(date->offset, offset);
}

void TestHeader::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("yesterday, I think");
    QTest::newRow("no time") << QByteArray("Tue, 20 May 2025");
    QTest::newRow("no month") << QByteArray("20 2025 11:26:35 -0700");
    QTest::newRow("digits without end") << QByteArray("11 Sep 2016 23:22:904070804030804 +0100");
    QTest::newRow("hour 99") << QByteArray("20 May 2025 99:26:35 +0000");
}

void TestHeader::refusesWhatIsNoDate()
{
    QFETCH(QByteArray, value);
    QVERIFY(!mail::parseMailDate(value));
}

void TestHeader::survivesALongAddressList()
{
    QByteArray value;
    for (int i = 0; i < 20000; ++i)
        value += "Thor, " + QByteArray::number(i) + " <a@example.org>, ";
    const QList<mail::Mailbox> mailboxes = mail::parseMailboxes(value);
    QVERIFY(mailboxes.size() > 1000);
    QCOMPARE(mailboxes.constFirst().address, u"a@example.org"_s);
    QVERIFY(mail::parseMailboxes(QByteArray(20000, '(') + "a@example.org").size() <= 1);
    QCOMPARE(mail::parseMailboxes(QByteArray(100000, ',') + "a@example.org").size(), 1);
}

QTEST_GUILESS_MAIN(TestHeader)
#include "tst_header.moc"
