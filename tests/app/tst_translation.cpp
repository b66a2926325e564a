// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using loredesk::app::chosenLanguage;

class TranslationTest : public QObject
{
    Q_OBJECT

private slots:
    void theLanguageThatIsWantedMostIsChosen_data();
    void theLanguageThatIsWantedMostIsChosen();
};

void TranslationTest::theLanguageThatIsWantedMostIsChosen_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing is wanted") << QStringList() << QString();
    QTest::newRow("German") << QStringList{u"de-DE"_s, u"de"_s} << u"de"_s;
    QTest::newRow("German of another country") << QStringList{u"de-Latn-AT"_s} << u"de"_s;
    QTest::newRow("with an underscore") << QStringList{u"de_CH"_s} << u"de"_s;
    QTest::newRow("the C locale") << QStringList{u"C"_s} << QString();
    QTest::newRow("English before German") << QStringList{u"en-GB"_s, u"en"_s, u"de"_s} << QString();
    QTest::newRow("one that there is not, then German") << QStringList{u"gsw"_s, u"de"_s} << u"de"_s;
    QTest::newRow("one that there is not") << QStringList{u"fr-FR"_s, u"fr"_s} << QString();
    QTest::newRow("a country's own goes first") << QStringList{u"pt-BR"_s} << u"pt_BR"_s;
    QTest::newRow("a word that begins alike") << QStringList{u"den"_s} << QString();
}

void TranslationTest::theLanguageThatIsWantedMostIsChosen()
{
    QFETCH(QStringList, wanted);
    QFETCH(QString, expected);
    QCOMPARE(chosenLanguage(wanted, {u"de"_s, u"pt"_s, u"pt_BR"_s}), expected);
}

QTEST_APPLESS_MAIN(TranslationTest)
#include "tst_translation.moc"
