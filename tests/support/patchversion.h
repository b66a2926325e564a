// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/patchmatching.h"
#include "models/series/versioncomparison.h"

#include <QByteArrayList>

namespace loredesk::tests {

/// "a0", "a1", … for the prefix "a".
inline QByteArrayList lines(const QByteArray &prefix, int count)
{
    QByteArrayList list;
    for (int i = 0; i < count; ++i)
        list << prefix + QByteArray::number(i);
    return list;
}

/// A version of a series, made up: each patch has a title and adds some lines to a file. Equal lines give
/// equal patch ids. Its patches stand for the messages first, first + 1, … of a catalog.
class PatchVersion
{
public:
    explicit PatchVersion(std::size_t series = 0, std::size_t firstMessage = 0)
        : m_next(firstMessage)
    {
        m_version.series = base::SeriesIndex(series);
    }

    PatchVersion &cover(const QByteArray &text)
    {
        m_version.cover = made(0, "cover", read("[PATCH 0/1] cover", text));
        return *this;
    }
    PatchVersion &add(const QByteArray &title, const QByteArrayList &added)
    {
        QByteArray text = "Why.\n---\ndiff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n"
                          "@@ -0,0 +1," +
                          QByteArray::number(added.size()) + " @@\n";
        for (const QByteArray &line : added)
            text += '+' + line + '\n';
        m_version.patches.push_back(made(number(), title, read("[PATCH] " + title, text)));
        return *this;
    }
    PatchVersion &addUnread(const QByteArray &title)
    {
        series::VersionPatch patch = made(number(), title, {});
        patch.patch.reset();
        patch.trouble = QStringLiteral("it is broken");
        m_version.patches.push_back(std::move(patch));
        return *this;
    }
    PatchVersion &missing(int count)
    {
        m_version.missing = count;
        return *this;
    }
    PatchVersion &partial()
    {
        m_version.isPartial = true;
        return *this;
    }

    const series::VersionPatches &patches() const { return m_version; }
    std::vector<series::MatchCandidate> candidates() const
    {
        std::vector<series::MatchCandidate> all;
        for (const series::VersionPatch &patch : m_version.patches)
            all.push_back({patch.title, patch.patchId, patch.patch.get()});
        return all;
    }

private:
    int number() const { return int(m_version.patches.size()) + 1; }
    static patch::Patch read(const QByteArray &subject, const QByteArray &body)
    {
        return patch::readMessage("From: Ada <ada@example.org>\nSubject: " + subject +
                                  "\nMessage-ID: <1@example.org>\n\n" + body)
            .patch;
    }
    series::VersionPatch made(int index, const QByteArray &title, const patch::Patch &patch)
    {
        return {index,
                base::MessageIndex(m_next++),
                QString::fromUtf8(title),
                patch.patchId,
                std::make_shared<const patch::ComparablePatch>(patch),
                false,
                {}};
    }

    series::VersionPatches m_version;
    std::size_t m_next = 0;
};

} // namespace loredesk::tests
