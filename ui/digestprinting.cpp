// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/digestprinting.h"

#include "models/base/hostiletext.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QPrinter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// The plain QTextDocument would read local files that the HTML names.
class QuietDocument final : public QTextDocument
{
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int, const QUrl &) override { return QByteArray(); }
};

} // namespace

void printDigest(const QByteArray &bytes, digest::Format format, QPrinter *printer)
{
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    QuietDocument document;
    document.setUndoRedoEnabled(false);
    const QString text = QString::fromUtf8(bytes);
    if (format == digest::Format::Html) {
        document.setHtml(text);
    } else {
        QFont font = mailFont();
        font.setPointSizeF(9); // 80 columns fit A4 and Letter
        document.setDefaultFont(font);
        document.setPlainText(base::visibleText(text));
    }
    document.print(printer);
    QGuiApplication::restoreOverrideCursor();
}

} // namespace loredesk::ui
