// SPDX-License-Identifier: GPL-3.0-or-later
// Every message of real archives, where they lie beside the checkout, read by git and by the engine: author,
// date and message of `git mailinfo`, the id of `git patch-id --stable`, the counts of `git apply --numstat`.
// LOREDESK_WHOLE_ARCHIVES=1 reads all 26,431 messages of the large archive (about a minute) instead of a
// sample.
#include "app/cli/messagejson.h"
#include "models/archive/archive.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

const bool whole = tests::wholeArchives();

/// How many messages git reads in one go: few processes for the test, few files on disk.
constexpr int batchSize = 1000;

constexpr auto gitScript = R"(
for f in *.eml; do
    git mailinfo $f.msg $f.patch <$f >$f.info 2>/dev/null || rm -f $f.info
    test -s $f.patch || continue
    git patch-id --stable <$f.patch >$f.id 2>/dev/null
    git apply --numstat -z $f.patch >$f.numstat 2>/dev/null || rm -f $f.numstat
done
)";

/// What git says of one message.
struct GitReading
{
    bool fails = false; ///< mailinfo gives up (an unknown charset)
    QString author, address, date, message;
    QString patchId;
    bool applies = false;
    QJsonArray numstat;
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray numstatRows(const QByteArray &text)
{
    QJsonArray rows;
    for (const QByteArray &row : text.split('\0')) {
        const QByteArrayList cells = row.split('\t');
        if (cells.size() < 3)
            continue;
        const auto count = [](const QByteArray &cell) {
            return cell == "-" ? QJsonValue() : QJsonValue(cell.toInt());
        };
        rows.append(QJsonArray{count(cells[0]), count(cells[1]), QString::fromUtf8(cells.last())});
    }
    return rows;
}

GitReading gitReading(const QString &file)
{
    GitReading git;
    git.fails = !QFile::exists(file + ".info"_L1);
    for (const QByteArray &line : contents(file + ".info"_L1).split('\n')) {
        const auto value = [&line](const char *key, QString &to) {
            if (line.startsWith(key))
                to = QString::fromUtf8(line.mid(qsizetype(qstrlen(key))));
        };
        value("Author: ", git.author);
        value("Email: ", git.address);
        value("Date: ", git.date);
    }
    git.message = QString::fromUtf8(contents(file + ".msg"_L1));
    git.patchId = QString::fromLatin1(contents(file + ".id"_L1).left(40));
    git.applies = QFile::exists(file + ".numstat"_L1);
    git.numstat = numstatRows(contents(file + ".numstat"_L1));
    return git;
}

/// Without blanks at line ends, and without empty lines: the line end before a MIME boundary is the
/// boundary's own (RFC 2046 section 5.1.1), but git keeps it.
QString comparable(const QString &message)
{
    QStringList lines;
    for (QString line : message.split(u'\n')) {
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
        if (!line.isEmpty())
            lines << line;
    }
    return lines.join(u'\n');
}

/// Where git 2.39 is known to read something that nobody sent; the reason, or nothing.
QString knownReason(const patch::ReadMessage &read)
{
    for (const mail::PartInfo &part : read.message.parts) {
        if (part.depth > 0 && part.type.startsWith("multipart/"))
            return u"git misses a boundary that directly follows the header of a nested multipart"_s;
    }
    if (read.raw.toLower().contains("format=flowed"))
        return u"git unflows quoted lines too, and joins a soft line end to the signature"_s;
    return {};
}

/// Figures of one archive, and whatever differs without a known reason.
struct Comparison
{
    int messages = 0, failed = 0, authors = 0, rewritten = 0, dates = 0, commits = 0, ids = 0, counts = 0;
    QMap<QString, int> known;
    QStringList differences;
};

class Comparer
{
public:
    explicit Comparer(Comparison &result)
        : m_result(result)
    {
    }

    void compare(const GitReading &git, const patch::ReadMessage &read, const QString &place)
    {
        m_place = place;
        m_reason = knownReason(read);
        ++m_result.messages;
        if (git.fails) {
            ++m_result.failed;
            return;
        }
        const QJsonObject ours = app::messageToJson(read);
        compareAuthor(git, ours, read);
        const QDateTime date = QDateTime::fromString(git.date, Qt::RFC2822Date);
        if (date.isValid())
            same("date", base::isoUtc(date.toSecsSinceEpoch()), ours[u"author_date_utc"_s].toString(),
                 m_result.dates);
        const QJsonObject patch = ours[u"patch"_s].toObject();
        if (read.patch.hasDiff && !read.patch.prefix.reply)
            same("message", comparable(git.message), comparable(read.patch.commitMessage), m_result.commits);
        if (!git.patchId.isEmpty() || !read.patch.patchId.isEmpty())
            same("patch id", git.patchId, patch[u"patch_id"_s].toString(), m_result.ids);
        if (git.applies)
            same("numstat", git.numstat, patch[u"numstat"_s].toArray(), m_result.counts);
    }

private:
    /// List rewriting is undone here and not by git. git gives nobody where two From lines run into one.
    void compareAuthor(const GitReading &git, const QJsonObject &ours, const patch::ReadMessage &read)
    {
        if (read.patch.submitter != read.message.from && !read.patch.authorInBody) {
            ++m_result.rewritten;
            return;
        }
        if (git.address.isEmpty())
            return;
        same("author", git.author + " <"_L1 + git.address,
             ours[u"author_name"_s].toString() + " <"_L1 + ours[u"author_email"_s].toString(),
             m_result.authors);
    }

    static QString shown(const QString &text) { return text.left(200); }
    static QString shown(const QJsonArray &rows)
    {
        return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact)).left(200);
    }

    template <class Value>
    void same(const char *what, const Value &git, const Value &ours, int &count)
    {
        if (git == ours)
            ++count;
        else if (!m_reason.isEmpty())
            ++m_result.known[QLatin1StringView(what) + ": "_L1 + m_reason];
        else
            m_result.differences << m_place + u' ' + QLatin1StringView(what) + ": git '"_L1 + shown(git) +
                                        "', here '"_L1 + shown(ours) + u'\'';
    }

    Comparison &m_result;
    QString m_place;
    QString m_reason;
};

/// Lets git read what lies in the directory.
bool letGitRead(const QString &directory)
{
    QProcess shell;
    shell.setWorkingDirectory(directory);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"GIT_CEILING_DIRECTORIES"_s, QFileInfo(directory).path());
    shell.setProcessEnvironment(environment);
    shell.setProcessChannelMode(QProcess::ForwardedChannels);
    shell.start(u"sh"_s, {u"-c"_s, QString::fromLatin1(gitScript)});
    return shell.waitForFinished(-1) && shell.exitStatus() == QProcess::NormalExit;
}

} // namespace

class TestGitReading : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void authorDateMessageIdAndCountsAreThoseOfGit_data();
    void authorDateMessageIdAndCountsAreThoseOfGit();
};

void TestGitReading::initTestCase()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not installed");
}

void TestGitReading::authorDateMessageIdAndCountsAreThoseOfGit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("every");
    QTest::newRow("three months") << u"archives/hyperv-2025q2"_s << (whole ? 1 : 2);
    QTest::newRow("seven years") << u"archives/linux-hyperv"_s << (whole ? 1 : 40);
}

void TestGitReading::authorDateMessageIdAndCountsAreThoseOfGit()
{
    QFETCH(QString, name);
    QFETCH(int, every);
    const QString path = tests::sharedPath(name);
    if (path.isEmpty())
        QSKIP("the shared archives are not here");
    const auto archive = archive::open(path);
    QVERIFY(archive);
    base::NoProgress progress;
    const auto listing = (*archive)->list({}, progress);
    QVERIFY(listing);
    const std::unique_ptr<archive::Reader> reader = (*archive)->reader();

    Comparison result;
    Comparer comparer(result);
    const std::size_t step = std::size_t(every);
    for (std::size_t at = 0; at < listing->entries.size();) {
        QTemporaryDir directory;
        QList<std::pair<QByteArray, QString>> batch;
        for (; at < listing->entries.size() && batch.size() < batchSize; at += step) {
            const auto raw = reader->read(listing->entries[at].position);
            QVERIFY(raw);
            QFile file(directory.filePath(u"%1.eml"_s.arg(batch.size())));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*raw) == raw->size());
            batch.append({*raw, (*archive)->place(listing->entries[at].position).toString()});
        }
        QVERIFY(letGitRead(directory.path()));
        for (qsizetype i = 0; i < batch.size(); ++i)
            comparer.compare(gitReading(directory.filePath(u"%1.eml"_s.arg(i))),
                             patch::readMessage(batch[i].first), batch[i].second);
    }

    qInfo("%d messages, %d that git gives up on. As git has them: %d authors (%d more with list rewriting "
          "undone), %d dates, %d commit messages, %d patch ids, %d numstats",
          result.messages, result.failed, result.authors, result.rewritten, result.dates, result.commits,
          result.ids, result.counts);
    for (auto known = result.known.constBegin(); known != result.known.constEnd(); ++known)
        qInfo("%d known to differ, %s", known.value(), qUtf8Printable(known.key()));
    QVERIFY(result.ids > 0 && result.counts > 0 && result.commits > 0);
    QVERIFY2(result.differences.isEmpty(), qUtf8Printable(result.differences.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestGitReading)
#include "tst_gitreading.moc"
