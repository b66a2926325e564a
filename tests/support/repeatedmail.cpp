// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/repeatedmail.h"

#include "models/mail/headerscanner.h"
#include "models/mail/maildate.h"
#include "models/mail/writing.h"

#include <algorithm>
#include <cmath>

namespace loredesk::tests {

namespace {

constexpr base::UnixSeconds Week = 7 * 86400;
constexpr base::UnixSeconds Year1992 = 694'224'000;

QByteArray markOf(int pass)
{
    return "pass" + QByteArray::number(pass) + '.';
}

bool isIdField(const mail::FieldView &field)
{
    for (const char *name : {"Message-ID", "In-Reply-To", "References", "Supersedes"}) {
        if (field.isNamed(name))
            return true;
    }
    return false;
}

QByteArray markedIds(QByteArrayView value, const QByteArray &mark)
{
    QByteArray result = value.toByteArray();
    if (result.contains('<'))
        return result.replace("<", '<' + mark);
    // Without brackets: the one word there is.
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    const auto word = std::find_if_not(result.cbegin(), result.cend(), isBlank);
    return word == result.cend() ? result : result.insert(word - result.cbegin(), mark);
}

/// Where the Message-ID begins that the first link of a line leads to, from `from` on; -1: none.
qsizetype linkedId(QByteArrayView line, qsizetype from)
{
    for (qsizetype at = from; (at = line.indexOf("://", at)) >= 0; at += 3) {
        const auto end = std::find_if(line.begin() + at, line.end(),
                                      [](char c) { return c <= ' ' || c == '>' || c == ')'; });
        const QByteArrayView link = line.sliced(at, end - line.begin() - at);
        if (!link.contains("lore.kernel.org/") && !link.contains("lkml.kernel.org/") &&
            !link.contains("msgid.link/"))
            continue;
        const qsizetype domain = std::max(link.indexOf('@'), link.indexOf("%40"));
        const qsizetype slash = domain < 0 ? -1 : link.lastIndexOf('/', domain);
        if (slash > 2)
            return at + slash + 1;
    }
    return -1;
}

QByteArray markedBody(QByteArrayView body, int pass, const QByteArray &mark)
{
    QByteArray result;
    result.reserve(body.size() + 256);
    bool isHunkNext = false, isHunkMarked = false;
    for (qsizetype begin = 0; begin < body.size();) {
        const qsizetype newline = body.indexOf('\n', begin);
        const qsizetype next = newline < 0 ? body.size() : newline + 1;
        qsizetype end = newline < 0 ? next : newline;
        if (end > begin && body[end - 1] == '\r')
            --end;
        const QByteArrayView line = body.sliced(begin, end - begin);
        qsizetype copied = 0;
        for (qsizetype id = 0; (id = linkedId(line, id)) >= 0;) {
            result.append(line.sliced(copied, id - copied)).append(mark);
            copied = id;
        }
        result.append(line.sliced(copied));
        // A line that quoted-printable goes on with cannot be written behind.
        if (isHunkNext && !line.isEmpty() && !line.endsWith('=')) {
            result.append(" /* pass ").append(QByteArray::number(pass)).append(" */");
            isHunkMarked = true;
        } else if (qstrnicmp(line.data(), "change-id: ", size_t(std::min<qsizetype>(11, line.size()))) == 0 &&
                   line.size() > 11) {
            result.append("-pass").append(QByteArray::number(pass));
        }
        isHunkNext = !isHunkMarked && line.startsWith("@@ -");
        result.append(body.sliced(end, next - end));
        begin = next;
    }
    return result;
}

} // namespace

RepeatedTime::RepeatedTime(base::UnixSeconds first, base::UnixSeconds last, int passes)
    : m_last(last)
    , m_span(last - first + Week)
    , m_passes(passes)
    , m_pace(std::min(1.0, double(std::max<base::UnixSeconds>(0, last - Year1992)) /
                               (double(passes) * double(m_span))))
{
}

base::UnixSeconds RepeatedTime::operator()(base::UnixSeconds time, int pass) const
{
    const base::UnixSeconds before = base::UnixSeconds(m_passes - 1 - pass) * m_span + m_last - time;
    return m_last - base::UnixSeconds(std::llround(double(before) * m_pace));
}

QByteArray repeatedMessage(const QByteArray &raw, int pass, int number, const RepeatedTime &time)
{
    const QByteArray mark = markOf(pass);
    const mail::ScannedHeader header = mail::scanHeader(raw);
    QByteArray result;
    result.reserve(raw.size() + 512);
    qsizetype copied = 0;
    bool isText = true;
    for (const mail::FieldView &field : header.fields) {
        QByteArray value;
        if (field.isNamed("Date")) {
            const auto date = mail::parseMailDate(field.value);
            const base::UnixSeconds moved = date ? time(date->seconds, pass) : 0;
            if (date && moved != date->seconds && moved > 0)
                value = mail::encodeDate(moved, date->offset);
        } else if (pass > 0 && isIdField(field)) {
            value = markedIds(field.value, mark);
        } else if (pass > 0 && field.isNamed("Subject")) {
            value = field.value.toByteArray() + " (pass " + QByteArray::number(pass) + ')';
        } else if (field.isNamed("Content-Type")) {
            isText = !field.value.toByteArray().toLower().contains("multipart/");
        } else if (field.isNamed("Content-Transfer-Encoding")) {
            isText = isText && !field.value.toByteArray().toLower().contains("base64");
        }
        if (value.isEmpty())
            continue;
        const qsizetype at = field.value.data() - raw.constData();
        result.append(QByteArrayView(raw).sliced(copied, at - copied)).append(value);
        copied = at + field.value.size();
    }
    if (pass == 0 || !isText)
        return result.append(QByteArrayView(raw).sliced(copied));
    result.append(QByteArrayView(raw).sliced(copied, header.bodyOffset - copied));
    result.append(markedBody(QByteArrayView(raw).sliced(header.bodyOffset), pass, mark));
    if (!result.endsWith('\n'))
        result.append('\n');
    return result.append("pass ")
        .append(QByteArray::number(pass))
        .append(" message ")
        .append(QByteArray::number(number))
        .append('\n');
}

} // namespace loredesk::tests
