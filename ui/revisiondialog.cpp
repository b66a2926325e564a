// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisiondialog.h"

#include "models/base/hostiletext.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// A..B, A.. or ..B: two dots, and no third, with something on a side at least.
bool isRange(const QString &text)
{
    const qsizetype dots = text.indexOf(".."_L1);
    return dots >= 0 && text.size() > 2 && !text.contains("..."_L1) && text.indexOf(".."_L1, dots + 2) < 0;
}

} // namespace

RevisionDialog::RevisionDialog(const QString &range, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit(range))
    , m_message(new QLabel)
{
    setWindowTitle(tr("Release Cycle"));
    setObjectName(u"revisionDialog"_s);
    m_field->setObjectName(u"revisionRange"_s);
    m_field->setPlaceholderText(tr("A..B, for example a6e8d792..280157597"));
    m_field->setMinimumWidth(380);
    m_field->selectAll();
    auto *label = new QLabel(tr("What came &between two revisions of the archive:"));
    label->setBuddy(m_field);
    m_message->setObjectName(u"revisionMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setText(tr("A tag, the id of a commit or the beginning of one, or like HEAD~100. "
                          "A.. is everything since A."));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_show = buttons->button(QDialogButtonBox::Ok);
    m_show->setText(tr("Show"));
    connect(buttons, &QDialogButtonBox::accepted, this, &RevisionDialog::ask);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &RevisionDialog::updateButtons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(buttons);
    updateButtons();
}

QString RevisionDialog::range() const
{
    return m_field->text().trimmed();
}

void RevisionDialog::updateButtons()
{
    m_show->setEnabled(!m_isWaiting && isRange(range()));
}

void RevisionDialog::ask()
{
    if (!m_show->isEnabled())
        return;
    m_isWaiting = true;
    m_field->setReadOnly(true);
    m_message->setText(tr("Looking the revisions up…"));
    updateButtons();
    emit asked(range());
}

void RevisionDialog::showError(const base::Error &error)
{
    m_isWaiting = false;
    m_field->setReadOnly(false);
    m_field->setFocus();
    QPalette warning = palette();
    warning.setColor(QPalette::Base, warning.color(QPalette::Window));
    warning.setColor(QPalette::WindowText, Theme::of(warning).warning);
    m_message->setPalette(warning);
    QString text = base::visibleSentence(error.text);
    if (!error.hint.isEmpty())
        text += u'\n' + base::visibleSentence(error.hint);
    m_message->setText(text);
    updateButtons();
}

} // namespace loredesk::ui
