// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using loredesk::app::Settings;
using namespace loredesk;

class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsRememberedAtFirst();
    void theArchiveOpenedLastStandsFirstAndOnce();
    void archivesOpenedTogetherAreOneEntry();
    void onlyTheLastTenAreKept();
    void anArchiveCanBeForgotten();
    void everythingSurvivesTheProgram();
    void pathsKeepTheirCommasAndBlanks();
    void shortcutsSurviveTheProgram();
    void readingOptionsSurviveTheProgram();
    void whatIsSetIsInTheFileWithoutAskingForIt();
    void whatIsSetDuringAWriteIsWrittenNext();
    void whoWaitsForTheFileIsToldOnce();
    void atTheEndEverythingIsInTheFile();

private:
    /// What is on the disk, past everything that QSettings remembers.
    QByteArray onDisk() const
    {
        QFile stored(file());
        return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
    }
    QString file() const { return m_directory.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

    QTemporaryDir m_directory;
};

void SettingsTest::nothingIsRememberedAtFirst()
{
    const Settings settings(file());
    QVERIFY(settings.recentArchives().isEmpty());
    QVERIFY(!settings.hasRunBefore());
    QCOMPARE(settings.range(), ui::RangeChoice());
    QVERIFY(settings.appearance() == ui::Appearance::System);
    QVERIFY(settings.windowLayout().geometry.isEmpty());
}

void SettingsTest::theArchiveOpenedLastStandsFirstAndOnce()
{
    Settings settings(file());
    settings.addRecentArchive({u"/a"_s});
    settings.addRecentArchive({u"/b"_s});
    settings.addRecentArchive({u"/a"_s});
    QCOMPARE(settings.recentArchives(), (QList<QStringList>{{u"/a"_s}, {u"/b"_s}}));
}

void SettingsTest::archivesOpenedTogetherAreOneEntry()
{
    Settings settings(file());
    settings.addRecentArchive({u"/a"_s, u"/b"_s});
    settings.addRecentArchive({u"/a"_s});
    QCOMPARE(settings.recentArchives(), (QList<QStringList>{{u"/a"_s}, {u"/a"_s, u"/b"_s}}));
}

void SettingsTest::onlyTheLastTenAreKept()
{
    Settings settings(file());
    for (int i = 0; i < 12; ++i)
        settings.addRecentArchive({u"/%1"_s.arg(i)});
    QCOMPARE(settings.recentArchives().size(), Settings::MostRecent);
    QCOMPARE(settings.recentArchives().constFirst(), QStringList{u"/11"_s});
    QCOMPARE(settings.recentArchives().constLast(), QStringList{u"/2"_s});
}

void SettingsTest::anArchiveCanBeForgotten()
{
    Settings settings(file());
    settings.addRecentArchive({u"/a"_s});
    settings.addRecentArchive({u"/b"_s});
    settings.removeRecentArchive({u"/a"_s});
    QCOMPARE(settings.recentArchives(), (QList<QStringList>{{u"/b"_s}}));
    settings.clearRecentArchives();
    QVERIFY(settings.recentArchives().isEmpty());
}

void SettingsTest::everythingSurvivesTheProgram()
{
    const ui::RangeChoice range{ui::RangeKind::Custom, {1000, 2000}};
    {
        Settings settings(file());
        settings.addRecentArchive({u"/a"_s, u"/b"_s});
        settings.setHasRunBefore();
        settings.setRange(range);
        settings.setAppearance(ui::Appearance::Dark);
        QVERIFY(!settings.windowLayout().hasSidePane); // nobody said so or so yet
        QVERIFY(!settings.windowLayout().hasOwnHeights);
        settings.setWindowLayout(
            {"geometry", "state", "splitter", QByteArray("\0columns\xff", 9), false, true});
        QVERIFY(!settings.openArchives());
        settings.setOpenArchives({{u"/a"_s}, {u"/b"_s, u"/c"_s}}, {u"/b"_s, u"/c"_s});
        QVERIFY(settings.isReopening());
        settings.setReopening(false);
    }
    Settings settings(file());
    QCOMPARE(settings.recentArchives(), (QList<QStringList>{{u"/a"_s, u"/b"_s}}));
    QVERIFY(settings.hasRunBefore());
    QCOMPARE(settings.range(), range);
    QVERIFY(settings.appearance() == ui::Appearance::Dark);
    QCOMPARE(settings.windowLayout().geometry, QByteArray("geometry"));
    QCOMPARE(settings.windowLayout().state, QByteArray("state"));
    QCOMPARE(settings.windowLayout().splitter, QByteArray("splitter"));
    QCOMPARE(settings.windowLayout().columns, QByteArray("\0columns\xff", 9));
    QCOMPARE(settings.windowLayout().hasSidePane, std::optional(false));
    QVERIFY(settings.windowLayout().hasOwnHeights);
    QCOMPARE(settings.openArchives(), (QList<QStringList>{{u"/a"_s}, {u"/b"_s, u"/c"_s}}));
    QCOMPARE(settings.shownArchive(), (QStringList{u"/b"_s, u"/c"_s}));
    QVERIFY(!settings.isReopening());
    settings.setOpenArchives({}, {});
    QCOMPARE(settings.openArchives(),
             QList<QStringList>()); // all were closed, which is something else than never opened
    settings.setAppearance(ui::Appearance::System);
    QVERIFY(settings.appearance() == ui::Appearance::System);
}

void SettingsTest::pathsKeepTheirCommasAndBlanks()
{
    const QStringList paths{u"/a, b; c/\"d\""_s, u"/é\\e"_s};
    {
        Settings settings(file());
        settings.addRecentArchive(paths);
    }
    QCOMPARE(Settings(file()).recentArchives(), QList<QStringList>{paths});
}

void SettingsTest::readingOptionsSurviveTheProgram()
{
    {
        Settings settings(file());
        QCOMPARE(settings.readingOptions(), ui::ReadingOptions());
        settings.setReadingOptions({true, false, true, true});
    }
    QCOMPARE(Settings(file()).readingOptions(), (ui::ReadingOptions{true, false, true, true}));
}

void SettingsTest::shortcutsSurviveTheProgram()
{
    const ui::ShortcutChanges changes{{u"quitAction"_s, {u"Ctrl+Alt+Q"_s, u"Ctrl+X, Ctrl+C"_s}},
                                      {u"openAction"_s, {}},
                                      {u"commaAction"_s, {u","_s}},
                                      {u"rangeAction-7d"_s, {u"\\"_s}}};
    {
        Settings settings(file());
        QVERIFY(settings.shortcuts().isEmpty());
        settings.setShortcuts({{u"closeAction"_s, {u"F2"_s}}});
        settings.setShortcuts(changes);
    }
    Settings settings(file());
    QCOMPARE(settings.shortcuts(), changes);
    settings.setShortcuts({});
    QVERIFY(settings.shortcuts().isEmpty());
}

void SettingsTest::whatIsSetIsInTheFileWithoutAskingForIt()
{
    Settings settings(file());
    settings.addRecentSearch(u"first"_s);
    QTRY_VERIFY(onDisk().contains("first"));
    // And again, after the first was written.
    settings.addRecentSearch(u"second"_s);
    QTRY_VERIFY(onDisk().contains("second"));
}

void SettingsTest::whatIsSetDuringAWriteIsWrittenNext()
{
    Settings settings(file());
    int written = 0;
    for (int i = 0; i < 20; ++i) {
        settings.addRecentSearch(u"search %1"_s.arg(i));
        settings.write([&] { ++written; });
    }
    QCOMPARE(settings.recentSearches().first(), u"search 19"_s);
    QTRY_COMPARE(written, 20);
    QVERIFY(onDisk().contains("search 19"));
}

void SettingsTest::whoWaitsForTheFileIsToldOnce()
{
    Settings settings(file());
    settings.addRecentSearch(u"looked for"_s);
    QByteArray seen;
    int told = 0;
    settings.write([&] {
        ++told;
        seen = onDisk();
    });
    QTRY_COMPARE(told, 1);
    QVERIFY(seen.contains("looked for"));
    settings.addRecentSearch(u"another"_s);
    QTRY_VERIFY(onDisk().contains("another"));
    QCOMPARE(told, 1);
}

void SettingsTest::atTheEndEverythingIsInTheFile()
{
    {
        Settings settings(file());
        settings.addRecentSearch(u"early"_s);
        settings.write({});
        settings.addRecentSearch(u"late"_s);
    }
    QVERIFY(onDisk().contains("early"));
    QVERIFY(onDisk().contains("late"));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
