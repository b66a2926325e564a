// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/patch.h"

#include <QJsonObject>

namespace loredesk::app {

/// The JSON of a message, as `loredesk message --json` and `loredesk show --json` print it.
QJsonObject messageToJson(const patch::ReadMessage &read);

/// The JSON of what a subject says, as `loredesk subject` prints it.
QJsonObject subjectToJson(const patch::SubjectPrefix &prefix);

} // namespace loredesk::app
