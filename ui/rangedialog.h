// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"

#include <QDialog>

namespace loredesk::ui {

class DayEdit;

/// Asks for a first and a last day.
class RangeDialog : public QDialog
{
    Q_OBJECT
public:
    /// Both ends of `start` are set.
    explicit RangeDialog(const catalog::DateSpan &start, QWidget *parent = nullptr);

    /// From the first second of the first day to the last second of the last, local time; the days may have
    /// been set the other way round.
    catalog::DateSpan span() const;

    void accept() override;

private:
    DayEdit *m_from = nullptr;
    DayEdit *m_to = nullptr;
};

} // namespace loredesk::ui
