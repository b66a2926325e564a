// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/topproxy.h"

#include "models/items/roles.h"

#include <algorithm>

namespace loredesk::items {

TopProxy::TopProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void TopProxy::setTop(int top)
{
    if (top == m_top)
        return;
    m_top = top;
    refilter();
}

void TopProxy::setBotsShown(bool shown)
{
    if (shown == m_botsShown)
        return;
    m_botsShown = shown;
    refilter();
}

int TopProxy::leftOut() const
{
    if (!sourceModel())
        return 0;
    int wantedRows = 0;
    for (int row = 0; row < sourceModel()->rowCount(); ++row)
        wantedRows += wanted(row) ? 1 : 0;
    return m_top < 0 ? 0 : std::max(0, wantedRows - m_top);
}

void TopProxy::setSourceModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_limit = -1;
    if (model) {
        // Connected before the base class connects, so that it never filters by the old limit.
        const auto forget = [this] { m_limit = -1; };
        m_connections = {connect(model, &QAbstractItemModel::modelAboutToBeReset, this, forget),
                         connect(model, &QAbstractItemModel::modelReset, this, forget)};
    }
    QSortFilterProxyModel::setSourceModel(model);
}

bool TopProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid() || !wanted(row))
        return false;
    if (m_top < 0)
        return true;
    if (m_limit < 0) {
        int taken = 0;
        m_limit = 0;
        for (const int rows = sourceModel()->rowCount(); m_limit < rows && taken < m_top; ++m_limit)
            taken += wanted(m_limit) ? 1 : 0;
    }
    return row < m_limit;
}

bool TopProxy::wanted(int row) const
{
    return m_botsShown || !sourceModel()->index(row, 0).data(BotRole).toBool();
}

void TopProxy::refilter()
{
    m_limit = -1;
    invalidateFilter();
}

} // namespace loredesk::items
