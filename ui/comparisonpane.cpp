// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/comparisonpane.h"

#include "ui/diffoutline.h"
#include "ui/messagetext.h"
#include "ui/outlinesplitter.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

ComparisonPane::ComparisonPane(MessageText *text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_outline(new DiffOutline)
    , m_splitter(new OutlineSplitter(m_outline, m_text))
{
    setObjectName(u"comparisonPane"_s);
    m_outline->setObjectName(u"comparisonPatches"_s);
    m_outline->setAccessibleName(tr("Patches of both versions"));
    m_outline->setTextElideMode(Qt::ElideRight);
    connect(m_outline, &DiffOutline::fileChosen, this, [this](int patch, bool read) {
        readPatch(patch);
        if (read)
            m_text->setFocus();
    });
    connect(m_outline, &DiffOutline::foldRequested, this,
            [this](int patch, bool fold) { m_text->setFolded(patch, fold); });
    connect(m_text, &MessageText::foldsChanged, this, &ComparisonPane::showFolds);

    m_splitter->setObjectName(u"comparisonSplitter"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);

    addAction(u"versionsNextPatchAction"_s, tr("Next Compared Patch"), Qt::Key_N, [this] { stepPatch(1); });
    addAction(u"versionsPreviousPatchAction"_s, tr("Previous Compared Patch"), Qt::Key_P,
              [this] { stepPatch(-1); });
    addAction(u"versionsNextChangeAction"_s, tr("Next Difference"), Qt::Key_J, [this] { stepChange(1); });
    addAction(u"versionsPreviousChangeAction"_s, tr("Previous Difference"), Qt::Key_K,
              [this] { stepChange(-1); });
    addAction(u"versionsOpenPatchAction"_s, tr("Show the Compared Patch"), Qt::CTRL | Qt::Key_Return, [this] {
        if (const int patch = currentPatch(); patch >= 0)
            emit patchRequested(patch);
    });
}

void ComparisonPane::addAction(const QString &name, const QString &text, const QKeySequence &key,
                               const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    // The tree and the conversation have the same keys for their own rows.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    QWidget::addAction(action);
    m_actions += action;
}

void ComparisonPane::setDocument(std::shared_ptr<const MessageDocument> document)
{
    m_text->setDocument(std::move(document));
    m_outline->setFiles(m_text->document().files());
    showFolds();
    m_splitter->setRows(int(m_text->document().files().size()), true);
}

void ComparisonPane::clear()
{
    setDocument(std::make_shared<const MessageDocument>());
}

void ComparisonPane::showFolds()
{
    m_outline->showFolds([this](int patch) { return m_text->isFolded(patch); });
}

int ComparisonPane::currentPatch() const
{
    return int(m_text->fileAtCaret());
}

void ComparisonPane::goToPatch(int patch)
{
    const auto &files = m_text->document().files();
    if (patch < 0 || patch >= files.size())
        return;
    m_text->setFolded(patch, false);
    m_text->goToLine(files[patch].line);
    if (patch < m_outline->topLevelItemCount() && !m_outline->hasFocus())
        m_outline->setCurrentItem(m_outline->topLevelItem(patch));
}

void ComparisonPane::readPatch(int patch)
{
    goToPatch(patch);
    if (const auto &files = m_text->document().files(); patch >= 0 && patch < files.size())
        emit placeChanged(files[patch].path);
}

void ComparisonPane::stepPatch(int direction)
{
    const auto &files = m_text->document().files();
    // Above the first one there is what it all comes to.
    const qsizetype line = m_text->currentLine();
    const auto next = std::find_if(files.begin(), files.end(),
                                   [line](const MessageDocument::File &file) { return file.line > line; });
    const auto at = next - files.begin();
    const bool isOnHeading = at > 0 && files[at - 1].line == line;
    const auto wanted = direction > 0 ? at : isOnHeading ? at - 2 : at - 1;
    if (wanted < 0 || wanted >= files.size()) {
        emit placeChanged(direction > 0 ? tr("No patch follows") : tr("No patch before this one"));
        return;
    }
    readPatch(int(wanted));
}

void ComparisonPane::stepChange(int direction)
{
    const QList<qint32> &hunks = m_text->document().hunks();
    const auto line = qint32(m_text->currentLine());
    const auto next = direction > 0 ? std::upper_bound(hunks.begin(), hunks.end(), line)
                                    : std::lower_bound(hunks.begin(), hunks.end(), line);
    if (direction > 0 ? next == hunks.end() : next == hunks.begin()) {
        emit placeChanged(direction > 0 ? tr("No difference follows") : tr("No difference before this one"));
        return;
    }
    m_text->goToLine(direction > 0 ? *next : *(next - 1));
}

} // namespace loredesk::ui
