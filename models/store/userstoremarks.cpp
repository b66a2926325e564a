// SPDX-License-Identifier: GPL-3.0-or-later
// The marks that the user gave series.
#include "models/store/userstore.h"

namespace loredesk::store {

base::Result<catalog::MarkTable> UserStore::marks() const
{
    auto statement = m_database.prepare("SELECT message_id, mark FROM marks");
    if (!statement)
        return statement.error();
    catalog::MarkTable table;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return table;
        // One that a later version knows stays in the file.
        const catalog::Mark mark = catalog::markOfKey(QString::fromUtf8(statement->text(1)));
        if (mark != catalog::Mark::None)
            table.insert(statement->blob(0).toByteArray(), mark);
    }
}

base::Result<QList<catalog::MarkChange>> UserStore::changeMarks(const QList<catalog::MarkChange> &changes)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    QList<catalog::MarkChange> before;
    {
        auto read = m_database.prepare("SELECT mark FROM marks WHERE message_id = ?1");
        auto put = m_database.prepare(
            "INSERT INTO marks(message_id, mark) VALUES(?1, ?2) ON CONFLICT(message_id) DO "
            "UPDATE SET mark = excluded.mark");
        auto remove = m_database.prepare("DELETE FROM marks WHERE message_id = ?1");
        for (const auto *statement : {&read, &put, &remove}) {
            if (!*statement)
                return statement->error();
        }
        for (const catalog::MarkChange &change : changes) {
            read->bindBlob(1, change.messageId);
            const auto row = read->step();
            if (!row)
                return row.error();
            before.prepend({change.messageId, *row ? catalog::markOfKey(QString::fromUtf8(read->text(0)))
                                                   : catalog::Mark::None});
            read->reset();
            const QByteArray key = catalog::markKey(change.mark).toUtf8();
            Statement &write = key.isEmpty() ? *remove : *put;
            write.bindBlob(1, change.messageId);
            if (!key.isEmpty())
                write.bindText(2, key);
            if (const auto done = write.run(); !done)
                return done.error();
        }
    }
    if (const auto done = transaction->commit(); !done)
        return done.error();
    return before;
}

} // namespace loredesk::store
