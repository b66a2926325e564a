// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace loredesk::ui {

/// Renders HTML made from mail: loads nothing (no image, style sheet or file, local ones included) and
/// follows no link, whatever the text asks for.
class QuietTextBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit QuietTextBrowser(QWidget *parent = nullptr);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
};

} // namespace loredesk::ui
