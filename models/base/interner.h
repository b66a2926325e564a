// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

namespace loredesk::base {

/// Gives equal values one shared copy of their data: names, addresses and references repeat by the thousand.
/// `T` is an implicitly shared Qt value (QString, QByteArray). Not thread-safe.
template <class T>
class Interner
{
public:
    T operator()(const T &value)
    {
        if (value.isEmpty())
            return T();
        auto it = m_values.constFind(value);
        if (it == m_values.constEnd()) {
            T kept = value;
            kept.squeeze();
            it = m_values.insert(kept);
        }
        return *it;
    }

private:
    QSet<T> m_values;
};

} // namespace loredesk::base
