// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/showcommand.h"

#include "app/cli/console.h"
#include "app/cli/messageid.h"
#include "app/cli/messagejson.h"
#include "models/base/hostiletext.h"
#include "models/jobs/engine.h"
#include "models/jobs/headreader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

QString help()
{
    return uR"(Usage: loredesk show ARCHIVE MESSAGE-ID [OPTIONS]

Shows one message of an archive. The Message-ID may stand in angle brackets or
be a link to lore.kernel.org.

  --raw             its bytes, as the archive has them
  --json            a JSON object, as 'loredesk message --json' prints it
  --diff            nothing but its diff
  -h, --help        this text

Examples:
  loredesk show ~/lore/kvm 20250520182639.80013-1-someone@example.org
  loredesk show ~/lore/kvm '<id@example.org>' --diff | git apply --check
)"_s;
}

QString people(const QList<mail::Mailbox> &list)
{
    QStringList names;
    for (const mail::Mailbox &mailbox : list)
        names << mailbox.toString();
    return names.join(", "_L1);
}

QString readable(const patch::ReadMessage &read)
{
    const mail::Message &message = read.message;
    QString out;
    const auto field = [&out](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            out += name + ": "_L1 + base::visibleLine(value) + u'\n';
    };
    field("From"_L1, message.from.toString());
    if (read.patch.author != message.from)
        field("Author"_L1, read.patch.author.toString());
    field("To"_L1, people(message.to));
    field("Cc"_L1, people(message.cc));
    field("Subject"_L1, message.subject.simplified());
    if (message.date)
        field("Date"_L1, base::isoUtc(*message.date));
    if (!message.messageId.isEmpty())
        field("Message-ID"_L1, u'<' + QString::fromUtf8(message.messageId) + u'>');
    if (!message.inReplyTo.isEmpty())
        field("In-Reply-To"_L1, u'<' + QString::fromUtf8(message.inReplyTo) + u'>');
    for (const mail::PartInfo &part : message.parts) {
        if (part.fileName.isEmpty())
            continue;
        field("Attachment"_L1, part.fileName + " ("_L1 + QString::fromLatin1(part.type) + ", "_L1 +
                                   QString::number(part.size) + " bytes)"_L1);
    }
    out += u'\n' + base::visibleText(message.body);
    // A diff that came as an attachment is not in the body.
    if (read.patch.hasDiff && !message.body.contains(read.patch.diff.left(200)))
        out += u'\n' + base::visibleText(read.patch.diff);
    return out.endsWith(u'\n') ? out : out + u'\n';
}

} // namespace

ExitState showCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"raw"_s, QString()}, {u"json"_s, QString()}, {u"diff"_s, QString()}});
    if (const auto state = parseArguments(parser, u"show"_s, arguments, help()))
        return *state;
    const QStringList words = parser.positionalArguments();
    if (words.size() < 2)
        return wrongUsage(u"show"_s,
                          words.isEmpty() ? u"no archive is named"_s : u"no Message-ID is named"_s);
    if (words.size() > 2)
        return wrongUsage(u"show"_s, "too many arguments: '"_L1 + words[2] + u'\'');
    if (parser.isSet(u"raw"_s) + parser.isSet(u"json"_s) + parser.isSet(u"diff"_s) > 1)
        return wrongUsage(u"show"_s, u"choose one of --raw, --json and --diff"_s);

    base::NoProgress progress;
    const QByteArray id = messageIdOf(words[1]);
    if (id.isEmpty())
        return wrongUsage(u"show"_s, u"the Message-ID is empty"_s);
    auto found = jobs::findMessage(QStringList{words[0]}, id, 0, progress);
    // As cut out of a link. A percent sign may also be the id's own, so that goes first.
    const QByteArray decoded = QByteArray::fromPercentEncoding(id);
    if (!found && found.error().code == base::ErrorCode::NoSuchMessage && decoded != id) {
        if (auto other = jobs::findMessage(QStringList{words[0]}, decoded, 0, progress))
            found = std::move(other);
    }
    if (!found)
        return fail(found.error());
    const patch::ReadMessage &read = found->read;
    if (parser.isSet(u"raw"_s))
        return writeOut(read.raw);

    ExitState state = ExitState::Done;
    if (parser.isSet(u"json"_s)) {
        state = writeOut(QJsonDocument(messageToJson(read)).toJson(QJsonDocument::Compact) + '\n');
    } else if (parser.isSet(u"diff"_s)) {
        if (!read.patch.hasDiff)
            return fail({base::ErrorCode::NoSuchMessage, u"the message holds no diff"_s, found->place, {}});
        const QString diff = read.patch.diff;
        state = writeOut((diff.endsWith(u'\n') ? diff : diff + u'\n').toUtf8());
    } else {
        state = writeOut(readable(read).toUtf8());
    }
    QList<base::Problem> problems;
    for (const base::Problem &problem : read.message.problems + patch::diffProblems(read.patch))
        problems.append(jobs::placedProblem(problem, found->place, read.message.messageId));
    return report(problems, state);
}

} // namespace loredesk::app::cli
