// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "ui/rangechoice.h"

#include <QKeySequence>
#include <QPointer>
#include <QWidget>

class QAction;
class QActionGroup;
class QMenu;
class QToolButton;

namespace loredesk::ui {

class RevisionDialog;

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
    /// When the archive was visited last, before this visit; nothing: nobody knows. What is shown since then follows.
    void setLastVisit(std::optional<base::UnixSeconds> visit);
    /// Whether the archive knows revisions: a release cycle can be chosen only then.
    void setHasRevisions(bool has);
    /// The choices as actions, for the menu bar as well.
    QMenu *menu() const { return m_menu; }

public slots:
    /// The answers to revisionsAsked().
    void revisionsFound(const QString &range, const loredesk::catalog::DateSpan &span);
    void revisionsFailed(const loredesk::base::Error &error);

signals:
    /// The user typed a range of revisions: when did its messages come?
    void revisionsAsked(const QString &range);
    void rangeChanged(const loredesk::catalog::DateSpan &span);

private:
    QDateTime reference() const;
    void addChoice(RangeKind kind, const QKeySequence &shortcut);
    QAction *addDialog(RangeKind kind, const QString &text, const QString &name, const QKeySequence &shortcut);
    void chooseCustom();
    void chooseRevisions();
    void step(int steps);
    void update();

    RangeChoice m_choice;
    QPointer<RevisionDialog> m_revisions;
    std::optional<base::UnixSeconds> m_lastVisit;
    bool m_hasRevisions = false;
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
