// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"

#include <vector>

namespace loredesk::jobs {

/// Reads messages again and writes them as they were sent, byte for byte, as an mboxrd: ">" before every line
/// that begins with "From ", however quoted. A message without a line end at its end gets one. Blocks.
/// Errors: those of archive::Reader::read; Unreadable where a message is too large to be read whole;
/// Cancelled. Then nothing is written at all.
base::Result<QByteArray> exportMails(const LoadedArchive &loaded,
                                     const std::vector<base::MessageIndex> &messages,
                                     base::ProgressSink &progress);

/// The messages of the conversations that hold any of `messages`, each once: every conversation from its
/// root, depth first. Pure.
std::vector<base::MessageIndex> conversationsOf(const catalog::Catalog &catalog,
                                                const std::vector<base::MessageIndex> &messages);

} // namespace loredesk::jobs
