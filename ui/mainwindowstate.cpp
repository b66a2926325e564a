// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of what it shows: who is picked in a chart, how much there is, and why there is
// nothing.
#include "ui/mainwindow.h"

#include "models/base/hostiletext.h"
#include "models/items/chartroles.h"
#include "models/items/enginewords.h"
#include "models/items/markwords.h"
#include "models/items/roles.h"
#include "models/items/seriesfiltermodel.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/messageview.h"
#include "ui/panesplitter.h"
#include "ui/panestate.h"
#include "ui/rangechooser.h"
#include "ui/readabledate.h"
#include "ui/sidepane.h"
#include "ui/statusstrip.h"
#include "ui/timebrush.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void MainWindow::setKeys(const QStringList &keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    QStringList addresses;
    QStringList domains;
    for (const QString &key : keys)
        (key.contains(u'@') ? addresses : domains) << key;
    m_charts->setSelectedContributors(addresses);
    m_charts->setSelectedDomains(domains);
    updateChip();
    emit filterKeysChanged(keys);
}

void MainWindow::setFigures(const QStringList &keys)
{
    if (keys == m_figures)
        return;
    m_figures = keys;
    m_charts->setSelectedFigures(keys);
    updateChip();
    emit filterFiguresChanged(keys);
}

QString MainWindow::labelOfKey(const QString &key) const
{
    if (const QString owner = items::ownerOfKey(key); !owner.isNull())
        return base::visibleLine(owner);
    const QAbstractItemModel *model = m_models.charts.contributors;
    const int rows = model ? model->rowCount() : 0;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(items::KeyRole).toString() == key)
            return index.data().toString();
    }
    return key;
}

QString MainWindow::labelOfFigure(const QString &key) const
{
    for (const QAbstractItemModel *model :
         {m_models.charts.series, m_models.charts.latency, m_models.charts.latencyMonths}) {
        const QModelIndexList found = model && model->rowCount() > 0
                                          ? model->match(model->index(0, 0), items::KeyRole, key, 1,
                                                         Qt::MatchExactly | Qt::MatchCaseSensitive)
                                          : QModelIndexList();
        if (!found.isEmpty())
            return found.first().data(items::ChipRole).toString();
    }
    return key;
}

void MainWindow::updateChip()
{
    QStringList parts;
    if (m_keys.size() == 1)
        parts << labelOfKey(m_keys.first());
    else if (!m_keys.isEmpty())
        parts << tr("%1 and %n more", nullptr, int(m_keys.size()) - 1).arg(labelOfKey(m_keys.first()));
    QStringList figures;
    for (const QString &key : std::as_const(m_figures))
        figures << labelOfFigure(key);
    if (!figures.isEmpty())
        parts << figures.join(tr(" or "));
    m_filter->setChip(parts.join(u" · "_s), (m_keys + figures).join(u", "_s));
}

QStringList MainWindow::countTexts()
{
    // Counted once an archive: what is shown changes with every letter that is typed, this does not.
    if (!m_countTexts.isEmpty())
        return m_countTexts;
    // Copies of one message share a node; charts and digests count them once, so this does.
    const auto &nodes = m_catalog->threads().nodes;
    const auto messages = qsizetype(
        std::count_if(nodes.begin(), nodes.end(), [](const auto &node) { return node.message.isValid(); }));
    m_copies = qsizetype(m_catalog->messages().size()) - messages;
    const int versions = int(m_catalog->series().size());
    const int series = int(m_catalog->lineages().size());
    QString text = series == 1 ? tr("1 series") : tr("%Ln series", nullptr, series);
    if (versions > series)
        text = series == 1 ? tr("%Ln versions of 1 series", nullptr, versions)
                           : tr("%Ln versions of %L1 series", nullptr, versions).arg(series);
    m_countTexts << (messages == 1 ? tr("1 message") : tr("%Ln messages", nullptr, int(messages))) << text;
    return m_countTexts;
}

QString MainWindow::searchText() const
{
    const int found = int(*m_searchCount);
    const bool isOfRange = m_foundInRange >= 0 && found > 0 && m_range->span() != catalog::DateSpan();
    QString text;
    if (isOfRange)
        text = found == 1 ? tr("%L1 of 1 found message in the range").arg(m_foundInRange)
                          : tr("%L1 of %Ln found messages in the range", nullptr, found).arg(m_foundInRange);
    else
        text = found == 1 ? tr("1 message found") : tr("%Ln messages found", nullptr, found);
    if (m_unindexed > 0 && m_catalog) {
        const auto all = qsizetype(m_catalog->messages().size());
        text +=
            u" · "_s +
            tr("%1 % of the text is not indexed yet").arg(std::max<qsizetype>(1, m_unindexed * 100 / all));
    }
    return text;
}

void MainWindow::showReading(bool on)
{
    m_charts->setReading(on);
    m_digest->setReading(on);
    if (on)
        m_brush->showReading();
    else
        m_brush->showNothing();
    m_filter->setEnabled(on);
}

void MainWindow::updateSummary()
{
    if (!m_catalog) {
        m_status->setSummary({});
        return;
    }
    QStringList parts = countTexts();
    const catalog::DateSpan span = m_range->span();
    if (span != catalog::DateSpan{}) {
        const QString days = readableSpan(span, QDateTime::currentDateTime());
        parts << (m_rangeCount < 0 ? tr("range %1").arg(days)
                                   : tr("range %1 (%L2)").arg(days).arg(m_rangeCount));
    }
    if (m_searchCount)
        parts << searchText();
    if (m_models.series && m_models.series->visibleRows() != m_models.series->totalRows())
        parts << tr("%L1 of %Ln rows shown", nullptr, m_models.series->totalRows())
                     .arg(m_models.series->visibleRows());
    const catalog::ArchiveInfo &info = m_catalog->info();
    QStringList tip{info.path, info.summary, items::engineWords(info.note)};
    if (m_copies > 0)
        tip << (m_copies == 1 ? tr("1 copy of a message is not counted twice")
                              : tr("%Ln copies of messages are not counted twice", nullptr, int(m_copies)));
    const auto threads = int(m_catalog->otherThreads().size());
    if (threads > 0)
        tip << (threads == 1 ? tr("1 thread without patches is a row of the tree beside the series")
                             : tr("%Ln threads without patches are rows of the tree beside the series",
                                  nullptr, threads));
    tip.removeAll(QString());
    m_status->setSummary(parts.join(u" · "_s), base::visibleText(tip.join(u'\n')));
}

void MainWindow::updateHidden()
{
    const items::SeriesFilterModel *rows = m_models.series;
    const bool isHidden = rows && m_requested.isValid() &&
                          rows->seriesModel()->indexOf(m_requested).isValid() &&
                          !rows->indexOf(m_requested).isValid();
    m_message->setHiddenInTree(isHidden);
}

void MainWindow::updateNote()
{
    if (isExchanging())
        return;
    const items::SeriesTreeModel *tree = m_models.series ? m_models.series->seriesModel() : nullptr;
    m_message->setNote(tree && tree->catalog() && m_requested.isValid()
                           ? items::MarkWords::note(*tree->catalog(), tree->markOf(m_requested))
                           : QString());
}

void MainWindow::updateTreePane()
{
    // Nothing can be read while nothing is open; what says how to open something gets the room.
    if (m_message->isHidden() == (m_catalog != nullptr)) {
        m_message->setVisible(m_catalog != nullptr);
        m_splitter->share();
    }
    if (!m_catalog) {
        if (m_loading)
            return;
        m_treeState = TreeState::NoArchive;
        m_treePane->showPage();
    } else if (m_catalog->messages().empty()) {
        m_treeState = TreeState::Empty;
        m_treePane->showMessage(tr("There are no messages in this archive"),
                                base::visibleLine(items::engineWords(m_catalog->info().note)),
                                tr("Open Other…"));
    } else if (m_models.series && m_models.series->rowCount() == 0 && m_models.series->totalRows() > 0) {
        m_treeState = TreeState::NothingFound;
        const bool isOnlyView = !m_filter->isFiltering() && m_side->currentView() != items::ViewKind::All;
        m_treePane->showMessage(isOnlyView ? tr("Nothing in the view “%1”").arg(m_side->currentViewName())
                                : m_filter->isFiltering() ? tr("Nothing matches the filter")
                                                          : tr("Nothing in this range"),
                                m_filter->isFiltering() ? (m_searchCount ? searchText() : QString())
                                : m_range->span() == catalog::DateSpan()
                                    ? QString()
                                    : readableSpan(m_range->span(), QDateTime::currentDateTime()),
                                isOnlyView                ? tr("Show All Series")
                                : m_filter->isFiltering() ? tr("Clear the Filter")
                                                          : tr("Show Everything"));
    } else {
        m_treeState = TreeState::Content;
        m_treePane->showContent();
    }
}

void MainWindow::treePaneAction()
{
    switch (m_treeState) {
    case TreeState::NoArchive: // the page has its own buttons
        break;
    case TreeState::Empty:
        chooseFiles();
        break;
    case TreeState::Loading:
        emit cancelRequested();
        break;
    case TreeState::NothingFound:
        if (m_filter->isFiltering())
            m_filter->clear();
        else if (m_side->currentView() != items::ViewKind::All)
            m_side->chooseAll();
        else
            m_range->setChoice({});
        break;
    case TreeState::Content:
        break;
    }
}

} // namespace loredesk::ui
