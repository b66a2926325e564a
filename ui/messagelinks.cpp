// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagelinks.h"

#include "models/base/hostiletext.h"
#include "models/patch/patch.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

QString MessageLink::destination() const
{
    if (!messageId.isEmpty())
        return QCoreApplication::translate("loredesk::ui::MessageLink", "Go to the message <%1>")
            .arg(base::visibleLine(QString::fromUtf8(messageId)));
    return QCoreApplication::translate("loredesk::ui::MessageLink", "Opens in the browser, after asking: %1")
        .arg(shownUrl());
}

QString MessageLink::shownUrl() const
{
    // Letters of another script look like those that everybody knows ("kеrnel.org"), and what stands before an @ looks
    // like a host: so the host is shown as it is looked up, and named once more where it is not what one reads first.
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid())
        return base::visibleLine(url);
    const QString encoded = base::visibleLine(parsed.toString(QUrl::FullyEncoded));
    return parsed.userInfo().isEmpty() ? encoded
                                       : parsed.host(QUrl::FullyEncoded) + u" ← "_s + encoded;
}

QList<MessageLink> linksIn(const QString &line)
{
    QList<MessageLink> links;
    if (!line.contains("http"_L1) && !line.contains("essage-"_L1, Qt::CaseInsensitive))
        return links;
    // A URL ends before blanks, quotes and angle brackets; closing punctuation belongs to the sentence.
    static const QRegularExpression url(u"\\bhttps?://[^\\s<>\"‹›]+"_s);
    for (auto i = url.globalMatch(line); i.hasNext();) {
        const QRegularExpressionMatch match = i.next();
        QString text = match.captured();
        while (!text.isEmpty()) {
            const QChar last = text.back();
            const bool unopened =
                (last == u')' && !text.contains(u'(')) || (last == u']' && !text.contains(u'['));
            if (!unopened && !u".,;:!?'"_s.contains(last))
                break;
            text.chop(1);
        }
        links.append({match.capturedStart(), text.size(), text, patch::messageIdOfLink(text)});
    }
    // An address in angle brackets looks like a Message-ID, so only lines that name one are believed.
    static const QRegularExpression id(u"message-id[^<]{0,20}<([^<>\\s@]+@[^<>\\s@]+)>"_s,
                                       QRegularExpression::CaseInsensitiveOption);
    for (auto i = id.globalMatch(line); i.hasNext();) {
        const QRegularExpressionMatch match = i.next();
        links.append({match.capturedStart(1), match.capturedLength(1), {}, match.captured(1).toUtf8()});
    }
    std::sort(links.begin(), links.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
    return links;
}

} // namespace loredesk::ui
