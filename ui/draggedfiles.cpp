// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draggedfiles.h"

#include <QUrl>

namespace loredesk::ui {

DraggedFiles::DraggedFiles(const QStringList &files)
{
    QList<QUrl> urls;
    for (const QString &file : files)
        urls << QUrl::fromLocalFile(file);
    setUrls(urls);
}

} // namespace loredesk::ui
