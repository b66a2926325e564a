// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patchtableview.h"

#include "models/items/patchtablemodel.h"
#include "models/items/roles.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using series::PatchState;

namespace {

constexpr int Gap = 8;

/// What changed stands out, what did not steps back; the one that is shown has a frame.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = Theme::of(option.palette);
        const QVariant state = index.data(items::PatchStateRole);
        if (state.isValid() && !(option.state & QStyle::State_Selected)) {
            const auto value = PatchState(state.toInt());
            const QColor ground = value == PatchState::New       ? theme.addedGround
                                  : value == PatchState::Dropped ? theme.removedGround
                                  : value == PatchState::Changed ? theme.hunkGround
                                                                 : QColor();
            if (ground.isValid())
                painter->fillRect(option.rect.adjusted(1, 1, -1, -1), ground);
        }
        QStyledItemDelegate::paint(painter, option, index);
        if (index.data(items::CurrentRole).toBool()) {
            painter->setPen(option.palette.color(QPalette::Highlight));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font = tabularFigures(option->font);
        const QVariant state = index.data(items::PatchStateRole);
        if (state.isValid() && PatchState(state.toInt()) == PatchState::Unchanged)
            option->palette.setColor(QPalette::Text, Theme::of(option->palette).muted);
    }
};

/// Titles as rows have them, not as buttons.
class TitleHeader : public QHeaderView
{
public:
    explicit TitleHeader(QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        // Styles paint what is below the last title like a button; it belongs to the table.
        const int last = count() > 0 ? sectionViewportPosition(count() - 1) + sectionSize(count() - 1) : 0;
        QPainter(viewport())
            .fillRect(viewport()->rect().adjusted(0, last, 0, 0), palette().color(QPalette::Base));
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setPen(palette().color(QPalette::Text));
        painter->setFont(font());
        const QRect room = rect.adjusted(Gap, 0, -Gap, 0);
        const QString title = model()->headerData(section, Qt::Vertical).toString();
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          fontMetrics().elidedText(title, Qt::ElideRight, room.width()));
    }
};

} // namespace

PatchTableView::PatchTableView(items::PatchTableModel *model, QWidget *parent)
    : QTableView(parent)
    , m_patches(model)
{
    setObjectName(u"patchTable"_s);
    setAccessibleName(tr("Patches by version"));
    auto *titles = new TitleHeader(this);
    titles->setObjectName(u"patchTitles"_s);
    titles->setAccessibleName(tr("Titles of the patches"));
    setVerticalHeader(titles);
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    titles->setSectionsClickable(true);
    titles->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableView::clicked, this, &PatchTableView::request);
    connect(titles, &QHeaderView::sectionClicked, this, &PatchTableView::requestNewest);
    connect(model, &QAbstractItemModel::modelReset, this, &PatchTableView::fitTitles);
    restyle();
}

void PatchTableView::restyle()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setDefaultSectionSize(fontMetrics().horizontalAdvance(u"v10 \u2260"_s) + 2 * Gap);
    fitTitles();
}

void PatchTableView::fitTitles()
{
    // Titles take what the versions leave, and a third of it all in any case.
    const int columns = m_patches->columnCount() * horizontalHeader()->defaultSectionSize();
    const int room = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this) - 2;
    verticalHeader()->setFixedWidth(std::max({room / 3, room - columns, 60}));
}

void PatchTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        restyle();
}

void PatchTableView::resizeEvent(QResizeEvent *event)
{
    fitTitles();
    QTableView::resizeEvent(event);
}

void PatchTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & ~Qt::KeypadModifier)) {
        request(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void PatchTableView::request(const QModelIndex &index)
{
    const QVariant message = index.data(items::MessageRole);
    if (message.isValid())
        emit messageRequested(base::MessageIndex(message.toUInt()));
}

void PatchTableView::requestNewest(int row)
{
    for (int column = m_patches->columnCount() - 1; column >= 0; --column) {
        const QModelIndex index = m_patches->index(row, column);
        if (!index.data(items::MessageRole).isValid())
            continue;
        setCurrentIndex(index);
        request(index);
        return;
    }
}

void PatchTableView::showMessage(base::MessageIndex message)
{
    m_patches->setCurrentMessage(message);
    const QModelIndex index = m_patches->indexOf(message);
    if (index.isValid())
        setCurrentIndex(index);
    else if (m_patches->columnCount() > 0 && m_patches->rowCount() > 0)
        scrollTo(m_patches->index(0, m_patches->columnCount() - 1));
}

} // namespace loredesk::ui
