// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a line became different, and which line took the place of which.
#include <QTest>

#include "models/patch/intraline.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

/// The line with its marks: "int [-old-]x" and "int {+new+}x", as git diff --word-diff writes them.
QString marked(const QString &line, const QList<patch::LineSpan> &spans, const QString &open,
               const QString &close)
{
    QString out;
    qsizetype at = 0;
    for (const patch::LineSpan &span : spans) {
        out += line.mid(at, span.offset - at) + open + line.mid(span.offset, span.length) + close;
        at = span.offset + span.length;
    }
    return out + line.mid(at);
}

QStringList words(const QString &removed, const QString &added)
{
    const patch::ChangedWords words = patch::changedWords(removed, added);
    if (!words.alike)
        return {u"unlike"_s};
    return {marked(removed, words.removed, u"[-"_s, u"-]"_s), marked(added, words.added, u"{+"_s, u"+}"_s)};
}

QString without(const QString &line, const QList<patch::LineSpan> &spans)
{
    QString out;
    qsizetype at = 0;
    for (const patch::LineSpan &span : spans) {
        out += line.mid(at, span.offset - at);
        at = span.offset + span.length;
    }
    return out + line.mid(at);
}

bool sane(const QString &line, const QList<patch::LineSpan> &spans)
{
    qsizetype at = -1;
    for (const patch::LineSpan &span : spans) {
        const qsizetype end = qsizetype(span.offset) + span.length;
        if (span.offset <= at || span.length <= 0 || end > line.size())
            return false;
        if (line[span.offset].isLowSurrogate() && span.offset > 0 && line[span.offset - 1].isHighSurrogate())
            return false;
        if (end < line.size() && line[end].isLowSurrogate() && line[end - 1].isHighSurrogate())
            return false;
        at = end;
    }
    return true;
}

QList<qint32> pairs(const QStringList &removed, const QStringList &added)
{
    return patch::pairLines({removed.begin(), removed.end()}, {added.begin(), added.end()});
}

QString randomLine(QRandomGenerator &random)
{
    static const QStringList words = {u"int"_s, u"ret"_s,   u" "_s,  u"\t"_s,   u"("_s, u")"_s,  u";"_s,
                                      u"hv_"_s, u"ärger"_s, u"雨"_s, u"🦔"_s, u"é"_s, u"->"_s, u"0x1f"_s};
    QString line;
    for (quint32 i = random.bounded(14); i > 0; --i)
        line += words[random.bounded(words.size())];
    // A half of a pair is what a hostile or cut text may hold.
    if (random.bounded(20) == 0)
        line += QChar(0xd83e);
    return line;
}

} // namespace

class TestIntraline : public QObject
{
    Q_OBJECT

private slots:
    void wordsThatChangedAreMarked_data()
    {
        QTest::addColumn<QString>("removed");
        QTest::addColumn<QString>("added");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char16_t *removed, const char16_t *added,
                            const QStringList &expected) {
            QTest::newRow(name) << QString::fromUtf16(removed) << QString::fromUtf16(added) << expected;
        };
        row("a word in the middle", u"\tif (old_state == IDLE)", u"\tif (new_state == IDLE)",
            {u"\tif ([-old_state-] == IDLE)"_s, u"\tif ({+new_state+} == IDLE)"_s});
        row("a word is one even where only a letter differs", u"vmbus_open(channel);",
            u"vmbus_opens(channel);", {u"[-vmbus_open-](channel);"_s, u"{+vmbus_opens+}(channel);"_s});
        row("something that was added", u"int frob(int a)", u"static int frob(int a)",
            {u"int frob(int a)"_s, u"{+static +}int frob(int a)"_s});
        row("something that was removed at the end", u"return ret; /* done */", u"return ret;",
            {u"return ret;[- /* done */-]"_s, u"return ret;"_s});
        row("two places", u"for (i = 0; i < count; i++)", u"for (j = 0; i < limit; i++)",
            {u"for ([-i-] = 0; i < [-count-]; i++)"_s, u"for ({+j+} = 0; i < {+limit+}; i++)"_s});
        row("indentation", u"\treturn ret;", u"\t\treturn ret;",
            {u"\treturn ret;"_s, u"\t{+\t+}return ret;"_s});
        row("blanks at the end", u"return ret; ", u"return ret;", {u"return ret;[- -]"_s, u"return ret;"_s});
        row("a sign", u"if (flags & MASK)", u"if (flags | MASK)",
            {u"if (flags [-&-] MASK)"_s, u"if (flags {+|+} MASK)"_s});
        row("scraps between changes are changed", u"copy(first, second) and leave it there",
            u"copy(third, fourth) and leave it there",
            {u"copy([-first, second-]) and leave it there"_s,
             u"copy({+third, fourth+}) and leave it there"_s});
        row("ideographs are words each", u"今日は雨です", u"今日は雪です",
            {u"今日は[-雨-]です"_s, u"今日は{+雪+}です"_s});
        row("characters beyond the basic plane stay whole", u"a 🦔 b c d", u"a 🦊 b c d",
            {u"a [-🦔-] b c d"_s, u"a {+🦊+} b c d"_s});
        row("nothing changed", u"same", u"same", {u"same"_s, u"same"_s});
        row("blank lines", u"\t", u"", {u"[-\t-]"_s, u""_s});
        row("nothing in common", u"mutex_lock(&dev->lock);", u"return -ENODEV;", {u"unlike"_s});
        row("brackets alone are nothing in common", u"foo(a, b);", u"bar(c, d);", {u"unlike"_s});
    }
    void wordsThatChangedAreMarked()
    {
        QFETCH(QString, removed);
        QFETCH(QString, added);
        QFETCH(QStringList, expected);
        QCOMPARE(words(removed, added), expected);
    }

    void withoutTheMarksBothLinesReadTheSame()
    {
        QRandomGenerator random(20250520);
        int alike = 0;
        for (int i = 0; i < 20'000; ++i) {
            const QString removed = randomLine(random);
            QString added = randomLine(random);
            if (random.bounded(2) == 0) {
                added = removed;
                added.insert(qsizetype(random.bounded(quint32(removed.size()) + 1)), randomLine(random));
            }
            const patch::ChangedWords words = patch::changedWords(removed, added);
            QVERIFY(sane(removed, words.removed));
            QVERIFY(sane(added, words.added));
            if (words.alike) {
                ++alike;
                QCOMPARE(without(removed, words.removed), without(added, words.added));
            } else {
                QVERIFY(words.removed.isEmpty() && words.added.isEmpty());
            }
        }
        QVERIFY(alike > 5'000);
    }

    void equalLinesHaveNoMarksAndComparingIsSymmetric()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2'000; ++i) {
            const QString line = randomLine(random);
            QCOMPARE(patch::changedWords(line, line), (patch::ChangedWords{true, {}, {}}));
            const QString other = randomLine(random);
            QCOMPARE(patch::changedWords(line, other).alike, patch::changedWords(other, line).alike);
        }
    }

    void hugeLinesAreComparedInBoundedWork()
    {
        // A million characters each: what lies between the first and the last change is one mark.
        const QString common = u"word "_s.repeated(100'000);
        const QString removed = common + u"a1 b1 "_s.repeated(100'000) + common;
        const QString added = common + u"a2 b2 "_s.repeated(100'000) + common;
        const patch::ChangedWords words = patch::changedWords(removed, added);
        QVERIFY(words.alike);
        QCOMPARE(words.removed.size(), 1);
        QCOMPARE(words.removed[0].offset, common.size());
        QCOMPARE(without(removed, words.removed), without(added, words.added));
        QVERIFY(!patch::changedWords(QString(1'000'000, u'('), QString(1'000'000, u')')).alike);
    }

    void linesArePairedByLikeness()
    {
        // An added comment and a changed call: the call is the same line, wherever it went.
        QCOMPARE(pairs({u"\tret = vmbus_open(chan, 0);"_s},
                       {u"\t/* The ring must be there. */"_s, u"\tret = vmbus_open(chan, size);"_s}),
                 QList<qint32>{1});
        QCOMPARE(pairs({u"int first(void)"_s, u"int gone_for_good;"_s, u"int third(long x)"_s},
                       {u"int first(int y)"_s, u"int third(long x, int y)"_s}),
                 (QList<qint32>{0, -1, 1}));
        QCOMPARE(pairs({u"completely"_s}, {u"different"_s}), QList<qint32>{-1});
        // The better pair wins over the first.
        QCOMPARE(pairs({u"call(alpha, beta, gamma);"_s},
                       {u"call(delta, beta, epsilon);"_s, u"call(alpha, beta, zeta);"_s}),
                 QList<qint32>{1});
        QCOMPARE(pairs({}, {u"x"_s}), QList<qint32>());
        QCOMPARE(pairs({u"x"_s}, {}), QList<qint32>{-1});
    }

    void pairsNeverCross()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 300; ++i) {
            QStringList removed;
            QStringList added;
            for (quint32 n = random.bounded(30); n > 0; --n)
                removed += randomLine(random);
            for (quint32 n = random.bounded(30); n > 0; --n)
                added += random.bounded(3) == 0 && !removed.isEmpty()
                             ? removed[qsizetype(random.bounded(quint32(removed.size())))]
                             : randomLine(random);
            qint32 last = -1;
            const QList<qint32> partners = pairs(removed, added);
            QCOMPARE(partners.size(), removed.size());
            for (const qint32 partner : partners) {
                QVERIFY(partner == -1 || (partner > last && partner < added.size()));
                last = std::max(last, partner);
            }
        }
    }

    void largeBlocksArePairedNearTheDiagonalAndHugeOnesNotAtAll()
    {
        const auto lines = [](int count, const QString &what) {
            QStringList lines;
            for (int i = 0; i < count; ++i)
                lines += u"\t.entry_%1 = %2,"_s.arg(i).arg(what);
            return lines;
        };
        const QList<qint32> even = pairs(lines(10'000, u"OLD"_s), lines(10'000, u"NEW"_s));
        for (qsizetype i = 0; i < even.size(); ++i)
            QCOMPARE(even[i], qint32(i));
        for (const auto &[n, m] : {std::pair(3, 19'000), std::pair(19'000, 3), std::pair(1'000, 7'777)})
            QCOMPARE(pairs(lines(n, u"OLD"_s), lines(m, u"NEW"_s)).size(), n);
        QCOMPARE(pairs(lines(15'000, u"OLD"_s), lines(15'000, u"NEW"_s)).count(-1), 15'000);
        // Lines of a million characters are looked at from their beginnings alone.
        const QString longLine = u"word "_s.repeated(200'000);
        QCOMPARE(pairs(QStringList(20, longLine), QStringList(20, longLine)).count(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestIntraline)
#include "tst_intraline.moc"
