// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storedarchive.h"

#include "models/jobs/searching.h"
#include "tests/support/groupingdifference.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

namespace {

/// Without the mark of an mbox's generation, which tells one state of the file from another.
base::Position placeIn(base::Position position)
{
    if (position.offset >= 0)
        position.blob = {};
    return position;
}

QString rowDifference(const series::MessageHead &a, const series::MessageHead &b)
{
    const auto differ = [](const char *what) { return QString::fromLatin1(what); };
    if (a.messageId != b.messageId)
        return differ("Message-ID");
    if (a.inReplyTo != b.inReplyTo || a.references != b.references)
        return differ("references");
    if (a.subject != b.subject || a.prefix != b.prefix)
        return differ("subject");
    if (a.from != b.from || a.submitter != b.submitter || a.author != b.author)
        return differ("people");
    if (a.date != b.date || a.arrival != b.arrival)
        return differ("dates");
    if (placeIn(a.position) != placeIn(b.position))
        return differ("position");
    if (a.kind != b.kind || a.bot != b.bot || a.hasDiff != b.hasDiff)
        return differ("kind");
    if (a.insertions != b.insertions || a.deletions != b.deletions || a.size != b.size)
        return differ("counts");
    if (a.patchId != b.patchId || a.changeId != b.changeId || a.contentHash != b.contentHash)
        return differ("ids of its content");
    if (a.links != b.links || a.supersedes != b.supersedes)
        return differ("links");
    if (a.trailers != b.trailers || a.followUp.accepted != b.followUp.accepted ||
        a.followUp.mismatched != b.followUp.mismatched)
        return differ("trailers");
    return {};
}

} // namespace

QString difference(const catalog::Catalog &a, const catalog::Catalog &b)
{
    if (a.messages().size() != b.messages().size())
        return u"%1 rows against %2"_s.arg(a.messages().size()).arg(b.messages().size());
    for (std::size_t row = 0; row < a.messages().size(); ++row) {
        const QString what = rowDifference(a.messages()[row], b.messages()[row]);
        if (!what.isEmpty())
            return u"row %1: %2"_s.arg(row).arg(what);
    }
    const QString threads = difference(a.threads(), b.threads());
    if (!threads.isEmpty())
        return threads;
    if (a.series() != b.series() || a.lineages() != b.lineages() ||
        a.seriesSet().seriesOf != b.seriesSet().seriesOf)
        return u"series"_s;
    if (a.otherThreads() != b.otherThreads() || a.firstDate() != b.firstDate() || a.lastDate() != b.lastDate())
        return u"other threads or dates"_s;
    QStringList problemsOfA, problemsOfB;
    for (const base::Problem &problem : a.problems())
        problemsOfA << problem.toString();
    for (const base::Problem &problem : b.problems())
        problemsOfB << problem.toString();
    problemsOfA.sort();
    problemsOfB.sort();
    if (problemsOfA != problemsOfB)
        return u"problems: "_s + problemsOfA.join(u" | "_s) + u" against "_s + problemsOfB.join(u" | "_s);
    if (a.info().note != b.info().note || a.info().summary != b.info().summary)
        return u"note: "_s + a.info().note + u" against "_s + b.info().note;
    return {};
}

StoredArchive::StoredArchive(const QStringList &paths)
    : m_paths(paths)
{
}

jobs::LoadRequest StoredArchive::request() const
{
    jobs::LoadRequest request;
    request.paths = m_paths;
    request.storeDirectory = m_directory.path();
    return request;
}

jobs::LoadedArchivePtr StoredArchive::load() const
{
    base::NoProgress progress;
    const auto loaded = jobs::load(request(), progress);
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().toString()));
    return *loaded;
}

QString StoredArchive::open()
{
    base::NoProgress progress;
    m_loaded = load();
    jobs::LoadRequest plain = request();
    plain.storeDirectory.clear();
    const auto fresh = jobs::load(plain, progress);
    if (!fresh)
        qFatal("%s", qPrintable(fresh.error().toString()));
    const auto kept = jobs::keep(*m_loaded);
    if (!kept)
        return kept.error().toString();
    m_kept = kept->kept;
    const auto indexed = jobs::indexText(*m_loaded, *kept, 2, progress);
    if (!indexed)
        return indexed.error().toString();
    return difference(*m_loaded->catalog, *(*fresh)->catalog);
}

QByteArrayList StoredArchive::messageIds() const
{
    QByteArrayList ids;
    for (const series::MessageHead &head : m_loaded->catalog->messages())
        ids << head.messageId;
    return ids;
}

QByteArrayList StoredArchive::found(const QString &query) const
{
    const auto parsed = store::parseQuery(query, 1750000000);
    if (!std::holds_alternative<store::Query>(parsed))
        qFatal("%s", qPrintable(std::get<store::QueryProblem>(parsed).text));
    base::NoProgress progress;
    jobs::Searcher searcher(m_loaded);
    const auto found = searcher.search(std::get<store::Query>(parsed), jobs::Searcher::Thoroughness::AsYouType,
                                       1000, progress);
    if (!found)
        qFatal("%s", qPrintable(found.error().toString()));
    QByteArrayList ids;
    for (const base::MessageIndex message : found->messages)
        ids << m_loaded->catalog->message(message).messageId;
    return ids;
}

QByteArray StoredArchive::storedBytes() const
{
    QByteArray all;
    const QDir directory(m_directory.path());
    for (const QString &name : directory.entryList(QDir::Files)) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace loredesk::tests
