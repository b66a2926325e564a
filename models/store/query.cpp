// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/query.h"

#include "models/store/phrase.h"
#include "models/store/textschema.h"
#include "models/store/wordsplitter.h"

#include <algorithm>

namespace loredesk::store {

namespace {

QByteArray columnNames(ColumnSet columns)
{
    if (columns == EveryColumn)
        return {};
    QByteArray names;
    for (std::size_t column = 0; column < TextColumnNames.size(); ++column) {
        if (columns & columnBit(patch::TextColumn(column)))
            names += QByteArray(names.isEmpty() ? "" : "+") + TextColumnNames[column];
    }
    return names;
}

const char *isName(IsKind is)
{
    switch (is) {
    case IsKind::Patch:
        return "patch";
    case IsKind::Cover:
        return "cover";
    case IsKind::Reply:
        return "reply";
    case IsKind::Complete:
        return "complete";
    case IsKind::Incomplete:
        return "incomplete";
    case IsKind::Unanswered:
        return "unanswered";
    case IsKind::Rfc:
        return "rfc";
    case IsKind::Pull:
        return "pull";
    case IsKind::Bot:
        return "bot";
    }
    return "";
}

QByteArray rangeText(const char *name, const QueryPart &part)
{
    QByteArray text = QByteArray(name) + ':';
    if (part.first != std::numeric_limits<std::int64_t>::min())
        text += QByteArray::number(qint64(part.first));
    text += "..";
    if (part.last != std::numeric_limits<std::int64_t>::max())
        text += QByteArray::number(qint64(part.last));
    return text;
}

QByteArray leafText(const QueryPart &part)
{
    switch (part.kind) {
    case QueryPart::Kind::Words:
        return columnNames(part.columns) + '"' + part.words.join(' ') + '"' + (part.prefix ? "*" : "");
    case QueryPart::Kind::Is:
        return QByteArray("is:") + isName(part.is);
    case QueryPart::Kind::Version:
        return rangeText("version", part);
    case QueryPart::Kind::Date:
        return rangeText("d", part);
    case QueryPart::Kind::Arrival:
        return rangeText("rt", part);
    case QueryPart::Kind::MessageId:
        return "m:" + part.value;
    default:
        return "patchid:" + part.value;
    }
}

const char *operatorName(QueryPart::Kind kind)
{
    switch (kind) {
    case QueryPart::Kind::And:
        return "(and";
    case QueryPart::Kind::Or:
        return "(or";
    default:
        return "(not";
    }
}

} // namespace

bool Query::asksForText() const
{
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [](const QueryPart &part) { return part.kind == QueryPart::Kind::Words; });
}

QByteArray Query::toString() const
{
    std::vector<QByteArray> texts;
    for (const QueryPart &part : m_parts) {
        if (part.children.empty()) {
            texts.push_back(leafText(part));
            continue;
        }
        QByteArray text = operatorName(part.kind);
        for (const std::uint32_t child : part.children)
            text += ' ' + texts[child];
        texts.push_back(text + ')');
    }
    return texts.empty() ? QByteArray() : texts.back();
}

std::vector<WordsToMark> wordsToMark(const Query &query)
{
    const std::vector<QueryPart> &parts = query.parts();
    // From the whole down: below an odd number of NOTs a word is one that was not looked for.
    std::vector<bool> negated(parts.size());
    for (std::size_t i = parts.size(); i-- > 0;) {
        for (const std::uint32_t child : parts[i].children)
            negated[child] = negated[i] != (parts[i].kind == QueryPart::Kind::Not);
    }
    std::vector<WordsToMark> marks;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind != QueryPart::Kind::Words || negated[i])
            continue;
        const WordsToMark mark{parts[i].columns, parts[i].words, parts[i].prefix};
        if (std::find(marks.begin(), marks.end(), mark) == marks.end())
            marks.push_back(mark);
    }
    return marks;
}

std::vector<MarkedRange> rangesToMark(const QString &text, const std::vector<WordsToMark> &words,
                                      ColumnSet columns)
{
    std::vector<PhraseFollower> followers;
    qsizetype longest = 0;
    for (const WordsToMark &mark : words) {
        if (!(mark.columns & columns) || mark.words.isEmpty())
            continue;
        followers.emplace_back(mark.words, mark.prefix);
        longest = std::max(longest, mark.words.size());
    }
    if (followers.empty())
        return {};
    const QByteArray utf8 = text.toUtf8();
    // Where the last words begin, as a phrase is found at its end.
    std::vector<qsizetype> begins(std::size_t(longest), 0);
    std::size_t count = 0;
    std::vector<std::pair<qsizetype, qsizetype>> found; // in bytes
    splitWords(utf8, [&](QByteArrayView word, qsizetype begin, qsizetype end) {
        begins[count++ % begins.size()] = begin;
        for (PhraseFollower &follower : followers) {
            if (follower.next(word))
                found.emplace_back(begins[(count - std::size_t(follower.size())) % begins.size()], end);
        }
        return true;
    });
    std::sort(found.begin(), found.end());
    std::vector<MarkedRange> ranges;
    qsizetype at = 0;
    qsizetype units = 0; // UTF-16 units before byte `at`
    const auto unitsBefore = [&](qsizetype byte) {
        units += QString::fromUtf8(QByteArrayView(utf8).sliced(at, byte - at)).size();
        at = byte;
        return units;
    };
    qsizetype lastEnd = 0;
    for (std::size_t i = 0; i < found.size();) {
        const qsizetype begin = std::max(found[i].first, lastEnd);
        qsizetype end = found[i].second;
        // One mark for what overlaps.
        for (++i; i < found.size() && found[i].first < end; ++i)
            end = std::max(end, found[i].second);
        const qsizetype offset = unitsBefore(begin);
        ranges.push_back({offset, unitsBefore(end) - offset});
        lastEnd = end;
    }
    return ranges;
}

} // namespace loredesk::store
