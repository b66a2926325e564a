// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagedocument.h"

#include <memory>
#include <vector>

namespace loredesk::ui {

/// A diff as two documents to stand side by side: the file before and after the change. Line n of one lies
/// beside line n of the other; where a line has no counterpart, there is a filler. Lines of hunks stand
/// without their sign. A value; may be made on any thread.
class DiffSides
{
public:
    enum Side { Old, New };

    /// A place in one of the two documents.
    struct Place
    {
        Side side = New;
        qsizetype offset = 0;
    };

    DiffSides();
    /// `unified`: MessageDocument::ofDiff; is kept.
    explicit DiffSides(std::shared_ptr<const MessageDocument> unified);

    const MessageDocument &unified() const { return *m_unified; }
    const std::shared_ptr<const MessageDocument> &document(Side side) const { return m_sides[side]; }

    /// The line of both documents in which a line of the unified diff stands.
    qsizetype rowOf(qsizetype unifiedLine) const { return m_rowOf[size_t(unifiedLine)]; }
    /// Whether the line of the unified diff stands on that side; headers, hunk headers and context stand on
    /// both.
    bool isOn(Side side, qsizetype unifiedLine) const;
    /// Where a side shows an offset of the unified text that stands on it; the start of the line for its
    /// sign.
    qsizetype fromUnified(Side side, qsizetype offset) const;
    qsizetype toUnified(Side side, qsizetype offset) const;

private:
    std::shared_ptr<const MessageDocument> m_unified;
    std::shared_ptr<const MessageDocument> m_sides[2];
    std::vector<qint32> m_rowOf; ///< by line of the unified diff
};

} // namespace loredesk::ui
