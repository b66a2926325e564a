// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/enginewords.h"

#include "models/base/hostiletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

/// As the engine writes them, %1 and %2 where it fills something in; for lupdate, which does not look there.
/// A test holds this list against the sources.
constexpr const char *Sentences[] = {
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message has %1 bytes, more than are read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The diff of %1 is damaged: it ends early"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The diff of %1 is damaged: it breaks off at “%2”"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "mailers wrap lines and replace blanks; ask for it again"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "%1 were read, the %2 behind them left out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "No archive was named"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file cannot be read: %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "check its permissions"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no room to unpack the file"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "make room in %1, or set TMPDIR"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The gzip data unpack to more than a mail archive can hold"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "reading stopped after %1 MiB"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The gzip data end early or are broken"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "what came before was read; fetch the file again"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Epoch %1 is missing"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "its messages are left out; clone it beside the others"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the epoch's messages are left out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the clone is shallow: older messages are not in it"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the range is empty: its end lies before its start"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "history starts at epoch %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "A message is deleted that was not there before"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "nothing was left out for it"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The message is missing from the repository"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "if this is a partial clone, fetch it whole"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The commit's tree is broken"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "“git fsck” tells more"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The history stops here: %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The message's file is gone"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "open the archive again"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no message at this place any more"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the file changed: open it again"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The message file is empty"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file ends in the middle of its last message"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "left out, as they are no mail: %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The epoch of the message is not here"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The message's object is no blob"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The mbox ends in the middle of its last message"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "fetch the file again"),
    QT_TRANSLATE_NOOP(
        "loredesk::Engine",
        "Loredesk reads public-inbox archives, mbox files, maildirs, and files or folders of messages"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "ask its owner for permission to read, or open a copy"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There are git repositories here, but no mail in them"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The git repository has no commits yet"),
    QT_TRANSLATE_NOOP("loredesk::Engine",
                      "This is a git repository, but not of mail: its newest commits have no blob “m”"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "open a directory in it, such as %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The directory cannot be read: permission denied"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The directory is empty"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no mail in this directory"),
    QT_TRANSLATE_NOOP("loredesk::Engine",
                      "it is compressed in a way that Loredesk does not undo: unpack it first"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "it is a tar archive: unpack it first"),
    QT_TRANSLATE_NOOP("loredesk::Engine",
                      "it looks like a web page; archives on the web offer an “mbox.gz” to download"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file is empty"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file is no mail"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The path cannot be reached: permission denied"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The link leads nowhere"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "see what it points to with ls -l"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is nothing at this path"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "check how it is spelt"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "This is neither a file nor a directory"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file cannot be read: permission denied"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no revision “%1” in any of the %2 epochs"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no revision “%1”"),
    QT_TRANSLATE_NOOP("loredesk::Engine",
                      "a revision is a tag, the id of a commit or the beginning of one, or like HEAD~100"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The message's archive is not open"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the clone is shallow: the order of older messages is unknown"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The cache is damaged"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "it is made anew from the archive"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The cache directory cannot be made"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Another process makes the cache anew"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The spoilt cache cannot be deleted"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "delete it by hand"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no room left to write to"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "make room on the disk"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Reading or writing failed: %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "look after the disk"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no such file"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file cannot be written to"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "look at its permissions"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file cannot be opened"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Another program is writing to the file"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "try again when it is done"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file is no database"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "remove it or move it away"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The database is damaged"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "it has to be made again"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The database does not answer as it should: %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Document %1 has no place here"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The query is too long; write at most %1 characters"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The bracket is not closed; write ) behind what belongs in it"),
    QT_TRANSLATE_NOOP(
        "loredesk::Engine",
        "%1 stands between two things to look for; write one before it, or \"%2\" for the word"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Write %1 right behind %2:, without a blank"),
    QT_TRANSLATE_NOOP("loredesk::Engine",
                      "The brackets are nested too deep; write at most %1 into each other"),
    QT_TRANSLATE_NOOP("loredesk::Engine",
                      "No bracket was opened here; write ( before what belongs in it, or leave ) out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Write what to look for behind %1, or \"%2\" for the word"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Write what to look for between the brackets"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no letter and no digit to look for; write a word"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The query has too many pieces; write at most %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The query has too many words; write at most %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "One letter begins too many words; write two or more before *"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The phrase is not closed; write \" behind its last word"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no is:%1; write %2 or %3 behind is:"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Write a number behind version:, such as version:2 or version:>=3"),
    QT_TRANSLATE_NOOP(
        "loredesk::Engine",
        "This is no date; write 20250401, 2025-04-01, last.week or 7.days.ago, or two of them around .."),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The range ends before it begins; write the earlier date first"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Write a Message-ID behind m:, with or without angle brackets"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Write 7 to 40 hexadecimal digits of a patch id behind patchid:"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no prefix %1:; write %2: for %3, or \" around words"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is no prefix %1:; write one of %2, or \" around words"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "This SQLite was built without full-text search"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "install one that has FTS5"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "move it away"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The directory cannot be made"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "set XDG_DATA_HOME to a directory that can be written"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file is of another program"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The file is of a later version of Loredesk"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "There is a saved search of the name %1 already"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "give it another name"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "%1: permission denied"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The git repository cannot be opened"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The repository's objects cannot be read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "HEAD cannot be read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Several objects begin with “%1”"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "give more digits of the commit's id"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The tags cannot be read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "its deltas have no end"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "its pack announces more than it can hold"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Object %1 cannot be read: %2"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Object %1 cannot be read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Object %1 is missing"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "Object %1 is no %2"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the archive is read without it"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "git pull takes it from where it says"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the others were written"),
    QT_TRANSLATE_NOOP("loredesk::Engine",
                      "a Message-ID is given as the mail has it, or as a link to lore.kernel.org"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "no such message"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the work was broken off: %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the system has no thread to spare"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "close other programs and try again"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a private directory cannot be made"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "make room there, or see who owns it"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "No message lies between “%1” and “%2”"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "if the first is the newer one, write them the other way round"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "make room or choose another place; nothing was left half-written"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The search cannot be made ready"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "choose another version"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the %1 field has %2 bytes, more than are read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the header has %1 fields, more than are read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the last %1 were left out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the Date field cannot be read: %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message has no Message-ID"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "unknown charset %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "read as %1"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "%1 bytes mean nothing in %2"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "shown as U+FFFD"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message has no header"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the header ends at a line that is no field"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the body begins there"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message has more than %1 parts"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the rest was left out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message nests its parts more than %1 deep"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "what lies deeper was left out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message has more text than is read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "%1 bytes of it were read, %2 were left out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message is too large to be taken apart whole, %1 bytes"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "%1 of them were read, the rest was left out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the MIME structure cannot be read"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message shows no text"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the message has more text than is read, %1 bytes as sent"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "%1 bytes of it were read, the rest was left out"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "The replies to this patch give it %1 trailers or more"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "only the first ones are kept"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "there is no message with that Message-ID"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "that message belongs to no patch series"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "name a patch, a cover letter, or an answer to one"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a word"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a name or an address"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a file name"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a function's name"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a list's name"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a date or a range of dates such as 20250401..20250430"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a Message-ID"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "a number, or >=3, <3 and so on"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "at least 7 digits of a patch id"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "patch, cover, reply or another kind"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the subject"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the sender"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the To field"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the Cc field"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "To and Cc"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "sender, To and Cc"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the body"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "subject and body"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the body without quotations"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "quotations"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "files of the diff"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "hunk headers of the diff"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the list"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the date"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the time of arrival"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the Message-ID"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the patch id"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the kind of message"),
    QT_TRANSLATE_NOOP("loredesk::Engine", "the version of a series"),
};

QString translated(const QString &sentence)
{
    return QCoreApplication::translate("loredesk::Engine", sentence.toUtf8().constData());
}

struct Template
{
    QString text;
    QString head; ///< before the first placeholder
    QString tail; ///< behind the last one
    QRegularExpression pattern;
    std::vector<int> numbers; ///< of its placeholders, in their order
};

/// Those with something filled in; of two that fit, the one that says more comes first.
const std::vector<Template> &templates()
{
    static const std::vector<Template> all = [] {
        static const QRegularExpression placeholder(u"%(\\d)"_s);
        std::vector<Template> made;
        for (const char *sentence : Sentences) {
            Template entry{QString::fromUtf8(sentence), {}, {}, {}, {}};
            QString pattern;
            qsizetype from = 0;
            for (auto it = placeholder.globalMatch(entry.text); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                pattern += QRegularExpression::escape(entry.text.sliced(from, match.capturedStart() - from)) +
                           "(.*)"_L1;
                entry.numbers.push_back(match.captured(1).toInt());
                from = match.capturedEnd();
            }
            if (entry.numbers.empty())
                continue;
            entry.head = entry.text.left(entry.text.indexOf(u'%'));
            entry.tail = entry.text.sliced(from);
            pattern += QRegularExpression::escape(entry.tail);
            entry.pattern = QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                               QRegularExpression::DotMatchesEverythingOption);
            made.push_back(std::move(entry));
        }
        std::stable_sort(made.begin(), made.end(),
                         [](const Template &a, const Template &b) { return a.text.size() > b.text.size(); });
        return made;
    }();
    return all;
}

/// What is filled in may be a sentence itself; so far down and no farther.
constexpr int Deepest = 3;

QString inWords(const QString &sentence, int depth)
{
    // In English there is nothing to do, and no reason to look for it.
    const QString whole = translated(sentence);
    if (whole != sentence || depth > Deepest)
        return whole;
    for (const Template &entry : templates()) {
        // A list of thousands of problems is sorted by their words.
        if (!sentence.startsWith(entry.head) || !sentence.endsWith(entry.tail))
            continue;
        const QString text = translated(entry.text);
        if (text == entry.text)
            continue;
        const QRegularExpressionMatch match = entry.pattern.match(sentence);
        if (!match.hasMatch())
            continue;
        std::array<QString, 10> values;
        for (std::size_t i = 0; i < entry.numbers.size(); ++i)
            values[std::size_t(entry.numbers[i])] = inWords(match.captured(int(i) + 1), depth + 1);
        // Not arg(): what is filled in may hold a placeholder itself.
        QString filled;
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text[at] == u'%' && at + 1 < text.size() && text[at + 1].isDigit())
                filled += values[std::size_t(text[++at].digitValue())];
            else
                filled += text[at];
        }
        return filled;
    }
    return sentence;
}

} // namespace

QString engineWords(const QString &sentence)
{
    return sentence.isEmpty() ? sentence : inWords(sentence, 0);
}

QString engineSentence(const QString &sentence)
{
    return base::visibleSentence(engineWords(sentence));
}

} // namespace loredesk::items
