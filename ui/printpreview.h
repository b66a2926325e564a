// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QPrinter;
class QWidget;

namespace loredesk::ui {

/// The pages before they are printed, and how to print them; returns when it is closed. `print`: fills a
/// printer, as often as it is asked for.
void showPrintPreview(QWidget *parent, const QString &documentName,
                      const std::function<void(QPrinter *)> &print);

} // namespace loredesk::ui
