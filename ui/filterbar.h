// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QToolButton;

namespace loredesk::ui {

/// Which rows the tree shows beyond the text that was typed.
struct FilterToggles
{
    bool incompleteOnly = false;
    bool unansweredOnly = false;
    bool hideBots = false;
    friend bool operator==(const FilterToggles &, const FilterToggles &) = default;
};

/// The filter on top of the tree: a field that filters as you type, the toggles, and a chip for what a click
/// on a chart filters by, which a click removes.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    FilterToggles toggles() const;
    bool isFiltering() const;
    /// Puts the cursor into the field and selects what is there.
    void focusField();
    /// Empties the field, the toggles and the chip.
    void clear();

    /// Shows the chip; empty text removes it.
    void setChip(const QString &text, const QString &toolTip = {});
    QString chip() const;

    /// The toggles as actions, for the menu bar as well.
    QMenu *menu() const { return m_menu; }

signals:
    void textChanged(const QString &text);
    void togglesChanged(const loredesk::ui::FilterToggles &toggles);
    /// The user took the chip away.
    void chipRemoved();
    /// Down or Enter in the field: on to the tree.
    void leaveRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showToggles();

    QLineEdit *m_field = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_incomplete = nullptr;
    QAction *m_unanswered = nullptr;
    QAction *m_hideBots = nullptr;
    QToolButton *m_toggles = nullptr;
    QToolButton *m_chip = nullptr;
    QString m_chipText;
};

} // namespace loredesk::ui
