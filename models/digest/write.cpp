// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/digest/digest.h"
#include "models/digest/writers.h"

namespace loredesk::digest {

QByteArray toBytes(const Digest &digest, Format format)
{
    switch (format) {
    case Format::Text:
        return toText(digest).toUtf8();
    case Format::Markdown:
        return toMarkdown(digest).toUtf8();
    case Format::Html:
        return toHtml(digest).toUtf8();
    case Format::Json:
        return toJson(digest);
    }
    return {};
}

base::Result<void> write(const Digest &digest, Format format, QIODevice &device)
{
    const QByteArray bytes = toBytes(digest, format);
    if (device.write(bytes) != bytes.size())
        return base::Error{base::ErrorCode::Unwritable, device.errorString(), {}, {}};
    return {};
}

} // namespace loredesk::digest
