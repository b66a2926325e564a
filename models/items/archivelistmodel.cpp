// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/archivelistmodel.h"

#include "models/base/hostiletext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::items {

ArchiveListModel::ArchiveListModel(QObject *parent)
    : TableModel(parent)
{
}

int ArchiveListModel::rowOf(const QStringList &paths) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const ArchiveEntry &entry) { return entry.paths == paths; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

QStringList ArchiveListModel::pathsAt(int row) const
{
    return row >= 0 && row < rows() ? m_entries[row].paths : QStringList();
}

void ArchiveListModel::put(const ArchiveEntry &entry)
{
    const int row = rowOf(entry.paths);
    if (row < 0) {
        beginInsertRows({}, rows(), rows());
        m_entries << entry;
        endInsertRows();
    } else if (m_entries[row] != entry) {
        m_entries[row] = entry;
        emit dataChanged(index(row, 0), index(row, 0));
    }
}

void ArchiveListModel::remove(const QStringList &paths)
{
    const int row = rowOf(paths);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
}

void ArchiveListModel::setShown(const QStringList &paths)
{
    const QStringList before = std::exchange(m_shown, paths);
    if (before == paths)
        return;
    for (const int row : {rowOf(before), rowOf(paths)}) {
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row, 0), {CurrentRole, Qt::AccessibleTextRole});
    }
}

QString ArchiveListModel::inWords(const ArchiveEntry &entry) const
{
    switch (entry.state) {
    case ArchiveEntry::State::Loading:
        return tr("being read");
    case ArchiveEntry::State::Failed:
        return tr("could not be opened");
    case ArchiveEntry::State::Ready:
        break;
    }
    const int messages = entry.messages.value_or(0);
    QString words = messages == 1 ? tr("1 message") : tr("%Ln messages", nullptr, messages);
    if (entry.fresh.value_or(0) > 0)
        words += u", "_s + tr("%Ln of them new since the last visit", nullptr, entry.fresh.value_or(0));
    return words;
}

QVariant ArchiveListModel::cell(int row, int, int role) const
{
    const ArchiveEntry &entry = m_entries[row];
    const bool isReady = entry.state == ArchiveEntry::State::Ready;
    switch (role) {
    case Qt::DisplayRole:
        return base::visibleLine(entry.name);
    case Qt::ToolTipRole: {
        QStringList lines{inWords(entry)};
        if (!entry.note.isEmpty())
            lines << entry.note;
        lines << entry.paths;
        // Plain words, whatever a path is called.
        return base::visibleText(lines.join(u'\n')).toHtmlEscaped().replace(u'\n', u"<br>"_s);
    }
    case Qt::AccessibleTextRole:
        return QStringList{base::visibleLine(entry.name), inWords(entry)}.join(u", "_s) +
               (entry.paths == m_shown ? u", "_s + tr("shown in the window") : QString());
    case CountRole:
        return isReady && entry.messages ? QVariant(*entry.messages) : QVariant();
    case NewCountRole:
        return isReady && entry.fresh ? QVariant(*entry.fresh) : QVariant();
    case BusyRole:
        return entry.state == ArchiveEntry::State::Loading;
    case FailedRole:
        return entry.state == ArchiveEntry::State::Failed;
    case CurrentRole:
        return entry.paths == m_shown;
    default:
        return {};
    }
}

QVariant ArchiveListModel::header(int, int role) const
{
    return role == Qt::DisplayRole ? QVariant(tr("Archives")) : QVariant();
}

} // namespace loredesk::items
