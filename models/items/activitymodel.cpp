// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/activitymodel.h"

#include "models/items/celltext.h"
#include "models/items/chartroles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

int number(const catalog::ActivityBin &bin, int column)
{
    switch (column) {
    case ActivityModel::Patches:
        return bin.patches;
    case ActivityModel::Replies:
        return bin.replies;
    case ActivityModel::Bots:
        return bin.bots;
    default:
        return bin.total();
    }
}

} // namespace

ActivityModel::ActivityModel(QObject *parent)
    : TableModel(parent)
{
}

void ActivityModel::setBins(std::vector<catalog::ActivityBin> bins, catalog::ActivityStep step)
{
    beginResetModel();
    m_bins = std::move(bins);
    m_step = step;
    m_greatest = 0;
    for (const catalog::ActivityBin &bin : m_bins)
        m_greatest = std::max(m_greatest, bin.total());
    endResetModel();
}

int ActivityModel::rowOf(base::UnixSeconds date) const
{
    const auto after =
        std::upper_bound(m_bins.begin(), m_bins.end(), date,
                         [](base::UnixSeconds when, const auto &bin) { return when < bin.start; });
    if (after == m_bins.begin() || date >= std::prev(after)->end)
        return -1;
    return int(std::distance(m_bins.begin(), after)) - 1;
}

QVariant ActivityModel::cell(int row, int column, int role) const
{
    const catalog::ActivityBin &bin = m_bins[std::size_t(row)];
    const auto label = [&] {
        const QString day = base::isoUtc(bin.start).left(10);
        switch (m_step) {
        case catalog::ActivityStep::Week:
            return tr("week of %1").arg(day);
        case catalog::ActivityStep::Month:
            return day.left(7);
        default:
            return day;
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return column == Start ? QVariant(label()) : QVariant(number(bin, column));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3, %4 by bots")
            .arg(label(), bin.patches == 1 ? tr("1 patch") : tr("%Ln patches", nullptr, bin.patches),
                 bin.replies == 1 ? tr("1 reply") : tr("%Ln replies", nullptr, bin.replies))
            .arg(bin.bots);
    case Qt::TextAlignmentRole:
        return column == Start ? QVariant() : alignedRight();
    case SortRole:
        return column == Start ? QVariant(qint64(bin.start)) : QVariant(number(bin, column));
    case ValueRole:
        return column == Start ? QVariant() : QVariant(double(number(bin, column)));
    case ExportRole:
        return column == Start ? QVariant(base::isoUtc(bin.start).left(10)) : QVariant();
    case DateRole:
        return qint64(bin.start);
    case LastDateRole:
        return qint64(bin.end);
    default:
        return {};
    }
}

QVariant ActivityModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == Start ? QVariant() : alignedRight();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Start:
        return m_step == catalog::ActivityStep::Day    ? tr("Day")
               : m_step == catalog::ActivityStep::Week ? tr("Week")
                                                       : tr("Month");
    case Patches:
        return tr("Patches");
    case Replies:
        return tr("Replies");
    case Bots:
        return tr("By bots");
    default:
        return tr("Messages");
    }
}

} // namespace loredesk::items
