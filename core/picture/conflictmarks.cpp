#include "picture/parts.h"
#include "picture/textlayout.h"

namespace entente::picture {

Shape conflictDiamond(const Drawing &drawing, QPointF centre, double size, bool certain)
{
    const double half = size / 2;
    Path path;
    path.moveTo(centre + QPointF(0, -half));
    path.lineTo(centre + QPointF(half, 0));
    path.lineTo(centre + QPointF(0, half));
    path.lineTo(centre + QPointF(-half, 0));
    path.close();
    const Palette &palette = drawing.palette();
    return {path, certain ? palette.conflict : palette.background, {palette.conflict, 1.6, {}, LineCap::Flat}, {}};
}

Item drawConflict(const Drawing &drawing, const analysis::Conflict &conflict, const layout::Curve &curve, QPointF mark)
{
    const Palette &palette = drawing.palette();
    const domain::Scenario &scenario = drawing.subject.scenario;
    const bool certain = conflict.verdict == analysis::Verdict::Conflict;
    const auto titleOf = [&scenario](const domain::ClauseRef &ref) {
        const domain::Agreement *agreement = scenario.agreement(ref.agreement);
        return agreement ? cleaned(agreement->title) : ref.agreement.text();
    };
    Item item;
    item.id = xmlId(QStringLiteral("conflict"), conflict.ref().id);
    item.role = Role::Conflict;
    item.of = {conflict.prohibiting.agreement.text(), conflict.other.agreement.text()};
    item.title = (certain ? QStringLiteral("%1 conflicts with %2") : QStringLiteral("%1 may conflict with %2"))
                     .arg(titleOf(conflict.prohibiting), titleOf(conflict.other));
    item.description = conflict.because.join(u' ');
    const QRectF markBox = layout::centredRect(mark, {conflictMarkSize, conflictMarkSize});
    item.outline = conflictDiamond(drawing, mark, conflictMarkSize, certain).path;
    if (!curve.isEmpty()) {
        const Path path = toPath(curve);
        item.elements.append(Shape{path, {}, {palette.conflict, 4.6, {}, LineCap::Flat}, {}});
        item.elements.append(Shape{path, {}, {palette.background, 1.8, {}, LineCap::Flat}, {}});
    }
    item.box = markBox;
    item.elements.append(conflictDiamond(drawing, mark, conflictMarkSize, certain));
    const TextStyle style = drawing.style(12, 700);
    const QString sign = certain ? QStringLiteral("!") : QStringLiteral("?");
    const double width = drawing.measure.advance(sign, style);
    item.elements.append(textAt(mark + QPointF(-width / 2, style.size * 0.36), sign, style,
                                certain ? palette.background : palette.conflict, drawing.measure));
    return item;
}

} // namespace entente::picture
