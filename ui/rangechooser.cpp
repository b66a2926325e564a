// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rangechooser.h"

#include "ui/icons.h"
#include "ui/menubutton.h"
#include "ui/rangedialog.h"
#include "ui/readabledate.h"
#include "ui/revisiondialog.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

RangeChooser::RangeChooser(QWidget *parent)
    : QWidget(parent)
    , m_menu(new QMenu(tr("&Range"), this))
    , m_group(new QActionGroup(this))
    , m_back(new QToolButton)
    , m_button(new MenuButton)
    , m_forward(new QToolButton)
{
    setObjectName(u"rangeChooser"_s);
    m_button->setObjectName(u"rangeButton"_s);
    m_button->setIcon(actionIcon(u"view-calendar"_s));
    m_button->setMenu(m_menu);
    m_back->setObjectName(u"rangeBack"_s);
    m_forward->setObjectName(u"rangeForward"_s);
    m_back->setIcon(actionIcon(u"go-previous"_s));
    m_back->setToolTip(tr("The span before"));
    m_back->setAccessibleName(tr("The span before"));
    m_forward->setIcon(actionIcon(u"go-next"_s));
    m_forward->setToolTip(tr("The span after"));
    m_forward->setAccessibleName(tr("The span after"));
    for (QToolButton *button : {m_back, m_button, m_forward})
        button->setAutoRaise(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_back);
    row->addWidget(m_button);
    row->addWidget(m_forward);

    // The keys are older than the order.
    addChoice(RangeKind::SinceVisit, Qt::ALT | Qt::Key_6);
    addChoice(RangeKind::Today, Qt::ALT | Qt::Key_7);
    addChoice(RangeKind::SinceYesterday, Qt::ALT | Qt::Key_1);
    addChoice(RangeKind::Days7, Qt::ALT | Qt::Key_2);
    addChoice(RangeKind::Days30, Qt::ALT | Qt::Key_3);
    addChoice(RangeKind::Days90, Qt::ALT | Qt::Key_4);
    m_menu->addSeparator();
    connect(addDialog(RangeKind::Revisions, tr("Release Cycle (A..B)…"), u"revisionRangeAction"_s,
                      Qt::ALT | Qt::Key_8),
            &QAction::triggered, this, &RangeChooser::chooseRevisions);
    connect(addDialog(RangeKind::Custom, tr("From … to …"), u"customRangeAction"_s, Qt::ALT | Qt::Key_5),
            &QAction::triggered, this, &RangeChooser::chooseCustom);
    m_menu->addSeparator();
    addChoice(RangeKind::Everything, Qt::ALT | Qt::Key_0);
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    update();
}

void RangeChooser::addChoice(RangeKind kind, const QKeySequence &shortcut)
{
    const RangeChoice choice{kind, {}};
    QAction *action = addDialog(kind, choice.label(QDateTime::currentDateTime()),
                                u"rangeAction-"_s + choice.toString(), shortcut);
    connect(action, &QAction::triggered, this, [this, choice] { setChoice(choice); });
}

QAction *RangeChooser::addDialog(RangeKind kind, const QString &text, const QString &name,
                                 const QKeySequence &shortcut)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setData(int(kind));
    action->setShortcut(shortcut);
    m_group->addAction(action);
    return action;
}

QDateTime RangeChooser::reference() const
{
    const QDateTime now = QDateTime::currentDateTime();
    if (m_lastDate == 0 || m_lastDate >= now.toSecsSinceEpoch())
        return now;
    return QDateTime::fromSecsSinceEpoch(m_lastDate);
}

catalog::DateSpan RangeChooser::span() const
{
    return m_choice.span(reference(), m_lastVisit);
}

void RangeChooser::setChoice(const RangeChoice &choice)
{
    m_choice = choice;
    update();
}

void RangeChooser::setArchiveDates(base::UnixSeconds first, base::UnixSeconds last)
{
    m_firstDate = first;
    m_lastDate = last;
    update();
}

void RangeChooser::setLastVisit(std::optional<base::UnixSeconds> visit)
{
    m_lastVisit = visit;
    update();
}

void RangeChooser::setHasRevisions(bool has)
{
    m_hasRevisions = has;
    update();
}

void RangeChooser::chooseRevisions()
{
    update(); // the dialog may be cancelled
    m_revisions = new RevisionDialog(m_choice.revisions, this);
    m_revisions->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_revisions, &RevisionDialog::asked, this, &RangeChooser::revisionsAsked);
    m_revisions->open();
}

void RangeChooser::revisionsFound(const QString &range, const catalog::DateSpan &span)
{
    // Nobody waits any more where the dialog was cancelled.
    if (!m_revisions)
        return;
    m_revisions->accept();
    setChoice({RangeKind::Revisions, span, range});
}

void RangeChooser::revisionsFailed(const base::Error &error)
{
    if (m_revisions)
        m_revisions->showError(error);
}

void RangeChooser::chooseCustom()
{
    catalog::DateSpan start = span();
    if (!start.since)
        start.since = m_firstDate != 0 ? m_firstDate : reference().addDays(-7).toSecsSinceEpoch();
    if (!start.until)
        start.until = reference().toSecsSinceEpoch();
    auto *dialog = new RangeDialog(start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        setChoice({RangeKind::Custom, dialog->span()});
    });
    connect(dialog, &QDialog::rejected, this, &RangeChooser::update);
    dialog->open();
}

void RangeChooser::step(int steps)
{
    catalog::DateSpan span = this->span();
    if (!span.since)
        return;
    // A range that is open towards now ends with the reference's day.
    if (!span.until)
        span.until = reference().date().addDays(1).startOfDay().toSecsSinceEpoch() - 1;
    setChoice({RangeKind::Custom, steppedSpan(span, steps, reference().timeZone())});
}

void RangeChooser::update()
{
    const QDateTime reference = this->reference();
    const catalog::DateSpan span = m_choice.span(reference, m_lastVisit);
    m_button->setText(m_choice.label(reference));
    m_button->updateGeometry();
    m_button->setToolTip(m_choice.kind == RangeKind::Everything
                             ? tr("The range of time that the tree, the charts and the digest show")
                             : tr("Shows %1").arg(readableSpan(span, reference)));
    m_back->setEnabled(span.since.has_value());
    m_forward->setEnabled(span.since && span.until);
    const QList<QAction *> actions = m_group->actions();
    for (QAction *action : actions) {
        const auto kind = RangeKind(action->data().toInt());
        action->setChecked(kind == m_choice.kind);
        action->setEnabled((kind != RangeKind::SinceVisit || m_lastVisit) &&
                           (kind != RangeKind::Revisions || m_hasRevisions));
    }
    if (span != m_announced) {
        m_announced = span;
        emit rangeChanged(span);
    }
}

} // namespace loredesk::ui
