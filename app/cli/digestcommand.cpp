// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/digestcommand.h"

#include "app/cli/console.h"
#include "app/cli/lastrun.h"
#include "app/cli/rangearguments.h"
#include "app/cli/storeplace.h"
#include "models/jobs/engine.h"

#include <QDateTime>

#include <optional>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

constexpr qint64 Day = 24 * 60 * 60;
constexpr qint64 DefaultSpan = 7 * Day;
/// How far back the full layout looks for the earlier versions of what lies in a span of dates.
constexpr qint64 Context = 90 * Day;

QString help()
{
    return uR"(Usage: loredesk digest ARCHIVE [A..B] [OPTIONS]

Writes the digest of a range of a mailing list: who contributed, which patch
series came in and how their reviews stand, and their commit messages.

The range (default: the 7 days before the newest message):
  A..B              revisions of a public-inbox archive, in whichever epochs
  --since DATE      messages from then on
  --until DATE      messages up to then; a whole day lasts until its end
  --since-last      what is new since the last run with --since-last
Dates: 2025-05-20, 2025-05-20T18:26:35Z, yesterday, 7.days.ago.

What it says:
  --list NAME       name of the list (default: what the archive is called)
  --layout LAYOUT   full (default) or classic
  --top N           rows of the top lists (default: 15)

How it is written:
  --format FORMAT   text (default), markdown, html or json
  -o, --output FILE to a file, whole or not at all, instead of standard output
  -h, --help        this text

Examples:
  loredesk digest ~/lore/kvm --since 7.days.ago | mail -s 'KVM this week' me
  loredesk digest ~/lore/kvm a6e8d792..280157597 --list KVM --layout classic
  loredesk digest list.mbox.gz --since 2025-05-01 --format html -o may.html
)"_s;
}

/// What was asked for on the command line.
struct Asked
{
    QString path;
    archive::RevisionRange range;
    std::optional<NamedDate> since;
    std::optional<NamedDate> until;
    bool sinceLast = false;
    QString list;
    digest::Layout layout = digest::Layout::Full;
    digest::Format format = digest::Format::Text;
    int top = 15;
    QString output;
};

base::Error badInput(const QString &text)
{
    return {base::ErrorCode::BadInput, text, {}, {}};
}

base::Result<Asked> understand(const QCommandLineParser &parser)
{
    Asked asked;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return badInput(u"no archive is named"_s);
    if (words.size() > 2)
        return badInput("too many arguments: '"_L1 + words[2] + u'\'');
    asked.path = words[0];
    asked.sinceLast = parser.isSet(u"since-last"_s);
    if (words.size() == 2) {
        const auto range = parseRange(words[1]);
        if (!range)
            return range.error();
        asked.range = *range;
    }
    if (asked.sinceLast && (words.size() == 2 || parser.isSet(u"since"_s) || parser.isSet(u"until"_s)))
        return badInput(u"--since-last is a range of its own; leave out the other one"_s);

    const base::UnixSeconds now = QDateTime::currentSecsSinceEpoch();
    if (parser.isSet(u"since"_s)) {
        const auto since = parseSince(parser.value(u"since"_s), now);
        if (!since)
            return since.error();
        asked.since = *since;
    }
    if (parser.isSet(u"until"_s)) {
        const auto until = parseUntil(parser.value(u"until"_s), now);
        if (!until)
            return until.error();
        asked.until = *until;
    }
    if (asked.since && asked.until && asked.since->seconds > asked.until->seconds)
        return badInput(u"--since is later than --until"_s);

    asked.list = parser.value(u"list"_s);
    asked.output = parser.value(u"output"_s);
    if (const QString layout = parser.value(u"layout"_s); layout == "classic"_L1)
        asked.layout = digest::Layout::Classic;
    else if (parser.isSet(u"layout"_s) && layout != "full"_L1)
        return badInput("--layout: '"_L1 + layout + "' is neither full nor classic"_L1);
    if (const QString format = parser.value(u"format"_s); format == "markdown"_L1)
        asked.format = digest::Format::Markdown;
    else if (format == "html"_L1)
        asked.format = digest::Format::Html;
    else if (format == "json"_L1)
        asked.format = digest::Format::Json;
    else if (parser.isSet(u"format"_s) && format != "text"_L1)
        return badInput("--format: '"_L1 + format + "' is none of text, markdown, html, json"_L1);
    if (parser.isSet(u"top"_s)) {
        bool ok = false;
        asked.top = parser.value(u"top"_s).toInt(&ok);
        if (!ok || asked.top < 1)
            return badInput("--top: '"_L1 + parser.value(u"top"_s) + "' is no number above 0"_L1);
    }
    return asked;
}

/// The messages a digest is about, and what the headings call their range.
struct Chosen
{
    jobs::LoadedArchivePtr loaded;
    std::vector<base::MessageIndex> rows;
    QString from;
    QString to;
};

using ChosenResult = base::Result<Chosen>;

QString shortRevision(const QString &revision)
{
    return revision.left(12);
}

/// Newest commit that was read, in archive order; empty in an archive without revisions.
QString newestRevision(const jobs::LoadedArchive &loaded)
{
    const auto &messages = loaded.catalog->messages();
    return messages.empty() || !loaded.archive->hasRevisions() ? QString()
                                                               : base::hexId(messages.back().position.commit);
}

catalog::DateSpan lastDays(const catalog::Catalog &catalog)
{
    return {catalog.lastDate() - DefaultSpan, std::nullopt};
}

/// The whole catalog, or what lies in a span of it.
Chosen chosenBy(const jobs::LoadedArchivePtr &loaded, const catalog::DateSpan &span)
{
    Chosen chosen{loaded, catalog::rowsIn(*loaded->catalog, span), {}, {}};
    const catalog::Catalog &catalog = *loaded->catalog;
    const bool isEmpty = catalog.lastDate() == 0; // then the range is all that can be named
    if (span.since)
        chosen.from = dayName(*span.since);
    else
        chosen.from = isEmpty ? u"the start"_s : dayName(catalog.firstDate());
    if (span.until)
        chosen.to = dayName(*span.until);
    else
        chosen.to = isEmpty ? u"now"_s : dayName(catalog.lastDate());
    return chosen;
}

/// Revisions, dates, both, or the default.
ChosenResult chooseByRange(const Asked &asked, base::ProgressSink &progress)
{
    jobs::LoadRequest request;
    request.paths = QStringList{asked.path};
    request.range = asked.range;
    if (asked.since)
        request.dates.since = asked.since->seconds;
    if (asked.until)
        request.dates.until = asked.until->seconds;
    const bool dated = asked.since || asked.until;
    const bool unbounded = asked.range.isEverything() && !dated;
    if (unbounded)
        request.lastSeconds = DefaultSpan;
    // A range of revisions is read alone; a span of dates brings what came before it, for the versions of its
    // series.
    if (asked.range.isEverything() && asked.layout == digest::Layout::Full)
        request.contextSeconds = Context;
    request.storeDirectory = storeDirectory(); // where there is one: a digest alone makes none
    const auto loaded = jobs::load(request, progress);
    if (!loaded)
        return loaded.error();
    const catalog::Catalog &catalog = *(*loaded)->catalog;
    if (unbounded)
        return chosenBy(*loaded, lastDays(catalog));
    Chosen chosen = chosenBy(*loaded, request.dates);
    if (chosen.rows.empty() && !dated)
        sayIfReversed(asked.range);
    if (!asked.range.isEverything()) {
        chosen.from = asked.range.from.isEmpty() ? u"the start"_s : asked.range.from;
        chosen.to = asked.range.to.isEmpty() ? shortRevision(newestRevision(**loaded)) : asked.range.to;
    }
    if (asked.since)
        chosen.from = asked.since->name;
    if (asked.until)
        chosen.to = asked.until->name;
    return chosen;
}

/// What the run before did not tell.
ChosenResult chooseSinceLast(const Asked &asked, base::ProgressSink &progress)
{
    auto opened = archive::open(asked.path);
    if (!opened)
        return opened.error();
    const bool hasRevisions = (*opened)->hasRevisions();
    const std::optional<LastRun> last = readLastRun((*opened)->path());
    jobs::LoadRequest request;
    request.paths = QStringList{asked.path};

    if (!last) {
        say(u"no earlier run with --since-last is known for this archive; starting with the last 7 days"_s);
        if (!hasRevisions) {
            const auto loaded = jobs::load(request, progress); // everything, to know it again
            return loaded ? ChosenResult(chosenBy(*loaded, lastDays(*(*loaded)->catalog))) : loaded.error();
        }
        request.lastSeconds = DefaultSpan;
        const auto loaded = jobs::load(request, progress);
        return loaded ? ChosenResult(chosenBy(*loaded, lastDays(*(*loaded)->catalog))) : loaded.error();
    }

    if (!hasRevisions) {
        const auto loaded = jobs::load(request, progress);
        if (!loaded)
            return loaded.error();
        Chosen chosen = chosenBy(*loaded, {});
        std::erase_if(chosen.rows, [&](base::MessageIndex row) {
            return last->seen.contains(messageMark((*loaded)->catalog->message(row)));
        });
        chosen.from = dayName(last->newest);
        return chosen;
    }

    request.range.from = last->revision;
    auto loaded = jobs::load(request, progress);
    if (!loaded && loaded.error().code == base::ErrorCode::NoSuchRevision) {
        say("the archive was rewritten since the last run; showing what is dated after "_L1 +
            base::isoUtc(last->newest));
        request.range = {};
        request.dates.since = last->newest + 1;
        loaded = jobs::load(request, progress);
    }
    if (!loaded)
        return loaded.error();
    Chosen chosen = chosenBy(*loaded, {});
    chosen.from = shortRevision(last->revision);
    const QString newest = newestRevision(**loaded);
    chosen.to = shortRevision(newest.isEmpty() ? last->revision : newest);
    return chosen;
}

/// Remembers what was told, so that the next run goes on from there.
base::Result<void> remember(const Chosen &chosen)
{
    const catalog::Catalog &catalog = *chosen.loaded->catalog;
    if (catalog.messages().empty())
        return {};
    LastRun run;
    run.newest = catalog.lastDate();
    run.revision = newestRevision(*chosen.loaded);
    if (!chosen.loaded->archive->hasRevisions()) {
        for (const series::MessageHead &head : catalog.messages())
            run.seen.insert(messageMark(head));
    }
    return writeLastRun(chosen.loaded->archive->path(), run);
}

ExitState run(const Asked &asked)
{
    base::NoProgress progress;
    const ChosenResult chosen =
        asked.sinceLast ? chooseSinceLast(asked, progress) : chooseByRange(asked, progress);
    if (!chosen)
        return fail(chosen.error());

    digest::DigestRequest request;
    request.from = chosen->from;
    request.to = chosen->to;
    request.list = asked.list;
    request.layout = asked.layout;
    request.top = asked.top;
    request.rows = chosen->rows;
    QList<base::Problem> problems = chosen->loaded->catalog->problems();
    const auto digest = digest::build(*chosen->loaded->catalog, request, jobs::contentReader(chosen->loaded),
                                      progress, problems);
    if (!digest)
        return fail(digest.error());

    bool delivered = false;
    ExitState state = writeTo(asked.output, digest::toBytes(*digest, asked.format), &delivered);
    if (asked.sinceLast && delivered) {
        if (const auto remembered = remember(*chosen); !remembered)
            state = fail(remembered.error());
    }
    return report(problems, state);
}

} // namespace

ExitState digestCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"since"_s, QString(), u"DATE"_s},
                       {u"until"_s, QString(), u"DATE"_s},
                       {u"since-last"_s, QString()},
                       {u"list"_s, QString(), u"NAME"_s},
                       {u"layout"_s, QString(), u"LAYOUT"_s},
                       {u"format"_s, QString(), u"FORMAT"_s},
                       {u"top"_s, QString(), u"N"_s},
                       {{u"o"_s, u"output"_s}, QString(), u"FILE"_s}});
    if (const auto state = parseArguments(parser, u"digest"_s, arguments, help()))
        return *state;
    const auto asked = understand(parser);
    if (!asked)
        return wrongUsage(u"digest"_s, asked.error().toString());
    return run(*asked);
}

} // namespace loredesk::app::cli
