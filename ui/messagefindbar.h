// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace loredesk::ui {

/// The bar beneath a text: what to find, how often it is there, back and forth. It searches nothing itself.
class MessageFindBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageFindBar(QWidget *parent = nullptr);

    QString query() const;
    /// Shows the bar with the query selected; `query` empty keeps the last one.
    void open(const QString &query = {});
    /// `current` from 0, -1: none of them; `capped`: there are more than `total`.
    void setCount(qsizetype current, qsizetype total, bool capped);

signals:
    void queryChanged(const QString &query);
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void close();
    void restyle();

    QLineEdit *m_query = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    bool m_nothing = false;
};

} // namespace loredesk::ui
