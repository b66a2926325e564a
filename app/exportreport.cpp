// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportreport.h"

#include "models/base/hostiletext.h"
#include "models/catalog/versionchoice.h"
#include "models/items/enginewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::app::SeriesOutlet)
};

QString nameOf(const series::PatchSeries &series)
{
    return Words::tr("%1 of “%2”").arg(catalog::versionName(series), base::visibleLine(series.title));
}

class Writer
{
public:
    explicit Writer(const catalog::Catalog &catalog)
        : m_catalog(catalog)
    {
    }

    void add(const jobs::ExportedSeries &exported)
    {
        if (!m_lines.isEmpty())
            m_lines << QString();
        const series::PatchSeries &series = m_catalog.series(exported.series);
        m_lines << Words::tr("%1 by %2").arg(nameOf(series), base::visibleLine(series.author.toString()));
        if (const QString lacking = lackingText(m_catalog, exported); !lacking.isEmpty())
            m_lines << "  ! "_L1 + lacking;
        for (const jobs::ExportedPatch &patch : exported.patches)
            add(patch, series.total);
        if (!exported.baseCommit.isEmpty())
            m_lines << "  "_L1 + Words::tr("applies to %1").arg(QString::fromUtf8(exported.baseCommit));
        for (const base::Problem &problem : exported.problems) {
            const base::Problem worded{items::engineWords(problem.text), problem.place,
                                       items::engineWords(problem.hint)};
            m_lines << "  ! "_L1 + base::visibleLine(worded.toString());
        }
        m_patches += int(exported.patches.size());
        m_lacking += exported.lackingCount;
    }

    ExportReport report() const
    {
        QString sentence = m_patches == 1 ? Words::tr("1 patch written")
                                          : Words::tr("%Ln patches written", nullptr, m_patches);
        if (m_lacking > 0)
            sentence += u"; "_s + (m_lacking == 1 ? Words::tr("1 patch is missing")
                                                  : Words::tr("%Ln patches are missing", nullptr, m_lacking));
        if (m_applied > 0)
            sentence +=
                u"; "_s + (m_applied == 1 ? Words::tr("1 trailer of replies applied")
                                          : Words::tr("%Ln trailers of replies applied", nullptr, m_applied));
        if (m_refused > 0)
            sentence +=
                u"; "_s + (m_refused == 1 ? Words::tr("1 trailer not applied")
                                          : Words::tr("%Ln trailers not applied", nullptr, m_refused));
        return {sentence, m_lines.join(u'\n')};
    }

private:
    void add(const jobs::ExportedPatch &patch, int total)
    {
        const series::MessageHead &head = m_catalog.message(patch.message);
        QString line = u"  %1/%2 %3"_s.arg(patch.index).arg(total).arg(base::visibleLine(head.prefix.title));
        if (patch.fromEarlierVersion)
            line += u' ' + Words::tr("(of %1)").arg(
                               catalog::versionName(m_catalog.series(m_catalog.seriesOf(patch.message))));
        m_lines << line;
        for (const series::CollectedTrailer &trailer : patch.applied)
            m_lines << "    + "_L1 + base::visibleLine(trailer.trailer.toString());
        for (const series::CollectedTrailer &trailer : patch.mismatched)
            m_lines << "    ! "_L1 + Words::tr("not applied: %1, sent by %2")
                                         .arg(base::visibleLine(trailer.trailer.toString()),
                                              base::visibleLine(senderOf(trailer)));
        for (const series::CollectedTrailer &trailer : patch.nacked)
            m_lines << "    ! "_L1 + base::visibleLine(trailer.trailer.toString());
        m_applied += int(patch.applied.size());
        m_refused += int(patch.mismatched.size() + patch.nacked.size());
    }

    QString senderOf(const series::CollectedTrailer &trailer) const
    {
        return m_catalog.message(trailer.source).submitter.toString();
    }

    const catalog::Catalog &m_catalog;
    QStringList m_lines;
    int m_patches = 0;
    int m_lacking = 0;
    int m_applied = 0;
    int m_refused = 0;
};

} // namespace

ExportReport exportReport(const catalog::Catalog &catalog, const std::vector<jobs::ExportedSeries> &series)
{
    Writer writer(catalog);
    for (const jobs::ExportedSeries &exported : series)
        writer.add(exported);
    return writer.report();
}

QString lackingText(const catalog::Catalog &catalog, const jobs::ExportedSeries &exported)
{
    if (exported.lacking.isEmpty())
        return {};
    const series::PatchSeries &series = catalog.series(exported.series);
    const QString text = exported.lackingCount == 1
                             ? Words::tr("%1 lacks 1 of %2 patches: %3")
                             : Words::tr("%1 lacks %Ln of %2 patches: %3", nullptr, exported.lackingCount);
    return text.arg(nameOf(series), QLocale().toString(series.total),
                    base::visibleLine(exported.lacking.join(u", "_s)));
}

} // namespace loredesk::app
