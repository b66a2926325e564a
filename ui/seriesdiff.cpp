// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriesdiff.h"

#include "models/base/hostiletext.h"
#include "ui/messagedocumentbuilder.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::ui::SeriesDiff)
};

/// "3 patches change 5 files: +120 −7"
QString summaryOf(const QList<SeriesDiffPatch> &patches, int total)
{
    QSet<QString> paths;
    int added = 0;
    int removed = 0;
    for (const SeriesDiffPatch &part : patches) {
        if (!part.patch)
            continue;
        for (const patch::FileDiff &file : part.patch->files) {
            paths.insert(file.path());
            added += file.added;
            removed += file.removed;
        }
    }
    const auto count =
        int(std::count_if(patches.begin(), patches.end(), [](const auto &part) { return part.patch; }));
    const QString first = count < total ? Words::tr("%L1 of %Ln patches", nullptr, total).arg(count)
                          : count == 1  ? Words::tr("1 patch")
                                        : Words::tr("%Ln patches", nullptr, count);
    const auto files = int(paths.size());
    const QString second = files == 1 ? Words::tr("1 file") : Words::tr("%Ln files", nullptr, files);
    return first + u" · "_s + second + u"  +%1  \u2212%2"_s.arg(added).arg(removed);
}

} // namespace

MessageDocument seriesDiff(const QList<SeriesDiffPatch> &patches, int total)
{
    MessageDocumentBuilder builder;
    builder.line({}, Kind::Gap);
    builder.remark(summaryOf(patches, total));
    for (qsizetype i = 0; i < patches.size(); ++i) {
        const SeriesDiffPatch &part = patches[i];
        builder.line({}, Kind::Gap);
        const QString number = part.last > part.index ? u"%1\u2013%2"_s.arg(part.index).arg(part.last)
                                                      : QString::number(part.index);
        builder.patchHeading(u"%1/%2  "_s.arg(number).arg(total) + base::visibleLine(part.title),
                             part.isMissing ? -1 : qint32(i));
        if (!part.patch)
            builder.remark(base::visibleLine(part.trouble));
        else if (part.patch->diff.isEmpty())
            builder.remark(Words::tr("This patch has no diff."));
        else if (builder.lineCount() > MostSeriesLines)
            builder.remark(Words::tr("Too long to be shown here as well; the patch itself shows its diff."));
        else
            builder.diff(*part.patch, QString::number(part.index) + u"  "_s);
    }
    return builder.finish();
}

} // namespace loredesk::ui
