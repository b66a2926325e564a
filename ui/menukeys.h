// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace loredesk::ui {

/// While a menu is open, letters and digits choose in it, whatever they are keys for elsewhere: Qt asks the
/// shortcuts first, and "R" of the viewer would win against the mnemonic of "&Range". One is enough, and
/// lives on the main thread.
class MenuKeys : public QObject
{
    Q_OBJECT
public:
    explicit MenuKeys(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace loredesk::ui
