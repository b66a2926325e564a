// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the translations against what the sources say: nothing missing, nothing left over, nothing half done.
#include "models/items/enginewords.h"
#include "ui/mainwindow.h"
#include "ui/phasename.h"
#include "ui/readabledate.h"
#include "ui/searchterms.h"

#include <QDirIterator>
#include <QKeySequence>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace loredesk;

static void initialiseResources()
{
    Q_INIT_RESOURCE(loredesk);
    Q_INIT_RESOURCE(translations);
}

namespace {

struct Text
{
    QString source;
    QString type; ///< of the translation: empty where it is finished
    QStringList translations;
    bool plural = false;
};
/// By context, source and comment.
using Texts = QMap<QString, Text>;

Texts read(const QString &path)
{
    Texts texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    QString comment;
    Text text;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "message"_L1)
            texts.insert(context + u" | "_s + text.source + u" | "_s + comment, text);
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            text = {};
            comment.clear();
            text.plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            text.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            text.type = xml.attributes().value("type"_L1).toString();
            if (!text.plural)
                text.translations << xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            text.translations << xml.readElementText();
        }
    }
    return xml.hasError() ? Texts() : texts;
}

QStringList markers(const QString &text)
{
    static const QRegularExpression expression(u"%(?:L?\\d|L?n)"_s);
    QStringList found;
    for (auto it = expression.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

QStringList tags(const QString &text)
{
    static const QRegularExpression expression(u"<[^>]*>"_s);
    QStringList found;
    for (auto it = expression.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    return found;
}

bool hasMnemonic(QString text)
{
    text.remove(u"&&"_s);
    return text.contains(u'&');
}

QString translationFile()
{
    return QStringLiteral(LOREDESK_SOURCE_DIR "/resources/translations/loredesk_de.ts");
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initialiseResources(); }

    void theTranslationHasWhatTheSourcesSayAndNothingElse();
    void whatTheSearchFieldOffersIsCollected();
    void everyTextIsTranslated();
    void translationsKeepWhatIsFilledIn();
    void everyPhaseOfTheEngineHasAName();
    void everySentenceOfTheEngineCanBeTranslated();
    void theEngineSpeaksTheLanguageOfTheWindow();
    void theWindowSpeaksTheLanguageThatIsLoaded();
    void everyPageOfTheHelpIsThereInEveryLanguage();

private:
    /// As lupdate finds them; none where that cannot be run.
    static Texts textsOfTheSources();
};

Texts TranslationsTest::textsOfTheSources()
{
    const QTemporaryDir directory;
    const QString fresh = directory.filePath(u"loredesk_de.ts"_s);
    QStringList command = QStringLiteral(LOREDESK_LUPDATE_COMMAND).split(u'|');
    const QString program = command.takeFirst();
    QProcess lupdate;
    lupdate.start(program, command + QStringList{fresh, u"-target-language"_s, u"de"_s});
    return lupdate.waitForFinished(120000) && lupdate.exitCode() == 0 ? read(fresh) : Texts();
}

void TranslationsTest::theTranslationHasWhatTheSourcesSayAndNothingElse()
{
    const Texts wanted = textsOfTheSources();
    const Texts had = read(translationFile());
    QVERIFY(wanted.size() > 300);
    QStringList wrong;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!had.contains(it.key()))
            wrong << u"missing: "_s + it.key();
    }
    for (auto it = had.begin(); it != had.end(); ++it) {
        if (!wanted.contains(it.key()))
            wrong << u"left over: "_s + it.key();
    }
    QVERIFY2(wrong.isEmpty(),
             qPrintable(u"build the target lupdate, then translate:\n"_s + wrong.join(u'\n')));
}

void TranslationsTest::whatTheSearchFieldOffersIsCollected()
{
    const Texts texts = textsOfTheSources();
    QStringList wrong;
    for (const ui::SearchTerm &term : ui::searchTerms()) { // no translation is loaded
        if (!texts.contains(u"loredesk::ui::SearchField | "_s + term.meaning + u" | "_s))
            wrong << term.meaning;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TranslationsTest::everyTextIsTranslated()
{
    QStringList wrong;
    const Texts texts = read(translationFile());
    QVERIFY(!texts.isEmpty());
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const Text &text = *it;
        const auto isEmpty = [](const QString &form) { return form.trimmed().isEmpty(); };
        if (!text.type.isEmpty() || text.translations.size() != (text.plural ? 2 : 1) ||
            std::any_of(text.translations.begin(), text.translations.end(), isEmpty))
            wrong << it.key();
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TranslationsTest::translationsKeepWhatIsFilledIn()
{
    QStringList wrong;
    const Texts texts = read(translationFile());
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const Text &text = *it;
        for (const QString &translation : text.translations) {
            if (markers(translation) != markers(text.source) || tags(translation) != tags(text.source) ||
                hasMnemonic(translation) != hasMnemonic(text.source) ||
                translation.endsWith(u'…') != text.source.endsWith(u'…') ||
                translation.startsWith(u' ') != text.source.startsWith(u' ') ||
                translation.endsWith(u' ') != text.source.endsWith(u' '))
                wrong << it.key() + u" → "_s + translation;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TranslationsTest::everyPhaseOfTheEngineHasAName()
{
    const Texts texts = read(translationFile());
    static const QRegularExpression call(u"[pP]rogress(?:\\.progress)?\\(\\s*u\"([^\"]+)\"_s"_s);
    QStringList wrong;
    int phases = 0;
    for (const QString &room : {u"models"_s, u"app"_s}) {
        QDirIterator files(QStringLiteral(LOREDESK_SOURCE_DIR "/") + room, {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString content = QString::fromUtf8(file.readAll());
            for (auto it = call.globalMatch(content); it.hasNext();) {
                ++phases;
                const QString phase = it.next().captured(1);
                if (!texts.contains(u"loredesk::Phase | "_s + phase + u" | "_s))
                    wrong << phase;
            }
        }
    }
    QVERIFY(phases > 5);
    QVERIFY2(wrong.isEmpty(), qPrintable(u"not in ui/phasename.cpp: "_s + wrong.join(u", "_s)));
}

void TranslationsTest::everySentenceOfTheEngineCanBeTranslated()
{
    // Names of kinds, parts of longer texts, and what only the command line and reports show.
    const QStringList others{u"public-inbox v2"_s,
                             u"public-inbox v1"_s,
                             u"public-inbox epoch"_s,
                             u"message file"_s,
                             u"folder of messages"_s,
                             u"several archives"_s,
                             u"%1, %2 epochs"_s,
                             u"%1 archives"_s,
                             u" and %1 more"_s,
                             u"%1 of %2 patches"_s,
                             u"binary file"_s,
                             u"yyyy-MM-dd HH:mm"_s,
                             u"is too large to be read whole"_s,
                             u"holds no diff"_s,
                             u"reading the cache"_s,
                             u"name:kernel test robot"_s,
                             u"name:syzbot ci"_s,
                             u"name:kernelci.org bot"_s};
    const Texts texts = read(translationFile());
    static const QRegularExpression literal(uR"re(u"((?:[^"\\]|\\.)*)"((?:\s*u?"(?:[^"\\]|\\.)*")*)_s)re"_s);
    static const QRegularExpression further(uR"re("((?:[^"\\]|\\.)*)")re"_s);
    static const QRegularExpression comment(u"//[^\n]*"_s);
    static const QRegularExpression words(u"^[A-Za-z%:“].* "_s);
    QStringList wrong;
    int sentences = 0;
    for (const QString &room : {u"base"_s, u"git"_s, u"archive"_s, u"mail"_s, u"patch"_s, u"series"_s,
                                u"catalog"_s, u"store"_s, u"jobs"_s}) {
        QDirIterator files(QStringLiteral(LOREDESK_SOURCE_DIR "/models/") + room, {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString content = QString::fromUtf8(file.readAll()).remove(comment);
            for (auto it = literal.globalMatch(content); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                QString text = match.captured(1);
                for (auto rest = further.globalMatch(match.captured(2)); rest.hasNext();)
                    text += rest.next().captured(1);
                text.replace(u"\\\""_s, u"\""_s);
                if (!words.match(text.trimmed() + u' ').hasMatch() || !text.trimmed().contains(u' ') ||
                    others.contains(text) || texts.contains(u"loredesk::Phase | "_s + text + u" | "_s))
                    continue;
                ++sentences;
                if (text.endsWith(": "_L1))
                    text += "%1"_L1;
                else if (text.startsWith(": "_L1))
                    text.prepend("%1"_L1);
                if (!texts.contains(u"loredesk::Engine | "_s + text + u" | "_s))
                    wrong << file.fileName().section(u'/', -2) + ": "_L1 + text;
            }
        }
    }
    QVERIFY(sentences > 150);
    QVERIFY2(wrong.isEmpty(), qPrintable(u"not in models/items/enginewords.cpp:\n"_s + wrong.join(u'\n')));
}

void TranslationsTest::theEngineSpeaksTheLanguageOfTheWindow()
{
    using items::engineSentence;
    const QString unknown = u"There is no is:unanswrd; write patch, cover or bot behind is:"_s;
    QCOMPARE(engineSentence(unknown), unknown);
    QTranslator german;
    QVERIFY(german.load(u":/i18n/loredesk_de"_s));
    QCoreApplication::installTranslator(&german);
    QCOMPARE(engineSentence(u"check how it is spelt"_s), u"Sehen Sie nach, wie er sich schreibt"_s);
    QCOMPARE(engineSentence(unknown),
             u"Es gibt kein is:unanswrd; schreiben Sie patch, cover oder bot hinter is:"_s);
    // What is filled in is translated where it is known, and left alone where it looks like a placeholder.
    QCOMPARE(engineSentence(u"Write a file name right behind dfn:, without a blank"_s),
             u"Schreiben Sie einen Dateinamen ohne Leerzeichen gleich hinter dfn:"_s);
    QCOMPARE(engineSentence(u"The history stops here: Object 0123456789ab is missing"_s),
             u"Die Geschichte endet hier: Objekt 0123456789ab fehlt"_s);
    QCOMPARE(engineSentence(u"unknown charset %2"_s), u"Unbekannter Zeichensatz %2"_s);
    QCOMPARE(engineSentence(u"there is no revision in this sentence"_s),
             u"There is no revision in this sentence"_s);
    QCoreApplication::removeTranslator(&german);
}

void TranslationsTest::theWindowSpeaksTheLanguageThatIsLoaded()
{
    QCOMPARE(ui::phaseName(u"reading messages"_s), u"reading messages"_s);
    const QDateTime now(QDate(2025, 5, 20), QTime(12, 0), Qt::UTC);
    const qint64 then = QDateTime(QDate(2024, 3, 2), QTime(12, 0), Qt::UTC).toSecsSinceEpoch();
    QCOMPARE(ui::readableDate(then, now), u"2 Mar 2024"_s);

    QTranslator german;
    QVERIFY(german.load(u":/i18n/loredesk_de"_s));
    QCoreApplication::installTranslator(&german);
    QCOMPARE(ui::phaseName(u"reading messages"_s), u"Nachrichten lesen"_s);
    QCOMPARE(ui::phaseName(u"a phase that nobody knows"_s), u"a phase that nobody knows"_s);
    QCOMPARE(ui::readableDate(then, now), u"2. März 2024"_s);
    // As the help calls the keys.
    QCOMPARE(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down).toString(QKeySequence::NativeText),
             u"Strg+Umschalt+Ab"_s);
    {
        const ui::MainWindow window;
        QStringList menus;
        for (const QAction *action : window.menuBar()->actions())
            menus << action->text().remove(u'&');
        QCOMPARE(menus, (QStringList{u"Datei"_s, u"Bearbeiten"_s, u"Ansicht"_s, u"Serie"_s, u"Nachricht"_s,
                                     u"Gehe zu"_s, u"Hilfe"_s}));
        // No two of a bar, or one of them could not be reached.
        QStringList letters;
        for (const QAction *action : window.menuBar()->actions())
            letters << action->text().mid(action->text().indexOf(u'&') + 1, 1).toLower();
        QCOMPARE(letters.removeDuplicates(), 0);
    }
    QCoreApplication::removeTranslator(&german);
}

void TranslationsTest::everyPageOfTheHelpIsThereInEveryLanguage()
{
    const QStringList english = QDir(u":/help/en"_s).entryList({u"*.html"_s});
    QVERIFY(english.size() >= 6);
    QCOMPARE(QDir(u":/help/de"_s).entryList({u"*.html"_s}), english);
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
