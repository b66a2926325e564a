// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/digestpanel.h"
#include "ui/textpreview.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QTest>

#include <memory>

namespace loredesk::tests {

using namespace Qt::StringLiterals;

/// The panel and nothing behind it. For tests to inherit from.
class DigestDesk
{
protected:
    void makePanel()
    {
        m_panel = std::make_unique<ui::DigestPanel>();
        m_panel->resize(600, 260);
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
    void choose(const QString &box, const QString &text) const
    {
        auto *combo = find<QComboBox>(box);
        const int index = combo->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        combo->setCurrentIndex(index);
    }
    QString source() const { return find<ui::TextPreview>(u"digestSource"_s)->toPlainText(); }

    std::unique_ptr<ui::DigestPanel> m_panel;
};

} // namespace loredesk::tests
