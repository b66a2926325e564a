// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/archivelistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk::items;

class TestArchiveListModel : public QObject
{
    Q_OBJECT

    static ArchiveEntry ready(const QString &name, int messages, std::optional<int> fresh = {})
    {
        return {{u"/lists/"_s + name}, name, ArchiveEntry::State::Ready, messages, fresh, {}};
    }

private slots:
    void archivesStandInTheOrderTheyWereOpenedIn()
    {
        ArchiveListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.put(ready(u"kvm"_s, 1301));
        model.put(ready(u"frob"_s, 5));
        model.put(ready(u"git"_s, 7));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf({u"/lists/frob"_s}), 1);
        model.remove({u"/lists/kvm"_s});
        QCOMPARE(model.rowOf({u"/lists/frob"_s}), 0);
        QCOMPARE(model.pathsAt(1), QStringList{u"/lists/git"_s});
        QCOMPARE(model.rowOf({u"/lists/kvm"_s}), -1);
        QCOMPARE(model.pathsAt(2), QStringList());
        QCOMPARE(model.pathsAt(-1), QStringList());
        model.remove({u"/lists/kvm"_s});
        QCOMPARE(model.rowCount(), 2);
    }

    void anEntryIsChangedInItsPlace()
    {
        ArchiveListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.put({{u"/lists/kvm"_s}, u"kvm"_s, ArchiveEntry::State::Loading, 0, {}, {}});
        model.put(ready(u"frob"_s, 5));
        const QModelIndex row = model.index(0, 0);
        QVERIFY(row.data(BusyRole).toBool());
        QVERIFY(!row.data(CountRole).isValid());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.put(ready(u"kvm"_s, 1301, 12));
        QCOMPARE(changed.size(), 1);
        QVERIFY(!row.data(BusyRole).toBool());
        QCOMPARE(row.data(CountRole).toInt(), 1301);
        QCOMPARE(row.data(NewCountRole).toInt(), 12);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
                 u"kvm, 1,301 messages, 12 of them new since the last visit"_s);
        model.put(ready(u"kvm"_s, 1301, 12));
        QCOMPARE(changed.size(), 1);
        // Before the first visit nothing is new, and after one that saw everything neither.
        QVERIFY(!model.index(1, 0).data(NewCountRole).isValid());
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"frob, 5 messages"_s);
    }

    void theOneThatIsShownSaysSo()
    {
        ArchiveListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.put(ready(u"kvm"_s, 1301));
        model.put(ready(u"frob"_s, 5));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setShown({u"/lists/kvm"_s});
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.index(0, 0).data(CurrentRole).toBool());
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"kvm, 1,301 messages, shown in the window"_s);
        model.setShown({u"/lists/frob"_s});
        QCOMPARE(changed.size(), 3);
        QVERIFY(!model.index(0, 0).data(CurrentRole).toBool());
        QVERIFY(model.index(1, 0).data(CurrentRole).toBool());
        model.setShown({});
        QVERIFY(!model.index(1, 0).data(CurrentRole).toBool());
    }

    void whatCouldNotBeOpenedSaysWhy()
    {
        ArchiveListModel model;
        model.put(
            {{u"/lists/<b>"_s}, u"<b>\u202e"_s, ArchiveEntry::State::Failed, 0, {}, u"nothing there"_s});
        const QModelIndex row = model.index(0, 0);
        QVERIFY(row.data(FailedRole).toBool());
        QVERIFY(!row.data().toString().contains(QChar(0x202e)));
        QCOMPARE(row.data(Qt::ToolTipRole).toString(),
                 u"could not be opened<br>nothing there<br>/lists/&lt;b&gt;"_s);
    }
};

QTEST_GUILESS_MAIN(TestArchiveListModel)
#include "tst_archivelistmodel.moc"
