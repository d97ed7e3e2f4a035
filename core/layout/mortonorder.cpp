#include "layout/mortonorder.h"

#include <algorithm>
#include <array>

namespace entente::layout {

namespace {

// Spreads 16 bits so that a free one follows each.
std::uint32_t spreadBits(std::uint32_t bits)
{
    bits = (bits | bits << 8) & 0x00ff00ffU;
    bits = (bits | bits << 4) & 0x0f0f0f0fU;
    bits = (bits | bits << 2) & 0x33333333U;
    return (bits | bits << 1) & 0x55555555U;
}

struct Coded
{
    std::uint32_t code;
    int point;
};

void radixSort(std::vector<Coded> &items)
{
    constexpr int digitBits = 11;
    constexpr std::uint32_t digits = 1U << digitBits;
    std::vector<Coded> sorted(items.size());
    for (int shift = 0; shift < 2 * MortonOrder::levels; shift += digitBits) {
        std::array<int, digits + 1> begin{};
        for (const Coded &item : items)
            ++begin[(item.code >> shift) % digits + 1];
        for (std::size_t i = 1; i < begin.size(); ++i)
            begin[i] += begin[i - 1];
        for (const Coded &item : items)
            sorted[begin[(item.code >> shift) % digits]++] = item;
        items.swap(sorted);
    }
}

} // namespace

MortonOrder mortonOrder(const Points &points)
{
    MortonOrder order;
    if (points.size() == 0)
        return order;
    const auto [left, right] = std::minmax_element(points.x.begin(), points.x.end());
    const auto [top, bottom] = std::minmax_element(points.y.begin(), points.y.end());
    constexpr float least = 1e-6F; // where all stand in one place
    order.left = *left;
    order.top = *top;
    order.side = std::max({*right - *left, *bottom - *top, least});
    constexpr float cells = 1 << MortonOrder::levels;
    const float scale = (cells - 1) / order.side;
    std::vector<Coded> coded(points.x.size());
    for (std::size_t i = 0; i < coded.size(); ++i) {
        const auto column = std::uint32_t((points.x[i] - order.left) * scale);
        const auto row = std::uint32_t((points.y[i] - order.top) * scale);
        coded[i] = {spreadBits(column) | spreadBits(row) << 1, int(i)};
    }
    radixSort(coded);
    order.points.resize(coded.size());
    order.codes.resize(coded.size());
    for (std::size_t i = 0; i < coded.size(); ++i) {
        order.points[i] = coded[i].point;
        order.codes[i] = coded[i].code;
    }
    return order;
}

} // namespace entente::layout
