// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace loredesk::items {

/// The first rows of a flat model; with or without the bots' (BotRole). The source keeps its order.
class TopProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TopProxy(QObject *parent = nullptr);

    /// How many rows at most; negative: all. 15 at first.
    void setTop(int top);
    int top() const { return m_top; }
    /// True at first.
    void setBotsShown(bool shown);
    bool botsShown() const { return m_botsShown; }
    /// Rows of the source that are left out because of `top` (not because they are bots).
    int leftOut() const;

    void setSourceModel(QAbstractItemModel *model) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool wanted(int row) const;
    void refilter();

    int m_top = 15;
    bool m_botsShown = true;
    mutable int m_limit = -1; ///< first source row that is too far down; -1: not known
    QList<QMetaObject::Connection> m_connections;
};

} // namespace loredesk::items
