// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcomepage.h"

#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr int Margin = 16;

QString exampleList()
{
    return u"linux-hyperv"_s;
}

QLabel *makeLabel(const QString &text, const QString &name)
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

QString WelcomePage::cloneLine(const QString &list)
{
    static const QRegularExpression foreign(u"[^A-Za-z0-9._+-]"_s);
    static const QRegularExpression leading(u"^[.-]+"_s); // an option, or a hidden folder
    QString name = list;
    name.remove(foreign).remove(leading);
    if (name.isEmpty())
        name = exampleList();
    return u"git clone --mirror https://lore.kernel.org/%1/0 %1/git/0.git"_s.arg(name);
}

WelcomePage::WelcomePage(QWidget *parent)
    : QScrollArea(parent)
    , m_sentence(makeLabel(tr("Drop an archive here, or open one"), u"welcomeSentence"_s))
    , m_column(new QWidget)
    , m_list(new QLineEdit)
    , m_line(makeLabel({}, u"cloneLine"_s))
{
    setObjectName(u"welcomePage"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    // What is in it takes the focus, and is scrolled to then; the page around it would show none.
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Welcome"));
    auto *page = new QWidget;
    auto *middle = new QHBoxLayout(page);
    middle->setContentsMargins(Margin, Margin, Margin, Margin);
    middle->addStretch(1);
    middle->addWidget(m_column);
    middle->addStretch(1);
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto muted = [this](const QString &text, const QString &name) {
        m_muted << makeLabel(text, name);
        return m_muted.last();
    };
    const auto button = [this](const QString &text, const QString &name, auto signal) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        connect(made, &QPushButton::clicked, this, signal);
        return made;
    };

    column->addStretch(2);
    column->addWidget(m_sentence);
    column->addWidget(
        muted(tr("A public-inbox, an mbox, a maildir, or patches in files. Several that are dropped at "
                 "once are shown as one archive."),
              u"welcomeDetail"_s));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(button(tr("Open…"), u"welcomeOpen"_s, &WelcomePage::filesRequested));
    buttons->addWidget(button(tr("Open Folder…"), u"welcomeOpenFolder"_s, &WelcomePage::folderRequested));
    buttons->addWidget(button(tr("Look at the Sample"), u"welcomeSample"_s, &WelcomePage::sampleRequested));
    buttons->addStretch(1);
    column->addLayout(buttons);

    column->addSpacing(8);
    column->addWidget(makeLabel(tr("No archive yet? Clone a list of lore.kernel.org"), u"cloneSentence"_s));
    column->addWidget(
        muted(tr("The lists of the Linux kernel and of many other projects lie there as git repositories. "
                 "Loredesk itself never goes to the network: run this in a terminal, and open the folder "
                 "that it makes."),
              u"cloneDetail"_s));
    auto *name = new QHBoxLayout;
    auto *label = new QLabel(tr("&List:"));
    label->setBuddy(m_list);
    m_list->setObjectName(u"cloneList"_s);
    m_list->setPlaceholderText(exampleList());
    m_list->setAccessibleName(tr("Name of the list"));
    m_list->setMaximumWidth(220);
    name->addWidget(label);
    name->addWidget(m_list);
    name->addWidget(button(tr("&Copy the Line"), u"cloneCopy"_s, [this] {
        QApplication::clipboard()->setText(cloneLine(m_list->text()));
        emit copied();
    }));
    name->addStretch(1);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_line->setAccessibleName(tr("The line that clones the list"));
    column->addWidget(m_line);
    column->addLayout(name);
    auto *help = new QHBoxLayout;
    help->addWidget(button(tr("First Steps"), u"welcomeHelp"_s, &WelcomePage::helpRequested));
    help->addStretch(1);
    column->addSpacing(8);
    column->addLayout(help);
    column->addStretch(3);
    setWidget(page);
    connect(m_list, &QLineEdit::textChanged, this, &WelcomePage::showLine);
    showLine();
    restyle();
}

void WelcomePage::showLine()
{
    m_line->setText(cloneLine(m_list->text()));
    fitColumn();
}

void WelcomePage::fitColumn()
{
    // Longer lines are hard to read; but that of a usual list is to be seen in one.
    const int unit = fontMetrics().averageCharWidth();
    const int line = QFontMetrics(m_line->font()).horizontalAdvance(m_line->text()) + 8;
    m_column->setFixedWidth(
        std::min(std::clamp(line, 90 * unit, 130 * unit), std::max(1, viewport()->width() - 2 * Margin)));
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitColumn();
}

void WelcomePage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void WelcomePage::restyle()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_sentence->setFont(large);
    m_line->setFont(mailFont());
    fitColumn();
    // The page stands on the window's ground, so the muted colour is taken for that ground.
    QPalette ground = palette();
    ground.setColor(QPalette::Base, ground.color(QPalette::Window));
    const QColor color = Theme::of(ground).muted;
    for (QLabel *label : std::as_const(m_muted)) {
        QPalette colors = label->palette();
        if (colors.color(QPalette::WindowText) == color)
            continue;
        colors.setColor(QPalette::WindowText, color);
        label->setPalette(colors);
    }
}

} // namespace loredesk::ui
