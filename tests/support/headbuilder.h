// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <QString>

#include <vector>

namespace loredesk::tests {

/// Rows from text, one series (or other thread) a line, and back. Nothing is parsed as mail: what stands here
/// is what a test says about a message.
///
///     "tidy the frob" @ada v2 0 1(re@bob+R re) 2 - /4
///
/// A line, in any order but for the messages, which are sent one minute apart in the order they stand in:
///   "…"        title (default "series N", N the line, counted from 1 without empty ones)
///   @ada       who sends it: "Ada <ada@example.org>" (default @ada)
///   v2  v2.1   the version, written;     rfc  resend  pull   as in the subject;  tag:net-next
///   /4         how many patches (default: the highest number in the line)
///   +3d +2h    this line starts so much after the one before (default +1d; the first at 2025-03-01 12:00
///   UTC) >2         the line's first message answers the head of line 2; >2.1 message 1 of line 2 loose its
///   messages do not answer each other change:ID  its change-id;  link:2  a link to the head of line 2;
///   supersedes:2
/// Messages:
///   0          the cover; what follows answers it
///   1 2 3      patches; they answer the cover, or the first patch where there is none
///   1=abc      with this content: equal contents have equal patch ids
///   1@bob      by another author (in-body From), sent by the line's sender
///   -          a patch that never came; nothing is sent
///   p          a single patch without a counter
///   naked      a thread root without 0/N; the patches answer it
///   other      a mail that is no patch: a question, a report (title as its subject)
///   gitpull    a pull request
///   ghost      a message that was never seen; what follows answers it
/// In round brackets behind a message, answers to it, nested as deep as you like:
///   re         from reviewers in turn (@rev1, @rev2 …);  re@bob  from Bob;  bot  from a bot
///   re@bob+R   with Reviewed-by: Bob;  +A acked, +T tested, +N nacked;  +R!carol  a mismatch: Carol's, sent
///   by Bob
///
/// Message-IDs: "2.0@example.org" is the cover of line 2, "2.1@…" its patch 1, "2.p", "2.naked", "2.other",
/// "2.gitpull", "2.ghost"; the same again "2.1~2@…"; the answers to it "2.1.1@…", "2.1.2@…", and so on.
std::vector<series::MessageHead> headsFrom(const QString &text);
/// A hash for rows that were made up: equal where the names are.
series::ContentHash contentHashOf(const QByteArray &name);
catalog::CatalogPtr catalogFrom(const QString &text);

/// "v2 0 1(re re) 2 - /3", one line a series, oldest first: v where above 1, the cover, patches, a dash for a
/// missing one, "2'" for one filled from an earlier version, "2*2" where it was sent twice (all in the order
/// of their numbers), in brackets the answers that the tree of threads holds below it (postings are left
/// out), "p" for a pull request, then the total. With titles: `"title" v2 …`.
QString printSeries(const catalog::Catalog &catalog, bool titles = false);

/// Lineages, one a line, newest version first: "v3(title) v2(link) v1", in brackets what joined it to the one
/// before.
QString printLineages(const catalog::Catalog &catalog);

/// What answers gave, a line a series: "1: R Bob, T Carol | 2: ", key and name shortened; mismatches with a
/// question mark, NACKs with an exclamation mark.
QString printCollected(const catalog::Catalog &catalog);

/// Threads, one a line, oldest first: "1.0(1.1(1.1.1) 1.2)"; ids without "@example.org", ghosts with a
/// question mark.
QString printThreads(const series::ThreadForest &forest);

} // namespace loredesk::tests
