// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPointer>

namespace loredesk::ui {

/// A sentence right below a field, over whatever lies there: it takes no room, no focus and no clicks.
class SearchNote : public QLabel
{
    Q_OBJECT
public:
    /// Belongs to the field, and lives in its window.
    explicit SearchNote(QWidget *field);

    void say(const QString &sentence);
    /// To where the field is now.
    void follow();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPointer<QWidget> m_field;
};

} // namespace loredesk::ui
