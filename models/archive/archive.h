// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"
#include "models/base/position.h"
#include "models/base/problem.h"
#include "models/base/progress.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace loredesk::archive {

enum class ArchiveKind {
    PublicInboxV2,    ///< inbox directory with epochs
    PublicInboxV1,    ///< one repository, messages at xx/38hex
    PublicInboxEpoch, ///< a single v2 epoch, bare or with a work tree
    Mbox,             ///< one mbox file in any dialect, gzip'd or not
    Maildir,
    MessageFile,   ///< one .eml or .patch
    MessageFolder, ///< a folder of such files
    Several,       ///< several of the above, opened together
};

/// Which messages of an archive: everything, or those between two revisions.
/// `from..to` as git means it: reachable from `to`, not from `from`; either may be empty. Each may lie in
/// another epoch: then the rest of from's epoch, the epochs between, and to's epoch up to it. A revision that
/// several epochs know is the newest epoch's, and for `from` the newest not after to's epoch. `HEAD~100` goes
/// on into earlier epochs. The archive is seen as it stood at `to`: what was deleted later is still there.
struct RevisionRange
{
    QString from; ///< as the user wrote it
    QString to;   ///< as the user wrote it

    bool isEverything() const { return from.isEmpty() && to.isEmpty(); }

    /// "A..B", "A..", "..B", or "B" alone (everything up to it). Nothing for "A...B", which means nothing
    /// here.
    static std::optional<RevisionRange> parse(const QString &text);
    friend bool operator==(const RevisionRange &, const RevisionRange &) = default;
};

/// A name for a revision.
struct Tag
{
    QString name;
    base::UnixSeconds date = 0; ///< when the archive was there
    friend bool operator==(const Tag &, const Tag &) = default;
};

/// One live message of an archive.
struct Entry
{
    base::Position position;
    base::UnixSeconds arrival = 0; ///< when the archive got it (commit, From line, file); 0: unknown
};

/// What an archive holds, oldest first ("archive order"), deleted and purged messages left out.
struct Listing
{
    std::vector<Entry> entries;
    QList<base::Problem> problems; ///< missing objects, unmatched deletions, cut mbox files, …
    QString dialect;               ///< for an mbox: "mboxrd", "mboxo", "mboxcl2"; else empty
    QString note;                  ///< e.g. "history starts at epoch 3"; else empty
    /// Where the archive stood, for Archive::changesSince(); empty for a listing of a range. Made and understood
    /// by the archive alone.
    QByteArray state;
};

/// What a commit took out again that an earlier listing holds: every entry with that blob.
struct Deletion
{
    base::Position position;    ///< source and container, the commit that deletes, the blob that goes
    base::Problem ifUnmatched;  ///< what to report where no entry has the blob
};

/// What happened to an archive since it was listed last.
struct Changes
{
    enum class Kind {
        None,     ///< nothing; `listing` has the state alone
        Extends,  ///< `listing` holds what came behind the earlier entries, `deletions` what goes of them
        Replaces, ///< `listing` is the whole archive. Entries of before whose position stands in it, by all but
                  ///< its container, are the same messages; the others are gone.
    };
    Kind kind = Kind::Replaces;
    Listing listing;
    std::vector<Deletion> deletions;
};

/// Reads messages by position. Not thread-safe: every thread makes its own.
class Reader
{
public:
    virtual ~Reader();
    /// The message's bytes, without the mbox From line and with the dialect's quoting undone.
    /// Errors: Unreadable or Corrupt, with the place.
    /// Of a message beyond base::LargestMessage, the beginning: leftOut() says how much is missing.
    virtual base::Result<QByteArray> read(const base::Position &position) = 0;

    /// Bytes of the message that was read last which were left out as they are too many; else 0.
    std::int64_t leftOut() const { return m_leftOut; }

protected:
    /// As much of a message as is given; notes what is not.
    QByteArrayView limited(QByteArrayView message);
    void setLeftOut(std::int64_t bytes) { m_leftOut = bytes; }

private:
    std::int64_t m_leftOut = 0;
};

/// What a report says of a message of which so much was left out. `place`: of the message.
base::Problem tooLargeProblem(const base::Place &place, std::int64_t leftOut);

/// A mailing-list archive on disk, only ever read. Thread-safe: all members may be called from any thread.
class Archive
{
public:
    virtual ~Archive();

    virtual ArchiveKind kind() const = 0;
    /// The path that identifies the archive (the inbox directory even where an epoch inside it was given).
    virtual QString path() const = 0;
    /// What the archive calls itself or its directory is called: "linux-hyperv", "KVM".
    virtual QString name() const = 0;
    /// One line for people: "public-inbox v2, 2 epochs".
    virtual QString summary() const = 0;
    /// True where RevisionRange means something (git-backed archives).
    virtual bool hasRevisions() const = 0;

    /// Walks the archive. Errors: NoSuchRevision, Unreadable, Cancelled, BadInput (a range on an archive
    /// without revisions). Everything else is a Problem in the listing.
    virtual base::Result<Listing> list(const RevisionRange &range, base::ProgressSink &progress) const = 0;

    /// What came and went since a listing of everything that ended in `state`; costs what is new where the archive
    /// only grew. History that was rewritten, files that were changed in place and anything else that the state
    /// does not explain give Changes::Kind::Replaces. Errors: as list().
    virtual base::Result<Changes> changesSince(const QByteArray &state, base::ProgressSink &progress) const = 0;

    /// The tags among its revisions, newest first, each name once. What cannot be read has none. Reads git.
    virtual QList<Tag> tags() const;

    /// In which order entries are read fastest: their indices, or nothing where it is the order they are in.
    virtual std::vector<std::uint32_t> readingOrder(const std::vector<Entry> &entries) const;

    /// A reader that stays valid as long as the archive.
    virtual std::unique_ptr<Reader> reader() const = 0;

    /// Where a position is, for people.
    virtual base::Place place(const base::Position &position) const = 0;
};

/// Recognises what is at `path` by what is there, not by its name, and opens it. Never writes.
/// Errors: NotFound, NotAnArchive, Unreadable, Corrupt, each with a hint.
base::Result<std::unique_ptr<Archive>> open(const QString &path);

/// Opens several archives as one (files dropped together). With one path the same as open(path). Paths of one
/// and the same archive count once. A range applies to those of them that know its revisions. Errors as
/// open(path), naming the path that cannot be opened.
base::Result<std::unique_ptr<Archive>> open(const QStringList &paths);

/// "public-inbox v2" and so on.
QString kindName(ArchiveKind kind);

} // namespace loredesk::archive
