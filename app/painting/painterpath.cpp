#include "painting/painterpath.h"

namespace entente::painting {

using picture::PathStep;

QPainterPath toPainterPath(const picture::Path &path)
{
    QPainterPath result;
    result.setFillRule(Qt::WindingFill); // SVG's default
    for (const PathStep &step : path.steps) {
        switch (step.verb) {
        case PathStep::Verb::Move:
            result.moveTo(step.to);
            break;
        case PathStep::Verb::Line:
            result.lineTo(step.to);
            break;
        case PathStep::Verb::Cubic:
            result.cubicTo(step.control1, step.control2, step.to);
            break;
        case PathStep::Verb::Close:
            result.closeSubpath();
            break;
        }
    }
    return result;
}

picture::Path fromPainterPath(const QPainterPath &path)
{
    picture::Path result;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            if (!result.isEmpty())
                result.close();
            result.moveTo(element);
            break;
        case QPainterPath::LineToElement:
            result.lineTo(element);
            break;
        case QPainterPath::CurveToElement:
            result.cubicTo(element, path.elementAt(i + 1), path.elementAt(i + 2));
            i += 2;
            break;
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
    if (!result.isEmpty())
        result.close();
    return result;
}

} // namespace entente::painting
