// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagecolors.h"

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

QColor lineColor(Kind kind, const Theme &theme)
{
    switch (kind) {
    case Kind::Trailer:
        return theme.trailer;
    case Kind::Quote1:
    case Kind::Quote2:
    case Kind::Quote3:
        return theme.quote[size_t(kind) - size_t(Kind::Quote1)];
    case Kind::InBodyHeader:
    case Kind::Separator:
    case Kind::Notes:
    case Kind::StatSummary:
    case Kind::Signature:
    case Kind::DiffHeader:
    case Kind::DiffNote:
    case Kind::Remark:
        return theme.muted;
    default:
        return {};
    }
}

LineGround lineGround(Kind kind, const Theme &theme)
{
    switch (kind) {
    case Kind::Added:
        return {theme.addedGround, theme.addedMark};
    case Kind::Removed:
        return {theme.removedGround, theme.removedMark};
    case Kind::HunkHeader:
        return {theme.hunkGround, {}};
    default:
        return {};
    }
}

QColor changedWordsGround(Kind kind, const Theme &theme)
{
    return kind == Kind::Added ? theme.addedMark : theme.removedMark;
}

} // namespace loredesk::ui
