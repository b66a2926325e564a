// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rangechoice.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QMenu;
class QToolButton;

namespace loredesk::ui {

/// The range of time on top of the window: step back, the choices, step forward.
class RangeChooser : public QWidget
{
    Q_OBJECT
public:
    explicit RangeChooser(QWidget *parent = nullptr);

    const RangeChoice &choice() const { return m_choice; }
    catalog::DateSpan span() const;
    /// Sets it and says so through rangeChanged where the span is another one.
    void setChoice(const RangeChoice &choice);
    /// The days of the archive: what ranges count back from and what the custom range starts with. 0: none.
    void setArchiveDates(base::UnixSeconds first, base::UnixSeconds last);
    /// The choices as actions, for the menu bar as well.
    QMenu *menu() const { return m_menu; }

signals:
    void rangeChanged(const loredesk::catalog::DateSpan &span);

private:
    QDateTime reference() const;
    void chooseCustom();
    void step(int steps);
    void update();

    RangeChoice m_choice;
    base::UnixSeconds m_firstDate = 0;
    base::UnixSeconds m_lastDate = 0;
    catalog::DateSpan m_announced;
    QMenu *m_menu = nullptr;
    QActionGroup *m_group = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_button = nullptr;
    QToolButton *m_forward = nullptr;
};

} // namespace loredesk::ui
