// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rangedialog.h"

#include "ui/dayedit.h"
#include "ui/screenroom.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// QLabel measures its text as a whole, but paints it in two pieces where a letter is underlined, without the
/// kerning between them: "To" with an underlined T is wider than it says.
QLabel *roomyLabel(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setBuddy(buddy);
    QFont font = label->font();
    font.setKerning(false);
    const int width = QFontMetrics(font).horizontalAdvance(QString(text).remove(u'&'));
    label->setMinimumWidth(std::max(label->sizeHint().width(), width + 1));
    return label;
}

} // namespace

RangeDialog::RangeDialog(const catalog::DateSpan &start, QWidget *parent)
    : QDialog(parent)
    , m_from(new DayEdit(QDateTime::fromSecsSinceEpoch(start.since.value_or(0)).date()))
    , m_to(new DayEdit(QDateTime::fromSecsSinceEpoch(start.until.value_or(0)).date()))
{
    setWindowTitle(tr("Range"));
    m_from->setObjectName(u"rangeFrom"_s);
    m_to->setObjectName(u"rangeTo"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Show"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(roomyLabel(tr("&From"), m_from), m_from);
    form->addRow(roomyLabel(tr("&To"), m_to), m_to);
    form->addRow(buttons);
    // What it holds needs less than its title does between the buttons of the window.
    setMinimumWidth(withinScreen(*this, {50 * fontMetrics().averageCharWidth(), 0}).width());
}

void RangeDialog::accept()
{
    // What is typed counts, though its field was not left.
    for (DayEdit *edit : {m_from, m_to}) {
        if (edit->hasFocus())
            edit->interpretText();
    }
    QDialog::accept();
}

catalog::DateSpan RangeDialog::span() const
{
    // Whichever of the two was meant as the first.
    const auto [first, last] = std::minmax(m_from->date(), m_to->date());
    return {first.startOfDay().toSecsSinceEpoch(), last.addDays(1).startOfDay().toSecsSinceEpoch() - 1};
}

} // namespace loredesk::ui
