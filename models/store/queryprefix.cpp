// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/queryprefix.h"

#include "models/store/querydate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

using Kind = QueryPart::Kind;
using patch::TextColumn;

constexpr ColumnSet columnsOf(std::initializer_list<TextColumn> columns)
{
    ColumnSet set = 0;
    for (const TextColumn column : columns)
        set = ColumnSet(set | columnBit(column));
    return set;
}

constexpr ColumnSet Body = columnsOf({TextColumn::Unquoted, TextColumn::Quoted});
constexpr ColumnSet Recipients = columnsOf({TextColumn::To, TextColumn::Cc});

const std::array<QueryPrefix, 20> &prefixes()
{
    static const std::array<QueryPrefix, 20> table = {{
        {"s"_L1, Kind::Words, columnsOf({TextColumn::Subject}), "a word"_L1, "the subject"_L1},
        {"f"_L1, Kind::Words, columnsOf({TextColumn::From}), "a name or an address"_L1, "the sender"_L1},
        {"t"_L1, Kind::Words, columnsOf({TextColumn::To}), "a name or an address"_L1, "the To field"_L1},
        {"c"_L1, Kind::Words, columnsOf({TextColumn::Cc}), "a name or an address"_L1, "the Cc field"_L1},
        {"tc"_L1, Kind::Words, Recipients, "a name or an address"_L1, "To and Cc"_L1},
        {"a"_L1, Kind::Words, ColumnSet(Recipients | columnBit(TextColumn::From)), "a name or an address"_L1,
         "sender, To and Cc"_L1},
        {"b"_L1, Kind::Words, Body, "a word"_L1, "the body"_L1},
        {"bs"_L1, Kind::Words, ColumnSet(Body | columnBit(TextColumn::Subject)), "a word"_L1,
         "subject and body"_L1},
        {"nq"_L1, Kind::Words, columnsOf({TextColumn::Unquoted}), "a word"_L1,
         "the body without quotations"_L1},
        {"q"_L1, Kind::Words, columnsOf({TextColumn::Quoted}), "a word"_L1, "quotations"_L1},
        {"dfn"_L1, Kind::Words, columnsOf({TextColumn::FileNames}), "a file name"_L1, "files of the diff"_L1},
        {"dfhh"_L1, Kind::Words, columnsOf({TextColumn::HunkHeaders}), "a function's name"_L1,
         "hunk headers of the diff"_L1},
        {"l"_L1, Kind::Words, columnsOf({TextColumn::ListIds}), "a list's name"_L1, "the list"_L1},
        {"d"_L1, Kind::Date, 0, "a date or a range of dates such as 20250401..20250430"_L1, "the date"_L1},
        {"rt"_L1, Kind::Arrival, 0, "a date or a range of dates such as 20250401..20250430"_L1,
         "the time of arrival"_L1},
        {"m"_L1, Kind::MessageId, 0, "a Message-ID"_L1, "the Message-ID"_L1},
        {"mid"_L1, Kind::MessageId, 0, "a Message-ID"_L1, "the Message-ID"_L1},
        {"patchid"_L1, Kind::PatchId, 0, "at least 7 digits of a patch id"_L1, "the patch id"_L1},
        {"is"_L1, Kind::Is, 0, "patch, cover, reply or another kind"_L1, "the kind of message"_L1},
        {"version"_L1, Kind::Version, 0, "a number, or >=3, <3 and so on"_L1, "the version of a series"_L1},
    }};
    return table;
}

/// What people write who know other programs.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 31> aliases = {{
    {"subject"_L1, "s"_L1},    {"title"_L1, "s"_L1},  {"from"_L1, "f"_L1},    {"author"_L1, "f"_L1},
    {"sender"_L1, "f"_L1},     {"to"_L1, "t"_L1},     {"cc"_L1, "c"_L1},      {"body"_L1, "b"_L1},
    {"text"_L1, "b"_L1},       {"quoted"_L1, "q"_L1}, {"quote"_L1, "q"_L1},   {"file"_L1, "dfn"_L1},
    {"filename"_L1, "dfn"_L1}, {"path"_L1, "dfn"_L1}, {"hunk"_L1, "dfhh"_L1}, {"function"_L1, "dfhh"_L1},
    {"list"_L1, "l"_L1},       {"listid"_L1, "l"_L1}, {"lid"_L1, "l"_L1},     {"date"_L1, "d"_L1},
    {"dt"_L1, "d"_L1},         {"after"_L1, "d"_L1},  {"before"_L1, "d"_L1},  {"since"_L1, "d"_L1},
    {"received"_L1, "rt"_L1},  {"id"_L1, "m"_L1},     {"msgid"_L1, "m"_L1},   {"kind"_L1, "is"_L1},
    {"type"_L1, "is"_L1},      {"dfa"_L1, "nq"_L1},   {"dfb"_L1, "nq"_L1},
}};

constexpr std::array<std::pair<QLatin1StringView, IsKind>, 9> kinds = {{
    {"patch"_L1, IsKind::Patch},
    {"cover"_L1, IsKind::Cover},
    {"reply"_L1, IsKind::Reply},
    {"complete"_L1, IsKind::Complete},
    {"incomplete"_L1, IsKind::Incomplete},
    {"unanswered"_L1, IsKind::Unanswered},
    {"rfc"_L1, IsKind::Rfc},
    {"pull"_L1, IsKind::Pull},
    {"bot"_L1, IsKind::Bot},
}};

/// Letters to change, add or take away (Levenshtein).
int distance(QStringView a, QLatin1StringView b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int above = row[std::size_t(j) + 1];
            const int same = diagonal + (a[i] == b[j] ? 0 : 1);
            row[std::size_t(j) + 1] = std::min({same, above + 1, row[std::size_t(j)] + 1});
            diagonal = above;
        }
    }
    return row.back();
}

const QueryPrefix *nearestPrefix(QStringView name)
{
    for (const auto &[alias, meant] : aliases) {
        if (name == alias)
            return findPrefix(QString(meant));
    }
    const QueryPrefix *nearest = nullptr;
    int least = name.size() > 3 ? 3 : 2; // fewer than this
    for (const QueryPrefix &prefix : prefixes()) {
        if (prefix.name.size() < 2)
            continue;
        if (const int found = distance(name, prefix.name); found < least) {
            least = found;
            nearest = &prefix;
        }
    }
    return nearest;
}

QString readKind(const QString &value, QueryPart &part)
{
    QStringList names;
    for (const auto &[name, kind] : kinds) {
        if (value == name) {
            part.is = kind;
            return {};
        }
        names << QString(name);
    }
    const QString last = names.takeLast();
    return u"There is no is:%1; write %2 or %3 behind is:"_s.arg(value, names.join(u", "_s), last);
}

QString readVersion(const QString &value, QueryPart &part)
{
    static const QRegularExpression pattern(u"^(>=|<=|>|<|=)?v?(\\d{1,4})$"_s);
    const QRegularExpressionMatch match = pattern.match(value);
    if (!match.hasMatch())
        return u"Write a number behind version:, such as version:2 or version:>=3"_s;
    const std::int64_t number = match.captured(2).toInt();
    const QString sign = match.captured(1);
    if (sign.isEmpty() || sign == "="_L1)
        part.first = part.last = number;
    else if (sign[0] == u'>')
        part.first = sign.size() == 2 ? number : number + 1;
    else
        part.last = sign.size() == 2 ? number : number - 1;
    return {};
}

QString readTime(const QString &value, base::UnixSeconds now, QueryPart &part)
{
    const std::optional<TimeRange> range = parseTimeRange(value, now);
    if (!range)
        return u"This is no date; write 20250401, 2025-04-01, last.week or 7.days.ago, or two of them around .."_s;
    if (range->first > range->last)
        return u"The range ends before it begins; write the earlier date first"_s;
    part.first = range->first;
    part.last = range->last;
    return {};
}

QString readMessageId(const QString &value, QueryPart &part)
{
    QString id = value;
    if (id.startsWith(u'<'))
        id.remove(0, 1);
    if (id.endsWith(u'>'))
        id.chop(1);
    if (id.isEmpty())
        return u"Write a Message-ID behind m:, with or without angle brackets"_s;
    part.value = id.toUtf8();
    return {};
}

QString readPatchId(const QString &value, QueryPart &part)
{
    static const QRegularExpression pattern(u"^[0-9a-fA-F]{7,40}$"_s);
    if (!pattern.match(value).hasMatch())
        return u"Write 7 to 40 hexadecimal digits of a patch id behind patchid:"_s;
    part.value = value.toLatin1().toLower();
    return {};
}

} // namespace

const QueryPrefix *findPrefix(QStringView name)
{
    for (const QueryPrefix &prefix : prefixes()) {
        if (name == prefix.name)
            return &prefix;
    }
    return nullptr;
}

QString unknownPrefix(QStringView name)
{
    if (const QueryPrefix *nearest = nearestPrefix(name))
        return u"There is no prefix %1:; write %2: for %3, or \" around words"_s.arg(
            name, QString(nearest->name), QString(nearest->meaning));
    QStringList names;
    for (const QueryPrefix &prefix : prefixes())
        names << QString(prefix.name) + u':';
    return u"There is no prefix %1:; write one of %2, or \" around words"_s.arg(name, names.join(u' '));
}

QString readPrefixValue(const QueryPrefix &prefix, const QString &value, base::UnixSeconds now,
                        QueryPart &part)
{
    part.kind = prefix.kind;
    switch (prefix.kind) {
    case Kind::Is:
        return readKind(value, part);
    case Kind::Version:
        return readVersion(value, part);
    case Kind::Date:
    case Kind::Arrival:
        return readTime(value, now, part);
    case Kind::MessageId:
        return readMessageId(value, part);
    default:
        return readPatchId(value, part);
    }
}

} // namespace loredesk::store
