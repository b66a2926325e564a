// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/helpwindow.h"

#include "ui/icons.h"
#include "ui/readabledate.h"
#include "ui/screenroom.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QTextDocument>
#include <QToolBar>

#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr const char *PageProperty = "loredeskHelpPage";

struct PageEntry
{
    const char *name;
    const char *title;
};
constexpr std::array Pages{
    PageEntry{"start", QT_TRANSLATE_NOOP("loredesk::ui::HelpWindow", "First steps")},
    PageEntry{"window", QT_TRANSLATE_NOOP("loredesk::ui::HelpWindow", "The window")},
    PageEntry{"search", QT_TRANSLATE_NOOP("loredesk::ui::HelpWindow", "Filter and search")},
    PageEntry{"digest", QT_TRANSLATE_NOOP("loredesk::ui::HelpWindow", "The digest")},
    PageEntry{"commandline", QT_TRANSLATE_NOOP("loredesk::ui::HelpWindow", "The command line")},
    PageEntry{"keyboard", QT_TRANSLATE_NOOP("loredesk::ui::HelpWindow", "Keyboard")},
};

/// In the language of the interface where there is such a page, in English else.
QString fileOf(const QString &name)
{
    const QString language = interfaceLocale().name().section(u'_', 0, 0);
    const QString translated = u":/help/%1/%2.html"_s.arg(language, name);
    return QFile::exists(translated) ? translated : u":/help/en/%1.html"_s.arg(name);
}

QUrl urlOf(const QString &name)
{
    QUrl url(u"help:"_s + name.section(u'#', 0, 0));
    if (name.contains(u'#'))
        url.setFragment(name.section(u'#', 1));
    return url;
}

} // namespace

HelpBrowser::HelpBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"helpBrowser"_s);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(20);
    restyle();
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    if (type == QTextDocument::HtmlResource && name.scheme() == "help"_L1 &&
        HelpWindow::pages().contains(name.path())) {
        if (QFile file(fileOf(name.path())); file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    // An empty value, not an invalid one: for the latter the document would look for a file by itself.
    return QByteArray();
}

void HelpBrowser::doSetSource(const QUrl &name, QTextDocument::ResourceType)
{
    // Only what the pages link to; QTextBrowser would hand other schemes on to the desktop, or try files.
    const QUrl url = name.isRelative() && !source().isEmpty() ? source().resolved(name) : name;
    if (url.scheme() == "help"_L1 && HelpWindow::pages().contains(url.path()))
        QTextBrowser::doSetSource(url, QTextDocument::HtmlResource);
}

void HelpBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void HelpBrowser::restyle()
{
    const QPalette colours = palette();
    document()->setDefaultStyleSheet(
        u"h1 { font-size: x-large; } h2 { font-size: large; margin-top: 16px; } "
        "a { color: %1; } p, li, td { line-height: 125%; } "
        "table { margin-top: 8px; margin-bottom: 14px; } td, th { padding: 2px 14px 2px 0; vertical-align: "
        "top; } th { text-align: left; } "
        "code, pre { font-family: monospace; } pre { background: %2; } kbd { font-weight: 600; }"_s.arg(
            colours.color(QPalette::Link).name(), colours.color(QPalette::AlternateBase).name()));
    if (source().isEmpty())
        return;
    const int position = verticalScrollBar()->value();
    reload();
    verticalScrollBar()->setValue(position);
}

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_toolBar(new QToolBar)
    , m_list(new QListWidget)
    , m_browser(new HelpBrowser)
    , m_find(new QLineEdit)
    , m_found(new QLabel)
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Help — Loredesk"));
    m_list->setObjectName(u"helpPages"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(3);
    for (const PageEntry &entry : Pages) {
        auto *item = new QListWidgetItem(tr(entry.title), m_list);
        item->setData(Qt::UserRole, QString::fromLatin1(entry.name));
    }
    m_browser->setAccessibleName(tr("Help"));
    makeToolBar();

    auto *splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->addWidget(m_list);
    splitter->addWidget(m_browser);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    const int listWidth = m_list->sizeHintForColumn(0) + 40;
    splitter->setSizes({listWidth, 760 - listWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolBar);
    column->addWidget(splitter, 1);
    resize(withinScreen(*this, {860, 640}));

    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && item->data(Qt::UserRole).toString() != page())
            showPage(item->data(Qt::UserRole).toString());
    });
    connect(m_browser, &QTextBrowser::sourceChanged, this, &HelpWindow::pageChanged);
    // Links are followed by hand, so that one may open the list of shortcuts.
    m_browser->setOpenLinks(false);
    connect(m_browser, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.scheme() == "shortcuts"_L1)
            emit shortcutsRequested();
        else
            m_browser->setSource(url);
    });
    showPage(pages().first());
    m_browser->setFocus();
}

void HelpWindow::makeToolBar()
{
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize({16, 16});
    QAction *back =
        m_toolBar->addAction(actionIcon(u"go-previous"_s), tr("Back"), m_browser, &QTextBrowser::backward);
    back->setShortcut(QKeySequence::Back);
    back->setEnabled(false);
    QAction *forward =
        m_toolBar->addAction(actionIcon(u"go-next"_s), tr("Forward"), m_browser, &QTextBrowser::forward);
    forward->setShortcut(QKeySequence::Forward);
    forward->setEnabled(false);
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_found->setObjectName(u"helpFound"_s);
    m_toolBar->addWidget(m_found);
    m_find->setObjectName(u"helpFind"_s);
    m_find->setPlaceholderText(tr("Find in this page"));
    m_find->setAccessibleName(tr("Find in this page"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(260);
    m_find->installEventFilter(this);
    m_toolBar->addWidget(m_find);
    connect(m_find, &QLineEdit::textChanged, this, [this] {
        // From the start of what is found already, so that typing on stays there.
        QTextCursor cursor = m_browser->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_browser->setTextCursor(cursor);
        find(false);
    });

    const auto action = [this](const QList<QKeySequence> &keys, auto slot) {
        auto *made = new QAction(this);
        made->setShortcuts(keys);
        connect(made, &QAction::triggered, this, slot);
        addAction(made);
    };
    action({QKeySequence::Find, QKeySequence(Qt::Key_Slash)}, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    action({QKeySequence(Qt::Key_F3)}, [this] { find(false); });
    action({QKeySequence(Qt::SHIFT | Qt::Key_F3)}, [this] { find(true); });
    action({QKeySequence(Qt::Key_Escape), QKeySequence::Close}, [this] { close(); });
}

QStringList HelpWindow::pages()
{
    QStringList names;
    for (const PageEntry &entry : Pages)
        names << QString::fromLatin1(entry.name);
    return names;
}

void HelpWindow::showPage(const QString &name)
{
    const bool known = pages().contains(name.section(u'#', 0, 0));
    m_browser->setSource(urlOf(known ? name : pages().first()));
}

QString HelpWindow::page() const
{
    return m_browser->source().path();
}

void HelpWindow::pageChanged(const QUrl &url)
{
    // Emitted before source() says so.
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(int(pages().indexOf(url.path())));
    m_found->clear();
}

void HelpWindow::find(bool backwards)
{
    const QString text = m_find->text();
    if (text.isEmpty()) {
        m_found->clear();
        return;
    }
    const QTextDocument::FindFlags flags =
        backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_browser->find(text, flags)) {
        m_found->clear();
        return;
    }
    // Once around; where there is nothing at all, what was selected stays.
    const QTextCursor before = m_browser->textCursor();
    m_browser->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    if (m_browser->find(text, flags)) {
        m_found->setText(tr("from the other end  "));
    } else {
        m_browser->setTextCursor(before);
        m_found->setText(tr("not found  "));
    }
}

bool HelpWindow::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_find && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            find(key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    // Esc leaves the field before it closes the window.
    if (object == m_find && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_find->clear();
        m_browser->setFocus();
        event->accept();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

void setHelpPage(QWidget *widget, const QString &page)
{
    widget->setProperty(PageProperty, page);
}

QString helpPageOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const QString page = widget->property(PageProperty).toString(); !page.isEmpty())
            return page;
    }
    return {};
}

} // namespace loredesk::ui
