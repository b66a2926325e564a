// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"

#include <QMap>

namespace loredesk::jobs {

/// A digest to be made.
struct DigestOrder
{
    LoadedArchivePtr loaded; ///< null only where `load` is given
    /// Load this (a revision range) alone instead and digest all of it.
    std::optional<LoadRequest> load;
    /// Its rows, where empty, are those of `dates` (everything that was loaded where `load` is given).
    digest::DigestRequest request;
    catalog::DateSpan dates;
    /// What the dates stand for, message by message; null: what they say.
    catalog::MessageSet exactly;
    /// Of the rows of `dates` only these, ascending; nothing: all of them.
    std::optional<std::vector<base::MessageIndex>> only;
    /// With more rows than so many nothing is built; 0: however many there are.
    int most = 0;
    QList<digest::Format> formats;
};

struct DigestOutput
{
    QMap<digest::Format, QByteArray> bytes; ///< UTF-8, one for every format asked for
    QList<base::Problem> problems; ///< bodies that could not be read; with `load` also those of loading
    int messages = 0;              ///< rows of the range
    bool isTooLong = false;        ///< there are more than DigestOrder::most: nothing was built
};

/// Builds a digest and writes it in the formats asked for, to memory.
class DigestJob final : public ResultJob<DigestOutput>
{
    Q_OBJECT

public:
    explicit DigestJob(DigestOrder order, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
