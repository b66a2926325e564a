// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriesrow.h"

#include "models/base/hostiletext.h"
#include "models/items/celltext.h"
#include "models/items/markwords.h"
#include "models/items/seriestreemodel.h"
#include "models/items/serieswalk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

using Column = SeriesTreeModel::Column;

bool isOfColumn(const patch::Trailer &trailer, int column)
{
    switch (column) {
    case Column::Acked:
        return patch::isAcked(trailer);
    case Column::Reviewed:
        return patch::isReviewed(trailer);
    case Column::Tested:
        return patch::isTested(trailer);
    default:
        return false;
    }
}

} // namespace

SeriesRow::SeriesRow(const catalog::Catalog &catalog, NodeKind kind, base::MessageIndex message,
                     base::SeriesIndex series, int slot, bool duplicate)
    : m_catalog(catalog)
    , m_message(message)
    , m_seriesIndex(series)
    , m_kind(kind)
    , m_duplicate(duplicate)
{
    if (message.isValid())
        m_head = &catalog.message(message);
    if (!series.isValid())
        return;
    m_series = &catalog.series(series);
    switch (kind) {
    case NodeKind::Series:
    case NodeKind::EarlierVersion:
        m_review = &m_series->review;
        if (standsAlone(*m_series))
            m_slot = &onlySlot(*m_series);
        break;
    case NodeKind::Cover:
        m_slot = &m_series->cover;
        break;
    case NodeKind::Patch:
    case NodeKind::MissingPatch:
        m_slot = &m_series->patches[std::size_t(slot)];
        break;
    default:
        break;
    }
    if (m_slot && !m_review && !duplicate && !m_slot->isMissing())
        m_review = &m_slot->review;
}

void SeriesRow::setMark(const catalog::SeriesMark &mark)
{
    if (m_kind == NodeKind::Series || (m_kind == NodeKind::EarlierVersion && mark.version == m_seriesIndex))
        m_mark = mark;
}

bool SeriesRow::isMarkOutdated() const
{
    return m_kind == NodeKind::Series && MarkWords::isOutdated(m_catalog, m_mark);
}

QVariant SeriesRow::cell(int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return display(column);
    case Qt::ToolTipRole:
        return tip(column);
    case Qt::AccessibleTextRole:
        return words(column);
    case Qt::AccessibleDescriptionRole:
        return column == Column::Title ? rowWords() : QString();
    case Qt::TextAlignmentRole:
        return SeriesTreeModel::isText(column) ? QVariant() : alignedRight();
    case NodeKindRole:
        return int(m_kind);
    case MessageRole:
        return m_message.isValid() ? QVariant(uint(m_message.value())) : QVariant();
    case SeriesRole:
        return m_seriesIndex.isValid() ? QVariant(uint(m_seriesIndex.value())) : QVariant();
    case SortRole:
        return sortKey(column);
    case FilterTextRole:
        return filterText();
    case DateRole:
        return m_head || isSeries() ? QVariant(qint64(date())) : QVariant();
    case LastDateRole:
        return isSeries() ? QVariant(qint64(m_series->lastDate)) : QVariant();
    case IncompleteRole:
        return m_kind == NodeKind::MissingPatch || (isSeries() && !m_series->complete && !m_series->pull);
    case SupersededRole:
        return m_series && m_seriesIndex != m_catalog.lineages()[m_series->lineage.value()].versions.front();
    case BotRole:
        return m_head && m_head->bot;
    case NackRole:
        return reviews(-1);
    case UnansweredRole:
        return unanswered();
    case MessageIdRole:
        return m_head ? QVariant(m_head->messageId) : QVariant();
    case ValueRole: {
        const QVariant value = number(column);
        return value.isValid() ? QVariant(value.toDouble()) : QVariant();
    }
    case KeyRole:
        return author().address;
    case TitleRole:
        return title();
    case SlotRole:
        return m_slot && !isSeries() ? QVariant(m_slot->index) : QVariant();
    case PresentRole:
        return isSeries() ? QVariant(m_series->present()) : QVariant();
    case TotalRole:
        return isSeries() ? QVariant(m_series->pull ? 0 : m_series->total) : QVariant();
    case VersionRole:
        return m_series ? QVariant(m_series->version) : QVariant();
    case DuplicateRole:
        return m_duplicate || sentAgain();
    case FromEarlierVersionRole:
        return m_kind == NodeKind::Patch && m_slot->fromEarlierVersion && !m_duplicate;
    case PullRole:
        return isSeries() && m_series->pull;
    case RfcRole:
        return isSeries() && m_series->rfc;
    case MarkRole:
        return m_mark.version.isValid() ? QVariant(int(m_mark.mark)) : QVariant();
    case MarkOutdatedRole:
        return isMarkOutdated();
    default:
        return {};
    }
}

/// An older posting that carries the same version number as the newest one.
bool SeriesRow::sentAgain() const
{
    if (m_kind != NodeKind::EarlierVersion)
        return false;
    const auto &versions = m_catalog.lineages()[m_series->lineage.value()].versions;
    const series::PatchSeries &newest = m_catalog.series(versions.front());
    return newest.version == m_series->version && newest.subversion == m_series->subversion;
}

QString SeriesRow::title() const
{
    if (isSeries())
        return base::visibleLine(m_series->title);
    if (!m_head)
        return {};
    const QString &title = m_head->prefix.title;
    return base::visibleLine(title.isEmpty() ? m_head->subject : title);
}

QString SeriesRow::titleText() const
{
    const auto numbered = [this](const QString &text) {
        // A figure space keeps 9 and 10 in line.
        const auto digits = QString::number(std::max(m_series->total, m_slot->index)).size();
        return QString::number(m_slot->index).rightJustified(digits, u'\u2007') + u"  "_s + text;
    };
    switch (m_kind) {
    case NodeKind::EarlierVersion: {
        const auto &versions = m_catalog.lineages()[m_series->lineage.value()].versions;
        const QString what = sentAgain() ? tr("Version %1, sent before").arg(version())
                                         : tr("Earlier version %1").arg(version());
        return m_catalog.series(versions.front()).title == m_series->title ? what : what + u": "_s + title();
    }
    case NodeKind::Cover:
        return numbered(m_duplicate ? tr("cover letter, sent again") : tr("cover letter"));
    case NodeKind::Patch:
        if (m_duplicate)
            return numbered(tr("%1 (sent again)").arg(title()));
        return numbered(m_slot->fromEarlierVersion ? tr("%1 (as in the version before)").arg(title())
                                                   : title());
    case NodeKind::MissingPatch:
        return numbered(tr("missing"));
    case NodeKind::Reply:
        return m_head->prefix.reply ? tr("Re: %1").arg(title()) : title();
    default:
        return title();
    }
}

QString SeriesRow::version() const
{
    if (!isSeries() || m_series->pull)
        return {};
    return m_series->subversion > 0
               ? QString::number(m_series->version) + u'.' + QString::number(m_series->subversion)
               : QString::number(m_series->version);
}

QString SeriesRow::patches() const
{
    if (!isSeries())
        return {};
    if (m_series->pull && m_series->patches.empty())
        return tr("pull");
    return QString::number(m_series->present()) + u'/' + QString::number(m_series->total);
}

mail::Mailbox SeriesRow::author() const
{
    return isSeries() ? m_series->author : m_head ? m_head->author : mail::Mailbox();
}

QString SeriesRow::name() const
{
    const mail::Mailbox mailbox = author();
    return base::visibleLine(mailbox.name.isEmpty() ? mailbox.address : mailbox.name);
}

base::UnixSeconds SeriesRow::date() const
{
    return isSeries() ? m_series->date : m_head ? m_head->date : 0;
}

/// People (patches), patches (series) or whether the reply offers one. Column -1 counts refusals.
int SeriesRow::reviews(int column) const
{
    if (m_review) {
        switch (column) {
        case Column::Acked:
            return m_review->acked;
        case Column::Reviewed:
            return m_review->reviewed;
        case Column::Tested:
            return m_review->tested;
        default:
            return m_review->nacked;
        }
    }
    if (!isReply())
        return 0;
    const auto offered = [column](const patch::Trailer &trailer) {
        return column < 0 ? patch::isNacked(trailer) : isOfColumn(trailer, column);
    };
    const QList<patch::Trailer> &accepted = m_head->followUp.accepted;
    return std::any_of(accepted.begin(), accepted.end(), offered) ? 1 : 0;
}

int SeriesRow::replies() const
{
    if (m_review)
        return m_review->replies;
    int count = 0;
    if (m_head && !m_duplicate)
        forEachReplyBelow(m_catalog, m_message, [&](base::MessageIndex) { ++count; });
    return count;
}

bool SeriesRow::unanswered() const
{
    if (m_review)
        return !m_review->answered;
    if (m_kind != NodeKind::Thread)
        return false;
    bool answered = false;
    forEachReplyBelow(m_catalog, m_message, [&](base::MessageIndex reply) {
        const series::MessageHead &head = m_catalog.message(reply);
        answered = answered || (!head.bot && head.author.address != m_head->author.address);
    });
    return !answered;
}

QVariant SeriesRow::number(int column) const
{
    switch (column) {
    case Column::Version:
        return isSeries() && !m_series->pull ? QVariant(m_series->version) : QVariant();
    case Column::Patches:
        return isSeries() ? QVariant(m_series->present()) : QVariant();
    case Column::Replies:
        return m_review || m_kind == NodeKind::Thread ? QVariant(replies()) : QVariant();
    case Column::Acked:
    case Column::Reviewed:
    case Column::Tested:
        // A zero in every reply would only be noise.
        return m_review || reviews(column) > 0 ? QVariant(reviews(column)) : QVariant();
    default:
        return {};
    }
}

QVariant SeriesRow::display(int column) const
{
    switch (column) {
    case Column::Title:
        return titleText();
    case Column::Version:
        return version();
    case Column::Patches:
        return patches();
    case Column::Author:
        return name();
    case Column::Date:
        return m_head || isSeries() ? isoMinutes(date()) : QString();
    case Column::Mark:
        return m_kind == NodeKind::Series ? MarkWords::cell(m_catalog, m_mark)
               : m_mark.version.isValid() ? MarkWords::name(m_mark.mark)
                                          : QString();
    default:
        return number(column);
    }
}

QVariant SeriesRow::sortKey(int column) const
{
    switch (column) {
    case Column::Title:
        return title().toCaseFolded();
    case Column::Version:
        return m_series ? m_series->version * 1000 + m_series->subversion : 0;
    case Column::Patches:
        return isSeries() ? m_series->total * 10000 + m_series->present() : 0;
    case Column::Author:
        return name().toCaseFolded();
    case Column::Date:
        return qint64(date());
    case Column::Mark:
        return MarkWords::order(m_catalog, m_mark);
    default:
        return number(column).toInt();
    }
}

QVariant SeriesRow::filterText() const
{
    QStringList parts{title(), author().toString()};
    if (m_head)
        parts += m_head->prefix.tags;
    return parts.join(u'\n').toCaseFolded();
}

QList<int> SeriesRow::missing() const
{
    QList<int> indices;
    for (const series::SeriesSlot &slot : m_series->patches) {
        if (slot.isMissing())
            indices << slot.index;
    }
    return indices;
}

} // namespace loredesk::items
