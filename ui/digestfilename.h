// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/digestoptions.h"

namespace loredesk::ui {

/// The ending of a file in that format, without the dot.
QString fileSuffix(digest::Format format);

/// A name for a digest's file, of list and range: "digest-kernel-2025-05-20_2025-05-27.txt". ASCII letters,
/// digits,
/// '-', '.' and '_' only, whatever the two hold. `listName` stands in where the options name no list;
/// `shownRange` is what Range::Shown stands for. Pure.
QString digestFileName(const DigestOptions &options, const QString &listName, const QString &shownRange);

} // namespace loredesk::ui
