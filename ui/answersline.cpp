// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answersline.h"

#include "models/base/hostiletext.h"
#include "models/items/serieswalk.h"
#include "ui/readabledate.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

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

QString withoutMnemonics(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

AnswersLine::AnswersLine(QWidget *parent)
    : QWidget(parent)
    , m_parent(new QToolButton)
    , m_missing(new QLabel(tr("In reply to a message that is not in the archive")))
    , m_replies(new QToolButton)
    , m_menu(new QMenu(this))
{
    setObjectName(u"messageAnswers"_s);
    m_parent->setObjectName(u"messageParent"_s);
    m_missing->setObjectName(u"messageParentMissing"_s);
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_replies->setObjectName(u"messageReplies"_s);
    m_menu->setObjectName(u"messageRepliesMenu"_s);
    for (QToolButton *button : {m_parent, m_replies}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_parent);
    row->addWidget(m_missing, 1);
    row->addWidget(m_replies);
    row->addStretch(0);
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
    m_parentText.clear();
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
                m_parentText = tr("In reply to %1 by %2").arg(base::visibleLine(head.subject), nameOf(head));
            }
        }
    }
    m_parent->setVisible(!m_parentId.isEmpty());
    m_parent->setAccessibleName(m_parentText);
    m_parent->setToolTip(m_parentText.toHtmlEscaped());
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

void AnswersLine::refit()
{
    const int height = fontMetrics().height() + 2;
    for (QToolButton *button : {m_parent, m_replies})
        button->setFixedHeight(height);
    m_missing->setFixedHeight(height);
    const int padding =
        m_parent->sizeHint().width() - m_parent->fontMetrics().horizontalAdvance(m_parent->text());
    const int beside = m_replies->isHidden() ? 0 : m_replies->sizeHint().width() + layout()->spacing();
    const int room = std::max(60, width() - beside - std::max(padding, 12));
    m_parent->setText(withoutMnemonics(fontMetrics().elidedText(m_parentText, Qt::ElideMiddle, room)));
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
    QPalette links = palette();
    links.setColor(QPalette::ButtonText, palette().color(QPalette::Link));
    m_parent->setPalette(links);
    m_replies->setPalette(links);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, Theme::of(palette()).muted);
    m_missing->setPalette(muted);
}

} // namespace loredesk::ui
