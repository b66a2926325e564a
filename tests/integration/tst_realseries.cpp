// SPDX-License-Identifier: GPL-3.0-or-later
// Series of real archives, where they lie beside the checkout, written for git am and applied by it to the
// files that their patches must have been made from. Every commit is held against what git makes of the mails
// themselves, against files that are patched here and not by git, and against the patch ids of the mails.
// LOREDESK_WHOLE_ARCHIVES=1 takes every complete series instead of a sample.
#include "models/jobs/exportseries.h"
#include "tests/support/basetree.h"
#include "tests/support/gitscratch.h"
#include "tests/support/shared.h"

#include <QMap>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::GitCommit;

namespace {

const bool whole = tests::wholeArchives();

/// Figures, and whatever differs without a known reason.
struct Outcome
{
    int applied = 0, patches = 0;
    int sameAsMail = 0; ///< commits with the id that git makes of the mails themselves
    int ids = 0, otherDiffs = 0;
    int trailers = 0;
    QMap<QString, QStringList> cannot; ///< reasons why a series cannot apply, and their first messages
    QStringList otherwise;             ///< series with a change that git writes as another diff
    QStringList differences;
};

class SeriesCheck
{
public:
    SeriesCheck(const jobs::LoadedArchive &loaded, Outcome &outcome)
        : m_loaded(loaded)
        , m_catalog(*loaded.catalog)
        , m_outcome(outcome)
        , m_reader(loaded.archive->reader())
    {
    }

    void check(base::SeriesIndex index)
    {
        base::NoProgress progress;
        const auto plain = jobs::exportSeries(m_loaded, index, {false, false}, progress);
        const auto full = jobs::exportSeries(m_loaded, index, {true, false}, progress);
        m_name = QString::fromUtf8(m_catalog.message(m_catalog.series(index).head()).messageId);
        if (!plain || !full)
            return cannot(u"not written: "_s + plain.error().text.section(u'"', -1));

        const tests::GitScratch git;
        QByteArrayList mails;
        tests::BaseTree tree;
        for (const jobs::ExportedPatch &patch : plain->patches) {
            mails << *m_reader->read(m_catalog.message(patch.message).position);
            const QByteArray text = git.patchOf(mails.last());
            if (text.isEmpty())
                return cannot(u"git gives up on the mail"_s);
            if (!tree.add(text))
                return cannot(tree.error());
        }
        if (const auto made = git.git({u"fast-import"_s, u"--quiet"_s}, tree.fastImport()); !made.ok)
            return cannot("the files cannot be made: "_L1 + QString::fromUtf8(made.error.left(80)));

        const auto mine = git.am(u"mine"_s, plain->mbox);
        const auto theirs = git.am(u"theirs"_s, mails);
        if (!mine.ok && !theirs.ok)
            return cannot("git refuses the mails too: "_L1 + QString::fromUtf8(theirs.error.split('\n')[0]));
        if (!mine.ok)
            return differs(0, u"git am refuses it: "_s + QString::fromUtf8(mine.error));
        const bool anyTrailers = full->mbox != plain->mbox;
        const auto trailed = anyTrailers ? git.am(u"full"_s, full->mbox) : mine;
        if (!trailed.ok)
            return differs(0, u"git am refuses it with trailers: "_s + QString::fromUtf8(trailed.error));
        ++m_outcome.applied;
        compare(git, *full, theirs.ok, anyTrailers);
    }

private:
    void cannot(const QString &why) { m_outcome.cannot[why] << m_name; }

    void differs(int patch, const QString &what)
    {
        m_outcome.differences << u"%1, patch %2: %3"_s.arg(m_name).arg(patch).arg(what);
    }

    void compare(const tests::GitScratch &git, const jobs::ExportedSeries &full, bool hasTheirs,
                 bool anyTrailers)
    {
        const QList<GitCommit> mine = git.commits(u"mine"_s);
        const QList<GitCommit> theirs = hasTheirs ? git.commits(u"theirs"_s) : QList<GitCommit>();
        const QList<GitCommit> trailed = anyTrailers ? git.commits(u"full"_s) : mine;
        const QList<GitCommit> expected = git.commits(u"expected"_s);
        const auto count = qsizetype(full.patches.size());
        if (mine.size() != count || trailed.size() != count || expected.size() != count)
            return differs(0, u"%1 commits for %2 patches"_s.arg(mine.size()).arg(count));
        for (qsizetype i = 0; i < count; ++i) {
            const int number = full.patches[std::size_t(i)].index;
            ++m_outcome.patches;
            if (mine[i].tree != expected[i].tree)
                differs(number, u"other files than the patch makes"_s);
            if (hasTheirs)
                compareWithMail(number, mine[i], theirs.value(i));
            compareTrailers(number, mine[i], trailed[i], full.patches[std::size_t(i)]);
        }
        comparePatchIds(git, full);
    }

    void compareWithMail(int number, const GitCommit &mine, const GitCommit &theirs)
    {
        if (mine.id == theirs.id) {
            ++m_outcome.sameAsMail;
            return;
        }
        const auto field = [&](const char *name, const QString &a, const QString &b) {
            if (a != b)
                differs(number, u"%1 is '%2', git has '%3'"_s.arg(QLatin1StringView(name), a, b));
        };
        field("author", mine.author, theirs.author);
        field("date", QString::fromLatin1(mine.date), QString::fromLatin1(theirs.date));
        field("subject", mine.subject, theirs.subject);
        field("message", mine.message, theirs.message);
        field("tree", QString::fromLatin1(mine.tree), QString::fromLatin1(theirs.tree));
    }

    /// Trailers add lines below the message, in the order of mail, and change nothing else.
    void compareTrailers(int number, const GitCommit &plain, const GitCommit &full,
                         const jobs::ExportedPatch &patch)
    {
        QString added;
        for (const series::CollectedTrailer &collected : patch.applied)
            added += collected.trailer.toString().simplified() + u'\n';
        m_outcome.trailers += int(patch.applied.size());
        const bool below = full.message.startsWith(plain.message) &&
                           full.message.mid(plain.message.size()).trimmed() == added.trimmed();
        if (!below)
            differs(number, u"with trailers the message is: "_s + full.message);
        if (full.author != plain.author || full.date != plain.date || full.subject != plain.subject ||
            full.tree != plain.tree)
            differs(number, u"trailers change more than the message"_s);
    }

    /// A change can be written as a diff in several ways, and which one git takes depends on lines that no
    /// patch shows. Where git has none that gives the mail's id, the files still have to be the same.
    void comparePatchIds(const tests::GitScratch &git, const jobs::ExportedSeries &series)
    {
        static const QList<QStringList> ways = {
            {},        {u"--patience"_s},           {u"--histogram"_s}, {u"--minimal"_s}, {u"--no-renames"_s},
            {u"-C"_s}, {u"--no-indent-heuristic"_s}};
        QList<QByteArrayList> known;
        for (std::size_t i = 0; i < series.patches.size(); ++i) {
            const QByteArray id = m_catalog.message(series.patches[i].message).patchId.toHex();
            bool found = false;
            for (qsizetype way = 0; way < ways.size() && !found; ++way) {
                if (way >= known.size())
                    known << git.patchIds(u"mine"_s, ways[way]);
                found = known[way].value(qsizetype(i)) == id;
            }
            ++(found ? m_outcome.ids : m_outcome.otherDiffs);
            if (!found)
                m_outcome.otherwise << m_name;
        }
    }

    const jobs::LoadedArchive &m_loaded;
    const catalog::Catalog &m_catalog;
    Outcome &m_outcome;
    const std::unique_ptr<archive::Reader> m_reader;
    QString m_name;
};

} // namespace

class TestRealSeries : public QObject
{
    Q_OBJECT

private slots:
    void gitAmMakesTheCommitsThatTheMailsSay();
};

void TestRealSeries::gitAmMakesTheCommitsThatTheMailsSay()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not installed");
    const QString path = tests::sharedPath(u"archives/linux-hyperv"_s);
    if (path.isEmpty())
        QSKIP("the shared archives are not here");
    jobs::LoadRequest request;
    request.paths = QStringList{path};
    base::NoProgress progress;
    const auto loaded = jobs::load(request, progress);
    QVERIFY(loaded);

    const std::size_t every = whole ? 1 : 40;
    Outcome outcome;
    SeriesCheck check(**loaded, outcome);
    std::size_t complete = 0;
    const std::span<const series::PatchSeries> all = (*loaded)->catalog->series();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].complete && !all[i].pull && !all[i].patches.empty() && complete++ % every == 0)
            check.check(base::SeriesIndex(i));
    }

    qInfo("%d series of %d patches applied. %d commits are those that git makes of the mails themselves; %d "
          "have the patch id of the mail, %d another; %d trailers were added",
          outcome.applied, outcome.patches, outcome.sameAsMail, outcome.ids, outcome.otherDiffs,
          outcome.trailers);
    for (auto why = outcome.cannot.cbegin(); why != outcome.cannot.cend(); ++why)
        qInfo("%d cannot apply: %s: %s", int(why->size()), qUtf8Printable(why.key()),
              qUtf8Printable(why->mid(0, 5).join(u' ')));
    qInfo("git has another diff for the same change in %s",
          qUtf8Printable(outcome.otherwise.mid(0, 20).join(u' ')));
    QVERIFY2(outcome.differences.isEmpty(), qUtf8Printable(outcome.differences.join(u'\n')));
    QVERIFY(outcome.applied >= 50);
}

QTEST_GUILESS_MAIN(TestRealSeries)
#include "tst_realseries.moc"
