// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/patch/patch.h"
#include "ui/searchmarks.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QHBoxLayout;

namespace loredesk::ui {

class AnswersLine;
class LinkButton;
class MessageRecipients;
class MarkedLabel;
class Tag;

/// The strip above a message: title, tags, people, date, Message-ID, trailers. Everything is plain text.
class MessageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit MessageHeader(QWidget *parent = nullptr);

    /// `place` says where the message lies, for people; may be empty.
    void setMessage(const patch::ReadMessage &message, const QString &place);
    /// Where it stands in the catalog, for what it answers and what answers it. An invalid message: nothing.
    void setPlaceInThread(const catalog::CatalogPtr &catalog, base::MessageIndex message);
    /// The tree has no row of it as it is narrowed now.
    void setHiddenInTree(bool hidden);
    /// What says so; for the tabs that have no header, too. The caller owns it.
    static Tag *makeHiddenTag();
    /// The user's own note on its series; empty: none.
    void setNote(const QString &note);
    /// Where there is little room: who, when and what, and a button that brings the rest.
    void setCompact(bool compact);
    /// Marks what was searched for in the title. Null: nothing.
    void setMarker(SearchMarker marker);

signals:
    /// The reader wants to go to that message of the archive.
    void messageIdActivated(const QByteArray &messageId);
    void conversationRequested();
    void noteRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *selectableLine(const QString &name, const QString &accessibleName);
    void addRow(const QString &caption, QWidget *value, QWidget *aside = nullptr);
    void setRowVisible(const QWidget *value, bool visible);
    void showRows();
    void setTags(const patch::SubjectPrefix &prefix);
    void restyle();

    MarkedLabel *m_subject = nullptr;
    QWidget *m_tags = nullptr;
    QHBoxLayout *m_tagRow = nullptr;
    QGridLayout *m_grid = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_submitter = nullptr;
    MessageRecipients *m_to = nullptr;
    MessageRecipients *m_cc = nullptr;
    AnswersLine *m_answers = nullptr;
    QLabel *m_date = nullptr;
    QLineEdit *m_messageId = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_trailers = nullptr;
    QLabel *m_parts = nullptr;
    QLabel *m_problems = nullptr;
    QLabel *m_note = nullptr;
    LinkButton *m_noteEdit = nullptr;
    QLabel *m_hidden = nullptr;
    LinkButton *m_details = nullptr;
    bool m_isHidden = false;
    bool m_isCompact = false;
    bool m_isDetailed = false;        ///< compact, but the reader wants to see it all
    QList<const QWidget *> m_present; ///< rows that have something to say
    SearchMarker m_marker;
    QList<QLabel *> m_captions;
};

} // namespace loredesk::ui
