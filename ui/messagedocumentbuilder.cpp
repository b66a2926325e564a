// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagedocumentbuilder.h"

#include "models/mail/htmltext.h"
#include "ui/messagelines.h"
#include "ui/messageparagraphs.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

int quoteLevel(QStringView line)
{
    int level = 0;
    for (const QChar c : line) {
        if (c == u'>')
            ++level;
        else if (c != u' ' || level == 0)
            break;
    }
    return level;
}

Kind textKind(QStringView line, Kind plain)
{
    switch (quoteLevel(line)) {
    case 0:
        return plain;
    case 1:
        return Kind::Quote1;
    case 2:
        return Kind::Quote2;
    default:
        return Kind::Quote3;
    }
}

const QRegularExpression &statLine()
{
    static const QRegularExpression re(u"^ ?(\\S.*?)\\s+\\|\\s+(?:\\d+(?: [+-]*)?|Bin\\b.*|Unk\\b.*)$"_s);
    return re;
}

const QRegularExpression &statSummary()
{
    static const QRegularExpression re(
        u"^ ?(?:\\d+ files? changed|(?:create|delete) mode \\d{6} |mode change \\d{6} =>|(?:rename|copy|rewrite) .*\\(\\d+%\\)$)"_s);
    return re;
}

/// "lib/{a => b}/x.c" and "a.c => b.c" as the new path.
QString newPathOfStat(QString path)
{
    const qsizetype open = path.indexOf(u'{');
    const qsizetype arrow = path.indexOf(" => "_L1);
    if (arrow < 0)
        return path;
    const qsizetype close = path.indexOf(u'}', arrow);
    if (open >= 0 && open < arrow && close >= 0) {
        path = path.left(open) + path.mid(arrow + 4, close - arrow - 4) + path.mid(close + 1);
        return path.replace("//"_L1, "/"_L1);
    }
    return path.mid(arrow + 4);
}

/// Tells the lines of known trailers, wrapped ones included.
class TrailerLines
{
public:
    void add(const QList<patch::Trailer> &trailers)
    {
        for (const patch::Trailer &t : trailers)
            m_values[t.key.toLower()].append(squeezed(t.value));
    }

    bool isTrailer(QStringView line)
    {
        if (m_values.isEmpty())
            return false;
        const QString plain = line.trimmed().toString();
        if (!m_rest.isEmpty() && !plain.isEmpty() && m_rest.startsWith(squeezed(plain))) {
            m_rest.remove(0, squeezed(plain).size());
            return true;
        }
        m_rest.clear();
        const qsizetype colon = plain.indexOf(u':');
        if (colon <= 0)
            return false;
        const auto values = m_values.constFind(plain.left(colon).trimmed().toLower());
        if (values == m_values.constEnd())
            return false;
        const QString value = squeezed(plain.mid(colon + 1));
        for (const QString &known : *values) {
            if (known.startsWith(value)) {
                m_rest = known.mid(value.size());
                return true;
            }
        }
        return false;
    }

private:
    /// Unwrapping changes blanks only, so they do not count.
    static QString squeezed(const QString &text)
    {
        QString out;
        for (const QChar c : text) {
            if (!c.isSpace())
                out += c;
        }
        return out;
    }

    QHash<QString, QStringList> m_values;
    QString m_rest; ///< of the trailer that the last line began
};

/// UTF-8 where it is; each byte that is none by itself, visibly.
QString textOfBytes(const QByteArray &raw)
{
    if (QByteArrayView(raw).isValidUtf8())
        return QString::fromUtf8(raw);
    QString text;
    text.reserve(raw.size());
    for (qsizetype start = 0; start < raw.size();) {
        qsizetype end = raw.indexOf('\n', start);
        end = end < 0 ? raw.size() : end + 1;
        const QByteArrayView bytes = QByteArrayView(raw).sliced(start, end - start);
        if (bytes.isValidUtf8()) {
            text += QString::fromUtf8(bytes);
        } else {
            for (qsizetype i = 0; i < bytes.size();) {
                const auto lead = quint8(bytes[i]);
                const qsizetype length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                const QByteArrayView character = bytes.sliced(i, std::min(length, bytes.size() - i));
                if (character.isValidUtf8()) {
                    text += QString::fromUtf8(character);
                    i += character.size();
                } else {
                    text += u"\u2039%1\u203a"_s.arg(QString::number(lead, 16).toUpper());
                    ++i;
                }
            }
        }
        start = end;
    }
    return text;
}

} // namespace

void MessageDocumentBuilder::line(QStringView text, Kind kind, qint32 file)
{
    MessageDocument::Line l;
    l.start = qint32(m_doc.m_text.size());
    l.kind = kind;
    l.file = file;
    if (text.size() > MessageDocument::LongestLine && kind != Kind::Raw && kind != Kind::RawHeader) {
        qsizetype keep = MessageDocument::LongestLine;
        if (text[keep - 1].isHighSurrogate())
            --keep;
        m_doc.m_text += text.left(keep);
        m_doc.m_text += u" ‹… "_s +
                        MessageDocumentWords::tr("%n more characters, see the raw message", nullptr,
                                                 int(text.size() - keep)) +
                        u'›';
        l.cut = true;
    } else {
        m_doc.m_text += text;
    }
    l.length = qint32(m_doc.m_text.size()) - l.start;
    m_doc.m_text += u'\n';
    // Counting cells costs as much as the rest of the work, so it is left out for lines that cannot be the
    // widest.
    if (!MessageDocument::wraps(kind) && !MessageDocument::elides(kind)) {
        const QStringView shown = QStringView(m_doc.m_text).mid(l.start, l.length);
        const qint32 of = kind == Kind::StatLine || file >= m_doc.m_files.size() ? -1 : file;
        const int known = of >= 0 ? m_doc.m_files[of].columns : m_doc.m_looseColumns;
        if (l.length * 2 + 7 * shown.count(u'\t') > known)
            m_doc.widen(of, cellCount(shown));
    }
    m_doc.m_lines.append(l);
}

qint32 MessageDocumentBuilder::fileOfStat(const QString &written)
{
    const QString path = newPathOfStat(written);
    const bool cut = path.startsWith("..."_L1);
    const auto matches = [&](const QString &file) {
        return cut ? file.endsWith(QStringView(path).mid(3)) : file == path;
    };
    // The diffstat has the order of the diff nearly always; and cut paths may fit several files.
    for (qint32 i = 0; i < m_paths.size(); ++i) {
        const qint32 candidate = qint32((m_nextStat + i) % m_paths.size());
        if (matches(m_paths[candidate])) {
            m_nextStat = candidate + 1;
            return candidate;
        }
    }
    return -1;
}

void MessageDocumentBuilder::head(const QString &text, const patch::Patch &patch)
{
    TrailerLines trailers;
    trailers.add(patch.trailers);
    trailers.add(patch.followUp.accepted);
    trailers.add(patch.followUp.mismatched);
    const bool separated = patch.hasDiff || !patch.diffStat.isEmpty();
    enum { Top, InBodyHeader, Message, Notes, Signature } at = Top;
    bool statSeen = false;
    // A signature is what follows the last "-- "; quoted patches bring their own, which are no end.
    qsizetype signature = -1;
    if (!patch.hasDiff) {
        const qsizetype last = text.lastIndexOf("\n-- \n"_L1);
        signature = last >= 0 ? last + 1 : text.startsWith("-- \n"_L1) ? 0 : -1;
    }
    const bool stats = !patch.diffStat.isEmpty() || patch.prefix.index == 0;
    const QString visible = visibleMail(text);
    const qsizetype signatureLine = signature < 0 ? -1 : QStringView(text).left(signature).count(u'\n');
    qsizetype number = 0;
    forEachLine(visible, [&](QStringView l) {
        if (number++ == signatureLine)
            at = Signature;
        if (at == Top) {
            if (l.trimmed().isEmpty())
                return line(l, Kind::Text);
            at = patch.authorInBody &&
                         (l.startsWith("From:"_L1) || l.startsWith("Subject:"_L1) || l.startsWith("Date:"_L1))
                     ? InBodyHeader
                     : Message;
        }
        if (at == InBodyHeader) {
            if (l.trimmed().isEmpty())
                at = Message;
            return line(l, Kind::InBodyHeader);
        }
        if (at == Signature)
            return line(l, Kind::Signature);
        if (at == Message && separated && l == "---"_L1) {
            at = Notes;
            return line(l, Kind::Separator);
        }
        if (!l.startsWith(u'>')) {
            if (stats && l.contains(u'|')) {
                const QRegularExpressionMatch stat = statLine().match(l.toString());
                if (stat.hasMatch()) {
                    statSeen = true;
                    return line(l, Kind::StatLine, fileOfStat(stat.captured(1)));
                }
            }
            if (statSeen && statSummary().match(l.toString()).hasMatch())
                return line(l, Kind::StatSummary);
        }
        if (trailers.isTrailer(l))
            return line(l, Kind::Trailer);
        line(l, textKind(l, at == Notes ? Kind::Notes : Kind::Text));
    });
}

void MessageDocumentBuilder::tail(const QString &text)
{
    bool signature = false;
    const QString visible = visibleMail(text);
    forEachLine(visible, [&](QStringView l) {
        signature = signature || l == "-- "_L1 || l == "--"_L1;
        line(l, signature ? Kind::Signature : textKind(l, Kind::Text));
    });
}

void MessageDocumentBuilder::body(const patch::ReadMessage &message)
{
    const patch::Patch &patch = message.patch;
    for (const patch::FileDiff &file : patch.files)
        m_paths.append(file.path());
    m_doc.m_text.reserve(patch.text.size() + patch.text.size() / 16 + 256);
    line({}, Kind::Gap); // room between the header strip and the text
    const auto has = [&](const char *type) {
        return std::any_of(message.message.parts.begin(), message.message.parts.end(),
                           [&](const mail::PartInfo &part) { return part.type == type; });
    };
    if (has("text/html") && !has("text/plain") && patch.diff.isEmpty() &&
        !message.message.body.trimmed().isEmpty()) {
        remark(MessageDocumentWords::tr(
            "This message is HTML only; this is its text. The raw message has all of it."));
        line({}, Kind::Gap);
        head(mail::htmlText(message.message.body), {});
        return;
    }
    // The diff may be in an attachment; then the text around it is still to be read first.
    const QStringView shown = QStringView(message.message.body).trimmed().left(4000);
    if (!shown.isEmpty() && !patch.text.contains(shown)) {
        head(message.message.body, {});
        if (!patch.text.trimmed().isEmpty())
            line({}, Kind::Gap);
    }
    const qsizetype at = patch.diff.isEmpty() ? -1 : patch.text.indexOf(patch.diff);
    if (patch.diff.isEmpty()) {
        head(patch.text, patch);
    } else if (at >= 0) {
        head(patch.text.left(at), patch);
        diff(patch);
        tail(patch.text.mid(at + patch.diff.size()));
    } else {
        head(patch.commitMessage, patch);
        if (!patch.notes.isEmpty()) {
            line(u"---", Kind::Separator);
            tail(patch.notes);
        }
        diff(patch);
        if (!patch.signature.isEmpty())
            tail(u"-- \n"_s + patch.signature);
    }
    const auto blank = [](const MessageDocument::Line &l) { return l.length == 0; };
    if (std::all_of(m_doc.m_lines.begin(), m_doc.m_lines.end(), blank))
        remark(
            MessageDocumentWords::tr("This message has no plain text. The raw message shows what it holds."));
}

void MessageDocumentBuilder::raw(const QByteArray &raw)
{
    QString text = textOfBytes(raw);
    // On disk a CR is a character like any other, so it must not vanish as part of a line's end.
    const QString carriageReturn = base::visibleMark(u'\r');
    text.replace(u'\r', carriageReturn);
    m_doc.m_text.reserve(text.size() + 256);
    bool header = true;
    const QString visible = visibleMail(text);
    forEachLine(visible, [&](QStringView l) {
        header = header && !l.isEmpty() && l != carriageReturn;
        line(l, header ? Kind::RawHeader : Kind::Raw);
    });
}

MessageDocument MessageDocumentBuilder::finish()
{
    // An end without LF: the caret can stand behind the last character, and nowhere else.
    if (m_doc.m_text.endsWith(u'\n'))
        m_doc.m_text.chop(1);
    const std::vector<bool> continued = continuedLines(m_doc);
    for (qsizetype i = 0; i < m_doc.m_lines.size(); ++i)
        m_doc.m_lines[i].continued = continued[size_t(i)];
    return std::move(m_doc);
}

MessageDocument MessageDocument::ofMessage(const patch::ReadMessage &message)
{
    MessageDocumentBuilder builder;
    builder.body(message);
    return builder.finish();
}

MessageDocument MessageDocument::ofDiff(const patch::ReadMessage &message)
{
    MessageDocumentBuilder builder;
    builder.diff(message.patch);
    if (message.patch.diff.isEmpty()) {
        builder.line({}, Kind::Gap);
        builder.remark(MessageDocumentWords::tr("This message has no diff."));
    }
    return builder.finish();
}

MessageDocument MessageDocument::ofRemark(const QString &text)
{
    MessageDocumentBuilder builder;
    builder.remark(text);
    return builder.finish();
}

MessageDocument MessageDocument::ofRaw(const QByteArray &raw)
{
    MessageDocumentBuilder builder;
    builder.raw(raw);
    return builder.finish();
}

} // namespace loredesk::ui
