// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QDialog>

class QComboBox;
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
    /// Whether this range was asked for, and nobody has answered yet.
    bool isWaitingFor(const QString &range) const { return m_isWaiting && range == this->range(); }
    /// The tags to choose from, newest first; without any nothing is seen of it. An empty field takes the
    /// newest cycle.
    void setTags(const QStringList &tags);
    /// They could not be found: what to do, below the field.
    void showError(const base::Error &error);

signals:
    void asked(const QString &range);

private:
    void ask();
    void updateButtons();
    QWidget *makeTagRow();
    void takeTags();
    void showTags();
    void fit();

    QLineEdit *m_field = nullptr;
    QWidget *m_tags = nullptr; ///< the row with both
    QComboBox *m_from = nullptr;
    QComboBox *m_to = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_show = nullptr;
    bool m_isWaiting = false;
};

} // namespace loredesk::ui
