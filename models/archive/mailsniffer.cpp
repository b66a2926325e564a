// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/mailsniffer.h"

#include <QDate>
#include <QDateTime>
#include <QTime>
#include <QTimeZone>
#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace loredesk::archive {

namespace {

using Words = QVarLengthArray<QByteArrayView, 12>;

Words wordsOf(QByteArrayView line)
{
    Words words;
    qsizetype at = 0;
    while (at < line.size()) {
        while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
            ++at;
        const qsizetype begin = at;
        while (at < line.size() && line[at] != ' ' && line[at] != '\t')
            ++at;
        if (at > begin)
            words.append(line.sliced(begin, at - begin));
    }
    return words;
}

/// Digits only, or -1.
int number(QByteArrayView word)
{
    if (word.isEmpty() || word.size() > 4)
        return -1;
    int value = 0;
    for (const char c : word) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

int monthOf(QByteArrayView word)
{
    static constexpr std::array<QByteArrayView, 12> Months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::find(Months.begin(), Months.end(), word);
    return found == Months.end() ? 0 : int(found - Months.begin()) + 1;
}

bool isWeekday(QByteArrayView word)
{
    static constexpr std::array<QByteArrayView, 7> Days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return std::find(Days.begin(), Days.end(), word) != Days.end();
}

/// "18:26" or "18:26:35"
QTime timeOf(QByteArrayView word)
{
    const qsizetype first = word.indexOf(':');
    if (first < 0)
        return {};
    const qsizetype second = word.indexOf(':', first + 1);
    const int hour = number(word.first(first));
    const int minute =
        number(second < 0 ? word.sliced(first + 1) : word.sliced(first + 1, second - first - 1));
    const int seconds = second < 0 ? 0 : number(word.sliced(second + 1));
    return QTime(hour, minute, std::min(seconds, 59)); // a leap second is no reason to lose a message
}

/// "+0200" in seconds.
std::optional<int> zoneOf(QByteArrayView word)
{
    if (word.size() != 5 || (word[0] != '+' && word[0] != '-'))
        return {};
    const int value = number(word.sliced(1));
    if (value < 0)
        return {};
    const int seconds = (value / 100) * 3600 + (value % 100) * 60;
    return word[0] == '-' ? -seconds : seconds;
}

/// "Www Mmm dd hh:mm[:ss] [ZONE] yyyy [ZONE]" from word `at` on; UTC where no numeric zone stands there.
std::optional<base::UnixSeconds> asctime(const Words &words, qsizetype at)
{
    if (at + 5 > words.size() || !isWeekday(words[at]))
        return {};
    const int month = monthOf(words[at + 1]);
    const int day = number(words[at + 2]);
    const QTime time = timeOf(words[at + 3]);
    if (month == 0 || !time.isValid())
        return {};
    int year = -1;
    int zone = 0;
    for (qsizetype i = at + 4; i < std::min(words.size(), at + 7); ++i) {
        if (const std::optional<int> offset = zoneOf(words[i]))
            zone = *offset;
        else if (year < 0 && words[i].size() == 4)
            year = number(words[i]);
    }
    const QDate date(year, month, day);
    if (year < 0 || !date.isValid())
        return {};
    return QDateTime(date, time, Qt::UTC).toSecsSinceEpoch() - zone;
}

bool isCommitId(QByteArrayView word)
{
    return word.size() == 40 && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

QByteArrayView lineOf(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    return end < 0 ? bytes : bytes.first(end + 1);
}

QByteArrayView chopped(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// Length of "Name" in "Name: value", else 0. RFC 5322 section 2.2: printable ASCII except the colon; blanks
/// before the colon are obsolete but met.
qsizetype fieldNameLength(QByteArrayView line)
{
    qsizetype length = 0;
    while (length < line.size() && line[length] > 32 && line[length] < 127 && line[length] != ':')
        ++length;
    qsizetype colon = length;
    while (colon < line.size() && (line[colon] == ' ' || line[colon] == '\t'))
        ++colon;
    return colon < line.size() && line[colon] == ':' ? length : 0;
}

bool isMailField(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 16> Fields{
        "from",     "to",          "cc",          "subject",      "date",     "message-id",
        "received", "return-path", "sender",      "delivered-to", "reply-to", "mime-version",
        "list-id",  "references",  "in-reply-to", "envelope-to"};
    return std::any_of(Fields.begin(), Fields.end(),
                       [&](QByteArrayView field) { return field.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

std::optional<FromLine> parseFromLine(QByteArrayView bytes)
{
    if (!bytes.startsWith("From "))
        return {};
    const QByteArrayView line = lineOf(bytes);
    constexpr qsizetype longestLine = 1000;
    if (line.size() > longestLine)
        return {};
    FromLine result;
    result.length = line.size();
    const Words words = wordsOf(chopped(line));
    if (words.size() > 1 && words[1] == "mboxrd@z") {
        result.isPublicInbox = true;
        return result;
    }
    // The sender may be missing or hold blanks, so the date is looked for.
    for (qsizetype at = 1; at < words.size(); ++at) {
        const std::optional<base::UnixSeconds> date = asctime(words, at);
        if (!date)
            continue;
        constexpr base::UnixSeconds gitDate = 1000684800; // Mon Sep 17 00:00:00 2001
        result.isGit = *date == gitDate && at == 2 && isCommitId(words[1]);
        result.date = result.isGit ? 0 : *date;
        return result;
    }
    return {};
}

QByteArrayView withoutFromLine(QByteArrayView bytes)
{
    const QByteArrayView rest = withoutEmptyLines(bytes);
    if (rest.startsWith("From ") || rest.startsWith(">From "))
        return rest.sliced(lineOf(rest).size());
    return bytes;
}

bool looksLikeMail(QByteArrayView bytes)
{
    QByteArrayView rest = withoutFromLine(bytes);
    rest = withoutEmptyLines(rest);
    bool first = true;
    while (!rest.isEmpty()) {
        const QByteArrayView line = chopped(lineOf(rest));
        rest = rest.sliced(lineOf(rest).size());
        if (line.isEmpty())
            return false;
        const bool continues = line.startsWith(' ') || line.startsWith('\t');
        const qsizetype name = continues ? 0 : fieldNameLength(line);
        if (!continues && name == 0)
            return false;
        if (first && continues)
            return false;
        first = false;
        if (name > 0 && isMailField(line.first(name)))
            return true;
    }
    return false;
}

qsizetype emptyLine(QByteArrayView bytes)
{
    return bytes.startsWith('\n') ? 1 : bytes.startsWith("\r\n") ? 2 : 0;
}

QByteArrayView withoutEmptyLines(QByteArrayView bytes)
{
    while (const qsizetype length = emptyLine(bytes))
        bytes = bytes.sliced(length);
    return bytes;
}

} // namespace loredesk::archive
