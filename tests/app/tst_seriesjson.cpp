// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include "app/cli/seriesjson.h" // after it: moc stumbles over <concepts> otherwise

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;

namespace {

QJsonObject parsed(const catalog::Catalog &catalog)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(app::seriesJson(catalog), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning() << error.errorString();
    return document.object();
}

} // namespace

class TestSeriesJson : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyCatalogIsAnEmptyDocument()
    {
        const QJsonObject document = parsed(*catalogFrom(QString()));
        QVERIFY(document.value(u"series"_s).isArray() && document.value(u"problems"_s).isArray());
        QCOMPARE(document.value(u"series"_s).toArray().size(), 0);
    }

    void everyVersionIsAnEntryNewestFirst()
    {
        const QJsonArray all = parsed(*catalogFrom(
            u"\"a\" 0(re@bob+A) 1 2(re@bob+R!carol)\n\"a\" >1 v2 @ada 0 1@bob - /2"_s))[u"series"_s]
                                   .toArray();
        QCOMPARE(all.size(), 2);
        const QJsonObject newest = all[0].toObject(), oldest = all[1].toObject();
        QCOMPARE(newest[u"version"_s].toInt(), 2);
        QCOMPARE(newest[u"total"_s].toInt(), 2);
        QCOMPARE(newest[u"complete"_s].toBool(true), false);
        QCOMPARE(newest[u"have_cover"_s].toBool(), true);
        QCOMPARE(newest[u"joined_by"_s].toString(), u"title"_s);
        QCOMPARE(newest[u"earlier"_s].toArray(), QJsonArray{u"1.0@example.org"_s});
        QCOMPARE(newest[u"author"_s].toString(), u"Ada <ada@example.org>"_s);
        QCOMPARE(newest[u"date_utc"_s].toString(), u"2025-03-02T12:00:00Z"_s);
        QCOMPARE(newest[u"patches"_s].toArray().size(),
                 2); // the cover and one patch: what is missing is not listed

        QCOMPARE(oldest[u"earlier"_s].toArray().size(), 0);
        QCOMPARE(oldest[u"joined_by"_s].toString(), QString());
        const QJsonObject second = oldest[u"patches"_s].toArray()[2].toObject();
        QCOMPARE(second[u"index"_s].toInt(), 2);
        QCOMPARE(second[u"message_id"_s].toString(), u"1.2@example.org"_s);
        QCOMPARE(second[u"title"_s].toString(), u"a, part 2"_s);
        QCOMPARE(second[u"subject"_s].toString(), u"[PATCH 2/2] a, part 2"_s);
        QCOMPARE(second[u"trailers"_s].toArray(), QJsonArray{u"Signed-off-by: Ada <ada@example.org>"_s});
        QCOMPARE(second[u"collected"_s].toArray(), QJsonArray{u"Acked-by: Bob <bob@example.org>"_s});
        QCOMPARE(second[u"mismatched"_s].toArray(), QJsonArray{u"Reviewed-by: Carol <carol@example.org>"_s});
    }

    void whatJoinedTwoVersionsIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("joined");
        QTest::newRow("change-id") << u"\"a\" change:x 0 1\n\"b\" v2 change:x 0 1"_s << u"change-id x"_s;
        QTest::newRow("title") << u"\"a\" 0 1\n\"a\" v2 0 1"_s << u"title a"_s;
        QTest::newRow("link") << u"\"a\" 0 1\n\"b\" v2 link:1 0 1"_s << u"link 1.0@example.org"_s;
        QTest::newRow("answer") << u"\"a\" 0 1\n\"b\" v2 >1.1 0 1"_s << u"in-reply-to 1.1@example.org"_s;
        QTest::newRow("Supersedes") << u"\"a\" 0 1\n\"b\" @bob supersedes:1 0 1"_s
                                    << u"supersedes 1.0@example.org"_s;
        QTest::newRow("overlap") << u"\"a\" 0 1=x 2=y\n\"b\" v2 0 1=x 2=z"_s << u"overlap 1 of 2 patches"_s;
        QTest::newRow("nothing") << u"\"a\" 0 1\n\"b\" v2 0 1"_s << u" "_s;
    }

    void whatJoinedTwoVersionsIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, joined);
        const QJsonObject newest = parsed(*catalogFrom(text))[u"series"_s].toArray()[0].toObject();
        QCOMPARE(newest[u"joined_by"_s].toString() + u' ' + newest[u"joined_by_evidence"_s].toString(),
                 joined);
    }

    void aPatchThatWasSentTwiceIsNamed()
    {
        const QJsonObject patch = parsed(*catalogFrom(u"1 2 2"_s))[u"series"_s]
                                      .toArray()[0]
                                      .toObject()[u"patches"_s]
                                      .toArray()[1]
                                      .toObject();
        QCOMPARE(patch[u"message_id"_s].toString(), u"1.2@example.org"_s);
        QCOMPARE(patch[u"duplicates"_s].toArray(), QJsonArray{u"1.2~2@example.org"_s});
    }

    void aPatchFilledFromTheVersionBeforeSaysSo()
    {
        const QJsonArray patches = parsed(*catalogFrom(u"0 1 2\n>1.2 v2 2"_s))[u"series"_s]
                                       .toArray()[0]
                                       .toObject()[u"patches"_s]
                                       .toArray();
        QCOMPARE(patches[0].toObject()[u"from_earlier_version"_s].toBool(), true);
        QVERIFY(!patches[1].toObject().contains(u"from_earlier_version"_s));
    }

    void problemsAreNamed()
    {
        const auto catalog =
            catalog::Catalog::build({}, {}, {{u"it is cut"_s, {u"/a.mbox"_s, -1, {}, 7, {}}, {}}});
        QCOMPARE(parsed(*catalog)[u"problems"_s].toArray(), QJsonArray{u"/a.mbox, byte 7: it is cut"_s});
    }

    void theTableHasALineASeries()
    {
        const QStringList lines =
            app::seriesTable(
                *catalogFrom(u"\"tidy\" @ada 0 1(re@bob+R) - /2\n\"fix\" @bob v2 rfc p\n\"news\" gitpull"_s))
                .split(u'\n');
        QCOMPARE(lines.size(), 5); // with the header, and nothing behind the last line end
        QCOMPARE(lines[1], u"2025-03-03  v1      pull    -/-/-    Ada                   news"_s);
        QCOMPARE(lines[2], u"2025-03-02  RFC v2  1/1     -/-/-    Bob                   fix"_s);
        QCOMPARE(lines[3], u"2025-03-01  v1      1/2     -/1/-    Ada                   tidy"_s);
    }

    void theTableIsNotSteeredByMail()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np"_s);
        heads[0].prefix.title = u"a\x1b[2J\nb"_s;
        heads[1].author.name = u"A name that is much too long for its column"_s;
        const QString table = app::seriesTable(*catalog::Catalog::build({}, heads, {}));
        QVERIFY(!table.contains(u'\x1b'));
        QCOMPARE(table.count(u'\n'), 3);
        QVERIFY(table.contains(u"A name that is much…  series 2\n"_s));
    }

    void wideCharactersKeepTheColumnsAligned()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p"_s);
        heads[0].author.name = u"\u5f20\u4e09"_s;
        const QString table = app::seriesTable(*catalog::Catalog::build({}, heads, {}));
        QVERIFY(table.contains(u"\u5f20\u4e09"_s + QString(16, u' ') + "  series 1\n"_L1));
    }
};

QTEST_APPLESS_MAIN(TestSeriesJson)
#include "tst_seriesjson.moc"
