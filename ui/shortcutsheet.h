// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace loredesk::ui {

class Shortcuts;

/// The list of shortcuts, made from the window's actions: to look one up by its words or by its keys, and to
/// change it.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    /// `shortcuts` outlives the sheet.
    explicit ShortcutSheet(Shortcuts &shortcuts, QWidget *parent = nullptr);

    /// The name of the action in the current row; empty: none.
    QString current() const;
    void setCurrent(const QString &name);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill();
    void refresh();
    void filter(const QString &text);
    void showCurrent();
    void showConflicts();
    void assign(bool beside);
    void askForDefaults();
    QTreeWidgetItem *currentRow() const;

    Shortcuts &m_shortcuts;
    QLineEdit *m_filter = nullptr;
    QTreeWidget *m_tree = nullptr;
    QLabel *m_nothing = nullptr;
    QKeySequenceEdit *m_keys = nullptr;
    QPushButton *m_assign = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_resetAll = nullptr;
    QLabel *m_conflict = nullptr;
};

} // namespace loredesk::ui
