// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/amcommand.h"

#include "app/cli/console.h"
#include "app/cli/messageid.h"
#include "app/cli/storeplace.h"
#include "app/cli/versionargument.h"
#include "models/catalog/versionchoice.h"
#include "models/jobs/exportseries.h"

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

QString help()
{
    return uR"(Usage: loredesk am ARCHIVE MESSAGE-ID [OPTIONS]

Writes a patch series as an mbox that git am takes. The Message-ID may be that
of any patch, cover letter or answer of any version; the newest version is
written. Trailers that replies offer are applied where their sender may give
them; what was applied, and what was not, is said on standard error. A partial
reroll is filled with the patches of the version before it.

  --version N       that version (3, or 2.1), not the newest
  --no-trailers     as it was sent, without trailers from replies
  --allow-missing   write what is there, though patches are missing
  -o, --output FILE write to a file, whole or not at all
  -h, --help        this text

Nothing in the mbox needs unescaping: it reads the same as mboxrd, mboxo and
mboxcl2.

Examples:
  loredesk am ~/lore/kvm 20250520182639.80013-1-someone@example.org | git am
  loredesk am ~/lore/kvm '<id@example.org>' --version 2 -o v2.mbox
)"_s;
}

QString source(const catalog::Catalog &catalog, const series::CollectedTrailer &collected)
{
    return " <"_L1 + QString::fromUtf8(catalog.message(collected.source).messageId) + u'>';
}

void sayWhatWasDone(const catalog::Catalog &catalog, const jobs::ExportedSeries &exported)
{
    const series::PatchSeries &series = catalog.series(exported.series);
    const std::size_t count = exported.patches.size();
    say(catalog::versionName(series) + " of \""_L1 + series.title + "\" by "_L1 + series.author.toString() +
        ": "_L1 + QString::number(count) + (count == 1 ? " patch"_L1 : " patches"_L1));
    for (const jobs::ExportedPatch &patch : exported.patches) {
        const series::MessageHead &head = catalog.message(patch.message);
        say("  "_L1 + QString::number(patch.index) + u'/' + QString::number(series.total) + u' ' +
            head.prefix.title +
            (patch.fromEarlierVersion
                 ? " (of "_L1 + catalog::versionName(catalog.series(catalog.seriesOf(patch.message))) + u')'
                 : QString()));
        for (const series::CollectedTrailer &collected : patch.applied)
            say("    + "_L1 + collected.trailer.toString() + source(catalog, collected));
        for (const series::CollectedTrailer &collected : patch.mismatched)
            say("    ! not applied: "_L1 + collected.trailer.toString() + ", sent by "_L1 +
                catalog.message(collected.source).submitter.toString() + source(catalog, collected));
        for (const series::CollectedTrailer &collected : patch.nacked)
            say("    ! "_L1 + collected.trailer.toString() + source(catalog, collected));
    }
    if (!exported.baseCommit.isEmpty())
        say("  applies to "_L1 + QString::fromUtf8(exported.baseCommit));
}

} // namespace

ExitState amCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"version"_s, QString(), u"N"_s},
                       {u"no-trailers"_s, QString()},
                       {u"allow-missing"_s, QString()},
                       {{u"o"_s, u"output"_s}, QString(), u"FILE"_s}});
    if (const auto state = parseArguments(parser, u"am"_s, arguments, help()))
        return *state;
    const QStringList words = parser.positionalArguments();
    if (words.size() < 2)
        return wrongUsage(u"am"_s, words.isEmpty() ? u"no archive is named"_s : u"no Message-ID is named"_s);
    if (words.size() > 2)
        return wrongUsage(u"am"_s, "too many arguments: '"_L1 + words[2] + u'\'');
    const QByteArray id = messageIdOf(words[1]);
    if (id.isEmpty())
        return wrongUsage(u"am"_s, u"the Message-ID is empty"_s);
    std::optional<catalog::VersionNumber> version;
    if (parser.isSet(u"version"_s)) {
        version = parseVersion(parser.value(u"version"_s));
        if (!version)
            return wrongUsage(u"am"_s, u'\'' + parser.value(u"version"_s) + "' is no version"_L1);
    }

    jobs::LoadRequest request;
    request.paths = QStringList{words[0]};
    request.storeDirectory = storeDirectory();
    base::NoProgress progress;
    const auto loaded = jobs::load(request, progress);
    if (!loaded)
        return fail(loaded.error());
    leaveToTheSystem(*loaded);
    const catalog::Catalog &catalog = *(*loaded)->catalog;
    auto chosen = catalog::chooseVersion(catalog, id, version);
    // As cut out of a link. A percent sign may also be the id's own, so that goes first.
    if (const QByteArray decoded = QByteArray::fromPercentEncoding(id);
        !chosen && !catalog.find(id).isValid() && catalog.find(decoded).isValid())
        chosen = catalog::chooseVersion(catalog, decoded, version);
    if (!chosen)
        return fail(chosen.error());
    const jobs::ExportOptions options{!parser.isSet(u"no-trailers"_s), parser.isSet(u"allow-missing"_s)};
    const auto exported = jobs::exportSeries(**loaded, *chosen, options, progress);
    if (!exported)
        return fail(exported.error());
    const ExitState state = writeTo(parser.value(u"output"_s), exported->mbox);
    if (state == ExitState::Done)
        sayWhatWasDone(catalog, *exported);
    keepForLater(**loaded);
    return report(exported->problems, state);
}

} // namespace loredesk::app::cli
