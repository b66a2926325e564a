// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/catalog/catalog.h" // after Qt: moc stumbles over <concepts> otherwise
#include "models/store/assemblycodec.h"
#include "models/store/bytestream.h"
#include "models/store/rowcodec.h"
#include "tests/support/headbuilder.h"
#include "tests/support/storedarchive.h"

#include <QRandomGenerator>

#include <limits>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

/// Rows with everything that a row can have.
std::vector<series::MessageHead> richRows()
{
    std::vector<series::MessageHead> heads =
        tests::headsFrom(u"0(re) 1(re@bob+R re@bob+A) 2 v2 0 1(re@carol+T) 2 - /3 p(re)"_s);
    for (std::size_t row = 0; row < heads.size(); ++row) {
        heads[row].document = std::uint32_t(row * 3 + 1);
        heads[row].size = quint32(row * 1000);
        heads[row].arrival = heads[row].date + qint64(row) - 5;
    }
    series::MessageHead &odd = heads.front();
    odd.subject = u"[PATCH] café ☃"_s;
    odd.prefix.tags = {u"net-next"_s, u"6.6.y"_s};
    odd.prefix.version = -7;
    odd.patchId = QByteArray(20, char(0xfe));
    odd.changeId = "change";
    odd.links = {"linked@example.org"};
    odd.supersedes = {"older@example.org"};
    odd.position.commit.fill(0x11);
    odd.position.blob.fill(0x22);
    odd.author = {u"Someone Else"_s, u"else@example.org"_s};
    odd.date = std::numeric_limits<qint32>::min();
    heads.back().position = {3, 0, {}, {}, std::numeric_limits<std::int64_t>::max(), 7};
    heads.back().bot = true;
    return heads;
}

std::vector<series::MessageHead> decoded(QByteArrayView block, std::size_t count, bool *ok = nullptr)
{
    std::vector<series::MessageHead> heads(count);
    const bool good = store::decodeRows(block, heads);
    if (ok)
        *ok = good;
    return heads;
}

catalog::CatalogPtr catalogOf(std::vector<series::MessageHead> heads)
{
    return catalog::Catalog::build({}, std::move(heads), {});
}

} // namespace

class TestCodecs : public QObject
{
    Q_OBJECT
private slots:
    void numbersOfEverySizeComeBack()
    {
        store::ByteWriter to;
        const std::vector<std::int64_t> numbers{0,    1,   -1,   63,
                                                64,   127, -128, 300,
                                                -300, 1LL << 40, std::numeric_limits<std::int64_t>::max(),
                                                std::numeric_limits<std::int64_t>::min()};
        for (const std::int64_t number : numbers)
            to.signedNumber(number);
        to.number(std::numeric_limits<std::uint64_t>::max());
        store::ByteReader from(to.result());
        for (const std::int64_t number : numbers)
            QCOMPARE(from.signedNumber(), number);
        QCOMPARE(from.number(), std::numeric_limits<std::uint64_t>::max());
        QVERIFY(from.atEnd());
        QVERIFY(!from.isBroken());
        QCOMPARE(from.number(), std::uint64_t(0));
        QVERIFY(from.isBroken());
    }

    void textsOfEveryScriptComeBack()
    {
        const QStringList texts{QString(), u"plain"_s, u"café"_s, u"☃ 語 𝔘"_s, QString(QChar(0xd800))};
        store::ByteWriter to;
        for (const QString &text : texts)
            to.text(text);
        store::ByteReader from(to.result());
        for (const QString &text : texts)
            QCOMPARE(from.text(), text);
        QVERIFY(from.atEnd());
    }

    void rowsComeBackAsTheyWere()
    {
        const std::vector<series::MessageHead> heads = richRows();
        bool ok = false;
        const std::vector<series::MessageHead> back = decoded(store::encodeRows(heads), heads.size(), &ok);
        QVERIFY(ok);
        for (std::size_t row = 0; row < heads.size(); ++row)
            QCOMPARE(back[row].document, heads[row].document);
        QCOMPARE(tests::difference(*catalogOf(back), *catalogOf(heads)), QString());
    }

    void equalTextsOfABlockAreKeptOnce()
    {
        const std::vector<series::MessageHead> heads = richRows();
        const std::vector<series::MessageHead> back = decoded(store::encodeRows(heads), heads.size());
        QCOMPARE(static_cast<const void *>(back[1].inReplyTo.constData()),
                 static_cast<const void *>(back[0].messageId.constData()));
    }

    void anotherNumberOfRowsIsRefused()
    {
        const QByteArray block = store::encodeRows(richRows());
        bool ok = true;
        decoded(block, richRows().size() + 1, &ok);
        QVERIFY(!ok);
        decoded(block, 0, &ok);
        QVERIFY(!ok);
    }

    void rowsThatAreCutShortAreRefused()
    {
        const std::vector<series::MessageHead> heads = richRows();
        const QByteArray block = store::encodeRows(heads);
        for (qsizetype size = 0; size < block.size(); ++size) {
            bool ok = true;
            decoded(QByteArrayView(block).first(size), heads.size(), &ok);
            QVERIFY2(!ok, qPrintable(QString::number(size)));
        }
    }

    void damagedBytesPointNowhereElse()
    {
        const std::vector<series::MessageHead> heads = richRows();
        const catalog::CatalogPtr catalog = catalogOf(heads);
        const QByteArray block = store::encodeRows(heads);
        const QByteArray assembly = store::encodeAssembly(heads, catalog->threads(), catalog->seriesSet());
        const QByteArray problems =
            store::encodeProblems({{{u"text"_s, {u"/path"_s, 1, u"abc"_s, 5, u"id"_s}, u"hint"_s}, 7, 3}});
        QRandomGenerator random(1);
        for (int round = 0; round < 20000; ++round) {
            const auto spoilt = [&random](QByteArray bytes) {
                for (int i = 0; i <= int(random.bounded(3)); ++i)
                    bytes[qsizetype(random.bounded(quint32(bytes.size())))] = char(random.bounded(256));
                return bytes;
            };
            // What comes out is either refused or can be used: every index in it points at something.
            decoded(spoilt(block), heads.size());
            (void)store::decodeProblems(spoilt(problems));
            auto read = store::decodeAssembly(spoilt(assembly), heads);
            if (!read)
                continue;
            const auto restored = catalog::Catalog::restore({}, heads, {}, *std::move(read));
            for (std::size_t row = 0; row < heads.size(); ++row) {
                (void)restored->threads().parentOf(base::MessageIndex(row));
                const base::SeriesIndex series = restored->seriesOf(base::MessageIndex(row));
                if (series.isValid())
                    (void)restored->series(series).head();
            }
        }
    }

    void anAssemblyComesBackAsItWas()
    {
        const std::vector<series::MessageHead> heads = richRows();
        const catalog::CatalogPtr catalog = catalogOf(heads);
        auto read = store::decodeAssembly(
            store::encodeAssembly(heads, catalog->threads(), catalog->seriesSet()), heads);
        QVERIFY(read);
        const auto restored = catalog::Catalog::restore({}, heads, {}, *std::move(read));
        QCOMPARE(tests::difference(*restored, *catalog), QString());
    }

    void whatIsSealedShowsEveryChange()
    {
        const QByteArray bytes = store::encodeRows(richRows());
        const QByteArray sealed = store::sealed(bytes);
        QCOMPARE(store::unsealed(sealed)->toByteArray(), bytes);
        QVERIFY(!store::unsealed({}));
        for (qsizetype at = 0; at < sealed.size(); ++at) {
            QByteArray changed = sealed;
            changed[at] = char(changed[at] ^ 0x10);
            QVERIFY2(!store::unsealed(changed), qPrintable(QString::number(at)));
            QVERIFY(!store::unsealed(QByteArrayView(sealed).first(at)));
        }
        QCOMPARE(store::unsealed(store::sealed({}))->size(), 0);
    }

    void anAssemblyOfOtherRowsIsRefused()
    {
        const std::vector<series::MessageHead> heads = richRows();
        const catalog::CatalogPtr catalog = catalogOf(heads);
        const QByteArray bytes = store::encodeAssembly(heads, catalog->threads(), catalog->seriesSet());
        QVERIFY(!store::decodeAssembly(bytes, std::span(heads).first(heads.size() - 1)));
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!store::decodeAssembly(QByteArrayView(bytes).first(size), heads));
    }
};

QTEST_APPLESS_MAIN(TestCodecs)
#include "tst_codecs.moc"
