// SPDX-License-Identifier: GPL-3.0-or-later
// The marks that the user gave series, and the notes on them: two tables of one shape.
#include "models/store/userstore.h"

#include <functional>

namespace loredesk::store {

namespace {

/// A table from Message-IDs to text.
struct Lines
{
    const char *read;
    const char *readOne;
    const char *put;
    const char *remove;
};

constexpr Lines Marks{"SELECT message_id, mark FROM marks", "SELECT mark FROM marks WHERE message_id = ?1",
                      "INSERT INTO marks(message_id, mark) VALUES(?1, ?2) ON CONFLICT(message_id) DO UPDATE "
                      "SET mark = excluded.mark",
                      "DELETE FROM marks WHERE message_id = ?1"};
constexpr Lines Notes{"SELECT message_id, note FROM notes", "SELECT note FROM notes WHERE message_id = ?1",
                      "INSERT INTO notes(message_id, note) VALUES(?1, ?2) ON CONFLICT(message_id) DO UPDATE "
                      "SET note = excluded.note",
                      "DELETE FROM notes WHERE message_id = ?1"};

base::Result<void> read(const Database &database, const Lines &lines,
                        const std::function<void(const QByteArray &messageId, const QString &text)> &take)
{
    auto statement = database.prepare(lines.read);
    if (!statement)
        return statement.error();
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        take(statement->blob(0).toByteArray(), QString::fromUtf8(statement->text(1)));
    }
}

/// Message-ID and text; empty text: the line goes.
using Change = std::pair<QByteArray, QString>;

/// Gives what takes the changes back.
base::Result<QList<Change>> change(Database &database, const Lines &lines, const QList<Change> &changes)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    QList<Change> before;
    {
        auto readOne = database.prepare(lines.readOne);
        auto put = database.prepare(lines.put);
        auto remove = database.prepare(lines.remove);
        for (const auto *statement : {&readOne, &put, &remove}) {
            if (!*statement)
                return statement->error();
        }
        for (const auto &[messageId, text] : changes) {
            readOne->bindBlob(1, messageId);
            const auto row = readOne->step();
            if (!row)
                return row.error();
            before.prepend({messageId, *row ? QString::fromUtf8(readOne->text(0)) : QString()});
            readOne->reset();
            const QByteArray bytes = text.toUtf8();
            Statement &write = bytes.isEmpty() ? *remove : *put;
            write.bindBlob(1, messageId);
            if (!bytes.isEmpty())
                write.bindText(2, bytes);
            if (const auto done = write.run(); !done)
                return done.error();
        }
    }
    if (const auto done = transaction->commit(); !done)
        return done.error();
    return before;
}

} // namespace

base::Result<catalog::MarkTable> UserStore::marks() const
{
    catalog::MarkTable table;
    const auto done = read(m_database, Marks, [&](const QByteArray &messageId, const QString &key) {
        // One that a later version knows stays in the file.
        const catalog::Mark mark = catalog::markOfKey(key);
        if (mark != catalog::Mark::None)
            table.insert(messageId, mark);
    });
    if (!done)
        return done.error();
    return table;
}

base::Result<QList<catalog::MarkChange>> UserStore::changeMarks(const QList<catalog::MarkChange> &changes)
{
    QList<Change> lines;
    for (const catalog::MarkChange &change : changes)
        lines.append({change.messageId, catalog::markKey(change.mark)});
    const auto before = change(m_database, Marks, lines);
    if (!before)
        return before.error();
    QList<catalog::MarkChange> back;
    for (const auto &[messageId, key] : *before)
        back << catalog::MarkChange{messageId, catalog::markOfKey(key)};
    return back;
}

base::Result<catalog::NoteTable> UserStore::notes() const
{
    catalog::NoteTable table;
    const auto done = read(m_database, Notes, [&](const QByteArray &messageId, const QString &note) {
        if (!note.isEmpty())
            table.insert(messageId, note);
    });
    if (!done)
        return done.error();
    return table;
}

base::Result<QList<catalog::NoteChange>> UserStore::changeNotes(const QList<catalog::NoteChange> &changes)
{
    QList<Change> lines;
    for (const catalog::NoteChange &change : changes)
        lines.append({change.messageId, change.text});
    const auto before = change(m_database, Notes, lines);
    if (!before)
        return before.error();
    QList<catalog::NoteChange> back;
    for (const auto &[messageId, text] : *before)
        back << catalog::NoteChange{messageId, text};
    return back;
}

} // namespace loredesk::store
