// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/versionsmodel.h"

#include "models/base/hostiletext.h"
#include "models/catalog/versionchoice.h"
#include "models/items/celltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

/// Of a column's cells and its title.
QVariant alignment(int column)
{
    const bool isNumber = column == VersionsModel::Patches ||
                          (column >= VersionsModel::Replies && column <= VersionsModel::Tested);
    return isNumber ? alignedRight() : QVariant();
}

} // namespace

QString joinedByWords(series::JoinedBy joinedBy)
{
    switch (joinedBy) {
    case series::JoinedBy::Nothing:
        return {};
    case series::JoinedBy::ChangeId:
        return VersionsModel::tr("the same change-id");
    case series::JoinedBy::Title:
        return VersionsModel::tr("the same title and author");
    case series::JoinedBy::Link:
        return VersionsModel::tr("a link to the version before");
    case series::JoinedBy::Reply:
        return VersionsModel::tr("sent in reply to the version before");
    case series::JoinedBy::Supersedes:
        return VersionsModel::tr("says that it supersedes the version before");
    case series::JoinedBy::Overlap:
        return VersionsModel::tr("most patches are the same");
    }
    return {};
}

VersionsModel::VersionsModel(QObject *parent)
    : TableModel(parent)
{
}

void VersionsModel::setSeries(catalog::CatalogPtr catalog, base::MessageIndex message)
{
    base::SeriesIndex series;
    if (catalog && message.isValid())
        series = catalog::seriesAround(*catalog, message);
    beginResetModel();
    m_catalog = std::move(catalog);
    m_versions.clear();
    m_message = message;
    m_current = -1;
    if (series.isValid()) {
        m_versions = m_catalog->lineages()[m_catalog->series(series).lineage.value()].versions;
        m_current = int(std::find(m_versions.begin(), m_versions.end(), series) - m_versions.begin());
    }
    endResetModel();
}

/// An older posting that carries the number of the row above it.
bool VersionsModel::isSentAgain(int row) const
{
    if (row == 0)
        return false;
    const series::PatchSeries &series = seriesAt(row);
    const series::PatchSeries &newer = seriesAt(row - 1);
    return series.version == newer.version && series.subversion == newer.subversion;
}

base::MessageIndex VersionsModel::counterpart(int row) const
{
    const series::PatchSeries &series = seriesAt(row);
    if (row == m_current && m_catalog->seriesOf(m_message).isValid())
        return m_message;
    const series::MessageHead &head = m_catalog->message(m_message);
    base::MessageIndex sameTitle;
    for (const series::SeriesSlot &slot : series.patches) {
        if (slot.isMissing() || head.patchId.isEmpty())
            continue;
        const series::MessageHead &other = m_catalog->message(slot.message);
        if (other.patchId == head.patchId)
            return slot.message;
        if (!sameTitle.isValid() && other.prefix.title.compare(head.prefix.title, Qt::CaseInsensitive) == 0)
            sameTitle = slot.message;
    }
    return sameTitle.isValid() ? sameTitle : series.head();
}

QVariant VersionsModel::display(int row, int column) const
{
    const series::PatchSeries &series = seriesAt(row);
    switch (column) {
    case Version:
        return catalog::versionName(series) + (series.rfc ? u" RFC"_s : QString());
    case Patches:
        return series.pull ? tr("pull") : u"%1/%2"_s.arg(series.present()).arg(series.total);
    case Author:
        return base::visibleLine(series.author.name.isEmpty() ? series.author.address : series.author.name);
    case Replies:
        return series.review.replies;
    case Acked:
        return series.review.acked;
    case Reviewed:
        return series.review.reviewed;
    case Tested:
        return series.review.tested;
    case Date:
        return isoMinutes(series.date);
    default:
        return joinedByWords(series.joinedBy);
    }
}

QString VersionsModel::words(int row, int column) const
{
    const series::PatchSeries &series = seriesAt(row);
    const QString shown = display(row, column).toString();
    switch (column) {
    case Version: {
        QString text = tr("version %1").arg(shown.mid(1));
        text += row == 0           ? tr(", the newest")
                : isSentAgain(row) ? tr(", sent again since")
                                   : tr(", superseded");
        return row == m_current ? text + tr(", the one that is shown") : text;
    }
    case Patches:
        return series.pull       ? tr("pull request")
               : series.complete ? tr("%1 of %2 patches, complete").arg(series.present()).arg(series.total)
                                 : tr("%1 of %2 patches, incomplete").arg(series.present()).arg(series.total);
    case Replies:
        return tr("Replies: %1").arg(shown);
    case Acked:
        return tr("Patches with an ack: %1").arg(shown);
    case Reviewed:
        return tr("Patches with a review: %1").arg(shown);
    case Tested:
        return tr("Patches with a test: %1").arg(shown);
    case Author:
        return base::visibleLine(series.author.toString());
    case Joined:
        return series.joinedEvidence.isEmpty() ? shown
                                               : shown + u": "_s + base::visibleLine(series.joinedEvidence);
    default:
        return shown;
    }
}

QVariant VersionsModel::cell(int row, int column, int role) const
{
    const series::PatchSeries &series = seriesAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::AccessibleTextRole:
        return words(row, column);
    case Qt::ToolTipRole:
        return toolTip(words(row, column));
    case Qt::TextAlignmentRole:
        return alignment(column);
    case MessageRole:
        return counterpart(row).isValid() ? QVariant(uint(counterpart(row).value())) : QVariant();
    case SeriesRole:
        return uint(m_versions[std::size_t(row)].value());
    case VersionRole:
        return series.version;
    case DateRole:
        return qint64(series.date);
    case CurrentRole:
        return row == m_current;
    case SupersededRole:
        return row > 0;
    case DuplicateRole:
        return isSentAgain(row);
    case IncompleteRole:
        return !series.complete && !series.pull;
    case PresentRole:
        return series.present();
    case TotalRole:
        return series.pull ? 0 : series.total;
    default:
        return {};
    }
}

QVariant VersionsModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    const bool isShort = role == Qt::DisplayRole;
    if (!isShort && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Version:
        return tr("Version");
    case Patches:
        return tr("Patches");
    case Author:
        return tr("Author");
    case Replies:
        return tr("Replies");
    case Acked:
        return isShort ? tr("A", "acked") : tr("Patches with an ack");
    case Reviewed:
        return isShort ? tr("R", "reviewed") : tr("Patches with a review");
    case Tested:
        return isShort ? tr("T", "tested") : tr("Patches with a test");
    case Date:
        return tr("Date");
    default:
        return isShort ? tr("Joined by") : tr("Why it is taken for another version of the one below");
    }
}

} // namespace loredesk::items
