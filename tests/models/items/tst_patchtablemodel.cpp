// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/patchtablemodel.h"
#include "models/items/roles.h"
#include "tests/support/headbuilder.h"
#include "tests/support/patchversion.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using items::PatchTableModel;
using tests::catalogFrom;
using tests::lines;
using tests::PatchVersion;

namespace {

/// Title and cells of a row, set apart by strokes.
QString printRows(const PatchTableModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QString line = model.headerData(row, Qt::Vertical).toString();
        for (int column = 0; column < model.columnCount(); ++column)
            line += u'|' + model.index(row, column).data().toString();
        rows << line;
    }
    return rows.join(u'\n');
}

} // namespace

class TestPatchTableModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        mail::initialise();
        m_catalog = catalogFrom(u"\"a\" @ada 0 1=x 2=y\n\"a\" @ada v2 0 1=y 2=z"_s);
        series::PatchTableBuilder builder;
        builder.add(PatchVersion(0, 0)
                        .cover("Hello.\n")
                        .add("one", lines("x", 9))
                        .add("two", lines("y", 9))
                        .patches(),
                    base::NoProgress());
        builder.add(PatchVersion(1, 3)
                        .cover("Hello.\n")
                        .add("two", lines("Y", 9))
                        .add("new", lines("z", 9))
                        .patches(),
                    base::NoProgress());
        m_table = std::make_shared<const series::PatchTable>(builder.finish());
    }

    void rowsArePatchesAndColumnsVersions()
    {
        PatchTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(m_catalog, m_table);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"v1"_s);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"v2"_s);
        QCOMPARE(printRows(model), u"Cover letter|0|0 =\none|1|\u2013\ntwo|2|1 \u2260\nnew||2 +"_s);
        QVERIFY(!model.headerData(4, Qt::Vertical).isValid());
    }

    void listenersHearWhatBecameOfAPatch()
    {
        PatchTableModel model;
        model.setTable(m_catalog, m_table);
        const auto words = [&](int row, int column) {
            return model.index(row, column).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(words(0, 1), u"v2: cover letter, unchanged"_s);
        QCOMPARE(words(1, 0), u"v1: patch 1"_s);
        QCOMPARE(words(1, 1), u"v2: not in it, dropped"_s);
        QCOMPARE(words(2, 1), u"v2: patch 1, changed (diff)"_s);
        QCOMPARE(words(3, 0), u"v1: not in it"_s);
    }

    void aCellLeadsToItsPatch()
    {
        PatchTableModel model;
        model.setTable(m_catalog, m_table);
        QCOMPARE(model.index(2, 1).data(items::MessageRole).toUInt(), 4);
        QVERIFY(!model.index(1, 1).data(items::MessageRole).isValid());
        QCOMPARE(model.indexOf(base::MessageIndex(4)), model.index(2, 1));
        QVERIFY(!model.indexOf(base::MessageIndex(99)).isValid());
    }

    void theCellOfWhatIsShownIsMarked()
    {
        PatchTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(m_catalog, m_table);
        model.setCurrentMessage(base::MessageIndex(2));
        QVERIFY(model.index(2, 0).data(items::CurrentRole).toBool());
        model.setCurrentMessage(base::MessageIndex(4));
        QVERIFY(!model.index(2, 0).data(items::CurrentRole).toBool());
        QVERIFY(model.index(2, 1).data(items::CurrentRole).toBool());
    }

    void withoutATableItIsEmpty()
    {
        PatchTableModel model;
        model.setTable(m_catalog, m_table);
        model.setTable({}, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 0);
        QVERIFY(!model.indexOf(base::MessageIndex(2)).isValid());
    }

private:
    catalog::CatalogPtr m_catalog;
    std::shared_ptr<const series::PatchTable> m_table;
};

QTEST_GUILESS_MAIN(TestPatchTableModel)
#include "tst_patchtablemodel.moc"
