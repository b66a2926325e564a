// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"
#include "models/items/tablemodel.h"
#include "models/patch/filediff.h"

#include <QList>

namespace loredesk::items {

/// The files of a patch. LineRole is where the file starts in Patch::diff, KeyRole its path.
class FileListModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { Path, Change, Added, Removed, ColumnCount };

    explicit FileListModel(QObject *parent = nullptr);

    void setFiles(QList<patch::FileDiff> files);
    const QList<patch::FileDiff> &files() const { return m_files; }

protected:
    int rows() const override { return int(m_files.size()); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    QList<patch::FileDiff> m_files;
};

} // namespace loredesk::items
