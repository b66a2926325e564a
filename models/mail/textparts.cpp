// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/textparts.h"

#include "models/base/limits.h"
#include "models/mail/headerscanner.h"
#include "models/mail/transferencoding.h"

#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

/// The names that PartInfo::encoding has; some programs write "8-bit".
QByteArray knownEncoding(QByteArrayView encoding)
{
    static const std::array<QByteArray, 5> names = {"7bit", "8bit", "binary", "quoted-printable", "base64"};
    for (const QByteArray &name : names) {
        if (encoding.compare(name, Qt::CaseInsensitive) == 0)
            return name;
    }
    if (encoding.compare("7-bit", Qt::CaseInsensitive) == 0)
        return names[0];
    return encoding.compare("8-bit", Qt::CaseInsensitive) == 0 ? names[1] : QByteArray();
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
        bytes = QByteArray::fromRawData(used.data(), qMin<qsizetype>(used.size(), base::LargestText + 1));
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

TextParts readTextParts(const FieldViews &fields, QByteArrayView body, Message &message)
{
    const FieldView *typeField = nullptr;
    const FieldView *encodingField = nullptr;
    for (const FieldView &field : fields) {
        if (!typeField && field.isNamed("content-type"))
            typeField = &field;
        else if (!encodingField && field.isNamed("content-transfer-encoding"))
            encodingField = &field;
    }
    const ContentType content =
        parseContentType(typeField ? typeField->value : QByteArrayView(), typeField != nullptr);
    QByteArray buffer;
    const QByteArrayView encoding =
        encodingField ? unfolded(encodingField->value, buffer).trimmed() : QByteArrayView();
    const bool uuencoded =
        encoding.first(qMin<qsizetype>(4, encoding.size())).compare("x-uu", Qt::CaseInsensitive) == 0 ||
        encoding.compare("uuencode", Qt::CaseInsensitive) == 0;
    if (content.type.startsWith("text/") && !uuencoded)
        return {true, {readSinglePart(body, content, knownEncoding(encoding), message)}};
    return {false, readMimeTree(fields, body, message)};
}

} // namespace loredesk::mail
