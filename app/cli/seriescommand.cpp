// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/seriescommand.h"

#include "app/cli/console.h"
#include "app/cli/rangearguments.h"
#include "app/cli/seriesjson.h"
#include "app/cli/storeplace.h"
#include "models/jobs/engine.h"

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

QString help()
{
    return uR"(Usage: loredesk series ARCHIVE [A..B] [OPTIONS]

Lists the patch series of an archive, newest first: version, patches that are
there, author, title.

  A..B              revisions of a public-inbox archive (default: everything)
  --json            one JSON document instead of the table
  -h, --help        this text

Examples:
  loredesk series ~/lore/kvm | less
  loredesk series list.mbox --json | jq '.series[] | select(.complete | not)'
)"_s;
}

} // namespace

ExitState seriesCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"json"_s, QString()});
    if (const auto state = parseArguments(parser, u"series"_s, arguments, help()))
        return *state;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return wrongUsage(u"series"_s, u"no archive is named"_s);
    if (words.size() > 2)
        return wrongUsage(u"series"_s, "too many arguments: '"_L1 + words[2] + u'\'');
    jobs::LoadRequest request;
    request.paths = QStringList{words[0]};
    request.storeDirectory = storeDirectory();
    if (words.size() == 2) {
        const auto range = parseRange(words[1]);
        if (!range)
            return wrongUsage(u"series"_s, range.error().toString());
        request.range = *range;
    }
    base::NoProgress progress;
    const auto loaded = jobs::load(request, progress);
    if (!loaded)
        return fail(loaded.error());
    leaveToTheSystem(*loaded);
    const catalog::Catalog &catalog = *(*loaded)->catalog;
    if (catalog.messages().empty())
        sayIfReversed(request.range);
    const ExitState state =
        writeOut(parser.isSet(u"json"_s) ? seriesJson(catalog) : seriesTable(catalog).toUtf8());
    keepForLater(**loaded);
    return report(catalog.problems(), state);
}

} // namespace loredesk::app::cli
