// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/catalog/statistics.h"
#include "ui/chartmodels.h"
#include "ui/docktitles.h"
#include "ui/filecontent.h"

#include <QWidget>

class QActionGroup;
class QComboBox;
class QLabel;
class QMenu;
class QSortFilterProxyModel;
class QStackedWidget;
class QTabBar;
class QTableView;
class QToolButton;

namespace loredesk::ui {

class ActivityChartView;
class BarChartView;
class ChartView;
class PaneState;

/// The charts of the range that the tree shows, one at a time, each also as a table. Shows models given from
/// outside and emits intents.
class ChartsPanel : public QWidget, public PanelTools
{
    Q_OBJECT
public:
    enum class Chart { Contributors, Domains, Activity, Series, Latency };
    Q_ENUM(Chart)

    explicit ChartsPanel(QWidget *parent = nullptr);

    /// Not owned; any may be null. Shows the content, or "nothing to count" where a model is empty.
    void setModels(const ChartModels &models);
    /// Without one there is nothing to count, whatever the range, and nothing to say of it.
    void setHasArchive(bool has);
    /// There is none yet, and one is being read.
    void setReading(bool on);
    /// Of the archive, for pictures.
    void setListName(const QString &name);
    /// One line: "1,301 messages, 1 Apr – 30 Jun 2025".
    void setRangeText(const QString &text);
    /// Of the range only what the tree is narrowed to is counted.
    void setIsFiltered(bool filtered);
    /// A line each that says what the bars of these charts count and leave out.
    void setNotes(const QString &series, const QString &latency);
    /// While the archive loads. total 0: unknown. setModels() or showContent() ends it.
    void showLoading(const QString &phase, qint64 done, qint64 total);
    void showError(const base::Error &error);
    void showContent();

    Chart chart() const;
    void setChart(Chart chart);
    int top() const;
    void setTop(int top);
    bool isTableShown() const;
    void setTableShown(bool shown);
    /// Domains by whose they are, not as they are written.
    bool isByOwner() const { return m_byOwner; }
    void setByOwner(bool byOwner);
    /// Latency by the month of sending, not by how long it took.
    bool isByMonth() const { return m_byMonth; }
    void setByMonth(bool byMonth);
    /// The chart that is shown, or its table, to the clipboard and into a file.
    void copy();
    void save();
    /// Everything the panel can do, for the menu bar. Owned by the panel.
    QMenu *menu() const { return m_menu; }
    /// The tabs of the charts and what goes for all of them: the top of the panel, until its dock takes it.
    QWidget *tools() const override { return m_tools; }
    void takeToolsBack() override;
    /// From which width on the charts are tabs, not a list of them.
    int widthWithTabs();

    /// Marks what the tree is filtered by. Emits nothing.
    void setSelectedContributors(const QStringList &addresses);
    void setSelectedDomains(const QStringList &domains);
    void setPickedRange(const catalog::DateSpan &span);
    void setSelectedFigures(const QStringList &keys);

    BarChartView *contributorsChart() const { return m_contributors; }
    BarChartView *domainsChart() const { return m_domains; }
    ActivityChartView *activityChart() const { return m_activity; }
    BarChartView *seriesChart() const { return m_series; }
    BarChartView *latencyChart() const { return m_latency; }

signals:
    /// Filter the tree by a contributor's address (KeyRole); `add` widens the filter, an empty key ends it.
    void contributorActivated(const QString &address, bool add);
    /// The same as the whole selection.
    void contributorsSelected(const QStringList &addresses);
    void domainActivated(const QString &domain, bool add);
    void domainsSelected(const QStringList &domains);
    /// Lines of the charts of series and latency, by KeyRole: what the tree is to show.
    void figuresSelected(const QStringList &keys);
    /// Both ends inclusive; unbounded: the whole range again.
    void rangePicked(const loredesk::catalog::DateSpan &span);
    /// A picture or a table to write, whole or not at all.
    void saveRequested(const QString &path, const loredesk::ui::FileContent &content);
    void chartChanged(loredesk::ui::ChartsPanel::Chart chart);
    void topChanged(int top);
    /// An action of the menu was about the charts: they are to be seen.
    void raiseRequested();
    /// The button of the loading state.
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTools();
    void makeMenu();
    void layOut();
    void connectCharts();
    ChartView *currentView() const;
    QAbstractItemModel *currentModel() const;
    QList<ChartView *> views() const;
    void takeModels();
    void watchModels();
    void updateView();
    void updateVariant();
    void fitTools();
    int roomBesideTabs(Qt::ToolButtonStyle style);
    static QStringList variantsOf(Chart chart);
    void focusChart();
    QString note() const;
    void elideRange();
    void tableActivated(const QModelIndex &index);
    void restyle();

    QWidget *m_tools = nullptr;
    QTabBar *m_tabs = nullptr;
    QComboBox *m_picker = nullptr; ///< stands in for the tabs where they have no room
    QComboBox *m_variant = nullptr;
    QLabel *m_topLabel = nullptr;
    QComboBox *m_top = nullptr;
    QToolButton *m_table = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_save = nullptr;
    QMenu *m_menu = nullptr;
    QActionGroup *m_chartActions = nullptr;
    QAction *m_byOwnerAction = nullptr;
    QAction *m_byMonthAction = nullptr;
    QAction *m_tableAction = nullptr;
    QAction *m_copyAction = nullptr;
    QAction *m_saveAction = nullptr;
    QLabel *m_range = nullptr;
    QString m_rangeText;
    QString m_seriesNote;
    QString m_latencyNote;
    PaneState *m_pane = nullptr;
    QStackedWidget *m_stack = nullptr;
    BarChartView *m_contributors = nullptr;
    BarChartView *m_domains = nullptr;
    ActivityChartView *m_activity = nullptr;
    BarChartView *m_series = nullptr;
    BarChartView *m_latency = nullptr;
    QTableView *m_tableView = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr; ///< what the table shows, of a chart's model
    ChartModels m_models;
    QList<QMetaObject::Connection> m_watched;
    bool m_byOwner = false;
    bool m_byMonth = false;
    bool m_isFiltered = false;
    bool m_busy = false;
    bool m_hasArchive = true;
    bool m_isReading = false;
};

} // namespace loredesk::ui
