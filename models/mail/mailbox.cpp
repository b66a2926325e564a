// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses as they stand in mail (RFC 5322 section 3.4), with what mail programs make of it: names with
// commas and no quotes, quotes that never close, comments that are part of a name, addresses without
// brackets.
#include "models/mail/headerscanner.h"
#include "models/mail/message.h"

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

constexpr int maximumMailboxes = 5000;
constexpr qsizetype maximumName = 300; ///< how far ahead a name may go on

/// Decodes a name or an address. Most are plain ASCII without doubled blanks, and archives hold millions of
/// them.
QString decoded(const QByteArray &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && text[begin] == ' ')
        ++begin;
    while (end > begin && text[end - 1] == ' ')
        --end;
    bool plain = true;
    for (qsizetype i = begin; i < end && plain; ++i) {
        const char c = text[i];
        const char next = i + 1 < end ? text[i + 1] : '\0';
        plain = c >= ' ' && c < 0x7f && !(c == ' ' && next == ' ') && !(c == '=' && next == '?');
    }
    const QByteArrayView inner = QByteArrayView(text).sliced(begin, end - begin);
    return plain ? QString::fromLatin1(inner) : decodeHeader(text).simplified();
}

/// Reads one address list; every method consumes from m_at.
class AddressReader
{
public:
    explicit AddressReader(const QByteArray &text)
        : m_text(text)
        , m_lastSemicolon(text.lastIndexOf(';'))
    {
    }

    QList<Mailbox> read()
    {
        while (m_at < m_text.size() && m_mailboxes.size() < maximumMailboxes)
            step();
        finish();
        return std::move(m_mailboxes);
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        switch (c) {
        case '"':
            quotedString();
            break;
        case '(':
            comment();
            break;
        case '<':
            angleAddress();
            break;
        case ',':
        case ';':
            ++m_at;
            // "Huang, Ying <ying@example.org>": a piece without an address is the head of the next one's
            // name.
            if (c == ',' && !m_hasAngle && !m_phrase.contains('@') && aNameGoesOn())
                m_phrase += ',';
            else
                finish();
            break;
        case ':':
            ++m_at;
            if (m_at <= m_lastSemicolon && !m_hasAngle && !m_phrase.contains('@'))
                m_phrase.clear(); // the name of a group
            else
                m_phrase += ':';
            break;
        case '\\':
            ++m_at;
            if (m_at < m_text.size())
                m_phrase += m_text[m_at++];
            break;
        default: {
            const qsizetype begin = m_at++;
            while (m_at < m_text.size() && !isSpecial(m_text[m_at]))
                ++m_at;
            m_phrase.append(m_text.constData() + begin, m_at - begin);
        }
        }
    }

    static bool isSpecial(char c)
    {
        return c == '"' || c == '(' || c == '<' || c == ',' || c == ';' || c == ':' || c == '\\';
    }

    /// Whether an address in angle brackets comes before any bare one.
    bool aNameGoesOn() const
    {
        if (m_phrase.trimmed().isEmpty())
            return false;
        bool quoted = false;
        const qsizetype end = qMin(m_text.size(), m_at + maximumName);
        for (qsizetype i = m_at; i < end; ++i) {
            const char c = m_text[i];
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == '<')
                return true;
            else if (!quoted && (c == '@' || c == ';'))
                return false;
        }
        return false;
    }

    void quotedString()
    {
        ++m_at;
        if (m_text.indexOf('"', m_at) < 0) { // never closes
            if (!m_text.contains('@'))
                m_phrase += '"'; // nothing here is an address by the book; keep what stands there
            return;
        }
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            m_phrase += m_text[m_at++];
        }
        ++m_at;
    }

    /// Comments stay in the name: in "K.V (Arm) <k.v@example.org>" they are part of it.
    void comment()
    {
        int depth = 0;
        QByteArray text;
        qsizetype i = m_commentsClose ? m_at : m_text.size();
        for (; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (c == '\\' && i + 1 < m_text.size()) {
                text += m_text[++i];
                continue;
            }
            text += c;
            if (c == '(')
                ++depth;
            else if (c == ')' && --depth == 0)
                break;
        }
        if (i == m_text.size()) { // never closes, and then no other one that begins here does, either
            m_commentsClose = false;
            m_phrase += m_text[m_at++];
            return;
        }
        m_at = i + 1;
        m_phrase += text;
    }

    void angleAddress()
    {
        ++m_at;
        qsizetype close = m_text.indexOf('>', m_at);
        if (close < 0)
            close = m_text.size();
        QByteArray address = m_text.mid(m_at, close - m_at).trimmed();
        // A second bracket inside: "<Name <a@example.org>>"; the innermost is the address.
        if (const qsizetype open = address.lastIndexOf('<'); open >= 0)
            address = address.mid(open + 1).trimmed();
        m_at = close + 1;
        if (address.startsWith('@')) { // obsolete route: "<@relay:user@host>"
            if (const qsizetype colon = address.indexOf(':'); colon >= 0)
                address = address.mid(colon + 1);
        }
        if (m_hasAngle && !m_address.isEmpty())
            return; // two addresses for one name: the first counts
        m_hasAngle = true;
        m_address = address;
        m_phrase += ' ';
    }

    void finish()
    {
        Mailbox mailbox;
        if (!m_hasAngle)
            takeBareAddress();
        mailbox.address = decoded(m_address);
        QString name = decoded(m_phrase);
        if (name.startsWith(u'(') && name.endsWith(u')'))
            name = name.mid(1, name.size() - 2).trimmed();
        mailbox.name = name;
        if (!mailbox.isEmpty())
            m_mailboxes.append(mailbox);
        m_phrase.resize(0); // keeps its memory for the next one
        m_address.resize(0);
        m_hasAngle = false;
    }

    static bool isLocalName(const QByteArray &text)
    {
        for (const char c : text) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                               c == '.' || c == '-' || c == '_' || c == '+';
            if (!plain)
                return false;
        }
        return !text.isEmpty();
    }

    /// "user@example.org (A Name)" and "user@example.org".
    void takeBareAddress()
    {
        const QByteArray phrase = m_phrase.trimmed();
        const qsizetype at = phrase.indexOf('@');
        if (at < 0) {
            // A local name such as "root", but no sentence and no debris of an address.
            if (isLocalName(phrase)) {
                m_address = phrase;
                m_phrase.clear();
            } else if (phrase.contains('<') || phrase.contains('>')) {
                m_phrase.clear();
            }
            return;
        }
        const auto ends = [](char c) { return c == ' ' || c == '\t' || c == '(' || c == ')'; };
        qsizetype begin = at;
        while (begin > 0 && !ends(phrase[begin - 1]))
            --begin;
        qsizetype end = at;
        while (end < phrase.size() && !ends(phrase[end]) && phrase[end] != '>')
            ++end;
        m_address = phrase.mid(begin, end - begin);
        m_phrase = phrase.left(begin) + ' ' + phrase.mid(end);
    }

    const QByteArray m_text;
    const qsizetype m_lastSemicolon;
    bool m_commentsClose = true;
    qsizetype m_at = 0;
    QByteArray m_phrase; ///< what is not an address, quotes and escapes removed, still encoded
    QByteArray m_address;
    bool m_hasAngle = false;
    QList<Mailbox> m_mailboxes;
};

} // namespace

QList<Mailbox> parseMailboxes(const QByteArray &value)
{
    return AddressReader(unfolded(value)).read();
}

QString Mailbox::toString() const
{
    if (address.isEmpty())
        return name;
    if (name.isEmpty())
        return address;
    return name + " <"_L1 + address + u'>';
}

QString Mailbox::domain() const
{
    const qsizetype at = address.lastIndexOf(u'@');
    return at < 0 ? QString() : address.mid(at + 1).toLower();
}

} // namespace loredesk::mail
