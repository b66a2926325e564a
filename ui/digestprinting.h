// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/digest/digest.h"

#include <QString>

#include <functional>

class QPrinter;
class QWidget;

namespace loredesk::ui {

/// Lays a written digest out on pages: HTML as it looks, everything else in the mail font. Always dark on
/// white, loads nothing. Main thread; takes as long as the text is long.
void printDigest(const QByteArray &bytes, digest::Format format, QPrinter *printer);

/// The pages before they are printed, and how to print them; returns when it is closed. `print`: fills a
/// printer, as often as it is asked for.
void showPrintPreview(QWidget *parent, const QString &documentName,
                      const std::function<void(QPrinter *)> &print);

} // namespace loredesk::ui
