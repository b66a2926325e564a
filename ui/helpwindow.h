// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QListWidget;
class QToolBar;

namespace loredesk::ui {

/// Shows the help's pages: loads what lies under :/help among the program's own resources and nothing else,
/// whatever a page or a link asks for.
class HelpBrowser final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
};

/// The help: a list of pages, the page, and a field that finds words in it. A window of its own, so that it
/// can stand beside what it explains.
class HelpWindow : public QWidget
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// A page by its name, such as "search", with an anchor where one is named ("search#operators"). The
    /// first page where there is none of that name.
    void showPage(const QString &name);
    /// The name of the page that is shown.
    QString page() const;
    /// The names of all pages, in the order of the list.
    static QStringList pages();

    HelpBrowser *browser() const { return m_browser; }

signals:
    /// A link to the list of shortcuts was followed.
    void shortcutsRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void makeToolBar();
    void find(bool backwards);
    void pageChanged(const QUrl &url);

    QToolBar *m_toolBar = nullptr;
    QListWidget *m_list = nullptr;
    HelpBrowser *m_browser = nullptr;
    QLineEdit *m_find = nullptr;
    QLabel *m_found = nullptr;
};

/// Names the page of the help that explains `widget` and what lies in it: F1 opens it while the focus is
/// there.
void setHelpPage(QWidget *widget, const QString &page);
/// The page named for the widget or for the nearest one around it; empty: none.
QString helpPageOf(const QWidget *widget);

} // namespace loredesk::ui
