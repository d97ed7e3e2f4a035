#include "analysis/circles.h"

#include "analysis/groupgraph.h"
#include "domain/thingref.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace entente::analysis {

using domain::Amount;
using domain::FirmId;

QString toWord(CircleVerdict verdict)
{
    return verdict == CircleVerdict::Certain ? QStringLiteral("certain") : QStringLiteral("possible");
}

QMap<QString, Amount> CircleLeg::sizes() const
{
    QMap<QString, Amount> largest;
    for (const Flow &flow : flows) {
        if (!flow.amount.isMoney() || !flow.amount.value)
            continue;
        const auto known = largest.constFind(flow.amount.currency);
        if (known == largest.constEnd() || *known->value < *flow.amount.value)
            largest.insert(flow.amount.currency, flow.amount);
    }
    return largest;
}

bool CircleLeg::isSure() const
{
    return std::any_of(flows.begin(), flows.end(), [](const Flow &flow) { return flow.isSure(); });
}

QList<domain::ThingRef> Circle::things() const
{
    QList<domain::ThingRef> agreements;
    QList<domain::ThingRef> firms;
    const auto add = [](QList<domain::ThingRef> &list, const domain::ThingRef &thing) {
        if (!list.contains(thing))
            list.append(thing);
    };
    for (const CircleLeg &leg : legs) {
        for (const Flow &flow : leg.flows) {
            add(agreements, domain::ThingRef::of(flow.ref.agreement));
            add(firms, domain::ThingRef::of(flow.from));
            add(firms, domain::ThingRef::of(flow.to));
        }
    }
    return agreements + firms;
}

QString inWords(const Circle &circle, const domain::Scenario &scenario)
{
    QStringList names;
    for (const FirmId &group : circle.groups + circle.groups.mid(0, 1))
        names.append(scenario.nameOf(group));
    return names.join(QStringLiteral(" → "));
}

QString whatMayBeMissing(const Circles &circles)
{
    if (circles.complete)
        return {};
    if (circles.searchedLength == 0)
        return QStringLiteral("There are more: the search ended at %1.").arg(circles.circles.size());
    return QStringLiteral("There may be more: only circles of up to %1 groups were all looked for.")
        .arg(circles.searchedLength);
}

namespace {

// The larger of two amounts in one currency first; what has no value last.
bool isLarger(const Flow &a, const Flow &b)
{
    if (!a.amount.value || !b.amount.value || a.amount.currency != b.amount.currency)
        return a.amount.value && !b.amount.value;
    return *b.amount.value < *a.amount.value;
}

QList<CircleLeg> legsOf(const GroupGraph &graph, const QList<int> &cycle)
{
    QList<CircleLeg> legs;
    for (int i = 0; i < cycle.size(); ++i) {
        const int from = cycle[i];
        const int to = cycle[(i + 1) % cycle.size()];
        const GroupArc arc = graph.arc(from, to);
        legs.append({graph.root(from), graph.root(to), arc.known.isEmpty() ? arc.unknown : arc.known});
    }
    return legs;
}

// One amount can't go there and be what comes back: of two legs of unknown direction the first has the
// largest flow, the second the others.
bool shareOut(QList<CircleLeg> &legs)
{
    const auto isUnknown = [](const CircleLeg &leg) { return leg.flows.first().has(Mark::DirectionUnknown); };
    constexpr int two = 2;
    if (legs.size() != two || !isUnknown(legs[0]) || !isUnknown(legs[1]))
        return true;
    std::stable_sort(legs[0].flows.begin(), legs[0].flows.end(), isLarger);
    legs[0].flows.resize(1);
    const AmountRef taken = legs[0].flows.first().ref;
    legs[1].flows.removeIf([&taken](const Flow &flow) { return flow.ref == taken; });
    return !legs[1].flows.isEmpty();
}

void measure(Circle &circle)
{
    QList<QMap<QString, Amount>> sizes;
    for (const CircleLeg &leg : circle.legs)
        sizes.append(leg.sizes());
    const bool allKnown =
        std::none_of(sizes.begin(), sizes.end(), [](const auto &ofLeg) { return ofLeg.isEmpty(); });
    for (const QString &currency : allKnown ? sizes.first().keys() : QStringList()) {
        const auto hasIt = [&currency](const auto &ofLeg) { return ofLeg.contains(currency); };
        if (!std::all_of(sizes.begin(), sizes.end(), hasIt))
            continue;
        const auto smallest = std::min_element(sizes.begin(), sizes.end(), [&currency](auto &a, auto &b) {
            return *a.value(currency).value < *b.value(currency).value;
        });
        circle.smallestLeg = smallest->value(currency);
        return;
    }
    circle.isMixed = allKnown;
}

void judge(Circle &circle)
{
    for (const CircleLeg &leg : circle.legs) {
        if (leg.isSure())
            continue;
        circle.verdict = CircleVerdict::Possible;
        for (const Flow &flow : leg.flows) {
            for (const Reservation &reservation : flow.reservations) {
                const Dependency dependency{reservation.fact, reservation.sentence, {}, {}};
                const bool weakens = reservation.mark != Mark::Announced && reservation.mark != Mark::Ended;
                if (weakens && !circle.dependsOn.contains(dependency))
                    circle.dependsOn.append(dependency);
            }
        }
    }
}

// Within a currency the circle whose smallest leg is largest comes first; the currency of most circles first.
void rank(QList<Circle> &circles)
{
    QHash<QString, int> inCurrency;
    for (const Circle &circle : circles) {
        if (circle.smallestLeg)
            ++inCurrency[circle.smallestLeg->currency];
    }
    const auto standing = [&inCurrency](const Circle &circle) {
        constexpr int mixed = 1;
        constexpr int unknown = 2;
        const QString currency = circle.smallestLeg ? circle.smallestLeg->currency : QString();
        return std::tuple(circle.smallestLeg ? 0
                          : circle.isMixed   ? mixed
                                             : unknown,
                          -inCurrency.value(currency), currency);
    };
    std::stable_sort(circles.begin(), circles.end(), [&standing](const Circle &a, const Circle &b) {
        if (standing(a) != standing(b))
            return standing(a) < standing(b);
        return a.smallestLeg && *b.smallestLeg->value < *a.smallestLeg->value;
    });
}

} // namespace

Circles findCircles(const domain::Scenario &scenario, const Flows &flows, const SearchLimits &limits)
{
    const GroupGraph graph(scenario, flows);
    const Cycles found = findCycles(graph.successors(), limits);
    Circles result{{}, found.complete, found.searchedLength};
    for (const QList<int> &cycle : found.cycles) {
        Circle circle;
        circle.legs = legsOf(graph, cycle);
        if (!shareOut(circle.legs))
            continue;
        for (int node : cycle)
            circle.groups.append(graph.root(node));
        measure(circle);
        judge(circle);
        result.circles.append(circle);
    }
    rank(result.circles);
    return result;
}

QList<Circle> circlesAtOtherDates(const domain::Scenario &scenario, const Circles &now,
                                  const SearchLimits &limits)
{
    QSet<QList<FirmId>> known;
    for (const Circle &circle : now.circles)
        known.insert(circle.groups);
    QList<Circle> others = findCircles(scenario, findFlows(scenario, AsOf::any()), limits).circles;
    others.removeIf([&](const Circle &other) {
        return other.groups.size() > now.searchedLength || known.contains(other.groups);
    });
    return others;
}

} // namespace entente::analysis
