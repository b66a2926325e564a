// SPDX-License-Identifier: GPL-3.0-or-later
// Mail of sizes that were made to exhaust a reader: read up to a limit, with a Problem that says how much was
// left out.
#include <QTest>

#include "models/base/limits.h"
#include "models/mail/message.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

constexpr qsizetype Million = 1'000'000;

QByteArray header(const QByteArray &more = {})
{
    return "From: Ada <ada@example.org>\nSubject: large\nMessage-ID: <1@example.org>\n" + more;
}

QString problemsOf(const mail::Message &message)
{
    QStringList texts;
    for (const base::Problem &problem : message.problems)
        texts << problem.text + " ("_L1 + problem.hint + u')';
    return texts.join(u'\n');
}

} // namespace

class TestLargeMail : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void aMessageOf200MegabytesIsReadUpToTheLimit_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<QByteArray>("begins");
        const auto encoding = [](const char *name) {
            return QByteArray("Content-Transfer-Encoding: ") + name + "\n";
        };
        QTest::newRow("one line") << QByteArray() << QByteArray("xxxx") << QByteArray("xxxx");
        QTest::newRow("NULs") << QByteArray() << QByteArray(4, '\0') << QByteArray(4, '\0');
        QTest::newRow("base64") << encoding("base64") << QByteArray("eHh4") << QByteArray("xxx");
        QTest::newRow("quoted-printable")
            << encoding("quoted-printable") << QByteArray("=78x") << QByteArray("xx");
        QTest::newRow("no text at all in base64") << encoding("base64") << QByteArray("    ") << QByteArray();
    }

    void aMessageOf200MegabytesIsReadUpToTheLimit()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, piece);
        QFETCH(QByteArray, begins);
        const mail::Message message =
            mail::parseMessage(header(fields) + '\n' + piece.repeated(200 * Million / piece.size()));
        QCOMPARE(message.subject, u"large"_s);
        QVERIFY(message.patchText.startsWith(begins));
        QCOMPARE(message.patchText.size(), begins.isEmpty() ? 0 : base::LargestText);
        QVERIFY(message.body.size() <= base::LargestText + 1);
        QCOMPARE(message.parts.size(), 1);
        QCOMPARE(problemsOf(message),
                 u"the message has more text than is read, 200000000 bytes as sent "
                 "(%1 bytes of it were read, the rest was left out)"_s.arg(message.patchText.size()));
    }

    void textUpToTheLimitIsReadWhole()
    {
        const QByteArray text = QByteArray(base::LargestText - 1, 'x') + '\n';
        const mail::Message message = mail::parseMessage(header() + '\n' + text);
        QVERIFY(message.patchText == text);
        QCOMPARE(problemsOf(message), QString());
    }

    void textsOfSeveralPartsShareTheLimit()
    {
        const QByteArray part = "--b\nContent-Type: text/plain\n\n" +
                                QByteArray("a line of text\n").repeated(base::LargestText / 15 * 3 / 5);
        const mail::Message message = mail::parseMessage(
            header("Content-Type: multipart/mixed; boundary=b\n") + '\n' + part + part + part + "--b--\n");
        QCOMPARE(message.parts.size(), 4);
        QVERIFY(message.body.size() > base::LargestText / 2);
        QVERIFY2(problemsOf(message).startsWith(
                     u"the message has more text than is read (16777216 bytes of it were read, "_s),
                 qPrintable(problemsOf(message)));
    }

    void aMillionLinesAreALongMessage()
    {
        const mail::Message message =
            mail::parseMessage(header() + '\n' + QByteArray("a line\n").repeated(Million));
        QCOMPARE(message.body.count(u'\n'), Million);
        QCOMPARE(problemsOf(message), QString());
    }

    void aFieldOfTenMegabytesIsCut()
    {
        const QByteArray long10(10 * Million, 'y');
        const mail::Message message = mail::parseMessage(
            header("Subject: " + long10 + "\nX-Y: " + long10 + "\nReply-To: ada@example.org\n") + "\nbody\n");
        QVERIFY(message.subject.size() > 60'000 && message.subject.size() < 70'000);
        QCOMPARE(message.replyTo.size(), 1);
        QCOMPARE(message.body, u"body\n"_s);
        QCOMPARE(problemsOf(message), u"the Subject field has 10000000 bytes, more than are read "
                                      "(65536 were read, the 9934464 behind them left out)\n"
                                      "the X-Y field has 10000000 bytes, more than are read "
                                      "(65536 were read, the 9934464 behind them left out)"_s);
        const qsizetype begin = header("Subject: ").size();
        QCOMPARE(message.problems.constFirst().place.offset, begin + 65536);
    }

    void aHundredThousandReferencesAreKept()
    {
        QByteArray references;
        for (int i = 0; i < 100'000; ++i)
            references += "\n <" + QByteArray::number(i) + "@example.org>";
        const mail::Message message = mail::parseMessage(header("References:" + references + '\n') + "\n");
        QCOMPARE(message.references.size(), 100'000);
        QCOMPARE(message.references.constLast(), QByteArray("99999@example.org"));
        QCOMPARE(problemsOf(message), QString());
    }

    void thousandsOfFieldsAreEnough()
    {
        const mail::Message message =
            mail::parseMessage(header(QByteArray("Date: nonsense\n").repeated(Million)) + "\nbody\n");
        QCOMPARE(message.headers.size(), 10'000);
        QCOMPARE(message.body, u"body\n"_s);
        QCOMPARE(problemsOf(message), u"the header has 1000003 fields, more than are read "
                                      "(the last 990003 were left out)\n"
                                      "the Date field cannot be read: nonsense ()"_s);
    }

    void aHeaderOf200MegabytesWithoutAnEndIsNoBurden()
    {
        const mail::Message message =
            mail::parseMessage(header("X: ") + QByteArray("y\n ").repeated(200 * Million / 3));
        QCOMPARE(message.headers.size(), 4);
        QCOMPARE(message.headers.constLast().value.size(), 65536);
        QCOMPARE(message.problems.size(), 1);
    }

    void tenThousandNestedPartsNeedNoStack_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("body");
        constexpr int depth = 10'000;
        QByteArray multiparts;
        for (int i = 0; i < depth; ++i) {
            const QByteArray number = QByteArray::number(i);
            multiparts += "--b" + number + "\nContent-Type: multipart/mixed; boundary=b" +
                          QByteArray::number(i + 1) + "\n\n";
        }
        QTest::newRow("multipart") << QByteArray("Content-Type: multipart/mixed; boundary=b0\n")
                                   << multiparts;
        QTest::newRow("one boundary for all")
            << QByteArray("Content-Type: multipart/mixed; boundary=b\n")
            << QByteArray("--b\nContent-Type: multipart/mixed; boundary=b\n\n").repeated(depth);
        QTest::newRow("mail in mail") << QByteArray("Content-Type: message/rfc822\n")
                                      << QByteArray("Content-Type: message/rfc822\n\n").repeated(depth);
    }

    void tenThousandNestedPartsNeedNoStack()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, body);
        const mail::Message message = mail::parseMessage(header(fields) + '\n' + body);
        QCOMPARE(message.subject, u"large"_s);
        QVERIFY(!message.parts.isEmpty() && message.parts.size() <= 1000);
        QCOMPARE(message.problems.size(), 1);
        QVERIFY(message.problems[0].hint.endsWith("left out"_L1));
    }

    void partsBeyondAThousandAreNamed()
    {
        const mail::Message message =
            mail::parseMessage(header("Content-Type: multipart/mixed; boundary=b\n") + '\n' +
                               QByteArray("--b\nContent-Type: text/plain\n\ntext\n").repeated(20'000));
        QCOMPARE(message.parts.size(), 1000);
        QCOMPARE(message.body, u"text\n"_s);
        QCOMPARE(problemsOf(message), u"the message has more than 1000 parts (the rest was left out)"_s);
    }

    void namesByTheMillionAreBounded()
    {
        const mail::Message message =
            mail::parseMessage(header("To: " + QByteArray("a@example.org,\n ").repeated(Million)) + "\n");
        QCOMPARE(message.to.size(), 5000);
        QVERIFY(message.problems.constFirst().text.startsWith("the To field has "_L1));
    }
};

QTEST_GUILESS_MAIN(TestLargeMail)
#include "tst_largemail.moc"
