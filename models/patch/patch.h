// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/message.h"
#include "models/patch/filediff.h"
#include "models/patch/subjectprefix.h"
#include "models/patch/trailer.h"

#include <QByteArray>
#include <QString>

namespace loredesk::patch {

/// A message read as a patch (any message: a reply or a cover letter has no diff, but all the rest).
/// The split of the body follows git-mailinfo(1).
///
/// Detail::Head leaves out what no row of a catalog needs: texts, dates, diffstat and files stay empty, and
/// so do the trailers and links of a reply. All else is as in full.
struct Patch
{
    SubjectPrefix prefix;    ///< of the Subject header
    mail::Mailbox submitter; ///< who sent it: From, with list rewriting undone
    mail::Mailbox author;    ///< in-body From, else the submitter
    bool authorInBody = false;
    bool hasPatchText = false;  ///< a separator or a diff follows the message: what git-mailinfo(1) takes for
                                ///< a patch, and without which it leaves an in-body header unread (in covers)
    QString subjectAfterInBody; ///< in-body Subject, else the header's
    std::optional<base::UnixSeconds> authorDate; ///< in-body Date, else the header's
    int authorDateOffset = 0;                    ///< its zone, minutes east of UTC

    QString text;            ///< the whole text that was split, LF, in-body header included
    QString commitMessage;   ///< without in-body header, up to the separator; ends with one newline
    QList<Trailer> trailers; ///< of the commit message
    QString notes;           ///< between the separator and the diffstat or diff
    DiffStat diffStat;
    QString diff;      ///< from the first diff line to the signature, for show
    QString signature; ///< below "-- "
    QList<FileDiff> files;
    bool hasDiff = false;
    quint32 insertions = 0; ///< lines that the diffs add
    quint32 deletions = 0;  ///< lines that they remove
    QByteArray patchId;     ///< 40 hex digits, as `git patch-id --stable`; empty without a diff

    QByteArray changeId;
    QByteArray baseCommit;
    QList<QByteArray> prerequisites; ///< "prerequisite-message-id:" and kin, "key: value"
    QList<QByteArray> dependsOn;     ///< Message-IDs of Depends-on and Based-on
    QList<QByteArray> supersedes;    ///< Message-IDs of Supersedes
    QList<QByteArray> supersededBy;  ///< Message-IDs of Superseded-by
    QList<QByteArray> links;         ///< Message-IDs linked below the separator, or anywhere in a cover
    FollowUp followUp;               ///< where prefix.reply or In-Reply-To and no diff
};

using mail::Detail;

/// Reads a message as a patch; one that was parsed for a row can be read for a row only. Never fails;
/// thread-safe.
Patch parsePatch(const mail::Message &message, Detail detail = Detail::Full);

/// What keeps git-apply(1) from reading the diffs of a patch: a problem a file (FileDiff::brokenBy). Nothing
/// of a reply, which quotes and cuts as it likes. `patch` in full detail.
QList<base::Problem> diffProblems(const Patch &patch);

/// The Message-ID behind a link to lore or a msgid redirector ("https://lore.kernel.org/r/ID"),
/// percent-decoding undone; empty where it is no such link.
QByteArray messageIdOfLink(const QString &url);

/// A message together with what it says as a patch and the bytes it was read from; what the viewer shows.
struct ReadMessage
{
    QByteArray raw;
    mail::Message message;
    Patch patch;
};

/// parseMessage and parsePatch in one. For a row (Detail::Head) the result may refer to `raw`, which it
/// keeps; where `raw` itself refers to memory of somebody else's, that must outlive it.
ReadMessage readMessage(const QByteArray &raw, Detail detail = Detail::Full);

} // namespace loredesk::patch
