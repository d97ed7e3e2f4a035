#include "session/composition.h"

#include "session/capacity.h"
#include "session/readoptions.h"
#include "session/yielding.h"

#include <algorithm>

namespace entente::session {

namespace {

const QLatin1String agreementPrefix("agreement:");

QStringList nodeKeys(const graph::RelationGraph &graph)
{
    QStringList keys;
    keys.reserve(graph.firms.size() + graph.agreements.size());
    for (int node = 0; node < graph.firms.size() + graph.agreements.size(); ++node)
        keys.append(placeKey(graph, node));
    return keys;
}

// Parallel to the request's edges, which are the graph's ties.
QStringList edgeKeys(const graph::RelationGraph &graph)
{
    QStringList keys;
    keys.reserve(graph.ties.size());
    for (const graph::Tie &tie : graph.ties)
        keys.append(
            lineKey(graph.agreements.at(tie.agreement).id.text(), graph.firms.at(tie.firm).id.text()));
    return keys;
}

QStringList linkKeys(const QList<analysis::Conflict> &conflicts)
{
    QStringList keys;
    for (const analysis::Conflict &conflict : conflicts)
        keys.append(linkKey(conflict.ref().id));
    return keys;
}

void fixAt(layout::LayoutRequest &request, const QStringList &keys, const Places &places)
{
    for (int node = 0; node < request.nodes.size() && !places.isEmpty(); ++node) {
        const auto place = places.constFind(keys.at(node));
        if (place != places.cend())
            request.nodes[node].fixed = *place;
    }
}

void fixAt(layout::LayoutRequest &request, const QStringList &keys, const Arrangement &kept)
{
    for (int node = 0; node < request.nodes.size(); ++node) {
        const auto spot = kept.spots.constFind(keys.at(node));
        if (spot != kept.spots.cend())
            request.nodes[node].fixed = spot->centre;
    }
}

// What settle() comes to where nothing is kept or dragged but what was just laid out.
void fixWhereItStands(Composition &composition)
{
    for (qsizetype node = 0; node < composition.placement.centres.size(); ++node)
        composition.request.nodes[node].fixed = composition.placement.centres.at(node);
}

// In a large drawing lines run straight: where they ran tells nothing that the ends don't.
bool keepsLines(const Composition &composition)
{
    return composition.request.nodes.size() <= layout::LayoutRequest::maxDotNodes;
}

// What the kept arrangement knows of this request's drawing; the curves that it doesn't know are empty.
layout::Placement previousPlacement(const Composition &composition, const Arrangement &kept,
                                    const QList<QPointF> &centres)
{
    layout::Placement previous;
    previous.centres = centres;
    previous.groupBoxes.resize(composition.request.groups.size());
    for (const QString &key : edgeKeys(composition.graph))
        previous.edges.append(kept.lines.value(key));
    for (const QString &key : linkKeys(composition.conflicts))
        previous.links.append(kept.lines.value(key));
    return previous;
}

// Nodes whose lines can't be kept: they stand elsewhere, have another size, or a line of theirs is not known.
QList<int> movedNodes(const Composition &composition, const Arrangement &kept,
                      const layout::Placement &previous)
{
    const QStringList keys = nodeKeys(composition.graph);
    QBitArray moved(keys.size());
    for (int node = 0; node < keys.size(); ++node) {
        const auto spot = kept.spots.constFind(keys.at(node));
        const Spot stands{previous.centres.at(node), composition.request.nodes.at(node).size};
        moved.setBit(node, spot == kept.spots.cend() || *spot != stands);
    }
    for (int edge = 0; edge < previous.edges.size(); ++edge) {
        if (previous.edges.at(edge).isEmpty())
            moved.setBit(composition.request.edges.at(edge).pill);
    }
    QList<int> indices;
    for (int node = 0; node < moved.size(); ++node) {
        if (moved.testBit(node))
            indices.append(node);
    }
    return indices;
}

Spot spotOf(const Composition &composition, const layout::Placement &placement, int node)
{
    return {placement.centres.at(node), composition.request.nodes.at(node).size};
}

// In a large drawing: where it stands already, only lines at what moves are drawn anew.
layout::Placement movedStraight(const Composition &composition, const QList<QPointF> &centres)
{
    const layout::Placement &before = composition.placement;
    if (before.centres.size() != centres.size())
        return layout::route(composition.request, centres);
    QList<int> moved;
    for (int node = 0; node < centres.size(); ++node) {
        if (centres.at(node) != before.centres.at(node))
            moved.append(node);
    }
    return layout::reroute(composition.request, before, centres, moved);
}

} // namespace

QString placeKey(const graph::RelationGraph &graph, int node)
{
    if (node < graph.firms.size())
        return graph.firms.at(node).id.text();
    const QString &id = graph.agreements.at(node - graph.firms.size()).id.text();
    return graph.firmAt.contains(domain::FirmId(id)) ? agreementPrefix + id : id;
}

int nodeAt(const graph::RelationGraph &graph, const QString &key)
{
    const int firm = graph.firmAt.value(domain::FirmId(key), -1);
    if (firm >= 0)
        return firm;
    const QString id = key.startsWith(agreementPrefix) ? key.mid(agreementPrefix.size()) : key;
    const int agreement = graph.agreementAt.value(domain::AgreementId(id), -1);
    return agreement < 0 ? -1 : int(graph.firms.size()) + agreement;
}

Composition compose(formats::ScenarioFile file, const analysis::AsOf &asOf, const picture::Theme &theme,
                    const picture::TextMeasure &measure, const Places &places)
{
    Composition composition;
    composition.file = std::move(file);
    composition.asOf = asOf;
    composition.events = analysis::datedEvents(composition.file.scenario);
    composition.conflicts = analysis::findConflicts(composition.file.scenario, asOf);
    composition.graph = graph::buildGraph(composition.file.scenario);
    composition.request = picture::layoutRequest(composition.subject(), theme, measure);
    fixAt(composition.request, nodeKeys(composition.graph), places);
    return composition;
}

void redate(Composition &composition, const analysis::AsOf &asOf)
{
    const QStringList before = linkKeys(composition.conflicts);
    composition.asOf = asOf;
    composition.conflicts = analysis::findConflicts(composition.file.scenario, asOf);
    if (linkKeys(composition.conflicts) == before)
        return;
    composition.request.links = picture::conflictLinks(composition.subject());
    composition.placement = layout::relinked(composition.request, std::move(composition.placement));
}

Places placesOf(const Composition &composition)
{
    Places places;
    for (int node = 0; node < composition.placement.centres.size(); ++node)
        places.insert(placeKey(composition.graph, node), composition.placement.centres.at(node));
    return places;
}

Arrangement arrangementOf(const Composition &composition)
{
    Arrangement arrangement;
    const layout::Placement &placement = composition.placement;
    arrangement.spots.reserve(placement.centres.size());
    for (int node = 0; node < placement.centres.size(); ++node)
        arrangement.spots.insert(placeKey(composition.graph, node), spotOf(composition, placement, node));
    if (!keepsLines(composition))
        return arrangement;
    const QStringList edges = edgeKeys(composition.graph);
    for (int edge = 0; edge < placement.edges.size(); ++edge)
        arrangement.lines.insert(edges.at(edge), placement.edges.at(edge));
    const QStringList links = linkKeys(composition.conflicts);
    for (int link = 0; link < placement.links.size(); ++link)
        arrangement.lines.insert(links.at(link), placement.links.at(link));
    return arrangement;
}

Arrangement differing(const Composition &composition, const layout::Placement &of,
                      const layout::Placement &from)
{
    const graph::RelationGraph &graph = composition.graph;
    Arrangement rest;
    for (int node = 0; node < of.centres.size(); ++node) {
        if (of.centres.at(node) != from.centres.value(node))
            rest.spots.insert(placeKey(graph, node), spotOf(composition, of, node));
    }
    if (!keepsLines(composition))
        return rest;
    const QStringList edges = edgeKeys(graph);
    for (int edge = 0; edge < of.edges.size(); ++edge) {
        if (of.edges.at(edge) != from.edges.value(edge))
            rest.lines.insert(edges.at(edge), of.edges.at(edge));
    }
    const QStringList links = linkKeys(composition.conflicts);
    for (int link = 0; link < of.links.size(); ++link) {
        if (of.links.at(link) != from.links.value(link))
            rest.lines.insert(links.at(link), of.links.at(link));
    }
    return rest;
}

bool isKnown(const Composition &composition, const Arrangement &kept)
{
    const QStringList keys = nodeKeys(composition.graph);
    return std::any_of(keys.begin(), keys.end(),
                       [&](const QString &key) { return kept.spots.contains(key); });
}

void settle(Composition &composition, const Arrangement &kept, const Places &dragged)
{
    layout::LayoutRequest &request = composition.request;
    if (request.nodes.isEmpty()) {
        composition.placement = {};
        return;
    }
    const QStringList keys = nodeKeys(composition.graph);
    fixAt(request, keys, kept);
    fixAt(request, keys, dragged);
    for (const int node : yieldingNodes(request, keys, kept, dragged))
        request.nodes[node].fixed.reset();
    const QList<QPointF> centres = layout::centresWithAdded(request);
    if (!keepsLines(composition)) {
        composition.placement = movedStraight(composition, centres);
        return;
    }
    const layout::Placement previous = previousPlacement(composition, kept, centres);
    composition.placement =
        layout::reroute(request, previous, centres, movedNodes(composition, kept, previous));
}

Outcome<QList<formats::ScenarioFile>> chainOf(formats::ScenarioFile file)
{
    Outcome<QList<formats::ScenarioFile>> chain;
    QList<formats::ScenarioFile> files;
    for (auto base = file.bases.crbegin(); base != file.bases.crend(); ++base) {
        Outcome<formats::ScenarioFile> read = formats::readScenario(*base, readOptions());
        if (!read) {
            chain.problems = read.problems;
            return chain;
        }
        files.append(std::move(*read.value));
    }
    files.append(std::move(file));
    chain.value = std::move(files);
    return chain;
}

bool isLarge(const domain::Scenario &scenario)
{
    return scenario.firms.size() + scenario.agreements.size() > layout::LayoutRequest::maxDotNodes;
}

namespace {

void addAuthored(Places &places, const domain::Scenario &scenario)
{
    if (!scenario.views.isEmpty())
        places.insert(scenario.views.first().places);
}

// The places that the authors of the files saved with them, the nearer file's first view over the farther's.
Places authoredPlaces(const Composition &root, const QList<formats::ScenarioFile> &overlays)
{
    Places places;
    addAuthored(places, root.file.scenario);
    for (const formats::ScenarioFile &file : overlays)
        addAuthored(places, file.scenario);
    return places;
}

} // namespace

Composition composeChain(Composition root, QList<formats::ScenarioFile> overlays, const Look &look,
                         const Places &dragged)
{
    const analysis::AsOf asOf = root.asOf;
    Places places = authoredPlaces(root, overlays);
    places.insert(dragged);
    if (overlays.isEmpty() && places.isEmpty()) {
        fixWhereItStands(root);
        return root;
    }
    Arrangement kept = arrangementOf(root);
    Composition last = std::move(root);
    while (!overlays.isEmpty()) {
        last = compose(overlays.takeFirst(), asOf, look.theme, look.measure);
        settle(last, kept);
        kept.merge(arrangementOf(last));
    }
    settle(last, kept, places);
    return last;
}

picture::PictureOptions canvasOptions()
{
    picture::PictureOptions options;
    options.crop = options.legend = options.footer = false;
    return options;
}

namespace {

Outcome<Composition> refused(const Problem &problem)
{
    Outcome<Composition> outcome;
    outcome.problems.add(problem);
    return outcome;
}

} // namespace

Outcome<Composition> composeAndLayOut(formats::ScenarioFile file, const analysis::AsOf &asOf,
                                      const picture::Theme &theme, const picture::TextMeasure &measure,
                                      const Places &dragged, layout::Layouter &layouter,
                                      layout::Engine engine)
{
    Outcome<QList<formats::ScenarioFile>> chain = chainOf(std::move(file));
    if (!chain)
        return {std::nullopt, chain.problems};
    if (const auto tooMuch = refuseToDraw(chain.value->last().scenario))
        return refused(*tooMuch);
    Composition root = compose(chain.value->takeFirst(), asOf, theme, measure);
    if (root.request.nodes.isEmpty())
        return {composeChain(std::move(root), std::move(*chain.value), {theme, measure}, dragged), {}};
    root.request.engine = engine;
    Outcome<layout::Placement> placement = layouter.layOut(root.request);
    if (!placement)
        return {std::nullopt, placement.problems};
    root.placement = std::move(*placement.value);
    Composition last = composeChain(std::move(root), std::move(*chain.value), {theme, measure}, dragged);
    last.request.engine = engine;
    return {std::move(last), placement.problems};
}

} // namespace entente::session
