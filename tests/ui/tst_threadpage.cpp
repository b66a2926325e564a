// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/threadmodel.h"
#include "models/patch/patch.h"
#include "tests/support/headbuilder.h"
#include "ui/messagetext.h"
#include "ui/threadpage.h"

#include <QAction>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;
using ui::MessageDocument;
using ui::ThreadPage;
using Kind = MessageDocument::Kind;

namespace {

using Messages = QList<base::MessageIndex>;

/// A page and somebody who brings it what it asks for.
class Reader
{
public:
    explicit Reader(catalog::CatalogPtr catalog)
        : m_catalog(std::move(catalog))
        , page(new ui::MessageText)
    {
        page.resize(800, 700);
        page.show();
        QObject::connect(&page, &ThreadPage::bodiesRequested, &page, [this](const Messages &messages) {
            requests << messages;
            if (brings)
                bring();
        });
    }

    /// Answers the last request later, as a thread would.
    void bring()
    {
        QMetaObject::invokeMethod(
            &page,
            [this, messages = requests.last()] {
                QList<ThreadPage::Body> bodies;
                for (const base::MessageIndex message : messages)
                    bodies << bodyOf(message);
                page.setBodies(bodies);
            },
            Qt::QueuedConnection);
    }

    ThreadPage::Body bodyOf(base::MessageIndex message) const
    {
        const QByteArray id = m_catalog->message(message).messageId;
        if (id == unreadable)
            return {message, nullptr, u"the object is missing"_s};
        const QByteArray body = bodies.value(id, "says " + id + "\n");
        const patch::ReadMessage read = patch::readMessage("From: a@example.org\nSubject: x\n\n" + body);
        return {message, std::make_shared<const MessageDocument>(MessageDocument::ofMessage(read)), {}};
    }

    void show(const QByteArray &id)
    {
        QVERIFY(QTest::qWaitForWindowActive(&page)); // or its shortcuts do nothing
        page.text()->setFocus();
        page.setMessage(m_catalog, m_catalog->find(id + "@example.org"));
        page.setActive(true);
        settle();
    }
    /// Until all that was asked for is there.
    void settle() { QTRY_VERIFY(page.isComplete()); }

    const MessageDocument &document() const { return page.text()->document(); }
    QStringList lines(Kind kind) const
    {
        QStringList lines;
        for (qsizetype i = 0; i < document().lines().size(); ++i) {
            if (document().lines()[i].kind == kind)
                lines << document().lineText(i).toString();
        }
        return lines;
    }
    qsizetype lineWith(const QString &text, Kind kind) const
    {
        for (qsizetype i = 0; i < document().lines().size(); ++i) {
            if (document().lines()[i].kind == kind && document().lineText(i).contains(text))
                return i;
        }
        return -1;
    }
    QPoint pointOf(qsizetype line)
    {
        page.text()->ensureVisible(document().lines()[line].start);
        return page.text()->characterRect(document().lines()[line].start + 3).center();
    }
    void click(qsizetype line)
    {
        QTest::mouseClick(page.text()->viewport(), Qt::LeftButton, {}, pointOf(line));
    }
    QString readName() const
    {
        return page.outline()
            ->currentIndex()
            .siblingAtColumn(0)
            .data(items::MessageIdRole)
            .toString()
            .section(u'@', 0, 0);
    }

private:
    catalog::CatalogPtr m_catalog;

public:
    QHash<QByteArray, QByteArray> bodies; ///< by Message-ID
    QByteArray unreadable;
    QList<Messages> requests;
    bool brings = true;
    ThreadPage page;
};

QByteArray quoted(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += "> quoted line " + QByteArray::number(i) + "\n";
    return text;
}

QByteArray lampPatch()
{
    return "Light it.\n\nSigned-off-by: A <a@example.org>\n---\n lamp.c | 2 +-\n 1 file changed, 1 "
           "insertion(+), 1 "
           "deletion(-)\n\ndiff --git a/lamp.c b/lamp.c\n--- a/lamp.c\n+++ b/lamp.c\n@@ -1 +1 "
           "@@\n-dark\n+bright\n-- "
           "\n2.40\n";
}

catalog::CatalogPtr chainOf(int length)
{
    std::vector<series::MessageHead> heads;
    for (int i = 0; i < length; ++i) {
        series::MessageHead head;
        head.messageId = QByteArray::number(i) + "@example.org";
        if (i > 0)
            head.inReplyTo = QByteArray::number(i - 1) + "@example.org";
        head.prefix.reply = i > 0;
        head.subject = head.prefix.title = u"on and on"_s;
        head.author = head.from = {u"Ada"_s, u"ada@example.org"_s};
        head.date = 1740000000 + i;
        head.kind = i == 0 ? series::MessageKind::Other : series::MessageKind::Reply;
        heads.push_back(head);
    }
    return catalog::Catalog::build({}, heads, {});
}

} // namespace

class TestThreadPage : public QObject
{
    Q_OBJECT

private slots:
    void messagesStandBelowEachOtherWithWhomTheyAnswer();
    void answersStandFurtherInButNotWithoutEnd();
    void nothingIsAskedForBeforeThePageIsSeen();
    void theMessageThatIsReadIsAskedForFirst();
    void leavingThePageWantsNothingAnyMore();
    void aLongQuoteIsFoldedAndAClickOpensIt();
    void enterOnAFoldOpensAndClosesIt();
    void aShortQuoteStaysAsItIs();
    void allQuotesOpenAtOnce();
    void theChangesOfAPatchAreFolded();
    void aLineOfTheDiffstatOpensTheChanges();
    void keysStepFromMessageToMessage();
    void aClickOnWhatIsAnsweredGoesThere();
    void theOutlineLeadsThroughTheText();
    void theOutlineTakingTheFocusLeavesTheMessage();
    void theOutlineHasWholeRowsAndNoMoreThanItNeeds();
    void scrollingMovesTheOutline();
    void enterAsksForTheMessage();
    void aDoubleClickOnAHeadingAsksForTheMessage();
    void anotherMessageOfTheConversationBecomesTheOneThatIsRead();
    void whatIsNotInTheArchiveIsSaid();
    void aMessageThatCannotBeReadSaysWhy();
    void aConversationOfThousandsIsLoadedAsOneScrolls();
    void aMessageOfThousandsOfLinesIsCut();
    void whatIsReadStaysWhereItIsWhenMoreArrives();
    void anAnswerToAnEarlierQuestionIsPassedOver();
};

void TestThreadPage::messagesStandBelowEachOtherWithWhomTheyAnswer()
{
    Reader reader(catalogFrom(u"\"tidy\" @ada 0 1(re@bob+R) 2"_s));
    reader.show("1.0");
    const QStringList headings = reader.lines(Kind::ThreadHeading);
    QCOMPARE(headings.size(), 4);
    QVERIFY(headings[0].startsWith("Ada"_L1) && headings[0].contains("cover letter"_L1));
    QVERIFY(headings[1].contains("patch 1/2"_L1));
    QVERIFY(headings[2].startsWith("Bob"_L1));
    const QStringList details = reader.lines(Kind::ThreadDetail);
    QVERIFY(details[2].startsWith("answers Ada, "_L1));
    QVERIFY(details[2].endsWith("Reviewed-by"_L1));
    const QString text = reader.page.text()->toPlainText();
    QVERIFY(text.indexOf("says 1.1@"_L1) < text.indexOf("says 1.1.1@"_L1));
    QVERIFY(text.indexOf("says 1.1.1@"_L1) < text.indexOf("says 1.2@"_L1));
}

void TestThreadPage::answersStandFurtherInButNotWithoutEnd()
{
    Reader reader(chainOf(40));
    reader.show("0");
    const auto indent = [&](const QString &id) {
        const qsizetype line = reader.lineWith("says "_L1 + id + u'@', Kind::Text);
        return line < 0 ? -1 : int(reader.document().lines()[line].indent);
    };
    QCOMPARE(indent(u"0"_s), 0);
    QCOMPARE(indent(u"2"_s), 2 * ui::MessageText::IndentStep);
    reader.page.goTo(30);
    reader.settle();
    QCOMPARE(indent(u"30"_s), ThreadPage::DeepestIndent * ui::MessageText::IndentStep);
}

void TestThreadPage::nothingIsAskedForBeforeThePageIsSeen()
{
    const auto catalog = catalogFrom(u"@ada 0 1 2"_s);
    Reader reader(catalog);
    reader.page.setMessage(catalog, catalog->find("1.1@example.org"));
    QVERIFY(reader.requests.isEmpty());
    reader.page.setActive(true);
    QTRY_VERIFY(!reader.requests.isEmpty());
}

void TestThreadPage::theMessageThatIsReadIsAskedForFirst()
{
    const auto catalog = chainOf(100);
    Reader reader(catalog);
    reader.brings = false;
    reader.page.setMessage(catalog, base::MessageIndex(50));
    reader.page.setActive(true);
    QTRY_COMPARE(reader.requests.size(), 1);
    QCOMPARE(reader.requests[0].first(), base::MessageIndex(50));
    QCOMPARE(reader.requests[0].size(), ThreadPage::Batch);
}

void TestThreadPage::leavingThePageWantsNothingAnyMore()
{
    const auto catalog = chainOf(100);
    Reader reader(catalog);
    reader.brings = false;
    reader.page.setMessage(catalog, base::MessageIndex(50));
    reader.page.setActive(true);
    QTRY_COMPARE(reader.requests.size(), 1);
    reader.page.setActive(false);
    QCOMPARE(reader.requests.size(), 2);
    QVERIFY(reader.requests[1].isEmpty());
}

void TestThreadPage::aLongQuoteIsFoldedAndAClickOpensIt()
{
    Reader reader(catalogFrom(u"@ada p(re@bob)"_s));
    reader.bodies["1.p.1@example.org"] = "Ada wrote:\n" + quoted(30) + "No.\n";
    reader.show("1.p.1");
    QCOMPARE(reader.lines(Kind::Fold), QStringList{u"\u25b8 27 quoted lines"_s});
    QCOMPARE(reader.lines(Kind::Quote1).size(), 3);
    QCOMPARE(reader.lines(Kind::Quote1).last(), u"> quoted line 29"_s);
    reader.click(reader.lineWith(u"27 quoted"_s, Kind::Fold));
    QCOMPARE(reader.lines(Kind::Quote1).size(), 30);
    QCOMPARE(reader.lines(Kind::Fold), QStringList{u"\u25be 27 quoted lines"_s});
    reader.click(reader.lineWith(u"27 quoted"_s, Kind::Fold));
    QCOMPARE(reader.lines(Kind::Quote1).size(), 3);
}

void TestThreadPage::enterOnAFoldOpensAndClosesIt()
{
    Reader reader(catalogFrom(u"@ada p(re@bob)"_s));
    reader.bodies["1.p.1@example.org"] = quoted(20) + "No.\n";
    reader.show("1.p.1");
    QSignalSpy asked(&reader.page, &ThreadPage::messageRequested);
    const auto enter = [&] {
        const qsizetype start =
            reader.document().lines()[reader.lineWith(u"quoted lines"_s, Kind::Fold)].start;
        reader.page.text()->setSelection(start, start);
        QTest::keyClick(reader.page.text(), Qt::Key_Return);
    };
    enter();
    QCOMPARE(reader.lines(Kind::Quote1).size(), 20);
    enter();
    QCOMPARE(reader.lines(Kind::Quote1).size(), 3);
    QVERIFY(asked.isEmpty());
}

void TestThreadPage::aShortQuoteStaysAsItIs()
{
    Reader reader(catalogFrom(u"@ada p(re@bob)"_s));
    reader.bodies["1.p.1@example.org"] = quoted(int(ui::ShortestFoldedQuote) - 1) + "No.\n";
    reader.show("1.p.1");
    QVERIFY(reader.lines(Kind::Fold).isEmpty());
    QCOMPARE(reader.lines(Kind::Quote1).size(), ui::ShortestFoldedQuote - 1);
}

void TestThreadPage::allQuotesOpenAtOnce()
{
    Reader reader(catalogFrom(u"@ada p(re@bob re@carol)"_s));
    reader.bodies["1.p.1@example.org"] = quoted(20) + "No.\n";
    reader.bodies["1.p.2@example.org"] = quoted(20) + "Yes.\n";
    reader.show("1.p.1");
    reader.click(reader.lineWith(u"quoted lines"_s, Kind::Fold));
    reader.page.setQuotesFolded(false);
    QCOMPARE(reader.lines(Kind::Quote1).size(), 40);
    reader.page.setQuotesFolded(true);
    QCOMPARE(reader.lines(Kind::Quote1).size(), 6);
}

void TestThreadPage::theChangesOfAPatchAreFolded()
{
    Reader reader(catalogFrom(u"@ada p"_s));
    reader.bodies["1.p@example.org"] = lampPatch();
    reader.show("1.p");
    QCOMPARE(reader.lines(Kind::Fold), QStringList{u"\u25b8 Changes of 1 file  +1  \u22121"_s});
    QVERIFY(reader.lines(Kind::Added).isEmpty());
    QCOMPARE(reader.lines(Kind::StatLine).size(), 1);
    reader.click(reader.lineWith(u"Changes"_s, Kind::Fold));
    QCOMPARE(reader.lines(Kind::Added), QStringList{u"+bright"_s});
    const qsizetype added = reader.lineWith(u"+bright"_s, Kind::Added);
    const qsizetype removed = reader.lineWith(u"-dark"_s, Kind::Removed);
    QCOMPARE(added, removed + 1);
    QCOMPARE(reader.document().hunks().size(), 1);
    QCOMPARE(reader.document().lines()[reader.document().hunks()[0]].kind, Kind::HunkHeader);
}

void TestThreadPage::aLineOfTheDiffstatOpensTheChanges()
{
    Reader reader(catalogFrom(u"@ada p"_s));
    reader.bodies["1.p@example.org"] = lampPatch();
    reader.show("1.p");
    reader.click(reader.lineWith(u"lamp.c"_s, Kind::StatLine));
    QCOMPARE(reader.lines(Kind::Added), QStringList{u"+bright"_s});
    QCOMPARE(reader.document().lines()[reader.page.text()->currentLine()].kind, Kind::FileHeading);
}

void TestThreadPage::keysStepFromMessageToMessage()
{
    Reader reader(catalogFrom(u"@ada 0 1(re@bob) 2"_s));
    reader.show("1.0");
    reader.page.text()->setFocus();
    QTest::keyClick(reader.page.text(), Qt::Key_J);
    QCOMPARE(reader.readName(), u"1.1"_s);
    QTest::keyClick(reader.page.text(), Qt::Key_N);
    QCOMPARE(reader.readName(), u"1.1.1"_s);
    QTest::keyClick(reader.page.text(), Qt::Key_U);
    QCOMPARE(reader.readName(), u"1.1"_s);
    QTest::keyClick(reader.page.text(), Qt::Key_K);
    QCOMPARE(reader.readName(), u"1.0"_s);
    QTest::keyClick(reader.page.text(), Qt::Key_P);
    QCOMPARE(reader.readName(), u"1.0"_s);
    const qsizetype line = reader.page.text()->currentLine();
    QCOMPARE(reader.document().lines()[line].kind, Kind::ThreadHeading);
}

void TestThreadPage::aClickOnWhatIsAnsweredGoesThere()
{
    Reader reader(catalogFrom(u"@ada 0 1(re@bob) 2(re@carol)"_s));
    reader.show("1.2.1");
    reader.click(reader.lineWith(u"answers Ada"_s, Kind::ThreadDetail));
    QCOMPARE(reader.readName(), u"1.0"_s);
}

void TestThreadPage::theOutlineLeadsThroughTheText()
{
    Reader reader(catalogFrom(u"@ada 0 1 2"_s));
    reader.show("1.0");
    const QModelIndex second = reader.page.model()->index(2, 0);
    QTest::mouseClick(reader.page.outline()->viewport(), Qt::LeftButton, {},
                      reader.page.outline()->visualRect(second).center());
    QCOMPARE(reader.page.readRow(), 2);
    QCOMPARE(reader.document().lines()[reader.page.text()->currentLine()].link, 2);
    QTest::keyClick(reader.page.outline(), Qt::Key_Up);
    QCOMPARE(reader.document().lines()[reader.page.text()->currentLine()].link, 1);
}

void TestThreadPage::theOutlineTakingTheFocusLeavesTheMessage()
{
    const auto catalog = chainOf(60);
    Reader reader(catalog);
    QVERIFY(QTest::qWaitForWindowActive(&reader.page));
    reader.page.setMessage(catalog, base::MessageIndex(40));
    // As a tab does that comes up while the focus is in another.
    reader.page.outline()->setFocus();
    reader.page.setActive(true);
    reader.settle();
    QCOMPARE(reader.page.readRow(), 40);
    QCOMPARE(reader.readName(), u"40"_s);
    const QRect sight = reader.page.outline()->viewport()->rect();
    const QModelIndex answer = reader.page.model()->index(41, 0);
    QVERIFY(sight.contains(reader.page.outline()->visualRect(answer).center()));
}

void TestThreadPage::theOutlineHasWholeRowsAndNoMoreThanItNeeds()
{
    Reader few(chainOf(3));
    few.show("1");
    QTreeView *outline = few.page.outline();
    const int row = outline->visualRect(few.page.model()->index(0, 0)).height();
    QCOMPARE(outline->height(), 3 * row);
    Reader many(chainOf(60));
    many.show("1");
    QCOMPARE(many.page.outline()->height() % row, 0);
    QVERIFY(many.page.outline()->height() > 5 * row);
    QVERIFY(many.page.outline()->height() < many.page.text()->height());
}

void TestThreadPage::scrollingMovesTheOutline()
{
    Reader reader(chainOf(30));
    for (int i = 0; i < 30; ++i)
        reader.bodies[QByteArray::number(i) + "@example.org"] = QByteArray("a line\n").repeated(30);
    reader.show("0");
    QScrollBar *bar = reader.page.text()->verticalScrollBar();
    QTest::keyClick(reader.page.text(), Qt::Key_Space);
    QTest::keyClick(reader.page.text(), Qt::Key_Space);
    QTest::keyClick(reader.page.text(), Qt::Key_Space);
    QVERIFY(bar->value() > 40);
    QVERIFY(reader.page.readRow() > 0);
    QCOMPARE(reader.page.outline()->currentIndex().row(), reader.page.readRow());
}

void TestThreadPage::enterAsksForTheMessage()
{
    const auto catalog = catalogFrom(u"@ada 0 1 2"_s);
    Reader reader(catalog);
    reader.show("1.0");
    QSignalSpy asked(&reader.page, &ThreadPage::messageRequested);
    QTest::keyClick(reader.page.text(), Qt::Key_J);
    QTest::keyClick(reader.page.text(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<base::MessageIndex>(), catalog->find("1.1@example.org"));
    QTest::keyClick(reader.page.outline(), Qt::Key_Down);
    QTest::keyClick(reader.page.outline(), Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0].value<base::MessageIndex>(), catalog->find("1.2@example.org"));
}

void TestThreadPage::aDoubleClickOnAHeadingAsksForTheMessage()
{
    const auto catalog = catalogFrom(u"@ada 0 1 2"_s);
    Reader reader(catalog);
    reader.show("1.0");
    QSignalSpy asked(&reader.page, &ThreadPage::messageRequested);
    QTest::mouseDClick(reader.page.text()->viewport(), Qt::LeftButton, {},
                       reader.pointOf(reader.lineWith(u"patch 1/2"_s, Kind::ThreadHeading)));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<base::MessageIndex>(), catalog->find("1.1@example.org"));
}

void TestThreadPage::anotherMessageOfTheConversationBecomesTheOneThatIsRead()
{
    const auto catalog = catalogFrom(u"@ada 0 1 2"_s);
    Reader reader(catalog);
    reader.show("1.0");
    const auto before = reader.requests.size();
    reader.page.setMessage(catalog, catalog->find("1.2@example.org"));
    QCOMPARE(reader.readName(), u"1.2"_s);
    QCOMPARE(reader.requests.size(), before);
    QVERIFY(reader.document().lines()[reader.lineWith(u"patch 2/2"_s, Kind::ThreadHeading)].current);
    QVERIFY(!reader.document().lines()[reader.lineWith(u"cover letter"_s, Kind::ThreadHeading)].current);
}

void TestThreadPage::whatIsNotInTheArchiveIsSaid()
{
    Reader reader(catalogFrom(u"ghost(re@bob re@carol)"_s));
    reader.show("1.ghost.1");
    QCOMPARE(reader.lines(Kind::ThreadHeading)[0], u"a message that is not in the archive"_s);
    QCOMPARE(reader.lines(Kind::ThreadDetail)[0], u"<1.ghost@example.org>"_s);
    QCOMPARE(reader.lines(Kind::ThreadDetail)[1].section(u"  ·  "_s, 0, 0),
             u"answers a message that is not in the archive"_s);
}

void TestThreadPage::aMessageThatCannotBeReadSaysWhy()
{
    Reader reader(catalogFrom(u"@ada 0 1 2"_s));
    reader.unreadable = "1.1@example.org";
    reader.show("1.0");
    QVERIFY(reader.lines(Kind::Remark).contains(u"the object is missing"_s));
    QVERIFY(reader.page.text()->toPlainText().contains("says 1.2@"_L1));
}

void TestThreadPage::aConversationOfThousandsIsLoadedAsOneScrolls()
{
    Reader reader(chainOf(5000));
    for (int i = 0; i < 5000; ++i)
        reader.bodies[QByteArray::number(i) + "@example.org"] = QByteArray("a line\n").repeated(120);
    reader.show("2500");
    QCOMPARE(reader.page.model()->rowCount(), 5000);
    QVERIFY(reader.page.firstRow() > 2400 && reader.page.endRow() < 2600);
    const int end = reader.page.endRow();
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(reader.page.text(), Qt::Key_End, Qt::ControlModifier);
        reader.settle();
    }
    QVERIFY(reader.page.endRow() > end + 40);
    QVERIFY(reader.page.firstRow() > 2500); // what was left behind is let go
    QVERIFY(reader.document().lines().size() < 8000);
    QTest::keyClick(reader.page.outline(), Qt::Key_Home);
    reader.settle();
    QCOMPARE(reader.page.firstRow(), 0);
    QVERIFY(reader.page.endRow() < 100);
    QCOMPARE(reader.page.readRow(), 0);
}

void TestThreadPage::aMessageOfThousandsOfLinesIsCut()
{
    Reader reader(catalogFrom(u"@ada p"_s));
    reader.bodies["1.p@example.org"] = QByteArray("a line\n").repeated(5000);
    reader.show("1.p");
    QVERIFY(reader.document().lines().size() < ThreadPage::MostLinesOfMessage + 10);
    QVERIFY(reader.lines(Kind::Remark).last().contains("lines more"_L1));
}

void TestThreadPage::whatIsReadStaysWhereItIsWhenMoreArrives()
{
    const auto catalog = chainOf(100);
    Reader reader(catalog);
    reader.brings = false;
    for (int i = 0; i < 100; ++i)
        reader.bodies[QByteArray::number(i) + "@example.org"] = QByteArray("a line\n").repeated(20);
    reader.page.setMessage(catalog, base::MessageIndex(50));
    reader.page.setActive(true);
    QTRY_COMPARE(reader.requests.size(), 1);
    const auto topLink = [&] { return reader.document().lines()[reader.page.text()->topLine()].link; };
    QCOMPARE(topLink(), 50);
    // The messages above come last and push it down.
    reader.brings = true;
    reader.bring();
    reader.settle();
    QVERIFY(reader.page.firstRow() < 50);
    QVERIFY(reader.lineWith(u"a line"_s, Kind::Text) < reader.page.text()->topLine());
    QVERIFY(!reader.document().text().contains("Reading"_L1));
    QCOMPARE(topLink(), 50);
}

void TestThreadPage::anAnswerToAnEarlierQuestionIsPassedOver()
{
    const auto catalog = catalogFrom(u"@ada 0 1\n@bob p"_s);
    Reader reader(catalog);
    reader.brings = false;
    reader.page.setMessage(catalog, catalog->find("1.0@example.org"));
    reader.page.setActive(true);
    QTRY_COMPARE(reader.requests.size(), 1);
    const Messages first = reader.requests[0];
    reader.page.setMessage(catalog, catalog->find("2.p@example.org"));
    reader.page.setBodies({reader.bodyOf(first[0])});
    QVERIFY(!reader.page.text()->toPlainText().contains("says 1."_L1));
    QCOMPARE(reader.lines(Kind::ThreadHeading).size(), 1);
}

QTEST_MAIN(TestThreadPage)
#include "tst_threadpage.moc"
