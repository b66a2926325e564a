// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/patch.h"
#include "ui/messagedocument.h"
#include "ui/theme.h"

#include <QFont>
#include <QSizeF>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPaintDevice;
class QPainter;
class QPrinter;

namespace loredesk::ui {

/// A message on paper: who wrote what to whom, then the lines of a document of it, dark on white whatever the
/// window looks like. The letters are of a size that 80 columns have room; longer lines go on in the next
/// row. Nothing is left out but what the document itself cuts.
class MessagePages
{
public:
    /// `device`: what it is painted on, which fonts are measured for; must outlive this. `page`: its room, in
    /// the device's units. Takes as long as the document is long.
    MessagePages(const patch::ReadMessage &message, MessageDocument document, QPaintDevice *device,
                 const QSizeF &page);

    /// 1 or more.
    int count() const { return int(m_pages.size()); }
    /// With its number at the foot. `page`: 0..count() - 1.
    void paint(QPainter &painter, int page) const;

private:
    /// A line of the heading or of the document: rows of letters on one ground.
    struct Strip
    {
        std::shared_ptr<QTextLayout> layout;
        QColor ground;
        QColor stripe;
    };
    /// Where a page begins.
    struct Start
    {
        qsizetype strip = 0;
        int row = 0;
    };

    void addToHead(const QString &text, const QFont &font, qsizetype captionLength);
    void makeHead(const patch::ReadMessage &message);
    qsizetype stripCount() const { return qsizetype(m_head.size()) + m_document.lines().size(); }
    Strip strip(qsizetype index) const;
    std::shared_ptr<QTextLayout> layout(const QString &text, const QFont &font,
                                        const QList<QTextLayout::FormatRange> &formats) const;
    int rowsOf(qsizetype index) const;
    void breakIntoPages();

    MessageDocument m_document;
    QPaintDevice *m_device;
    QSizeF m_page;
    Theme m_theme;
    QFont m_font;
    qreal m_cell = 1;
    qreal m_rowHeight = 1;
    int m_rowsOfPage = 1;
    QString m_title;
    std::vector<Strip> m_head;
    std::vector<Start> m_pages;
};

/// Prints the pages that the printer is set to. Main thread.
void printMessage(const patch::ReadMessage &message, const MessageDocument &document, QPrinter *printer);

} // namespace loredesk::ui
