// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/versionchoice.h"
#include "tests/support/headbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using catalog::VersionNumber;
using tests::catalogFrom;

namespace {

/// The Message-ID of what stands for the version that is chosen, without its domain, or the error.
QString chosen(const QString &list, const char *id, std::optional<VersionNumber> wanted = std::nullopt)
{
    const auto catalog = catalogFrom(list);
    const auto series = catalog::chooseVersion(*catalog, id, wanted);
    if (!series)
        return series.error().text + ": "_L1 + series.error().hint;
    const series::PatchSeries &one = catalog->series(*series);
    return catalog::versionName(one) + u' ' +
           QString::fromUtf8(catalog->message(one.head()).messageId).section(u'@', 0, 0);
}

const auto ThreeVersions = u"\"a\" 0 1(re(re)) 2\n\"a\" v2 0 1 2\n\"a\" v3 0 1 2\nother"_s;

} // namespace

class TestVersionChoice : public QObject
{
    Q_OBJECT

private slots:
    void theNewestVersionIsChosenWhateverMessageIsNamed_data();
    void theNewestVersionIsChosenWhateverMessageIsNamed();
    void aVersionThatIsAskedForIsChosen();
    void aVersionThatThereIsNotNamesThoseThereAre();
    void theHighestNumberIsNewestNotTheLatestDate();
    void ofAResendTheCompleteOneIsChosenThenTheOneNamed();
    void partsOfAVersionComeBehindIt();
    void whatBelongsToNoSeriesIsAnError();
};

void TestVersionChoice::theNewestVersionIsChosenWhateverMessageIsNamed_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {"1.0", "1.1", "1.1.1", "1.1.1.1", "2.2", "3.0", " <3.1"})
        QTest::newRow(id) << QByteArray(id) + "@example.org" + (id[0] == ' ' ? "> " : "");
}

void TestVersionChoice::theNewestVersionIsChosenWhateverMessageIsNamed()
{
    QFETCH(const QByteArray, id);
    QCOMPARE(chosen(ThreeVersions, id.constData()), u"v3 3.0"_s);
}

void TestVersionChoice::aVersionThatIsAskedForIsChosen()
{
    QCOMPARE(chosen(ThreeVersions, "3.1@example.org", VersionNumber{1, {}}), u"v1 1.0"_s);
    QCOMPARE(chosen(ThreeVersions, "1.1@example.org", VersionNumber{2, {}}), u"v2 2.0"_s);
}

void TestVersionChoice::aVersionThatThereIsNotNamesThoseThereAre()
{
    QCOMPARE(chosen(ThreeVersions, "1.1@example.org", VersionNumber{7, {}}),
             u"the series has no v7: there is v1, v2, v3"_s);
    QCOMPARE(chosen(ThreeVersions, "1.1@example.org", VersionNumber{2, 1}),
             u"the series has no v2.1: there is v1, v2, v3"_s);
}

void TestVersionChoice::theHighestNumberIsNewestNotTheLatestDate()
{
    // v2 was sent again to another list a week after v3.
    QCOMPARE(chosen(u"\"a\" 0 1=x\n\"a\" v3 0 1=y\n\"a\" resend v2 0 1=z"_s, "1.0@example.org"), u"v3 2.0"_s);
}

void TestVersionChoice::ofAResendTheCompleteOneIsChosenThenTheOneNamed()
{
    QCOMPARE(chosen(u"\"a\" 0 1 2\n\"a\" resend +1h 0 1 - /2"_s, "2.1@example.org"), u"v1 1.0"_s);
    QCOMPARE(chosen(u"\"a\" 0 1 2\n\"a\" resend +1h 0 1 2"_s, "1.1@example.org"), u"v1 1.0"_s);
    QCOMPARE(chosen(u"\"a\" 0 1 2\n\"a\" resend +1h 0 1 2"_s, "2.1@example.org"), u"v1 2.0"_s);
}

void TestVersionChoice::partsOfAVersionComeBehindIt()
{
    const auto list = u"\"a\" v3 0 1 2\n\"a\" >1.2 v3.1 2"_s;
    QCOMPARE(chosen(list, "1.0@example.org"), u"v3.1 2.2"_s);
    QCOMPARE(chosen(list, "1.0@example.org", VersionNumber{3, {}}), u"v3 1.0"_s); // as it was posted
    QCOMPARE(chosen(list, "1.0@example.org", VersionNumber{3, 1}), u"v3.1 2.2"_s);
    QCOMPARE(chosen(list, "2.2@example.org", VersionNumber{3, 0}), u"v3 1.0"_s);
}

void TestVersionChoice::whatBelongsToNoSeriesIsAnError()
{
    QVERIFY(chosen(ThreeVersions, "4.other@example.org")
                .startsWith("that message belongs to no patch series"_L1));
    QVERIFY(chosen(ThreeVersions, "nobody@example.org").startsWith("there is no message"_L1));
    QVERIFY(chosen(ThreeVersions, "").startsWith("there is no message"_L1));
    const auto catalog = catalogFrom(ThreeVersions);
    const auto none = catalog::chooseVersion(*catalog, "nobody@example.org", std::nullopt);
    QCOMPARE(none.error().code, base::ErrorCode::NoSuchMessage);
    QCOMPARE(none.error().place.messageId, u"nobody@example.org"_s);
}

QTEST_APPLESS_MAIN(TestVersionChoice)
#include "tst_versionchoice.moc"
