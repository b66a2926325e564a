// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparecommand.h"

#include "app/cli/comparisontext.h"
#include "app/cli/console.h"
#include "app/cli/messageid.h"
#include "app/cli/storeplace.h"
#include "app/cli/versionargument.h"
#include "models/jobs/versionreading.h"

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

QString help()
{
    return uR"(Usage: loredesk compare ARCHIVE MESSAGE-ID [vA..vB] [OPTIONS]

Says what became of the patches of a series from one version to a later one,
as git range-diff does: = unchanged, ! changed, > new, < dropped, ? not known;
and below each patch the difference of its message and of its diff. Where a
hunk lies is no difference. The Message-ID may be that of any patch, cover
letter or answer of any version; the newest version is compared with the one
before it, unless two are named.

  vA..vB            these two versions (v3..v5, or v2.1..v3)
  --short           the list of patches alone
  --json            one JSON document
  -h, --help        this text

Examples:
  loredesk compare ~/lore/kvm 20250520182639.80013-1-someone@example.org
  loredesk compare ~/lore/kvm '<id@example.org>' v1..v4 --short
)"_s;
}

/// The two versions that are meant.
base::Result<std::pair<base::SeriesIndex, base::SeriesIndex>>
chooseVersions(const catalog::Catalog &catalog, QByteArray id,
               const std::optional<std::pair<catalog::VersionNumber, catalog::VersionNumber>> &range)
{
    // As cut out of a link. A percent sign may also be the id's own, so that goes first.
    if (const QByteArray decoded = QByteArray::fromPercentEncoding(id);
        !catalog.find(id).isValid() && catalog.find(decoded).isValid())
        id = decoded;
    const auto newer =
        catalog::chooseVersion(catalog, id, range ? std::optional(range->second) : std::nullopt);
    if (!newer)
        return newer.error();
    if (range) {
        const auto older = catalog::chooseVersion(catalog, id, range->first);
        if (!older)
            return older.error();
        return std::pair(*older, *newer);
    }
    const base::SeriesIndex older = catalog::previousVersion(catalog, *newer);
    if (!older.isValid()) {
        base::Place place;
        place.messageId = QString::fromUtf8(id);
        return base::Error{base::ErrorCode::NoSuchMessage, u"the series has one version only"_s, place,
                           u"an archive of a longer time may have more"_s};
    }
    return std::pair(older, *newer);
}

} // namespace

ExitState compareCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, QString()}, {u"short"_s, QString()}});
    if (const auto state = parseArguments(parser, u"compare"_s, arguments, help()))
        return *state;
    const QStringList words = parser.positionalArguments();
    if (words.size() < 2)
        return wrongUsage(u"compare"_s,
                          words.isEmpty() ? u"no archive is named"_s : u"no Message-ID is named"_s);
    if (words.size() > 3)
        return wrongUsage(u"compare"_s, "too many arguments: '"_L1 + words[3] + u'\'');
    const QByteArray id = messageIdOf(words[1]);
    if (id.isEmpty())
        return wrongUsage(u"compare"_s, u"the Message-ID is empty"_s);
    std::optional<std::pair<catalog::VersionNumber, catalog::VersionNumber>> range;
    if (words.size() == 3) {
        range = parseVersionRange(words[2]);
        if (!range)
            return wrongUsage(u"compare"_s,
                              u'\'' + words[2] + "' does not name two versions, as v1..v2 does"_L1);
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
    const auto versions = chooseVersions(catalog, id, range);
    if (!versions)
        return fail(versions.error());
    const auto comparison = jobs::compareVersions(**loaded, versions->first, versions->second, progress);
    if (!comparison)
        return fail(comparison.error());
    const ExitState state = writeOut(
        parser.isSet(u"json"_s) ? comparisonJson(catalog, *comparison)
                                : comparisonText(catalog, *comparison, parser.isSet(u"short"_s)).toUtf8());
    keepForLater(**loaded);
    return report(comparisonProblems(catalog, *comparison), state);
}

} // namespace loredesk::app::cli
