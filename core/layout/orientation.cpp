#include "layout/orientation.h"

#include <QHash>
#include <QQueue>
#include <QSet>

#include <algorithm>
#include <map>

namespace entente::layout {

namespace {

// Top-level groups and cards outside groups, contracted to one unit each, and the lines between them.
class Units
{
public:
    explicit Units(const LayoutRequest &request)
    {
        QHash<int, int> ofGroup;
        of.fill(-1, request.nodes.size());
        for (int node = 0; node < request.nodes.size(); ++node) {
            if (request.nodes[node].kind != NodeKind::Card)
                continue;
            int top = request.nodes[node].group;
            while (top >= 0 && request.groups[top].parent >= 0)
                top = request.groups[top].parent;
            if (top < 0)
                of[node] = count++;
            else if (ofGroup.contains(top))
                of[node] = ofGroup.value(top);
            else
                ofGroup.insert(top, of[node] = count++);
        }
        connect(request);
    }

    int hub() const
    {
        int best = 0;
        for (int unit = 1; unit < count; ++unit) {
            if (degree[unit] > degree[best])
                best = unit;
        }
        return best;
    }

    // Units reached from `start` in breadth-first order with their depths; `without` is not entered.
    QList<std::pair<int, int>> reach(int start, int without = -1) const
    {
        QList<std::pair<int, int>> order;
        QSet<int> seen{start, without};
        QQueue<std::pair<int, int>> open;
        open.enqueue({start, 0});
        while (!open.isEmpty()) {
            const auto [unit, depth] = open.dequeue();
            order.append({unit, depth});
            for (int next : neighbours[unit]) {
                if (seen.contains(next))
                    continue;
                seen.insert(next);
                open.enqueue({next, depth + 1});
            }
        }
        return order;
    }

    QList<int> of; // unit of each card; -1 for pills
    int count = 0;
    QList<QList<int>> neighbours; // each once, in order of first appearance
    QList<int> degree;
    std::map<std::pair<int, int>, int> flows; // from unit to unit, how many

private:
    void connect(const LayoutRequest &request)
    {
        neighbours.resize(count);
        degree.fill(0, count);
        QHash<int, QList<const Edge *>> ofPill;
        for (const Edge &edge : request.edges)
            ofPill[edge.pill].append(&edge);
        for (int pill = 0; pill < request.nodes.size(); ++pill) {
            const QList<const Edge *> ends = ofPill.value(pill);
            for (const Edge *a : ends) {
                for (const Edge *b : ends)
                    join(*a, *b);
            }
        }
    }

    void join(const Edge &a, const Edge &b)
    {
        const int from = of[a.card];
        const int to = of[b.card];
        if (from == to)
            return;
        ++degree[from];
        if (!neighbours[from].contains(to))
            neighbours[from].append(to);
        if (a.flow == Flow::CardToPill && b.flow == Flow::PillToCard)
            ++flows[{from, to}];
    }
};

QList<int> orderFrom(const Units &units, int start)
{
    QList<int> order;
    for (const auto &[unit, depth] : units.reach(start))
        order.append(unit);
    return order;
}

// The hub in the middle; the components that are left without it go to the two sides, the larger first to the
// lighter side.
QList<int> hubInMiddle(const Units &units)
{
    const int hub = units.hub();
    QList<QList<std::pair<int, int>>> parts;
    QSet<int> seen{hub};
    for (int start : units.neighbours[hub]) {
        if (seen.contains(start))
            continue;
        parts.append(units.reach(start, hub));
        for (const auto &[unit, depth] : parts.last())
            seen.insert(unit);
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto &a, const auto &b) { return a.size() > b.size(); });
    QList<std::pair<int, int>> placed{{0, hub}};
    qsizetype weight[2] = {0, 0};
    for (const auto &part : parts) {
        const int side = weight[1] < weight[0] ? 1 : 0;
        weight[side] += part.size();
        for (const auto &[unit, depth] : part)
            placed.append({(side ? 1 : -1) * (depth + 1), unit});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<int> order;
    for (const auto &[depth, unit] : placed)
        order.append(unit);
    return order;
}

// Units in falling degree, each to the side that it has most ties with, less what already weighs there.
QList<int> hubBalanced(const Units &units)
{
    const int hub = units.hub();
    const QList<std::pair<int, int>> reached = units.reach(hub);
    QList<int> byDegree;
    QHash<int, int> depth;
    for (const auto &[unit, steps] : reached) {
        depth.insert(unit, steps);
        if (unit != hub)
            byDegree.append(unit);
    }
    std::stable_sort(byDegree.begin(), byDegree.end(),
                     [&units](int a, int b) { return units.degree[a] > units.degree[b]; });
    QHash<int, int> sideOf;
    double weight[2] = {0, 0};
    for (int unit : byDegree) {
        double gain[2] = {-weight[0] / 2, -weight[1] / 2};
        for (int other : units.neighbours[unit]) {
            if (sideOf.contains(other)) // a unit that hangs on another alone goes with it
                gain[sideOf.value(other)] += units.neighbours[unit].contains(hub) ? 1 : 1000;
        }
        const int side = gain[1] > gain[0] ? 1 : 0;
        sideOf.insert(unit, side);
        weight[side] += units.degree[unit];
    }
    QList<std::pair<int, int>> placed;
    for (const auto &[unit, steps] : reached)
        placed.append({unit == hub ? 0 : (sideOf.value(unit) ? steps : -steps), unit});
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<int> order;
    for (const auto &[at, unit] : placed)
        order.append(unit);
    return order;
}

QList<int> feedbackArc(const Units &units)
{
    QList<int> left;
    QList<int> right;
    QSet<int> open;
    for (int unit = 0; unit < units.count; ++unit)
        open.insert(unit);
    while (!open.isEmpty()) {
        QList<int> out(units.count, 0);
        QList<int> in(units.count, 0);
        for (const auto &[arc, weight] : units.flows) {
            if (open.contains(arc.first) && open.contains(arc.second)) {
                out[arc.first] += weight;
                in[arc.second] += weight;
            }
        }
        int best = -1;
        bool sink = false;
        for (int unit = 0; unit < units.count; ++unit) {
            if (!open.contains(unit))
                continue;
            sink = out[unit] == 0 && in[unit] > 0;
            if (sink || best < 0 || out[unit] - in[unit] > out[best] - in[best])
                best = unit;
            if (sink)
                break;
        }
        open.remove(best);
        if (sink)
            right.prepend(best);
        else
            left.append(best);
    }
    return left + right;
}

QList<int> orderUnits(const Units &units, UnitOrder order)
{
    if (units.count == 0)
        return {};
    switch (order) {
    case UnitOrder::HubInMiddle:
        return hubInMiddle(units);
    case UnitOrder::HubBalanced:
        return hubBalanced(units);
    case UnitOrder::FromHub:
        return orderFrom(units, units.hub());
    case UnitOrder::FromFarEnd:
        return orderFrom(units, units.reach(units.hub()).last().first);
    case UnitOrder::FeedbackArc:
        break;
    }
    return feedbackArc(units);
}

} // namespace

QList<Candidate> candidatesFor(qsizetype nodes)
{
    constexpr auto down = RankDirection::TopToBottom;
    constexpr auto across = RankDirection::LeftToRight;
    QList<Candidate> candidates{{down, UnitOrder::HubInMiddle, true},
                                {across, UnitOrder::HubInMiddle, true},
                                {down, UnitOrder::FromFarEnd, true},
                                {across, UnitOrder::FromFarEnd, true}};
    constexpr qsizetype manyNodes = 100;
    if (nodes <= manyNodes) {
        candidates += {{down, UnitOrder::HubBalanced, true},
                       {across, UnitOrder::HubBalanced, true},
                       {down, UnitOrder::FeedbackArc, true},
                       {across, UnitOrder::FeedbackArc, true}};
    }
    return candidates;
}

QList<Arc> orient(const LayoutRequest &request, const Candidate &candidate)
{
    const Units units(request);
    const QList<int> order = orderUnits(units, candidate.order);
    QList<int> rankOfUnit(units.count, units.count);
    for (int i = 0; i < order.size(); ++i)
        rankOfUnit[order[i]] = i;
    QHash<int, QList<int>> ends; // of each pill, its edges
    for (int i = 0; i < request.edges.size(); ++i)
        ends[request.edges[i].pill].append(i);
    QList<Arc> arcs(request.edges.size());
    for (QList<int> &edges : ends) {
        std::stable_sort(edges.begin(), edges.end(), [&](int a, int b) {
            const int cardA = request.edges[a].card;
            const int cardB = request.edges[b].card;
            return std::pair(rankOfUnit[units.of[cardA]], cardA) <
                   std::pair(rankOfUnit[units.of[cardB]], cardB);
        });
        const qsizetype cut =
            candidate.halved ? (edges.size() + 1) / 2 : 1; // so many of the earlier ones point into it
        for (qsizetype k = 0; k < edges.size(); ++k) {
            const Edge &edge = request.edges[edges[k]];
            arcs[edges[k]] = k < cut ? Arc{edge.card, edge.pill} : Arc{edge.pill, edge.card};
        }
    }
    return arcs;
}

} // namespace entente::layout
