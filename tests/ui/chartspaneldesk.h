// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/chartmodels.h"
#include "ui/chartspanel.h"

#include <QCoreApplication>
#include <QStandardItemModel>

#include <memory>

namespace loredesk::tests {

using namespace Qt::StringLiterals;

/// The panel of the charts with a model behind each. For tests to inherit from: call makePanel() from init().
class ChartsPanelDesk
{
protected:
    void makePanel()
    {
        m_panel.reset();
        m_people = std::make_unique<QStandardItemModel>();
        m_domains = std::make_unique<QStandardItemModel>();
        m_days = std::make_unique<QStandardItemModel>();
        for (int i = 0; i < 30; ++i)
            m_people->appendRow(countRow(u"Person%1 Example"_s.arg(i), 90 - i));
        for (int i = 0; i < 3; ++i)
            m_domains->appendRow(countRow(u"host%1.example.org"_s.arg(i), 9 - i));
        for (int i = 0; i < 5; ++i)
            m_days->appendRow(dayRow(QDate(2025, 5, 1).addDays(i), 1, 2, 3));
        m_owners = std::make_unique<QStandardItemModel>();
        m_owners->appendRow(countRow(u"Example"_s, 24));
        m_states = std::make_unique<QStandardItemModel>();
        m_states->appendRow(figureRow(u"Patches"_s, u"Complete"_s, 5));
        m_states->appendRow(figureRow(u"Patches"_s, u"Incomplete"_s, 1));
        m_latency = std::make_unique<QStandardItemModel>();
        m_latency->appendRow(figureRow(u"Answered"_s, u"Soon"_s, 4));
        m_months = std::make_unique<QStandardItemModel>();
        m_months->appendRow(figureRow(u"Half"_s, u"2025-05"_s, 3, u"3 h"_s));
        for (QStandardItemModel *model : {m_people.get(), m_domains.get(), m_owners.get()})
            model->setHorizontalHeaderLabels({u"Name"_s, u"Postings"_s, u"By bots"_s});
        for (QStandardItemModel *model : {m_states.get(), m_latency.get(), m_months.get()})
            model->setHorizontalHeaderLabels({u"State"_s, u"Series"_s});
        m_panel = std::make_unique<ui::ChartsPanel>();
        m_panel->resize(760, 260);
        m_panel->setModels({m_people.get(), m_domains.get(), m_owners.get(), m_days.get(), m_states.get(),
                            m_latency.get(), m_months.get()});
        m_panel->show();
        QCoreApplication::processEvents();
    }

    template <class T>
    T *find(const QString &name) const
    {
        T *child = m_panel->findChild<T *>(name);
        Q_ASSERT(child);
        return child;
    }

    std::unique_ptr<QStandardItemModel> m_people;
    std::unique_ptr<QStandardItemModel> m_domains;
    std::unique_ptr<QStandardItemModel> m_days;
    std::unique_ptr<QStandardItemModel> m_owners;
    std::unique_ptr<QStandardItemModel> m_states;
    std::unique_ptr<QStandardItemModel> m_latency;
    std::unique_ptr<QStandardItemModel> m_months;
    std::unique_ptr<ui::ChartsPanel> m_panel;
};

} // namespace loredesk::tests
