// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paddedcells.h"

namespace loredesk::ui {

/// The header of the series tree: a sign for the replies, so that the titles get the room.
class SeriesHeader : public PaddedHeader
{
    Q_OBJECT
public:
    explicit SeriesHeader(QWidget *parent = nullptr);

protected:
    QString label(int column) const override;
};

} // namespace loredesk::ui
