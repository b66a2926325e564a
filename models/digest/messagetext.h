// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::digest {

/// What of a posting's text a digest shows: up to and including the line " N files changed, …"; without one,
/// up to the diff or the signature. Ends with one newline, empty where nothing is left. Pure.
QString upToDiffStat(const QString &text);

/// `text` without its in-body From line; everything else stays, the blank line after it too.
QString withoutInBodyFrom(const QString &text);

/// `text` without its whole in-body header (From, Subject, Date, in any order) and the blank lines around it.
QString withoutInBodyHeader(const QString &text);

} // namespace loredesk::digest
