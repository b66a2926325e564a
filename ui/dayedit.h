// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace loredesk::ui {

/// A field for a day, as ISO 8601 writes it, with a calendar to choose it from. It says that it has changed
/// when the day is whole, not at every digit. A whole day can be typed into it, with its signs and over a
/// selection of all of it, neither of which QDateEdit takes.
class DayEdit : public QDateEdit
{
    Q_OBJECT
public:
    explicit DayEdit(QDate day, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace loredesk::ui
