// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/catalog/statistics.h"

#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;
class QToolButton;

namespace loredesk::ui {

class ActivityChartView;
class BarChartView;
class ChartView;
class PaneState;

/// The three charts of the range that the tree shows, one at a time, each also as a table. Shows models given
/// from outside and emits intents.
class ChartsPanel : public QWidget
{
    Q_OBJECT
public:
    enum class Chart { Contributors, Domains, Activity };
    Q_ENUM(Chart)

    explicit ChartsPanel(QWidget *parent = nullptr);

    /// Not owned; any may be null. Shows the content, or "nothing to count" where a model is empty.
    void setModels(QAbstractItemModel *contributors, QAbstractItemModel *domains,
                   QAbstractItemModel *activity);
    /// One line: "1,301 messages, 1 Apr – 30 Jun 2025".
    void setRangeText(const QString &text);
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

    /// Marks what the tree is filtered by. Emits nothing.
    void setSelectedContributors(const QStringList &addresses);
    void setSelectedDomains(const QStringList &domains);
    void setPickedRange(const catalog::DateSpan &span);

    BarChartView *contributorsChart() const { return m_contributors; }
    BarChartView *domainsChart() const { return m_domains; }
    ActivityChartView *activityChart() const { return m_activity; }

signals:
    /// Filter the tree by a contributor's address (KeyRole); `add` widens the filter, an empty key ends it.
    void contributorActivated(const QString &address, bool add);
    /// The same as the whole selection.
    void contributorsSelected(const QStringList &addresses);
    void domainActivated(const QString &domain, bool add);
    void domainsSelected(const QStringList &domains);
    /// Both ends inclusive; unbounded: the whole range again.
    void rangePicked(const loredesk::catalog::DateSpan &span);
    /// A picture to write, whole or not at all.
    void saveRequested(const QString &path, const QByteArray &bytes);
    void chartChanged(loredesk::ui::ChartsPanel::Chart chart);
    void topChanged(int top);
    /// The button of the loading state.
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    ChartView *currentView() const;
    QAbstractItemModel *currentModel() const;
    void watch(QAbstractItemModel *model);
    void updateView();
    void elideRange();
    void tableActivated(const QModelIndex &index);
    void restyle();

    QTabBar *m_tabs = nullptr;
    QLabel *m_topLabel = nullptr;
    QComboBox *m_top = nullptr;
    QToolButton *m_table = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_save = nullptr;
    QLabel *m_range = nullptr;
    QString m_rangeText;
    PaneState *m_pane = nullptr;
    QStackedWidget *m_stack = nullptr;
    BarChartView *m_contributors = nullptr;
    BarChartView *m_domains = nullptr;
    ActivityChartView *m_activity = nullptr;
    QTableView *m_tableView = nullptr;
    QList<QMetaObject::Connection> m_watched;
    bool m_busy = false;
};

} // namespace loredesk::ui
