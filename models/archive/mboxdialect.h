// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace loredesk::archive {

/// How an mbox keeps lines that begin with "From " from being taken for separators.
enum class MboxDialect {
    Mboxrd,  ///< ">" before every "From " line, quoted or not: can be undone
    Mboxo,   ///< ">" before unquoted "From " lines
    Mboxcl2, ///< Content-Length tells where a message ends; nothing is quoted
};

/// "mboxrd" and so on.
QString dialectName(MboxDialect dialect);

/// Looks at the first separators, and for quoted "From " lines through all of `bytes`.
MboxDialect detectDialect(QByteArrayView bytes);

/// `message` with the dialect's quoting undone.
QByteArray unquoted(QByteArrayView message, MboxDialect dialect);

} // namespace loredesk::archive
