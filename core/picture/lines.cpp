#include "picture/lines.h"

#include "picture/overview.h"
#include "picture/textlayout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::picture {

using domain::Instrument;
using domain::RoleSide;

namespace {

constexpr double thinWidth = 1;
constexpr double markRadius = 3.6;
constexpr double markGap = 3; // between a mark and the border that its line ends on

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QPointF between(QPointF a, QPointF b, double t)
{
    return a + (b - a) * t;
}

using Cubic = std::array<QPointF, 4>;

// De Casteljau: the first part of one cubic.
Cubic firstPart(const QPointF *p, double t)
{
    const QPointF a = between(p[0], p[1], t);
    const QPointF b = between(p[1], p[2], t);
    const QPointF c = between(p[2], p[3], t);
    const QPointF ab = between(a, b, t);
    const QPointF bc = between(b, c, t);
    return {p[0], a, ab, between(ab, bc, t)};
}

layout::Curve reversed(const layout::Curve &curve)
{
    return {QList<QPointF>(curve.points.rbegin(), curve.points.rend())};
}

bool isThin(RoleSide side)
{
    return side == RoleSide::Channel || side == RoleSide::Subject;
}

bool hasSource(const graph::AgreementNode &agreement, const graph::RelationGraph &graph)
{
    for (int tie : agreement.ties) {
        if (graph.ties.at(tie).side == RoleSide::Source)
            return true;
    }
    return false;
}

// At the payer's card; where nobody gives, at the pill's end of the first line.
std::optional<QPointF> markPlace(int tieIndex, const layout::Curve &curve, const Drawing &drawing)
{
    const graph::RelationGraph &graph = drawing.subject.graph;
    const graph::Tie &tie = graph.ties.at(tieIndex);
    const graph::AgreementNode &agreement = graph.agreements.at(tie.agreement);
    constexpr double inset = markRadius + markGap;
    if (tie.side == RoleSide::Source)
        return trimmedEnd(curve, inset).end();
    if (!isThin(tie.side) && !hasSource(agreement, graph) && agreement.ties.first() == tieIndex)
        return trimmedEnd(reversed(curve), inset).end();
    return std::nullopt;
}

QString titleOf(const graph::Tie &tie, const Drawing &drawing)
{
    QStringList roles;
    for (const QString &role : tie.roles)
        roles.append(domain::toReadable(role));
    return QStringLiteral("%1: %2, %3")
        .arg(cleaned(drawing.agreement(tie.agreement).title), cleaned(drawing.firm(tie.firm).name),
             roles.join(QStringLiteral(" and ")));
}

} // namespace

Path pathOf(const layout::Curve &curve)
{
    Path path;
    if (curve.isEmpty())
        return path;
    path.moveTo(curve.start());
    for (qsizetype i = 1; i + 2 < curve.points.size(); i += 3)
        path.cubicTo(curve.points.at(i), curve.points.at(i + 1), curve.points.at(i + 2));
    return path;
}

layout::Curve trimmedEnd(const layout::Curve &curve, double length)
{
    if (curve.isEmpty())
        return curve;
    layout::Curve result = curve;
    while (result.segments() > 1 &&
           distance(result.points.at(result.points.size() - 4), curve.end()) <= length)
        result.points.remove(result.points.size() - 3, 3);
    const qsizetype first = result.points.size() - 4;
    double least = 0;
    double most = 1;
    Cubic part;
    for (int i = 0; i < 24; ++i) { // bisect for the point that is `length` away from the end
        const double t = (least + most) / 2;
        part = firstPart(&result.points.at(first), t);
        (distance(part.back(), curve.end()) > length ? least : most) = t;
    }
    std::copy(part.begin(), part.end(), result.points.begin() + first);
    return result;
}

Shape lineShape(Path path, LinePattern pattern, Rgba colour, double width)
{
    Shape line = stroked(std::move(path), colour, width);
    line.stroke.dashes = dashesOf(pattern, width);
    return line;
}

double arrowLength(double width)
{
    return 7 + 1.6 * width;
}

Shape arrowhead(QPointF tip, QPointF direction, Rgba colour, double width)
{
    const double norm = std::max(std::hypot(direction.x(), direction.y()), 1e-9);
    const QPointF along = direction / norm;
    const QPointF across(-along.y(), along.x());
    const QPointF base = tip - along * arrowLength(width);
    const double half = 2.8 + 0.95 * width;
    Path path;
    path.moveTo(tip);
    path.lineTo(base + across * half);
    path.lineTo(base - across * half);
    path.close();
    return filled(path, colour);
}

std::optional<Shape> instrumentMark(Instrument instrument, QPointF centre, Rgba colour, Rgba background)
{
    const QRectF square(centre - QPointF(markRadius, markRadius), QSizeF(2 * markRadius, 2 * markRadius));
    const auto marked = [&](Path path, bool isFull) {
        Shape shape = filled(std::move(path), isFull ? colour : background);
        shape.stroke = {colour, 1.3, {}, LineCap::Flat};
        return shape;
    };
    switch (instrument) {
    case Instrument::Equity:
        return marked(circle(centre, markRadius), true);
    case Instrument::Warrants:
        return marked(circle(centre, markRadius), false);
    case Instrument::PurchaseObligation:
        return marked(roundedRect(square.adjusted(0.3, 0.3, -0.3, -0.3), 0), true);
    case Instrument::Credits:
        return marked(roundedRect(square.adjusted(0.3, 0.3, -0.3, -0.3), 0), false);
    case Instrument::Debt:
        return marked(diamond(centre, markRadius * 1.3), true);
    case Instrument::RevenueShare:
        return marked(diamond(centre, markRadius * 1.3), false);
    case Instrument::LicenseFee: {
        Path bar = roundedRect({centre.x() - 1.4, centre.y() - markRadius * 1.4, 2.8, markRadius * 2.8}, 0);
        return marked(bar, false);
    }
    case Instrument::Unstated:
    case Instrument::Cash:
    case Instrument::Other:
        break;
    }
    return std::nullopt;
}

Item drawLine(int index, const QString &id, const Appearance &look, const Drawing &drawing)
{
    const graph::Tie &tie = drawing.subject.graph.ties.at(index);
    const layout::Curve &curve = drawing.placement.edges.at(index);
    const double width = isThin(tie.side) ? thinWidth : AmountScale::widthOf(look.step);
    Item item;
    item.id = id;
    item.role = Role::Line;
    item.of = {drawing.subject.graph.agreements.at(tie.agreement).id.text(),
               drawing.subject.graph.firms.at(tie.firm).id.text()};
    item.title = titleOf(tie, drawing);
    item.outline = pathOf(curve);
    item.box = item.outline.bounds();
    item.faded = look.faded;
    if (curve.isEmpty())
        return item;
    if (tie.side == RoleSide::Target) {
        const layout::Curve trimmed = trimmedEnd(curve, arrowLength(width));
        // The line runs a little into the head, so that no gap shows between them.
        item.elements.append(
            lineShape(pathOf(trimmedEnd(curve, arrowLength(width) - 1.5)), look.pattern, look.line, width));
        item.elements.append(arrowhead(curve.end(), curve.end() - trimmed.end(), look.line, width));
    } else {
        item.elements.append(lineShape(item.outline, look.pattern, look.line, width));
    }
    if (const auto place = markPlace(index, curve, drawing)) {
        if (const auto mark =
                instrumentMark(look.instrument, *place, look.line, drawing.theme.palette.background)) {
            item.elements.append(*mark);
            std::get<Shape>(item.elements.last()).detail.least = overviewScale;
        }
    }
    return item;
}

} // namespace entente::picture
