// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/versionsmodel.h"
#include "tests/support/headbuilder.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::items;
using tests::catalogFrom;

namespace {

/// A version a line: "v2 1/2 Bob, 3 replies, the same title and author *", * the one that is shown, -
/// superseded, ~ sent again.
QString printVersions(const VersionsModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto text = [&](int column) { return model.index(row, column).data().toString(); };
        QString line = text(VersionsModel::Version) + u' ' + text(VersionsModel::Patches) + u' ' +
                       text(VersionsModel::Author) + u' ' + text(VersionsModel::Replies);
        if (!text(VersionsModel::Joined).isEmpty())
            line += u", "_s + text(VersionsModel::Joined);
        const QModelIndex index = model.index(row, 0);
        line += index.data(DuplicateRole).toBool()    ? u" ~"_s
                : index.data(SupersededRole).toBool() ? u" -"_s
                                                      : QString();
        if (index.data(CurrentRole).toBool())
            line += u" *"_s;
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace

class TestVersionsModel : public QObject
{
    Q_OBJECT

private slots:
    void everyVersionIsARowNewestFirst();
    void anAnswerBelongsToTheSeriesItAnswers();
    void whatIsInNoSeriesHasNoVersions();
    void theEvidenceIsSaidInWords_data();
    void theEvidenceIsSaidInWords();
    void aRowLeadsToTheSamePatchOfItsVersion();
    void listenersHearWhatBecameOfAVersion();
    void titlesStandAboveTheirNumbers();
};

void TestVersionsModel::everyVersionIsARowNewestFirst()
{
    const auto catalog = catalogFrom(
        u"\"tidy\" @ada 0 1(re@bob+R re@carol) 2\n\"tidy\" @ada v2 0 1 - /2\n\"tidy\" @ada v3 0 1 2"_s);
    VersionsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSeries(catalog, catalog->find("2.1@example.org"));
    QCOMPARE(printVersions(model), u"v3 2/2 Ada 0, the same title and author\n"
                                   "v2 1/2 Ada 0, the same title and author - *\n"
                                   "v1 2/2 Ada 2 -"_s);
    QCOMPARE(model.currentRow(), 1);
    QCOMPARE(model.index(2, VersionsModel::Reviewed).data().toInt(), 1);
    QVERIFY(model.index(1, 0).data(IncompleteRole).toBool());
    QVERIFY(!model.index(3, 0).isValid());
}

void TestVersionsModel::anAnswerBelongsToTheSeriesItAnswers()
{
    const auto catalog = catalogFrom(u"\"tidy\" @ada 0 1(re@bob) 2\n\"tidy\" @ada v2 0 1 2"_s);
    VersionsModel model;
    model.setSeries(catalog, catalog->find("1.1.1@example.org"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.currentRow(), 1);
}

void TestVersionsModel::whatIsInNoSeriesHasNoVersions()
{
    const auto catalog = catalogFrom(u"\"tidy\" @ada 0 1\n\"how\" @bob other(re@ada)"_s);
    VersionsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSeries(catalog, catalog->find("1.1@example.org"));
    QCOMPARE(model.rowCount(), 1);
    model.setSeries(catalog, catalog->find("2.other.1@example.org"));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.currentRow(), -1);
    model.setSeries({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestVersionsModel::theEvidenceIsSaidInWords_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("words");
    QTest::newRow("change-id") << u"\"a\" @ada p change:x\n\"b\" @ada v2 p change:x"_s
                               << u"the same change-id"_s;
    QTest::newRow("title") << u"\"a\" @ada p\n\"a\" @ada v2 p"_s << u"the same title and author"_s;
    QTest::newRow("link") << u"\"a\" @ada p\n\"b\" @ada v2 p link:1"_s << u"a link to the version before"_s;
    QTest::newRow("reply") << u"\"a\" @ada p\n\"b\" @ada v2 p >1"_s
                           << u"sent in reply to the version before"_s;
    QTest::newRow("supersedes") << u"\"a\" @ada p\n\"b\" @ada v2 p supersedes:1"_s
                                << u"says that it supersedes the version before"_s;
}

void TestVersionsModel::theEvidenceIsSaidInWords()
{
    QFETCH(QString, lines);
    QFETCH(QString, words);
    const auto catalog = catalogFrom(lines);
    VersionsModel model;
    model.setSeries(catalog, catalog->find("2.p@example.org"));
    QCOMPARE(model.index(0, VersionsModel::Joined).data().toString(), words);
    QVERIFY(model.index(0, VersionsModel::Joined)
                .data(Qt::AccessibleTextRole)
                .toString()
                .startsWith(words + u": "_s));
}

void TestVersionsModel::aRowLeadsToTheSamePatchOfItsVersion()
{
    const auto catalog = catalogFrom(u"\"a\" @ada 0 1=x 2=y\n\"a\" @ada v2 0 1=y 2=z"_s);
    VersionsModel model;
    const auto leadsTo = [&](int row) {
        return catalog->message(base::MessageIndex(model.index(row, 0).data(MessageRole).toUInt())).messageId;
    };
    model.setSeries(catalog, catalog->find("1.2@example.org"));
    QCOMPARE(leadsTo(0), "2.1@example.org");
    QCOMPARE(leadsTo(1), "1.2@example.org");
    model.setSeries(catalog, catalog->find("1.0@example.org"));
    QCOMPARE(leadsTo(0), "2.0@example.org");
}

void TestVersionsModel::listenersHearWhatBecameOfAVersion()
{
    const auto catalog = catalogFrom(u"\"a\" @ada 1 2\n\"a\" @ada v2 1 - /2\n\"a\" @ada v2 resend 1 2"_s);
    VersionsModel model;
    model.setSeries(catalog, catalog->find("3.1@example.org"));
    const auto words = [&](int row, int column) {
        return model.index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(words(0, VersionsModel::Version), u"version 2, the newest, the one that is shown"_s);
    QCOMPARE(words(1, VersionsModel::Version), u"version 2, sent again since"_s);
    QCOMPARE(words(2, VersionsModel::Version), u"version 1, superseded"_s);
    QCOMPARE(words(1, VersionsModel::Patches), u"1 of 2 patches, incomplete"_s);
}

void TestVersionsModel::titlesStandAboveTheirNumbers()
{
    VersionsModel model;
    const auto catalog = catalogFrom(u"\"a\" @ada 1 2"_s);
    model.setSeries(catalog, catalog->find("1.1@example.org"));
    for (int column = 0; column < model.columnCount(); ++column)
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole),
                 model.index(0, column).data(Qt::TextAlignmentRole));
    QVERIFY(model.headerData(VersionsModel::Acked, Qt::Horizontal, Qt::TextAlignmentRole).isValid());
}

QTEST_GUILESS_MAIN(TestVersionsModel)
#include "tst_versionsmodel.moc"
