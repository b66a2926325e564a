// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/mailsniffer.h"
#include "tests/models/archive/listing.h"
#include "tests/support/archivebuilder.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace loredesk;
using base::ErrorCode;
using tests::ArchiveBuilder;
using tests::ArchiveStep;
using tests::Opened;

namespace {

/// The error of opening `path`; a default one where it opens.
base::Error errorOf(const QString &path)
{
    const auto opened = archive::open(path);
    return opened ? base::Error{ErrorCode::Cancelled, u"it opened"_s, {}, {}} : opened.error();
}

} // namespace

class TestRecognise : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoArchiveSaysWhy()
    {
        ArchiveBuilder builder;
        QDir(builder.directory()).mkdir(u"empty"_s);
        builder.folder(u"notes"_s, {"just text\n"}, {u"notes.txt"_s});
        const struct
        {
            QString path;
            ErrorCode code;
            QString says;
        } cases[] = {
            {builder.path(u"nothing"_s), ErrorCode::NotFound, u"nothing at this path"_s},
            {QString(), ErrorCode::NotFound, u"No archive"_s},
            {builder.file(u"empty.mbox"_s, {}), ErrorCode::NotAnArchive, u"empty"_s},
            {builder.file(u"empty.mbox.gz"_s, ArchiveBuilder::gzipped({})), ErrorCode::NotAnArchive,
             u"empty"_s},
            {builder.path(u"empty"_s), ErrorCode::NotAnArchive, u"empty"_s},
            {builder.path(u"notes"_s), ErrorCode::NotAnArchive, u"no mail"_s},
            {builder.file(u"prose.txt"_s, "From here on\nit is prose\n"), ErrorCode::NotAnArchive,
             u"no mail"_s},
            {builder.file(u"settings.yml"_s, "version: 3\nname: x\n"), ErrorCode::NotAnArchive, u"no mail"_s},
            {builder.file(u"binary"_s, QByteArray(4096, '\0')), ErrorCode::NotAnArchive, u"no mail"_s},
            {builder.file(u"a.mbox.xz"_s, "\xfd"
                                          "7zXZ\0"),
             ErrorCode::NotAnArchive, u"no mail"_s},
            {u"/dev/null"_s, ErrorCode::NotAnArchive, u"neither"_s},
            {builder.bareEpoch(u"new.git"_s, {}), ErrorCode::NotAnArchive, u"no commits"_s},
            {builder.bareEpoch(u"code.git"_s, {{ArchiveStep::Kind::Other, {}, 0}}), ErrorCode::NotAnArchive,
             u"not of mail"_s},
        };
        for (const auto &it : cases) {
            const base::Error error = errorOf(it.path);
            QVERIFY2(error.code == it.code, qPrintable(it.path + ": "_L1 + error.toString()));
            QVERIFY2(error.text.contains(it.says), qPrintable(error.toString()));
            QCOMPARE(error.place.path, it.path);
            if (!it.path.isEmpty())
                QVERIFY2(!error.hint.isEmpty(), qPrintable(error.toString()));
        }
    }

    void hintsHelpOnwards()
    {
        ArchiveBuilder builder;
        QDir(builder.directory()).mkdir(u"lists"_s);
        builder.v2(u"lists/kvm"_s, {ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(1))});
        QVERIFY(errorOf(builder.path(u"lists"_s)).hint.contains("kvm"_L1));
        QVERIFY(errorOf(builder.file(u"a.xz"_s, "\xfd"
                                                "7zXZ\0"))
                    .hint.contains("unpack"_L1));
        QVERIFY(errorOf(builder.file(u"a.html"_s, "<!DOCTYPE html>")).hint.contains("web page"_L1));
    }

    void aLinkLeadsToTheArchiveOrNowhere()
    {
        ArchiveBuilder builder;
        const QString mbox = builder.mbox(u"a.mbox"_s, ArchiveBuilder::sampleMessages(1));
        QVERIFY(QFile::link(mbox, builder.path(u"link"_s)));
        QCOMPARE(Opened(builder.path(u"link"_s)).numbers(), "0");
        QVERIFY(QFile::link(builder.path(u"gone"_s), builder.path(u"dangling"_s)));
        QCOMPARE(errorOf(builder.path(u"dangling"_s)).code, ErrorCode::NotFound);
        QVERIFY(errorOf(builder.path(u"dangling"_s)).text.contains("link"_L1));
    }

    void whatMayNotBeReadSaysSo()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        ArchiveBuilder builder;
        const QString mbox = builder.mbox(u"a.mbox"_s, ArchiveBuilder::sampleMessages(1));
        const QString folder = builder.folder(u"patches"_s, ArchiveBuilder::sampleMessages(1));
        QVERIFY(QFile::setPermissions(mbox, {}));
        QVERIFY(QFile::setPermissions(folder, {}));
        for (const QString &path : {mbox, folder, folder + "/0001-message.patch"_L1}) {
            const base::Error error = errorOf(path);
            QVERIFY2(error.code == ErrorCode::Unreadable, qPrintable(error.toString()));
            QVERIFY(!error.hint.isEmpty());
        }
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void aDirectoryIsWhatItHoldsNotWhatItIsCalled()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(2);
        QCOMPARE(Opened(builder.mbox(u"looks-like.git"_s, messages)).archive->kind(),
                 archive::ArchiveKind::Mbox);
        QCOMPARE(Opened(builder.folder(u"list.mbox"_s, messages)).archive->kind(),
                 archive::ArchiveKind::MessageFolder);
        QCOMPARE(Opened(builder.bareEpoch(u"epoch"_s, ArchiveBuilder::adding(messages))).archive->kind(),
                 archive::ArchiveKind::PublicInboxEpoch);
    }

    void aFreshInboxIsAnEmptyArchive()
    {
        ArchiveBuilder builder;
        const Opened inbox(builder.v2(u"inbox"_s, {{}}));
        QCOMPARE(inbox.archive->kind(), archive::ArchiveKind::PublicInboxV2);
        QVERIFY(inbox.listing.entries.empty());
        QCOMPARE(inbox.problems(), QString());
    }

    void patchesInAWorkTreeOfCodeAreAFolder()
    {
        ArchiveBuilder builder;
        const QString tree = builder.workTreeEpoch(u"code"_s, {{ArchiveStep::Kind::Other, {}, 0}});
        QCOMPARE(errorOf(tree).code, ErrorCode::NotAnArchive);
        builder.file(u"code/0001-x.patch"_s, ArchiveBuilder::sampleMessage(1));
        QCOMPARE(Opened(tree).archive->kind(), archive::ArchiveKind::MessageFolder);
    }

    void mailIsToldByItsHeader_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isMail");
        QTest::newRow("from") << QByteArray("From: a@example.org\n\nx\n") << true;
        QTest::newRow("caseless") << QByteArray("SUBJECT: x\n\n") << true;
        QTest::newRow("leading empty lines") << QByteArray("\r\n\nDate: x\n\n") << true;
        QTest::newRow("mangled separator")
            << QByteArray(">From a@example.org Fri May 23 11:33:20 2025\nTo: b\n") << true;
        QTest::newRow("unknown first")
            << QByteArray("X-A: 1\nX-B: 2\n\tfolded\nMessage-Id: <x@example.org>\n") << true;
        QTest::newRow("blank before the colon") << QByteArray("Subject : x\n\n") << true;
        QTest::newRow("unknown only") << QByteArray("key: value\nother: value\n\nFrom: x\n") << false;
        QTest::newRow("prose") << QByteArray("Dear all,\nFrom: x\n") << false;
        QTest::newRow("folded first") << QByteArray("  From: x\n") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }

    void mailIsToldByItsHeader()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isMail);
        QCOMPARE(archive::looksLikeMail(bytes), isMail);
    }
};

QTEST_APPLESS_MAIN(TestRecognise)
#include "tst_recognise.moc"
