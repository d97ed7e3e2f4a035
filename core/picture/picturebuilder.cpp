#include "picture/picturebuilder.h"

#include "picture/appearance.h"
#include "picture/cards.h"
#include "picture/changes.h"
#include "picture/conflictmarks.h"
#include "picture/footer.h"
#include "picture/groups.h"
#include "picture/legend.h"
#include "picture/lines.h"
#include "picture/pills.h"
#include "picture/textlayout.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace entente::picture {

namespace {

void append(Picture &picture, Item item)
{
    alignBaselines(item);
    picture.items.append(item);
}

constexpr double captionGap = 20; // between the graph, the legend and the footer

void addGroups(Picture &picture, const Drawing &drawing)
{
    const QBitArray shown = shownGroups(drawing);
    for (int group = 0; group < shown.size(); ++group) { // an enclosing group comes before what it holds
        if (shown.testBit(group))
            append(picture, drawGroup(group, drawing));
    }
}

void addLines(Picture &picture, const Drawing &drawing, const QList<Appearance> &looks)
{
    const graph::RelationGraph &graph = drawing.subject.graph;
    QHash<QString, int> seen;
    for (int index = 0; index < graph.ties.size(); ++index) {
        const graph::Tie &tie = graph.ties.at(index);
        const QString stem =
            QStringLiteral("line-%1-%2")
                .arg(graph.agreements.at(tie.agreement).id.text(), graph.firms.at(tie.firm).id.text());
        const int nth = seen[stem]++; // "a-b" of "c" and "a" of "b-c"; hidden ones count too, so that filters
                                      // rename no lines
        if (drawing.showsTie(tie))
            append(picture, drawLine(index, QStringLiteral("%1-%2").arg(stem).arg(nth),
                                     looks.at(tie.agreement), drawing));
    }
}

void addGraph(Picture &picture, const Drawing &drawing)
{
    const graph::RelationGraph &graph = drawing.subject.graph;
    const AmountScale scale(drawing.subject.scenario);
    QList<Appearance> looks;
    looks.reserve(graph.agreements.size());
    for (int agreement = 0; agreement < graph.agreements.size(); ++agreement)
        looks.append(appearanceOf(drawing.agreement(agreement), drawing, scale));
    addGroups(picture, drawing);
    addLines(picture, drawing, looks);
    for (int firm = 0; firm < graph.firms.size(); ++firm) {
        if (drawing.showsFirm(firm))
            append(picture, drawCard(firm, drawing));
    }
    for (int agreement = 0; agreement < graph.agreements.size(); ++agreement) {
        if (drawing.showsAgreement(agreement))
            append(picture, drawPill(agreement, looks.at(agreement), drawing));
    }
    for (int conflict = 0; conflict < drawing.subject.conflicts.size(); ++conflict) {
        if (showsConflict(conflict, drawing))
            append(picture, drawConflict(conflict, drawing));
    }
}

QRectF boundsOf(const Picture &picture)
{
    QRectF bounds;
    for (qsizetype i = 0; i < picture.items.size(); ++i)
        bounds |= picture.items.boxAt(i);
    return bounds;
}

// Puts a block under what is there already; the picture's size grows by it.
void addBelow(Picture &picture, Item block, double left, double &bottom)
{
    if (block.elements.isEmpty())
        return;
    translate(block, {left, bottom + captionGap});
    bottom = block.box.bottom();
    append(picture, block);
}

QString descriptionOf(const Drawing &drawing)
{
    return QStringLiteral("A graph of %1 firms and people and %2 agreements. %3")
        .arg(drawing.shown.firms.count(true))
        .arg(drawing.shown.agreements.count(true))
        .arg(cleaned(drawing.subject.scenario.summary))
        .trimmed();
}

Picture emptyPicture(const Theme &theme)
{
    Picture picture;
    picture.background = theme.palette.background;
    picture.fontFamily = theme.fontFamily;
    return picture;
}

Drawing drawingOf(const Subject &subject, const layout::Placement &placement, const Theme &theme,
                  const TextMeasure &measure, const std::optional<graph::Subset> &shown)
{
    return {subject,
            placement,
            theme,
            measure,
            shown.value_or(graph::everything(subject.graph)),
            fadedFirms(subject)};
}

} // namespace

Picture buildPicture(const Subject &subject, const layout::Placement &placement, const Theme &theme,
                     const TextMeasure &measure, const PictureOptions &options)
{
    Drawing drawing = drawingOf(subject, placement, theme, measure, options.shown);
    drawing.comparedWith = options.since ? options.since->title : QString();
    Picture picture = emptyPicture(theme);
    picture.title = cleaned(subject.scenario.title);
    picture.description = descriptionOf(drawing);
    addGraph(picture, drawing);
    if (options.since)
        addChanges(picture, *options.since, drawing);

    const QRectF graph = boundsOf(picture);
    const double margin = options.margin;
    const double inner = std::max(graph.width(), options.leastWidth - 2 * margin);
    if (options.crop) {
        const QPointF by = QPointF(margin + (inner - graph.width()) / 2, margin) - graph.topLeft();
        picture.items.translate(by.toPoint());
    }
    const double left = options.crop ? margin : graph.left();
    double bottom = (options.crop ? margin : graph.top()) + graph.height();
    if (options.legend)
        addBelow(picture, drawLegend(drawing, inner), left, bottom);
    addBelow(picture, options.footer ? drawFooter(drawing, inner) : drawMarks(drawing, inner), left, bottom);
    picture.size = options.crop
                       ? QSizeF(std::ceil(inner + 2 * margin), std::ceil(bottom + margin))
                       : QSizeF(std::ceil(graph.left() + inner + margin), std::ceil(bottom + margin));
    return picture;
}

Picture buildLegend(const Subject &subject, const Theme &theme, const TextMeasure &measure, double width)
{
    const layout::Placement nowhere;
    const Drawing drawing = drawingOf(subject, nowhere, theme, measure, {});
    Picture picture = emptyPicture(theme);
    const Item legend = drawLegend(drawing, width);
    if (!legend.elements.isEmpty())
        picture.items.append(legend);
    picture.size = legend.box.size();
    return picture;
}

} // namespace entente::picture
