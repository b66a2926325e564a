// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace loredesk::ui {

class SearchCompletion;
class SearchNote;

/// The field on top: takes a query, offers what can be written, underlines what is wrong in it and says below
/// what to write instead. It knows nothing of what a query means.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    /// Underlines a piece of the text (UTF-16 units) until the text changes, and shows the sentence below the
    /// field while the field has the focus. A line feed begins a line of the sentence.
    void showProblem(qsizetype offset, qsizetype length, const QString &sentence);
    void clearProblem();
    bool hasProblem() const { return m_problemLength >= 0; }
    /// Puts the sentence away until the field gets the focus again. False: it was not there.
    bool closeNote();

    /// What was looked for before, newest first: offered in the menu of the glass and while typing.
    void setRecent(const QStringList &queries);
    QMenu *recentMenu() const { return m_recentMenu; }
    /// Opens that menu. For the window's menus; its key holds in the field.
    QAction *recentAction() const { return m_glass; }

signals:
    void recentCleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void fillRecentMenu();
    /// The sentence is for who writes here, and gives way to what completes the word that is being typed.
    void placeNote();

    SearchCompletion *m_completion = nullptr;
    SearchNote *m_note = nullptr;
    QMenu *m_recentMenu = nullptr;
    QAction *m_glass = nullptr;
    QStringList m_recent;
    QString m_problem;
    qsizetype m_problemOffset = 0;
    qsizetype m_problemLength = -1; ///< -1: no problem
    bool m_isNoteClosed = false;
};

} // namespace loredesk::ui
