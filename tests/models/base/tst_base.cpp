// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/error.h"
#include "models/base/hostiletext.h"
#include "models/base/interner.h"
#include "models/base/isodate.h"
#include "models/base/result.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk::base;

class TestBase : public QObject
{
    Q_OBJECT

private slots:
    void anErrorNamesPlaceTextAndHint()
    {
        Error error{ErrorCode::Corrupt,
                    u"the pack is cut"_s,
                    {u"/a/0.git"_s, 0, u"0123456789abcdef"_s, 12, {}},
                    u"fetch again"_s};
        QCOMPARE(error.toString(),
                 u"/a/0.git, epoch 0, commit 0123456789ab, byte 12: the pack is cut (fetch again)"_s);
    }

    void aResultHoldsEitherValueOrError()
    {
        const Result<int> good = 7;
        QVERIFY(good);
        QCOMPARE(*good, 7);
        const Result<int> bad = Error{ErrorCode::NotFound, u"none"_s, {}, {}};
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::NotFound);
        const Result<void> nothing;
        QVERIFY(nothing);
    }

    void steeringCharactersAreShown()
    {
        QCOMPARE(visibleText(u"a\u202eb\x1b[2Jc\r\nd\te"_s),
                 u"a\u2039U+202E\u203ab\u2039ESC\u203a[2Jc\nd\te"_s);
        // Each by its own name: in a font without U+2400 they would all be the same box.
        QCOMPARE(visibleText(u"\a\b\f\v\x1f\x7f\u0085"_s), u"‹BEL›‹BS›‹FF›‹VT›‹US›‹DEL›‹U+0085›"_s);
        QCOMPARE(visibleText(QString(QChar(0))), u"‹NUL›"_s);
        QCOMPARE(visibleLine(u"a\nb\tc"_s), u"a b c"_s);
        const QString plain = u"plain \u00e9 \u65e5 \U0001f600"_s;
        QCOMPARE(visibleText(plain), plain);
    }

    void longTextIsShortenedBetweenCharacters()
    {
        QCOMPARE(shortened(u"abcd"_s, 4), u"abcd"_s);
        QCOMPARE(shortened(u"abcde"_s, 4), u"abc\u2026"_s);
        QCOMPARE(shortened(u"ab\U0001f600\U0001f600"_s, 4), u"ab\u2026"_s);
        QCOMPARE(shortened(u"ab"_s, 1), u"\u2026"_s);
    }

    void datesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("date") << u"2025-05-20"_s << u"2025-05-20T00:00:00Z"_s;
        QTest::newRow("time") << u"2025-05-20T18:26:35Z"_s << u"2025-05-20T18:26:35Z"_s;
        QTest::newRow("zone") << u"2025-05-20T18:26:35+02:00"_s << u"2025-05-20T16:26:35Z"_s;
        QTest::newRow("minutes") << u"2025-05-20 18:26"_s << u"2025-05-20T18:26:00Z"_s;
        QTest::newRow("yesterday") << u"yesterday"_s << u"2025-06-30T00:00:00Z"_s;
        QTest::newRow("days ago") << u"7.days.ago"_s << u"2025-06-24T12:00:00Z"_s;
        QTest::newRow("weeks ago") << u"2 weeks ago"_s << u"2025-06-17T12:00:00Z"_s;
        QTest::newRow("seconds") << u"@1751371200"_s << u"2025-07-01T12:00:00Z"_s;
        QTest::newRow("nonsense") << u"next tuesday"_s << QString();
        QTest::newRow("impossible") << u"2025-02-31"_s << QString();
    }
    void datesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto now = QDateTime::fromString(u"2025-07-01T12:00:00Z"_s, Qt::ISODate).toSecsSinceEpoch();
        const auto seconds = parseDate(text, now);
        QCOMPARE(seconds ? isoUtc(*seconds) : QString(), expected);
    }

    void internedValuesShareTheirData()
    {
        Interner<QString> interner;
        const QString a = interner(u"seanjc"_s + QString::number(1));
        const QString b = interner(u"seanjc"_s + QString::number(1));
        QVERIFY(a.constData() == b.constData());
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
