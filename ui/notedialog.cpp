// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notedialog.h"

#include "models/base/hostiletext.h"
#include "models/catalog/mark.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

NoteDialog::NoteDialog(const QString &series, const QString &note, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(note))
    , m_message(new QLabel)
{
    setObjectName(u"noteDialog"_s);
    setWindowTitle(tr("Note"));
    auto *title = new QLabel(base::visibleLine(series));
    title->setObjectName(u"noteSeries"_s);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setBuddy(m_text);
    m_text->setObjectName(u"noteText"_s);
    m_text->setAccessibleName(tr("Your note on this series"));
    m_text->setPlaceholderText(tr("For your own eyes: it stays on this computer."));
    m_text->setTabChangesFocus(true);
    m_text->moveCursor(QTextCursor::End);
    m_text->setMinimumSize(fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 6);
    m_message->setObjectName(u"noteMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Enter is a new line in a text.
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(Qt::CTRL | Qt::Key(key), this);
        connect(shortcut, &QShortcut::activated, m_save, [this] { m_save->click(); });
    }
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));

    auto *column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addWidget(m_text, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteDialog::check);
    check();
    m_text->setFocus();
}

QString NoteDialog::note() const
{
    return m_text->toPlainText().trimmed();
}

void NoteDialog::check()
{
    const qsizetype over = note().size() - catalog::LongestNote;
    m_save->setEnabled(over <= 0);
    m_message->setText(over <= 0 ? QString()
                       : over == 1
                           ? tr("This is 1 character longer than a note can be")
                           : tr("This is %Ln characters longer than a note can be", nullptr, int(over)));
    m_message->setVisible(over > 0);
}

} // namespace loredesk::ui
