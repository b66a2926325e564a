// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/library.h"

#include <git2.h>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;

namespace loredesk::git {

namespace {

std::atomic<bool> isStarted = false;

} // namespace

bool isLibraryStarted()
{
    return isStarted;
}

void startLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] {
        git_libgit2_init();
        isStarted = true;
        // Hashing every object again costs more than inflating it; git itself does not either when it reads.
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        // Archives belong to other users on shared machines; nothing in them is ever run or written.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        // Every commit and tree is read once, as raw bytes: keeping parsed ones would only cost memory.
        git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
        git_libgit2_opts(GIT_OPT_DISABLE_PACK_KEEP_FILE_CHECKS, 1);
        // Packs are read through windows, so that a large archive does not count as resident memory as a
        // whole.
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, std::size_t(8) << 20);
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, std::size_t(48) << 20);
    });
}

base::Error lastError(base::ErrorCode code, const QString &doing, const base::Place &place,
                      const QString &hint)
{
    const git_error *error = git_error_last();
    QString text = doing;
    if (error && error->message)
        text += ": "_L1 + QString::fromUtf8(error->message);
    return {code, text, place, hint};
}

} // namespace loredesk::git
