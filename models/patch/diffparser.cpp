// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/diffparser.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

/// No file name is longer; keeps what is read of a hostile line in bounds.
constexpr qsizetype maximumLine = 8192;

QByteArrayView withoutCarriage(QByteArrayView line)
{
    return line.endsWith('\r') ? line.chopped(1) : line;
}

/// Undoes the C quoting that git gives to names with odd bytes: "\"a/caf\\303\\251\"".
QByteArray unquoted(QByteArrayView text, qsizetype *end = nullptr)
{
    QByteArray out;
    qsizetype i = 1;
    for (; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        if (c >= '0' && c <= '3' && i + 2 < text.size()) {
            out += static_cast<char>((c - '0') << 6 | (text[i + 1] - '0') << 3 | (text[i + 2] - '0'));
            i += 2;
            continue;
        }
        switch (c) {
        case 'a':
            out += '\a';
            break;
        case 'b':
            out += '\b';
            break;
        case 'f':
            out += '\f';
            break;
        case 'n':
            out += '\n';
            break;
        case 'r':
            out += '\r';
            break;
        case 't':
            out += '\t';
            break;
        case 'v':
            out += '\v';
            break;
        default:
            out += c;
        }
    }
    if (end)
        *end = qMin(i + 1, text.size());
    return out;
}

bool isDevNull(const QByteArray &name)
{
    return name == "/dev/null";
}

/// "foo.c<TAB>2006-05-30 …" and "foo.c 2006-05-30 21:17:12.000000000 +0200": the name alone.
QByteArray withoutTimestamp(QByteArrayView text)
{
    QByteArray name = text.first(qMin(text.size(), maximumLine)).toByteArray();
    if (const qsizetype tab = name.indexOf('\t'); tab >= 0)
        name.truncate(tab);
    // Mailers turn the tab into a blank.
    const auto looksLikeDate = [](const QByteArray &tail) {
        return tail.size() >= 11 && tail[0] == ' ' && tail[5] == '-' && tail[8] == '-' &&
               std::all_of(tail.begin() + 1, tail.begin() + 5, [](char c) { return c >= '0' && c <= '9'; });
    };
    for (qsizetype blank = name.indexOf(' '); blank > 0; blank = name.indexOf(' ', blank + 1)) {
        if (looksLikeDate(name.mid(blank))) {
            name.truncate(blank);
            break;
        }
    }
    while (name.endsWith(' '))
        name.chop(1);
    return name;
}

QByteArray readName(QByteArrayView text)
{
    if (text.startsWith('"'))
        return unquoted(text);
    return withoutTimestamp(text);
}

/// The name less its first directory ("a/", "b/", "linux-6.1/").
QByteArray stripped(const QByteArray &name, int directories)
{
    if (directories == 0)
        return name;
    const qsizetype slash = name.indexOf('/');
    return slash < 0 ? name : name.mid(slash + 1);
}

/// "-3,7 +3,8" of a hunk's line; nothing where it is no hunk.
std::optional<Hunk> readHunkLine(QByteArrayView line)
{
    if (!begins(line, "@@ -"))
        return std::nullopt;
    qsizetype at = 4;
    const auto number = [&](int &value) {
        const qsizetype begin = at;
        qint64 read = 0;
        while (at < line.size() && line[at] >= '0' && line[at] <= '9')
            read = qMin<qint64>(read * 10 + (line[at++] - '0'), 1'000'000'000);
        value = int(read);
        return at > begin;
    };
    const auto range = [&](int &start, int &count) {
        if (!number(start))
            return false;
        count = 1;
        if (at < line.size() && line[at] == ',') {
            ++at;
            return number(count);
        }
        return true;
    };
    Hunk hunk;
    if (!range(hunk.oldStart, hunk.oldCount) || line.sliced(at).size() < 2 || line[at] != ' ' ||
        line[at + 1] != '+')
        return std::nullopt;
    at += 2;
    if (!range(hunk.newStart, hunk.newCount) || !line.sliced(at).startsWith(" @@"))
        return std::nullopt;
    return hunk;
}

/// Reads diffs one by one; m_at is the line that comes next.
class DiffReader
{
public:
    DiffReader(const TextLines &lines, qsizetype from, const QByteArray &charset, mail::Detail detail)
        : m_lines(lines)
        , m_charset(charset)
        , m_full(detail == mail::Detail::Full)
        , m_at(from)
    {
    }

    QList<DiffRange> read()
    {
        QList<DiffRange> diffs;
        while (m_at < m_lines.count()) {
            const char letter = m_lines.first(m_at);
            if (letter != 'd' && letter != '-') {
                ++m_at;
                continue;
            }
            const QByteArrayView line = m_lines.at(m_at);
            if (!begins(line, "diff --git ") && !begins(line, "--- ")) {
                ++m_at;
                continue;
            }
            DiffRange diff;
            diff.begin = m_at;
            if (!(letter == 'd' ? readGitHeader(diff) : readPlainHeader(diff))) {
                m_at = diff.begin + 1;
                continue;
            }
            readHunks(diff);
            diff.end = m_at;
            diffs.append(std::move(diff));
        }
        return diffs;
    }

private:
    QString text(const QByteArray &name) const { return mail::decodeText(name, m_charset); }

    /// The name that both halves of "diff --git a/x b/x" agree on.
    static QByteArray commonName(QByteArrayView line)
    {
        const QByteArrayView both = withoutCarriage(line.first(qMin(line.size(), maximumLine))).sliced(11);
        if (both.startsWith('"')) {
            qsizetype end = 0;
            return stripped(unquoted(both, &end), 1);
        }
        const QByteArray names = both.toByteArray().trimmed();
        // Names may hold blanks: the halves are equal behind their first directory.
        for (qsizetype blank = names.indexOf(' '); blank > 0; blank = names.indexOf(' ', blank + 1)) {
            const QByteArray first = stripped(names.left(blank), 1);
            if (!first.isEmpty() && first == stripped(names.mid(blank + 1), 1))
                return first;
        }
        return {};
    }

    bool readGitHeader(DiffRange &diff)
    {
        FileDiff &file = diff.file;
        QByteArray oldName;
        QByteArray newName;
        bool renamed = false;
        bool copied = false;
        bool modeChanged = false;
        bool any = false;
        const auto name = [this](QByteArrayView text) { return m_full ? readName(text) : QByteArray(); };
        ++m_at;
        for (; m_at < m_lines.count(); ++m_at) {
            const QByteArrayView line = withoutCarriage(m_lines.at(m_at));
            const auto value = [&line](const auto &key) -> std::optional<QByteArrayView> {
                return begins(line, key) ? std::optional(line.sliced(qsizetype(sizeof(key) - 1)))
                                         : std::nullopt;
            };
            if (begins(line, "@@ -"))
                break;
            if (const auto old = value("--- ")) {
                // The pair, and not a separator or a signature.
                if (m_at + 1 >= m_lines.count() || !begins(m_lines.at(m_at + 1), "+++ "))
                    break;
                oldName = name(*old);
                if (!isDevNull(oldName))
                    oldName = stripped(oldName, 1);
            } else if (const auto fresh = value("+++ ")) {
                newName = name(*fresh);
                if (!isDevNull(newName))
                    newName = stripped(newName, 1);
            } else if (value("old mode ") || value("new mode ")) {
                modeChanged = true;
            } else if (value("deleted file mode ")) {
                file.change = FileDiff::Change::Deleted;
            } else if (value("new file mode ")) {
                file.change = FileDiff::Change::Added;
            } else if (const auto from = value("rename from ")) {
                renamed = true;
                oldName = name(*from);
            } else if (const auto to = value("rename to ")) {
                renamed = true;
                newName = name(*to);
            } else if (const auto copyFrom = value("copy from ")) {
                copied = true;
                oldName = name(*copyFrom);
            } else if (const auto copyTo = value("copy to ")) {
                copied = true;
                newName = name(*copyTo);
            } else if (!value("similarity index ") && !value("dissimilarity index ") && !value("index ")) {
                break;
            }
            any = true;
        }
        // git-patch-id takes a header that goes straight over into a hunk, too (a reviewer cut the lines
        // between).
        if (!any && (m_at >= m_lines.count() || !readHunkLine(m_lines.at(m_at)) ||
                     commonName(m_lines.at(diff.begin)).isEmpty()))
            return false;
        if (!m_full)
            return true;
        if (isDevNull(oldName)) {
            oldName.clear();
            file.change = FileDiff::Change::Added;
        } else if (isDevNull(newName)) {
            newName.clear();
            file.change = FileDiff::Change::Deleted;
        }
        if (oldName.isEmpty() && newName.isEmpty()) {
            oldName = newName = commonName(m_lines.at(diff.begin));
            if (newName.isEmpty()) // the halves differ and nothing else names the file: better the new one
                                   // than none
                oldName = newName = lastName(m_lines.at(diff.begin));
        }
        if (file.change == FileDiff::Change::Added)
            oldName.clear();
        else if (file.change == FileDiff::Change::Deleted)
            newName.clear();
        else if (renamed)
            file.change = FileDiff::Change::Renamed;
        else if (copied)
            file.change = FileDiff::Change::Copied;
        else if (modeChanged)
            file.change = FileDiff::Change::ModeChanged;
        file.oldPath = text(oldName);
        file.newPath = text(newName);
        return true;
    }

    static QByteArray lastName(QByteArrayView line)
    {
        const QByteArray names = withoutCarriage(line).sliced(11).toByteArray().trimmed();
        return stripped(names.mid(names.lastIndexOf(' ') + 1), 1);
    }

    bool readPlainHeader(DiffRange &diff)
    {
        if (m_at + 2 >= m_lines.count() || !begins(m_lines.at(m_at + 1), "+++ ") ||
            !begins(m_lines.at(m_at + 2), "@@ -"))
            return false;
        const QByteArray oldName = readName(withoutCarriage(m_lines.at(m_at)).sliced(4));
        const QByteArray newName = readName(withoutCarriage(m_lines.at(m_at + 1)).sliced(4));
        if (oldName.isEmpty() && newName.isEmpty())
            return false; // git-apply stops at a diff of no file
        if (!m_full) {
            m_at += 2;
            return true;
        }
        // Names without a directory have no prefix either; git then holds that of all that follow.
        const bool oldFlat = isDevNull(oldName) || !oldName.contains('/');
        const bool newFlat = isDevNull(newName) || !newName.contains('/');
        m_flatNames = m_flatNames || (oldFlat && newFlat);
        const auto directories = [this](const QByteArray &name) {
            return m_flatNames || !name.contains('/') ? 0 : 1;
        };
        FileDiff &file = diff.file;
        if (isDevNull(oldName)) {
            file.change = FileDiff::Change::Added;
            file.newPath = text(stripped(newName, directories(newName)));
        } else if (isDevNull(newName)) {
            file.change = FileDiff::Change::Deleted;
            file.oldPath = text(stripped(oldName, directories(oldName)));
        } else {
            const QByteArray first = stripped(oldName, directories(oldName));
            QByteArray second = stripped(newName, directories(newName));
            // "file.c.orig" against "file.c": the shorter one is the file.
            if (first.size() < second.size() && second.startsWith(first))
                second = first;
            file.oldPath = file.newPath = text(second);
        }
        m_at += 2;
        return true;
    }

    void readHunks(DiffRange &diff)
    {
        FileDiff &file = diff.file;
        if (m_at < m_lines.count()) {
            const QByteArrayView line = m_lines.at(m_at);
            if (begins(line, "GIT binary patch")) {
                file.binary = true;
                skipBinary();
                return;
            }
            if ((begins(line, "Binary files ") || begins(line, "Files ")) &&
                withoutCarriage(line).endsWith(" differ")) {
                file.binary = true;
                ++m_at;
                return;
            }
        }
        while (m_at < m_lines.count()) {
            std::optional<Hunk> hunk = readHunkLine(m_lines.at(m_at));
            if (!hunk)
                return;
            DiffRange::HunkRange range;
            range.begin = m_at++;
            const bool whole = readHunkBody(file, *hunk);
            range.end = m_at;
            if (m_full) {
                diff.hunks.append(range);
                file.hunks.append(std::move(*hunk));
            }
            if (!whole) {
                diff.brokenAt = m_at;
                return;
            }
        }
    }

    /// False where the hunk breaks off before its counts are used up.
    bool readHunkBody(FileDiff &file, const Hunk &hunk)
    {
        int before = hunk.oldCount;
        int after = hunk.newCount;
        while (before > 0 || after > 0) {
            if (m_at >= m_lines.count())
                return false;
            char kind = m_lines.first(m_at);
            // Mailers cut the blank off an empty context line.
            if (kind == '\n' || (kind == '\r' && withoutCarriage(m_lines.at(m_at)).isEmpty()))
                kind = ' ';
            if (kind == ' ' && before > 0 && after > 0) {
                --before;
                --after;
            } else if (kind == '-' && before > 0) {
                --before;
                ++file.removed;
            } else if (kind == '+' && after > 0) {
                --after;
                ++file.added;
            } else if (kind != '\\') {
                return false;
            }
            ++m_at;
        }
        if (m_at < m_lines.count() && begins(m_lines.at(m_at), "\\ "))
            ++m_at;
        return true;
    }

    /// "literal 123" or "delta 45" and base-85 lines up to an empty one, once or twice.
    void skipBinary()
    {
        ++m_at;
        while (m_at < m_lines.count()) {
            const QByteArrayView line = m_lines.at(m_at);
            if (!begins(line, "literal ") && !begins(line, "delta "))
                return;
            while (m_at < m_lines.count() && !withoutCarriage(m_lines.at(m_at)).isEmpty())
                ++m_at;
            ++m_at;
        }
        m_at = qMin(m_at, m_lines.count());
    }

    const TextLines &m_lines;
    const QByteArray m_charset;
    const bool m_full;
    qsizetype m_at = 0;
    bool m_flatNames = false;
};

} // namespace

QList<DiffRange> parseDiffs(const TextLines &lines, qsizetype from, const QByteArray &charset,
                            mail::Detail detail)
{
    return DiffReader(lines, from, charset, detail).read();
}

} // namespace loredesk::patch
