#include "picture/colour.h"
#include "picture/parts.h"
#include "picture/textlayout.h"

#include <cmath>

namespace entente::picture {

namespace {

// The curve without its last `length` pixels, so that the stroke doesn't show beside the tip of the arrow.
layout::Curve shortened(const layout::Curve &curve, double length)
{
    constexpr int samples = 48;
    const QPointF tip = curve.end();
    double keep = 1;
    for (int i = samples - 1; i > 0; --i) {
        const QPointF point = layout::pointAt(curve, double(i) / samples);
        keep = double(i) / samples;
        if (std::hypot(point.x() - tip.x(), point.y() - tip.y()) >= length)
            break;
    }
    // De Casteljau's cut of the segment that the parameter lies in.
    const double along = keep * double(curve.segments());
    const qsizetype segment = std::min(qsizetype(along), curve.segments() - 1);
    const double t = along - double(segment);
    const QPointF *p = &curve.points[segment * 3];
    const auto lerp = [t](QPointF a, QPointF b) { return a + (b - a) * t; };
    const QPointF ab = lerp(p[0], p[1]);
    const QPointF bc = lerp(p[1], p[2]);
    const QPointF cd = lerp(p[2], p[3]);
    const QPointF abc = lerp(ab, bc);
    const QPointF bcd = lerp(bc, cd);
    layout::Curve result{curve.points.mid(0, segment * 3 + 1)};
    result.points.append({ab, abc, lerp(abc, bcd)});
    return result;
}

struct Arrow
{
    QPointF tip;
    QPointF direction; // unit, towards the tip
    double length;
};

Arrow arrowAt(const layout::Curve &curve, double width)
{
    const double length = 8 + 1.6 * width;
    const QPointF tip = curve.end();
    const QPointF back = shortened(curve, length).end();
    const QPointF way = tip - back;
    const double distance = std::max(1e-6, std::hypot(way.x(), way.y()));
    return {tip, way / distance, length};
}

Shape headShape(const Arrow &arrow, Head head, double width, Rgba colour, Rgba background)
{
    const QPointF d = arrow.direction;
    const QPointF n(-d.y(), d.x());
    const double half = 3.2 + 1.1 * width;
    const QPointF base = arrow.tip - d * arrow.length;
    Path path;
    switch (head) {
    case Head::Filled:
    case Head::Hollow:
        path.moveTo(arrow.tip);
        path.lineTo(base + n * half);
        path.lineTo(base - n * half);
        path.close();
        break;
    case Head::Diamond:
        path.moveTo(arrow.tip);
        path.lineTo(arrow.tip - d * (arrow.length / 2) + n * half);
        path.lineTo(base);
        path.lineTo(arrow.tip - d * (arrow.length / 2) - n * half);
        path.close();
        break;
    case Head::Circle: {
        const double radius = arrow.length / 2;
        const QPointF centre = arrow.tip - d * radius;
        path = roundedRect(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), radius);
        break;
    }
    }
    if (head == Head::Hollow || head == Head::Circle)
        return {path, background, {colour, 1.4, {}, LineCap::Flat}, {}};
    return {path, colour, {}, {}};
}

} // namespace

Item drawTie(const Drawing &drawing, const graph::Tie &tie, const layout::Curve &curve, int number)
{
    const domain::Scenario &scenario = drawing.subject.scenario;
    const graph::RelationGraph &graph = drawing.subject.graph;
    const domain::Agreement &agreement = *scenario.agreement(graph.agreements[tie.agreement].id);
    const domain::Firm &firm = *scenario.firm(graph.firms[tie.firm].id);
    const Palette &palette = drawing.palette();
    const bool thin = tie.side == domain::RoleSide::Channel || tie.side == domain::RoleSide::Subject;
    const double width = thin ? 1.0 : lineWidth(agreement);
    const Rgba colour = receded(palette.line, fadingOf(agreement, drawing.subject.asOf), palette);
    Item item;
    item.id = xmlId(QStringLiteral("line"), agreement.id.text() + u'-' + firm.id.text()) + u'-' +
              QString::number(number);
    item.role = Role::Line;
    item.of = {agreement.id.text(), firm.id.text()};
    item.title = cleaned(agreement.title) + QStringLiteral(": ") + cleaned(firm.name) +
                 (tie.role.isEmpty() ? QString() : QStringLiteral(", ") + domain::toReadable(tie.role));
    item.outline = toPath(curve);
    item.box = item.outline.bounds();
    item.faded = fadingOf(agreement, drawing.subject.asOf) == Fading::Strong;
    Stroke stroke = thin ? Stroke{colour, width, {}, LineCap::Flat} : strokeFor(agreement, colour, width);
    if (thin && item.faded)
        stroke = strokeFor(agreement, colour, width);
    if (tie.side != domain::RoleSide::Target) {
        item.elements.append(Shape{item.outline, {}, stroke, {}});
        return item;
    }
    const Arrow arrow = arrowAt(curve, width);
    item.elements.append(Shape{toPath(shortened(curve, arrow.length * 0.8)), {}, stroke, {}});
    item.elements.append(headShape(arrow, headOf(agreement), width, colour, palette.background));
    return item;
}

} // namespace entente::picture
