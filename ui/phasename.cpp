// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phasename.h"

#include <QCoreApplication>

namespace loredesk::ui {

namespace {

/// For lupdate, which does not look into the engine: that one has no language. A test holds this list against
/// the sources.
[[maybe_unused]] constexpr const char *Phases[] = {
    QT_TRANSLATE_NOOP("loredesk::Phase", "opening"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "unpacking"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "listing messages"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "reading messages"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "reading commit messages"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "reading patches"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "comparing patches"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "reading versions"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "grouping series"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "looking for the message"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "indexing text"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "searching"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "reading versions"),
    QT_TRANSLATE_NOOP("loredesk::Phase", "comparing patches"),
};

} // namespace

QString phaseName(const QString &phase)
{
    return QCoreApplication::translate("loredesk::Phase", phase.toUtf8().constData());
}

} // namespace loredesk::ui
