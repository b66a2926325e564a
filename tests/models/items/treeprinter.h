// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QAbstractItemModel>
#include <QStringList>

namespace loredesk::tests {

/// The series tree in a line of text, read through the roles of any model or proxy. A top-level row a line,
/// in order:
///     "tidy the frob" v2 3/4 [0 1[re re] 2 - v1 1/1]
/// 0 the cover, 1.. patches, - a missing one, 2* the same sent again, 2' one taken from the version before,
/// re a reply, bot a bot's, v1 an earlier version, other a thread, pull a pull request.
inline QString printTree(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    using namespace Qt::StringLiterals;
    using namespace loredesk::items;
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QString text;
        switch (NodeKind(index.data(NodeKindRole).toInt())) {
        case NodeKind::Series:
        case NodeKind::EarlierVersion:
            if (!parent.isValid())
                text = u'"' + index.data(TitleRole).toString() + u"\" "_s;
            text += index.data(PullRole).toBool() ? u"pull"_s
                                                  : u"v%1 %2/%3"_s.arg(index.data(VersionRole).toInt())
                                                        .arg(index.data(PresentRole).toInt())
                                                        .arg(index.data(TotalRole).toInt());
            break;
        case NodeKind::Cover:
        case NodeKind::Patch:
            text = QString::number(index.data(SlotRole).toInt());
            text += index.data(DuplicateRole).toBool()            ? u"*"_s
                    : index.data(FromEarlierVersionRole).toBool() ? u"'"_s
                                                                  : QString();
            break;
        case NodeKind::MissingPatch:
            text = u"-"_s;
            break;
        case NodeKind::Reply:
            text = index.data(BotRole).toBool() ? u"bot"_s : u"re"_s;
            break;
        case NodeKind::Thread:
            text = u"other \""_s + index.data(TitleRole).toString() + u'"';
            break;
        }
        const QString below = printTree(model, index);
        if (!below.isEmpty())
            text += (parent.isValid() ? u"["_s : u" ["_s) + below + u']';
        rows << text;
    }
    return rows.join(parent.isValid() ? u' ' : u'\n');
}

} // namespace loredesk::tests
