// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/subjectprefix.h"

#include <QStringView>

#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

constexpr int maximumGroups = 20;

bool isDigits(QStringView text)
{
    if (text.isEmpty())
        return false;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return true;
}

bool isWord(QStringView text, QLatin1StringView word)
{
    return text.size() == word.size() && text.compare(word, Qt::CaseInsensitive) == 0;
}

/// Words that mail programs put before the subject of an answer or a forwarded message, in their languages.
bool isReplyWord(QStringView word)
{
    static constexpr std::array<QLatin1StringView, 12> words = {"re"_L1,   "aw"_L1, "fw"_L1, "fwd"_L1,
                                                                "sv"_L1,   "vs"_L1, "rv"_L1, "res"_L1,
                                                                "antw"_L1, "wg"_L1, "tr"_L1, "odp"_L1};
    for (const QLatin1StringView known : words) {
        if (isWord(word, known))
            return true;
    }
    return word == u"\u56de\u590d" || word == u"\u7b54\u590d" || word == u"\u8f6c\u53d1" ||
           word == u"\u56de\u8986" || word == u"\u7b54\u8986" || word == u"\u8f49\u5bc4";
}

/// Reads the words before a title one by one.
class SubjectReader
{
public:
    explicit SubjectReader(const QString &subject)
        : m_text(subject.simplified())
        , m_rest(m_text)
    {
    }

    SubjectPrefix read()
    {
        bool anyGroup = false;
        for (int i = 0; i < maximumGroups; ++i) {
            // Behind a list's tag ("[EXTERNAL] Re: [PATCH]") a reply word still counts; behind the patch's
            // own brackets it is the title.
            if (!m_prefix.patch && takeReplyWord(anyGroup))
                continue;
            if (!takeGroup())
                break;
            anyGroup = true;
            skipColon();
        }
        if (anyGroup) {
            while (m_rest.startsWith(u':')) // "[Patch 2/2]: title"
                m_rest = m_rest.mid(1).trimmed();
        }
        m_prefix.title = m_rest.trimmed().toString();
        return std::move(m_prefix);
    }

private:
    bool takeReplyWord(bool afterGroup)
    {
        qsizetype i = 0;
        while (i < m_rest.size() && m_rest[i].isLetter())
            ++i;
        if (i < 2 || i > 4)
            return false;
        const QStringView word = m_rest.left(i);
        QStringView after = m_rest.mid(i).trimmed();
        // "RE[2]:", "Re(2):", "Re^2:"
        if (after.startsWith(u'[') || after.startsWith(u'(') || after.startsWith(u'^')) {
            qsizetype end = 1;
            while (end < after.size() && after[end].isDigit())
                ++end;
            if (end == 1)
                return false;
            after = after.mid(end);
            if (after.startsWith(u']') || after.startsWith(u')'))
                after = after.mid(1);
        }
        if (!after.startsWith(u':') && !after.startsWith(u'\uff1a'))
            return false;
        after = after.mid(1).trimmed();
        // Any two or three letters, a colon and a bracket: "NAK: [PATCH] …" answers it.
        const bool answers = !afterGroup && i <= 3 && after.startsWith(u'[');
        if (!isReplyWord(word) && !answers)
            return false;
        // "Re: (2) [PATCH 1/4]": a counter of answers.
        if (after.startsWith(u'(')) {
            const qsizetype close = after.indexOf(u')');
            if (close > 1 && isDigits(after.mid(1, close - 1)) &&
                after.mid(close + 1).trimmed().startsWith(u'['))
                after = after.mid(close + 1).trimmed();
        }
        m_prefix.reply = true;
        m_rest = after;
        return true;
    }

    /// A mail gateway's mark may have one: "[External] : Re: [PATCH] …".
    void skipColon()
    {
        if (m_prefix.patch || !m_rest.startsWith(u':'))
            return;
        const QStringView colon = m_rest;
        m_rest = m_rest.mid(1).trimmed();
        if (!m_rest.startsWith(u'[') && !takeReplyWord(true))
            m_rest = colon;
    }

    bool takeGroup()
    {
        if (!m_rest.startsWith(u'['))
            return false;
        int depth = 0;
        qsizetype end = 0;
        for (; end < m_rest.size(); ++end) {
            if (m_rest[end] == u'[')
                ++depth;
            else if (m_rest[end] == u']' && --depth == 0)
                break;
        }
        if (end == m_rest.size())
            return false;
        QString inside = m_rest.mid(1, end - 1).toString();
        for (QChar &c : inside) {
            if (c == u'[' || c == u']' || c == u',')
                c = u' ';
        }
        readGroup(inside.split(u' ', Qt::SkipEmptyParts));
        m_rest = m_rest.mid(end + 1).trimmed();
        return true;
    }

    void readGroup(const QStringList &tokens)
    {
        // A robot's "[tree:branch 7/9]" counts commits of a tree, not patches of a series.
        bool namesTree = false;
        for (const QString &token : tokens)
            namesTree = namesTree || (token.contains(u':') && !token.endsWith(u':'));
        const bool wasPatch = m_prefix.patch || m_prefix.rfc || m_prefix.pull;
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            const QString &token = tokens[i];
            if (isWord(token, "git"_L1) && i + 1 < tokens.size() && isWord(tokens[i + 1], "pull"_L1))
                continue;
            if (isWord(token, "pull"_L1)) {
                m_prefix.pull = true;
                if (i + 1 < tokens.size() && isWord(tokens[i + 1], "request"_L1))
                    ++i;
                continue;
            }
            const bool isPatchGroup = wasPatch || m_prefix.patch || m_prefix.rfc || m_prefix.pull;
            // Mercurial: "PATCH 1 of 8"
            if (i + 2 < tokens.size() && isWord(tokens[i + 1], "of"_L1) &&
                readCounter(QString(token + u'/' + tokens[i + 2]))) {
                i += 2;
                continue;
            }
            readToken(token, namesTree && !isPatchGroup);
        }
    }

    bool readCounter(QStringView token)
    {
        const qsizetype slash = token.indexOf(u'/');
        if (slash < 1 || slash > 4 || token.size() - slash - 1 > 4)
            return false;
        const QStringView index = token.left(slash);
        const QStringView total = token.mid(slash + 1);
        if (!isDigits(index) || !isDigits(total) || total.toInt() == 0)
            return false;
        m_prefix.index = index.toInt();
        m_prefix.total = total.toInt();
        m_prefix.indexInferred = m_prefix.totalInferred = false;
        return true;
    }

    /// "v3", "V12", and "v3.1", which replaces single patches of v3.
    bool readVersion(QStringView token)
    {
        if (token.size() < 2 || token.size() > 9 || (token[0] != u'v' && token[0] != u'V'))
            return false;
        const QStringView number = token.mid(1);
        const qsizetype dot = number.indexOf(u'.');
        const QStringView major = dot < 0 ? number : number.left(dot);
        const QStringView minor = dot < 0 ? QStringView() : number.mid(dot + 1);
        if (!isDigits(major) || major.size() > 4 || (dot >= 0 && (!isDigits(minor) || minor.size() > 3)))
            return false;
        m_prefix.version = major.toInt();
        m_prefix.subversion = minor.toInt();
        m_prefix.versionInferred = false;
        return true;
    }

    bool readKeyword(QStringView token)
    {
        if (isWord(token, "patch"_L1)) {
            m_prefix.patch = true;
            return true;
        }
        if (isWord(token, "rfc"_L1)) {
            m_prefix.rfc = true;
            return true;
        }
        if (isWord(token, "resend"_L1) || isWord(token, "repost"_L1) || isWord(token, "resent"_L1)) {
            m_prefix.resend = true;
            return true;
        }
        return false;
    }

    void readToken(QStringView token, bool counterIsNone)
    {
        while (!token.isEmpty() && (token.back() == u':' || token.back() == u';'))
            token.chop(1);
        if (token.isEmpty() || readKeyword(token) || readVersion(token))
            return;
        if (!counterIsNone && readCounter(token))
            return;
        if (!readGlued(token))
            m_prefix.tags.append(token.toString());
    }

    /// "PATCHv2", "PATCH1/8", "RFCv3", "PATCHSET", "PATCH-next", "RFC/PATCH", "v2.3PATCH1/4". Of a token with
    /// several keywords only PATCH is sure wherever it stands: other tools read the first one alone.
    bool readGlued(QStringView token)
    {
        static constexpr std::array<QLatin1StringView, 4> keywords = {"patch"_L1, "rfc"_L1, "resend"_L1,
                                                                      "repost"_L1};
        for (const QLatin1StringView keyword : keywords) {
            const qsizetype at = token.indexOf(keyword, 0, Qt::CaseInsensitive);
            const bool isPatch = keyword == keywords[0];
            const QStringView before = token.left(at);
            const bool joined = at > 0 && (token[at - 1].isLetter() || token[at - 1] == u'-');
            if (at < 0 || (at > 0 && (!isPatch || (joined && !isKeyword(withoutJoints(before))))))
                continue;
            QStringView after = token.mid(at + keyword.size());
            if (!isPatch && !after.isEmpty() && after[0].isLetter() && after[0].toLower() != u'v')
                continue; // "RFCish"
            readKeyword(token.mid(at, keyword.size()));
            if (!readKeyword(withoutJoints(before)))
                readPiece(before);
            readPiece(after);
            return true;
        }
        return false;
    }

    static bool isKeyword(QStringView word)
    {
        return isWord(word, "rfc"_L1) || isWord(word, "resend"_L1) || isWord(word, "repost"_L1);
    }

    /// Without what glues it to a keyword.
    static QStringView withoutJoints(QStringView piece)
    {
        const auto joins = [](QChar c) {
            return c == u'-' || c == u'/' || c == u'_' || c == u'+' || c == u':';
        };
        while (!piece.isEmpty() && joins(piece[0]))
            piece = piece.mid(1);
        while (!piece.isEmpty() && joins(piece.back()))
            piece.chop(1);
        return piece;
    }

    /// What a keyword was glued to.
    void readPiece(QStringView piece)
    {
        piece = withoutJoints(piece);
        if (!piece.isEmpty() && !readVersion(piece) && !readCounter(piece))
            m_prefix.tags.append(piece.toString());
    }

    const QString m_text;
    QStringView m_rest; ///< what was not read yet, a view into m_text
    SubjectPrefix m_prefix;
};

} // namespace

SubjectPrefix parseSubject(const QString &subject)
{
    return SubjectReader(subject).read();
}

} // namespace loredesk::patch
