// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebyside.h"

#include <QEvent>
#include <QGridLayout>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

SideBySide::SideBySide(MessageText *oldText, MessageText *newText, QWidget *parent)
    : QWidget(parent)
    , m_texts{oldText, newText}
    , m_horizontal(new QScrollBar(Qt::Horizontal))
{
    setObjectName(u"messageSides"_s);
    setAccessibleName(tr("Diff side by side"));
    m_horizontal->setObjectName(u"messageSidesHorizontal"_s);
    m_horizontal->setAccessibleName(tr("Scroll both sides sideways"));
    m_horizontal->setFocusPolicy(Qt::NoFocus);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(1); // what shows between them is the hairline
    grid->addWidget(m_texts[DiffSides::Old], 0, 0);
    grid->addWidget(m_texts[DiffSides::New], 0, 1);
    grid->addWidget(m_horizontal, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (const DiffSides::Side side : {DiffSides::Old, DiffSides::New}) {
        MessageText *text = m_texts[side];
        text->setShowsNumbers(true);
        // One bar for both: their own would have different ranges and take room on one side alone.
        text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        text->setVerticalScrollBarPolicy(side == DiffSides::New ? Qt::ScrollBarAlwaysOn
                                                                : Qt::ScrollBarAlwaysOff);
        text->installEventFilter(this);
        connect(text->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, side] { follow(side); });
        connect(text->horizontalScrollBar(), &QScrollBar::valueChanged, this, [this, side] { follow(side); });
        connect(text->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &SideBySide::updateHorizontal);
        connect(text, &MessageText::foldsChanged, this, [this, side] { takeFolds(side); });
    }
    connect(m_horizontal, &QScrollBar::valueChanged, this, &SideBySide::scrollSideways);
    m_horizontal->hide();
}

void SideBySide::show(const DiffSides &sides)
{
    const QScopedValueRollback following(m_following, true);
    m_sides = sides;
    m_current = DiffSides::New;
    for (const DiffSides::Side side : {DiffSides::Old, DiffSides::New})
        m_texts[side]->setDocument(m_sides.document(side));
    updateHorizontal();
    m_horizontal->setValue(0);
}

void SideBySide::follow(DiffSides::Side side)
{
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    MessageText *other = m_texts[side == DiffSides::Old ? DiffSides::New : DiffSides::Old];
    other->verticalScrollBar()->setValue(m_texts[side]->verticalScrollBar()->value());
    other->horizontalScrollBar()->setValue(m_texts[side]->horizontalScrollBar()->value());
    m_horizontal->setValue(m_texts[side]->horizontalScrollBar()->value());
}

void SideBySide::scrollSideways(int value)
{
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    for (MessageText *text : m_texts)
        text->horizontalScrollBar()->setValue(value);
}

void SideBySide::takeFolds(DiffSides::Side side)
{
    if (m_following)
        return;
    {
        const QScopedValueRollback following(m_following, true);
        MessageText *other = m_texts[side == DiffSides::Old ? DiffSides::New : DiffSides::Old];
        other->setFolds(m_texts[side]->folds());
        updateHorizontal();
    }
    follow(side);
}

void SideBySide::updateHorizontal()
{
    int widest = 0;
    for (const MessageText *text : m_texts)
        widest = std::max(widest, text->contentWidth());
    for (MessageText *text : m_texts)
        text->setLeastContentWidth(widest);
    const QScrollBar *bar = m_texts[DiffSides::Old]->horizontalScrollBar();
    const QScrollBar *other = m_texts[DiffSides::New]->horizontalScrollBar();
    m_horizontal->setPageStep(std::min(bar->pageStep(), other->pageStep()));
    m_horizontal->setSingleStep(bar->singleStep());
    m_horizontal->setMaximum(std::max(bar->maximum(), other->maximum()));
    m_horizontal->setVisible(m_horizontal->maximum() > 0);
}

void SideBySide::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateHorizontal();
}

bool SideBySide::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_current = watched == m_texts[DiffSides::Old] ? DiffSides::Old : DiffSides::New;
    return QWidget::eventFilter(watched, event);
}

void SideBySide::setMatches(const QList<MessageText::Match> &matches, qsizetype current)
{
    const MessageDocument &unified = m_sides.unified();
    for (const DiffSides::Side side : {DiffSides::Old, DiffSides::New}) {
        QList<MessageText::Match> own;
        qsizetype ownCurrent = -1;
        for (qsizetype i = 0; i < matches.size(); ++i) {
            const MessageText::Match &match = matches[i];
            // A match may reach over the ends of lines, which do not lie below each other here.
            const qsizetype last = match.start + match.length;
            for (qsizetype line = unified.lineAt(match.start);
                 line < unified.lines().size() && unified.lines()[line].start < last; ++line) {
                if (!m_sides.isOn(side, line))
                    continue;
                const qsizetype end =
                    std::min<qsizetype>(last, unified.lines()[line].start + unified.lines()[line].length);
                const qsizetype from =
                    m_sides.fromUnified(side, std::max<qsizetype>(match.start, unified.lines()[line].start));
                const qsizetype to = m_sides.fromUnified(side, end);
                if (from >= to)
                    continue;
                if (i == current && ownCurrent < 0)
                    ownCurrent = own.size();
                own.append({qint32(from), qint32(to - from)});
            }
        }
        m_texts[side]->setMatches(own, ownCurrent);
    }
}

DiffSides::Side SideBySide::sideOf(qsizetype unifiedOffset) const
{
    const qsizetype line = m_sides.unified().lineAt(unifiedOffset);
    // What stands on both sides is shown where the reader is.
    if (m_sides.isOn(m_current, line))
        return m_current;
    return m_current == DiffSides::Old ? DiffSides::New : DiffSides::Old;
}

void SideBySide::reveal(qsizetype unifiedOffset)
{
    if (m_sides.unified().isEmpty())
        return;
    const DiffSides::Side side = sideOf(unifiedOffset);
    m_texts[side]->ensureVisible(m_sides.fromUnified(side, unifiedOffset));
}

void SideBySide::select(const MessageText::Match &match)
{
    if (m_sides.unified().isEmpty())
        return;
    const DiffSides::Side side = sideOf(match.start);
    m_current = side;
    m_texts[side]->setSelection(m_sides.fromUnified(side, match.start),
                                m_sides.fromUnified(side, match.start + match.length));
}

qsizetype SideBySide::selectionStart() const
{
    return m_sides.toUnified(m_current, std::min(current()->anchor(), current()->caret()));
}

qsizetype SideBySide::topLine() const
{
    const qsizetype row = current()->topLine();
    if (row < 0)
        return -1;
    return m_sides.unified().lineAt(m_sides.toUnified(m_current, current()->document().lines()[row].start));
}

void SideBySide::goToLine(qsizetype unifiedLine)
{
    if (unifiedLine >= 0 && unifiedLine < m_sides.unified().lines().size())
        current()->goToLine(m_sides.rowOf(unifiedLine));
}

} // namespace loredesk::ui
