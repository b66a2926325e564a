// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::catalog {

/// Whose a mail domain is: the name that the shipped map has for it or for a domain above it ("IBM" for
/// linux.ibm.com), else the domain that somebody could have registered (example.co.uk for
/// mail.example.co.uk). Lower case in; empty for an empty domain. Says whose the address is, not who pays:
/// what a project or a mail provider hands out (kernel.org, gmail.com) is theirs. Pure, from any thread.
QString ownerOfDomain(const QString &domain);

} // namespace loredesk::catalog
