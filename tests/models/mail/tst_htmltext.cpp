// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/htmltext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using loredesk::mail::htmlText;

class HtmlTextTest : public QObject
{
    Q_OBJECT

private slots:
    void htmlIsReadAsText_data();
    void htmlIsReadAsText();
    void brokenMarkupLosesNoText_data();
    void brokenMarkupLosesNoText();
    void floodsTakeNoMoreThanTheirLength_data();
    void floodsTakeNoMoreThanTheirLength();
};

void HtmlTextTest::htmlIsReadAsText_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &html, const QString &text) {
        QTest::newRow(name) << html << text;
    };
    row("nothing", {}, {});
    row("plain", u"Hello"_s, u"Hello\n"_s);
    row("blanks are one", u"  a \n\t b  "_s, u"a b\n"_s);
    row("paragraphs", u"<p>One.</p><p>Two.</p>"_s, u"One.\n\nTwo.\n"_s);
    row("lines", u"<div>a</div><div>b</div>c<br>d<BR/>e"_s, u"a\nb\nc\nd\ne\n"_s);
    row("an empty line", u"<div>a</div><div><br></div><div>b</div>"_s, u"a\n\nb\n"_s);
    row("words stay apart", u"a<b>b</b> <i>c</i>d"_s, u"ab cd\n"_s);
    row("head, style, script, comment",
        u"<html><head><title>T</title><style>p{}</style></head><body>a<script>if (a<b) x();</script>b<!-- c "
        u"> d "
        "-->c<style>x</style></body></html>"_s,
        u"abc\n"_s);
    row("quotes", u"<p>Hi</p><blockquote>a<blockquote><div>b</div><p>c</p></blockquote></blockquote>d"_s,
        u"Hi\n\n> a\n>\n> > b\n>>\n> > c\n\nd\n"_s);
    row("pre", u"<pre>\nint a;\n\tif (a &lt; b)\n\n\nend</pre>x"_s,
        u"int a;\n\tif (a < b)\n\n\nend\n\nx\n"_s);
    row("lists", u"<ul><li>a<li>b<ul><li>c</ul></ul>d"_s, u"- a\n- b\n  - c\n\nd\n"_s);
    row("table", u"<table><tr><th>A</th><th>B</th></tr><tr><td>1<td>2</table>"_s, u"A  B\n1  2\n"_s);
    row("rule", u"a<hr>b"_s, u"a\n\n____________________\n\nb\n"_s);
    row("link", u"see <a class=x href=\"https://example.org/a?b=1&amp;c\">the page</a>."_s,
        u"see the page <https://example.org/a?b=1&c>.\n"_s);
    row("link that says where it leads",
        u"<a href='https://example.org/'>example.org</a> <a href=mailto:a@b.c>a@b.c</a>"_s,
        u"example.org a@b.c\n"_s);
    row("link that lies", u"<a href=\"https://evil.example/\">https://good.example/</a>"_s,
        u"https://good.example/ <https://evil.example/>\n"_s);
    row("link within the page", u"<a href=\"#top\">up</a>"_s, u"up\n"_s);
    row("picture", u"<img src=\"http://tracker.example/1.gif\">a<img alt='a logo' src=x>"_s,
        u"a[image: a logo]\n"_s);
    row("characters", u"&lt;a&gt; &amp; &quot;b&quot;&nbsp;&uuml;&#8364;&#x20AC;&hellip;"_s,
        u"<a> & \"b\" ü€€…\n"_s);
    row("Windows' characters", u"&#147;a&#148;"_s, u"\u201ca\u201d\n"_s);
    row("no characters", u"&#0;&#xd800;&#x110000;&#99999999999;"_s, u"\ufffd\ufffd\ufffd\ufffd\n"_s);
    row("ampersands", u"a & b && c&nosuch; &# &#x; R&D"_s, u"a & b && c&nosuch; &# &#x; R&D\n"_s);
    row("hidden text is shown", u"<div style=\"display:none\">a</div>b"_s, u"a\nb\n"_s);
    row("a bracket in an attribute", u"<a title=\"a > b\" href=\"x\">c</a>"_s, u"c <x>\n"_s);
    row("characters that steer are left to who shows them", u"a\u202eb&#8238;c"_s, u"a\u202eb\u202ec\n"_s);
}

void HtmlTextTest::htmlIsReadAsText()
{
    QFETCH(const QString, html);
    QTEST(htmlText(html), "text");
}

void HtmlTextTest::brokenMarkupLosesNoText_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("less than") << u"if (a < b) marker"_s;
    QTest::newRow("less than a letter") << u"if (a <b) marker"_s;
    QTest::newRow("a quote that is never closed") << u"<a href=\"x>marker"_s;
    QTest::newRow("end tags alone") << u"</div></blockquote></pre></a></ul>marker"_s;
    QTest::newRow("a head that is never closed") << u"<head>marker"_s;
    QTest::newRow("at the end") << u"marker<"_s;
    QTest::newRow("an attribute without a name") << u"<a =x =\"y\" = >marker"_s;
}

void HtmlTextTest::brokenMarkupLosesNoText()
{
    QFETCH(const QString, html);
    QVERIFY2(htmlText(html).contains(u"marker"_s), qPrintable(htmlText(html)));
}

void HtmlTextTest::floodsTakeNoMoreThanTheirLength_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"<",       "<a",         "<a ",  "<a href=\"",   "</",      "<!--",        "<!",
          "&",       "&#",         "&#x",  "<blockquote>", "<pre>\n", "<ul><li>",    "<head>",
          "<style>", "<a href=x>", "<td>", "<br>",         "<p>x",    "<img alt=x>", "<b '\">"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void HtmlTextTest::floodsTakeNoMoreThanTheirLength()
{
    QFETCH(const QString, piece);
    // Whatever takes the square of it would not end within the test's time.
    const QString flood = piece.repeated(100'000) + u"marker"_s;
    QVERIFY(htmlText(flood).size() <= 24 * flood.size());
}

QTEST_APPLESS_MAIN(HtmlTextTest)
#include "tst_htmltext.moc"
