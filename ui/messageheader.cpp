// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messageheader.h"

#include "models/base/hostiletext.h"
#include "models/items/celltext.h"
#include "models/items/enginewords.h"
#include "ui/answersline.h"
#include "ui/focusring.h"
#include "ui/linkbutton.h"
#include "ui/markedlabel.h"
#include "ui/messagerecipients.h"
#include "ui/readabledate.h"
#include "ui/tag.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// The whole subject is in the tool tip; a title of many lines would leave no room for the message.
constexpr qsizetype LongestTitle = 240;

/// What is shown of a note; all of it is in the tool tip.
constexpr qsizetype LongestShownNote = 400;
constexpr int MostNoteLines = 4;

/// In the row of tags: the room behind them, that the message is hidden in the tree, and the button.
constexpr int NoTags = 3;

/// A label that gives way: cut with an ellipsis where there is no room, whole on hover.
class ElidedLabel : public QLabel
{
public:
    ElidedLabel() { setTextFormat(Qt::PlainText); }
    QSize minimumSizeHint() const override { return {40, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    }
};

/// A read-only line edit: selectable with mouse and keyboard, and a long value neither widens nor hides
/// anything. Cut with an ellipsis until somebody is in it.
class SelectableLine : public QLineEdit
{
public:
    SelectableLine()
    {
        setReadOnly(true);
        setFrame(false);
        setTextMargins(-2, 0, -2,
                       0); // the two pixels that QLineEdit always keeps, so that it lines up with labels
        setMinimumWidth(60);
        FocusRing::standOff(this, 3);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (hasFocus() || hasSelectedText() || fontMetrics().horizontalAdvance(text()) <= width())
            return QLineEdit::paintEvent(event);
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

QString trailerSummary(const QList<patch::Trailer> &trailers)
{
    // Who looked at it is worth a name; who passed it on is worth a number.
    QStringList parts;
    QList<std::pair<QString, int>> others;
    for (const patch::Trailer &trailer : trailers) {
        if (trailer.kind != patch::Trailer::Kind::Person)
            continue;
        const bool named = patch::isReviewed(trailer) || patch::isAcked(trailer) ||
                           patch::isTested(trailer) || patch::isNacked(trailer);
        if (named) {
            const mail::Mailbox who = trailer.mailbox();
            parts += trailer.key + u" "_s + (who.name.isEmpty() ? who.address : who.name);
            continue;
        }
        const auto known = std::find_if(others.begin(), others.end(), [&](const auto &other) {
            return other.first.compare(trailer.key, Qt::CaseInsensitive) == 0;
        });
        if (known == others.end())
            others.append({trailer.key, 1});
        else
            ++known->second;
    }
    for (const auto &[key, count] : others)
        parts += count == 1 ? key : u"%1 (%2)"_s.arg(key).arg(count);
    return base::visibleLine(parts.join(u" · "_s));
}

} // namespace

MessageHeader::MessageHeader(QWidget *parent)
    : QWidget(parent)
    , m_subject(new MarkedLabel)
    , m_tags(new QWidget)
    , m_tagRow(new QHBoxLayout(m_tags))
    , m_grid(new QGridLayout)
    , m_from(selectableLine(u"messageFrom"_s, tr("From")))
    , m_submitter(selectableLine(u"messageSubmitter"_s, tr("Sent by")))
    , m_to(new MessageRecipients(u"messageTo"_s))
    , m_cc(new MessageRecipients(u"messageCc"_s))
    , m_answers(new AnswersLine)
    , m_date(new QLabel)
    , m_messageId(selectableLine(u"messageId"_s, tr("Message-ID")))
    , m_place(new ElidedLabel)
    , m_trailers(new ElidedLabel)
    , m_parts(new ElidedLabel)
    , m_problems(new ElidedLabel)
    , m_note(new QLabel)
    , m_noteEdit(new LinkButton)
    , m_details(new LinkButton)
{
    setObjectName(u"messageHeader"_s);
    setAccessibleName(tr("Message header"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_subject->setObjectName(u"messageSubject"_s);
    m_subject->setAccessibleName(tr("Subject"));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_subject->setSizePolicy(policy);
    m_tags->setObjectName(u"messageTags"_s);
    m_tagRow->setContentsMargins(0, 2, 0, 2);
    m_tagRow->setSpacing(6);
    m_tagRow->addStretch(1);
    m_noteEdit->setObjectName(u"messageNoteEdit"_s);
    m_noteEdit->setText(tr("Edit…"));
    m_noteEdit->setToolTip(tr("Write the note anew"));
    connect(m_noteEdit, &QToolButton::clicked, this, &MessageHeader::noteRequested);
    m_details->setObjectName(u"messageDetails"_s);
    m_details->setToolTip(tr("Recipients, Message-ID and the like"));
    m_hidden = makeHiddenTag();
    m_hidden->setObjectName(u"messageHidden"_s);
    m_tagRow->addWidget(m_hidden);
    m_tagRow->addWidget(m_details);
    connect(m_details, &QToolButton::clicked, this, [this] {
        m_isDetailed = !m_isDetailed;
        showRows();
    });
    m_to->setAccessibleName(tr("To"));
    m_cc->setAccessibleName(tr("Cc"));
    const auto named = [](QLabel *label, const QString &name, const QString &accessible) {
        label->setObjectName(name);
        label->setAccessibleName(accessible);
        label->setTextFormat(Qt::PlainText);
    };
    named(m_date, u"messageDate"_s, tr("Date"));
    named(m_place, u"messagePlace"_s, tr("Where the message lies"));
    named(m_trailers, u"messageTrailers"_s, tr("Trailers"));
    named(m_parts, u"messageParts"_s, tr("Attachments"));
    named(m_problems, u"messageProblems"_s, tr("Problems in this message"));
    named(m_note, u"messageNote"_s, tr("Your note on this series"));
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_date->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10); // as much as the text below has
    column->setSpacing(4);
    column->addWidget(m_subject);
    column->addWidget(m_tags);
    column->addLayout(m_grid);
    m_grid->setContentsMargins(0, 2, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    addRow(tr("From"), m_from, m_date);
    addRow(tr("Sent by"), m_submitter);
    addRow(tr("To"), m_to);
    addRow(tr("Cc"), m_cc);
    addRow(tr("Thread"), m_answers);
    addRow(tr("ID"), m_messageId);
    addRow(tr("Trailers"), m_trailers);
    addRow(tr("Parts"), m_parts);
    addRow(tr("Stored in"), m_place);
    addRow(tr("Problems"), m_problems);
    addRow(tr("Note"), m_note, m_noteEdit);
    setRowVisible(m_note, false);
    setRowVisible(m_answers, false);
    connect(m_answers, &AnswersLine::messageIdActivated, this, &MessageHeader::messageIdActivated);
    connect(m_answers, &AnswersLine::conversationRequested, this, &MessageHeader::conversationRequested);
    restyle();
}

QLineEdit *MessageHeader::selectableLine(const QString &name, const QString &accessibleName)
{
    auto *line = new SelectableLine;
    line->setObjectName(name);
    line->setAccessibleName(accessibleName);
    return line;
}

void MessageHeader::addRow(const QString &caption, QWidget *value, QWidget *aside)
{
    const int row = m_grid->rowCount();
    auto *label = new QLabel(caption);
    label->setBuddy(value);
    m_captions += label;
    m_grid->addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(value, row, 1, 1, aside ? 1 : 2);
    if (aside)
        m_grid->addWidget(aside, row, 2, Qt::AlignRight | Qt::AlignTop);
}

void MessageHeader::setRowVisible(const QWidget *value, bool visible)
{
    m_present.removeOne(value);
    if (visible)
        m_present.append(value);
    showRows();
}

void MessageHeader::setCompact(bool compact)
{
    if (compact == m_isCompact)
        return;
    m_isCompact = compact;
    showRows();
}

void MessageHeader::showRows()
{
    const QList<const QWidget *> details = {m_to, m_cc, m_messageId, m_trailers, m_place};
    bool hasDetails = false;
    for (QLabel *caption : std::as_const(m_captions)) {
        QWidget *value = caption->buddy();
        const bool isPresent = value == m_from || m_present.contains(value);
        const bool isDetail = details.contains(value);
        hasDetails = hasDetails || (isPresent && isDetail);
        const bool isShown = isPresent && (!m_isCompact || m_isDetailed || !isDetail);
        caption->setVisible(isShown);
        value->setVisible(isShown);
    }
    m_noteEdit->setVisible(!m_note->isHidden());
    m_details->setText(m_isDetailed ? tr("Fewer Details") : tr("Details"));
    m_details->setVisible(m_isCompact && hasDetails);
    m_hidden->setVisible(m_isHidden);
    m_tags->setVisible(m_tagRow->count() > NoTags || m_isHidden || (m_isCompact && hasDetails));
}

void MessageHeader::setTags(const patch::SubjectPrefix &prefix)
{
    while (m_tagRow->count() > NoTags)
        delete m_tagRow->takeAt(0)->widget();
    QStringList tags;
    if (prefix.reply)
        tags += tr("reply");
    if (prefix.pull)
        tags += tr("pull request");
    if (!prefix.versionInferred || prefix.version > 1) {
        tags += prefix.subversion > 0 ? u"v%1.%2"_s.arg(prefix.version).arg(prefix.subversion)
                                      : u"v%1"_s.arg(prefix.version);
    }
    if (prefix.hasCounter())
        tags += prefix.index == 0 ? tr("cover of %1").arg(prefix.total)
                                  : tr("%1 of %2").arg(prefix.index).arg(prefix.total);
    if (prefix.rfc)
        tags += u"RFC"_s;
    if (prefix.resend)
        tags += tr("resend");
    for (const QString &tag : prefix.tags.mid(0, 8))
        tags += base::visibleLine(tag.left(40));
    for (const QString &tag : std::as_const(tags))
        m_tagRow->insertWidget(m_tagRow->count() - NoTags, new Tag(tag));
    showRows();
}

void MessageHeader::setMessage(const patch::ReadMessage &read, const QString &place)
{
    const mail::Message &message = read.message;
    const patch::Patch &patch = read.patch;
    const bool bracketed = !patch.prefix.title.isEmpty();
    QString title = bracketed ? patch.prefix.title : message.subject;
    if (bracketed && patch.prefix.reply)
        title.prepend(u"Re: "_s);
    if (title.trimmed().isEmpty())
        title = tr("(no subject)");
    title = base::visibleLine(title.simplified());
    m_subject->setText(title.size() > LongestTitle ? title.left(LongestTitle) + u'…' : title);
    m_subject->setMarks(m_marker ? m_marker(m_subject->text(), SearchedPart::Subject) : QList<TextRange>());
    m_subject->setToolTip(base::visibleLine(message.subject.left(2000)));
    setTags(patch.prefix);

    const mail::Mailbox submitter = patch.submitter.isEmpty() ? message.from : patch.submitter;
    const mail::Mailbox author = patch.author.isEmpty() ? submitter : patch.author;
    const auto setLine = [](QLineEdit *line, const QString &text) {
        line->setText(base::visibleLine(text));
        line->setToolTip(line->text());
        line->setCursorPosition(0);
    };
    setLine(m_from, author.isEmpty() ? tr("(nobody named)") : author.toString());
    setLine(m_submitter, submitter.toString());
    setRowVisible(m_submitter, !submitter.isEmpty() &&
                                   submitter.address.compare(author.address, Qt::CaseInsensitive) != 0);
    m_to->setMailboxes(message.to);
    m_cc->setMailboxes(message.cc);
    setRowVisible(m_to, !message.to.isEmpty());
    setRowVisible(m_cc, !message.cc.isEmpty());

    if (message.date) {
        const QDateTime now = QDateTime::currentDateTime();
        const QDateTime local = QDateTime::fromSecsSinceEpoch(*message.date);
        const QDateTime sent =
            QDateTime::fromSecsSinceEpoch(*message.date, Qt::OffsetFromUTC, message.dateOffset * 60);
        QString date = readableDate(*message.date, now);
        if (!date.contains(u':')) // who reads one message has room for its time of day
            date += local.toString(u", HH:mm"_s);
        m_date->setText(date);
        m_date->setToolTip(
            fullDate(*message.date, now) + u'\n' +
            tr("As sent: %1")
                .arg(dateText(sent, DateForm::FullWithSeconds) + u' ' + sent.timeZoneAbbreviation()));
    } else {
        m_date->setText(tr("no date"));
        m_date->setToolTip({});
    }
    setLine(m_messageId, QString::fromUtf8(message.messageId));
    setRowVisible(m_messageId, !message.messageId.isEmpty());
    m_place->setText(base::visibleLine(place));
    m_place->setToolTip(m_place->text());
    setRowVisible(m_place, !place.isEmpty());

    // What a reply says is an offer to the patch it answers, not a trailer of its own.
    QStringList trailers;
    if (patch.followUp.isEmpty())
        trailers += trailerSummary(patch.trailers);
    if (!patch.followUp.accepted.isEmpty())
        trailers += tr("Offers %1").arg(trailerSummary(patch.followUp.accepted));
    if (!patch.followUp.mismatched.isEmpty())
        trailers += tr("Signed with another address: %1").arg(trailerSummary(patch.followUp.mismatched));
    trailers.removeAll(QString());
    m_trailers->setText(trailers.join(u" · "_s));
    m_trailers->setToolTip(m_trailers->text());
    setRowVisible(m_trailers, !trailers.isEmpty());

    QStringList parts;
    for (const mail::PartInfo &part : message.parts) {
        const bool container = part.type.startsWith("multipart/");
        const bool ordinary = part.type == "text/plain" && part.fileName.isEmpty();
        if (container || ordinary)
            continue;
        const QString name = part.fileName.isEmpty() ? QString::fromLatin1(part.type) : part.fileName;
        parts += u"%1 (%2)"_s.arg(base::visibleLine(name.left(200)), QLocale().formattedDataSize(part.size));
    }
    m_parts->setText(parts.join(u" · "_s));
    m_parts->setToolTip(parts.mid(0, 40).join(u'\n'));
    setRowVisible(m_parts, !parts.isEmpty());

    QStringList problems;
    for (const base::Problem &problem : message.problems + patch::diffProblems(patch))
        problems += base::visibleLine(
            items::engineWords(problem.text) +
            (problem.hint.isEmpty() ? QString() : u" ("_s + items::engineWords(problem.hint) + u')'));
    m_problems->setText(problems.join(u" · "_s));
    m_problems->setToolTip(problems.mid(0, 40).join(u'\n'));
    setRowVisible(m_problems, !problems.isEmpty());
}

void MessageHeader::setPlaceInThread(const catalog::CatalogPtr &catalog, base::MessageIndex message)
{
    m_answers->setMessage(catalog, message);
    setRowVisible(m_answers, !m_answers->isEmpty());
}

Tag *MessageHeader::makeHiddenTag()
{
    auto *tag = new Tag(tr("not in the tree now"));
    tag->setToolTip(tr("The range, the view or the filter leaves out its row"));
    return tag;
}

void MessageHeader::setNote(const QString &note)
{
    // A strip above a message is no place for a page.
    const bool isLong = note.size() > LongestShownNote || note.count(u'\n') > MostNoteLines;
    m_note->setText(isLong ? note.section(u'\n', 0, MostNoteLines - 1).left(LongestShownNote) + u'…' : note);
    m_note->setToolTip(isLong ? items::toolTip(note) : QString());
    setRowVisible(m_note, !note.isEmpty());
}

void MessageHeader::setHiddenInTree(bool hidden)
{
    if (std::exchange(m_isHidden, hidden) != hidden)
        showRows();
}

void MessageHeader::setMarker(SearchMarker marker)
{
    m_marker = std::move(marker);
    m_subject->setMarks(m_marker ? m_marker(m_subject->text(), SearchedPart::Subject) : QList<TextRange>());
}

void MessageHeader::restyle()
{
    const Theme theme = Theme::of(palette());
    // Labels on the base colour take their text from either role, depending on how they are painted.
    const auto inked = [this](const QColor &ink) {
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, ink);
        colors.setColor(QPalette::Text, ink);
        return colors;
    };
    const QPalette muted = inked(theme.muted);
    for (QLabel *caption : std::as_const(m_captions))
        caption->setPalette(muted);
    m_date->setPalette(muted);
    m_place->setPalette(muted);
    m_tags->setPalette(muted);
    m_trailers->setPalette(inked(theme.trailer));
    m_problems->setPalette(inked(theme.warning));
    const int height = fontMetrics().height() + 2;
    for (QWidget *line : {static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_submitter),
                          static_cast<QWidget *>(m_messageId)})
        line->setFixedHeight(height);
    int widest = 0; // hidden captions count, or the values would move from message to message
    for (QLabel *label : std::as_const(m_captions)) {
        label->setFixedHeight(height);
        widest = std::max(widest, label->sizeHint().width());
    }
    m_grid->setColumnMinimumWidth(0, widest);
    for (QLabel *label : {m_date, m_place, m_trailers, m_parts, m_problems})
        label->setFixedHeight(height);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.25);
    m_subject->setFont(title);
    m_date->setFont(tabularFigures(font()));
}

void MessageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace loredesk::ui
