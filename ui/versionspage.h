// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/catalog/catalog.h"
#include "models/series/patchtable.h"
#include "ui/messagedocument.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace loredesk::items {
class PatchTableModel;
class VersionsModel;
} // namespace loredesk::items

namespace loredesk::ui {

class ComparisonPane;
class MessageText;
class PaneState;
class PatchTableView;

/// The versions of the series that the current message belongs to. Either an overview: the versions, newest
/// first, and below them a table of what became of each patch from version to version; or the differences
/// between two of them. What takes reading patches is asked for (tableRequested, comparisonRequested), and
/// only while somebody sees the page.
class VersionsPage : public QWidget
{
    Q_OBJECT
public:
    /// A comparison of two versions that was asked for.
    struct Comparison
    {
        base::SeriesIndex older;
        base::SeriesIndex newer;
        std::shared_ptr<const MessageDocument> document; ///< see comparisonDocument()
        std::vector<base::MessageIndex> oldMessages;     ///< by file of the document; invalid: not in there
        std::vector<base::MessageIndex> newMessages;
    };

    /// Takes `text`, for the differences.
    explicit VersionsPage(MessageText *text, QWidget *parent = nullptr);

    /// The message that the window shows; an invalid one or no catalog: none.
    void setMessage(const catalog::CatalogPtr &catalog, base::MessageIndex message);
    /// Nothing is asked for as long as nobody sees the page.
    void setActive(bool active);

    /// The answers to what was asked for last; all else is passed over.
    void setTable(base::LineageIndex lineage, std::shared_ptr<const series::PatchTable> table);
    void showTableError(const base::Error &error);
    void setComparison(const Comparison &comparison);
    void showComparisonError(const base::Error &error);
    /// How far it is; total 0 where that is unknown.
    void showComparisonProgress(const QString &phase, qint64 done, qint64 total);

    /// Whether the differences are shown, not the overview.
    bool isComparing() const;
    void setComparing(bool comparing);
    /// The series has a version below that of the message.
    bool hasPreviousVersion() const { return previousVersion() >= 0; }
    /// Shows what became different between the version of the message and the one before it.
    void compareWithPrevious();

    items::VersionsModel *model() const { return m_model; }
    QTreeView *table() const { return m_table; }
    PatchTableView *patchTable() const { return m_patchTable; }
    ComparisonPane *comparisonPane() const { return m_pane; }
    QComboBox *olderChoice() const { return m_older; }
    QComboBox *newerChoice() const { return m_newer; }

signals:
    /// The reader wants this message to be the window's.
    void messageRequested(loredesk::base::MessageIndex message);
    /// Invalid: nothing is wanted any more.
    void tableRequested(loredesk::base::LineageIndex lineage);
    void comparisonRequested(loredesk::base::SeriesIndex older, loredesk::base::SeriesIndex newer);
    void documentChanged();
    /// For the status bar: where the reader went in the differences. Empty: there no longer.
    void placeChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeOverview();
    QWidget *makeDifferences();
    void forget();
    void fillChoices();
    void choose(int older, int newer);
    int previousVersion() const;
    int newestBelow(int row) const;
    void ask();
    void askForComparison();
    void dropComparison();
    void stopAsking();
    void goToCurrentPatch();
    void openPatch(int patch);
    void showLegend();
    void fitOverview();
    base::SeriesIndex chosen(const QComboBox *choice) const;

    items::VersionsModel *m_model = nullptr;
    items::PatchTableModel *m_patches = nullptr;
    QTreeView *m_table = nullptr;
    PatchTableView *m_patchTable = nullptr;
    ComparisonPane *m_pane = nullptr;
    PaneState *m_state = nullptr;
    PaneState *m_tableState = nullptr;
    PaneState *m_comparisonState = nullptr;
    QStackedWidget *m_stack = nullptr; ///< overview, differences
    QSplitter *m_overview = nullptr;
    QWidget *m_bar = nullptr;
    QToolButton *m_differences = nullptr;
    QComboBox *m_older = nullptr;
    QComboBox *m_newer = nullptr;
    QLabel *m_legend = nullptr;
    bool m_isMoved = false; ///< the reader gave the list of versions its size

    catalog::CatalogPtr m_catalog;
    base::MessageIndex m_message;
    base::LineageIndex m_lineage;
    QByteArrayList m_messageIds; ///< of all versions: what stays the same when the archive is read again
    std::vector<std::pair<QByteArray, QByteArray>> m_compared; ///< Message-IDs by file: old, new
    bool m_isActive = false;
    bool m_isTableAsked = false;
    bool m_hasTable = false;
    bool m_isComparisonAsked = false;
    bool m_hasComparison = false;
    bool m_isQuiet = false; ///< what moves now is not the reader's doing
};

} // namespace loredesk::ui
