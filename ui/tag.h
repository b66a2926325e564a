// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace loredesk::ui {

/// A word or two in a frame, such as "v2". Never markup.
class Tag : public QLabel
{
public:
    explicit Tag(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace loredesk::ui
