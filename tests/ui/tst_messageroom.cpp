// SPDX-License-Identifier: GPL-3.0-or-later
// What a text does with the room it has: headings are shortened to it, and what is folded takes none of it.
#include "models/mail/message.h"
#include "models/patch/patch.h"
#include "tests/ui/messagefixture.h"
#include "ui/messagefolds.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace Qt::StringLiterals;
using namespace loredesk;
using Kind = ui::MessageDocument::Kind;

namespace {

constexpr auto LongPath =
    "house/with/a/great/many/floors/and/rooms/that/are/all/named/one/by/one/until/the/name/"
    "of/it/is/wider/than/any/window/<b>lamp</b>/thelampofthehall.c";

QByteArray changeOf(const QByteArray &path, const QByteArray &line)
{
    return "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path +
           "\n@@ -1 +1 @@\n-dark\n+" + line + '\n';
}

std::shared_ptr<const patch::ReadMessage> patchOf(const QByteArray &diff)
{
    return std::make_shared<const patch::ReadMessage>(
        patch::readMessage("From: Ada <ada@example.org>\nSubject: [PATCH] lamp: light it\n"
                           "Message-ID: <a@example.org>\n\nLight it.\n---\n" +
                           diff + "-- \n2.47\n"));
}

QString tipAt(ui::MessageText &text, const QPoint &at)
{
    QHelpEvent event(QEvent::ToolTip, at, text.viewport()->mapToGlobal(at));
    QApplication::sendEvent(text.viewport(), &event);
    return QToolTip::text();
}

} // namespace

class TestMessageRoom : public tests::MessageViewTest
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void init() { open({600, 500}); }
    void cleanup() { close(); }

    void aHeadingOfAFileEndsWhereTheViewDoes()
    {
        ui::MessageText *text = showDiff(changeOf("hall.c", "short") + changeOf(LongPath, "short"));
        const auto &document = text->document();
        QCOMPARE(document.files().size(), 2);
        for (const auto &file : document.files()) {
            const auto &heading = document.lines()[file.line];
            QVERIFY(text->characterRect(heading.start + heading.length).left() <=
                    text->viewport()->width() - 8);
        }
        // In a wide window there is room for all of it.
        const auto &heading = document.lines()[document.files()[1].line];
        const int narrow = text->characterRect(heading.start + heading.length).left();
        m_view->resize(3000, 500);
        QTRY_VERIFY(text->characterRect(heading.start + heading.length).left() > narrow + 300);
    }

    void aTipSaysWhatAShortenedHeadingIsWhole()
    {
        const QByteArray shown = changeOf(LongPath, "short");
        const QByteArray tall = shown.left(shown.indexOf("@@")) + "@@ -1,41 +1,41 @@\n-dark\n+short\n" +
                                QByteArray(" more\n").repeated(40);
        ui::MessageText *text = showDiff(changeOf("hall.c", "short") + tall);
        const auto &document = text->document();
        const auto headingAt = [&](int file) {
            return text->characterRect(document.lines()[document.files()[file].line].start + 3).center();
        };
        // Markup in a name is no markup.
        QCOMPARE(tipAt(*text, headingAt(1)),
                 (QString::fromLatin1(LongPath) + u"  +1  \u22121"_s).toHtmlEscaped());
        QToolTip::hideText();
        QTRY_VERIFY(QToolTip::text().isEmpty() || !QToolTip::isVisible());
        QVERIFY(!tipAt(*text, headingAt(0)).contains("hall"_L1));
        // Also where it stays on top of what is scrolled.
        m_view->resize(600, 200);
        text->verticalScrollBar()->setValue(text->verticalScrollBar()->maximum());
        QTRY_VERIFY(tipAt(*text, {40, 4}).contains("thelampofthehall.c"_L1));
    }

    void headingsDoNotMakeATextScrollSideways()
    {
        ui::MessageText *text = showDiff(changeOf("hall.c", "short"));
        QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
        ui::MessageFolder folder;
        folder.line(u"Ada "_s.repeated(80), Kind::ThreadHeading, 0, 3);
        folder.line(u"answers Bob "_s.repeated(60) + u"Reviewed-by: Cy"_s, Kind::ThreadDetail, 0, 12 * 60);
        text->setDocument(std::make_shared<const ui::MessageDocument>(folder.finish()));
        QVERIFY(!text->grab().isNull());
        QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
        for (const auto &line : text->document().lines())
            QVERIFY(text->characterRect(line.start + line.length).left() <= text->viewport()->width() - 8);
        QVERIFY(tipAt(*text, text->characterRect(text->document().lines()[1].start).center())
                    .endsWith("Reviewed-by: Cy"_L1));
    }

    void whatIsFoldedTakesNoRoomSideways()
    {
        ui::MessageText *text =
            showDiff(changeOf("wide.c", QByteArray("wide ").repeated(80)) + changeOf("narrow.c", "short"));
        const int wide = text->horizontalScrollBar()->maximum();
        QVERIFY(wide > 1000);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_F, Qt::ShiftModifier);
        QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(text, Qt::Key_U, Qt::ShiftModifier);
        QCOMPARE(text->horizontalScrollBar()->maximum(), wide);
        text->goToLine(text->document().files()[1].line);
        QTest::keyClick(text, Qt::Key_F);
        QCOMPARE(text->horizontalScrollBar()->maximum(), wide);
        text->goToLine(text->document().files()[0].line);
        QTest::keyClick(text, Qt::Key_F);
        QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
    }

    void theSidesShareTheBarOnlyWhileItIsNeeded()
    {
        showDiff(changeOf("wide.c", QByteArray("wide ").repeated(80)) + changeOf("narrow.c", "short"));
        QTest::keyClick(m_view->findChild<ui::MessageText *>(u"messageDiff"_s), Qt::Key_S);
        auto *right = m_view->findChild<ui::MessageText *>(u"messageDiffNew"_s);
        QTRY_VERIFY(right->horizontalScrollBar()->maximum() > 1000);
        right->setFocus();
        QTest::keyClick(right, Qt::Key_F, Qt::ShiftModifier);
        QCOMPARE(right->horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(right, Qt::Key_U, Qt::ShiftModifier);
        QVERIFY(right->horizontalScrollBar()->maximum() > 1000);
    }

    void aDiffPutAwayInAConversationTakesNoRoomEither()
    {
        const auto document = ui::MessageDocument::ofMessage(
            *patchOf(" hall.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\n" +
                     changeOf("hall.c", QByteArray("wide ").repeated(80))));
        const auto folds = ui::foldsOf(document, true);
        QCOMPARE(folds.size(), 1);
        const auto columns = [&](bool open) {
            ui::MessageFolder folder;
            folder.document(document, folds, [open](qint32) { return open; });
            return folder.finish().columns();
        };
        QVERIFY(columns(true) > 400);
        QVERIFY(columns(false) < 60);
    }

private:
    ui::MessageText *showDiff(const QByteArray &diff)
    {
        m_view->setMessage(patchOf(diff), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *text = m_view->findChild<ui::MessageText *>(u"messageDiff"_s);
        text->setFocus();
        return text;
    }
};

QTEST_MAIN(TestMessageRoom)
#include "tst_messageroom.moc"
