// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foldedquotes.h"

#include <algorithm>

namespace loredesk::ui {

FoldedQuotes::FoldedQuotes(std::shared_ptr<const MessageDocument> source, bool folded)
    : m_source(std::move(source))
    , m_folds(foldsOf(*m_source, false))
    , m_open(std::size_t(m_folds.size()), false)
    , m_folded(folded)
{
    compose();
}

bool FoldedQuotes::hidesAnything() const
{
    return m_folded && std::find(m_open.begin(), m_open.end(), false) != m_open.end();
}

void FoldedQuotes::setFolded(bool folded)
{
    m_folded = folded;
    m_open.assign(m_open.size(), false);
    compose();
}

void FoldedQuotes::toggle(qsizetype fold)
{
    const auto which = std::size_t(m_shown->folds()[fold].fold);
    m_open[which] = !m_open[which];
    compose();
}

void FoldedQuotes::openAll()
{
    m_open.assign(m_open.size(), true);
    compose();
}

void FoldedQuotes::compose()
{
    m_from.clear();
    if (!m_folded || m_folds.isEmpty()) {
        m_shown = m_source;
        return;
    }
    MessageFolder folder;
    folder.document(*m_source, m_folds, [this](qint32 fold) { return m_open[std::size_t(fold)]; });
    m_shown = std::make_shared<const MessageDocument>(folder.finish());
    m_from.reserve(std::size_t(m_shown->lines().size()));
    qint32 source = 0;
    for (const MessageDocument::Line &line : m_shown->lines()) {
        if (line.kind != MessageDocument::Kind::Fold) {
            m_from.push_back(source++);
            continue;
        }
        const qint32 fold = m_shown->folds()[line.link].fold;
        m_from.push_back(-1 - fold);
        if (!m_open[std::size_t(fold)])
            source += qint32(m_folds[fold].count);
    }
}

/// -1: the line is in none.
qsizetype FoldedQuotes::foldOf(qsizetype sourceLine) const
{
    const auto next =
        std::upper_bound(m_folds.begin(), m_folds.end(), sourceLine,
                         [](qsizetype line, const MessageFold &fold) { return line < fold.first; });
    if (next == m_folds.begin())
        return -1;
    const auto fold = next - 1;
    return sourceLine < fold->first + fold->count ? fold - m_folds.begin() : -1;
}

qsizetype FoldedQuotes::lineIn(const FoldedQuotes &other, qsizetype line) const
{
    if (line < 0)
        return line;
    const qint32 from = m_from.empty() ? qint32(line) : m_from[std::size_t(line)];
    const qsizetype fold = from < 0 ? -1 - from : foldOf(from);
    const qsizetype source = from < 0 ? m_folds[fold].first : from;
    if (other.m_from.empty())
        return source;
    // The line of a fold stays the line of that fold.
    const bool atFold = fold >= 0 && (from < 0 || !other.m_open[std::size_t(fold)]);
    const auto found =
        std::find(other.m_from.begin(), other.m_from.end(), atFold ? qint32(-1 - fold) : qint32(source));
    return found - other.m_from.begin();
}

qsizetype FoldedQuotes::offsetIn(const FoldedQuotes &other, qsizetype offset) const
{
    if (m_shown->isEmpty())
        return offset;
    const qsizetype line = m_shown->lineAt(offset);
    const MessageDocument::Line &there = other.m_shown->lines()[lineIn(other, line)];
    return there.start + std::min<qsizetype>(offset - m_shown->lines()[line].start, there.length);
}

} // namespace loredesk::ui
