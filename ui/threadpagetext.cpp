// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ThreadPage that puts the text together, and finds places in it again.
#include "models/base/hostiletext.h"
#include "models/items/threadmodel.h"
#include "ui/messagetext.h"
#include "ui/readabledate.h"
#include "ui/threadpage.h"

#include <QDateTime>
#include <QScopedValueRollback>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;
using items::ThreadModel;

int ThreadPage::rowOfLine(qsizetype line) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), line);
    return m_textFirst + std::max(0, int(after - m_starts.begin()) - 1);
}

ThreadPage::Place ThreadPage::placeOf(qsizetype offset) const
{
    const MessageDocument &document = m_text->document();
    if (document.isEmpty() || m_starts.isEmpty())
        return {};
    const qsizetype line = document.lineAt(offset);
    const int row = rowOfLine(line);
    return {row, line - m_starts[row - m_textFirst], offset - document.lines()[line].start};
}

qsizetype ThreadPage::lineOf(const Place &place) const
{
    if (place.row < m_textFirst || m_starts.isEmpty())
        return 0;
    const auto at = place.row - m_textFirst;
    if (at >= m_starts.size())
        return m_starts.last();
    // What stands there may have become shorter.
    const qsizetype end = at + 1 < m_starts.size() ? m_starts[at + 1] : std::numeric_limits<qsizetype>::max();
    return std::min(m_starts[at] + place.line, end - 1);
}

void ThreadPage::compose()
{
    const MessageDocument &before = m_text->document();
    const Place anchor = placeOf(m_text->anchor());
    const Place caret = placeOf(m_text->caret());
    const qsizetype topLine = m_text->topLine();
    const Place top = m_goal >= 0    ? Place{m_goal, 0, 0}
                      : topLine >= 0 ? placeOf(before.lines()[topLine].start)
                                     : Place();

    MessageFolder folder;
    m_starts.clear();
    m_textFirst = m_first;
    if (m_first > 0)
        folder.line(m_first == 1 ? tr("1 message before") : tr("%Ln messages before", nullptr, m_first),
                    Kind::Remark);
    for (int row = m_first; row < m_end; ++row) {
        m_starts.append(folder.lineCount());
        composeMessage(folder, row);
    }
    folder.setIndent(0);
    if (const int rest = m_model->rowCount() - m_end; rest > 0) {
        folder.line({}, Kind::Gap);
        folder.line(rest == 1 ? tr("1 message more") : tr("%Ln messages more", nullptr, rest), Kind::Remark);
    }
    const auto document = std::make_shared<const MessageDocument>(folder.finish());
    const auto offsetIn = [&](const Place &place) {
        if (document->isEmpty())
            return qsizetype(0);
        const MessageDocument::Line &line =
            document->lines()[std::min(lineOf(place), document->lines().size() - 1)];
        return line.start + std::min<qsizetype>(place.column, line.length);
    };
    {
        const QScopedValueRollback quiet(m_quiet, true);
        m_text->replaceDocument(document, lineOf(top), offsetIn(anchor), offsetIn(caret));
    }
    emit documentChanged();
    m_extending.start();
}

void ThreadPage::composeMessage(MessageFolder &folder, int row)
{
    const QModelIndex index = m_model->index(row, ThreadModel::Author);
    const QString dot = u"  \u00b7  "_s;
    const QDateTime now = QDateTime::currentDateTime();
    const auto dateOf = [&now](const QModelIndex &of) {
        const auto date = of.data(items::DateRole).toLongLong();
        QString text = readableDate(date, now);
        if (!text.isEmpty() && !text.contains(u':'))
            text += QDateTime::fromSecsSinceEpoch(date).toString(u", HH:mm"_s);
        return text;
    };
    const int depth = m_model->depthOf(row);
    folder.setIndent(std::min(depth, DeepestIndent) * MessageText::IndentStep);

    const bool ghost = index.data(items::GhostRole).toBool();
    const QString name = base::shortened(index.data().toString(), 60);
    QStringList facts{name};
    if (!ghost)
        facts << dateOf(index);
    if (index.data(items::SlotRole).isValid()) {
        const int slot = index.data(items::SlotRole).toInt();
        facts << (slot == 0 ? tr("cover letter")
                            : tr("patch %1/%2").arg(slot).arg(index.data(items::TotalRole).toInt()));
    }
    if (index.data(items::BotRole).toBool())
        facts << tr("bot");
    if (index.data(items::NewRole).toBool())
        facts << tr("new");
    if (depth > DeepestIndent)
        facts << tr("%1 answers deep").arg(depth);
    folder.line(facts.join(dot), Kind::ThreadHeading, row, ghost ? 0 : qint32(name.size()),
                row == m_model->currentRow());

    QStringList details;
    const int answers = m_model->answeredBy(row);
    if (answers >= 0) {
        const QModelIndex answered = m_model->index(answers, ThreadModel::Author);
        const bool isThere = !answered.data(items::GhostRole).toBool();
        const QString whom = base::shortened(answered.data().toString(), 60);
        details << (isThere ? tr("answers %1, %2").arg(whom, dateOf(answered)) : tr("answers %1").arg(whom));
    }
    const QString title = m_model->index(row, ThreadModel::Title).data().toString();
    if (ghost)
        details << u'<' +
                       base::visibleLine(QString::fromUtf8(index.data(items::MessageIdRole).toByteArray())) +
                       u'>';
    else if (!title.isEmpty())
        details << title;
    QString detail = details.join(dot);
    const auto plain = qint32(detail.size());
    if (const QStringList trailers = index.data(items::TrailersRole).toStringList(); !trailers.isEmpty())
        detail += (detail.isEmpty() ? QString() : dot) + trailers.join(u", "_s);
    if (!detail.isEmpty())
        folder.line(detail, Kind::ThreadDetail, answers, plain);
    if (ghost)
        return folder.line({}, Kind::Gap);

    const auto body = m_bodies.constFind(row);
    if (body == m_bodies.constEnd()) {
        folder.line(tr("Reading…"), Kind::Remark);
    } else if (!body->document) {
        folder.line(body->trouble, Kind::Remark);
    } else {
        const qsizetype rest = folder.document(
            *body->document, body->folds, [&](qint32 fold) { return isOpen(row, fold); }, row,
            MostLinesOfMessage);
        if (rest > 0)
            folder.line(rest == 1
                            ? tr("1 line more: Enter shows the message by itself")
                            : tr("%Ln lines more: Enter shows the message by itself", nullptr, int(rest)),
                        Kind::Remark);
    }
    folder.line({}, Kind::Gap);
}

} // namespace loredesk::ui
