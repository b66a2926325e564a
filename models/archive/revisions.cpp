// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/revisions.h"

#include "models/archive/places.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

struct Found
{
    std::size_t epoch = 0;
    git::ObjectId commit{};
};
using Lookup = base::Result<std::optional<Found>>;

class Resolver
{
public:
    explicit Resolver(const std::vector<OpenEpoch> &epochs)
        : m_epochs(epochs)
    {
    }

    /// In the newest epoch that knows it, of those from `first` to `last`.
    Lookup find(const QString &revision, std::size_t first, std::size_t last) const
    {
        static const QRegularExpression stepsBack(u"^(.+)~(\\d{1,9})$"_s);
        const QRegularExpressionMatch match = stepsBack.match(revision);
        if (match.hasMatch())
            return findSteps(match.captured(1), match.captured(2).toLongLong(), first, last);
        return findPlain(revision, first, last);
    }

private:
    Lookup findPlain(const QString &revision, std::size_t first, std::size_t last) const
    {
        for (std::size_t i = last + 1; i-- > first;) {
            const base::Result<git::Repository> &repository = m_epochs[i].repository;
            if (!repository)
                continue;
            const base::Result<std::optional<git::ObjectId>> commit =
                revision == "HEAD"_L1 || revision == "@"_L1 ? repository->head()
                                                            : repository->resolveCommit(revision);
            if (!commit)
                return commit.error();
            if (*commit)
                return std::optional(Found{i, **commit});
        }
        return std::optional<Found>();
    }

    /// `base~steps`: a history goes on at the tip of the epoch before.
    Lookup findSteps(const QString &base, qint64 steps, std::size_t first, std::size_t last) const
    {
        const Lookup start = findPlain(base, first, last);
        if (!start || !*start)
            return start;
        Found at = **start;
        while (true) {
            const git::Repository &repository = *m_epochs[at.epoch].repository;
            qint64 counted = 0;
            if (const auto commit = repository.firstParent(at.commit, steps, &counted))
                return std::optional(Found{at.epoch, *commit});
            steps -= counted;
            if (at.epoch == first)
                return std::optional<Found>();
            const Lookup before = findPlain(u"HEAD"_s, first, at.epoch - 1);
            if (!before || !*before)
                return before;
            at = **before;
        }
    }

    const std::vector<OpenEpoch> &m_epochs;
};

base::Error noSuchRevision(const QString &revision, const QString &path, std::size_t epochs)
{
    return {base::ErrorCode::NoSuchRevision,
            epochs > 1 ? u"There is no revision “%1” in any of the %2 epochs"_s.arg(revision).arg(epochs)
                       : u"There is no revision “%1”"_s.arg(revision),
            placeOf(path),
            u"a revision is a tag, the id of a commit or the beginning of one, or like HEAD~100"_s};
}

} // namespace

std::vector<OpenEpoch> openEpochs(const QList<Epoch> &epochs)
{
    std::vector<OpenEpoch> open;
    open.reserve(std::size_t(epochs.size()));
    for (const Epoch &epoch : epochs)
        open.push_back({epoch, git::Repository::open(epoch.path)});
    return open;
}

base::Result<std::vector<EpochSlice>> resolveRange(const std::vector<OpenEpoch> &epochs,
                                                   const RevisionRange &range, const QString &archivePath)
{
    const Resolver resolver(epochs);
    std::size_t last = epochs.size() - 1;
    std::optional<git::ObjectId> tip;
    if (!range.to.isEmpty()) {
        const Lookup to = resolver.find(range.to, 0, last);
        if (!to)
            return to.error();
        if (!*to)
            return noSuchRevision(range.to, archivePath, epochs.size());
        last = (*to)->epoch;
        tip = (*to)->commit;
    }
    std::size_t first = 0;
    std::optional<git::ObjectId> hidden;
    if (!range.from.isEmpty()) {
        Lookup from = resolver.find(range.from, 0, last);
        if (from && !*from && last + 1 < epochs.size())
            from = resolver.find(range.from, last + 1, epochs.size() - 1);
        if (!from)
            return from.error();
        if (!*from)
            return noSuchRevision(range.from, archivePath, epochs.size());
        first = (*from)->epoch;
        hidden = (*from)->commit;
    }
    std::vector<EpochSlice> slices;
    for (std::size_t i = first; i <= last; ++i) {
        if (!epochs[i].repository)
            continue;
        EpochSlice slice;
        slice.epoch = i;
        if (i == last && tip) {
            slice.tip = *tip;
        } else {
            const base::Result<std::optional<git::ObjectId>> head = epochs[i].repository->head();
            if (!head)
                return head.error();
            if (!*head)
                continue;
            slice.tip = **head;
        }
        if (i == first)
            slice.hidden = hidden;
        slices.push_back(slice);
    }
    return slices;
}

QList<Tag> tagsOf(const std::vector<OpenEpoch> &epochs)
{
    QList<Tag> tags;
    for (std::size_t i = epochs.size(); i-- > 0;) {
        if (!epochs[i].repository)
            continue;
        const base::Result<QList<git::Tag>> found = epochs[i].repository->tags();
        for (const git::Tag &tag : found ? *found : QList<git::Tag>())
            tags.append({tag.name, tag.committed});
    }
    return inOrder(std::move(tags));
}

QList<Tag> inOrder(QList<Tag> tags)
{
    QSet<QString> names;
    tags.removeIf([&names](const Tag &tag) {
        const qsizetype before = names.size();
        names.insert(tag.name);
        return names.size() == before;
    });
    std::sort(tags.begin(), tags.end(), [](const Tag &a, const Tag &b) {
        return a.date != b.date ? a.date > b.date : a.name > b.name;
    });
    return tags;
}

} // namespace loredesk::archive
