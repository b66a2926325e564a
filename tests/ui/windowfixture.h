// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/activitymodel.h"
#include "models/items/countmodel.h"
#include "models/items/problemmodel.h"
#include "models/items/seriesfiltermodel.h"
#include "tests/models/items/looking.h"
#include "tests/support/headbuilder.h"
#include "ui/mainwindow.h"

#include <QAction>

namespace loredesk::tests {

using namespace Qt::StringLiterals;

/// The window with its models, wired as the program wires them, and nothing behind.
struct WindowDesk
{
    explicit WindowDesk(const QString &archive = {})
    {
        filter.setSeriesModel(&tree);
        QObject::connect(&window, &ui::MainWindow::searchChanged, &filter, [this](const QString &text) {
            filter.setFound(messagesWith(*tree.catalog(), text));
        });
        QObject::connect(&window, &ui::MainWindow::filterKeysChanged, &filter,
                         &items::SeriesFilterModel::setKeys);
        QObject::connect(&window, &ui::MainWindow::rangeChanged, &filter,
                         &items::SeriesFilterModel::setDateSpan);
        window.setModels({&filter, &problems, {&contributors, &domains, nullptr, &activity}});
        if (!archive.isEmpty())
            show(catalogFrom(archive));
        window.show();
    }

    void show(const catalog::CatalogPtr &catalog)
    {
        tree.setCatalog(catalog);
        problems.setProblems(catalog->problems());
        window.setCatalog(catalog);
    }

    QModelIndex row(int top, int child = -1) const
    {
        const QModelIndex index = filter.index(top, 0);
        return child < 0 ? index : filter.index(child, 0, index);
    }
    QString titleOf(const QModelIndex &index) const
    {
        return index.siblingAtColumn(0).data(items::TitleRole).toString();
    }
    template <class W>
    W *find(const QString &name) const
    {
        return window.findChild<W *>(name);
    }

    items::SeriesTreeModel tree;
    items::SeriesFilterModel filter;
    items::ProblemModel problems;
    items::CountModel contributors;
    items::CountModel domains;
    items::ActivityModel activity;
    ui::MainWindow window;
};

inline const QString &threeSeries()
{
    static const QString text = u"\"tidy the frob\" @ada 0 1(re@bob+R) 2 /2\n"
                                "\"teach the widget\" @bob 0 1 - 3 /3\n"
                                "\"mend the gadget\" @ada p\n"_s;
    return text;
}

inline QAction *actionNamed(const ui::MainWindow &window, const QString &name)
{
    return window.findChild<QAction *>(name);
}

} // namespace loredesk::tests
