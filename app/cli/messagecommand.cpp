// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messagecommand.h"

#include "app/cli/console.h"
#include "app/cli/messagejson.h"
#include "models/base/hostiletext.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

QString help()
{
    return uR"(Usage: loredesk message [OPTIONS] FILE...

Parses message files by themselves, without an archive: what they say as mail
and as patches. - is standard input.

  --json            one JSON object a line
  -h, --help        this text

Examples:
  loredesk message 0001-fix-it.patch
  git format-patch -1 --stdout | loredesk message --json - | jq .trailers
)"_s;
}

void addField(QString &out, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        out += name + ": "_L1 + base::visibleLine(value) + u'\n';
}

QString dateText(const std::optional<base::UnixSeconds> &date)
{
    return date ? base::isoUtc(*date) : QString();
}

void addTrailers(QString &out, QLatin1StringView title, const QList<patch::Trailer> &trailers)
{
    if (trailers.isEmpty())
        return;
    out += title + u'\n';
    for (const patch::Trailer &trailer : trailers)
        out += "    "_L1 + base::visibleLine(trailer.toString()) + u'\n';
}

/// For people: what the message is, its text, and what its diff changes.
QString plainForm(const patch::ReadMessage &read)
{
    const mail::Message &message = read.message;
    const patch::Patch &patch = read.patch;
    QString out;
    addField(out, "Subject"_L1, message.subject);
    if (patch.subjectAfterInBody != message.subject)
        addField(out, "In-body subject"_L1, patch.subjectAfterInBody);
    addField(out, "From"_L1, message.from.toString());
    if (patch.author != message.from)
        addField(out, "Author"_L1, patch.author.toString());
    addField(out, "Date"_L1, dateText(message.date));
    if (patch.authorDate != message.date)
        addField(out, "Author date"_L1, dateText(patch.authorDate));
    addField(out, "Message-ID"_L1, QString::fromUtf8(message.messageId));
    addField(out, "In-Reply-To"_L1, QString::fromUtf8(message.inReplyTo));
    addField(out, "Change-ID"_L1, QString::fromUtf8(patch.changeId));
    addField(out, "Base commit"_L1, QString::fromUtf8(patch.baseCommit));
    addField(out, "Patch ID"_L1, QString::fromLatin1(patch.patchId));
    out += u'\n' + base::visibleText(patch.commitMessage);
    if (!patch.notes.isEmpty())
        out += "---\n"_L1 + base::visibleText(patch.notes);
    if (!patch.files.isEmpty()) {
        out += u"\nFiles:\n"_s;
        for (const patch::FileDiff &file : patch.files) {
            const QString counts = file.binary ? u"binary"_s : u"+%1 -%2"_s.arg(file.added).arg(file.removed);
            out += "    "_L1 + base::visibleLine(file.path()) + ": "_L1 + counts + u'\n';
        }
    }
    addTrailers(out, "\nOffers:"_L1, patch.followUp.accepted);
    addTrailers(out, "\nOffers for somebody else:"_L1, patch.followUp.mismatched);
    return out;
}

/// Many times what any server forwards; a device that never ends stops here.
constexpr qsizetype LargestMessage = qsizetype(512) * 1024 * 1024;

bool readFile(const QString &name, QByteArray &bytes)
{
    QFile file(name);
    const bool open = name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (open && file.size() > LargestMessage)
        bytes.resize(LargestMessage + 1); // no need to read it to know
    constexpr qint64 chunk = 1024 * 1024;
    while (open && bytes.size() <= LargestMessage) {
        const QByteArray more = file.read(chunk);
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > LargestMessage) {
        cli::say(u"%1 is too large for a message (over %2 MiB; an archive is read with 'loredesk series')"_s
                     .arg(name)
                     .arg(LargestMessage >> 20));
        return false;
    }
    if (!open || file.error() != QFileDevice::NoError) {
        cli::say(u"%1 cannot be read: %2"_s.arg(name, file.errorString()));
        return false;
    }
    return true;
}

} // namespace

int messageCommand(const QStringList &args)
{
    QCommandLineParser parser;
    parser.addOption({u"json"_s, QString()});
    if (const auto state = cli::parseArguments(parser, u"message"_s, args, help()))
        return int(*state);
    const bool json = parser.isSet(u"json"_s);
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty())
        return int(cli::wrongUsage(u"message"_s, u"no file named (- is standard input)"_s));
    ExitState state = ExitState::Done;
    bool first = true;
    for (const QString &name : files) {
        QByteArray bytes;
        if (!readFile(name, bytes)) {
            state = ExitState::CannotOpen;
            continue;
        }
        const patch::ReadMessage read = patch::readMessage(bytes);
        QByteArray text;
        if (json)
            text = QJsonDocument(messageToJson(read)).toJson(QJsonDocument::Compact) + '\n';
        else
            text = (first ? QString() : u"\n========\n"_s).toUtf8() + plainForm(read).toUtf8();
        first = false;
        bool delivered = true;
        const ExitState written = cli::writeOut(text, &delivered);
        if (!delivered)
            return int(written);
        QList<base::Problem> problems = read.message.problems;
        for (base::Problem &problem : problems)
            problem.place.path = name;
        const ExitState reported = cli::report(problems, ExitState::Done);
        if (state == ExitState::Done)
            state = reported;
    }
    return int(state);
}

} // namespace loredesk::app
