// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchterms.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

QList<SearchTerm> searchTerms()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("loredesk::ui::SearchField", text); };
    return {
        {u"s:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the subject"))},
        {u"f:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the sender"))},
        {u"t:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the To field"))},
        {u"c:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the Cc field"))},
        {u"tc:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "To and Cc"))},
        {u"a:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "sender, To and Cc"))},
        {u"b:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the body"))},
        {u"bs:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "subject and body"))},
        {u"nq:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the body without quotations"))},
        {u"q:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "quotations"))},
        {u"dfn:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "files of the diff"))},
        {u"dfhh:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "functions named in hunk headers"))},
        {u"d:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the date: d:2025-04-01..2025-04-30, d:last.week.."))},
        {u"rt:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the time of arrival, as d:"))},
        {u"m:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the Message-ID"))},
        {u"l:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the list"))},
        {u"patchid:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the id that git patch-id prints"))},
        {u"is:unanswered"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "nobody has answered"))},
        {u"is:patch"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "patches"))},
        {u"is:cover"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "cover letters"))},
        {u"is:reply"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "answers"))},
        {u"is:complete"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "of series that are complete"))},
        {u"is:incomplete"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "of series that lack patches"))},
        {u"is:rfc"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "requests for comments"))},
        {u"is:pull"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "pull requests"))},
        {u"is:bot"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "sent by bots"))},
        {u"version:"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "the version of a series: version:>=3"))},
        {u"OR"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "one of both is enough"))},
        {u"NOT"_s, tr(QT_TRANSLATE_NOOP("loredesk::ui::SearchField", "what follows must not be there"))},
    };
}

} // namespace loredesk::ui
