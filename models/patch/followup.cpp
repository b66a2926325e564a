// SPDX-License-Identifier: GPL-3.0-or-later
// What a reply offers to the patch it answers.
#include "models/patch/trailer.h"

#include <QSet>
#include <QStringView>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

/// Trailers that name no person and still may be offered.
bool isReference(QStringView key)
{
    static constexpr std::array<QLatin1StringView, 5> keys = {"fixes"_L1, "closes"_L1, "link"_L1,
                                                              "buglink"_L1, "resolves"_L1};
    for (const QLatin1StringView known : keys) {
        if (key.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// "Reviewed-by", but not "Not-yet-signed-off-by": nobody offers that.
bool isPersonKey(QStringView key)
{
    return key.endsWith("-by"_L1, Qt::CaseInsensitive) && !key.startsWith("not-"_L1, Qt::CaseInsensitive);
}

/// Whether somebody could be reached there: "user@example", cut while copying, is no address.
bool hasAddress(const QString &value)
{
    const qsizetype at = value.lastIndexOf(u'@');
    return at > 0 && value.indexOf(u'.', at) > at + 1;
}

/// The lines of a text one by one: a list of them would take many times the text's size.
class LineWalk
{
public:
    explicit LineWalk(QStringView text)
        : m_text(text)
    {
    }
    /// Goes to the next line; false behind the last one.
    bool next()
    {
        if (m_next > m_text.size())
            return false;
        m_line = following();
        m_next += m_line.size() + 1;
        return true;
    }
    QStringView line() const { return m_line; }
    /// The line that comes next, empty where there is none.
    QStringView following() const
    {
        if (m_next >= m_text.size())
            return {};
        const qsizetype end = m_text.indexOf(u'\n', m_next);
        return m_text.sliced(m_next, (end < 0 ? m_text.size() : end) - m_next);
    }

private:
    const QStringView m_text;
    QStringView m_line;
    qsizetype m_next = 0;
};

struct Line
{
    QStringView key;
    QStringView value;
};

/// "  Acked-by: A U Thor <author@example.org>": indented or not, at least one blank (a no-break space will
/// do) behind the colon.
Line readLine(QStringView line)
{
    line = line.trimmed();
    qsizetype i = 0;
    while (i < line.size() &&
           ((line[i] >= u'a' && line[i] <= u'z') || (line[i] >= u'A' && line[i] <= u'Z') || line[i] == u'-'))
        ++i;
    if (i < 2 || i + 1 >= line.size() || line[i] != u':' || !line[i + 1].isSpace())
        return {};
    return {line.left(i), line.mid(i + 1).trimmed()};
}

QString plainLocalPart(const QString &address)
{
    QString local = address.left(address.lastIndexOf(u'@'));
    if (const qsizetype plus = local.indexOf(u'+'); plus > 0)
        local.truncate(plus);
    return local;
}

/// "linux.example.org" and "example.org": one is the other with a label in front.
bool differByOneLabel(const QString &first, const QString &second)
{
    const QString &longer = first.size() > second.size() ? first : second;
    const QString &shorter = first.size() > second.size() ? second : first;
    return longer.size() > shorter.size() + 1 && longer.endsWith(u'.' + shorter) && shorter.contains(u'.') &&
           !longer.left(longer.size() - shorter.size() - 1).contains(u'.');
}

/// Whether the one who sent the reply is the one whom the trailer names.
bool isSamePerson(const mail::Mailbox &named, const mail::Mailbox &sender)
{
    const QString first = named.address.toLower();
    const QString second = sender.address.toLower();
    if (first == second && !first.isEmpty())
        return true;
    const QString firstLocal = plainLocalPart(first);
    if (!firstLocal.isEmpty() && firstLocal == plainLocalPart(second) &&
        (named.domain() == sender.domain() || differByOneLabel(named.domain(), sender.domain())))
        return true;
    const auto plainName = [](const QString &name) { return name.simplified().toCaseFolded(); };
    return !named.name.isEmpty() && plainName(named.name) == plainName(sender.name);
}

} // namespace

bool mayOfferTrailers(QByteArrayView text)
{
    // A key is known by its end: "Reviewed-by:", "Fixes:", "BugLink:".
    static constexpr std::array<QByteArrayView, 5> ends = {"-by", "link", "fixes", "closes", "resolves"};
    const char *at = text.data();
    const char *const begin = at;
    const char *const end = at + text.size();
    while (at < end) {
        at = static_cast<const char *>(std::memchr(at, ':', size_t(end - at)));
        if (!at)
            return false;
        for (const QByteArrayView key : ends) {
            if (at - begin >= key.size() && (at[-1] | 0x20) == key.back() &&
                qstrnicmp(at - key.size(), key.data(), size_t(key.size())) == 0)
                return true;
        }
        ++at;
    }
    return false;
}

FollowUp parseFollowUp(const QString &body, const mail::Mailbox &sender)
{
    FollowUp followUp;
    QSet<QString> seen;
    LineWalk lines(body);
    while (followUp.accepted.size() + followUp.mismatched.size() < MostTrailers && lines.next()) {
        const QStringView line = lines.line();
        if (line == "-- "_L1)
            break;
        const Line found = readLine(line);
        if (found.key.isEmpty() || found.value.isEmpty())
            continue;
        const bool reference = isReference(found.key);
        if (!reference && !isPersonKey(found.key))
            continue;
        Trailer trailer;
        trailer.key = found.key.toString();
        trailer.value = found.value.toString();
        trailer.kind = reference ? Trailer::Kind::Other : Trailer::Kind::Person;
        const QStringView next = lines.following().trimmed();
        if (!reference && !trailer.value.contains(u'@')) {
            // The address was wrapped onto the next line.
            if (!next.startsWith(u'<') || !next.contains(u'@') || !next.contains(u'>'))
                continue;
            trailer.value += u' ' + next.toString();
            lines.next();
        } else if (reference && trailer.value.count(u'(') > trailer.value.count(u')') &&
                   next.contains(u')') && readLine(next).key.isEmpty()) {
            trailer.value += u' ' + next.toString(); // Fixes: 0123456789ab ("a long
            lines.next();                            // title")
        }
        if (!reference && !hasAddress(trailer.value))
            continue;
        if (reference && trailer.key.compare("fixes"_L1, Qt::CaseInsensitive) != 0) {
            if (!trailer.value.startsWith("http"_L1))
                continue;
            trailer.kind = Trailer::Kind::Link;
        } else if (reference) {
            // Fixes takes a commit; "Fixes: a typo" in prose is none.
            const QString commit = trailer.value.section(u' ', 0, 0);
            bool hexadecimal = commit.size() >= 7;
            for (const QChar c : commit)
                hexadecimal = hexadecimal && (c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f'));
            if (!hexadecimal)
                continue;
        }
        const QString identity = trailer.toString().simplified().toLower();
        if (seen.contains(identity))
            continue;
        seen.insert(identity);
        const bool accepted = reference || isSamePerson(trailer.mailbox(), sender);
        (accepted ? followUp.accepted : followUp.mismatched).append(trailer);
    }
    return followUp;
}

} // namespace loredesk::patch
