// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diffsides.h"
#include "ui/messagerecipients.h"
#include "ui/messageview.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include <set>

using namespace Qt::StringLiterals;
using namespace loredesk;
using Kind = ui::MessageDocument::Kind;

namespace {

/// Builds a ReadMessage as the parser would, so that the viewer is judged alone.
class Letter
{
public:
    Letter()
    {
        m_read.message.subject = u"[PATCH net-next v3 4/5] lamp: light it"_s;
        m_read.message.messageId = "20250520.4-author@example.org";
        m_read.message.from = {u"List Relay"_s, u"relay@example.org"_s};
        m_read.message.to = {{u"Lamp list"_s, u"lamp@example.org"_s}};
        m_read.message.date = 1747765595;
        m_read.message.dateOffset = 120;
        m_read.patch.submitter = m_read.message.from;
        m_read.patch.author = {u"A U Thor"_s, u"author@example.org"_s};
        patch::SubjectPrefix &prefix = m_read.patch.prefix;
        prefix.patch = true;
        prefix.version = 3;
        prefix.index = 4;
        prefix.total = 5;
        prefix.versionInferred = prefix.indexInferred = prefix.totalInferred = false;
        prefix.tags = {u"net-next"_s};
        prefix.title = u"lamp: light it"_s;
    }

    Letter &head(const QString &text)
    {
        m_head = text;
        return *this;
    }
    Letter &trailer(const QString &key, const QString &value)
    {
        m_read.patch.trailers.append({key, value, patch::Trailer::Kind::Person});
        return *this;
    }
    Letter &stat(const QString &path)
    {
        m_read.patch.diffStat.lines.append({path, 1});
        return *this;
    }
    /// A file with one hunk; each of `lines` with its sign.
    Letter &file(const QString &path, const QStringList &lines)
    {
        patch::FileDiff file;
        file.oldPath = file.newPath = path;
        file.firstLine = m_line;
        add(u"diff --git a/%1 b/%1"_s.arg(path));
        add(u"--- a/%1"_s.arg(path));
        add(u"+++ b/%1"_s.arg(path));
        patch::Hunk hunk;
        hunk.firstLine = m_line;
        hunk.lines = lines;
        add(u"@@ -1,1 +1,1 @@ int lamp(void)"_s);
        for (const QString &line : lines) {
            add(line);
            file.added += line.startsWith(u'+');
            file.removed += line.startsWith(u'-');
        }
        file.hunks.append(hunk);
        m_read.patch.files.append(file);
        m_read.patch.hasDiff = true;
        return *this;
    }
    patch::ReadMessage &edit() { return m_read; }
    std::shared_ptr<const patch::ReadMessage> send()
    {
        m_read.patch.text = m_head + m_read.patch.diff + u"-- \n2.47\n"_s;
        m_read.message.body = m_read.patch.text;
        if (m_read.raw.isEmpty())
            m_read.raw = "Subject: x\n\n" + m_read.patch.text.toUtf8();
        return std::make_shared<const patch::ReadMessage>(m_read);
    }

private:
    void add(const QString &line)
    {
        m_read.patch.diff += line + u'\n';
        ++m_line;
    }

    patch::ReadMessage m_read;
    QString m_head;
    qsizetype m_line = 0;
};

Letter lampPatch()
{
    Letter letter;
    letter
        .head(
            u"Light the lamp when it is dark.\n\n> quoted once\n>> quoted twice\n> > > quoted thrice\n\n"
            "Reviewed-by: R E Viewer\n <viewer@example.org>\nSigned-off-by: A U Thor "
            "<author@example.org>\n---\n"
            "v3: brighter\n\n .../lamp/bulb.c | 2 ++\n lamp/wire.c    | 2 +-\n 2 files changed, 3 insertions(+), 1 deletion(-)\n\n"_s)
        .trailer(u"Reviewed-by"_s, u"R E Viewer <viewer@example.org>"_s)
        .trailer(u"Signed-off-by"_s, u"A U Thor <author@example.org>"_s)
        .stat(u".../lamp/bulb.c"_s)
        .stat(u"lamp/wire.c"_s);
    QStringList bulb;
    for (int i = 0; i < 120; ++i)
        bulb += u" bulb context %1"_s.arg(i);
    bulb += {u"+glow();"_s, u"+shine();"_s};
    letter.file(u"house/lamp/bulb.c"_s, bulb);
    letter.file(u"lamp/wire.c"_s, {u" wire"_s, u"-old copper"_s, u"+new copper"_s, u" wire"_s});
    return letter;
}

Letter blankPatch()
{
    Letter letter;
    letter.head(u"x\n---\n"_s);
    letter.file(u"a.c"_s, {u" kept "_s, u"-gone  "_s, u"+flawed  "_s, u"+\ttabbed end"_s,
                           u"\\ No newline at end of file"_s});
    return letter;
}

/// Rows of a diff side by side: "old | new"; nothing where a side has no line.
QStringList rowsOf(const ui::DiffSides &sides, Kind first)
{
    QStringList rows;
    const auto &left = *sides.document(ui::DiffSides::Old);
    const auto &right = *sides.document(ui::DiffSides::New);
    for (qsizetype i = 0; i < left.lines().size(); ++i) {
        if (left.lines()[i].kind < first)
            continue;
        const auto text = [&](const ui::MessageDocument &side) {
            return side.lines()[i].kind == Kind::Filler ? u"~"_s : side.lineText(i).toString();
        };
        rows += text(left) + u" | "_s + text(right);
    }
    return rows;
}

Letter sidesPatch()
{
    Letter letter;
    letter.head(u"Why.\n---\n"_s);
    letter.file(u"a.c"_s, {u" int first;"_s, u"-call(alpha, beta);"_s, u"-gone = 1;"_s,
                           u"+/* Said anew. */"_s, u"+call(alpha, gamma);"_s, u" int last;"_s});
    QStringList many;
    for (int i = 0; i < 80; ++i)
        many += u" \tcontext_%1();"_s.arg(i);
    many += u"+"_s + u"very wide "_s.repeated(60) + u"copper"_s;
    letter.file(u"b.c"_s, many);
    return letter;
}

QStringList linesOf(const ui::MessageDocument &document, Kind kind)
{
    QStringList lines;
    for (qsizetype i = 0; i < document.lines().size(); ++i) {
        if (document.lines()[i].kind == kind)
            lines += document.lineText(i).toString();
    }
    return lines;
}

template <class T>
T *part(const QWidget &view, const char *name)
{
    T *found = view.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no part named %s", name);
    return found;
}

QPalette paletteOf(const QColor &base, const QColor &text)
{
    QPalette palette(base);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Window, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

/// True if a picture of the widget holds the very colour.
bool shows(QWidget *widget, const QColor &color)
{
    const QImage image = widget->grab().toImage().convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestMessageView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<ui::MessageView>();
        m_view->resize(800, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

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
        QVERIFY(text.contains(u"access\u2039U+202E\u203a level\u241b[31m"_s));
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
        for (const QLabel *tag : part<QWidget>(*m_view, "messageTags")->findChildren<QLabel *>())
            tags.insert(tag->text());
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
        letter.head(u"<p>Hello <b>\u202eyou</b>,</p><script>steal()</script><blockquote>said &lt;b&gt;</blockquote>\n"_s);
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

    void filesAndHunksAreStepped()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const auto &document = text->document();
        part<QAction>(*m_view, "messageNextFileAction")->trigger();
        QCOMPARE(text->currentLine(), document.files()[0].line);
        part<QAction>(*m_view, "messageNextHunkAction")->trigger();
        QCOMPARE(text->currentLine(), document.hunks()[0]);
        part<QAction>(*m_view, "messageNextHunkAction")->trigger();
        QCOMPARE(text->currentLine(), document.hunks()[1]);
        part<QAction>(*m_view, "messagePreviousFileAction")->trigger();
        QCOMPARE(text->currentLine(), document.files()[1].line);
        part<QAction>(*m_view, "messagePreviousHunkAction")->trigger();
        QCOMPARE(text->currentLine(), document.hunks()[0]);
    }

    void wordsThatChangedAreMarkedInPairedLines()
    {
        Letter letter;
        letter.head(u"Why.\n---\n"_s);
        letter.file(u"a.c"_s, {u" same"_s, u"-\tret = open(first, 0);"_s, u"+\t/* The second one. */"_s,
                               u"+\tret = open(second, 0);"_s, u" same"_s});
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        for (const auto tab : {ui::MessageView::Tab::Message, ui::MessageView::Tab::Diff}) {
            m_view->setCurrentTab(tab);
            ui::MessageText *shown = tab == ui::MessageView::Tab::Diff ? diff : text;
            const ui::MessageDocument &document = shown->document();
            QStringList marked;
            for (qsizetype i = 0; i < document.lines().size(); ++i) {
                for (const patch::LineSpan &span : document.changedWords(i))
                    marked += document.lineText(i).mid(span.offset, span.length).toString();
            }
            QCOMPARE(marked, (QStringList{u"first"_s, u"second"_s}));
            // And painted: on the word, behind the stripe that every added line begins with.
            const QImage image = shown->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const ui::Theme theme = ui::Theme::of(shown->palette());
            const auto ground = [&](const QString &word) {
                const qsizetype at = document.text().indexOf(word);
                const QRect rect = shown->characterRect(at);
                return image.pixelColor(rect.left(), rect.top() + 2);
            };
            QCOMPARE(ground(u"first,"_s), theme.removedMark);
            QCOMPARE(ground(u"second,"_s), theme.addedMark);
            QCOMPARE(ground(u"open(first"_s), theme.removedGround);
            QCOMPARE(ground(u"The second"_s), theme.addedGround);
        }
    }

    void linesWithLittleInCommonHaveNoMarks()
    {
        Letter letter;
        letter.head(u"Why.\n---\n"_s);
        letter.file(u"a.c"_s, {u"-mutex_lock(&lamp->lock);"_s, u"+return -ENODEV;"_s});
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        const auto &document = part<ui::MessageText>(*m_view, "messageDiff")->document();
        for (qsizetype i = 0; i < document.lines().size(); ++i)
            QVERIFY(document.changedWords(i).isEmpty());
    }

    void textStaysReadableOnEveryGroundOfADiff()
    {
        for (const QPalette &palette : {paletteOf(Qt::white, Qt::black),
                                        paletteOf(QColor(0x1b, 0x1d, 0x21), QColor(0xe4, 0xe6, 0xea))}) {
            const ui::Theme theme = ui::Theme::of(palette);
            for (const QColor &ground :
                 {theme.addedGround, theme.addedMark, theme.removedGround, theme.removedMark})
                QVERIFY(ui::contrastRatio(palette.color(QPalette::Text), ground) >= 4.5);
        }
    }

    void ourWordsBehindACutLineAreNoChange()
    {
        Letter letter;
        letter.head(u"Why.\n---\n"_s);
        letter.file(u"a.c"_s, {u"-"_s + u"word "_s.repeated(500) + u"old"_s,
                               u"+"_s + u"word "_s.repeated(500) + u"newer"_s});
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        const auto &document = part<ui::MessageText>(*m_view, "messageDiff")->document();
        int paired = 0;
        for (qsizetype i = 0; i < document.lines().size(); ++i) {
            paired += document.lines()[i].partner >= 0;
            QVERIFY(document.changedWords(i).isEmpty());
        }
        QCOMPARE(paired, 2);
    }

    void diffTabListsFilesAndGoesToThem()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        QCOMPARE(files->topLevelItemCount(), 2);
        QCOMPARE(files->topLevelItem(0)->text(0), u"house/lamp/bulb.c"_s);
        QCOMPARE(files->topLevelItem(1)->text(1), u"+1"_s);
        QCOMPARE(files->topLevelItem(1)->text(2), u"\u22121"_s);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QCOMPARE(diff->document().lines().first().kind, Kind::FileHeading);
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {},
                          files->visualItemRect(files->topLevelItem(1)).center());
        QCOMPARE(diff->currentLine(), diff->document().files()[1].line);
    }

    void filesStandAboveANarrowDiffAndBesideAWideOne()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        m_view->resize(500, 500);
        QTRY_VERIFY(diff->width() > 480);
        QVERIFY(files->isVisible());
        QVERIFY(files->height() < diff->height());
        m_view->resize(1800, 500);
        QTRY_VERIFY(diff->height() > 400);
        QVERIFY(files->isVisible());
        QVERIFY(diff->width() > 1200);
    }

    void filesFoldByKeyboard()
    {
        m_view->setMessage(lampPatch().send(), {});
        for (const auto tab : {ui::MessageView::Tab::Message, ui::MessageView::Tab::Diff}) {
            m_view->setCurrentTab(tab);
            auto *text = part<ui::MessageText>(*m_view, tab == ui::MessageView::Tab::Diff ? "messageDiff"
                                                                                          : "messageText");
            const auto &document = text->document();
            text->setFocus();
            const int rows = text->verticalScrollBar()->maximum();
            QTest::keyClick(text, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(text->currentLine(), document.hunks()[0]);
            // From within the file: the caret goes to the heading, where it can be seen.
            QTest::keyClick(text, Qt::Key_F);
            QVERIFY(text->isFolded(0));
            QVERIFY(!text->isFolded(1));
            QCOMPARE(text->currentLine(), document.files()[0].line);
            QVERIFY(text->verticalScrollBar()->maximum() < rows - 100);
            // Down goes past what is folded, and back.
            QTest::keyClick(text, Qt::Key_Down);
            QCOMPARE(text->currentLine(), document.files()[1].line);
            QTest::keyClick(text, Qt::Key_Left);
            QCOMPARE(text->currentLine(), document.files()[0].line);
            QTest::keyClick(text, Qt::Key_Right);
            QCOMPARE(text->currentLine(), document.files()[1].line);
            QTest::keyClick(text, Qt::Key_Up);
            QTest::keyClick(text, Qt::Key_Return);
            QVERIFY(!text->isFolded(0));
            QCOMPARE(text->verticalScrollBar()->maximum(), rows);
            QTest::keyClick(text, Qt::Key_F, Qt::ShiftModifier);
            QVERIFY(text->isFolded(0) && text->isFolded(1));
            QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
            QTest::keyClick(text, Qt::Key_U, Qt::ShiftModifier);
            QVERIFY(!text->isFolded(0) && !text->isFolded(1));
        }
    }

    void whatIsFoldedIsStillSelectedAndCopied()
    {
        const auto message = lampPatch().send();
        m_view->setMessage(message, {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        diff->setFocus();
        QTest::keyClick(diff, Qt::Key_F, Qt::ShiftModifier);
        QTest::keyClick(diff, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(diff, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), message->patch.diff.chopped(1));
    }

    void filesFoldByMouse()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        const auto &document = diff->document();
        const QPoint heading =
            diff->characterRect(document.lines()[document.files()[0].line].start + 3).center();
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, heading);
        QVERIFY(diff->isFolded(0));
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, heading);
        QVERIFY(!diff->isFolded(0));
        // The heading that stays on top folds with its triangle; its text leads back to the start.
        diff->verticalScrollBar()->setValue(50);
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, {8, heading.y()});
        QVERIFY(diff->isFolded(0));
        QCOMPARE(diff->topLine(), document.files()[0].line);
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, {8, heading.y()});
        QVERIFY(!diff->isFolded(0));
        diff->verticalScrollBar()->setValue(50);
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, heading);
        QVERIFY(!diff->isFolded(0));
        QCOMPARE(diff->topLine(), document.files()[0].line);
    }

    void foldsAreShownInTheOutlineAndChangedThere()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        const auto named = [&](int file) {
            return files->topLevelItem(file)->data(0, Qt::AccessibleTextRole).toString();
        };
        const auto picture = [&](int file) {
            return files->topLevelItem(file)->icon(0).pixmap(10, 10).toImage();
        };
        QCOMPARE(named(0), u"house/lamp/bulb.c"_s);
        QCOMPARE(picture(0), picture(1));
        diff->setFocus();
        QTest::keyClick(diff, Qt::Key_F);
        QCOMPARE(named(0), u"house/lamp/bulb.c, folded"_s);
        QCOMPARE(named(1), u"lamp/wire.c"_s);
        QVERIFY(picture(0) != picture(1));
        files->setCurrentItem(files->topLevelItem(1));
        files->setFocus();
        QTest::keyClick(files, Qt::Key_Left);
        QVERIFY(diff->isFolded(1));
        QTest::keyClick(files, Qt::Key_Right);
        QVERIFY(!diff->isFolded(1));
        QTest::keyClick(files, Qt::Key_Space);
        QVERIFY(diff->isFolded(1));
        const QRect row = files->visualItemRect(files->topLevelItem(1));
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {}, {row.left() + 6, row.center().y()});
        QVERIFY(!diff->isFolded(1));
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {}, {row.left() + 6, row.center().y()});
        QVERIFY(diff->isFolded(1));
        // Whoever goes to a file wants to see it.
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(!diff->isFolded(1));
        QCOMPARE(diff->currentLine(), diff->document().files()[1].line);
    }

    void whateverLeadsIntoAFoldedFileUnfoldsIt()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        diff->setFocus();
        const auto foldAll = [&] {
            QTest::keyClick(diff, Qt::Key_Home, Qt::ControlModifier);
            QTest::keyClick(diff, Qt::Key_F, Qt::ShiftModifier);
            QVERIFY(diff->isFolded(0) && diff->isFolded(1));
        };
        foldAll();
        QTest::keyClick(diff, Qt::Key_Down, Qt::ControlModifier); // next file
        QVERIFY(!diff->isFolded(1));
        QVERIFY(diff->isFolded(0));
        foldAll();
        QTest::keyClick(diff, Qt::Key_Down, Qt::AltModifier); // next hunk
        QVERIFY(!diff->isFolded(0));
        foldAll();
        QTest::keyClick(diff, Qt::Key_F, Qt::ControlModifier);
        part<QLineEdit>(*m_view, "messageFind")->setText(u"copper"_s);
        QVERIFY(diff->isFolded(0));
        QVERIFY(!diff->isFolded(1));
        QTest::keyClick(part<QLineEdit>(*m_view, "messageFind"), Qt::Key_Escape);
        foldAll();
        m_view->setMarker([](const QString &text, ui::SearchedPart) {
            QList<ui::TextRange> ranges;
            if (const qsizetype at = text.indexOf(u"shine"_s); at >= 0)
                ranges.append({at, 5});
            return ranges;
        });
        QTest::keyClick(diff, Qt::Key_F3);
        QVERIFY(!diff->isFolded(0));
        QVERIFY(diff->isFolded(1));
    }

    void anotherMessageComesUnfolded()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        diff->setAllFolded(true);
        m_view->setMessage(lampPatch().send(), {});
        QVERIFY(!diff->isFolded(0));
        QCOMPARE(part<QTreeWidget>(*m_view, "messageFiles")->topLevelItem(0)->data(0, Qt::AccessibleTextRole),
                 u"house/lamp/bulb.c"_s);
    }

    void outlineOfVeryManyFilesIsFilledLittleByLittle()
    {
        Letter letter;
        for (int i = 0; i < 3'000; ++i)
            letter.file(u"file%1.c"_s.arg(i), {u"+x"_s});
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        QVERIFY(files->topLevelItemCount() < 3'000);
        part<ui::MessageText>(*m_view, "messageDiff")->setAllFolded(true);
        QTRY_COMPARE(files->topLevelItemCount(), 3'000);
        QCOMPARE(files->topLevelItem(2'999)->data(0, Qt::AccessibleTextRole), u"file2999.c, folded"_s);
    }

    void blanksAddedAtTheEndOfALineAreAlwaysMarked()
    {
        m_view->setMessage(blankPatch().send(), {});
        for (const auto tab : {ui::MessageView::Tab::Message, ui::MessageView::Tab::Diff}) {
            m_view->setCurrentTab(tab);
            auto *text = part<ui::MessageText>(*m_view, tab == ui::MessageView::Tab::Diff ? "messageDiff"
                                                                                          : "messageText");
            const QColor flaw = ui::Theme::of(text->palette()).warning;
            const QImage image = text->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const auto flawed = [&](const QString &line, qsizetype in) {
                const QRect rect = text->characterRect(text->document().text().indexOf(line) + in);
                return image.pixelColor(rect.left() + 2, rect.bottom() - 1) == flaw;
            };
            QVERIFY(flawed(u"+flawed"_s, 7)); // the two blanks behind
            QVERIFY(flawed(u"+flawed"_s, 8));
            QVERIFY(!flawed(u"+flawed"_s, 6));
            QVERIFY(!flawed(u"-gone"_s, 5)); // what goes is no flaw of the patch
            QVERIFY(!flawed(u" kept"_s, 5));
        }
    }

    void whitespaceIsShownOnDemand()
    {
        m_view->setMessage(blankPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        diff->setFocus();
        // Anything that is not the ground, on the middle of the row of a character that is blank.
        const auto inked = [&](const QString &line, qsizetype in, int width) {
            const QImage image = diff->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const QRect rect = diff->characterRect(diff->document().text().indexOf(line) + in);
            const QColor ground = image.pixelColor(rect.left() + 1, rect.top() + 1);
            for (int x = rect.left() + 1; x < rect.left() + width; ++x) {
                for (int y = rect.center().y() - 2; y <= rect.center().y() + 2; ++y) {
                    if (image.pixelColor(x, y) != ground)
                        return true;
                }
            }
            return false;
        };
        const int cell = diff->characterRect(0).width();
        QSignalSpy changed(m_view.get(), &ui::MessageView::readingOptionsChanged);
        for (const bool shown : {false, true, false}) {
            QCOMPARE(inked(u"+\ttabbed"_s, 1, 4 * cell), shown);
            QCOMPARE(inked(u" kept "_s, 5, cell), shown);
            QCOMPARE(inked(u"+\ttabbed end"_s, 12, 2 * cell), shown); // no newline behind it
            QVERIFY(!inked(u"+\ttabbed end"_s, 8, cell - 2));         // a blank between words is no trouble
            QTest::keyClick(diff, Qt::Key_W);
        }
        QCOMPARE(changed.size(), 3);
        QVERIFY(m_view->readingOptions().whitespace);
        QVERIFY(part<QAction>(*m_view, "messageWhitespaceAction")->isChecked());
    }

    void rulerStandsAtColumns72And80OfTheCommitMessage()
    {
        m_view->resize(1000, 500);
        Letter letter;
        letter.head(u"x\n\n"_s + QString(90, u'0') + u"\n---\n"_s);
        letter.file(u"a.c"_s, {u"+x"_s});
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        const auto ruled = [&](const QString &line, int column) {
            const QImage image = text->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const qsizetype wide = text->document().text().indexOf(u"000"_s);
            const int x = text->characterRect(wide + column).left();
            const int top = text->characterRect(text->document().text().indexOf(line)).top();
            const int height = text->characterRect(0).height();
            for (int dx = -1; dx <= 1; ++dx) {
                int ink = 0;
                for (int y = top; y < top + height; ++y)
                    ink += image.pixelColor(x + dx, y) != image.pixelColor(x + 4, y);
                if (ink >= height / 3)
                    return true;
            }
            return false;
        };
        for (const bool shown : {false, true}) {
            QCOMPARE(ruled(u"x\n\n"_s, 72), shown);
            QCOMPARE(ruled(u"x\n\n"_s, 80), shown);
            QVERIFY(!ruled(u"x\n\n"_s, 76));
            QVERIFY(!ruled(u"+++ b/a.c"_s, 72)); // code has other rules
            QTest::keyClick(text, Qt::Key_R);
        }
    }

    void lineNumbersStandBesideTheDiffOnDemand()
    {
        Letter letter;
        letter.head(u"x\n---\n"_s);
        letter.file(u"a.c"_s, {u" one"_s, u"-two"_s, u"+deux"_s, u"+trois"_s, u" four"_s});
        letter.edit().patch.files[0].hunks[0].oldStart = 98;
        letter.edit().patch.files[0].hunks[0].newStart = 198;
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QStringList numbers;
        for (const auto &line : diff->document().lines()) {
            if (line.oldNumber || line.newNumber)
                numbers += u"%1,%2"_s.arg(line.oldNumber).arg(line.newNumber);
        }
        QCOMPARE(numbers, (QStringList{u"98,198"_s, u"99,0"_s, u"0,199"_s, u"0,200"_s, u"100,201"_s}));
        diff->setFocus();
        const qsizetype one = diff->document().text().indexOf(u" one"_s);
        const int before = diff->characterRect(one).left();
        QTest::keyClick(diff, Qt::Key_L);
        QVERIFY(diff->characterRect(one).left() > before);
        // They are painted, and stay where they are while the text scrolls below them.
        const QRect rect = diff->characterRect(one);
        const QImage image = diff->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        bool ink = false;
        for (int x = 0; x < before; ++x)
            ink = ink || image.pixelColor(x, rect.center().y()) != image.pixelColor(0, rect.center().y());
        QVERIFY(ink);
        // A click beside the text still lands in its line.
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, {3, rect.center().y()});
        QCOMPARE(diff->caret(), one);
        QTest::keyClick(diff, Qt::Key_L);
        QCOMPARE(diff->characterRect(one).left(), before);
    }

    void readingOptionsThatAreSetAreShownByTheActions()
    {
        m_view->setReadingOptions({true, false, true, false});
        QVERIFY(part<QAction>(*m_view, "messageWhitespaceAction")->isChecked());
        QVERIFY(!part<QAction>(*m_view, "messageRulerAction")->isChecked());
        QVERIFY(part<QAction>(*m_view, "messageLineNumbersAction")->isChecked());
    }

    void sidesStandBesideEachOther()
    {
        const auto unified =
            std::make_shared<const ui::MessageDocument>(ui::MessageDocument::ofDiff(*sidesPatch().send()));
        const ui::DiffSides sides(unified);
        QCOMPARE(
            rowsOf(sides, Kind::DiffHeader).first(10),
            (QStringList{u"diff --git a/a.c b/a.c | diff --git a/a.c b/a.c"_s, u"--- a/a.c | +++ b/a.c"_s,
                         u"@@ -1,1 +1,1 @@ int lamp(void) | @@ -1,1 +1,1 @@ int lamp(void)"_s,
                         u"int first; | int first;"_s, u"~ | /* Said anew. */"_s,
                         u"call(alpha, beta); | call(alpha, gamma);"_s, u"gone = 1; | ~"_s,
                         u"int last; | int last;"_s, u"diff --git a/b.c b/b.c | diff --git a/b.c b/b.c"_s,
                         u"--- a/b.c | +++ b/b.c"_s}));
        // Every offset leads to its place on its side, and back.
        for (qsizetype line = 0; line < unified->lines().size(); ++line) {
            const auto &l = unified->lines()[line];
            const bool inHunk = l.kind == Kind::Added || l.kind == Kind::Removed || l.kind == Kind::Context;
            if (l.kind == Kind::FileHeading)
                continue; // each side counts its own lines there
            for (const auto side : {ui::DiffSides::Old, ui::DiffSides::New}) {
                QCOMPARE(
                    sides.isOn(side, line),
                    l.kind != (side == ui::DiffSides::Old ? Kind::Added : Kind::Removed) &&
                        !unified->lineText(line).startsWith(side == ui::DiffSides::Old ? u"+++" : u"---"));
                if (!sides.isOn(side, line))
                    continue;
                for (qsizetype offset = l.start + inHunk; offset <= l.start + l.length; ++offset)
                    QCOMPARE(sides.toUnified(side, sides.fromUnified(side, offset)), offset);
            }
        }
    }

    void diffIsShownSideBySideByKeyAndBack()
    {
        m_view->setMessage(sidesPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        auto *left = part<ui::MessageText>(*m_view, "messageDiffOld");
        auto *right = part<ui::MessageText>(*m_view, "messageDiffNew");
        QSignalSpy changed(m_view.get(), &ui::MessageView::readingOptionsChanged);
        diff->setFocus();
        QVERIFY(!left->isVisible());
        QTest::keyClick(diff, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(diff, Qt::Key_S);
        QVERIFY(left->isVisible() && right->isVisible() && !diff->isVisible());
        QVERIFY(right->hasFocus());
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_view->readingOptions().sideBySide);
        // It goes on where the reader was.
        QCOMPARE(right->topLine(), right->document().files()[1].line);
        QTest::keyClick(right, Qt::Key_S);
        QVERIFY(diff->isVisible() && !left->isVisible());
        QVERIFY(diff->hasFocus());
        QCOMPARE(diff->topLine(), diff->document().files()[1].line);
        // And stays so for the next message.
        QTest::keyClick(diff, Qt::Key_S);
        m_view->setMessage(lampPatch().send(), {});
        QVERIFY(left->toPlainText().contains(u"old copper"_s));
        QVERIFY(!left->toPlainText().contains(u"new copper"_s));
        QVERIFY(right->toPlainText().contains(u"new copper"_s));
        m_view->clear();
        QVERIFY(left->toPlainText().isEmpty());
    }

    void sidesScrollTogether()
    {
        const auto [left, right] = showSides(sidesPatch());
        QTest::keyClick(right, Qt::Key_End, Qt::ControlModifier);
        QVERIFY(right->verticalScrollBar()->value() > 0);
        QVERIFY(right->horizontalScrollBar()->value() > 0);
        QCOMPARE(left->verticalScrollBar()->value(), right->verticalScrollBar()->value());
        QVERIFY(left->horizontalScrollBar()->value() > 0);
        auto *bar = part<QScrollBar>(*m_view, "messageSidesHorizontal");
        QVERIFY(bar->isVisible());
        bar->setValue(30);
        QCOMPARE(left->horizontalScrollBar()->value(), 30);
        QCOMPARE(right->horizontalScrollBar()->value(), 30);
        left->setFocus();
        QTest::keyClick(left, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(right->verticalScrollBar()->value(), 0);
        for (const qsizetype row : {qsizetype(3), qsizetype(20)})
            QCOMPARE(left->characterRect(left->document().lines()[row].start).top(),
                     right->characterRect(right->document().lines()[row].start).top());
    }

    void sidesFoldTogetherAndStayFoldedInOneColumn()
    {
        const auto [left, right] = showSides(sidesPatch());
        left->setFocus();
        QTest::keyClick(left, Qt::Key_F);
        QVERIFY(left->isFolded(0) && right->isFolded(0));
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        QCOMPARE(files->topLevelItem(0)->data(0, Qt::AccessibleTextRole), u"a.c, folded"_s);
        QTest::keyClick(left, Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(left->isFolded(1) && right->isFolded(1));
        QTest::keyClick(left, Qt::Key_S);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QVERIFY(diff->isFolded(0) && diff->isFolded(1));
        QTest::keyClick(diff, Qt::Key_U, Qt::ShiftModifier);
        QTest::keyClick(diff, Qt::Key_S);
        QVERIFY(!left->isFolded(0) && !right->isFolded(1));
        QTest::mouseClick(right->viewport(), Qt::LeftButton, {}, right->characterRect(2).center());
        QVERIFY(left->isFolded(0));
    }

    void eachSideIsSelectedAndCopiedAlone()
    {
        const auto [left, right] = showSides(sidesPatch());
        left->setFocus();
        QTest::keyClick(left, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(left, Qt::Key_C, Qt::ControlModifier);
        QString copied = QGuiApplication::clipboard()->text();
        // Without signs, and without what stands in for the other side's lines.
        QVERIFY(copied.contains(u"\nint first;\ncall(alpha, beta);\ngone = 1;\nint last;\n"_s));
        QVERIFY(!right->hasSelection());
        right->setFocus();
        QTest::keyClick(right, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(right, Qt::Key_C, Qt::ControlModifier);
        copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"\nint first;\n/* Said anew. */\ncall(alpha, gamma);\nint last;\n"_s));
    }

    void wordsThatChangedAreMarkedOnBothSides()
    {
        const auto [left, right] = showSides(sidesPatch());
        const ui::Theme theme = ui::Theme::of(left->palette());
        const auto ground = [](ui::MessageText *text, const QString &word, qsizetype in) {
            const QImage image = text->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const QRect rect = text->characterRect(text->document().text().indexOf(word) + in);
            return image.pixelColor(rect.left(), rect.top() + 2);
        };
        QCOMPARE(ground(left, u"beta);"_s, 0), theme.removedMark);
        QCOMPARE(ground(left, u"call(alpha, b"_s, 0), theme.removedGround);
        QCOMPARE(ground(right, u"gamma);"_s, 0), theme.addedMark);
        QCOMPARE(ground(right, u"call(alpha, g"_s, 0), theme.addedGround);
    }

    void sidesAreNumbered()
    {
        const auto [left, right] = showSides(sidesPatch());
        const auto numbers = [](const ui::MessageText *text) {
            QStringList numbers;
            for (const auto &line : text->document().lines()) {
                if (line.file == 0 && line.kind >= Kind::Context)
                    numbers += QString::number(std::max(line.oldNumber, line.newNumber));
            }
            return numbers.join(u' ');
        };
        // The letter's hunk begins with line 0 of both files; what fills a side has no number.
        QCOMPARE(numbers(left), u"0 0 1 2 3"_s);
        QCOMPARE(numbers(right), u"0 1 2 0 3"_s);
    }

    void findGoesThroughBothSides()
    {
        const auto [left, right] = showSides(sidesPatch());
        QTest::keyClick(right, Qt::Key_F, Qt::ControlModifier);
        auto *query = part<QLineEdit>(*m_view, "messageFind");
        auto *count = part<QLabel>(*m_view, "messageFindCount");
        query->setText(u"call(alpha"_s);
        QCOMPARE(count->text(), u"1 of 2"_s);
        const QColor current = ui::Theme::of(left->palette()).currentFindGround;
        const QColor found = ui::Theme::of(left->palette()).findGround;
        QVERIFY(shows(left->viewport(), current));
        QVERIFY(!shows(right->viewport(), current));
        QVERIFY(shows(right->viewport(), found));
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(!shows(left->viewport(), current));
        QVERIFY(shows(right->viewport(), current));
        // What stands on both sides is found once and marked on both.
        query->setText(u"int last"_s);
        QCOMPARE(count->text(), u"1 of 1"_s);
        QVERIFY(shows(left->viewport(), current) && shows(right->viewport(), current));
        // Far down, in what is folded.
        right->setAllFolded(true);
        query->setText(u"copper"_s);
        QCOMPARE(count->text(), u"1 of 1"_s);
        QVERIFY(!right->isFolded(1) && !left->isFolded(1));
        QVERIFY(right->isFolded(0));
        QVERIFY(right->verticalScrollBar()->value() > 0);
        QVERIFY(right->horizontalScrollBar()->value() > 0);
        QVERIFY(shows(right->viewport(), current));
        QTest::keyClick(query, Qt::Key_Escape);
        QCOMPARE(right->selectedText(), u"copper"_s);
        QVERIFY(right->hasFocus());
    }

    void wordsOfASearchAreMarkedAndSteppedSideBySide()
    {
        m_view->setMarker([](const QString &text, ui::SearchedPart) {
            QList<ui::TextRange> ranges;
            for (qsizetype at = text.indexOf(u"alpha"_s); at >= 0; at = text.indexOf(u"alpha"_s, at + 1))
                ranges.append({at, 5});
            return ranges;
        });
        const auto [left, right] = showSides(sidesPatch());
        const ui::Theme theme = ui::Theme::of(left->palette());
        QVERIFY(shows(left->viewport(), theme.findGround) && shows(right->viewport(), theme.findGround));
        QTest::keyClick(right, Qt::Key_F3);
        QVERIFY(shows(left->viewport(), theme.currentFindGround));
        QTest::keyClick(right, Qt::Key_F3);
        QVERIFY(shows(right->viewport(), theme.currentFindGround));
    }

    void filesAndHunksAreSteppedSideBySide()
    {
        const auto [left, right] = showSides(sidesPatch());
        for (ui::MessageText *side : {left, right}) {
            side->setFocus();
            QTest::keyClick(side, Qt::Key_Home, Qt::ControlModifier);
            QTest::keyClick(side, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(side->currentLine(), side->document().hunks()[0]);
            QTest::keyClick(side, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(side->currentLine(), side->document().hunks()[1]);
            QTest::keyClick(side, Qt::Key_Up, Qt::AltModifier);
            QCOMPARE(side->currentLine(), side->document().hunks()[0]);
            QTest::keyClick(side, Qt::Key_Down, Qt::ControlModifier);
            QCOMPARE(side->currentLine(), side->document().files()[1].line);
            QTest::keyClick(side, Qt::Key_Up, Qt::ControlModifier);
            QCOMPARE(side->currentLine(), side->document().files()[0].line);
        }
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {},
                          files->visualItemRect(files->topLevelItem(1)).center());
        QCOMPARE(right->currentLine(), right->document().files()[1].line);
        QCOMPARE(left->topLine(), right->topLine());
    }

    void sidesWorkInANarrowWindowAndWithoutADiff()
    {
        m_view->resize(320, 200);
        const auto [left, right] = showSides(sidesPatch());
        QVERIFY(left->viewport()->width() > 0);
        QVERIFY(std::abs(left->width() - right->width()) <= 1);
        QVERIFY(part<QScrollBar>(*m_view, "messageSidesHorizontal")->isVisible());
        m_view->setMessage(Letter().head(u"Only words.\n"_s).send(), {});
        // The sentence about it needs no sides.
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QVERIFY(diff->isVisible() && !left->isVisible() && !right->isVisible());
        QCOMPARE(linesOf(diff->document(), Kind::Remark).size(), 1);
        m_view->setMessage(sidesPatch().send(), {});
        QVERIFY(left->isVisible() && right->isVisible());
        for (ui::MessageText *side : {left, right}) {
            side->setFocus();
            for (const int key :
                 {Qt::Key_Down, Qt::Key_End, Qt::Key_F, Qt::Key_W, Qt::Key_L, Qt::Key_Return, Qt::Key_F3})
                QTest::keyClick(side, Qt::Key(key));
        }
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
        QCOMPARE(raw->toPlainText(),
                 u"Subject: =?utf-8?q?l=C3=A4mp?=\u240d\nX-Odd: caf\u2039E9\u203a\n\nbody ä\u2407\n=20"_s);
    }

    void findCountsMarksAndCloses()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        auto *bar = part<QWidget>(*m_view, "messageFindBar");
        QVERIFY(!bar->isVisible());
        QTest::keyClick(text, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar->isVisible());
        auto *query = part<QLineEdit>(*m_view, "messageFind");
        auto *count = part<QLabel>(*m_view, "messageFindCount");
        QTest::keyClicks(query, u"COPPER"_s);
        QCOMPARE(count->text(), u"Not found"_s); // a capital asks for capitals
        query->clear();
        QTest::keyClicks(query, u"copper"_s);
        QCOMPARE(count->text(), u"1 of 2"_s);
        QVERIFY(shows(text->viewport(), ui::Theme::of(text->palette()).currentFindGround));
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(count->text(), u"2 of 2"_s);
        QTest::keyClick(query, Qt::Key_F3);
        QCOMPARE(count->text(), u"1 of 2"_s);
        QTest::keyClick(query, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count->text(), u"2 of 2"_s);
        QTest::keyClick(query, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(text->selectedText(), u"copper"_s);
        QVERIFY(text->hasFocus());
    }

    void findLooksInTheTabThatIsShown()
    {
        Letter letter = lampPatch();
        letter.edit().raw = "X-Only-Here: unicorn\n\nunicorn\n";
        m_view->setMessage(letter.send(), {});
        m_view->openFind();
        part<QLineEdit>(*m_view, "messageFind")->setText(u"unicorn"_s);
        QCOMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"Not found"_s);
        m_view->setCurrentTab(ui::MessageView::Tab::Raw);
        QCOMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"2 matches"_s);
    }

    void findReachesTheEndOfAHugeDiff()
    {
        Letter letter = lampPatch();
        QStringList lines;
        for (int i = 0; i < 100'000; ++i)
            lines += u"+line %1"_s.arg(i);
        lines += u"+needle in the haystack"_s;
        letter.file(u"big.c"_s, lines);
        m_view->setMessage(letter.send(), {});
        m_view->openFind();
        part<QLineEdit>(*m_view, "messageFind")->setText(u"needle"_s);
        QTRY_COMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"1 of 1"_s);
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QTRY_VERIFY(text->verticalScrollBar()->value() > 99'000);
    }

    void decorationIsNeverFound()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        m_view->openFind();
        part<QLineEdit>(*m_view, "messageFind")->setText(u"wire.c"_s);
        // "diff --git" twice, "---", "+++"; but not the heading above them.
        QCOMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"1 of 4"_s);
    }

    void longLinesAreCutWithAMarkThatLeadsToTheRawText()
    {
        Letter letter = lampPatch();
        letter.file(u"min.js"_s, {u"+"_s + QString(50'000, u'x')});
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const auto &document = text->document();
        qsizetype cut = -1;
        for (qsizetype i = 0; i < document.lines().size(); ++i) {
            if (document.lines()[i].cut)
                cut = i;
        }
        QVERIFY(cut >= 0);
        QVERIFY(document.lines()[cut].length < 2200);
        QVERIFY(document.lineText(cut).endsWith(u"‹… 48001 more characters, see the raw message›"));
        const qsizetype mark = document.lines()[cut].start + document.lines()[cut].length - 5;
        text->setSelection(mark, mark);
        text->ensureVisible(mark);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(m_view->currentTab(), ui::MessageView::Tab::Raw);
        QVERIFY(part<ui::MessageText>(*m_view, "messageRaw")->toPlainText().contains(QString(50'000, u'x')));
    }

    void proseWrapsAndDiffScrolls()
    {
        Letter letter;
        letter.head(u"word "_s.repeated(100) + u"\n---\n"_s);
        letter.file(u"a.c"_s, {u"+short"_s});
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
        // Still one line for whoever copies it.
        QVERIFY(text->toPlainText().startsWith(u"word "_s.repeated(100) + u'\n'));
        const qsizetype last = text->document().lines()[1].start + 495;
        QVERIFY(text->characterRect(last).top() > text->characterRect(0).top());
        letter.file(u"b.c"_s, {u"+"_s + u"wide "_s.repeated(100)});
        m_view->setMessage(letter.send(), {});
        QVERIFY(text->horizontalScrollBar()->maximum() > 0);
    }

    void copyGivesPlainText()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"Light the lamp"_s));
        QVERIFY(copied.contains(u"-old copper\n+new copper\n"_s));
        QVERIFY(!copied.contains(u"lamp/wire.c  +1"_s)); // the heading is ours
        part<QAction>(*m_view, "messageCopyIdAction")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"20250520.4-author@example.org"_s);
    }

    void caretAndSelectionFollowTheKeyboard()
    {
        m_view->setMessage(Letter().head(u"one two\nthree\n"_s).send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text->selectedText(), u"one "_s);
        QTest::keyClick(text, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(text->selectedText(), u"one two"_s);
        QTest::keyClick(text, Qt::Key_Down);
        QCOMPARE(text->document().lineText(text->currentLine()).toString(), u"three"_s);
        QVERIFY(!text->hasSelection());
    }

    void mouseSelects()
    {
        m_view->setMessage(Letter().head(u"one two\nthree\n"_s).send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const qsizetype start = text->document().lines()[1].start;
        const QPoint from = text->characterRect(start).topLeft() + QPoint(0, 4);
        const QPoint to = text->characterRect(start + 3).topLeft() + QPoint(0, 4);
        QTest::mousePress(text->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(text->viewport(), to);
        QMouseEvent move(QEvent::MouseMove, to, text->viewport()->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(text->viewport(), &move);
        QTest::mouseRelease(text->viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(text->selectedText(), u"one"_s);
        QTest::mouseDClick(text->viewport(), Qt::LeftButton, {}, text->characterRect(start + 5).center());
        QCOMPARE(text->selectedText(), u"two"_s);
    }

    void messageLinksSayWhereTheyLeadAndAreFollowed()
    {
        m_view->setMessage(Letter().head(u"See\nhttps://lore.kernel.org/r/a.b@example.org.\n"_s).send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QSignalSpy followed(m_view.get(), &ui::MessageView::messageIdActivated);
        QSignalSpy told(m_view.get(), &ui::MessageView::statusMessage);
        const QPoint link = text->characterRect(text->document().lines()[2].start + 12).center();
        QMouseEvent move(QEvent::MouseMove, link, text->viewport()->mapToGlobal(link), Qt::NoButton,
                         Qt::NoButton, {});
        QCoreApplication::sendEvent(text->viewport(), &move);
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0][0].toString().contains(u"<a.b@example.org>"_s));
        QCOMPARE(followed.size(), 0);
        QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, link);
        QCOMPARE(followed.size(), 1);
        QCOMPARE(followed[0][0].toByteArray(), "a.b@example.org");
    }

    void webLinksAreShownBeforeTheyOpen()
    {
        m_view->setMessage(Letter().head(u"See\nhttps://example.org/?a=1&b=2\n"_s).send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QString shown;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            shown = menu->actions().constFirst()->text();
            menu->close();
        });
        const qsizetype offset = text->document().lines()[2].start + 12;
        text->setSelection(offset, offset);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(shown, u"https://example.org/?a=1&&b=2"_s);
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

private:
    /// The Diff tab side by side, with the focus on what comes out.
    std::pair<ui::MessageText *, ui::MessageText *> showSides(Letter letter)
    {
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        part<QAction>(*m_view, "messageSideBySideAction")->trigger();
        auto *right = part<ui::MessageText>(*m_view, "messageDiffNew");
        right->setFocus();
        return {part<ui::MessageText>(*m_view, "messageDiffOld"), right};
    }

    std::unique_ptr<ui::MessageView> m_view;
};

QTEST_MAIN(TestMessageView)
#include "tst_messageview.moc"
