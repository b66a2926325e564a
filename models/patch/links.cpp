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
    QList<QByteArray> ids;
    qsizetype at = 0;
    while ((at = text.indexOf("http"_L1, at, Qt::CaseInsensitive)) >= 0) {
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace() && text[end] != u'>' && text[end] != u'"' &&
               text[end] != u')' && text[end] != u']')
            ++end;
        QStringView url = text.mid(at, end - at);
        while (!url.isEmpty() &&
               (url.back() == u'.' || url.back() == u',' || url.back() == u';' || url.back() == u':'))
            url.chop(1);
        const QByteArray id = messageIdOfLink(url.toString());
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
        at = qMax(end, at + 4);
    }
    return ids;
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
