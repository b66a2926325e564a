// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace loredesk::ui {

/// Paints the rows of a ThreadModel as a tree of names: how far a row is indented is how deep it stands. New
/// messages are bold, the one that the window shows has a mark.
class ThreadDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Levels that are indented; deeper ones stand below each other.
    static constexpr int DeepestIndent = 12;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace loredesk::ui
