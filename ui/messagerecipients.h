// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/message.h"

#include <QWidget>

class QLabel;

namespace loredesk::ui {

class LinkButton;

/// The people of a To or Cc field: as many names as one line holds and how many more there are; all of them,
/// with their addresses, on demand.
class MessageRecipients : public QWidget
{
    Q_OBJECT
public:
    explicit MessageRecipients(const QString &name, QWidget *parent = nullptr);

    void setMailboxes(const QList<mail::Mailbox> &mailboxes);
    bool isExpanded() const { return m_expanded; }
    void setExpanded(bool expanded);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refit();

    QStringList m_short; ///< names, addresses where there is no name
    QStringList m_full;
    bool m_expanded = false;
    QLabel *m_text = nullptr;
    LinkButton *m_more = nullptr;
};

} // namespace loredesk::ui
