// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace loredesk::ui {

/// Something that can be written into the search field, with a few words on what it looks for.
struct SearchTerm
{
    QString term; ///< "s:", "is:unanswered", "OR"
    QString meaning;
};

/// What the search knows, in the order in which it is offered. Translated.
QList<SearchTerm> searchTerms();

} // namespace loredesk::ui
