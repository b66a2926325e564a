// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace loredesk::items {
class ThreadModel;
}

namespace loredesk::ui {

/// Who answered whom in a conversation, a line a message. Only shows the model; others say what is current.
class ThreadOutline : public QTreeView
{
    Q_OBJECT
public:
    explicit ThreadOutline(items::ThreadModel *model, QWidget *parent = nullptr);

    /// Pixels: as many whole rows as there are, but at most three tenths of `all`, and two rows in any case.
    int wantedHeight(int all) const;
    /// Makes the row the current one. One that was out of sight comes to the middle, so that who answers it
    /// is in sight, too.
    void goToRow(int row);

    QSize minimumSizeHint() const override;

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
};

} // namespace loredesk::ui
