// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/store/fulltext.h" // after Qt: moc stumbles over <concepts> otherwise
#include "tests/support/archivebuilder.h"
#include "tests/support/storedarchive.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;

namespace {

constexpr int Messages = 1500;
constexpr int Kills = 200;

/// Words enough for an index that takes a while to write.
QByteArray wordy(int number)
{
    QRandomGenerator random{quint32(number)};
    QByteArray body;
    for (int word = 0; word < 150; ++word)
        body += "w" + QByteArray::number(random.bounded(20000)) + (word % 12 == 11 ? '\n' : ' ');
    return ArchiveBuilder::sampleMessage(number, body + "\n");
}

} // namespace

/// kill -9 while `loredesk index` works, at moments spread over all it does: what it leaves opens, is whole, and goes on.
class TestKilledIndexer : public QObject
{
    Q_OBJECT

    QProcess *start(const QString &archive)
    {
        auto *process = new QProcess(this);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CACHE_HOME"_s, m_cache.path());
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(LOREDESK_BINARY), {u"index"_s, archive});
        if (!process->waitForStarted())
            qFatal("cannot start the program");
        return process;
    }

    /// What is wrong with the store, or nothing. `rows`: how many it has.
    QString wrongWith(const QString &archive, int *rows)
    {
        jobs::LoadRequest request;
        request.paths = QStringList{archive};
        request.storeDirectory = m_cache.filePath(u"loredesk"_s);
        base::NoProgress progress;
        const auto loaded = jobs::load(request, progress);
        if (!loaded)
            return loaded.error().toString();
        if (!(*loaded)->storeTrouble.text.isEmpty())
            return (*loaded)->storeTrouble.toString();
        *rows = int((*loaded)->catalog->messages().size()) - (*loaded)->read;
        m_file = (*loaded)->keepsake->file;
        if (!QFile::exists(m_file))
            return {};
        auto database = store::Database::open(m_file);
        if (!database)
            return database.error().toString();
        auto check = database->prepare("PRAGMA integrity_check");
        if (!check || !check->step())
            return u"no integrity check"_s;
        if (check->text(0) != "ok")
            return QString::fromUtf8(check->text(0).toByteArray());
        auto text = store::FullText::open(*database);
        if (!text)
            return text.error().toString();
        const auto whole = text->check();
        return whole ? QString() : whole.error().toString();
    }

    QTemporaryDir m_cache;
    QString m_file;

private slots:
    void whatAKilledIndexerLeavesIsWhole()
    {
        ArchiveBuilder builder;
        QList<tests::ArchiveStep> steps;
        for (int number = 0; number < Messages; ++number)
            steps << tests::ArchiveStep{tests::ArchiveStep::Kind::Add, wordy(number)};
        const QString archive = builder.v2(u"list"_s, {steps});

        QElapsedTimer timer;
        timer.start();
        const std::unique_ptr<QProcess> undisturbed(start(archive));
        QVERIFY(undisturbed->waitForFinished(60000));
        QCOMPARE(undisturbed->exitCode(), 0);
        int duration = int(timer.elapsed());

        QRandomGenerator random(20250520);
        int killed = 0;
        int withRows = 0;
        int empty = 0;
        for (int kill = 0; killed < Kills; ++kill) {
            QVERIFY2(kill < 20 * Kills, qPrintable(QString::number(killed)));
            // From nothing each time, and each third time from what the kill before left.
            const bool fromNothing = kill % 3 != 2;
            if (fromNothing && !m_file.isEmpty())
                QVERIFY(store::ArchiveStore::reset(m_file));
            timer.start();
            const std::unique_ptr<QProcess> process(start(archive));
            if (!process->waitForFinished(random.bounded(duration))) {
                process->kill();
                ++killed;
                QVERIFY(process->waitForFinished(60000));
            } else if (fromNothing) {
                duration = std::max(10, int(timer.elapsed())); // quicker than the first time
            }
            int rows = 0;
            const QString wrong = wrongWith(archive, &rows);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"kill %1: %2"_s.arg(kill).arg(wrong)));
            QVERIFY2(rows == 0 || rows == Messages, qPrintable(QString::number(rows)));
            (rows == 0 ? empty : withRows) += 1;
        }
        // The moments were spread: before the rows were there and after.
        QVERIFY(empty > 0);
        QVERIFY(withRows > 0);

        const std::unique_ptr<QProcess> last(start(archive));
        QVERIFY(last->waitForFinished(60000));
        QCOMPARE(last->exitCode(), 0);
        int rows = 0;
        QCOMPARE(wrongWith(archive, &rows), QString());
        QCOMPARE(rows, Messages);
    }
};

QTEST_GUILESS_MAIN(TestKilledIndexer)
#include "tst_killedindexer.moc"
