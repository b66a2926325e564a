// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/patch.h"
#include "ui/messagedocument.h"

#include <memory>

namespace loredesk::ui {

/// A patch of a series, as the diff of the whole series has it, or several that are missing.
struct SeriesDiffPatch
{
    int index = 0; ///< from 1
    int last = 0;  ///< of several in a row; 0: it is one
    bool isMissing = false;
    QString title;
    std::shared_ptr<const patch::Patch> patch; ///< null: it is not there, or cannot be read
    QString trouble;                           ///< why; a sentence for people
};

/// Lines that such a document holds; of the patches behind there is only the heading.
constexpr qsizetype MostSeriesLines = 60'000;

/// The diffs of all patches of a series of `total` one below the other: first what they come to, then for
/// each patch a heading (its link is the patch's place in the list) and its files, which are named with the
/// patch's number. Any thread.
MessageDocument seriesDiff(const QList<SeriesDiffPatch> &patches, int total);

} // namespace loredesk::ui
