// SPDX-License-Identifier: GPL-3.0-or-later
// The trailers of a commit message by the rules that git-interpret-trailers(1) documents: they stand in the
// last paragraph, which must be all trailers, or hold one that git itself writes and be a quarter trailers.
#include "models/patch/trailer.h"

#include "models/patch/patch.h"

#include <QStringView>

#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\r' || c == u'\n';
}

bool isBlankLine(QStringView line)
{
    for (const QChar c : line) {
        if (!isBlank(c))
            return false;
    }
    return true;
}

bool isComment(QStringView line)
{
    return line.startsWith(u'#');
}

/// Where the colon of "Key: value" is, or -1. A key has letters, digits and hyphens; blanks may follow it.
qsizetype separatorAt(QStringView line)
{
    bool blank = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u':')
            return i;
        const bool keyCharacter =
            (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
        if (keyCharacter && !blank)
            continue;
        if (i > 0 && (c == u' ' || c == u'\t')) {
            blank = true;
            continue;
        }
        return -1;
    }
    return -1;
}

/// What git itself writes; one of them makes a mixed paragraph a block of trailers.
bool isWrittenByGit(QStringView line)
{
    return line.startsWith("Signed-off-by: "_L1) || line.startsWith("(cherry picked from commit "_L1);
}

/// The last paragraph of the message proper, which goes up to a "---" divider or git's cut line, less
/// comments and blank lines at the end; some may stand above it. (A list of all lines would take many times
/// the text's size.)
QList<QStringView> lastLines(QStringView message)
{
    QList<QStringView> lines;
    qsizetype keep = 0;
    qsizetype gap = -1; // the blank line behind the last paragraph but one
    bool inText = false;
    bool inConflicts = false;
    for (const QStringView line : message.tokenize(u'\n')) {
        if (line.startsWith("---"_L1) && (line.size() == 3 || isBlank(line[3])))
            break;
        if (line == "# ------------------------ >8 ------------------------"_L1)
            break;
        const bool blank = isBlankLine(line);
        if (blank && inText) {
            gap = lines.size();
            inText = false;
        }
        lines.append(line);
        if (line.isEmpty() || isComment(line))
            continue;
        // A list of conflicts at the end was written by a merge, not by a person.
        inConflicts = line == "Conflicts:"_L1 || (inConflicts && line.startsWith(u'\t'));
        if (inConflicts)
            continue;
        keep = lines.size();
        if (blank)
            continue;
        inText = true;
        if (gap >= 0) {
            lines.remove(0, gap + 1);
            keep -= gap + 1;
            gap = -1;
        }
    }
    lines.resize(keep);
    return lines;
}

/// First line of the block of trailers, or the number of lines where there is none. Lines before `from` are
/// the title.
qsizetype blockStart(const QList<QStringView> &lines)
{
    bool onlyBlanks = true;
    bool byGit = false;
    int trailers = 0;
    int others = 0;
    int maybeFolded = 0; // lines that begin with a blank: part of a trailer if one stands above them
    const auto isBlock = [&] { return (byGit && trailers * 3 >= others) || (trailers > 0 && others == 0); };
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        const QStringView line = lines[i];
        if (isComment(line)) {
            others += maybeFolded;
            maybeFolded = 0;
            continue;
        }
        if (isBlankLine(line)) {
            if (onlyBlanks)
                continue;
            others += maybeFolded;
            return isBlock() ? i + 1 : lines.size();
        }
        onlyBlanks = false;
        if (isWrittenByGit(line)) {
            byGit = true;
            ++trailers;
            maybeFolded = 0;
        } else if (!isBlank(line[0]) && separatorAt(line) >= 1) {
            ++trailers;
            maybeFolded = 0;
        } else if (isBlank(line[0])) {
            ++maybeFolded;
        } else {
            others += 1 + maybeFolded;
            maybeFolded = 0;
        }
    }
    // The message has one paragraph. Its title is the Subject, so this may well be all trailers.
    others += maybeFolded;
    return isBlock() ? 0 : lines.size();
}

Trailer::Kind kindOf(const QString &key, const QString &value)
{
    const QString lower = key.toLower();
    if (lower == "link"_L1 || lower == "closes"_L1 || lower == "buglink"_L1 ||
        value.startsWith("http://"_L1) || value.startsWith("https://"_L1))
        return Trailer::Kind::Link;
    if (lower == "cc"_L1 || (lower.endsWith("-by"_L1) && lower != "generated-by"_L1) || lower == "to"_L1)
        return Trailer::Kind::Person;
    return Trailer::Kind::Other;
}

bool hasWord(const Trailer &trailer, QLatin1StringView word)
{
    const QString key = trailer.key.toLower();
    if (!key.endsWith("by"_L1))
        return false;
    for (const QStringView part : QStringView(key).split(u'-')) {
        if (part == word)
            return true;
    }
    return false;
}

/// Caseless, and one blank as good as several. Nothing is copied for it.
bool isSameText(QStringView a, QStringView b)
{
    a = a.trimmed();
    b = b.trimmed();
    qsizetype i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isSpace() && b[j].isSpace()) {
            while (a[i].isSpace()) // ends, as neither ends with a blank
                ++i;
            while (b[j].isSpace())
                ++j;
        } else if (a[i++].toCaseFolded() != b[j++].toCaseFolded()) {
            return false;
        }
    }
    return i == a.size() && j == b.size();
}

} // namespace

QString Trailer::toString() const
{
    return key + ": "_L1 + value;
}

mail::Mailbox Trailer::mailbox() const
{
    // Notes behind the address ("<a@example.org> # for the net part") are no part of it.
    QString person = value;
    if (const qsizetype close = person.indexOf(u'>'); close >= 0)
        person.truncate(close + 1);
    else if (const qsizetype hash = person.indexOf(u" #"_s); hash >= 0)
        person.truncate(hash);
    return mail::parseMailboxes(person.toUtf8()).value(0);
}

QList<Trailer> parseTrailers(const QString &commitMessage)
{
    const QList<QStringView> lines = lastLines(commitMessage);
    QList<Trailer> trailers;
    bool open = false; // the line before was a trailer, so that a folded one belongs to it
    for (qsizetype i = blockStart(lines); i < lines.size() && trailers.size() < MostTrailers; ++i) {
        const QStringView line = lines[i];
        if (isComment(line)) {
            open = false;
            continue;
        }
        if (!line.isEmpty() && isBlank(line[0])) {
            const QStringView more = line.trimmed();
            if (open && !trailers.isEmpty() && !more.isEmpty()) {
                QString &value = trailers.last().value; // empty where all of it was wrapped
                value += value.isEmpty() ? more.toString() : u' ' + more.toString();
            }
            continue;
        }
        const qsizetype colon = separatorAt(line);
        open = colon >= 1;
        if (!open)
            continue;
        Trailer trailer;
        trailer.key = line.left(colon).trimmed().toString();
        trailer.value = line.mid(colon + 1).trimmed().toString();
        trailers.append(trailer);
    }
    for (Trailer &trailer : trailers)
        trailer.kind = kindOf(trailer.key, trailer.value);
    return trailers;
}

QString withTrailers(const QString &commitMessage, const QList<Trailer> &added)
{
    QString text = commitMessage;
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    if (added.isEmpty())
        return text.isEmpty() ? text : text + u'\n';
    const QList<QStringView> lines = lastLines(text);
    const bool hasBlock = blockStart(lines) < lines.size();
    if (!text.isEmpty())
        text += hasBlock ? "\n"_L1 : "\n\n"_L1;
    for (const Trailer &trailer : added)
        text += trailer.toString().simplified() + u'\n';
    return text;
}

bool isSameTrailer(const Trailer &a, const Trailer &b) // asked millions of times of a long thread
{
    if (a.key.compare(b.key, Qt::CaseInsensitive) != 0)
        return false;
    if (a.value.compare(b.value, Qt::CaseInsensitive) == 0)
        return true;
    if (a.value.startsWith("http"_L1) && b.value.startsWith("http"_L1)) {
        const QByteArray id = messageIdOfLink(a.value.section(u' ', 0, 0));
        return !id.isEmpty() && id == messageIdOfLink(b.value.section(u' ', 0, 0));
    }
    return isSameText(a.value, b.value);
}

bool isAcked(const Trailer &trailer)
{
    return hasWord(trailer, "acked"_L1);
}
bool isReviewed(const Trailer &trailer)
{
    return hasWord(trailer, "reviewed"_L1);
}
bool isTested(const Trailer &trailer)
{
    return hasWord(trailer, "tested"_L1);
}
bool isNacked(const Trailer &trailer)
{
    return hasWord(trailer, "nacked"_L1) || hasWord(trailer, "nak"_L1);
}

} // namespace loredesk::patch
