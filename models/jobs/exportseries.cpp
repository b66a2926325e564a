// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/exportseries.h"

#include "models/catalog/versionchoice.h"
#include "models/patch/ampatch.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

class SeriesExporter
{
public:
    SeriesExporter(const LoadedArchive &loaded, base::SeriesIndex series, const ExportOptions &options)
        : m_catalog(*loaded.catalog)
        , m_series(loaded.catalog->series(series))
        , m_options(options)
        , m_reader(loaded.archive->reader())
    {
        m_result.series = series;
    }

    base::Result<ExportedSeries> run(base::ProgressSink &progress)
    {
        if (m_series.pull)
            return noSuch(name() + " is a pull request and carries no patches"_L1,
                          u"git pull takes it from where it says"_s, m_series.head());
        readBase(m_series.cover);
        std::int64_t done = 0;
        int next = 1;
        for (const series::SeriesSlot &slot : m_series.patches) {
            if (progress.cancelled())
                return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
            progress.progress(u"reading patches"_s, done++, std::int64_t(m_series.patches.size()));
            lackAllBefore(slot.index, next);
            add(slot);
            if (const std::optional<base::Problem> problem = m_catalog.trailersLeftOut(slot))
                m_result.problems.append(*problem);
        }
        lackAllBefore(m_series.total + 1, next);
        if (m_lacking.empty())
            return std::move(m_result);
        m_result.lacking = namesOfLacking();
        m_result.lackingCount = int(m_lacking.size());
        const QString text = name() + " lacks "_L1 + QString::number(m_lacking.size()) + " of "_L1 +
                             QString::number(m_series.total) + " patches: "_L1 +
                             m_result.lacking.join(", "_L1);
        if (m_result.patches.empty() || !m_options.allowMissing)
            return noSuch(text, hint(), m_series.head());
        base::Place place;
        place.messageId = QString::fromUtf8(m_catalog.message(m_series.head()).messageId);
        m_result.problems.prepend({text, place, u"the others were written"_s});
        return std::move(m_result);
    }

private:
    QString name() const { return catalog::versionName(m_series) + " of \""_L1 + m_series.title + u'"'; }

    base::Error noSuch(const QString &text, const QString &hint, base::MessageIndex message) const
    {
        base::Place place;
        if (message.isValid())
            place.messageId = QString::fromUtf8(m_catalog.message(message).messageId);
        return {base::ErrorCode::NoSuchMessage, text, place, hint};
    }

    QStringList namesOfLacking() const
    {
        constexpr qsizetype Most = 12; // of a series of thousands a list says nothing
        QStringList names;
        for (std::size_t i = 0; i < m_lacking.size();) {
            if (names.size() == Most)
                return names << u"…"_s;
            const Lacking &first = m_lacking[i];
            std::size_t end = i + 1;
            while (end < m_lacking.size() && m_lacking[end].why == first.why &&
                   m_lacking[end].index == m_lacking[end - 1].index + 1)
                ++end;
            QString name = QString::number(first.index);
            if (end - i > 1)
                name += u'–' + QString::number(m_lacking[end - 1].index);
            name += u'/' + QString::number(m_series.total);
            names << (first.why.isEmpty() ? name : name + " ("_L1 + first.why + u')');
            i = end;
        }
        return names;
    }

    QString hint() const
    {
        QString text;
        if (!m_result.patches.empty())
            text = u"--allow-missing writes the others"_s;
        for (const base::SeriesIndex index : m_catalog.lineages()[m_series.lineage.value()].versions) {
            const series::PatchSeries &other = m_catalog.series(index);
            if (!other.complete || other.pull || &other == &m_series)
                continue;
            const QString version = catalog::versionName(other).mid(1);
            text += (text.isEmpty() ? QString() : u"; "_s) + "v"_L1 + version +
                    " is complete (--version "_L1 + version + u')';
            break;
        }
        return text;
    }

    /// A series that lacks very many patches has no slots for them.
    void lackAllBefore(int index, int &next)
    {
        for (; next < index && next <= m_series.total; ++next)
            lacks(next, {});
        next = std::max(next, index + 1);
    }

    void lacks(int index, const QString &why) { m_lacking.push_back({index, why}); }

    void readBase(const series::SeriesSlot &slot)
    {
        if (slot.isMissing())
            return;
        const auto raw = m_reader->read(m_catalog.message(slot.message).position);
        if (!raw)
            return; // a cover is not written; that it cannot be read is in the report of the archive
        m_result.baseCommit = patch::readMessage(*raw, patch::Detail::Head).patch.baseCommit;
    }

    void add(const series::SeriesSlot &slot)
    {
        if (slot.isMissing()) {
            lacks(slot.index, {});
            return;
        }
        const auto raw = m_reader->read(m_catalog.message(slot.message).position);
        if (!raw) {
            lacks(slot.index, raw.error().text);
            return;
        }
        const patch::ReadMessage read = patch::readMessage(*raw);
        if (m_reader->leftOut() > 0 || read.message.textIsCut) {
            lacks(slot.index, u"is too large to be read whole"_s);
            return;
        }
        if (!read.patch.hasDiff) {
            lacks(slot.index, u"holds no diff"_s);
            return;
        }
        for (base::Problem problem : read.message.problems + patch::diffProblems(read.patch)) {
            problem.place.messageId = QString::fromUtf8(read.message.messageId);
            m_result.problems.append(problem);
        }
        if (m_result.baseCommit.isEmpty())
            m_result.baseCommit = read.patch.baseCommit;

        ExportedPatch exported{slot.index,      slot.message, slot.fromEarlierVersion, {}, {},
                               slot.mismatched, slot.nacked};
        QList<patch::Trailer> added;
        if (m_options.trailers) {
            const QList<patch::Trailer> &own = read.patch.trailers;
            for (const series::CollectedTrailer &collected : slot.collected) {
                const bool held = std::any_of(own.begin(), own.end(), [&](const patch::Trailer &other) {
                    return patch::isSameTrailer(other, collected.trailer);
                });
                (held ? exported.alreadyHeld : exported.applied).append(collected);
                if (!held)
                    added.append(collected.trailer);
            }
        }
        m_result.mbox += patch::amMessage(read, added);
        m_result.patches.push_back(std::move(exported));
    }

    const catalog::Catalog &m_catalog;
    const series::PatchSeries &m_series;
    const ExportOptions m_options;
    const std::unique_ptr<archive::Reader> m_reader;
    ExportedSeries m_result;
    struct Lacking
    {
        int index;
        QString why; ///< empty: it is not in the archive
    };
    std::vector<Lacking> m_lacking;
};

} // namespace

base::Result<ExportedSeries> exportSeries(const LoadedArchive &loaded, base::SeriesIndex series,
                                          const ExportOptions &options, base::ProgressSink &progress)
{
    return SeriesExporter(loaded, series, options).run(progress);
}

} // namespace loredesk::jobs
