// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/tree.h"

namespace loredesk::git {

std::optional<TreeEntry> TreeCursor::next()
{
    if (m_rest.isEmpty() || m_broken)
        return {};
    // "MODE NAME\0" and twenty raw bytes. Old writers pad the mode with a zero in front.
    constexpr qsizetype idSize = 20;
    const qsizetype blank = m_rest.indexOf(' ');
    const qsizetype end = blank < 0 ? -1 : m_rest.indexOf('\0', blank + 1);
    if (end < 0 || m_rest.size() - end - 1 < idSize) {
        m_broken = true;
        return {};
    }
    QByteArrayView mode = m_rest.first(blank);
    while (mode.startsWith('0'))
        mode = mode.sliced(1);
    TreeEntry entry;
    entry.name = m_rest.sliced(blank + 1, end - blank - 1);
    entry.id = rawId(m_rest.data() + end + 1);
    entry.isTree = mode == "40000";
    entry.isFile = mode.startsWith("100");
    m_rest = m_rest.sliced(end + 1 + idSize);
    return entry;
}

} // namespace loredesk::git
