// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/query.h"
#include "models/store/querydate.h"

#include <QTest>

using namespace loredesk;
using namespace Qt::StringLiterals;
using store::MarkedRange;
using store::parseQuery;
using store::parseTimeRange;
using store::parseTypedQuery;
using store::Query;
using store::QueryProblem;

namespace {

constexpr base::UnixSeconds Now = 1747765595; // 2025-05-20T18:26:35Z, a Tuesday

QString parsed(const QString &text)
{
    const auto result = parseQuery(text, Now);
    if (const auto *problem = std::get_if<QueryProblem>(&result))
        return u"error at %1+%2"_s.arg(problem->offset).arg(problem->length);
    return QString::fromUtf8(std::get<Query>(result).toString());
}

QueryProblem problemOf(const QString &text)
{
    const auto result = parseQuery(text, Now);
    const auto *problem = std::get_if<QueryProblem>(&result);
    return problem ? *problem : QueryProblem{-1, -1, u"none"_s};
}

Query queryOf(const QString &text)
{
    return std::get<Query>(parseQuery(text, Now));
}

} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedStandsForLongerWordsToo()
    {
        const auto typed = [](const QString &text) {
            return std::get<Query>(parseTypedQuery(text, Now)).toString();
        };
        // Whichever word is the last, finished or not.
        QCOMPARE(typed(u"s:mshv f:kelley"_s), "(and s\"mshv\"* f\"kelley\"*)");
        QCOMPARE(typed(u"f:kelley s:mshv "_s), "(and f\"kelley\"* s\"mshv\"*)");
        QCOMPARE(typed(u"(fix OR mend) -net"_s), "(and (or \"fix\"* \"mend\"*) (not \"net\"*))");
        QCOMPARE(typed(u"kvm-s390"_s), "\"kvm s390\"*");
        // In quotes it stands for itself; a letter begins too many, and an end that is written is one.
        QCOMPARE(typed(u"\"mshv\" s:\"a b\""_s), "(and \"mshv\" s\"a b\")");
        QCOMPARE(typed(u"a bc"_s), "(and \"a\" \"bc\"*)");
        QCOMPARE(typed(u"hv_init()"_s), "\"hv_init\"");
        QCOMPARE(typed(u"fix*"_s), "\"fix\"*");
        QVERIFY(std::holds_alternative<QueryProblem>(parseTypedQuery(u"a*"_s, Now)));
        QCOMPARE(typed(u"is:patch version:>=3"_s), queryOf(u"is:patch version:>=3"_s).toString());
    }

    void queriesAreReadAsWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        const auto row = [](const char *text, const char *query) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(query);
        };
        row("", "");
        row("  \t\n", "");
        row("Fix", "\"fix\"");
        row("a b c", "(and \"a\" \"b\" \"c\")");
        row("a AND b", "(and \"a\" \"b\")");
        row("a OR b c OR d", "(or \"a\" (and \"b\" \"c\") \"d\")");
        row("(a OR b) c", "(and (or \"a\" \"b\") \"c\")");
        row("a OR(b)", "(or \"a\" \"b\")");
        row("((a))", "\"a\"");
        row("NOT a", "(not \"a\")");
        row("a NOT b", "(and \"a\" (not \"b\"))");
        row("a AND NOT b", "(and \"a\" (not \"b\"))");
        row("a -b", "(and \"a\" (not \"b\"))");
        row("-s:b", "(not s\"b\")");
        row("-(a b)", "(not (and \"a\" \"b\"))");
        row("-\"a b\"", "(not \"a b\")");
        row("NOT NOT a", "\"a\"");
        row("and or not", "(and \"and\" \"or\" \"not\")");
        row("ORANGE ANDROID", "(and \"orange\" \"android\")");
        row("\"a phrase, here\"", "\"a phrase here\"");
        row("kvm-s390", "\"kvm s390\"");
        row("seanjc@example.org", "\"seanjc example org\"");
        row("hv_init() x", "(and \"hv_init\" \"x\")");
        row("hyp*", "\"hyp\"*");
        row("kvm-s*", "\"kvm s\"*");
        row("*", "error at 0+1");
        row("a * b", "(and \"a\" \"b\")");
        row("a -> b && c", "(and \"a\" \"b\" \"c\")");
        row("a OR ->", "\"a\"");
        row("s:fix", "s\"fix\"");
        row("s:\"fix it\"", "s\"fix it\"");
        row("s:(a OR b) c", "(and (or s\"a\" s\"b\") \"c\")");
        row("s:(a f:b)", "(and s\"a\" f\"b\")");
        row("t:x c:x tc:x a:x", "(and t\"x\" c\"x\" t+c\"x\" f+t+c\"x\")");
        row("b:x bs:x nq:x q:x", "(and nq+q\"x\" s+nq+q\"x\" nq\"x\" q\"x\")");
        row("dfn:drivers/hv/vmbus.c dfhh:hv_init l:kvm.example.org",
            "(and dfn\"drivers hv vmbus c\" dfhh\"hv_init\" l\"kvm example org\")");
        row("f:ada@example.org", "f\"ada example org\"");
        row("m:<a.b@example.org>", "m:a.b@example.org");
        row("m:a.b@example.org", "m:a.b@example.org");
        row("(m:a@b)", "m:a@b");
        row("patchid:0123ABC", "patchid:0123abc");
        row("is:patch is:unanswered", "(and is:patch is:unanswered)");
        row("version:2", "version:2..2");
        row("version:>=3", "version:3..");
        row("version:>v3", "version:4..");
        row("version:<3", "version:..2");
        row("version:<=3", "version:..3");
        row("net: fix", "(and \"net\" \"fix\")");
        row("https://example.org/r/x", "\"https example org r x\"");
        row("foo::bar", "\"foo bar\"");
        row("Fixes:abc", "\"fixes abc\"");
        row("d:20250401..20250430", "d:1743465600..1746057599");
        row("rt:2025-04-01..", "rt:1743465600..");
        row("caf\xc3\xa9 \xe5\x86\x85\xe5\xad\x98", "(and \"cafe\" \"\xe5\x86\x85 \xe5\xad\x98\")");
        row("\"quote\"next", "(and \"quote\" \"next\")");
        row("a\" OR b", "error at 1+6");
        row("x\") OR (\"y", "(and \"x\" \"or\" \"y\")");
    }
    void queriesAreReadAsWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QCOMPARE(parsed(text), query);
    }

    void errorsNameThePieceAndWhatToWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("piece");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *text, const char *piece, const char *says) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(piece)
                                << QString::fromUtf8(says);
        };
        row("x subject:fix", "subject:", "write s: for the subject");
        row("from:\"ada\"", "from:", "write f: for the sender");
        row("verion:3", "verion:", "write version:");
        row("patchit:3", "patchit:", "write patchid:");
        row("zzzzz:3", "zzzzz:", "one of s: f:");
        row("a \"b c", "\"b c", "write \" behind");
        row("a (b", "(", "write ) behind");
        row("a b) c", ")", "write ( before");
        row("()", "()", "between the brackets");
        row("a OR", "OR", "behind OR");
        row("a AND", "AND", "behind AND");
        row("a NOT", "NOT", "behind NOT");
        row("OR a", "OR", "stands between");
        row("a OR AND b", "AND", "stands between");
        row("(a OR) b", "OR", "behind OR");
        row("s: fix", "s:", "without a blank");
        row("x s:", "s:", "Write a word");
        row("is:nothing", "is:nothing", "unanswered");
        row("version:new", "version:new", "version:>=3");
        row("d:2025-13-01", "d:2025-13-01", "20250401");
        row("d:soon..", "d:soon..", "7.days.ago");
        row("d:20250430..20250401", "d:20250430..20250401", "earlier date first");
        row("patchid:12", "patchid:12", "7 to 40");
        row("patchid:ghijklmn", "patchid:ghijklmn", "hexadecimal");
        row("m:<>", "m:<>", "Message-ID");
        row("x y*", "y*", "two or more");
        row("->", "->", "write a word");
    }
    void errorsNameThePieceAndWhatToWrite()
    {
        QFETCH(QString, text);
        QFETCH(QString, piece);
        QFETCH(QString, says);
        const QueryProblem problem = problemOf(text);
        QCOMPARE(text.mid(problem.offset, problem.length), piece);
        QVERIFY2(problem.text.contains(says), qPrintable(problem.text));
    }

    void hostileQueriesAreAnsweredAtOnce()
    {
        QCOMPARE(problemOf(QString(1'000'000, u'a')).offset, 10'000);
        QCOMPARE(problemOf(QString(9'999, u'(')).offset, 40);
        QCOMPARE(problemOf(u"a "_s + QString(9'000, u')')).offset, 2);
        QVERIFY(problemOf(u"a "_s.repeated(4'000)).text.contains(u"too many"_s));
        QVERIFY(problemOf(u"-"_s.repeated(9'000)).offset >= 0);
        QVERIFY(problemOf(u"a-"_s.repeated(4'000)).text.contains(u"too many words"_s));
        QCOMPARE(parsed(u"NOT "_s.repeated(2'000) + u'a'), u"\"a\""_s);
        QCOMPARE(problemOf(u"\""_s.repeated(9'999)).offset >= 0, true);
        QCOMPARE(parsed(QString(u"a\0b"_s.left(1) + QChar(0) + u"b\x1b\x7fOR\x202e"_s)),
                 u"(and \"a\" \"b or\")"_s);
        QCOMPARE(parsed(u"a"_s + QChar(0xd800) + u"b"_s), u"\"a b\""_s);
    }

    void nothingOfAQueryReachesTheIndexAsItStands()
    {
        for (const QString &text : {u"a\"*\" NEAR(b c, 5)"_s, u"{s f} : x"_s, u"s : x"_s, u"^a + b"_s,
                                    u"'; DROP TABLE text_0; --"_s, u"nq MATCH 'x'"_s}) {
            const auto result = parseQuery(text, Now);
            if (const auto *query = std::get_if<Query>(&result)) {
                for (const store::QueryPart &part : query->parts()) {
                    for (const QByteArray &word : part.words) {
                        for (const char c : word)
                            QVERIFY(QChar::isLetterOrNumber(uint(uchar(c))) || c == '_');
                    }
                }
            }
        }
        QCOMPARE(parsed(u"'; DROP TABLE text_0; --"_s), u"(and \"drop\" \"table\" \"text_0\")"_s);
    }

    void datesAreDaysOfUtc_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char *text, const char *first, const char *last) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(first)
                                << QString::fromLatin1(last);
        };
        row("20250401", "2025-04-01T00:00:00Z", "2025-04-01T23:59:59Z");
        row("2025-04-01", "2025-04-01T00:00:00Z", "2025-04-01T23:59:59Z");
        row("2025-02", "2025-02-01T00:00:00Z", "2025-02-28T23:59:59Z");
        row("2024", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z");
        row("20250401..20250430", "2025-04-01T00:00:00Z", "2025-04-30T23:59:59Z");
        row("2025-04-01..", "2025-04-01T00:00:00Z", "");
        row("..2025-04", "", "2025-04-30T23:59:59Z");
        row("yesterday", "2025-05-19T00:00:00Z", "2025-05-19T23:59:59Z");
        row("today..", "2025-05-20T00:00:00Z", "");
        row("last.week..", "2025-05-13T18:26:35Z", "");
        row("7.days.ago..", "2025-05-13T18:26:35Z", "");
        row("7.days..now", "2025-05-13T18:26:35Z", "2025-05-20T18:26:35Z");
        row("..1.month.ago", "", "2025-04-20T18:26:35Z");
        row("last.year", "2024-05-20T00:00:00Z", "2024-05-20T23:59:59Z");
        row("2025-05-20T10:00..2025-05-20T11:30:05Z", "2025-05-20T10:00:00Z", "2025-05-20T11:30:05Z");
        row("20250520100000..", "2025-05-20T10:00:00Z", "");
        row("1747765595..", "2025-05-20T18:26:35Z", "");
        row("@86400..", "1970-01-02T00:00:00Z", "");
    }
    void datesAreDaysOfUtc()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const std::optional<store::TimeRange> range = parseTimeRange(text, Now);
        QVERIFY(range);
        const store::TimeRange open;
        QCOMPARE(range->first == open.first ? QString() : base::isoUtc(range->first), first);
        QCOMPARE(range->last == open.last ? QString() : base::isoUtc(range->last), last);
    }

    void whatIsNoDateIsNone()
    {
        for (const QString &text :
             {u""_s, u".."_s, u"2025-02-30"_s, u"20251301"_s, u"tomorrowish"_s, u"1.fortnight.ago"_s,
              u"2025-04-01..x"_s, u"1..2..3"_s, QString(5'000, u'1')})
            QVERIFY2(!parseTimeRange(text, Now), qPrintable(text));
    }

    void wordsThatAreRuledOutAreNotMarked()
    {
        const auto marks =
            store::wordsToMark(queryOf(u"fix s:\"a b\" -bad NOT (worse OR NOT good) fix hy*"_s));
        QByteArrayList shown;
        for (const store::WordsToMark &mark : marks)
            shown << mark.words.join(' ') + (mark.prefix ? "*" : "");
        QCOMPARE(shown.join('|'), QByteArray("fix|a b|good|hy*"));
        QCOMPARE(marks[1].columns, store::columnBit(patch::TextColumn::Subject));
    }

    void marksStandWhereTheWordsAreShown()
    {
        const auto ranges = [](const QString &query, const QString &text) {
            QStringList pieces;
            for (const MarkedRange &range : rangesToMark(text, store::wordsToMark(queryOf(query))))
                pieces << text.mid(range.offset, range.length);
            return pieces.join(u'|');
        };
        QCOMPARE(ranges(u"hv_init cafe"_s, u"Café: call HV_INIT() in hv_init2"_s), u"Café|HV_INIT"_s);
        QCOMPARE(ranges(u"hv*"_s, u"a hv_init, HVC"_s), u"hv_init|HVC"_s);
        QCOMPARE(ranges(u"\"a b\""_s, u"a a b, b; a-b a"_s), u"a b|a-b"_s);
        QCOMPARE(ranges(u"\"a b\" b"_s, u"x a b b"_s), u"a b|b"_s);
        QCOMPARE(ranges(u"\"a b a\""_s, u"a b a b a"_s), u"a b a b a"_s);
        QCOMPARE(ranges(u"内存"_s, u"修复内存漏 😀 内存"_s), u"内存|内存"_s);
        QCOMPARE(rangesToMark(u"fix"_s, store::wordsToMark(queryOf(u"f:fix"_s)),
                              store::columnBit(patch::TextColumn::Subject))
                     .size(),
                 std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
