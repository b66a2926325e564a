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
    /// What the message is about: where the user goes on to another archive, one about opening an archive has
    /// been read, and others have not.
    enum class Subject { Opening, Other };

    explicit Banner(QWidget *parent = nullptr);

    /// Action texts may be empty.
    void showError(const base::Error &error, Subject subject = Subject::Other, const QString &first = {},
                   const QString &second = {});

    /// Something that is no error. With an action, `run` is what it does.
    void showNotice(const QString &text, const QString &detail, const QString &action = {},
                    const std::function<void()> &run = {});

    /// Of the message that is or was there last.
    Subject subject() const { return m_subject; }

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
    Subject m_subject = Subject::Other;
};

} // namespace loredesk::ui
