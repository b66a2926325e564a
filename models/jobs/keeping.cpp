// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/keeping.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

QByteArray storeRecipe(const series::BotList &bots)
{
    // Whether a bot sent a message decides what kind it is.
    return "bots " +
           QCryptographicHash::hash(bots.patterns().join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
}

base::Result<Kept> keep(const LoadedArchive &loaded)
{
    if (!loaded.keepsake)
        return Kept::Nothing;
    const Keepsake &keepsake = *loaded.keepsake;
    if (keepsake.isCurrent)
        return Kept::Current;
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
    const auto outcome = opened->write(revision);
    if (!outcome)
        return outcome.error();
    if (*outcome == store::WriteOutcome::Overtaken)
        return Kept::Overtaken;
    if (!keepsake.removed.empty()) {
        // Where another window still reads the older view, its log goes when that one closes.
        (void)opened->forgetDeleted();
    }
    return Kept::Written;
}

} // namespace loredesk::jobs
