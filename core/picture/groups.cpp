#include "picture/groups.h"

#include "picture/cards.h"
#include "picture/overview.h"
#include "picture/textlayout.h"

namespace entente::picture {

namespace {

constexpr double titleRoom = 8; // under the title
constexpr double cornerRadius = 12;

// No wider than the firm's card, which is always in the group and bears the whole name: the area never grows
// for its title's sake.
QString titleText(const domain::Firm &firm, const Theme &theme, const TextMeasure &measure)
{
    const double width = cardSize(firm, theme, measure).width();
    return elided(cleaned(firm.name), typographyOf(theme).groupTitle, width, measure);
}

int depthOf(int group, const graph::RelationGraph &graph)
{
    int depth = 0;
    for (int parent = graph.groups.at(group).parent; parent >= 0; parent = graph.groups.at(parent).parent)
        ++depth;
    return depth;
}

} // namespace

QSizeF groupTitleSize(const domain::Firm &firm, const Theme &theme, const TextMeasure &measure)
{
    const TextStyle style = typographyOf(theme).groupTitle;
    return {measure.advance(titleText(firm, theme, measure), style), lineHeight(style) + titleRoom};
}

Item drawGroup(int index, const Drawing &drawing)
{
    const domain::Firm &firm = *drawing.subject.scenario.firm(drawing.subject.graph.groups.at(index).firm);
    const Palette &palette = drawing.theme.palette;
    const TextStyle style = typographyOf(drawing.theme).groupTitle;
    Item item;
    item.id = QStringLiteral("group-") + firm.id.text();
    item.role = Role::Group;
    item.of = {firm.id.text()};
    item.title = QStringLiteral("%1 and its parts").arg(cleaned(firm.name));
    item.box = drawing.placement.groupBoxes.at(index);
    item.outline = roundedRect(item.box, cornerRadius);
    const bool isNested = depthOf(index, drawing.subject.graph) % 2 == 1;
    Shape area = filled(item.outline, isNested ? palette.groupNested : palette.group);
    area.stroke = {palette.groupBorder, 1, {}, LineCap::Flat};
    const double inset = layout::Spacing{}.groupPadding;
    const QPointF baseline = item.box.topLeft() + QPointF(inset, inset + drawing.measure.ascent(style));
    Text title = textAt(baseline, titleText(firm, drawing.theme, drawing.measure), style, palette.groupTitle,
                        drawing.measure);
    title.detail.least = overviewScale;
    item.elements = {area, title};
    return item;
}

QBitArray shownGroups(const Drawing &drawing)
{
    const graph::RelationGraph &graph = drawing.subject.graph;
    QBitArray shown(graph.groups.size());
    for (int firm = 0; firm < graph.firms.size(); ++firm) {
        int group = drawing.showsFirm(firm) ? graph.firms.at(firm).group : -1;
        for (; group >= 0 && !shown.testBit(group); group = graph.groups.at(group).parent)
            shown.setBit(group);
    }
    return shown;
}

} // namespace entente::picture
