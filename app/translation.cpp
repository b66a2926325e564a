// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

QStringList availableLanguages()
{
    QStringList languages;
    const QStringList files = QDir(u":/i18n"_s).entryList({u"loredesk_*.qm"_s});
    for (const QString &file : files)
        languages << file.section(u'_', 1).section(u'.', 0, 0);
    return languages;
}

} // namespace

QString chosenLanguage(const QStringList &wanted, const QStringList &available)
{
    // QTranslator::load() with a locale would pass over English, for which there is no file, and take the
    // next.
    for (const QString &name : wanted) {
        QString language = name;
        language.replace(u'-', u'_');
        for (; !language.isEmpty(); language.truncate(std::max<qsizetype>(language.lastIndexOf(u'_'), 0))) {
            if (available.contains(language))
                return language;
        }
        if (name == "C"_L1 || name == "en"_L1 || name.startsWith("en-"_L1) || name.startsWith("en_"_L1))
            return {};
    }
    return {};
}

void installTranslation(QCoreApplication &application)
{
    const QString language = chosenLanguage(QLocale().uiLanguages(), availableLanguages());
    if (language.isEmpty())
        return;
    auto *qt = new QTranslator(&application);
    if (qt->load("qtbase_"_L1 + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    // Installed last, so that it is asked first.
    auto *own = new QTranslator(&application);
    if (own->load(":/i18n/loredesk_"_L1 + language))
        QCoreApplication::installTranslator(own);
}

} // namespace loredesk::app
