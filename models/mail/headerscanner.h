// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/message.h"

#include <QByteArrayView>
#include <QVarLengthArray>

namespace loredesk::mail {

/// A header field where it stands: HeaderField, as views of the bytes that were scanned.
struct FieldView
{
    QByteArrayView name;
    QByteArrayView value;

    /// Whether the field has that name (caseless).
    bool isNamed(QByteArrayView wanted) const
    {
        return name.size() == wanted.size() &&
               qstrnicmp(name.data(), wanted.data(), size_t(name.size())) == 0;
    }
};
using FieldViews = QVarLengthArray<FieldView, 64>;

/// The header of a message, cut into fields.
struct ScannedHeader
{
    FieldViews fields;
    qsizetype bodyOffset = 0; ///< where the body begins in the bytes that were scanned
    bool cutShort = false;    ///< the header ended at a line that is no field instead of an empty line
    /// Fields of which only the beginning is kept, as they are longer than any honest one.
    struct Shortened
    {
        QByteArray name;
        qsizetype size = 0;   ///< bytes of the whole value
        qsizetype kept = 0;   ///< bytes of it that were kept
        qsizetype offset = 0; ///< of the first byte that was left out, in the bytes that were scanned
    };
    QList<Shortened> shortened;
    qsizetype fieldsLeftOut = 0; ///< behind as many as are kept at most
};

/// Cuts the header off a message: the fields up to the first empty line, or up to the first line that cannot
/// be a field (the body then begins with that line, as git and Python read it). An mbox "From " line at the
/// top is skipped.
ScannedHeader scanHeader(QByteArrayView raw);

/// A field's value without its folds (RFC 5322 section 2.2.3): the line ends go, the blanks after them stay.
/// Most have none: then it is the value itself, else a view of `buffer`, which takes the text.
QByteArrayView unfolded(QByteArrayView value, QByteArray &buffer);

/// Whether "=?", which begins an encoded word (RFC 2047), stands anywhere in it.
bool mayHoldEncodedWords(QByteArrayView text);

} // namespace loredesk::mail
