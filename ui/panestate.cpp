// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panestate.h"

#include "models/base/hostiletext.h"
#include "models/items/enginewords.h"
#include "ui/phasename.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

PaneState::PaneState(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QStackedLayout(this))
    , m_state(new QWidget(this))
    , m_sentence(new QLabel)
    , m_detail(new QLabel)
    , m_progress(new QProgressBar)
    , m_action(new QPushButton)
{
    m_state->setObjectName(u"paneState"_s);
    m_sentence->setObjectName(u"paneStateSentence"_s);
    m_detail->setObjectName(u"paneStateDetail"_s);
    m_progress->setObjectName(u"paneStateProgress"_s);
    m_action->setObjectName(u"paneStateAction"_s);
    for (QLabel *label : {m_sentence, m_detail}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setMaximumWidth(320);

    auto *column = new QVBoxLayout(m_state);
    column->setContentsMargins(24, 8, 24, 8);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_sentence);
    column->addWidget(m_detail);
    column->addWidget(m_progress);
    column->setAlignment(m_progress, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_state);
    connect(m_action, &QPushButton::clicked, this, &PaneState::actionTriggered);
    restyle();
}

void PaneState::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    m_layout->addWidget(content);
}

void PaneState::setPage(QWidget *page)
{
    delete m_page;
    m_page = page;
    m_layout->addWidget(page);
}

void PaneState::showPage()
{
    if (m_page)
        m_layout->setCurrentWidget(m_page);
}

void PaneState::showContent()
{
    if (m_content)
        m_layout->setCurrentWidget(m_content);
}

void PaneState::focusAction(Qt::FocusReason reason)
{
    if (m_action->isVisible())
        m_action->setFocus(reason);
}

bool PaneState::isShowingContent() const
{
    return m_content && m_layout->currentWidget() == m_content;
}

void PaneState::showState(const QString &sentence, const QString &detail, const QString &action)
{
    m_sentence->setText(base::visibleText(sentence));
    m_detail->setText(base::visibleText(detail));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    fitState();
    m_layout->setCurrentWidget(m_state);
}

void PaneState::showMessage(const QString &sentence, const QString &detail, const QString &action)
{
    m_progress->hide();
    showState(sentence, detail, action);
}

namespace {

/// Phases are worded for the middle of a line; here one begins it.
QString asSentence(const QString &phase)
{
    return base::visibleSentence(phaseName(phase));
}

} // namespace

void PaneState::showLoading(const QString &phase, qint64 done, qint64 total, const QString &action)
{
    m_progress->show();
    if (total > 0) {
        // QProgressBar counts in int: a thousand steps are more than it has pixels.
        m_progress->setRange(0, 1000);
        m_progress->setValue(int(done * 1000 / total));
        showState(asSentence(phase), tr("%L1 of %L2").arg(done).arg(total), action);
    } else {
        m_progress->setRange(0, 0);
        showState(asSentence(phase), done > 0 ? tr("%L1 so far").arg(done) : QString(), action);
    }
}

void PaneState::showError(const base::Error &error, const QString &action)
{
    m_progress->hide();
    QString detail = error.place.toString();
    if (!error.hint.isEmpty())
        detail += (detail.isEmpty() ? u""_s : u"\n"_s) + items::engineSentence(error.hint);
    showState(items::engineSentence(error.text), detail, action);
}

void PaneState::fitState()
{
    const QLayout *column = m_state->layout();
    const QMargins margins = column->contentsMargins();
    int left = height() - margins.top() - margins.bottom();
    if (!m_action->text().isEmpty())
        left -= m_action->sizeHint().height();
    if (!m_progress->isHidden())
        left -= m_progress->height() + column->spacing();
    // Words cut in half say nothing: the detail gives way first, then the sentence, the action never.
    const auto show = [&left, column, this](QLabel *label) {
        const int wanted = label->heightForWidth(std::max(1, width() - 48)) + column->spacing();
        const bool fits = !label->text().isEmpty() && (wanted <= left || height() == 0);
        label->setVisible(fits);
        left -= fits ? wanted : 0;
    };
    show(m_sentence);
    show(m_detail);
}

void PaneState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitState();
}

void PaneState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void PaneState::restyle()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_sentence->setFont(large);
    // The states stand on the window's ground, so the muted colour is taken for that ground.
    QPalette ground = palette();
    ground.setColor(QPalette::Base, ground.color(QPalette::Window));
    QPalette muted = m_detail->palette();
    const QColor color = Theme::of(ground).muted;
    if (muted.color(QPalette::WindowText) != color) {
        muted.setColor(QPalette::WindowText, color);
        m_detail->setPalette(muted);
    }
}

} // namespace loredesk::ui
