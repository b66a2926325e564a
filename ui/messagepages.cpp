// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagepages.h"

#include "models/base/hostiletext.h"
#include "ui/messagecolors.h"
#include "ui/readabledate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPrinter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

constexpr int Columns = 80;
constexpr qreal LargestLetters = 9; // points; smaller where 80 columns need it
constexpr int FootRows = 2;
constexpr int RowsWithHeading = 3; // a heading is at least so many rows away from the foot

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::ui::MessagePages)
};

QPalette paper()
{
    QPalette palette(Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    return palette;
}

QString namesOf(const QList<mail::Mailbox> &people)
{
    QStringList names;
    for (const mail::Mailbox &one : people)
        names += base::visibleLine(one.toString());
    return names.join(", "_L1);
}

/// Known to be one row, without being laid out: letters of one cell each, and few enough.
bool isShort(QStringView text)
{
    return text.size() <= Columns &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

} // namespace

MessagePages::MessagePages(const patch::ReadMessage &message, MessageDocument document, QPaintDevice *device,
                           const QSizeF &page)
    : m_document(std::move(document))
    , m_device(device)
    , m_page(page)
    , m_theme(Theme::of(paper()))
    , m_font(mailFont())
    , m_title(base::visibleLine(message.message.subject))
{
    m_font.setPointSizeF(LargestLetters);
    const QString widest(Columns + 2, u'M'); // and room for the stripe
    const qreal width = QFontMetricsF(m_font, device).horizontalAdvance(widest);
    m_font.setPointSizeF(std::max(1.0, LargestLetters * std::min(1.0, page.width() / width)));
    const QFontMetricsF metrics(m_font, device);
    m_cell = metrics.horizontalAdvance(u'M');
    m_rowHeight = std::max(1.0, metrics.lineSpacing());
    m_rowsOfPage = std::max(1, int(page.height() / m_rowHeight) - FootRows);
    makeHead(message);
    breakIntoPages();
}

void MessagePages::addToHead(const QString &text, const QFont &font, qsizetype captionLength)
{
    QTextCharFormat caption;
    caption.setForeground(m_theme.muted);
    m_head.push_back({layout(text, font, {{0, int(captionLength), caption}}), {}, {}});
}

void MessagePages::makeHead(const patch::ReadMessage &message)
{
    const mail::Message &mail = message.message;
    QFont bold = m_font;
    bold.setBold(true);
    addToHead(m_title, bold, 0);
    const auto field = [this](const QString &name, const QString &value) {
        const QString caption = name + u": "_s;
        if (!value.isEmpty())
            addToHead(caption + value, m_font, caption.size());
    };
    field(Words::tr("From"), base::visibleLine(mail.from.toString()));
    if (mail.date)
        field(Words::tr("Date"),
              fullDate(*mail.date,
                       QDateTime::fromSecsSinceEpoch(*mail.date, Qt::OffsetFromUTC, mail.dateOffset * 60)));
    field(Words::tr("To"), namesOf(mail.to));
    field(Words::tr("Cc"), namesOf(mail.cc));
    field(Words::tr("ID"), base::visibleLine(QString::fromUtf8(mail.messageId)));
    addToHead({}, m_font, 0);
}

std::shared_ptr<QTextLayout> MessagePages::layout(const QString &text, const QFont &font,
                                                  const QList<QTextLayout::FormatRange> &formats) const
{
    auto layout = std::make_shared<QTextLayout>(text, font, m_device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(8 * m_cell);
    layout->setTextOption(option);
    layout->setFormats(formats); // a layout that is made by then would be thrown away
    layout->beginLayout();
    for (QTextLine row = layout->createLine(); row.isValid(); row = layout->createLine())
        row.setLineWidth(m_page.width() - 2 * m_cell);
    layout->endLayout();
    return layout;
}

MessagePages::Strip MessagePages::strip(qsizetype index) const
{
    if (index < qsizetype(m_head.size()))
        return m_head[size_t(index)];
    const qsizetype number = index - qsizetype(m_head.size());
    const MessageDocument::Line &line = m_document.lines()[number];
    const QString text = m_document.lineText(number).toString();
    Strip strip;
    QFont font = m_font;
    if (MessageDocument::elides(line.kind))
        font.setBold(true);
    const LineGround ground = lineGround(line.kind, m_theme);
    strip.ground = ground.ground;
    strip.stripe = ground.stripe;
    QList<QTextLayout::FormatRange> formats;
    if (const QColor color = lineColor(line.kind, m_theme); color.isValid()) {
        QTextCharFormat whole;
        whole.setForeground(color);
        formats.append({0, int(text.size()), whole});
    }
    if (line.kind == Kind::Added || line.kind == Kind::Removed) {
        QTextCharFormat changed;
        changed.setBackground(changedWordsGround(line.kind, m_theme));
        for (const patch::LineSpan &span : m_document.changedWords(number))
            formats.append({int(span.offset), int(span.length), changed});
    }
    strip.layout = layout(text, font, formats);
    return strip;
}

int MessagePages::rowsOf(qsizetype index) const
{
    const qsizetype number = index - qsizetype(m_head.size());
    if (number >= 0 && isShort(m_document.lineText(number)))
        return 1;
    return std::max(1, strip(index).layout->lineCount());
}

void MessagePages::breakIntoPages()
{
    m_pages.push_back({});
    int left = m_rowsOfPage;
    for (qsizetype i = 0; i < stripCount(); ++i) {
        const qsizetype number = i - qsizetype(m_head.size());
        const Kind kind = number >= 0 ? m_document.lines()[number].kind : Kind::Text;
        const bool isHeading = MessageDocument::elides(kind) || kind == Kind::HunkHeader;
        if (isHeading && left < RowsWithHeading && m_rowsOfPage > RowsWithHeading) {
            m_pages.push_back({i, 0});
            left = m_rowsOfPage;
        }
        for (int row = 0, rows = rowsOf(i); row < rows; ++row, --left) {
            if (left > 0)
                continue;
            m_pages.push_back({i, row});
            left = m_rowsOfPage;
        }
    }
}

void MessagePages::paint(QPainter &painter, int page) const
{
    const auto [first, firstRow] = m_pages[size_t(page)];
    const Start end = page + 1 < count() ? m_pages[size_t(page) + 1] : Start{stripCount(), 0};
    qreal y = 0;
    for (qsizetype i = first; i < stripCount() && (i < end.strip || (i == end.strip && end.row > 0)); ++i) {
        const Strip one = strip(i);
        const int from = i == first ? firstRow : 0;
        const int to = i == end.strip ? end.row : std::max(1, one.layout->lineCount());
        const QRectF room(0, y, m_page.width(), (to - from) * m_rowHeight);
        if (one.ground.isValid())
            painter.fillRect(room, one.ground);
        if (one.stripe.isValid())
            painter.fillRect(QRectF(room.topLeft(), QSizeF(m_cell / 2, room.height())), one.stripe);
        painter.setPen(Qt::black);
        for (int row = from; row < to && row < one.layout->lineCount(); ++row) {
            const QTextLine line = one.layout->lineAt(row);
            line.draw(&painter, {m_cell, y + (row - from) * m_rowHeight});
        }
        y += room.height();
    }
    painter.setFont(m_font);
    painter.setPen(m_theme.muted);
    const QRectF foot(m_cell, m_page.height() - m_rowHeight, m_page.width() - 2 * m_cell, m_rowHeight);
    const QString number = Words::tr("Page %1 of %2").arg(page + 1).arg(count());
    const QFontMetricsF metrics(m_font, m_device);
    const qreal room = foot.width() - metrics.horizontalAdvance(number) - 2 * m_cell;
    painter.drawText(foot, Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(m_title, Qt::ElideRight, room));
    painter.drawText(foot, Qt::AlignRight | Qt::TextSingleLine, number);
}

void printMessage(const patch::ReadMessage &message, const MessageDocument &document, QPrinter *printer)
{
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const MessagePages pages(message, document, printer, printer->pageRect(QPrinter::DevicePixel).size());
    const int first = std::max(1, printer->fromPage());
    const int last = printer->toPage() > 0 ? std::min(printer->toPage(), pages.count()) : pages.count();
    QPainter painter(printer);
    for (int page = first; page <= last; ++page) {
        if (page > first && !printer->newPage())
            break;
        const bool fromTheEnd = printer->pageOrder() == QPrinter::LastPageFirst;
        pages.paint(painter, (fromTheEnd ? first + last - page : page) - 1);
    }
    painter.end();
    QGuiApplication::restoreOverrideCursor();
}

} // namespace loredesk::ui
