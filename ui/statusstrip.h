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
    /// Shows what was done, for a few seconds.
    void showNotice(const QString &text);
    /// Shows where in a text the reader is, for as long. Empty: there no longer; a notice that came since
    /// stays.
    void showPlace(const QString &text);
    /// Shows the progress bar; total 0: unknown length.
    void showProgress(const QString &phase, qint64 done, qint64 total);
    void hideProgress();
    bool isShowingProgress() const;
    /// Work behind what is shown, such as indexing; it gives way to showProgress(), and comes back behind it.
    void showBackground(const QString &phase, qint64 done, qint64 total);
    void hideBackground();
    bool isShowingBackground() const { return m_hasBackground && !m_hasForeground; }
    /// 0 hides the button.
    void setProblemCount(qsizetype count);

signals:
    void cancelRequested();
    void backgroundCancelRequested();
    void problemsRequested();

private:
    void show(const QString &phase, qint64 done, qint64 total);

    QString m_place; ///< what showPlace() showed last
    QLabel *m_summary = nullptr;
    QWidget *m_progressPart = nullptr;
    QLabel *m_phase = nullptr;
    QProgressBar *m_bar = nullptr;
    QToolButton *m_cancel = nullptr;
    QToolButton *m_problems = nullptr;
    bool m_hasForeground = false;
    bool m_hasBackground = false;
    QString m_backgroundPhase;
    qint64 m_backgroundDone = 0;
    qint64 m_backgroundTotal = 0;
};

} // namespace loredesk::ui
