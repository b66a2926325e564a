// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <array>

namespace loredesk::items {

/// A way to look at the series tree: what a row has to be to be shown.
enum class ViewKind : quint8 {
    All,        ///< every series and thread
    New,        ///< something in it came since the last visit
    Unanswered, ///< series nobody but the author and bots has answered
    Incomplete, ///< series that lack patches
    Rfc,        ///< series that ask for comments
    Pull,       ///< pull requests
    Marked,     ///< series that the user marked
    ToReview,   ///< of them those that the user is to look at
    Saved,      ///< a search that the user saved finds something in it
};

/// All but Saved, of which there are as many as the user wants.
inline constexpr int BuiltInViews = int(ViewKind::Saved);

/// Rows by ViewKind.
using ViewCounts = std::array<int, BuiltInViews>;

} // namespace loredesk::items

Q_DECLARE_METATYPE(loredesk::items::ViewKind)
