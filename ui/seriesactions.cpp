// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriesactions.h"

#include "models/base/hostiletext.h"
#include "ui/lastfolder.h"
#include "ui/messageview.h"
#include "ui/seriescopying.h"
#include "ui/seriesfilename.h"
#include "ui/seriesview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

SeriesActions::SeriesActions(SeriesView &tree, MessageView &viewer, QObject *parent)
    : QObject(parent)
    , m_tree(tree)
    , m_viewer(viewer)
{
    add(tr("Copy &Patch List"), u"copyPatchListAction"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_L,
        &SeriesActions::copyPatchList);
    add(tr("Copy &b4 am Command"), u"copyB4Action"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_B,
        &SeriesActions::copyB4);
    add(tr("Copy &git am Command"), u"copyGitAmAction"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_G,
        &SeriesActions::copyGitAm);
    add(tr("Copy Message as &Text"), u"copyMessageTextAction"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_T,
        &SeriesActions::copyMessage);
    m_actions << nullptr;
    add(tr("Save Series as mbo&x…"), u"saveSeriesAction"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        &SeriesActions::saveSeries)
        ->setToolTip(tr("For git am, with the trailers that replies gave"));
    add(tr("Save C&onversation as mbox…"), u"saveConversationAction"_s, Qt::CTRL | Qt::ALT | Qt::Key_S,
        &SeriesActions::saveConversations)
        ->setToolTip(tr("Every mail of it, as it was sent"));
    fillContextMenu();
    connect(&m_tree, &SeriesView::choiceChanged, this, &SeriesActions::update);
    update();
}

QAction *SeriesActions::add(const QString &text, const QString &name, const QKeySequence &keys,
                            void (SeriesActions::*run)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    m_actions << action;
    return action;
}

void SeriesActions::fillContextMenu()
{
    QMenu *menu = m_tree.contextMenu();
    // Behind what copies already, before what opens and closes rows.
    QAction *before = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->isSeparator()) {
            before = action;
            break;
        }
    }
    for (QAction *action : std::as_const(m_actions)) {
        if (action)
            menu->insertAction(before, action);
        else
            menu->insertSeparator(before);
    }
    menu->setToolTipsVisible(true);
}

void SeriesActions::update()
{
    const bool message = m_tree.currentMessage().isValid();
    const bool series = m_tree.hasSelectedSeries();
    for (QAction *action : std::as_const(m_actions)) {
        if (!action)
            continue;
        const QString name = action->objectName();
        const bool ofMessage = name == "saveConversationAction"_L1 || name == "copyMessageTextAction"_L1;
        action->setEnabled(ofMessage ? message : series);
    }
}

const catalog::Catalog *SeriesActions::catalog() const
{
    const items::SeriesFilterModel *model = m_tree.series();
    return model && model->seriesModel() ? model->seriesModel()->catalog().get() : nullptr;
}

void SeriesActions::askForFile(const QString &title, const QString &name,
                               const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(m_tree.window(), title);
    dialog->setObjectName(u"saveMboxDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(u"mbox"_s);
    dialog->setNameFilters({tr("Mail (*.mbox *.mbx)"), tr("Everything (*)")});
    continueInLastFolder(*dialog, FilePurpose::Save);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void SeriesActions::saveSeries()
{
    const std::vector<base::SeriesIndex> series = m_tree.selectedSeries();
    if (series.empty() || !catalog())
        return;
    QString name = seriesFileName(catalog()->series(series.front()));
    if (series.size() > 1)
        name.insert(name.lastIndexOf(u'.'), u"-and-%1-more"_s.arg(series.size() - 1));
    askForFile(series.size() == 1 ? tr("Save Series as mbox")
                                  : tr("Save %Ln Series as mbox", nullptr, int(series.size())),
               name, [this, series](const QString &path) { emit saveRequested(series, path); });
}

void SeriesActions::saveConversations()
{
    const std::vector<base::MessageIndex> messages = m_tree.selectedMessages();
    if (messages.empty() || !catalog())
        return;
    const base::SeriesIndex series = catalog()->seriesOf(messages.front());
    askForFile(tr("Save Conversation as mbox"),
               series.isValid() ? "conversation-"_L1 + seriesFileName(catalog()->series(series))
                                : u"conversation.mbox"_s,
               [this, messages](const QString &path) { emit saveConversationsRequested(messages, path); });
}

void SeriesActions::askAboutMissing(const QStringList &lacking, const std::function<void()> &save)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Patches Are Missing"),
                                lacking.size() == 1 ? tr("The series is not whole. Save what is there?")
                                                    : tr("These series are not whole. Save what is there?"),
                                QMessageBox::Cancel, m_tree.window());
    box->setObjectName(u"missingPatchesBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QStringList shown = lacking.mid(0, 10);
    if (shown.size() < lacking.size())
        shown << u"…"_s;
    box->setInformativeText(Qt::convertFromPlainText(base::visibleText(shown.join(u'\n'))));
    QPushButton *yes = box->addButton(tr("&Save the Others"), QMessageBox::AcceptRole);
    yes->setObjectName(u"saveIncompleteButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, save);
    box->open();
}

void SeriesActions::copyPatchList()
{
    if (!catalog())
        return;
    QApplication::clipboard()->setText(patchListText(*catalog(), m_tree.selectedSeries()));
    emit statusMessage(tr("Patch list copied"));
}

void SeriesActions::copyB4()
{
    if (catalog())
        copyCommand(b4Command(*catalog(), m_tree.selectedSeries()));
}

void SeriesActions::copyGitAm()
{
    if (catalog())
        copyCommand(gitAmCommand(*catalog(), m_tree.selectedSeries()));
}

void SeriesActions::copyCommand(const std::optional<QString> &command)
{
    if (!command) {
        emit statusMessage(
            tr("Nothing was copied: the Message-ID or the archive's place cannot stand in a command"));
        return;
    }
    QApplication::clipboard()->setText(*command);
    emit statusMessage(tr("Command copied"));
}

void SeriesActions::copyMessage()
{
    const auto message = m_viewer.message();
    if (!message)
        return; // it is still being read
    QApplication::clipboard()->setText(messageText(*message));
    emit statusMessage(tr("Message copied as text"));
}

} // namespace loredesk::ui
