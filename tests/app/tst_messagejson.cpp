// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messagejson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

QJsonObject json(const QByteArray &subject, const QByteArray &body)
{
    return app::messageToJson(patch::readMessage(
        "From: Relay <relay@example.org>\nSubject: " + subject +
        "\nDate: Tue, 20 May 2025 11:26:35 +0000\nMessage-ID: <m@example.org>\n\n" + body));
}

} // namespace

class TestMessageJson : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void theAuthorIsTheOneGitPrints_data()
    {
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("author");
        const QByteArray header =
            "From: A U Thor <author@example.org>\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\n";
        const QByteArray diff = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n";
        const QString relay = u"relay@example.org 2025-05-20T11:26:35Z"_s;
        const QString author = u"author@example.org 2024-01-01T00:00:00Z"_s;
        QTest::newRow("a patch names its author")
            << QByteArray("[PATCH] x") << header + "x\n---\n" + diff << author;
        QTest::newRow("a cover has nothing to apply") << QByteArray("[PATCH 0/2] x") << header + "Two.\n"
                                                      << relay;
        QTest::newRow("a cover with notes does") << QByteArray("[PATCH 0/2] x") << header + "Two.\n---\nv2\n"
                                                 << author;
        QTest::newRow("an answer quotes") << QByteArray("Re: [PATCH] x") << header + "> hi\n" << relay;
    }

    void theAuthorIsTheOneGitPrints()
    {
        QFETCH(QByteArray, subject);
        QFETCH(QByteArray, body);
        QFETCH(QString, author);
        const QJsonObject object = json(subject, body);
        QCOMPARE(object[u"author_email"_s].toString() + u' ' + object[u"author_date_utc"_s].toString(),
                 author);
        QCOMPARE(object[u"from_email"_s].toString(), u"relay@example.org"_s);
    }
};

QTEST_GUILESS_MAIN(TestMessageJson)
#include "tst_messagejson.moc"
