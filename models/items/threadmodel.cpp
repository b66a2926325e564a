// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/threadmodel.h"

#include "models/base/hostiletext.h"
#include "models/items/celltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

QString titleOf(const series::MessageHead &head)
{
    return base::visibleLine(head.prefix.title.isEmpty() ? head.subject : head.prefix.title);
}

} // namespace

ThreadModel::ThreadModel(QObject *parent)
    : TableModel(parent)
{
}

void ThreadModel::setThread(catalog::CatalogPtr catalog, base::MessageIndex message)
{
    std::int32_t root = -1;
    if (catalog && message.isValid()) {
        const series::ThreadForest &threads = catalog->threads();
        root = threads.nodes[std::size_t(threads.nodeOf[message.value()])].root;
    }
    const std::int32_t shown = m_rows.empty() ? -1 : m_rows.front().node;
    if (catalog == m_catalog && root == shown) {
        const int before = std::exchange(m_current, root >= 0 ? rowOf(message) : -1);
        for (const int row : {before, m_current}) {
            if (row >= 0 && before != m_current)
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1),
                                 {CurrentRole, Qt::AccessibleTextRole});
        }
        return;
    }
    beginResetModel();
    m_catalog = std::move(catalog);
    m_rows.clear();
    m_current = -1;
    if (root >= 0) {
        fill(root);
        m_current = rowOf(message);
    }
    endResetModel();
}

void ThreadModel::fill(std::int32_t root)
{
    const series::ThreadForest &threads = m_catalog->threads();
    std::vector<int> above; // rows from the root down to the last one
    threads.visit(root, [&](std::int32_t node) {
        const std::int32_t parent = threads.nodes[std::size_t(node)].parent;
        while (!above.empty() && m_rows[std::size_t(above.back())].node != parent)
            above.pop_back();
        m_rows.push_back({node, above.empty() ? -1 : above.back(), std::int32_t(above.size())});
        above.push_back(int(m_rows.size()) - 1);
    });
}

void ThreadModel::setSeenUntil(std::optional<base::UnixSeconds> seen)
{
    if (seen == m_seenUntil)
        return;
    m_seenUntil = seen;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1),
                         {NewRole, Qt::AccessibleTextRole});
}

int ThreadModel::rowOf(base::MessageIndex message) const
{
    if (!m_catalog || !message.isValid() || message.value() >= m_catalog->messages().size())
        return -1;
    const std::int32_t node = m_catalog->threads().nodeOf[message.value()];
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [node](const Row &row) { return row.node == node; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

base::MessageIndex ThreadModel::messageAt(int row) const
{
    return m_catalog->threads().nodes[std::size_t(m_rows[std::size_t(row)].node)].message;
}

const series::MessageHead *ThreadModel::headOf(int row) const
{
    const base::MessageIndex message = messageAt(row);
    return message.isValid() ? &m_catalog->message(message) : nullptr;
}

QString ThreadModel::name(int row) const
{
    const series::MessageHead *head = headOf(row);
    if (!head)
        return tr("a message that is not in the archive");
    const mail::Mailbox &who = head->author.isEmpty() ? head->from : head->author;
    return base::visibleLine(who.name.isEmpty() ? who.address : who.name);
}

/// Empty where it says what the message above it says already: most answers keep the subject.
QString ThreadModel::title(int row) const
{
    const series::MessageHead *head = headOf(row);
    if (!head)
        return {};
    const QString title = titleOf(*head);
    const int answers = answeredBy(row);
    const series::MessageHead *answered = answers < 0 ? nullptr : headOf(answers);
    return answered && head->prefix.reply && titleOf(*answered) == title ? QString() : title;
}

QStringList ThreadModel::trailers(int row) const
{
    QStringList keys;
    const series::MessageHead *head = headOf(row);
    if (!head)
        return keys;
    for (const patch::Trailer &trailer : head->followUp.accepted) {
        const QString key = base::visibleLine(trailer.key);
        if (!keys.contains(key, Qt::CaseInsensitive))
            keys << key;
    }
    return keys;
}

bool ThreadModel::isNew(int row) const
{
    const series::MessageHead *head = headOf(row);
    return head && m_seenUntil && series::arrivalOf(*head) > *m_seenUntil;
}

QString ThreadModel::words(int row) const
{
    const int answers = answeredBy(row);
    QString text = answers < 0 ? name(row) : tr("%1, answers %2").arg(name(row), name(answers));
    if (const series::MessageHead *head = headOf(row);
        head && head->prefix.isPosting() && head->prefix.hasCounter())
        text += head->prefix.index == 0
                    ? tr(", cover letter")
                    : tr(", patch %1 of %2").arg(head->prefix.index).arg(head->prefix.total);
    for (const QString &key : trailers(row))
        text += u", "_s + key;
    if (isNew(row))
        text += tr(", new");
    if (row == m_current)
        text += tr(", the message that is shown");
    return text;
}

QVariant ThreadModel::cell(int row, int column, int role) const
{
    const series::MessageHead *head = headOf(row);
    switch (role) {
    case Qt::DisplayRole:
        return column == Author  ? name(row)
               : column == Title ? title(row)
               : head            ? isoMinutes(head->date)
                                 : QString();
    case Qt::AccessibleTextRole:
        return column == Author ? words(row) : cell(row, column, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return head ? toolTip(base::visibleLine(head->author.toString()) + u'\n' + titleOf(*head))
                    : QString();
    case MessageRole:
        return head ? QVariant(uint(messageAt(row).value())) : QVariant();
    case MessageIdRole:
        return m_catalog->threads().nodes[std::size_t(m_rows[std::size_t(row)].node)].messageId;
    case TitleRole:
        return head ? titleOf(*head) : QString();
    case DateRole:
        return head ? QVariant(qint64(head->date)) : QVariant();
    case SlotRole:
        return head && head->prefix.isPosting() && head->prefix.hasCounter() ? QVariant(head->prefix.index)
                                                                             : QVariant();
    case TotalRole:
        return head && head->prefix.isPosting() && head->prefix.hasCounter() ? QVariant(head->prefix.total)
                                                                             : QVariant();
    case BotRole:
        return head && head->bot;
    case DepthRole:
        return depthOf(row);
    case AnswersRole:
        return answeredBy(row);
    case TrailersRole:
        return trailers(row);
    case NewRole:
        return isNew(row);
    case CurrentRole:
        return row == m_current;
    case GhostRole:
        return head == nullptr;
    default:
        return {};
    }
}

QVariant ThreadModel::header(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Author:
        return tr("Author");
    case Title:
        return tr("Title");
    default:
        return tr("Date");
    }
}

} // namespace loredesk::items
