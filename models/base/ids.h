// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace loredesk::base {

/// An index that cannot be taken for another kind of index. Default-constructed: none.
template <class Tag>
class Index
{
public:
    constexpr Index() = default;
    constexpr explicit Index(std::size_t value)
        : m_value(static_cast<std::uint32_t>(value))
    {
    }

    constexpr bool isValid() const { return m_value != None; }
    /// Only where isValid().
    constexpr std::size_t value() const { return m_value; }
    friend constexpr auto operator<=>(const Index &, const Index &) = default;

private:
    static constexpr std::uint32_t None = 0xffffffff;
    std::uint32_t m_value = None;
};

/// Row of a message in a catalog, in archive order (oldest first).
using MessageIndex = Index<struct MessageTag>;
/// A patch series (one version of it) in a catalog.
using SeriesIndex = Index<struct SeriesTag>;
/// All versions of one series.
using LineageIndex = Index<struct LineageTag>;
/// A person under one or several addresses.
using PersonIndex = Index<struct PersonTag>;

} // namespace loredesk::base

template <class Tag>
struct std::hash<loredesk::base::Index<Tag>>
{
    std::size_t operator()(const loredesk::base::Index<Tag> &index) const noexcept
    {
        return index.isValid() ? index.value() : ~std::size_t(0);
    }
};
