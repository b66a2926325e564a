// SPDX-License-Identifier: GPL-3.0-or-later
// What a mail program or git is told of a message that is to be answered.
#include "messagefixture.h"
#include "ui/replying.h"

#include <QDesktopServices>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace loredesk;
using namespace loredesk::tests;

namespace {

QString field(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

/// A message to a list, with a Cc.
Letter letterToList()
{
    Letter letter;
    mail::Message &mail = letter.head(u"Light the lamp.\n\n> Is it dark?\nYes.\n"_s).edit().message;
    mail.from = {u"A U Thor"_s, u"author@example.org"_s};
    mail.to = {{u"Lamp list"_s, u"lamp@example.org"_s}, {u"R E Viewer"_s, u"viewer@example.org"_s}};
    mail.cc = {{{}, u"Author@Example.org"_s}, {u"Other"_s, u"other@example.org"_s}};
    return letter;
}

} // namespace

class ReplyingTest : public MessageViewTest
{
    Q_OBJECT

public slots:
    void take(const QUrl &url) { m_taken += url; }

private slots:
    void init() { m_taken.clear(); }
    void aReplyGoesToTheWriterAndEverybodyElseOnce();
    void aReplyGoesWhereReplyToSays();
    void theTextIsQuotedWithoutItsSignature();
    void nobodySlipsFieldsOrMarksIntoAReply();
    void aLongTextIsQuotedAsFarAsItFits();
    void withoutAnAddressThereIsNoReply();
    void theCommandIsQuotedForAShell();
    void theViewerHandsTheReplyToTheMailProgram();

private:
    QList<QUrl> m_taken;
};

void ReplyingTest::aReplyGoesToTheWriterAndEverybodyElseOnce()
{
    const QUrl url = ui::replyUrl(*letterToList().send());
    QCOMPARE(url.scheme(), u"mailto"_s);
    QCOMPARE(url.path(), u"author@example.org"_s);
    QCOMPARE(field(url, u"cc"_s), u"lamp@example.org,viewer@example.org,other@example.org"_s);
    QCOMPARE(field(url, u"subject"_s), u"Re: [PATCH net-next v3 4/5] lamp: light it"_s);
    QCOMPARE(field(url, u"in-reply-to"_s), u"<20250520.4-author@example.org>"_s);
    Letter answer = letterToList();
    answer.edit().message.subject = u"RE: lamp"_s;
    QCOMPARE(field(ui::replyUrl(*answer.send()), u"subject"_s), u"RE: lamp"_s);
}

void ReplyingTest::aReplyGoesWhereReplyToSays()
{
    Letter letter = letterToList();
    letter.edit().message.replyTo = {{{}, u"viewer@example.org"_s}};
    QUrl url = ui::replyUrl(*letter.send());
    QCOMPARE(url.path(), u"viewer@example.org"_s);
    QCOMPARE(field(url, u"cc"_s), u"author@example.org,lamp@example.org,other@example.org"_s);
    // Where a list wrote itself into From, to who wrote.
    letter = letterToList();
    letter.edit().message.originalFrom = {u"W Riter"_s, u"writer@example.org"_s};
    url = ui::replyUrl(*letter.send());
    QCOMPARE(url.path(), u"writer@example.org"_s);
    QVERIFY(field(url, u"body"_s).contains("W Riter wrote:"_L1));
}

void ReplyingTest::theTextIsQuotedWithoutItsSignature()
{
    QCOMPARE(field(ui::replyUrl(*letterToList().send()), u"body"_s),
             u"On 20 May 2025 20:26:35 +0200, A U Thor wrote:\r\n> Light the lamp.\r\n>\r\n"
             ">> Is it dark?\r\n> Yes.\r\n"_s);
}

void ReplyingTest::nobodySlipsFieldsOrMarksIntoAReply()
{
    Letter letter = letterToList().head(u"a&bcc=evil@example.org\n\x1b[2J\n"_s);
    mail::Message &mail = letter.edit().message;
    mail.subject = u"x\r\nBcc: evil@example.org?&bcc=evil@example.org#\u202e"_s;
    mail.messageId = "a&bcc=evil@example.org";
    mail.cc = {{{}, u"x@example.org&bcc=evil@example.org"_s},
               {{}, u"y@example.org?bcc=evil@example.org"_s},
               {{}, u"z@example.org,evil@example.org"_s},
               {{}, u"w\n@example.org"_s}};
    const QUrl url = ui::replyUrl(*letter.send());
    QVERIFY(url.isValid());
    QStringList names;
    for (const auto &[name, value] : QUrlQuery(url).queryItems())
        names += name;
    QCOMPARE(names, (QStringList{u"subject"_s, u"cc"_s, u"in-reply-to"_s, u"body"_s}));
    QVERIFY(!url.hasFragment());
    const QString subject = field(url, u"subject"_s);
    QVERIFY(!subject.contains(u'\n') && !subject.contains(u'\u202e') && subject.contains("U+202E"_L1));
    QVERIFY(!field(url, u"cc"_s).contains("z@"_L1) && !field(url, u"cc"_s).contains(u'\n'));
    QVERIFY(!field(url, u"body"_s).contains(u'\x1b'));
}

void ReplyingTest::aLongTextIsQuotedAsFarAsItFits()
{
    const QUrl url = ui::replyUrl(*letterToList().head(u"a line & more\n"_s.repeated(20'000)).send());
    QVERIFY(url.toEncoded().size() < 64'000);
    const QString body = field(url, u"body"_s);
    QVERIFY(body.endsWith("> a line & more\r\n> [...]"_L1));
    QVERIFY(body.size() > 10'000);
}

void ReplyingTest::withoutAnAddressThereIsNoReply()
{
    Letter letter = letterToList();
    letter.edit().message.from = {u"Nobody"_s, u"nobody"_s};
    QVERIFY(ui::replyUrl(*letter.send()).isEmpty());
    QVERIFY(!ui::replyCommand(*letter.send()));
}

void ReplyingTest::theCommandIsQuotedForAShell()
{
    Letter letter = letterToList();
    QCOMPARE(ui::replyCommand(*letter.send()).value_or(QString()),
             u"git send-email --in-reply-to=20250520.4-author@example.org --to=author@example.org "
             "--cc=lamp@example.org --cc=viewer@example.org --cc=other@example.org YOUR_REPLY"_s);
    letter.edit().message.messageId = "a;rm -rf ~@example.org";
    QVERIFY(ui::replyCommand(*letter.send())
                .value_or(QString())
                .contains("--in-reply-to='a;rm -rf ~@example.org' "_L1));
    letter.edit().message.messageId = "a\n@example.org";
    QVERIFY(!ui::replyCommand(*letter.send()));
    letter.edit().message.messageId.clear();
    QVERIFY(!ui::replyCommand(*letter.send()));
}

void ReplyingTest::theViewerHandsTheReplyToTheMailProgram()
{
    open();
    QDesktopServices::setUrlHandler(u"mailto"_s, this, "take");
    auto *reply = part<QAction>(*m_view, "messageReplyAction");
    QVERIFY(!reply->isEnabled());
    m_view->setMessage(letterToList().send(), {});
    reply->trigger();
    QCOMPARE(m_taken.size(), 1);
    QCOMPARE(m_taken[0].path(), u"author@example.org"_s);
    Letter nobody = letterToList();
    nobody.edit().message.from = {};
    m_view->setMessage(nobody.send(), {});
    const QSignalSpy said(m_view.get(), &ui::MessageView::statusMessage);
    reply->trigger();
    QCOMPARE(m_taken.size(), 1);
    QCOMPARE(said.count(), 1);
    QDesktopServices::unsetUrlHandler(u"mailto"_s);
    close();
}

QTEST_MAIN(ReplyingTest)
#include "tst_replying.moc"
