// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace loredesk::ui {

/// Something in a line of mail that leads elsewhere. Where it leads is always shown before it is acted on.
struct MessageLink
{
    qsizetype start = 0; ///< in the line, UTF-16 units
    qsizetype length = 0;
    QString url;          ///< as written; empty for a bare Message-ID
    QByteArray messageId; ///< of a link to a message (lore and its kin, or <id>); else empty

    bool isNull() const { return length == 0; }
    /// The address for people: encoded, so that no letter passes for another, and with the host in front where something
    /// else stands before it.
    QString shownUrl() const;
    /// One sentence that says where it leads.
    QString destination() const;
};

/// Links of one line of text, in order. Only http and https; never anything that runs.
QList<MessageLink> linksIn(const QString &line);

} // namespace loredesk::ui
