// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QCompleter;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace loredesk::ui {

/// Offers what a query can go on with, in a list below the field: prefixes and words of the grammar with what
/// they mean, and whole searches of before. It never takes a key that was not meant for the list: without a
/// row chosen, Enter is the field's.
class SearchCompletion : public QObject
{
    Q_OBJECT
public:
    explicit SearchCompletion(QLineEdit *field);

    void setRecent(const QStringList &queries) { m_recent = queries; }

    /// The piece of a query that ends at the cursor and could become a term: "is:un" of "s:gmap is:un";
    /// `from`: where it begins. Empty within quotation marks.
    static QString pieceAt(const QString &text, qsizetype cursor, qsizetype &from);

    bool isOpen() const;

signals:
    void opened();
    void closed();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void offer();
    void take(const QModelIndex &row);
    void insert(const QString &completion);

    QLineEdit *m_field;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QStringList m_recent;
};

} // namespace loredesk::ui
