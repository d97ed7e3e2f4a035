#pragma once

#include "picture/picture.h"

namespace entente::picture {

// Everything larger or smaller by a factor: shapes, strokes, type.
Picture scaled(const Picture &picture, double factor);

// The whole picture as large as it can be in the middle of a page, both in picture units, `margin` kept free
// on all sides. With a height of 0 the page is as high as the picture needs. Without elements where the page
// is smaller than its margins.
Picture fitted(const Picture &picture, QSizeF page, double margin = 0);

// The smallest type at scale 1 in pixels, superscripts left out; 0 without text.
double leastTypeSize(const Picture &picture);

constexpr double unitsPerMillimetre = 96 / 25.4;
constexpr double pointsPerUnit = 0.75; // 72 points and 96 CSS pixels an inch

} // namespace entente::picture
