// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchterms.h"

#include "ui/searchfield.h"

using namespace Qt::StringLiterals;

namespace loredesk::ui {

QList<SearchTerm> searchTerms()
{
    // With the class before it: what collects the texts to be translated looks for calls of tr() alone, and
    // finds none behind a name of our own.
    return {
        {u"s:"_s, SearchField::tr("the subject")},
        {u"f:"_s, SearchField::tr("the sender")},
        {u"t:"_s, SearchField::tr("the To field")},
        {u"c:"_s, SearchField::tr("the Cc field")},
        {u"tc:"_s, SearchField::tr("To and Cc")},
        {u"a:"_s, SearchField::tr("sender, To and Cc")},
        {u"b:"_s, SearchField::tr("the body")},
        {u"bs:"_s, SearchField::tr("subject and body")},
        {u"nq:"_s, SearchField::tr("the body without quotations")},
        {u"q:"_s, SearchField::tr("quotations")},
        {u"dfn:"_s, SearchField::tr("files of the diff")},
        {u"dfhh:"_s, SearchField::tr("functions named in hunk headers")},
        {u"d:"_s, SearchField::tr("the date: d:2025-04-01..2025-04-30, d:last.week..")},
        {u"rt:"_s, SearchField::tr("the time of arrival, as d:")},
        {u"m:"_s, SearchField::tr("the Message-ID")},
        {u"l:"_s, SearchField::tr("the list")},
        {u"patchid:"_s, SearchField::tr("the id that git patch-id prints")},
        {u"is:unanswered"_s, SearchField::tr("nobody has answered")},
        {u"is:patch"_s, SearchField::tr("patches")},
        {u"is:cover"_s, SearchField::tr("cover letters")},
        {u"is:reply"_s, SearchField::tr("answers")},
        {u"is:complete"_s, SearchField::tr("of series that are complete")},
        {u"is:incomplete"_s, SearchField::tr("of series that lack patches")},
        {u"is:rfc"_s, SearchField::tr("requests for comments")},
        {u"is:pull"_s, SearchField::tr("pull requests")},
        {u"is:bot"_s, SearchField::tr("sent by bots")},
        {u"version:"_s, SearchField::tr("the version of a series: version:>=3")},
        {u"OR"_s, SearchField::tr("one of both is enough")},
        {u"NOT"_s, SearchField::tr("what follows must not be there")},
    };
}

} // namespace loredesk::ui
