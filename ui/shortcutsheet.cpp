// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcutsheet.h"
#include "ui/screenroom.h"

#include "ui/keyfieldaccess.h"
#include "ui/shortcuts.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

enum Column { ActionColumn, KeysColumn, NoteColumn };
constexpr int NameRole = Qt::UserRole;

/// What Qt's own field says while it is empty; its translations do not come with every Qt.
[[maybe_unused]] constexpr const char *QtsOwnWords[] = {
    QT_TRANSLATE_NOOP("QKeySequenceEdit", "Press shortcut")};

/// What Qt calls the keys, in menus and in the sheet: as they are called in the help.
[[maybe_unused]] constexpr const char *KeyNames[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),   QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),     QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),   QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"), QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),   QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Home"),   QT_TRANSLATE_NOOP("QShortcut", "End"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),    QT_TRANSLATE_NOOP("QShortcut", "Space")};

QString keysText(const QAction &action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(u"; "_s, u"   "_s);
}

} // namespace

ShortcutSheet::ShortcutSheet(Shortcuts &shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_nothing(new QLabel(tr("No action or key is called that")))
    , m_keys(new QKeySequenceEdit)
    , m_assign(new QPushButton(tr("&Set")))
    , m_add(new QPushButton(tr("A&dd")))
    , m_clear(new QPushButton(tr("&Remove")))
    , m_reset(new QPushButton(tr("&Default")))
    , m_resetAll(new QPushButton(tr("All to De&faults")))
    , m_conflict(new QLabel)
{
    installKeyFieldAccess();
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard Shortcuts"));
    m_filter->setObjectName(u"shortcutFilter"_s);
    m_filter->setPlaceholderText(tr("Find an action or a key"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_tree->setObjectName(u"shortcutTree"_s);
    m_tree->setAccessibleName(tr("Shortcuts"));
    m_tree->setHeaderLabels({tr("Action"), tr("Keys"), QString()});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    m_keys->setObjectName(u"shortcutKeys"_s);
    m_keys->setAccessibleName(tr("New keys"));
    m_assign->setObjectName(u"shortcutAssign"_s);
    m_add->setObjectName(u"shortcutAdd"_s);
    m_add->setToolTip(tr("These keys beside those that it has"));
    m_clear->setObjectName(u"shortcutClear"_s);
    m_reset->setObjectName(u"shortcutReset"_s);
    m_resetAll->setObjectName(u"shortcutResetAll"_s);
    m_conflict->setObjectName(u"shortcutConflict"_s);
    m_conflict->setWordWrap(true);
    for (QPushButton *button : {m_assign, m_add, m_clear, m_reset, m_resetAll})
        button->setAutoDefault(false);

    auto *change = new QHBoxLayout;
    change->addWidget(new QLabel(tr("New keys:")));
    change->addWidget(m_keys, 1);
    for (QPushButton *button : {m_assign, m_add, m_clear, m_reset})
        change->addWidget(button);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    auto *below = new QHBoxLayout;
    below->addWidget(m_resetAll);
    below->addStretch(1);
    below->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_conflict);
    column->addLayout(change);
    column->addLayout(below);
    resize(withinScreen(*this, {640, 600}));

    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutSheet::showCurrent);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] { m_keys->setFocus(Qt::OtherFocusReason); });
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutSheet::showConflicts);
    connect(m_assign, &QPushButton::clicked, this, [this] { assign(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { assign(true); });
    connect(m_clear, &QPushButton::clicked, this, [this] { m_shortcuts.assign(current(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_shortcuts.reset(current()); });
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutSheet::askForDefaults);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&m_shortcuts, &Shortcuts::changed, this, &ShortcutSheet::refresh);
    fill();
    m_filter->setFocus();
}

void ShortcutSheet::fill()
{
    const QSize height(0, fontMetrics().lineSpacing() + 6);
    QTreeWidgetItem *group = nullptr;
    for (const Shortcuts::Entry &entry : m_shortcuts.entries()) {
        if (!entry.action)
            continue;
        if (!group || group->text(ActionColumn) != entry.group) {
            group = new QTreeWidgetItem(m_tree, {entry.group});
            group->setFlags(Qt::ItemIsEnabled);
            group->setSizeHint(ActionColumn, height);
            group->setFirstColumnSpanned(true);
            QFont font = m_tree->font();
            font.setBold(true);
            group->setFont(ActionColumn, font);
        }
        auto *row = new QTreeWidgetItem(group, {entry.text});
        row->setData(ActionColumn, NameRole, entry.name);
        row->setSizeHint(ActionColumn, height);
    }
    m_tree->expandAll();
    refresh();
    m_tree->header()->setSectionResizeMode(ActionColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(KeysColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(NoteColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
}

void ShortcutSheet::refresh()
{
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        const QTreeWidgetItem *group = m_tree->topLevelItem(g);
        for (int r = 0; r < group->childCount(); ++r) {
            QTreeWidgetItem *row = group->child(r);
            const Shortcuts::Entry *entry = m_shortcuts.find(row->data(ActionColumn, NameRole).toString());
            if (!entry)
                continue;
            row->setText(KeysColumn, keysText(*entry->action));
            row->setText(NoteColumn, entry->isChanged() ? tr("changed") : QString());
        }
    }
    filter(m_filter->text());
    showCurrent();
}

void ShortcutSheet::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    int shown = 0;
    QTreeWidgetItem *first = nullptr;
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_tree->topLevelItem(g);
        int inGroup = 0;
        for (int r = 0; r < group->childCount(); ++r) {
            QTreeWidgetItem *row = group->child(r);
            const QString all =
                row->text(ActionColumn) + u' ' + row->text(KeysColumn) + u' ' + group->text(ActionColumn);
            const bool fits = std::all_of(words.begin(), words.end(), [&](const QString &word) {
                return all.contains(word, Qt::CaseInsensitive);
            });
            row->setHidden(!fits);
            inGroup += fits;
            if (fits && !first)
                first = row;
        }
        group->setHidden(inGroup == 0);
        shown += inGroup;
    }
    m_tree->setVisible(shown > 0);
    m_nothing->setVisible(shown == 0);
    if (!currentRow() || currentRow()->isHidden())
        m_tree->setCurrentItem(first);
}

QTreeWidgetItem *ShortcutSheet::currentRow() const
{
    QTreeWidgetItem *row = m_tree->currentItem();
    return row && row->parent() ? row : nullptr;
}

QString ShortcutSheet::current() const
{
    const QTreeWidgetItem *row = currentRow();
    return row ? row->data(ActionColumn, NameRole).toString() : QString();
}

void ShortcutSheet::setCurrent(const QString &name)
{
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        const QTreeWidgetItem *group = m_tree->topLevelItem(g);
        for (int r = 0; r < group->childCount(); ++r) {
            if (group->child(r)->data(ActionColumn, NameRole).toString() == name)
                m_tree->setCurrentItem(group->child(r));
        }
    }
}

void ShortcutSheet::showCurrent()
{
    m_keys->clear();
    showConflicts();
}

void ShortcutSheet::showConflicts()
{
    const Shortcuts::Entry *entry = m_shortcuts.find(current());
    const QKeySequence sequence = m_keys->keySequence();
    const QStringList others = m_shortcuts.conflicts(current(), sequence);
    m_conflict->setText(others.isEmpty()
                            ? QString()
                            : tr("%1 belongs to: %2. Set and Add take it from there.")
                                  .arg(sequence.toString(QKeySequence::NativeText), others.join(u", "_s)));
    m_conflict->setVisible(!others.isEmpty());
    m_keys->setEnabled(entry != nullptr);
    m_assign->setEnabled(entry && !sequence.isEmpty());
    m_add->setEnabled(entry && !sequence.isEmpty() && !entry->action->shortcuts().isEmpty());
    m_clear->setEnabled(entry && !entry->action->shortcuts().isEmpty());
    m_reset->setEnabled(entry && entry->isChanged());
    m_resetAll->setEnabled(!m_shortcuts.changes().isEmpty());
}

void ShortcutSheet::assign(bool beside)
{
    const Shortcuts::Entry *entry = m_shortcuts.find(current());
    const QKeySequence sequence = m_keys->keySequence();
    if (!entry || sequence.isEmpty())
        return;
    QList<QKeySequence> sequences;
    if (beside)
        sequences = entry->action->shortcuts();
    if (!sequences.contains(sequence))
        sequences << sequence;
    m_shortcuts.assign(entry->name, sequences);
}

void ShortcutSheet::askForDefaults()
{
    const auto changed = m_shortcuts.changes().size();
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("All to Defaults"),
        changed == 1 ? tr("1 action has keys of your own. Give them up?")
                     : tr("%Ln actions have keys of your own. Give them up?", nullptr, int(changed)),
        QMessageBox::Cancel, this);
    box->setObjectName(u"shortcutDefaultsBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(tr("&All to Defaults"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this] { m_shortcuts.resetAll(); });
    box->open();
}

bool ShortcutSheet::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_tree->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return QDialog::eventFilter(object, event);
}

} // namespace loredesk::ui
