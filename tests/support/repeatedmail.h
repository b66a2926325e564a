// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"

#include <QByteArray>

namespace loredesk::tests {

/// When the messages of an archive came that repeats another one several times: pass after pass, the last of
/// them when the other's came. Where that would begin before lists did, time runs faster, as on a busier
/// list: an arrival before 1990 or in the future would not be believed.
class RepeatedTime
{
public:
    /// `first` and `last`: the span of one pass; `passes` at least 1.
    RepeatedTime(base::UnixSeconds first, base::UnixSeconds last, int passes);

    /// The time in a pass, from 0, that stands for a time of the archive that is repeated. Later stays later.
    base::UnixSeconds operator()(base::UnixSeconds time, int pass) const;

private:
    base::UnixSeconds m_last;
    base::UnixSeconds m_span;
    int m_passes;
    double m_pace;
};

/// A message made into another one, for pass `pass` over its archive, from 0, which changes its date alone:
/// Message-ID, In-Reply-To, References, Supersedes, links to messages and change ids get the mark of the
/// pass, the subject a suffix, the first hunk of a patch another line (and so another patch id), the text a
/// line with `number` at its end. So threads and series stay whole, and nothing of one pass joins anything of
/// another. The text of multipart and base64 messages, which are few, stays as it is.
QByteArray repeatedMessage(const QByteArray &raw, int pass, int number, const RepeatedTime &time);

} // namespace loredesk::tests
