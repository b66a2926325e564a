// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusstrip.h"

#include "ui/phasename.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr int NoticeMilliseconds = 6000;

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QStatusBar(parent)
    , m_summary(new QLabel)
    , m_progressPart(new QWidget)
    , m_phase(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QToolButton)
    , m_problems(new QToolButton)
{
    m_summary->setObjectName(u"statusSummary"_s);
    m_phase->setObjectName(u"statusPhase"_s);
    m_bar->setObjectName(u"statusProgress"_s);
    m_cancel->setObjectName(u"statusCancel"_s);
    m_problems->setObjectName(u"statusProblems"_s);

    m_summary->setTextFormat(Qt::PlainText);
    // The summary gives way: a long name must not keep the window from getting narrow.
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setContentsMargins(6, 0, 0, 0);
    m_phase->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 8);
    m_cancel->setText(u"✕"_s);
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Cancel (Esc)"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_problems->setAutoRaise(true);
    m_problems->setToolTip(tr("List the problems that were found in the data"));

    auto *row = new QHBoxLayout(m_progressPart);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_bar);
    row->addWidget(m_phase);
    row->addWidget(m_cancel);
    addWidget(m_summary, 1);
    addPermanentWidget(m_progressPart);
    addPermanentWidget(m_problems);
    m_progressPart->hide();
    m_problems->hide();

    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_hasForeground)
            emit cancelRequested();
        else
            emit backgroundCancelRequested();
    });
    connect(m_problems, &QToolButton::clicked, this, &StatusStrip::problemsRequested);
}

void StatusStrip::setSummary(const QString &text, const QString &toolTip)
{
    m_summary->setText(text);
    m_summary->setToolTip(toolTip);
}

void StatusStrip::showNotice(const QString &text)
{
    m_place.clear();
    showMessage(text, NoticeMilliseconds);
}

void StatusStrip::showPlace(const QString &text)
{
    if (!text.isEmpty())
        showMessage(text, NoticeMilliseconds);
    else if (!m_place.isEmpty() && currentMessage() == m_place)
        clearMessage();
    m_place = text;
}

void StatusStrip::showProgress(const QString &phase, qint64 done, qint64 total)
{
    m_hasForeground = true;
    m_cancel->setToolTip(tr("Cancel (Esc)"));
    show(phase, done, total);
}

void StatusStrip::showBackground(const QString &phase, qint64 done, qint64 total)
{
    m_hasBackground = true;
    m_backgroundPhase = phase;
    m_backgroundDone = done;
    m_backgroundTotal = total;
    if (m_hasForeground)
        return;
    m_cancel->setToolTip(tr("Stop; it goes on when the archive is opened again"));
    show(phase, done, total);
}

void StatusStrip::show(const QString &phase, qint64 done, qint64 total)
{
    if (total > 0) {
        const int permille = int(std::clamp<qint64>(done * 1000 / total, 0, 1000));
        m_bar->setRange(0, 1000);
        m_bar->setValue(permille);
        m_phase->setText(tr("%1 %2 %").arg(phaseName(phase)).arg(permille / 10));
    } else {
        m_bar->setRange(0, 0);
        m_phase->setText(done > 0 ? tr("%1 %L2").arg(phaseName(phase)).arg(done) : phaseName(phase));
    }
    m_progressPart->show();
}

void StatusStrip::hideProgress()
{
    m_hasForeground = false;
    if (m_hasBackground) {
        showBackground(m_backgroundPhase, m_backgroundDone, m_backgroundTotal);
        return;
    }
    m_progressPart->hide();
    // A bar of unknown length keeps a timer running while it lives.
    m_bar->setRange(0, 1);
}

void StatusStrip::hideBackground()
{
    m_hasBackground = false;
    if (!m_hasForeground)
        hideProgress();
}

bool StatusStrip::isShowingProgress() const
{
    return m_hasForeground;
}

void StatusStrip::setProblemCount(qsizetype count)
{
    m_problems->setText(count == 1 ? tr("⚠ 1 problem") : tr("⚠ %Ln problems", nullptr, int(count)));
    m_problems->setVisible(count > 0);
}

} // namespace loredesk::ui
