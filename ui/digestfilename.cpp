// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/digestfilename.h"

#include "ui/asciiname.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

QString rangeName(const DigestOptions &options, const QString &shown)
{
    switch (options.range) {
    case DigestOptions::Range::Shown:
        return asciiName(shown, 40);
    case DigestOptions::Range::Dates:
        return options.from + u'_' + options.to;
    case DigestOptions::Range::Revisions: {
        const QString from = asciiName(options.from, 12);
        const QString to = asciiName(options.to, 12);
        return from.isEmpty() ? to : to.isEmpty() ? from : from + u'_' + to;
    }
    }
    return {};
}

} // namespace

QString fileSuffix(digest::Format format)
{
    switch (format) {
    case digest::Format::Text:
        return u"txt"_s;
    case digest::Format::Markdown:
        return u"md"_s;
    case digest::Format::Html:
        return u"html"_s;
    case digest::Format::Json:
        return u"json"_s;
    }
    return u"txt"_s;
}

QString digestFileName(const DigestOptions &options, const QString &listName, const QString &shownRange)
{
    QStringList parts{u"digest"_s, asciiName(options.list.isEmpty() ? listName : options.list, 40),
                      rangeName(options, shownRange)};
    parts.removeAll(QString());
    return parts.join(u'-') + u'.' + fileSuffix(options.format);
}

} // namespace loredesk::ui
