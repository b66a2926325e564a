// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace loredesk::ui {

/// Long text to read, in the mail font. The first screens are there at once; the rest of a text of megabytes
/// follows in pieces between events, so that nothing stalls. Characters that would steer the display are
/// shown, not obeyed.
class TextPreview final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextPreview(QWidget *parent = nullptr);

    void setText(const QString &text);
    /// False while pieces are still to come.
    bool isComplete() const { return m_position >= m_text.size(); }

signals:
    void completed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void insertPiece();

    QString m_text; ///< what is being filled in
    qsizetype m_position = 0;
    QTimer m_timer;
    bool m_styling = false;
};

} // namespace loredesk::ui
