// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/digest/messagetext.h"

#include <QStringView>

#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::digest {

namespace {

/// The line that starts at `at`, without its end.
QStringView lineAt(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\n', at);
    return text.sliced(at, (end < 0 ? text.size() : end) - at);
}

qsizetype nextLine(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\n', at);
    return end < 0 ? text.size() : end + 1;
}

/// " 3 files changed, 7 insertions(+)", " 1 file changed, …", " 0 files changed"
bool isDiffStatSummary(QStringView line)
{
    if (!line.startsWith(u' '))
        return false;
    line = line.sliced(1);
    qsizetype digits = 0;
    while (digits < line.size() && line[digits] >= u'0' && line[digits] <= u'9')
        ++digits;
    if (digits == 0)
        return false;
    line = line.sliced(digits).trimmed();
    for (const auto words : {"files changed"_L1, "file changed"_L1}) {
        if (line.startsWith(words) && (line.size() == words.size() || line[words.size()] == u','))
            return true;
    }
    return false;
}

bool startsDiff(QStringView line, QStringView next)
{
    return line.startsWith("diff --git "_L1) || line.startsWith("diff -"_L1) ||
           line.startsWith("Index: "_L1) || (line.startsWith("--- "_L1) && next.startsWith("+++ "_L1));
}

bool isInBodyField(QStringView line)
{
    static constexpr std::array names{"from:"_L1, "subject:"_L1, "date:"_L1};
    for (const auto name : names) {
        if (line.startsWith(name, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// First line that is not blank.
qsizetype afterBlankLines(QStringView text, qsizetype at)
{
    while (at < text.size() && lineAt(text, at).trimmed().isEmpty())
        at = nextLine(text, at);
    return at;
}

} // namespace

QString upToDiffStat(const QString &given)
{
    const QStringView text = given;
    qsizetype end = text.size();
    qsizetype signature = -1;
    for (qsizetype at = 0; at < text.size();) {
        const QStringView line = lineAt(text, at);
        const qsizetype next = nextLine(text, at);
        if (isDiffStatSummary(line)) {
            end = next;
            signature = -1;
            break;
        }
        if (startsDiff(line, next < text.size() ? lineAt(text, next) : QStringView())) {
            end = at;
            break;
        }
        // A cover letter may be signed above its diffstat, so the first signature only counts when none
        // follows.
        if (signature < 0 && line == "-- "_L1)
            signature = at;
        at = next;
    }
    if (signature >= 0)
        end = signature;
    QString result = given.left(end);
    while (result.endsWith(u"\n\n"_s))
        result.chop(1);
    if (result == "\n"_L1)
        result.clear();
    if (!result.isEmpty() && !result.endsWith(u'\n'))
        result += u'\n';
    return result;
}

QString withoutInBodyFrom(const QString &given)
{
    const QStringView text = given;
    qsizetype at = afterBlankLines(text, 0);
    while (at < text.size() && isInBodyField(lineAt(text, at))) {
        const qsizetype next = nextLine(text, at);
        if (lineAt(text, at).startsWith("from:"_L1, Qt::CaseInsensitive))
            return given.left(at) + given.mid(next);
        at = next;
    }
    return given;
}

QString withoutInBodyHeader(const QString &given)
{
    const QStringView text = given;
    qsizetype at = afterBlankLines(text, 0);
    while (at < text.size()) {
        const QStringView line = lineAt(text, at);
        if (!isInBodyField(line))
            break;
        at = nextLine(text, at);
        // A folded value goes on.
        while (at < text.size() && (text[at] == u' ' || text[at] == u'\t') &&
               !lineAt(text, at).trimmed().isEmpty())
            at = nextLine(text, at);
    }
    return given.mid(afterBlankLines(text, at));
}

} // namespace loredesk::digest
