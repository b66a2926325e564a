// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/filelistmodel.h"

#include "models/base/hostiletext.h"
#include "models/items/celltext.h"

using namespace Qt::StringLiterals;

namespace loredesk::items {

FileListModel::FileListModel(QObject *parent)
    : TableModel(parent)
{
}

void FileListModel::setFiles(QList<patch::FileDiff> files)
{
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

QVariant FileListModel::cell(int row, int column, int role) const
{
    const patch::FileDiff &file = m_files[row];
    const auto change = [&] {
        using enum patch::FileDiff::Change;
        switch (file.change) {
        case Added:
            return tr("added");
        case Deleted:
            return tr("deleted");
        case Renamed:
            return tr("renamed");
        case Copied:
            return tr("copied");
        case ModeChanged:
            return tr("mode changed");
        default:
            return tr("modified");
        }
    };
    const QString path = base::visibleLine(file.path());
    const bool moved =
        file.change == patch::FileDiff::Change::Renamed || file.change == patch::FileDiff::Change::Copied;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Path:
            return path;
        case Change:
            return file.binary ? tr("%1, binary").arg(change()) : change();
        case Added:
            return file.binary ? QVariant() : QVariant(file.added);
        default:
            return file.binary ? QVariant() : QVariant(file.removed);
        }
    case Qt::ToolTipRole:
        return toolTip(moved ? tr("%1, %2 from %3").arg(path, change(), base::visibleLine(file.oldPath))
                             : tr("%1, %2").arg(path, change()));
    case Qt::AccessibleTextRole:
        return file.binary
                   ? tr("%1, %2, binary").arg(path, change())
                   : tr("%1, %2, %3 lines added, %4 removed")
                         .arg(path, change(), QString::number(file.added), QString::number(file.removed));
    case Qt::TextAlignmentRole:
        return column == Added || column == Removed ? alignedRight() : QVariant();
    case SortRole:
        switch (column) {
        case Path:
            return path.toCaseFolded();
        case Change:
            return change();
        case Added:
            return file.added;
        default:
            return file.removed;
        }
    case FilterTextRole:
        return path.toCaseFolded();
    case KeyRole:
        return file.path();
    case LineRole:
        return qint64(file.firstLine);
    case ValueRole:
        return column == Added     ? QVariant(double(file.added))
               : column == Removed ? QVariant(double(file.removed))
                                   : QVariant();
    default:
        return {};
    }
}

QVariant FileListModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == Added || column == Removed ? alignedRight() : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Path:
        return tr("File");
    case Change:
        return tr("Change");
    case Added:
        return tr("Added");
    default:
        return tr("Removed");
    }
}

} // namespace loredesk::items
