// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/program.h"

#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "ui/seriesview.h"
#include "ui/sidelist.h"
#include "ui/sidepane.h"

#include <QTemporaryDir>

namespace loredesk::tests {

/// A list of its own, kept places, and a window in which series are marked and noted by those who use it. For
/// tests to inherit from.
class MarkDesk
{
protected:
    using ViewKind = items::ViewKind;
    using Column = items::SeriesTreeModel::Column;

    app::Places places() const
    {
        return {m_kept->filePath(QStringLiteral("cache")), m_kept->filePath(QStringLiteral("user.sqlite"))};
    }
    QString settingsFile() const { return m_kept->filePath(QStringLiteral("settings.ini")); }

    static QModelIndex rowOf(Program &program, const QString &title)
    {
        const items::SeriesFilterModel &series = program.controller->series();
        for (int row = 0; row < series.rowCount(); ++row) {
            if (series.index(row, 0).data(items::TitleRole).toString() == title)
                return series.index(row, 0);
        }
        return {};
    }
    static QString markOf(Program &program, const QString &title)
    {
        return rowOf(program, title).siblingAtColumn(Column::Mark).data().toString();
    }
    static void activate(Program &program)
    {
        program.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
    }
    static void choose(Program &program, const QString &title)
    {
        ui::SeriesView *tree = program.window.seriesView();
        const QModelIndex row = rowOf(program, title);
        QVERIFY(row.isValid());
        tree->scrollTo(row);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(row).center());
    }
    /// Nothing waits to be read or written any more.
    static bool isWritten(Program &program)
    {
        return QTest::qWaitFor([&] { return !program.controller->marks().isBusy(); }, 20000);
    }
    /// Presses the key and waits until the tree shows what was written down.
    static bool press(Program &program, Qt::Key key,
                      Qt::KeyboardModifiers modifiers = Qt::ControlModifier | Qt::ShiftModifier)
    {
        QTest::keyClick(program.window.seriesView(), key, modifiers);
        return isWritten(program);
    }
    static int count(Program &program, ViewKind view)
    {
        return program.controller->session()
            .views()
            .model()
            .index(int(view), 0)
            .data(items::CountRole)
            .toInt();
    }
    static void show(Program &program, ViewKind view)
    {
        ui::SideList *list = program.window.sidePane()->viewList();
        const QModelIndex row = list->model()->index(int(view), 0);
        list->scrollTo(row);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
    }
    /// Opens, and waits for the marks that are read meanwhile.
    static bool open(Program &program, const QString &path)
    {
        program.showSidePane();
        if (!program.open({path}))
            return false;
        activate(program);
        return isWritten(program);
    }
    /// The second version of the series in frobList().
    void sendSecondVersion()
    {
        const QByteArray ada = "Ada <ada@example.org>";
        m_builder->append(
            m_list + QStringLiteral("/git/0.git"),
            {ArchiveBuilder::adding({letter("frob2-0@example.org", "[PATCH v2 0/2] tidy the frob", ada, 20,
                                            "frob-0@example.org", "Better steps.\n"),
                                     letter("frob2-1@example.org", "[PATCH v2 1/2] frob: sort it", ada, 21,
                                            "frob2-0@example.org", patchBody("well sorted")),
                                     letter("frob2-2@example.org", "[PATCH v2 2/2] frob: sweep it", ada, 22,
                                            "frob2-0@example.org", patchBody("well swept"))})});
    }
    static void refresh(Program &program)
    {
        QSignalSpy refreshed(program.controller.get(), &app::Controller::refreshed);
        QTest::keyClick(program.window.seriesView(), Qt::Key_F5);
        QVERIFY(refreshed.wait(20000));
    }

    void makeBuilder()
    {
        mail::initialise();
        m_builder = std::make_unique<ArchiveBuilder>();
    }
    /// A list that nothing is known of.
    void makeList()
    {
        m_kept = std::make_unique<QTemporaryDir>();
        m_list =
            m_builder->v2(QStringLiteral("marks-%1").arg(++m_files), {ArchiveBuilder::adding(frobList())});
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    std::unique_ptr<QTemporaryDir> m_kept;
    QString m_list;
    int m_files = 0;
    const QString m_frob = QStringLiteral("tidy the frob");
    const QString m_widget = QStringLiteral("widget: mend it");
};

} // namespace loredesk::tests
