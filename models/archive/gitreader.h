// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/archive/epochs.h"

#include <unordered_map>

namespace loredesk::archive {

/// Reads messages by their blob, with repository handles of its own. The archive outlives it.
class GitReader final : public Reader
{
public:
    GitReader(const Archive &archive, QList<Epoch> epochs);

    base::Result<QByteArray> read(const base::Position &position) override;

private:
    const Archive &m_archive;
    const QList<Epoch> m_epochs;
    std::unordered_map<int, git::Repository> m_repositories;
};

} // namespace loredesk::archive
