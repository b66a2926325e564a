// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QAbstractItemModel;

namespace loredesk::items {

/// The top level of a model as RFC 4180 has it: a header line, CRLF, quotes where they are needed, UTF-8
/// without a byte order mark. Of every cell ExportRole, else the number of ValueRole (a full stop, no groups
/// of thousands), else FullTextRole, else the text. Columns without a header are left out.
///
/// A text that starts as a formula does in a spreadsheet (= + - @, a tabulator, a carriage return) gets an
/// apostrophe before it: names come from mail, and mail is hostile.
QByteArray csvOf(const QAbstractItemModel &model);

/// The same cells for the clipboard, with tabulators between them and no quotes.
QByteArray tabbedTextOf(const QAbstractItemModel &model);

} // namespace loredesk::items
