// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/commit.h"

#include <charconv>

namespace loredesk::git {

namespace {

/// Cuts the first line off `rest`.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    const QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    return line;
}

/// "committer NAME <ADDRESS> SECONDS ZONE". Names may hold anything, so it is read from the last '>'.
base::UnixSeconds secondsOf(QByteArrayView line)
{
    const qsizetype mark = line.lastIndexOf('>');
    const char *begin = line.data() + mark + 1;
    const char *end = line.data() + line.size();
    while (begin < end && *begin == ' ')
        ++begin;
    base::UnixSeconds seconds = 0;
    return std::from_chars(begin, end, seconds).ec == std::errc() ? seconds : 0;
}

} // namespace

std::optional<Commit> parseCommit(QByteArrayView bytes)
{
    Commit commit;
    bool hasTree = false;
    while (!bytes.isEmpty()) {
        const QByteArrayView line = takeLine(bytes);
        if (line.isEmpty())
            break;
        if (line.startsWith("committer ")) {
            commit.committed = secondsOf(line);
            break;
        }
        const bool isTree = line.startsWith("tree ");
        if (!isTree && !line.startsWith("parent "))
            continue;
        const std::optional<ObjectId> id = parseHexId(line.sliced(isTree ? 5 : 7));
        if (!id)
            return {};
        if (isTree) {
            commit.tree = *id;
            hasTree = true;
        } else {
            commit.parents.append(*id);
        }
    }
    if (!hasTree)
        return {};
    return commit;
}

} // namespace loredesk::git
