// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewermenu.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

struct Group
{
    QLatin1StringView first; ///< the name of the action that the group begins with
    const char *title;
};
constexpr Group Groups[] = {
    {"messageNextFileAction"_L1, QT_TRANSLATE_NOOP("loredesk::ui::ViewerMenu", "Files and &Hunks")},
    {"messageFoldFileAction"_L1, QT_TRANSLATE_NOOP("loredesk::ui::ViewerMenu", "F&olding")},
    {"messageWhitespaceAction"_L1, QT_TRANSLATE_NOOP("loredesk::ui::ViewerMenu", "Layou&t of the Text")},
    {"messageZoomInAction"_L1, QT_TRANSLATE_NOOP("loredesk::ui::ViewerMenu", "&Zoom")},
    {"messageCopyIdAction"_L1, QT_TRANSLATE_NOOP("loredesk::ui::ViewerMenu", "Cop&y")},
    {"threadNextAction"_L1, QT_TRANSLATE_NOOP("loredesk::ui::ViewerMenu", "&Conversation")},
    {"versionsNextPatchAction"_L1, QT_TRANSLATE_NOOP("loredesk::ui::ViewerMenu", "Compa&rison")}};

const char *titleOf(const QString &first)
{
    for (const Group &group : Groups) {
        if (first == group.first)
            return group.title;
    }
    return nullptr;
}

} // namespace

void fillViewerMenu(QMenu &menu, const QList<QAction *> &actions)
{
    QMenu *group = nullptr;
    for (QAction *action : actions) {
        if (!action) {
            // Between two groups there is nothing to tell apart.
            if (!group)
                menu.addSeparator();
            group = nullptr;
            continue;
        }
        if (const char *title = titleOf(action->objectName()))
            group = menu.addMenu(QCoreApplication::translate("loredesk::ui::ViewerMenu", title));
        (group ? group : &menu)->addAction(action);
    }
}

} // namespace loredesk::ui
