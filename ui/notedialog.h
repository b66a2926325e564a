// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace loredesk::ui {

/// Asks for the user's own note on a series. Plain text, as long as catalog::LongestNote.
class NoteDialog : public QDialog
{
    Q_OBJECT
public:
    /// `series`: whose note it is, for people. `note`: what there is.
    NoteDialog(const QString &series, const QString &note, QWidget *parent = nullptr);

    /// As it was written; empty: there is to be none.
    QString note() const;

private:
    void check();

    QPlainTextEdit *m_text = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace loredesk::ui
