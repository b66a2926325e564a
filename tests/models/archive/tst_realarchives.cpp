// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/archive/listing.h"
#include "tests/support/shared.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::Opened;
using tests::sharedPath;

namespace {

/// Message-IDs of whole messages; enough of a reader for well-formed mail.
QStringList messageIds(const QByteArrayList &messages)
{
    QStringList ids;
    for (const QByteArray &message : messages) {
        const QByteArray header = '\n' + message.left(message.indexOf("\n\n"));
        const qsizetype field = header.toLower().indexOf("\nmessage-id:");
        const qsizetype begin = header.indexOf('<', field) + 1;
        ids << QString::fromUtf8(header.mid(begin, header.indexOf('>', begin) - begin));
    }
    return ids;
}

} // namespace

class TestRealArchives : public QObject
{
    Q_OBJECT

private slots:
    void bothInboxesOfPublicInboxHoldTheLiveMessages()
    {
        const QString archive = sharedPath(u"archives/public-inbox-made.tar.gz"_s);
        if (archive.isEmpty())
            QSKIP("the shared archives are not here");
        QTemporaryDir directory;
        QCOMPARE(QProcess::execute(u"tar"_s, {u"xzf"_s, archive, u"-C"_s, directory.path()}), 0);
        const QString made = directory.filePath(u"public-inbox-made"_s);
        QFile file(made + "/expected.json"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList live;
        for (const QJsonValue &id :
             QJsonDocument::fromJson(file.readAll()).object().value(u"live"_s).toArray())
            live << id.toString();
        live.sort();
        QCOMPARE(live.size(), 41);
        for (const QString &inbox : {u"/v1.git"_s, u"/v2"_s, u"/v2/all.git"_s, u"/v2/git/0.git"_s}) {
            const Opened opened(made + inbox);
            QStringList ids = messageIds(opened.messages());
            ids.sort();
            QCOMPARE(ids, live);
            QCOMPARE(opened.problems(), QString());
        }
    }

    void theWindowIsTheSameAsMboxAndAsRange()
    {
        const QString epoch = sharedPath(u"seed/kvm-window.git"_s);
        if (epoch.isEmpty())
            QSKIP("the shared seed is not here");
        const Opened range(epoch, {u"a6e8d792"_s, u"280157597"_s});
        const Opened mbox(sharedPath(u"seed/kvm-window.mbox"_s));
        QCOMPARE(range.listing.entries.size(), std::size_t(66));
        QCOMPARE(mbox.listing.dialect, u"mboxrd"_s);
        QCOMPARE(mbox.messages(), range.messages());
        QCOMPARE(range.problems() + mbox.problems(), QString());
    }

    void realInboxesAreListedWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("messages");
        QTest::newRow("two epochs") << u"archives/hyperv-2025q2"_s << 688 + 613;
        QTest::newRow("one epoch") << u"archives/linux-hyperv"_s << 26431;
    }

    void realInboxesAreListedWhole()
    {
        QFETCH(QString, name);
        QFETCH(int, messages);
        const QString path = sharedPath(name);
        if (path.isEmpty())
            QSKIP("the shared archives are not here");
        const Opened opened(path);
        QCOMPARE(opened.listing.entries.size(), std::size_t(messages));
        QCOMPARE(opened.problems(), QString());
    }
};

QTEST_GUILESS_MAIN(TestRealArchives)
#include "tst_realarchives.moc"
