// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace loredesk::ui {

/// The header of the series tree: a sign for the replies, and sections no wider than their word, so that the
/// titles get the room.
class SeriesHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit SeriesHeader(QWidget *parent = nullptr);

    /// Width that shows the whole label, with the sort mark where the tree is sorted by it.
    int labelWidth(int column) const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    QSize sectionSizeFromContents(int column) const override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;

private:
    QString label(int column) const;
};

} // namespace loredesk::ui
