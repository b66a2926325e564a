// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <QTableView>

namespace loredesk::items {
class PatchTableModel;
}

namespace loredesk::ui {

/// Patches by version: titles on the left that stay there, a column for each version. A click on a cell, or
/// Enter, leads to that patch; a click on a title to its newest version.
class PatchTableView : public QTableView
{
    Q_OBJECT
public:
    explicit PatchTableView(items::PatchTableModel *model, QWidget *parent = nullptr);

    /// Makes the cell of the message current and shows it; where it has none, shows the newest version.
    void showMessage(base::MessageIndex message);

signals:
    void messageRequested(loredesk::base::MessageIndex message);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();
    void fitTitles();
    void request(const QModelIndex &index);
    void requestNewest(int row);

    items::PatchTableModel *m_patches = nullptr;
};

} // namespace loredesk::ui
