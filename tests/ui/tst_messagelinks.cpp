// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagelinks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

class MessageLinksTest : public QObject
{
    Q_OBJECT

private slots:
    void whatRunsOrReadsFilesIsNoLink_data();
    void whatRunsOrReadsFilesIsNoLink();
    void theHostThatIsLookedUpIsShown_data();
    void theHostThatIsLookedUpIsShown();
    void onlyTheListsOwnHostsLeadIntoTheArchive();
};

void MessageLinksTest::whatRunsOrReadsFilesIsNoLink_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"javascript:alert(1)", "JavaScript://http//x%0aalert(1)", "file:///etc/passwd",
          "data:text/html,http", "http:", "https:/one.slash", "vbscript:http", "ftp://example.org/http",
          "smb://http/share", "xhttp://example.org", "mailto:http@example.org", "<a href=x>http</a>"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void MessageLinksTest::whatRunsOrReadsFilesIsNoLink()
{
    QFETCH(QString, line);
    QVERIFY(ui::linksIn(line).isEmpty());
}

void MessageLinksTest::theHostThatIsLookedUpIsShown_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("shown");
    QTest::newRow("usual") << u"see https://example.org/a?b=c#d."_s << u"https://example.org/a?b=c#d"_s;
    QTest::newRow("Cyrillic") << u"https://l\u043ere.kernel.org/r/1"_s
                              << u"https://xn--lre-sed.kernel.org/r/1"_s;
    QTest::newRow("user") << u"https://lore.kernel.org@evil.example/x"_s
                          << u"evil.example ← https://lore.kernel.org@evil.example/x"_s;
    QTest::newRow("turned around") << u"https://example.org/\u202egpj.exe"_s
                                   << u"https://example.org/%E2%80%AEgpj.exe"_s;
}

void MessageLinksTest::theHostThatIsLookedUpIsShown()
{
    QFETCH(QString, line);
    QFETCH(QString, shown);
    const QList<ui::MessageLink> links = ui::linksIn(line);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first().shownUrl(), shown);
    QVERIFY(links.first().destination().endsWith(shown));
}

void MessageLinksTest::onlyTheListsOwnHostsLeadIntoTheArchive()
{
    QCOMPARE(ui::linksIn(u"https://lore.kernel.org/r/1@example.org"_s).first().messageId, "1@example.org");
    for (const QString &line : {u"https://lore.kernel.org.evil.example/r/1@example.org"_s,
                                u"https://l\u043ere.kernel.org/r/1@example.org"_s,
                                u"https://evil.example/lore.kernel.org/r/1@example.org"_s,
                                u"https://lore.kernel.org@evil.example/r/1@example.org"_s}) {
        const QList<ui::MessageLink> links = ui::linksIn(line);
        QCOMPARE(links.size(), 1);
        QVERIFY2(links.first().messageId.isEmpty(), qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(MessageLinksTest)
#include "tst_messagelinks.moc"
