// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostiletext.h"
#include "models/items/celltext.h"
#include "models/items/markwords.h"
#include "models/items/seriesrow.h"
#include "models/items/seriestreemodel.h"

using namespace Qt::StringLiterals;

// What a row of the series tree says at length: to those who listen, and in tool tips.
namespace loredesk::items {

namespace {

using Column = SeriesTreeModel::Column;

QString numbers(const QList<int> &values)
{
    // A series of thousands with two patches in the archive must not fill the screen.
    constexpr qsizetype Most = 12;
    QStringList words;
    for (const int value : values.first(std::min(values.size(), Most)))
        words << QString::number(value);
    return words.join(u", "_s) + (values.size() > Most ? u", \u2026"_s : QString());
}

} // namespace

QVariant SeriesRow::words(int column) const
{
    const int count = number(column).toInt();
    switch (column) {
    case Column::Title:
        return titleWords();
    case Column::Version:
        return version().isEmpty() ? QString() : tr("version %1").arg(version());
    case Column::Patches:
        return patchesWords();
    case Column::Replies:
        if (!number(column).isValid())
            return {};
        return count == 0 ? tr("no replies") : count == 1 ? tr("1 reply") : tr("%n replies", nullptr, count);
    case Column::Acked:
    case Column::Reviewed:
    case Column::Tested: {
        if (!number(column).isValid())
            return {};
        const QString what = column == Column::Acked      ? tr("acked")
                             : column == Column::Reviewed ? tr("reviewed")
                                                          : tr("tested");
        if (isSeries())
            return tr("%1 of %n patches %2", nullptr, m_series->total).arg(QString::number(count), what);
        if (isReply())
            return what;
        return count == 0   ? tr("not %1").arg(what)
               : count == 1 ? tr("%1 by 1 person").arg(what)
                            : tr("%1 by %n people", nullptr, count).arg(what);
    }
    case Column::Mark:
        return MarkWords::atLength(m_catalog, m_mark);
    default:
        return display(column);
    }
}

QString SeriesRow::titleWords() const
{
    QString text;
    switch (m_kind) {
    case NodeKind::Series:
        text = m_series->pull ? tr("pull request: %1").arg(title()) : title();
        break;
    case NodeKind::EarlierVersion:
        text = titleText();
        break;
    case NodeKind::Cover:
        text = m_duplicate ? tr("cover letter, sent again") : tr("cover letter");
        break;
    case NodeKind::Patch:
        text = tr("patch %1 of %2: %3")
                   .arg(QString::number(m_slot->index), QString::number(m_series->total), title());
        if (m_duplicate)
            text += tr(", sent again");
        else if (m_slot->fromEarlierVersion)
            text += tr(", as in the version before");
        break;
    case NodeKind::MissingPatch:
        return tr("patch %1 of %2 is missing")
            .arg(QString::number(m_slot->index), QString::number(m_series->total));
    case NodeKind::Reply:
        text = tr("reply: %1").arg(title());
        break;
    case NodeKind::Thread:
        text = title().isEmpty() ? tr("thread without a subject") : tr("thread: %1").arg(title());
        break;
    }
    if (m_head && m_head->bot)
        text += tr(", from a bot");
    if (const int refused = reviews(-1))
        text += refused == 1 ? tr(", refused by 1") : tr(", refused by %n", nullptr, refused);
    return text;
}

/// The whole row but for its title: who listens to the tree stands on the titles.
QString SeriesRow::rowWords() const
{
    QStringList parts;
    for (int column = Column::Title + 1; column < Column::ColumnCount; ++column) {
        const bool isReview =
            column == Column::Acked || column == Column::Reviewed || column == Column::Tested;
        if (isReview && number(column).toInt() == 0)
            continue;
        const QString text = words(column).toString();
        if (!text.isEmpty())
            parts << text;
    }
    return parts.join(u", "_s);
}

QString SeriesRow::patchesWords() const
{
    if (!isSeries())
        return {};
    if (m_series->pull && m_series->patches.empty())
        return tr("pull request");
    const QString count = m_series->total == 1
                              ? tr("%1 of 1 patch").arg(m_series->present())
                              : tr("%1 of %n patches", nullptr, m_series->total).arg(m_series->present());
    return m_series->complete ? tr("%1, complete").arg(count) : tr("%1, incomplete").arg(count);
}

QVariant SeriesRow::tip(int column) const
{
    switch (column) {
    case Column::Title:
        return toolTip(titleTip());
    case Column::Patches: {
        if (!isSeries())
            return {};
        const QList<int> absent = missing();
        return absent.isEmpty() ? patchesWords() : tr("%1\nmissing: %2").arg(patchesWords(), numbers(absent));
    }
    case Column::Author:
        return toolTip(base::visibleLine(author().toString()));
    case Column::Acked:
    case Column::Reviewed:
    case Column::Tested:
        return toolTip(trailersTip(column));
    default:
        return words(column);
    }
}

QString SeriesRow::titleTip() const
{
    QString text = title();
    if (m_kind == NodeKind::MissingPatch)
        return tr("The archive does not hold patch %1 of this series").arg(m_slot->index);
    if (isSeries()) {
        const QString joined = series::joinedByName(m_series->joinedBy);
        if (!joined.isEmpty())
            text += u'\n' + tr("joined to the version before it by: %1 (%2)")
                                .arg(joined, base::visibleLine(m_series->joinedEvidence));
    }
    if (m_head && !m_head->prefix.tags.isEmpty())
        text += u'\n' + base::visibleLine(m_head->prefix.tags.join(u", "_s));
    if (m_slot && !m_duplicate && !m_slot->nacked.isEmpty()) {
        for (const series::CollectedTrailer &collected : m_slot->nacked)
            text += u'\n' + base::visibleLine(collected.trailer.toString());
    } else if (const int refused = reviews(-1)) {
        text += u'\n' + tr("Nacked-by: %1").arg(refused);
    }
    return text;
}

QString SeriesRow::trailersTip(int column) const
{
    const auto fits = [column](const patch::Trailer &trailer) {
        return column == Column::Acked      ? patch::isAcked(trailer)
               : column == Column::Reviewed ? patch::isReviewed(trailer)
                                            : patch::isTested(trailer);
    };
    QStringList lines{words(column).toString()};
    if (m_slot && !m_duplicate) {
        for (const series::CollectedTrailer &collected : m_slot->collected) {
            if (fits(collected.trailer))
                lines << base::visibleLine(collected.trailer.toString());
        }
        for (const series::CollectedTrailer &collected : m_slot->mismatched) {
            if (fits(collected.trailer))
                lines << tr("%1 (sent by somebody else, not counted)")
                             .arg(base::visibleLine(collected.trailer.toString()));
        }
    }
    return lines.join(u'\n');
}

} // namespace loredesk::items
