#pragma once

#include "picture/picture.h"

#include <optional>

namespace entente::picture {

constexpr Rgba rgb(quint32 hex)
{
    return {0xff000000u | hex};
}

// `share` of `b` (0…1) mixed into `a`.
Rgba mixed(Rgba a, Rgba b, double share);
QString toHex(Rgba colour);                      // "#0072b2", "none" where not painted
std::optional<Rgba> colourFrom(QStringView hex); // "#rgb" or "#rrggbb"

// WCAG 2.1's contrast ratio, 1 to 21.
double contrast(Rgba a, Rgba b);

} // namespace entente::picture
