// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/mimetree.h"

#include "models/base/limits.h"

#undef signals // a word of GLib's, too
#include <gmime/gmime.h>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

constexpr int maximumParts = 1000;
/// Mail that was forwarded a hundred times over; GMime gives up at some hundred levels and makes the rest one
/// part.
constexpr int honestDepth = 100;

struct Unref
{
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct FreeIterator
{
    void operator()(GMimePartIter *iterator) const { g_mime_part_iter_free(iterator); }
};

bool isContentField(QByteArrayView name)
{
    return name.size() > 8 && qstrnicmp(name.data(), "content-", 8) == 0;
}

/// GMime sees the Content-* fields and the body only: the rest of the header is read elsewhere, and its
/// parsing would be the dearest part.
std::unique_ptr<GMimeStream, Unref> makeStream(const FieldViews &headers, QByteArrayView body)
{
    GByteArray *bytes = g_byte_array_sized_new(guint(body.size()) + 1024);
    const auto append = [bytes](QByteArrayView text) {
        g_byte_array_append(bytes, reinterpret_cast<const guint8 *>(text.data()), guint(text.size()));
    };
    append("MIME-Version: 1.0\n");
    for (const FieldView &field : headers) {
        if (!isContentField(field.name))
            continue;
        append(field.name);
        append(": ");
        append(field.value);
        append("\n");
    }
    append("\n");
    append(body);
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), TRUE);
    return std::unique_ptr<GMimeStream, Unref>(stream);
}

const char *encodingName(GMimeContentEncoding encoding)
{
    const char *name = g_mime_content_encoding_to_string(encoding);
    return name ? name : "";
}

/// A signature is kept, too: see Message::patchTail.
bool mayBeAPatch(const PartInfo &info)
{
    if (info.type.startsWith("text/"))
        return true;
    const QString name = info.fileName.toLower();
    return name.endsWith(".patch"_L1) || name.endsWith(".diff"_L1) || info.type == "application/x-patch" ||
           info.type == "application/pgp-signature";
}

PartInfo infoOf(GMimeObject *object, int depth)
{
    PartInfo info;
    info.depth = depth;
    if (GMimeContentType *type = g_mime_object_get_content_type(object)) {
        const std::unique_ptr<char, decltype(&g_free)> text(g_mime_content_type_get_mime_type(type), &g_free);
        info.type = QByteArray(text.get()).toLower();
        info.charset = g_mime_content_type_get_parameter(type, "charset");
    }
    return info;
}

ContentType contentOf(GMimeObject *object)
{
    return parseContentType(g_mime_object_get_header(object, "Content-Type"), true);
}

/// Reads the decoded bytes of a part, or only counts them.
qint64 decodePart(GMimePart *part, bool keep, QByteArray &bytes)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return 0;
    const std::unique_ptr<GMimeStream, Unref> out(keep ? g_mime_stream_mem_new() : g_mime_stream_null_new());
    const qint64 written = g_mime_data_wrapper_write_to_stream(content, out.get());
    if (keep) {
        const GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
        bytes = QByteArray(reinterpret_cast<const char *>(array->data), qsizetype(array->len));
        return bytes.size();
    }
    return qMax<qint64>(0, written);
}

/// The parts below and with `root`, depth first.
QList<TextPart> walk(GMimeObject *root, Message &message)
{
    QList<TextPart> texts;
    qint64 textSize = 0;
    qint64 leftOut = 0;
    const bool single = !GMIME_IS_MULTIPART(root) && !GMIME_IS_MESSAGE_PART(root);
    if (!single)
        message.parts.append(infoOf(root, 0)); // the iterator begins below it
    const std::unique_ptr<GMimePartIter, FreeIterator> iterator(g_mime_part_iter_new(root));
    while (g_mime_part_iter_is_valid(iterator.get())) {
        GMimeObject *object = g_mime_part_iter_get_current(iterator.get());
        if (message.parts.size() >= maximumParts) {
            message.textIsCut = true;
            message.problems.append(
                {u"the message has more than %1 parts"_s.arg(maximumParts), {}, u"the rest was left out"_s});
            break;
        }
        gchar *path = g_mime_part_iter_get_path(iterator.get());
        // A single part is "1" in a whole message and nothing where it was read by itself.
        const int depth = single ? 0 : int(QByteArrayView(path).count('.')) + (*path ? 1 : 0);
        g_free(path);
        PartInfo info = infoOf(object, depth);
        if (GMIME_IS_PART(object)) {
            GMimePart *part = GMIME_PART(object);
            info.encoding = encodingName(g_mime_part_get_content_encoding(part));
            info.fileName = QString::fromUtf8(g_mime_part_get_filename(part));
            QByteArray bytes;
            if (depth > honestDepth &&
                (info.type == "message/rfc822" || info.type.startsWith("multipart/"))) {
                message.textIsCut = true;
                message.problems.append({u"the message nests its parts more than %1 deep"_s.arg(depth),
                                         {},
                                         u"what lies deeper was left out"_s});
            }
            const bool wanted = mayBeAPatch(info);
            const qint64 room = base::LargestText - textSize;
            info.size = decodePart(part, wanted && room > 0, bytes);
            if (wanted)
                leftOut += qMax<qint64>(0, info.size - room);
            if (wanted && room > 0 && info.size > 0) {
                bytes.truncate(qMin<qint64>(room, bytes.size()));
                textSize += bytes.size();
                texts.append({message.parts.size(), bytes, contentOf(object)});
            }
        }
        message.parts.append(info);
        if (!g_mime_part_iter_next(iterator.get()))
            break;
    }
    if (leftOut > 0) {
        message.textIsCut = true;
        message.problems.append({u"the message has more text than is read"_s,
                                 {},
                                 u"%1 bytes of it were read, %2 were left out"_s.arg(textSize).arg(leftOut)});
    }
    return texts;
}

/// A field's value as HeaderField has it: without the blanks before it and the line's end.
QByteArray rawValue(GMimeHeader *header)
{
    QByteArray value = g_mime_header_get_raw_value(header);
    while (value.endsWith('\n') || value.endsWith('\r'))
        value.chop(1);
    qsizetype begin = 0;
    while (begin < value.size() && (value[begin] == ' ' || value[begin] == '\t'))
        ++begin;
    return value.mid(begin);
}

/// GMime gives the Content-* fields to the part and the others to the message: all, in their order.
QList<HeaderField> fieldsOf(GMimeObject *mail, GMimeObject *root)
{
    std::map<gint64, HeaderField> byOffset;
    for (GMimeObject *object : {mail, root}) {
        GMimeHeaderList *list = g_mime_object_get_header_list(object);
        for (int i = 0; i < g_mime_header_list_get_count(list); ++i) {
            GMimeHeader *header = g_mime_header_list_get_header_at(list, i);
            const gint64 offset = g_mime_header_get_offset(header);
            if (offset >= 0) // what GMime added itself stands nowhere
                byOffset[offset] = {g_mime_header_get_name(header), rawValue(header)};
        }
    }
    QList<HeaderField> fields;
    for (auto &[offset, field] : byOffset)
        fields.append(std::move(field));
    return fields;
}

/// As much as is taken apart; says where that is not all.
QByteArrayView limited(QByteArrayView bytes, Message &message)
{
    if (bytes.size() <= base::LargestMessage)
        return bytes;
    message.problems.append(
        {u"the message is too large to be taken apart whole, %1 bytes"_s.arg(bytes.size()),
         {},
         u"%1 of them were read, the rest was left out"_s.arg(base::LargestMessage)});
    return bytes.first(base::LargestMessage);
}

std::unique_ptr<GMimeParser, Unref> makeParser(GMimeStream *stream)
{
    std::unique_ptr<GMimeParser, Unref> parser(g_mime_parser_new_with_stream(stream));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    g_mime_parser_set_persist_stream(parser.get(), TRUE); // parts refer to the bytes instead of copying them
    return parser;
}

} // namespace

void initialiseMime()
{
    // Everything below comes through here: who forgets mail::initialise() must not crash for it.
    static const bool ready = [] {
        g_mime_init();
        return true;
    }();
    Q_UNUSED(ready)
}

QList<TextPart> readMimeTree(const FieldViews &headers, QByteArrayView body, Message &message)
{
    initialiseMime();
    const std::unique_ptr<GMimeStream, Unref> stream = makeStream(headers, limited(body, message));
    const std::unique_ptr<GMimeParser, Unref> parser = makeParser(stream.get());
    const std::unique_ptr<GMimeObject, Unref> root(g_mime_parser_construct_part(parser.get(), nullptr));
    if (!root) {
        message.problems.append({u"the MIME structure cannot be read"_s, {}, u"the message shows no text"_s});
        return {};
    }
    return walk(root.get(), message);
}

QList<TextPart> readWholeMail(QByteArrayView raw, Message &message)
{
    initialiseMime();
    raw = limited(raw, message);
    const std::unique_ptr<GMimeStream, Unref> stream(
        g_mime_stream_mem_new_with_buffer(raw.data(), size_t(raw.size())));
    const std::unique_ptr<GMimeParser, Unref> parser = makeParser(stream.get());
    const std::unique_ptr<GMimeMessage, Unref> mail(g_mime_parser_construct_message(parser.get(), nullptr));
    GMimeObject *root = mail ? g_mime_message_get_mime_part(mail.get()) : nullptr;
    if (!root) {
        message.problems.append({u"the MIME structure cannot be read"_s, {}, u"the message shows no text"_s});
        return {};
    }
    message.headers = fieldsOf(GMIME_OBJECT(mail.get()), root);
    return walk(root, message);
}

} // namespace loredesk::mail
