// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace loredesk::ui {

/// Asks for two revisions, "A..B": a release cycle. Looking them up is for who listens to asked(), and
/// answers with accept() or showError(); until then the dialog waits.
class RevisionDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RevisionDialog(const QString &range, QWidget *parent = nullptr);

    /// As it was typed.
    QString range() const;
    /// They could not be found: what to do, below the field.
    void showError(const base::Error &error);

signals:
    void asked(const QString &range);

private:
    void ask();
    void updateButtons();

    QLineEdit *m_field = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_show = nullptr;
    bool m_isWaiting = false;
};

} // namespace loredesk::ui
