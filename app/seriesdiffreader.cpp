// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seriesdiffreader.h"

#include "app/letgo.h"
#include "ui/diffsides.h"
#include "ui/seriesdiff.h"

namespace loredesk::app {

namespace {

using SeriesDiff = ui::MessageView::SeriesDiff;

base::Result<SeriesDiff> readDiff(const jobs::LoadedArchivePtr &loaded, base::SeriesIndex index,
                                  base::ProgressSink &progress)
{
    const digest::ContentReader reader = jobs::contentReader(loaded);
    const series::PatchSeries &series = loaded->catalog->series(index);
    QList<ui::SeriesDiffPatch> patches;
    SeriesDiff diff;
    for (const series::SeriesSlot &slot : series.patches) {
        if (progress.cancelled())
            break;
        ui::SeriesDiffPatch part;
        part.index = slot.index;
        if (slot.isMissing()) {
            // Of some series hundreds were sent to other lists.
            if (!patches.isEmpty() && patches.last().isMissing) {
                patches.last().last = slot.index;
                patches.last().trouble = SeriesDiffReader::tr("These patches are not in the archive.");
                continue;
            }
            part.isMissing = true;
            part.title = SeriesDiffReader::tr("missing");
            part.trouble = SeriesDiffReader::tr("This patch is not in the archive.");
        } else {
            part.title = loaded->catalog->message(slot.message).prefix.title;
            base::Result<patch::ReadMessage> read = reader(slot.message);
            if (read)
                part.patch = std::make_shared<const patch::Patch>(std::move(read->patch));
            else
                part.trouble = read.error().toString();
        }
        patches.append(part);
        diff.messageIds.append(slot.isMissing() ? QByteArray()
                                                : loaded->catalog->message(slot.message).messageId);
    }
    diff.series = index;
    diff.document = std::make_shared<const ui::MessageDocument>(ui::seriesDiff(patches, series.total));
    diff.sides = std::make_shared<const ui::DiffSides>(diff.document);
    return diff;
}

} // namespace

SeriesDiffJob::SeriesDiffJob(jobs::LoadedArchivePtr loaded, base::SeriesIndex series, QObject *parent)
    : ResultJob([loaded = std::move(loaded),
                 series](base::ProgressSink &progress) { return readDiff(loaded, series, progress); },
                parent)
{
}

SeriesDiffReader::SeriesDiffReader(ui::MessageView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
}

SeriesDiffReader::~SeriesDiffReader()
{
    discard(m_job);
}

void SeriesDiffReader::read(const jobs::LoadedArchivePtr &loaded, base::SeriesIndex series)
{
    discard(m_job);
    if (!loaded || !series.isValid())
        return;
    auto *job = new SeriesDiffJob(loaded, series, this);
    m_job = job;
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_job.clear();
        m_view.setSeriesDiff(job->takeResult());
        job->deleteLater();
    });
    job->start();
}

} // namespace loredesk::app
