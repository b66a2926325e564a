// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include "models/series/lineage.h" // after it: moc stumbles over <concepts> otherwise

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;
using tests::printLineages;

class TestLineage : public QObject
{
    Q_OBJECT

private slots:
    void versionsAreJoined_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("lineages");

        QTest::newRow("by change-id, whatever else changed")
            << u"\"a\" change:x 0 1\n\"b\" @bob v2 change:x 0 1"_s << u"v2(change-id) v1"_s;
        QTest::newRow("by title and author")
            << u"\"a\" 0 1\n\"A\" v2 0 1 2\n\"a\" v3 0 1"_s << u"v3(title) v2(title) v1"_s;
        QTest::newRow("not by title alone") << u"\"a\" p\n\"a\" @bob v2 p"_s << u"v1\nv2"_s;
        QTest::newRow("by a link") << u"\"a\" 0 1\n\"b\" v2 link:1 0 1"_s << u"v2(link) v1"_s;
        QTest::newRow("not by a link to somebody else's")
            << u"\"a\" 0 1\n\"b\" @bob v2 link:1 0 1"_s << u"v1\nv2"_s;
        QTest::newRow("not by a link to a higher version")
            << u"\"a\" v3 0 1\n\"b\" v2 link:1 0 1"_s << u"v3\nv2"_s;
        QTest::newRow("by an answer") << u"\"a\" 0 1\n\"b\" v2 >1.1 0 1"_s << u"v2(in-reply-to) v1"_s;
        QTest::newRow("by Supersedes")
            << u"\"a\" 0 1\n\"b\" @bob supersedes:1 0 1"_s << u"v1(supersedes) v1"_s;
        QTest::newRow("by the same patches")
            << u"\"a\" 0 1=x 2=y\n\"b\" @bob v2 0 1=x 2=y"_s << u"v2(overlap) v1"_s;
        QTest::newRow("by half of the patches")
            << u"\"a\" 0 1=x 2=y\n\"b\" v2 0 1=x 2=z"_s << u"v2(overlap) v1"_s;
        QTest::newRow("not by few of them")
            << u"\"a\" 0 1=p 2=q 3=r 4=s\n\"b\" v2 0 1=p 2=w 3=x 4=y"_s << u"v1\nv2"_s;
        QTest::newRow("a resend stands beside") << u"\"a\" p=x\n\"a\" resend p=x"_s << u"v1(title) v1"_s;
        QTest::newRow("a cover that went out alone first")
            << u"\"a\" 0 /2\n\"a\" +1h 0 1 2"_s << u"v1(title) v1"_s;
        QTest::newRow("the same title years later starts anew")
            << u"\"a\" p\n\"a\" v2 p\n\"a\" +400d p\n\"a\" v2 p"_s << u"v2(title) v1\nv2(title) v1"_s;
        QTest::newRow("a link beats a title that only looks alike")
            << u"\"a\" 0 1\n\"b\" 0 1\n\"b\" v2 link:1 0 1"_s << u"v2(link) v1\nv1"_s;
        QTest::newRow("parts of a version come between")
            << u"\"a\" 0 1\n\"a\" v2 0 1\n\"a\" v1.1 1"_s << u"v2(title) v1\nv1.1"_s;
        QTest::newRow("versions may be missing") << u"\"a\" p\n\"a\" v4 p"_s << u"v4(title) v1"_s;
        QTest::newRow("unrelated") << u"p\np\nv2 p"_s << u"v1\nv1\nv2"_s;
    }

    void versionsAreJoined()
    {
        QFETCH(QString, text);
        QFETCH(QString, lineages);
        QCOMPARE(printLineages(*catalogFrom(text)), lineages);
    }

    void theNewestIsTheHighestNumberNotTheLatestDate()
    {
        const auto catalog = catalogFrom(u"\"a\" v2 p\n\"a\" +2h p"_s); // v1 sent by a clock that is late
        QCOMPARE(printLineages(*catalog), u"v2(title) v1"_s);
        QCOMPARE(catalog->series(catalog->lineages().front().versions.front()).version, 2);
    }

    void everySeriesKnowsItsLineage()
    {
        const auto catalog = catalogFrom(u"\"a\" p\n\"b\" p\n\"a\" v2 p"_s);
        QCOMPARE(catalog->series().at(0).lineage, catalog->series().at(2).lineage);
        QVERIFY(catalog->series().at(0).lineage != catalog->series().at(1).lineage);
    }

    void titlesAreComparedWithoutTheirVersion()
    {
        using series::normalisedTitle;
        QCOMPARE(normalisedTitle(u"net: Tidy  it (v3)"_s), u"net: tidy it"_s);
        QCOMPARE(normalisedTitle(u"net: tidy it, v12."_s), u"net: tidy it"_s);
        QCOMPARE(normalisedTitle(u"media: add av1"_s), u"media: add av1"_s);
        QCOMPARE(normalisedTitle(u"v2"_s), u"v2"_s);
        QCOMPARE(normalisedTitle(u" \tTidy\n the  FROB "_s), u"tidy the frob"_s);
        QCOMPARE(normalisedTitle(u"\u00c4ndere  das"_s), u"\u00e4ndere das"_s);
        QCOMPARE(normalisedTitle(u""_s), QString());
    }
};

QTEST_APPLESS_MAIN(TestLineage)
#include "tst_lineage.moc"
