// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/message.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

QByteArray message(const QByteArray &fields, const QByteArray &body)
{
    return "From: A U Thor <author@example.org>\nMessage-ID: <one@example.org>\nSubject: a test\n"
           "Date: Tue, 20 May 2025 11:26:35 -0700\n" +
           fields + "\n" + body;
}

QStringList problemTexts(const mail::Message &message)
{
    QStringList texts;
    for (const base::Problem &problem : message.problems)
        texts << problem.text;
    return texts;
}

} // namespace

class TestMessage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }
    void readsThePlainestMessage();
    void keepsEveryFieldRaw();
    void readsIds_data();
    void readsIds();
    void lastSubjectCountsAsForGit();
    void skipsAnMboxLine();
    void beginsTheBodyAtALineThatIsNoField();
    void decodesBodies_data();
    void decodesBodies();
    void saysWhatItCouldNotDecode();
    void readsTheFirstPlainPart();
    void readsThePatchFromTheAttachment();
    void joinsMessageAndAttachedPatch();
    void leavesHtmlCopiesAlone();
    void unflowsOnlyPatches();
    void keepsBlanksAtLineEnds();
    void readsNestedMessages();
    void survivesDeepNesting();
    void survivesTruncation();
    void bothReadingsGiveTheSame_data();
    void bothReadingsGiveTheSame();
    void parsesOnSeveralThreads();
    void survivesAnything_data();
    void survivesAnything();
};

void TestMessage::readsThePlainestMessage()
{
    const mail::Message read = mail::parseMessage(message({}, "Hello.\n\n\n"));
    QCOMPARE(read.messageId, "one@example.org");
    QCOMPARE(read.subject, u"a test"_s);
    QCOMPARE(read.from.toString(), u"A U Thor <author@example.org>"_s);
    QCOMPARE(base::isoUtc(read.date.value()), u"2025-05-20T18:26:35Z"_s);
    QCOMPARE(read.dateOffset, -420);
    QCOMPARE(read.body, u"Hello.\n"_s);
    QCOMPARE(read.patchText, "Hello.\n\n\n");
    QCOMPARE(read.parts.size(), 1);
    QCOMPARE(read.parts[0].type, "text/plain");
    QCOMPARE(problemTexts(read), QStringList());
}

void TestMessage::keepsEveryFieldRaw()
{
    const mail::Message read = mail::parseMessage("A: 1\r\nb:\r\nA:  two\r\n folded\r\n\r\n");
    QCOMPARE(read.headers.size(), 3);
    QCOMPARE(read.headers[0].name, "A");
    QCOMPARE(read.headers[1].value, "");
    QCOMPARE(read.headers[2].value, "two\r\n folded");
    QCOMPARE(read.header("a"), "1");
    QCOMPARE(read.header("missing"), QByteArray());
}

void TestMessage::readsIds_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("inReplyTo");
    QTest::addColumn<QByteArray>("references");
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("usual")
        << QByteArray("In-Reply-To: <b@example.org>\nReferences: <a@example.org>\n <b@example.org>\n")
        << QByteArray("b@example.org") << QByteArray("a@example.org b@example.org");
    QTest::newRow("prose around it") << QByteArray("In-Reply-To: your message of Monday <b@example.org>\n")
                                     << QByteArray("b@example.org") << QByteArray();
    QTest::newRow("no id at all") << QByteArray("In-Reply-To: y\n") << QByteArray() << QByteArray();
    QTest::newRow("without blanks between") << QByteArray("References: <a@x.example.org><b@x.example.org>\n")
                                            << QByteArray() << QByteArray("a@x.example.org b@x.example.org");
    QTest::newRow("encoded as a text")
        << QByteArray("In-Reply-To: =?utf-8?q?=3Clong=5Fid=40exam?=\n =?utf-8?q?ple=2Eorg=3E?=\n")
        << QByteArray("long_id@example.org") << QByteArray();
    QTest::newRow("two fields") << QByteArray("References: <a@example.org>\nReferences: <b@example.org>\n")
                                << QByteArray() << QByteArray("a@example.org b@example.org");
}

void TestMessage::readsIds()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, inReplyTo);
    QFETCH(QByteArray, references);
    const mail::Message read = mail::parseMessage(message(fields, {}));
    QCOMPARE(read.inReplyTo, inReplyTo);
    QCOMPARE(read.references.join(' '), references);
}

void TestMessage::lastSubjectCountsAsForGit()
{
    QCOMPARE(mail::parseMessage(message("Subject: another\n", {})).subject, u"another"_s);
}

void TestMessage::skipsAnMboxLine()
{
    const mail::Message read =
        mail::parseMessage("From author@example.org Mon Sep 17 00:00:00 2001\n" + message({}, "x\n"));
    QCOMPARE(read.from.address, u"author@example.org"_s);
    QCOMPARE(read.body, u"x\n"_s);
}

void TestMessage::beginsTheBodyAtALineThatIsNoField()
{
    const mail::Message read = mail::parseMessage("Message-ID: <a@example.org>\nnot a field\nmore\n");
    QCOMPARE(read.body, u"not a field\nmore\n"_s);
    QCOMPARE(problemTexts(read), QStringList{u"the header ends at a line that is no field"_s});
}

void TestMessage::decodesBodies_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto type = [](const char *charset) {
        return QByteArray("Content-Type: text/plain; charset=") + charset + "\n";
    };
    QTest::newRow("no charset, UTF-8") << QByteArray() << QByteArray("caf\xc3\xa9\n") << u"caf\u00e9\n"_s;
    QTest::newRow("no charset, Windows-1252")
        << QByteArray() << QByteArray("caf\xe9 \x80\n") << u"caf\u00e9 \u20ac\n"_s;
    QTest::newRow("Latin-1") << type("iso-8859-1") << QByteArray("caf\xe9\n") << u"caf\u00e9\n"_s;
    QTest::newRow("Latin-9") << type("iso-8859-15") << QByteArray("\xa4\n") << u"\u20ac\n"_s;
    QTest::newRow("KOI8-R") << type("koi8-r") << QByteArray("\xc1\n") << u"\u0430\n"_s;
    QTest::newRow("GB2312") << type("gb2312") << QByteArray("\xc4\xe3\xba\xc3\n") << u"\u4f60\u597d\n"_s;
    QTest::newRow("GB2312 that is GB18030")
        << type("gb2312") << QByteArray("\xc4\xe3\x81\x30\x81\x30\n") << u"\u4f60\u0080\n"_s;
    QTest::newRow("ISO-2022-JP") << type("iso-2022-jp") << QByteArray("\x1b$B$3\x1b(B\n") << u"\u3053\n"_s;
    QTest::newRow("Korean by its old name")
        << type("ks_c_5601-1987") << QByteArray("\xb0\xa1\n") << u"\uac00\n"_s;
    QTest::newRow("quotes around the charset")
        << type("\"utf-8\"") << QByteArray("\xc3\xa9\n") << u"\u00e9\n"_s;
    QTest::newRow("errors in UTF-8 stay visible") << type("utf-8")
                                                  << QByteArray("a\xff"
                                                                "b\n")
                                                  << u"a\ufffdb\n"_s;
    QTest::newRow("quoted-printable")
        << QByteArray(
               "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n")
        << QByteArray("caf=C3=A9 =3D soft=\n break =zz\n") << u"caf\u00e9 = soft break =zz\n"_s;
    QTest::newRow("base64 with a footer behind it")
        << QByteArray("Content-Transfer-Encoding: BASE64\n") << QByteArray("SGVs\nbG8K\n") << u"Hello\n"_s;
    QTest::newRow("CRLF") << QByteArray() << QByteArray("a\r\nb\r\n\r\n") << u"a\nb\n"_s;
    QTest::newRow("CRLF, converted twice")
        << QByteArray() << QByteArray("a\r\r\nb\rc\r\r\n\r") << u"a\nb\rc\n"_s;
    QTest::newRow("no newline at the end") << QByteArray() << QByteArray("a") << u"a\n"_s;
    QTest::newRow("nonsense for a type")
        << QByteArray("Content-Type: text\n") << QByteArray("a\n") << u"a\n"_s;
}

void TestMessage::decodesBodies()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QCOMPARE(mail::parseMessage(message(fields, body)).body, text);
}

void TestMessage::saysWhatItCouldNotDecode()
{
    const mail::Message unknown =
        mail::parseMessage(message("Content-Type: text/plain; charset=y\n", "caf\xc3\xa9\n"));
    QCOMPARE(unknown.body, u"caf\u00e9\n"_s);
    QCOMPARE(problemTexts(unknown), QStringList{u"unknown charset y"_s});
    const mail::Message broken =
        mail::parseMessage(message("Content-Type: text/plain; charset=utf-8\n", "\xff\n"));
    QCOMPARE(problemTexts(broken), QStringList{u"1 bytes mean nothing in utf-8"_s});
}

void TestMessage::readsTheFirstPlainPart()
{
    const mail::Message read =
        mail::parseMessage(message("Content-Type: multipart/alternative; boundary=\"xx\"\n",
                                   "preamble\n--xx\nContent-Type: text/html\n\n<p>no\n--xx\n"
                                   "Content-Type: text/plain; charset=iso-8859-1\n"
                                   "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9\n--xx--\n"));
    QCOMPARE(read.body, u"caf\u00e9\n"_s);
    QCOMPARE(read.parts.size(), 3);
    QCOMPARE(read.parts[0].type, "multipart/alternative");
    QCOMPARE(read.parts[0].depth, 0);
    QCOMPARE(read.parts[2].type, "text/plain");
    QCOMPARE(read.parts[2].depth, 1);
    QCOMPARE(read.parts[2].encoding, "quoted-printable");
}

const QByteArray diff = "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n";

void TestMessage::readsThePatchFromTheAttachment()
{
    const mail::Message read = mail::parseMessage(message(
        "Content-Type: multipart/mixed; boundary=xx\n",
        "--xx\nContent-Type: text/plain\n\nsee the file\n--xx\nContent-Type: application/octet-stream; "
        "name=\"fix.patch\"\nContent-Transfer-Encoding: base64\n\n" +
            diff.toBase64() + "\n--xx--\n"));
    QCOMPARE(read.body, u"see the file\n"_s);
    QCOMPARE(read.patchText, "see the file\n" + diff);
    QCOMPARE(read.parts[2].fileName, u"fix.patch"_s);
    QCOMPARE(read.parts[2].size, diff.size());
}

void TestMessage::joinsMessageAndAttachedPatch()
{
    const mail::Message read = mail::parseMessage(
        message("Content-Type: multipart/mixed; boundary=xx\n",
                "--xx\nContent-Type: text/plain; charset=iso-8859-1\n\ncaf\xe9\n---\n\n--xx\nContent-Type: "
                "text/x-patch; charset=utf-8\n\n# \xc3\xa9\n" +
                    diff + "--xx--\n"));
    QCOMPARE(read.patchCharset, "utf-8");
    QVERIFY(read.patchText.startsWith("caf\xc3\xa9\n---\n"));
    QVERIFY(read.patchText.contains("# \xc3\xa9\n" + diff));
}

void TestMessage::leavesHtmlCopiesAlone()
{
    const mail::Message read =
        mail::parseMessage(message("Content-Type: multipart/alternative; boundary=xx\n",
                                   "--xx\nContent-Type: text/plain\n\n" + diff +
                                       "--xx\nContent-Type: text/html\n\n" + diff + "--xx--\n"));
    QCOMPARE(read.patchText, diff);
}

void TestMessage::unflowsOnlyPatches()
{
    const QByteArray flowed = "Content-Type: text/plain; format=flowed\n";
    QCOMPARE(mail::parseMessage(message(flowed, "a \nb\n")).patchText, "a \nb\n");
    const mail::Message read =
        mail::parseMessage(message(flowed, "> quoted \n> more\n" + diff + "  context \nbroken\n"));
    QCOMPARE(read.patchText, "> quoted \n> more\n" + diff + " context broken\n");
    QVERIFY(read.body.endsWith(u"  context \nbroken\n"_s)); // as it was sent
}

void TestMessage::keepsBlanksAtLineEnds()
{
    const mail::Message read =
        mail::parseMessage(message("Content-Transfer-Encoding: quoted-printable\n", "-- \n=20\na \n"));
    QCOMPARE(read.patchText, "-- \n \na \n");
}

void TestMessage::readsNestedMessages()
{
    const mail::Message read = mail::parseMessage(
        message("Content-Type: multipart/mixed; boundary=xx\n",
                "--xx\nContent-Type: message/rfc822\n\nSubject: inner\n\ninner text\n--xx--\n"));
    QCOMPARE(read.subject, u"a test"_s);
    QCOMPARE(read.body, u"inner text\n"_s);
}

void TestMessage::survivesDeepNesting()
{
    QByteArray body;
    constexpr int levels = 20000;
    for (int i = 0; i < levels; ++i)
        body += "--b" + QByteArray::number(i) + "\nContent-Type: multipart/mixed; boundary=b" +
                QByteArray::number(i + 1) + "\n\n";
    // On a thread with a small stack, as the workers of a pool may have it.
    const QByteArray raw = message("Content-Type: multipart/mixed; boundary=b0\n", body);
    mail::Message read;
    const std::unique_ptr<QThread> thread(QThread::create([&] { read = mail::parseMessage(raw); }));
    thread->setStackSize(512 * 1024);
    thread->start();
    QVERIFY(thread->wait());
    QVERIFY(read.parts.size() <= 1000);
    QVERIFY(!read.problems.isEmpty());
}

void TestMessage::survivesTruncation()
{
    const QByteArray raw =
        message("Content-Type: multipart/mixed; boundary=\"xx\"\n",
                "--xx\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                "Y2Fmw6kgbm9pcgo=\n--xx\nContent-Type: text/x-diff\n\n" +
                    diff + "--xx--\n");
    for (qsizetype size = 0; size <= raw.size(); ++size)
        mail::parseMessage(raw.left(size));
    QCOMPARE(mail::parseMessage(raw).body, u"caf\u00e9 noir\n"_s);
}

void TestMessage::bothReadingsGiveTheSame_data()
{
    QTest::addColumn<QByteArray>("raw");
    const QByteArray head = "From: A U Thor <author@example.org>\nSubject: a\n folded one\n"
                            "Message-ID: <m@example.org>\nDate: Tue, 20 May 2025 11:26:35 +0000\n";
    const QByteArray text = "First line \n\n From here\n-- \nend";
    QTest::newRow("no type") << head + '\n' + text;
    QTest::newRow("8-bit") << head + "Content-Transfer-Encoding: 8-Bit\n\ncaf\xc3\xa9\n";
    QTest::newRow("charset") << head + "Content-Type: text/plain; charset=\"iso-8859-1\"\n\ncaf\xe9\n";
    QTest::newRow("quoted-printable")
        << head + "Content-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9 =\ngoes on=20\n" + text;
    QTest::newRow("base64") << head + "Content-Transfer-Encoding: base64\n\n" + text.toBase64();
    QTest::newRow("named") << head + "Content-Disposition: inline; filename=\"one.patch\"\n\n" + text;
    QTest::newRow("unknown encoding") << head + "Content-Transfer-Encoding: x-odd\n\n" + text;
    QTest::newRow("Windows line ends") << QByteArray(head + '\n' + text).replace("\n", "\r\n");
    QTest::newRow("no body") << head;
    QTest::newRow("several parts")
        << head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + text +
               "\n--b\nContent-Type: text/x-patch; name=one.patch\n\n--- a/x\n+++ b/x\n--b--\n";
}

void TestMessage::bothReadingsGiveTheSame()
{
    QFETCH(QByteArray, raw);
    const mail::Message fast = mail::parseMessage(raw);
    const mail::Message library = mail::parseMessage(raw, mail::Reading::Library);
    QCOMPARE(library.subject, fast.subject);
    QCOMPARE(library.headers.size(), fast.headers.size());
    QCOMPARE(library.body, fast.body);
    QCOMPARE(library.patchText, fast.patchText);
    QCOMPARE(library.parts.size(), fast.parts.size());
    for (qsizetype i = 0; i < fast.parts.size(); ++i) {
        QCOMPARE(library.parts[i].type, fast.parts[i].type);
        QCOMPARE(library.parts[i].encoding, fast.parts[i].encoding);
        QCOMPARE(library.parts[i].fileName, fast.parts[i].fileName);
        QCOMPARE(library.parts[i].size, fast.parts[i].size);
    }
}

void TestMessage::parsesOnSeveralThreads()
{
    const QByteArray raw =
        message("Content-Type: multipart/mixed; boundary=xx\n",
                "--xx\nContent-Type: text/plain; charset=koi8-r\n\n\xc1\n--xx\nContent-Type: "
                "text/plain; charset=gb2312\n\n\xc4\xe3\n" +
                    diff + "--xx--\n");
    const mail::Message expected = mail::parseMessage(raw);
    std::atomic<int> wrong = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&] {
            for (int n = 0; n < 300; ++n) {
                const mail::Message read = mail::parseMessage(raw);
                if (read.body != expected.body || read.patchText != expected.patchText)
                    ++wrong;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(expected.body, u"\u0430\n"_s);
}

void TestMessage::survivesAnything_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a newline") << QByteArray("\n");
    QTest::newRow("NULs") << QByteArray(1000, '\0');
    QTest::newRow("colons") << QByteArray(1000, ':');
    QTest::newRow("equals") << "Content-Transfer-Encoding: quoted-printable\n\n" + QByteArray(1000, '=');
    QTest::newRow("question marks") << "Subject: " + QByteArray("=?").repeated(50000) + "\n\n";
    QTest::newRow("boundary without parts")
        << QByteArray("Content-Type: multipart/mixed; boundary=x\n\nno part\n");
    QTest::newRow("multipart without boundary") << QByteArray("Content-Type: multipart/mixed\n\nx\n");
    QTest::newRow("charset with a NUL")
        << QByteArrayLiteral("Content-Type: text/plain; charset=\"u\0\0d\"\n\n\xe9\n");
    QTest::newRow("UTF-16") << QByteArrayLiteral("Content-Type: text/plain; charset=utf-16\n\n\xff\xfe"
                                                 "a\0b");
}

void TestMessage::survivesAnything()
{
    QFETCH(QByteArray, raw);
    const mail::Message read = mail::parseMessage(raw);
    QVERIFY(!read.problems.isEmpty()); // none of these has a Message-ID
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
