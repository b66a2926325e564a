// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QColor;
class QPalette;
class QWidget;

namespace loredesk::ui {

/// Draws a ring around what has the focus, in any window of the application, as long as the focus came there
/// by a key. Styles mark it faintly or, as Fusion does for buttons without a frame and for lists, not at all.
/// One is enough, and lives on the main thread.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

    /// What the ring is around; null: nothing.
    QWidget *ringed() const;

    /// At least 3:1 on the grounds that widgets stand on.
    static QColor color(const QPalette &palette);

    /// The ring stands so many pixels outside of `widget`, for one whose text begins at its very edge.
    static void standOff(QWidget *widget, int pixels);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *widget);
    void place();
    void hide();

    QPointer<QWidget> m_widget;
    QPointer<QWidget> m_ring; ///< goes with the window that it lies in
    bool m_isShown = false;
};

} // namespace loredesk::ui
