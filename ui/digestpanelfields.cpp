// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the digest panel: what is asked for, and the buttons beside it.
#include "ui/dayedit.h"
#include "ui/digestpanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

template <class Enum>
void addChoice(QComboBox *box, const QString &text, Enum value)
{
    box->addItem(text, int(value));
}

} // namespace

QWidget *DigestPanel::makeRangeBox()
{
    m_range = new QComboBox;
    m_range->setObjectName(u"digestRange"_s);
    m_range->setAccessibleName(tr("Range"));
    addChoice(m_range, tr("As shown"), DigestOptions::Range::Shown);
    addChoice(m_range, tr("Dates"), DigestOptions::Range::Dates);

    m_shown = new QLabel;
    m_shown->setObjectName(u"digestShownRange"_s);
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    const auto dateField = [this](const QString &name, const QString &label) {
        auto *field = new DayEdit(QDate(2025, 1, 1));
        field->setObjectName(name);
        field->setAccessibleName(label);
        field->setToolTip(label);
        connect(field, &QDateEdit::dateChanged, this, &DigestPanel::optionsChanged);
        return field;
    };
    m_since = dateField(u"digestSince"_s, tr("First day (UTC)"));
    m_until = dateField(u"digestUntil"_s, tr("Last day (UTC)"));

    const auto revisionField = [this](const QString &name, const QString &hint, const QString &label) {
        auto *field = new QLineEdit;
        field->setObjectName(name);
        field->setPlaceholderText(hint);
        field->setAccessibleName(label);
        field->setToolTip(label);
        connect(field, &QLineEdit::textChanged, this, &DigestPanel::updateState);
        connect(field, &QLineEdit::returnPressed, this, &DigestPanel::requestDigest);
        return field;
    };
    m_from = revisionField(u"digestFrom"_s, tr("after revision"), tr("Revision before the first message"));
    m_to = revisionField(u"digestTo"_s, tr("up to revision"), tr("Revision of the last message"));
    connect(m_from, &QLineEdit::textChanged, this, &DigestPanel::splitRange);

    m_rangePages = new QStackedWidget;
    const auto page = [this](QWidget *first, const QString &between, QWidget *second, bool stretch) {
        auto *widget = new QWidget;
        auto *row = new QHBoxLayout(widget);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(first, 1);
        if (second) {
            row->addWidget(new QLabel(between));
            row->addWidget(second, 1);
        }
        if (stretch)
            row->addStretch(1);
        m_rangePages->addWidget(widget);
    };
    page(m_shown, {}, nullptr, false);
    page(m_since, u"–"_s, m_until, true);
    page(m_from, u".."_s, m_to, false);
    m_rangePages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_range, &QComboBox::currentIndexChanged, this, &DigestPanel::rangeChanged);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_range);
    row->addWidget(m_rangePages, 1);
    return box;
}

void DigestPanel::splitRange()
{
    // A whole A..B that is pasted into the first field fills both; typed, the dots lead to the second.
    const QString text = m_from->text();
    const qsizetype dots = text.indexOf(".."_L1);
    if (dots < 0)
        return;
    const bool typing = m_from->hasFocus();
    if (const QString rest = text.sliced(dots + 2).trimmed(); !rest.isEmpty())
        m_to->setText(rest);
    m_from->setText(text.left(dots).trimmed());
    if (typing) {
        m_to->setFocus();
        m_to->selectAll();
    }
}

QWidget *DigestPanel::makeOptionBox()
{
    m_layout = new QComboBox;
    m_layout->setObjectName(u"digestLayout"_s);
    m_layout->setAccessibleName(tr("Layout"));
    m_layout->setToolTip(tr("Full: with a list of the series, incomplete ones marked, bots apart.\n"
                            "Classic: the plain lists and messages."));
    addChoice(m_layout, tr("Full"), digest::Layout::Full);
    addChoice(m_layout, tr("Classic"), digest::Layout::Classic);
    m_format = new QComboBox;
    m_format->setObjectName(u"digestFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    m_format->setToolTip(tr("Format"));
    addChoice(m_format, tr("Text"), digest::Format::Text);
    addChoice(m_format, tr("Markdown"), digest::Format::Markdown);
    addChoice(m_format, tr("HTML"), digest::Format::Html);
    addChoice(m_format, tr("JSON"), digest::Format::Json);
    m_list = new QLineEdit;
    m_list->setObjectName(u"digestList"_s);
    m_list->setAccessibleName(tr("Name of the list"));
    m_list->setToolTip(tr("Name of the list, for the headings"));
    m_list->setPlaceholderText(tr("list name"));
    m_list->setMinimumWidth(60);
    m_top = new QSpinBox;
    m_top->setObjectName(u"digestTop"_s);
    m_top->setAccessibleName(tr("Rows in the top lists"));
    m_top->setToolTip(tr("Rows in the top lists"));
    m_top->setRange(1, 999);
    m_top->setValue(DigestOptions().top);
    m_top->setPrefix(tr("Top "));
    m_top->setKeyboardTracking(false);

    const auto button = [](const QString &name, const QString &text, const QString &tip) {
        auto *tool = new QToolButton;
        tool->setObjectName(name);
        tool->setText(text);
        tool->setToolTip(tip);
        tool->setAccessibleName(tip);
        tool->setAutoRaise(true);
        tool->setFocusPolicy(Qt::StrongFocus);
        return tool;
    };
    m_rendered = button(u"digestRendered"_s, tr("Rendered"), tr("Show the HTML as a page, not as source"));
    m_rendered->setCheckable(true);
    m_rendered->setChecked(true);
    m_copy = button(u"digestCopy"_s, tr("Copy"), tr("Copy the digest, as text and as HTML"));
    m_save = button(u"digestSave"_s, tr("Save…"), tr("Save the digest to a file"));
    m_print = button(u"digestPrint"_s, tr("Print…"), tr("Print the digest"));

    connect(m_layout, &QComboBox::currentIndexChanged, this, &DigestPanel::optionsChanged);
    connect(m_format, &QComboBox::currentIndexChanged, this, &DigestPanel::optionsChanged);
    connect(m_top, &QSpinBox::valueChanged, this, &DigestPanel::optionsChanged);
    connect(m_list, &QLineEdit::editingFinished, this, &DigestPanel::optionsChanged);
    connect(m_rendered, &QToolButton::toggled, this, [this] {
        updatePreview();
        updateState();
    });
    connect(m_copy, &QToolButton::clicked, this, &DigestPanel::copy);
    connect(m_save, &QToolButton::clicked, this, &DigestPanel::save);
    connect(m_print, &QToolButton::clicked, this, &DigestPanel::print);

    m_exits = new QWidget;
    auto *exits = new QHBoxLayout(m_exits);
    exits->setContentsMargins(0, 0, 0, 0);
    exits->setSpacing(6);
    for (QToolButton *tool : {m_rendered, m_copy, m_save, m_print})
        exits->addWidget(tool);

    auto *box = new QWidget;
    m_optionRow = new QHBoxLayout(box);
    m_optionRow->setContentsMargins(0, 0, 0, 0);
    const auto field = [this](const QString &text, QWidget *widget, int stretch) {
        auto *label = new QLabel(text);
        label->setBuddy(widget);
        m_labels << label;
        m_optionRow->addWidget(label);
        m_optionRow->addWidget(widget, stretch);
    };
    field(tr("Layout"), m_layout, 0);
    field(tr("Format"), m_format, 0);
    field(tr("List"), m_list, 3);
    m_optionRow->addWidget(m_top);
    m_optionRow->addStretch(2);
    m_optionRow->addWidget(m_exits);
    return box;
}

void DigestPanel::fitFields()
{
    // Where there is height, the ways out stand below what they are of, and the rows apart; in a low panel
    // they share the row of the fields, and the preview gets the lines.
    const bool low = height() < 15 * fontMetrics().lineSpacing();
    QHBoxLayout *row = low ? m_optionRow : m_statusRow;
    if (row->indexOf(m_exits) < 0)
        row->addWidget(m_exits);
    layout()->setContentsMargins(low ? QMargins(8, 4, 8, 4) : QMargins(12, 10, 12, 6));
    layout()->setSpacing(low ? 4 : 10);
    m_optionRow->setSpacing(low ? 6 : 8);

    const int gap = m_optionRow->spacing();
    int fields = low ? m_exits->sizeHint().width() : -gap;
    for (const QWidget *widget : std::initializer_list<const QWidget *>{m_layout, m_format, m_top})
        fields += widget->sizeHint().width() + gap;
    int labelled = fields + m_list->sizeHint().width() + gap;
    for (const QLabel *label : std::as_const(m_labels))
        labelled += label->sizeHint().width() + gap;
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right();

    // Low and wide, one row takes all of it.
    QWidget *options = m_optionRow->parentWidget();
    const QWidget *range = m_range->parentWidget();
    const int build = m_build->sizeHint().width() + 2 * m_firstRow->spacing();
    const int name = std::max(m_list->minimumWidth(), 12 * fontMetrics().averageCharWidth());
    const bool one = low && range->sizeHint().width() + build + fields + name + gap <= room;
    if (one != (m_firstRow->indexOf(options) >= 0)) {
        if (one)
            m_firstRow->addWidget(options);
        else
            static_cast<QVBoxLayout *>(layout())->insertWidget(1, options);
    }
    if (one)
        room -= range->sizeHint().width() + build;
    for (QLabel *label : std::as_const(m_labels))
        label->setVisible(labelled <= room);
    // The labels make way, and so does the one row; so they are no reason that the panel cannot be made
    // narrower.
    const int least = fields + m_list->minimumWidth() + gap;
    options->setMinimumWidth(one ? std::max(1, least - range->minimumSizeHint().width() - build) : least);
}

void DigestPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFields();
}

} // namespace loredesk::ui
