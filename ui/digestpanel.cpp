// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/digestpanel.h"

#include "ui/digestfilename.h"
#include "ui/digestprinting.h"
#include "ui/lastfolder.h"
#include "ui/pagepreview.h"
#include "ui/panestate.h"
#include "ui/printpreview.h"
#include "ui/textpreview.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// HTML up to this many bytes is shown as a page: a change of the width lays all of it out anew, which takes
/// some thirty milliseconds. Of a longer one the page shows the beginning.
constexpr qsizetype MostRendered = 192 * 1024;

template <class Enum>
Enum choice(const QComboBox *box)
{
    return Enum(box->currentData().toInt());
}

template <class Enum>
void setChoice(QComboBox *box, Enum value)
{
    if (const int index = box->findData(int(value)); index >= 0)
        box->setCurrentIndex(index);
}

} // namespace

DigestPanel::DigestPanel(QWidget *parent)
    : QWidget(parent)
    , m_build(new QPushButton(tr("&Build")))
{
    m_build->setObjectName(u"digestBuild"_s);
    m_build->setToolTip(tr("Build the digest of this range"));

    auto *column = new QVBoxLayout(this);
    m_firstRow = new QHBoxLayout;
    m_firstRow->setSpacing(6);
    m_firstRow->addWidget(makeRangeBox(), 1);
    m_firstRow->addWidget(m_build);
    column->addLayout(m_firstRow);
    column->addWidget(makeOptionBox());
    column->addWidget(makePreview(), 1);

    connect(m_build, &QPushButton::clicked, this, &DigestPanel::requestDigest);
    restyle();
    clear();
}

QWidget *DigestPanel::makePreview()
{
    m_source = new TextPreview;
    m_source->setObjectName(u"digestSource"_s);
    m_source->setAccessibleName(tr("Digest"));
    m_page = new PagePreview;
    m_page->setObjectName(u"digestPage"_s);
    m_page->setAccessibleName(tr("Digest"));
    m_page->setFrameShape(QFrame::NoFrame);
    m_preview = new QStackedWidget;
    m_preview->addWidget(m_source);
    m_preview->addWidget(m_page);
    m_pane = new PaneState;
    m_pane->setObjectName(u"digestPane"_s);
    m_pane->setContent(m_preview);
    m_pane->setMinimumHeight(1); // it gives way before the lines around it do
    connect(m_pane, &PaneState::actionTriggered, this, [this] {
        if (m_building)
            emit cancelRequested();
        else
            requestDigest();
    });

    m_status = new QLabel;
    m_status->setObjectName(u"digestStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_problems = new QToolButton;
    m_problems->setObjectName(u"digestProblems"_s);
    m_problems->setAutoRaise(true);
    m_problems->setFocusPolicy(Qt::StrongFocus);
    m_problems->setToolTip(tr("Messages that could not be read; the digest says which"));
    connect(m_problems, &QToolButton::clicked, this, &DigestPanel::problemsRequested);

    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_pane, 1);
    m_statusRow = new QHBoxLayout;
    m_statusRow->setSpacing(6);
    m_statusRow->addWidget(m_status, 1);
    m_statusRow->addWidget(m_problems);
    column->addLayout(m_statusRow);
    return box;
}

DigestOptions DigestPanel::options() const
{
    DigestOptions options;
    options.range = choice<DigestOptions::Range>(m_range);
    if (options.range == DigestOptions::Range::Dates) {
        options.from = m_since->date().toString(Qt::ISODate);
        options.to = m_until->date().toString(Qt::ISODate);
        options.since = m_since->date().startOfDay(Qt::UTC).toSecsSinceEpoch();
        options.until = m_until->date().addDays(1).startOfDay(Qt::UTC).toSecsSinceEpoch() - 1;
    } else if (options.range == DigestOptions::Range::Revisions) {
        options.from = m_from->text().trimmed();
        options.to = m_to->text().trimmed();
    }
    options.list = m_list->text().trimmed();
    options.layout = choice<digest::Layout>(m_layout);
    options.format = choice<digest::Format>(m_format);
    options.top = m_top->value();
    return options;
}

void DigestPanel::setOptions(const DigestOptions &options)
{
    const QSignalBlocker quiet[] = {
        QSignalBlocker(m_since), QSignalBlocker(m_until),  QSignalBlocker(m_from),
        QSignalBlocker(m_to),    QSignalBlocker(m_layout), QSignalBlocker(m_format),
        QSignalBlocker(m_list),  QSignalBlocker(m_top),    QSignalBlocker(m_range)};
    setChoice(m_range, options.range);
    m_rangePages->setCurrentIndex(int(choice<DigestOptions::Range>(m_range)));
    if (options.range == DigestOptions::Range::Dates) {
        if (options.since)
            m_since->setDate(QDateTime::fromSecsSinceEpoch(*options.since, Qt::UTC).date());
        if (options.until)
            m_until->setDate(QDateTime::fromSecsSinceEpoch(*options.until, Qt::UTC).date());
    } else if (options.range == DigestOptions::Range::Revisions) {
        m_from->setText(options.from);
        m_to->setText(options.to);
    }
    m_list->setText(options.list);
    setChoice(m_layout, options.layout);
    setChoice(m_format, options.format);
    m_top->setValue(options.top);
    updateState();
}

void DigestPanel::setHasRevisions(bool has)
{
    const int index = m_range->findData(int(DigestOptions::Range::Revisions));
    if (has && index < 0) {
        m_range->addItem(tr("Revisions"), int(DigestOptions::Range::Revisions));
    } else if (!has && index >= 0) {
        if (m_range->currentIndex() == index)
            m_range->setCurrentIndex(0);
        m_range->removeItem(index);
    }
}

void DigestPanel::setShownRange(const QString &text)
{
    m_shownText = text;
    m_shown->setText(text);
    m_shown->setToolTip(text);
    updateState();
}

void DigestPanel::setListName(const QString &name)
{
    m_list->setPlaceholderText(name.isEmpty() ? tr("list name") : name);
    m_listName = name;
}

void DigestPanel::setDates(base::UnixSeconds since, base::UnixSeconds until)
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_since), QSignalBlocker(m_until)};
    m_since->setDate(QDateTime::fromSecsSinceEpoch(since, Qt::UTC).date());
    m_until->setDate(QDateTime::fromSecsSinceEpoch(until, Qt::UTC).date());
    updateState();
}

void DigestPanel::setHasArchive(bool has)
{
    m_haveArchive = has;
    if (!has)
        setShownRange({}); // those were the days of the last one
    updateState();
}

void DigestPanel::setReading(bool on)
{
    if (on == m_isReading)
        return;
    m_isReading = on;
    updateState();
}

void DigestPanel::setDigest(const QByteArray &inFormat, const QByteArray &plain, const QByteArray &html,
                            int problems)
{
    m_inFormat = inFormat;
    m_plain = plain;
    m_html = html;
    m_problemCount = problems;
    // Without a request of ours (a digest that somebody else asked for) it is what the fields say.
    m_built = m_building || m_updating ? m_asked : options();
    m_builtRange = m_shownText;
    m_haveDigest = true;
    m_building = false;
    m_updating = false;
    m_failed = false;
    m_pane->showContent();
    updatePreview();
    // What was chosen while this was built.
    optionsChanged();
    // A dialog waits for people; whoever hands a digest over does not wait for them.
    if (const auto what = std::exchange(m_whenBuilt, nullptr))
        QMetaObject::invokeMethod(this, what, Qt::QueuedConnection);
}

void DigestPanel::showBuilding(const QString &phase, qint64 done, qint64 total)
{
    if (!m_building) {
        m_building = true;
        m_asked = options();
    }
    m_pane->showLoading(phase, done, total, tr("Cancel"));
    updateState();
}

void DigestPanel::showUpdating()
{
    m_updating = true;
    m_building = false;
    m_failed = false;
    m_asked = options();
    if (m_haveDigest)
        m_pane->showContent();
    else
        m_pane->showLoading(tr("Building the digest"), 0, 0);
    updateState();
}

void DigestPanel::showTooLong(int messages)
{
    clear();
    m_pane->showMessage(messages == 1 ? tr("1 message") : tr("%Ln messages", nullptr, messages),
                        tr("A digest of so many is built when you ask for it."), tr("Build the Digest"));
}

void DigestPanel::showError(const base::Error &error)
{
    m_building = false;
    m_updating = false;
    m_whenBuilt = nullptr;
    if (error.code == base::ErrorCode::Cancelled) {
        if (m_haveDigest)
            m_pane->showContent();
        else
            clear();
    } else {
        m_failed = true;
        m_pane->showError(error, tr("Try Again"));
    }
    updateState();
}

void DigestPanel::clear()
{
    m_inFormat.clear();
    m_plain.clear();
    m_html.clear();
    m_problemCount = 0;
    m_haveDigest = false;
    m_building = false;
    m_updating = false;
    m_failed = false;
    m_whenBuilt = nullptr;
    m_source->setText({});
    m_page->setPage({});
    updateState();
}

void DigestPanel::showEmpty()
{
    if (!m_haveArchive)
        m_pane->showMessage(tr("No digest yet"),
                            m_isReading ? tr("The archive is being read.") : tr("Open an archive first."));
    else if (!m_build->isEnabled()) // the line below says what is missing
        m_pane->showMessage(tr("No digest yet"));
    else
        m_pane->showMessage(tr("No digest yet"), tr("Choose a range and a layout, then build it."),
                            tr("Build the Digest"));
}

QString DigestPanel::proposedFileName() const
{
    return m_haveDigest ? digestFileName(m_built, m_listName, m_builtRange)
                        : digestFileName(options(), m_listName, m_shownText);
}

void DigestPanel::requestDigest()
{
    if (!m_build->isEnabled())
        return;
    m_asked = options();
    m_updating = false;
    m_building = true;
    m_failed = false;
    m_pane->showLoading(tr("Building the digest"), 0, 0, tr("Cancel"));
    updateState();
    emit digestRequested(m_asked);
}

void DigestPanel::rangeChanged()
{
    m_rangePages->setCurrentIndex(int(choice<DigestOptions::Range>(m_range)));
    optionsChanged();
}

void DigestPanel::optionsChanged()
{
    updateState();
    // What is shown follows what is chosen; but revisions are typed, and half a range is none.
    if (m_haveDigest && !m_building && options() != m_built &&
        choice<DigestOptions::Range>(m_range) != DigestOptions::Range::Revisions)
        requestDigest();
}

void DigestPanel::updateState()
{
    const DigestOptions chosen = options();
    QString hint;
    if (chosen.range == DigestOptions::Range::Dates && m_since->date() > m_until->date())
        hint = tr("The first day is after the last");
    else if (chosen.range == DigestOptions::Range::Revisions && chosen.from.isEmpty() && chosen.to.isEmpty())
        hint = tr("Type the revisions, for example a6e8d792..280157597");
    m_build->setEnabled(m_haveArchive && !m_building && hint.isEmpty());
    if (!m_haveDigest && !m_building && !m_updating && !m_failed)
        showEmpty();

    const bool usable = m_haveDigest && !m_building && !m_failed;
    m_copy->setEnabled(usable);
    m_save->setEnabled(usable);
    m_print->setEnabled(usable);
    const bool html = m_haveDigest && m_built.format == digest::Format::Html;
    if (m_rendered->isHidden() == html) {
        m_rendered->setVisible(html);
        fitFields();
    }
    m_rendered->setEnabled(usable);
    if (hint.isEmpty() && m_updating) {
        hint = tr("Updating…");
    } else if (hint.isEmpty() && usable && m_built.range == DigestOptions::Range::Shown &&
               m_builtRange != m_shownText) {
        hint = tr("What is shown has changed since; build again");
    } else if (hint.isEmpty() && usable) {
        const QLocale locale;
        const auto lines = m_inFormat.count('\n');
        hint = tr("%1, %2").arg(
            locale.formattedDataSize(m_inFormat.size(), 1, QLocale::DataSizeTraditionalFormat),
            lines == 1 ? tr("1 line") : tr("%Ln lines", nullptr, int(lines)));
        if (html && m_rendered->isChecked() && m_inFormat.size() > MostRendered)
            hint = tr("%1; the page shows the beginning, the source all of it").arg(hint);
    }
    m_status->setText(hint);
    m_problems->setText(m_problemCount == 1 ? tr("⚠ 1 problem")
                                            : tr("⚠ %Ln problems", nullptr, int(m_problemCount)));
    m_problems->setVisible(usable && m_problemCount > 0);
}

void DigestPanel::updatePreview()
{
    if (!m_haveDigest)
        return;
    const bool rendered = m_built.format == digest::Format::Html && m_rendered->isChecked();
    if (rendered) {
        m_source->setText({});
        QByteArray shown = m_inFormat;
        if (shown.size() > MostRendered) {
            // Whole lines, so that neither a tag nor a character is cut in two.
            const qsizetype end = shown.lastIndexOf('\n', MostRendered);
            shown.truncate(end > 0 ? end : MostRendered);
        }
        m_page->setPage(shown);
    } else {
        m_page->setPage({});
        m_source->setText(QString::fromUtf8(m_inFormat));
    }
    m_preview->setCurrentWidget(rendered ? static_cast<QWidget *>(m_page) : m_source);
}

void DigestPanel::copy()
{
    if (!m_haveDigest)
        return;
    toClipboard(m_plain, m_html);
    m_status->setText(tr("Copied, %1").arg(clipboardWords(m_built.format)));
}

digest::Format DigestPanel::clipboardFormat(digest::Format format)
{
    return format == digest::Format::Html ? digest::Format::Text : format;
}

QString DigestPanel::clipboardWords(digest::Format format)
{
    switch (format) {
    case digest::Format::Text:
    case digest::Format::Html:
        break;
    case digest::Format::Markdown:
        return tr("as Markdown and as HTML");
    case digest::Format::Json:
        return tr("as JSON");
    }
    return tr("as text and as HTML");
}

void DigestPanel::toClipboard(const QByteArray &plain, const QByteArray &html)
{
    // As bytes: megabytes become text when somebody pastes them, not now.
    auto *data = new QMimeData;
    data->setData(u"text/plain"_s, plain);
    if (!html.isEmpty())
        data->setData(u"text/html"_s, html);
    QApplication::clipboard()->setMimeData(data);
}

void DigestPanel::whenBuilt(void (DigestPanel::*what)())
{
    m_whenBuilt = what;
    if (!m_building && !m_updating && m_build->isEnabled())
        requestDigest();
}

void DigestPanel::save()
{
    if (!m_haveDigest) {
        whenBuilt(&DigestPanel::save);
        return;
    }
    const QString kind = m_format->itemText(m_format->findData(int(m_built.format)));
    const QString filter = tr("%1 (*.%2);;All files (*)").arg(kind, fileSuffix(m_built.format));
    auto *dialog = new QFileDialog(this, tr("Save the digest"), {}, filter);
    dialog->setObjectName(u"saveDigestDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(fileSuffix(m_built.format));
    continueInLastFolder(*dialog, FilePurpose::Save);
    dialog->selectFile(proposedFileName());
    connect(dialog, &QFileDialog::fileSelected, this, &DigestPanel::saveTo);
    dialog->open();
}

void DigestPanel::saveTo(const QString &path)
{
    if (m_haveDigest)
        emit saveRequested(path, m_inFormat);
}

void DigestPanel::print()
{
    if (!m_haveDigest) {
        whenBuilt(&DigestPanel::print);
        return;
    }
    showPrintPreview(this, proposedFileName(), [this](QPrinter *printer) { printTo(printer); });
}

void DigestPanel::printTo(QPrinter *printer)
{
    if (m_haveDigest)
        printDigest(m_inFormat, m_built.format, printer);
}

void DigestPanel::restyle()
{
    QPalette muted = palette();
    // These lines stand on the window's colour; the theme is made for the base colour.
    muted.setColor(QPalette::Base, muted.color(QPalette::Window));
    muted.setColor(QPalette::WindowText, Theme::of(muted).muted);
    m_shown->setPalette(muted);
    for (QLabel *label : std::as_const(m_labels))
        label->setPalette(muted);
    m_status->setPalette(muted);
}

void DigestPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit cameIntoView();
}

void DigestPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_status)
        restyle();
    if (event->type() == QEvent::FontChange && m_status)
        fitFields();
}

} // namespace loredesk::ui
