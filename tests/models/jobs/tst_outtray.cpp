// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/outtray.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using jobs::OutTray;

namespace {

QStringList entries(const QString &directory)
{
    return QDir(directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;

} // namespace

class TestOutTray : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_scratch = std::make_unique<QTemporaryDir>(); }

    void nothingIsThereBeforeSomethingIsPut();
    void filesHaveTheirNamesAndNobodyElseSeesThem();
    void theSameNameTwiceIsTwoFiles();
    void everythingGoesWithTheTray();
    void sweepingTakesWhatTheDeadLeftAndNothingElse();
    void whatCannotBeWrittenIsSaidAndNothingIsLeft();

private:
    QString place() const { return m_scratch->filePath(u"deep/out"_s); }

    std::unique_ptr<QTemporaryDir> m_scratch;
};

void TestOutTray::nothingIsThereBeforeSomethingIsPut()
{
    const OutTray tray(place());
    QVERIFY(!QFile::exists(place()));
}

void TestOutTray::filesHaveTheirNamesAndNobodyElseSeesThem()
{
    OutTray tray(place());
    const auto paths = tray.put({{u"v1-frob.mbox"_s, "abc"}});
    QVERIFY(paths);
    const QFileInfo file(paths->first());
    QCOMPARE(file.fileName(), u"v1-frob.mbox"_s);
    QCOMPARE(file.size(), 3);
    // Every directory on the way from the place down.
    for (QString at = file.absolutePath(); at.startsWith(place()); at = QFileInfo(at).absolutePath())
        QVERIFY2(!(QFileInfo(at).permissions() & Others), qPrintable(at));
}

void TestOutTray::theSameNameTwiceIsTwoFiles()
{
    OutTray tray(place());
    const auto paths = tray.put({{u"a.mbox"_s, "1"}, {u"a.mbox"_s, "2"}});
    QVERIFY(paths);
    QCOMPARE(QFileInfo(paths->at(1)).fileName(), u"a-2.mbox"_s);
    // Another time is another directory: the first may still be read.
    const auto again = tray.put({{u"a.mbox"_s, "3"}});
    QVERIFY(again);
    QCOMPARE(QFileInfo(again->first()).fileName(), u"a.mbox"_s);
    QVERIFY(again->first() != paths->first());
}

void TestOutTray::everythingGoesWithTheTray()
{
    {
        OutTray tray(place());
        QVERIFY(tray.put({{u"a.mbox"_s, "1"}}));
        QCOMPARE(entries(place()).size(), 2); // the directory and its lock
    }
    QCOMPARE(entries(place()), QStringList());
}

void TestOutTray::sweepingTakesWhatTheDeadLeftAndNothingElse()
{
    OutTray living(place());
    const auto mine = living.put({{u"mine.mbox"_s, "1"}});
    QVERIFY(mine);
    const QStringList before = entries(place());
    // As a process leaves it that was killed: a number that no process has.
    QDir(place()).mkpath(u"dead/1"_s);
    for (const QString &name : {u"dead/1/left.mbox"_s, u"dead.lock"_s}) {
        QFile file(place() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("2147483646\nloredesk\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    }
    QDir(place()).mkpath(u"lockless/1"_s);
    QFile other(place() + u"/.lock"_s);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    OutTray::sweep(place());
    QVERIFY(QFile::exists(mine->first()));
    QVERIFY(!QFile::exists(place() + u"/dead"_s));
    QVERIFY(!QFile::exists(place() + u"/dead.lock"_s));
    QVERIFY(!QFile::exists(place() + u"/lockless"_s));
    QStringList after = entries(place());
    after.removeAll(u".lock"_s);
    QCOMPARE(after, before);
}

void TestOutTray::whatCannotBeWrittenIsSaidAndNothingIsLeft()
{
    QFile blocking(m_scratch->filePath(u"deep"_s));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    OutTray nowhere(place());
    const auto none = nowhere.put({{u"a.mbox"_s, "1"}});
    QVERIFY(!none);
    QCOMPARE(none.error().code, base::ErrorCode::Unwritable);

    OutTray tray(m_scratch->filePath(u"out"_s));
    QVERIFY(!tray.put({{u"a.mbox"_s, "1"}, {u"no/such/b.mbox"_s, "2"}}));
    const QStringList left = entries(m_scratch->filePath(u"out"_s));
    for (const QString &name : left)
        QCOMPARE(entries(m_scratch->filePath(u"out/"_s + name)), QStringList());
}

QTEST_GUILESS_MAIN(TestOutTray)
#include "tst_outtray.moc"
