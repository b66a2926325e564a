// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace loredesk::ui {

/// A button that reads like a link in a line of text: without a frame and without padding, so that it lines
/// up with labels. Cut at its right where there is no room.
class LinkButton : public QToolButton
{
    Q_OBJECT
public:
    explicit LinkButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace loredesk::ui
