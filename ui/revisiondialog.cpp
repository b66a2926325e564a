// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisiondialog.h"

#include "models/base/hostiletext.h"
#include "models/items/enginewords.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

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
    m_message->setText(
        tr("Every message came with a commit of the archive; a revision names one: by a tag, by its id "
           "or the beginning of it, or like HEAD~100. HEAD~100.. is what the last hundred brought."));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_show = buttons->button(QDialogButtonBox::Ok);
    m_show->setText(tr("Show"));
    connect(buttons, &QDialogButtonBox::accepted, this, &RevisionDialog::ask);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        updateButtons();
        showTags();
    });
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(makeTagRow());
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(buttons);
    updateButtons();
    m_field->setFocus();
}

QWidget *RevisionDialog::makeTagRow()
{
    m_tags = new QWidget;
    m_tags->setObjectName(u"revisionTags"_s);
    auto *row = new QHBoxLayout(m_tags);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, const QString &name, const QString &accessibleName) {
        auto *box = new QComboBox;
        box->setObjectName(name);
        box->setAccessibleName(accessibleName);
        // A long name of a tag does not make the dialog wide.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        auto *label = new QLabel(text);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box, 1);
        connect(box, &QComboBox::activated, this, &RevisionDialog::takeTags);
        return box;
    };
    m_from = add(tr("&After"), u"revisionFrom"_s, tr("The range begins after this tag"));
    m_to = add(tr("&up to"), u"revisionTo"_s, tr("The range ends with this tag"));
    m_tags->hide();
    return m_tags;
}

void RevisionDialog::setTags(const QStringList &tags)
{
    m_from->clear();
    m_to->clear();
    m_to->addItem(tr("now"), QString());
    for (const QString &tag : tags) {
        m_from->addItem(base::visibleLine(tag), tag);
        m_to->addItem(base::visibleLine(tag), tag);
    }
    m_from->addItem(tr("the beginning"), QString());
    m_tags->setVisible(!tags.isEmpty());
    if (!tags.isEmpty() && m_field->text().isEmpty()) {
        m_field->setText(tags.size() > 1 ? tags[1] + ".."_L1 + tags[0] : tags[0] + ".."_L1);
        m_field->selectAll();
    }
    showTags();
    fit();
}

/// A dialog does not grow by itself for what is shown in it later.
void RevisionDialog::fit()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

/// What is chosen in the lists goes to the field.
void RevisionDialog::takeTags()
{
    // What was typed and is no tag stays.
    const QString text = range();
    const qsizetype dots = text.indexOf(".."_L1);
    const auto chosen = [](const QComboBox *box, const QString &typed) {
        return box->currentIndex() < 0 ? typed : box->currentData().toString();
    };
    const QString from = chosen(m_from, dots < 0 ? QString() : text.left(dots));
    const QString to = chosen(m_to, dots < 0 ? QString() : text.mid(dots + 2));
    // From the beginning until now is no range of revisions.
    m_field->setText(from.isEmpty() && to.isEmpty() ? QString() : from + ".."_L1 + to);
}

/// What stands in the field, in the lists: nothing where it is no tag.
void RevisionDialog::showTags()
{
    const QString text = range();
    const qsizetype dots = text.indexOf(".."_L1);
    if (text.isEmpty() || m_to->count() == 0)
        return;
    m_from->setCurrentIndex(dots < 0 ? -1 : m_from->findData(text.left(dots)));
    m_to->setCurrentIndex(dots < 0 ? -1 : m_to->findData(text.mid(dots + 2)));
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
    m_tags->setEnabled(false);
    m_message->setText(tr("Looking the revisions up…"));
    updateButtons();
    emit asked(range());
}

void RevisionDialog::showError(const base::Error &error)
{
    m_isWaiting = false;
    m_field->setReadOnly(false);
    m_tags->setEnabled(true);
    m_field->setFocus();
    QPalette warning = palette();
    warning.setColor(QPalette::Base, warning.color(QPalette::Window));
    warning.setColor(QPalette::WindowText, Theme::of(warning).warning);
    m_message->setPalette(warning);
    QString text = items::engineSentence(error.text);
    if (!error.hint.isEmpty())
        text += u'\n' + items::engineSentence(error.hint);
    m_message->setText(text);
    fit();
    updateButtons();
}

} // namespace loredesk::ui
