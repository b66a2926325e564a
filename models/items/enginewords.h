// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::items {

/// A sentence of the engine (an error, a problem, what to do about it, what is wrong with a query) in the
/// language of the window. The engine has none: it writes English, with what it is about filled in. What is
/// not known here comes back as it is. Main thread.
QString engineWords(const QString &sentence);

/// The same with a capital at the beginning and nothing steering in it: base::visibleSentence().
QString engineSentence(const QString &sentence);

} // namespace loredesk::items
