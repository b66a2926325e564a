// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLabel;
class QLineEdit;

namespace loredesk::ui {

/// What stands in the place of the tree while no archive is open: what can be dropped or opened, the sample,
/// and where lore archives come from, with the line that clones one to be copied. It runs nothing and reaches
/// no network.
class WelcomePage : public QScrollArea
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// The line that clones a list: what git is to be told in a terminal. Letters that no list's name has are
    /// left out of `list`, so that what is copied does that and nothing else. Pure.
    static QString cloneLine(const QString &list);

signals:
    void filesRequested();
    void folderRequested();
    void sampleRequested();
    void helpRequested();
    /// The line was copied.
    void copied();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void showLine();
    void fitColumn();

    QLabel *m_sentence = nullptr;
    QList<QLabel *> m_muted;
    QWidget *m_column = nullptr; ///< all of it, in the middle of the page
    QLineEdit *m_list = nullptr;
    QLabel *m_line = nullptr;
};

} // namespace loredesk::ui
