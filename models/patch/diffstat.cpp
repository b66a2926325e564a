// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/diffstat.h"

#include "models/patch/textlines.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

bool isDiffStatSummary(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size() && line[at] == ' ')
        ++at;
    const qsizetype digits = at;
    while (at < line.size() && isDigit(line[at]))
        ++at;
    if (at == digits || at == line.size())
        return false;
    const QByteArrayView rest = line.sliced(at);
    return begins(rest, " file changed") || begins(rest, " files changed");
}

bool isDiffStatLine(QByteArrayView line)
{
    if (line.size() < 6 || line[0] != ' ')
        return false;
    const qsizetype bar = line.lastIndexOf('|');
    if (bar < 2 || line[bar - 1] != ' ')
        return false;
    qsizetype at = bar + 1;
    while (at < line.size() && line[at] == ' ')
        ++at;
    if (line.sliced(at).startsWith("Bin"))
        return true;
    const qsizetype digits = at;
    while (at < line.size() && isDigit(line[at]))
        ++at;
    if (at == digits)
        return false;
    // Behind the number only a graph.
    for (; at < line.size(); ++at) {
        if (line[at] != ' ' && line[at] != '+' && line[at] != '-' && line[at] != '\r')
            return false;
    }
    return true;
}

void addDiffStatLine(DiffStat &stat, const QString &line)
{
    const qsizetype bar = line.lastIndexOf(u'|');
    if (bar < 0) {
        stat.summary = line;
        // " 3 files changed, 7 insertions(+), 2 deletions(-)": numbers followed by what they count.
        for (const QStringView part : QStringView(line).split(u',')) {
            const QStringView words = part.trimmed();
            const int number = words.left(words.indexOf(u' ')).toInt();
            if (words.contains("file"_L1))
                stat.files = number;
            else if (words.contains("insertion"_L1))
                stat.insertions = number;
            else if (words.contains("deletion"_L1))
                stat.deletions = number;
        }
        return;
    }
    DiffStatLine entry;
    entry.path = line.left(bar).trimmed();
    const QStringView rest = QStringView(line).mid(bar + 1).trimmed();
    entry.changes =
        rest.startsWith("Bin"_L1) ? -1 : rest.left(qMax<qsizetype>(0, rest.indexOf(u' '))).toInt();
    if (entry.changes == 0 && !rest.contains(u' '))
        entry.changes = rest.toInt();
    stat.lines.append(entry);
}

} // namespace loredesk::patch
