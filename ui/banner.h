// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace loredesk::ui {

/// A message across the top of the window that keeps what was shown before and asks for nothing: an archive
/// that could not be opened, a file that could not be written. Text, place, hint, up to two actions, and a
/// way to close it.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    /// Action texts may be empty.
    void showError(const base::Error &error, const QString &first = {}, const QString &second = {});

    /// Something that is no error. With an action, `run` is what it does.
    void showNotice(const QString &text, const QString &detail, const QString &action = {},
                    const std::function<void()> &run = {});

signals:
    void firstTriggered();
    void secondTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QLabel *m_mark = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_detail = nullptr;
    QPushButton *m_first = nullptr;
    QPushButton *m_second = nullptr;
    std::function<void()> m_run; ///< of a notice
};

} // namespace loredesk::ui
