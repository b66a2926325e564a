// SPDX-License-Identifier: GPL-3.0-or-later
// What every chart does alike: pictures and numbers to keep, colours, and words for assistive tools.
#include "tests/ui/chartdesk.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QXmlStreamReader>
#include <QtSvg/QSvgRenderer>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;

class TestChartView : public QObject, private tests::ChartDesk
{
    Q_OBJECT

private slots:
    void init() { makeCharts(); }
    void cleanup() { removeCharts(); }

    void aModelThatDiesLeavesAnEmptyChart();
    void thePaletteIsFollowed();
    void assistiveToolsReadNamesAndNumbers();
    void assistiveToolsReadActivity();
    void pngHoldsTheWholeChartAtThreeTimesTheSize();
    void svgIsWellFormedScalableAndSaysTheNames();
    void copyPutsPictureAndDrawingOnTheClipboard();
    void savingHandsOverTheWholeFile();
    void savingGoesOnInTheFolderOfTheLastOne();
};

void TestChartView::aModelThatDiesLeavesAnEmptyChart()
{
    m_counts.reset();
    m_days.reset();
    QVERIFY(m_bars->bars().empty());
    QVERIFY(m_activity->bins().empty());
    QTest::keyClick(m_bars.get(), Qt::Key_Down);
    QTest::keyClick(m_activity.get(), Qt::Key_Left);
    QVERIFY(!m_bars->grab().isNull());
}

void TestChartView::thePaletteIsFollowed()
{
    applyAppearance(Appearance::Light);
    QCoreApplication::processEvents();
    const QPoint bar = m_bars->barRect(0).center();
    const QPoint ground(m_bars->viewport()->width() - 2, m_bars->viewport()->height() - 2);
    const QColor lightBar = pixel(*m_bars->viewport(), bar);
    const QColor lightGround = pixel(*m_bars->viewport(), ground);
    applyAppearance(Appearance::Dark);
    QCoreApplication::processEvents();
    const Theme dark = Theme::of(QApplication::palette());
    QVERIFY(dark.dark);
    QCOMPARE(pixel(*m_bars->viewport(), m_bars->barRect(0).center()), dark.chart[0]);
    QVERIFY(lightBar != dark.chart[0]);
    QCOMPARE(pixel(*m_bars->viewport(), ground), QApplication::palette().color(QPalette::Base));
    QVERIFY(lightGround != QApplication::palette().color(QPalette::Base));
}

void TestChartView::assistiveToolsReadNamesAndNumbers()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_bars.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Contributors"_s);
    QCOMPARE(list->childCount(), 4);
    QAccessibleInterface *bar = list->child(0);
    QCOMPARE(bar->role(), QAccessible::ListItem);
    QCOMPARE(bar->parent(), list);
    QCOMPARE(list->indexOfChild(bar), 0);
    QCOMPARE(bar->text(QAccessible::Name), u"Bob Example <bob@example.org>"_s);
    QCOMPARE(bar->text(QAccessible::Value), u"40"_s);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"Robot Example <robot@example.org> (bot)"_s);
    QVERIFY(!list->child(4));
    const QRect rect = bar->rect();
    QCOMPARE(list->childAt(rect.center().x(), rect.center().y()), bar);
    // A press filters, as a click does.
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    QVERIFY(!bar->state().selected);
    bar->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(activated.size(), 1);
    QVERIFY(bar->state().selected);
    // The current bar is the one that the keys have.
    m_bars->activateWindow();
    m_bars->setFocus();
    QTest::keyClick(m_bars.get(), Qt::Key_End);
    QVERIFY(QTest::qWaitForWindowActive(m_bars.get()));
    QCOMPARE(list->focusChild(), list->child(3));
    QCOMPARE(list->focusChild()->text(QAccessible::Value), u"7"_s);
    // Bars that are gone say nothing any more.
    m_counts->removeRows(1, 3);
    QCOMPARE(list->childCount(), 1);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"Ada Example <ada@example.org>"_s);
}

void TestChartView::assistiveToolsReadActivity()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_activity.get());
    QCOMPARE(list->childCount(), 10);
    QCOMPARE(list->child(4)->text(QAccessible::Name), u"Mon 5 May 2025"_s);
    QCOMPARE(list->child(4)->text(QAccessible::Value), u"4 patches, 8 replies, 1 from bots"_s);
    QSignalSpy picked(m_activity.get(), &ActivityChartView::rangePicked);
    list->child(4)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(days(picked[0][0].value<catalog::DateSpan>()), u"05-05 00:00:00 .. 05-05 23:59:59"_s);
    QVERIFY(list->child(4)->state().selected);
    QVERIFY(!list->child(5)->state().selected);
}

void TestChartView::pngHoldsTheWholeChartAtThreeTimesTheSize()
{
    const QImage image = m_bars->picture();
    QVERIFY(image.width() >= 3 * m_bars->viewport()->width());
    QVERIFY(image.height() >= 3 * m_bars->viewport()->height());
    // The bars are in it.
    const QColor color = Theme::of(m_bars->palette()).chart[0];
    bool found = false;
    for (int x = 0; x < image.width() && !found; x += 7) {
        for (int y = 0; y < image.height() && !found; y += 7)
            found = image.pixelColor(x, y) == color;
    }
    QVERIFY(found);
    // Title and range make it taller: they stand above.
    m_bars->setRangeText(u"5 messages, May 2025"_s);
    QVERIFY(m_bars->picture().height() > image.height());
    // Focus and hover are the screen's business.
    const QImage before = m_bars->picture();
    m_bars->setFocus();
    moveMouse(m_bars->viewport(), m_bars->lineRect(1).center());
    QCOMPARE(m_bars->picture(), before);
}

void TestChartView::svgIsWellFormedScalableAndSaysTheNames()
{
    m_bars->setRangeText(u"5 messages & more"_s);
    const QByteArray svg = m_bars->svg();
    QXmlStreamReader xml(svg);
    QString text;
    QString family;
    bool viewBox = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "svg"_L1)
            viewBox = xml.attributes().hasAttribute("viewBox"_L1);
        if (xml.isStartElement() && xml.name() == "text"_L1)
            family = xml.attributes().value("font-family"_L1).toString();
        if (xml.isCharacters())
            text += xml.text();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(viewBox);
    QVERIFY(!family.isEmpty());
    for (const QString &part :
         {u"Bob Example"_s, u"Robot Example"_s, u"40"_s, u"bot"_s, u"5 messages & more"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox().size() * 3, m_bars->picture().size());
}

void TestChartView::copyPutsPictureAndDrawingOnTheClipboard()
{
    m_bars->copyPicture();
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QVERIFY(data->hasImage());
    QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), m_bars->picture().size());
    QVERIFY(data->data(u"image/svg+xml"_s).contains("Bob Example"));
}

void TestChartView::savingHandsOverTheWholeFile()
{
    QSignalSpy saved(m_activity.get(), &ChartView::saveRequested);
    m_activity->saveTo(u"/nowhere/activity.svg"_s);
    m_activity->saveTo(u"/nowhere/activity.PNG"_s);
    m_bars->setTop(1);
    m_bars->saveTo(u"/nowhere/activity.csv"_s);
    m_activity->saveTo(u"/nowhere/activity.csv"_s);
    QCOMPARE(saved.size(), 3);
    const auto content = [&saved](int i) { return saved[i][1].value<FileContent>()(); };
    QVERIFY(content(2).contains("2025-05-05,4,8,1,13\r\n"));
    // The chart shows a few, the table has all.
    QVERIFY(m_bars->csv().contains("Ada Example"));
    QCOMPARE(saved[0][0].toString(), u"/nowhere/activity.svg"_s);
    QVERIFY(content(0).trimmed().endsWith("</svg>"));
    QVERIFY(content(1).startsWith("\x89PNG\r\n"));
    QCOMPARE(QImage::fromData(content(1), "PNG").size(), m_activity->picture().size());
}

void TestChartView::savingGoesOnInTheFolderOfTheLastOne()
{
    const QTemporaryDir directory;
    QString folder;
    // The path that is typed; empty: the dialog is cancelled.
    const auto save = [&](const QString &path) {
        QTimer::singleShot(0, this, [&folder, path] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            folder = dialog->directory().path();
            dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
            QMetaObject::invokeMethod(dialog, path.isEmpty() ? "reject" : "accept");
        });
        m_bars->save();
    };
    save(directory.filePath(u"bars.png"_s));
    QVERIFY(folder != directory.path());
    save({});
    QCOMPARE(folder, directory.path());
}

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"
