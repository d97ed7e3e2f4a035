#include "picture/fitting.h"

#include "picture/drawing.h"
#include "picture/itemreader.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

namespace {

void scale(Path &path, double factor)
{
    for (PathStep &step : path.steps) {
        step.to *= factor;
        step.control1 *= factor;
        step.control2 *= factor;
    }
}

void scale(Element &element, double factor)
{
    if (auto *shape = std::get_if<Shape>(&element)) {
        scale(shape->path, factor);
        shape->stroke.width *= factor;
        for (double &dash : shape->stroke.dashes)
            dash *= factor;
        return;
    }
    if (auto *text = std::get_if<Text>(&element)) {
        text->baseline *= factor;
        text->style.size *= factor;
        text->width *= factor;
        return;
    }
    QRectF &box = std::get<Image>(element).box;
    box = {box.topLeft() * factor, box.size() * factor};
}

} // namespace

Picture scaled(const Picture &picture, double factor)
{
    Picture result = picture;
    result.size *= factor;
    result.items.edit([factor](Item &item) {
        item.box = QRectF(item.box.topLeft() * factor, item.box.size() * factor);
        scale(item.outline, factor);
        for (Element &element : item.elements)
            scale(element, factor);
    });
    return result;
}

Picture fitted(const Picture &picture, QSizeF page, double margin)
{
    const double width = page.width() - 2 * margin;
    const bool isFreeHeight = page.height() <= 0;
    const double height = page.height() - 2 * margin;
    if (width <= 0 || (!isFreeHeight && height <= 0) || picture.size.isEmpty()) {
        Picture empty = picture;
        empty.items.clear();
        empty.size = page;
        return empty;
    }
    double factor = width / picture.size.width();
    if (!isFreeHeight)
        factor = std::min(factor, height / picture.size.height());
    Picture result = scaled(picture, factor);
    const QSizeF size(page.width(), isFreeHeight ? result.size.height() + 2 * margin : page.height());
    const QPointF by((size.width() - result.size.width()) / 2, (size.height() - result.size.height()) / 2);
    result.items.edit([by](Item &item) { translate(item, by); });
    result.size = size;
    return result;
}

double leastTypeSize(const Picture &picture)
{
    double least = 0;
    ItemReader item(picture.items);
    for (qsizetype index = 0; index < picture.items.size(); ++index) {
        item.seek(index);
        double inItem = 0;
        while (item.next()) {
            if (item.kind() != ElementTag::Text || !item.shows(1))
                continue;
            // On a pill the numbers of sources are set smaller than what they stand beside.
            const double size = item.wordStyle().style.size;
            inItem = item.role() == Role::Agreement ? std::max(inItem, size)
                     : inItem > 0                   ? std::min(inItem, size)
                                                    : size;
        }
        if (inItem > 0)
            least = least > 0 ? std::min(least, inItem) : inItem;
    }
    return least;
}

} // namespace entente::picture
