// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/searchabletext.h"

#include <QTest>

using namespace loredesk;
using patch::SearchableText;
using patch::searchableText;
using patch::TextColumn;

namespace {

QByteArray squeezed(const QByteArray &text)
{
    return text.simplified();
}

const QByteArray Head = "From: Ada <ada@example.org>\nTo: list@example.org,\n\tBob <bob@example.org>\n"
                        "Cc: c1@example.org\nCC: c2@example.org\nSubject: [PATCH] fix\n it\n"
                        "List-Id: A list <kvm.example.org>\nMessage-ID: <1@example.org>\n";

SearchableText textOf(const QByteArray &body, const QByteArray &header = {})
{
    return searchableText(Head + header + '\n' + body);
}

} // namespace

class TestSearchableText : public QObject
{
    Q_OBJECT

private slots:
    void headersAreDecodedColumnByColumn()
    {
        const SearchableText text = textOf("x\n");
        QCOMPARE(squeezed(text[TextColumn::Subject]), QByteArray("[PATCH] fix it"));
        QCOMPARE(squeezed(text[TextColumn::From]), QByteArray("Ada <ada@example.org>"));
        QCOMPARE(squeezed(text[TextColumn::To]), QByteArray("list@example.org, Bob <bob@example.org>"));
        QCOMPARE(squeezed(text[TextColumn::Cc]), QByteArray("c1@example.org c2@example.org"));
        QCOMPARE(squeezed(text[TextColumn::ListIds]), QByteArray("A list <kvm.example.org>"));
        const SearchableText encoded = searchableText(
            "Subject: =?iso-8859-1?Q?caf=E9?=\nFrom: =?utf-8?B?w4RkYQ==?= <a@example.org>\n\n");
        QCOMPARE(encoded[TextColumn::Subject], QByteArray("caf\xc3\xa9"));
        QCOMPARE(encoded[TextColumn::From], QByteArray("\xc3\x84"
                                                       "da <a@example.org>"));
        const SearchableText raw = searchableText("Subject: caf\xe9\n\n");
        QCOMPARE(raw[TextColumn::Subject], QByteArray("caf\xc3\xa9"));
    }

    void quotedLinesStandApart()
    {
        const SearchableText text = textOf("Hello\n> quoted one\n>> quoted two\nreply\n > not quoted\n>last");
        QCOMPARE(squeezed(text[TextColumn::Unquoted]), QByteArray("Hello reply > not quoted"));
        QCOMPARE(squeezed(text[TextColumn::Quoted]), QByteArray("> quoted one >> quoted two >last"));
    }

    void diffsGiveFileNamesAndHunkHeaders()
    {
        const SearchableText text =
            textOf("msg\n---\n a | 2 +-\n\ndiff --git a/old/a.c b/new/a.c\n"
                   "rename from old/a.c\nrename to new/a.c\n--- a/old/a.c\n+++ b/new/a.c\n"
                   "@@ -1,3 +1,3 @@ int hv_init(void)\n one\n--- minus\n+++ plus\n three\n"
                   "diff --git a/b.c b/b.c\n--- a/b.c\n+++ b/b.c\n@@ -9 +9 @@\n-x\n+y\n-- \n2.39\n");
        QCOMPARE(text[TextColumn::FileNames], QByteArray("new/a.c\nold/a.c\nb.c"));
        QCOMPARE(squeezed(text[TextColumn::HunkHeaders]), QByteArray("int hv_init(void)"));
        QVERIFY(text[TextColumn::Unquoted].contains("+++ plus"));
        const SearchableText reply = textOf("> diff --git a/x.c b/x.c\n> --- a/x.c\n> +++ b/x.c\n");
        QVERIFY(reply[TextColumn::FileNames].isEmpty());
    }

    void bytesAreReadInTheirCharset_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        const QByteArray plain = "Content-Type: text/plain; charset=";
        QTest::newRow("utf-8") << plain + "utf-8\n" << QByteArray("caf\xc3\xa9\n");
        QTest::newRow("no charset, utf-8") << QByteArray() << QByteArray("caf\xc3\xa9\n");
        QTest::newRow("no charset, else") << QByteArray() << QByteArray("caf\xe9\n");
        QTest::newRow("latin 1") << plain + "iso-8859-1\n" << QByteArray("caf\xe9\n");
        QTest::newRow("koi8, other bytes") << plain + "iso-8859-15\n" << QByteArray("caf\xe9\n");
        QTest::newRow("utf-16") << plain + "utf-16le\n" << QByteArray("c\0a\0f\0\xe9\0\n\0", 10);
        QTest::newRow("quoted-printable") << plain + "utf-8\nContent-Transfer-Encoding: quoted-printable\n"
                                          << QByteArray("ca=\nf=C3=A9\n");
        QTest::newRow("base64") << plain + "utf-8\nContent-Transfer-Encoding: base64\n"
                                << QByteArray("caf\xc3\xa9\n").toBase64();
    }
    void bytesAreReadInTheirCharset()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        QCOMPARE(squeezed(textOf(body, header)[TextColumn::Unquoted]), QByteArray("caf\xc3\xa9"));
    }

    void everyTextThatPeopleReadIsThere()
    {
        const QByteArray diff =
            "diff --git a/f.c b/f.c\n--- a/f.c\n+++ b/f.c\n@@ -1 +1 @@ func\n-old\n+new\n";
        const SearchableText text =
            textOf("--b\nContent-Type: text/plain\n\nletter\n--b\nContent-Type: text/html\n\n<p>markup</p>\n"
                   "--b\nContent-Type: application/octet-stream; name=x.patch\nContent-Transfer-Encoding: "
                   "base64\n\n" +
                       diff.toBase64() +
                       "\n--b\nContent-Type: application/octet-stream; "
                       "name=x.bin\nContent-Transfer-Encoding: base64\n\n" +
                       QByteArray("binary stuff").toBase64() +
                       "\n--b\nContent-Type: application/pgp-signature\n\niQEzBAEB\n--b--\n",
                   "Content-Type: multipart/mixed; boundary=b\nMIME-Version: 1.0\n");
        const QByteArray body = text[TextColumn::Unquoted];
        QVERIFY(body.contains("letter"));
        QVERIFY(body.contains("+new"));
        for (const char *absent : {"markup", "YmluYXJ5", "binary stuff", "iQEzBAEB"})
            QVERIFY2(!body.contains(absent), absent);
        QCOMPARE(text[TextColumn::FileNames], QByteArray("f.c"));
        QCOMPARE(squeezed(text[TextColumn::HunkHeaders]), QByteArray("func"));
    }

    void htmlAloneIsReadWithoutItsMarkup()
    {
        const SearchableText text = textOf(
            "<html><style>p { x }</style><script>alert(1)</script><p class=c>Hello<br>you</p><unclosed",
            "Content-Type: text/html\n");
        QCOMPARE(squeezed(text[TextColumn::Unquoted]), QByteArray("Hello you"));
    }

    void theDataOfBinaryPatchesIsLeftOut()
    {
        const SearchableText text =
            textOf("msg\n---\ndiff --git a/x.png b/x.png\nnew file mode 100644\n"
                   "index 000..123\nGIT binary patch\nliteral 10\nRcmZQz0Rq4Z5C8xG\nzcmeAS@N?(o\n"
                   "\nliteral 0\nHcmV?d00001\n\ndiff --git a/b.c b/b.c\n--- a/b.c\n+++ b/b.c\n"
                   "@@ -1 +1 @@\n-x\n+kept\n-- \n2.39\n");
        const QByteArray body = text[TextColumn::Unquoted];
        QVERIFY(body.contains("GIT binary patch"));
        QVERIFY(body.contains("+kept"));
        for (const char *absent : {"RcmZQ", "zcmeAS", "HcmV"})
            QVERIFY2(!body.contains(absent), absent);
        // Who only talks of it keeps the rest of the letter.
        const SearchableText talk = textOf("GIT binary patch\nis what git writes\nin such a case\n");
        QVERIFY(talk[TextColumn::Unquoted].contains("in such a case"));
    }

    void nothingIsAnEmptyText()
    {
        for (const QByteArray &raw :
             {QByteArray(), QByteArray("\n"), QByteArray("\0\xff", 2), QByteArray(100'000, '>')}) {
            const SearchableText text = searchableText(raw);
            QVERIFY(text[TextColumn::Subject].isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchableText)
#include "tst_searchabletext.moc"
