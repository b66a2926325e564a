// SPDX-License-Identifier: GPL-3.0-or-later
// Every message of real archives, where they lie beside the checkout, read twice: by the fast path and by
// GMime alone. LOREDESK_WHOLE_ARCHIVES=1 reads all 26,431 messages of the large archive instead of a sample.
#include "models/archive/archive.h"
#include "models/mail/message.h"
#include "tests/support/shared.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

const bool whole = tests::wholeArchives();

QString shown(const QString &text)
{
    return text;
}
QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.toPercentEncoding(" <>@:;,/()[]+=\"'"));
}
QString shown(const mail::Mailbox &mailbox)
{
    return mailbox.toString();
}
QString shown(const std::optional<base::UnixSeconds> &date)
{
    return date ? QString::number(*date) : u"none"_s;
}
QString shown(int number)
{
    return QString::number(number);
}
QString shown(const mail::HeaderField &field)
{
    return shown(field.name) + ": "_L1 + shown(field.value);
}
QString shown(const mail::PartInfo &part)
{
    return u"%1 %2 %3 %4 %5 %6"_s.arg(shown(part.type), shown(part.charset), shown(part.encoding),
                                      part.fileName, QString::number(part.size), QString::number(part.depth));
}
QString shown(const base::Problem &problem)
{
    return problem.toString();
}
template <class Value>
QString shown(const QList<Value> &list)
{
    QStringList texts;
    for (const Value &value : list)
        texts << shown(value);
    return texts.join(u'\n');
}

/// The fields of a Message in which two readings of it differ, with both values from where they part.
QMap<QString, QString> differences(const mail::Message &fast, const mail::Message &library)
{
    QMap<QString, QString> found;
    const auto compare = [&found](const QString &field, const auto &a, const auto &b) {
        const QString first = shown(a), second = shown(b);
        if (first == second)
            return;
        const auto part = std::mismatch(first.begin(), first.end(), second.begin(), second.end());
        const qsizetype at = qMax<qsizetype>(0, part.first - first.begin() - 10);
        found.insert(field,
                     u"'%1' by the fast path, '%2' by GMime"_s.arg(first.mid(at, 60), second.mid(at, 60)));
    };
    compare(u"headers"_s, fast.headers, library.headers);
    compare(u"messageId"_s, fast.messageId, library.messageId);
    compare(u"inReplyTo"_s, fast.inReplyTo, library.inReplyTo);
    compare(u"references"_s, fast.references, library.references);
    compare(u"subject"_s, fast.subject, library.subject);
    compare(u"from"_s, fast.from, library.from);
    compare(u"to"_s, fast.to, library.to);
    compare(u"cc"_s, fast.cc, library.cc);
    compare(u"replyTo"_s, fast.replyTo, library.replyTo);
    compare(u"originalFrom"_s, fast.originalFrom, library.originalFrom);
    compare(u"date"_s, fast.date, library.date);
    compare(u"dateOffset"_s, fast.dateOffset, library.dateOffset);
    compare(u"body"_s, fast.body, library.body);
    compare(u"patchText"_s, fast.patchText, library.patchText);
    compare(u"patchTail"_s, fast.patchTail, library.patchTail);
    compare(u"patchCharset"_s, fast.patchCharset, library.patchCharset);
    compare(u"parts"_s, fast.parts, library.parts);
    compare(u"problems"_s, fast.problems, library.problems);
    return found;
}

} // namespace

class TestDifferential : public QObject
{
    Q_OBJECT

private slots:
    void theFastPathAndTheLibraryReadTheSame_data();
    void theFastPathAndTheLibraryReadTheSame();
};

void TestDifferential::theFastPathAndTheLibraryReadTheSame_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("every");
    QTest::newRow("three months") << u"archives/hyperv-2025q2"_s << 1;
    QTest::newRow("seven years") << u"archives/linux-hyperv"_s << (whole ? 1 : 10);
}

void TestDifferential::theFastPathAndTheLibraryReadTheSame()
{
    QFETCH(QString, name);
    QFETCH(int, every);
    const QString path = tests::sharedPath(name);
    if (path.isEmpty())
        QSKIP("the shared archives are not here");
    const auto archive = archive::open(path);
    QVERIFY(archive);
    base::NoProgress progress;
    const auto listing = (*archive)->list({}, progress);
    QVERIFY(listing);
    const std::unique_ptr<archive::Reader> reader = (*archive)->reader();
    int count = 0;
    QMap<QString, int> fields;
    QStringList differing;
    for (std::size_t at = 0; at < listing->entries.size(); at += std::size_t(every)) {
        const auto raw = reader->read(listing->entries[at].position);
        QVERIFY(raw);
        const mail::Message fast = mail::parseMessage(*raw);
        const auto found = differences(fast, mail::parseMessage(*raw, mail::Reading::Library));
        ++count;
        for (auto field = found.constBegin(); field != found.constEnd(); ++field) {
            ++fields[field.key()];
            differing << shown(fast.messageId) + u' ' + field.key() + ": "_L1 + field.value();
        }
    }
    qInfo("%d messages read twice, %d differences", count, int(differing.size()));
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field)
        qInfo("%d in %s", field.value(), qUtf8Printable(field.key()));
    QVERIFY(count > 0);
    for (const QString &difference : std::as_const(differing))
        qWarning("%s", qUtf8Printable(difference));
    QCOMPARE(differing.size(), 0);
}

QTEST_GUILESS_MAIN(TestDifferential)
#include "tst_differential.moc"
