// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/digestprinting.h"

#include "models/base/hostiletext.h"
#include "ui/screenroom.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QTextDocument>
#include <QToolBar>

#include <algorithm>

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

void showPrintPreview(QWidget *parent, const QString &documentName,
                      const std::function<void(QPrinter *)> &print)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(documentName);
    QPrintPreviewDialog dialog(&printer, parent);
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog, print);
    // By itself it is narrower than its tools, the last of which prints.
    const auto *tools = dialog.findChild<QToolBar *>();
    const int width = tools ? tools->sizeHint().width() + 20 : 0;
    dialog.resize(withinScreen(dialog, {std::max(960, width), 800}));
    dialog.exec();
}

} // namespace loredesk::ui
