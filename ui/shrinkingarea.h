// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace loredesk::ui {

/// Around a strip that is as high as what it says, above something that wants the rest: gives way where there
/// is not room for both, and scrolls then. What takes the focus in it is scrolled to.
class ShrinkingArea : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes `content`, and over its width and its ground.
    explicit ShrinkingArea(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    bool eventFilter(QObject *object, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    int wantedHeight() const;
};

} // namespace loredesk::ui
