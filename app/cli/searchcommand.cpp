// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/searchcommand.h"

#include "app/cli/console.h"
#include "app/cli/storeplace.h"
#include "app/cli/terminalprogress.h"
#include "models/base/hostiletext.h"
#include "models/base/isodate.h"
#include "models/jobs/indexing.h"
#include "models/jobs/searching.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

QString help()
{
    return uR"(Usage: loredesk search ARCHIVE QUERY [OPTIONS]

Finds messages, newest first. The first search of an archive indexes it; later
ones take milliseconds. What is new in the archive is always found.

  --json            one JSON object a line instead of the table
  --limit N         at most so many
  -h, --help        this text

Words side by side must all be there; "a phrase" and hyphenated-words as they
stand; word* for all that begin so; AND, OR, NOT (or -word) and brackets.
A prefix narrows a word, a phrase or a bracket:
  s: subject   f: From   t: To   c: Cc   a: any of the three   tc: To or Cc
  b: body      nq: not quoted   q: quoted   bs: subject or body   l: List-Id
  dfn: file names of a diff     dfhh: its hunk headers     patchid: its id
  m: Message-ID       d: date, as 20250401..20250430 or last.week..   rt: arrival
  is:patch is:cover is:reply is:pull is:rfc is:bot
  is:complete is:incomplete is:unanswered     version:>=3

Examples:
  loredesk search ~/lore/kvm s:gmap is:unanswered
  loredesk search ~/lore/kvm '"use after free" f:syzbot d:1.month.ago..'
  loredesk search ~/lore/kvm 'dfn:mm/slub.c AND (dfhh:alloc OR nq:kmalloc)' --json
)"_s;
}

QString kindName(series::MessageKind kind)
{
    switch (kind) {
    case series::MessageKind::Patch:
        return u"patch"_s;
    case series::MessageKind::Cover:
        return u"cover"_s;
    case series::MessageKind::PullRequest:
        return u"pull"_s;
    case series::MessageKind::Reply:
        return u"reply"_s;
    case series::MessageKind::Other:
        return u"other"_s;
    }
    return {};
}

QByteArray jsonLine(const series::MessageHead &head)
{
    QJsonObject json;
    json.insert("message_id"_L1, QString::fromUtf8(head.messageId));
    json.insert("in_reply_to"_L1, QString::fromUtf8(head.inReplyTo));
    json.insert("subject"_L1, head.subject);
    json.insert("from_name"_L1, head.from.name);
    json.insert("from_email"_L1, head.from.address);
    json.insert("author_name"_L1, head.author.name);
    json.insert("author_email"_L1, head.author.address);
    json.insert("date_utc"_L1, head.date != 0 ? QJsonValue(base::isoUtc(head.date)) : QJsonValue());
    json.insert("kind"_L1, kindName(head.kind));
    json.insert("bot"_L1, head.bot);
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

QString tableLine(const series::MessageHead &head)
{
    constexpr qsizetype nameWidth = 20;
    const QString name = base::visibleLine(head.from.name.isEmpty() ? head.from.address : head.from.name);
    return base::isoUtc(head.date).left(10) + "  "_L1 +
           base::shortened(name, nameWidth).leftJustified(nameWidth) + "  "_L1 +
           base::visibleLine(head.subject) + u'\n';
}

/// The query with the piece at fault marked below it.
QString explained(const QString &query, const store::QueryProblem &problem)
{
    QString text = problem.text;
    const QString shown = base::visibleLine(query);
    constexpr qsizetype widest = 200;
    if (shown.size() == query.size() && shown.size() <= widest)
        text += "\n  "_L1 + shown + "\n  "_L1 + QString(problem.offset, u' ') +
                QString(std::max<qsizetype>(problem.length, 1), u'^');
    return text;
}

} // namespace

ExitState searchCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, QString()}, {u"limit"_s, QString(), u"N"_s}});
    // "-word" is a query's business; our own options are all long but -h.
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    if (const auto state = parseArguments(parser, u"search"_s, arguments, help()))
        return *state;
    const QStringList words = parser.positionalArguments();
    if (words.size() < 2)
        return wrongUsage(u"search"_s, words.isEmpty() ? u"no archive is named"_s : u"no query is given"_s);
    std::size_t limit = std::numeric_limits<std::size_t>::max();
    if (parser.isSet(u"limit"_s)) {
        bool ok = false;
        limit = parser.value(u"limit"_s).toULong(&ok);
        if (!ok || limit == 0)
            return wrongUsage(u"search"_s, u'\'' + parser.value(u"limit"_s) + "' is no number above 0"_L1);
    }
    const QString text = words.sliced(1).join(u' ');
    const auto parsed = store::parseQuery(text, QDateTime::currentSecsSinceEpoch());
    if (const auto *problem = std::get_if<store::QueryProblem>(&parsed))
        return wrongUsage(u"search"_s, explained(text, *problem));
    const store::Query &query = std::get<store::Query>(parsed);
    if (query.isEmpty())
        return wrongUsage(u"search"_s, u"the query is empty"_s);

    jobs::LoadRequest request;
    request.paths = QStringList{words[0]};
    request.storeDirectory = storeDirectory();
    TerminalProgress progress;
    const auto loaded = jobs::load(request, progress);
    if (!loaded)
        return fail(loaded.error());
    leaveToTheSystem(*loaded);
    if (!(*loaded)->storeTrouble.text.isEmpty())
        say((*loaded)->storeTrouble.toString());
    // Where the words cannot be kept, every message is read instead: slower, and the same answer.
    const auto kept = jobs::keep(**loaded);
    const auto indexed = kept && query.asksForText() ? jobs::indexText(**loaded, *kept, 0, progress)
                                                     : base::Result<jobs::TextIndexed>(jobs::TextIndexed());
    if ((!kept || !indexed) && (*loaded)->storeTrouble.text.isEmpty())
        say((kept ? indexed.error() : kept.error()).toString());
    jobs::Searcher searcher(*loaded);
    const auto found = searcher.search(query, jobs::Searcher::Thoroughness::Complete, limit, progress);
    progress.end();
    if (!found)
        return fail(found.error());
    const catalog::Catalog &catalog = *(*loaded)->catalog;
    QByteArray out;
    for (const base::MessageIndex message : found->messages)
        out += parser.isSet(u"json"_s) ? jsonLine(catalog.message(message))
                                       : tableLine(catalog.message(message)).toUtf8();
    return report(catalog.problems(), writeOut(out));
}

} // namespace loredesk::app::cli
