// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace loredesk::tests {

/// The files that a row of patches must have been made from, worked out from the patches alone: context and
/// removed lines at their line numbers, a line of filler wherever no patch looks. And what the files become
/// with each patch, worked out here and not by git, so that the two can be compared.
class BaseTree
{
public:
    /// Takes the next patch, as git-mailinfo(1) writes it. False where no files can be worked out from it:
    /// error() says why, and the tree is of no more use.
    bool add(const QByteArray &patch);
    QString error() const { return m_error; }

    /// For git-fast-import(1): the branch `base` with one commit, and `expected` that starts there and has
    /// one for every patch.
    QByteArray fastImport() const;

private:
    /// A line: the base's (file and number), or a patch's own (file -1, number in m_added).
    struct Line
    {
        int file = -1;
        int number = 0;
    };
    /// A file that was there before the patches.
    struct BaseFile
    {
        QByteArray name, mode;
        QMap<int, QByteArray> known; ///< by number, from 0; with their line ends
        int count = -1;              ///< number of lines, where a patch saw the end
    };
    struct File
    {
        QByteArray mode;
        std::vector<Line> lines;
        int rest = -1; ///< what follows is the base file of this number …
        int next = 0;  ///< … from this line on, as far as it goes
    };
    struct Hunk
    {
        int oldStart = 0, oldCount = 0, newCount = 0;
        QByteArrayList lines; ///< with the sign, and their line ends
    };
    struct Section
    {
        QByteArray oldName, newName; ///< empty: the file is not there on this side
        QByteArray oldMode, newMode;
        bool copy = false, binary = false;
        QList<Hunk> hunks;
    };
    /// What a patch did: names to files; nothing: the file is gone.
    using Change = QMap<QByteArray, std::optional<File>>;

    bool fail(const char *why);
    static QList<Section> sections(const QByteArray &patch);
    static bool readHeaderLine(Section &section, const QByteArray &line);
    bool apply(const Section &section, Change &change);
    bool apply(File &file, const Hunk &hunk, int &shift);
    bool match(const Line &line, const QByteArray &text);
    bool endAt(File &file, std::size_t position);
    void extend(File &file, std::size_t count);
    File &baseFile(const QByteArray &name, const QByteArray &mode);
    int lineCount(const BaseFile &file) const;
    QByteArray lineOf(int file, int number) const;
    QByteArray contents(const File &file) const;

    QString m_error;
    std::vector<BaseFile> m_base;
    QByteArrayList m_added;
    QHash<QByteArray, std::optional<File>> m_now;
    QList<Change> m_changes;
};

} // namespace loredesk::tests
