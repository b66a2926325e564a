// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/versionsmodel.h"
#include "tests/support/headbuilder.h"
#include "ui/panestate.h"
#include "ui/versionspage.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;

class TestVersionsPage : public QObject
{
    Q_OBJECT

private slots:
    void theVersionThatIsShownIsCurrent();
    void aClickLeadsToThatVersion();
    void enterLeadsToThatVersion();
    void withoutASeriesItSaysSo();
};

void TestVersionsPage::theVersionThatIsShownIsCurrent()
{
    const auto catalog = catalogFrom(u"\"a\" @ada 0 1\n\"a\" @ada v2 0 1"_s);
    ui::VersionsPage page;
    page.setMessage(catalog, catalog->find("1.1@example.org"));
    QCOMPARE(page.table()->currentIndex().row(), 1);
    page.setMessage(catalog, catalog->find("2.1@example.org"));
    QCOMPARE(page.table()->currentIndex().row(), 0);
}

void TestVersionsPage::aClickLeadsToThatVersion()
{
    const auto catalog = catalogFrom(u"\"a\" @ada 0 1\n\"a\" @ada v2 0 1"_s);
    ui::VersionsPage page;
    page.resize(700, 300);
    page.show();
    page.setMessage(catalog, catalog->find("2.0@example.org"));
    QSignalSpy asked(&page, &ui::VersionsPage::messageRequested);
    QTest::mouseClick(page.table()->viewport(), Qt::LeftButton, {},
                      page.table()->visualRect(page.model()->index(1, 0)).center());
    QVERIFY(!asked.isEmpty());
    QCOMPARE(asked[0][0].value<base::MessageIndex>(), catalog->find("1.0@example.org"));
}

void TestVersionsPage::enterLeadsToThatVersion()
{
    const auto catalog = catalogFrom(u"\"a\" @ada 0 1=x 2=y\n\"a\" @ada v2 0 1=y 2=z"_s);
    ui::VersionsPage page;
    page.resize(700, 300);
    page.show();
    page.setMessage(catalog, catalog->find("2.1@example.org"));
    QSignalSpy asked(&page, &ui::VersionsPage::messageRequested);
    QTest::keyClick(page.table(), Qt::Key_Down);
    QVERIFY(asked.isEmpty());
    QTest::keyClick(page.table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<base::MessageIndex>(), catalog->find("1.2@example.org"));
}

void TestVersionsPage::withoutASeriesItSaysSo()
{
    const auto catalog = catalogFrom(u"\"how\" @bob other"_s);
    ui::VersionsPage page;
    page.setMessage(catalog, catalog->find("1.other@example.org"));
    QVERIFY(!page.findChild<ui::PaneState *>()->isShowingContent());
}

QTEST_MAIN(TestVersionsPage)
#include "tst_versionspage.moc"
