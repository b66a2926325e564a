// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <vector>

namespace loredesk::store {

/// Follows a text word by word and says where words stand side by side in it.
class PhraseFollower
{
public:
    /// `words`: one at least, as wordsplitter.h gives them. The last may go on where `prefix`.
    PhraseFollower(const QList<QByteArray> &words, bool prefix)
        : m_words(words)
        , m_prefix(prefix)
    {
    }

    /// True where the phrase ends with this word.
    bool next(QByteArrayView word)
    {
        bool ends = false;
        std::size_t kept = 0;
        for (const qsizetype at : m_begun) {
            if (!fits(at, word))
                continue;
            if (at + 1 == m_words.size())
                ends = true;
            else
                m_begun[kept++] = at + 1;
        }
        m_begun.resize(kept);
        if (fits(0, word)) {
            if (m_words.size() == 1)
                return true;
            m_begun.push_back(1);
        }
        return ends;
    }

    qsizetype size() const { return m_words.size(); }

private:
    bool fits(qsizetype at, QByteArrayView word) const
    {
        return m_prefix && at + 1 == m_words.size() ? word.startsWith(m_words[at]) : word == m_words[at];
    }

    const QList<QByteArray> m_words;
    const bool m_prefix;
    std::vector<qsizetype> m_begun; ///< words that were read of every phrase that may stand here
};

} // namespace loredesk::store
