// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diffsides.h"
#include "ui/messageview.h"

#include <QAction>
#include <QTest>

#include <memory>

namespace loredesk::tests {

using namespace Qt::StringLiterals;

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

inline Letter lampPatch()
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

inline Letter blankPatch()
{
    Letter letter;
    letter.head(u"x\n---\n"_s);
    letter.file(u"a.c"_s, {u" kept "_s, u"-gone  "_s, u"+flawed  "_s, u"+\ttabbed end"_s,
                           u"\\ No newline at end of file"_s});
    return letter;
}

/// Rows of a diff side by side: "old | new"; nothing where a side has no line.
inline QStringList rowsOf(const ui::DiffSides &sides, ui::MessageDocument::Kind first)
{
    QStringList rows;
    const auto &left = *sides.document(ui::DiffSides::Old);
    const auto &right = *sides.document(ui::DiffSides::New);
    for (qsizetype i = 0; i < left.lines().size(); ++i) {
        if (left.lines()[i].kind < first)
            continue;
        const auto text = [&](const ui::MessageDocument &side) {
            return side.lines()[i].kind == ui::MessageDocument::Kind::Filler ? u"~"_s
                                                                             : side.lineText(i).toString();
        };
        rows += text(left) + u" | "_s + text(right);
    }
    return rows;
}

inline Letter sidesPatch()
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

inline QStringList linesOf(const ui::MessageDocument &document, ui::MessageDocument::Kind kind)
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

inline QPalette paletteOf(const QColor &base, const QColor &text)
{
    QPalette palette(base);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Window, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

/// True if a picture of the widget holds the very colour.
inline bool shows(QWidget *widget, const QColor &color)
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

/// Has a viewer for each test function: call open() from init(), close() from cleanup().
class MessageViewTest : public QObject
{
protected:
    void open(const QSize &size = {800, 500})
    {
        m_view = std::make_unique<ui::MessageView>();
        m_view->resize(size);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void close() { m_view.reset(); }

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

} // namespace loredesk::tests
