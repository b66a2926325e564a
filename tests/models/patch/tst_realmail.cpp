// SPDX-License-Identifier: GPL-3.0-or-later
// Holds subjects, messages and trailers against what trusted tools made of real mail, where that material
// lies beside the checkout.
#include "models/patch/patch.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList shown(const QList<patch::Trailer> &trailers)
{
    QStringList lines;
    for (const patch::Trailer &trailer : trailers)
        lines << trailer.toString().trimmed();
    return lines;
}

} // namespace

class TestRealMail : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }
    void readsMessages();
    void readsTrailers();
};

void TestRealMail::readsMessages()
{
    const QString kit = tests::sharedPath(u"conformance/mailinfo"_s);
    if (kit.isEmpty())
        QSKIP("no conformance kit beside the checkout");
    int count = 0;
    for (const QString &name : QDir(kit).entryList({u"*.eml"_s})) {
        const QString path = kit + u'/' + name;
        const QJsonObject want = QJsonDocument::fromJson(contents(path.chopped(3) + u"json"_s)).object();
        const patch::ReadMessage read = patch::readMessage(contents(path));
        const QJsonObject soft = want[u"disagree"_s].toObject();
        const auto hard = [&](const QString &field) { return want.contains(field) && !soft.contains(field); };
        if (hard(u"message_id"_s))
            QVERIFY2(QString::fromUtf8(read.message.messageId) == want[u"message_id"_s].toString(),
                     qUtf8Printable(name));
        if (hard(u"subject"_s))
            QVERIFY2(read.message.subject == want[u"subject"_s].toString(), qUtf8Printable(name));
        if (hard(u"author_email"_s))
            QVERIFY2(read.patch.author.address == want[u"author_email"_s].toString(), qUtf8Printable(name));
        if (hard(u"date_utc"_s) && want[u"date_utc"_s].isString())
            QVERIFY2(read.message.date && base::isoUtc(*read.message.date) == want[u"date_utc"_s].toString(),
                     qUtf8Printable(name));
        const QString id = want[u"patch"_s].toObject()[u"patch_id"_s].toString();
        if (!id.isEmpty() && !soft.contains(u"body"_s) && !want[u"note"_s].toString().contains(u"flowed"_s))
            QVERIFY2(QString::fromLatin1(read.patch.patchId) == id, qUtf8Printable(name));
        ++count;
    }
    QVERIFY(count > 0);
}

void TestRealMail::readsTrailers()
{
    const QString kit = tests::sharedPath(u"conformance/trailers"_s);
    if (kit.isEmpty())
        QSKIP("no conformance kit beside the checkout");
    int count = 0;
    for (const QString &name : QDir(kit).entryList({u"*.eml"_s})) {
        const QString path = kit + u'/' + name;
        const QJsonObject want = QJsonDocument::fromJson(contents(path.chopped(3) + u"json"_s)).object();
        if (!want[u"disagree"_s].toArray().isEmpty())
            continue;
        const QJsonObject expected = want[u"expected"_s].toObject();
        const patch::ReadMessage read = patch::readMessage(contents(path));
        const bool reply = expected.contains(u"accepted"_s);
        QStringList wanted;
        for (const QJsonValue &value : expected[reply ? u"accepted"_s : u"trailers"_s].toArray())
            wanted << value.toString().trimmed();
        QStringList got = shown(reply ? read.patch.followUp.accepted : read.patch.trailers);
        if (reply) {
            wanted.sort();
            got.sort();
        }
        QVERIFY2(got == wanted, qUtf8Printable(name + u": "_s + got.join(u" | "_s)));
        ++count;
    }
    QVERIFY(count > 0);
}

QTEST_GUILESS_MAIN(TestRealMail)
#include "tst_realmail.moc"
