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
    /// Exactly the messages that a range of revisions means, as catalog::Scope takes them, in the catalog
    /// that is shown. Null: the span's dates count, as for every other range, and for this one until they are
    /// known.
    const catalog::MessageSet &messages() const { return m_messages; }
    /// Sets it and says so through rangeChanged where the range is another one. Revisions whose messages are
    /// not given are asked for, through revisionsWanted.
    void setChoice(const RangeChoice &choice, catalog::MessageSet messages = {});
    /// The catalog is about to be another one: what the messages are there, null where that is not known.
    /// Says nothing of it.
    void carryMessages(catalog::MessageSet messages);
    /// The days of the archive: what ranges count back from and what the custom range starts with. 0: none.
    void setArchiveDates(base::UnixSeconds first, base::UnixSeconds last);
    /// When the archive was visited last, before this visit; nothing: nobody knows. What is shown since then
    /// follows.
    void setLastVisit(std::optional<base::UnixSeconds> visit);
    /// Whether the archive knows revisions: a release cycle can be chosen only then.
    void setHasRevisions(bool has);
    /// The choices as actions, for the menu bar as well.
    QMenu *menu() const { return m_menu; }

public slots:
    /// The answers to revisionsAsked() and revisionsWanted(). `missing`: so many that the catalog does not
    /// have.
    void revisionsFound(const QString &range, const loredesk::catalog::DateSpan &span,
                        const loredesk::catalog::MessageSet &messages, int missing);
    void revisionsFailed(const QString &range, const loredesk::base::Error &error);
    /// The answer to tagsAsked(): newest first.
    void setTags(const QStringList &tags);

signals:
    /// The user typed a range of revisions: which messages are that?
    void revisionsAsked(const QString &range);
    /// The same of the range that is chosen, whose dates count until then.
    void revisionsWanted(const QString &range);
    /// It cannot be said any more which messages the chosen revisions are; their dates stay.
    void revisionsLost(const loredesk::base::Error &error);
    void tagsAsked();
    /// messages() may be others too.
    void rangeChanged(const loredesk::catalog::DateSpan &span);

private:
    QDateTime reference() const;
    QString labelOf(const RangeChoice &choice) const;
    void addChoice(RangeKind kind, const QKeySequence &shortcut);
    QAction *addDialog(RangeKind kind, const QString &text, const QString &name,
                       const QKeySequence &shortcut);
    void chooseCustom();
    void chooseRevisions();
    void step(int steps);
    void update();
    QString tip(const catalog::DateSpan &span, const QDateTime &reference) const;

    RangeChoice m_choice;
    QPointer<RevisionDialog> m_revisions;
    std::optional<base::UnixSeconds> m_lastVisit;
    bool m_hasRevisions = false;
    base::UnixSeconds m_firstDate = 0;
    base::UnixSeconds m_lastDate = 0;
    catalog::MessageSet m_messages;
    int m_missing = 0; ///< of the range that the messages are of
    QString m_trouble; ///< why there are none; empty where nothing is wrong
    catalog::DateSpan m_announced;
    catalog::MessageSet m_announcedMessages;
    QMenu *m_menu = nullptr;
    QActionGroup *m_group = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_button = nullptr;
    QToolButton *m_forward = nullptr;
};

} // namespace loredesk::ui
