// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/digest/digest.h"
#include "models/digest/patchlist.h"
#include "tests/support/headbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

/// Every message says its own id, so that a test can see whose text stands where.
base::Result<patch::ReadMessage> sayId(const catalog::Catalog &catalog, base::MessageIndex row)
{
    const series::MessageHead &head = catalog.message(row);
    patch::ReadMessage read;
    read.patch.author = head.author;
    read.patch.authorInBody = head.author != head.submitter;
    if (read.patch.authorInBody)
        read.patch.text = "From: "_L1 + head.author.toString() + u"\n\n"_s;
    read.patch.text += "text of "_L1 + QString::fromUtf8(head.messageId) + u'\n';
    return read;
}

struct Built
{
    catalog::CatalogPtr catalog;
    digest::Digest digest;
    QList<base::Problem> problems;
};

Built build(const catalog::CatalogPtr &catalog, digest::DigestRequest request,
            const QByteArray &unreadable = {})
{
    if (request.rows.empty())
        request.rows = catalog::rowsIn(*catalog, {});
    const digest::ContentReader read = [&](base::MessageIndex row) -> base::Result<patch::ReadMessage> {
        if (!unreadable.isEmpty() && catalog->message(row).messageId == unreadable)
            return base::Error{base::ErrorCode::Unreadable, u"the object is missing"_s, {}, u"fetch it"_s};
        return sayId(*catalog, row);
    };
    base::NoProgress progress;
    QList<base::Problem> problems;
    auto built = digest::build(*catalog, request, read, progress, problems);
    return {catalog, built ? *built : digest::Digest(), problems};
}

digest::DigestRequest request(digest::Layout layout, int top = 15)
{
    digest::DigestRequest result;
    result.from = u"a"_s;
    result.to = u"b"_s;
    result.layout = layout;
    result.top = top;
    return result;
}

QString print(const std::vector<digest::TopRow> &rows)
{
    QStringList parts;
    for (const digest::TopRow &row : rows)
        parts << QString::number(row.count) + u' ' + row.label;
    return parts.join("; "_L1);
}

QString printIds(const digest::Digest &digest)
{
    QStringList ids;
    for (const digest::MessageEntry &entry : digest.messages)
        ids << QString::fromUtf8(entry.messageId).section(u'@', 0, 0);
    return ids.join(u' ');
}

class Cancelled final : public base::ProgressSink
{
public:
    void progress(const QString &, std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return true; }
};

} // namespace

class TestDigest : public QObject
{
    Q_OBJECT

private slots:
    void classicCountsPatchesAndCoversButNoReplies();
    void classicOrdersEqualCountsInReverse();
    void classicTakesTheHeaderWhereAListRewroteIt();
    void classicListsCoversAndFirstPatchesNewestFirst();
    void classicKeepsTheBlankLineBelowTheInBodyFrom();
    void topCutsTheLists();
    void fullCountsBotsApart();
    void fullListsEverySeriesAndSinglePatch();
    void fullShowsEachSeriesTogetherNewestFirst();
    void fullShowsTheFirstPatchThereIs();
    void onlyTheRangeIsCounted();
    void earlierVersionsAreNamed();
    void earlierVersionsAreReadFromACoverLetter();
    void aMessageThatCannotBeReadIsAProblemAndSaysSo();
    void cancelTakesEffect();
    void ofALongTextTheBeginningIsShown_data();
    void ofALongTextTheBeginningIsShown();
    void longLinesEndInAnEllipsis();
    void ofThousandsOfVersionsTheNewestAreNamed();
};

void TestDigest::classicCountsPatchesAndCoversButNoReplies()
{
    const Built built = build(tests::catalogFrom(u"@ada 0 1(re@bob) 2\n@bob p(re@ada)\nother @carol\n"_s),
                              request(digest::Layout::Classic));
    QCOMPARE(print(built.digest.contributors), u"3 Ada <ada@example.org>; 1 Bob <bob@example.org>"_s);
    QCOMPARE(print(built.digest.domains), u"4 example.org"_s);
    QCOMPARE(built.digest.patchCount, 4);
    QCOMPARE(built.digest.messageCount, 7);
}

void TestDigest::classicOrdersEqualCountsInReverse()
{
    const Built built =
        build(tests::catalogFrom(u"@ada p\n@carol p\n@bob p\n@bob p\n"_s), request(digest::Layout::Classic));
    QCOMPARE(print(built.digest.contributors),
             u"2 Bob <bob@example.org>; 1 Carol <carol@example.org>; 1 Ada <ada@example.org>"_s);
}

void TestDigest::classicTakesTheHeaderWhereAListRewroteIt()
{
    std::vector<series::MessageHead> heads = tests::headsFrom(u"@ada p\n"_s);
    heads[0].from = {u"Ada via list"_s, u"list@example.org"_s};
    const auto catalog = catalog::Catalog::build({}, heads, {});
    QCOMPARE(print(build(catalog, request(digest::Layout::Classic)).digest.contributors),
             u"1 Ada via list <list@example.org>"_s);
    QCOMPARE(print(build(catalog, request(digest::Layout::Full)).digest.contributors),
             u"1 Ada <ada@example.org>"_s);
}

void TestDigest::classicListsCoversAndFirstPatchesNewestFirst()
{
    const Built built =
        build(tests::catalogFrom(u"@ada 0 1 2 3\n@bob p\n@carol 1 2\n"_s), request(digest::Layout::Classic));
    QCOMPARE(printIds(built.digest), u"3.1 1.1 1.0"_s);
}

void TestDigest::classicKeepsTheBlankLineBelowTheInBodyFrom()
{
    const Built built = build(tests::catalogFrom(u"@ada 1@bob /2\n"_s), request(digest::Layout::Classic));
    QCOMPARE(built.digest.messages.size(), 1);
    QCOMPARE(built.digest.messages[0].text, u"\ntext of 1.1@example.org\n"_s);
    QCOMPARE(built.digest.messages[0].author, u"Ada <ada@example.org>"_s);
    const Built full = build(built.catalog, request(digest::Layout::Full));
    QCOMPARE(full.digest.messages[0].text, u"text of 1.1@example.org\n"_s);
    QCOMPARE(full.digest.messages[0].author, u"Bob <bob@example.org>"_s);
}

void TestDigest::topCutsTheLists()
{
    const auto catalog = tests::catalogFrom(u"@ada p\n@bob p\n@carol p\n"_s);
    for (const auto layout : {digest::Layout::Classic, digest::Layout::Full})
        QCOMPARE(int(build(catalog, request(layout, 2)).digest.contributors.size()), 2);
}

void TestDigest::fullCountsBotsApart()
{
    const Built built =
        build(tests::catalogFrom(u"@ada 0 1(bot re@bob) 2(bot)\n"_s), request(digest::Layout::Full));
    QCOMPARE(built.digest.botCount, 2);
    QCOMPARE(built.digest.replyCount, 1);
    QCOMPARE(built.digest.patchCount, 3);
    QCOMPARE(int(built.digest.bots.size()), 1);
    QCOMPARE(built.digest.bots[0].count, 2);
    QCOMPARE(print(built.digest.contributors), u"3 Ada <ada@example.org>"_s);
    QVERIFY(build(built.catalog, request(digest::Layout::Classic)).digest.bots.empty());
}

void TestDigest::fullListsEverySeriesAndSinglePatch()
{
    const Built built = build(tests::catalogFrom(u"\"one\" @ada 0 1(re@bob+R) - 3 /3\n\"two\" @bob p\n"_s),
                              request(digest::Layout::Full));
    const auto &list = built.digest.patchList;
    QCOMPARE(int(list.size()), 2);
    QCOMPARE(list[0].title, u"two"_s);
    QVERIFY(list[0].single && list[0].complete && !list[0].answered);
    QCOMPARE(list[1].title, u"one"_s);
    QVERIFY(!list[1].single && !list[1].complete && list[1].haveCover && list[1].answered);
    QCOMPARE(list[1].present, 2);
    QCOMPARE(list[1].total, 3);
    QCOMPARE(list[1].missing, QList<int>{2});
    QCOMPARE(list[1].reviewed, 1);
    QCOMPARE(list[1].messageId, QByteArray("1.0@example.org"));
    QCOMPARE(list[1].patches.size(), 3);
}

void TestDigest::fullShowsEachSeriesTogetherNewestFirst()
{
    const Built built =
        build(tests::catalogFrom(u"@ada 0 1 2 3\n@bob p\n@carol 1 2\n"_s), request(digest::Layout::Full));
    QCOMPARE(printIds(built.digest), u"3.1 2.p 1.0 1.1"_s);
    QCOMPARE(built.digest.messages[3].entry, 2);
}

void TestDigest::fullShowsTheFirstPatchThereIs()
{
    const Built built = build(tests::catalogFrom(u"@ada - 2 3\n"_s), request(digest::Layout::Full));
    QCOMPARE(printIds(built.digest), u"1.2"_s);
    QVERIFY(built.digest.messages[0].incomplete);
}

void TestDigest::onlyTheRangeIsCounted()
{
    const auto catalog = tests::catalogFrom(u"@ada 0 1 2\n@bob p\n"_s);
    digest::DigestRequest asked = request(digest::Layout::Full);
    asked.rows = {catalog->find("1.2@example.org")};
    const Built built = build(catalog, asked);
    QCOMPARE(built.digest.patchCount, 1);
    QCOMPARE(int(built.digest.patchList.size()), 1);
    // Its series is whole, though most of it came before the range.
    QVERIFY(built.digest.patchList[0].complete);
    QCOMPARE(printIds(built.digest), u"1.2"_s);
}

void TestDigest::earlierVersionsAreNamed()
{
    const Built built = build(tests::catalogFrom(u"\"frob\" @ada 0 1 2\n\"frob\" @ada v2 0 1 2\n"_s),
                              request(digest::Layout::Full));
    const auto &list = built.digest.patchList;
    QCOMPARE(int(list.size()), 2);
    QCOMPARE(list[0].version, 2);
    QCOMPARE(list[0].earlier, (QList<QPair<int, QByteArray>>{{1, "1.0@example.org"}}));
    QCOMPARE(list[0].joinedBy, u"title"_s);
    QCOMPARE(list[1].newer, 2);
    QVERIFY(list[1].earlier.isEmpty());
}

void TestDigest::earlierVersionsAreReadFromACoverLetter()
{
    using Earlier = QList<QPair<int, QByteArray>>;
    QCOMPARE(digest::earlierFromText(u"- Link to v2: https://lore.kernel.org/r/two@example.org\n"
                                     "v1: https://lore.kernel.org/all/one@example.org/\n"_s,
                                     3),
             (Earlier{{2, "two@example.org"}, {1, "one@example.org"}}));
    QCOMPARE(digest::earlierFromText(u"Changes since v1 [https://lore.kernel.org/r/one@example.org]\n"_s, 2),
             (Earlier{{1, "one@example.org"}}));
    // Its own or a later version, and links that are no mail, are not earlier versions.
    QCOMPARE(digest::earlierFromText(
                 u"v3: https://lore.kernel.org/r/x@example.org\nv1: https://example.org/v1\n"_s, 3),
             Earlier());
}

void TestDigest::aMessageThatCannotBeReadIsAProblemAndSaysSo()
{
    const auto catalog = tests::catalogFrom(u"@ada 0 1 2\n"_s);
    for (const auto layout : {digest::Layout::Classic, digest::Layout::Full}) {
        const Built built = build(catalog, request(layout), "1.0@example.org");
        QCOMPARE(built.problems.size(), 1);
        QCOMPARE(built.problems[0].text, u"the object is missing"_s);
        QCOMPARE(built.problems[0].place.messageId, u"1.0@example.org"_s);
        QCOMPARE(int(built.digest.messages.size()), 2);
        const QString text = QString::fromUtf8(digest::toBytes(built.digest, digest::Format::Text));
        QVERIFY(text.contains("could not be read: the object is missing"_L1));
        QVERIFY(text.contains("text of 1.1@example.org"_L1));
    }
}

void TestDigest::cancelTakesEffect()
{
    const auto catalog = tests::catalogFrom(u"@ada 0 1 2\n"_s);
    digest::DigestRequest asked = request(digest::Layout::Full);
    asked.rows = catalog::rowsIn(*catalog, {});
    int reads = 0;
    Cancelled progress;
    QList<base::Problem> problems;
    const auto built = digest::build(
        *catalog, asked,
        [&](base::MessageIndex row) {
            ++reads;
            return sayId(*catalog, row);
        },
        progress, problems);
    QVERIFY(!built);
    QCOMPARE(built.error().code, base::ErrorCode::Cancelled);
    QCOMPARE(reads, 0);
}

void TestDigest::ofALongTextTheBeginningIsShown_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("many lines") << u"a line of text\n"_s;
    QTest::newRow("one line") << u"xyz "_s;
    QTest::newRow("a character that is two units") << u"\U0001f600"_s;
}

void TestDigest::ofALongTextTheBeginningIsShown()
{
    QFETCH(QString, piece);
    const QString body = u"b"_s + piece.repeated(4'000'000 / piece.size()) + u"c\n"_s;
    const auto catalog = tests::catalogFrom(u"@ada 1 2\n"_s);
    for (const digest::Layout layout : {digest::Layout::Classic, digest::Layout::Full}) {
        digest::DigestRequest asked = request(layout);
        asked.rows = catalog::rowsIn(*catalog, {});
        base::NoProgress progress;
        QList<base::Problem> problems;
        const auto built = digest::build(
            *catalog, asked,
            [&](base::MessageIndex) {
                patch::ReadMessage read;
                read.patch.text = body;
                return read;
            },
            progress, problems);
        QVERIFY(built.ok());
        const QString &text = built->messages.at(0).text;
        QVERIFY(text.size() < 530'000);
        const qsizetype note = text.indexOf("(This message goes on for "_L1);
        QVERIFY(note > 500'000);
        QVERIFY(QStringView(text).isValidUtf16());
        QCOMPARE(text[note - 1], u'\n');
        // Nothing is lost uncounted: what is shown and what is left out are the whole.
        const qsizetype shown = body.startsWith(QStringView(text).first(note)) ? note : note - 1;
        const qsizetype left = QStringView(text).sliced(note + 26).split(u' ').front().toLongLong();
        QCOMPARE(shown + left, body.size());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0].place.messageId, u"1.1@example.org"_s);
        QVERIFY(problems[0].hint.startsWith(QString::number(left)));
    }
}

void TestDigest::longLinesEndInAnEllipsis()
{
    std::vector<series::MessageHead> heads = tests::headsFrom(u"@ada 0 1\n"_s);
    for (series::MessageHead &head : heads) {
        head.subject = head.prefix.title = u"t"_s.repeated(100'000);
        head.from.name = head.submitter.name = head.author.name = u"n"_s.repeated(100'000);
    }
    const auto catalog = catalog::Catalog::build({}, heads, {});
    for (const digest::Layout layout : {digest::Layout::Classic, digest::Layout::Full}) {
        const digest::Digest digest = build(catalog, request(layout)).digest;
        QCOMPARE(digest.messages.at(0).title, u"t"_s.repeated(999) + u'\u2026');
        QCOMPARE(digest.messages.at(0).subject.size(), 1000);
        QCOMPARE(digest.messages.at(0).author.size(), 1000);
        QCOMPARE(digest.contributors.at(0).label.size(), 1000);
        for (const digest::PatchListEntry &entry : digest.patchList)
            QVERIFY(entry.title.size() == 1000 && entry.author.size() == 1000 &&
                    entry.patches.at(0).size() == 1000);
    }
}

void TestDigest::ofThousandsOfVersionsTheNewestAreNamed()
{
    QString text;
    for (int version = 1; version <= 300; ++version)
        text += u"\"a\" v%1 p\n"_s.arg(version);
    const Built built = build(tests::catalogFrom(text), request(digest::Layout::Full));
    QCOMPARE(built.digest.patchList.size(), std::size_t(300));
    QCOMPARE(built.digest.patchList[0].version, 300);
    QCOMPARE(built.digest.patchList[0].earlier.size(), 100);
    QCOMPARE(built.digest.patchList[0].earlier[0].first, 299);
}

QTEST_APPLESS_MAIN(TestDigest)
#include "tst_digest.moc"
