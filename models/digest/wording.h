// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/digest/digest.h"

namespace loredesk::digest {

// What the writers of all formats say in the same words. Pure; nothing here depends on locale or clock.
// Strings that came from mail are returned as they came: every writer escapes them its own way.

/// "5/5", "3/20"; "1" for a single patch; "pull" for a pull request.
QString countWord(const PatchListEntry &entry);
/// "v2"; "v3.1" never occurs here.
QString versionWord(const PatchListEntry &entry);
/// "RFC, resent" and the like; empty for an ordinary series.
QString kindWords(const PatchListEntry &entry);
/// "1-4, 6, 8-20"
QString indexRanges(const QList<int> &indices);
/// "INCOMPLETE: patches 2, 3 are missing", or empty.
QString missingWords(const PatchListEntry &entry);
/// "reviewed 3 of 5, acked 1 of 5, NACKED by 1, 7 replies", "no answer yet".
QString reviewWords(const PatchListEntry &entry);
/// "patches 1-3 as in the version before", or empty.
QString carriedWords(const PatchListEntry &entry);
/// "20 May 2025", UTC; empty where the date is unknown.
QString dateWords(base::UnixSeconds date);
/// "66 messages: 55 patches and cover letters (9 series, 1 single patch), 11 replies."
QString countsSentence(const Digest &digest);

/// Headings, the same in every layout.
QString rangeHeading(const Digest &digest);   ///< "From A to B"
QString updateHeading(const Digest &digest);  ///< "NAME mailing list update from A to B"
QString domainsHeading(const Digest &digest); ///< "Top 15 contributor Email domains (Based on Email Body)"
QString contributorsHeading(const Digest &digest); ///< "Top 15 contributors (Based on Email Body)"

int seriesCount(const Digest &digest); ///< of the patch list: neither single patches nor pull requests
int singleCount(const Digest &digest);

} // namespace loredesk::digest
