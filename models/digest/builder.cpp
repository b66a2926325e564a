// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostiletext.h"
#include "models/digest/digest.h"
#include "models/digest/messagetext.h"
#include "models/digest/patchlist.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::digest {

namespace {

/// UTF-16 units of a message's text that a digest shows: the longest covers (a stable release of a thousand
/// patches) take a tenth of it. More was made to swamp the reader.
constexpr qsizetype LongestText = 512 * 1024;
/// The same of a title, subject, name or address, which all are one line. RFC 5322 allows 998 bytes.
constexpr qsizetype LongestLine = 1000;

QString line(const QString &text)
{
    return base::shortened(text, LongestLine);
}

class Builder
{
public:
    Builder(const catalog::Catalog &catalog, const DigestRequest &request, const ContentReader &read,
            base::ProgressSink &progress, QList<base::Problem> &problems)
        : m_catalog(catalog)
        , m_read(read)
        , m_progress(progress)
        , m_problems(problems)
    {
        m_digest.request = request;
        m_digest.list = request.list.isEmpty() ? catalog.info().name : request.list;
        m_digest.messageCount = int(request.rows.size());
    }

    base::Result<Digest> build()
    {
        if (m_digest.request.layout == Layout::Classic)
            buildClassic();
        else
            buildFull();
        if (m_progress.cancelled())
            return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
        return std::move(m_digest);
    }

private:
    const std::vector<base::MessageIndex> &rows() const { return m_digest.request.rows; }

    base::Result<patch::ReadMessage> read(base::MessageIndex row)
    {
        m_progress.progress(u"reading commit messages"_s, ++m_done, m_toRead);
        base::Result<patch::ReadMessage> content = m_read(row);
        if (!content) {
            const base::Error &error = content.error();
            base::Place place = error.place;
            if (place.messageId.isEmpty())
                place.messageId = QString::fromUtf8(m_catalog.message(row).messageId);
            m_problems.append({error.text, place, error.hint});
        }
        return content;
    }

    static QString unreadable(const base::Error &error)
    {
        return "(This message could not be read: "_L1 + error.text + ".)\n"_L1;
    }

    static QString textOf(const patch::ReadMessage &content)
    {
        return content.patch.text.isEmpty() ? content.message.body : content.patch.text;
    }

    // Most first; equal counts in reverse order of their bytes, as `sort -rn` leaves them.
    std::vector<TopRow> topClassic(const QHash<QString, int> &counts) const
    {
        std::vector<std::pair<QByteArray, int>> sorted;
        for (auto it = counts.begin(); it != counts.end(); ++it)
            sorted.emplace_back(it.key().toUtf8(), it.value());
        std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second > b.second : a.first > b.first;
        });
        std::vector<TopRow> top;
        for (const auto &[label, count] : sorted) {
            if (int(top.size()) >= m_digest.request.top)
                break;
            top.push_back({count, line(QString::fromUtf8(label))});
        }
        return top;
    }

    /// In-body From, else the header's as it stands: no list rewriting is undone here.
    mail::Mailbox classicContributor(base::MessageIndex row)
    {
        const series::MessageHead &head = m_catalog.message(row);
        if (head.author != head.submitter || head.submitter == head.from)
            return head.author;
        // The head alone does not tell an in-body From from the sender behind a rewritten one.
        const auto content = read(row);
        return content && content->patch.authorInBody ? head.author : head.from;
    }

    void buildClassic()
    {
        std::vector<base::MessageIndex> counted;
        for (const base::MessageIndex row : rows()) {
            const patch::SubjectPrefix &prefix = m_catalog.message(row).prefix;
            if (prefix.patch && !prefix.reply)
                counted.push_back(row);
        }
        m_digest.patchCount = int(counted.size());
        m_toRead = qint64(counted.size());

        QHash<QString, int> people;
        QHash<QString, int> domains;
        for (const base::MessageIndex row : counted) {
            if (m_progress.cancelled())
                return;
            const mail::Mailbox contributor = classicContributor(row);
            ++people[contributor.toString()];
            if (const QString domain = contributor.domain(); !domain.isEmpty())
                ++domains[domain];
        }
        m_digest.contributors = topClassic(people);
        m_digest.domains = topClassic(domains);

        for (auto row = counted.rbegin(); row != counted.rend(); ++row) {
            if (m_progress.cancelled())
                return;
            const series::MessageHead &head = m_catalog.message(*row);
            if (!head.prefix.hasCounter() || head.prefix.index > 1)
                continue;
            MessageEntry entry = messageEntry(head);
            entry.author = line(head.from.toString());
            if (const auto content = read(*row); content)
                entry.text =
                    bounded(upToDiffStat(content->patch.authorInBody ? withoutInBodyFrom(textOf(*content))
                                                                     : textOf(*content)),
                            *row);
            else
                entry.text = unreadable(content.error());
            m_digest.messages.push_back(std::move(entry));
        }
    }

    /// The beginning of a text that is too long, and a line that says so.
    QString bounded(const QString &text, base::MessageIndex row)
    {
        if (text.size() <= LongestText)
            return text;
        // Up to the end of a line, unless it is all one.
        qsizetype kept = text.lastIndexOf(u'\n', LongestText) + 1;
        if (kept < LongestText / 2)
            kept = text[LongestText - 1].isHighSurrogate() ? LongestText - 1 : LongestText;
        QString shown = text.left(kept);
        if (!shown.endsWith(u'\n'))
            shown += u'\n';
        const QString left = QString::number(text.size() - kept);
        base::Problem problem{u"the message has more text than a digest shows"_s,
                              {},
                              left + u" characters of its end were left out"_s};
        problem.place.messageId = QString::fromUtf8(m_catalog.message(row).messageId);
        m_problems.append(problem);
        return shown + u"(This message goes on for "_s + left + u" more characters.)\n"_s;
    }

    static MessageEntry messageEntry(const series::MessageHead &head)
    {
        MessageEntry entry;
        entry.title = line(head.prefix.title);
        entry.subject = line(head.subject.simplified());
        entry.messageId = head.messageId;
        entry.date = head.date;
        return entry;
    }

    void buildFull()
    {
        std::vector<base::MessageIndex> people;
        QHash<QString, int> bots;
        for (const base::MessageIndex row : rows()) {
            const series::MessageHead &head = m_catalog.message(row);
            if (head.bot) {
                ++m_digest.botCount;
                ++bots[head.from.toString()];
                continue;
            }
            people.push_back(row);
            switch (head.kind) {
            case series::MessageKind::Patch:
            case series::MessageKind::Cover:
                ++m_digest.patchCount;
                break;
            case series::MessageKind::Reply:
                ++m_digest.replyCount;
                break;
            case series::MessageKind::PullRequest:
            case series::MessageKind::Other:
                ++m_digest.otherCount;
                break;
            }
        }
        m_digest.contributors = top(catalog::contributors(m_catalog, people));
        m_digest.domains = top(catalog::domains(m_catalog, people));
        m_digest.bots = topClassic(bots);

        const std::vector<RangeSeries> all = seriesIn(m_catalog, rows());
        for (const RangeSeries &one : all)
            m_toRead += qint64(one.shown.size());
        for (const RangeSeries &one : all) {
            PatchListEntry entry = patchListEntry(m_catalog, one.series);
            entry.title = line(entry.title);
            entry.author = line(entry.author);
            for (QString &title : entry.patches)
                title = line(title);
            for (const base::MessageIndex row : one.shown) {
                if (m_progress.cancelled())
                    return;
                const series::MessageHead &head = m_catalog.message(row);
                MessageEntry message = messageEntry(head);
                message.author = line(head.author.toString());
                message.incomplete = !entry.complete && !entry.pull;
                message.entry = int(m_digest.patchList.size());
                if (const auto content = read(row); content) {
                    const QString text = textOf(*content);
                    message.text = bounded(upToDiffStat(withoutInBodyHeader(text)), row);
                    addEarlier(entry, message.text);
                } else {
                    message.text = unreadable(content.error());
                }
                m_digest.messages.push_back(std::move(message));
            }
            m_digest.patchList.push_back(std::move(entry));
        }
    }

    /// Versions that the catalog does not hold and the text names.
    static void addEarlier(PatchListEntry &entry, const QString &text)
    {
        for (const auto &named : earlierFromText(text, entry.version)) {
            const bool known = std::any_of(entry.earlier.begin(), entry.earlier.end(),
                                           [&](const auto &has) { return has.first == named.first; });
            if (!known)
                entry.earlier.append(named);
        }
        std::stable_sort(entry.earlier.begin(), entry.earlier.end(),
                         [](const auto &a, const auto &b) { return a.first > b.first; });
        if (!entry.earlier.isEmpty() && entry.joinedBy.isEmpty())
            entry.joinedBy = u"link"_s;
    }

    std::vector<TopRow> top(const std::vector<catalog::Count> &counts) const
    {
        std::vector<TopRow> rows;
        for (const catalog::Count &count : counts) {
            if (int(rows.size()) >= m_digest.request.top)
                break;
            rows.push_back({int(count.messages.size()), line(count.label)});
        }
        return rows;
    }

    const catalog::Catalog &m_catalog;
    const ContentReader &m_read;
    base::ProgressSink &m_progress;
    QList<base::Problem> &m_problems;
    Digest m_digest;
    qint64 m_done = 0;
    qint64 m_toRead = 0;
};

} // namespace

base::Result<Digest> build(const catalog::Catalog &catalog, const DigestRequest &request,
                           const ContentReader &read, base::ProgressSink &progress,
                           QList<base::Problem> &problems)
{
    return Builder(catalog, request, read, progress, problems).build();
}

} // namespace loredesk::digest
