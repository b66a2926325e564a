// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/patchcomparison.h"

#include "models/patch/linediff.h"

#include <algorithm>

namespace loredesk::patch {

using Side = ComparedLine::Side;

namespace {

constexpr qsizetype ContextLines = 3;

PatchChange changeOf(ComparedKind kind)
{
    switch (kind) {
    case ComparedKind::Author:
        return PatchChange::Author;
    case ComparedKind::Title:
        return PatchChange::Title;
    case ComparedKind::Message:
        return PatchChange::Message;
    case ComparedKind::Trailer:
        return PatchChange::Trailers;
    case ComparedKind::Hunk:
    case ComparedKind::Context:
        return PatchChange::Context;
    default:
        return PatchChange::Diff;
    }
}

/// One half of two patches, the message or the diff, and what became of it.
class HalfComparison
{
public:
    HalfComparison(const ComparablePatch &older, const ComparablePatch &newer, bool isMessage,
                   PatchComparison &result)
        : m_older(older)
        , m_newer(newer)
        , m_isMessage(isMessage)
        , m_result(result)
    {
    }

    void run()
    {
        const auto bounds = [this](const ComparablePatch &patch) {
            const auto size = qsizetype(patch.lines().size());
            return m_isMessage ? std::pair<qsizetype, qsizetype>{0, patch.diffBegin()}
                               : std::pair<qsizetype, qsizetype>{patch.diffBegin(), size};
        };
        const auto [a, aEnd] = bounds(m_older);
        const auto [b, bEnd] = bounds(m_newer);
        LineNumbers numbers;
        const LineDiff diff = diffLines(numbers.of(m_older, a, aEnd), numbers.of(m_newer, b, bEnd));
        m_result.isRough = m_result.isRough || diff.isRough;
        qsizetype atA = a;
        qsizetype atB = b;
        const auto step = [&](qsizetype toA, qsizetype toB, qsizetype common) {
            for (; atA < toA; ++atA)
                m_steps.push_back({Side::Old, atA});
            for (; atB < toB; ++atB)
                m_steps.push_back({Side::New, atB});
            for (; common > 0; --common, ++atA, ++atB)
                m_steps.push_back({Side::Both, atB});
        };
        for (const CommonLines &common : diff.common)
            step(a + common.a, b + common.b, common.count);
        step(aEnd, bEnd, 0);
        judge();
        show();
    }

private:
    struct Step
    {
        Side side = Side::Both;
        qsizetype line = 0; ///< of the new patch, of the old one for Side::Old
    };

    const ComparablePatch &patchOf(const Step &step) const
    {
        return step.side == Side::Old ? m_older : m_newer;
    }
    ComparedKind kindOf(const Step &step) const { return patchOf(step).lines()[size_t(step.line)].kind; }
    QStringView textOf(const Step &step) const { return patchOf(step).text(step.line); }
    /// Where the diff of a file begins in both: what follows has another place.
    bool isBorder(const Step &step) const
    {
        return step.side == Side::Both && kindOf(step) == ComparedKind::File;
    }

    void judge()
    {
        PatchChanges changes;
        bool any = false;
        for (const Step &step : m_steps) {
            if (step.side == Side::Both)
                continue;
            any = true;
            (step.side == Side::Old ? m_result.removed : m_result.added) += 1;
            // A blank line comes and goes with what it sets apart.
            if (!(m_isMessage && textOf(step).isEmpty()))
                changes |= changeOf(kindOf(step));
        }
        if (any && !changes)
            changes = m_isMessage ? PatchChange::Message : PatchChange::Diff;
        m_result.changes |= changes;
    }

    void show()
    {
        QString file;
        QString section;
        const auto count = qsizetype(m_steps.size());
        qsizetype shownUntil = 0; // one behind the last step that was shown
        qsizetype fileBegin = 0;  // the first step that may be shown as context
        bool open = false;
        const auto begin = [&](qsizetype at) {
            m_result.hunks.push_back({qsizetype(m_result.lines.size()), m_isMessage, file, section});
            shownUntil = at;
            open = true;
        };
        for (qsizetype i = 0; i < count; ++i) {
            const Step &step = m_steps[size_t(i)];
            if (isBorder(step)) {
                if (open)
                    showUntil(shownUntil, std::min(i, m_lastChange + 1 + ContextLines));
                open = false;
                fileBegin = i + 1;
            } else if (step.side != Side::Both) {
                const qsizetype from = std::max(fileBegin, i - ContextLines);
                if (open && from > m_lastChange + 1 + ContextLines) {
                    showUntil(shownUntil, m_lastChange + 1 + ContextLines);
                    open = false;
                }
                if (!open)
                    begin(from);
                showUntil(shownUntil, i + 1);
                m_lastChange = i;
            }
            if (kindOf(step) == ComparedKind::File && step.side != Side::Old)
                file = textOf(step).toString();
            if (kindOf(step) == ComparedKind::File)
                section.clear();
            else if (kindOf(step) == ComparedKind::Hunk)
                section = textOf(step).mid(3).toString();
        }
        if (open)
            showUntil(shownUntil, std::min(count, m_lastChange + 1 + ContextLines));
    }

    void showUntil(qsizetype &shown, qsizetype end)
    {
        for (; shown < end; ++shown) {
            const Step &step = m_steps[size_t(shown)];
            if (qsizetype(m_result.lines.size()) >= PatchComparison::MostLines)
                ++m_result.leftOut;
            else
                m_result.lines.push_back({step.side, kindOf(step), textOf(step).toString()});
        }
    }

    const ComparablePatch &m_older;
    const ComparablePatch &m_newer;
    const bool m_isMessage;
    PatchComparison &m_result;
    std::vector<Step> m_steps;
    qsizetype m_lastChange = -1;
};

} // namespace

std::vector<std::uint32_t> LineNumbers::of(const ComparablePatch &patch, qsizetype from, qsizetype to)
{
    std::vector<std::uint32_t> numbers;
    numbers.reserve(size_t(to - from));
    for (qsizetype i = from; i < to; ++i) {
        const QStringView key = patch.key(i);
        const auto known = m_numbers.constFind(key);
        numbers.push_back(
            known != m_numbers.constEnd() ? *known : *m_numbers.insert(key, std::uint32_t(m_numbers.size())));
    }
    return numbers;
}

PatchComparison comparePatches(const ComparablePatch &older, const ComparablePatch &newer)
{
    PatchComparison result;
    result.isCut = older.isCut() || newer.isCut();
    if (older.hasSameText(newer))
        return result;
    HalfComparison(older, newer, true, result).run();
    if (!older.hasSameDiff(newer))
        HalfComparison(older, newer, false, result).run();
    return result;
}

} // namespace loredesk::patch
