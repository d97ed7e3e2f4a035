#include "layout/bodylayout.h"

#include "layout/multilevelforces.h"
#include "layout/packing.h"
#include "layout/pillplacing.h"
#include "layout/quadtree.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::layout {

namespace {

constexpr int mostRounds = 30; // of pushing apart

// How many pixels a unit of the force layout is: so many that nine tenths of the boxes stand in places with
// twice the room that they need. The rest are crowds, which are spread without stretching everything else.
double pixelsPerUnit(const Points &points, const std::vector<double> &areas)
{
    const std::vector<float> needed(areas.begin(), areas.end());
    const Quadtree tree = buildQuadtree(points, needed);
    struct Crowd
    {
        double density; // square pixels needed per square unit
        int count;
    };
    std::vector<Crowd> crowds;
    for (int leaf : tree.leaves) {
        const QuadtreeCell &cell = tree.cells[leaf];
        const double side = std::max(1e-3F, cell.side);
        crowds.push_back({double(cell.mass) / (side * side), cell.end - cell.begin});
    }
    std::sort(crowds.begin(), crowds.end(),
              [](const Crowd &a, const Crowd &b) { return a.density < b.density; });
    constexpr double roomy = 0.9;
    constexpr double room = 2;
    int left = int(roomy * points.size());
    for (const Crowd &crowd : crowds) {
        left -= crowd.count;
        if (left <= 0)
            return std::sqrt(room * crowd.density);
    }
    return crowds.empty() ? 1 : std::sqrt(room * crowds.back().density);
}

std::vector<QSizeF> withGap(std::vector<QSizeF> sizes, double gap)
{
    for (QSizeF &size : sizes)
        size += QSizeF(gap, gap);
    return sizes;
}

// Boxes as large as the bodies with the room that they need, in their proportions.
Boxes roomyBoxes(const BodyGraph &graph, const std::vector<QPointF> &centres,
                 const std::vector<double> &areas, double gap)
{
    Boxes boxes{centres, withGap(graph.bodies, gap)};
    for (std::size_t i = 0; i < areas.size(); ++i)
        boxes.sizes[i] *= std::sqrt(areas[i] / (boxes.sizes[i].width() * boxes.sizes[i].height()));
    return boxes;
}

std::vector<QPointF> withoutOverlap(const BodyGraph &graph, std::vector<QPointF> centres,
                                    const std::vector<double> &areas, double gap,
                                    const LayoutControl &control)
{
    spreadCrowds(centres, areas, control);
    Boxes roomy = roomyBoxes(graph, centres, areas, gap);
    pushApart(roomy, mostRounds, control);
    Boxes tight{std::move(roomy.centres), withGap(graph.bodies, gap)};
    settleApart(tight, control);
    return std::move(tight.centres);
}

Effort effortFor(const BodyGraph &graph)
{
    constexpr std::size_t mostBodies = 5000; // that take no longer than a glance either way
    return graph.bodies.size() <= mostBodies ? Effort::Thorough : Effort::Quick;
}

BodyPlaces layOutComponent(const BodyGraph &graph, const Spacing &spacing, LayoutControl &control)
{
    BodyPlaces places;
    if (graph.bodies.size() == 1) {
        places.bodies = {QPointF()};
        control.advance(1);
    } else {
        const std::vector<double> areas = areasOf(graph, spacing.node);
        const ForceGraph forces = forceGraphOf(graph, areas);
        const Points points = placeByForces(forces, effortFor(graph), control);
        const double scale = pixelsPerUnit(points, areas);
        std::vector<QPointF> centres;
        centres.reserve(size_t(points.size()));
        for (int i = 0; i < points.size(); ++i)
            centres.push_back(scale * QPointF(points.x[i], points.y[i]));
        places.bodies = withoutOverlap(graph, std::move(centres), areas, spacing.node, control);
    }
    places.pills = placePills(graph, places.bodies, spacing.node, control);
    return places;
}

void put(const BodyComponent &component, const BodyPlaces &part, QPointF by, BodyPlaces &whole)
{
    for (std::size_t i = 0; i < component.bodies.size(); ++i)
        whole.bodies[component.bodies[i]] = part.bodies[i] + by;
    for (std::size_t i = 0; i < component.pills.size(); ++i)
        whole.pills[component.pills[i]] = part.pills[i] + by;
}

// Where nothing is known of a body it starts among its neighbours, which may have started so before it.
void startAmongNeighbours(const ForceGraph &forces, std::vector<std::optional<QPointF>> &starts)
{
    std::vector<int> open;
    for (int i = 0; i < forces.size(); ++i) {
        if (starts[i])
            open.push_back(i);
    }
    for (std::size_t head = 0; head < open.size(); ++head) {
        for (int e = forces.first[open[head]]; e < forces.first[open[head] + 1]; ++e) {
            const int body = forces.target[e];
            if (starts[body])
                continue;
            QPointF sum;
            int count = 0;
            for (int f = forces.first[body]; f < forces.first[body + 1]; ++f) {
                if (starts[forces.target[f]]) {
                    sum += *starts[forces.target[f]];
                    ++count;
                }
            }
            starts[body] = sum / count + QPointF(scatter(body, 5), scatter(body, 6));
            open.push_back(body);
        }
    }
}

// Components of which something is known where it stood, all in one graph.
BodyPlaces layOutFromHints(const BodyGraph &graph, const Spacing &spacing, const LayoutControl &control)
{
    constexpr double rounding = 2; // places that were rounded need not be a full gap apart
    std::vector<std::optional<QPointF>> starts = graph.hints;
    startAmongNeighbours(forceGraphOf(graph, std::vector<double>(graph.bodies.size(), 1)), starts);
    Boxes boxes;
    for (std::size_t i = 0; i < starts.size(); ++i)
        boxes.centres.push_back(starts[i].value_or(QPointF()));
    boxes.sizes = withGap(graph.bodies, spacing.node - rounding);
    pushApart(boxes, mostRounds, control);
    settleApart(boxes, control);
    BodyPlaces places;
    places.bodies = std::move(boxes.centres);
    places.pills = placePills(graph, places.bodies, spacing.node - rounding, control);
    return places;
}

bool isHinted(const BodyComponent &component)
{
    return std::any_of(component.graph.hints.begin(), component.graph.hints.end(),
                       [](const auto &hint) { return hint.has_value(); });
}

} // namespace

QRectF extentOf(const BodyGraph &graph, const BodyPlaces &places)
{
    QRectF extent;
    const auto add = [&extent](QPointF centre, QSizeF size) {
        extent = extent.united(QRectF(centre - QPointF(size.width(), size.height()) / 2, size));
    };
    for (std::size_t i = 0; i < places.bodies.size(); ++i)
        add(places.bodies[i], graph.bodies[i]);
    for (std::size_t i = 0; i < places.pills.size(); ++i)
        add(places.pills[i], graph.pills[i].size);
    return extent;
}

BodyPlaces layOutBodies(const BodyGraph &graph, const Spacing &spacing, double aspect, LayoutControl &control)
{
    BodyPlaces whole{std::vector<QPointF>(graph.bodies.size()), std::vector<QPointF>(graph.pills.size())};
    const std::vector<BodyComponent> components = componentsOf(graph);
    QPointF corner; // of what is packed
    std::vector<const BodyComponent *> loose;
    std::vector<BodyPlaces> parts;
    std::vector<QRectF> extents;
    QList<QSizeF> sizes;
    for (const BodyComponent &component : components) {
        if (isHinted(component)) {
            const BodyPlaces known = layOutFromHints(component.graph, spacing, control);
            put(component, known, {}, whole);
            corner = extentOf(component.graph, known).bottomLeft() + QPointF(0, spacing.component);
            continue;
        }
        loose.push_back(&component);
        parts.push_back(layOutComponent(component.graph, spacing, control));
        extents.push_back(extentOf(component.graph, parts.back()));
        sizes.append(extents.back().size());
    }
    const QList<QPointF> corners = packUnderSkyline(sizes, aspect, spacing.component);
    for (std::size_t c = 0; c < loose.size(); ++c)
        put(*loose[c], parts[c], corner + corners[qsizetype(c)] - extents[c].topLeft(), whole);
    return whole;
}

} // namespace entente::layout
