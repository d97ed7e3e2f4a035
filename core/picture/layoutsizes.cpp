#include "picture/appearance.h"
#include "picture/cards.h"
#include "picture/conflictmarks.h"
#include "picture/groups.h"
#include "picture/pills.h"

namespace entente::picture {

namespace {

layout::Flow flowOf(domain::RoleSide side)
{
    switch (side) {
    case domain::RoleSide::Source:
        return layout::Flow::CardToPill;
    case domain::RoleSide::Target:
        return layout::Flow::PillToCard;
    case domain::RoleSide::Equal:
    case domain::RoleSide::Channel:
    case domain::RoleSide::Subject:
        break;
    }
    return layout::Flow::None;
}

layout::Link linkOf(const analysis::Conflict &conflict, const graph::RelationGraph &graph)
{
    const int firms = int(graph.firms.size());
    const int from = graph.agreementAt.value(conflict.prohibiting.agreement);
    const int to = graph.agreementAt.value(conflict.other.agreement);
    return {firms + from, firms + to, QSizeF(2 * conflictMarkHalf, 2 * conflictMarkHalf)};
}

} // namespace

layout::LayoutRequest layoutRequest(const Subject &subject, const Theme &theme, const TextMeasure &measure)
{
    const graph::RelationGraph &graph = subject.graph;
    const domain::Scenario &scenario = subject.scenario;
    const AmountScale scale(scenario);
    layout::LayoutRequest request;
    request.nodes.reserve(graph.firms.size() + graph.agreements.size());
    request.edges.reserve(graph.ties.size());
    for (int firm = 0; firm < graph.firms.size(); ++firm) {
        const QSizeF size = cardSize(scenario.firms.at(firm), theme, measure);
        request.nodes.append({layout::NodeKind::Card, size, graph.firms.at(firm).group, {}});
    }
    for (int agreement = 0; agreement < graph.agreements.size(); ++agreement) {
        const QSizeF size = pillSize(scenario.agreements.at(agreement), scenario, theme, measure);
        request.nodes.append({layout::NodeKind::Pill, size, graph.agreements.at(agreement).group, {}});
    }
    for (const graph::GroupNode &group : graph.groups)
        request.groups.append({group.parent, groupTitleSize(*scenario.firm(group.firm), theme, measure)});
    for (const graph::Tie &tie : graph.ties) {
        const domain::Agreement &agreement = scenario.agreements.at(tie.agreement);
        request.edges.append({int(graph.firms.size()) + tie.agreement, tie.firm, flowOf(tie.side),
                              AmountScale::widthOf(scale.stepOf(agreement))});
    }
    request.links = conflictLinks(subject);
    return request;
}

QList<layout::Link> conflictLinks(const Subject &subject)
{
    QList<layout::Link> links;
    for (const analysis::Conflict &conflict : subject.conflicts)
        links.append(linkOf(conflict, subject.graph));
    return links;
}

} // namespace entente::picture
