// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMimeData;

namespace loredesk::ui {

/// Covers its parent while files are dragged over it and says what dropping them will do. Lets every event
/// through.
class DropOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit DropOverlay(QWidget *parent);

    /// Covers the parent; `count` files or folders.
    void cover(qsizetype count);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

/// The local files and folders of a drag, in order; empty where there is none. What is dragged out of this
/// program is for others: its files are ours, and letting go of them here does not mean opening them.
QStringList droppedPaths(const QMimeData *data);

} // namespace loredesk::ui
