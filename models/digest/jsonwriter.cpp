// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostiletext.h"
#include "models/digest/wording.h"
#include "models/digest/writers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace loredesk::digest {

namespace {

QJsonValue dateValue(base::UnixSeconds date)
{
    return date == 0 ? QJsonValue() : QJsonValue(base::isoUtc(date));
}

QJsonArray topArray(const std::vector<TopRow> &rows, const QString &label)
{
    QJsonArray array;
    for (const TopRow &row : rows)
        array.append(QJsonObject{{u"count"_s, row.count}, {label, row.label}});
    return array;
}

QJsonArray numbers(const QList<int> &values)
{
    QJsonArray array;
    for (const int value : values)
        array.append(value);
    return array;
}

QJsonObject entryObject(const PatchListEntry &entry)
{
    QJsonArray earlier;
    for (const auto &[version, id] : entry.earlier)
        earlier.append(QJsonObject{{u"version"_s, version}, {u"message_id"_s, QString::fromUtf8(id)}});
    QJsonArray patches;
    for (qsizetype i = 0; i < entry.patches.size(); ++i) {
        const bool missing = entry.missing.contains(int(i) + 1);
        patches.append(QJsonObject{{u"index"_s, int(i) + 1},
                                   {u"title"_s, missing ? QJsonValue() : QJsonValue(entry.patches[i])}});
    }
    return {{u"title"_s, entry.title},
            {u"author"_s, entry.author},
            {u"version"_s, entry.version},
            {u"total"_s, entry.total},
            {u"present"_s, entry.present},
            {u"single"_s, entry.single},
            {u"have_cover"_s, entry.haveCover},
            {u"complete"_s, entry.complete},
            {u"rfc"_s, entry.rfc},
            {u"resend"_s, entry.resend},
            {u"pull"_s, entry.pull},
            {u"bot"_s, entry.bot},
            {u"missing"_s, numbers(entry.missing)},
            {u"carried"_s, numbers(entry.carried)},
            {u"acked"_s, entry.acked},
            {u"reviewed"_s, entry.reviewed},
            {u"tested"_s, entry.tested},
            {u"nacked"_s, entry.nacked},
            {u"replies"_s, entry.replies},
            {u"answered"_s, entry.answered},
            {u"date_utc"_s, dateValue(entry.date)},
            {u"message_id"_s, QString::fromUtf8(entry.messageId)},
            {u"earlier"_s, earlier},
            {u"joined_by"_s, entry.joinedBy},
            {u"newer"_s, entry.newer > 0 ? QJsonValue(entry.newer) : QJsonValue()},
            {u"patches"_s, patches}};
}

/// Characters that would steer a terminal become escapes, which say the same to a program. Qt escapes C0
/// itself.
QByteArray withoutSteering(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() >= 0x7f && base::isSteeringCharacter(c.unicode()))
            out += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else
            out += c;
    }
    return out.toUtf8();
}

} // namespace

QByteArray toJson(const Digest &digest)
{
    const bool full = digest.request.layout == Layout::Full;
    QJsonObject counts{{u"messages"_s, digest.messageCount}, {u"patches"_s, digest.patchCount}};
    if (full) {
        counts[u"replies"_s] = digest.replyCount;
        counts[u"other"_s] = digest.otherCount;
        counts[u"bots"_s] = digest.botCount;
        counts[u"series"_s] = seriesCount(digest);
        counts[u"single_patches"_s] = singleCount(digest);
    }
    QJsonArray messages;
    for (const MessageEntry &entry : digest.messages) {
        QJsonObject object{{u"title"_s, entry.title},
                           {u"subject"_s, entry.subject},
                           {u"author"_s, entry.author},
                           {u"date_utc"_s, dateValue(entry.date)},
                           {u"message_id"_s, QString::fromUtf8(entry.messageId)},
                           {u"text"_s, entry.text}};
        if (full) {
            object[u"incomplete"_s] = entry.incomplete;
            object[u"series"_s] = entry.entry;
        }
        messages.append(object);
    }
    QJsonObject document{{u"list"_s, digest.list},
                         {u"from"_s, digest.request.from},
                         {u"to"_s, digest.request.to},
                         {u"layout"_s, full ? u"full"_s : u"classic"_s},
                         {u"counts"_s, counts},
                         {u"domains"_s, topArray(digest.domains, u"domain"_s)},
                         {u"contributors"_s, topArray(digest.contributors, u"contributor"_s)},
                         {u"messages"_s, messages}};
    if (full) {
        QJsonArray list;
        for (const PatchListEntry &entry : digest.patchList)
            list.append(entryObject(entry));
        document[u"patch_list"_s] = list;
        document[u"bots"_s] = topArray(digest.bots, u"bot"_s);
    }
    return withoutSteering(QJsonDocument(document).toJson());
}

} // namespace loredesk::digest
