// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/wordsplitter.h"

#include <QTest>

using namespace loredesk;
using store::splitWords;
using store::wordsOf;

class TestWordSplitter : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreRunsOfLettersDigitsAndUnderscores_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("punctuation") << QByteArray(" -> && ...\n") << QByteArray();
        QTest::newRow("ascii") << QByteArray("Fix hv_init() in VMBus, v2")
                               << QByteArray("fix|hv_init|in|vmbus|v2");
        QTest::newRow("address") << QByteArray("Ada <ada.l@example.org>")
                                 << QByteArray("ada|ada|l|example|org");
        QTest::newRow("diff") << QByteArray("+\tint x=0x1F;\n-a") << QByteArray("int|x|0x1f|a");
        QTest::newRow("accents") << QByteArray("Ångström Žluťoučký NAÏVE")
                                 << QByteArray("angstrom|zlutoucky|naive");
        QTest::newRow("accents of their own")
            << QByteArray("e\xcc\x81t\xc3\xa9 \xcc\x81 x") << QByteArray("ete|x");
        QTest::newRow("nested accents") << QByteArray("ǖ Ệ") << QByteArray("u|e");
        QTest::newRow("other alphabets") << QByteArray("Привет ΑΘΉΝΑ") << QByteArray("привет|αθηνα");
        QTest::newRow("dotted capital") << QByteArray("İstanbul") << QByteArray("istanbul");
        QTest::newRow("ideographs") << QByteArray("修复内存ok漏") << QByteArray("修|复|内|存|ok|漏");
        QTest::newRow("kana and hangul") << QByteArray("カーネル 커널") << QByteArray("カーネル|커널");
        QTest::newRow("broken utf-8") << QByteArray("ab\xff"
                                                    "cd \xe4\xb8 \xc0\x80 ef\xed\xa0\x80g")
                                      << QByteArray("ab|cd|ef|g");
        QTest::newRow("cut at the end") << QByteArray("caf\xc3") << QByteArray("caf");
        QTest::newRow("nul and controls") << QByteArray("a\0b\x01"
                                                        "c\x1b[0m",
                                                        10)
                                          << QByteArray("a|b|c|0m");
        QTest::newRow("blanks that are not ascii") << QByteArray("a\xc2\xa0"
                                                                 "b\xe2\x80\x8b"
                                                                 "c")
                                                   << QByteArray("a|b|c");
        QTest::newRow("beyond the first plane")
            << QByteArray("\xf0\xa0\x80\x80\xf0\x9f\x98\x80x") << QByteArray("\xf0\xa0\x80\x80|x");
    }
    void wordsAreRunsOfLettersDigitsAndUnderscores()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        QCOMPARE(wordsOf(text).join('|'), words);
    }

    void longWordsAreCutAtAWholeCharacter()
    {
        QCOMPARE(wordsOf(QByteArray(1000, 'x') + " y"), (QList<QByteArray>{QByteArray(64, 'x'), "y"}));
        const QByteArray uneven = QByteArray(63, 'x') + "\xd0\xbf"
                                                        "abc";
        QCOMPARE(wordsOf(uneven), QList<QByteArray>{QByteArray(63, 'x')});
    }

    void offsetsEncloseTheWordInTheText()
    {
        const QByteArray text = " \xc3\x84rger mit hv_x, 内存 e\xcc\x81";
        QByteArrayList pieces;
        splitWords(text, [&](QByteArrayView, qsizetype begin, qsizetype end) {
            pieces << text.mid(begin, end - begin);
            return true;
        });
        QCOMPARE(pieces.join('|'), QByteArray("\xc3\x84rger|mit|hv_x|内|存|e\xcc\x81"));
    }

    void splittingStopsWhereItIsToldTo()
    {
        int seen = 0;
        splitWords("a b c", [&](QByteArrayView, qsizetype, qsizetype) { return ++seen < 2; });
        QCOMPARE(seen, 2);
    }

    /// FTS5 splits what it is asked once more: a word must be itself again.
    void everyCharacterIsTheSameWordWhenItIsSplitAgain()
    {
        for (char32_t character = 1; character < 0x30000; ++character) {
            if (character >= 0xd800 && character < 0xe000)
                continue;
            const QByteArray text = "a" + QString::fromUcs4(&character, 1).toUtf8() + "b";
            const QList<QByteArray> once = wordsOf(text);
            const QList<QByteArray> twice = wordsOf(once.join(' '));
            if (once != twice)
                QFAIL(qPrintable(QStringLiteral("U+%1").arg(uint(character), 4, 16)));
        }
    }
};

QTEST_GUILESS_MAIN(TestWordSplitter)
#include "tst_wordsplitter.moc"
