// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/contenttype.h"

#include "models/mail/headerscanner.h"

namespace loredesk::mail {

namespace {

/// Finds `name=value` among the parameters, with or without quotes, also where the semicolons are missing.
QByteArray parameter(const QByteArray &parameters, const QByteArray &name)
{
    const QByteArray lower = parameters.toLower();
    qsizetype from = 0;
    while ((from = lower.indexOf(name, from)) >= 0) {
        qsizetype i = from + name.size();
        const char before = from > 0 ? lower[from - 1] : ';';
        from = i;
        if (before != ';' && before != ' ' && before != '\t' && before != '"')
            continue;
        if (i < lower.size() && lower[i] == '*') // RFC 2231: charset*=…
            ++i;
        while (i < lower.size() && (lower[i] == ' ' || lower[i] == '\t'))
            ++i;
        if (i >= lower.size() || lower[i] != '=')
            continue;
        ++i;
        while (i < lower.size() && (lower[i] == ' ' || lower[i] == '\t'))
            ++i;
        if (i < lower.size() && lower[i] == '"') {
            const qsizetype close = parameters.indexOf('"', i + 1);
            return parameters.mid(i + 1, close < 0 ? -1 : close - i - 1).trimmed();
        }
        qsizetype end = i;
        while (end < parameters.size() && parameters[end] != ';' && parameters[end] != ' ' &&
               parameters[end] != '\t')
            ++end;
        return parameters.mid(i, end - i);
    }
    return {};
}

} // namespace

ContentType parseContentType(QByteArrayView value, bool present)
{
    ContentType content;
    QByteArray buffer;
    const QByteArrayView line = unfolded(value, buffer);
    const qsizetype semicolon = line.indexOf(';');
    content.type = line.first(semicolon < 0 ? line.size() : semicolon).trimmed().toByteArray().toLower();
    // Without exactly one slash it is no type at all and means text/plain (RFC 2045 section 5.2).
    if (!present || content.type.count('/') != 1)
        content.type = QByteArrayLiteral("text/plain");
    if (semicolon >= 0) {
        const QByteArray parameters = line.sliced(semicolon).toByteArray();
        content.charset = parameter(parameters, QByteArrayLiteral("charset"));
        if (parameters.toLower().contains("flowed")) {
            content.flowed = parameter(parameters, QByteArrayLiteral("format")).toLower() == "flowed";
            content.deleteSpace = parameter(parameters, QByteArrayLiteral("delsp")).toLower() == "yes";
        }
    }
    content.multipart = content.type.startsWith("multipart/") || content.type == "message/rfc822";
    return content;
}

} // namespace loredesk::mail
