// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/digest/wording.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::digest {

namespace {

QString counted(int count, const char *one, const char *many)
{
    return QString::number(count) + u' ' + QString::fromLatin1(count == 1 ? one : many);
}

} // namespace

QString countWord(const PatchListEntry &entry)
{
    if (entry.pull)
        return u"pull"_s;
    if (entry.single)
        return u"1"_s;
    return QString::number(entry.present) + u'/' + QString::number(entry.total);
}

QString versionWord(const PatchListEntry &entry)
{
    return u'v' + QString::number(entry.version);
}

QString kindWords(const PatchListEntry &entry)
{
    QStringList words;
    if (entry.rfc)
        words << u"RFC"_s;
    if (entry.resend)
        words << u"resent"_s;
    if (entry.bot)
        words << u"sent by a bot"_s;
    return words.join(", "_L1);
}

QString indexRanges(const QList<int> &indices)
{
    QStringList parts;
    for (qsizetype i = 0; i < indices.size();) {
        qsizetype j = i;
        while (j + 1 < indices.size() && indices[j + 1] == indices[j] + 1)
            ++j;
        if (j - i >= 2) {
            parts << QString::number(indices[i]) + u'-' + QString::number(indices[j]);
            i = j + 1;
        } else {
            parts << QString::number(indices[i]);
            ++i;
        }
    }
    return parts.join(", "_L1);
}

QString missingWords(const PatchListEntry &entry)
{
    if (entry.missing.isEmpty())
        return {};
    const bool one = entry.missing.size() == 1;
    return (one ? "INCOMPLETE: patch "_L1 : "INCOMPLETE: patches "_L1) + indexRanges(entry.missing) +
           (one ? " is missing"_L1 : " are missing"_L1);
}

QString reviewWords(const PatchListEntry &entry)
{
    QStringList words;
    const auto of = [&](int patches, const char *word) {
        if (patches == 0)
            return;
        QString text = QString::fromLatin1(word);
        if (entry.present > 1)
            text += u' ' + QString::number(patches) + " of "_L1 + QString::number(entry.present);
        words << text;
    };
    of(entry.reviewed, "reviewed");
    of(entry.acked, "acked");
    of(entry.tested, "tested");
    of(entry.nacked, "NACKED");
    if (entry.replies > 0) {
        words << counted(entry.replies, "reply", "replies") +
                     (entry.answered ? QString() : u" (by the author or bots only)"_s);
    } else if (!entry.answered) {
        words << u"no answer yet"_s;
    }
    return words.join(", "_L1);
}

QString carriedWords(const PatchListEntry &entry)
{
    if (entry.carried.isEmpty())
        return {};
    return (entry.carried.size() == 1 ? "patch "_L1 : "patches "_L1) + indexRanges(entry.carried) +
           " as in the version before"_L1;
}

QString dateWords(base::UnixSeconds date)
{
    if (date == 0)
        return {};
    return QLocale::c().toString(QDateTime::fromSecsSinceEpoch(date, Qt::UTC).date(), u"d MMMM yyyy"_s);
}

QString countsSentence(const Digest &digest)
{
    QStringList parts;
    const int pulls = int(std::count_if(digest.patchList.begin(), digest.patchList.end(),
                                        [](const PatchListEntry &entry) { return entry.pull; }));
    QString patches = counted(digest.patchCount, "patch or cover letter", "patches and cover letters");
    if (!digest.patchList.empty()) {
        QStringList kinds;
        if (const int series = seriesCount(digest); series > 0)
            kinds << QString::number(series) + " series"_L1;
        if (const int singles = singleCount(digest); singles > 0)
            kinds << counted(singles, "single patch", "single patches");
        if (pulls > 0)
            kinds << counted(pulls, "pull request", "pull requests");
        patches += " ("_L1 + kinds.join(", "_L1) + u')';
    }
    parts << patches;
    parts << counted(digest.replyCount, "reply", "replies");
    if (digest.otherCount > 0)
        parts << counted(digest.otherCount, "other message", "other messages");
    if (digest.botCount > 0)
        parts << QString::number(digest.botCount) + " from bots"_L1;
    return counted(digest.messageCount, "message", "messages") + ": "_L1 + parts.join(", "_L1) + u'.';
}

QString rangeHeading(const Digest &digest)
{
    return "From "_L1 + digest.request.from + " to "_L1 + digest.request.to;
}

QString updateHeading(const Digest &digest)
{
    return digest.list + " mailing list update from "_L1 + digest.request.from + " to "_L1 +
           digest.request.to;
}

QString domainsHeading(const Digest &digest)
{
    return "Top "_L1 + QString::number(digest.request.top) +
           " contributor Email domains (Based on Email Body)"_L1;
}

QString contributorsHeading(const Digest &digest)
{
    return "Top "_L1 + QString::number(digest.request.top) + " contributors (Based on Email Body)"_L1;
}

int seriesCount(const Digest &digest)
{
    return int(std::count_if(digest.patchList.begin(), digest.patchList.end(),
                             [](const PatchListEntry &entry) { return !entry.single && !entry.pull; }));
}

int singleCount(const Digest &digest)
{
    return int(std::count_if(digest.patchList.begin(), digest.patchList.end(),
                             [](const PatchListEntry &entry) { return entry.single; }));
}

} // namespace loredesk::digest
