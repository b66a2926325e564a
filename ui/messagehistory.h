// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QObject>

class QAction;

namespace loredesk::ui {

/// Where the reader has jumped to and from within an archive: by a link, to an answer, to what a problem is
/// about. Back leads to where a jump began, forward to where it led, as in a web browser; steps through the
/// tree are none, but who has made some since a jump is led back to where it led first. By Message-ID, as the
/// archive may be read anew. Main thread.
class MessageHistory : public QObject
{
    Q_OBJECT
public:
    explicit MessageHistory(QObject *parent);

    QAction *backAction() const { return m_back; }
    QAction *forwardAction() const { return m_forward; }

    /// The reader went from one message to another one. Empty ones cannot be come back to.
    void jump(const QByteArray &from, const QByteArray &to);
    /// What is read now.
    void setCurrent(const QByteArray &messageId);
    void clear();

    /// So many places are remembered.
    static constexpr qsizetype Most = 100;

signals:
    /// The reader wants to be there again.
    void requested(const QByteArray &messageId);

private:
    QAction *action(const QString &text, const QString &name, const QKeySequence &keys, int step);
    bool isElsewhere() const;
    void update();

    QByteArrayList m_places;
    qsizetype m_at = -1;
    QByteArray m_current;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
};

} // namespace loredesk::ui
