// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

namespace {

constexpr base::UnixSeconds Start = 1740830400; // 2025-03-01 12:00 UTC
constexpr base::UnixSeconds Minute = 60, Hour = 3600, Day = 86400;

mail::Mailbox person(const QString &nick)
{
    QString name = nick;
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return {name, nick + "@example.org"_L1};
}

QByteArray hashOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1);
}

struct Token
{
    QString text; ///< "(" and ")" stand alone; a title keeps its first quote
};

QList<Token> tokensOf(const QString &line)
{
    static const QRegularExpression pattern(uR"re("[^"]*"|[()]|[^\s()"]+)re"_s);
    QList<Token> tokens;
    for (auto it = pattern.globalMatch(line); it.hasNext();)
        tokens.append({it.next().captured()});
    return tokens;
}

class Builder
{
public:
    std::vector<series::MessageHead> build(const QString &text)
    {
        for (const QString &line : text.split(u'\n')) {
            if (!line.trimmed().isEmpty())
                buildLine(line);
        }
        return std::move(m_heads);
    }

private:
    struct Options
    {
        QString title, sender = u"ada"_s, tag;
        int version = 1, subversion = 0, total = 0;
        bool versionWritten = false, rfc = false, resend = false, pull = false, loose = false,
             totalWritten = false;
        QByteArray answers, changeId;
        QList<QByteArray> links, supersedes;
        base::UnixSeconds after = Day;
    };

    QByteArray idOfReference(const QString &reference) const
    {
        if (reference.contains(u'.'))
            return (reference + "@example.org"_L1).toUtf8();
        return m_headOf.value(reference.toInt());
    }

    /// Takes what is an option away; what stays are messages and brackets.
    QList<Token> readOptions(const QList<Token> &tokens)
    {
        m_line = {};
        m_line.title = "series "_L1 + QString::number(m_number);
        static const QRegularExpression version(u"^v(\\d+)(?:\\.(\\d+))?$"_s),
            after(u"^\\+(\\d+)([dhms])$"_s), counter(u"^(\\d+)(?:[=@].*)?$"_s);
        QList<Token> messages;
        int depth = 0;
        for (const Token &token : tokens) {
            const QString &text = token.text;
            QRegularExpressionMatch match;
            depth += text == "("_L1 ? 1 : text == ")"_L1 ? -1 : 0;
            if (depth > 0 || text == ")"_L1) {
                messages.append(token);
            } else if (text.startsWith(u'"')) {
                m_line.title = text.mid(1, text.size() - 2);
            } else if (text.startsWith(u'@')) {
                m_line.sender = text.mid(1);
            } else if ((match = version.match(text)).hasMatch()) {
                m_line.version = match.captured(1).toInt();
                m_line.subversion = match.captured(2).toInt();
                m_line.versionWritten = true;
            } else if (text.startsWith(u'/')) {
                m_line.total = text.mid(1).toInt();
                m_line.totalWritten = true;
            } else if ((match = after.match(text)).hasMatch()) {
                const QChar unit = match.captured(2).at(0);
                m_line.after = match.captured(1).toInt() * (unit == u'd'   ? Day
                                                            : unit == u'h' ? Hour
                                                            : unit == u'm' ? Minute
                                                                           : 1);
            } else if (text.startsWith(u'>')) {
                m_line.answers = idOfReference(text.mid(1));
            } else if (text.startsWith("change:"_L1)) {
                m_line.changeId = text.mid(7).toUtf8();
            } else if (text.startsWith("link:"_L1)) {
                m_line.links.append(idOfReference(text.mid(5)));
            } else if (text.startsWith("supersedes:"_L1)) {
                m_line.supersedes.append(idOfReference(text.mid(11)));
            } else if (text.startsWith("tag:"_L1)) {
                m_line.tag = text.mid(4);
            } else if (text == "rfc"_L1) {
                m_line.rfc = true;
            } else if (text == "resend"_L1) {
                m_line.resend = true;
            } else if (text == "pull"_L1) {
                m_line.pull = true;
            } else if (text == "loose"_L1) {
                m_line.loose = true;
            } else {
                messages.append(token);
                if ((match = counter.match(text)).hasMatch() && !m_line.totalWritten)
                    m_line.total = std::max(m_line.total, match.captured(1).toInt());
            }
        }
        return messages;
    }

    void buildLine(const QString &line)
    {
        ++m_number;
        const QList<Token> messages = readOptions(tokensOf(line));
        m_now = m_number == 1 ? Start : m_lineStart + m_line.after;
        m_lineStart = m_now;
        m_reviewer = 0;

        QByteArray first;                       // what the patches answer
        QList<std::pair<QByteArray, int>> open; // in brackets: what is answered, and how many answers it has
        QByteArray last;
        for (const Token &token : messages) {
            if (token.text == "("_L1) {
                open.append({last, 0});
            } else if (token.text == ")"_L1) {
                last = open.takeLast().first;
            } else if (!open.isEmpty()) {
                last = addAnswer(token.text, open.last().first, ++open.last().second);
            } else if (token.text != "-"_L1) {
                last = addPosting(token.text, first);
                if (first.isEmpty() && !m_line.loose)
                    first = last;
            }
        }
    }

    series::MessageHead newHead(const QByteArray &id, const QByteArray &answers, const mail::Mailbox &from)
    {
        series::MessageHead head;
        QByteArray unique = id;
        for (int again = 2; m_references.contains(unique); ++again)
            unique = id.left(id.indexOf('@')) + '~' + QByteArray::number(again) + id.mid(id.indexOf('@'));
        head.messageId = unique;
        head.inReplyTo = answers;
        if (!answers.isEmpty())
            head.references = m_references.value(answers) + QList<QByteArray>{answers};
        m_references.insert(unique, head.references);
        head.from = head.submitter = head.author = from;
        head.date = head.arrival = m_now;
        head.contentHash = contentHashOf(unique);
        head.position.container = 0;
        head.position.offset = qint64(m_heads.size()) * 1000;
        head.size = 1000;
        m_now += Minute;
        return head;
    }

    QString bracket(const QString &counter) const
    {
        QStringList words;
        if (m_line.resend)
            words << u"RESEND"_s;
        if (m_line.rfc)
            words << u"RFC"_s;
        words << (m_line.pull ? u"GIT PULL"_s : u"PATCH"_s);
        if (!m_line.tag.isEmpty())
            words << m_line.tag;
        if (m_line.versionWritten)
            words << "v"_L1 + QString::number(m_line.version) +
                         (m_line.subversion ? "."_L1 + QString::number(m_line.subversion) : QString());
        if (!counter.isEmpty())
            words << counter;
        return u"["_s + words.join(u' ') + "] "_L1;
    }

    QByteArray addPosting(const QString &token, const QByteArray &first)
    {
        const QString word = token.section(QRegularExpression(u"[=@]"_s), 0, 0);
        const QByteArray id = (QString::number(m_number) + u'.' + word + "@example.org"_L1).toUtf8();
        const QByteArray answers = m_line.loose ? QByteArray() : first.isEmpty() ? m_line.answers : first;
        if (word == "ghost"_L1) {
            m_references.insert(id, m_line.answers.isEmpty() ? QList<QByteArray>{} : QList{m_line.answers});
            return id;
        }
        series::MessageHead head = newHead(id, answers, person(m_line.sender));
        if (!m_headOf.contains(m_number))
            m_headOf.insert(m_number, head.messageId);

        bool isNumber = false;
        const int index = word.toInt(&isNumber);
        head.prefix.version = m_line.version;
        head.prefix.subversion = m_line.subversion;
        head.prefix.versionInferred = !m_line.versionWritten;
        head.prefix.rfc = m_line.rfc;
        head.prefix.resend = m_line.resend;
        head.prefix.patch = !m_line.pull;
        head.prefix.pull = m_line.pull;
        if (!m_line.tag.isEmpty())
            head.prefix.tags = QStringList{m_line.tag};
        head.changeId = m_line.changeId;
        head.links = m_line.links;
        head.supersedes = m_line.supersedes;
        if (isNumber) {
            head.prefix.index = index;
            head.prefix.total = m_line.total;
            head.prefix.indexInferred = head.prefix.totalInferred = false;
            head.kind = index == 0 ? series::MessageKind::Cover : series::MessageKind::Patch;
            head.prefix.title = index == 0 ? m_line.title : m_line.title + ", part "_L1 + word;
            const QString total = QString::number(m_line.total);
            head.subject =
                bracket(word.rightJustified(total.size(), u'0') + u'/' + total) + head.prefix.title;
        } else if (word == "p"_L1) {
            head.kind = series::MessageKind::Patch;
            head.prefix.title = m_line.title;
            head.subject = bracket({}) + m_line.title;
        } else if (word == "gitpull"_L1) {
            head.kind = series::MessageKind::PullRequest;
            head.prefix.pull = true;
            head.prefix.patch = false;
            head.prefix.title = m_line.title;
            head.subject = u"[GIT PULL] "_s + m_line.title;
        } else { // "other", "naked"
            head.kind = series::MessageKind::Other;
            head.prefix = {};
            head.prefix.title = m_line.title;
            head.subject = m_line.title;
        }
        if (head.kind == series::MessageKind::Patch)
            makePatch(head, token);
        const QByteArray added = head.messageId;
        m_heads.push_back(std::move(head));
        return added;
    }

    void makePatch(series::MessageHead &head, const QString &token) const
    {
        static const QRegularExpression content(u"=([^@]*)"_s), author(u"@([^=]*)"_s);
        const auto byContent = content.match(token), byAuthor = author.match(token);
        head.hasDiff = true;
        head.insertions = 7;
        head.deletions = 2;
        head.patchId = hashOf(byContent.hasMatch() ? "content "_L1 + byContent.captured(1)
                                                   : QString::fromUtf8(head.messageId));
        if (byAuthor.hasMatch())
            head.author = person(byAuthor.captured(1));
        head.trailers.append({u"Signed-off-by"_s, head.author.name + " <"_L1 + head.author.address + u'>',
                              patch::Trailer::Kind::Person});
    }

    QByteArray addAnswer(const QString &token, const QByteArray &answered, int number)
    {
        // "re@bob+R+T!carol"
        const QStringList parts = token.split(u'+');
        const bool bot = parts.at(0) == "bot"_L1;
        QString nick = parts.at(0).section(u'@', 1);
        if (nick.isEmpty())
            nick = "rev"_L1 + QString::number(++m_reviewer);
        const mail::Mailbox from =
            bot ? mail::Mailbox{u"kernel test robot"_s, u"lkp@intel.com"_s} : person(nick);

        const QByteArray id =
            answered.left(answered.indexOf('@')) + '.' + QByteArray::number(number) + "@example.org";
        series::MessageHead head = newHead(id, answered, from);
        head.kind = series::MessageKind::Reply;
        head.bot = bot;
        head.prefix.reply = true;
        head.prefix.title = m_line.title;
        head.subject = u"Re: "_s + m_line.title;
        for (const QString &given : parts.mid(1)) {
            static const QHash<QChar, QString> keys{{u'R', u"Reviewed-by"_s},
                                                    {u'A', u"Acked-by"_s},
                                                    {u'T', u"Tested-by"_s},
                                                    {u'N', u"Nacked-by"_s}};
            const QString other = given.section(u'!', 1);
            const mail::Mailbox who = other.isEmpty() ? from : person(other);
            const patch::Trailer trailer{keys.value(given.at(0)), who.name + " <"_L1 + who.address + u'>',
                                         patch::Trailer::Kind::Person};
            (other.isEmpty() ? head.followUp.accepted : head.followUp.mismatched).append(trailer);
        }
        const QByteArray added = head.messageId;
        m_heads.push_back(std::move(head));
        return added;
    }

    std::vector<series::MessageHead> m_heads;
    QHash<QByteArray, QList<QByteArray>> m_references; ///< by Message-ID
    QHash<int, QByteArray> m_headOf;                   ///< first message of each line
    Options m_line;
    int m_number = 0, m_reviewer = 0;
    base::UnixSeconds m_now = Start, m_lineStart = Start;
};

QString shortId(const QByteArray &id)
{
    return QString::fromUtf8(id.endsWith("@example.org") ? id.chopped(12) : id);
}

/// "(re re(re))": answers below a message, the subtrees of other postings left out.
QString printAnswers(const catalog::Catalog &catalog, base::MessageIndex message)
{
    QStringList answers;
    for (const base::MessageIndex child : catalog.threads().childrenOf(message)) {
        if (catalog.seriesOf(child).isValid())
            continue;
        answers << (catalog.message(child).bot ? u"bot"_s : u"re"_s) + printAnswers(catalog, child);
    }
    return answers.isEmpty() ? QString() : u'(' + answers.join(u' ') + u')';
}

QString printSlot(const catalog::Catalog &catalog, const series::SeriesSlot &slot)
{
    if (slot.isMissing())
        return u"-"_s;
    QString text = QString::number(slot.index);
    if (slot.fromEarlierVersion)
        return text + u'\'';
    if (!slot.duplicates.empty())
        text += u'*' + QString::number(slot.duplicates.size() + 1);
    return text + printAnswers(catalog, slot.message);
}

} // namespace

series::ContentHash contentHashOf(const QByteArray &name)
{
    const QByteArray bytes = QCryptographicHash::hash(name, QCryptographicHash::Sha1);
    series::ContentHash hash;
    std::copy_n(bytes.cbegin(), hash.size(), hash.begin());
    return hash;
}

std::vector<series::MessageHead> headsFrom(const QString &text)
{
    return Builder().build(text);
}

catalog::CatalogPtr catalogFrom(const QString &text)
{
    return catalog::Catalog::build({u"test"_s, u"test"_s, u"heads from text"_s, {}}, headsFrom(text), {});
}

QString printSeries(const catalog::Catalog &catalog, bool titles)
{
    QStringList lines;
    for (const series::PatchSeries &series : catalog.series()) {
        QStringList words;
        if (titles)
            words << u'"' + series.title + u'"';
        if (series.version > 1 || series.subversion > 0)
            words << "v"_L1 + QString::number(series.version) +
                         (series.subversion ? u'.' + QString::number(series.subversion) : QString());
        if (series.pull && series.total == 0)
            words << u"p"_s + printAnswers(catalog, series.cover.message);
        else if (!series.cover.isMissing())
            words << printSlot(catalog, series.cover);
        for (const series::SeriesSlot &slot : series.patches)
            words << printSlot(catalog, slot);
        words << u'/' + QString::number(series.total);
        lines << words.join(u' ');
    }
    return lines.join(u'\n');
}

QString printLineages(const catalog::Catalog &catalog)
{
    QStringList lines;
    for (const series::Lineage &lineage : catalog.lineages()) {
        QStringList words;
        for (const base::SeriesIndex index : lineage.versions) {
            const series::PatchSeries &series = catalog.series(index);
            QString word = "v"_L1 + QString::number(series.version);
            if (series.subversion)
                word += u'.' + QString::number(series.subversion);
            if (series.joinedBy != series::JoinedBy::Nothing)
                word += u'(' + series::joinedByName(series.joinedBy) + u')';
            words << word;
        }
        lines << words.join(u' ');
    }
    return lines.join(u'\n');
}

QString printCollected(const catalog::Catalog &catalog)
{
    QStringList lines;
    for (const series::PatchSeries &series : catalog.series()) {
        QStringList patches;
        for (const series::SeriesSlot &slot : series.patches) {
            QStringList trailers;
            const auto print = [&](const QList<series::CollectedTrailer> &list, const QString &mark) {
                for (const series::CollectedTrailer &collected : list)
                    trailers << mark + collected.trailer.key.left(1) + u' ' +
                                    collected.trailer.value.section(u' ', 0, 0);
            };
            print(slot.collected, {});
            print(slot.mismatched, u"?"_s);
            print(slot.nacked, u"!"_s);
            patches << QString::number(slot.index) + ": "_L1 + trailers.join(", "_L1);
        }
        lines << patches.join(" | "_L1);
    }
    return lines.join(u'\n');
}

QString printThreads(const series::ThreadForest &forest)
{
    QStringList lines;
    for (const std::int32_t root : forest.roots) {
        // Without recursion: threads are tested thousands of messages deep.
        QString line;
        std::int32_t before = -1;
        forest.visit(root, [&](std::int32_t at) {
            const series::ThreadNode &node = forest.nodes[std::size_t(at)];
            if (before >= 0) {
                std::int32_t up = before;
                if (node.parent == before) {
                    line += u'(';
                } else {
                    for (; forest.nodes[std::size_t(up)].parent != node.parent;
                         up = forest.nodes[std::size_t(up)].parent)
                        line += u')';
                    line += u' ';
                }
            }
            if (!node.message.isValid())
                line += u'?';
            line += shortId(node.messageId);
            before = at;
        });
        for (std::int32_t up = before; up != root; up = forest.nodes[std::size_t(up)].parent)
            line += u')';
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace loredesk::tests
