// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagefolds.h"

#include <memory>
#include <vector>

namespace loredesk::ui {

/// A document with its long quotes put away behind a line that says how many lines there are, and with those
/// back that the reader opened. A value: may be made and changed on any thread, as it takes as long as the
/// document is.
class FoldedQuotes
{
public:
    /// Not null. `folded`: otherwise it is shown as it is.
    FoldedQuotes(std::shared_ptr<const MessageDocument> source, bool folded);

    /// What is to be shown; never null.
    const std::shared_ptr<const MessageDocument> &document() const { return m_shown; }

    /// Something is put away just now.
    bool hidesAnything() const;
    /// All of them, those that were opened or closed by themselves as well.
    void setFolded(bool folded);
    /// `fold`: index in document().folds().
    void toggle(qsizetype fold);
    /// As if the reader had opened every one; their lines stay.
    void openAll();

    /// Where an offset of document().text() is in `other`, another state of the same source: what is put away
    /// there is at the line that stands for it.
    qsizetype offsetIn(const FoldedQuotes &other, qsizetype offset) const;
    qsizetype lineIn(const FoldedQuotes &other, qsizetype line) const;

private:
    void compose();
    qsizetype foldOf(qsizetype sourceLine) const;

    std::shared_ptr<const MessageDocument> m_source;
    std::shared_ptr<const MessageDocument> m_shown;
    QList<MessageFold> m_folds;
    std::vector<bool> m_open; ///< by fold
    bool m_folded = false;
    std::vector<qint32>
        m_from; ///< by line of what is shown: that of the source; of the line for fold k: -1 - k
};

} // namespace loredesk::ui
