// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiettextbrowser.h"

namespace loredesk::ui {

QuietTextBrowser::QuietTextBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
}

QVariant QuietTextBrowser::loadResource(int, const QUrl &)
{
    // An empty value, not an invalid one: for the latter the document would look for a file by itself.
    return QByteArray();
}

void QuietTextBrowser::doSetSource(const QUrl &, QTextDocument::ResourceType) {}

} // namespace loredesk::ui
