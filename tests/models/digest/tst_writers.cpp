// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/digest/digest.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

digest::Digest sample(digest::Layout layout)
{
    digest::Digest digest;
    digest.request.from = u"1111"_s;
    digest.request.to = u"2222"_s;
    digest.request.layout = layout;
    digest.list = u"frob"_s;
    digest.domains = {{3, u"example.org"_s}};
    digest.contributors = {{2, u"Ada <ada@example.org>"_s}, {1, u"Bob <bob@example.org>"_s}};
    digest.messageCount = 5;
    digest.patchCount = 3;
    digest::MessageEntry message;
    message.title = u"tidy the frob"_s;
    message.subject = u"[PATCH v2 0/3] tidy the frob"_s;
    message.author = u"Ada <ada@example.org>"_s;
    message.text = u"Why.\n\nSigned-off-by: Ada <ada@example.org>\n---\n a.c | 3 ++-\n 1 file changed\n"_s;
    message.messageId = "1@example.org";
    message.date = 1747765595; // 2025-05-20T18:26:35Z
    if (layout == digest::Layout::Full) {
        digest.replyCount = 1;
        digest.botCount = 1;
        digest.bots = {{1, u"Robot <robot@example.org>"_s}};
        digest::PatchListEntry entry;
        entry.title = u"tidy the frob, which takes a title that is far too long for one line of eighty"_s;
        entry.author = message.author;
        entry.version = 2;
        entry.total = 3;
        entry.present = 2;
        entry.haveCover = true;
        entry.complete = false;
        entry.missing = {2};
        entry.reviewed = 1;
        entry.replies = 4;
        entry.answered = true;
        entry.date = message.date;
        entry.messageId = message.messageId;
        entry.earlier = {{1, "0@example.org"}};
        entry.joinedBy = u"title"_s;
        entry.patches = {u"one"_s, QString(), u"three"_s};
        digest.patchList = {entry};
        message.incomplete = true;
        message.entry = 0;
    }
    digest.messages = {message};
    return digest;
}

/// Everything that mail can bring along, in every place where mail is shown.
digest::Digest hostile()
{
    const QString evil =
        u"<script>alert(1)</script> [x](https://evil.example) `a``b` | *b* _c_ www.evil.example \u202egpj.exe \x1b[31m &amp;\" onload=\"x\n# head"_s;
    digest::Digest digest = sample(digest::Layout::Full);
    digest.list = evil;
    digest.request.from = evil;
    digest.domains[0].label = evil;
    digest.contributors[0].label = evil;
    digest.bots[0].label = evil;
    digest::PatchListEntry &entry = digest.patchList[0];
    entry.title = entry.author = evil;
    entry.messageId = evil.toUtf8();
    entry.earlier = {{1, evil.toUtf8()}};
    digest::MessageEntry &message = digest.messages[0];
    message.title = message.subject = message.author = evil;
    message.messageId = evil.toUtf8();
    message.text = u"```\n</pre><img src=https://evil.example/x.png>\n````\n"_s + evil + u'\n';
    return digest;
}

QString text(const digest::Digest &digest, digest::Format format)
{
    return QString::fromUtf8(digest::toBytes(digest, format));
}

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private slots:
    void classicTextIsLaidOutExactly();
    void fullTextTellsTheStateOfASeries();
    void linesOfOursStayWithinAMailsWidth();
    void steeringCharactersAreShownInEveryFormat_data();
    void steeringCharactersAreShownInEveryFormat();
    void htmlHasNoMarkupButItsOwn();
    void htmlLoadsNothing();
    void markdownEscapesWhatMailBrings();
    void jsonSaysWhatTheTextSays();
    void jsonOfClassicHasNoPatchList();
    void aFullDeviceIsAnError();
};

void TestWriters::classicTextIsLaidOutExactly()
{
    QCOMPARE(text(sample(digest::Layout::Classic), digest::Format::Text),
             u"From 1111 to 2222\n"
             "frob mailing list update from 1111 to 2222\n"
             "\n"
             "Top 15 contributor Email domains (Based on Email Body)\n"
             "\n"
             "      3 example.org\n"
             "\n"
             "Top 15 contributors (Based on Email Body)\n"
             "\n"
             "      2  Ada <ada@example.org>\n"
             "      1  Bob <bob@example.org>\n"
             "\n"
             "===== Patch list in this time period =====\n"
             "\n"
             "\n"
             "===== Patch Commit Messages ====\n"
             "\n"
             "New:  tidy the frob\n"
             "[PATCH v2 0/3] tidy the frob\n"
             "Author: Ada <ada@example.org>\n"
             "\n"
             "Why.\n"
             "\n"
             "Signed-off-by: Ada <ada@example.org>\n"
             "---\n"
             " a.c | 3 ++-\n"
             " 1 file changed\n"
             "\n"
             "----------------------------------------------------------------------\n"
             "\n"_s);
}

void TestWriters::fullTextTellsTheStateOfASeries()
{
    const QString full = text(sample(digest::Layout::Full), digest::Format::Text);
    for (const char *heading :
         {"From 1111 to 2222\n", "Top 15 contributor Email domains (Based on Email Body)\n",
          "===== Patch list in this time period =====\n", "===== Patch Commit Messages ====\n"})
        QVERIFY2(full.contains(QString::fromLatin1(heading)), heading);
    QVERIFY(full.contains(" v2   2/3    tidy the frob, which"_L1));
    QVERIFY(full.contains("Ada <ada@example.org>, 20 May 2025\n"_L1));
    QVERIFY(full.contains("reviewed 1 of 2, 4 replies\n"_L1));
    QVERIFY(full.contains("INCOMPLETE: patch 2 is missing\n"_L1));
    QVERIFY(full.contains("v1: <0@example.org>\n"_L1));
    QVERIFY(full.contains("Bots, counted apart"_L1));
    QVERIFY(full.contains("5 messages: 3 patches and cover letters (1 series), 1 reply, 1 from bots."_L1));
}

void TestWriters::linesOfOursStayWithinAMailsWidth()
{
    const QStringList lines = text(sample(digest::Layout::Full), digest::Format::Text).split(u'\n');
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 80, qPrintable(line));
}

void TestWriters::steeringCharactersAreShownInEveryFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("text") << int(digest::Format::Text);
    QTest::newRow("markdown") << int(digest::Format::Markdown);
    QTest::newRow("html") << int(digest::Format::Html);
    QTest::newRow("json") << int(digest::Format::Json);
}

void TestWriters::steeringCharactersAreShownInEveryFormat()
{
    QFETCH(const int, format);
    for (const auto layout : {digest::Layout::Full, digest::Layout::Classic}) {
        digest::Digest digest = hostile();
        digest.request.layout = layout;
        const QString written = text(digest, digest::Format(format));
        QVERIFY(!written.contains(u'\u202e'));
        QVERIFY(!written.contains(u'\x1b'));
    }
}

void TestWriters::htmlHasNoMarkupButItsOwn()
{
    const QString html = text(hostile(), digest::Format::Html);
    static const QRegularExpression tag(u"<([a-z0-9]+)([^>]*)>"_s, QRegularExpression::CaseInsensitiveOption);
    const QStringList ours =
        u"html head meta title style body header h1 h2 h3 p div section table tr td ul li span a "
        "article pre code"_s.split(u' ');
    int tags = 0;
    for (auto match = tag.globalMatch(html); match.hasNext(); ++tags) {
        const QRegularExpressionMatch one = match.next();
        QVERIFY2(ours.contains(one.captured(1)), qPrintable(one.captured()));
        QVERIFY2(!one.captured(2).contains("onload"_L1), qPrintable(one.captured()));
        QVERIFY2(!one.captured(2).contains("evil"_L1), qPrintable(one.captured()));
    }
    QVERIFY(tags > 30);
    QVERIFY(html.contains("&lt;script&gt;"_L1));
}

void TestWriters::htmlLoadsNothing()
{
    const QString html = text(hostile(), digest::Format::Html);
    static const QRegularExpression reference(
        u"<[^>]*\\b(src|href|url|action|data)=[\"']?+(?!#m\\d+\")[^>]*>"_s);
    QVERIFY(!reference.match(html).hasMatch());
    QVERIFY(!html.contains("@import"_L1));
    QVERIFY(!html.contains("url("_L1));
    QVERIFY(html.contains("prefers-color-scheme: dark"_L1));
}

void TestWriters::markdownEscapesWhatMailBrings()
{
    const QString markdown = text(hostile(), digest::Format::Markdown);
    // Outside of fences no special character may stand without its backslash.
    bool fenced = false;
    QString fence;
    for (const QString &line : markdown.split(u'\n')) {
        static const QRegularExpression start(u"^(`{3,})(text)?$"_s);
        const auto match = start.match(line);
        if (!fenced && match.hasMatch() && !match.captured(2).isEmpty()) {
            fenced = true;
            fence = match.captured(1);
            continue;
        }
        if (fenced) {
            fenced = line != fence;
            continue;
        }
        // Code spans (Message-IDs) are fenced by more backticks than they hold.
        static const QRegularExpression span(u"(?<![`\\\\])(`+)(?!`).+?(?<!`)\\1(?!`)"_s);
        QString rest = line;
        rest.remove(span);
        QVERIFY2(!rest.contains("<script"_L1) || rest.contains("\\<script"_L1), qPrintable(line));
        QVERIFY2(!rest.contains("[x]"_L1), qPrintable(line));
        QVERIFY2(!rest.contains("https://"_L1), qPrintable(line));
        QVERIFY2(!rest.contains("www.evil"_L1), qPrintable(line));
        QVERIFY2(!rest.startsWith("# head"_L1), qPrintable(line));
    }
    QVERIFY(!fenced);
    QVERIFY(markdown.contains("`````text\n```\n</pre>"_L1));
}

void TestWriters::jsonSaysWhatTheTextSays()
{
    const QJsonObject json =
        QJsonDocument::fromJson(digest::toBytes(sample(digest::Layout::Full), digest::Format::Json)).object();
    QCOMPARE(json[u"list"_s].toString(), u"frob"_s);
    QCOMPARE(json[u"counts"_s][u"patches"_s].toInt(), 3);
    QCOMPARE(json[u"contributors"_s][1][u"contributor"_s].toString(), u"Bob <bob@example.org>"_s);
    const QJsonValue entry = json[u"patch_list"_s][0];
    QCOMPARE(entry[u"date_utc"_s].toString(), u"2025-05-20T18:26:35Z"_s);
    QCOMPARE(entry[u"missing"_s][0].toInt(), 2);
    QVERIFY(entry[u"patches"_s][1][u"title"_s].isNull());
    QCOMPARE(entry[u"patches"_s][2][u"title"_s].toString(), u"three"_s);
    QCOMPARE(entry[u"earlier"_s][0][u"message_id"_s].toString(), u"0@example.org"_s);
    QVERIFY(entry[u"newer"_s].isNull());
    QCOMPARE(json[u"messages"_s][0][u"series"_s].toInt(), 0);
    // Escapes say the same to a program.
    const QJsonObject evil =
        QJsonDocument::fromJson(digest::toBytes(hostile(), digest::Format::Json)).object();
    QCOMPARE(evil[u"messages"_s][0][u"title"_s].toString(), hostile().messages[0].title);
}

void TestWriters::jsonOfClassicHasNoPatchList()
{
    const QJsonObject json =
        QJsonDocument::fromJson(digest::toBytes(sample(digest::Layout::Classic), digest::Format::Json))
            .object();
    QCOMPARE(json[u"layout"_s].toString(), u"classic"_s);
    QVERIFY(!json.contains(u"patch_list"_s));
    QVERIFY(!json[u"messages"_s][0].toObject().contains(u"incomplete"_s));
}

void TestWriters::aFullDeviceIsAnError()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("there is no /dev/full here");
    const auto written = digest::write(sample(digest::Layout::Full), digest::Format::Html, full);
    QVERIFY(!written);
    QCOMPARE(written.error().code, base::ErrorCode::Unwritable);
    QVERIFY(!written.error().text.isEmpty());
}

QTEST_APPLESS_MAIN(TestWriters)
#include "tst_writers.moc"
