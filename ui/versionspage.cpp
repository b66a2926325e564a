// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/versionspage.h"

#include "models/catalog/versionchoice.h"
#include "models/items/patchstatewords.h"
#include "models/items/patchtablemodel.h"
#include "models/items/versionsmodel.h"
#include "ui/comparisonpane.h"
#include "ui/messagetext.h"
#include "ui/paddedcells.h"
#include "ui/panestate.h"
#include "ui/patchtableview.h"
#include "ui/phasename.h"
#include "ui/readabledate.h"
#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using items::VersionsModel;

namespace {

/// Superseded versions step back, the one that is shown has a mark.
class VersionsDelegate : public PaddedDelegate
{
public:
    using PaddedDelegate::PaddedDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        PaddedDelegate::initStyleOption(option, index);
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

VersionsPage::VersionsPage(MessageText *text, QWidget *parent)
    : QWidget(parent)
    , m_model(new VersionsModel(this))
    , m_patches(new items::PatchTableModel(this))
    , m_table(new QTreeView)
    , m_patchTable(new PatchTableView(m_patches))
    , m_pane(new ComparisonPane(text))
    , m_state(new PaneState)
    , m_tableState(new PaneState)
    , m_comparisonState(new PaneState)
    , m_stack(new QStackedWidget)
    , m_overview(new QSplitter(Qt::Vertical))
{
    setObjectName(u"versionsPage"_s);
    setAccessibleName(tr("Versions of the series"));
    m_stack->addWidget(makeOverview());
    m_stack->addWidget(makeDifferences());
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(makeBar());
    inside->addWidget(m_stack, 1);
    m_state->setContent(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);
    setMessage({}, {});
}

QWidget *VersionsPage::makeBar()
{
    m_bar = new QWidget;
    m_differences = new QToolButton;
    m_differences->setObjectName(u"versionsDifferences"_s);
    m_differences->setText(tr("Differences"));
    m_differences->setToolTip(tr("Show what became different between two versions, or all of them"));
    m_differences->setCheckable(true);
    connect(m_differences, &QToolButton::toggled, this, &VersionsPage::setComparing);
    const auto choice = [this](const QString &name, const QString &accessibleName) {
        auto *box = new QComboBox;
        box->setObjectName(name);
        box->setAccessibleName(accessibleName);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(5);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (m_isQuiet)
                return;
            dropComparison();
            setComparing(true);
            ask();
        });
        return box;
    };
    m_older = choice(u"versionsOlder"_s, tr("The older version"));
    m_newer = choice(u"versionsNewer"_s, tr("The newer version"));
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(6);
    row->addWidget(m_differences);
    row->addWidget(m_older);
    row->addWidget(new QLabel(u"\u2192"_s));
    row->addWidget(m_newer);
    row->addStretch(1);
    return m_bar;
}

QWidget *VersionsPage::makeOverview()
{
    m_table->setObjectName(u"versionsTable"_s);
    m_table->setAccessibleName(tr("Versions, newest first"));
    m_table->setModel(m_model);
    m_table->setHeader(new PaddedHeader);
    m_table->setItemDelegate(new VersionsDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // The last one gives way: cut, and whole in its tool tip, rather than behind a scroll bar.
    m_table->header()->setSectionResizeMode(VersionsModel::Joined, QHeaderView::Stretch);
    m_table->header()->setSectionsMovable(false);
    const auto request = [this](const QModelIndex &index) {
        const QVariant message = index.data(items::MessageRole);
        if (message.isValid())
            emit messageRequested(base::MessageIndex(message.toUInt()));
    };
    // A style may activate with the click, too; the message is the same.
    connect(m_table, &QTreeView::clicked, this, request);
    connect(m_table, &QTreeView::activated, this, request);
    connect(m_patchTable, &PatchTableView::messageRequested, this, &VersionsPage::messageRequested);
    m_legend = new QLabel;
    m_legend->setObjectName(u"patchTableLegend"_s);
    m_legend->setWordWrap(true);
    m_legend->setTextFormat(Qt::PlainText);
    m_legend->setContentsMargins(8, 2, 8, 4);
    auto *below = new QWidget;
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_patchTable, 1);
    column->addWidget(m_legend);
    m_tableState->setObjectName(u"patchTableState"_s);
    m_tableState->setContent(below);
    m_overview->setObjectName(u"versionsSplitter"_s);
    m_overview->setHandleWidth(1);
    m_overview->setChildrenCollapsible(false);
    m_overview->addWidget(m_table);
    m_overview->addWidget(m_tableState);
    m_overview->setStretchFactor(0, 0);
    m_overview->setStretchFactor(1, 1);
    connect(m_overview, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    return m_overview;
}

QWidget *VersionsPage::makeDifferences()
{
    m_comparisonState->setContent(m_pane);
    connect(m_comparisonState, &PaneState::actionTriggered, this, [this] {
        if (!m_isComparisonAsked) {
            ask();
            return;
        }
        m_isComparisonAsked = false;
        emit comparisonRequested({}, {});
        m_comparisonState->showMessage(tr("The comparison was cancelled"), {}, tr("Compare Again"));
    });
    connect(m_pane, &ComparisonPane::patchRequested, this, &VersionsPage::openPatch);
    connect(m_pane, &ComparisonPane::placeChanged, this, &VersionsPage::placeChanged);
    return m_comparisonState;
}

void VersionsPage::forget()
{
    stopAsking();
    m_hasTable = false;
    m_patches->setTable({}, {});
    dropComparison();
    setComparing(false);
}

void VersionsPage::setMessage(const catalog::CatalogPtr &catalog, base::MessageIndex message)
{
    const bool isOtherMessage = message != m_message || catalog != m_catalog;
    const bool isOtherCatalog = catalog != m_catalog;
    m_catalog = catalog;
    m_message = message;
    m_model->setSeries(catalog, message);
    if (m_model->rowCount() == 0) {
        forget();
        m_lineage = {};
        m_messageIds.clear();
        m_state->showMessage(tr("This message belongs to no series"),
                             tr("Patches and what answers them do."));
        return;
    }
    m_state->showContent();
    m_table->setCurrentIndex(m_model->index(m_model->currentRow(), 0));
    const base::SeriesIndex series(m_model->index(0, 0).data(items::SeriesRole).toUInt());
    m_lineage = catalog->series(series).lineage;
    QByteArrayList ids;
    for (const base::SeriesIndex version : catalog->lineages()[m_lineage.value()].versions) {
        const series::PatchSeries &one = catalog->series(version);
        if (!one.cover.isMissing())
            ids << catalog->message(one.cover.message).messageId;
        for (const series::SeriesSlot &slot : one.patches)
            ids << (slot.isMissing() ? QByteArray() : catalog->message(slot.message).messageId);
    }
    if (ids != m_messageIds) {
        m_messageIds = ids;
        forget();
        fillChoices();
        fitOverview();
    } else if (isOtherCatalog) {
        // The same versions, but their rows may have moved; what is read stays.
        const QScopedValueRollback quiet(m_isQuiet, true);
        const std::pair chosenBefore(m_older->currentIndex(), m_newer->currentIndex());
        fillChoices();
        choose(chosenBefore.first, chosenBefore.second);
        stopAsking();
        m_hasTable = false;
        m_patches->setTable({}, {});
    }
    m_patchTable->showMessage(message);
    if (isOtherMessage && !isOtherCatalog && m_hasComparison)
        goToCurrentPatch();
    ask();
}

void VersionsPage::fillChoices()
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    for (QComboBox *box : {m_older, m_newer}) {
        box->clear();
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row, VersionsModel::Version);
            QString name = index.data().toString();
            if (index.data(items::DuplicateRole).toBool())
                name += u' ' + tr("(sent before)");
            box->addItem(name, index.data(items::SeriesRole));
        }
    }
    choose(newestBelow(0), 0);
    m_bar->setVisible(m_model->rowCount() > 1);
    if (m_model->rowCount() == 1) {
        m_tableState->showMessage(tr("This is the only version"),
                                  tr("When another one comes, what became of each patch is shown here."));
    }
}

void VersionsPage::choose(int older, int newer)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_older->setCurrentIndex(older);
    m_newer->setCurrentIndex(newer);
}

int VersionsPage::newestBelow(int row) const
{
    const auto seriesAt = [this](int at) {
        return base::SeriesIndex(m_model->index(at, 0).data(items::SeriesRole).toUInt());
    };
    const base::SeriesIndex previous = catalog::previousVersion(*m_catalog, seriesAt(row));
    for (int below = row + 1; previous.isValid() && below < m_model->rowCount(); ++below) {
        if (seriesAt(below) == previous)
            return below;
    }
    return -1;
}

int VersionsPage::previousVersion() const
{
    return m_model->currentRow() < 0 ? -1 : newestBelow(m_model->currentRow());
}

void VersionsPage::compareWithPrevious()
{
    const int previous = previousVersion();
    if (previous < 0)
        return;
    if (m_older->currentIndex() != previous || m_newer->currentIndex() != m_model->currentRow()) {
        choose(previous, m_model->currentRow());
        dropComparison();
    }
    setComparing(true);
    if (m_hasComparison)
        goToCurrentPatch();
    m_pane->text()->setFocus(Qt::ShortcutFocusReason);
}

bool VersionsPage::isComparing() const
{
    return m_stack->currentIndex() == 1;
}

void VersionsPage::setComparing(bool comparing)
{
    m_differences->setChecked(comparing);
    if (comparing == isComparing())
        return;
    const bool focused = m_stack->currentWidget()->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentIndex(comparing ? 1 : 0);
    if (focused)
        (comparing ? static_cast<QWidget *>(m_pane->text()) : m_table)->setFocus();
    ask();
    emit placeChanged({});
    emit documentChanged();
}

void VersionsPage::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    if (active)
        ask();
    else
        stopAsking();
}

void VersionsPage::stopAsking()
{
    if (std::exchange(m_isTableAsked, false))
        emit tableRequested({});
    if (std::exchange(m_isComparisonAsked, false))
        emit comparisonRequested({}, {});
}

void VersionsPage::ask()
{
    if (!m_isActive || !m_lineage.isValid() || m_model->rowCount() < 2)
        return;
    if (isComparing()) {
        if (!m_hasComparison && !m_isComparisonAsked)
            askForComparison();
    } else if (!m_hasTable && !m_isTableAsked) {
        m_isTableAsked = true;
        m_tableState->showLoading(tr("Reading the patches of all versions"), 0, 0);
        emit tableRequested(m_lineage);
    }
}

void VersionsPage::askForComparison()
{
    const base::SeriesIndex older = chosen(m_older);
    const base::SeriesIndex newer = chosen(m_newer);
    if (older == newer) {
        m_comparisonState->showMessage(tr("A version has no differences from itself"),
                                       tr("Choose two versions above."));
        return;
    }
    m_isComparisonAsked = true;
    m_comparisonState->showLoading(tr("Comparing the versions"), 0, 0, tr("Cancel"));
    emit comparisonRequested(older, newer);
}

base::SeriesIndex VersionsPage::chosen(const QComboBox *choice) const
{
    const QVariant series = choice->currentData();
    return series.isValid() ? base::SeriesIndex(series.toUInt()) : base::SeriesIndex();
}

void VersionsPage::dropComparison()
{
    if (std::exchange(m_isComparisonAsked, false))
        emit comparisonRequested({}, {});
    m_compared.clear();
    if (std::exchange(m_hasComparison, false)) {
        m_pane->clear();
        emit documentChanged();
    }
}

void VersionsPage::setTable(base::LineageIndex lineage, std::shared_ptr<const series::PatchTable> table)
{
    if (!m_isTableAsked || lineage != m_lineage)
        return;
    m_isTableAsked = false;
    m_hasTable = true;
    m_patches->setTable(m_catalog, std::move(table));
    showLegend();
    m_tableState->showContent();
    m_patchTable->showMessage(m_message);
}

void VersionsPage::showTableError(const base::Error &error)
{
    m_isTableAsked = false;
    m_hasTable = true; // asking again would fail again
    m_tableState->showError(error);
}

void VersionsPage::setComparison(const Comparison &comparison)
{
    if (!m_isComparisonAsked || comparison.older != chosen(m_older) || comparison.newer != chosen(m_newer))
        return;
    m_isComparisonAsked = false;
    m_hasComparison = true;
    m_compared.clear();
    const auto idOf = [this](base::MessageIndex message) {
        return message.isValid() ? m_catalog->message(message).messageId : QByteArray();
    };
    for (size_t i = 0; i < comparison.newMessages.size(); ++i)
        m_compared.emplace_back(idOf(comparison.oldMessages[i]), idOf(comparison.newMessages[i]));
    const bool focused = m_pane->isAncestorOf(QApplication::focusWidget()) ||
                         m_comparisonState->isAncestorOf(QApplication::focusWidget());
    m_pane->setDocument(comparison.document);
    m_comparisonState->showContent();
    if (focused)
        m_pane->text()->setFocus();
    emit documentChanged();
    // A cover stands for all of it, and above the first patch, where a text begins, is what it all comes to.
    if (m_message.isValid() && m_catalog->message(m_message).kind != series::MessageKind::Cover)
        goToCurrentPatch();
}

void VersionsPage::showComparisonError(const base::Error &error)
{
    m_isComparisonAsked = false;
    m_comparisonState->showError(error, tr("Compare Again"));
}

void VersionsPage::showComparisonProgress(const QString &phase, qint64 done, qint64 total)
{
    if (m_isComparisonAsked)
        m_comparisonState->showLoading(phaseName(phase), done, total, tr("Cancel"));
}

void VersionsPage::goToCurrentPatch()
{
    if (!m_message.isValid())
        return;
    const QByteArray &id = m_catalog->message(m_message).messageId;
    const auto patch = std::find_if(m_compared.begin(), m_compared.end(), [&](const auto &ids) {
        return !id.isEmpty() && (ids.first == id || ids.second == id);
    });
    const auto at = int(patch - m_compared.begin());
    if (patch == m_compared.end() || at == m_pane->currentPatch() || m_model->rowCount() == 0)
        return;
    m_pane->goToPatch(at);
}

void VersionsPage::openPatch(int patch)
{
    if (patch < 0 || patch >= int(m_compared.size()))
        return;
    const auto &[older, newer] = m_compared[size_t(patch)];
    const base::MessageIndex message = m_catalog->find(newer.isEmpty() ? older : newer);
    if (message.isValid())
        emit messageRequested(message);
}

void VersionsPage::showLegend()
{
    QStringList parts;
    for (const series::PatchState state : {series::PatchState::Unchanged, series::PatchState::Changed,
                                           series::PatchState::New, series::PatchState::Dropped})
        parts << items::stateSign(state) + u' ' + items::stateWord(state);
    parts << u"? "_s + tr("not known");
    QString text = parts.join(u"  \u00b7  "_s);
    const series::PatchTable &table = *m_patches->table();
    if (table.versionsLeftOut > 0)
        text += u'\n' + tr("Older versions that are left out: %1").arg(table.versionsLeftOut);
    if (table.patchesLeftOut > 0)
        text += u'\n' + tr("Patches that are left out, as there are so many: %1").arg(table.patchesLeftOut);
    if (table.isRough)
        text += u'\n' + tr("Patches were matched roughly, as there are so many");
    m_legend->setText(text);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::of(palette()).muted);
    m_legend->setPalette(colors);
}

void VersionsPage::fitOverview()
{
    // The list of versions gets what it needs, but not more than two fifths.
    const int row = fontMetrics().height() + 6;
    const int wanted = m_table->header()->sizeHint().height() + row * m_model->rowCount() + 24;
    const int all = m_overview->height();
    const int list = std::min(wanted, all * 2 / 5);
    m_overview->setSizes({list, all - list});
}

void VersionsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // A low page has room for the patches or for what the marks mean, which the tool tips say as well.
    m_legend->setVisible(height() >= 16 * (fontMetrics().height() + 6));
    if (!m_isMoved)
        fitOverview();
}

void VersionsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isComparing()) {
        setComparing(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

void VersionsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_patches->table())
        showLegend();
}

} // namespace loredesk::ui
