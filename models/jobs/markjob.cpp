// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/markjob.h"

#include "models/store/userstore.h"

namespace loredesk::jobs {

namespace {

base::Result<MarkOutcome> carryOut(const QString &userStore, const MarkRequest &request)
{
    auto store = store::UserStore::open(userStore);
    if (!store)
        return store.error();
    MarkOutcome outcome;
    QList<catalog::MarkChange> changes = request.changes;
    QList<catalog::NoteChange> noteChanges = request.noteChanges;
    if (request.kind == MarkRequest::Kind::Mark) {
        const auto table = store->marks();
        if (!table)
            return table.error();
        catalog::Marking marking = catalog::marking(*request.catalog, request.series, request.mark, *table);
        changes = std::move(marking.changes);
        outcome.mark = marking.mark;
        outcome.series = marking.series;
    }
    if (request.kind == MarkRequest::Kind::Note) {
        const auto notes = store->notes();
        if (!notes)
            return notes.error();
        noteChanges = catalog::noting(*request.catalog, request.messageId, request.note, *notes);
    }
    if (!changes.isEmpty()) {
        auto before = store->changeMarks(changes);
        if (!before)
            return before.error();
        outcome.takingBack = *std::move(before);
    }
    if (!noteChanges.isEmpty()) {
        auto before = store->changeNotes(noteChanges);
        if (!before)
            return before.error();
        outcome.takingNotesBack = *std::move(before);
    }
    auto table = store->marks();
    if (!table)
        return table.error();
    outcome.table = *std::move(table);
    auto notes = store->notes();
    if (!notes)
        return notes.error();
    outcome.notes = *std::move(notes);
    return outcome;
}

} // namespace

MarkJob::MarkJob(const QString &userStore, MarkRequest request, QObject *parent)
    : ResultJob([userStore,
                 request = std::move(request)](base::ProgressSink &) { return carryOut(userStore, request); },
                parent)
{
}

} // namespace loredesk::jobs
