// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortname.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

bool beginsWithCapital(QStringView word)
{
    return !word.isEmpty() && word.first().isUpper();
}

bool isSuffix(const QString &word)
{
    static const QStringList suffixes = {u"Jr"_s, u"Jr."_s, u"Sr"_s, u"Sr."_s, u"II"_s, u"III"_s, u"IV"_s};
    return suffixes.contains(word);
}

/// The words that are the name itself: "(Example)" says for whom somebody writes, "via ..." by what way.
QStringList nameWords(const QString &name)
{
    QStringList words;
    for (const QString &word : name.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(u'(') || word == "via"_L1)
            break;
        words << word;
    }
    while (words.size() > 2 && isSuffix(words.last()))
        words.removeLast();
    return words;
}

} // namespace

QString shortName(const QString &name)
{
    const QStringList words = nameWords(name);
    if (words.size() < 2 || name.contains(u'@') || name.contains(u',') || !beginsWithCapital(words.first()))
        return name;
    // "van der Berg" is one name.
    qsizetype last = words.size() - 1;
    while (last > 1 && words[last - 1].front().isLower())
        --last;
    if (!beginsWithCapital(words.last()))
        return name;
    return words.first().first(1) + u". "_s + words.mid(last).join(u' ');
}

} // namespace loredesk::ui
