// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/message.h"
#include "models/patch/patch.h"
#include "ui/foldedquotes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using ui::FoldedQuotes;
using ui::MessageDocument;

namespace {

/// "Hello", a quote of 20 lines "q0".., "Yes", a quote of 15 "r0".., "No"; of a reply as it is read.
std::shared_ptr<const MessageDocument> reply()
{
    QByteArray raw = "From: Ada <ada@example.org>\nSubject: Re: a\nMessage-ID: <a@example.org>\n\nHello\n";
    for (int i = 0; i < 20; ++i)
        raw += "> q" + QByteArray::number(i) + '\n';
    raw += "Yes\n";
    for (int i = 0; i < 15; ++i)
        raw += "> r" + QByteArray::number(i) + '\n';
    raw += "No\n";
    return std::make_shared<const MessageDocument>(MessageDocument::ofMessage(patch::readMessage(raw)));
}

QStringList linesOf(const FoldedQuotes &quotes)
{
    QStringList lines;
    for (qsizetype i = 0; i < quotes.document()->lines().size(); ++i)
        lines << quotes.document()->lineText(i).toString();
    return lines;
}

} // namespace

class FoldedQuotesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void aFoldedQuoteLeavesALineAndItsEnd()
    {
        const FoldedQuotes quotes(reply(), true);
        QVERIFY(quotes.hidesAnything());
        const QStringList lines = linesOf(quotes);
        const auto hello = lines.indexOf(u"Hello"_s);
        QVERIFY(hello >= 0);
        QCOMPARE(lines.mid(hello, 6), (QStringList{u"Hello"_s, u"▸ 17 quoted lines"_s, u"> q17"_s, u"> q18"_s,
                                                   u"> q19"_s, u"Yes"_s}));
        QVERIFY(lines.contains(u"▸ 12 quoted lines"_s));
    }

    void notFoldedItIsTheDocumentItself()
    {
        const auto source = reply();
        FoldedQuotes quotes(source, false);
        QCOMPARE(quotes.document(), source);
        QVERIFY(!quotes.hidesAnything());
        quotes.setFolded(true);
        QVERIFY(quotes.hidesAnything());
        quotes.setFolded(false);
        QCOMPARE(quotes.document(), source);
    }

    void oneIsOpenedAndClosedAgain()
    {
        FoldedQuotes quotes(reply(), true);
        const QStringList folded = linesOf(quotes);
        quotes.toggle(1);
        QVERIFY(linesOf(quotes).contains(u"▾ 12 quoted lines"_s));
        QVERIFY(linesOf(quotes).contains(u"> r0"_s));
        QVERIFY(!linesOf(quotes).contains(u"> q0"_s));
        quotes.toggle(1);
        QCOMPARE(linesOf(quotes), folded);
        quotes.openAll();
        QVERIFY(!quotes.hidesAnything());
        QVERIFY(linesOf(quotes).contains(u"> q0"_s));
    }

    void placesStayWhatTheyAre()
    {
        const auto source = reply();
        const FoldedQuotes whole(source, false);
        const FoldedQuotes folded(source, true);
        FoldedQuotes opened = folded;
        opened.toggle(0);
        const auto at = [](const FoldedQuotes &quotes, const QString &text) {
            return quotes.document()->text().indexOf(text);
        };
        const auto placeOf = [](const FoldedQuotes &quotes, qsizetype offset) {
            return quotes.document()->text().mid(offset, 3);
        };
        for (const QString &text : {u"Hello"_s, u"q18"_s, u"Yes"_s, u"r13"_s, u"No"_s}) {
            QCOMPARE(placeOf(folded, whole.offsetIn(folded, at(whole, text))).left(2), text.left(2));
            QCOMPARE(placeOf(whole, folded.offsetIn(whole, at(folded, text))).left(2), text.left(2));
            QCOMPARE(placeOf(opened, folded.offsetIn(opened, at(folded, text))).left(2), text.left(2));
        }
        // What is put away is at the line that stands for it, and that line stays what it is.
        const qsizetype marker = at(folded, u"▸ 17"_s);
        QCOMPARE(whole.lineIn(folded, source->lineAt(at(whole, u"q3"_s))), folded.document()->lineAt(marker));
        QCOMPARE(folded.offsetIn(opened, marker), at(opened, u"▾ 17"_s));
        QCOMPARE(opened.offsetIn(folded, at(opened, u"▾ 17"_s)), marker);
        QCOMPARE(placeOf(whole, folded.offsetIn(whole, marker)), u"> q"_s);
    }
};

QTEST_GUILESS_MAIN(FoldedQuotesTest)
#include "tst_foldedquotes.moc"
