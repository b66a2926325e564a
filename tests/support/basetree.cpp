// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/basetree.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

namespace {

constexpr int MostLines = 200000; ///< of a file: a hunk far down makes that many lines of filler

/// "a/dir/file" without its first folder; empty for /dev/null. A name in quotation marks has octal escapes, a
/// name of an older diff a date behind a tab.
QByteArray nameOf(QByteArray text)
{
    if (text.startsWith('"')) {
        QByteArray plain;
        for (qsizetype i = 1; i < text.size() && text[i] != '"'; ++i) {
            if (text[i] != '\\' || i + 1 >= text.size()) {
                plain += text[i];
            } else if (text[i + 1] >= '0' && text[i + 1] <= '7') {
                plain += char(text.mid(i + 1, 3).toInt(nullptr, 8));
                i += 3;
            } else {
                ++i;
                plain += text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
            }
        }
        text = plain;
    } else if (const qsizetype tab = text.indexOf('\t'); tab >= 0) {
        text.truncate(tab);
    }
    return text == "/dev/null" ? QByteArray() : text.mid(text.indexOf('/') + 1);
}

} // namespace

bool BaseTree::fail(const char *why)
{
    if (m_error.isEmpty())
        m_error = QString::fromLatin1(why);
    return false;
}

bool BaseTree::add(const QByteArray &patch)
{
    const QList<Section> all = sections(patch);
    if (all.isEmpty())
        return fail("a patch without a diff");
    Change change;
    for (const Section &section : all) {
        if (!apply(section, change))
            return false;
    }
    for (auto it = change.cbegin(); it != change.cend(); ++it)
        m_now.insert(it.key(), it.value());
    m_changes.append(change);
    return true;
}

QList<BaseTree::Section> BaseTree::sections(const QByteArray &patch)
{
    static const QRegularExpression hunkHead(u"^@@ -(\\d+)(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@"_s);
    QList<Section> all;
    bool open = false; // within the header of a section
    QByteArrayList lines;
    for (qsizetype at = 0; at < patch.size();) {
        const qsizetype end = patch.indexOf('\n', at);
        lines << patch.mid(at, end < 0 ? -1 : end - at + 1);
        at += lines.last().size();
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QByteArray line = lines[i];
        line.chop(line.endsWith('\n'));
        if (line.startsWith("diff --git ")) {
            all.append(Section());
            open = true;
            // Only a change of mode or an empty file has no other line with the name: the same name twice.
            const QByteArray names = line.mid(11);
            all.last().oldName = all.last().newName = nameOf(names.left(names.size() / 2));
        } else if (line.startsWith("--- ") && i + 1 < lines.size() && lines[i + 1].startsWith("+++ ")) {
            if (!open)
                all.append(Section());
            open = false;
            all.last().oldName = nameOf(line.mid(4));
            all.last().newName = nameOf(lines[++i].mid(4).trimmed());
        } else if (const auto head = hunkHead.match(QString::fromLatin1(line));
                   head.hasMatch() && !all.isEmpty()) {
            Hunk hunk;
            hunk.oldStart = head.captured(1).toInt();
            hunk.oldCount = head.captured(2).isEmpty() ? 1 : head.captured(2).toInt();
            hunk.newCount = head.captured(3).isEmpty() ? 1 : head.captured(3).toInt();
            int before = hunk.oldCount, after = hunk.newCount;
            while (i + 1 < lines.size() && (before > 0 || after > 0 || lines[i + 1].startsWith('\\'))) {
                QByteArray text = lines[++i];
                if (text.startsWith('\\')) {
                    if (!hunk.lines.isEmpty())
                        hunk.lines.last().chop(hunk.lines.last().endsWith('\n'));
                    continue;
                }
                if (text == "\n")
                    text.prepend(' '); // a context line that lost its blank
                before -= text[0] != '+';
                after -= text[0] != '-';
                hunk.lines << text;
            }
            all.last().hunks.append(hunk);
        } else if (open) {
            open = readHeaderLine(all.last(), line);
        }
    }
    return all;
}

bool BaseTree::readHeaderLine(Section &section, const QByteArray &line)
{
    const auto value = [&line](const char *key, QByteArray &to) {
        if (line.startsWith(key))
            to = line.mid(qsizetype(qstrlen(key)));
        return line.startsWith(key);
    };
    if (value("old mode ", section.oldMode) || value("new mode ", section.newMode))
        return true;
    if (value("new file mode ", section.newMode)) {
        section.oldName.clear();
    } else if (value("deleted file mode ", section.oldMode)) {
        section.newName.clear();
    } else if (QByteArray from; value("rename from ", from) || value("copy from ", from)) {
        section.oldName = nameOf("a/" + from);
        section.copy = line.startsWith("copy");
    } else if (QByteArray to; value("rename to ", to) || value("copy to ", to)) {
        section.newName = nameOf("b/" + to);
    } else if (line.startsWith("index ")) {
        if (const qsizetype blank = line.indexOf(' ', 6); blank > 0)
            section.oldMode = line.mid(blank + 1).trimmed();
    } else if (line.startsWith("GIT binary patch") || line.startsWith("Binary files ")) {
        section.binary = true;
    }
    return true;
}

bool BaseTree::apply(const Section &section, Change &change)
{
    if (section.binary)
        return fail("a binary file");
    if (section.oldMode == "160000" || section.newMode == "160000")
        return fail("a submodule");
    File file;
    if (section.oldName.isEmpty()) {
        file.mode = "100644";
    } else {
        // Within a patch every section sees what was there before it, but for a file that it has twice.
        const bool again = section.oldName == section.newName && change.contains(section.oldName);
        const std::optional<File> known =
            again ? change.value(section.oldName) : m_now.value(section.oldName);
        if (known)
            file = *known;
        else if (again || m_now.contains(section.oldName))
            return fail("a patch that changes a file which is gone");
        else
            file = baseFile(section.oldName, section.oldMode);
        if (section.oldName != section.newName && !section.copy)
            change.insert(section.oldName, std::nullopt);
    }
    if (!section.newMode.isEmpty())
        file.mode = section.newMode;
    int shift = 0;
    for (const Hunk &hunk : section.hunks) {
        if (!apply(file, hunk, shift))
            return false;
    }
    if (section.newName.isEmpty()) {
        extend(file, file.lines.size() + 1);
        return file.lines.empty() || fail("a deletion that leaves lines");
    }
    const std::optional<File> there = m_now.value(section.newName);
    if (section.oldName.isEmpty() && there && !change.contains(section.newName))
        return fail("a new file that is there already");
    if (!m_now.contains(section.newName) && section.oldName != section.newName)
        m_now.insert(section.newName, std::nullopt); // it was not there before
    change.insert(section.newName, file);
    return true;
}

bool BaseTree::apply(File &file, const Hunk &hunk, int &shift)
{
    const int start = hunk.oldStart - (hunk.oldCount > 0) + shift;
    if (start < 0 || start > MostLines)
        return fail("a hunk at an impossible line");
    std::size_t at = std::size_t(start);
    bool ends = false, context = false;
    for (const QByteArray &line : hunk.lines) {
        const QByteArray text = line.mid(1);
        context = line[0] == ' ';
        ends = ends || !text.endsWith('\n');
        if (line[0] == '+') {
            extend(file, at);
            if (at > file.lines.size())
                return fail("a hunk behind the end of its file");
            file.lines.insert(file.lines.begin() + std::ptrdiff_t(at++), Line{-1, int(m_added.size())});
            m_added << text;
            continue;
        }
        extend(file, at + 1);
        if (at >= file.lines.size() || !match(file.lines[at], text))
            return fail("patches that contradict each other");
        if (line[0] == ' ')
            ++at;
        else
            file.lines.erase(file.lines.begin() + std::ptrdiff_t(at));
    }
    shift += hunk.newCount - hunk.oldCount;
    // No context below the last change: that is how a diff says that the file ends there.
    return (context && !ends) || endAt(file, at);
}

bool BaseTree::match(const Line &line, const QByteArray &text)
{
    if (line.file < 0)
        return m_added[line.number] == text;
    QMap<int, QByteArray> &known = m_base[std::size_t(line.file)].known;
    const auto it = known.constFind(line.number);
    if (it != known.constEnd())
        return *it == text;
    known.insert(line.number, text);
    return true;
}

bool BaseTree::endAt(File &file, std::size_t position)
{
    if (file.lines.size() != position)
        return fail("a hunk that ends its file too early");
    if (file.rest >= 0) {
        int &count = m_base[std::size_t(file.rest)].count;
        if (count >= 0 && count != file.next)
            return fail("patches that contradict each other");
        count = file.next;
        file.rest = -1;
    }
    return true;
}

void BaseTree::extend(File &file, std::size_t count)
{
    while (file.rest >= 0 && file.lines.size() < count) {
        const int end = m_base[std::size_t(file.rest)].count;
        if (end >= 0 && file.next >= end)
            file.rest = -1;
        else
            file.lines.push_back({file.rest, file.next++});
    }
}

BaseTree::File &BaseTree::baseFile(const QByteArray &name, const QByteArray &mode)
{
    File file;
    file.mode = mode.isEmpty() ? QByteArray("100644") : mode;
    file.rest = int(m_base.size());
    m_base.push_back({name, file.mode, {}, -1});
    return **m_now.insert(name, file);
}

int BaseTree::lineCount(const BaseFile &file) const
{
    constexpr int Below = 5; // a file goes on below what patches see of it
    if (file.count >= 0)
        return file.count;
    return file.known.isEmpty() ? Below : file.known.lastKey() + 1 + Below;
}

QByteArray BaseTree::lineOf(int file, int number) const
{
    if (file < 0)
        return m_added[number];
    const BaseFile &base = m_base[std::size_t(file)];
    const auto known = base.known.constFind(number);
    return known != base.known.constEnd()
               ? *known
               : "line " + QByteArray::number(number + 1) + " of " + base.name + '\n';
}

QByteArray BaseTree::contents(const File &file) const
{
    QByteArray text;
    for (const Line &line : file.lines)
        text += lineOf(line.file, line.number);
    if (file.rest >= 0) {
        const int count = lineCount(m_base[std::size_t(file.rest)]);
        for (int number = file.next; number < count; ++number)
            text += lineOf(file.rest, number);
    }
    return text;
}

QByteArray BaseTree::fastImport() const
{
    const auto data = [](const QByteArray &bytes) {
        return "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
    };
    const auto modified = [&data](const QByteArray &name, const QByteArray &mode, const QByteArray &bytes) {
        return "M " + mode + " inline " + name + '\n' + data(bytes);
    };
    const QByteArray committer = "committer Base <base@example.org> 0 +0000\n";
    QByteArray stream = "commit refs/heads/base\n" + committer + data("base");
    for (std::size_t i = 0; i < m_base.size(); ++i) {
        QByteArray text;
        const int count = lineCount(m_base[i]);
        for (int number = 0; number < count; ++number)
            text += lineOf(int(i), number);
        stream += modified(m_base[i].name, m_base[i].mode, text);
    }
    for (qsizetype i = 0; i < m_changes.size(); ++i) {
        stream += "commit refs/heads/expected\n" + committer + data("patch") +
                  (i == 0 ? "from refs/heads/base\n" : "");
        for (auto it = m_changes[i].cbegin(); it != m_changes[i].cend(); ++it)
            stream += it.value() ? modified(it.key(), it.value()->mode, contents(*it.value()))
                                 : "D " + it.key() + '\n';
    }
    return stream;
}

} // namespace loredesk::tests
