// SPDX-License-Identifier: GPL-3.0-or-later
// People set their face small or large, and languages are of different lengths: nothing may be cut by that.
#include "app/translation.h"
#include "models/mail/message.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/chartspanel.h"
#include "ui/seriesview.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::frobList;
using tests::Program;

namespace {

QString nameOf(const QWidget &widget)
{
    QString name = QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
    for (const QWidget *up = widget.parentWidget(); up && widget.objectName().isEmpty();
         up = up->parentWidget()) {
        if (!up->objectName().isEmpty()) {
            name += u"in "_s + up->objectName();
            break;
        }
    }
    return name;
}

QString cutLabel(const QLabel &label)
{
    if (label.text().isEmpty() || label.pixmap().isNull() == false)
        return {};
    if (label.wordWrap()) {
        const int wanted = label.heightForWidth(label.width());
        return wanted <= label.height() + 1 ? QString()
                                            : u"%1 of %2 px of height"_s.arg(label.height()).arg(wanted);
    }
    const QSize wanted = label.minimumSizeHint();
    const QRect room = label.contentsRect();
    // Some give way, and have all of their text on hover.
    if (!label.toolTip().isEmpty() && wanted.width() < 60 && label.width() >= wanted.width())
        return {};
    const QSize text =
        label.fontMetrics().size(label.textFormat() == Qt::RichText ? 0 : Qt::TextShowMnemonic, label.text());
    if (label.textFormat() == Qt::PlainText || !Qt::mightBeRichText(label.text()))
        return text.width() <= room.width() + 1 && text.height() <= room.height() + 1
                   ? QString()
                   : u"%1x%2 of %3x%4"_s.arg(room.width())
                         .arg(room.height())
                         .arg(text.width())
                         .arg(text.height());
    return wanted.width() <= label.width() + 1 && wanted.height() <= label.height() + 1 ? QString()
                                                                                        : u"rich"_s;
}

QString cutButton(const QAbstractButton &button)
{
    if (button.text().isEmpty())
        return {};
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
        return {};
    const int wanted = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width();
    const int height = button.fontMetrics().height();
    return wanted <= button.width() && height <= button.height()
               ? QString()
               : u"%1x%2 of %3x%4"_s.arg(button.width()).arg(button.height()).arg(wanted).arg(height);
}

QString cutTabs(const QTabBar &bar)
{
    QStringList wrong;
    for (int i = 0; i < bar.count(); ++i) {
        if (!bar.isTabVisible(i))
            continue;
        const int wanted = bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(i)).width();
        if (bar.tabRect(i).width() < wanted)
            wrong << u"%1 %2 of %3"_s.arg(bar.tabText(i)).arg(bar.tabRect(i).width()).arg(wanted);
    }
    return wrong.join(u", "_s);
}

QString cutHeader(const QHeaderView &header)
{
    QStringList wrong;
    for (int i = 0; header.orientation() == Qt::Horizontal && header.model() && i < header.count(); ++i) {
        if (header.isSectionHidden(i))
            continue;
        const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
        const int wanted = header.fontMetrics().horizontalAdvance(text);
        if (header.sectionSize(i) < wanted)
            wrong << u"%1 %2 of %3"_s.arg(text).arg(header.sectionSize(i)).arg(wanted);
    }
    return wrong.join(u", "_s);
}

/// Fields, too, are as high as their letters.
QString cutField(const QWidget &field)
{
    return field.height() >= field.fontMetrics().height() + 2
               ? QString()
               : u"%1 px for letters of %2"_s.arg(field.height()).arg(field.fontMetrics().height());
}

QString cutCombo(const QComboBox &box)
{
    const int wanted = box.fontMetrics().horizontalAdvance(box.currentText());
    return wanted < box.width() ? cutField(box) : u"%1 of %2"_s.arg(box.width()).arg(wanted);
}

QString cutRows(const QTreeView &view)
{
    if (!view.model() || view.model()->rowCount() == 0)
        return {};
    const int height = view.visualRect(view.model()->index(0, 0)).height();
    return height >= view.fontMetrics().height()
               ? QString()
               : u"rows of %1 px for letters of %2"_s.arg(height).arg(view.fontMetrics().height());
}

QStringList whatIsCut(const QWidget &top)
{
    QStringList wrong;
    for (const QWidget *widget : top.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty() ||
            widget->objectName().startsWith("qt_"_L1))
            continue;
        QString cut;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            cut = cutLabel(*label);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            cut = cutButton(*button);
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            cut = cutTabs(*tabs);
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            cut = cutHeader(*header);
        else if (const auto *box = qobject_cast<const QComboBox *>(widget))
            cut = cutCombo(*box);
        else if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget))
            cut = cutField(*widget);
        else if (const auto *tree = qobject_cast<const QTreeView *>(widget))
            cut = cutRows(*tree);
        if (!cut.isEmpty())
            wrong << nameOf(*widget) + u": "_s + cut;
        // What reaches beyond the widget around it is cut there, but for what scrolls.
        const QWidget *around = widget->parentWidget();
        const bool scrolls = around->objectName() == "qt_scrollarea_viewport"_L1 ||
                             qobject_cast<const QTabBar *>(around) ||
                             qobject_cast<const QHeaderView *>(around);
        if (!scrolls && !widget->isWindow() && !around->rect().contains(widget->geometry()))
            wrong << u"%1 at %2,%3 %4x%5 in %6 of %7x%8"_s.arg(nameOf(*widget))
                         .arg(widget->x())
                         .arg(widget->y())
                         .arg(widget->width())
                         .arg(widget->height())
                         .arg(nameOf(*around))
                         .arg(around->width())
                         .arg(around->height());
    }
    return wrong;
}

} // namespace

class TextSizeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_german);
        QApplication::setFont(m_font);
    }
    void nothingIsCut_data();
    void nothingIsCut();

private:
    QTranslator m_german;
    QFont m_font;
    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_files = 0;
};

void TextSizeTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    Q_INIT_RESOURCE(translations);
    mail::initialise();
    m_builder = std::make_unique<ArchiveBuilder>();
    m_font = QApplication::font();
}

void TextSizeTest::nothingIsCut_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<bool>("isGerman");
    QTest::addColumn<QString>("state");
    for (const int points : {8, 12, 16, 24}) {
        for (const bool isGerman : {false, true}) {
            for (const char *state :
                 {"empty", "loaded", "error", "diff", "thread", "help", "shortcuts", "dates"})
                QTest::addRow("%s, %d pt, %s", state, points, isGerman ? "German" : "English")
                    << points << isGerman << QString::fromLatin1(state);
        }
    }
}

void TextSizeTest::nothingIsCut()
{
    QFETCH(int, points);
    QFETCH(bool, isGerman);
    QFETCH(QString, state);
    QFont font = m_font;
    font.setPointSize(points);
    QApplication::setFont(font);
    if (isGerman) {
        QVERIFY(m_german.load(u":/i18n/loredesk_de"_s));
        QCoreApplication::installTranslator(&m_german);
    }
    ++m_files;
    Program program(m_builder->path(u"settings-%1.ini"_s.arg(m_files)));
    ui::MainWindow &window = program.window;
    const QSize screen = points < 24 ? QSize(1366, 768) : QSize(1920, 1080);
    window.resize(screen);
    program.showSidePane();
    if (state != "empty"_L1) {
        QVERIFY(program.open({m_builder->mbox(u"list-%1.mbox"_s.arg(m_files), frobList())}));
        window.seriesView()->selectFirst();
        QVERIFY(!program.shownMessage().isEmpty() || program.waitForMessage());
        window.seriesView()->expandAll();
    }
    if (state == "error"_L1) {
        QSignalSpy failed(program.controller.get(), &app::Controller::openFailed);
        program.controller->open({m_builder->path(u"no such archive"_s)});
        QVERIFY(failed.wait(20000));
    } else if (state == "diff"_L1) {
        window.messageView()->setCurrentTab(ui::MessageView::Tab::Diff);
    } else if (state == "thread"_L1) {
        window.messageView()->setCurrentTab(ui::MessageView::Tab::Thread);
    } else if (state == "help"_L1) {
        window.showHelp();
    } else if (state == "shortcuts"_L1) {
        window.showShortcuts();
    } else if (state == "dates"_L1) {
        window.findChild<QAction *>(u"customRangeAction"_s)->trigger();
    }
    QVERIFY2(window.width() <= screen.width() && window.height() <= screen.height(),
             "the window does not fit on the screen");
    QStringList wrong;
    const auto look = [&wrong] {
        wrong.clear();
        for (const QWidget *top : QApplication::topLevelWidgets()) {
            if (top->isVisible() && !top->inherits("QMenu"))
                wrong << whatIsCut(*top);
        }
        wrong.removeDuplicates();
        return wrong.isEmpty();
    };
    QVERIFY2(QTest::qWaitFor(look, 1000), qPrintable(wrong.join(u'\n')));
}

QTEST_MAIN(TextSizeTest)
#include "tst_textsize.moc"
