// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/groupingdifference.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

namespace {

/// Node by node, in an order that their numbers do not matter to.
QStringList words(const series::ThreadForest &forest)
{
    QStringList list;
    std::vector<int> place(forest.nodes.size(), -1);
    int next = 0;
    for (const std::int32_t root : forest.roots) {
        forest.visit(root, [&](std::int32_t at) {
            const series::ThreadNode &node = forest.nodes[std::size_t(at)];
            place[std::size_t(at)] = next++;
            list << u"%1 %2 below %3 of %4"_s.arg(QString::fromLatin1(node.messageId))
                        .arg(node.message.isValid() ? int(node.message.value()) : -1)
                        .arg(node.parent < 0 ? -1 : place[std::size_t(node.parent)])
                        .arg(place[std::size_t(node.root)]);
        });
    }
    list << u"%1 nodes"_s.arg(forest.nodes.size());
    for (const std::int32_t node : forest.nodeOf)
        list << u"row at %1"_s.arg(place[std::size_t(node)]);
    return list;
}

} // namespace

QString difference(const series::ThreadForest &a, const series::ThreadForest &b)
{
    const QStringList wordsA = words(a), wordsB = words(b);
    for (qsizetype i = 0; i < std::min(wordsA.size(), wordsB.size()); ++i) {
        if (wordsA[i] != wordsB[i])
            return u"threads: "_s + wordsA[i] + u" against "_s + wordsB[i];
    }
    if (wordsA.size() != wordsB.size())
        return u"threads: %1 against %2 lines"_s.arg(wordsA.size()).arg(wordsB.size());
    return {};
}

QString difference(const series::Grouping &a, const series::Grouping &b)
{
    const QString threads = difference(a.threads, b.threads);
    if (!threads.isEmpty())
        return threads;
    if (a.series.series.size() != b.series.series.size())
        return u"%1 against %2 series"_s.arg(a.series.series.size()).arg(b.series.series.size());
    for (std::size_t i = 0; i < a.series.series.size(); ++i) {
        if (!(a.series.series[i] == b.series.series[i]))
            return u"series %1: %2 against %3"_s.arg(i).arg(a.series.series[i].title,
                                                            b.series.series[i].title);
    }
    if (a.series.lineages != b.series.lineages)
        return u"lineages"_s;
    if (a.series.seriesOf != b.series.seriesOf)
        return u"series of the rows"_s;
    return {};
}

} // namespace loredesk::tests
