// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/cli/messagecommand.h"
#include "app/cli/subjectcommand.h"
#include "models/mail/message.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace loredesk::app {

int run(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    mail::initialise();
    const QStringList args = QCoreApplication::arguments();
    if (args.value(1) == "message"_L1)
        return messageCommand(args.mid(2));
    if (args.value(1) == "subject"_L1)
        return subjectCommand(args.mid(2));
    return int(ExitState::WrongUsage);
}

} // namespace loredesk::app
