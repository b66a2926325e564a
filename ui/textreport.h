// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace loredesk::ui {

/// A window with a sentence and a text to read beneath it, as what was done to the patches that were written.
/// It asks for nothing, and goes when it is closed. Both are shown as plain text.
void showTextReport(QWidget *parent, const QString &title, const QString &sentence, const QString &text);

} // namespace loredesk::ui
