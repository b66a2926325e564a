// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/seriesfiltermodel.h"
#include "ui/chartspanel.h"
#include "ui/filterbar.h"
#include "ui/messageview.h"
#include "ui/rangechoice.h"
#include "ui/seriesview.h"

#include <optional>

namespace loredesk::app {

/// How the user left an archive: what the window takes up again when the archive is shown the next time. A
/// value.
struct LeftAs
{
    ui::TreePlace place;
    ui::RangeChoice range;
    QString search;
    ui::FilterToggles toggles;
    QStringList keys; ///< people and domains that the tree is narrowed to
    items::ViewKind view = items::ViewKind::All;
    QString savedView;
    ui::MessageView::Tab tab = ui::MessageView::Tab::Message;
    ui::ChartsPanel::Chart chart = ui::ChartsPanel::Chart::Contributors;

    friend bool operator==(const LeftAs &, const LeftAs &) = default;

    /// For the user's store: JSON. Of the rows that are expanded at most MostExpanded are kept.
    QByteArray toBytes() const;
    /// Nothing where the bytes are none of ours; what is not understood in them is as it comes.
    static std::optional<LeftAs> fromBytes(const QByteArray &bytes);

    static constexpr qsizetype MostExpanded = 300;
};

/// What the toggles ask of a row.
items::SeriesFilterModel::Conditions conditionsOf(const ui::FilterToggles &toggles);

} // namespace loredesk::app
