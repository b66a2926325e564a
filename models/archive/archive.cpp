// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/archive.h"

#include "models/archive/places.h"
#include "models/archive/recognise.h"
#include "models/archive/severalarchive.h"
#include "models/base/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

Reader::~Reader() = default;

QByteArrayView Reader::limited(QByteArrayView message)
{
    const qsizetype size = std::min<qsizetype>(message.size(), base::LargestMessage);
    m_leftOut = message.size() - size;
    return message.first(size);
}

base::Problem tooLargeProblem(const base::Place &place, std::int64_t leftOut)
{
    return {u"the message has %1 bytes, more than are read"_s.arg(base::LargestMessage + leftOut), place,
            u"%1 were read, the %2 behind them left out"_s.arg(base::LargestMessage).arg(leftOut)};
}
Archive::~Archive() = default;

std::vector<std::uint32_t> Archive::readingOrder(const std::vector<Entry> &) const
{
    return {};
}

QList<Tag> Archive::tags() const
{
    return {};
}

std::optional<RevisionRange> RevisionRange::parse(const QString &text)
{
    const QString range = text.trimmed();
    if (range.isEmpty() || range.contains("..."_L1))
        return {};
    const qsizetype dots = range.indexOf(".."_L1);
    if (dots < 0)
        return RevisionRange{{}, range};
    RevisionRange result{range.left(dots).trimmed(), range.mid(dots + 2).trimmed()};
    if (result.isEverything())
        return {};
    return result;
}

base::Result<std::unique_ptr<Archive>> open(const QString &path)
{
    return recognise(path);
}

base::Result<std::unique_ptr<Archive>> open(const QStringList &paths)
{
    if (paths.isEmpty())
        return base::Error{base::ErrorCode::NotFound, u"No archive was named"_s, {}, {}};
    std::vector<std::unique_ptr<Archive>> archives;
    for (const QString &path : paths) {
        base::Result<std::unique_ptr<Archive>> archive = recognise(path);
        if (!archive)
            return archive.error();
        // Two epochs dropped together are one inbox.
        const bool known =
            std::any_of(archives.begin(), archives.end(), [&](const std::unique_ptr<Archive> &other) {
                return other->path() == (*archive)->path();
            });
        if (!known)
            archives.push_back(*std::move(archive));
    }
    if (archives.size() == 1)
        return std::move(archives.front());
    return std::unique_ptr<Archive>(std::make_unique<SeveralArchive>(std::move(archives)));
}

QString kindName(ArchiveKind kind)
{
    switch (kind) {
    case ArchiveKind::PublicInboxV2:
        return u"public-inbox v2"_s;
    case ArchiveKind::PublicInboxV1:
        return u"public-inbox v1"_s;
    case ArchiveKind::PublicInboxEpoch:
        return u"public-inbox epoch"_s;
    case ArchiveKind::Mbox:
        return u"mbox"_s;
    case ArchiveKind::Maildir:
        return u"maildir"_s;
    case ArchiveKind::MessageFile:
        return u"message file"_s;
    case ArchiveKind::MessageFolder:
        return u"folder of messages"_s;
    case ArchiveKind::Several:
        return u"several archives"_s;
    }
    return {};
}

} // namespace loredesk::archive
