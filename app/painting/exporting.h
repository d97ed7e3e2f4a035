#pragma once

#include "picture/picture.h"
#include "problems/problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QImage>

#include <optional>

namespace entente::painting {

struct ImageOptions
{
    double scale = 1;                        // device pixels a picture unit
    std::optional<int> width;                // in pixels; wins over scale
    std::optional<picture::Rgba> background; // none: the picture's; alpha 0: transparent
};
constexpr qint64 maxImagePixels = 400'000'000; // beyond, an error whose cause is Limit

Outcome<QImage> toImage(const picture::Picture &picture, const ImageOptions &options = {});
Outcome<QByteArray> toPng(const picture::Picture &picture,
                          const ImageOptions &options = {}); // same input, same bytes
// One page of the picture's size × 0.75 pt; text selectable; title in its metadata; `created` dates it.
Outcome<QByteArray> toPdf(const picture::Picture &picture, const QDateTime &created);

// The same picture with every text as paths: looks the same where the fonts are missing.
picture::Picture withOutlines(const picture::Picture &picture);

} // namespace entente::painting
