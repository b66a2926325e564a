// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QMenu;
class QToolButton;

namespace loredesk::ui {

class SearchField;

/// Which rows the tree shows beyond what was looked for.
struct FilterToggles
{
    bool incompleteOnly = false;
    bool unansweredOnly = false;
    bool hideBots = false;
    friend bool operator==(const FilterToggles &, const FilterToggles &) = default;
};

/// What narrows the tree: the search field, which answers as you type, the toggles, and a chip for what a click
/// on a chart filters by, which a click removes.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    FilterToggles toggles() const;
    void setToggles(const FilterToggles &toggles);
    bool isFiltering() const;
    SearchField *field() const { return m_field; }
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
    /// Enter in a field that is not empty: the query is meant as it stands.
    void committed(const QString &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showToggles();

    SearchField *m_field = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_incomplete = nullptr;
    QAction *m_unanswered = nullptr;
    QAction *m_hideBots = nullptr;
    QToolButton *m_toggles = nullptr;
    QToolButton *m_chip = nullptr;
    QString m_chipText;
};

} // namespace loredesk::ui
