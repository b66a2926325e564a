// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answersline.h"

#include "models/base/hostiletext.h"
#include "models/items/serieswalk.h"
#include "ui/linkbutton.h"
#include "ui/readabledate.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// More than that are looked at in the conversation.
constexpr std::size_t MostInMenu = 20;

QString nameOf(const series::MessageHead &head)
{
    return base::visibleLine(head.author.name.isEmpty() ? head.author.address : head.author.name);
}

/// As many pixels of a subject still say what it is about.
constexpr int LeastOfSubject = 80;

QString withoutMnemonics(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

AnswersLine::AnswersLine(QWidget *parent)
    : QWidget(parent)
    , m_parent(new LinkButton)
    , m_missing(new QLabel)
    , m_replies(new LinkButton)
    , m_menu(new QMenu(this))
{
    setObjectName(u"messageAnswers"_s);
    m_parent->setObjectName(u"messageParent"_s);
    m_missing->setObjectName(u"messageParentMissing"_s);
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setAccessibleName(tr("In reply to a message that is not in the archive"));
    m_replies->setObjectName(u"messageReplies"_s);
    m_menu->setObjectName(u"messageRepliesMenu"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(18);
    row->addWidget(m_parent);
    row->addWidget(m_missing);
    row->addWidget(m_replies);
    row->addStretch(1);
    connect(m_parent, &QToolButton::clicked, this, [this] { emit messageIdActivated(m_parentId); });
    connect(m_replies, &QToolButton::clicked, this, &AnswersLine::openReplies);
    restyle();
    setMessage({}, {});
}

void AnswersLine::setMessage(const catalog::CatalogPtr &catalog, base::MessageIndex message)
{
    m_catalog = catalog;
    m_answers.clear();
    m_parentId.clear();
    m_parentSubject.clear();
    m_parentName.clear();
    bool isParentMissing = false;
    if (catalog && message.isValid()) {
        items::forEachReplyBelow(*catalog, message,
                                 [this](base::MessageIndex reply) { m_answers.push_back(reply); });
        const series::ThreadForest &threads = catalog->threads();
        const std::int32_t up = threads.nodes[std::size_t(threads.nodeOf[message.value()])].parent;
        if (up >= 0) {
            const series::ThreadNode &parent = threads.nodes[std::size_t(up)];
            isParentMissing = !parent.message.isValid();
            if (isParentMissing) {
                m_missing->setToolTip(base::visibleLine(QString::fromUtf8(parent.messageId)).toHtmlEscaped());
            } else {
                const series::MessageHead &head = catalog->message(parent.message);
                m_parentId = head.messageId;
                m_parentSubject = base::visibleLine(head.subject);
                m_parentName = nameOf(head);
            }
        }
    }
    m_parent->setVisible(!m_parentId.isEmpty());
    m_parent->setAccessibleName(parentText(m_parentSubject));
    m_parent->setToolTip(m_parent->accessibleName().toHtmlEscaped());
    m_missing->setVisible(isParentMissing);
    const auto count = int(m_answers.size());
    m_replies->setText(count == 1 ? tr("1 reply") : tr("%Ln replies", nullptr, count));
    m_replies->setToolTip(count == 1 ? tr("Go to the reply") : tr("Choose a reply to go to"));
    m_replies->setVisible(count > 0);
    refit();
}

bool AnswersLine::isEmpty() const
{
    return m_parent->isHidden() && m_missing->isHidden() && m_replies->isHidden();
}

void AnswersLine::openReplies()
{
    const auto idOf = [this](base::MessageIndex message) { return m_catalog->message(message).messageId; };
    if (m_answers.size() == 1) {
        emit messageIdActivated(idOf(m_answers.front()));
        return;
    }
    m_menu->clear();
    const QDateTime now = QDateTime::currentDateTime();
    for (std::size_t i = 0; i < std::min(m_answers.size(), MostInMenu); ++i) {
        const series::MessageHead &head = m_catalog->message(m_answers[i]);
        m_menu->addAction(withoutMnemonics(tr("%1, %2").arg(nameOf(head), readableDate(head.date, now))),
                          this, [this, id = head.messageId] { emit messageIdActivated(id); });
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("&All in the Conversation"), this, &AnswersLine::conversationRequested);
    m_menu->popup(m_replies->mapToGlobal(QPoint(0, m_replies->height())));
}

QSize AnswersLine::minimumSizeHint() const
{
    return {60, fontMetrics().height() + 2};
}

QString AnswersLine::parentText(const QString &subject) const
{
    return tr("In reply to %1 by %2").arg(subject, m_parentName);
}

void AnswersLine::refit()
{
    const QFontMetrics metrics = fontMetrics();
    const int height = metrics.height() + 2;
    for (QWidget *part : {static_cast<QWidget *>(m_parent), static_cast<QWidget *>(m_missing),
                          static_cast<QWidget *>(m_replies)})
        part->setFixedHeight(height);
    const int beside = m_replies->isHidden() ? 0 : m_replies->sizeHint().width() + layout()->spacing();
    const int room = width() - beside - 1;
    m_missing->setText(metrics.elidedText(m_missing->accessibleName(), Qt::ElideRight, room));
    QString text = parentText(m_parentSubject);
    const int others = metrics.horizontalAdvance(parentText({}));
    // Who wrote it says more than the end of a subject, which is known from the conversation.
    if (metrics.horizontalAdvance(text) > room && room - others >= LeastOfSubject)
        text = parentText(metrics.elidedText(m_parentSubject, Qt::ElideRight, room - others));
    m_parent->setText(text);
    updateGeometry();
}

void AnswersLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refit();
}

void AnswersLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
    else if (event->type() == QEvent::FontChange)
        refit();
}

void AnswersLine::restyle()
{
    QPalette muted = palette();
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text})
        muted.setColor(role, Theme::of(palette()).muted);
    m_missing->setPalette(muted);
}

} // namespace loredesk::ui
