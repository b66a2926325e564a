// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/comparablepatch.h"

#include "models/patch/diffstat.h"

#include <QCryptographicHash>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

/// A line without LF at a time; an empty rest behind the last LF is none.
class LineReader
{
public:
    explicit LineReader(QStringView text)
        : m_rest(text)
    {
    }
    std::optional<QStringView> next()
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        const qsizetype end = m_rest.indexOf(u'\n');
        const QStringView line = m_rest.left(end < 0 ? m_rest.size() : end);
        m_rest = m_rest.mid(end < 0 ? m_rest.size() : end + 1);
        return line;
    }

private:
    QStringView m_rest;
};

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

/// What of the lines above a file's first hunk somebody meant: all else follows from it.
bool saysSomething(QStringView line)
{
    for (const QLatin1StringView word : {"new file mode "_L1, "deleted file mode "_L1, "old mode "_L1,
                                         "new mode "_L1, "rename from "_L1, "copy from "_L1}) {
        if (line.startsWith(word))
            return true;
    }
    return false;
}

ComparedKind kindOf(QStringView line)
{
    if (line.startsWith(u'+'))
        return ComparedKind::Added;
    if (line.startsWith(u'-'))
        return ComparedKind::Removed;
    return line.startsWith(u'\\') ? ComparedKind::Note : ComparedKind::Context;
}

/// The bytes of a binary file, as the diff writes them, stand for themselves by what they hash to.
class BinaryData
{
public:
    void add(QStringView line)
    {
        if (!line.startsWith("GIT binary patch"_L1) && !m_isOn)
            return;
        m_isOn = true;
        m_hash.addData(line.toUtf8());
        m_hash.addData("\n");
    }
    QString note()
    {
        return m_isOn ? "binary data "_L1 + QString::fromLatin1(m_hash.result().toHex().left(12))
                      : u"binary file"_s;
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha1};
    bool m_isOn = false;
};

} // namespace

ComparablePatch::ComparablePatch(const Patch &patch)
{
    m_text.reserve(patch.commitMessage.size() + patch.diff.size() + 256);
    addMessage(patch);
    m_diffBegin = qsizetype(m_lines.size());
    addDiff(patch);
}

void ComparablePatch::add(QStringView text, ComparedKind kind)
{
    if (qsizetype(m_lines.size()) >= MostLines) {
        m_isCut = true;
        return;
    }
    m_lines.push_back({qint32(m_text.size()), qint32(text.size()), kind});
    m_text += text;
}

void ComparablePatch::addMessage(const Patch &patch)
{
    add("Author: "_L1 + patch.author.toString(), ComparedKind::Author);
    add(parseSubject(patch.subjectAfterInBody).title, ComparedKind::Title);
    QSet<QString> keys;
    for (const Trailer &trailer : patch.trailers)
        keys.insert(trailer.key.toLower());
    const bool isCover = !patch.hasDiff;
    QString message = patch.commitMessage;
    if (isCover && !isBlank(patch.notes))
        message += u'\n' + patch.notes;
    qsizetype blank = 1; // between the title and the message there is always one
    bool inTrailer = false;
    LineReader reader(message);
    bool isFirst = true;
    while (const auto line = reader.next()) {
        if (isBlank(*line)) {
            blank += !isFirst;
            inTrailer = false;
            continue;
        }
        // A diffstat says what the patches do, and those are compared.
        if (isCover) {
            const QByteArray bytes = line->toUtf8();
            if (isDiffStatLine(bytes) || isDiffStatSummary(bytes))
                continue;
        }
        for (; blank > 0; --blank)
            add(u"", ComparedKind::Message);
        const qsizetype colon = line->indexOf(u':');
        if (colon > 0 && keys.contains(line->left(colon).trimmed().toString().toLower()))
            inTrailer = true;
        else if (!line->startsWith(u' ') && !line->startsWith(u'\t'))
            inTrailer = false;
        add(*line, inTrailer ? ComparedKind::Trailer : ComparedKind::Message);
        isFirst = false;
    }
}

void ComparablePatch::addDiff(const Patch &patch)
{
    LineReader reader(patch.diff);
    qsizetype file = -1;
    qsizetype hunk = 0;
    qsizetype inHunk = 0; // lines of it that are still to come
    std::optional<BinaryData> binary;
    const auto endFile = [&] {
        if (binary)
            add(binary->note(), ComparedKind::FileNote);
        binary.reset();
    };
    qsizetype number = 0;
    while (const auto line = reader.next()) {
        while (file + 1 < patch.files.size() && patch.files[file + 1].firstLine <= number) {
            endFile();
            ++file;
            add(patch.files[file].path(), ComparedKind::File);
            if (patch.files[file].binary)
                binary.emplace();
            hunk = 0;
            inHunk = 0;
        }
        const QList<Hunk> *hunks = file >= 0 ? &patch.files[file].hunks : nullptr;
        if (hunks && hunk < hunks->size() && (*hunks)[hunk].firstLine == number) {
            const Hunk &h = (*hunks)[hunk];
            inHunk = h.lines.size();
            ++hunk;
            add(h.section.isEmpty() ? u"@@"_s : "@@ "_L1 + h.section, ComparedKind::Hunk);
        } else if (inHunk > 0) {
            --inHunk;
            add(line->isEmpty() ? QStringView(u" ") : *line, kindOf(*line));
        } else if (binary) {
            binary->add(*line);
        } else if (saysSomething(*line)) {
            add(*line, ComparedKind::FileNote);
        }
        ++number;
    }
    endFile();
}

bool ComparablePatch::isSameFrom(const ComparablePatch &other, qsizetype mine, qsizetype others) const
{
    const auto count = qsizetype(m_lines.size()) - mine;
    if (count != qsizetype(other.m_lines.size()) - others)
        return false;
    for (qsizetype i = 0; i < count; ++i) {
        if (m_lines[size_t(mine + i)].kind != other.m_lines[size_t(others + i)].kind ||
            key(mine + i) != other.key(others + i))
            return false;
    }
    return true;
}

bool ComparablePatch::hasSameText(const ComparablePatch &other) const
{
    return m_diffBegin == other.m_diffBegin && isSameFrom(other, 0, 0);
}

bool ComparablePatch::hasSameDiff(const ComparablePatch &other) const
{
    return isSameFrom(other, m_diffBegin, other.m_diffBegin);
}

} // namespace loredesk::patch
