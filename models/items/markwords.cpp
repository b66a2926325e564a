// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/markwords.h"

#include "models/base/hostiletext.h"
#include "models/catalog/versionchoice.h"

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

using catalog::Mark;

const series::PatchSeries &newestOf(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    const auto lineage = catalog.series(mark.version).lineage;
    return catalog.series(catalog.lineages()[lineage.value()].versions.front());
}

/// The version that was marked was sent again under its number.
bool wasSentAgain(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    return catalog::versionName(newestOf(catalog, mark)) ==
           catalog::versionName(catalog.series(mark.version));
}

} // namespace

QString MarkWords::name(Mark mark)
{
    switch (mark) {
    case Mark::ToReview:
        return tr("To review");
    case Mark::Reviewed:
        return tr("Reviewed");
    case Mark::Waiting:
        return tr("Waiting for a new version");
    case Mark::Applied:
        return tr("Applied");
    case Mark::NotMine:
        return tr("Not for me");
    case Mark::None:
        break;
    }
    return tr("No mark");
}

bool MarkWords::isOutdated(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    // Something is still to be reviewed, or still nobody's business, whichever version came.
    return mark.mark != Mark::ToReview && mark.mark != Mark::NotMine &&
           catalog::isOfEarlierVersion(catalog, mark);
}

QString MarkWords::markCell(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    const bool outdated = isOutdated(catalog, mark);
    switch (mark.mark) {
    case Mark::None:
        return {};
    case Mark::Waiting:
        if (!outdated)
            return tr("Waiting");
        return wasSentAgain(catalog, mark)
                   ? tr("sent again")
                   : tr("%1 is there", "a version").arg(catalog::versionName(newestOf(catalog, mark)));
    default:
        if (!outdated)
            return name(mark.mark);
        return wasSentAgain(catalog, mark)
                   ? tr("%1 before", "reviewed, before it was sent again").arg(name(mark.mark))
                   : tr("%1 %2", "reviewed v2")
                         .arg(name(mark.mark), catalog::versionName(catalog.series(mark.version)));
    }
}

QString MarkWords::markAtLength(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    if (mark.mark == Mark::None)
        return {};
    const QString what = tr("your mark: %1").arg(name(mark.mark));
    if (!catalog::isOfEarlierVersion(catalog, mark))
        return what;
    if (wasSentAgain(catalog, mark))
        return tr("%1, given before it was sent again").arg(what);
    return tr("%1, given to %2; %3 is there")
        .arg(what, catalog::versionName(catalog.series(mark.version)),
             catalog::versionName(newestOf(catalog, mark)));
}

QString MarkWords::cell(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    const QString text = markCell(catalog, mark);
    if (mark.note.isEmpty())
        return text;
    // Where marks stand behind titles, a word more would be one less of the title.
    const QString pencil = u"\u270e"_s;
    return text.isEmpty() ? pencil : text + u' ' + pencil;
}

QString MarkWords::atLength(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    const QString text = markAtLength(catalog, mark);
    if (mark.note.isEmpty())
        return text;
    const QString note = tr("your note: %1").arg(MarkWords::note(catalog, mark));
    return text.isEmpty() ? note : text + u'\n' + note;
}

QString MarkWords::note(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    if (mark.note.isEmpty())
        return {};
    // Out of a file that others may write.
    const QString text = base::visibleText(mark.note);
    const auto lineage = catalog.series(mark.noted).lineage;
    if (catalog.lineages()[lineage.value()].versions.front() == mark.noted)
        return text;
    return tr("%1 (of %2)", "a note, of a version")
        .arg(text, catalog::versionName(catalog.series(mark.noted)));
}

int MarkWords::order(const catalog::Catalog &catalog, const catalog::SeriesMark &mark)
{
    const bool outdated = isOutdated(catalog, mark);
    switch (mark.mark) {
    case Mark::Waiting:
        return outdated ? 0 : 4;
    case Mark::ToReview:
        return 1;
    case Mark::Reviewed:
        return outdated ? 2 : 5;
    case Mark::Applied:
        return outdated ? 3 : 6;
    case Mark::NotMine:
        return 7;
    case Mark::None:
        break;
    }
    return mark.note.isEmpty() ? 9 : 8;
}

} // namespace loredesk::items
