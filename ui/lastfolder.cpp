// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lastfolder.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace loredesk::ui {

namespace {

/// Empty: no dialog has ended yet.
QString &lastFolder(FilePurpose purpose)
{
    static QString opened;
    static QString saved;
    return purpose == FilePurpose::Open ? opened : saved;
}

QString folderFor(FilePurpose purpose)
{
    const QString &folder = lastFolder(purpose);
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : QDir::currentPath();
}

} // namespace

void continueInLastFolder(QFileDialog &dialog, FilePurpose purpose)
{
    // Given also where it is the working directory: left to itself a dialog of Qt's own begins where the last
    // one was, whatever that one was for.
    dialog.setDirectory(folderFor(purpose));
    QObject::connect(&dialog, &QFileDialog::filesSelected, &dialog, [purpose](const QStringList &paths) {
        if (!paths.isEmpty())
            noteFolderOf(paths.constFirst(), purpose);
    });
}

QString inLastFolder(const QString &name, FilePurpose purpose)
{
    return QDir(folderFor(purpose)).filePath(name);
}

void noteFolderOf(const QString &path, FilePurpose purpose)
{
    // Of a folder, too, it is the one that it lies in: there are the others like it.
    lastFolder(purpose) = QFileInfo(path).absolutePath();
}

} // namespace loredesk::ui
