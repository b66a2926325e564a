// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/subjectcommand.h"

#include "app/cli/messagejson.h"
#include "app/commandline.h"
#include "models/mail/message.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

void say(const QString &text)
{
    std::fprintf(stderr, "loredesk: %s\n", qUtf8Printable(text));
}

} // namespace

int subjectCommand(const QStringList &args)
{
    if (!args.isEmpty()) {
        say(u"subject takes no arguments: it reads subjects from standard input, one a line"_s);
        return int(ExitState::WrongUsage);
    }
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly)) {
        say(u"standard input or output is closed"_s);
        return int(ExitState::CannotOpen);
    }
    while (true) {
        QByteArray line = in.readLine();
        if (line.isEmpty())
            break;
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        const patch::SubjectPrefix prefix = patch::parseSubject(mail::decodeHeader(line));
        if (out.write(QJsonDocument(subjectToJson(prefix)).toJson(QJsonDocument::Compact) + '\n') < 0) {
            say(u"the output cannot be written: %1"_s.arg(out.errorString()));
            return int(ExitState::CannotOpen);
        }
    }
    if (!out.flush()) {
        say(u"the output cannot be written: %1"_s.arg(out.errorString()));
        return int(ExitState::CannotOpen);
    }
    return int(ExitState::Done);
}

} // namespace loredesk::app
