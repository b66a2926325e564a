// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagehistory.h"

#include <QAction>
#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

MessageHistory::MessageHistory(QObject *parent)
    : QObject(parent)
    , m_back(action(tr("&Back"), u"historyBackAction"_s, Qt::ALT | Qt::Key_Left, -1))
    , m_forward(action(tr("Forwar&d"), u"historyForwardAction"_s, Qt::ALT | Qt::Key_Right, 1))
{
    update();
}

QAction *MessageHistory::action(const QString &text, const QString &name, const QKeySequence &keys, int step)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [this, step] {
        const qsizetype there = step < 0 && isElsewhere() ? m_at : m_at + step;
        if (there < 0 || there >= m_places.size())
            return;
        m_at = there;
        update();
        emit requested(m_places[m_at]);
    });
    return action;
}

void MessageHistory::jump(const QByteArray &from, const QByteArray &to)
{
    if (from == to || from.isEmpty() || to.isEmpty())
        return;
    m_places.resize(m_at + 1); // what lay ahead is another way now
    if (m_places.isEmpty() || m_places.last() != from)
        m_places << from;
    m_places << to;
    if (m_places.size() > Most)
        m_places.remove(0, m_places.size() - Most);
    m_at = m_places.size() - 1;
    update();
}

bool MessageHistory::isElsewhere() const
{
    return m_at >= 0 && !m_current.isEmpty() && m_current != m_places[m_at];
}

void MessageHistory::setCurrent(const QByteArray &messageId)
{
    m_current = messageId;
    update();
}

void MessageHistory::clear()
{
    m_places.clear();
    m_current.clear();
    m_at = -1;
    update();
}

void MessageHistory::update()
{
    m_back->setEnabled(m_at > 0 || isElsewhere());
    m_forward->setEnabled(m_at + 1 < m_places.size());
}

} // namespace loredesk::ui
