// SPDX-License-Identifier: GPL-3.0-or-later
// What a message looks like, and how one goes about in it.
#include "tests/ui/messagefixture.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

#include <set>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;
using Kind = ui::MessageDocument::Kind;

class TestMessageView : public MessageViewTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void documentTellsLinesApart()
    {
        const auto document = ui::MessageDocument::ofMessage(*lampPatch().send());
        // A wrapped trailer is a trailer on both of its lines.
        QCOMPARE(linesOf(document, Kind::Trailer),
                 (QStringList{u"Reviewed-by: R E Viewer"_s, u" <viewer@example.org>"_s,
                              u"Signed-off-by: A U Thor <author@example.org>"_s}));
        QCOMPARE(linesOf(document, Kind::Quote1), QStringList{u"> quoted once"_s});
        QCOMPARE(linesOf(document, Kind::Quote2), QStringList{u">> quoted twice"_s});
        QCOMPARE(linesOf(document, Kind::Quote3), QStringList{u"> > > quoted thrice"_s});
        QCOMPARE(linesOf(document, Kind::Separator), QStringList{u"---"_s});
        QVERIFY(linesOf(document, Kind::Notes).contains(u"v3: brighter"_s));
        QCOMPARE(linesOf(document, Kind::Added),
                 (QStringList{u"+glow();"_s, u"+shine();"_s, u"+new copper"_s}));
        QCOMPARE(linesOf(document, Kind::Removed), QStringList{u"-old copper"_s});
        QCOMPARE(linesOf(document, Kind::HunkHeader).size(), 2);
        QCOMPARE(linesOf(document, Kind::Signature), (QStringList{u"-- "_s, u"2.47"_s}));
        QCOMPARE(linesOf(document, Kind::FileHeading),
                 (QStringList{u"house/lamp/bulb.c  +2"_s, u"lamp/wire.c  +1  \u22121"_s}));
    }

    void documentCopiesAsItWasSent()
    {
        const auto message = lampPatch().send();
        const auto document = ui::MessageDocument::ofMessage(*message);
        QCOMPARE(document.plainText(0, document.text().size()), message->patch.text.chopped(1));
        const auto diff = ui::MessageDocument::ofDiff(*message);
        QCOMPARE(diff.plainText(0, diff.text().size()), message->patch.diff.chopped(1));
    }

    void offsetsLeadToTheirLines()
    {
        const auto document = ui::MessageDocument::ofMessage(*lampPatch().send());
        for (qsizetype i = 0; i < document.lines().size(); ++i) {
            QCOMPARE(document.lineAt(document.lines()[i].start), i);
            QCOMPARE(document.lineAt(document.lines()[i].start + document.lines()[i].length), i);
        }
        QCOMPARE(document.lineAt(document.text().size() + 10), document.lines().size() - 1);
    }

    void steeringCharactersAreShown()
    {
        Letter letter = lampPatch();
        letter.head(u"access\u202e level\x1b[31m\n---\n"_s);
        letter.edit().message.subject = u"lamp\u202e: x"_s;
        letter.edit().patch.prefix.title = u"lamp\u202e: x"_s;
        m_view->setMessage(letter.send(), {});
        const QString text = part<ui::MessageText>(*m_view, "messageText")->toPlainText();
        QVERIFY(!text.contains(u'\u202e'));
        QVERIFY(text.contains(u"access\u2039U+202E\u203a level\u2039ESC\u203a[31m"_s));
        QCOMPARE(part<QLabel>(*m_view, "messageSubject")->text(), u"lamp\u2039U+202E\u203a: x"_s);
    }

    void markupStaysText()
    {
        Letter letter;
        letter.head(u"<b>bold</b> <img src=\"http://example.org/x.png\">\n"_s);
        letter.edit().patch.prefix.title = u"<h1>big</h1>"_s;
        letter.edit().patch.author.name = u"<i>me</i>"_s;
        m_view->setMessage(letter.send(), u"<u>place</u>"_s);
        QVERIFY(part<ui::MessageText>(*m_view, "messageText")->toPlainText().contains(u"<b>bold</b> <img"_s));
        const auto labels = m_view->findChildren<QLabel *>();
        QVERIFY(labels.size() > 10);
        for (const QLabel *label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty() ||
                         !label->text().contains(u'<'),
                     qPrintable(label->objectName()));
        QCOMPARE(part<QLabel>(*m_view, "messageSubject")->textFormat(), Qt::PlainText);
    }

    void headerNamesPeopleDateAndTags()
    {
        m_view->setMessage(lampPatch().send(), u"lamps, epoch 0"_s);
        QCOMPARE(part<QLabel>(*m_view, "messageSubject")->text(), u"lamp: light it"_s);
        QCOMPARE(part<QLabel>(*m_view, "messageSubject")->toolTip(),
                 u"[PATCH net-next v3 4/5] lamp: light it"_s);
        QCOMPARE(part<QLineEdit>(*m_view, "messageFrom")->text(), u"A U Thor <author@example.org>"_s);
        QVERIFY(part<QLineEdit>(*m_view, "messageSubmitter")->isVisible());
        QCOMPARE(part<QLineEdit>(*m_view, "messageSubmitter")->text(), u"List Relay <relay@example.org>"_s);
        QCOMPARE(part<QLineEdit>(*m_view, "messageId")->text(), u"20250520.4-author@example.org"_s);
        QCOMPARE(part<QLabel>(*m_view, "messagePlace")->text(), u"lamps, epoch 0"_s);
        QVERIFY(part<QLabel>(*m_view, "messageDate")->text().contains(u"20 May"_s));
        QVERIFY(
            part<QLabel>(*m_view, "messageDate")->toolTip().contains(u"20 May 2025 20:26:35 UTC+02:00"_s));
        QVERIFY(!part<QWidget>(*m_view, "messageCc")->isVisible());
        QCOMPARE(part<QLabel>(*m_view, "messageTrailers")->text(),
                 u"Reviewed-by R E Viewer · Signed-off-by"_s);
        std::set<QString> tags;
        for (const QLabel *tag : part<QWidget>(*m_view, "messageTags")->findChildren<QLabel *>()) {
            if (!tag->isHidden())
                tags.insert(tag->text());
        }
        QCOMPARE(tags, (std::set<QString>{u"v3"_s, u"4 of 5"_s, u"net-next"_s}));
    }

    void replyOffersItsTrailersOnce()
    {
        Letter letter;
        letter.head(u"Fine.\n\nReviewed-by: R E Viewer <viewer@example.org>\n"_s);
        letter.trailer(u"Reviewed-by"_s, u"R E Viewer <viewer@example.org>"_s);
        letter.edit().patch.followUp.accepted = letter.edit().patch.trailers;
        letter.edit().patch.followUp.mismatched = {
            {u"Tested-by"_s, u"T E Ster <ster@example.org>"_s, patch::Trailer::Kind::Person}};
        m_view->setMessage(letter.send(), {});
        QCOMPARE(part<QLabel>(*m_view, "messageTrailers")->text(),
                 u"Offers Reviewed-by R E Viewer · Signed with another address: Tested-by T E Ster"_s);
    }

    void submitterIsHiddenWhenAuthorSentIt()
    {
        Letter letter = lampPatch();
        letter.edit().patch.submitter = letter.edit().patch.author;
        m_view->setMessage(letter.send(), {});
        QVERIFY(!part<QLineEdit>(*m_view, "messageSubmitter")->isVisible());
    }

    void manyRecipientsAreCountedAndUnfold()
    {
        Letter letter = lampPatch();
        for (int i = 0; i < 60; ++i)
            letter.edit().message.cc.append({u"Person %1"_s.arg(i), u"p%1@example.org"_s.arg(i)});
        m_view->setMessage(letter.send(), {});
        QTest::qWait(0);
        auto *text = part<QLabel>(*m_view, "messageCcText");
        auto *more = part<QToolButton>(*m_view, "messageCcMore");
        QVERIFY(more->isVisible());
        const qsizetype named = text->text().count(u"Person"_s);
        QVERIFY(named > 0 && named < 60);
        QCOMPARE(more->text(), u"and %1 more"_s.arg(60 - named));
        QTest::mouseClick(more, Qt::LeftButton);
        QCOMPARE(text->text().count(u"Person"_s), 60);
        QVERIFY(text->text().contains(u"p59@example.org"_s));
        QTest::mouseClick(more, Qt::LeftButton);
        QCOMPARE(text->text().count(u"Person"_s), named);
    }

    void valuesOfTheHeaderLineUpWithTheText()
    {
        Letter letter = lampPatch();
        for (int i = 0; i < 60; ++i)
            letter.edit().message.cc.append({u"Person %1"_s.arg(i), u"p%1@example.org"_s.arg(i)});
        m_view->setMessage(letter.send(), {});
        const auto leftOf = [&](const char *name) {
            return part<QWidget>(*m_view, name)->mapTo(m_view.get(), QPoint(0, 0)).x();
        };
        const int values = leftOf("messageFrom");
        QCOMPARE(leftOf("messageCcText"), values);
        QCOMPARE(leftOf("messageTrailers"), values);
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const int letters =
            text->viewport()
                ->mapTo(m_view.get(), text->characterRect(text->document().lines()[1].start).topLeft())
                .x();
        QCOMPARE(leftOf("messageSubject"), letters);
        // What a link leads to ends where the date does.
        const auto rightOf = [&](const char *name) {
            auto *widget = part<QWidget>(*m_view, name);
            return widget->mapTo(m_view.get(), QPoint(widget->width(), 0)).x();
        };
        QCOMPARE(rightOf("messageCcMore"), rightOf("messageDate"));
    }

    void aLongValueOfTheHeaderIsCutWithAnEllipsisUntilOneIsInIt()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *line = part<QLineEdit>(*m_view, "messageId");
        const QString whole = u"a-very-long-message-id-"_s.repeated(12);
        line->setText(whole);
        line->setCursorPosition(0);
        const QImage cut = line->grab().toImage();
        line->setText(line->fontMetrics().elidedText(whole, Qt::ElideRight, line->width()));
        line->setCursorPosition(0);
        QVERIFY(line->text().endsWith(u'…'));
        QCOMPARE(cut, line->grab().toImage());
        line->setText(whole);
        line->setFocus();
        QVERIFY(line->grab().toImage() != cut);
    }

    void aLowViewKeepsItsRoomForTheTextAndBringsDetailsOnDemand()
    {
        Letter letter = lampPatch();
        letter.edit().message.to.append({u"Person"_s, u"p@example.org"_s});
        m_view->setMessage(letter.send(), {});
        auto *to = part<QWidget>(*m_view, "messageTo");
        auto *details = part<QToolButton>(*m_view, "messageDetails");
        QVERIFY(to->isVisible());
        QVERIFY(!details->isVisible());
        m_view->resize(600, 260);
        QTRY_VERIFY(!to->isVisible());
        QVERIFY(part<QLineEdit>(*m_view, "messageFrom")->isVisible());
        QTRY_VERIFY(part<ui::MessageText>(*m_view, "messageText")->height() > m_view->height() / 3);
        details->setFocus(Qt::TabFocusReason);
        QTest::keyClick(details, Qt::Key_Space);
        QVERIFY(to->isVisible());
        QTest::keyClick(details, Qt::Key_Space);
        QVERIFY(!to->isVisible());
        // The next message is as brief, until there is room.
        m_view->setMessage(letter.send(), {});
        QVERIFY(!to->isVisible());
        m_view->resize(800, 500);
        QTRY_VERIFY(to->isVisible());
        QVERIFY(!details->isVisible());
    }

    void theCaretBeginsAtTheFirstLineOfTheText()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QCOMPARE(text->document().lineText(text->currentLine()).toString(),
                 u"Light the lamp when it is dark."_s);
    }

    void whoReadsOnInAnotherTabIsInItsText()
    {
        m_view->setMessage(lampPatch().send(), {});
        part<ui::MessageText>(*m_view, "messageText")->setFocus();
        auto *bar = part<QTabWidget>(*m_view, "messageTabs")->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(int(ui::MessageView::Tab::Diff)).center());
        QVERIFY(part<ui::MessageText>(*m_view, "messageDiff")->hasFocus());
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(int(ui::MessageView::Tab::Raw)).center());
        QVERIFY(part<ui::MessageText>(*m_view, "messageRaw")->hasFocus());
    }

    void digitsShowTheTabs()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        QTest::keyClick(text, Qt::Key_2);
        QCOMPARE(m_view->currentTab(), ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QVERIFY(diff->hasFocus());
        QVERIFY(part<QAction>(*m_view, "messageShowDiffAction")->isChecked());
        QTest::keyClick(diff, Qt::Key_5);
        QCOMPARE(m_view->currentTab(), ui::MessageView::Tab::Raw);
        QTest::keyClick(part<ui::MessageText>(*m_view, "messageRaw"), Qt::Key_1);
        QCOMPARE(m_view->currentTab(), ui::MessageView::Tab::Message);
        QVERIFY(text->hasFocus());
        // In a field it is a digit.
        QTest::keyClick(text, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
        QCOMPARE(m_view->currentTab(), ui::MessageView::Tab::Message);
    }

    void mailThatIsHtmlOnlyIsReadAsTextAndSaysSo()
    {
        Letter letter;
        letter.head(
            u"<p>Hello <b>\u202eyou</b>,</p><script>steal()</script><blockquote>said &lt;b&gt;</blockquote>\n"_s);
        letter.edit().message.parts = {{"text/html", "utf-8", {}, {}, 12, 0}};
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QCOMPARE(linesOf(text->document(), Kind::Remark).size(), 1);
        const QString shown = text->document().text();
        QVERIFY(shown.contains(u"\nHello "_s) && shown.contains(u"you,"_s));
        QVERIFY(!shown.contains(QChar(0x202e)));
        QVERIFY(!shown.contains(u"<p>"_s) && !shown.contains(u"steal"_s));
        QCOMPARE(linesOf(text->document(), Kind::Quote1), QStringList{u"> said <b>"_s});
        letter.edit().message.parts.prepend({"text/plain", "utf-8", {}, {}, 12, 0});
        m_view->setMessage(letter.send(), {});
        QVERIFY(linesOf(text->document(), Kind::Remark).isEmpty());
    }

    void diffstatLinesJumpWithKeyboardAndMouse()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const auto &document = text->document();
        QList<qsizetype> stats;
        for (qsizetype i = 0; i < document.lines().size(); ++i) {
            if (document.lines()[i].kind == Kind::StatLine)
                stats += i;
        }
        QCOMPARE(stats.size(), 2);
        // The cut path of the first one is understood, too.
        for (int file = 0; file < 2; ++file) {
            const qsizetype offset = document.lines()[stats[file]].start + 3;
            text->setSelection(offset, offset);
            text->ensureVisible(offset);
            text->setFocus();
            QTest::keyClick(text, Qt::Key_Return);
            QCOMPARE(text->currentLine(), document.files()[file].line);
        }
        const qsizetype offset = document.lines()[stats[0]].start + 3;
        text->ensureVisible(offset);
        QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, text->characterRect(offset).center());
        QCOMPARE(text->currentLine(), document.files()[0].line);
        QCOMPARE(text->topLine(), document.files()[0].line);
    }

    void largeMessagesAreLaidOutInTheBackground()
    {
        std::vector<std::pair<std::function<void()>, std::function<void()>>> works;
        m_view->setBackground([&](std::function<void()> work, std::function<void()> done) {
            works.emplace_back(std::move(work), std::move(done));
        });
        const auto run = [&] {
            const auto running = std::exchange(works, {});
            for (const auto &[work, done] : running) {
                work();
                done();
            }
        };
        const auto large = [](const QString &word) {
            Letter letter = lampPatch();
            QStringList lines;
            for (int i = 0; i < 5'000; ++i)
                lines += u"+%1 %2"_s.arg(word).arg(i);
            return letter.file(u"big.c"_s, lines).send();
        };
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        m_view->setMessage(large(u"first"_s), {});
        QCOMPARE(linesOf(text->document(), Kind::Remark), QStringList{u"Preparing the text…"_s});
        m_view->openFind();
        part<QLineEdit>(*m_view, "messageFind")->setText(u"second 4999"_s);
        // Another one is wanted before the first is there: only that one is shown.
        auto late = std::exchange(works, {});
        m_view->setMessage(large(u"second"_s), {});
        for (const auto &[work, done] : late) {
            work();
            done();
        }
        QCOMPARE(linesOf(text->document(), Kind::Remark), QStringList{u"Preparing the text…"_s});
        run();
        QVERIFY(linesOf(text->document(), Kind::Remark).isEmpty());
        QVERIFY(text->toPlainText().contains(u"+second 4999"_s));
        QCOMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"1 of 1"_s);
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        QVERIFY(!part<QAction>(*m_view, "messageNextFileAction")->isEnabled());
        run();
        QVERIFY(diff->toPlainText().contains(u"+second 4999"_s));
        QCOMPARE(part<QTreeWidget>(*m_view, "messageFiles")->topLevelItemCount(), 3);
        QVERIFY(part<QAction>(*m_view, "messageNextFileAction")->isEnabled());
        part<QAction>(*m_view, "messageSideBySideAction")->trigger();
        QVERIFY(part<ui::MessageText>(*m_view, "messageDiffNew")->toPlainText().contains(u"second 4999"_s));
        QVERIFY(works.empty());
        // A small one needs nobody's help.
        m_view->setMessage(lampPatch().send(), {});
        QVERIFY(part<ui::MessageText>(*m_view, "messageDiffNew")->toPlainText().contains(u"new copper"_s));
        m_view->setBackground({});
    }

    void messageWithoutDiffSaysSo()
    {
        m_view->setMessage(Letter().head(u"Only words.\n"_s).send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QCOMPARE(linesOf(diff->document(), Kind::Remark).size(), 1);
        QCOMPARE(diff->document().lines().first().kind, Kind::Gap); // not glued to the frame
        QVERIFY(!part<QTreeWidget>(*m_view, "messageFiles")->isVisible());
        QVERIFY(!part<QAction>(*m_view, "messageNextFileAction")->isEnabled());
    }

    void rawShowsTheBytes()
    {
        Letter letter = lampPatch();
        letter.edit().raw = "Subject: =?utf-8?q?l=C3=A4mp?=\r\nX-Odd: caf\xe9\n\nbody \xc3\xa4\x07\n=20\n";
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Raw);
        auto *raw = part<ui::MessageText>(*m_view, "messageRaw");
        QVERIFY(raw->isVisible());
        QCOMPARE(
            raw->toPlainText(),
            u"Subject: =?utf-8?q?l=C3=A4mp?=\u2039CR\u203a\nX-Odd: caf\u2039E9\u203a\n\nbody ä\u2039BEL\u203a\n=20"_s);
    }

    void paletteIsFollowedAtRunTime()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        part<QAction>(*m_view, "messageNextFileAction")->trigger();
        const QPalette light = paletteOf(Qt::white, Qt::black);
        const QPalette dark = paletteOf(QColor(0x1b, 0x1d, 0x21), QColor(0xe4, 0xe6, 0xea));
        const QColor lightAdded = ui::Theme::of(light).addedGround;
        const QColor darkAdded = ui::Theme::of(dark).addedGround;
        QVERIFY(lightAdded != darkAdded);
        m_view->setPalette(light);
        QVERIFY(shows(diff->viewport(), lightAdded));
        QVERIFY(!shows(diff->viewport(), darkAdded));
        m_view->setPalette(dark);
        QVERIFY(shows(diff->viewport(), darkAdded));
        QVERIFY(!shows(diff->viewport(), lightAdded));
        m_view->setCurrentTab(ui::MessageView::Tab::Message);
        QCOMPARE(part<QLabel>(*m_view, "messageDate")->palette().color(QPalette::WindowText),
                 ui::Theme::of(dark).muted);
    }

    void trailersAreColoured()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const QColor trailer = ui::Theme::of(text->palette()).trailer;
        QVERIFY(shows(text->viewport(), trailer));
        m_view->setMessage(Letter().head(u"Reviewed-by: nobody the parser believed\n"_s).send(), {});
        QVERIFY(!shows(text->viewport(), trailer));
    }

    void zoomChangesTheTextAndHasLimits()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        const int height = text->characterRect(0).height();
        QTest::keyClick(text, Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(text->characterRect(0).height() > height);
        QTest::keyClick(text, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(text->characterRect(0).height(), height);
        m_view->setZoom(1000);
        QCOMPARE(m_view->zoom(), 16);
    }

    void emptyLoadingAndFailedAreStates()
    {
        const auto *content = part<QTabWidget>(*m_view, "messageTabs");
        QVERIFY(!content->isVisible());
        m_view->setMessage(lampPatch().send(), {});
        QVERIFY(content->isVisible());
        m_view->showLoading();
        QVERIFY(!content->isVisible());
        m_view->showError({base::ErrorCode::NoSuchMessage, u"the message is gone"_s, {}, {}});
        QVERIFY(!content->isVisible());
        // The viewer's own, beside those of its pages.
        const QList<QLabel *> sentences = m_view->findChildren<QLabel *>(u"paneStateSentence"_s);
        QVERIFY(std::any_of(sentences.begin(), sentences.end(), [](const QLabel *sentence) {
            return sentence->isVisible() && sentence->text().contains(u"gone"_s);
        }));
        QVERIFY(!m_view->message());
        m_view->setMessage(lampPatch().send(), {});
        m_view->setMessage(nullptr, {});
        QVERIFY(!content->isVisible());
    }

    void actionsOnNothingDoNothing()
    {
        for (QAction *action : m_view->viewerActions()) {
            if (action)
                action->trigger();
        }
        m_view->setMessage(Letter().send(), {});
        m_view->setMessage(std::make_shared<const patch::ReadMessage>(), {});
        for (const auto tab :
             {ui::MessageView::Tab::Diff, ui::MessageView::Tab::Raw, ui::MessageView::Tab::Message}) {
            m_view->setCurrentTab(tab);
            m_view->grab();
            for (auto *text : m_view->findChildren<ui::MessageText *>()) {
                for (const int key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Left, Qt::Key_Right, Qt::Key_End,
                                      Qt::Key_Home, Qt::Key_PageDown, Qt::Key_Return, Qt::Key_Space})
                    QTest::keyClick(text, Qt::Key(key));
                QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, {5, 5});
            }
        }
        QCOMPARE(linesOf(part<ui::MessageText>(*m_view, "messageText")->document(), Kind::Remark).size(), 1);
    }

    void everythingHasANameForScreenReaders()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(text);
        QVERIFY(access && access->textInterface());
        QCOMPARE(access->text(QAccessible::Name), u"Message text"_s);
        QCOMPARE(access->textInterface()->characterCount(), int(text->document().text().size()));
        int start = 0;
        int end = 0;
        const int offset = int(text->document().lines()[1].start) + 2;
        QCOMPARE(access->textInterface()->textAtOffset(offset, QAccessible::WordBoundary, &start, &end),
                 u"Light"_s);
        for (const QWidget *widget : m_view->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QTabBar"))
                continue;
            QAccessibleInterface *named =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(named && !named->text(QAccessible::Name).isEmpty(),
                     qPrintable(widget->objectName() + u' ' +
                                QString::fromLatin1(widget->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestMessageView)
#include "tst_messageview.moc"
