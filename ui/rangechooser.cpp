// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rangechooser.h"

#include "models/base/hostiletext.h"
#include "models/items/enginewords.h"
#include "ui/icons.h"
#include "ui/menubutton.h"
#include "ui/rangedialog.h"
#include "ui/readabledate.h"
#include "ui/revisiondialog.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <utility>

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
    QAction *action = addDialog(kind, labelOf(choice), u"rangeAction-"_s + choice.toString(), shortcut);
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

QString RangeChooser::labelOf(const RangeChoice &choice) const
{
    return choice.label(reference(), QDate::currentDate());
}

catalog::DateSpan RangeChooser::span() const
{
    return m_choice.span(reference(), m_lastVisit);
}

void RangeChooser::setChoice(const RangeChoice &choice, catalog::MessageSet messages)
{
    if (choice.kind != RangeKind::Revisions)
        messages.reset();
    if (messages || choice != m_choice) {
        m_messages = std::move(messages);
        m_trouble.clear();
        m_missing = 0;
    }
    m_choice = choice;
    update();
    if (m_choice.kind == RangeKind::Revisions && !m_messages)
        emit revisionsWanted(m_choice.revisions);
}

void RangeChooser::carryMessages(catalog::MessageSet messages)
{
    m_messages = std::move(messages);
    m_announcedMessages = m_messages;
    m_trouble.clear();
    m_missing = 0;
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
    emit tagsAsked();
}

void RangeChooser::setTags(const QStringList &tags)
{
    if (m_revisions)
        m_revisions->setTags(tags);
}

void RangeChooser::revisionsFound(const QString &range, const catalog::DateSpan &span,
                                  const catalog::MessageSet &messages, int missing)
{
    // Nobody waits any more where the dialog was cancelled, or another range chosen.
    if (m_revisions && m_revisions->isWaitingFor(range))
        m_revisions->accept();
    else if (m_choice.kind != RangeKind::Revisions || m_choice.revisions != range)
        return;
    // The same once more is no reason to filter and count once more.
    const bool isSame = m_messages && *m_messages == *messages;
    setChoice({RangeKind::Revisions, span, range}, isSame ? m_messages : messages);
    m_missing = missing;
    update();
}

void RangeChooser::revisionsFailed(const QString &range, const base::Error &error)
{
    if (m_revisions && m_revisions->isWaitingFor(range)) {
        m_revisions->showError(error);
        return;
    }
    if (m_choice.kind != RangeKind::Revisions || m_choice.revisions != range)
        return;
    // Messages that were right before a refresh are no answer to a question that has none now.
    m_messages.reset();
    m_missing = 0;
    const QString before = std::exchange(m_trouble, items::engineSentence(error.text));
    update();
    if (m_hasRevisions && m_trouble != before) // a refresh every minute does not say it every minute
        emit revisionsLost({error.code, error.text, error.place,
                            tr("What is dated in the days of %1 is shown instead").arg(labelOf(m_choice))});
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
    const QString label = labelOf(m_choice);
    m_button->setText(m_trouble.isEmpty() ? label : tr("%1, by dates").arg(label));
    m_button->updateGeometry();
    m_button->setToolTip(tip(span, reference));
    m_back->setEnabled(span.since.has_value());
    m_forward->setEnabled(span.since && span.until);
    const QList<QAction *> actions = m_group->actions();
    for (QAction *action : actions) {
        const auto kind = RangeKind(action->data().toInt());
        if (kind != RangeKind::Revisions && kind != RangeKind::Custom)
            action->setText(labelOf({kind, {}}));
        action->setChecked(kind == m_choice.kind);
        action->setEnabled((kind != RangeKind::SinceVisit || m_lastVisit) &&
                           (kind != RangeKind::Revisions || m_hasRevisions));
    }
    if (span != m_announced || m_messages != m_announcedMessages) {
        m_announced = span;
        m_announcedMessages = m_messages;
        emit rangeChanged(span);
    }
}

QString RangeChooser::tip(const catalog::DateSpan &span, const QDateTime &reference) const
{
    if (m_choice.kind == RangeKind::Everything)
        return tr("The range of time that the tree, the charts and the digest show");
    const QString days = readableSpan(span, reference);
    if (m_choice.kind != RangeKind::Revisions)
        return tr("Shows %1").arg(days);
    if (!m_trouble.isEmpty())
        return tr("Shows all of %1, and not the revisions alone:\n%2").arg(days, m_trouble);
    if (!m_messages)
        return tr("Shows all of %1 until the revisions are looked up").arg(days);
    QString text = tr("Shows exactly what came between the revisions: %1").arg(days);
    if (m_missing == 1)
        text +=
            u'\n' +
            tr("1 message of it is not in the list: it was deleted later, cannot be read or only just came.");
    else if (m_missing > 1)
        text += u'\n' +
                tr("%Ln messages of it are not in the list: they were deleted later, cannot be read or only "
                   "just came.",
                   nullptr, m_missing);
    return text;
}

} // namespace loredesk::ui
