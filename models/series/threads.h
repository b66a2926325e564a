// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/messagehead.h"

#include <span>
#include <vector>

namespace loredesk::series {

/// A node of the conversation: a message, or a ghost that stands for one that was referred to and never seen.
struct ThreadNode
{
    QByteArray messageId;         ///< of the message or the ghost
    base::MessageIndex message;   ///< invalid for a ghost
    std::int32_t parent = -1;     ///< node, -1 for a root
    std::int32_t firstChild = -1; ///< children by date, then by row
    std::int32_t nextSibling = -1;
    std::int32_t root = -1; ///< the node its thread starts at (itself for a root)
};

/// All conversations of an archive. Every message has exactly one node; the same Message-ID with the same
/// content shares one, with other content it gets a node of its own beside the first.
struct ThreadForest
{
    std::vector<ThreadNode> nodes;
    std::vector<std::int32_t> nodeOf; ///< by message row; several rows may share a node (copies)
    std::vector<std::int32_t> roots;  ///< oldest first

    /// Rows of the thread that `root` starts, depth first, without recursion.
    std::vector<base::MessageIndex> messagesBelow(std::int32_t node) const;
    /// Calls `function(node)` for `top` and everything below it, depth first, without recursion.
    template <class Function>
    void visit(std::int32_t top, Function function) const
    {
        for (std::int32_t at = top; at >= 0;) {
            function(at);
            if (nodes[std::size_t(at)].firstChild >= 0) {
                at = nodes[std::size_t(at)].firstChild;
                continue;
            }
            while (at != top && nodes[std::size_t(at)].nextSibling < 0)
                at = nodes[std::size_t(at)].parent;
            at = at == top ? -1 : nodes[std::size_t(at)].nextSibling;
        }
    }
    /// The topmost messages below a node: its children, and where a child is a ghost, that ghost's, and so
    /// on.
    std::vector<base::MessageIndex> messagesUnder(std::int32_t node) const;
    /// Direct answers to a message, and answers to answers of it that were never seen.
    std::vector<base::MessageIndex> childrenOf(base::MessageIndex message) const;
    /// The message it answers, invalid where that is a ghost or nothing.
    base::MessageIndex parentOf(base::MessageIndex message) const;
};

/// Whether a message can be referred to by that id: git send-email asks, and some answer "y".
bool isUsable(const QByteArray &id);

/// In-Reply-To first, then the last References entry; ghosts kept, loops cut. Pure.
ThreadForest buildThreads(std::span<const MessageHead> heads);

} // namespace loredesk::series
