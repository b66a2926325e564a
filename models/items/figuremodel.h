// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/items/tablemodel.h"

#include <QStringList>

#include <vector>

namespace loredesk::items {

/// A line of a chart whose lines have an order of their own: a state, a step of time.
struct Figure
{
    QString group; ///< the heading it stands beneath; empty: none
    QString label;
    QString key;         ///< what a selection is remembered by
    double value = 0;    ///< the length of its bar, from 0 up
    QString text;        ///< the number as it is shown, where `value` alone would not say it
    QString detail;      ///< what is said besides; stands at the bar's end too
    QString chip;        ///< what a filter by it is called
    bool isKnown = true; ///< false: there is no number; `text` says why
    std::vector<base::MessageIndex> messages; ///< what proves it
};

/// Such lines, in the order given. GroupRole is the heading, KeyRole the key, ValueRole (of the column
/// Number) the length of the bar, ValueTextRole what stands at its end, FullTextRole the label, ChipRole what
/// a filter by it is called. A column without a header is for charts alone.
class FigureModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column {
        Label,
        Number,
        Detail,
        Group,
        ColumnCount,
    };

    explicit FigureModel(QObject *parent = nullptr);

    /// Headers of the columns in the order of Column, and a fifth where a table that leaves the window has
    /// another one for the numbers (they are there in the unit of `value`).
    void setFigures(std::vector<Figure> figures, const QStringList &headers);
    const std::vector<Figure> &figures() const { return m_figures; }
    /// Messages behind the lines with these keys, each once, in archive order.
    std::vector<base::MessageIndex> messagesOf(const QStringList &keys) const;

protected:
    int rows() const override { return int(m_figures.size()); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    std::vector<Figure> m_figures;
    QStringList m_headers;
};

} // namespace loredesk::items
