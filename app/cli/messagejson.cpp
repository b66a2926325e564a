// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messagejson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

/// Ids are bytes; what is not UTF-8 in them is shown as U+FFFD.
QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QJsonValue textOrNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QJsonValue() : QJsonValue(text(bytes));
}

QJsonArray textArray(const QList<QByteArray> &list)
{
    QJsonArray array;
    for (const QByteArray &bytes : list)
        array.append(text(bytes));
    return array;
}

QJsonValue dateOrNull(const std::optional<base::UnixSeconds> &date)
{
    return date ? QJsonValue(base::isoUtc(*date)) : QJsonValue();
}

QJsonArray trailerArray(const QList<patch::Trailer> &trailers)
{
    QJsonArray array;
    for (const patch::Trailer &trailer : trailers)
        array.append(trailer.toString());
    return array;
}

/// The name a commit would carry: git takes the address where there is no name, where it is longer than 60
/// bytes or where it holds an address itself.
QString commitName(const mail::Mailbox &person)
{
    const QString &name = person.name;
    const bool unfit = name.isEmpty() || name.toUtf8().size() > 60 || name.contains(u'@') ||
                       name.contains(u'<') || name.contains(u'>');
    return unfit ? person.address : name;
}

QJsonArray numstat(const QList<patch::FileDiff> &files)
{
    QJsonArray array;
    for (const patch::FileDiff &file : files) {
        const QJsonValue added = file.binary ? QJsonValue() : QJsonValue(file.added);
        const QJsonValue removed = file.binary ? QJsonValue() : QJsonValue(file.removed);
        array.append(QJsonArray{added, removed, file.path()});
    }
    return array;
}

bool hasField(const mail::Message &message, const char *name)
{
    for (const mail::HeaderField &field : message.headers) {
        if (qstricmp(field.name.constData(), name) == 0)
            return true;
    }
    return false;
}

} // namespace

QJsonObject subjectToJson(const patch::SubjectPrefix &prefix)
{
    // "v2.5" replaces patches inside v2. No other tool takes it for a version, so readers of the JSON get
    // what they know, and the number itself as a tag.
    const bool dotted = prefix.subversion > 0;
    QJsonArray inferred;
    if (prefix.versionInferred || dotted)
        inferred.append(u"version"_s);
    if (prefix.indexInferred)
        inferred.append(u"index"_s);
    if (prefix.totalInferred)
        inferred.append(u"total"_s);
    QJsonArray tags = QJsonArray::fromStringList(prefix.tags);
    if (dotted)
        tags.append(u"v%1.%2"_s.arg(prefix.version).arg(prefix.subversion));
    return {
        {u"reply"_s, prefix.reply}, {u"patch"_s, prefix.patch},
        {u"rfc"_s, prefix.rfc},     {u"resend"_s, prefix.resend},
        {u"pull"_s, prefix.pull},   {u"version"_s, dotted ? 1 : prefix.version},
        {u"index"_s, prefix.index}, {u"total"_s, prefix.total},
        {u"inferred"_s, inferred},  {u"tags"_s, tags},
        {u"title"_s, prefix.title},
    };
}

QJsonObject messageToJson(const patch::ReadMessage &read)
{
    const mail::Message &message = read.message;
    const patch::Patch &patch = read.patch;
    QJsonObject object;
    object[u"message_id"_s] =
        hasField(message, "Message-ID") ? QJsonValue(text(message.messageId)) : QJsonValue();
    object[u"in_reply_to"_s] = textOrNull(message.inReplyTo);
    object[u"references"_s] = textArray(message.references);
    const bool hasSubject = hasField(message, "Subject");
    object[u"subject"_s] = hasSubject ? QJsonValue(message.subject) : QJsonValue();
    // As git-mailinfo(1) prints them: without a patch, the in-body header counts for nothing.
    const QString subject = patch.hasPatchText ? patch.subjectAfterInBody : message.subject;
    const mail::Mailbox &author = patch.hasPatchText ? patch.author : patch.submitter;
    object[u"subject_after_inbody"_s] = hasSubject || !subject.isEmpty() ? QJsonValue(subject) : QJsonValue();
    const bool hasFrom = hasField(message, "From");
    object[u"from_name"_s] = hasFrom ? QJsonValue(message.from.name) : QJsonValue();
    object[u"from_email"_s] = hasFrom ? QJsonValue(message.from.address) : QJsonValue();
    const bool hasAuthor = hasFrom || (patch.authorInBody && patch.hasPatchText);
    object[u"author_name"_s] = hasAuthor ? QJsonValue(commitName(author)) : QJsonValue();
    object[u"author_email"_s] = hasAuthor ? QJsonValue(author.address) : QJsonValue();
    object[u"date_utc"_s] = dateOrNull(message.date);
    object[u"author_date_utc"_s] = dateOrNull(patch.hasPatchText ? patch.authorDate : message.date);
    object[u"body"_s] = message.body;
    object[u"commit_message"_s] = patch.commitMessage;
    object[u"prefix"_s] = subjectToJson(patch.prefix);
    object[u"trailers"_s] = trailerArray(patch.trailers);
    object[u"patch"_s] = QJsonObject{
        {u"has_diff"_s, patch.hasDiff},
        {u"patch_id"_s, textOrNull(patch.patchId)},
        {u"numstat"_s, numstat(patch.files)},
    };
    if (patch.prefix.reply || !patch.followUp.isEmpty()) {
        object[u"follow_up"_s] = QJsonObject{
            {u"accepted"_s, trailerArray(patch.followUp.accepted)},
            {u"mismatched"_s, trailerArray(patch.followUp.mismatched)},
        };
    }
    object[u"base_commit"_s] = textOrNull(patch.baseCommit);
    object[u"change_id"_s] = textOrNull(patch.changeId);
    QJsonArray problems;
    for (const base::Problem &problem : message.problems)
        problems.append(problem.toString());
    object[u"problems"_s] = problems;
    return object;
}

} // namespace loredesk::app
