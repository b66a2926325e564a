// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchcompletion.h"

#include "models/base/hostiletext.h"
#include "ui/searchterms.h"
#include "ui/theme.h"

#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr int MostRows = 12;
constexpr int WholeRole = Qt::UserRole + 1; ///< bool: takes the place of all text

/// As high as those of the tree.
class RoomyRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 6};
    }
};

} // namespace

SearchCompletion::SearchCompletion(QLineEdit *field)
    : QObject(field)
    , m_field(field)
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(this))
{
    auto *list = new QTreeView;
    list->setObjectName(u"searchCompletion"_s);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderHidden(true);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_model->setColumnCount(2);
    m_completer->setModel(m_model);
    m_completer->setPopup(list);
    list->setItemDelegate(new RoomyRows(list));
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(MostRows);
    m_completer->setWidget(field);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &SearchCompletion::take);
    list->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, &SearchCompletion::offer);
}

QString SearchCompletion::pieceAt(const QString &text, qsizetype cursor, qsizetype &from)
{
    from = cursor;
    if (text.left(cursor).count(u'"') % 2 != 0)
        return {};
    const auto isBorder = [](QChar c) { return c.isSpace() || c == u'(' || c == u'-' || c == u'"'; };
    while (from > 0 && !isBorder(text[from - 1]))
        --from;
    // In the midst of a word there is nothing to complete.
    if (cursor < text.size() && !isBorder(text[cursor]) && text[cursor] != u')')
        return {};
    return text.mid(from, cursor - from);
}

void SearchCompletion::offer()
{
    const QString text = m_field->text();
    qsizetype from = 0;
    const QString piece = pieceAt(text, m_field->cursorPosition(), from);
    m_model->removeRows(0, m_model->rowCount());
    const QColor muted = Theme::of(m_field->palette()).muted;
    const auto add = [&](const QString &what, const QString &meaning, bool whole) {
        auto *term = new QStandardItem(what);
        term->setData(whole, WholeRole);
        auto *explanation = new QStandardItem(meaning);
        explanation->setForeground(muted);
        m_model->appendRow({term, explanation});
    };
    if (!piece.isEmpty()) {
        for (const SearchTerm &term : searchTerms()) {
            if (term.term.startsWith(piece) && term.term != piece)
                add(term.term, term.meaning, false);
        }
    }
    if (text.trimmed().size() > 1) {
        int offered = 0;
        for (const QString &query : std::as_const(m_recent)) {
            if (offered < 3 && query != text && query.startsWith(text) && base::visibleLine(query) == query) {
                add(query, tr("searched before"), true);
                ++offered;
            }
        }
    }
    auto *list = static_cast<QTreeView *>(m_completer->popup());
    if (m_model->rowCount() == 0) {
        list->hide();
        return;
    }
    const QFontMetrics metrics = list->fontMetrics();
    const auto widest = [&](int column) {
        int width = 0;
        for (int row = 0; row < m_model->rowCount(); ++row)
            width = std::max(width, metrics.horizontalAdvance(m_model->index(row, column).data().toString()));
        return width + 24;
    };
    const int terms = std::min(widest(0), 260);
    list->header()->setStretchLastSection(true);
    list->setColumnWidth(0, terms);
    QRect place = m_field->rect();
    place.setWidth(std::max(place.width(), std::min(terms + widest(1), m_field->window()->width() - 16)));
    m_completer->complete(place);
    // It has made the first row the current one, which Enter would take though nobody has chosen it.
    list->setCurrentIndex({});
}

bool SearchCompletion::isOpen() const
{
    return m_completer->popup()->isVisible();
}

bool SearchCompletion::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Show)
        emit opened();
    else if (event->type() == QEvent::Hide)
        emit closed();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QModelIndex row = m_completer->popup()->currentIndex();
        // The field would have the key first, and search for what is typed so far.
        if (row.isValid() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            m_completer->popup()->hide();
            take(row);
            return true;
        }
    }
    return QObject::eventFilter(object, event);
}

void SearchCompletion::take(const QModelIndex &row)
{
    const QModelIndex term = row.siblingAtColumn(0);
    const QString chosen = term.data().toString();
    if (term.data(WholeRole).toBool())
        m_field->setText(chosen);
    else
        insert(chosen);
}

void SearchCompletion::insert(const QString &completion)
{
    qsizetype from = 0;
    const qsizetype cursor = m_field->cursorPosition();
    pieceAt(m_field->text(), cursor, from);
    QString text = m_field->text();
    // Behind a prefix its word follows at once, behind a whole term the next one.
    const QString inserted = completion.endsWith(u':') ? completion : completion + u' ';
    text.replace(from, cursor - from, inserted);
    m_field->setText(text);
    m_field->setCursorPosition(int(from + inserted.size()));
}

} // namespace loredesk::ui
