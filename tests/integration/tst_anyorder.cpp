// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done in whatever order: the window goes on. Actions, keys, clicks and drags by chance, which
// begins at one number. For longer, at another, on another archive:
//     LOREDESK_STEPS=20000 LOREDESK_SEED=7 LOREDESK_ARCHIVE=… build/asan/tests/integration_tst_anyorder
// LOREDESK_LOUD=1 names every step, LOREDESK_SLOW=40 those that kept the window for so many milliseconds.
#include "models/mail/message.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/filterbar.h"
#include "ui/searchfield.h"
#include "ui/timebrush.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QMenu>
#include <QRandomGenerator>
#include <QTimer>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::Program;

namespace {

/// What is typed into the search field: words, terms, halves and mistakes.
const QStringList Searches{u"frob"_s,         u"s:frob is:unanswered"_s,
                           u"f:ada"_s,        u"d:2025-03-01.."_s,
                           u"is:"_s,          u"\"not closed"_s,
                           u"nosuchterm:x"_s, u"dfn:frob"_s,
                           u"((("_s,          u"v:2"_s,
                           u"OR"_s,           u"-s:widget"_s,
                           u"b:sort*"_s,      u"m:frob-1@example.org"_s};

const QStringList Schemes{u"http"_s, u"https"_s, u"mailto"_s, u"file"_s};

/// A series in three versions with reviews, among others.
QByteArrayList longList()
{
    using tests::letter;
    using tests::patchBody;
    QByteArrayList mails = tests::frobList();
    const QByteArray ada = "Ada <ada@example.org>";
    int minute = 5;
    for (const QByteArray version : {"", " v2", " v3"}) {
        const QByteArray id = "mend" + version.trimmed();
        mails << letter(id + "-0@example.org", "[RFC PATCH" + version + " 0/3] mend the mill", ada, minute++,
                        {}, "Three steps.\n\nLink: https://example.org/1\n");
        for (const QByteArray step : {"1", "2", "3"}) {
            if (version == " v2" && step == "3")
                continue; // one is missing
            mails << letter(id + '-' + step + "@example.org",
                            "[RFC PATCH" + version + ' ' + step + "/3] mill: step " + step, ada, minute++,
                            id + "-0@example.org", patchBody("step" + step + version));
            mails << letter(id + '-' + step + "r@example.org",
                            "Re: [RFC PATCH" + version + ' ' + step + "/3] mill", "Bob <bob@example.com>",
                            minute++, id + '-' + step + "@example.org",
                            QByteArray("> quoted\n").repeated(30) + "\nAcked-by: Bob <bob@example.com>\n");
        }
    }
    return mails;
}

} // namespace

class AnyOrderTest : public QObject
{
    Q_OBJECT

public slots:
    void ignoreUrl(const QUrl &) {}

private slots:
    void initTestCase();
    void cleanupTestCase();
    void theWindowGoesOn();

private:
    int below(int bound) { return int(m_chance.bounded(bound)); }
    template <class T>
    T oneOf(const QList<T> &list)
    {
        return list[below(int(list.size()))];
    }
    QPoint placeIn(const QWidget &widget)
    {
        return {below(std::max(1, widget.width())), below(std::max(1, widget.height()))};
    }
    QString step(Program &program);
    void trigger(QString &what, const ui::MainWindow &window);
    void key(QString &what, QWidget &focus);
    void click(QString &what, ui::MainWindow &window);
    void brush(ui::TimeBrush &brush);
    void grow(QString &what);
    static void closeWhatWaits();

    ArchiveBuilder m_builder;
    QString m_growing; ///< a list that mail comes to
    int m_mails = 0;
    QRandomGenerator m_chance;
};

void AnyOrderTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
    // What is saved by chance is saved here, and nothing is opened.
    QVERIFY(QDir::setCurrent(m_builder.directory()));
    for (const QString &scheme : Schemes)
        QDesktopServices::setUrlHandler(scheme, this, "ignoreUrl");
}

void AnyOrderTest::cleanupTestCase()
{
    for (const QString &scheme : Schemes)
        QDesktopServices::unsetUrlHandler(scheme);
}

void AnyOrderTest::closeWhatWaits()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    else if (QWidget *dialog = QApplication::activeModalWidget())
        dialog->close();
}

void AnyOrderTest::trigger(QString &what, const ui::MainWindow &window)
{
    QList<QAction *> actions;
    for (QAction *action : window.findChildren<QAction *>()) {
        // Not what ends the test, or asks for a program of its own.
        if (action->isEnabled() && !action->isSeparator() && !action->menu() &&
            !action->objectName().contains("quit"_L1, Qt::CaseInsensitive) &&
            !action->objectName().contains("newWindow"_L1, Qt::CaseInsensitive))
            actions << action;
    }
    QAction *action = oneOf(actions);
    what = u"action "_s + action->objectName() + u' ' + action->text();
    action->trigger();
}

void AnyOrderTest::key(QString &what, QWidget &focus)
{
    static const QList<int> keys{
        Qt::Key_J,        Qt::Key_K,      Qt::Key_N,       Qt::Key_P,      Qt::Key_O,      Qt::Key_Q,
        Qt::Key_S,        Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Space,
        Qt::Key_Up,       Qt::Key_Down,   Qt::Key_Left,    Qt::Key_Right,  Qt::Key_Home,   Qt::Key_End,
        Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_F6,      Qt::Key_Slash,  Qt::Key_Plus,   Qt::Key_Minus,
        Qt::Key_Delete,   Qt::Key_A};
    static const QList<Qt::KeyboardModifier> modifiers{Qt::NoModifier, Qt::NoModifier, Qt::NoModifier,
                                                       Qt::ShiftModifier, Qt::ControlModifier};
    const auto pressed = Qt::Key(oneOf(keys));
    const Qt::KeyboardModifier with = oneOf(modifiers);
    what = u"key "_s + QKeySequence(with | pressed).toString() + u" in "_s +
           QLatin1StringView(focus.metaObject()->className());
    if (with == Qt::ControlModifier && pressed == Qt::Key_Q)
        return; // quits
    QTest::keyClick(&focus, pressed, with);
}

void AnyOrderTest::click(QString &what, ui::MainWindow &window)
{
    QList<QWidget *> widgets;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled())
            widgets << widget;
    }
    QWidget *widget = oneOf(widgets);
    const QPoint at = placeIn(*widget);
    what = u"click %1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName());
    switch (below(4)) {
    case 0: {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
        QCoreApplication::sendEvent(widget, &event);
        break;
    }
    case 1:
        QTest::mouseDClick(widget, Qt::LeftButton, {}, at);
        break;
    default:
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
    }
}

void AnyOrderTest::brush(ui::TimeBrush &brush)
{
    QTest::mousePress(&brush, Qt::LeftButton, {}, placeIn(brush));
    for (int i = 0; i < 3; ++i)
        QTest::mouseMove(&brush, placeIn(brush));
    QTest::mouseRelease(&brush, Qt::LeftButton, {}, placeIn(brush));
}

void AnyOrderTest::grow(QString &what)
{
    // Patches, versions and answers to what is there, to what came late, and to what never came.
    const QByteArray number = QByteArray::number(++m_mails);
    const QByteArray version = " v" + QByteArray::number(2 + below(4));
    const QByteArray step = QByteArray::number(1 + below(4));
    const QByteArray before = "late-" + QByteArray::number(1 + below(m_mails + 1)) + "@example.org";
    const QByteArray patch = "[PATCH" + version + ' ' + step + "/3] mill: step " + step;
    const QByteArray mail = tests::letter(
        "late-" + number + "@example.org", below(2) == 0 ? patch : "Re: " + patch, "Ada <ada@example.org>",
        below(60), oneOf(QByteArrayList{{}, before, "frob-1@example.org", "never-came@example.org"}),
        tests::patchBody(number));
    QFile file(m_growing);
    if (!file.open(QIODevice::Append) || file.write("From x Sun Mar  2 12:00:00 2025\n" + mail + '\n') < 0)
        qFatal("the list does not grow");
    what = u"grow"_s;
}

QString AnyOrderTest::step(Program &program)
{
    QString what;
    ui::MainWindow &window = program.window;
    QWidget *focus = QApplication::focusWidget();
    switch (below(11)) {
    case 0:
    case 1:
    case 2:
        trigger(what, window);
        break;
    case 3:
    case 4:
        key(what, focus ? *focus : window);
        break;
    case 5:
    case 6:
        click(what, window);
        break;
    case 7:
        what = u"brush"_s;
        if (window.timeBrush()->isVisible() && window.timeBrush()->isEnabled())
            brush(*window.timeBrush());
        break;
    case 8: {
        what = u"search "_s + Searches[below(int(Searches.size()))];
        window.filterBar()->field()->setText(what.sliced(7));
        break;
    }
    case 9:
        grow(what);
        break;
    default:
        what = u"resize"_s;
        window.resize(600 + below(1400), 400 + below(700));
    }
    return what;
}

void AnyOrderTest::theWindowGoesOn()
{
    const int steps = std::max(1, qEnvironmentVariableIntValue("LOREDESK_STEPS") > 0
                                      ? qEnvironmentVariableIntValue("LOREDESK_STEPS")
                                      : 1500);
    m_chance.seed(quint32(std::max(1, qEnvironmentVariableIntValue("LOREDESK_SEED"))));
    m_growing = m_builder.mbox(u"list.mbox"_s, longList());
    const QString archive = qEnvironmentVariable("LOREDESK_ARCHIVE", m_growing);
    const bool loud = qEnvironmentVariableIsSet("LOREDESK_LOUD");
    const auto made = [this] {
        return std::make_unique<Program>(m_builder.path(u"settings.ini"_s),
                                         app::Places{m_builder.path(u"stores"_s),
                                                     m_builder.path(u"user.sqlite"_s),
                                                     m_builder.path(u"trays"_s)});
    };
    std::unique_ptr<Program> program = made();
    QVERIFY(program->open({archive}));
    program->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&program->window));
    // Dialogs and menus wait for an answer in loops of their own: this closes them.
    QTimer closer;
    closer.setInterval(20);
    connect(&closer, &QTimer::timeout, this, &AnyOrderTest::closeWhatWaits);
    closer.start();
    const int slow = qEnvironmentVariableIntValue("LOREDESK_SLOW");
    const auto timed = [slow](const char *where, const QString &what, auto &&act) {
        QElapsedTimer clock;
        clock.start();
        act();
        if (slow > 0 && clock.elapsed() >= slow)
            qInfo("%s %s: %lld ms", where, qPrintable(what), clock.elapsed());
    };
    for (int i = 0; i < steps; ++i) {
        QString what;
        timed("in", what, [&] { what = step(*program); });
        if (loud)
            qInfo("%d: %s", i, qPrintable(what));
        // What belongs to the step and what goes on behind it meet in every order.
        for (int turns = below(4); turns > 0; --turns)
            timed("after", what, [] { QCoreApplication::processEvents(); });
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top != &program->window && top->isVisible() && !qobject_cast<QMenu *>(top) && below(4) == 0)
                top->close();
        }
        if (!program->window.isVisible())
            program->window.show();
        if (!QApplication::activeWindow())
            program->window.activateWindow();
        if (below(200) == 0) {
            // It ends in the middle of what goes on, and begins again as it was left.
            program.reset();
            program = made();
            program->controller->start({});
        }
        if (i % 60 == 59) // it may have been closed
            program->controller->open({i % 120 == 59 ? archive : m_growing});
    }
    closer.stop();
    while (QApplication::activePopupWidget() || QApplication::activeModalWidget())
        closeWhatWaits();
    // And still opens what it is asked for.
    QVERIFY(program->open({m_builder.mbox(u"other.mbox"_s, tests::frobList())}));
}

QTEST_MAIN(AnyOrderTest)
#include "tst_anyorder.moc"
