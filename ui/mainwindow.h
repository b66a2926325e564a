// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/catalog/timeline.h"
#include "ui/chartmodels.h"
#include "ui/filterbar.h"
#include "ui/rangechoice.h"
#include "ui/theme.h"
#include "ui/windowlayout.h"

#include <QMainWindow>
#include <QPointer>

#include <optional>

class QAbstractItemModel;
class QActionGroup;
class QDockWidget;
class QMenu;
class QTimer;
class QToolButton;

namespace loredesk::items {
class SeriesFilterModel;
}

namespace loredesk::ui {

class Banner;
class BottomHeight;
class ChartsPanel;
class DigestPanel;
class DockTitles;
class DropOverlay;
class HelpWindow;
class MarkActions;
class MessageHistory;
class MessageView;
class PanelDocks;
class PaneSplitter;
class PaneState;
class ProblemPanel;
class RangeChooser;
class SeriesActions;
class SeriesView;
class ShortcutSheet;
class SidePane;
class Shortcuts;
class StatusStrip;
class TimeBrush;

/// What the window shows. Not owned; all of them outlive the window's use of them.
struct WindowModels
{
    items::SeriesFilterModel *series = nullptr;
    QAbstractItemModel *problems = nullptr;
    ChartModels charts;
};

/// The main window: arranges the panes, shows models, and emits what the user wants. It opens, reads and
/// writes nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    void setModels(const WindowModels &models);

    /// The archive behind the models; null: none. Call it after the models have it.
    void setCatalog(const catalog::CatalogPtr &catalog);
    /// The same archive, read again: what the user is at stays as it is. `requested`: the message that the
    /// viewer has, invalid where it must be asked for again. Call it after the models have it.
    void refreshCatalog(const catalog::CatalogPtr &catalog, base::MessageIndex requested);
    /// The days of the catalog that is shown, for the brush; they are counted behind it.
    void setTimeline(catalog::Timeline timeline);
    /// Messages in the range, and of these those that the search found, for the status bar; negative: not
    /// counted yet.
    void setRangeCount(int messages, int found = -1);
    /// What the search found, for the status bar; nothing: there is no search. `unindexed` messages were not
    /// looked through.
    void setSearchCount(std::optional<qsizetype> found, qsizetype unindexed);
    void setWatching(bool on);
    void setReopening(bool on);
    /// Addresses and domains that the tree is narrowed to, as a click on a chart does it.
    void setKeys(const QStringList &keys);
    /// The lines of the charts of series and latency that the tree is narrowed to.
    void setFigures(const QStringList &keys);
    void setRecentArchives(const QList<QStringList> &archives);
    void setAppearance(Appearance appearance);

    /// An archive is being loaded; what was shown before stays. total 0: unknown length.
    void showProgress(const QString &phase, qint64 done, qint64 total);
    void endProgress();
    /// The archive could not be opened; what was shown before stays. Offers to try again and to open another.
    /// Stays, too, until the user closes it, or goes on: endOpenError().
    void showOpenError(const base::Error &error);
    /// Other messages stay.
    void endOpenError();
    /// Something else failed: a message in place.
    void showError(const base::Error &error);
    /// Something was done: a line in the status bar for a few seconds.
    void showNotice(const QString &text);
    /// Something is done without, and nobody has to do anything: a message in place, without a mark of alarm.
    void showQuietNotice(const QString &text, const QString &detail);

    /// Something was done that there is more to say of: a message in place, which opens `text` in a window of
    /// its own.
    void showReport(const QString &sentence, const QString &detail, const QString &text);

    /// Makes the message current in the tree where it is visible there, and asks for it in any case.
    void showMessage(base::MessageIndex message);
    /// The message that was asked for last.
    base::MessageIndex requestedMessage() const { return m_requested; }

    /// The range is being dragged: it is shown, but not yet meant.
    bool isRangeMoving() const;

    RangeChooser *rangeChooser() const { return m_range; }
    TimeBrush *timeBrush() const { return m_brush; }
    FilterBar *filterBar() const { return m_filter; }
    SidePane *sidePane() const { return m_side; }
    SeriesView *seriesView() const { return m_tree; }
    SeriesActions *seriesActions() const { return m_seriesActions; }
    MarkActions *markActions() const { return m_markActions; }
    MessageView *messageView() const { return m_message; }
    ChartsPanel *chartsPanel() const { return m_charts; }
    DigestPanel *digestPanel() const { return m_digest; }
    ProblemPanel *problemPanel() const { return m_problems; }
    StatusStrip *statusStrip() const { return m_status; }
    Banner *banner() const { return m_banner; }
    PaneState *treePane() const { return m_treePane; }
    Shortcuts *shortcuts() const { return m_shortcuts; }

    /// From left to right and from top to bottom, those that are not shown included: what F6 goes through.
    void focusTree(Qt::FocusReason reason);
    QList<QWidget *> panes() const;

    /// A page of the help by its name; empty: the one on what has the focus.
    void showHelp(QString page = {});
    void showShortcuts();

    WindowLayout windowLayout() const;
    /// Parts that are empty or not ours are left as they come.
    void restoreWindowLayout(const WindowLayout &layout);

signals:
    void openRequested(const QStringList &paths);
    void sampleRequested();
    void refreshRequested();
    void closeRequested();
    void cancelRequested();
    void retryRequested();
    void clearRecentRequested();
    void messageRequested(loredesk::base::MessageIndex message);
    /// The range on top: tree, charts and digest follow it. While isRangeMoving() at every step of a drag.
    void rangeChanged(const loredesk::catalog::DateSpan &span);
    /// A drag of the range ended.
    void rangeSettled();
    /// What the search field holds, at every letter.
    void searchChanged(const QString &text);
    /// Enter in the search field.
    void searchCommitted(const QString &text);
    void recentSearchesCleared();
    void backgroundCancelRequested();
    /// The digest of what is shown is wanted on the clipboard.
    void digestCopyRequested();
    void watchingChanged(bool on);
    void reopeningChanged(bool on);
    void filterTogglesChanged(const loredesk::ui::FilterToggles &toggles);
    /// Addresses and domains; empty: everybody.
    void filterKeysChanged(const QStringList &keys);
    /// Lines of the charts of series and latency, by their keys: the tree is to show what they count.
    void filterFiguresChanged(const QStringList &keys);
    void appearanceChanged(loredesk::ui::Appearance appearance);
    /// The window is about to close: the time to keep its layout.
    void closing();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeCentre();
    void setSidePaneShown(bool on);
    void sidePaneMoved();
    void setMessageBelow(bool below);
    void makeDocks();
    void connectPanes();
    void makeActions();
    void makeToolBar();
    void fitToolBar();
    void makeTimeBar();
    QAction *focusTimeBrushAction();
    void addHelpActions(QMenu *menu);
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeSeriesMenu();
    void makeGoAndHelpMenus();
    QDockWidget *addDock(const QString &title, const QString &name, QWidget *content,
                         const QKeySequence &shortcut);
    void arrange();
    /// Those that lie there, shown or not.
    QList<QDockWidget *> bottomDocks() const;
    void keepBottomShares();
    void shareBottom();

    void chooseFiles();
    void chooseFolder();
    /// As somebody does who follows a link: it can be gone back.
    void jumpTo(base::MessageIndex message);
    void activateMessageId(const QByteArray &messageId);
    void messageSelected(base::MessageIndex message);
    void missingSelected(int patch);
    void brush(const catalog::DateSpan &span);
    void pickRange(const catalog::DateSpan &span);
    void changeRange(const catalog::DateSpan &span);
    void updateChip();
    QString labelOfKey(const QString &key) const;
    QString labelOfFigure(const QString &key) const;
    QStringList countTexts();
    /// Where there is no archive, whether one is being read: then what comes can be looked for already.
    void showReading(bool on);
    QString searchText() const;
    void stepFound(bool forward);
    void updateSummary();
    void updateHidden();
    void updateNote();
    /// The rows belong to another catalog than the one that is here, as long as one takes the place of the
    /// other.
    bool isExchanging() const;
    void updateTreePane();
    void treePaneAction();
    void updateActions();

    enum class TreeState { NoArchive, Loading, Empty, NothingFound, Content };

    WindowModels m_models;
    catalog::CatalogPtr m_catalog;
    base::MessageIndex m_requested;
    int m_rangeCount = -1;
    int m_foundInRange = -1; ///< -1: not known
    std::optional<qsizetype> m_searchCount;
    qsizetype m_unindexed = 0;
    QStringList m_countTexts; ///< of m_catalog: they do not change with what is shown
    qsizetype m_copies = 0;
    QStringList m_keys;
    QStringList m_figures;
    std::optional<RangeChoice> m_beforeDrag; ///< what was chosen when the drag of the brush began
    std::optional<RangeChoice> m_beforePick; ///< what was chosen before a span was picked in a chart
    bool m_isPicking = false;
    TreeState m_treeState = TreeState::NoArchive;
    bool m_loading = false;

    RangeChooser *m_range = nullptr;
    TimeBrush *m_brush = nullptr;
    FilterBar *m_filter = nullptr;
    SidePane *m_side = nullptr;
    SeriesView *m_tree = nullptr;
    SeriesActions *m_seriesActions = nullptr;
    MarkActions *m_markActions = nullptr;
    MessageHistory *m_history = nullptr;
    PaneState *m_treePane = nullptr;
    MessageView *m_message = nullptr;
    ChartsPanel *m_charts = nullptr;
    DigestPanel *m_digest = nullptr;
    ProblemPanel *m_problems = nullptr;
    StatusStrip *m_status = nullptr;
    Banner *m_banner = nullptr;
    DropOverlay *m_overlay = nullptr;
    PaneSplitter *m_splitter = nullptr;
    QDockWidget *m_chartsDock = nullptr;
    QDockWidget *m_digestDock = nullptr;
    QDockWidget *m_problemsDock = nullptr;
    DockTitles *m_dockTitles = nullptr;
    PanelDocks *m_panelDocks = nullptr;
    QList<std::pair<QDockWidget *, int>>
        m_bottomShares; ///< widths while there were several beside each other, px
    QTimer *m_sharesTimer = nullptr;
    BottomHeight *m_bottomHeight = nullptr;

    Shortcuts *m_shortcuts = nullptr;
    QPointer<HelpWindow> m_help;
    QPointer<ShortcutSheet> m_sheet;

    QToolBar *m_toolBar = nullptr;
    QToolBar *m_timeBar = nullptr;
    QAction *m_open = nullptr;
    QAction *m_openFolder = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_close = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_watch = nullptr;
    QAction *m_reopen = nullptr;
    QAction *m_nextFound = nullptr;
    QAction *m_previousFound = nullptr;
    QAction *m_focusFilter = nullptr;
    QAction *m_clearFilter = nullptr;
    QAction *m_sidePane = nullptr;
    QAction *m_messageBelow = nullptr;
    QMenu *m_recent = nullptr;
    QActionGroup *m_appearance = nullptr;
};

} // namespace loredesk::ui
