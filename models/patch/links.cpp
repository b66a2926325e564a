// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/links.h"

#include "models/patch/patch.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

bool isRedirector(QStringView host)
{
    return host == "lore.kernel.org"_L1 || host == "lkml.kernel.org"_L1 || host == "patch.msgid.link"_L1 ||
           host == "msgid.link"_L1 || host == "public-inbox.org"_L1 || host == "inbox.sourceware.org"_L1 ||
           host.endsWith(".msgid.link"_L1);
}

} // namespace

QByteArray messageIdOfLink(const QString &url)
{
    QStringView rest(url);
    if (rest.startsWith("https://"_L1, Qt::CaseInsensitive))
        rest = rest.mid(8);
    else if (rest.startsWith("http://"_L1, Qt::CaseInsensitive))
        rest = rest.mid(7);
    else
        return {};
    const qsizetype slash = rest.indexOf(u'/');
    if (slash < 0)
        return {};
    const QString host = rest.left(slash).toString().toLower();
    if (!isRedirector(host))
        return {};
    QStringView path = rest.mid(slash + 1);
    for (const QChar stop : {u'?', u'#'}) {
        if (const qsizetype at = path.indexOf(stop); at >= 0)
            path = path.left(at);
    }
    // "r/ID", "all/ID/", "LIST/ID/T/", or on a redirector of patches "ID": the first part with an @ in it.
    for (const QStringView part : path.split(u'/')) {
        const QByteArray id = QByteArray::fromPercentEncoding(part.toUtf8());
        const qsizetype at = id.indexOf('@');
        if (at > 0 && at + 1 < id.size())
            return id;
    }
    return {};
}

QList<QByteArray> linkedMessageIds(QStringView text)
{
    // A link stands among characters without a break, and begins with the first "http" of them. Few texts
    // have any, so what is looked for is the rarest of what all links have.
    const auto breaks = [](QChar c) {
        return c.isSpace() || c == u'>' || c == u'"' || c == u')' || c == u']';
    };
    QList<QByteArray> ids;
    qsizetype at = 0;
    for (;;) {
        const qsizetype colon = text.indexOf(u':', at);
        if (colon < 0)
            return ids;
        if (!text.sliced(colon).startsWith("://"_L1)) {
            at = colon + 1;
            continue;
        }
        qsizetype begin = colon;
        while (begin > 0 && !breaks(text[begin - 1]))
            --begin;
        qsizetype end = colon;
        while (end < text.size() && !breaks(text[end]))
            ++end;
        at = end;
        const qsizetype http = text.sliced(begin, end - begin).indexOf("http"_L1, 0, Qt::CaseInsensitive);
        if (http < 0)
            continue;
        QStringView url = text.sliced(begin + http, end - begin - http);
        while (!url.isEmpty() &&
               (url.back() == u'.' || url.back() == u',' || url.back() == u';' || url.back() == u':'))
            url.chop(1);
        const QByteArray id = messageIdOfLink(url.toString());
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
}

QList<QByteArray> namedMessageIds(const QString &value)
{
    QList<QByteArray> ids = linkedMessageIds(value);
    if (!ids.isEmpty())
        return ids;
    qsizetype at = 0;
    while ((at = value.indexOf(u'<', at)) >= 0) {
        const qsizetype close = value.indexOf(u'>', at);
        if (close < 0)
            break;
        const QByteArray id = value.mid(at + 1, close - at - 1).trimmed().toUtf8();
        if (id.contains('@') && !ids.contains(id))
            ids.append(id);
        at = close;
    }
    if (ids.isEmpty() && value.contains(u'@') && !value.trimmed().contains(u' '))
        ids.append(value.trimmed().toUtf8());
    return ids;
}

} // namespace loredesk::patch
