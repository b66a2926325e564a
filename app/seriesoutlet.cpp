// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seriesoutlet.h"

#include "app/exportreport.h"
#include "app/letgo.h"
#include "models/jobs/exportjob.h"
#include "models/jobs/savejob.h"
#include "ui/mainwindow.h"
#include "ui/seriesactions.h"
#include "ui/seriesfilename.h"
#include "ui/seriesview.h"

#include <QDir>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

SeriesOutlet::SeriesOutlet(ui::MainWindow &window, const QString &trays, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    connect(window.seriesActions(), &ui::SeriesActions::saveRequested, this, &SeriesOutlet::save);
    connect(window.seriesActions(), &ui::SeriesActions::saveConversationsRequested, this,
            &SeriesOutlet::saveConversations);
    if (trays.isEmpty())
        return;
    QThreadPool::globalInstance()->start([trays] { jobs::OutTray::sweep(trays); });
    m_tray = std::make_shared<jobs::OutTray>(trays);
    connect(window.seriesView(), &ui::SeriesView::dragWanted, this, &SeriesOutlet::drag);
}

SeriesOutlet::~SeriesOutlet()
{
    m_window.seriesActions()->disconnect(this);
    m_window.seriesView()->disconnect(this);
    if (m_export)
        m_export->discard();
}

void SeriesOutlet::setArchive(const jobs::LoadedArchivePtr &loaded)
{
    // What was asked for of another archive, or before it was read again, goes by that one's numbers.
    if (m_export)
        m_export->discard();
    m_export.clear();
    m_window.seriesView()->cancelDrag();
    letGo(std::exchange(m_loaded, loaded));
}

jobs::ExportJob *SeriesOutlet::start(jobs::ExportOrder order)
{
    if (m_export)
        m_export->discard();
    order.loaded = m_loaded;
    auto *job = new jobs::ExportJob(std::move(order), this);
    m_export = job;
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_export.clear();
        job->deleteLater();
        m_window.seriesView()->cancelDrag();
        base::Error shown = error;
        if (error.code == base::ErrorCode::NoSuchMessage) // the hint names options of the command line
            shown.hint = tr("Saving it as mbox asks whether to take what is there");
        m_window.showError(shown);
        emit failed();
    });
    job->start();
    return job;
}

void SeriesOutlet::save(const std::vector<base::SeriesIndex> &series, const QString &path)
{
    if (!m_loaded)
        return;
    jobs::ExportOrder order;
    order.series = series;
    jobs::ExportJob *job = start(std::move(order));
    connect(job, &jobs::Job::finished, this, [this, job, path] { exported(*job, path); });
}

void SeriesOutlet::saveConversations(const std::vector<base::MessageIndex> &messages, const QString &path)
{
    if (!m_loaded)
        return;
    jobs::ExportOrder order;
    order.conversations = messages;
    jobs::ExportJob *job = start(std::move(order));
    connect(job, &jobs::Job::finished, this, [this, job, path] { exported(*job, path); });
}

void SeriesOutlet::exported(jobs::ExportJob &job, const QString &path)
{
    m_export.clear();
    job.deleteLater();
    const auto output = std::make_shared<const jobs::ExportOutput>(job.takeResult());
    QStringList lacking;
    for (const jobs::ExportedSeries &series : output->series) {
        if (const QString text = lackingText(*m_loaded->catalog, series); !text.isEmpty())
            lacking << text;
    }
    const auto go = [this, output, path, loaded = m_loaded] {
        if (loaded == m_loaded)
            write(output->mbox, path, output->series, output->messages);
    };
    if (lacking.isEmpty())
        go();
    else
        m_window.seriesActions()->askAboutMissing(lacking, go);
}

void SeriesOutlet::write(const QByteArray &mbox, const QString &path,
                         const std::vector<jobs::ExportedSeries> &series, int messages)
{
    auto *job = new jobs::SaveJob(path, mbox, this);
    connect(job, &jobs::Job::finished, this, [this, job, series, messages, loaded = m_loaded] {
        job->deleteLater();
        if (loaded == m_loaded)
            say(job->path(), series, messages);
        emit saved(job->path());
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        job->deleteLater();
        m_window.showError(error);
        emit failed();
    });
    job->start();
}

void SeriesOutlet::say(const QString &path, const std::vector<jobs::ExportedSeries> &series, int messages)
{
    if (series.empty()) {
        m_window.showNotice(messages == 1 ? tr("1 message written to %1").arg(path)
                                          : tr("%Ln messages written to %1", nullptr, messages).arg(path));
        return;
    }
    const ExportReport report = exportReport(*m_loaded->catalog, series);
    m_window.showReport(report.sentence, QDir::toNativeSeparators(path), report.text);
}

void SeriesOutlet::drag(const std::vector<base::SeriesIndex> &series)
{
    if (!m_loaded)
        return;
    jobs::ExportOrder order;
    order.series = series;
    order.tray = m_tray;
    for (const base::SeriesIndex index : series)
        order.names << ui::seriesFileName(m_loaded->catalog->series(index));
    const QString label = series.size() == 1 ? m_loaded->catalog->series(series.front()).title
                                             : tr("%Ln series", nullptr, int(series.size()));
    jobs::ExportJob *job = start(std::move(order));
    connect(job, &jobs::Job::finished, this, [this, job, label] {
        m_export.clear();
        job->deleteLater();
        const QStringList files = job->takeResult().files;
        emit handedOut(files);
        m_window.seriesView()->beginDrag(files, label); // returns when it was dropped, or not
    });
}

} // namespace loredesk::app
