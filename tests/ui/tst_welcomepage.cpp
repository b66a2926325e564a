// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcomepage.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

class WelcomePageTest : public QObject
{
    Q_OBJECT

    struct Page
    {
        Page()
        {
            page.resize(480, 420);
            page.show();
        }
        void click(const QString &name)
        {
            auto *button = page.findChild<QPushButton *>(name);
            QVERIFY(button);
            QTest::mouseClick(button, Qt::LeftButton);
        }
        ui::WelcomePage page;
    };

private slots:
    void theLineClonesTheListThatIsNamed_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("line");
        const QString example =
            u"git clone --mirror https://lore.kernel.org/linux-hyperv/0 linux-hyperv/git/0.git"_s;
        QTest::newRow("none") << QString() << example;
        QTest::newRow("kvm") << u"kvm"_s
                             << u"git clone --mirror https://lore.kernel.org/kvm/0 kvm/git/0.git"_s;
        QTest::newRow("with blanks") << u" git "_s
                                     << u"git clone --mirror https://lore.kernel.org/git/0 git/git/0.git"_s;
        // What is copied goes into a shell.
        QTest::newRow("a command")
            << u"x; rm -rf $(y) `z`\n|w"_s
            << u"git clone --mirror https://lore.kernel.org/xrm-rfyzw/0 xrm-rfyzw/git/0.git"_s;
        QTest::newRow("an option")
            << u"--upload-pack=x"_s
            << u"git clone --mirror https://lore.kernel.org/upload-packx/0 upload-packx/git/0.git"_s;
        QTest::newRow("another folder")
            << u"../../x"_s << u"git clone --mirror https://lore.kernel.org/x/0 x/git/0.git"_s;
        QTest::newRow("letters of no list") << u"\u202e\u00e4"_s << example;
    }
    void theLineClonesTheListThatIsNamed()
    {
        QFETCH(QString, list);
        QFETCH(QString, line);
        QCOMPARE(ui::WelcomePage::cloneLine(list), line);
    }

    void theLineIsShownAndCopiedInOnePiece()
    {
        Page page;
        QSignalSpy copied(&page.page, &ui::WelcomePage::copied);
        QTest::keyClicks(page.page.findChild<QLineEdit *>(u"cloneList"_s), u"kvm"_s);
        const QString line = u"git clone --mirror https://lore.kernel.org/kvm/0 kvm/git/0.git"_s;
        QCOMPARE(page.page.findChild<QLabel *>(u"cloneLine"_s)->text(), line);
        QApplication::clipboard()->clear();
        page.click(u"cloneCopy"_s);
        QCOMPARE(QApplication::clipboard()->text(), line);
        QCOMPARE(copied.size(), 1);
    }

    void everyButtonAsksForItsOwn()
    {
        Page page;
        QSignalSpy files(&page.page, &ui::WelcomePage::filesRequested);
        QSignalSpy folder(&page.page, &ui::WelcomePage::folderRequested);
        QSignalSpy sample(&page.page, &ui::WelcomePage::sampleRequested);
        QSignalSpy help(&page.page, &ui::WelcomePage::helpRequested);
        page.click(u"welcomeOpen"_s);
        QCOMPARE(files.size(), 1);
        page.click(u"welcomeOpenFolder"_s);
        QCOMPARE(folder.size(), 1);
        page.click(u"welcomeSample"_s);
        QCOMPARE(sample.size(), 1);
        page.click(u"welcomeHelp"_s);
        QCOMPARE(help.size(), 1);
    }

    void aSmallPaneScrollsAndCutsNothing()
    {
        Page page;
        page.page.resize(400, 160);
        QTRY_VERIFY(page.page.verticalScrollBar()->maximum() > 0);
        QVERIFY(page.page.widget()->minimumSizeHint().width() <= 400);
    }
};

QTEST_MAIN(WelcomePageTest)
#include "tst_welcomepage.moc"
