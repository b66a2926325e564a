// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/camera.h"

#include <QAction>
#include <QApplication>
#include <QEventLoop>
#include <QMenu>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

Camera::Camera(QWidget &window, QString directory, QString only)
    : m_window(window)
    , m_directory(std::move(directory))
    , m_only(std::move(only))
{
}

void Camera::wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void Camera::snap(const QString &name, int milliseconds)
{
    wait(milliseconds);
    take(name);
}

void Camera::take(const QString &name)
{
    if (!m_only.isEmpty() && !name.contains(m_only))
        return;
    QPixmap picture = m_window.grab();
    QPainter painter(&picture);
    const QWidgetList tops = QApplication::topLevelWidgets();
    QWidgetList above;
    std::copy_if(tops.begin(), tops.end(), std::back_inserter(above),
                 [this](QWidget *top) { return top->isVisible() && top != &m_window; });
    // Menus lie above dialogs, and these above floating panels.
    std::stable_sort(above.begin(), above.end(), [](QWidget *a, QWidget *b) {
        return (a->windowType() == Qt::Popup) < (b->windowType() == Qt::Popup);
    });
    for (QWidget *top : above) {
        const QPoint at = top->pos() - m_window.pos();
        painter.drawPixmap(at, top->grab());
        painter.setPen(QPen(Qt::gray, 0));
        painter.drawRect(QRect(at, top->size()).adjusted(-1, -1, 0, 0));
    }
    painter.end();
    const QString path = u"%1/%2-%3.png"_s.arg(m_directory).arg(++m_taken, 3, 10, QChar(u'0')).arg(name);
    if (!picture.save(path)) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        ++m_failed;
    }
}

void Camera::menu(QMenu &menu, const QPoint &at, const QString &name)
{
    menu.popup(m_window.mapToGlobal(at));
    snap(name, 150);
    const QList<QAction *> entries = menu.actions();
    for (QAction *entry : entries) {
        if (!entry->menu() || !entry->isEnabled() || entry->menu()->actions().isEmpty())
            continue;
        const QRect place = menu.actionGeometry(entry);
        entry->menu()->popup(menu.mapToGlobal(place.topRight()));
        QString deeper = entry->text().remove(u'&').simplified().toLower();
        deeper.replace(u' ', u'-').remove(u'…').remove(u'(').remove(u')').remove(u'/');
        snap(name + u'-' + deeper, 100);
        entry->menu()->close();
    }
    menu.close();
}

} // namespace loredesk::tests
