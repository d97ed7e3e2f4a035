#include "picture/conflictmarks.h"

#include "analysis/verdictwords.h"
#include "picture/lines.h"
#include "picture/overview.h"
#include "picture/pills.h"
#include "picture/textlayout.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

using analysis::Conflict;
using analysis::Verdict;

namespace {

constexpr double lineWidth = 1.5;
constexpr double halfGap = 2; // from the middle of the double line to each of the two

int agreementAt(const domain::ClauseRef &ref, const Drawing &drawing)
{
    return drawing.subject.graph.agreementAt.value(ref.agreement, -1);
}

QPointF normalAt(const layout::Curve &curve, qsizetype i)
{
    const QPointF before = curve.points.at(std::max<qsizetype>(0, i - 1));
    const QPointF after = curve.points.at(std::min(curve.points.size() - 1, i + 1));
    const QPointF d = after - before;
    const double length = std::hypot(d.x(), d.y());
    return length > 0 ? QPointF(-d.y(), d.x()) / length : QPointF();
}

// A parallel curve: control points moved along their normals, close enough for two pixels.
layout::Curve parallel(const layout::Curve &curve, double by)
{
    layout::Curve result = curve;
    for (qsizetype i = 0; i < curve.points.size(); ++i)
        result.points[i] += normalAt(curve, i) * by;
    return result;
}

QString clauseName(const domain::ClauseRef &ref, const Drawing &drawing)
{
    const domain::Agreement *agreement = drawing.subject.scenario.agreement(ref.agreement);
    const domain::Clause *clause = drawing.subject.scenario.clause(ref);
    QString name = clause ? cleaned(clause->title) : QString();
    if (name.isEmpty() && clause)
        name = domain::clauseKindInWords(clause->kind);
    return agreement ? QStringLiteral("%1 (%2)").arg(name, cleaned(agreement->title)) : name;
}

QString titleOf(const Conflict &conflict, const Drawing &drawing)
{
    return QStringLiteral("%1 %2 %3")
        .arg(clauseName(conflict.prohibiting, drawing), analysis::toVerb(conflict.verdict),
             clauseName(conflict.other, drawing));
}

QString descriptionOf(const Conflict &conflict)
{
    QStringList sentences = conflict.because;
    for (const analysis::Dependency &dependency : conflict.dependsOn)
        sentences.append(QStringLiteral("it depends on whether %1").arg(dependency.sentence));
    return cleaned(sentences.join(QStringLiteral("; ")));
}

QPointF markOnPill(int agreement, const Drawing &drawing)
{
    const QSizeF size =
        pillSize(drawing.agreement(agreement), drawing.subject.scenario, drawing.theme, drawing.measure);
    const QRectF pill = layout::centredRect(drawing.centreOfAgreement(agreement), size);
    return {pill.right() - pill.height() / 2, pill.top()};
}

} // namespace

Path doubleLine(const layout::Curve &curve)
{
    Path path = pathOf(parallel(curve, halfGap));
    path.steps += pathOf(parallel(curve, -halfGap)).steps;
    return path;
}

QList<Element> conflictDiamond(QPointF centre, double half, Verdict verdict, const Theme &theme,
                               const TextMeasure &measure)
{
    const Palette &palette = theme.palette;
    const bool isCertain = verdict == Verdict::Conflict;
    Shape mark = filled(diamond(centre, half), isCertain ? palette.conflict : palette.background);
    mark.stroke = {palette.conflict, 1.6, {}, LineCap::Flat};
    QList<Element> elements{mark};
    if (!isCertain) {
        const TextStyle style{half * 1.15, 700, false};
        const QString sign = QStringLiteral("?");
        const QPointF baseline =
            centre + QPointF(-measure.advance(sign, style) / 2, style.size * 0.36); // cap height 0.73
        Text text = textAt(baseline, sign, style, palette.conflict, measure);
        text.detail.least = overviewScale;
        elements.append(text);
    }
    return elements;
}

bool showsConflict(int index, const Drawing &drawing)
{
    const Conflict &conflict = drawing.subject.conflicts.at(index);
    const int from = agreementAt(conflict.prohibiting, drawing);
    const int to = agreementAt(conflict.other, drawing);
    return from >= 0 && to >= 0 && drawing.showsAgreement(from) && drawing.showsAgreement(to);
}

QRectF markBoxOf(const Item &conflict)
{
    const QList<PathStep> &steps = conflict.outline.steps; // the diamond's come last
    Path mark;
    mark.steps = steps.mid(std::max<qsizetype>(0, steps.size() - diamond({}, 1).steps.size()));
    return mark.bounds();
}

Item drawConflict(int index, const Drawing &drawing)
{
    const Conflict &conflict = drawing.subject.conflicts.at(index);
    const layout::Curve curve = drawing.placement.links.value(index);
    Item item;
    item.id = QStringLiteral("conflict-%1").arg(index);
    item.role = Role::Conflict;
    item.of = {conflict.prohibiting.agreement.text(), conflict.other.agreement.text()};
    item.title = titleOf(conflict, drawing);
    item.description = descriptionOf(conflict);
    if (curve.isEmpty()) {
        const double half = conflictMarkHalf * 0.8;
        const QPointF centre = markOnPill(agreementAt(conflict.prohibiting, drawing), drawing);
        item.outline = diamond(centre, half);
        item.elements = conflictDiamond(centre, half, conflict.verdict, drawing.theme, drawing.measure);
    } else {
        item.outline = pathOf(curve);
        item.elements.append(stroked(doubleLine(curve), drawing.theme.palette.conflict, lineWidth));
        const QPointF centre = layout::middleByLength(curve);
        item.outline.steps += diamond(centre, conflictMarkHalf).steps;
        item.elements +=
            conflictDiamond(centre, conflictMarkHalf, conflict.verdict, drawing.theme, drawing.measure);
    }
    item.box = item.outline.bounds();
    return item;
}

} // namespace entente::picture
