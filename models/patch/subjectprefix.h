// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace loredesk::patch {

/// What a subject says before its title: "Re: [PATCH net-next v2 3/7] mana: fix it".
struct SubjectPrefix
{
    bool reply = false; ///< Re:, Aw:, Fwd: and their kin stood before the brackets
    bool patch = false; ///< a bracket has PATCH
    bool rfc = false;
    bool resend = false;
    bool pull = false;
    bool versionInferred = true; ///< no vN written: version 1
    bool indexInferred = true;   ///< no n/m written: 1 of 1
    bool totalInferred = true;
    int version = 1;    ///< from 1
    int subversion = 0; ///< the M of vN.M: replaces single patches inside vN
    int index = 1;      ///< 0 is the cover
    int total = 1;
    QStringList tags; ///< everything else in the brackets: "net-next", "6.6.y"
    QString title;    ///< what follows the brackets

    bool hasCounter() const { return !indexInferred; }
    /// A posting that takes a slot in a series, or its cover.
    bool isPosting() const
    {
        return !reply && (patch || (rfc && hasCounter()) || (hasCounter() && !versionInferred));
    }
    friend bool operator==(const SubjectPrefix &, const SubjectPrefix &) = default;
};

/// Reads a decoded, unfolded subject. Pure.
SubjectPrefix parseSubject(const QString &subject);

} // namespace loredesk::patch
