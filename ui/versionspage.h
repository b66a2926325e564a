// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <QWidget>

class QTreeView;

namespace loredesk::items {
class VersionsModel;
}

namespace loredesk::ui {

class PaneState;

/// The versions of the series that the current message belongs to, newest first: how much of each is there,
/// what became of it, and why it is taken for a version of the same series. A row leads to the same patch of
/// that version.
class VersionsPage : public QWidget
{
    Q_OBJECT
public:
    explicit VersionsPage(QWidget *parent = nullptr);

    /// The message that the window shows; an invalid one or no catalog: none.
    void setMessage(const catalog::CatalogPtr &catalog, base::MessageIndex message);

    items::VersionsModel *model() const { return m_model; }
    QTreeView *table() const { return m_table; }

signals:
    /// The reader wants this message to be the window's.
    void messageRequested(loredesk::base::MessageIndex message);

private:
    items::VersionsModel *m_model = nullptr;
    QTreeView *m_table = nullptr;
    PaneState *m_state = nullptr;
};

} // namespace loredesk::ui
