// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/subjectcommand.h"

#include "app/cli/console.h"
#include "app/cli/messagejson.h"
#include "models/mail/message.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

QString help()
{
    return uR"(Usage: loredesk subject

Reads subjects from standard input, one a line, and prints what each says
before its title as a JSON object a line.

  -h, --help        this text

Example:
  echo 'Re: [PATCH net-next v2 3/7] mana: fix it' | loredesk subject
)"_s;
}

} // namespace

int subjectCommand(const QStringList &args)
{
    QCommandLineParser parser;
    if (const auto state = cli::parseArguments(parser, u"subject"_s, args, help()))
        return int(*state);
    if (!parser.positionalArguments().isEmpty())
        return int(cli::wrongUsage(u"subject"_s, u"subject takes no arguments, it reads standard input"_s));
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) {
        cli::say(u"standard input cannot be read: %1"_s.arg(in.errorString()));
        return int(ExitState::CannotOpen);
    }
    QByteArray out;
    while (true) {
        QByteArray line = in.readLine();
        if (line.isEmpty())
            break;
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        const patch::SubjectPrefix prefix = patch::parseSubject(mail::decodeHeader(line));
        out += QJsonDocument(subjectToJson(prefix)).toJson(QJsonDocument::Compact) + '\n';
    }
    return int(cli::writeOut(out));
}

} // namespace loredesk::app
