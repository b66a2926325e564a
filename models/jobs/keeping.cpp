// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/keeping.h"

#include "models/store/fulltext.h"

#include <QCryptographicHash>

#include <set>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

QByteArray storeRecipe(const series::BotList &bots)
{
    // Whether a bot sent a message decides what kind it is.
    return "bots " +
           QCryptographicHash::hash(bots.patterns().join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
}

base::Result<KeepOutcome> keep(const LoadedArchive &loaded)
{
    if (!loaded.keepsake)
        return KeepOutcome();
    const Keepsake &keepsake = *loaded.keepsake;
    if (keepsake.isCurrent)
        return KeepOutcome{Kept::Current, keepsake.basedOn};
    if (keepsake.isSpoilt) {
        if (const auto done = store::ArchiveStore::reset(keepsake.file); !done)
            return done.error();
    }
    auto opened = store::ArchiveStore::open(keepsake.file, keepsake.recipe);
    if (!opened)
        return opened.error();
    const catalog::Catalog &catalog = *loaded.catalog;
    const store::Revision revision{keepsake.state,     keepsake.note,         catalog.messages(), keepsake.problems,
                                   catalog.threads(),  catalog.seriesSet(),   keepsake.nextDocument,
                                   keepsake.basedOn,   keepsake.firstNew};
    // Words of what the archive dropped go in the same step.
    const auto forgetWords = [&keepsake](store::Database &database) -> base::Result<void> {
        if (keepsake.removed.empty())
            return {};
        auto text = store::FullText::open(database);
        if (!text)
            return text.error();
        std::set<std::uint32_t> shards;
        for (const std::uint32_t document : keepsake.removed)
            shards.insert(store::shardOf(document));
        for (const std::uint32_t shard : shards) {
            if (const auto dropped = text->dropShard(shard); !dropped)
                return dropped;
        }
        return {};
    };
    const auto outcome = opened->write(revision, forgetWords);
    if (!outcome)
        return outcome.error();
    if (*outcome == store::WriteOutcome::Overtaken)
        return KeepOutcome{Kept::Overtaken, 0};
    if (!keepsake.removed.empty()) {
        // Where another window still reads the older view, its log goes when that one closes.
        (void)opened->forgetDeleted();
    }
    const auto generation = opened->generation();
    if (!generation)
        return generation.error();
    return KeepOutcome{Kept::Written, *generation};
}

} // namespace loredesk::jobs
