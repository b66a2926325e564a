// SPDX-License-Identifier: GPL-3.0-or-later
// A message on paper.
#include "messagefixture.h"
#include "ui/messagepages.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QTemporaryDir>

using namespace loredesk;
using namespace loredesk::tests;
using ui::MessageDocument;
using ui::MessagePages;

namespace {

/// Pages of a size of ours, as pictures.
class Paper
{
public:
    explicit Paper(Letter letter)
        : m_message(letter.send())
        , m_pages(*m_message, MessageDocument::ofMessage(*m_message), &m_sheet, QSizeF(m_sheet.size()))
    {
    }

    int count() const { return m_pages.count(); }
    QImage page(int number) const
    {
        QImage image = m_sheet;
        image.fill(Qt::white);
        QPainter painter(&image);
        m_pages.paint(painter, number);
        return image;
    }

private:
    QImage m_sheet{600, 800, QImage::Format_RGB32};
    std::shared_ptr<const patch::ReadMessage> m_message;
    MessagePages m_pages;
};

/// Rows of letters that stand apart, the one at the foot among them.
int rowsOf(const QImage &page)
{
    int rows = 0;
    bool wasInked = false;
    for (int y = 0; y < page.height(); ++y) {
        bool isInked = false;
        for (int x = 0; x < page.width() && !isInked; ++x)
            isInked = qGray(page.pixel(x, y)) < 200;
        rows += isInked && !wasInked;
        wasInked = isInked;
    }
    return rows;
}

int rowsOf(const Paper &paper)
{
    int rows = 0;
    for (int page = 0; page < paper.count(); ++page)
        rows += rowsOf(paper.page(page)) - 1;
    return rows;
}

/// The first and the last line of a page that has the colour; -1, -1: none.
std::pair<int, int> bandOf(const QImage &page, const QColor &color)
{
    std::pair<int, int> band(-1, -1);
    for (int y = 0; y < page.height(); ++y) {
        if (page.pixelColor(page.width() - 2, y) != color)
            continue;
        if (band.first < 0)
            band.first = y;
        band.second = y;
    }
    return band;
}

Letter plain(const QString &text)
{
    return Letter().head(text);
}

int pagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray pdf = file.readAll();
    return int(pdf.count("/Type /Page\n") + pdf.count("/Type /Page "));
}

} // namespace

class MessagePagesTest : public MessageViewTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void noLineIsLostBetweenPages();
    void thePersonsAndEveryKindOfLineAreThere();
    void aLongLineGoesOnInTheNextRow();
    void changedLinesHaveTheirGround();
    void aHunkDoesNotBeginAtTheFootOfAPage();
    void thePaperIsWhiteInADarkWindow();
    void hostileCharactersAreNamed();
    void onlyThePagesAskedForArePrinted();
    void theTabThatIsShownIsPrinted();
    void withoutAMessageThereIsNothingToPrint();
};

void MessagePagesTest::noLineIsLostBetweenPages()
{
    const Paper empty(plain({}));
    QCOMPARE(empty.count(), 1);
    const Paper full(plain(u"x\n"_s.repeated(300)));
    QVERIFY(full.count() > 2);
    QCOMPARE(rowsOf(full), rowsOf(empty) + 300);
}

void MessagePagesTest::thePersonsAndEveryKindOfLineAreThere()
{
    // Letters that have a colour of their own are there as well as those that have none.
    const int plainRows = rowsOf(Paper(plain(u"x\n\nx\n\nx\n"_s)));
    QCOMPARE(rowsOf(Paper(plain(u"x\n\n> x\n\nx\n"_s))), plainRows);
    QCOMPARE(rowsOf(Paper(plain(u"x\n\nx\n\n---\nx\n"_s))), plainRows + 1);
    Letter letter = plain(u"x\n\nx\n\nx\n"_s);
    letter.edit().message.cc = {{u"A"_s, u"a@example.org"_s}};
    QVERIFY(Paper(letter).page(0).copy(0, 0, 600, 120) !=
            Paper(plain(u"x\n\nx\n\nx\n"_s)).page(0).copy(0, 0, 600, 120));
}

void MessagePagesTest::aLongLineGoesOnInTheNextRow()
{
    const int rows = rowsOf(Paper(plain(u"x\n"_s)));
    QCOMPARE(rowsOf(Paper(plain(QString(80, u'x') + u'\n'))), rows);
    QCOMPARE(rowsOf(Paper(plain(QString(230, u'x') + u'\n'))), rows + 2);
    // Also where a page ends in the middle of it.
    const Paper parted(plain(u"x\n"_s.repeated(35) + QString(1500, u'x') + u'\n'));
    QCOMPARE(parted.count(), 2);
    QCOMPARE(rowsOf(parted), rows - 1 + 35 + 19);
}

void MessagePagesTest::changedLinesHaveTheirGround()
{
    const QImage page = Paper(Letter().file(u"lamp.c"_s, {u" a"_s, u"-b"_s, u"+c"_s})).page(0);
    const ui::Theme theme = ui::Theme::of(QPalette(Qt::white));
    const auto removed = bandOf(page, theme.removedGround);
    const auto added = bandOf(page, theme.addedGround);
    QVERIFY(removed.first >= 0);
    QVERIFY(added.first > removed.second);
    QCOMPARE(page.pixelColor(0, added.first), theme.addedMark);
}

void MessagePagesTest::aHunkDoesNotBeginAtTheFootOfAPage()
{
    const QColor ground = ui::Theme::of(QPalette(Qt::white)).hunkGround;
    int found = 0;
    int onSecond = 0;
    for (int lines = 0; lines < 70; ++lines) {
        const Paper paper(plain(u"x\n"_s.repeated(lines)).file(u"lamp.c"_s, {u"+a"_s, u"+b"_s, u"+c"_s}));
        for (int page = 0; page < paper.count(); ++page) {
            const QImage image = paper.page(page);
            const auto [first, last] = bandOf(image, ground);
            if (first < 0)
                continue;
            ++found;
            onSecond += page == 1;
            const int height = last - first + 1;
            const int foot = (image.height() / height - 2) * height;
            QVERIFY2(last + 2 * height <= foot + height, qPrintable(QString::number(lines)));
        }
    }
    QCOMPARE(found, 70);
    QVERIFY(onSecond > 0 && onSecond < 70);
}

void MessagePagesTest::thePaperIsWhiteInADarkWindow()
{
    const QImage light = Paper(lampPatch()).page(0);
    const QPalette before = QApplication::palette();
    QPalette dark(QColor(0x20, 0x20, 0x20));
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    QApplication::setPalette(dark);
    const QImage inDark = Paper(lampPatch()).page(0);
    QApplication::setPalette(before);
    QCOMPARE(inDark, light);
}

void MessagePagesTest::hostileCharactersAreNamed()
{
    // As many letters as their names have.
    Letter hostile = plain(u"a\n"_s);
    hostile.edit().message.subject = u"b\u202ec\nd"_s;
    Letter named = plain(u"a\n"_s);
    named.edit().message.subject = u"b‹U+202E›c d"_s;
    QCOMPARE(Paper(hostile).page(0), Paper(named).page(0));
}

void MessagePagesTest::onlyThePagesAskedForArePrinted()
{
    QTemporaryDir folder;
    const auto message = plain(u"x\n"_s.repeated(1000)).send();
    const MessageDocument document = MessageDocument::ofMessage(*message);
    const auto print = [&](const QString &path, int from, int to) {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setFromTo(from, to);
        ui::printMessage(*message, document, &printer);
    };
    const QString all = folder.filePath(u"all.pdf"_s);
    print(all, 0, 0);
    QVERIFY(pagesOf(all) > 5);
    const QString some = folder.filePath(u"some.pdf"_s);
    print(some, 2, 4);
    QCOMPARE(pagesOf(some), 3);
    const QString beyond = folder.filePath(u"beyond.pdf"_s);
    print(beyond, 2, 4000);
    QCOMPARE(pagesOf(beyond), pagesOf(all) - 1);
}

void MessagePagesTest::theTabThatIsShownIsPrinted()
{
    m_view->setMessage(plain(u"x\n"_s).file(u"lamp.c"_s, QStringList(900, u"+a"_s)).send(), {});
    const auto printed = [this] {
        int pages = 0;
        QMetaObject::invokeMethod(
            this,
            [&pages] {
                auto *preview = qobject_cast<QPrintPreviewDialog *>(QApplication::activeModalWidget());
                if (!preview)
                    return;
                QTemporaryDir folder;
                const QString path = folder.filePath(u"printed.pdf"_s);
                {
                    QPrinter printer;
                    printer.setOutputFormat(QPrinter::PdfFormat);
                    printer.setOutputFileName(path);
                    emit preview->paintRequested(&printer);
                }
                pages = pagesOf(path);
                preview->reject();
            },
            Qt::QueuedConnection);
        m_view->printAction()->trigger();
        return pages;
    };
    QVERIFY(printed() > 5);
    m_view->setCurrentTab(ui::MessageView::Tab::Diff);
    QVERIFY(printed() > 5);
    // A text of many pages with a diff of one.
    m_view->setMessage(plain(u"x\n"_s.repeated(900)).file(u"lamp.c"_s, {u"+a"_s}).send(), {});
    QCOMPARE(printed(), 1);
    m_view->setCurrentTab(ui::MessageView::Tab::Message);
    QVERIFY(printed() > 5);
    m_view->setCurrentTab(ui::MessageView::Tab::Raw);
    QVERIFY(printed() > 5);
}

void MessagePagesTest::withoutAMessageThereIsNothingToPrint()
{
    QVERIFY(!m_view->printAction()->isEnabled());
    m_view->setMessage(lampPatch().send(), {});
    QVERIFY(m_view->printAction()->isEnabled());
    m_view->clear();
    QVERIFY(!m_view->printAction()->isEnabled());
    m_view->print();
}

QTEST_MAIN(MessagePagesTest)
#include "tst_messagepages.moc"
