// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/textparts.h"

#include "models/base/limits.h"
#include "models/mail/headerscanner.h"
#include "models/mail/transferencoding.h"

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

bool isNamed(const HeaderField &field, QByteArrayView name)
{
    return field.name.size() == name.size() &&
           qstrnicmp(field.name.constData(), name.data(), size_t(name.size())) == 0;
}

/// The names that PartInfo::encoding has; some programs write "8-bit".
QByteArray knownEncoding(const QByteArray &encoding)
{
    if (encoding == "7-bit" || encoding == "8-bit")
        return encoding.first(1) + "bit";
    const bool known = encoding == "7bit" || encoding == "8bit" || encoding == "binary" ||
                       encoding == "quoted-printable" || encoding == "base64";
    return known ? encoding : QByteArray();
}

TextPart readSinglePart(QByteArrayView body, const ContentType &content, const QByteArray &encoding,
                        Message &message)
{
    // Three bytes for one is the worst that the encodings do.
    const QByteArrayView used = body.first(qMin<qsizetype>(body.size(), 3 * base::LargestText));
    QByteArray bytes;
    if (encoding == "quoted-printable")
        bytes = decodeQuotedPrintable(used);
    else if (encoding == "base64")
        bytes = decodeBase64(used);
    else
        bytes = used.first(qMin<qsizetype>(used.size(), base::LargestText + 1)).toByteArray();
    if (bytes.size() > base::LargestText || used.size() < body.size()) {
        bytes.truncate(base::LargestText);
        message.textIsCut = true;
        message.problems.append(
            {u"the message has more text than is read, %1 bytes as sent"_s.arg(body.size()),
             {},
             u"%1 bytes of it were read, the rest was left out"_s.arg(bytes.size())});
    }
    PartInfo info;
    info.type = content.type;
    info.charset = content.charset;
    info.encoding = encoding;
    info.size = bytes.size();
    message.parts.append(info);
    return {message.parts.size() - 1, bytes, content};
}

} // namespace

TextParts readTextParts(const QList<HeaderField> &headers, QByteArrayView body, Message &message)
{
    const HeaderField *typeField = nullptr;
    const HeaderField *encodingField = nullptr;
    for (const HeaderField &field : headers) {
        if (!typeField && isNamed(field, "content-type"))
            typeField = &field;
        else if (!encodingField && isNamed(field, "content-transfer-encoding"))
            encodingField = &field;
    }
    const ContentType content =
        parseContentType(typeField ? typeField->value : QByteArray(), typeField != nullptr);
    const QByteArray encoding =
        encodingField ? unfolded(encodingField->value).trimmed().toLower() : QByteArray();
    const bool uuencoded = encoding.startsWith("x-uu") || encoding == "uuencode";
    if (content.type.startsWith("text/") && !uuencoded)
        return {true, {readSinglePart(body, content, knownEncoding(encoding), message)}};
    return {false, readMimeTree(headers, body, message)};
}

} // namespace loredesk::mail
