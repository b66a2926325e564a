// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/viewlistmodel.h"

#include "models/base/hostiletext.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

QString rowMimeType()
{
    return u"application/x-loredesk-saved-search"_s;
}

} // namespace

ViewListModel::ViewListModel(QObject *parent)
    : TableModel(parent)
{
}

void ViewListModel::setSaved(QList<SavedView> saved)
{
    if (saved == m_saved)
        return;
    // What is known of a search stays known under another name or in another place.
    std::vector<State> states(std::size_t(saved.size()));
    for (std::size_t i = 0; i < states.size(); ++i) {
        for (std::size_t before = 0; before < m_states.size(); ++before) {
            if (m_saved[qsizetype(before)].query == saved[qsizetype(i)].query)
                states[i] = m_states[before];
        }
    }
    beginResetModel();
    m_saved = std::move(saved);
    m_states = std::move(states);
    endResetModel();
}

void ViewListModel::announce(int row)
{
    emit dataChanged(index(row, 0), index(row, 0), {CountRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void ViewListModel::setCounts(const std::optional<ViewCounts> &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    emit dataChanged(index(0, 0), index(BuiltInViews - 1, 0),
                     {CountRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void ViewListModel::setSavedCount(const QString &name, std::optional<int> count)
{
    const int row = rowOf(ViewKind::Saved, name);
    if (row < 0 || m_states[std::size_t(savedAt(row))].count == count)
        return;
    m_states[std::size_t(savedAt(row))].count = count;
    announce(row);
}

void ViewListModel::setSavedProblem(const QString &name, const QString &problem)
{
    const int row = rowOf(ViewKind::Saved, name);
    if (row < 0 || m_states[std::size_t(savedAt(row))].problem == problem)
        return;
    m_states[std::size_t(savedAt(row))].problem = problem;
    announce(row);
}

ViewKind ViewListModel::kindAt(int row) const
{
    return row >= 0 && row < BuiltInViews ? ViewKind(row) : ViewKind::Saved;
}

QString ViewListModel::savedNameAt(int row) const
{
    return row >= BuiltInViews && row < rows() ? m_saved[savedAt(row)].name : QString();
}

int ViewListModel::rowOf(ViewKind kind, const QString &savedName) const
{
    if (kind != ViewKind::Saved)
        return int(kind);
    const auto found = std::find_if(m_saved.begin(), m_saved.end(),
                                    [&](const SavedView &view) { return view.name == savedName; });
    return found == m_saved.end() ? -1 : BuiltInViews + int(found - m_saved.begin());
}

bool ViewListModel::canMove(int row, int step) const
{
    const auto isSaved = [this](qsizetype place) { return place >= 0 && place < m_saved.size(); };
    return isSaved(savedAt(row)) && isSaved(savedAt(row) + step);
}

void ViewListModel::move(int row, int step)
{
    if (canMove(row, step))
        emit orderRequested(orderWithMoved(row, step));
}

QStringList ViewListModel::orderWithMoved(int row, int step) const
{
    QStringList names;
    for (const SavedView &view : m_saved)
        names << view.name;
    names.move(savedAt(row), savedAt(row) + step);
    return names;
}

QString ViewListModel::nameAt(int row) const
{
    switch (kindAt(row)) {
    case ViewKind::All:
        return tr("All series");
    case ViewKind::New:
        return tr("Since the last visit");
    case ViewKind::Unanswered:
        return tr("Unanswered patches");
    case ViewKind::Incomplete:
        return tr("Incomplete series");
    case ViewKind::Rfc:
        return tr("RFCs");
    case ViewKind::Pull:
        return tr("Pull requests");
    case ViewKind::Marked:
        return tr("Marked");
    case ViewKind::ToReview:
        return tr("To review");
    case ViewKind::Saved:
        break;
    }
    return base::visibleLine(savedNameAt(row));
}

QString ViewListModel::explanation(int row) const
{
    switch (kindAt(row)) {
    case ViewKind::All:
        return tr("Every series of the range, and the threads without patches");
    case ViewKind::New:
        return tr("What has something in it that came since the archive was open last");
    case ViewKind::Unanswered:
        return tr("Series that nobody but their author and bots has answered");
    case ViewKind::Incomplete:
        return tr("Series that lack patches");
    case ViewKind::Rfc:
        return tr("Series that ask for comments");
    case ViewKind::Pull:
        return tr("Requests to pull from a repository");
    case ViewKind::Marked:
        return tr("Series that you gave a mark or wrote a note on");
    case ViewKind::ToReview:
        return tr("Series that you marked so, and those of which the new version is there that you wait for");
    case ViewKind::Saved:
        break;
    }
    const State &state = m_states[std::size_t(savedAt(row))];
    const QString query = base::visibleLine(m_saved[savedAt(row)].query);
    return state.problem.isEmpty() ? query : query + u'\n' + state.problem;
}

int ViewListModel::countAt(int row) const
{
    if (kindAt(row) == ViewKind::Saved)
        return m_states[std::size_t(savedAt(row))].count.value_or(-1);
    return m_counts ? (*m_counts)[std::size_t(row)] : -1;
}

QVariant ViewListModel::cell(int row, int, int role) const
{
    const bool isSaved = kindAt(row) == ViewKind::Saved;
    const int count = countAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return nameAt(row);
    case Qt::EditRole:
        return isSaved ? savedNameAt(row) : nameAt(row);
    case Qt::ToolTipRole:
        // Plain words, whatever somebody wrote into a name or a query.
        return explanation(row).toHtmlEscaped().replace(u'\n', u"<br>"_s);
    case Qt::AccessibleTextRole:
        return count >= 0 ? tr("%1, %Ln", nullptr, count).arg(nameAt(row)) : nameAt(row);
    case CountRole:
        return count >= 0 ? QVariant(count) : QVariant();
    case ViewKindRole:
        return int(kindAt(row));
    case QueryRole:
        return isSaved ? QVariant(m_saved[savedAt(row)].query) : QVariant();
    default:
        return {};
    }
}

QVariant ViewListModel::header(int, int role) const
{
    return role == Qt::DisplayRole ? QVariant(tr("Views")) : QVariant();
}

Qt::ItemFlags ViewListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = TableModel::flags(index);
    if (!index.isValid())
        return flags | Qt::ItemIsDropEnabled; // between two rows
    flags |= Qt::ItemNeverHasChildren;
    if (kindAt(index.row()) == ViewKind::Saved)
        flags |= Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    return flags;
}

bool ViewListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = index.isValid() ? savedNameAt(index.row()) : QString();
    const QString newName = value.toString().simplified();
    if (role != Qt::EditRole || name.isEmpty() || newName.isEmpty() || newName == name)
        return false;
    emit renameRequested(name, newName);
    return false;
}

QStringList ViewListModel::mimeTypes() const
{
    return {rowMimeType()};
}

QMimeData *ViewListModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || savedNameAt(indexes.first().row()).isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(rowMimeType(), savedNameAt(indexes.first().row()).toUtf8());
    return data;
}

bool ViewListModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                    const QModelIndex &parent) const
{
    return data && action == Qt::MoveAction && data->hasFormat(rowMimeType()) && !parent.isValid() &&
           (row < 0 || row >= BuiltInViews);
}

bool ViewListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                 const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QString name = QString::fromUtf8(data->data(rowMimeType()));
    const int from = rowOf(ViewKind::Saved, name);
    // Below the last row is the end. What moves down leaves a gap above where it lands.
    const int to = row < 0 ? rows() : row;
    if (from >= 0 && to != from && to != from + 1)
        move(from, (to > from ? to - 1 : to) - from);
    return false;
}

} // namespace loredesk::items
