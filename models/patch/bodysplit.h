// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/diffparser.h"
#include "models/patch/textlines.h"

#include <QByteArray>

#include <optional>

namespace loredesk::patch {

/// A message's text cut as git-mailinfo(1) cuts it; all numbers are lines.
struct BodySplit
{
    std::optional<QByteArray> from; ///< values of the in-body header, still encoded
    std::optional<QByteArray> subject;
    std::optional<QByteArray> date;
    qsizetype messageBegin = 0; ///< first line of the commit message
    qsizetype messageEnd = 0;   ///< the separator, or the first line of the diff
    qsizetype notesBegin = 0;   ///< behind the separator
    qsizetype notesEnd = 0;
    qsizetype statBegin = 0; ///< the diffstat
    qsizetype statEnd = 0;
    qsizetype diffBegin = 0;      ///< first line of the first diff
    qsizetype diffEnd = 0;        ///< up to the signature
    qsizetype signatureBegin = 0; ///< the line of "-- "; count() where there is none
    qsizetype patchBegin = 0;     ///< where git's patch begins: whatever it takes for a separator or a diff
    QList<DiffRange> diffs;
    qsizetype textBegin = 0; ///< first line of the text, in-body header included

    /// Gives the in-body header back to the commit message.
    void withoutInBodyHeader();
};

/// `detail`: of the diffs, see parseDiffs().
BodySplit splitBody(const TextLines &lines, const QByteArray &charset,
                    mail::Detail detail = mail::Detail::Full);

} // namespace loredesk::patch
