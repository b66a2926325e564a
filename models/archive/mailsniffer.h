// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"

#include <QByteArrayView>

#include <optional>

namespace loredesk::archive {

/// The separator line of an mbox: "From SENDER DATE".
struct FromLine
{
    qsizetype length = 0;       ///< with its line end
    base::UnixSeconds date = 0; ///< 0: it tells none (public-inbox and git write a fixed one)
    bool isPublicInbox = false; ///< "From mboxrd@z"
    bool isGit = false;         ///< "From <40 hex> Mon Sep 17 00:00:00 2001", by git format-patch
};

/// Reads the line at the start of `bytes`. Nothing where it is prose that begins with "From ": a separator
/// ends in a date as asctime(3) writes it.
std::optional<FromLine> parseFromLine(QByteArrayView bytes);

/// `bytes` behind a separator line, if they begin with one (also ">From ", which some deliveries leave in
/// front).
QByteArrayView withoutFromLine(QByteArrayView bytes);

/// Whether bytes begin like a mail: header fields, one of them known to stand in mails. Leading empty lines
/// are forgiven. Some kilobytes from the start are enough.
bool looksLikeMail(QByteArrayView bytes);

/// Length of the empty line ("\n" or "\r\n") at the start of `bytes`, else 0.
qsizetype emptyLine(QByteArrayView bytes);

/// `bytes` behind leading empty lines.
QByteArrayView withoutEmptyLines(QByteArrayView bytes);

} // namespace loredesk::archive
