// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/jobs/resultjob.h"

#include <optional>

namespace loredesk::jobs {

/// What came to an archive.
struct News
{
    int messages = 0;             ///< copies of one are one
    int fresh = 0;                ///< messages that came after the moment that was asked for
    base::UnixSeconds newest = 0; ///< when the newest message of all came; 0: there is none
};

/// Looks through a catalog for what came after a moment; nothing came after nothing.
class NewsJob final : public ResultJob<News>
{
    Q_OBJECT

public:
    NewsJob(catalog::CatalogPtr catalog, std::optional<base::UnixSeconds> seenUntil,
            QObject *parent = nullptr);
};

} // namespace loredesk::jobs
