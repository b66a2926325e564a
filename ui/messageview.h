// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/catalog/catalog.h"
#include "models/patch/patch.h"
#include "ui/messagetext.h"
#include "ui/readingoptions.h"
#include "ui/searchmarks.h"

#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QStackedWidget;
class QTabWidget;
class QTimer;
class QToolButton;

namespace loredesk::ui {

class DiffOutline;
class DiffSides;
class FoldedQuotes;
class MessageFindBar;
class MessageHeader;
class OutlineSplitter;
class PaneState;
class SideBySide;
class Tag;
class ThreadPage;
class VersionsPage;

/// The message viewer: one message as people read it, its diff alone with a list of its files, and its raw
/// bytes. Values go in, intents come out. Mail is hostile: it is shown as plain text, never as markup, and
/// nothing is ever loaded because of it.
class MessageView : public QWidget
{
    Q_OBJECT
public:
    enum class Tab { Message, Diff, Thread, Versions, Raw };

    explicit MessageView(QWidget *parent = nullptr);
    ~MessageView() override;

    /// `place`: where the message lies, for people ("linux-hyperv, epoch 0"); may be empty. Null clears.
    void setMessage(std::shared_ptr<const patch::ReadMessage> message, const QString &place);
    /// "No message selected".
    void clear();
    void showLoading();
    void showError(const base::Error &error);

    std::shared_ptr<const patch::ReadMessage> message() const { return m_message; }

    /// Runs `work` on another thread, and then `done` on the main thread (not at all where the viewer is gone
    /// by then).
    using Background = std::function<void(std::function<void()> work, std::function<void()> done)>;
    /// For what takes too long on the main thread: laying out large messages. Without it everything happens
    /// at once.
    void setBackground(Background background);

    /// What all patches of a series change: for its cover letter, and for its patches where the reader wants
    /// it so.
    struct SeriesDiff
    {
        base::SeriesIndex series;
        std::shared_ptr<const MessageDocument> document;
        std::shared_ptr<const DiffSides> sides; ///< of that document
        QByteArrayList messageIds; ///< by Line::link of the headings; empty: the patch is missing
    };
    /// The answer to seriesDiffRequested(); one that was not asked for last is left alone.
    void setSeriesDiff(const SeriesDiff &diff);

    /// The tree has no row of the message as it is narrowed now; the header says so, and the corner of the
    /// other tabs.
    void setHiddenInTree(bool hidden);
    /// The user's own note on the series of the message; empty: none.
    void setNote(const QString &note);

    /// Marks what a search looked for, in this message and all that follow. Null: nothing. While the find bar
    /// looks for something, its matches are marked instead.
    void setMarker(SearchMarker marker);

    ThreadPage *threadPage() const { return m_thread; }
    VersionsPage *versionsPage() const { return m_versions; }
    /// What the window shows, for the pages that show what it belongs to. Without a catalog: nothing.
    void setPlace(const catalog::CatalogPtr &catalog, base::MessageIndex message);

    Tab currentTab() const;
    void setCurrentTab(Tab tab);
    /// Points added to the mail font, -4..16.
    int zoom() const { return m_zoom; }
    void setZoom(int points);

    const ReadingOptions &readingOptions() const { return m_options; }
    void setReadingOptions(const ReadingOptions &options);

    /// For the window's menus: find, files and hunks, zoom, copying. Null stands for a separator. They work
    /// while the focus is in the viewer.
    QList<QAction *> viewerActions() const { return m_actions; }
    /// One a tab, that shows it; for whoever has the focus elsewhere.
    QList<QAction *> tabActions() const;
    /// How texts are shown: what somebody turns over while going through the tree.
    QList<QAction *> optionActions() const { return m_optionActions; }
    /// What is done to the message that is shown, likewise: folding its files, zoom, copying its ID.
    QList<QAction *> messageActions() const;
    /// Prints the message; also from elsewhere in the window.
    QAction *printAction() const { return m_print; }
    /// Compares with the version before; also for the menus of the series.
    QAction *compareAction() const { return m_compare; }

    /// Height for width is not kept; a sensible start for a splitter.
    QSize sizeHint() const override { return {720, 640}; }

public slots:
    void openFind();
    /// To the text of the current tab, to read it by keys.
    void focusText();
    /// Shows the pages of the message as the current tab has it (its text, its diff or its bytes), to print
    /// them; returns when they are closed.
    void print();

signals:
    /// The reader followed a Message-ID or a link to a message of an archive; without angle brackets.
    void messageIdActivated(const QByteArray &messageId);
    /// The message that could not be read is to be read again.
    void retryRequested();
    /// The note on the message's series is to be written anew.
    void noteRequested();
    /// The diff of a whole series is to be shown. Invalid: none any more.
    void seriesDiffRequested(loredesk::base::SeriesIndex series);
    /// For the status bar: what was done.
    void statusMessage(const QString &text);
    /// For the status bar: where in the text the reader is, that there is nowhere to go, where the link under
    /// the pointer leads. Empty: that is over, as with another page or message.
    void placeChanged(const QString &text);
    void zoomChanged(int points);
    /// By the reader.
    void readingOptionsChanged(const loredesk::ui::ReadingOptions &options);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeMessagePage();
    QWidget *makeDiffPage();
    MessageText *makeText(const QString &name, const QString &accessibleName);
    void makeActions();
    void makeTabActions();
    QAction *addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                       std::function<void()> run);
    MessageText *currentText() const;
    MessageText *searchedText() const;
    MessageText *shownDiff() const;
    QList<MessageText *> texts() const;
    bool showsSides() const;
    void showSides(bool wanted);
    void showMatches();
    void reveal(qsizetype offset);
    qsizetype selectionStart() const;
    /// A message of so many bytes or less is laid out well within a step of the main thread.
    static constexpr qsizetype MostAtOnce = 50'000;
    /// Made by a worker, shown by the main thread.
    struct Prepared
    {
        std::shared_ptr<const MessageDocument> document;
        std::shared_ptr<const DiffSides> sides;
        std::shared_ptr<const FoldedQuotes> quotes; ///< of the Message tab
    };
    void prepareTab();
    MessageDocument printedDocument() const;
    void showPrepared(MessageText *text, const Prepared &prepared);
    void prepareSides();
    void setPlaceInSeries(const catalog::CatalogPtr &catalog, base::MessageIndex message);
    bool wantsSeriesDiff() const;
    bool showSeriesDiff();
    void askForSeriesDiff();
    void stopAsking();
    void changeDiff();
    void goToPatchInSeries();
    void makeCorner();
    void fitCorner();
    void letGo();
    void fillFiles();
    void showFolds();
    void foldFile();
    void styleFiles();
    void addOption(const QString &name, const QString &text, const QKeySequence &keys,
                   bool ReadingOptions::*option);
    void updateActions();
    void goToFile(MessageText *text, int file);
    void stepFile(int direction);
    void stepHunk(int direction);
    void activateLink(const MessageLink &link, const QPoint &globalPosition);
    void showMenu(const QPoint &globalPosition, const MessageLink &link);
    void copyText(const QString &text, const QString &what);
    void reply();

    void makeQuotesAction();
    void turnQuotes();
    void changeQuotes(const std::function<void(FoldedQuotes &)> &change);
    void showQuotes(const std::shared_ptr<const FoldedQuotes> &quotes);

    void restartFind();
    void continueFind();
    bool isFinding() const;
    void continueMarking();
    void stepFind(int direction);
    void endFind();

    std::shared_ptr<const patch::ReadMessage> m_message;
    QString m_place;
    std::weak_ptr<const catalog::Catalog> m_catalog;
    base::SeriesIndex m_series; ///< that the message has a place in, if it has several patches; else invalid
    bool m_isCover = false;     ///< of that series
    base::SeriesIndex m_askedSeries; ///< whose diff is on its way
    SeriesDiff m_seriesDiff;         ///< that came last; of an older catalog: without a series
    bool m_isHiddenInTree = false;
    QToolButton *m_seriesDiffButton = nullptr; ///< this and the tag stand in the corner beside the tabs
    Tag *m_hiddenTag = nullptr;
    PaneState *m_state = nullptr;
    QTabWidget *m_tabs = nullptr;
    MessageHeader *m_header = nullptr;
    MessageText *m_messageText = nullptr;
    MessageText *m_diffText = nullptr;
    MessageText *m_rawText = nullptr;
    OutlineSplitter *m_diffSplitter = nullptr;
    QStackedWidget *m_diffStack = nullptr; ///< unified or side by side
    SideBySide *m_sides = nullptr;
    ThreadPage *m_thread = nullptr;
    VersionsPage *m_versions = nullptr;
    DiffOutline *m_files = nullptr;
    MessageFindBar *m_findBar = nullptr;
    QList<QAction *> m_actions;
    QList<QAction *> m_optionActions;
    QMenu *m_tabMenu = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_print = nullptr;
    QList<MessageText *> m_stale; ///< texts of tabs that were not looked at since the message came
    std::shared_ptr<const FoldedQuotes>
        m_quotes; ///< of what m_messageText shows; null: nothing to fold there yet
    ReadingOptions m_options;
    Background m_background;
    std::shared_ptr<const DiffSides> m_nextSides; ///< prepared for the two columns; null: not yet
    bool m_sidesStale = false;                    ///< the two columns show another diff than the one
    int m_zoom = 0;

    QTimer *m_findTimer = nullptr;
    QList<MessageText::Match> m_matches;
    qsizetype m_currentMatch = -1;
    qsizetype m_findFrom = 0; ///< where the search goes on
    SearchMarker m_marker;
    qsizetype m_markFrom = 0; ///< line where marking goes on
    qsizetype m_findWish = 0; ///< the first match behind this becomes the current one; -1: none
};

} // namespace loredesk::ui
