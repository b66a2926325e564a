// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/exportjob.h"

#include "models/jobs/exportmails.h"

#include <utility>

namespace loredesk::jobs {

namespace {

base::Result<ExportOutput> carryOut(const ExportOrder &order, base::ProgressSink &progress)
{
    ExportOutput output;
    if (!order.conversations.empty()) {
        const auto messages = conversationsOf(*order.loaded->catalog, order.conversations);
        base::Result<QByteArray> mbox = exportMails(*order.loaded, messages, progress);
        if (!mbox)
            return mbox.error();
        output.mbox = std::move(*mbox);
        output.messages = int(messages.size());
    }
    ExportOptions options;
    options.allowMissing = !order.tray;
    QList<OutTray::File> files;
    for (const base::SeriesIndex series : order.series) {
        base::Result<ExportedSeries> exported = exportSeries(*order.loaded, series, options, progress);
        if (!exported)
            return exported.error();
        QByteArray mbox = std::exchange(exported->mbox, {});
        if (order.tray)
            files.append({order.names.value(files.size()), std::move(mbox)});
        else
            output.mbox += mbox;
        output.messages += int(exported->patches.size());
        output.series.push_back(std::move(*exported));
    }
    if (order.tray) {
        base::Result<QStringList> paths = order.tray->put(files);
        if (!paths)
            return paths.error();
        output.files = std::move(*paths);
    }
    return output;
}

} // namespace

ExportJob::ExportJob(ExportOrder order, QObject *parent)
    : ResultJob(
          [order = std::move(order)](base::ProgressSink &progress) { return carryOut(order, progress); },
          parent)
{
}

} // namespace loredesk::jobs
