// SPDX-License-Identifier: GPL-3.0-or-later
// The built program against the reference digest that lies beside the checkout.
#include "tests/support/shared.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

class TestReference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void classicDigestOfTheRangeIsTheReference();
    void theMailboxOfTheRangeGivesTheSameListsAndMessages();

private:
    QByteArray digest(const QStringList &arguments);

    QByteArray m_reference;
};

void TestReference::initTestCase()
{
    const QString path = tests::sharedPath(u"seed/kvm-a6e8d792-280157597.txt"_s);
    if (path.isEmpty())
        QSKIP("the reference digest does not lie beside this checkout (../shared/seed)");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_reference = file.readAll();
}

QByteArray TestReference::digest(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(LOREDESK_BINARY), QStringList{u"digest"_s} + arguments);
    if (!process.waitForFinished(60000))
        return "the program did not finish";
    const QByteArray error = process.readAllStandardError();
    return process.exitCode() == 0 ? process.readAllStandardOutput() : error;
}

void TestReference::classicDigestOfTheRangeIsTheReference()
{
    const QByteArray written = digest({tests::sharedPath(u"seed/kvm-window.git"_s), u"a6e8d792..280157597"_s,
                                       u"--list"_s, u"KVM"_s, u"--layout"_s, u"classic"_s});
    // Line by line first: a test that only says "differs" helps nobody.
    const QByteArrayList lines = written.split('\n');
    const QByteArrayList expected = m_reference.split('\n');
    for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
        QCOMPARE(lines[i], expected[i]);
    QVERIFY(written == m_reference);
}

void TestReference::theMailboxOfTheRangeGivesTheSameListsAndMessages()
{
    const QByteArray written = digest({tests::sharedPath(u"seed/kvm-window.mbox"_s), u"--list"_s, u"KVM"_s,
                                       u"--layout"_s, u"classic"_s, u"--since"_s, u"2025-05-01"_s});
    // Everything but the two lines that name the range.
    const QByteArray separator = "\n\nTop 15";
    QVERIFY2(written.contains(separator), written.constData());
    QCOMPARE(written.mid(written.indexOf(separator)), m_reference.mid(m_reference.indexOf(separator)));
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
