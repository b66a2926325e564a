// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/hostiletext.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>

namespace loredesk::ui {

/// What documents say themselves is translated as theirs.
struct MessageDocumentWords
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::ui::MessageDocument)
};

/// Calls `take(QStringView)` for every line; a last line without LF counts, an empty rest after the last LF
/// does not.
template <class Take>
void forEachLine(QStringView text, Take take)
{
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        take(text.mid(start, end - start));
        start = end + 1;
    }
}

/// base::visibleText, but most mail has nothing to be replaced, which a tight loop finds out fast.
inline QString visibleMail(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() >= 0x20 && c.unicode() < 0x7f) || c == u'\n' || c == u'\t';
    });
    return plain ? text : base::visibleText(text);
}

} // namespace loredesk::ui
