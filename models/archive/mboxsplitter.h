// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/mboxdialect.h"
#include "models/base/isodate.h"

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace loredesk::archive {

/// One message in an mbox.
struct MboxRecord
{
    std::int64_t offset = 0;    ///< of its separator line, bytes from the start
    std::int64_t length = 0;    ///< bytes, separator line included, the empty line after the message not
    base::UnixSeconds date = 0; ///< of the separator line; 0: it tells none
    bool isMeasured = false;    ///< Content-Length told its end
    bool isCut = false;         ///< the file ends within it, as far as that can be told
};

/// Finds the messages of an mbox, one after the other. A separator stands at the start or after an empty line
/// and ends in a date; other lines that begin with "From " are text that somebody forgot to quote.
class MboxSplitter
{
public:
    /// `bytes` outlive the splitter. Content-Length is looked at for mboxcl2 only.
    /// Begins at byte `from`: 0, or where a separator stands.
    MboxSplitter(QByteArrayView bytes, MboxDialect dialect, qsizetype from = 0);

    std::optional<MboxRecord> next();

private:
    qsizetype findSeparator(qsizetype from) const;
    bool isSeparator(qsizetype at) const;
    qsizetype measuredEnd(qsizetype headerBegin, bool &beyondEnd) const;

    QByteArrayView m_bytes;
    MboxDialect m_dialect;
    qsizetype m_next;
};

/// The message of a record's bytes: without its separator line, quoting undone.
QByteArray messageOfRecord(QByteArrayView record, MboxDialect dialect);

} // namespace loredesk::archive
