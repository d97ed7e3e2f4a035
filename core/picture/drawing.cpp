#include "picture/drawing.h"

#include "picture/appearance.h"

#include <cmath>

namespace entente::picture {

const domain::Firm &Drawing::firm(int index) const
{
    return subject.scenario.firms.at(index);
}

const domain::Agreement &Drawing::agreement(int index) const
{
    return subject.scenario.agreements.at(index);
}

QBitArray fadedFirms(const Subject &subject)
{
    const graph::RelationGraph &graph = subject.graph;
    QBitArray bound(graph.firms.size());
    QBitArray lively(graph.firms.size());
    for (int agreement = 0; agreement < graph.agreements.size(); ++agreement) {
        const bool holds = !isFaded(subject.scenario.agreements.at(agreement), subject.asOf);
        for (int tie : graph.agreements.at(agreement)
                           .ties) { // a part's agreements are also those of what it is part of
            int firm = graph.ties.at(tie).firm;
            while (firm >= 0 && !(bound.testBit(firm) && (!holds || lively.testBit(firm)))) {
                bound.setBit(firm);
                if (holds)
                    lively.setBit(firm);
                firm = graph.firmAt.value(subject.scenario.firms.at(firm).partOf, -1);
            }
        }
    }
    return bound & ~lively;
}

QRectF boundsOf(const Picture &picture)
{
    QRectF bounds;
    for (qsizetype index = 0; index < picture.items.size(); ++index)
        bounds |= picture.items.boxAt(index);
    return bounds;
}

Typography typographyOf(const Theme &theme)
{
    const double f = theme.fontScale;
    return {{14 * f, 600, false}, {11 * f, 400, false},   {12 * f, 500, false}, {12 * f, 600, false},
            {8 * f, 500, false},  {11.5 * f, 600, false}, {11 * f, 400, false}, {11 * f, 600, false},
            {17 * f, 600, false}, {11 * f, 400, false}};
}

double lineHeight(const TextStyle &style)
{
    return style.size * 1.3;
}

void alignBaselines(Item &item)
{
    for (Element &element : item.elements) {
        if (auto *text = std::get_if<Text>(&element))
            text->baseline.setY(std::round(text->baseline.y()));
    }
}

Shape filled(Path path, Rgba fill)
{
    return {std::move(path), fill, {{}, 0, {}, LineCap::Flat}, {}};
}

Shape stroked(Path path, Rgba colour, double width)
{
    return {std::move(path), {}, {colour, width, {}, LineCap::Flat}, {}};
}

Path circle(QPointF centre, double radius)
{
    return roundedRect({centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius}, radius);
}

Path diamond(QPointF centre, double half)
{
    Path path;
    path.moveTo(centre + QPointF(0, -half));
    path.lineTo(centre + QPointF(half, 0));
    path.lineTo(centre + QPointF(0, half));
    path.lineTo(centre + QPointF(-half, 0));
    path.close();
    return path;
}

} // namespace entente::picture
