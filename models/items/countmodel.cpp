// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/countmodel.h"

#include "models/base/hostiletext.h"
#include "models/items/celltext.h"
#include "models/items/chartroles.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

QString label(const catalog::Count &count)
{
    if (count.person.isEmpty())
        return count.label.isEmpty() ? CountModel::tr("(no address)") : base::visibleLine(count.label);
    return base::visibleLine(count.person.name.isEmpty() ? count.person.address : count.person.name);
}

QString key(const catalog::Count &count)
{
    if (count.person.isEmpty())
        return count.label;
    return count.person.address.isEmpty() ? count.person.name : count.person.address;
}

int number(const catalog::Count &count, int column)
{
    return (column == CountModel::Bots) == count.bot ? int(count.messages.size()) : 0;
}

} // namespace

CountModel::CountModel(QObject *parent)
    : TableModel(parent)
{
}

void CountModel::setCounts(std::vector<catalog::Count> counts)
{
    take(std::move(counts), false);
}

void CountModel::setOwners(std::vector<catalog::Count> owners)
{
    take(std::move(owners), true);
}

void CountModel::take(std::vector<catalog::Count> counts, bool areOwners)
{
    beginResetModel();
    m_counts = std::move(counts);
    m_areOwners = areOwners;
    m_total = 0;
    m_greatest = 0;
    for (const catalog::Count &count : m_counts) {
        m_total += int(count.messages.size());
        m_greatest = std::max(m_greatest, int(count.messages.size()));
    }
    QHash<QStringView, int> named;
    for (const catalog::Count &count : m_counts) {
        if (!count.person.name.isEmpty())
            ++named[count.person.name];
    }
    m_isNamesake.clear();
    for (const catalog::Count &count : m_counts)
        m_isNamesake.push_back(!count.person.name.isEmpty() && named[count.person.name] > 1);
    endResetModel();
}

QString CountModel::labelAt(int row) const
{
    // Two people of one name, or one with two addresses: only the address tells them apart.
    const catalog::Count &count = m_counts[std::size_t(row)];
    return m_isNamesake[std::size_t(row)] ? base::visibleLine(count.label) : label(count);
}

const std::vector<base::MessageIndex> &CountModel::messages(int row) const
{
    return m_counts[std::size_t(row)].messages;
}

QVariant CountModel::cell(int row, int column, int role) const
{
    const catalog::Count &count = m_counts[std::size_t(row)];
    switch (role) {
    case Qt::DisplayRole:
        return column == Label ? QVariant(labelAt(row)) : QVariant(number(count, column));
    case Qt::ToolTipRole:
        return toolTip(base::visibleLine(count.label) + u": "_s + QString::number(count.messages.size()));
    case FullTextRole:
        return column == Label
                   ? QVariant(count.label.isEmpty() ? labelAt(row) : base::visibleLine(count.label))
                   : QVariant();
    case Qt::AccessibleTextRole: {
        const QString postings = count.messages.size() == 1
                                     ? tr("1 posting")
                                     : tr("%Ln postings", nullptr, int(count.messages.size()));
        return count.bot ? tr("%1 (bot): %2").arg(labelAt(row), postings)
                         : tr("%1: %2").arg(labelAt(row), postings);
    }
    case Qt::TextAlignmentRole:
        return column == Label ? QVariant() : alignedRight();
    case SortRole:
        return column == Label ? QVariant(labelAt(row).toCaseFolded()) : QVariant(number(count, column));
    case FilterTextRole:
        return count.label.toCaseFolded();
    case ValueRole:
        return column == Label ? QVariant() : QVariant(double(number(count, column)));
    case NameRole:
        return label(count);
    case KeyRole:
        return m_areOwners ? ownerKey(count.label) : key(count);
    case BotRole:
        return count.bot;
    default:
        return {};
    }
}

QVariant CountModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == Label ? QVariant() : alignedRight();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Label:
        return tr("Name");
    case Count:
        return tr("Postings");
    default:
        return tr("By bots");
    }
}

} // namespace loredesk::items
