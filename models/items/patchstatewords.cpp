// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/patchstatewords.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace loredesk::items {

using series::PatchState;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::items::PatchState)
};

} // namespace

QString stateSign(PatchState state)
{
    switch (state) {
    case PatchState::First:
        break;
    case PatchState::Unchanged:
        return u"="_s;
    case PatchState::Changed:
        return u"\u2260"_s;
    case PatchState::New:
        return u"+"_s;
    case PatchState::Dropped:
        return u"\u2013"_s;
    case PatchState::Missing:
    case PatchState::Unread:
        return u"?"_s;
    }
    return {};
}

QString stateWord(PatchState state)
{
    switch (state) {
    case PatchState::First:
        break;
    case PatchState::Unchanged:
        return Words::tr("unchanged");
    case PatchState::Changed:
        return Words::tr("changed");
    case PatchState::New:
        return Words::tr("new");
    case PatchState::Dropped:
        return Words::tr("dropped");
    case PatchState::Missing:
        return Words::tr("not found; the version is not whole");
    case PatchState::Unread:
        return Words::tr("could not be compared");
    }
    return {};
}

QString changeWords(patch::PatchChanges changes)
{
    QStringList words;
    const std::pair<patch::PatchChange, QString> all[] = {
        {patch::PatchChange::Author, Words::tr("author")},
        {patch::PatchChange::Title, Words::tr("title")},
        {patch::PatchChange::Message, Words::tr("message")},
        {patch::PatchChange::Trailers, Words::tr("trailers")},
        {patch::PatchChange::Diff, Words::tr("diff")},
        {patch::PatchChange::Context, Words::tr("context")},
    };
    for (const auto &[change, word] : all) {
        if (changes & change)
            words << word;
    }
    return words.join(u", "_s);
}

} // namespace loredesk::items
