// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriescopying.h"

#include "tests/support/headbuilder.h"
#include "ui/seriesfilename.h"
#include "ui/shellword.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

/// The rows of `text` (see headsFrom), in an archive at `path`, the first with another Message-ID.
catalog::CatalogPtr catalogAt(const QString &path, const QString &text, const QByteArray &id = {})
{
    std::vector<series::MessageHead> heads = tests::headsFrom(text);
    if (!id.isEmpty())
        heads.front().messageId = id;
    return catalog::Catalog::build({path, u"frob"_s, {}, {}}, std::move(heads), {});
}

} // namespace

class SeriesCopyingTest : public QObject
{
    Q_OBJECT

private slots:
    void wordsComeOutOfTheShellAsTheyWentIn_data();
    void wordsComeOutOfTheShellAsTheyWentIn();
    void whatSteersATerminalIsNoWord_data();
    void whatSteersATerminalIsNoWord();
    void thePatchListNamesWhatIsMissing();
    void commandsNameTheSeriesByItsHead();
    void anOlderVersionIsAskedForByNumber();
    void everyMessageKnowsItsArchive();
    void hostileIdsAreQuotedOrRefused();
    void fileNamesAreHarmless_data();
    void fileNamesAreHarmless();
    void messagesAreQuotedWithWhoAndWhen();
};

void SeriesCopyingTest::wordsComeOutOfTheShellAsTheyWentIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("usual") << u"20250302-frob-v2-1-abc@example.org"_s;
    QTest::newRow("quote") << u"it's@example.org"_s;
    QTest::newRow("only quotes") << u"'''"_s;
    QTest::newRow("runs something") << u"$(reboot)`reboot`@example.org;reboot|reboot&reboot"_s;
    QTest::newRow("blanks and globs") << u"a  b * ? [a] {a,b} ~ !x #y \\z \"w\" <v>"_s;
    QTest::newRow("home") << u"~root"_s;
    QTest::newRow("option") << u"--help"_s;
    QTest::newRow("umlauts") << u"grün@example.org"_s;
    QTest::newRow("empty") << QString();
}

void SeriesCopyingTest::wordsComeOutOfTheShellAsTheyWentIn()
{
    QFETCH(QString, text);
    const std::optional<QString> word = ui::shellWord(text);
    QVERIFY(word);
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"for w in "_s + *word + u"; do printf '%s|' \"$w\"; done"_s});
    QVERIFY(shell.waitForFinished(20000));
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text + u'|');
}

void SeriesCopyingTest::whatSteersATerminalIsNoWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("new line") << u"a\nreboot\n"_s;
    QTest::newRow("tab") << u"a\tb"_s;
    QTest::newRow("end of a paste") << u"a\x1b[201~reboot\r"_s;
    QTest::newRow("carriage return") << u"a\rb"_s;
    QTest::newRow("bell") << u"a\ab"_s;
    QTest::newRow("control of eight bits") << u"a\u009b201~b"_s;
    QTest::newRow("turned around") << u"a\u202eb"_s;
}

void SeriesCopyingTest::whatSteersATerminalIsNoWord()
{
    QFETCH(QString, text);
    QVERIFY(!ui::shellWord(text));
}

void SeriesCopyingTest::thePatchListNamesWhatIsMissing()
{
    const auto catalog = catalogAt(u"/a"_s, u"\"tidy the frob\" v2 0 1 - 3@bob\n\"widget\" @bob p"_s);
    const QString text = ui::patchListText(*catalog, {base::SeriesIndex(0), base::SeriesIndex(1)});
    QCOMPARE(
        text,
        u"[PATCH v2 0/3] tidy the frob — Ada\n[PATCH v2 1/3] tidy the frob, part 1 — Ada\n[PATCH v2 2/3] "
        "(missing)\n[PATCH v2 3/3] tidy the frob, part 3 — Bob\n\n[PATCH] widget — Bob"_s);
}

void SeriesCopyingTest::commandsNameTheSeriesByItsHead()
{
    const auto catalog = catalogAt(u"/home/ada/my lists/frob"_s, u"\"tidy\" 0 1 2\n\"widget\" @bob p"_s);
    const std::vector<base::SeriesIndex> both{base::SeriesIndex(0), base::SeriesIndex(1)};
    QCOMPARE(ui::b4Command(*catalog, both), u"b4 am 1.0@example.org\nb4 am 2.p@example.org"_s);
    QCOMPARE(ui::gitAmCommand(*catalog, both),
             u"loredesk am '/home/ada/my lists/frob' 1.0@example.org | git am -3\n"
             "loredesk am '/home/ada/my lists/frob' 2.p@example.org | git am -3"_s);
    // What lies in no directory cannot be asked for from a shell.
    QVERIFY(!ui::gitAmCommand(*catalogAt(u":/sample.mbox"_s, u"p"_s), {base::SeriesIndex(0)}));
    QVERIFY(!ui::gitAmCommand(*catalogAt(u"/a\x1b[2J"_s, u"p"_s), {base::SeriesIndex(0)}));
}

void SeriesCopyingTest::anOlderVersionIsAskedForByNumber()
{
    const auto catalog = catalogAt(u"/a"_s, u"\"tidy\" 0 1\n\"tidy\" v2 0 1"_s);
    QCOMPARE(catalog->lineages().size(), 1);
    QCOMPARE(ui::gitAmCommand(*catalog, {base::SeriesIndex(0)}),
             u"loredesk am --version 1 /a 1.0@example.org | git am -3"_s);
    QCOMPARE(ui::gitAmCommand(*catalog, {base::SeriesIndex(1)}),
             u"loredesk am /a 2.0@example.org | git am -3"_s);
}

void SeriesCopyingTest::everyMessageKnowsItsArchive()
{
    std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np"_s);
    heads[1].position.source = 1;
    const auto catalog = catalog::Catalog::build({u"/a\n/b"_s, {}, {}, {}}, std::move(heads), {});
    QCOMPARE(ui::gitAmCommand(*catalog, {base::SeriesIndex(1)}),
             u"loredesk am /b 2.p@example.org | git am -3"_s);
}

void SeriesCopyingTest::hostileIdsAreQuotedOrRefused()
{
    const std::vector<base::SeriesIndex> first{base::SeriesIndex(0)};
    const auto quoted = catalogAt(u"/a"_s, u"p"_s, "x';reboot;'@example.org");
    QCOMPARE(ui::b4Command(*quoted, first), u"b4 am 'x'\\'';reboot;'\\''@example.org'"_s);
    const auto option = catalogAt(u"/a"_s, u"p"_s, "--output=$HOME/.profile");
    QCOMPARE(ui::b4Command(*option, first), u"b4 am -- '--output=$HOME/.profile'"_s);
    QCOMPARE(ui::gitAmCommand(*option, first), u"loredesk am -- /a '--output=$HOME/.profile' | git am -3"_s);
    const auto steering = catalogAt(u"/a"_s, u"p"_s, "x\x1b[201~\rreboot\r@example.org");
    QVERIFY(!ui::b4Command(*steering, first));
    QVERIFY(!ui::gitAmCommand(*steering, first));
}

void SeriesCopyingTest::fileNamesAreHarmless_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("name");
    QTest::newRow("usual") << u"KVM: s390: cleanup and fixes"_s << 2
                           << u"v2-KVM-s390-cleanup-and-fixes.mbox"_s;
    QTest::newRow("path") << u"../../.ssh/authorized_keys"_s << 1 << u"v1-ssh-authorized_keys.mbox"_s;
    QTest::newRow("option and hidden") << u"-rf .x"_s << 1 << u"v1-rf-x.mbox"_s;
    QTest::newRow("device") << u"con"_s << 1 << u"v1-con.mbox"_s;
    QTest::newRow("accents") << u"grüße"_s << 1 << u"v1-gru-e.mbox"_s;
    QTest::newRow("other script") << u"修正"_s << 3 << u"v3-series.mbox"_s;
    QTest::newRow("control and bidi") << u"a\n\u202eb"_s << 1 << u"v1-a-b.mbox"_s;
    QTest::newRow("empty") << QString() << 1 << u"v1-series.mbox"_s;
    QTest::newRow("long") << QString(5000, u'x') << 1 << u"v1-"_s + QString(80, u'x') + u".mbox"_s;
}

void SeriesCopyingTest::fileNamesAreHarmless()
{
    QFETCH(QString, title);
    QFETCH(int, version);
    QFETCH(QString, name);
    series::PatchSeries series;
    series.title = title;
    series.version = version;
    QCOMPARE(ui::seriesFileName(series), name);
}

void SeriesCopyingTest::messagesAreQuotedWithWhoAndWhen()
{
    const auto read = patch::readMessage("From: =?utf-8?q?Bj=C3=B6rn?= <b@example.org>\nSubject: [PATCH]\n "
                                         "one\nDate: Sun, 2 Mar 2025 12:00:00 "
                                         "+0200\nMessage-ID: <1@example.org>\n\nOne\x1b[31m.\nTwo.\n");
    QCOMPARE(ui::messageText(read),
             u"From: Björn <b@example.org>\nDate: 02 Mar 2025 12:00:00 +0200\nSubject: "
             u"[PATCH] one\nMessage-ID: <1@example.org>\n\nOne‹ESC›[31m.\nTwo.\n"_s);
}

QTEST_GUILESS_MAIN(SeriesCopyingTest)
#include "tst_seriescopying.moc"
