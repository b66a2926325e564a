// SPDX-License-Identifier: GPL-3.0-or-later
// The Diff tab as that of a whole series: for its cover letter, and for its patches where the reader wants it
// so.
#include "ui/messageview.h"

#include "ui/messageheader.h"
#include "ui/sidebyside.h"
#include "ui/tag.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void MessageView::setPlaceInSeries(const catalog::CatalogPtr &catalog, base::MessageIndex message)
{
    m_series = {};
    m_isCover = false;
    const base::SeriesIndex index =
        catalog && message.isValid() ? catalog->seriesOf(message) : base::SeriesIndex();
    if (index.isValid()) {
        const series::PatchSeries &series = catalog->series(index);
        m_isCover = series.cover.message == message;
        if (series.patches.size() > 1 || (m_isCover && !series.patches.empty()))
            m_series = index;
    }
    if (m_catalog.lock() != catalog) {
        // In an archive that was read anew the series has another number. What is shown stays.
        m_catalog = catalog;
        m_seriesDiff.series = {};
        if (!catalog)
            m_seriesDiff = {};
        if (m_askedSeries.isValid() && m_series.isValid()) {
            m_askedSeries = {};
            askForSeriesDiff();
        }
    }
    if (m_askedSeries != m_series)
        stopAsking();
}

bool MessageView::wantsSeriesDiff() const
{
    return m_message && m_series.isValid() &&
           (m_options.wholeSeries || (m_isCover && m_message->patch.diff.isEmpty()));
}

void MessageView::askForSeriesDiff()
{
    // Who goes from patch to patch meanwhile waits for the same.
    if (m_askedSeries != m_series)
        emit seriesDiffRequested(m_askedSeries = m_series);
}

void MessageView::stopAsking()
{
    if (std::exchange(m_askedSeries, {}).isValid())
        emit seriesDiffRequested({});
}

void MessageView::setSeriesDiff(const SeriesDiff &diff)
{
    if (!diff.series.isValid() || diff.series != m_askedSeries)
        return;
    m_askedSeries = {};
    m_seriesDiff = diff;
    if (!wantsSeriesDiff() || m_stale.contains(m_diffText))
        return;
    showSeriesDiff();
    if (searchedText() == m_diffText) {
        m_findWish = isFinding() ? 0 : -1;
        restartFind();
        updateActions();
    }
}

bool MessageView::showSeriesDiff()
{
    if (m_seriesDiff.series != m_series)
        return false;
    // From patch to patch of a series what is folded stays so.
    if (m_diffText->sharedDocument() != m_seriesDiff.document)
        showPrepared(m_diffText, {m_seriesDiff.document, m_seriesDiff.sides, {}});
    goToPatchInSeries();
    return true;
}

void MessageView::goToPatchInSeries()
{
    const qsizetype patch = m_seriesDiff.messageIds.indexOf(m_message->message.messageId);
    const auto &lines = m_seriesDiff.document->lines();
    qsizetype line = 0;
    // Above the first one is what they come to.
    if (patch > 0 && !m_message->message.messageId.isEmpty()) {
        const auto heading = std::find_if(lines.begin(), lines.end(), [patch](const auto &each) {
            return each.kind == MessageDocument::Kind::PatchHeading && each.link == patch;
        });
        line = heading == lines.end() ? 0 : heading - lines.begin();
    }
    if (m_diffStack->currentWidget() == m_sides)
        m_sides->goToLine(line);
    else
        m_diffText->goToLine(line);
}

void MessageView::changeDiff()
{
    if (!m_message)
        return;
    if (!wantsSeriesDiff())
        stopAsking();
    if (!m_stale.contains(m_diffText))
        m_stale += m_diffText;
    if (currentTab() != Tab::Diff)
        return;
    prepareTab();
    m_findWish = -1;
    restartFind();
}

void MessageView::makeCorner()
{
    m_seriesDiffButton = new QToolButton;
    m_seriesDiffButton->setObjectName(u"messageWholeSeriesButton"_s);
    auto *action = findChild<QAction *>(u"messageWholeSeriesAction"_s);
    action->setIconText(tr("Whole Series"));
    m_seriesDiffButton->setDefaultAction(action);
    m_seriesDiffButton->setAutoRaise(true);
    // Away from the edge of the window and from what stands below.
    auto *corner = new QWidget;
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 0, 4, 3);
    m_hiddenTag = MessageHeader::makeHiddenTag();
    m_hiddenTag->setObjectName(u"messageHiddenInCorner"_s);
    row->addWidget(m_hiddenTag);
    row->addWidget(m_seriesDiffButton);
    corner->hide();
    m_tabs->setCornerWidget(corner);
}

void MessageView::fitCorner()
{
    // A cover letter has no other diff.
    m_seriesDiffButton->setVisible(currentTab() == Tab::Diff && m_message && m_series.isValid() &&
                                   !(m_isCover && m_message->patch.diff.isEmpty()));
    // The Message tab has it in its header.
    m_hiddenTag->setVisible(m_isHiddenInTree && m_message && currentTab() != Tab::Message);
    // The tabs have the room first.
    QWidget *corner = m_tabs->cornerWidget();
    const auto fits = [this, corner] {
        corner->layout()->invalidate();
        return width() - m_tabs->tabBar()->sizeHint().width() >= corner->sizeHint().width();
    };
    if (!m_seriesDiffButton->isHidden() && !m_hiddenTag->isHidden() && !fits())
        m_hiddenTag->hide();
    corner->setVisible((!m_seriesDiffButton->isHidden() || !m_hiddenTag->isHidden()) && fits());
}

} // namespace loredesk::ui
