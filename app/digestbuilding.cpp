// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/digestbuilding.h"

#include "models/base/hostiletext.h"
#include "models/items/seriesfiltermodel.h"
#include "ui/digestpanel.h"
#include "ui/mainwindow.h"
#include "ui/rangechooser.h"
#include "ui/readabledate.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

using Range = ui::DigestOptions::Range;

void discard(QPointer<jobs::DigestJob> &job)
{
    if (job)
        job->discard();
    job.clear();
}

/// The day as the range on top has it: where the user is.
QString dayOf(base::UnixSeconds date)
{
    return QDateTime::fromSecsSinceEpoch(date).date().toString(Qt::ISODate);
}

/// Who pastes into a program that knows no HTML gets what the preview shows; of numbers for machines nobody
/// wants a page.
QList<digest::Format> clipboardFormats(digest::Format format)
{
    QList<digest::Format> formats{ui::DigestPanel::clipboardFormat(format)};
    if (format != digest::Format::Json)
        formats << digest::Format::Html;
    return formats;
}

} // namespace

DigestBuilding::DigestBuilding(ui::MainWindow &window, const items::SeriesFilterModel &series,
                               QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_series(series)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &DigestBuilding::preview);
    ui::DigestPanel *panel = m_window.digestPanel();
    connect(panel, &ui::DigestPanel::digestRequested, this, &DigestBuilding::build);
    connect(panel, &ui::DigestPanel::cancelRequested, this, &DigestBuilding::cancel);
    connect(panel, &ui::DigestPanel::cameIntoView, this, [this] {
        if (m_isBehind)
            follow();
    });
    connect(&m_window, &ui::MainWindow::digestCopyRequested, this, &DigestBuilding::copy);
    connect(&m_series, &items::SeriesFilterModel::visibleRowsChanged, this, &DigestBuilding::follow);
}

DigestBuilding::~DigestBuilding()
{
    // The window outlives this, and the models may.
    m_window.disconnect(this);
    m_window.digestPanel()->disconnect(this);
    m_series.disconnect(this);
    discard(m_job);
    discard(m_copying);
}

void DigestBuilding::setArchive(jobs::LoadedArchivePtr loaded)
{
    m_rest.stop();
    discard(m_job);
    discard(m_copying);
    m_loaded = std::move(loaded);
    if (m_loaded)
        follow();
}

QString DigestBuilding::shownText() const
{
    catalog::DateSpan span = m_window.rangeChooser()->span();
    const catalog::Catalog &catalog = *m_loaded->catalog;
    if (!span.since && catalog.firstDate() != 0)
        span.since = catalog.firstDate();
    if (!span.until && catalog.lastDate() != 0)
        span.until = catalog.lastDate();
    QString days = ui::readableSpan(span, QDateTime::currentDateTime());
    if (m_window.rangeChooser()->messages())
        days = tr("%1, %2").arg(base::visibleLine(m_window.rangeChooser()->choice().revisions), days);
    return m_series.isNarrowed() ? tr("%1, filtered").arg(days) : days;
}

void DigestBuilding::follow()
{
    if (!m_loaded)
        return;
    ui::DigestPanel *panel = m_window.digestPanel();
    panel->setShownRange(shownText());
    m_isBehind = !panel->isVisible();
    if (m_isBehind || panel->options().range != Range::Shown)
        return;
    discard(m_job);
    panel->showUpdating();
    m_rest.start();
}

void DigestBuilding::preview()
{
    const ui::DigestOptions options = m_window.digestPanel()->options();
    if (m_loaded && options.range == Range::Shown)
        start(options, MostPreviewed);
}

void DigestBuilding::build(const ui::DigestOptions &options)
{
    m_rest.stop();
    if (!m_loaded)
        return;
    start(options, 0);
    m_window.digestPanel()->showBuilding(u"reading messages"_s, 0, 0);
}

jobs::DigestOrder DigestBuilding::orderFor(const ui::DigestOptions &options) const
{
    jobs::DigestOrder order;
    order.loaded = m_loaded;
    order.request.list = options.list;
    order.request.layout = options.layout;
    order.request.top = options.top;
    order.request.from = options.from;
    order.request.to = options.to;
    switch (options.range) {
    case Range::Shown: {
        order.dates = m_window.rangeChooser()->span();
        // The headings name the days that are meant, not an open end.
        order.request.from = dayOf(order.dates.since.value_or(m_loaded->catalog->firstDate()));
        order.request.to = dayOf(order.dates.until.value_or(m_loaded->catalog->lastDate()));
        order.exactly = m_window.rangeChooser()->messages();
        if (order.exactly)
            nameRevisions(order.request);
        if (m_series.isNarrowed()) {
            order.only = m_series.messagesWanted();
            // Whoever reads it elsewhere must know that it is not all there was.
            if (order.request.list.isEmpty())
                order.request.list = m_loaded->catalog->info().name + u" (filtered)"_s;
        }
        break;
    }
    case Range::Dates:
        order.dates = {options.since, options.until};
        break;
    case Range::Revisions: {
        jobs::LoadRequest load;
        load.paths = m_loaded->paths;
        load.range = {options.from, options.to};
        order.load = std::move(load);
        break;
    }
    }
    order.formats = clipboardFormats(options.format) << options.format;
    return order;
}

void DigestBuilding::nameRevisions(digest::DigestRequest &request) const
{
    const auto range = archive::RevisionRange::parse(m_window.rangeChooser()->choice().revisions);
    const auto &messages = m_loaded->catalog->messages();
    if (!range || messages.empty())
        return;
    // As the command line names an open end.
    request.from = range->from.isEmpty() ? u"the start"_s : range->from;
    request.to = range->to.isEmpty() ? base::hexId(messages.back().position.commit).left(12) : range->to;
}

void DigestBuilding::start(const ui::DigestOptions &options, int most)
{
    discard(m_job);
    jobs::DigestOrder order = orderFor(options);
    order.most = most;
    auto *job = new jobs::DigestJob(std::move(order), this);
    m_job = job;
    ui::DigestPanel *panel = m_window.digestPanel();
    if (most == 0)
        connect(job, &jobs::Job::progressed, panel, &ui::DigestPanel::showBuilding);
    connect(job, &jobs::Job::finished, this, [this, job, options] {
        m_job.clear();
        done(job->takeResult(), options);
        job->deleteLater();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_job.clear();
        job->deleteLater();
        m_window.digestPanel()->showError(error);
    });
    job->start();
}

void DigestBuilding::done(jobs::DigestOutput output, const ui::DigestOptions &options)
{
    ui::DigestPanel *panel = m_window.digestPanel();
    if (output.isTooLong) {
        panel->showTooLong(output.messages);
    } else {
        panel->setDigest(output.bytes.value(options.format),
                         output.bytes.value(ui::DigestPanel::clipboardFormat(options.format)),
                         output.bytes.value(digest::Format::Html), int(output.problems.size()));
        emit problemsFound(output.problems);
    }
    emit shown();
}

void DigestBuilding::copy()
{
    if (!m_loaded)
        return;
    discard(m_copying);
    ui::DigestOptions options = m_window.digestPanel()->options();
    options.range = Range::Shown;
    jobs::DigestOrder order = orderFor(options);
    order.formats = clipboardFormats(options.format);
    auto *job = new jobs::DigestJob(std::move(order), this);
    m_copying = job;
    connect(job, &jobs::Job::finished, this, [this, job, format = options.format, what = shownText()] {
        m_copying.clear();
        const jobs::DigestOutput output = job->takeResult();
        job->deleteLater();
        ui::DigestPanel::toClipboard(output.bytes.value(ui::DigestPanel::clipboardFormat(format)),
                                     output.bytes.value(digest::Format::Html));
        const QString messages =
            output.messages == 1 ? tr("1 message") : tr("%Ln messages", nullptr, output.messages);
        m_window.showNotice(tr("Copied the digest of %1: %2, %3")
                                .arg(what, messages, ui::DigestPanel::clipboardWords(format)));
        emit copied();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_copying.clear();
        job->deleteLater();
        m_window.showError(error);
    });
    m_window.showNotice(tr("Making the digest of %1 …").arg(shownText()));
    job->start();
}

void DigestBuilding::cancel()
{
    m_rest.stop();
    if (!m_job)
        return;
    discard(m_job);
    m_window.digestPanel()->showError({base::ErrorCode::Cancelled, {}, {}, {}});
}

} // namespace loredesk::app
