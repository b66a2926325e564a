// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;

namespace loredesk::ui {

/// What the charts show. Not owned; any may be null.
struct ChartModels
{
    QAbstractItemModel *contributors = nullptr; ///< items::CountModel's roles, like the next two
    QAbstractItemModel *domains = nullptr;
    QAbstractItemModel *owners = nullptr;   ///< of the domains
    QAbstractItemModel *activity = nullptr; ///< items::ActivityModel's
    QAbstractItemModel *series = nullptr;   ///< by state; items::FigureModel's, like the next two
    QAbstractItemModel *latency = nullptr;
    QAbstractItemModel *latencyMonths = nullptr;
};

} // namespace loredesk::ui
