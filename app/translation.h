// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace loredesk::app {

/// The language of `available` that somebody gets who reads `wanted` (as QLocale::uiLanguages() lists them,
/// the most wanted first: "de-AT", "de", "en-GB"…). Empty: English, which the sources are in, and which
/// whoever names it before another language gets. Pure.
QString chosenLanguage(const QStringList &wanted, const QStringList &available);

/// Loads the translation for the system's language out of the resources, and with it that of Qt's own
/// dialogs, where it is installed. Before the first window is made.
void installTranslation(QCoreApplication &application);

} // namespace loredesk::app
