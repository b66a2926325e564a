// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/archive/listing.h"
#include "tests/support/archivebuilder.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace loredesk;
using archive::ArchiveKind;
using tests::ArchiveBuilder;
using tests::MboxFlavour;
using tests::Opened;

class TestMessageFiles : public QObject
{
    Q_OBJECT

private slots:
    void aMaildirIsReadInTheOrderOfDelivery()
    {
        ArchiveBuilder builder;
        const QString path = builder.maildir(u"Maildir"_s, ArchiveBuilder::sampleMessages(12));
        builder.file(u"Maildir/tmp/half-delivered"_s, "From: x@example.org\n");
        const Opened maildir(path);
        QCOMPARE(maildir.archive->kind(), ArchiveKind::Maildir);
        QCOMPARE(maildir.archive->name(), u"Maildir"_s);
        QCOMPARE(maildir.numbers(), "0 1 2 3 4 5 6 7 8 9 10 11");
        QCOMPARE(maildir.listing.entries[1].arrival, 1735689660);
        QCOMPARE(maildir.problems(), QString());
    }

    void anEmptyMaildirIsAnArchive()
    {
        ArchiveBuilder builder;
        const Opened maildir(builder.maildir(u"Maildir"_s, {}));
        QCOMPARE(maildir.archive->kind(), ArchiveKind::Maildir);
        QVERIFY(maildir.listing.entries.empty());
    }

    void linksToDevicesAreLeftAlone()
    {
        ArchiveBuilder builder;
        const QString path = builder.maildir(u"Maildir"_s, ArchiveBuilder::sampleMessages(2));
        QVERIFY(QFile::link(u"/dev/zero"_s, path + "/cur/1.zero"_L1));
        QVERIFY(QFile::link(u"/nowhere"_s, path + "/cur/2.dangling"_L1));
        const Opened maildir(path);
        QCOMPARE(maildir.numbers(), "0 1");
        QCOMPARE(maildir.problems(), QString());
    }

    void aMailProgramMayMoveWhatWasListed()
    {
        ArchiveBuilder builder;
        const QString path = builder.maildir(u"Maildir"_s, ArchiveBuilder::sampleMessages(2));
        const Opened maildir(path);
        const QString unread = QDir(path + "/new"_L1).entryList(QDir::Files).first();
        QVERIFY(QFile::rename(path + "/new/"_L1 + unread, path + "/cur/"_L1 + unread + ":2,RS"_L1));
        QCOMPARE(maildir.numbers(), "0 1");
    }

    void aMessageThatIsGoneSaysSo()
    {
        ArchiveBuilder builder;
        const QString path = builder.folder(u"patches"_s, ArchiveBuilder::sampleMessages(2));
        const Opened folder(path);
        QVERIFY(QFile::remove(path + "/0001-message.patch"_L1));
        const auto bytes = folder.archive->reader()->read(folder.listing.entries.at(0).position);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, base::ErrorCode::Unreadable);
        QCOMPARE(bytes.error().place.path, path + "/0001-message.patch"_L1);
    }

    void positionsStayGoodAcrossListings()
    {
        ArchiveBuilder builder;
        const QString path = builder.folder(u"patches"_s, ArchiveBuilder::sampleMessages(2));
        const Opened folder(path);
        builder.file(u"patches/0000-cover.patch"_s, ArchiveBuilder::sampleMessage(7));
        base::NoProgress progress;
        const auto again = folder.archive->list({}, progress);
        QVERIFY(again.ok());
        QCOMPARE(tests::numbersOf(*folder.archive, *again), "7 0 1");
        QCOMPARE(folder.numbers(), "0 1");
    }

    void aFolderIsSortedAsPatchesAreNumbered()
    {
        ArchiveBuilder builder;
        const QString path =
            builder.folder(u"patches"_s, ArchiveBuilder::sampleMessages(6),
                           {u"v10-0001-x.patch"_s, u"v2-0010-x.patch"_s, u"v2-0002-x.patch"_s,
                            u"v2-0000-cover.patch"_s, u"0001-x.patch"_s, u"v2-0002-y.patch"_s});
        const Opened folder(path);
        QCOMPARE(folder.archive->kind(), ArchiveKind::MessageFolder);
        QCOMPARE(folder.numbers(), "4 3 2 5 1 0");
        QVERIFY(folder.listing.entries[0].arrival > 0);
    }

    void filesThatAreNoMailAreLeftOutAndNamed()
    {
        ArchiveBuilder builder;
        const QString path = builder.folder(u"patches"_s, ArchiveBuilder::sampleMessages(2));
        builder.file(u"patches/README"_s, "Apply these with git am.\n");
        builder.file(u"patches/0001-message.patch~"_s, ArchiveBuilder::sampleMessage(9));
        builder.file(u"patches/empty.patch"_s, {});
        QVERIFY(QDir(path).mkdir(u"old"_s));
        builder.file(u"patches/old/0001-x.patch"_s, ArchiveBuilder::sampleMessage(8));
        const Opened folder(path);
        QCOMPARE(folder.numbers(), "0 1");
        QVERIFY(folder.listing.note.contains("README"_L1));
        QCOMPARE(folder.listing.problems.size(), 1);
        QVERIFY(folder.problems().contains("empty.patch"_L1));
    }

    void aFolderMayHoldMboxes()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(5);
        const QString path = builder.folder(u"threads"_s, messages.mid(0, 1), {u"a.eml"_s});
        builder.mbox(u"threads/b.mbox"_s, messages.mid(1, 2), MboxFlavour::Mboxrd);
        builder.file(u"threads/c.mbox.gz"_s,
                     ArchiveBuilder::gzipped(ArchiveBuilder::mboxBytes(messages.mid(3), MboxFlavour::Git)));
        const Opened folder(path);
        QCOMPARE(folder.messages(), messages);
    }

    void oneFileIsOneMessage_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("message");
        const QByteArray message = ArchiveBuilder::sampleMessage(1);
        QTest::newRow("plain") << QByteArray() << message;
        QTest::newRow("git format-patch")
            << QByteArray("From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001\n")
            << message;
        QTest::newRow("windows") << QByteArray() << QByteArray(message).replace("\n", "\r\n");
        QTest::newRow("odd field first") << QByteArray() << "X-Tag: 1\n" + message;
        QTest::newRow("folded field first") << QByteArray() << "Received: from x\n\tby y\n" + message;
        QTest::newRow("a body that quotes a header")
            << QByteArray()
            << ArchiveBuilder::sampleMessage(1, "\nFrom: x@example.org\n>From here\nFrom there\n");
    }

    void oneFileIsOneMessage()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, message);
        ArchiveBuilder builder;
        const QString path = builder.file(u"one.eml"_s, before + message);
        const Opened opened(path);
        QCOMPARE(opened.archive->kind(), ArchiveKind::MessageFile);
        QCOMPARE(opened.archive->name(), u"one"_s);
        QCOMPARE(opened.messages(), QByteArrayList{message});
        QCOMPARE(opened.archive->place(opened.listing.entries[0].position).path, path);
    }

    void severalPathsAreOneArchive()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(6);
        const QString inbox = builder.v2(u"inbox"_s, {ArchiveBuilder::adding(messages.mid(0, 2))});
        const QString mbox = builder.mbox(u"a.mbox"_s, messages.mid(2, 2));
        const QString folder = builder.folder(u"patches"_s, messages.mid(4));
        const Opened several({inbox + "/git/0.git"_L1, mbox, inbox + "/all.git"_L1, folder});
        QCOMPARE(several.archive->kind(), ArchiveKind::Several);
        QCOMPARE(several.messages(), messages);
        QCOMPARE(several.archive->summary(), u"3 archives"_s);
        QCOMPARE(several.archive->name(), u"inbox, a, patches"_s);
        QCOMPARE(several.listing.dialect, u"mboxrd"_s);
        QCOMPARE(several.listing.entries[2].position.source, 1);
        QCOMPARE(several.archive->place(several.listing.entries[2].position).path, mbox);
        QVERIFY(several.archive->hasRevisions());
    }

    void pathsOfOneInboxAreOneArchive()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(2);
        const QString inbox = builder.v2(u"inbox"_s, {ArchiveBuilder::adding(messages.mid(0, 1)),
                                                      ArchiveBuilder::adding(messages.mid(1))});
        const Opened opened({inbox + "/git/0.git"_L1, inbox + "/git/1.git"_L1});
        QCOMPARE(opened.archive->kind(), ArchiveKind::PublicInboxV2);
        QCOMPARE(opened.messages(), messages);
    }

    void oneBadPathOfSeveralIsNamed()
    {
        ArchiveBuilder builder;
        const QString mbox = builder.mbox(u"a.mbox"_s, ArchiveBuilder::sampleMessages(1));
        const auto opened = archive::open(QStringList{mbox, builder.path(u"nothing"_s)});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, base::ErrorCode::NotFound);
        QCOMPARE(opened.error().place.path, builder.path(u"nothing"_s));
        QVERIFY(!archive::open(QStringList()));
    }
};

QTEST_APPLESS_MAIN(TestMessageFiles)
#include "tst_messagefiles.moc"
