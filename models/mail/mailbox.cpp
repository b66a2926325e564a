// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses as they stand in mail (RFC 5322 section 3.4), with what mail programs make of it: names with
// commas and no quotes, quotes that never close, comments that are part of a name, addresses without
// brackets.
#include "models/mail/headerscanner.h"
#include "models/mail/message.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

constexpr qsizetype maximumName = 300; ///< how far ahead a name may go on

bool isFold(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Without the blanks and line ends around it.
QByteArrayView withoutFolds(QByteArrayView text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isFold(text[begin]))
        ++begin;
    while (end > begin && isFold(text[end - 1]))
        --end;
    return text.sliced(begin, end - begin);
}

/// ASCII without doubled blanks and encoded words, as most names and addresses are: itself when decoded.
bool isPlain(QByteArrayView text)
{
    char last = '\0';
    for (const char c : text) {
        if (c < ' ' || c >= 0x7f || (c == last && c == ' ') || (c == '?' && last == '='))
            return false;
        last = c;
    }
    return true;
}

/// Decodes a name or an address; archives hold millions of them.
QString decoded(QByteArrayView text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && text[begin] == ' ')
        ++begin;
    while (end > begin && text[end - 1] == ' ')
        --end;
    const QByteArrayView inner = text.sliced(begin, end - begin);
    return isPlain(inner) ? QString::fromLatin1(inner) : decodeHeader(text).simplified();
}

constexpr std::array<bool, 256> makeSpecials()
{
    std::array<bool, 256> table{};
    for (const unsigned char c : {'"', '(', '<', ',', ';', ':', '\\'})
        table[c] = true;
    return table;
}

constexpr std::array<bool, 256> specials = makeSpecials();

bool isSpecial(char c)
{
    return specials[static_cast<unsigned char>(c)];
}

/// Reads one address list. Everything is read by step(), which consumes from m_at; what is written as it
/// should be (`Name <address>`, `"Name" <address>`, `address`) is seen at once by simpleMailbox(). Gives each
/// mailbox to `Take`, which says whether to go on: take(phrase, address), both still encoded.
template <class Take>
class AddressReader
{
public:
    AddressReader(QByteArrayView text, const Take &take)
        : m_take(take)
        , m_text(text)
    {
    }

    void read()
    {
        bool folded = true;
        while (!m_done && m_at < m_text.size()) {
            if (m_phrase.isEmpty() && !m_hasAngle && simpleMailbox())
                continue;
            if (m_done || m_at >= m_text.size())
                break;
            if (folded) {
                folded = false;
                m_hasAt = m_text.contains('@');
                m_text = unfolded(m_text.sliced(m_at), m_buffer);
                m_at = 0;
                m_lastSemicolon = m_text.lastIndexOf(';');
                if (m_text.isEmpty()) // it was nothing but the end of a line
                    break;
            }
            step();
        }
        if (!m_done)
            finish();
    }

private:
    /// Whether the next mailbox is one without surprises; then it is read, with the comma behind it.
    bool simpleMailbox()
    {
        const char *at = m_text.data() + m_at;
        const char *const end = m_text.data() + m_text.size();
        while (at < end && isFold(*at))
            ++at;
        const char *begin = at;
        QByteArrayView name;
        if (at < end && *at == '"') {
            ++begin;
            do
                ++at;
            while (at < end && *at != '"' && *at != '\\' && *at != '\n');
            if (at == end || *at != '"')
                return false;
            name = QByteArrayView(begin, at - begin);
            do
                ++at;
            while (at < end && isFold(*at));
            if (at == end || *at != '<')
                return false;
        } else {
            while (at < end && !isSpecial(*at))
                ++at;
            name = withoutFolds(QByteArrayView(begin, at - begin));
            if (name.contains('\n'))
                return false;
        }
        QByteArrayView address;
        if (at < end && *at == '<') {
            const char *const open = ++at;
            while (at < end && *at != '>' && *at != '<' && *at != '\n')
                ++at;
            address = QByteArrayView(open, at - open);
            if (at == end || *at != '>' || address.startsWith('@'))
                return false;
            do
                ++at;
            while (at < end && isFold(*at));
            address = address.trimmed();
            if (address.startsWith('@'))
                return false;
        } else {
            std::swap(name, address);
            if (!isBareAddress(address))
                return false;
        }
        if (at < end && *at != ',')
            return false;
        m_at = at - m_text.data() + (at < end ? 1 : 0);
        m_done = !m_take(name, address);
        return true;
    }

    static bool isBareAddress(QByteArrayView text)
    {
        bool hasAt = false;
        for (const char c : text) {
            if (c <= ' ' || c == ')' || c == '>')
                return false;
            hasAt = hasAt || c == '@';
        }
        return hasAt;
    }

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
            m_phrase.append(m_text.data() + begin, m_at - begin);
        }
        }
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
            if (!m_hasAt)
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
        QByteArray address = m_text.sliced(m_at, close - m_at).trimmed().toByteArray();
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
        if (!m_hasAngle)
            takeBareAddress();
        m_done = !m_take(m_phrase, m_address);
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

    const Take &m_take;
    QByteArrayView m_text; ///< without its folds from the first step() on
    QByteArray m_buffer;   ///< what m_text is a view of then
    qsizetype m_lastSemicolon = -1;
    bool m_hasAt = true; ///< an @ stands anywhere in the list
    bool m_commentsClose = true;
    bool m_done = false;
    qsizetype m_at = 0;
    QByteArray m_phrase; ///< what is not an address, quotes and escapes removed, still encoded
    QByteArray m_address;
    bool m_hasAngle = false;
};

} // namespace

QList<Mailbox> parseMailboxes(QByteArrayView value, qsizetype most)
{
    QList<Mailbox> mailboxes;
    const auto take = [&](QByteArrayView phrase, QByteArrayView address) {
        Mailbox mailbox;
        mailbox.address = decoded(address);
        mailbox.name = decoded(phrase);
        if (mailbox.name.startsWith(u'(') && mailbox.name.endsWith(u')'))
            mailbox.name = mailbox.name.mid(1, mailbox.name.size() - 2).trimmed();
        if (!mailbox.isEmpty())
            mailboxes.append(std::move(mailbox));
        return mailboxes.size() < most;
    };
    AddressReader(value, take).read();
    return mailboxes;
}

void visitAddresses(QByteArrayView value, const std::function<bool(QByteArrayView)> &visit)
{
    qsizetype mailboxes = 0;
    const auto take = [&](QByteArrayView, QByteArrayView address) {
        const QByteArrayView inner = withoutFolds(address);
        bool goesOn = true;
        if (isPlain(inner))
            goesOn = inner.isEmpty() || visit(inner);
        else if (const QByteArray text = decoded(address).toUtf8(); !text.isEmpty())
            goesOn = visit(text);
        return goesOn && ++mailboxes < MostMailboxes;
    };
    AddressReader(value, take).read();
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
