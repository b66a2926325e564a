// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace loredesk::ui {

/// A pane that shows its content, or one of the states it has when there is nothing to show: empty, loading,
/// nothing found, failed. Each state is one sentence, at most one line of detail and one action.
class PaneState : public QWidget
{
    Q_OBJECT
public:
    explicit PaneState(QWidget *parent = nullptr);

    /// Takes ownership.
    void setContent(QWidget *content);
    QWidget *content() const { return m_content; }

    /// A page of its own for one of the states. Takes ownership.
    void setPage(QWidget *page);

    void showContent();
    void showPage();
    /// Empty and "nothing found". `action` is the text of the button, empty for none; `detail` may be empty.
    void showMessage(const QString &sentence, const QString &detail = {}, const QString &action = {});
    /// total 0: unknown length. `action` is usually "Cancel".
    void showLoading(const QString &phase, qint64 done, qint64 total, const QString &action = {});
    void showError(const base::Error &error, const QString &action = {});

    bool isShowingContent() const;
    /// To the button of a state, where it has one.
    void focusAction(Qt::FocusReason reason);

signals:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showState(const QString &sentence, const QString &detail, const QString &action);
    void restyle();
    /// Hides what a short pane has no room for.
    void fitState();

    QStackedLayout *m_layout = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_page = nullptr;
    QWidget *m_state = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_detail = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace loredesk::ui
