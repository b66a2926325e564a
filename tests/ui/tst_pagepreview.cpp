// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pagepreview.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include <memory>

using namespace Qt::StringLiterals;
using namespace loredesk::ui;

namespace {

constexpr auto Style = "<style>\n.series { list-style: none; }\n.add { color: #1a7f37; }\n</style>\n";

/// A page as the digest's writer makes it: a table, a list of series, an article a message.
QByteArray page(int series, int messages, int linesOfAMessage)
{
    QByteArray html =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>List</title>\n" + QByteArray(Style) +
        "</head>\n<body>\n<header>\n<h1>List update</h1>\n</header>\n<div class=\"columns\">\n"
        "<section>\n<h2>Top</h2>\n<table class=\"top\">\n<tr><td class=\"count\">22</td><td>A U Thor"
        "<div class=\"bar\" style=\"width:100%\"></div></td></tr>\n</table>\n</section>\n</div>\n"
        "<section>\n<h2>Patch list</h2>\n<ul class=\"series\">\n";
    for (int i = 1; i <= series; ++i) {
        const QByteArray number = QByteArray::number(i);
        html += "<li><span class=\"version\">v2</span> <span class=\"title\"><a href=\"#m" + number +
                "\">Series " + number +
                "</a></span>\n<div class=\"muted\">A U Thor &lt;author@example.org&gt;</div>\n</li>\n";
    }
    html += "</ul>\n</section>\n<section>\n<h2>Patch Commit Messages</h2>\n";
    for (int i = 1; i <= messages; ++i) {
        const QByteArray number = QByteArray::number(i);
        html += "<article id=\"m" + number + "\">\n<h3>Message " + number +
                "</h3>\n<div class=\"subject\">[PATCH] " + number + "</div>\n<pre>";
        for (int line = 1; line < linesOfAMessage; ++line)
            html += "word " + QByteArray::number(line) + " \xc3\xa4 &lt;li&gt; of message " + number +
                    (line % 9 == 0 ? " <span class=\"add\">++</span>\n" : "\n");
        html += "the last</pre>\n</article>\n";
    }
    return html + "</section>\n</body>\n</html>\n";
}

/// Blanks at the ends of lines, which rich text leaves between blocks and nobody sees, apart.
QStringList lines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines += line.trimmed();
    }
    return lines;
}

QStringList linesOf(const QByteArray &html)
{
    QTextDocument whole;
    whole.setHtml(QString::fromUtf8(html).remove(u"<div class=\"bar\" style=\"width:100%\"></div>"_s));
    return lines(whole.toPlainText());
}

} // namespace

class TestPagePreview : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<PagePreview>();
        m_page->resize(600, 300);
        m_page->show();
        QCoreApplication::processEvents();
    }
    void piecesMakeThePageThatTheWholeWouldBe_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("short") << page(2, 3, 4);
        QTest::newRow("many series") << page(800, 1, 4);
        QTest::newRow("many messages") << page(3, 300, 20);
        QTest::newRow("one long message") << page(1, 1, 3000);
        QTest::newRow("all of it") << page(300, 40, 300);
        QTest::newRow("nothing in it") << page(0, 0, 0);
        QTest::newRow("cut short") << page(300, 3, 300).first(60000);
    }
    void piecesMakeThePageThatTheWholeWouldBe()
    {
        QFETCH(QByteArray, html);
        fill(html);
        const QStringList whole = linesOf(html);
        QCOMPARE(lines(m_page->toPlainText()), whole);
        QVERIFY(!whole.isEmpty());
        // Nor do the places where it was parted show as blank lines: there is one after the table in the
        // whole too.
        QVERIFY(m_page->document()->blockCount() <= whole.size() + 4);
    }
    void theBeginningIsThereAtOnce()
    {
        m_page->setPage(page(500, 100, 50));
        QVERIFY(!m_page->isComplete());
        QVERIFY(m_page->toPlainText().startsWith("List update"_L1));
        QVERIFY(m_page->verticalScrollBar()->maximum() > 0);
    }
    void noPieceIsMuchLongerThanAScreen()
    {
        const QByteArray html = page(800, 20, 2000);
        qsizetype position = html.indexOf("<body>");
        int pieces = 0;
        while (position < html.size()) {
            const qsizetype next = PagePreview::nextPart(html, position);
            QVERIFY(next > position);
            QVERIFY2(next - position < 20000, qPrintable(QString::number(next - position)));
            position = next;
            ++pieces;
        }
        QVERIFY(pieces > 50);
    }
    void aNewPageEndsTheOldOne()
    {
        QSignalSpy completed(m_page.get(), &PagePreview::completed);
        m_page->setPage(page(500, 100, 50));
        QVERIFY(completed.isEmpty());
        m_page->setPage(page(1, 1, 2));
        QCOMPARE(completed.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(lines(m_page->toPlainText()), linesOf(page(1, 1, 2)));
        m_page->setPage({});
        QVERIFY(m_page->toPlainText().isEmpty());
    }
    void aPageStaysAtItsBeginningWhereItIsLaidOutAnew()
    {
        m_page->setPage(page(30, 30, 30));
        m_page->setFocus();
        m_page->resize(400, 120);
        QCoreApplication::processEvents();
        m_page->ensureCursorVisible();
        QCOMPARE(m_page->verticalScrollBar()->value(), 0);
    }
    void aLinkLeadsToItsMessage()
    {
        fill(page(30, 30, 30));
        emit m_page->anchorClicked(QUrl(u"#m20"_s));
        QVERIFY(isAtTop(u"Message 20"_s));
    }
    void aLinkWaitsForItsMessage()
    {
        QSignalSpy completed(m_page.get(), &PagePreview::completed);
        m_page->setPage(page(300, 300, 30));
        emit m_page->anchorClicked(QUrl(u"#m200"_s));
        QVERIFY(completed.wait(60000));
        QVERIFY(isAtTop(u"Message 200"_s));
    }
    void otherLinksLeadNowhere()
    {
        fill(page(30, 30, 30));
        for (const QString &link :
             {u"https://example.org/#m20"_s, u"file:///etc/passwd"_s, u"other.html#m20"_s, u"#"_s}) {
            emit m_page->anchorClicked(QUrl(link));
            QCOMPARE(m_page->verticalScrollBar()->value(), 0);
        }
        QVERIFY(m_page->toPlainText().startsWith("List update"_L1));
    }

private:
    void fill(const QByteArray &html)
    {
        QSignalSpy completed(m_page.get(), &PagePreview::completed);
        m_page->setPage(html);
        QVERIFY(!completed.isEmpty() || completed.wait(60000));
    }
    bool isAtTop(const QString &heading) const
    {
        for (QTextBlock block = m_page->document()->begin(); block.isValid(); block = block.next()) {
            if (block.text().trimmed() != heading)
                continue;
            const int top = m_page->cursorRect(QTextCursor(block)).top();
            return top >= 0 && top < 60;
        }
        return false;
    }

    std::unique_ptr<PagePreview> m_page;
};

QTEST_MAIN(TestPagePreview)
#include "tst_pagepreview.moc"
