// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dayedit.h"

#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

DayEdit::DayEdit(QDate day, QWidget *parent)
    : QDateEdit(day, parent)
{
    setCalendarPopup(true);
    setDisplayFormat(u"yyyy-MM-dd"_s);
    setKeyboardTracking(false);
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const QString selected = lineEdit()->selectedText();
    if (!typed.isEmpty() && typed.front().isDigit() && selected == text())
        setSelectedSection(YearSection);
    // After the last digit of a year it is at the month already; the sign between them would lead to the day.
    if (typed == "-"_L1 && selected == sectionText(currentSection()))
        return;
    QDateEdit::keyPressEvent(event);
}

} // namespace loredesk::ui
