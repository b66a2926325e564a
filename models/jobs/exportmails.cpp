// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/exportmails.h"

#include <set>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

void appendQuoted(QByteArray &mbox, QByteArrayView message)
{
    // The word that public-inbox and git put there says which dialect it is.
    mbox += "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
    for (qsizetype at = 0; at < message.size();) {
        const qsizetype end = message.indexOf('\n', at);
        const QByteArrayView line = end < 0 ? message.sliced(at) : message.sliced(at, end + 1 - at);
        qsizetype text = 0;
        while (text < line.size() && line[text] == '>')
            ++text;
        if (line.sliced(text).startsWith("From "))
            mbox += '>';
        mbox += line;
        at += line.size();
    }
    if (!mbox.endsWith('\n'))
        mbox += '\n';
    mbox += '\n';
}

} // namespace

base::Result<QByteArray> exportMails(const LoadedArchive &loaded,
                                     const std::vector<base::MessageIndex> &messages,
                                     base::ProgressSink &progress)
{
    const std::unique_ptr<archive::Reader> reader = loaded.archive->reader();
    QByteArray mbox;
    std::int64_t done = 0;
    for (const base::MessageIndex message : messages) {
        if (progress.cancelled())
            return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
        progress.progress(u"reading messages"_s, done++, std::int64_t(messages.size()));
        const series::MessageHead &head = loaded.catalog->message(message);
        const auto raw = reader->read(head.position);
        if (!raw)
            return raw.error();
        if (const std::int64_t leftOut = reader->leftOut(); leftOut > 0) {
            const base::Problem problem =
                archive::tooLargeProblem(loaded.archive->place(head.position), leftOut);
            return base::Error{base::ErrorCode::Unreadable, problem.text, problem.place, problem.hint};
        }
        appendQuoted(mbox, *raw);
    }
    return mbox;
}

std::vector<base::MessageIndex> conversationsOf(const catalog::Catalog &catalog,
                                                const std::vector<base::MessageIndex> &messages)
{
    const series::ThreadForest &threads = catalog.threads();
    std::vector<base::MessageIndex> all;
    std::set<std::int32_t> seen;
    for (const base::MessageIndex message : messages) {
        const std::int32_t root = threads.nodes[std::size_t(threads.nodeOf[message.value()])].root;
        if (!seen.insert(root).second)
            continue;
        threads.visit(root, [&](std::int32_t node) {
            if (threads.nodes[std::size_t(node)].message.isValid())
                all.push_back(threads.nodes[std::size_t(node)].message);
        });
    }
    return all;
}

} // namespace loredesk::jobs
