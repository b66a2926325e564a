// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchfield.h"

#include "models/base/hostiletext.h"
#include "ui/icons.h"
#include "ui/searchcompletion.h"
#include "ui/searchnote.h"
#include "ui/theme.h"

#include <QAction>
#include <QFocusEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_completion(new SearchCompletion(this))
    , m_note(new SearchNote(this))
    , m_recentMenu(new QMenu(this))
{
    setPlaceholderText(tr("Search: s:gmap is:unanswered"));
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(true);
    m_recentMenu->setObjectName(u"recentSearches"_s);
    m_recentMenu->setToolTipsVisible(true);
    m_glass = addAction(actionIcon(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_glass->setObjectName(u"recentSearchesAction"_s);
    m_glass->setText(tr("&Recent Searches"));
    m_glass->setToolTip(tr("Recent searches"));
    m_glass->setShortcut(Qt::ALT | Qt::Key_Down);
    m_glass->setShortcutContext(Qt::WidgetShortcut);
    connect(m_glass, &QAction::triggered, this,
            [this] { m_recentMenu->popup(mapToGlobal(QPoint(0, height()))); });
    connect(this, &QLineEdit::textChanged, this, &SearchField::clearProblem);
    // The underline moves with what it belongs to.
    connect(this, &QLineEdit::cursorPositionChanged, this, qOverload<>(&QWidget::update));
    connect(m_completion, &SearchCompletion::opened, this, &SearchField::placeNote);
    connect(m_completion, &SearchCompletion::closed, this, &SearchField::placeNote);
    fillRecentMenu();
}

void SearchField::showProblem(qsizetype offset, qsizetype length, const QString &sentence)
{
    const qsizetype size = text().size();
    m_problemOffset = std::clamp<qsizetype>(offset, 0, size);
    m_problemLength = std::clamp<qsizetype>(length, 0, size - m_problemOffset);
    m_problem = sentence;
    m_isNoteClosed = false;
    placeNote();
    setAccessibleDescription(sentence);
    update();
}

void SearchField::clearProblem()
{
    if (m_problemLength < 0)
        return;
    m_problemLength = -1;
    placeNote();
    setAccessibleDescription({});
    update();
}

void SearchField::placeNote()
{
    if (hasProblem() && hasFocus() && !m_isNoteClosed && !m_completion->isOpen())
        m_note->say(m_problem);
    else
        m_note->hide();
}

bool SearchField::closeNote()
{
    if (m_note->isHidden())
        return false;
    m_isNoteClosed = true;
    placeNote();
    return true;
}

void SearchField::setRecent(const QStringList &queries)
{
    m_recent = queries;
    m_completion->setRecent(queries);
    fillRecentMenu();
}

void SearchField::fillRecentMenu()
{
    m_recentMenu->clear();
    if (m_recent.isEmpty()) {
        m_recentMenu->addAction(tr("No searches yet"))->setEnabled(false);
        return;
    }
    for (const QString &query : std::as_const(m_recent)) {
        const QString line = base::visibleLine(query);
        QString label = fontMetrics().elidedText(line, Qt::ElideRight, 48 * fontMetrics().averageCharWidth());
        QAction *action = m_recentMenu->addAction(label.replace(u'&', "&&"_L1));
        action->setToolTip(line.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, query] {
            setText(query);
            setFocus(Qt::OtherFocusReason);
        });
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Forget These Searches")), &QAction::triggered, this,
            &SearchField::recentCleared);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_problemLength < 0)
        return;
    // Where the text begins is QLineEdit's own business, but the cursor stands at a known place in it.
    const QFontMetrics metrics = fontMetrics();
    const QString shown = displayText();
    const QRect cursor = cursorRect();
    const int origin = cursor.center().x() - metrics.horizontalAdvance(shown.left(cursorPosition()));
    const int from = origin + metrics.horizontalAdvance(shown.left(m_problemOffset));
    // Something that is missing is marked where it is missing.
    const int to = std::max(origin + metrics.horizontalAdvance(shown.left(m_problemOffset + m_problemLength)),
                            from + metrics.averageCharWidth());
    QPainter painter(this);
    const QMargins margins = textMargins();
    painter.setClipRect(rect().adjusted(margins.left() + 4, 0, -margins.right() - 4, 0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(palette()).warning, 2, Qt::SolidLine, Qt::RoundCap));
    const int y = std::min(cursor.center().y() + metrics.height() / 2, height() - 3);
    painter.drawLine(from, y, to - 1, y);
}

void SearchField::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    m_note->follow();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_note->follow();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::EnabledChange && !isEnabled())
        clearProblem();
}

void SearchField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    // A menu that closes and a window that comes back are not why somebody turned to the field.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        m_isNoteClosed = false;
    placeNote();
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    placeNote();
}

} // namespace loredesk::ui
