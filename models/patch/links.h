// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

namespace loredesk::patch {

/// Message-IDs behind the links of a text, each once, in order.
QList<QByteArray> linkedMessageIds(QStringView text);

/// Message-IDs that the value of a field such as Supersedes or Depends-on names: between brackets, or by
/// link.
QList<QByteArray> namedMessageIds(const QString &value);

} // namespace loredesk::patch
