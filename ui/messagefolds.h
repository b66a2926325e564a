// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagedocument.h"

#include <functional>
#include <limits>

namespace loredesk::ui {

/// Lines of a document that a reader may want out of the way.
struct MessageFold
{
    enum class What : quint8 {
        Quote, ///< the beginning of a long quote; its last lines stay, as what follows answers them
        Diff,
    };
    What what = What::Quote;
    qsizetype first = 0; ///< index in lines()
    qsizetype count = 0;
};

/// How many lines a quote must have to be worth folding, and how many at its end stay.
constexpr qsizetype ShortestFoldedQuote = 12;
constexpr qsizetype KeptQuoteLines = 3;

/// The long quotes of a document, and with `diff` its whole diff; in order, without overlap. Pure.
QList<MessageFold> foldsOf(const MessageDocument &document, bool diff);

/// Puts one document together out of others and lines of its own, with folded parts left out. A value as its
/// result: may be used on any thread.
class MessageFolder
{
public:
    /// Whether the fold with that number is open.
    using IsOpen = std::function<bool(qint32 fold)>;

    /// Whatever is added from now on stands so many cells to the right.
    void setIndent(int cells) { m_indent = qint16(cells); }
    qsizetype lineCount() const { return m_doc.m_lines.size(); }
    /// A line of ours.
    void line(const QString &text, MessageDocument::Kind kind, qint32 link = -1, qint32 mark = 0,
              bool current = false);
    /// `document` with a line of Kind::Fold before each of `folds`, whether open or not; at most `most` lines
    /// of it. `source` is what FoldTarget::source says of them. Returns how many lines were left out for
    /// being too many.
    qsizetype document(const MessageDocument &document, const QList<MessageFold> &folds, const IsOpen &isOpen,
                       qint32 source = 0, qsizetype most = std::numeric_limits<qsizetype>::max());
    MessageDocument finish();

private:
    void append(QStringView text, MessageDocument::Line line);

    MessageDocument m_doc;
    qint16 m_indent = 0;
};

/// A line to show instead: "34 quoted lines", "Changes of 3 files: +120 −7".
QString foldText(const MessageDocument &document, const MessageFold &fold, bool open);

} // namespace loredesk::ui
