// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/messagehead.h"

using namespace Qt::StringLiterals;

namespace loredesk::series {

namespace {

// Exact names and local parts only: a loose "bot" would take people for machines. These tools run for other
// projects too, so their domain does not matter.
QStringList shippedPatterns()
{
    return {
        u"lkp@intel.com"_s,
        u"name:kernel test robot"_s,
        u"name:syzbot"_s,
        u"name:syzbot ci"_s,
        u"syzbot@syzkaller.appspotmail.com"_s,
        u"syzbot+*"_s,
        u"bot+*@syzkaller.appspotmail.com"_s,
        u"patchwork-bot+*"_s,
        u"pr-tracker-bot@*"_s,
        u"sashiko-bot@*"_s,
        u"tip-bot2@*"_s,
        u"tipbot@zytor.com"_s,
        u"bot@kernelci.org"_s,
        u"name:kernelci.org bot"_s,
        u"kernelci-results@*"_s,
        u"bugzilla-daemon@*"_s,
        u"bluez.test.bot@gmail.com"_s,
        u"no-reply@patchew.org"_s,
        u"patchwork@emeril.freedesktop.org"_s,
        u"noreply@github.com"_s,
        u"devbot@kernel.org"_s,
        u"mailer-daemon@*"_s,
    };
}

} // namespace

BotList::BotList()
    : BotList(shippedPatterns())
{
}

BotList::BotList(const QStringList &patterns)
    : m_patterns(patterns)
{
    for (const QString &pattern : patterns) {
        const QString text = pattern.trimmed().toLower();
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        if (text.startsWith("name:"_L1)) {
            m_names.insert(text.mid(5).simplified());
        } else if (const qsizetype star = text.indexOf(u'*'); star >= 0) {
            m_globs.append({text.left(star), text.mid(star + 1)});
        } else {
            m_addresses.insert(text);
        }
    }
}

bool BotList::contains(const mail::Mailbox &mailbox) const
{
    const QString address = mailbox.address.toLower();
    if (m_addresses.contains(address))
        return true;
    for (const auto &[front, back] : m_globs) {
        // The star stands for something: "syzbot+*" does not take "syzbot+@…".
        if (address.size() > front.size() + back.size() && address.startsWith(front) &&
            address.endsWith(back))
            return true;
    }
    return !mailbox.name.isEmpty() && m_names.contains(mailbox.name.simplified().toLower());
}

} // namespace loredesk::series
