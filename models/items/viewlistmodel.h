// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"
#include "models/items/tablemodel.h"
#include "models/items/viewkind.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

namespace loredesk::items {

/// A search that the user gave a name.
struct SavedView
{
    QString name;
    QString query;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// The views of the series tree with how many rows each would show: those that are always there, then the
/// user's saved searches in the user's order. A change that the user makes in a list of them, a new name or
/// another place, is only asked for: the model changes when setSaved() says how it is.
///
/// CountRole is the number, ViewKindRole the ViewKind as int, QueryRole the query of a saved search. The tool
/// tip says what the view shows, the accessible text name and number.
class ViewListModel final : public TableModel
{
    Q_OBJECT

public:
    explicit ViewListModel(QObject *parent = nullptr);

    void setSaved(QList<SavedView> saved);
    const QList<SavedView> &saved() const { return m_saved; }
    /// Nothing: not known.
    void setCounts(const std::optional<ViewCounts> &counts);
    void setSavedCount(const QString &name, std::optional<int> count);
    /// Why a saved search finds nothing, one sentence; empty: all is well with it.
    void setSavedProblem(const QString &name, const QString &problem);

    ViewKind kindAt(int row) const;
    /// The name of a saved search, empty for all else.
    QString savedNameAt(int row) const;
    /// -1 where there is no saved search of that name.
    int rowOf(ViewKind kind, const QString &savedName = {}) const;
    /// Whether there is a place `step` rows further for a saved search.
    bool canMove(int row, int step) const;
    /// Asks for it.
    void move(int row, int step);

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A new name for a saved search: asks for it, and leaves the row as it is.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Asks for the other order; never true, so that no view takes the row away.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    void renameRequested(const QString &name, const QString &newName);
    void orderRequested(const QStringList &names);

protected:
    int rows() const override { return BuiltInViews + int(m_saved.size()); }
    int columns() const override { return 1; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    struct State
    {
        std::optional<int> count;
        QString problem;
    };
    QStringList orderWithMoved(int row, int step) const;
    qsizetype savedAt(int row) const { return row - BuiltInViews; }
    QString nameAt(int row) const;
    /// -1: not known.
    int countAt(int row) const;
    QString explanation(int row) const;
    void announce(int row);

    QList<SavedView> m_saved;
    std::optional<ViewCounts> m_counts;
    std::vector<State> m_states; ///< by saved search
};

} // namespace loredesk::items
