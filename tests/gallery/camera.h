// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMenu;
class QPoint;
class QWidget;

namespace loredesk::tests {

/// Takes pictures of a window with what lies above it, as numbered PNG files. Main thread.
class Camera
{
public:
    /// The window outlives it; the directory must be there. `only`: of those whose names hold it; empty: of
    /// all.
    Camera(QWidget &window, QString directory, QString only);

    static void wait(int milliseconds);

    void take(const QString &name);
    /// The same after a while, in which what was begun comes to an end.
    void snap(const QString &name, int milliseconds);
    /// The menu, opened at a place of the window, and each menu in it.
    void menu(QMenu &menu, const QPoint &at, const QString &name);

    int taken() const { return m_taken; }
    int failed() const { return m_failed; }

private:
    QWidget &m_window;
    const QString m_directory;
    const QString m_only;
    int m_taken = 0;
    int m_failed = 0;
};

} // namespace loredesk::tests
