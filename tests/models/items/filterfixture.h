// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"
#include "models/items/seriesfiltermodel.h"
#include "tests/models/items/looking.h"
#include "tests/support/headbuilder.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace loredesk::tests {

using namespace Qt::StringLiterals;

inline const QString Archive = uR"(
"tidy the frob" @ada 0 1(re@bob+R) 2 - /3
"Fix a Leak" @bob p(bot)
"how do I build it" @dave other(re)
"rework maps" @ada tag:net-next 0 1 2
"rework maps" @ada tag:net-next v2 0 1(re@erin) 2 3
"for 6.16" @carol gitpull
)"_s;

/// Titles of the visible top-level rows, in order.
inline QString titles(const QAbstractItemModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, 0).data(items::TitleRole).toString();
    return list.join(u"; "_s);
}

inline qint64 day(int ordinal)
{
    return 1740787200 + (ordinal - 1) * 86400; // 2025-03-01, the first line of a text
}

/// The tree of an archive, filtered, and watched for what a model must not do.
struct Filter
{
    explicit Filter(const QString &text = Archive)
        : tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , changed(&model, &items::SeriesFilterModel::visibleRowsChanged)
    {
        tree.setCatalog(catalogFrom(text));
        model.setSeriesModel(&tree);
    }
    base::MessageIndex messageOf(const QByteArray &id) const
    {
        return tree.catalog()->find(id + "@example.org");
    }
    void find(const QByteArrayList &ids)
    {
        std::vector<base::MessageIndex> found;
        for (const QByteArray &id : ids) {
            QVERIFY2(messageOf(id).isValid(), id.constData());
            found.push_back(messageOf(id));
        }
        model.setFound(std::move(found));
    }
    /// As messagesWith() does.
    void look(const QString &words) { model.setFound(messagesWith(*tree.catalog(), words)); }

    items::SeriesTreeModel tree;
    items::SeriesFilterModel model;
    QAbstractItemModelTester tester;
    QSignalSpy changed;
};

} // namespace loredesk::tests
