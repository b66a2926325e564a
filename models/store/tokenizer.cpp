// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/tokenizer.h"

#include "models/store/wordsplitter.h"

#include <limits>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

using TakeToken = int (*)(void *context, int flags, const char *token, int size, int begin, int end);

// FTS5 asks for an object; this tokenizer has no state.
int create(void *, const char **, int, Fts5Tokenizer **tokenizer)
{
    static char nothing;
    *tokenizer = reinterpret_cast<Fts5Tokenizer *>(&nothing); // NOLINT: an opaque handle
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer *) {}

int tokenize(Fts5Tokenizer *, void *context, int, const char *text, int size, TakeToken take)
{
    int code = SQLITE_OK;
    splitWords(QByteArrayView(text, size), [&](QByteArrayView word, qsizetype begin, qsizetype end) {
        code = take(context, 0, word.data(), int(word.size()), int(begin), int(end));
        return code == SQLITE_OK;
    });
    return code;
}

/// FTS5 hands out its interface through a pointer bound to a query (sqlite.org/fts5.html, section 7).
fts5_api *interfaceOf(sqlite3 *connection)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

base::Result<void> registerTokenizer(Database &database)
{
    fts5_api *const api = interfaceOf(database.handle());
    if (!api || api->iVersion < 2)
        return base::Error{base::ErrorCode::Corrupt,
                           u"This SQLite was built without full-text search"_s,
                           {},
                           u"install one that has FTS5"_s};
    fts5_tokenizer tokenizer{create, destroy, tokenize};
    const int code = api->xCreateTokenizer(api, "loredesk", nullptr, &tokenizer, nullptr);
    if (code != SQLITE_OK)
        return database.error(code);
    return {};
}

} // namespace loredesk::store
