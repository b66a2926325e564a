// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "ui/digestoptions.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPrinter;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace loredesk::ui {

class PagePreview;
class PaneState;
class TextPreview;

/// The digest of a range: what to put into it, a preview, and the ways out (clipboard, file, paper). It
/// builds and writes nothing itself: the controller answers digestRequested() with showBuilding() and
/// setDigest() or showError(), and saveRequested() by writing the bytes.
class DigestPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DigestPanel(QWidget *parent = nullptr);

    DigestOptions options() const;
    void setOptions(const DigestOptions &options);

    /// Whether the archive knows revisions (public-inbox); "Revisions" is offered only then.
    void setHasRevisions(bool has);
    /// What the first choice of range stands for at present, e.g. "1 Apr – 30 Jun 2025"; shown beside it, and
    /// part of the name that Save… proposes.
    void setShownRange(const QString &text);
    /// The archive's name: what stands in the list field while it is empty.
    void setListName(const QString &name);
    /// First and last day that the date fields start from.
    void setDates(base::UnixSeconds since, base::UnixSeconds until);

    /// The digest in the format that options() names, and the two flavours for the clipboard (UTF-8).
    /// `problems`: how many messages could not be read.
    void setDigest(const QByteArray &inFormat, const QByteArray &plain, const QByteArray &html,
                   int problems = 0);
    /// total 0: unknown.
    void showBuilding(const QString &phase, qint64 done, qint64 total);
    /// What is shown goes on by itself and is being built anew; the digest of before stays until it is there.
    void showUpdating();
    /// Of so many messages there is no digest unless somebody asks for it.
    void showTooLong(int messages);
    /// base::ErrorCode::Cancelled only ends the building state; what was shown before comes back.
    void showError(const base::Error &error);
    /// Nothing built yet (a new archive was opened).
    void clear();
    /// Nothing can be asked for while there is no archive.
    void setHasArchive(bool has);
    /// There is none yet, and one is being read.
    void setReading(bool on);

    /// Both flavours (UTF-8) at once; empty: without that one.
    static void toClipboard(const QByteArray &plain, const QByteArray &html);
    /// What the clipboard has as its text where a digest is made in that format: the same, but for HTML,
    /// which is a flavour of its own beside it.
    static digest::Format clipboardFormat(digest::Format format);
    /// "Markdown and HTML": what the clipboard has of such a digest, in words.
    static QString clipboardWords(digest::Format format);

    bool hasDigest() const { return m_haveDigest; }
    /// The name that Save… proposes: ASCII letters, digits, '-', '.' and '_' only, made of list and range.
    QString proposedFileName() const;

public slots:
    void requestDigest();
    /// Both flavours at once: text and HTML.
    void copy();
    /// Where there is no digest yet it is built first.
    void save();
    /// The same without the dialog.
    void saveTo(const QString &path);
    /// As save().
    void print();
    /// The same without the dialog.
    void printTo(QPrinter *printer);

signals:
    void digestRequested(const loredesk::ui::DigestOptions &options);
    void cancelRequested();
    /// It was hidden, and can be seen now.
    void cameIntoView();
    void saveRequested(const QString &path, const QByteArray &bytes);
    /// The user wants to see what could not be read.
    void problemsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeRangeBox();
    QWidget *makeOptionBox();
    QWidget *makePreview();
    void rangeChanged();
    void optionsChanged();
    void updateState();
    void whenBuilt(void (DigestPanel::*what)());
    void showEmpty();
    void updatePreview();
    void splitRange();
    void restyle();
    void fitFields();

    QComboBox *m_range = nullptr;
    QStackedWidget *m_rangePages = nullptr;
    QLabel *m_shown = nullptr;
    QDateEdit *m_since = nullptr;
    QDateEdit *m_until = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QComboBox *m_layout = nullptr;
    QComboBox *m_format = nullptr;
    QLineEdit *m_list = nullptr;
    QSpinBox *m_top = nullptr;
    QPushButton *m_build = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_print = nullptr;
    QToolButton *m_rendered = nullptr;
    QWidget *m_exits = nullptr; ///< the buttons by which a digest leaves
    QList<QLabel *> m_labels;   ///< of the fields, where there is room for them
    QHBoxLayout *m_firstRow = nullptr;
    QHBoxLayout *m_optionRow = nullptr;
    QHBoxLayout *m_statusRow = nullptr;
    QLabel *m_status = nullptr;
    QToolButton *m_problems = nullptr;
    PaneState *m_pane = nullptr;
    QStackedWidget *m_preview = nullptr;
    TextPreview *m_source = nullptr;
    PagePreview *m_page = nullptr;

    QByteArray m_inFormat;
    QByteArray m_plain;
    QByteArray m_html;
    DigestOptions m_built; ///< what the shown digest was asked with
    DigestOptions m_asked; ///< what is being built
    QString m_builtRange;  ///< what Range::Shown stood for then
    QString m_shownText;
    QString m_listName;
    int m_problemCount = 0;
    bool m_haveDigest = false;
    bool m_haveArchive = true;
    bool m_isReading = false;
    bool m_building = false;
    bool m_updating = false; ///< by itself, behind what is shown
    bool m_failed = false;
    void (DigestPanel::*m_whenBuilt)() = nullptr; ///< waits for a digest
};

} // namespace loredesk::ui
