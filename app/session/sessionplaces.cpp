#include "layout/groupboxes.h"
#include "session/sessionprivate.h"

#include <algorithm>

namespace entente::session {

namespace {

// A pill all of whose lines go to one firm belongs to it.
bool belongsTo(const graph::AgreementNode &agreement, const graph::RelationGraph &graph, int firm)
{
    return std::all_of(agreement.ties.begin(), agreement.ties.end(),
                       [&](int tie) { return graph.ties.at(tie).firm == firm; });
}

QString nameOf(const QString &key, const Composition &composition)
{
    const graph::RelationGraph &graph = composition.graph;
    const int node = nodeAt(graph, key);
    const int firms = int(graph.firms.size());
    if (node < firms)
        return composition.file.scenario.nameOf(graph.firms.at(node).id);
    return composition.file.scenario.agreement(graph.agreements.at(node - firms).id)->title;
}

// Up to so many nodes lines are routed within a frame; in a larger graph they go straight until the thing is
// dropped.
constexpr qsizetype mostRoutedLive = 150;

layout::Placement following(const layout::LayoutRequest &request, const layout::Placement &before,
                            const QList<QPointF> &centres, const QList<int> &moved)
{
    if (request.nodes.size() <= mostRoutedLive)
        return layout::reroute(request, before, centres, moved);
    layout::Placement placement = before;
    placement.centres = centres;
    placement.groupBoxes = layout::fitGroups(request, centres);
    for (int i = 0; i < request.edges.size(); ++i) {
        const layout::Edge &edge = request.edges.at(i);
        if (moved.contains(edge.pill) || moved.contains(edge.card))
            placement.edges[i] = layout::straight(centres.at(edge.pill), centres.at(edge.card));
    }
    return placement;
}

} // namespace

QHash<QString, QPointF> Session::Private::carried(const QString &key, QPointF centre) const
{
    const graph::RelationGraph &graph = composition.graph;
    const layout::Placement &from = beforePreview ? *beforePreview : composition.placement;
    const int node = nodeAt(graph, key);
    if (node < 0 || node >= from.centres.size())
        return {};
    QHash<QString, QPointF> moved{{key, centre}};
    const QPointF by = centre - from.centres.at(node);
    for (int i = 0; node < graph.firms.size() && i < graph.agreements.size(); ++i) {
        const int pill = int(graph.firms.size()) + i;
        const graph::AgreementNode &agreement = graph.agreements.at(i);
        if (!agreement.ties.isEmpty() && belongsTo(agreement, graph, node))
            moved.insert(placeKey(graph, pill), from.centres.at(pill) + by);
    }
    return moved;
}

void Session::Private::move(const QString &key, QPointF centre)
{
    // On whole units: a hand is no more exact, and view files stay readable.
    const QHash<QString, QPointF> moved = carried(key, centre.toPoint());
    cancelPreview();
    if (moved.isEmpty())
        return;
    const Stood before{composition.placement, views.dragged()};
    Places dragged = before.dragged;
    for (auto place = moved.begin(); place != moved.end(); ++place)
        dragged.insert(place.key(), place.value());
    settle(composition, kept, dragged);
    views.change(dragged);
    push(Session::tr("Move %1").arg(nameOf(key, composition)), before, false);
    showPlaces(false);
}

void Session::Private::preview(const QString &key, QPointF centre)
{
    const QHash<QString, QPointF> moved = carried(key, centre);
    if (moved.isEmpty())
        return;
    if (!beforePreview)
        beforePreview = composition.placement;
    QList<QPointF> centres = beforePreview->centres;
    QList<int> nodes;
    for (auto place = moved.begin(); place != moved.end(); ++place) {
        const int node = nodeAt(composition.graph, place.key());
        centres[node] = place.value();
        nodes.append(node);
    }
    std::sort(nodes.begin(), nodes.end());
    composition.placement = following(composition.request, *beforePreview, centres, nodes);
    draw(); // what is told of another scenario follows when the thing is dropped
    Q_EMIT q->pictureChanged();
}

void Session::Private::cancelPreview()
{
    if (!beforePreview)
        return;
    composition.placement = *beforePreview;
    beforePreview.reset();
    draw();
    Q_EMIT q->pictureChanged();
}

void Session::Private::onArranged(const Outcome<layout::Placement> &outcome)
{
    setBusy(false);
    if (!outcome) {
        problems.append(outcome.problems);
        Q_EMIT q->problemsChanged();
        Q_EMIT q->messageShown(Session::tr("Everything stays where it is: %1.")
                                   .arg(outcome.problems.all().constFirst().message));
        return;
    }
    const Stood before{composition.placement, views.dragged()};
    // With the conflicts of the date that is looked at now.
    composition.placement = layout::relinked(composition.request, *outcome.value);
    kept = arrangementOf(
        composition); // nothing is to come back to a place among things that stand elsewhere now
    views.change({});
    push(Session::tr("Arrange"), before, true);
    showPlaces(true);
}

// Of what was done already. A step keeps what it changes and no more, so that undoing it in another scenario
// leaves the rest there alone.
void Session::Private::push(const QString &text, const Stood &before, bool everything)
{
    const layout::Placement &now = composition.placement;
    const Standing from{differing(composition, before.placement, now), before.dragged};
    const Standing to{differing(composition, now, before.placement), views.dragged()};
    kept.merge(to.arrangement);
    undo.push(new PlaceCommand(text, from, to,
                               [this, everything](const Standing &of) { restore(of, everything); }));
}

void Session::Private::restore(const Standing &to, bool everything)
{
    cancelPreview();
    views.change(to.dragged);
    kept.merge(to.arrangement);
    settle(composition, kept, to.dragged);
    kept.complete(arrangementOf(composition));
    showPlaces(everything);
}

// After something moved, or everything was arranged anew.
void Session::Private::showPlaces(bool everything)
{
    const Glance glance = wanted();
    const bool isLater = redrawsLater(glance.other);
    if (isLater) {
        redrawer.cancel(); // it draws things where they stood
        isPictureBehind = true;
        redrawLater(glance);
    } else {
        buildPicture();
    }
    if (everything)
        Q_EMIT q->arranged();
    if (!isLater)
        Q_EMIT q->pictureChanged();
}

} // namespace entente::session
