// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/series/headinterner.h" // after Qt: moc stumbles over <concepts> otherwise
#include "tests/support/headbuilder.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

template <class T>
const void *dataOf(const T &value)
{
    return value.constData();
}

/// As if every row had been read by itself.
std::vector<series::MessageHead> unsharedRows()
{
    std::vector<series::MessageHead> heads = tests::headsFrom(u"0 1(re@bob+R re@bob+R)"_s);
    for (series::MessageHead &head : heads) {
        head.from.address.detach();
        head.messageId.detach();
        head.inReplyTo.detach();
    }
    return heads;
}

} // namespace

class TestHeadInterner : public QObject
{
    Q_OBJECT
private slots:
    void equalTextsAreKeptOnce()
    {
        std::vector<series::MessageHead> heads = unsharedRows();
        series::HeadInterner intern;
        for (series::MessageHead &head : heads)
            intern(head);
        QCOMPARE(dataOf(heads[0].from.address), dataOf(heads[1].from.address));
        QCOMPARE(dataOf(heads[1].inReplyTo), dataOf(heads[0].messageId));
    }

    void rowsOfSeveralThreadsShareToo()
    {
        std::vector<std::vector<series::MessageHead>> parts(4);
        series::HeadInterner intern;
        {
            std::vector<std::jthread> threads;
            for (auto &part : parts) {
                threads.emplace_back([&part, &intern] {
                    part = unsharedRows();
                    for (series::MessageHead &head : part)
                        intern(head);
                });
            }
        }
        for (const auto &part : parts) {
            QCOMPARE(part.size(), parts[0].size());
            for (std::size_t i = 0; i < part.size(); ++i) {
                QCOMPARE(dataOf(part[i].messageId), dataOf(parts[0][i].messageId));
                QCOMPARE(part[i].subject, parts[0][i].subject);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestHeadInterner)
#include "tst_headinterner.moc"
