// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <QWidget>

class QLabel;
class QMenu;

namespace loredesk::ui {

class LinkButton;

/// What a message answers, and how many answer it: "In reply to … by Ada", "3 replies". Both lead there.
class AnswersLine : public QWidget
{
    Q_OBJECT
public:
    explicit AnswersLine(QWidget *parent = nullptr);

    /// An invalid message or no catalog: nothing.
    void setMessage(const catalog::CatalogPtr &catalog, base::MessageIndex message);
    /// It answers nothing and nothing answers it.
    bool isEmpty() const;

    QSize minimumSizeHint() const override;

signals:
    /// Without angle brackets; it is in the archive.
    void messageIdActivated(const QByteArray &messageId);
    /// Who wants to see all replies looks at the conversation.
    void conversationRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void openReplies();
    QString parentText(const QString &subject) const;
    void refit();
    void restyle();

    catalog::CatalogPtr m_catalog;
    std::vector<base::MessageIndex> m_answers;
    QString m_parentSubject;
    QString m_parentName;
    QByteArray m_parentId;
    LinkButton *m_parent = nullptr;
    QLabel *m_missing = nullptr;
    LinkButton *m_replies = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace loredesk::ui
