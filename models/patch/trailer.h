// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/message.h"

#include <QList>
#include <QString>

namespace loredesk::patch {

/// "Reviewed-by: A U Thor <author@example.org>" (git-interpret-trailers(1)).
struct Trailer
{
    enum class Kind : quint8 {
        Person, ///< names somebody: Signed-off-by, Reviewed-by, Cc, …
        Link,   ///< Link, Closes, Fixes with a URL, …
        Other,
    };

    QString key;   ///< as written
    QString value; ///< unwrapped
    Kind kind = Kind::Other;

    /// "key: value"
    QString toString() const;
    /// The person of a person trailer.
    mail::Mailbox mailbox() const;
    friend bool operator==(const Trailer &, const Trailer &) = default;
};

/// What a reply offers to the patch it answers.
struct FollowUp
{
    QList<Trailer> accepted;   ///< its sender is the one the trailer names (Nacked-by among them)
    QList<Trailer> mismatched; ///< somebody else's: shown, never applied
    bool isEmpty() const { return accepted.isEmpty() && mismatched.isEmpty(); }
};

/// Nobody gives more; what is beyond is no trailer but an attempt on somebody's memory.
constexpr qsizetype MostTrailers = 1000;

/// Trailers of a commit message, in order; MostTrailers of them.
QList<Trailer> parseTrailers(const QString &commitMessage);

/// The message with more trailers at the end of its block of them (never above a Signed-off-by that stood
/// there: the chain of custody), or in a block of their own where it has none. Ends with one newline.
QString withTrailers(const QString &commitMessage, const QList<Trailer> &added);

/// True where both say the same: key and value, caseless, blanks collapsed; links by the Message-ID they lead
/// to.
bool isSameTrailer(const Trailer &a, const Trailer &b);

/// Trailers a reply's body offers, judged by its sender; MostTrailers of them.
FollowUp parseFollowUp(const QString &body, const mail::Mailbox &sender);

/// False where parseFollowUp() finds nothing in such a text for sure, told without decoding it. `text`: in a
/// charset in which ASCII is itself.
bool mayOfferTrailers(QByteArrayView text);

/// True for Acked-by, Reviewed-by, Tested-by; `key` caseless.
bool isAcked(const Trailer &trailer);
bool isReviewed(const Trailer &trailer);
bool isTested(const Trailer &trailer);
bool isNacked(const Trailer &trailer);

} // namespace loredesk::patch
