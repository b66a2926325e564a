// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/asciiname.h"

namespace loredesk::ui {

QString asciiName(const QString &text, qsizetype most)
{
    QString name;
    for (const QChar character : text.normalized(QString::NormalizationForm_KD)) {
        if (character.unicode() < 128 && (character.isLetterOrNumber() || character == u'_'))
            name += character;
        else if (character.isMark())
            continue; // the accent of a letter that was taken apart
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name.truncate(most);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name;
}

} // namespace loredesk::ui
