// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/versionspage.h"

#include "models/items/versionsmodel.h"
#include "ui/panestate.h"
#include "ui/readabledate.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using items::VersionsModel;

namespace {

/// Superseded versions step back, the one that is shown has a mark.
class VersionsDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width() + 8, option.fontMetrics.height() + 6};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme theme = Theme::of(option->palette);
        const bool isIncomplete =
            index.column() == VersionsModel::Patches && index.data(items::IncompleteRole).toBool();
        if (isIncomplete || index.data(items::SupersededRole).toBool())
            option->palette.setColor(QPalette::Text, isIncomplete ? theme.warning : theme.muted);
        option->font.setItalic(index.data(items::SupersededRole).toBool());
        if (index.column() == VersionsModel::Version)
            option->text.prepend(index.data(items::CurrentRole).toBool() ? u"\u25cf "_s : u"\u2003\u2009"_s);
        else if (index.column() == VersionsModel::Date)
            option->text =
                readableDate(index.data(items::DateRole).toLongLong(), QDateTime::currentDateTime());
    }
};

} // namespace

VersionsPage::VersionsPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new VersionsModel(this))
    , m_table(new QTreeView)
    , m_state(new PaneState)
{
    setObjectName(u"versionsPage"_s);
    setAccessibleName(tr("Versions of the series"));
    m_table->setObjectName(u"versionsTable"_s);
    m_table->setAccessibleName(tr("Versions, newest first"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new VersionsDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->header()->setStretchLastSection(true);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionsMovable(false);
    const auto request = [this](const QModelIndex &index) {
        const QVariant message = index.data(items::MessageRole);
        if (message.isValid())
            emit messageRequested(base::MessageIndex(message.toUInt()));
    };
    // A style may activate with the click, too; the message is the same.
    connect(m_table, &QTreeView::clicked, this, request);
    connect(m_table, &QTreeView::activated, this, request);
    m_state->setContent(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);
    setMessage({}, {});
}

void VersionsPage::setMessage(const catalog::CatalogPtr &catalog, base::MessageIndex message)
{
    m_model->setSeries(catalog, message);
    if (m_model->rowCount() == 0) {
        m_state->showMessage(tr("This message belongs to no series"),
                             tr("Patches and what answers them do."));
        return;
    }
    m_state->showContent();
    m_table->setCurrentIndex(m_model->index(m_model->currentRow(), 0));
}

} // namespace loredesk::ui
