// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problempanel.h"

#include "models/items/roles.h"
#include "ui/paddedcells.h"
#include "ui/panestate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

ProblemPanel::ProblemPanel(QWidget *parent)
    : QWidget(parent)
    , m_state(new PaneState)
    , m_view(new QTreeView)
{
    setObjectName(u"problemPanel"_s);
    m_view->setObjectName(u"problemView"_s);
    m_view->setAccessibleName(tr("Problems"));
    m_view->setHeader(new PaddedHeader);
    m_view->setItemDelegate(new PaddedDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setTextElideMode(Qt::ElideRight);

    m_follow = new QAction(tr("&Show the Message"), m_view);
    m_follow->setObjectName(u"problemShowAction"_s);
    m_follow->setShortcut(Qt::Key_Return);
    m_follow->setShortcutContext(Qt::WidgetShortcut);
    auto *copy = new QAction(tr("&Copy"), m_view);
    copy->setObjectName(u"problemCopyAction"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_view->addActions({m_follow, copy});
    connect(m_follow, &QAction::triggered, this, [this] { follow(m_view->currentIndex()); });
    connect(copy, &QAction::triggered, this, &ProblemPanel::copy);
    connect(m_view, &QTreeView::doubleClicked, this, &ProblemPanel::follow);

    m_state->setContent(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);
    showState();
}

void ProblemPanel::setModel(QAbstractItemModel *model)
{
    m_view->setModel(model);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProblemPanel::updateFollow);
    connect(model, &QAbstractItemModel::modelReset, this, &ProblemPanel::showState);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ProblemPanel::showState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ProblemPanel::showState);
    fitColumns();
    showState();
}

void ProblemPanel::copy() const
{
    if (!m_view->model())
        return;
    const QAbstractItemModel &model = *m_view->model();
    QList<int> rows;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << index.row();
    if (rows.isEmpty()) {
        for (int row = 0; row < model.rowCount(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data(Qt::EditRole).toString();
        cells.removeAll(QString());
        lines << cells.join(u'\t');
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void ProblemPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

void ProblemPanel::showState()
{
    if (m_view->model() && m_view->model()->rowCount() > 0)
        m_state->showContent();
    else
        m_state->showMessage(tr("No problems were found in the data"));
    updateFollow();
}

void ProblemPanel::fitColumns()
{
    // By the face, not by the rows: there may be tens of thousands.
    QHeaderView *header = m_view->header();
    if (header->count() == 0)
        return;
    header->setStretchLastSection(true);
    const int unit = fontMetrics().averageCharWidth();
    for (int column = 0; column + 1 < header->count(); ++column)
        header->resizeSection(column, unit * (column == 0 ? 60 : 48));
}

void ProblemPanel::follow(const QModelIndex &index)
{
    const QByteArray id = index.data(items::MessageIdRole).toByteArray();
    if (!id.isEmpty())
        emit messageIdActivated(id);
    else if (const QVariant message = index.data(items::MessageRole); message.isValid())
        emit messageActivated(base::MessageIndex(message.toUInt()));
}

void ProblemPanel::updateFollow()
{
    // Of what lies at some places no message came to be: there is none to show.
    const QModelIndex current = m_view->currentIndex();
    m_follow->setEnabled(current.data(items::MessageIdRole).isValid() ||
                         current.data(items::MessageRole).isValid());
}

} // namespace loredesk::ui
