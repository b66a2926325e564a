// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/searchmarks.h"

#include <QLabel>

namespace loredesk::ui {

/// A label of plain text that wraps, with pieces of it marked. Not rich text: that would take mail for markup.
class MarkedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit MarkedLabel(QWidget *parent = nullptr);

    /// Ranges of text(); they stay until they are set anew.
    void setMarks(const QList<TextRange> &marks);
    const QList<TextRange> &marks() const { return m_marks; }
    /// Where a mark is painted.
    QList<QRect> markRects() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<TextRange> m_marks;
};

} // namespace loredesk::ui
