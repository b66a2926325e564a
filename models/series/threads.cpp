// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/threads.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>

namespace loredesk::series {

namespace {

constexpr std::int32_t None = -1;

bool isUsable(const QByteArray &id, const QByteArray &own)
{
    return series::isUsable(id) && id != own;
}

class ForestBuilder
{
public:
    explicit ForestBuilder(std::span<const MessageHead> heads)
        : m_heads(heads)
    {
    }

    ThreadForest build()
    {
        addMessages();
        addParents();
        cutLoops();
        order();
        markRoots();
        return std::move(m_forest);
    }

private:
    std::vector<ThreadNode> &nodes() { return m_forest.nodes; }
    ThreadNode &node(std::int32_t index) { return m_forest.nodes[std::size_t(index)]; }
    bool isGhost(std::int32_t index) { return !node(index).message.isValid(); }

    std::int32_t newNode(const QByteArray &id, base::MessageIndex message)
    {
        ThreadNode added;
        added.messageId = id;
        added.message = message;
        nodes().push_back(added);
        return std::int32_t(nodes().size() - 1);
    }

    bool sameContent(const MessageHead &a, const MessageHead &b) const
    {
        if (a.contentHash != ContentHash() || b.contentHash != ContentHash())
            return a.contentHash == b.contentHash;
        return a.subject == b.subject && a.date == b.date && a.from == b.from;
    }

    void addMessages()
    {
        nodes().reserve(m_heads.size() + m_heads.size() / 8);
        m_forest.nodeOf.reserve(m_heads.size());
        m_byId.reserve(qsizetype(m_heads.size() + m_heads.size() / 8));
        // Under one Message-ID: every node after the first, with other content.
        QHash<QByteArray, std::vector<std::int32_t>> others;
        for (std::size_t row = 0; row < m_heads.size(); ++row) {
            const MessageHead &head = m_heads[row];
            const base::MessageIndex message(row);
            if (head.messageId.isEmpty()) {
                m_forest.nodeOf.push_back(newNode({}, message));
                continue;
            }
            const auto first = m_byId.constFind(head.messageId);
            if (first == m_byId.constEnd()) {
                const std::int32_t added = newNode(head.messageId, message);
                m_byId.insert(head.messageId, added);
                m_forest.nodeOf.push_back(added);
                continue;
            }
            std::int32_t found = sameContent(head, m_heads[node(*first).message.value()]) ? *first : None;
            if (found == None) {
                std::vector<std::int32_t> &rest = others[head.messageId];
                for (const std::int32_t other : rest) {
                    if (sameContent(head, m_heads[node(other).message.value()])) {
                        found = other;
                        break;
                    }
                }
                if (found == None) {
                    found = newNode(head.messageId, message);
                    rest.push_back(found);
                }
            }
            m_forest.nodeOf.push_back(found);
        }
    }

    std::int32_t nodeFor(const QByteArray &id)
    {
        const auto it = m_byId.constFind(id);
        if (it != m_byId.constEnd())
            return *it;
        const std::int32_t ghost = newNode(id, {});
        m_byId.insert(id, ghost);
        return ghost;
    }

    void addParents()
    {
        const auto messages = std::int32_t(nodes().size()); // ghosts come behind
        for (std::int32_t index = 0; index < messages; ++index) {
            const MessageHead &head = m_heads[node(index).message.value()];
            QByteArray parentId;
            if (isUsable(head.inReplyTo, head.messageId)) {
                parentId = head.inReplyTo;
            } else {
                for (auto it = head.references.crbegin(); it != head.references.crend(); ++it) {
                    if (isUsable(*it, head.messageId)) {
                        parentId = *it;
                        break;
                    }
                }
            }
            if (parentId.isEmpty())
                continue;
            const std::int32_t parent = nodeFor(parentId);
            node(index).parent = parent;
            if (isGhost(parent) && node(parent).parent == None)
                placeGhost(parent, head);
        }
    }

    /// A ghost hangs below the nearest reference that is known, so that a message missing in the middle does
    /// not tear a thread apart; else below the first reference, so that several orphans of one thread meet.
    void placeGhost(std::int32_t ghost, const MessageHead &head)
    {
        const QByteArray ghostId = node(ghost).messageId;
        const QByteArray *oldest = nullptr;
        for (auto it = head.references.crbegin(); it != head.references.crend(); ++it) {
            if (!isUsable(*it, head.messageId) || *it == ghostId)
                continue;
            oldest = &*it;
            const auto known = m_byId.constFind(*it);
            if (known != m_byId.constEnd()) {
                node(ghost).parent = *known;
                return;
            }
        }
        if (oldest) {
            const std::int32_t top = nodeFor(*oldest);
            node(ghost).parent = top;
        }
    }

    /// Every node has at most one parent, so each walk upwards ends at a root, in a walk done before, or in
    /// itself.
    void cutLoops()
    {
        std::vector<std::int32_t> walkOf(nodes().size(), 0);
        std::int32_t walk = 0;
        for (std::size_t start = 0; start < nodes().size(); ++start) {
            ++walk;
            auto at = std::int32_t(start);
            while (at != None && walkOf[std::size_t(at)] == 0) {
                walkOf[std::size_t(at)] = walk;
                at = node(at).parent;
            }
            if (at != None && walkOf[std::size_t(at)] == walk)
                cutLoopAt(at);
        }
    }

    void cutLoopAt(std::int32_t start)
    {
        // What was only inferred goes first, then the oldest message becomes the root.
        const auto key = [this](std::int32_t index) {
            const base::MessageIndex message = node(index).message;
            return message.isValid() ? std::tuple(1, m_heads[message.value()].date, message.value())
                                     : std::tuple(0, base::UnixSeconds(0), std::size_t(index));
        };
        std::int32_t cut = start;
        for (std::int32_t at = node(start).parent; at != start; at = node(at).parent) {
            if (key(at) < key(cut))
                cut = at;
        }
        node(cut).parent = None;
    }

    void order()
    {
        struct Place
        {
            base::UnixSeconds date;
            std::uint32_t row;
            std::int32_t node;
            bool operator<(const Place &other) const
            {
                return std::tie(date, row, node) < std::tie(other.date, other.row, other.node);
            }
        };
        std::vector<Place> places;
        places.reserve(nodes().size());
        for (std::size_t index = 0; index < nodes().size(); ++index) {
            const base::MessageIndex message = nodes()[index].message;
            if (message.isValid())
                places.push_back(
                    {m_heads[message.value()].date, std::uint32_t(message.value()), std::int32_t(index)});
        }
        std::sort(places.begin(), places.end());
        // A ghost is as old as the oldest message below it: oldest first, each ghost is reached once.
        std::vector<bool> placed(nodes().size(), false);
        const std::size_t messages = places.size();
        for (std::size_t i = 0; i < messages; ++i) {
            const Place place = places[i];
            for (std::int32_t at = node(place.node).parent;
                 at != None && isGhost(at) && !placed[std::size_t(at)]; at = node(at).parent) {
                placed[std::size_t(at)] = true;
                places.push_back({place.date, place.row, at});
            }
        }
        std::sort(places.begin(), places.end());

        std::vector<std::int32_t> lastChild(nodes().size(), None);
        for (const Place &place : places) {
            const std::int32_t parent = node(place.node).parent;
            if (parent == None) {
                m_forest.roots.push_back(place.node);
            } else if (lastChild[std::size_t(parent)] == None) {
                node(parent).firstChild = place.node;
            } else {
                node(lastChild[std::size_t(parent)]).nextSibling = place.node;
            }
            if (parent != None)
                lastChild[std::size_t(parent)] = place.node;
        }
    }

    void markRoots()
    {
        for (const std::int32_t root : m_forest.roots) {
            m_forest.visit(root, [&](std::int32_t at) { node(at).root = root; });
        }
    }

    std::span<const MessageHead> m_heads;
    ThreadForest m_forest;
    QHash<QByteArray, std::int32_t> m_byId;
};

} // namespace

bool isUsable(const QByteArray &id)
{
    return !id.isEmpty() && id != "y" && id != "n";
}

std::vector<base::MessageIndex> ThreadForest::messagesBelow(std::int32_t node) const
{
    std::vector<base::MessageIndex> rows;
    visit(node, [&](std::int32_t at) {
        if (nodes[std::size_t(at)].message.isValid())
            rows.push_back(nodes[std::size_t(at)].message);
    });
    return rows;
}

std::vector<base::MessageIndex> ThreadForest::childrenOf(base::MessageIndex message) const
{
    return messagesUnder(nodeOf[message.value()]);
}

std::vector<base::MessageIndex> ThreadForest::messagesUnder(std::int32_t top) const
{
    std::vector<base::MessageIndex> rows;
    std::int32_t at = nodes[std::size_t(top)].firstChild;
    while (at != None) {
        const ThreadNode &child = nodes[std::size_t(at)];
        if (child.message.isValid()) {
            rows.push_back(child.message);
        } else if (child.firstChild != None) {
            at = child.firstChild;
            continue;
        }
        while (at != top && nodes[std::size_t(at)].nextSibling == None)
            at = nodes[std::size_t(at)].parent;
        at = at == top ? None : nodes[std::size_t(at)].nextSibling;
    }
    return rows;
}

base::MessageIndex ThreadForest::parentOf(base::MessageIndex message) const
{
    const std::int32_t parent = nodes[std::size_t(nodeOf[message.value()])].parent;
    return parent == None ? base::MessageIndex() : nodes[std::size_t(parent)].message;
}

ThreadForest buildThreads(std::span<const MessageHead> heads)
{
    return ForestBuilder(heads).build();
}

} // namespace loredesk::series
