// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indexcommand.h"

#include "app/cli/console.h"
#include "app/cli/storeplace.h"
#include "app/cli/terminalprogress.h"
#include "models/base/processmemory.h"
#include "models/jobs/indexing.h"
#include "models/jobs/stopwatch.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

QString help()
{
    return uR"(Usage: loredesk index ARCHIVE [OPTIONS]

Brings the cache of an archive up to date: its messages, series, and the words
that "loredesk search" looks for. Only what is new is read. The window and all
other commands use the same cache; it can be deleted at any time.

  --timings         how long it took, as one JSON object
  --no-fulltext     without the words
  -h, --help        this text

The JSON has "phases" (seconds; "series tree" is from the start of the program
until all series are known, "total" until everything is indexed), "messages",
"read" (from the archive, not from the cache), "bytes" of mail, "problems",
"peak_memory" and "resident_memory" (bytes), and "cache_bytes".

Examples:
  loredesk index ~/lore/kvm
  loredesk index ~/lore/kvm --timings | jq .phases
)"_s;
}

QJsonObject timingsJson(const jobs::LoadedArchive &loaded, const std::vector<jobs::Timing> &timings)
{
    QJsonObject phases;
    for (const std::vector<jobs::Timing> *list : {&loaded.timings, &timings}) {
        for (const jobs::Timing &timing : *list)
            phases.insert(timing.phase, timing.seconds);
    }
    qint64 bytes = 0;
    for (const series::MessageHead &head : loaded.catalog->messages())
        bytes += head.size;
    QJsonObject json;
    json.insert("phases"_L1, phases);
    json.insert("messages"_L1, qint64(loaded.catalog->messages().size()));
    json.insert("series"_L1, qint64(loaded.catalog->series().size()));
    json.insert("read"_L1, loaded.read);
    json.insert("bytes"_L1, bytes);
    json.insert("problems"_L1, qint64(loaded.catalog->problems().size()));
    json.insert("peak_memory"_L1, qint64(base::peakMemory()));
    json.insert("resident_memory"_L1, qint64(base::residentMemory()));
    qint64 cache = 0;
    if (loaded.keepsake) {
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1})
            cache += QFileInfo(loaded.keepsake->file + suffix).size();
    }
    json.insert("cache_bytes"_L1, cache);
    return json;
}

} // namespace

ExitState indexCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"timings"_s, QString()}, {u"no-fulltext"_s, QString()}});
    if (const auto state = parseArguments(parser, u"index"_s, arguments, help()))
        return *state;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return wrongUsage(u"index"_s, u"no archive is named"_s);
    if (words.size() > 1)
        return wrongUsage(u"index"_s, "too many arguments: '"_L1 + words[1] + u'\'');

    jobs::LoadRequest request;
    request.paths = QStringList{words[0]};
    request.storeDirectory = storeDirectory();
    TerminalProgress progress;
    const auto loaded = jobs::load(request, progress);
    if (!loaded)
        return fail(loaded.error());
    leaveToTheSystem(*loaded);
    std::vector<jobs::Timing> timings{{u"series tree"_s, base::secondsSinceStart()}};
    if (!(*loaded)->storeTrouble.text.isEmpty())
        say((*loaded)->storeTrouble.toString());
    if (!(*loaded)->keepsake)
        return fail({base::ErrorCode::Unwritable, u"There is no place for a cache"_s, {}, u"set HOME or XDG_CACHE_HOME"_s});

    jobs::Stopwatch keeping(timings, u"writing the cache"_s);
    const auto kept = jobs::keep(**loaded);
    keeping.stop();
    if (!kept)
        return fail(kept.error());
    if (!parser.isSet(u"no-fulltext"_s)) {
        jobs::Stopwatch indexing(timings, u"indexing text"_s);
        const auto indexed = jobs::indexText(**loaded, *kept, 0, progress);
        indexing.stop();
        if (!indexed)
            return fail(indexed.error());
    }
    progress.end();
    if (kept->kept == jobs::Kept::Overtaken)
        say(u"another process is bringing the cache up to date"_s);
    timings.push_back({u"total"_s, base::secondsSinceStart()});
    ExitState state = ExitState::Done;
    if (parser.isSet(u"timings"_s))
        state = writeOut(QJsonDocument(timingsJson(**loaded, timings)).toJson(QJsonDocument::Indented));
    return report((*loaded)->catalog->problems(), state);
}

} // namespace loredesk::app::cli
