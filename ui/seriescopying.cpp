// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriescopying.h"

#include "models/base/hostiletext.h"
#include "models/catalog/versionchoice.h"
#include "models/mail/writing.h"
#include "ui/shellword.h"

#include <QCoreApplication>
#include <QStringList>

#include <functional>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

QString nameOf(const mail::Mailbox &mailbox)
{
    return base::visibleLine(mailbox.name.isEmpty() ? mailbox.address : mailbox.name);
}

QString missingLine(const series::PatchSeries &series, int index)
{
    QString prefix = u"[PATCH"_s;
    if (series.version > 1)
        prefix += u' ' + catalog::versionName(series);
    return prefix + u' ' + QString::number(index) + u'/' + QString::number(series.total) + "] "_L1 +
           QCoreApplication::translate("loredesk::ui::SeriesActions", "(missing)");
}

/// The Message-ID by which a series is known: of its cover, else of its first patch.
std::optional<QString> idWord(const catalog::Catalog &catalog, base::SeriesIndex series)
{
    const base::MessageIndex head = catalog.series(series).head();
    if (!head.isValid() || catalog.message(head).messageId.isEmpty())
        return std::nullopt;
    return shellWord(QString::fromUtf8(catalog.message(head).messageId));
}

/// A Message-ID may begin as an option does, in quotes or not.
bool isLikeAnOption(const QString &word)
{
    return word.startsWith(u'-') || word.startsWith("'-"_L1);
}

std::optional<QString> lines(const std::vector<base::SeriesIndex> &series,
                             const std::function<std::optional<QString>(base::SeriesIndex)> &line)
{
    QStringList all;
    for (const base::SeriesIndex index : series) {
        const std::optional<QString> one = line(index);
        if (!one)
            return std::nullopt;
        all << *one;
    }
    return all.join(u'\n');
}

} // namespace

QString patchListText(const catalog::Catalog &catalog, const std::vector<base::SeriesIndex> &series)
{
    QStringList blocks;
    for (const base::SeriesIndex index : series) {
        const series::PatchSeries &one = catalog.series(index);
        QStringList lines;
        const auto add = [&](const series::SeriesSlot &slot) {
            if (slot.isMissing()) {
                lines << missingLine(one, slot.index);
                return;
            }
            const series::MessageHead &head = catalog.message(slot.message);
            lines << base::visibleLine(head.subject) + u" — "_s + nameOf(head.author);
        };
        if (!one.cover.isMissing())
            add(one.cover);
        for (const series::SeriesSlot &slot : one.patches)
            add(slot);
        blocks << lines.join(u'\n');
    }
    return blocks.join(u"\n\n"_s);
}

std::optional<QString> b4Command(const catalog::Catalog &catalog,
                                 const std::vector<base::SeriesIndex> &series)
{
    return lines(series, [&](base::SeriesIndex index) -> std::optional<QString> {
        const std::optional<QString> id = idWord(catalog, index);
        if (!id)
            return std::nullopt;
        return (isLikeAnOption(*id) ? "b4 am -- "_L1 : "b4 am "_L1) + *id;
    });
}

std::optional<QString> gitAmCommand(const catalog::Catalog &catalog,
                                    const std::vector<base::SeriesIndex> &series)
{
    // Of several archives that were opened together every message knows its own.
    const QStringList paths = catalog.info().path.split(u'\n');
    return lines(series, [&](base::SeriesIndex index) -> std::optional<QString> {
        const series::PatchSeries &one = catalog.series(index);
        const std::optional<QString> id = idWord(catalog, index);
        if (!id)
            return std::nullopt;
        const QString path = paths.value(catalog.message(one.head()).position.source);
        const std::optional<QString> archive = shellWord(path);
        if (!archive || !path.startsWith(u'/'))
            return std::nullopt;
        QString options;
        if (catalog.lineages()[one.lineage.value()].versions.front() != index)
            options += "--version "_L1 + catalog::versionName(one).mid(1) + u' ';
        if (isLikeAnOption(*id))
            options += "-- "_L1;
        return "loredesk am "_L1 + options + *archive + u' ' + *id + " | git am -3"_L1;
    });
}

QString messageText(const patch::ReadMessage &message)
{
    QString text = "From: "_L1 + base::visibleLine(message.message.from.toString()) + u'\n';
    if (message.message.date)
        text += "Date: "_L1 +
                QString::fromLatin1(mail::encodeDate(*message.message.date, message.message.dateOffset)) +
                u'\n';
    text += "Subject: "_L1 + base::visibleLine(message.message.subject) + u'\n';
    if (!message.message.messageId.isEmpty())
        text +=
            "Message-ID: <"_L1 + base::visibleLine(QString::fromUtf8(message.message.messageId)) + ">\n"_L1;
    return text + u'\n' + base::visibleText(message.message.body);
}

} // namespace loredesk::ui
