// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threadpage.h"

#include "models/items/threadmodel.h"
#include "ui/messagetext.h"
#include "ui/threadoutline.h"

#include <QAction>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;
using items::ThreadModel;

namespace {

constexpr int Before = 3; ///< messages that are there above the one that is gone to
constexpr int Step = 8;   ///< by which the text grows as one scrolls
/// With more lines than this what is far away is let go.
constexpr qsizetype MostLines = 3000;

quint64 foldKey(int row, qint32 fold)
{
    return quint64(quint32(row)) << 32 | quint32(fold);
}

} // namespace

ThreadPage::ThreadPage(MessageText *text, QWidget *parent)
    : QWidget(parent)
    , m_model(new ThreadModel(this))
    , m_text(text)
    , m_outline(new ThreadOutline(m_model))
    , m_splitter(new QSplitter(Qt::Vertical))
{
    setObjectName(u"threadPage"_s);
    setAccessibleName(tr("Conversation"));
    followOutline();
    makeActions();
    m_splitter->setObjectName(u"threadSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_outline);
    m_splitter->addWidget(m_text);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    m_extending.setSingleShot(true);
    m_extending.setInterval(0);
    connect(&m_extending, &QTimer::timeout, this, &ThreadPage::extend);
    m_text->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
    connect(m_text, &MessageText::foldActivated, this, &ThreadPage::toggleFold);
    connect(m_text, &MessageText::fileActivated, this, &ThreadPage::showFile);
    connect(m_text, &MessageText::threadRowActivated, this, &ThreadPage::goTo);
    connect(m_text, &MessageText::caretMoved, this, [this] { followText(m_text->currentLine()); });
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        followText(m_text->topLine());
        m_extending.start();
    });
    connect(m_text->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { m_extending.start(); });
}

ThreadPage::~ThreadPage()
{
    // The text goes first and may move its scroll bar as it does.
    m_text->verticalScrollBar()->disconnect(this);
    m_text->disconnect(this);
}

QTreeView *ThreadPage::outline() const
{
    return m_outline;
}

void ThreadPage::followOutline()
{
    connect(m_outline->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!m_quiet && current.isValid())
                    goTo(current.row());
            });
    connect(m_outline, &QTreeView::activated, this,
            [this](const QModelIndex &index) { request(index.row()); });
}

void ThreadPage::addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                           void (ThreadPage::*run)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    // The tree has the same keys for its own rows.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    QWidget::addAction(action);
    m_actions += action;
}

void ThreadPage::makeActions()
{
    addAction(u"threadNextAction"_s, tr("Ne&xt in Conversation"), {Qt::Key_J, Qt::Key_N}, &ThreadPage::next);
    addAction(u"threadPreviousAction"_s, tr("&Previous in Conversation"), {Qt::Key_K, Qt::Key_P},
              &ThreadPage::previous);
    addAction(u"threadAnsweredAction"_s, tr("To What It &Answers"), {Qt::Key_U}, &ThreadPage::toAnswered);
    addAction(u"threadOpenAction"_s, tr("S&how This Message"), {Qt::CTRL | Qt::Key_Return},
              &ThreadPage::open);
}

void ThreadPage::next()
{
    if (m_read + 1 < m_model->rowCount())
        goTo(m_read + 1);
}

void ThreadPage::previous()
{
    if (m_read > 0)
        goTo(m_read - 1);
}

void ThreadPage::toAnswered()
{
    if (m_read >= 0 && m_model->answeredBy(m_read) >= 0)
        goTo(m_model->answeredBy(m_read));
}

void ThreadPage::open()
{
    request(m_read);
}

void ThreadPage::request(int row)
{
    if (row >= 0 && row < m_model->rowCount() && m_model->messageAt(row).isValid())
        emit messageRequested(m_model->messageAt(row));
}

void ThreadPage::setMessage(catalog::CatalogPtr catalog, base::MessageIndex message)
{
    const auto thread = [this] {
        return m_model->rowCount() > 0 ? m_model->index(0, 0).data(items::MessageIdRole) : QVariant();
    };
    const bool sameCatalog = catalog == m_model->catalog();
    const QVariant before = thread();
    {
        const QScopedValueRollback quiet(m_quiet, true);
        m_model->setThread(std::move(catalog), message);
    }
    fitOutline();
    if (sameCatalog && before.isValid() && before == thread()) {
        if (m_active && m_end > m_first) {
            compose(); // the mark of the current one
            if (m_read != m_model->currentRow())
                goTo(m_model->currentRow());
        } else {
            setReadRow(m_model->currentRow());
        }
        return;
    }
    m_turned.clear();
    m_bodies.clear();
    m_first = m_end = 0;
    // Also in the outline: without a current row it would take the first one as soon as it gets the focus.
    setReadRow(m_model->currentRow());
    if (!m_asked.isEmpty()) {
        m_asked.clear();
        emit bodiesRequested({});
    }
    if (m_active)
        showAround(m_read);
    else
        m_text->setDocument(std::make_shared<MessageDocument>());
}

void ThreadPage::fitOutline()
{
    const int all = m_splitter->height();
    const int outline = m_outline->wantedHeight(all);
    if (!m_isMoved)
        m_splitter->setSizes({outline, all - outline});
}

void ThreadPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitOutline();
}

void ThreadPage::setSeenUntil(std::optional<base::UnixSeconds> seen)
{
    m_model->setSeenUntil(seen);
}

void ThreadPage::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        m_outline->scrollTo(m_outline->currentIndex(), QAbstractItemView::PositionAtCenter);
    if (active && m_first == m_end) {
        showAround(m_read);
    } else if (active) {
        compose(); // another message may be the current one by now
        goTo(m_read);
    } else if (!m_asked.isEmpty()) {
        m_asked.clear();
        emit bodiesRequested({});
    }
}

void ThreadPage::showAround(int row)
{
    m_bodies.clear();
    m_starts.clear();
    m_text->setDocument(std::make_shared<MessageDocument>());
    m_first = m_end = 0;
    if (row >= 0) {
        m_first = std::max(0, row - Before);
        m_end = std::min(m_model->rowCount(), row + Step);
    }
    m_goal = row;
    compose();
    if (row >= 0)
        goTo(row);
}

void ThreadPage::goTo(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    if (!m_active) {
        m_read = row;
        return;
    }
    if (row < m_first || row >= m_end) {
        showAround(row);
        return;
    }
    const QScopedValueRollback quiet(m_quiet, true);
    m_goal = row;
    m_text->goToLine(m_starts[row - m_textFirst]);
    setReadRow(row);
    m_extending.start();
}

void ThreadPage::setReadRow(int row)
{
    m_read = row;
    if (row < 0 || m_outline->currentIndex().row() == row)
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    m_outline->goToRow(row);
}

void ThreadPage::followText(qsizetype line)
{
    if (m_quiet || line < 0 || m_starts.isEmpty())
        return;
    m_goal = -1;
    setReadRow(rowOfLine(line));
}

void ThreadPage::extend()
{
    if (!m_active || m_starts.isEmpty())
        return;
    const QScrollBar *bar = m_text->verticalScrollBar();
    const int page = bar->pageStep();
    const int first = m_first;
    const int end = m_end;
    if (bar->value() + 2 * page >= bar->maximum())
        m_end = std::min(m_model->rowCount(), m_end + Step);
    if (bar->value() < page)
        m_first = std::max(0, m_first - Step);
    if (m_first != first || m_end != end) {
        dropFarAway(m_end != end);
        compose();
    }
    askForMore();
}

void ThreadPage::dropFarAway(bool atTop)
{
    if (m_text->document().lines().size() < MostLines)
        return;
    // What the reader may see next stays.
    const qsizetype top = m_text->topLine();
    const qsizetype room = 4 * qsizetype(m_text->verticalScrollBar()->pageStep());
    const int firstNear = std::max(m_textFirst, rowOfLine(std::max<qsizetype>(0, top - room)));
    const int lastNear = rowOfLine(top + room);
    if (atTop)
        m_first = std::max(m_first, firstNear);
    else
        m_end = std::min(m_end, lastNear + 1);
    m_bodies.removeIf([this](const QHash<int, Loaded>::iterator &body) {
        return body.key() < m_first || body.key() >= m_end;
    });
}

void ThreadPage::askForMore()
{
    if (!m_active || !m_asked.isEmpty())
        return;
    // What is read first comes first, then what follows, then what stands before it.
    const int from = std::clamp(m_goal >= 0 ? m_goal : rowOfLine(m_text->topLine()), m_first,
                                std::max(m_first, m_end - 1));
    QList<base::MessageIndex> messages;
    const auto ask = [&](int row) {
        if (messages.size() >= Batch || m_bodies.contains(row) || !m_model->messageAt(row).isValid())
            return;
        messages << m_model->messageAt(row);
        m_asked << row;
    };
    for (int row = from; row < m_end; ++row)
        ask(row);
    for (int row = from - 1; row >= m_first; --row)
        ask(row);
    if (!messages.isEmpty())
        emit bodiesRequested(messages);
}

void ThreadPage::setBodies(const QList<Body> &bodies)
{
    bool any = false;
    for (const Body &body : bodies) {
        const int row = m_model->rowOf(body.message);
        if (row < m_first || row >= m_end || !m_asked.contains(row))
            continue;
        m_bodies.insert(row,
                        {body.document, body.document ? foldsOf(*body.document, true) : QList<MessageFold>(),
                         body.trouble});
        any = true;
    }
    m_asked.clear();
    if (any)
        compose();
    askForMore();
}

bool ThreadPage::isOpen(int row, qint32 fold) const
{
    const bool isTurned = m_turned.contains(foldKey(row, fold));
    const bool comesOpen =
        !m_quotesFolded && m_bodies.value(row).folds[fold].what == MessageFold::What::Quote;
    return comesOpen != isTurned;
}

void ThreadPage::toggleFold(int fold)
{
    const MessageDocument::FoldTarget target = m_text->document().folds()[fold];
    const quint64 key = foldKey(target.source, target.fold);
    if (!m_turned.remove(key))
        m_turned.insert(key);
    m_goal = -1;
    compose();
}

void ThreadPage::showFile(int file)
{
    const qsizetype line = m_text->document().files()[file].line;
    if (m_text->document().lines()[line].kind != Kind::Fold)
        return;
    toggleFold(m_text->document().lines()[line].link);
    m_text->goToLine(m_text->document().files()[file].line);
}

void ThreadPage::setQuotesFolded(bool folded)
{
    if (folded == m_quotesFolded)
        return;
    m_quotesFolded = folded;
    // All of them, those that were opened or closed by hand as well; diffs stay as they are.
    m_turned.removeIf([this](quint64 key) {
        const auto body = m_bodies.constFind(int(key >> 32));
        return body == m_bodies.constEnd() ||
               body->folds[qsizetype(key & 0xffffffff)].what == MessageFold::What::Quote;
    });
    if (m_active && !m_starts.isEmpty())
        compose();
}

bool ThreadPage::eventFilter(QObject *watched, QEvent *event)
{
    const MessageDocument &document = m_text->document();
    if (watched == m_text->viewport() && event->type() == QEvent::MouseButtonDblClick &&
        !document.isEmpty()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const qsizetype line = document.lineAt(m_text->offsetAt(mouse->position().toPoint()));
        if (mouse->button() == Qt::LeftButton && document.lines()[line].kind == Kind::ThreadHeading) {
            request(document.lines()[line].link);
            return true;
        }
    }
    if (watched == m_text && event->type() == QEvent::KeyPress && !document.isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !(key->modifiers() & ~Qt::KeypadModifier) && !m_text->isActionAtCaret()) {
            request(m_read);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace loredesk::ui
