// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printpreview.h"

#include "ui/screenroom.h"

#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QToolBar>

#include <algorithm>

namespace loredesk::ui {

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
