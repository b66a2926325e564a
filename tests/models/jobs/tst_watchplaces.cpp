// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/watchplaces.h"
#include "tests/support/archivebuilder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::ArchiveStep;

class TestWatchPlaces : public QObject
{
    Q_OBJECT

    ArchiveBuilder m_builder;

    static void append(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }

    /// As if the last change of the places were long ago.
    static void settle(const QStringList &places)
    {
        for (const QString &place : places) {
            const timespec times[2] = {{1'700'000'000, 0}, {1'700'000'000, 0}};
            QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(place).constData(), times, 0), 0);
        }
    }

private slots:
    void anEpochIsSeenToGrow()
    {
        const QString inbox = m_builder.v2(u"inbox"_s, {ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(2))});
        const QStringList places = jobs::placesToWatch({inbox});
        settle(places);
        const QByteArray before = jobs::stateOf(places);
        QCOMPARE(jobs::stateOf(places), before);
        m_builder.append(inbox + "/git/0.git"_L1, ArchiveBuilder::adding({ArchiveBuilder::sampleMessage(7)}));
        QVERIFY(jobs::stateOf(places) != before);
    }

    void aNewEpochIsSeen()
    {
        const QString inbox = m_builder.v2(u"grows"_s, {ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(2))});
        const QStringList places = jobs::placesToWatch({inbox});
        settle(places);
        const QByteArray before = jobs::stateOf(places);
        QVERIFY(QDir(inbox + "/git"_L1).mkdir(u"1.git"_s));
        QVERIFY(jobs::stateOf(places) != before);
    }

    void anMboxIsSeenToGrowAndToBeReplaced()
    {
        const QString path = m_builder.mbox(u"list.mbox"_s, ArchiveBuilder::sampleMessages(2));
        const QStringList places = jobs::placesToWatch({path});
        QVERIFY(places.contains(path));
        settle(places);
        const QByteArray before = jobs::stateOf(places);
        append(path, ArchiveBuilder::mboxBytes({ArchiveBuilder::sampleMessage(3)}, tests::MboxFlavour::Mboxrd));
        const QByteArray grown = jobs::stateOf(places);
        QVERIFY(grown != before);
        QVERIFY(QFile::remove(path));
        QVERIFY(jobs::stateOf(places) != grown);
    }

    void aMaildirIsSeenToGetMail()
    {
        const QString path = m_builder.maildir(u"maildir"_s, ArchiveBuilder::sampleMessages(2));
        const QStringList places = jobs::placesToWatch({path});
        QVERIFY(places.contains(path + "/new"_L1) && places.contains(path + "/cur"_L1));
        settle(places);
        const QByteArray before = jobs::stateOf(places);
        append(path + "/new/3"_L1, ArchiveBuilder::sampleMessage(3));
        QVERIFY(jobs::stateOf(places) != before);
    }

    void whatChangedJustNowIsLookedAtAgainWhenItHasSettled()
    {
        const QString path = m_builder.maildir(u"fresh"_s, ArchiveBuilder::sampleMessages(2));
        const QStringList places{path + "/new"_L1};
        // Both changes may bear one time: that of the clock's tick.
        append(path + "/new/3"_L1, ArchiveBuilder::sampleMessage(3));
        const QByteArray justNow = jobs::stateOf(places);
        QVERIFY(justNow.contains("just now"));
        settle(places);
        QVERIFY(!jobs::stateOf(places).contains("just now"));
    }

    void severalArchivesAreWatchedTogether()
    {
        const QString first = m_builder.mbox(u"first.mbox"_s, ArchiveBuilder::sampleMessages(1));
        const QString second = m_builder.mbox(u"second.mbox"_s, ArchiveBuilder::sampleMessages(1));
        const QStringList places = jobs::placesToWatch({first, second});
        QVERIFY(places.contains(first) && places.contains(second));
        QCOMPARE(places.size(), 3); // and the directory of both, once
    }

    void whatIsNotThereIsNotWatched() { QVERIFY(jobs::placesToWatch({m_builder.path(u"nowhere"_s)}).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestWatchPlaces)
#include "tst_watchplaces.moc"
