// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/revisionlookup.h"

#include "ui/rangechooser.h"

#include <utility>

namespace loredesk::app {

namespace {

template <class Job>
void discard(QPointer<Job> &job)
{
    if (job)
        job->discard();
    job.clear();
}

} // namespace

RevisionLookup::RevisionLookup(ui::RangeChooser &chooser, QObject *parent)
    : QObject(parent)
    , m_chooser(chooser)
{
    connect(&m_chooser, &ui::RangeChooser::revisionsAsked, this, [this](const QString &range) {
        m_askedRange = range;
        lookUp(m_asked, range);
    });
    connect(&m_chooser, &ui::RangeChooser::revisionsWanted, this, &RevisionLookup::want);
    connect(&m_chooser, &ui::RangeChooser::tagsAsked, this, &RevisionLookup::readTags);
}

RevisionLookup::~RevisionLookup()
{
    m_chooser.disconnect(this);
    discard(m_asked);
    discard(m_wanted);
    discard(m_tags);
}

void RevisionLookup::setArchive(jobs::LoadedArchivePtr loaded)
{
    discard(m_asked);
    discard(m_wanted);
    discard(m_tags);
    m_last.reset();
    m_loaded = std::move(loaded);
    if (m_loaded && m_chooser.choice().kind == ui::RangeKind::Revisions)
        lookUp(m_wanted, m_chooser.choice().revisions);
    // The dialog still waits, whatever was refreshed behind it.
    if (m_loaded && !m_askedRange.isEmpty())
        lookUp(m_asked, m_askedRange);
}

catalog::MessageSet RevisionLookup::carryOver(const std::vector<base::MessageIndex> &rowNow, std::size_t rows)
{
    const catalog::MessageSet before = m_chooser.messages();
    setArchive({});
    if (!before)
        return nullptr;
    std::vector<bool> now(rows);
    for (std::size_t row = 0; row < before->size(); ++row) {
        if (!(*before)[row])
            continue;
        const base::MessageIndex at = rowNow.empty() ? base::MessageIndex(row) : rowNow[row];
        if (at.isValid() && at.value() < rows)
            now[at.value()] = true;
    }
    const catalog::MessageSet carried = std::make_shared<const std::vector<bool>>(std::move(now));
    m_chooser.carryMessages(carried);
    return carried;
}

void RevisionLookup::want(const QString &range)
{
    if (!m_loaded)
        return; // setArchive() will
    if (m_last && m_last->range == range) {
        const Found found = *m_last;
        m_chooser.revisionsFound(found.range, found.messages.span, found.messages.messages,
                                 found.messages.missing);
        return;
    }
    lookUp(m_wanted, range);
}

void RevisionLookup::lookUp(QPointer<jobs::RevisionSpanJob> &slot, const QString &range)
{
    discard(slot);
    const std::optional<archive::RevisionRange> parsed = archive::RevisionRange::parse(range);
    if (!m_loaded || !parsed) {
        m_askedRange.clear();
        m_chooser.revisionsFailed(range, {base::ErrorCode::BadInput,
                                          tr("“%1” is no range of revisions").arg(range),
                                          {},
                                          tr("write A..B, A.. or ..B")});
        return;
    }
    auto *job = new jobs::RevisionSpanJob(m_loaded, *parsed, this);
    slot = job;
    connect(job, &jobs::Job::finished, this, [this, &slot, job, range] {
        slot.clear();
        if (range == m_askedRange)
            m_askedRange.clear();
        m_last = Found{range, job->takeResult()};
        job->deleteLater();
        const Found found = *m_last;
        m_chooser.revisionsFound(range, found.messages.span, found.messages.messages, found.messages.missing);
    });
    connect(job, &jobs::Job::failed, this, [this, &slot, job, range](const base::Error &error) {
        slot.clear();
        if (range == m_askedRange)
            m_askedRange.clear();
        job->deleteLater();
        m_chooser.revisionsFailed(range, error);
    });
    job->start();
}

void RevisionLookup::readTags()
{
    discard(m_tags);
    if (!m_loaded)
        return;
    auto *job = new jobs::TagsJob(m_loaded, this);
    m_tags = job;
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_tags.clear();
        m_chooser.setTags(job->takeResult());
        job->deleteLater();
    });
    connect(job, &jobs::Job::failed, job, &QObject::deleteLater);
    job->start();
}

} // namespace loredesk::app
