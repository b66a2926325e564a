// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "ui/messagefolds.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QSplitter;
class QTreeView;

namespace loredesk::items {
class ThreadModel;
}

namespace loredesk::ui {

class MessageText;
class ThreadOutline;

/// The conversation that the current message belongs to: an outline of who answered whom, and beneath it the
/// messages one below the other. Only some messages around the place that is read are there at a time; what
/// they say is asked for (bodiesRequested) as one scrolls, so that a conversation of thousands costs no more
/// than a short one.
class ThreadPage : public QWidget
{
    Q_OBJECT
public:
    /// What a message says, or why it could not be read.
    struct Body
    {
        base::MessageIndex message;
        std::shared_ptr<const MessageDocument> document; ///< null where it could not be read
        QString trouble;
    };

    /// At most so many messages are asked for at a time.
    static constexpr int Batch = 8;
    /// Of a message with more lines the rest is only in the viewer's other tabs.
    static constexpr qsizetype MostLinesOfMessage = 500;
    /// Levels that answers move to the right; deeper ones stand below each other.
    static constexpr int DeepestIndent = 8;

    /// Takes `text`.
    explicit ThreadPage(MessageText *text, QWidget *parent = nullptr);
    ~ThreadPage() override;

    /// The message that the window shows; an invalid one or no catalog: none.
    void setMessage(catalog::CatalogPtr catalog, base::MessageIndex message);
    /// What came after this is new. Nothing: nothing is.
    void setSeenUntil(std::optional<base::UnixSeconds> seen);
    /// Nothing is asked for as long as nobody sees the page.
    void setActive(bool active);
    /// The answer to bodiesRequested, in any order; others than were asked for last are passed over.
    void setBodies(const QList<Body> &bodies);

    items::ThreadModel *model() const { return m_model; }
    MessageText *text() const { return m_text; }
    QTreeView *outline() const;
    /// The message that is read: the one with the caret, or the one on top; a row of the model, -1 for none.
    int readRow() const { return m_read; }
    /// Rows of the model that are in the text.
    int firstRow() const { return m_first; }
    int endRow() const { return m_end; }
    /// Nothing is on its way, and nothing more is needed for what can be seen.
    bool isComplete() const { return m_asked.isEmpty() && !m_extending.isActive(); }
    /// For menus; their shortcuts work while the focus is in the page.
    QList<QAction *> threadActions() const { return m_actions; }

    bool areQuotesFolded() const { return m_quotesFolded; }
    void setQuotesFolded(bool folded);

    /// Makes the message the one that is read, and loads what is around it.
    void goTo(int row);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// Whoever can read them answers with setBodies(); what was asked for before is not wanted any more.
    /// Empty: nothing is.
    void bodiesRequested(const QList<loredesk::base::MessageIndex> &messages);
    /// The reader wants this message to be the window's.
    void messageRequested(loredesk::base::MessageIndex message);
    void documentChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Loaded
    {
        std::shared_ptr<const MessageDocument> document;
        QList<MessageFold> folds;
        QString trouble;
    };
    /// A place in the text that survives its being put together again.
    struct Place
    {
        int row = -1;
        qsizetype line = 0; ///< from the first of the message
        qsizetype column = 0;
    };

    void followOutline();
    void fitOutline();
    void makeActions();
    void addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                   void (ThreadPage::*run)());
    void next();
    void previous();
    void toAnswered();
    void open();
    void request(int row);
    void showAround(int row);
    void compose();
    void composeMessage(MessageFolder &folder, int row);
    void askForMore();
    void extend();
    void dropFarAway(bool atTop);
    void toggleFold(int fold);
    void showFile(int file);
    bool isOpen(int row, qint32 fold) const;
    Place placeOf(qsizetype offset) const;
    qsizetype lineOf(const Place &place) const;
    int rowOfLine(qsizetype line) const;
    void followText(qsizetype line);
    void setReadRow(int row);

    items::ThreadModel *m_model = nullptr;
    MessageText *m_text = nullptr;
    ThreadOutline *m_outline = nullptr;
    QSplitter *m_splitter = nullptr;
    bool m_isMoved = false; ///< the reader gave the outline its size
    QList<QAction *> m_actions;
    QTimer m_extending;
    QHash<int, Loaded> m_bodies; ///< by row, of those in the text
    QSet<quint64> m_turned;      ///< folds that are not as they come, by row and number
    QList<qsizetype> m_starts;   ///< first line of each row in the text
    QList<int> m_asked;          ///< rows that are on their way
    int m_textFirst = 0;         ///< row of the first of them
    int m_first = 0;
    int m_end = 0;
    int m_read = -1;
    int m_goal = -1; ///< the row that stays on top until the reader moves
    bool m_active = false;
    bool m_quotesFolded = true;
    bool m_quiet = false; ///< what moves now is not the reader's doing
};

} // namespace loredesk::ui
