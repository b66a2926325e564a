// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the tree against its own layout: which room may include which, and what must never appear where.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Every room and the rooms it may include from, itself aside. A room that is not listed may include nothing.
const QMap<QString, QStringList> &arrows()
{
    static const QStringList values = {u"models/base"_s, u"models/mail"_s, u"models/patch"_s,
                                       u"models/series"_s, u"models/catalog"_s};
    static const QStringList engine =
        values + QStringList{u"models/git"_s, u"models/archive"_s, u"models/store"_s, u"models/digest"_s};
    static const QMap<QString, QStringList> table = {
        {u"models/base"_s, {}},
        {u"models/git"_s, {u"models/base"_s}},
        {u"models/archive"_s, {u"models/base"_s, u"models/git"_s}},
        {u"models/mail"_s, {u"models/base"_s}},
        {u"models/patch"_s, {u"models/base"_s, u"models/mail"_s}},
        {u"models/series"_s, {u"models/base"_s, u"models/mail"_s, u"models/patch"_s}},
        {u"models/catalog"_s, {u"models/base"_s, u"models/mail"_s, u"models/patch"_s, u"models/series"_s}},
        {u"models/store"_s, values},
        {u"models/digest"_s, values},
        {u"models/jobs"_s, engine},
        {u"models/items"_s, values},
        {u"ui"_s, values + QStringList{u"models/items"_s, u"models/digest"_s}},
        {u"app"_s, engine + QStringList{u"models/jobs"_s, u"models/items"_s, u"ui"_s}},
    };
    return table;
}

/// Libraries that belong to one room, and to its sources alone where `headers` is false.
struct Ownership
{
    QString include;
    QStringList rooms;
    bool headers;
};

const QList<Ownership> &ownerships()
{
    static const QList<Ownership> list = {
        {u"^git2"_s, {u"models/git"_s}, false},
        {u"^gmime/"_s, {u"models/mail"_s}, false},
        {u"^sqlite3"_s, {u"models/store"_s}, false},
        {u"^zlib\\.h"_s, {u"models/archive"_s}, false},
        {u"^(QtWidgets|QtGui|QtCharts|QWidget|QColor|QIcon|QFont|QPalette|QPainter|QPixmap|QBrush)"_s,
         {u"ui"_s, u"app"_s},
         true},
        {u"^(QThread|QThreadPool|QtConcurrent|QFuture|QMutex)"_s, {u"models/jobs"_s, u"app"_s}, true},
        {u"^QObject$"_s, {u"models/jobs"_s, u"models/items"_s, u"ui"_s, u"app"_s}, true},
        {u"^QSettings$"_s, {u"app"_s}, true},
        {u"^(QNetwork|QtNetwork|QWebEngine|QTcp|QUdp|QSsl|QHost|QLocalS)"_s, {}, true},
        {u"^sys/(socket|un)\\.h"_s, {u"app"_s}, false},
    };
    return list;
}

QString roomOf(const QString &path)
{
    for (auto it = arrows().keyBegin(); it != arrows().keyEnd(); ++it) {
        if (path.startsWith(*it + u'/'))
            return *it;
    }
    return {};
}

QStringList sources(const QStringList &folders)
{
    QStringList found;
    const QDir top(QStringLiteral(LOREDESK_SOURCE_DIR));
    for (const QString &folder : folders) {
        QDirIterator it(top.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            found << top.relativeFilePath(it.next());
    }
    found.sort();
    return found;
}

QString contentOf(const QString &path)
{
    QFile file(QStringLiteral(LOREDESK_SOURCE_DIR) + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList captures(const QString &text, const QString &pattern)
{
    QStringList result;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (auto it = expression.globalMatch(text); it.hasNext();)
        result << it.next().captured(1);
    return result;
}

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private slots:
    void includesFollowTheArrows()
    {
        QStringList wrong;
        const QStringList files = sources({u"models"_s, u"ui"_s, u"app"_s});
        QVERIFY(files.size() > 20);
        for (const QString &file : files) {
            const QString from = roomOf(file);
            QVERIFY2(!from.isEmpty(), qPrintable(file + u" lies in no room"_s));
            for (const QString &include :
                 captures(contentOf(file), u"^\\s*#\\s*include\\s+[\"]([^\"]+)[\"]"_s)) {
                if (include.endsWith(".moc"_L1))
                    continue;
                const QString to = roomOf(include);
                if (to.isEmpty())
                    wrong << file + u": \""_s + include + u"\" is not written from the top"_s;
                else if (to != from && !arrows().value(from).contains(to))
                    wrong << file + u": "_s + from + u" may not use "_s + to;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void librariesStayInTheirRooms()
    {
        QStringList wrong;
        for (const QString &file : sources({u"models"_s, u"ui"_s, u"app"_s})) {
            for (const QString &include : captures(contentOf(file), u"^\\s*#\\s*include\\s+<([^>]+)>"_s)) {
                for (const Ownership &owned : ownerships()) {
                    if (!QRegularExpression(owned.include).match(include).hasMatch())
                        continue;
                    if (!owned.rooms.contains(roomOf(file)) || (!owned.headers && file.endsWith(".h"_L1)))
                        wrong << file + u": <"_s + include + u"> does not belong here"_s;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void everySourceNamesItsLicence()
    {
        QStringList wrong;
        for (const QString &file : sources({u"models"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
            if (!contentOf(file).startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"_L1))
                wrong << file;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void theTopLevelIsAsItIsWritten()
    {
        const QStringList expected = {
            u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"COPYING"_s,   u"README.md"_s, u"app"_s,
            u"models"_s,         u"packaging"_s,         u"resources"_s, u"tests"_s,     u"ui"_s};
        QStringList found =
            QDir(QStringLiteral(LOREDESK_SOURCE_DIR)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        found.removeAll(u"build"_s);
        std::sort(found.begin(), found.end());
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
