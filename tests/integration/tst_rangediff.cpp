// SPDX-License-Identifier: GPL-3.0-or-later
// What became of patches, held against what git-range-diff(1) says of the same commits.
#include <QTest>

#include "models/series/versioncomparison.h"
#include "tests/support/gitscratch.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace loredesk;
using series::PatchState;
using tests::GitScratch;

namespace {

/// A file of so many lines that no two are the same.
QByteArrayList fileOf(const QByteArray &name, int lines = 60)
{
    QByteArrayList text;
    for (int i = 0; i < lines; ++i)
        text << "line " + QByteArray::number(i) + " of " + name;
    return text;
}

class Branch
{
public:
    Branch(const GitScratch &git, const QString &name, const QString &from = u"base"_s)
        : m_git(git)
    {
        git.git({u"checkout"_s, u"-q"_s, u"-f"_s, u"-B"_s, name, from});
    }
    /// Writes lines over others of a file, and commits that.
    void change(const QByteArray &title, const QString &file, const QList<QPair<int, QByteArray>> &lines,
                const QByteArray &message = "Because.")
    {
        QByteArrayList &text = m_files[file];
        if (text.isEmpty())
            text = fileOf(file.toUtf8());
        for (const auto &[number, line] : lines)
            text[number] = line;
        m_git.write(file, text.join('\n') + '\n');
        m_git.commit(u"Ada <ada@example.org>"_s, u"1735689600 +0000"_s,
                     QString::fromUtf8(title + "\n\n" + message));
    }

private:
    const GitScratch &m_git;
    QHash<QString, QByteArrayList> m_files;
};

series::VersionPatches patchesOf(const GitScratch &git, const QString &range)
{
    series::VersionPatches version;
    const QByteArray commits = git.git({u"rev-list"_s, u"--reverse"_s, range}).out;
    for (const QByteArray &commit : commits.trimmed().split('\n')) {
        if (commit.isEmpty())
            continue;
        const QByteArray mail =
            git.git({u"format-patch"_s, u"-1"_s, u"--stdout"_s, QString::fromLatin1(commit)}).out;
        const patch::Patch patch = patch::readMessage(mail.mid(mail.indexOf('\n') + 1)).patch;
        series::VersionPatch one;
        one.index = int(version.patches.size()) + 1;
        one.title = patch.prefix.title;
        one.patchId = patch.patchId;
        one.patch = std::make_shared<const patch::ComparablePatch>(patch);
        version.patches.push_back(std::move(one));
    }
    return version;
}

/// "1:2 ! title", a line a patch.
QStringList whatGitSays(const GitScratch &git, const QString &older, const QString &newer)
{
    static const QRegularExpression row(
        u"^\\s*(\\d+|-):\\s+[0-9a-f-]+ ([=!<>])\\s+(\\d+|-):\\s+[0-9a-f-]+ (.*)$"_s);
    QStringList rows;
    const QByteArray out = git.git({u"range-diff"_s, u"--no-color"_s, u"-s"_s, older, newer}).out;
    for (const QByteArray &line : out.split('\n')) {
        const QRegularExpressionMatch match = row.match(QString::fromUtf8(line));
        if (match.hasMatch())
            rows << match.captured(1) + u':' + match.captured(3) + u' ' + match.captured(2) + u' ' +
                        match.captured(4);
    }
    return rows;
}

QStringList whatWeSay(const series::VersionComparison &comparison)
{
    const auto number = [](int index) { return index < 0 ? u"-"_s : QString::number(index); };
    QStringList rows;
    for (const series::ComparedPatch &patch : comparison.patches) {
        const QChar sign = patch.state == PatchState::Unchanged ? u'='
                           : patch.state == PatchState::Changed ? u'!'
                           : patch.state == PatchState::New     ? u'>'
                                                                : u'<';
        rows << number(patch.oldIndex) + u':' + number(patch.newIndex) + u' ' + sign + u' ' + patch.title;
    }
    return rows;
}

/// The signs of a difference: how many lines each side has alone.
QPair<int, int> sizeInGit(const GitScratch &git, const QString &older, const QString &newer)
{
    QPair<int, int> size;
    const QByteArray out = git.git({u"range-diff"_s, u"--no-color"_s, older, newer}).out;
    for (const QByteArray &line : out.split('\n')) {
        // Four blanks stand before the difference.
        size.first += line.startsWith("    -");
        size.second += line.startsWith("    +");
    }
    return size;
}

} // namespace

class TestRangeDiff : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        mail::initialise();
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("git is not here to compare with");
    }

    void init()
    {
        m_git = std::make_unique<GitScratch>();
        for (const char *file : {"a", "b", "c", "d"})
            m_git->write(QString::fromLatin1(file), fileOf(file).join('\n') + '\n');
        m_git->commit(u"Ada <ada@example.org>"_s, u"1735689600 +0000"_s, u"begin"_s);
        m_git->git({u"branch"_s, u"base"_s});
    }

    void ordersStatesAndSizesAreThoseOfGit()
    {
        {
            Branch v1(*m_git, u"v1"_s);
            v1.change("a: one", u"a"_s, {{10, "first"}});
            v1.change("b: two", u"b"_s, {{10, "second"}, {30, "and more"}, {31, "and more"}});
            v1.change("c: three", u"c"_s, {{20, "third"}});
            v1.change("d: four", u"d"_s, {{20, "fourth"}});
        }
        {
            Branch v2(*m_git, u"v2"_s);
            v2.change("d: zero", u"d"_s, {{2, "zeroth"}});
            v2.change("c: three", u"c"_s, {{20, "third"}});
            v2.change("a: one", u"a"_s, {{10, "first"}}, "Because of that.");
            v2.change("b: two", u"b"_s, {{10, "second"}, {30, "and much more"}, {31, "and more"}});
        }
        const QStringList ranges{u"base..v1"_s, u"base..v2"_s};
        base::NoProgress progress;
        const series::VersionComparison comparison =
            series::compareVersions(patchesOf(*m_git, ranges[0]), patchesOf(*m_git, ranges[1]), progress);
        const QStringList git = whatGitSays(*m_git, ranges[0], ranges[1]);
        QCOMPARE(git.size(), 5);
        QCOMPARE(whatWeSay(comparison), git);
        QPair<int, int> size;
        for (const series::ComparedPatch &patch : comparison.patches) {
            size.first += patch.comparison.removed;
            size.second += patch.comparison.added;
        }
        QCOMPARE(size, sizeInGit(*m_git, ranges[0], ranges[1]));
    }

    void patchesOfOtherNamesAreMatchedAsGitDoes()
    {
        QRandomGenerator random(1991);
        int matched = 0;
        int alone = 0;
        for (int round = 0; round < 12; ++round) {
            const QString older = u"older"_s + QString::number(round);
            const QString newer = u"newer"_s + QString::number(round);
            for (const QString &name : {older, newer}) {
                Branch branch(*m_git, name);
                // The later a patch, the more of what it writes may be another thing in the other version.
                QList<int> order{0, 1, 2, 3};
                if (name == newer)
                    std::swap(order[random.bounded(4)], order[random.bounded(4)]);
                for (const int number : std::as_const(order)) {
                    QList<QPair<int, QByteArray>> lines;
                    // And it may be written over another file.
                    const int elsewhere = name == newer && random.bounded(4) == 0 ? 1 : 0;
                    for (int i = 0; i < 12; ++i) {
                        const bool other = int(random.bounded(10)) < 3 * number;
                        lines.append({number * 13 + i,
                                      "new " + QByteArray::number(number) + ' ' + QByteArray::number(i) +
                                          (other ? name.toUtf8() + QByteArray::number(random.generate())
                                                 : QByteArray())});
                    }
                    branch.change("patch " + QByteArray::number(number) + " of " + name.toUtf8(),
                                  QString(QChar(u'a' + (number + elsewhere) % 4)), lines);
                }
            }
            base::NoProgress progress;
            const series::VersionComparison comparison = series::compareVersions(
                patchesOf(*m_git, u"base.."_s + older), patchesOf(*m_git, u"base.."_s + newer), progress);
            // Of a pair git shows the older title, and people ask for what it is called now.
            const auto pairs = [](const QStringList &rows) {
                QStringList starts;
                for (const QString &row : rows)
                    starts << row.section(u' ', 0, 1);
                return starts;
            };
            QCOMPARE(pairs(whatWeSay(comparison)),
                     pairs(whatGitSays(*m_git, u"base.."_s + older, u"base.."_s + newer)));
            matched +=
                int(std::count_if(comparison.patches.begin(), comparison.patches.end(),
                                  [](const auto &patch) { return patch.state == PatchState::Changed; }));
            alone += int(std::count_if(comparison.patches.begin(), comparison.patches.end(),
                                       [](const auto &patch) { return patch.state == PatchState::New; }));
        }
        // Otherwise nothing would have been tried.
        QVERIFY(matched > 5);
        QVERIFY(alone > 5);
    }

    void aRebaseThatMovesLinesIsNoChange()
    {
        {
            Branch v1(*m_git, u"v1"_s);
            v1.change("a: one", u"a"_s, {{40, "first"}});
        }
        QByteArrayList moved = fileOf("a");
        for (int i = 0; i < 5; ++i)
            moved.prepend("line before " + QByteArray::number(i));
        m_git->git({u"checkout"_s, u"-q"_s, u"-f"_s, u"-B"_s, u"later"_s, u"base"_s});
        m_git->write(u"a"_s, moved.join('\n') + '\n');
        m_git->commit(u"Bob <bob@example.org>"_s, u"1735689600 +0000"_s, u"move all lines"_s);
        m_git->git({u"checkout"_s, u"-q"_s, u"-f"_s, u"-B"_s, u"v2"_s, u"later"_s});
        moved[45] = "first";
        m_git->write(u"a"_s, moved.join('\n') + '\n');
        m_git->commit(u"Ada <ada@example.org>"_s, u"1735689600 +0000"_s, u"a: one\n\nBecause."_s);
        base::NoProgress progress;
        const series::VersionComparison comparison = series::compareVersions(
            patchesOf(*m_git, u"base..v1"_s), patchesOf(*m_git, u"later..v2"_s), progress);
        QCOMPARE(whatWeSay(comparison), QStringList{u"1:1 = a: one"_s});
    }

private:
    std::unique_ptr<GitScratch> m_git;
};

QTEST_GUILESS_MAIN(TestRangeDiff)
#include "tst_rangediff.moc"
