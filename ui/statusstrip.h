// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace loredesk::ui {

/// The status bar: what is shown, how far the running job is with a cancel beside it, and how many problems
/// the data have.
class StatusStrip : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// "1,301 messages · 214 series · range 20 May 2025 (66)"
    void setSummary(const QString &text, const QString &toolTip = {});
    /// Shows the progress bar; total 0: unknown length.
    void showProgress(const QString &phase, qint64 done, qint64 total);
    void hideProgress();
    bool isShowingProgress() const;
    /// 0 hides the button.
    void setProblemCount(qsizetype count);

signals:
    void cancelRequested();
    void problemsRequested();

private:
    QLabel *m_summary = nullptr;
    QWidget *m_progressPart = nullptr;
    QLabel *m_phase = nullptr;
    QProgressBar *m_bar = nullptr;
    QToolButton *m_cancel = nullptr;
    QToolButton *m_problems = nullptr;
};

} // namespace loredesk::ui
