// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiettextbrowser.h"

#include <QByteArray>
#include <QTimer>

namespace loredesk::ui {

/// A digest's HTML as a page to read. What fills the pane is there at once; the rest of a page of megabytes
/// follows in pieces between events, so that nothing stalls. Links lead to places of the same page only. As
/// quiet as its base: it loads nothing.
class PagePreview final : public QuietTextBrowser
{
    Q_OBJECT
public:
    explicit PagePreview(QWidget *parent = nullptr);

    /// `html`: as digest::write() makes it (UTF-8): where it may be parted is known of that page alone.
    void setPage(const QByteArray &html);
    /// False while pieces are still to come.
    bool isComplete() const { return m_position >= m_html.size(); }
    /// Where the next piece after `position` begins (bytes), which is the end of the page where nothing is
    /// left to part. Public for what measures pieces.
    static qsizetype nextPart(const QByteArray &html, qsizetype position);

signals:
    void completed();

private:
    void insertPiece();
    void follow(const QUrl &link);

    QByteArray m_html; ///< what is being filled in
    qsizetype m_position = 0;
    QString m_wanted; ///< the place to show when it is there
    QTimer m_timer;
};

} // namespace loredesk::ui
