#pragma once

#include "picture/items.h"

#include <QSizeF>

#include <optional>

namespace entente::picture {

// A display list in drawing order. One unit is one CSS pixel (1/96 inch), origin at the top left, y
// downwards.
struct Picture
{
    QSizeF size;
    Rgba background;
    QString fontFamily; // "Inter"
    QString title;
    QString description;
    QString language = QStringLiteral("en");
    Items items;

    std::optional<Item> item(const QString &id) const;
    bool operator==(const Picture &) const = default;
};

} // namespace entente::picture
