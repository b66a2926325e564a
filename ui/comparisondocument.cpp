// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/comparisondocument.h"

#include "models/base/hostiletext.h"
#include "models/items/patchstatewords.h"
#include "ui/messagedocumentbuilder.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;
using patch::ComparedLine;
using series::ComparedPatch;
using series::PatchState;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::ui::ComparisonDocument)
};

/// "3", "3 → 4", "3 → –"
QString numbersOf(const ComparedPatch &patch)
{
    if (patch.oldIndex == patch.newIndex)
        return QString::number(patch.newIndex);
    const auto number = [](int index) { return index < 0 ? u"\u2013"_s : QString::number(index); };
    return number(patch.oldIndex) + u" \u2192 "_s + number(patch.newIndex);
}

QString nameOf(const ComparedPatch &patch)
{
    const bool isCover = std::max(patch.oldIndex, patch.newIndex) == 0;
    return items::stateSign(patch.state) + u' ' +
           (isCover ? Words::tr("Cover letter")
                    : numbersOf(patch) + u"  "_s + base::visibleLine(patch.title));
}

QString detailOf(const ComparedPatch &patch)
{
    const QString changes = items::changeWords(patch.comparison.changes);
    return changes.isEmpty() ? items::stateWord(patch.state) : changes;
}

QString placeOf(const patch::ComparedHunk &hunk)
{
    if (hunk.isMessage)
        return u"@@ "_s + Words::tr("Title and message");
    QString text = u"@@ "_s + base::visibleLine(hunk.file);
    if (!hunk.section.isEmpty())
        text += u" @@ "_s + base::visibleLine(hunk.section);
    return text;
}

class ComparisonBuilder
{
public:
    MessageDocument build(const series::VersionComparison &comparison, const QString &older,
                          const QString &newer)
    {
        summary(comparison, older, newer);
        for (const ComparedPatch &patch : comparison.patches)
            add(patch);
        return m_builder.finish();
    }

private:
    void summary(const series::VersionComparison &comparison, const QString &older, const QString &newer)
    {
        std::array<int, size_t(PatchState::Unread) + 1> counts{};
        for (const ComparedPatch &patch : comparison.patches) {
            if (std::max(patch.oldIndex, patch.newIndex) > 0)
                ++counts[size_t(patch.state)];
        }
        QStringList parts;
        for (const PatchState state : {PatchState::Unchanged, PatchState::Changed, PatchState::New,
                                       PatchState::Dropped, PatchState::Missing, PatchState::Unread}) {
            if (counts[size_t(state)] > 0)
                parts << QString::number(counts[size_t(state)]) + u' ' + items::stateWord(state);
        }
        m_builder.line({}, Kind::Gap);
        m_builder.remark(
            Words::tr("Patches from %1 to %2: %3")
                .arg(older, newer, parts.isEmpty() ? Words::tr("there are none") : parts.join(u", "_s)));
        const auto missing = [&](const QString &version, int count) {
            if (count > 0)
                m_builder.remark(
                    Words::tr("Patches of %1 that this archive lacks: %L2").arg(version).arg(count));
        };
        missing(older, comparison.missingInOlder);
        missing(newer, comparison.missingInNewer);
        if (comparison.leftOut > 0)
            m_builder.remark(
                Words::tr("Patches that were not read, as there are so many: %L1").arg(comparison.leftOut));
        if (comparison.isRough)
            m_builder.remark(Words::tr("So many patches have no counterpart that not every way to match them "
                                       "was weighed"));
        m_builder.line({}, Kind::Gap);
    }

    void add(const ComparedPatch &patch)
    {
        const patch::PatchComparison &comparison = patch.comparison;
        const auto file = qint32(m_files++);
        m_builder.file({nameOf(patch), detailOf(patch), comparison.added, comparison.removed, 0});
        const auto remark = [&](const QString &text) { m_builder.line(text, Kind::Remark, file); };
        if (!patch.trouble.isEmpty())
            remark(base::visibleLine(patch.trouble));
        if (comparison.isCut)
            remark(Words::tr("It is so long that only its beginning was compared"));
        if (comparison.isRough)
            remark(Words::tr("So much is different that the difference may be larger than it need be"));
        if (m_shown + qsizetype(comparison.lines.size()) > MostComparedLines) {
            remark(Words::tr("The difference is left out, as the comparison has become too long"));
            return;
        }
        m_shown += qsizetype(comparison.lines.size());
        const qsizetype begin = m_builder.lineCount();
        size_t hunk = 0;
        for (qsizetype i = 0; i < qsizetype(comparison.lines.size()); ++i) {
            for (; hunk < comparison.hunks.size() && comparison.hunks[hunk].first == i; ++hunk)
                m_builder.hunk(placeOf(comparison.hunks[hunk]));
            add(comparison.lines[size_t(i)], file);
        }
        if (comparison.leftOut > 0)
            remark(Words::tr("Lines of the difference that are left out: %L1").arg(comparison.leftOut));
        m_builder.pairLines(begin);
    }

    void add(const ComparedLine &line, qint32 file)
    {
        const QString text = base::visibleText(line.text);
        switch (line.side) {
        case ComparedLine::Side::Both:
            return m_builder.line(u' ' + text, Kind::Context, file);
        case ComparedLine::Side::Old:
            return m_builder.line(u'-' + text, Kind::Removed, file);
        case ComparedLine::Side::New:
            return m_builder.line(u'+' + text, Kind::Added, file);
        }
    }

    MessageDocumentBuilder m_builder;
    int m_files = 0;
    qsizetype m_shown = 0;
};

} // namespace

MessageDocument comparisonDocument(const series::VersionComparison &comparison, const QString &older,
                                   const QString &newer)
{
    return ComparisonBuilder().build(comparison, older, newer);
}

} // namespace loredesk::ui
