// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shellword.h"

#include "models/base/hostiletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

std::optional<QString> shellWord(const QString &text)
{
    if (text.isEmpty())
        return u"''"_s;
    if (base::visibleLine(text) != text)
        return std::nullopt;
    // '~' and '=' mean something at the start of a word, or of an assignment, to some shells.
    const auto isPlain = [](QChar character) {
        return character.unicode() < 128 &&
               (character.isLetterOrNumber() || u"@%+:,./_-"_s.contains(character));
    };
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text;
    QString quoted = text;
    return u'\'' + quoted.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace loredesk::ui
