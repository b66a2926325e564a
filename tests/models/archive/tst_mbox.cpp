// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/mailsniffer.h"
#include "models/archive/mboxdialect.h"
#include "models/archive/mboxsplitter.h"
#include "tests/models/archive/listing.h"
#include "tests/support/archivebuilder.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::archive;
using tests::ArchiveBuilder;
using tests::MboxFlavour;
using tests::Opened;

Q_DECLARE_METATYPE(loredesk::tests::MboxFlavour)

class TestMbox : public QObject
{
    Q_OBJECT

private slots:
    void separatorsAreToldFromProse_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isSeparator");
        QTest::addColumn<qint64>("date");
        const auto row = [](const char *line, bool isSeparator, qint64 date = 0) {
            QTest::newRow(line) << QByteArray(line) << isSeparator << date;
        };
        row("From mboxrd@z Thu Jan  1 00:00:00 1970", true);
        row("From a@example.org Fri May 23 11:33:20 2025", true, 1748000000);
        row("From a@example.org  Fri May 23 11:33 2025", true, 1747999980);
        row("From a@example.org Fri May 23 13:33:20 2025 +0200", true, 1748000000);
        row("From a@example.org Fri May 23 13:33:20 +0200 2025", true, 1748000000);
        row("From a@example.org Fri May 23 11:33:20 UTC 2025", true, 1748000000);
        row("From \"A B\"@example.org Fri May 23 11:33:20 2025", true, 1748000000);
        row("From Fri May 23 11:33:20 2025", true, 1748000000);
        row("From a@example.org Fri May 23 11:33:20 2025\r", true, 1748000000);
        row("From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001", true);
        row("From a@example.org Mon Sep 17 00:00:00 2001", true, 1000684800);
        row("From git@z Thu Jan  1 00:00:00 1970", true);
        row("From here on it gets worse", false);
        row("From Monday on", false);
        row("From a@example.org Fri May 33 11:33:20 2025", false);
        row("From a@example.org Fri May 23 2025", false);
        row("From: a@example.org", false);
        row(">From a@example.org Fri May 23 11:33:20 2025", false);
        row("from a@example.org Fri May 23 11:33:20 2025", false);
    }

    void separatorsAreToldFromProse()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, isSeparator);
        QFETCH(qint64, date);
        const std::optional<FromLine> parsed = parseFromLine(line + "\nmore");
        QCOMPARE(parsed.has_value(), isSeparator);
        if (isSeparator) {
            QCOMPARE(parsed->length, line.size() + 1);
            QCOMPARE(parsed->date, date);
        }
    }

    void everyDialectGivesTheMessagesBack_data()
    {
        QTest::addColumn<MboxFlavour>("flavour");
        QTest::addColumn<QString>("dialect");
        QTest::newRow("mboxrd") << MboxFlavour::Mboxrd << u"mboxrd"_s;
        QTest::newRow("mboxo") << MboxFlavour::Mboxo << u"mboxo"_s;
        QTest::newRow("mboxcl2") << MboxFlavour::Mboxcl2 << u"mboxcl2"_s;
        QTest::newRow("git format-patch --stdout") << MboxFlavour::Git << u"mboxo"_s;
    }

    void everyDialectGivesTheMessagesBack()
    {
        QFETCH(MboxFlavour, flavour);
        QFETCH(QString, dialect);
        ArchiveBuilder builder;
        QByteArrayList messages = ArchiveBuilder::sampleMessages(4);
        messages[1] = ArchiveBuilder::sampleMessage(1, "One\nFrom the middle\n\nFrom there\n\n\n");
        if (flavour == MboxFlavour::Mboxcl2)
            messages[2] = ArchiveBuilder::sampleMessage(
                2, "x\n\nFrom a@example.org Fri May 23 11:33:20 2025\n>From y\n");
        for (const bool gzip : {false, true}) {
            const QByteArray bytes = ArchiveBuilder::mboxBytes(messages, flavour);
            const Opened mbox(builder.file(gzip ? u"a.mbox.gz"_s : u"a.mbox"_s,
                                           gzip ? ArchiveBuilder::gzipped(bytes) : bytes));
            QCOMPARE(mbox.listing.dialect, dialect);
            QCOMPARE(mbox.problems(), QString());
            QByteArrayList read = mbox.messages();
            if (flavour == MboxFlavour::Mboxcl2) {
                for (QByteArray &message : read) { // the dialect's own field stays in the header
                    const qsizetype begin = message.indexOf("Content-Length");
                    message.remove(begin, message.indexOf('\n', begin) + 1 - begin);
                }
            }
            QCOMPARE(read, messages);
            QCOMPARE(mbox.archive->kind(), ArchiveKind::Mbox);
            QCOMPARE(mbox.archive->name(), u"a"_s);
            QCOMPARE(mbox.archive->summary(), gzip ? u"mbox, gzip'd"_s : u"mbox"_s);
        }
    }

    void quotingIsUndoneAsTheDialectMeansIt_data()
    {
        QTest::addColumn<MboxDialect>("dialect");
        QTest::addColumn<QByteArray>("read");
        const QByteArray quoted = ">From a\n>>From b\n> From c\nx >From d\n>From";
        QTest::newRow("mboxrd") << MboxDialect::Mboxrd
                                << QByteArray("From a\n>From b\n> From c\nx >From d\n>From");
        QTest::newRow("mboxo") << MboxDialect::Mboxo
                               << QByteArray("From a\n>>From b\n> From c\nx >From d\n>From");
        QTest::newRow("mboxcl2") << MboxDialect::Mboxcl2 << quoted;
    }

    void quotingIsUndoneAsTheDialectMeansIt()
    {
        QFETCH(MboxDialect, dialect);
        QFETCH(QByteArray, read);
        QCOMPARE(unquoted(">From a\n>>From b\n> From c\nx >From d\n>From", dialect), read);
    }

    void quotedQuotesMakeAnMboxrd()
    {
        const QByteArray begin = "From a@example.org Fri May 23 11:33:20 2025\nFrom: a@example.org\n\n";
        QCOMPARE(detectDialect(begin + ">From x\n"), MboxDialect::Mboxo);
        QCOMPARE(detectDialect(begin + ">>From x\n"), MboxDialect::Mboxrd);
    }

    void contentLengthCountsOnlyWhereItLeadsToAMessage()
    {
        const QByteArray from = "From a@example.org Fri May 23 11:33:20 2025\n";
        const QByteArray wrong = from + "Subject: one\nContent-Length: 3\n\nlonger than that\n\n" + from +
                                 "Subject: two\nContent-Length: 99999\n\nshorter\n\n" + from +
                                 "Subject: three\n\nx\n";
        QCOMPARE(detectDialect(wrong), MboxDialect::Mboxo);
        ArchiveBuilder builder;
        const Opened mbox(builder.file(u"wrong.mbox"_s, wrong));
        QCOMPARE(mbox.listing.entries.size(), std::size_t(3));
        QVERIFY(mbox.messages().at(0).endsWith("longer than that\n"));
        QCOMPARE(mbox.problems(), QString());
    }

    void proseThatBeginsWithFromDoesNotSplit()
    {
        ArchiveBuilder builder;
        const QByteArray from = "From a@example.org Fri May 23 11:33:20 2025\n";
        const QByteArray body =
            "text\nFrom a@example.org Fri May 23 11:33:20 2025\nis quoted badly\n\nFrom now on\n";
        const Opened mbox(
            builder.file(u"a.mbox"_s, from + "Subject: x\n\n" + body + '\n' + from + "Subject: y\n\nz\n"));
        QCOMPARE(mbox.messages(), (QByteArrayList{"Subject: x\n\n" + body, "Subject: y\n\nz\n"}));
    }

    void messagesNeedNoEmptyLineBetweenThem()
    {
        ArchiveBuilder builder;
        const QByteArray one = "From a@example.org Fri May 23 11:33:20 2025\nSubject: x\n\nbody\n";
        const Opened mbox(builder.file(u"tight.mbox"_s, one + one + one));
        QCOMPARE(mbox.messages(), QByteArrayList(3, "Subject: x\n\nbody\n"));
    }

    void arrivalIsTheSeparatorsDate()
    {
        ArchiveBuilder builder;
        const auto messages = ArchiveBuilder::sampleMessages(2);
        QCOMPARE(Opened(builder.mbox(u"rd"_s, messages)).listing.entries.at(0).arrival, 0);
        QCOMPARE(Opened(builder.mbox(u"o"_s, messages, MboxFlavour::Mboxo)).listing.entries.at(0).arrival,
                 1735689660); // 2025-01-01 00:01
        QCOMPARE(Opened(builder.mbox(u"git"_s, messages, MboxFlavour::Git)).listing.entries.at(0).arrival, 0);
    }

    void windowsLineEndsStay()
    {
        ArchiveBuilder builder;
        const QByteArray from = "From a@example.org Fri May 23 11:33:20 2025\r\n";
        const Opened mbox(builder.file(u"crlf.mbox"_s, from + "Subject: x\r\n\r\nbody\r\n\r\n" + from +
                                                           "Subject: y\r\n\r\n>From z\r\n"));
        QCOMPARE(mbox.messages(),
                 (QByteArrayList{"Subject: x\r\n\r\nbody\r\n", "Subject: y\r\n\r\nFrom z\r\n"}));
    }

    void aCutMboxTellsWhere()
    {
        ArchiveBuilder builder;
        const QByteArray whole =
            ArchiveBuilder::mboxBytes(ArchiveBuilder::sampleMessages(3), MboxFlavour::Mboxrd);
        const QString path = builder.file(u"cut.mbox"_s, whole.chopped(8));
        const Opened mbox(path);
        QCOMPARE(mbox.numbers(), "0 1 2");
        QCOMPARE(mbox.listing.problems.size(), 1);
        QCOMPARE(mbox.listing.problems[0].place.path, path);
        QCOMPARE(mbox.listing.problems[0].place.offset, qint64(whole.lastIndexOf("From mboxrd@z")));
    }

    void aCutContentLengthTellsWhere()
    {
        ArchiveBuilder builder;
        QByteArrayList messages = ArchiveBuilder::sampleMessages(2);
        messages << ArchiveBuilder::sampleMessage(2, "line one\nline two\n");
        const QByteArray whole = ArchiveBuilder::mboxBytes(messages, MboxFlavour::Mboxcl2);
        // It ends with a line, but not with all of them.
        const Opened mbox(builder.file(u"cut.mbox"_s, whole.left(whole.indexOf("line two"))));
        QCOMPARE(mbox.listing.dialect, u"mboxcl2"_s);
        QCOMPARE(mbox.listing.problems.size(), 1);
    }

    void theLastMessageNeedsNoEmptyLine()
    {
        ArchiveBuilder builder;
        const QByteArray whole =
            ArchiveBuilder::mboxBytes(ArchiveBuilder::sampleMessages(2), MboxFlavour::Mboxrd);
        const Opened mbox(builder.file(u"a.mbox"_s, whole.chopped(1)));
        QCOMPARE(mbox.problems(), QString());
        QCOMPARE(mbox.messages(), ArchiveBuilder::sampleMessages(2));
    }

    void aShortenedGzipKeepsWhatWasRead()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(2000);
        const QByteArray packed =
            ArchiveBuilder::gzipped(ArchiveBuilder::mboxBytes(messages, MboxFlavour::Mboxrd));
        const Opened mbox(builder.file(u"cut.mbox.gz"_s, packed.left(packed.size() / 2)));
        QVERIFY(mbox.listing.entries.size() > 500);
        QVERIFY(mbox.listing.entries.size() < 2000);
        QCOMPARE(mbox.messages().first(), messages.first());
        QCOMPARE(mbox.listing.problems.size(), 1);
        QVERIFY(mbox.problems().contains("gzip"_L1));
    }

    void aFileThatChangedMeanwhileIsNoticed()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(3);
        const QString path = builder.mbox(u"a.mbox"_s, messages);
        const Opened mbox(path);
        builder.mbox(u"a.mbox"_s, messages.mid(0, 1));
        const std::unique_ptr<Reader> reader = mbox.archive->reader();
        QVERIFY(reader->read(mbox.listing.entries[0].position).ok());
        const auto gone = reader->read(mbox.listing.entries[2].position);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, base::ErrorCode::Corrupt);
        QCOMPARE(gone.error().place.offset, mbox.listing.entries[2].position.offset);
    }

    void positionsOutliveTheListing()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(3);
        const QByteArray bytes = ArchiveBuilder::mboxBytes(messages, MboxFlavour::Mboxrd);
        for (const QString &path :
             {builder.file(u"a"_s, bytes), builder.file(u"b"_s, ArchiveBuilder::gzipped(bytes))}) {
            const base::Position position = Opened(path).listing.entries.at(1).position;
            // Opened anew, nothing listed: as after a restart with a cache.
            const auto again = open(path);
            QVERIFY(again.ok());
            const auto read = (*again)->reader()->read(position);
            QVERIFY(read.ok());
            QCOMPARE(*read, messages[1]);
        }
    }
};

QTEST_APPLESS_MAIN(TestMbox)
#include "tst_mbox.moc"
