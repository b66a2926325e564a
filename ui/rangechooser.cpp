// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rangechooser.h"

#include "ui/icons.h"
#include "ui/menubutton.h"
#include "ui/rangedialog.h"
#include "ui/readabledate.h"

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

    const struct
    {
        RangeKind kind;
        Qt::Key key;
    } offered[] = {
        {RangeKind::Everything, Qt::Key_0}, {RangeKind::SinceYesterday, Qt::Key_1},
        {RangeKind::Days7, Qt::Key_2},      {RangeKind::Days30, Qt::Key_3},
        {RangeKind::Days90, Qt::Key_4},
    };
    for (const auto &offer : offered) {
        QAction *action = m_menu->addAction(RangeChoice{offer.kind, {}}.label(QDateTime::currentDateTime()));
        action->setCheckable(true);
        action->setData(int(offer.kind));
        action->setObjectName(u"rangeAction-"_s + RangeChoice{offer.kind, {}}.toString());
        action->setShortcut(QKeySequence(Qt::ALT | offer.key));
        m_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind = offer.kind] { setChoice({kind, {}}); });
    }
    m_menu->addSeparator();
    QAction *custom = m_menu->addAction(tr("From … to …"));
    custom->setObjectName(u"customRangeAction"_s);
    custom->setCheckable(true);
    custom->setData(int(RangeKind::Custom));
    custom->setShortcut(QKeySequence(Qt::ALT | Qt::Key_5));
    m_group->addAction(custom);
    connect(custom, &QAction::triggered, this, &RangeChooser::chooseCustom);
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    update();
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
    return m_choice.span(reference());
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
    const catalog::DateSpan span = m_choice.span(reference);
    m_button->setText(m_choice.label(reference));
    m_button->updateGeometry();
    m_button->setToolTip(m_choice.kind == RangeKind::Everything
                             ? tr("The range of time that the tree, the charts and the digest show")
                             : tr("Shows %1").arg(readableSpan(span, reference)));
    m_back->setEnabled(span.since.has_value());
    m_forward->setEnabled(span.since && span.until);
    const QList<QAction *> actions = m_group->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == int(m_choice.kind));
    if (span != m_announced) {
        m_announced = span;
        emit rangeChanged(span);
    }
}

} // namespace loredesk::ui
