#include "picture/glyphs.h"

#include <initializer_list>

namespace entente::picture {

using domain::FirmKind;
using domain::Heading;

namespace {

void polygon(Path &path, QPointF origin, std::initializer_list<QPointF> points)
{
    bool first = true;
    for (QPointF point : points) {
        if (first)
            path.moveTo(origin + point);
        else
            path.lineTo(origin + point);
        first = false;
    }
    path.close();
}

void box(Path &path, QPointF origin, double x, double y, double width, double height)
{
    polygon(path, origin, {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}});
}

void circle(Path &path, QPointF origin, QPointF centre, double radius)
{
    const Path ring = roundedRect(
        QRectF(origin + centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), radius);
    path.steps.append(ring.steps);
}

Path kindPath(FirmKind kind, QPointF o)
{
    Path path;
    switch (kind) {
    case FirmKind::Company: // a tower with an annexe
        box(path, o, 1, 1, 5, 9);
        box(path, o, 7, 4, 2.5, 6);
        break;
    case FirmKind::Subsidiary: // a part below a whole
        box(path, o, 3, 0.5, 4, 3.5);
        box(path, o, 4.5, 4, 1, 2);
        box(path, o, 1, 6, 8, 3.5);
        break;
    case FirmKind::Division: // one of two parts
        box(path, o, 0.5, 2, 4, 6.5);
        box(path, o, 5.5, 2, 4, 6.5);
        break;
    case FirmKind::Product: // a hexagon
        polygon(path, o, {{5, 0.5}, {9, 2.75}, {9, 7.25}, {5, 9.5}, {1, 7.25}, {1, 2.75}});
        break;
    case FirmKind::Platform: // layers
        box(path, o, 0.5, 1, 9, 2);
        box(path, o, 0.5, 4, 9, 2);
        box(path, o, 0.5, 7, 9, 2);
        break;
    case FirmKind::Fund: // a coin
        circle(path, o, {5, 5}, 4.3);
        break;
    case FirmKind::Person:
        circle(path, o, {5, 2.7}, 2.2);
        path.moveTo(o + QPointF(1, 9.5));
        path.cubicTo(o + QPointF(1, 6.8), o + QPointF(2.8, 5.6), o + QPointF(5, 5.6));
        path.cubicTo(o + QPointF(7.2, 5.6), o + QPointF(9, 6.8), o + QPointF(9, 9.5));
        path.close();
        break;
    case FirmKind::Government: // a temple front
        polygon(path, o, {{5, 0.5}, {9.5, 3.2}, {0.5, 3.2}});
        box(path, o, 1.5, 4, 1.4, 4);
        box(path, o, 4.3, 4, 1.4, 4);
        box(path, o, 7.1, 4, 1.4, 4);
        box(path, o, 0.5, 8.4, 9, 1.2);
        break;
    case FirmKind::Court: // a balance
        box(path, o, 4.5, 0.8, 1, 7.6);
        box(path, o, 1, 1.6, 8, 1);
        polygon(path, o, {{2, 2.6}, {3.8, 6}, {0.2, 6}});
        polygon(path, o, {{8, 2.6}, {9.8, 6}, {6.2, 6}});
        box(path, o, 2.5, 8.4, 5, 1.2);
        break;
    case FirmKind::Other:
        polygon(path, o, {{5, 0.8}, {9.2, 5}, {5, 9.2}, {0.8, 5}});
        break;
    }
    return path;
}

Path headingPath(Heading heading, QPointF o)
{
    Path path;
    switch (heading) {
    case Heading::Agreements: // a sheet with lines
        polygon(path, o, {{1.5, 0.5}, {6.3, 0.5}, {8.5, 2.7}, {8.5, 9.5}, {1.5, 9.5}});
        path.moveTo(o + QPointF(3.2, 4.6));
        path.lineTo(o + QPointF(6.8, 4.6));
        path.moveTo(o + QPointF(3.2, 6.8));
        path.lineTo(o + QPointF(6.8, 6.8));
        break;
    case Heading::OwnershipAndControl: // a whole and its part
        circle(path, o, {5, 5}, 4.3);
        path.moveTo(o + QPointF(5, 0.7));
        path.lineTo(o + QPointF(5, 5));
        path.lineTo(o + QPointF(9.3, 5));
        break;
    case Heading::Proceedings: // a gavel over its block
        polygon(path, o, {{3.4, 0.7}, {7.3, 4.6}, {5.4, 6.5}, {1.5, 2.6}});
        path.moveTo(o + QPointF(6.3, 5.6));
        path.lineTo(o + QPointF(9.3, 8.6));
        path.moveTo(o + QPointF(1, 9.4));
        path.lineTo(o + QPointF(5.6, 9.4));
        break;
    case Heading::Policies: // a flag
        path.moveTo(o + QPointF(2, 9.6));
        path.lineTo(o + QPointF(2, 0.6));
        path.lineTo(o + QPointF(8.8, 0.6));
        path.lineTo(o + QPointF(7, 3));
        path.lineTo(o + QPointF(8.8, 5.4));
        path.lineTo(o + QPointF(2, 5.4));
        break;
    }
    return path;
}

} // namespace

Shape kindGlyph(FirmKind kind, QPointF topLeft, Rgba colour)
{
    return {kindPath(kind, topLeft), colour, {}, {}};
}

Shape headingGlyph(Heading heading, QPointF topLeft, Rgba colour)
{
    return {headingPath(heading, topLeft), {}, {colour, 1.1, {}, LineCap::Round}, {}};
}

} // namespace entente::picture
