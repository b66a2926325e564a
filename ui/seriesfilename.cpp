// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriesfilename.h"

#include "models/catalog/versionchoice.h"
#include "ui/asciiname.h"

using namespace Qt::StringLiterals;

namespace loredesk::ui {

QString seriesFileName(const series::PatchSeries &series)
{
    const QString title = asciiName(series.title, 80);
    return catalog::versionName(series) + u'-' + (title.isEmpty() ? u"series"_s : title) + u".mbox"_s;
}

} // namespace loredesk::ui
